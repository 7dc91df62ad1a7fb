import { knownAt, lastOf, theOne } from '../../known/known';
import { matchKey, remembered } from '../../text/normal-form';
import type { Cell, CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { keysOf } from '../table/former-words';
import { cellText } from '../table/cell-text';
import type { FormColumn } from '../template/columns';
import { headingOf, type FormKind } from './form-kind';
import { rowsInOrder } from './rows-in-order';

/** Where the headings of a form stand in a sheet. */
export interface Header<Key extends string> {
  sheet: Sheet;
  /** The row of the (upper) headings. */
  row: number;
  /** First row that can hold data. */
  firstRow: number;
  columns: ReadonlyMap<Key, number>;
  /** Columns whose heading is another than the form's, by what stands there. */
  renamed: ReadonlyMap<Key, string>;
}

/** What the headings of a form say, wherever they stand; null where they are of no form. */
type Found = Pick<Header<string>, 'columns' | 'renamed'> | null;

const SEARCHED_ROWS = 60;

/** The headings of a kind of form in a sheet; null where it has none. */
export function findHeader<Key extends string>(
  sheet: Sheet,
  kind: FormKind<Key>,
): Header<Key> | null {
  const rows = rowsInOrder(sheet, 0, SEARCHED_ROWS);
  let isLabelled = false;
  const likely: number[] = [];
  for (const row of rows) {
    const like = likenessOf(sheet, row, kind);
    if (like.isLabelled) {
      isLabelled = true;
      const header = like.isEnough ? headerAt(sheet, row, kind, true) : null;
      if (header) return header;
    } else if (like.isEnough) likely.push(row);
  }
  // Where a row holds the heading of the labels, no other is the row of the headings.
  if (isLabelled) return null;
  for (const row of likely) {
    const header = headerAt(sheet, row, kind, false);
    if (header) return header;
  }
  return null;
}

/** The headings at this row; null where they are not those of the kind. */
function headerAt<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
  isLabelled: boolean,
): Header<Key> | null {
  const wanted = wantedOf(kind);
  const { depth, levels, known } = wanted;
  const rows = Array.from({ length: Math.max(depth + 1, levels.length) }, (_, level) =>
    sheet.rows.get(row + level),
  );
  const before = known.find((one) => one.isLabelled === isLabelled && isSame(one.rows, rows));
  const found = before ? before.found : columnsAt(sheet, row, kind, isLabelled);
  if (!before && rows.every(isShort)) {
    if (known.length === KNOWN_HEADERS) known.shift();
    known.push({ isLabelled, rows: rows.map(written), found });
  }
  const own = found as Pick<Header<Key>, 'columns' | 'renamed'> | null;
  return own && { sheet, row, firstRow: row + depth, ...own };
}

/** As each program saves the forms of a plan, and as some people changed them. */
const KNOWN_HEADERS = 8;

/** No form is so wide, and no heading so long: what is kept of other files is little. */
const WIDEST = 200;
const LONGEST = 1000;

function isShort(cells: ReadonlyMap<number, Cell> | undefined): boolean {
  if (!cells) return true;
  if (cells.size > WIDEST) return false;
  for (const { value } of cells.values())
    if (typeof value === 'string' && value.length > LONGEST) return false;
  return true;
}

/** The cells of a row that hold something, each with its column. */
type Written = readonly (number | CellValue)[];

function written(cells: ReadonlyMap<number, Cell> | undefined): Written {
  return [...(cells ?? [])].flatMap(([column, { value }]) => [column, value]);
}

/** Whether rows say what others said. */
function isSame(
  before: readonly Written[],
  rows: readonly (ReadonlyMap<number, Cell> | undefined)[],
): boolean {
  return before.every((own, index) => {
    const cells = rows[index];
    if (own.length !== 2 * (cells?.size ?? 0)) return false;
    let at = 0;
    for (const [column, { value }] of cells ?? []) {
      if (own[at] !== column || own[at + 1] !== value) return false;
      at += 2;
    }
    return true;
  });
}

function columnsAt<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
  isLabelled: boolean,
): Pick<Header<Key>, 'columns' | 'renamed'> | null {
  const { found: columns, reworded } = matchColumns(sheet, row, kind);
  const inputs = kind.inputs.filter((key) => columns.has(key)).length;
  // A sheet of another kind may share some headings; ours has at least half of them, or their
  // numbers under it.
  const isEnough = columns.size >= kind.columns.length / 2;
  if (!isEnough || (isLabelled && inputs === 0 && !hasNumbers(sheet, row, kind))) return null;
  const renamed = findRenamed(sheet, row, kind, columns);
  if (!kind.inputs.some((key) => columns.has(key)) || !columns.has(kind.labelColumn)) return null;
  return { columns, renamed: new Map([...reworded, ...renamed]) };
}

export type FindHeader = typeof findHeader;

/**
 * Finds the headings of sheets that nobody changes meanwhile: a sheet is asked several times what
 * it is while a file is checked, and looked through once.
 */
export function headerFinder(): FindHeader {
  const known = new Map<Sheet, Map<unknown, Header<string> | null>>();
  return <Key extends string>(sheet: Sheet, kind: FormKind<Key>) => {
    const ofSheet = known.get(sheet) ?? new Map<unknown, Header<string> | null>();
    known.set(sheet, ofSheet);
    if (!ofSheet.has(kind)) ofSheet.set(kind, findHeader(sheet, kind));
    return ofSheet.get(kind) as Header<Key> | null;
  };
}

/**
 * How the headings of a sheet were read that is a form but not whole: which in other words was
 * taken for what, and which for nothing.
 */
export interface HeadingsRead {
  row: number;
  count: number;
  taken: { column: number; written: string; own: string }[];
  unclear: { row: number; column: number; written: string }[];
}

/**
 * The row of a sheet that says most of a form's headings; null where none says more than a sheet of
 * any kind might.
 */
export function nearHeadings<Key extends string>(
  sheet: Sheet,
  kind: FormKind<Key>,
): HeadingsRead | null {
  const rows = [...sheet.rows.keys()].filter((row) => row < SEARCHED_ROWS);
  const read = rows.map((row) =>
    readHeadings(sheet, row, kind, matchColumns(sheet, row, kind).found),
  );
  const best = read.reduce<HeadingsRead | null>(
    (most, one) => (one.count > (most?.count ?? 0) ? one : most),
    null,
  );
  return best && best.count >= Math.max(3, kind.columns.length / 4) ? best : null;
}

export function readHeadings<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
  columns: ReadonlyMap<Key, number>,
): HeadingsRead {
  const own = new Set(
    kind.columns.flatMap(({ over = '', top, sub }) => [over, top, sub].map(headingKey)),
  );
  const known = new Set(columns.values());
  const taken = [...columns].flatMap(([key, column]) => {
    const written = writtenHeading(sheet, row, column, depthOf(kind.columns));
    const said = headingOf(kind, key);
    return headingKey(written) === headingKey(said) ? [] : [{ column, written, own: said }];
  });
  const asWritten = (at: number) =>
    headings(sheet, at, (text) => text.trim()).map(([column, written]) => ({
      row: at,
      column,
      written,
    }));
  const unclear = Array.from({ length: depthOf(kind.columns) }, (_, level) => row + level)
    .flatMap(asWritten)
    .filter(
      ({ column, written }) =>
        !known.has(column) && !own.has(headingKey(written)) && !/^\([\w.]+\)$/.test(written),
    );
  return { row, count: columns.size, taken, unclear };
}

/**
 * Rows the headings take: one, two where some stand over several columns, three where some stand
 * over several of those.
 */
function depthOf(columns: readonly Pick<FormColumn<string>, 'over' | 'sub'>[]): number {
  if (columns.some(({ over }) => over)) return 3;
  return columns.some(({ sub }) => sub !== '') ? 2 : 1;
}

/** What of a kind of form its headings are compared with, made once and not for each row. */
interface Wanted {
  depth: number;
  /** Of each column the headings that lead down to it, each with its row below the first. */
  paths: readonly (readonly Heading[])[];
  /** The headings of each row of them. */
  levels: readonly Level[];
  /** So many of the upper headings stand over half of the columns at least. */
  least: number;
  meaningOf(text: string): Meaning;
  /** Rows that were looked at last, with what they are. */
  known: { isLabelled: boolean; rows: readonly Written[]; found: Found }[];
}

/** What a text may be in the first row of the headings. */
interface Meaning {
  /** Whether it is the heading of the labels, by which the row is looked for first. */
  isLabel: boolean;
  /** How many of the upper headings it may be taken for. */
  count: number;
}

/** One of the headings that lead down to a column. */
interface Heading {
  /** As it is issued, then as it was before. */
  keys: readonly string[];
  level: number;
  others: readonly string[];
}

/** One row of a form's headings. */
interface Level {
  own: ReadonlySet<string>;
  /** Those of them a text holds, whole words and in their order. */
  heldBy(text: string): readonly string[];
}

const WANTED = new WeakMap<object, Wanted>();

function wantedOf<Key extends string>({ columns, labelColumn }: FormKind<Key>): Wanted {
  const before = WANTED.get(columns);
  if (before) return before;
  const depth = depthOf(columns);
  const paths = columns.map((column) =>
    pathOf(column, depth).map(([text, level]) => {
      const key = headingKey(text);
      return { keys: keysOf(key), level, others: OTHER_WORDS.get(key) ?? [] };
    }),
  );
  const levels = Array.from({ length: Math.max(2, depth) }, (_, level) =>
    levelOf(
      paths.flatMap((path) => path.flatMap((one) => (one.level === level ? [one.keys[0]] : []))),
    ),
  );
  const label = headingKey(theOne(columns, ({ key }) => key === labelColumn).top);
  const upper = upperOf(label, paths, levels[0]);
  const wanted: Wanted = { depth, paths, levels, ...upper, known: [] };
  WANTED.set(columns, wanted);
  return wanted;
}

function upperOf(
  label: string,
  paths: Wanted['paths'],
  { own, heldBy }: Level,
): Pick<Wanted, 'least' | 'meaningOf'> {
  const under = [...own].map((one) => paths.filter(([{ keys }]) => keys[0] === one).length);
  let least = 0;
  let columns = 0;
  for (const count of under.sort((a, b) => b - a)) {
    if (columns >= paths.length / 2) break;
    columns += count;
    least++;
  }
  const others = paths.flatMap(([one]) => one.others);
  const meaningOf = remembered((text): Meaning => {
    const key = headingKey(text);
    // A heading is never as long as a sentence.
    const isLabel = key === label && text.length < 3 * label.length + 10;
    if (own.has(key)) return { isLabel, count: 1 };
    return { isLabel, count: heldBy(key).length + others.filter((one) => one === key).length };
  });
  return { least, meaningOf };
}

function levelOf(keys: readonly string[]): Level {
  const own = new Set(keys);
  const all = [...own].filter((one) => one !== '');
  return { own, heldBy: remembered((text) => all.filter((one) => holdsWords(text, one))) };
}

/** The headings that lead down to a column, each with its row below the first. */
function pathOf(
  { over, top, sub }: FormColumn<string>,
  depth: number,
): readonly (readonly [string, number])[] {
  const lower = sub === '' ? [] : ([[sub, depth - 1]] as const);
  return over ? [[over, 0], [top, 1], ...lower] : [[top, 0], ...lower];
}

/**
 * How like headings a row is: whether it holds that of the labels, and enough texts that may be
 * headings of half of the columns. Most rows are data, and no more of them is looked at.
 */
function likenessOf<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
): { isLabelled: boolean; isEnough: boolean } {
  const { least, meaningOf } = wantedOf(kind);
  let isLabelled = false;
  let count = 0;
  for (const { value } of sheet.rows.get(row)?.values() ?? []) {
    if (!isText(value)) continue;
    const meaning = meaningOf(value);
    isLabelled ||= meaning.isLabel;
    count += meaning.count;
  }
  return { isLabelled, isEnough: count >= least };
}

/**
 * Columns whose headings stand at this row (and, for grouped ones, the row under it), as written or
 * in other words.
 */
function matchColumns<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
): { found: Map<Key, number>; reworded: Map<Key, string> } {
  const { depth, paths, levels } = wantedOf(kind);
  const found = new Map<Key, number>();
  const reworded = new Map<Key, string>();
  // A row of data has fewer texts than a heading has columns: not worth comparing them all.
  const texts = levels.reduce((sum, _, level) => sum + countTexts(sheet, row + level), 0);
  if (texts < kind.columns.length / 2) return { found, reworded };
  const written = levels.map((_, level) => headings(sheet, row + level));
  kind.columns.forEach((column, index) => {
    let [from, end] = [0, Infinity];
    let isReworded = false;
    for (const heading of paths[index]) {
      const { level } = heading;
      const at = headingAt(written[level], [from, end], heading, levels[level]);
      if (!at) return;
      const next = written[level].find(([c]) => c > at.column && c < end);
      [from, end] = [at.column, next?.[0] ?? end];
      isReworded ||= at.isReworded;
    }
    found.set(column.key, from);
    if (isReworded)
      reworded.set(column.key, writtenHeading(sheet, row, from, column.sub === '' ? 1 : depth));
  });
  return { found, reworded };
}

function countTexts(sheet: Sheet, row: number): number {
  let count = 0;
  for (const { value } of sheet.rows.get(row)?.values() ?? []) if (isText(value)) count++;
  return count;
}

/**
 * Where a heading stands under another (from its column, up to the next one's): as it is or was
 * issued, else the only one that says it in more words ("Số liệu trong kỳ") or in words known for
 * it.
 * One that is another column's own is never taken.
 */
function headingAt(
  written: readonly [number, string][],
  [from, end]: readonly [number, number],
  { keys, others }: Heading,
  { own, heldBy }: Level,
): { column: number; isReworded: boolean } | null {
  let like = -1;
  let count = 0;
  for (const [column, text] of written) {
    if (column < from || column >= end) continue;
    if (keys.includes(text)) return { column, isReworded: false };
    if (own.has(text)) continue;
    const held = heldBy(text);
    // Words that say more than one of our headings say neither for certain.
    if (held.length > 1 || !(held.includes(keys[0]) || others.includes(text))) continue;
    like = column;
    count++;
  }
  return count === 1 ? { column: like, isReworded: true } : null;
}

/** Whether a heading holds another, whole words and in its order. */
function holdsWords(text: string, heading: string): boolean {
  return text.length > heading.length && ` ${text} `.includes(` ${heading} `);
}

/**
 * Columns whose heading somebody changed, added to `columns`: known for certain by the number that
 * stands under the heading and nowhere else, where the heading still has a word of its own. A
 * heading that is not ours is nobody's.
 */
function findRenamed<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
  columns: Map<Key, number>,
): Map<Key, string> {
  const renamed = new Map<Key, string>();
  const lost = kind.columns.filter(({ key, number }) => number !== '' && !columns.has(key));
  // Nearly every form has all its headings.
  if (lost.length === 0) return renamed;
  const taken = new Set(columns.values());
  const numbers = numbersUnder(sheet, row, kind);
  for (const { key, number } of lost) {
    const at = [...numbers].filter(([, text]) => text === number).map(([column]) => column);
    if (at.length !== 1 || taken.has(at[0])) continue;
    const found = writtenHeading(sheet, row, at[0], depthOf(kind.columns));
    if (!sharesWord(found, headingOf(kind, key))) continue;
    columns.set(key, at[0]);
    taken.add(at[0]);
    if (headingKey(found) !== headingKey(headingOf(kind, key))) renamed.set(key, found);
  }
  return renamed;
}

/** Of a grouped heading its own part counts: "Trong kỳ" stands over several. */
function sharesWord(found: string, wanted: string): boolean {
  const words = (text: string) => headingKey(lastOf(text.split(' – '))).match(/\p{L}{2,}/gu) ?? [];
  const own = new Set(words(wanted));
  return words(found).some((word) => own.has(word));
}

/** The row of column numbers under the headings: column → "(7)". */
function numbersUnder<Key extends string>(
  sheet: Sheet,
  row: number,
  kind: FormKind<Key>,
): Map<number, string> {
  const cells = sheet.rows.get(row + depthOf(kind.columns)) ?? new Map();
  const numbers = new Map<number, string>();
  for (const [column, { value }] of cells) {
    const text = cellText(value).trim();
    if (/^\([0-9A-Za-z.]+\)$/.test(text)) numbers.set(column, text);
  }
  return numbers;
}

/** How many columns have the heading they were issued with, and how many their number under it. */
export function headingsAsIssued<Key extends string>(
  { sheet, row, columns, renamed }: Header<Key>,
  kind: FormKind<Key>,
): number {
  const numbers = numbersUnder(sheet, row, kind);
  const numbered = kind.columns.filter(({ key, number }) => {
    const column = columns.get(key);
    return number !== '' && column !== undefined && numbers.get(column) === number;
  });
  return columns.size - renamed.size + numbered.length;
}

function hasNumbers<Key extends string>(sheet: Sheet, row: number, kind: FormKind<Key>): boolean {
  const numbers = new Set(numbersUnder(sheet, row, kind).values());
  return kind.columns.every(({ key, number }) => !kind.inputs.includes(key) || numbers.has(number));
}

/** What stands over a column: its own heading and the one over several columns. */
function writtenHeading(sheet: Sheet, row: number, column: number, depth: number): string {
  const top = headings(sheet, row, (text) => text).findLast(([c]) => c <= column);
  const sub = depth > 1 ? cellText(sheet.value(row + depth - 1, column)).trim() : '';
  return [top?.[1] ?? '', sub].filter(Boolean).join(' – ');
}

function headings(
  sheet: Sheet,
  row: number,
  key: (text: string) => string = headingKey,
): [number, string][] {
  return [...(sheet.rows.get(row) ?? [])]
    .filter(([, { value }]) => isText(value))
    .map(([column, cell]): [number, string] => [column, key(cell.value as string)])
    .sort((a, b) => a[0] - b[0]);
}

function isText(value: CellValue): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** As people shorten them in headings. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['hs', 'hồ sơ'],
  ['gq', 'giải quyết'],
  ['đvt', 'đơn vị tính'],
  ['đv', 'đơn vị'],
  ['kq', 'kết quả'],
  ['sl', 'số lượng'],
  ['ct', 'chỉ tiêu'],
  ['nv', 'nhiệm vụ'],
  ['ht', 'hoàn thành'],
  ['cq', 'cơ quan'],
]);

const SHORT_WORD = new RegExp(
  `(?<![\\p{L}\\d])(${[...SHORT.keys()].join('|')})(?![\\p{L}\\d])`,
  'gu',
);

/** The key of a heading: how it is written, shortened or broken into lines makes no difference. */
const headingKey = remembered((text) =>
  matchKey(text).replace(SHORT_WORD, (word) => knownAt(SHORT, word)),
);

/** Headings people put in place of ours. */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'Trong kỳ': ['Kỳ này', 'Kỳ báo cáo', 'Số liệu kỳ báo cáo', 'Trong tháng', 'Trong quý'],
    'Lũy kế từ đầu năm': ['Lũy kế', 'Số liệu lũy kế', 'Lũy kế năm'],
    'Tình trạng': [
      'Trạng thái',
      'Trạng thái thực hiện',
      'Tình hình thực hiện',
      'Tiến độ',
      'Tiến độ thực hiện',
    ],
    'Kết quả (số, ngày văn bản)': [
      'Kết quả',
      'Kết quả thực hiện',
      'Số, ngày văn bản',
      'Số, ký hiệu, ngày văn bản',
    ],
  }).map(([own, others]) => [headingKey(own), others.map(headingKey)]),
);
