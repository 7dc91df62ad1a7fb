import { isBlank, type CellValue } from '../workbook/cell';
import type { Area } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';

/**
 * How a table is made anew where it stands. Rows are known by their first texts (code, name): those
 * that are new are put in as whole rows and those that are gone are taken out, so that notes beside
 * the table, what stands below it, and whatever refers to one of its rows goes along with that row
 * and never shows the figure of another.
 */

/** By so many columns a row is known. */
const KEY_COLUMNS = 3;
/** Longer lists are written over: they are looked up, not referred to. */
export const LABEL_ROWS = 2000;
/** The heading of no table of ours is deeper or wider. */
const HEAD_ROWS = 24;
const HEAD_COLUMNS = 600;

/**
 * The first columns of a sheet as far as rows are known by them; to be read with the next request.
 */
export function labelsOf(worksheet: Excel.Worksheet): Excel.Range {
  const labels = worksheet.getRangeByIndexes(0, 0, LABEL_ROWS + 1, KEY_COLUMNS);
  labels.load('values');
  return labels;
}

/**
 * The first rows of a sheet, in which a table of ours numbers its columns; to be read with the next
 * request.
 */
export function topRowsOf(worksheet: Excel.Worksheet): Excel.Range {
  const head = worksheet.getRangeByIndexes(0, 0, HEAD_ROWS, HEAD_COLUMNS);
  head.load('values');
  return head;
}

/**
 * The first column of a table in which another stands than this software put there, since somebody
 * put in a column or took one out; null where all stand in their order "(1) (2) (3)…", or the table
 * has no such row.
 */
export function movedColumn(head: readonly (readonly CellValue[])[]): number | null {
  const isNumber = (cell: CellValue) => typeof cell === 'string' && /^\(\d+\)$/.test(cell);
  const numbers = head.find((cells) => cells.filter(isNumber).length > 1);
  if (!numbers) return null;
  const last = numbers.findLastIndex(isNumber);
  // A number somebody typed over has moved nowhere: those after it stand where they stood.
  const isMoved = (cell: CellValue, column: number) =>
    cell !== `(${column + 1})` && (isNumber(cell) || numbers.indexOf(`(${column + 1})`) > column);
  const moved = numbers.slice(0, last + 1).findIndex(isMoved);
  return moved < 0 ? null : moved;
}

export function keysOfValues(values: readonly (readonly CellValue[])[], last: number): string[] {
  return values.slice(0, last + 1).map(keyOf);
}

export function keysOfSheet(sheet: Sheet, last: number): string[] {
  return Array.from({ length: last + 1 }, (_, row) =>
    keyOf(Array.from({ length: KEY_COLUMNS }, (__, column) => sheet.value(row, column))),
  );
}

/** Numbers are left out: the running number of a row is another when one comes before it. */
function keyOf(cells: readonly CellValue[]): string {
  return cells.filter((cell) => typeof cell === 'string' && cell !== '').join('\u0000');
}

/** A row to be taken out (a row of the old table) or put in (before it), from the bottom up. */
export interface RowChange {
  kind: 'out' | 'in';
  row: number;
}

/**
 * What turns the old rows into the new ones with the fewest changes; empty where the table is too
 * long for it.
 */
export function rowChanges(old: readonly string[], now: readonly string[]): RowChange[] {
  if (old.length > LABEL_ROWS || now.length > LABEL_ROWS) return [];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let [i, j] = [old.length, now.length];
  while (i > start && j > start && old[i - 1] === now[j - 1]) [i, j] = [i - 1, j - 1];
  const common = lengths(old.slice(start, i), now.slice(start, j));
  const changes: RowChange[] = [];
  /** Whether the row before this place was put in, and not one of the old ones taken out. */
  const isIn = (a: number, b: number) => b > 0 && (a === 0 || common[a][b - 1] >= common[a - 1][b]);
  while (i > start || j > start) {
    const isBoth = i > start && j > start && old[i - 1] === now[j - 1];
    if (isBoth) [i, j] = [i - 1, j - 1];
    else if (isIn(i - start, j - start)) {
      changes.push({ kind: 'in', row: i });
      j--;
    } else {
      changes.push({ kind: 'out', row: i - 1 });
      i--;
    }
  }
  return changes;
}

/** The longest common sequences of the beginnings of two lists. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++)
      table[i][j] =
        a[i - 1] === b[j - 1]
          ? table[i - 1][j - 1] + 1
          : Math.max(table[i - 1][j], table[i][j - 1]);
  }
  return table;
}

/** Neighbouring rows that come or go at once; `last` is inclusive. */
export interface RowBlock {
  kind: RowChange['kind'];
  first: number;
  last: number;
}

/** The changes with neighbours taken together, from the bottom up. */
export function rowBlocks(changes: readonly RowChange[]): RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let at = 0; at < changes.length;) {
    const { kind, row } = changes[at];
    let count = 1;
    while (at + count < changes.length && changes[at + count].kind === kind) {
      const next = changes[at + count].row;
      if (next !== (kind === 'in' ? row : row - count)) break;
      count++;
    }
    blocks.push(
      kind === 'in'
        ? { kind, first: row, last: row + count - 1 }
        : { kind, first: row - count + 1, last: row },
    );
    at += count;
  }
  return blocks;
}

/** Puts rows in and takes rows out, from the bottom up, neighbours at once. */
export function changeRows(worksheet: Excel.Worksheet, changes: readonly RowChange[]): void {
  for (const { kind, first, last } of rowBlocks(changes)) {
    const rows = worksheet.getRange(`${first + 1}:${last + 1}`);
    if (kind === 'in') rows.insert('Down');
    else rows.delete('Up');
  }
}

/** Where the rows that are put in stand once all changes are made, from the top down. */
export function rowsPutIn(changes: readonly RowChange[]): number[] {
  const rows: number[] = [];
  let shift = 0;
  for (const { kind, row } of [...changes].reverse()) {
    if (kind === 'in') rows.push(row + shift);
    shift += kind === 'in' ? 1 : -1;
  }
  return rows;
}

/**
 * The rows that are taken out, and what stands to the right of the table in them once the next
 * request is through.
 */
export interface Leaving {
  ours: Area;
  rows: number[];
  /** Null where nothing can stand there. */
  right: Excel.Range | null;
}

export function leavingRows(
  worksheet: Excel.Worksheet,
  { ours, used }: { ours: Area; used: Area | null },
  changes: readonly RowChange[],
): Leaving {
  const rows = changes.filter(({ kind }) => kind === 'out').map(({ row }) => row);
  if (!used || used.right <= ours.right || rows.every((row) => row < ours.top))
    return { ours, rows, right: null };
  const height = ours.bottom - ours.top + 1;
  const right = worksheet.getRangeByIndexes(
    ours.top,
    ours.right + 1,
    height,
    used.right - ours.right,
  );
  right.load('formulas');
  return { ours, rows, right };
}

/**
 * What stands in the way of a table that is wider now, once the next request is through; null where
 * nothing can.
 */
export function inTheWay(
  worksheet: Excel.Worksheet,
  { ours, used }: { ours: Area; used: Area | null },
  right: number,
): Excel.Range | null {
  if (!used || right <= ours.right || used.right <= ours.right) return null;
  const width = Math.min(right, used.right) - ours.right;
  const range = worksheet.getRangeByIndexes(0, ours.right + 1, used.bottom + 1, width);
  range.load('formulas,columnIndex');
  return range;
}

/** Whether anything stands in a range that was read. */
export function holdsAny({ formulas }: Excel.Range): boolean {
  return formulas.some((cells: unknown[]) => cells.some((cell) => !isBlank(cell as CellValue)));
}

/**
 * The leaving rows with something beside them that is not ours: above our table all is, below its
 * top what stands to the right.
 */
export function notedRows({ ours, rows, right }: Leaving): number[] {
  const isNoted = (row: number) =>
    row < ours.top ||
    (right?.formulas[row - ours.top] as unknown[] | undefined)?.some(
      (cell) => !isBlank(cell as CellValue),
    );
  return rows.filter(isNoted).sort((a, b) => a - b);
}
