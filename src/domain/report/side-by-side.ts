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
  /** The columns of the first page: what stands over and under the table has its place there. */
  first: { left: number; right: number };
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

/** `over` tells under which heading a column stands, beyond those of names. */
export function sideBySide(
  columns: readonly { width: number; over: string }[],
  names: number,
): SideBySide {
  const widthOf = (from: number, to: number) =>
    columns.slice(from, to).reduce((sum, { width }) => sum + width, 0);
  const room = READABLE_WIDTH - widthOf(0, names);
  const columnBreaks: number[] = [];
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
    if (from > begun && widthOf(begun, to) > room) {
      columnBreaks.push(from);
      begun = from;
    }
    from = to;
  }
  const right = (columnBreaks[0] ?? columns.length) - 1;
  return { names, columnBreaks, first: { left: columnBreaks.length > 0 ? names : 0, right } };
}
