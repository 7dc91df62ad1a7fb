import { lastOf, theOne } from '../../known/known';
import { dateFromSerial, readDate, readShortDate } from '../../text/date';
import { tidy } from '../../text/normal-form';
import { withoutNoise } from '../../text/number';
import { isBlank, type Cell } from '../../workbook/cell';
import {
  cellOf,
  isNeeded,
  isShownWhole,
  readAnswer,
  saysNone,
  typedCells,
  countedCells,
  completed,
  type StatCell,
  type StatGrid,
} from '../plan/stat-cells';
import { inputColumns, type StatForm, type StatRow } from '../plan/stat-form';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';
import { columnKey, previousColumns, previousKey, type StatKey } from '../template/stat-columns';
import { isStruckOut } from './marked-text';
import type { AlignedRow } from './match-rows';
import { blankFindings, type OwedCell } from './owed-cell';
import { counted, readFigure } from './read-figure';
import type { Observation } from '../submission/submission';

/**
 * One row of a statistics form as read: what was typed, and the sums that were typed over their
 * formulas.
 */
export interface StatRowReading {
  key: string;
  name: string;
  row: AlignedRow<StatKey>;
  /** By the number of the column. */
  cells: Map<string, Observation>;
  typedSums: Map<string, number>;
  /** Figures of the period before as the form prints them. */
  previous: Map<string, number>;
  owed: OwedCell[];
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

/**
 * What stands in the total rows; what a formula shows is Excel's business, what it adds up is ours.
 */
export function readTotals(form: StatForm, rows: readonly AlignedRow<StatKey>[]): StatTotal[] {
  return rows.map((row) => {
    const formulas = form.columns.flatMap(({ code }) => {
      const formula = row.cell(columnKey(code))?.formula;
      return formula === undefined ? [] : [[code, formula] as const];
    });
    return {
      code: row.code,
      row,
      typed: typedFigures(form.columns, row),
      formulas: new Map(formulas),
    };
  });
}

function typedFigures(
  columns: readonly { code: string }[],
  row: AlignedRow<StatKey>,
): Map<string, number> {
  const typed = new Map<string, number>();
  for (const { code } of columns) {
    const cell = row.cell(columnKey(code));
    if (cell && cell.formula === undefined && typeof cell.value === 'number')
      typed.set(code, withoutNoise(cell.value));
  }
  return typed;
}

/** Reads the typed columns of one row; sums are never read but compared. */
export function readStatRow(
  form: StatForm,
  row: AlignedRow<StatKey>,
  date1904: boolean,
  findings: Finding[],
  isListFilled = false,
): StatRowReading {
  const formRow = theOne(form.rows, ({ key }) => key === row.code);
  const { name } = formRow;
  const reading: StatRowReading = {
    key: row.code,
    name,
    row,
    cells: new Map(),
    typedSums: new Map(),
    previous: new Map(),
    owed: [],
  };
  const inputs = typedCells(form, formRow);
  const needed = inputs.filter(({ cell }) => isNeeded(cell));
  const written = inputs.map(({ column: { code } }) => row.cell(columnKey(code))?.value ?? null);
  const isUntouched = written.every(isBlank);
  // Of a list a line nobody needed is no gap; that none is filled is said once, of the first.
  const isGap = form.lines === undefined || row.code === form.rows[0].key;
  const first = needed[0] ?? (form.lines ? inputs[0] : undefined);
  const isMissing = isUntouched && isGap && !isListFilled;
  if (isMissing && first)
    findings.push(
      finding('form-row-blank', row.place(columnKey(first.column.code)), { row: name }),
    );
  const said = written.map((value) => tidy(cellText(value))).filter(Boolean);
  const isNone = form.lines !== undefined && saysNone(said);
  // Of a list that nobody has begun one cell is owed, however many it has.
  const isOwed = ({ column, cell }: (typeof inputs)[number]): boolean => {
    if (!isUntouched) return !isNone && isNeeded(cell);
    return isMissing && (form.lines ? column === first?.column : isNeeded(cell));
  };
  for (const input of inputs) {
    const { column, cell } = input;
    const key = columnKey(column.code);
    const place = row.place(key);
    const read = readCell(cell, row.cell(key), place, date1904, findings);
    if (isOwed(input)) reading.owed.push({ ...place, isBlank: read === null });
    if (read) {
      const { code: measure } = column;
      const figure = { of: 'form' as const, code: form.code, row: row.code, measure };
      reading.cells.set(measure, { ...figure, ...read, ...place });
    }
  }
  // A row of which nothing is filled has been named as a whole.
  if (!isUntouched) findings.push(...blankFindings(reading.owed));
  readGiven(reading, form, formRow);
  return reading;
}

/** What stands in a row that nobody types: its sums, and the figures of the period before. */
function readGiven(
  { row, typedSums, previous }: StatRowReading,
  form: StatForm,
  of: StatRow,
): void {
  const computed = form.columns.filter((column) => cellOf(form, of, column).formula);
  for (const [code, value] of typedFigures(computed, row)) typedSums.set(code, value);
  for (const code of previousColumns(form)) {
    const value = row.cell(previousKey(code))?.value;
    if (typeof value === 'number') previous.set(code, value);
  }
}

type Read = Pick<Observation, 'raw' | 'value' | 'state'>;

/** What one cell says, by what is typed in it; null for a blank. */
function readCell(
  own: StatCell,
  cell: Cell | undefined,
  place: { sheet: string; cell: string },
  date1904: boolean,
  findings: Finding[],
): Read | null {
  if (own.typed === 'number') {
    const figure = readFigure(cell, place, own.unit, date1904, findings, isShownWhole(own));
    if (figure.kind === 'none')
      findings.push(finding('none-as-zero', place, { raw: figure.raw, denominator: '' }));
    return counted(figure);
  }
  const value = cell?.value ?? null;
  const raw = tidy(cellText(value));
  if (raw === '') return null;
  if (isStruckOut(cell!)) {
    findings.push(finding('struck-out', place, { raw, value: null }));
    return { raw, value: null, state: 'undecided' };
  }
  if (own.typed === 'text') return { raw, value: raw, state: 'ok' };
  if (own.typed === 'date') {
    const day =
      typeof value === 'number'
        ? dateFromSerial(value, date1904)
        : (readDate(raw) ?? readShortDate(raw));
    if (day && day >= EARLIEST) return { raw, value: day, state: 'ok' };
    findings.push(finding('not-a-date', place, { raw }));
    return { raw, value: null, state: 'withheld' };
  }
  const answer = readAnswer(own, raw);
  if (answer !== null) return { raw, value: answer, state: 'ok' };
  const allowed = own.answers.map(({ said }) => lastOf(said)).join(' / ');
  findings.push(finding('status-unknown', place, { raw, allowed }));
  return { raw, value: null, state: 'undecided' };
}

/**
 * Nothing a form tells of happened before this; a number such as 2024 shown as a date is of the
 * year 1905.
 */
const EARLIEST = '1945-01-01';

/** Whether anything stands in a line of a list. */
export function isAnyFilled(form: StatForm, rows: readonly AlignedRow<StatKey>[]): boolean {
  return rows.some((row) =>
    inputColumns(form).some(({ code }) => !isBlank(row.cell(columnKey(code))?.value)),
  );
}

/** Every figure of a form as far as what was typed counts. */
export function countedForm({ form, rows }: Pick<StatFormReading, 'form' | 'rows'>): StatGrid {
  return completed(
    form,
    new Map(rows.map(({ key, cells }) => [key, countedCells(cells.values())])),
  );
}
