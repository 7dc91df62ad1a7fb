import { knownAt } from '../../known/known';
import { cellName, quoteSheet } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { figureLook, LOOK } from '../page/page';
import { sum } from '../decimal/decimal';
import { findIndicator, type Plan } from '../plan/plan';
import type { MatrixTotals } from './matrix-table';

/**
 * *Hai tổng khớp nhau*: what the agencies' rows come to and what the table's rows come to, by two
 * ways of adding up the same figures, each unit by itself. Where somebody typed over a figure or a
 * range lost a row, they differ, and the line says so.
 */

/** Where the table has numerators, denominators and, for what is only counted, the number. */
const COLUMNS = { numerator: 5, denominator: 6, value: 7 } as const;
const PARTS = ['numerator', 'denominator', 'value'] as const;
/** Where the three stand on *Kiểm soát*. */
const OWN_COLUMNS = { numerator: 2, denominator: 3, value: 4 } as const;
/** Excel takes 255 arguments; chunks keep formulas short too. */
const ARGUMENTS = 100;

const SOURCES = 'Kiểm tra: tổng theo đơn vị';
const REPORTED = 'Tổng theo chỉ tiêu';
const AGREE = 'Hai tổng khớp nhau';
/** How the lines began under tables of before. */
const FORMER = ['Kiểm tra: Σ nguồn', 'Σ báo cáo', 'Σ nguồn = Σ báo cáo'];

/** Whether a row is one of these: tables of before had them under their foot. */
export function isControlLine(text: string): boolean {
  return [SOURCES, REPORTED, AGREE, ...FORMER].some((own) => text.startsWith(own));
}

/** What is held against each other: the table of indicators and TỔNG CỘNG of the agencies. */
export interface Controlled {
  /** The sheet of the table, and its rows by the codes of the indicators. */
  table: string;
  rows: ReadonlyMap<string, number>;
  totals: MatrixTotals;
}

/** Writes three lines for each unit from a row on; returns the first free row. */
export function writeControl(sheet: Sheet, row: number, plan: Plan, of: Controlled): number {
  const { cells } = of.totals;
  const unitOf = ({ code, part }: MatrixTotals['cells'][number]) => {
    const indicator = findIndicator(plan, code)!;
    return (
      (part === 'denominator' ? indicator.denominator : indicator.numerator)?.unit ?? indicator.unit
    );
  };
  const headings = ['', '', 'Tử số', 'Mẫu số', 'Số liệu'];
  headings.forEach((text, column) => sheet.put(row, column, text, LOOK.tableHeading));
  const units = [...new Set(cells.map(unitOf))];
  units.forEach((unit, index) => {
    const own = cells.filter((cell) => unitOf(cell) === unit);
    writeUnit(sheet, row + 1 + index * LINES, unit, own, of);
  });
  return row + 1 + units.length * LINES;
}

const LINES = 3;

function writeUnit(
  sheet: Sheet,
  row: number,
  unit: string,
  of: MatrixTotals['cells'],
  { table, rows }: Controlled,
): void {
  const labels = [`${SOURCES}, ${unit}`, `${REPORTED}, ${unit}`, AGREE];
  labels.forEach((label, index) =>
    sheet.put(row + index, 1, label, index === 2 ? LOOK.bold : LOOK.line),
  );
  for (const part of PARTS) {
    const cells = of.filter((one) => one.part === part);
    if (cells.length === 0) continue;
    const column = OWN_COLUMNS[part];
    const value = sum(cells.map((one) => one.value));
    const look = { ...figureLook(value), border: false };
    sheet.putFormula(row, column, adding(cells.map(({ reference }) => reference)), value, look);
    const reported = cells.map(
      ({ code }) => `${quoteSheet(table)}!${cellName(knownAt(rows, code), COLUMNS[part])}`,
    );
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
