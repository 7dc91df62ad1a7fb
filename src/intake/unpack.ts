import { ARCHIVE_LIMITS } from '../app/archive-limits';
import type { ReceivedFile } from '../app/ports';
import { openZip, type Zip } from '../xlsx/read/zip';

/**
 * What people drop is not only forms: folders as they come from mail and Zalo hold Excel's lock files and system files, and whole
 * folders arrive as one .zip. This gives the files that are somebody's submission, or at least claim to be.
 */

/** A district sends the archives of its communes in one; nobody packs deeper than that. */
const DEPTH = 3;

/** Excel's lock files, hidden files and what systems and browsers leave in folders are nobody's submission. */
export function isPassing(path: string): boolean {
  return path.split('/').some((name) => PASSING.test(name));
}

const PASSING =
  /^(~\$|\.(?!$)|(eh)?Thumbs(_vista)?\.db$|desktop\.ini$|__MACOSX$|\$RECYCLE\.BIN$|danh-sach-bieu-mau-[0-9A-Z-]+\.xlsx$)|\.(tmp|lnk|url|crdownload|part)$/i;

/**
 * The files one by one; each archive of files in place of itself. One beyond the limits goes on as the file it is, and is refused by
 * name when it is read.
 */
export function unpack(files: readonly ReceivedFile[]): Promise<ReceivedFile[]> {
  return unpackWithin(files, DEPTH, { entries: ARCHIVE_LIMITS.entries, bytes: ARCHIVE_LIMITS.totalBytes });
}

interface Budget {
  entries: number;
  bytes: number;
}

async function unpackWithin(files: readonly ReceivedFile[], depth: number, budget: Budget): Promise<ReceivedFile[]> {
  const unpacked: ReceivedFile[] = [];
  for (const file of files) {
    if (isPassing(file.path)) continue;
    const entries = depth > 0 && /\.zip$/i.test(file.path) ? await entriesOf(file, budget) : null;
    if (entries) unpacked.push(...(await unpackWithin(entries, depth - 1, budget)));
    else unpacked.push(file);
  }
  return unpacked;
}

/** Null where the file is no archive of files: a workbook with another name, damaged, or beyond the limits. */
async function entriesOf(archive: ReceivedFile, budget: Budget): Promise<ReceivedFile[] | null> {
  if (archive.size > ARCHIVE_LIMITS.totalBytes) return null;
  let zip: Zip;
  try {
    zip = openZip(await archive.bytes(), budget.entries);
  } catch {
    return null;
  }
  const files = zip.entries.filter(({ name }) => !/[\\/]$/.test(name));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const isWithin = total <= budget.bytes && files.every(({ size }) => size <= ARCHIVE_LIMITS.entryBytes);
  const isWorkbook = files.some(({ name }) => /^\[content_types\]\.xml$|^mimetype$/i.test(name));
  if (!isWithin || isWorkbook || files.length === 0) return null;
  budget.entries -= files.length;
  budget.bytes -= total;
  return files
    .map((entry) => ({
      path: `${archive.path}/${entry.name.replace(/\\/g, '/')}`,
      // Archives from other systems carry local times without a zone: nothing is decided by them.
      modified: null,
      size: entry.size,
      // One entry at a time is inflated, when it is read; never more of it than it said.
      bytes: async () => zip.inflate(entry, ARCHIVE_LIMITS.entryBytes).slice(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
