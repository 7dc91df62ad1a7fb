import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { ARCHIVE_LIMITS } from './archive-limits';
import { DeskRefused } from './desk-refused';
import type { ReceivedFile } from './ports';

/**
 * The file of a submission among files given for it, by its hash: its name may be another by now.
 */
export async function findOriginal(
  { hash, file }: { hash: string; file: string },
  given: readonly ReceivedFile[],
): Promise<Uint8Array> {
  for (const one of given) {
    if (one.size > ARCHIVE_LIMITS.entryBytes) continue;
    // A file that cannot be read is not the one.
    const bytes = await one.bytes().catch(() => null);
    if (bytes && bytesToHex(sha256(bytes)) === hash) return bytes;
  }
  throw new DeskRefused({ code: 'original-not-given', facts: { file } });
}
