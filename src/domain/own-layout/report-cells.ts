import { knownAt, theOne } from '../../known/known';
import { matchKey, tidy } from '../../text/normal-form';
import type { Position } from '../../workbook/address';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import { findAgency, findIndicator, type Plan } from '../plan/plan';
import { formSheetNames } from '../report/form-tables';
import { reportSheetNames } from '../report/report-sheets';
import { LEVEL_GROUP, matrixHeading, matrixHeadingOfBefore, RATIO, RESULT } from '../report/words';
import { isWord } from '../table/former-words';
import {
  MEASURE_WORDS,
  type FigureSource,
  type FormSource,
  type IndicatorSource,
  type Scope,
  type Span,
  type TaskMeasure,
} from './figure-source';
import { textAt } from './texts-over';

/** Where a figure stands in a period's report, and the cells whose texts say that it does. */
export interface ReportCell extends Position {
  sheet: Sheet;
  saidBy: readonly Position[];
}

/**
 * Finds figures in the laid-out sheets of a period by code, name and headings. Gives null for what
 * the reports do not have. `plan` is the plan as it stands in the period.
 */
export function reportFinder(
  plan: Plan,
  period: Period,
  sheets: readonly Sheet[],
): (source: FigureSource) => ReportCell | null {
  const names = reportSheetNames(period.id);
  const tableOf = (name: string, ...wanted: string[]) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet ? tableIn(sheet, wanted) : null;
  };
  const indicators = tableOf(names.indicators, 'Mã', 'Chỉ tiêu');
  const matrix = tableOf(names.matrix, 'STT', 'Đơn vị');
  const tasks = tableOf(names.tasks, 'STT', 'Nhiệm vụ');
  return (source) => {
    if (source.of === 'form') {
      const table = tableOf(formSheetNames(source.code, period.id).table, 'STT', 'Đơn vị');
      return table && formCell(table, plan, source);
    }
    if (source.of === 'task') return tasks && taskCell(tasks, plan, source.code, source.measure);
    if (source.scope.kind === 'province')
      return indicators && provinceCell(indicators, period, source);
    return matrix && matrixCell(matrix, plan, source);
  };
}

/** The sheets where figures stand, with those of the forms that some of them are of. */
export function figureSheets(period: Period, sources: readonly FigureSource[] = []): string[] {
  const { indicators, tasks, matrix } = reportSheetNames(period.id);
  const forms = sources.flatMap((one) => (one.of === 'form' ? [one.code] : []));
  const named = [...new Set(forms)].map((code) => formSheetNames(code, period.id).table);
  return [indicators, tasks, matrix, ...named];
}

/**
 * Whether the workbook shows at these places what the report says now, texts that say what it is
 * included.
 */
export function isUpToDate(standing: Workbook, cells: readonly ReportCell[]): boolean {
  return cells.every(({ sheet, row, column, saidBy }) => {
    const there = findSheet(standing, sheet.name);
    return [{ row, column }, ...saidBy].every((at) =>
      sameValue(there?.value(at.row, at.column) ?? null, sheet.value(at.row, at.column)),
    );
  });
}

interface Table {
  sheet: Sheet;
  /** The row of the upper headings. */
  top: number;
  /** Upper and lower heading of each column; a heading over several columns counts for each. */
  columns: { column: number; over: string; under: string; first: number }[];
}

function tableIn(sheet: Sheet, wanted: readonly string[]): Table | null {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const top = rows.find((row) => {
    const texts = new Set(
      [...knownAt(sheet.rows, row).keys()].map((column) => textAt(sheet, row, column)),
    );
    return wanted.every((heading) => texts.has(heading));
  });
  if (top === undefined) return null;
  const columns: Table['columns'] = [];
  for (const column of [...knownAt(sheet.rows, top).keys()].sort((a, b) => a - b)) {
    const [own, under] = [textAt(sheet, top, column), textAt(sheet, top + 1, column)];
    const before = columns.at(-1);
    const reachesOver = own === '' && before !== undefined;
    columns.push({
      column,
      over: reachesOver ? before.over : own,
      under,
      first: reachesOver ? before.first : column,
    });
  }
  return { sheet, top, columns };
}

function columnOf({ columns }: Table, heading: string): number {
  return theOne(columns, ({ over }) => over === heading).column;
}

/** The only row below the headings with this text in the column. */
function rowOf({ sheet, top }: Table, column: number, text: string): number | null {
  const rows = [...sheet.rows.keys()].filter(
    (row) => row > top && textAt(sheet, row, column) === text,
  );
  return rows.length === 1 ? rows[0] : null;
}

function provinceCell(table: Table, period: Period, source: IndicatorSource): ReportCell | null {
  const codes = columnOf(table, 'Mã');
  const row = rowOf(table, codes, source.code);
  const at = table.columns.find(({ over, under }) => isFigure(over, under, period, source));
  if (row === null || !at) return null;
  return { sheet: table.sheet, row, column: at.column, saidBy: saidBy(table, row, codes, at) };
}

/** Whether a lower heading says this part of a figure. */
function isPart(under: string, measure: IndicatorSource['measure']): boolean {
  return (
    (measure === 'numerator' || measure === 'denominator') && isWord(MEASURE_WORDS[measure], under)
  );
}

/** Whether a lower heading of the province's table stands over this measure. */
function isUnder(under: string, measure: IndicatorSource['measure']): boolean {
  return measure === 'value' ? under === RATIO || under === RESULT : isPart(under, measure);
}

function isFigure(
  over: string,
  under: string,
  period: Period,
  { span, measure }: IndicatorSource,
): boolean {
  const key = matchKey(over);
  const isLastYear = key.includes(matchKey('cùng kỳ'));
  if (measure === 'status') return key === matchKey('Đánh giá');
  if (measure === 'change') return key.startsWith(matchKey('Tăng/giảm')) && !isLastYear;
  if (span === 'previous' || span === 'same-period-last-year') {
    return (
      measure === 'value' &&
      (under === '' || isUnder(under, measure)) &&
      spansOf(key, period).includes(span)
    );
  }
  const isCumulative = key.startsWith(matchKey('Lũy kế'));
  return isUnder(under, measure) && !isLastYear && isCumulative === (span === 'cumulative');
}

/** Nine months and a year are compared with the year before: one column is both. */
function spansOf(key: string, period: Period): Span[] {
  const isBefore = / trước$/u.test(key) && !key.startsWith(matchKey('Lũy kế'));
  if (!isBefore) return [];
  if (period.kind === 'nine-months' || period.kind === 'year')
    return ['previous', 'same-period-last-year'];
  return key.includes(matchKey('cùng kỳ')) ? ['same-period-last-year'] : ['previous'];
}

function matrixCell(table: Table, plan: Plan, source: IndicatorSource): ReportCell | null {
  const { code, scope, span, measure } = source;
  const indicator = findIndicator(plan, code);
  const names = columnOf(table, 'Đơn vị');
  const row =
    scope.kind === 'agency'
      ? agencyRow(table, names, plan, scope.agency)
      : levelRow(table, names, scope);
  if (!indicator || row === null || span !== 'period') return null;
  const headings = [matrixHeading(indicator, plan.indicators), matrixHeadingOfBefore(indicator)];
  const own = table.columns.filter(({ over }) => headings.some((one) => over === tidy(one)));
  // A figure without parts is one, and here it stands first, under its own unit.
  const isAlone = measure === 'value' && !indicator.denominator;
  const at = isAlone
    ? own[0]
    : own.find(({ under }) =>
        measure === 'value'
          ? !isPart(under, 'numerator') && !isPart(under, 'denominator')
          : isPart(under, measure),
      );
  return at
    ? { sheet: table.sheet, row, column: at.column, saidBy: saidBy(table, row, names, at) }
    : null;
}

function levelRow(table: Table, names: number, scope: IndicatorSource['scope']): number | null {
  return scope.kind === 'level' ? rowOf(table, names, LEVEL_GROUP[scope.level]) : null;
}

/**
 * Agencies of one name stand in the order of the register; where one of them is not in the report,
 * none is certain.
 */
function agencyRow(table: Table, names: number, plan: Plan, code: string): number | null {
  const agency = findAgency(plan, code);
  if (!agency) return null;
  const isNamesake = (one: Agency) =>
    one.level === agency.level && tidy(one.name) === tidy(agency.name);
  const namesakes = plan.agencies.filter(isNamesake);
  const rows = [...table.sheet.rows.keys()]
    .filter((row) => row > table.top && textAt(table.sheet, row, names) === tidy(agency.name))
    .sort((a, b) => a - b);
  return rows.length === namesakes.length ? rows[namesakes.indexOf(agency)] : null;
}

/** Row and column of a form stand side by side over the agencies, or its columns alone. */
function formCell(table: Table, plan: Plan, source: FormSource): ReportCell | null {
  const { sheet, top } = table;
  const names = columnOf(table, 'Đơn vị');
  const own = table.columns.filter(({ column, over, under }) => {
    if (source.row === '') return numberOver(sheet, top, column) === `(${source.column})`;
    const isColumn = under === '' || under.startsWith(`(${source.column}) `);
    return over.startsWith(`${source.row}. `) && isColumn;
  });
  const row = formRow(table, names, plan, source.scope);
  if (row === null || own.length !== 1) return null;
  const [at] = own;
  return { sheet, row, column: at.column, saidBy: saidBy(table, row, names, at) };
}

/** The number a column of the form has, below its two or three headings. */
function numberOver(sheet: Sheet, top: number, column: number): string {
  const numbers = [top + 1, top + 2, top + 3].map((row) => textAt(sheet, row, column));
  return numbers.find((text) => /^\(.{1,10}\)$/.test(text)) ?? '';
}

function formRow(table: Table, names: number, plan: Plan, scope: Scope): number | null {
  if (scope.kind === 'agency') return agencyRow(table, names, plan, scope.agency);
  if (scope.kind === 'level') return levelRow(table, names, scope);
  const [found = null] = WHOLE_ROWS.map((text) => rowOf(table, names, text)).filter(
    (row) => row !== null,
  );
  return found;
}

const WHOLE_ROWS = ['TOÀN TỈNH', 'TỔNG CỘNG'];

const TASK_HEADINGS: Record<TaskMeasure, string> = {
  assigned: 'Số lượt được giao',
  done: 'Đã hoàn thành',
  status: 'Tình trạng',
};

function taskCell(table: Table, plan: Plan, code: string, measure: TaskMeasure): ReportCell | null {
  const task = plan.tasks.find((one) => one.code === code);
  const at = table.columns.find(({ over }) => over === TASK_HEADINGS[measure]);
  if (!task || !at) return null;
  const [numbers, texts] = [columnOf(table, 'STT'), columnOf(table, 'Nhiệm vụ')];
  const { sheet, top } = table;
  const rows = [...sheet.rows.keys()].filter(
    (row) =>
      row > top &&
      textAt(sheet, row, texts) === tidy(task.text) &&
      textAt(sheet, row, numbers) === tidy(task.stt),
  );
  if (rows.length !== 1) return null;
  return { sheet, row: rows[0], column: at.column, saidBy: saidBy(table, rows[0], texts, at) };
}

function saidBy(
  { top }: Table,
  row: number,
  labels: number,
  at: Table['columns'][number],
): Position[] {
  return [
    { row, column: labels },
    { row: top, column: at.first },
    { row: top + 1, column: at.column },
  ];
}
