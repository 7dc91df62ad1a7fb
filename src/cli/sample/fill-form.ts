import { sum } from '../../domain/decimal/decimal';
import { assignedForms, assignedIndicators, assignedTasks } from '../../domain/plan/assigned';
import { measureOf } from '../../domain/measure/measure';
import {
  alignIndicators,
  alignStatForm,
  alignTasks,
  type AlignedRow,
} from '../../domain/reading/align';
import type { Agency } from '../../domain/agency/agency';
import {
  cutOff,
  findIndicator,
  type Indicator,
  type Plan,
  type Task,
} from '../../domain/plan/plan';
import type { Period } from '../../domain/period/period';

import { SAMPLE_MARK, SAMPLE_PROPERTY, MARK_ROW } from '../../domain/template/identity';
import { TASK_STATES } from '../../domain/template/task-states';
import type { IndicatorColumn, TaskColumn } from '../../domain/template/columns';
import { isShownWhole, typedCells } from '../../domain/plan/stat-cells';
import type { StatForm } from '../../domain/plan/stat-form';
import { columnKey } from '../../domain/template/stat-columns';
import { isAddable, isCounted, isRate } from '../../domain/measure/units';
import { addDays, dateToSerial, formatDate } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
import type { Workbook } from '../../workbook/workbook';
import { Random, seedOf } from './random';

/**
 * Fills an issued form with made-up figures, marked SỐ LIỆU MẪU on every sheet and in the file's
 * properties.
 */
export function fillForm(workbook: Workbook, plan: Plan, agency: Agency, period: Period): void {
  workbook.properties.set(SAMPLE_PROPERTY, 'true');
  for (const sheet of workbook.sheets) {
    if (sheet.visibility !== 'visible') continue;
    for (const cell of sheet.rows.get(MARK_ROW)?.values() ?? [])
      if (cell.value === '') cell.value = SAMPLE_MARK;
  }
  const indicators = assignedIndicators(plan, agency).map(({ code, name }) => ({
    code,
    label: name,
  }));
  for (const row of alignIndicators(workbook, plan, indicators).rows) {
    const indicator = findIndicator(plan, row.code);
    if (indicator) fillIndicator(row, plan, indicator, agency, period);
  }
  for (const form of assignedForms(plan, agency)) fillStatForm(workbook, form, agency, period);
  const tasks = assignedTasks(plan, agency);
  const labels = tasks.map(({ code, text }) => ({ code, label: text }));
  for (const row of alignTasks(workbook, plan, labels).rows) {
    const task = tasks.find(({ code }) => code === row.code);
    if (task) fillTask(row, task, plan, agency, period);
  }
}

/**
 * Writes a value into a cell and keeps its look; a formula keeps standing with its new cached
 * value.
 */
export function type<Key extends string>(row: AlignedRow<Key>, key: Key, value: CellValue): void {
  const cell = row.cell(key);
  if (cell) cell.value = value;
}

function fillIndicator(
  row: AlignedRow<IndicatorColumn>,
  plan: Plan,
  indicator: Indicator,
  agency: Agency,
  period: Period,
): void {
  if (!indicator.denominator) {
    fillFigure(row, indicator, agency, period);
    return;
  }
  // Two indicators that are the same figure say the same.
  const { task, code, denominator: counted } = findIndicator(plan, indicator.sameAs) ?? indicator;
  const steady = new Random(seedOf(`${agency.code} ${task || code} ${counted?.name}`));
  const monthly = new Random(seedOf(`${agency.code} ${code} ${period.id}`));
  const progress = period.lastMonth / 12;
  let denominator: number;
  let share: number;
  const measure = measureOf(indicator);
  const isOfYear = measure.timeRule('denominator') === 'last-said';
  if (measure.isSummed) {
    const usual = steady.whole(24, agency.level === 'xa' ? 150 : 720);
    // An office's months are alike, a quarter more or less.
    denominator = isOfYear ? usual : Math.round(usual * (0.75 + 0.5 * monthly.next()));
    share = 0.93 + 0.07 * monthly.next();
  } else {
    const money = !isCounted(indicator.denominator?.unit ?? '');
    denominator = money ? steady.whole(20, 400) * 250_000 : steady.whole(8, 60);
    share = Math.min(1, progress * (1.2 + steady.next()));
    if (indicator.kind === 'reduction') share *= 0.25;
  }
  const numerator = Math.min(denominator, Math.round(denominator * share));
  const before = (key: IndicatorColumn) => (row.cell(key)?.value as number | null) ?? null;
  type(row, 'numerator', numerator);
  type(row, 'denominator', denominator);
  type(row, 'ratio', measure.value(numerator, denominator));
  const cumulative = (own: number, key: IndicatorColumn) => {
    const known = measure.isSummed ? before(key) : 0;
    return known === null ? '' : known + own;
  };
  const soFar = cumulative(numerator, 'previousNumerator');
  const ofAll = isOfYear ? denominator : cumulative(denominator, 'previousDenominator');
  type(row, 'cumulativeNumerator', soFar);
  type(row, 'cumulativeDenominator', ofAll);
  const isKnown = typeof soFar === 'number' && typeof ofAll === 'number';
  type(row, 'cumulativeRatio', isKnown ? measure.value(soFar, ofAll) : '');
  type(row, 'check', 'Đủ');
  if (row.cell('judgement')?.formula)
    type(row, 'judgement', numerator === denominator ? 'Đạt' : 'Không đạt');
}

/** A figure typed alone: growth may be below 0, a rank is small, what is counted is whole. */
function fillFigure(
  row: AlignedRow<IndicatorColumn>,
  indicator: Indicator,
  agency: Agency,
  period: Period,
): void {
  const measure = measureOf(indicator);
  const random = new Random(seedOf(`${agency.code} ${indicator.code} ${period.id}`));
  if (measure.answers.length > 0) {
    const { word } = measure.answers[random.whole(0, 3) === 0 ? measure.answers.length - 1 : 0];
    type(row, 'numerator', word);
    type(row, 'cumulativeNumerator', word);
    type(row, 'check', 'Đủ');
    return;
  }
  const unit = indicator.numerator.unit;
  const largest = indicator.kind === 'rank' ? 20 : isRate(unit) ? 40 : isCounted(unit) ? 9 : 900;
  const isWhole = isCounted(unit) || indicator.kind === 'rank';
  const usual = new Random(seedOf(`${agency.code} ${indicator.code}`)).whole(
    Math.ceil(largest / 2),
    largest,
  );
  // Months of an office are alike; growth is what it is.
  const scale = isWhole ? 1 : 100;
  const alike = Math.round(usual * (0.9 + 0.2 * random.next()) * scale) / scale;
  const figure = measure.mayBeNegative ? random.whole(-500, 1200) / 100 : alike;
  type(row, 'numerator', figure);
  const before = row.cell('previousNumerator')?.value ?? null;
  const isKnown = typeof before === 'number';
  type(
    row,
    'cumulativeNumerator',
    !measure.isSummed ? figure : isKnown ? sum([before, figure]) : '',
  );
  type(row, 'check', 'Đủ');
}

function figureOf(random: Random, least: number, most: number, isWhole: boolean): number {
  return isWhole ? random.whole(least, most) : random.whole(100 * least, 100 * most) / 100;
}

/**
 * Figures that go together as far as a form says that one may not be more than another; of a form
 * with sums to come out none are made up.
 */
function fillStatForm(workbook: Workbook, form: StatForm, agency: Agency, period: Period): void {
  if (form.identities.length > 0 || form.lines !== undefined) return;
  const { rows } = alignStatForm(workbook, form);
  const figures = new Map<string, number>();
  for (const row of rows) {
    const own = form.rows.find(({ key }) => key === row.code);
    if (!own) continue;
    const random = new Random(seedOf(`${agency.code} ${form.code} ${row.code} ${period.id}`));
    for (const { column, cell } of typedCells(form, own)) {
      if (cell.typed === 'choice')
        type(row, columnKey(column.code), random.whole(0, cell.answers.length - 1));
      if (cell.typed !== 'number') continue;
      const key = `${row.code} ${column.code}`;
      const above = atMost(form, row.code).map(
        (other) => figures.get(`${other} ${column.code}`) ?? Infinity,
      );
      const made = figureOf(
        random,
        cell.mayBeNegative ? -5 : 1,
        60,
        isShownWhole(cell) || !isAddable(cell.unit),
      );
      const figure = Math.min(made, ...above);
      figures.set(key, figure);
      type(row, columnKey(column.code), figure);
    }
  }
}

/** The rows a row may not be more than: "6.2 ≤ 6.1". */
function atMost(form: StatForm, key: string): string[] {
  return (form.rowIdentities ?? []).flatMap(({ left, relation, right }) =>
    relation === '<=' && left[0].column === key && left.length === 1
      ? right.map(({ column }) => column)
      : [],
  );
}

const DIFFICULTIES = [
  'Thiếu công chức chuyên trách công nghệ thông tin',
  'Chưa được bố trí kinh phí',
  'Chờ hướng dẫn của bộ, ngành',
];

function fillTask(
  row: AlignedRow<TaskColumn>,
  task: Task,
  plan: Plan,
  agency: Agency,
  period: Period,
): void {
  const steady = new Random(seedOf(`${agency.code} ${task.code}`));
  const doneInMonth = steady.whole(1, 9);
  const repeats = task.deadline?.kind === 'recurring';
  const done = repeats
    ? new Random(seedOf(`${agency.code} ${task.code} ${period.id}`)).next() < 0.9
    : doneInMonth <= period.lastMonth;
  if (!done) {
    type(row, 'status', doneInMonth > 7 ? TASK_STATES['not-started'] : TASK_STATES['in-progress']);
    if (steady.next() < 0.15) type(row, 'difficulty', DIFFICULTIES[steady.whole(0, 2)]);
    return;
  }
  const day = addDays(
    cutOff(plan, period),
    -steady.whole(1, 25) - 30 * (repeats ? 0 : period.lastMonth - doneInMonth),
  );
  type(row, 'status', TASK_STATES.done);
  type(row, 'date', dateToSerial(day));
  type(row, 'result', `Số ${steady.whole(10, 480)}/BC ngày ${formatDate(day)}`);
}
