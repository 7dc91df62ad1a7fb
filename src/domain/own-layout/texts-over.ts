import { matchKey, remembered, tidy } from '../../text/normal-form';
import { cellName, contains } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { cellText } from '../table/cell-text';
import { JOINT } from './binding';

/** What is written at and over a cell of a sheet that people made. */

/** The tallest block of headings over a column. */
export const HEADING_ROWS = 5;

/** A cell's text on one line, "" for none. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return tidy(cellText(sheet.value(row, column)));
}

/** A text that can be a heading or a label: numbers, dashes and numbers of columns are none. */
export function isWording(text: string): boolean {
  return /\p{L}{2}|%/u.test(text) || /^\p{L}[\p{L}\d.-]*\d/u.test(text);
}

/**
 * A text or a sign that stands over a column and says something: a year does, the number of a
 * column or how it is calculated ("(3)=(1)/(2)") does not.
 */
export function isHeading(text: string): boolean {
  return (
    isWording(text) || !/^[\d\s()[\]=+\-*/:x×,.]*$|^\(?[a-zđ]\)?$/iu.test(text) || YEAR.test(text)
  );
}

const YEAR = /^(?:19|20)\d\d$/u;

const NUMBERING =
  /^(?:\d+(?:\.\d+)*[.)]\s*|\d+(?:\.\d+)+\s+|[ivx]+[.)]\s*|[-+*•]\s*|[a-zđ]\)\s*)(?=\S)/u;

/** "1.2. Tỷ lệ hồ sơ" is "Tỷ lệ hồ sơ": numbers change when rows are put in between. */
export function withoutNumbering(key: string): string {
  const named = key.replace(NUMBERING, '');
  // "3.1.1" alone is no "1.1" with a number before it.
  return /\p{L}{2}/u.test(named) ? named : key;
}

export const labelKey = remembered((text) => withoutNumbering(matchKey(text)));

/**
 * The headings over a column down to the one in `row`, the highest first. They begin in the row
 * where the column of labels has its own heading; one that stands over several columns counts for
 * each, merged or with blanks beside it.
 */
export function headingsOver(
  sheet: Sheet,
  labelColumn: number,
  row: number,
  column: number,
): string[] {
  const headings: string[] = [];
  for (let at = topOf(sheet, labelColumn, row); at < row; at++) {
    const text = textAt(sheet, at, column) || textOver(sheet, labelColumn, at, column);
    if (isHeading(text)) headings.push(text);
  }
  return [...headings, textAt(sheet, row, column)];
}

export function headingOver(
  sheet: Sheet,
  labelColumn: number,
  row: number,
  column: number,
): string {
  return headingsOver(sheet, labelColumn, row, column).join(JOINT);
}

function topOf(sheet: Sheet, labelColumn: number, row: number): number {
  for (let at = row; at >= Math.max(0, row - HEADING_ROWS + 1); at--) {
    if (isWording(textAt(sheet, at, labelColumn))) return at;
  }
  return row;
}

/** The heading left of a blank that reaches over it: it has headings of its own under it. */
function textOver(sheet: Sheet, labelColumn: number, row: number, column: number): string {
  const merge = sheet.merges.find((area) => contains(area, row, column));
  if (merge) return merge.top === row ? textAt(sheet, row, merge.left) : '';
  for (let at = column - 1; at > labelColumn; at--) {
    const text = textAt(sheet, row, at);
    if (text !== '') return textAt(sheet, row + 1, at) === '' ? '' : text;
  }
  return '';
}

export function isHiddenByMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (area) =>
      contains(area, row, column) && cellName(area.top, area.left) !== cellName(row, column),
  );
}
