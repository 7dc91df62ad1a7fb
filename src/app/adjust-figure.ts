import { knownAt } from '../known/known';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import type { Agency } from '../domain/agency/agency';
import { periodLabel, periodOf, type PeriodId } from '../domain/period/period';
import {
  cutOff,
  findAgency,
  findIndicator,
  isFilledBy,
  reportsIn,
  type Filler,
  type Indicator,
  type Plan,
  type Standing,
} from '../domain/plan/plan';
import { formOf } from '../domain/plan/assigned';
import {
  appliesTo,
  completed,
  fitsCell,
  isNeeded,
  readAnswer,
  typedCells,
  type StatCell,
} from '../domain/plan/stat-cells';
import {
  brokenSides,
  checkedIdentities,
  looksBack,
  type StatForm,
  type StatRow,
} from '../domain/plan/stat-form';
import { measureOf } from '../domain/measure/measure';
import type { Grounds, MeasureName, Observation, TaskState } from '../domain/submission/submission';
import { TASK_STATES } from '../domain/template/task-states';
import { formatDate, isCivilDate, type CivilDate } from '../text/date';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { ADJUSTED, enterAdjustment } from './enter-adjustment';
import type { Undo, WorkbookPort } from './ports';
import type { UseCaseRefusalCode } from './refusals';

/**
 * *Nhập hộ, điều chỉnh*: what no file says of one row of the plan, over what the agency sent if it
 * sent anything.
 */
export type Entered = (OfIndicator | OfForm | OfTask) & {
  agency: string;
  period: PeriodId;
  /** Reason and name are asked for; the document where there is one. */
  grounds: Grounds;
};

/** `at` is stored as its run. */
export type Adjustment = Entered & { at: string };

export interface OfIndicator {
  indicator: string;
  /** Of a ratio numerator and denominator, either or both; of a count the value. */
  figures: Partial<Record<'numerator' | 'denominator' | 'value', number>>;
}

/** A row of a statistics form, whole: its columns have to agree. */
export interface OfForm {
  form: string;
  row: string;
  /** By the code of each typed column. */
  figures: Record<string, number | string>;
}

export interface OfTask {
  task: string;
  status: TaskState;
  /** Asked for of a task that is done, unless it comes again and again. */
  date: CivilDate | null;
  /** Number and date of the document; "" leaves what the agency sent. */
  text: string;
}

/**
 * Enters an adjustment as a version of its own: it counts at once, is named in every trace, and a
 * later form takes its place.
 */
export async function adjustFigure(
  port: WorkbookPort,
  adjustment: Adjustment,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const before = await readDesk(port);
  const { agency, period, grounds, at } = adjustment;
  const hash = [at, `${agency}/${period}`, ...rowOf(adjustment)].join(' ');
  mustBeAllowed(before, adjustment);
  const observations = observationsOf(before.plan, adjustment);
  return enterAdjustment(port, before, { hash, agency, period, observations, grounds, at });
}

/** Code of the indicator, of the task, or of the form and its row. */
export function rowOf(adjustment: OfIndicator | OfForm | OfTask): string[] {
  if ('indicator' in adjustment) return [adjustment.indicator];
  return 'task' in adjustment ? [adjustment.task] : [adjustment.form, adjustment.row];
}

function observationsOf(plan: Plan, adjustment: OfIndicator | OfForm | OfTask): Observation[] {
  const entered = { sheet: ADJUSTED, cell: '', state: 'ok' as const };
  if ('task' in adjustment) {
    const { task: code, status, date, text } = adjustment;
    const told: [MeasureName, string | null][] = [
      ['status', status],
      ['date', date],
      ['text', text.trim() || null],
    ];
    return told.flatMap(([measure, value]): Observation[] => {
      const raw = measure === 'status' ? TASK_STATES[status] : (value ?? '');
      return value === null ? [] : [{ of: 'task', code, measure, value, raw, ...entered }];
    });
  }
  const row =
    'form' in adjustment
      ? { of: 'form' as const, code: adjustment.form, row: adjustment.row }
      : { of: 'indicator' as const, code: adjustment.indicator };
  const indicator = row.of === 'indicator' ? findIndicator(plan, row.code) : undefined;
  return Object.entries(adjustment.figures).map(([measure, value]) => ({
    ...row,
    measure,
    value,
    raw: (indicator && measureOf(indicator).wordOf(value)) ?? String(value),
    ...entered,
  }));
}

function mustBeAllowed(desk: Desk, adjustment: Adjustment): void {
  const { period, grounds } = adjustment;
  if (grounds.reason.trim() === '' || grounds.who.trim() === '')
    throw refused('reason-missing', {});
  if (desk.locked.has(period))
    throw refused('period-is-locked', { period: periodLabel(periodOf(period)) });
  const agency = findAgency(desk.plan, adjustment.agency);
  if (!agency || !reportsIn(agency, periodOf(period))) throw notAsked(adjustment, agency);
  if ('task' in adjustment) mustFitTask(desk, adjustment, agency);
  else if ('form' in adjustment) mustFitForm(desk, adjustment, agency);
  else mustFitIndicator(desk, adjustment, agency);
}

function notAsked(adjustment: Adjustment, agency: Agency | undefined): DeskRefused {
  const [code] = rowOf(adjustment);
  return refused('figure-not-asked', { code, agency: agency?.name ?? adjustment.agency });
}

function isAsked(
  { plan }: Desk,
  row: ({ filledBy: Filler[] } & Standing) | undefined,
  agency: Agency,
  period: PeriodId,
): boolean {
  return row !== undefined && isFilledBy(row, agency, cutOff(plan, periodOf(period)));
}

function mustFitTask(desk: Desk, adjustment: Extract<Adjustment, OfTask>, agency: Agency): void {
  const { status, date, at } = adjustment;
  const task = desk.plan.tasks.find(({ code }) => code === adjustment.task);
  if (!task || !isAsked(desk, task, agency, adjustment.period)) throw notAsked(adjustment, agency);
  const isOnce = task.deadline?.kind !== 'recurring' && task.deadline?.kind !== 'continuous';
  if (status === 'done' && isOnce && date === null) throw refused('date-missing', {});
  if (date !== null && date > at.slice(0, 10))
    throw refused('date-in-future', { date: formatDate(date) });
}

function mustFitForm(desk: Desk, adjustment: Extract<Adjustment, OfForm>, agency: Agency): void {
  const form = desk.plan.forms.find(({ code }) => code === adjustment.form);
  const asked =
    form && isAsked(desk, form, agency, adjustment.period) ? formOf(form, agency) : null;
  const row = asked?.rows.find(({ key }) => key === adjustment.row);
  if (!asked || !row || row.formula) throw notAsked(adjustment, agency);
  mustAgree(asked, row, adjustment.figures);
}

function mustFitIndicator(
  desk: Desk,
  adjustment: Extract<Adjustment, OfIndicator>,
  agency: Agency,
): void {
  const indicator = findIndicator(desk.plan, adjustment.indicator);
  const isEmpty = Object.keys(adjustment.figures).length === 0;
  if (
    !indicator ||
    !isAsked(desk, indicator, agency, adjustment.period) ||
    measureOf(indicator).isFromTasks ||
    isEmpty
  )
    throw notAsked(adjustment, agency);
  mustFit(desk, indicator, adjustment);
}

type Placed = OfIndicator & { agency: string; period: PeriodId };

function mustFit(desk: Desk, indicator: Indicator, { agency, period, figures }: Placed): void {
  for (const [measure, value] of Object.entries(figures)) {
    if (!measureOf(indicator).fits(measure, value))
      throw refused('figure-not-whole', { found: String(value) });
  }
  const part = (measure: 'numerator' | 'denominator') =>
    figures[measure] ?? current(desk, agency, period, indicator.code, measure);
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (measureOf(indicator).exceedsWhole(numerator, denominator))
    throw refused('figure-too-large', { numerator: numerator!, denominator: denominator! });
}

/** All that is needed of the row, each as its cell may be, and the columns agree. */
function mustAgree(form: StatForm, row: StatRow, figures: Record<string, number | string>): void {
  for (const { column, cell } of typedCells(form, row)) {
    const value = figures[column.code];
    if (value === undefined && !isNeeded(cell)) continue;
    const isFit =
      typeof value === 'number'
        ? cell.typed === 'number' && fitsCell(cell, value)
        : saysIt(cell, value);
    if (!isFit) throw refused('figure-not-whole', { found: `(${column.code}): ${value ?? ''}` });
  }
  const typed = Object.entries(figures).flatMap(([code, value]): [string, number][] =>
    typeof value === 'number' ? [[code, value]] : [],
  );
  const columns = knownAt(completed(form, new Map([[row.key, new Map(typed)]])), row.key);
  for (const identity of checkedIdentities(form).filter((one) => !looksBack(one))) {
    if (!appliesTo(form, identity, row)) continue;
    const broken = brokenSides(identity, ({ column }) => columns.get(column) ?? null);
    if (broken) throw refused('figure-breaks-identity', { identity: identity.text, ...broken });
  }
}

/** An answer that is in the list, a day, or any remark. */
function saysIt(cell: StatCell, value: string | undefined): boolean {
  if (value === undefined || value === '' || cell.typed === 'number') return false;
  if (cell.typed === 'choice') return readAnswer(cell, value) === value;
  return cell.typed === 'text' || isCivilDate(value);
}

/** What counts now beside a part that is not adjusted. */
function current(
  desk: Desk,
  agency: string,
  period: PeriodId,
  code: string,
  measure: MeasureName,
): number | null {
  const found = inForceOf(desk.plan, desk.ledger)
    .of(agency, period)
    ?.observations.find(
      (one) => one.of === 'indicator' && one.code === code && one.measure === measure,
    );
  return found?.state === 'ok' && typeof found.value === 'number' ? found.value : null;
}

function refused(
  code: Extract<
    UseCaseRefusalCode,
    'reason-missing' | 'period-is-locked' | `date-${string}` | `figure-${string}`
  >,
  facts: Record<string, string | number>,
): DeskRefused {
  return new DeskRefused({ code, facts });
}
