import init, { Model } from '@ironcalc/wasm';
import type { CellValue } from '../../workbook/cell';
import type { CalcEngine, CalcSheet } from './calc-engine';

/** Fifteen significant digits: the engine only gives formatted values, so this format is how a raw number is read. */
const RAW = '0.00000000000000E+00';

/** The engine's cell types (a spreadsheet TYPE() code). */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

/** Loads the engine on demand (its wasm is 665 KB compressed). */
export async function loadIronCalc(): Promise<CalcEngine> {
  await init();
  return { calculate };
}

function calculate(sheets: readonly CalcSheet[]): ReturnType<CalcEngine['calculate']> {
  const model = new Model('tính', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, sheet.name);
    });
    sheets.forEach((sheet, index) => {
      for (const { row, column, value } of sheet.values) model.setUserInput(index, row + 1, column + 1, inputOf(value));
    });
    sheets.forEach((sheet, index) => {
      for (const { row, column, formula } of sheet.formulas) {
        model.setUserInput(index, row + 1, column + 1, `=${formula}`);
        model.updateRangeStyle({ sheet: index, row: row + 1, column: column + 1, height: 1, width: 1 }, 'num_fmt', RAW);
      }
    });
    model.evaluate();
    return sheets.flatMap((sheet, index) =>
      sheet.formulas.map(({ row, column }) => ({
        sheet: sheet.name,
        row,
        column,
        value: read(model, index, row + 1, column + 1),
      })),
    );
  } finally {
    model.free();
  }
}

function inputOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.error;
}

function read(model: Model, sheet: number, row: number, column: number): CellValue {
  const text = model.getFormattedCellValue(sheet, row, column);
  switch (model.getCellType(sheet, row, column)) {
    case NUMBER:
      return text === '' ? null : Number(text);
    case BOOLEAN:
      return text === 'TRUE';
    case ERROR:
      return { error: text };
    default:
      return text;
  }
}
