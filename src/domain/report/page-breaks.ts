import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { LOOK, PAGE_LETTERS, REPORT_PAGE } from '../page/page';
import { RECIPIENTS } from './report-foot';
import type { SideBySide } from './side-by-side';

/**
 * Where the pages of a table end: no group's heading stands alone at a foot, and the signature is
 * never cut from *Nơi nhận*. Excel looks at page breaks only where a sheet has a scale of its own,
 * so such a table has one.
 */

/** Programs and printers differ by this much. */
const ROOM = 0.97;
const POINTS_PER_MM = 72 / 25.4;
const A4 = { short: 210, long: 297 };
/** A row nobody gave a height, in Times New Roman 12. */
const ROW = 16.5;

export function pagesOf(
  sheet: Sheet,
  area: Area,
  titles: { first: number; last: number },
  side?: SideBySide,
): { scale: number; rowBreaks: number[] } {
  const widthOf = (from: number, to: number) => {
    let sum = 0;
    for (let column = from; column < to; column++)
      if (!sheet.hiddenColumns.has(column)) sum += sheet.columnWidths.get(column) ?? 9;
    return sum;
  };
  const names = side?.names ?? area.left;
  const begins = [names, ...(side?.columnBreaks ?? []), area.right + 1];
  const pages = begins.slice(1).map((end, index) => widthOf(begins[index], end));
  const width = widthOf(area.left, names) + Math.max(...pages);
  const scale = Math.min(100, Math.floor((100 * ROOM * PAGE_LETTERS) / width));
  const repeated = Array.from(
    { length: titles.last - titles.first + 1 },
    (_, index) => titles.first + index,
  );
  const height = (pageHeight(A4.short) * 100) / scale;
  const fits = (rows: readonly number[]) => heightOf(sheet, [...repeated, ...rows]) <= height;
  const rowBreaks = breaksBefore(sheet, blocks(sheet, area, titles, fits), height, repeated);
  return { scale, rowBreaks };
}

/** The breaks of an upright sheet at full size, whose blocks begin with these rows. */
export function uprightBreaks(sheet: Sheet, tops: readonly number[], end: number): number[] {
  const all = tops.map((top, index) => {
    const next = tops[index + 1] ?? end;
    return Array.from({ length: next - top }, (_, row) => top + row);
  });
  return breaksBefore(sheet, all, pageHeight(A4.long), []);
}

/** What of an upright page is left under the rows before this one. */
export function uprightRoom(sheet: Sheet, row: number): number {
  const above = Array.from({ length: row }, (_, at) => at);
  return pageHeight(A4.long) - heightOf(sheet, above);
}

function pageHeight(millimetres: number): number {
  const { top, bottom } = REPORT_PAGE.margins;
  return (millimetres - top - bottom) * POINTS_PER_MM * ROOM;
}

/** A page ends before a block that it does not hold whole. */
function breaksBefore(
  sheet: Sheet,
  all: readonly (readonly number[])[],
  height: number,
  repeated: readonly number[],
): number[] {
  const rowBreaks: number[] = [];
  let used = 0;
  for (const block of all) {
    const own = heightOf(sheet, block);
    // What is blank at its end may be cut off: nothing is lost with it.
    const shown = heightOf(sheet, block.slice(0, shownRows(sheet, block)));
    if (used > 0 && used + shown > height) {
      rowBreaks.push(block[0]);
      used = heightOf(sheet, repeated);
    }
    if (shown <= height || block.length === 1) {
      used += own;
      continue;
    }
    // No page holds it: where one ends within it is known, so that the next is counted from there.
    for (const row of block) {
      const one = heightOf(sheet, [row]);
      if (used > 0 && used + one > height) {
        if (row !== block[0]) rowBreaks.push(row);
        used = heightOf(sheet, repeated);
      }
      used += one;
    }
  }
  return rowBreaks;
}

/** How many rows of a block there are down to the last that shows something. */
function shownRows({ rows, charts }: Sheet, block: readonly number[]): number {
  const isShown = (row: number) =>
    rows.has(row) || charts.some(({ place }) => row >= place.top && row <= place.bottom);
  return block.findLastIndex(isShown) + 1;
}

function heightOf(sheet: Sheet, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (sheet.rowHeights.get(row) ?? ROW), 0);
}

/** So many rows are before a table's last one where a page begins near its end. */
const BEFORE_LAST = 2;

/**
 * Takes the last rows of the table off, with the notes and blank rows after them: a total, or a
 * signature, under repeated headings alone would be of no table. Where no page holds them all, as
 * many of the last as it holds.
 */
function lastOfTable(
  sheet: Sheet,
  all: number[][],
  fits: (rows: readonly number[]) => boolean,
): number[] {
  const isOfTable = (row: number) =>
    [...(sheet.rows.get(row)?.values() ?? [])].some(({ style }) => style?.border === true);
  const isFilled = (row: number) =>
    [...(sheet.rows.get(row)?.values() ?? [])].some(({ value }) => Boolean(value));
  const last = all.findLastIndex((block) => block.some(isOfTable));
  const filled = Math.max(
    0,
    all.findLastIndex((block) => block.some(isFilled)),
  );
  let from = Math.max(0, last - BEFORE_LAST);
  // A page does not begin with the blank row between a table and its notes.
  const isGood = () => fits(all.slice(from).flat()) && isFilled(all[from][0]);
  while (from < filled && !isGood()) from++;
  return all.splice(from).flat();
}

/** Rows that stay on one page: the head, a heading with what follows it, the foot. */
function blocks(
  sheet: Sheet,
  { top, bottom }: Area,
  titles: { first: number; last: number },
  fits: (rows: readonly number[]) => boolean,
): number[][] {
  const all: number[][] = [];
  let block: number[] = [];
  let isFoot = false;
  for (let row = top; row <= bottom; row++) {
    // What comes before the foot goes with it: a signature under nothing signs nothing.
    if ([...(sheet.rows.get(row)?.values() ?? [])].some(({ value }) => value === RECIPIENTS)) {
      isFoot = true;
      const foot = [...block, ...Array.from({ length: bottom - row + 1 }, (_, at) => row + at)];
      block.unshift(...lastOfTable(sheet, all, (rows) => fits([...rows, ...foot])));
    }
    block.push(row);
    const isHead = row <= titles.last;
    const isGroup = [0, 1, 2].some((column) => sheet.cell(row, column)?.style === LOOK.group);
    if (isHead || isGroup || isFoot) continue;
    all.push(block);
    block = [];
  }
  if (block.length > 0) all.push(block);
  if (!isFoot) all.push(lastOfTable(sheet, all, fits));
  return all;
}
