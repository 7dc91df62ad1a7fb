import type { Sheet } from '../../workbook/sheet';

/** Points of a column's width for one character of the default font. */
export const POINTS_PER_CHARACTER = 5.6;
export const DEFAULT_ROW_POINTS = 15;
export const DEFAULT_COLUMN_CHARACTERS = 8.43;

/** Points above a row: rows that were sized or hidden differ from the default. */
export function pointsAbove(sheet: Sheet, row: number): number {
  let points = row * DEFAULT_ROW_POINTS;
  for (const [at, height] of sheet.rowHeights) {
    if (at < row && !sheet.hiddenRows.has(at)) points += height - DEFAULT_ROW_POINTS;
  }
  for (const at of sheet.hiddenRows) if (at < row) points -= DEFAULT_ROW_POINTS;
  return points;
}

export function pointsLeftOf(sheet: Sheet, column: number): number {
  let points = column * DEFAULT_COLUMN_CHARACTERS * POINTS_PER_CHARACTER;
  for (const [at, width] of sheet.columnWidths) {
    if (at < column && !sheet.hiddenColumns.has(at))
      points += (width - DEFAULT_COLUMN_CHARACTERS) * POINTS_PER_CHARACTER;
  }
  for (const at of sheet.hiddenColumns)
    if (at < column) points -= DEFAULT_COLUMN_CHARACTERS * POINTS_PER_CHARACTER;
  return points;
}
