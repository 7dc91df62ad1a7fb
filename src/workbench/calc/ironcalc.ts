import init, { Model } from '@ironcalc/wasm';
import type { CellValue } from '../../workbook/cell';
import type { CalcEngine, CalcSheet } from './calc-engine';

/**
 * Fifteen significant digits: the engine only gives formatted values, so this format is how a raw
 * number is read.
 */
const RAW = '0.00000000000000E+00';

/** The engine's cell types (a spreadsheet TYPE() code). */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;

/** Errors of the engine's own, as Excel would call them. */
const ERRORS: Record<string, string> = { '#ERROR!': '#NAME?', '#N/IMPL!': '#NAME?' };

/**
 * Loads the engine on demand (its wasm is 665 KB compressed); where there is no server, from the
 * module's bytes.
 */
export async function loadIronCalc(module?: BufferSource): Promise<CalcEngine> {
  await init(module && { module_or_path: module });
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
      for (const { row, column, value } of sheet.values)
        model.setUserInput(index, row + 1, column + 1, inputOf(value));
    });
    sheets.forEach((sheet, index) => {
      for (const { row, column, formula } of sheet.formulas) {
        model.setUserInput(index, row + 1, column + 1, `=${formula}`);
        model.updateRangeStyle(
          { sheet: index, row: row + 1, column: column + 1, height: 1, width: 1 },
          'num_fmt',
          RAW,
        );
      }
    });
    model.evaluate();
    return sheets.flatMap((sheet, index) =>
      sheet.formulas.map(({ row, column }) => ({
        sheet: sheet.name,
        row,
        column,
        value: read(model, index, row + 1, column + 1),
        ...spillOf(model, index, row + 1, column + 1),
      })),
    );
  } finally {
    model.free();
  }
}

/** Results of an array formula beyond its own cell. */
function spillOf(
  model: Model,
  sheet: number,
  row: number,
  column: number,
): { spill?: CellValue[][] } {
  const structure = model.getCellArrayStructure(sheet, row, column);
  if (
    typeof structure === 'string' ||
    !('DynamicAnchor' in structure || 'ArrayAnchor' in structure)
  )
    return {};
  const [width, height] =
    'DynamicAnchor' in structure ? structure.DynamicAnchor : structure.ArrayAnchor;
  if (width * height <= 1) return {};
  const area = { sheet, row, column, height, width };
  model.updateRangeStyle(area, 'num_fmt', RAW);
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => read(model, sheet, row + r, column + c)),
  );
  return { spill: rows };
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
      // Excel warns of a circle and shows 0.
      return text === '#CIRC!' ? 0 : { error: ERRORS[text] ?? text };
    default:
      return text;
  }
}
