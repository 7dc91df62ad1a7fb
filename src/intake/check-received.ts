import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { checkFile, unreadFile, type CheckOptions } from '../app/check-file';
import type { Plan } from '../domain/plan/plan';
import { finding } from '../domain/rules/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { openReceived, type Loading } from './open-received';

/** Reads and checks one file; nothing it does stops the others: a fault of ours is a row that says so. */
export async function checkReceived(
  plan: Plan,
  path: string,
  bytes: Uint8Array,
  options: CheckOptions,
  loading?: Loading,
): Promise<CheckedFile> {
  const hash = await sha256Of(bytes);
  try {
    return checkFile(plan, path, hash, await openReceived(bytes, loading), options);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unreadFile(path, hash, finding('file-fault', 'error', null, { detail }));
  }
}

/** SHA-256 in lower-case hex; the platform's own where the page may use it (https), ours else. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource)));
}
