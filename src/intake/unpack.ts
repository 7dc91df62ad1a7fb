import { ARCHIVE_LIMITS } from '../app/archive-limits';
import type { ReceivedFile } from '../app/ports';
import { openZip, type Zip } from '../xlsx/read/zip';

/**
 * What people drop is not only forms: folders as they come from mail and Zalo hold Excel's lock
 * files and system files, and whole folders arrive as one .zip. This gives the files that are
 * somebody's submission, or at least claim to be.
 */

/** A district sends the archives of its communes in one; nobody packs deeper than that. */
const DEPTH = 3;

/**
 * Excel's lock files, hidden files and what systems and browsers leave in folders are nobody's
 * submission. Judged is only what lies `below` what a person named: a folder that is named is
 * meant, whatever it is called.
 */
export function isPassing(below: string): boolean {
  return below.split('/').some((name) => PASSING.test(name));
}

const PASSING =
  /^(~\$|\.(?!\.?$)|(eh)?Thumbs(_vista)?\.db$|desktop\.ini$|__MACOSX$|\$RECYCLE\.BIN$|System Volume Information$|danh-sach-bieu-mau-[0-9A-Z-]+\.xlsx$)|\.(tmp|lnk|url|crdownload|part)$/i;

export interface Unpacked {
  files: ReceivedFile[];
  /** The paths of what was left out: whoever dropped it is told. */
  skipped: string[];
}

/**
 * The files one by one; each archive of files in place of itself. One beyond the limits goes on as
 * the file it is, and is refused by name when it is read. `below` gives the part of a path that
 * lies below what a person named.
 */
export async function unpack(
  files: readonly ReceivedFile[],
  below: (path: string) => string = belowDropped,
): Promise<Unpacked> {
  const unpacked: Unpacked = { files: [], skipped: [] };
  const budget = { entries: ARCHIVE_LIMITS.entries, bytes: ARCHIVE_LIMITS.totalBytes };
  await sift(
    files.map((file) => ({ file, below: below(file.path) })),
    DEPTH,
    budget,
    unpacked,
  );
  return unpacked;
}

/**
 * A folder that was dropped has been named; what lies in it, and a file picked out among others,
 * has not.
 */
function belowDropped(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

interface Found {
  file: ReceivedFile;
  below: string;
}

interface Budget {
  entries: number;
  bytes: number;
}

async function sift(
  found: readonly Found[],
  depth: number,
  budget: Budget,
  unpacked: Unpacked,
): Promise<void> {
  for (const { file, below } of found) {
    if (isPassing(below)) {
      unpacked.skipped.push(file.path);
      continue;
    }
    const entries = depth > 0 && /\.zip$/i.test(file.path) ? await entriesOf(file, budget) : null;
    if (entries) await sift(entries, depth - 1, budget, unpacked);
    else unpacked.files.push(file);
  }
}

/**
 * Null where the file is no archive of files: a workbook with another name, damaged, or beyond the
 * limits.
 */
async function entriesOf(archive: ReceivedFile, budget: Budget): Promise<Found[] | null> {
  if (archive.size > ARCHIVE_LIMITS.totalBytes) return null;
  let zip: Zip;
  try {
    zip = openZip(await archive.bytes(), budget.entries);
  } catch {
    return null;
  }
  const files = zip.entries.filter(({ name }) => !/[\\/]$/.test(name));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const isWithin =
    total <= budget.bytes && files.every(({ size }) => size <= ARCHIVE_LIMITS.entryBytes);
  const isWorkbook = files.some(({ name }) => /^\[content_types\]\.xml$|^mimetype$/i.test(name));
  if (!isWithin || isWorkbook || files.length === 0) return null;
  budget.entries -= files.length;
  budget.bytes -= total;
  return files
    .map((entry) => {
      const below = entry.name.replace(/\\/g, '/');
      const file: ReceivedFile = {
        path: `${archive.path}/${below}`,
        // Archives from other systems carry local times without a zone: nothing is decided by them.
        modified: null,
        size: entry.size,
        // One entry at a time is inflated, when it is read; never more of it than it said.
        bytes: async () => zip.inflate(entry, ARCHIVE_LIMITS.entryBytes).slice(),
      };
      return { file, below };
    })
    .sort((a, b) => (a.below < b.below ? -1 : 1));
}
