import { readCsv, writeCsv } from '../text/csv';

/** Where things lie in an archive of a period (*Lưu trữ kỳ*). */
export const ARCHIVE = {
  originals: 'ban-goc/',
  tables: 'bang/',
  book: 'so-so-lieu.xlsx',
  ledger: 'so-so-lieu.json',
  list: 'danh-muc.csv',
  readme: 'DOC-TRUOC.txt',
} as const;

/** A line of danh-muc.csv: a file of the archive, or an original that is not in it. */
export interface ArchiveEntry {
  /** "" for an original that is not in the archive. */
  path: string;
  what: string;
  /** Only of an original. */
  agency: string;
  agencyName: string;
  period: string;
  version: number | null;
  /** SHA-256; "" where there is no file to make one of. */
  hash: string;
  /** The path it was received under. */
  received: string;
  note: string;
}

const COLUMNS: readonly [string, (entry: ArchiveEntry) => string | number | null][] = [
  ['Đường dẫn', (one) => one.path],
  ['Nội dung', (one) => one.what],
  ['Mã đơn vị', (one) => one.agency],
  ['Đơn vị', (one) => one.agencyName],
  ['Kỳ', (one) => one.period],
  ['Lần nộp', (one) => one.version],
  ['SHA-256', (one) => one.hash],
  ['Tệp khi nhận', (one) => one.received],
  ['Ghi chú', (one) => one.note],
];

export function writeArchiveList(entries: readonly ArchiveEntry[]): string {
  return writeCsv([
    COLUMNS.map(([heading]) => heading),
    ...entries.map((one) => COLUMNS.map(([, of]) => of(one))),
  ]);
}

/** Null where the text is no list of an archive. */
export function readArchiveList(text: string): ArchiveEntry[] | null {
  const [headings, ...rows] = readCsv(text);
  if (!headings || COLUMNS.some(([heading], column) => headings[column] !== heading)) return null;
  return rows.map(([path, what, agency, agencyName, period, version, hash, received, note]) => {
    return {
      path,
      what,
      agency,
      agencyName,
      period,
      version: version ? Number(version) : null,
      hash,
      received,
      note,
    };
  });
}
