import { areaName, cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { figureLook, LOOK } from '../page/page';
import { sum } from '../decimal/decimal';
import type { MatrixTotals } from './matrix-table';

/**
 * "Σ nguồn = Σ báo cáo": what the agencies' rows come to and what the table's rows come to, by two ways of adding up the same figures. Where
 * somebody typed over a figure or a range lost a row, they differ, and the line says so.
 */

/** Where the table has numerators, denominators and, for what is only counted, the number. */
const COLUMNS = { numerator: 5, denominator: 6, value: 7 } as const;
const PARTS = ['numerator', 'denominator', 'value'] as const;
/** Excel takes 255 arguments; chunks keep formulas short too. */
const ARGUMENTS = 100;

/** Rows of the indicators, inclusive, and of each the row it stands in. */
export interface TableRows {
  first: number;
  last: number;
  /** By the code of the indicator. */
  of: ReadonlyMap<string, number>;
}

/** Writes the three lines from a row on; returns the next free row. */
export function writeControl(sheet: Sheet, row: number, rows: TableRows, totals: MatrixTotals): number {
  const labels = ['Kiểm tra: Σ nguồn (cộng theo đơn vị)', 'Σ báo cáo (cộng theo chỉ tiêu)', 'Σ nguồn = Σ báo cáo'];
  labels.forEach((label, index) => sheet.put(row + index, 2, label, index === 2 ? LOOK.bold : LOOK.line));
  for (const part of PARTS) {
    const cells = totals.cells.filter((one) => one.part === part);
    if (cells.length === 0) continue;
    const column = COLUMNS[part];
    const value = sum(cells.map((one) => one.value));
    const look = { ...figureLook(value), border: false };
    const sources = adding(cells.map(({ reference }) => reference));
    sheet.putFormula(row, column, sources, value, look);
    // Counts stand in the column of percentages, so they are named one by one.
    const counted = cells.map(({ code }) => cellName(rows.of.get(code)!, column));
    const range = areaName({ top: rows.first, bottom: rows.last, left: column, right: column });
    sheet.putFormula(row + 1, column, part === 'value' ? adding(counted) : `SUM(${range})`, value, look);
    const [a, b] = [cellName(row, column), cellName(row + 1, column)];
    const verdict = `IF(ABS(${a}-${b})<=0.000000001*MAX(1,ABS(${a})),"Khớp","LỆCH")`;
    sheet.putFormula(row + 2, column, verdict, 'Khớp', { ...LOOK.bold, align: 'right' });
  }
  return row + labels.length;
}

function adding(references: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < references.length; at += ARGUMENTS)
    parts.push(`SUM(${references.slice(at, at + ARGUMENTS).join(',')})`);
  return parts.join('+');
}
