import type { Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { changedCell } from '../../workbook/changed-cell';
import type { Sheet } from '../../workbook/sheet';

/**
 * Cells of a sheet that are looked at one by one; of a longer list, which the
 * ledger itself watches, the first column.
 */
const LOOKED_AT = 50_000;

/** What stands where a write put a sheet; to be read with the next request. */
export function standsOn(worksheet: Excel.Worksheet, { bottom, right }: Area): Excel.Range {
  const width = (bottom + 1) * (right + 1) > LOOKED_AT ? 1 : right + 1;
  const range = worksheet.getRangeByIndexes(0, 0, bottom + 1, width);
  range.load('values');
  return range;
}

/** The first cell that says something else than was written; null where there is none. */
export function changedIn(sheet: Sheet, stands: Excel.Range | null): string | null {
  if (!stands || stands.isNullObject) return null;
  const values = stands.values as CellValue[][];
  const area = { top: 0, left: 0, bottom: values.length - 1, right: values[0].length - 1 };
  return changedCell(sheet, area, (row, column) => values[row][column]);
}
