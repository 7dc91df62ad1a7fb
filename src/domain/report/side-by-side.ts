import type { Sheet } from '../../workbook/sheet';
import { READABLE_WIDTH } from '../page/page';

/**
 * Pages side by side: of a table that is wider than a page that is read. Each begins with the
 * columns of names, and none ends within columns that stand under one heading.
 */
export interface SideBySide {
  /** So many columns of names stand at the left of every page. */
  names: number;
  /** The columns with which a page begins, but the first. */
  columnBreaks: number[];
  /** The columns of the first page: what stands over the table, and its notes, have their place. */
  first: { left: number; right: number };
  /** Those that are seen of the last one: who signs does so where the table ends. */
  last: { left: number; right: number };
}

/** Known before the head is written over them: a long title takes two lines. */
export function setWidths(sheet: Sheet, columns: readonly { width: number }[]): void {
  columns.forEach(({ width }, column) => sheet.columnWidths.set(column, width));
}

/** Of a heading over several columns which one it is; "" of one that stands alone. */
export function underOne({ width, top, over, sub }: UnderHeading): { width: number; over: string } {
  return { width, over: over ?? (sub === '' ? '' : top) };
}
type UnderHeading = { width: number; top: string; over?: string; sub: string };

/** *Nơi nhận* and a signature beside it are read over so many letters. */
const FOOT = 56;

/**
 * `over` tells under which heading a column stands, beyond those of names; what is signed keeps
 * room for it on its last page.
 */
export function sideBySide(
  columns: readonly { width: number; over: string }[],
  names: number,
  { isSigned }: { isSigned: boolean },
): SideBySide {
  const widthOf = (from: number, to: number) =>
    columns.slice(from, to).reduce((sum, { width }) => sum + width, 0);
  const room = READABLE_WIDTH - widthOf(0, names);
  const columnBreaks: number[] = [];
  /** Where a page may begin. */
  const begins: number[] = [];
  let begun = names;
  for (let from = names; from < columns.length;) {
    let to = from + 1;
    while (
      to < columns.length &&
      columns[to].over !== '' &&
      columns[to].over === columns[from].over
    )
      to++;
    // What no page holds is cut between two of its columns.
    if (widthOf(from, to) > room) to = from + 1;
    begins.push(from);
    if (from > begun && widthOf(begun, to) > room) {
      columnBreaks.push(from);
      begun = from;
    }
    from = to;
  }
  if (isSigned) widenLast(columnBreaks, begins, (from) => widthOf(from, columns.length), room);
  const right = (columnBreaks[0] ?? columns.length) - 1;
  const first = { left: columnBreaks.length > 0 ? names : 0, right };
  return { names, columnBreaks, first, last: seenOf(columns, columnBreaks.at(-1) ?? first.left) };
}

/** The last page takes of the one before it until a signature is read on it. */
function widenLast(
  columnBreaks: number[],
  begins: readonly number[],
  widthFrom: (column: number) => number,
  room: number,
): void {
  const at = columnBreaks.length - 1;
  for (const from of begins.toReversed()) {
    if (at < 0 || widthFrom(columnBreaks[at]) >= FOOT) return;
    const isBefore = from < columnBreaks[at] && from > (columnBreaks[at - 1] ?? begins[0]);
    if (isBefore && widthFrom(from) <= room) columnBreaks[at] = from;
  }
}

function seenOf(
  columns: readonly { width: number }[],
  from: number,
): { left: number; right: number } {
  const isSeen = ({ width }: { width: number }) => width > 0;
  const left = columns.findIndex((column, index) => index >= from && isSeen(column));
  return { left: Math.max(from, left), right: columns.findLastIndex(isSeen) };
}
