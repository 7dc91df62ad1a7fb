import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { figureLook, LOOK } from '../page/page';
import { sum } from '../decimal/decimal';
import { findIndicator, type Plan } from '../plan/plan';
import type { MatrixTotals } from './matrix-table';

/**
 * "Σ nguồn = Σ báo cáo": what the agencies' rows come to and what the table's rows come to, by two
 * ways of adding up the same figures, each unit by itself. Where somebody typed over a figure or a
 * range lost a row, they differ, and the line says so.
 */

/** Where the table has numerators, denominators and, for what is only counted, the number. */
const COLUMNS = { numerator: 5, denominator: 6, value: 7 } as const;
const PARTS = ['numerator', 'denominator', 'value'] as const;
/** Excel takes 255 arguments; chunks keep formulas short too. */
const ARGUMENTS = 100;

/**
 * Writes three lines for each unit from a row on; `rows` are those of the indicators, by their
 * codes.
 */
export function writeControl(
  sheet: Sheet,
  row: number,
  rows: ReadonlyMap<string, number>,
  plan: Plan,
  { cells }: MatrixTotals,
): void {
  const unitOf = ({ code, part }: MatrixTotals['cells'][number]) => {
    const indicator = findIndicator(plan, code)!;
    return (
      (part === 'denominator' ? indicator.denominator : indicator.numerator)?.unit ?? indicator.unit
    );
  };
  const units = [...new Set(cells.map(unitOf))];
  units.forEach((unit, index) => {
    const own = cells.filter((cell) => unitOf(cell) === unit);
    writeUnit(sheet, row + index * LINES, unit, own, rows);
  });
}

const LINES = 3;

function writeUnit(
  sheet: Sheet,
  row: number,
  unit: string,
  of: MatrixTotals['cells'],
  rows: ReadonlyMap<string, number>,
): void {
  const labels = [
    `Kiểm tra: Σ nguồn (cộng theo đơn vị), ${unit}`,
    `Σ báo cáo (cộng theo chỉ tiêu), ${unit}`,
    'Σ nguồn = Σ báo cáo',
  ];
  labels.forEach((label, index) =>
    sheet.put(row + index, 2, label, index === 2 ? LOOK.bold : LOOK.line),
  );
  for (const part of PARTS) {
    const cells = of.filter((one) => one.part === part);
    if (cells.length === 0) continue;
    const column = COLUMNS[part];
    const value = sum(cells.map((one) => one.value));
    const look = { ...figureLook(value), border: false };
    sheet.putFormula(row, column, adding(cells.map(({ reference }) => reference)), value, look);
    const reported = cells.map(({ code }) => cellName(rows.get(code)!, column));
    sheet.putFormula(row + 1, column, adding(reported), value, look);
    const [a, b] = [cellName(row, column), cellName(row + 1, column)];
    const verdict = `IF(ABS(${a}-${b})<=0.000000001*MAX(1,ABS(${a})),"Khớp","LỆCH")`;
    sheet.putFormula(row + 2, column, verdict, 'Khớp', { ...LOOK.bold, align: 'right' });
  }
}

function adding(references: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < references.length; at += ARGUMENTS)
    parts.push(`SUM(${references.slice(at, at + ARGUMENTS).join(',')})`);
  return parts.join('+');
}
