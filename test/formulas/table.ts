import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCell } from '../../src/workbook/address';
import { isError, type CellValue } from '../../src/workbook/cell';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';

/**
 * Formulas of the kinds office staff write, over four small sheets: what Excel gives (its
 * documentation; absent where that is not certain) and what LibreOffice 7.4 gave. Formulas stand in
 * column A of "Công thức", in the row of their number.
 */
export interface FormulaCase {
  id: number;
  group: string;
  /** Without "=", as typed. */
  formula: string;
  /** As a file keeps it, where that differs (_xlfn. and the like). */
  file?: string;
  array?: string;
  mode?: 'implicit';
  excel?: CellValue;
  spill?: CellValue[][];
  note?: string;
  libreoffice: CellValue;
}

interface Table {
  sheets: { name: string; cells: Record<string, CellValue> }[];
  names: Record<string, string>;
  cases: FormulaCase[];
}

export const FORMULAS = 'Công thức';

export const table = JSON.parse(readFileSync(resolve(__dirname, 'table.json'), 'utf8')) as Table;

/** Where our calculation does not give what Excel gives: number of the case → why. */
export const DIFFERENCES = JSON.parse(
  readFileSync(resolve(__dirname, 'differences.json'), 'utf8'),
) as Record<string, string>;

/** The table as a workbook, formulas not yet calculated. */
export function workbookOf(asInFile = false): Workbook {
  const sheets = table.sheets.map(({ name, cells }) => {
    const sheet = new Sheet(name);
    for (const [address, value] of Object.entries(cells)) {
      const { row, column } = parseCell(address)!;
      sheet.put(row, column, value);
    }
    return sheet;
  });
  const formulas = new Sheet(FORMULAS);
  for (const { id, formula, file } of table.cases) {
    formulas.set(id - 1, 0, { value: null, formula: asInFile ? (file ?? formula) : formula });
  }
  const workbook = emptyWorkbook([...sheets, formulas]);
  for (const [name, meaning] of Object.entries(table.names)) workbook.names.set(name, meaning);
  return workbook;
}

/**
 * Equal as people mean it: figures within fifteen digits, nothing and an empty text alike, errors
 * by their code.
 */
export function isSame(a: CellValue | undefined, b: CellValue | undefined): boolean {
  const [x, y] = [a ?? '', b ?? ''];
  if (typeof x === 'number' && typeof y === 'number') {
    return x === y || Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y), 1e-3);
  }
  if (isError(x) || isError(y)) return isError(x) && isError(y) && x.error === y.error;
  return x === y;
}
