import { withoutNoise } from '../../text/number';
import { isBlank } from '../../workbook/cell';
import { inputColumns, withComputed, type StatForm } from '../plan/stat-form';
import { finding, type Finding } from '../finding/finding';
import { columnKey, previousColumns, previousKey, type StatKey } from '../template/stat-columns';
import type { AlignedRow } from './match-rows';
import { counted, readFigure, type FigureReading } from './read-figure';
import type { Observation } from '../submission/submission';

/** One row of a statistics form as read: what was typed, and the sums that were typed over their formulas. */
export interface StatRowReading {
  key: string;
  name: string;
  row: AlignedRow<StatKey>;
  /** By the number of the column. */
  cells: Map<string, Observation>;
  typedSums: Map<string, number>;
  /** Figures of the period before as the form prints them. */
  previous: Map<string, number>;
}

export interface StatFormReading {
  form: StatForm;
  rows: StatRowReading[];
  totals: StatTotal[];
}

/** A row that adds up others. */
export interface StatTotal {
  code: string;
  row: AlignedRow<StatKey>;
  /** Figures typed over its formulas, by column. */
  typed: Map<string, number>;
  formulas: Map<string, string>;
}

/** What stands in the total rows; what a formula shows is Excel's business, what it adds up is ours. */
export function readTotals(form: StatForm, rows: readonly AlignedRow<StatKey>[]): StatTotal[] {
  return rows.map((row) => {
    const formulas = form.columns.flatMap(({ code }) => {
      const formula = row.cell(columnKey(code))?.formula;
      return formula === undefined ? [] : [[code, formula] as const];
    });
    return { code: row.code, row, typed: typedFigures(form.columns, row), formulas: new Map(formulas) };
  });
}

function typedFigures(columns: readonly { code: string }[], row: AlignedRow<StatKey>): Map<string, number> {
  const typed = new Map<string, number>();
  for (const { code } of columns) {
    const cell = row.cell(columnKey(code));
    if (cell && cell.formula === undefined && typeof cell.value === 'number') typed.set(code, withoutNoise(cell.value));
  }
  return typed;
}

/** Reads the typed columns of one row; sums are never read but compared. */
export function readStatRow(
  form: StatForm,
  row: AlignedRow<StatKey>,
  date1904: boolean,
  findings: Finding[],
): StatRowReading {
  const name = form.rows.find(({ key }) => key === row.code)!.name;
  const reading: StatRowReading = {
    key: row.code,
    name,
    row,
    cells: new Map(),
    typedSums: new Map(),
    previous: new Map(),
  };
  const inputs = inputColumns(form);
  const isUntouched = inputs.every(({ code }) => isBlank(row.cell(columnKey(code))?.value));
  if (isUntouched)
    findings.push(finding('form-row-blank', 'warning', row.place(columnKey(inputs[0].code)), { row: name }));
  for (const { code, unit } of inputs) {
    const key = columnKey(code);
    const figure = readFigure(row.cell(key), row.place(key), unit, date1904, findings);
    if (figure.kind === 'none')
      findings.push(finding('none-as-zero', 'fixed', row.place(key), { raw: figure.raw, denominator: '' }));
    if (figure.kind === 'blank' && !isUntouched) findings.push(finding('blank', 'warning', row.place(key), {}));
    const observed = observe(form, row, code, figure);
    if (observed) reading.cells.set(code, observed);
  }
  const computed = form.columns.filter(({ overTime }) => overTime === 'computed');
  for (const [code, value] of typedFigures(computed, row)) reading.typedSums.set(code, value);
  for (const code of previousColumns(form)) {
    const value = row.cell(previousKey(code))?.value;
    if (typeof value === 'number') reading.previous.set(code, value);
  }
  return reading;
}

/** Every column of a row as far as what was typed counts. */
export function countedColumns(form: StatForm, { cells }: StatRowReading): Map<string, number | null> {
  const typed = inputColumns(form).map(({ code }): [string, number | null] => {
    const one = cells.get(code);
    const counts = one?.state === 'ok' || one?.state === 'not-applicable';
    return [code, counts && typeof one.value === 'number' ? one.value : null];
  });
  return withComputed(form, new Map(typed));
}

function observe(form: StatForm, row: AlignedRow<StatKey>, column: string, figure: FigureReading): Observation | null {
  const own = counted(figure);
  const place = row.place(columnKey(column));
  return own && { of: 'form', code: form.code, row: row.code, measure: column, ...own, ...place };
}
