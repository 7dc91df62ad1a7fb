import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { checkFile, unreadFile, type CheckOptions } from '../app/check-file';
import type { Plan } from '../domain/plan/plan';
import { finding } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { openReceived, type Loading } from './open-received';

/** SHA-256 in lower-case hex. */
export type Hash = (bytes: Uint8Array) => string | Promise<string>;

/**
 * In a page, by the browser; over plain http it keeps its own from a page, and ours does. Where the
 * platform has one that does not have to be waited for, it is given.
 */
const pageHash: Hash = async (bytes) => {
  const own = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!own) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await own.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
};

/**
 * Reads and checks one file; nothing it does stops the others: a fault of ours is a row that says
 * so.
 */
export async function checkReceived(
  plan: Plan,
  path: string,
  bytes: Uint8Array,
  options: CheckOptions,
  { hash = pageHash, loading }: { hash?: Hash; loading?: Loading } = {},
): Promise<CheckedFile> {
  const known = await hash(bytes);
  try {
    return checkFile(plan, path, known, await openReceived(bytes, loading), options);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unreadFile(path, known, finding('file-fault', null, { detail }));
  }
}
