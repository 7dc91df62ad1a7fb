import { unzipSync } from 'fflate';
import type { ReceivedFile } from '../app/ports';

/**
 * What people drop is not only forms: folders as they come from mail and Zalo hold Excel's lock files and system files, and whole
 * folders arrive as one .zip. This gives the files that are somebody's submission, or at least claim to be.
 */

/** What an archive may cost; one that costs more goes on as the file it is, and is refused by name when it is read. */
export const ARCHIVE_LIMITS = { entries: 5000, entryBytes: 64 << 20, totalBytes: 512 << 20 };

/** Excel's lock files, hidden files and what systems leave in folders are nobody's submission. */
export function isPassing(path: string): boolean {
  return path.split('/').some((name) => /^(~\$|\.(?!$)|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i.test(name));
}

/** The files one by one; each archive of files in place of itself. What stands inside an archive within an archive is not looked at. */
export async function unpack(files: readonly ReceivedFile[]): Promise<ReceivedFile[]> {
  const unpacked: ReceivedFile[] = [];
  for (const file of files) {
    if (isPassing(file.path)) continue;
    const entries = /\.zip$/i.test(file.path) ? await entriesOf(file) : null;
    unpacked.push(...(entries ?? [file]));
  }
  return unpacked;
}

/** Null where the file is no archive of files: a workbook with another name, damaged, or beyond the limits. */
async function entriesOf(archive: ReceivedFile): Promise<ReceivedFile[] | null> {
  let bytes: Uint8Array;
  try {
    bytes = await archive.bytes();
  } catch {
    return null;
  }
  const names: string[] = [];
  let total = 0;
  let isWithin = true;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize;
        if (originalSize > ARCHIVE_LIMITS.entryBytes || total > ARCHIVE_LIMITS.totalBytes) isWithin = false;
        if (names.push(name) > ARCHIVE_LIMITS.entries) isWithin = false;
        return false;
      },
    });
  } catch {
    return null;
  }
  const isWorkbook = names.some((name) => /^\[content_types\]\.xml$/i.test(name));
  if (!isWithin || isWorkbook || names.length === 0) return null;
  return names
    .filter((name) => !name.endsWith('/') && !isPassing(name.replace(/\\/g, '/')))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({
      path: `${archive.path}/${name.replace(/\\/g, '/')}`,
      // Archives from other systems carry local times without a zone: nothing is decided by them.
      modified: null,
      // One entry at a time is inflated, when it is read.
      bytes: async () => unzipSync(bytes, { filter: (entry) => entry.name === name })[name] ?? new Uint8Array(),
    }));
}
