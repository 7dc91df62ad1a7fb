import { isBlank, type CellValue } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';

/** What Office.js answers of a block of cells, put into a sheet. */

const ERROR_TEXT = /^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)$/;

/** A text that only looks like a formula is its own value. */
export function takeFormulas(sheet: Sheet, formulas: unknown[][], top: number, left: number): void {
  formulas.forEach((cells, row) =>
    cells.forEach((formula, column) => {
      const cell = sheet.cell(top + row, left + column);
      const isFormula =
        typeof formula === 'string' && formula.startsWith('=') && cell?.value !== formula;
      if (isFormula)
        sheet.set(top + row, left + column, { value: null, ...cell, formula: formula.slice(1) });
    }),
  );
}

export function takeFormats(sheet: Sheet, formats: unknown[][], top: number, left: number): void {
  formats.forEach((cells, row) =>
    cells.forEach((format, column) => {
      const cell = sheet.cell(top + row, left + column);
      if (cell && typeof format === 'string' && format !== 'General')
        sheet.set(top + row, left + column, { ...cell, style: { format } });
    }),
  );
}

export function takeValues(sheet: Sheet, values: unknown[][], top: number, left: number): void {
  values.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (isBlank(value as CellValue)) return;
      const isErrorText = typeof value === 'string' && ERROR_TEXT.test(value);
      sheet.put(top + row, left + column, isErrorText ? { error: value } : (value as CellValue));
    }),
  );
}

/**
 * Which cells are merged is told from ExcelApi 1.13 on; null before. To be read with the next
 * request.
 */
export function mergedIn(used: Excel.Range): Excel.RangeAreas | null {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return null;
  const merged = used.getMergedAreasOrNullObject();
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return merged;
}

export function takeMerges(sheet: Sheet, merged: Excel.RangeAreas | null): void {
  if (!merged || merged.isNullObject) return;
  for (const { rowIndex, columnIndex, rowCount, columnCount } of merged.areas.items)
    sheet.merges.push({
      top: rowIndex,
      left: columnIndex,
      bottom: rowIndex + rowCount - 1,
      right: columnIndex + columnCount - 1,
    });
}
