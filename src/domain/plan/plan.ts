import type { CivilDate } from '../../text/date';
import { type Agency, isValidOn, type Level } from '../agency/agency';
import type { Succession } from '../agency/succession';
import type { BaseKind, Period, PeriodId, PeriodKind } from '../period/period';
import type {
  Compared,
  Decimals,
  IndicatorKind,
  OverAgencies,
  OverTime,
  Part,
  PrintedIn,
  Scale,
} from '../measure/choices';
import { measureOf } from '../measure/measure';
import { isAddable, isRate } from '../measure/units';
import { compareEnds, endsWith, parsePeriod, periodOf, tiles } from '../period/period';
import { dueDate, lastDay, windowOf, type Holiday, type WindowRule } from '../period/window';
import type { Filler, Standing } from './standing';
import type { StatForm } from './stat-form';

/** The format of the plan tables in a workbook; older ones are migrated when read. */
export const PLAN_FORMAT = 3;

export type { Filler, Standing } from './standing';

export type Deadline =
  | { kind: 'period'; period: PeriodId }
  /** Due on that day; "trước ngày D" is stored as D − 1. */
  | { kind: 'date'; date: CivilDate }
  | { kind: 'recurring'; every: 'month' | 'quarter' }
  /** "Thường xuyên": never overdue. */
  | { kind: 'continuous' };

export type { IndicatorKind, OverTime, Part as Measure, PrintedIn } from '../measure/choices';

/**
 * What a computed indicator counts over task × agency with a dated deadline: done of all, or done
 * on time of those due.
 */
export type TaskCount = 'done' | 'done-on-time';

export interface Indicator extends Standing {
  code: string;
  /** As printed in the form's STT column. */
  stt: string;
  /** The table or group it stands in, "" when none. */
  group: string;
  /** The parent row that is only a title (Vĩnh Chấp 6 above 6.1), "" when none. */
  heading: string;
  name: string;
  unit: string;
  kind: IndicatorKind;
  overTime: OverTime;
  /** Only of a computed indicator. */
  taskCount?: TaskCount;
  numerator: Part;
  /** Null for a count. */
  denominator: Part | null;
  /** The numerator is part of the denominator: it cannot exceed it, and counted units are whole. */
  partOfWhole: boolean;
  /** Absent: as its unit says. */
  decimals?: Decimals;
  /** May be below 0 (growth, change, balance); absent: not. */
  sign?: 'any';
  /** Absent: as its kind says. */
  overAgencies?: OverAgencies;
  /** Absent: as its kind says. */
  scale?: Scale;
  /** Absent: as its kind says. */
  compared?: Compared;
  /** Only of answers (Có/Không): what may be answered; absent: Có, Không. */
  answers?: string[];
  /** Its money in the annexes; absent: in the unit it is reported in. */
  printedIn?: PrintedIn;
  assess: Assess;
  deadline: Deadline | null;
  /** The task it belongs to, "" when none. */
  task: string;
  /** Verbatim from the plan. */
  lead: string;
  coordinating: string;
  implementing: string;
  filledBy: Filler[];
  /** Another indicator that is the same figure and must agree, "" when none. */
  sameAs: string;
  /** Names of numerator and denominator were proposed by the software and not confirmed yet. */
  proposedNames: boolean;
}

/**
 * The unit of an indicator's figure. "Giảm 20% so với năm trước" is told in per cent, and what is
 * typed and added up is so many cases: the plan's ĐVT is then that of the change alone.
 */
export function figureUnit(indicator: Indicator): string {
  const { unit, numerator, denominator } = indicator;
  const isOther = isRate(unit) && numerator.unit !== '' && !isRate(numerator.unit);
  const isAlone = denominator === null;
  return comparedOf(indicator) !== null && isAlone && isOther ? numerator.unit : unit;
}

/** Whether figures of that unit make a sum: rates, ranks and so many for each of another do not. */
export function makesSum(unit: string): boolean {
  return isAddable(unit);
}

/** What its targets are held against instead of the figure: as chosen, or as its kind says. */
export function comparedOf(indicator: Indicator): Compared | null {
  return measureOf(indicator).choices.compared;
}

/**
 * When a target is judged: in every period by that period's figure, at a deadline, at the year's
 * end by the year's figure, with progress until then ("đạt 26,4% kế hoạch năm"), or in every period
 * by what a year would bring at the pace so far.
 */
export type Assess = 'every-period' | 'at-deadline' | 'whole-year' | 'pace';

/** `yes`: the answer is Có; `text`: what it asks only a person can judge. */
export type Operator = '>=' | '<=' | '=' | '>' | '<' | 'between' | 'increase' | 'yes' | 'text';

/** A target (mức giao) of an indicator: for a level, for one agency, or for all. */
export interface Target {
  indicator: string;
  /**
   * The day from which this target takes the place of the one before (Điều chỉnh kế hoạch); absent:
   * from the beginning.
   */
  from?: CivilDate;
  level: Level | null;
  agency: string | null;
  /** As the plan writes it ("Tối thiểu 80"). */
  raw: string;
  operator: Operator;
  /** Null for `increase`, `yes` and `text`; of `between` the lower end. */
  value: number | null;
  /** Only of `between`: the upper end, itself allowed. */
  to?: number;
  /**
   * Every agency has to reach it by itself, or the figure they make together; absent: as its
   * indicator says, and where its words leave that open it is asked.
   */
  scope?: 'whole' | 'each';
  /** Absent: as its indicator says. */
  assess?: Assess;
  /** A milestone: the last day it stands, and by which it is due. */
  until?: CivilDate;
  confirmed: boolean;
}

export interface Task extends Standing {
  code: string;
  stt: string;
  section: string;
  sectionTitle: string;
  /** The task it is a part of, "" when none. */
  parent: string;
  kind: 'task' | 'indicator-task';
  text: string;
  lead: string;
  coordinating: string;
  implementing: string;
  product: string;
  /** Verbatim; several deadlines are separated by "; ". */
  deadlineText: string;
  deadline: Deadline | null;
  filledBy: Filler[];
}

/**
 * Something the owner of the plan decides (Xác nhận): open until somebody says so, by name and day.
 */
export interface Confirmation {
  /** The sheet and code of the row, and its column: what is confirmed. */
  table: string;
  code: string;
  heading: string;
  question: string;
  who: string;
  day: CivilDate | null;
}

/**
 * *Hai đường*: of a row that an agency and those under it both fill, whose figures count in a base
 * period.
 */
export interface PathChoice {
  period: PeriodId;
  table: 'indicators' | 'forms';
  code: string;
  /** Those above, those below, or both, for each tells figures of its own. */
  path: 'above' | 'below' | 'both';
  who: string;
  day: CivilDate | null;
  /** The moment, which tells choices of one day apart; "" where a person wrote the row. */
  at: string;
}

export interface Schedule {
  kinds: PeriodKind[];
  window: WindowRule;
  /** Working days after the cut-off. */
  dueAfter: number;
  /** The first period that is expected. */
  from: PeriodId;
  /**
   * The quarter's report replaces its last month's: an agency that sent the first two months and
   * the quarter owes no more. Absent: it does not.
   */
  quarterReplacesLastMonth?: true;
}

export interface Plan {
  id: string;
  name: string;
  number: string;
  /** Null where the document leaves it open ("ngày … tháng 5 năm 2023"). */
  date: CivilDate | null;
  issuer: string;
  year: number;
  /** Code of the agency that consolidates; it reports too. */
  consolidator: string;
  schedule: Schedule;
  agencies: Agency[];
  indicators: Indicator[];
  targets: Target[];
  tasks: Task[];
  forms: StatForm[];
  successions: Succession[];
  confirmations: Confirmation[];
  /** Of one row and period the last holds; absent where nobody chose. */
  paths?: PathChoice[];
  holidays: Holiday[];
  /**
   * Where senders without a modern Excel get TongHop.html: an address, or words. Absent: from
   * whoever sent them the form.
   */
  oneFileAt?: string;
}

/**
 * The body over the agencies, as the head of a document names it: a chairman signs, his committee
 * stands there (NĐ 30/2020, Phụ lục I).
 */
export function governingBody(plan: Plan): string {
  const body = plan.issuer.replace(/^Chủ tịch\s+/i, '');
  return body.charAt(0).toUpperCase() + body.slice(1);
}

export function baseKind(schedule: Schedule): BaseKind {
  return schedule.kinds.includes('month') ? 'month' : 'quarter';
}

export function cutOff(plan: Plan, period: Period): CivilDate {
  return windowOf(period, plan.schedule.window).to;
}

export function dueDateOf(plan: Plan, period: Period): CivilDate {
  return dueDate(cutOff(plan, period), plan.schedule.dueAfter, plan.holidays);
}

/**
 * Whether a form of that period exists: of the plan's year, a kind of its schedule, not before *Báo
 * cáo từ*.
 */
export function isScheduled(plan: Plan, period: Period): boolean {
  const { kinds, from } = plan.schedule;
  return (
    period.year === plan.year &&
    kinds.includes(period.kind) &&
    compareEnds(period, periodOf(from)) >= 0
  );
}

/** Every period of the plan's schedule, in the order of their ends. */
export function scheduledPeriods(plan: Plan): Period[] {
  return allPeriods(plan.year).filter((period) => isScheduled(plan, period));
}

/** Every period that the plan's base periods tile, in the order of their ends. */
export function consolidablePeriods(plan: Plan): Period[] {
  return allPeriods(plan.year).filter((period) => expectedTiles(plan, period).length > 0);
}

/**
 * The base periods of a period that are expected: those before *Báo cáo từ* are not. Empty when
 * none tile it.
 */
export function expectedTiles(plan: Plan, period: Period): Period[] {
  if (period.year !== plan.year) return [];
  const parts = tiles(period, baseKind(plan.schedule)) ?? [];
  return parts.filter((part) => compareEnds(part, periodOf(plan.schedule.from)) >= 0);
}

/**
 * Whether a form is received for a period: its own, one within it, or a longer one that ends there.
 */
export function comesWith(plan: Plan, own: Period, asked: Period): boolean {
  return endsWith(own, asked) || expectedTiles(plan, asked).some((part) => endsWith(own, part));
}

/** The expected base periods of the year before the period. */
export function tilesBefore(plan: Plan, period: Period): Period[] {
  if (!tiles({ ...period, firstMonth: 1 }, baseKind(plan.schedule))) return [];
  return expectedTiles(plan, { ...period, firstMonth: 1, lastMonth: period.firstMonth - 1 });
}

/** The expected base periods of the year up to the period's end. */
export function yearToDate(plan: Plan, period: Period): Period[] {
  const whole: Period = { ...period, firstMonth: 1 };
  return tiles(whole, baseKind(plan.schedule)) ? expectedTiles(plan, whole) : [];
}

function allPeriods(year: number): Period[] {
  const ids: string[] = [];
  for (let month = 1; month <= 12; month++) {
    ids.push(`-${String(month).padStart(2, '0')}`);
    if (month % 3 === 0) ids.push(`-Q${month / 3}`);
    if (month % 6 === 0) ids.push(`-H${month / 6}`);
    if (month === 9) ids.push('-9M');
    if (month === 12) ids.push('');
  }
  return ids.map((suffix) => parsePeriod(year + suffix)!);
}

/**
 * Agencies of the register that exist on the last day of the period's last calendar month and
 * report.
 */
export function reportingAgencies(plan: Plan, period: Period): Agency[] {
  return plan.agencies.filter((agency) => reportsIn(agency, period));
}

/** Whether an agency is in a period's reporting set. */
export function reportsIn(agency: Agency, period: Period): boolean {
  return agency.reports && isValidOn(agency, lastDay(period));
}

/** Whether a row is assigned to an agency; on a day, by the version of the row that stood then. */
export function isFilledBy(
  row: { filledBy: Filler[]; filledBefore?: Standing['filledBefore'] },
  agency: Agency,
  day?: CivilDate,
): boolean {
  const earlier =
    day === undefined ? undefined : row.filledBefore?.find(({ until }) => day <= until);
  const filledBy = earlier?.filledBy ?? row.filledBy;
  if (filledBy.some((filler) => 'except' in filler && filler.except === agency.code)) return false;
  return filledBy.some(
    (filler) =>
      ('level' in filler && filler.level === agency.level) ||
      ('agency' in filler && filler.agency === agency.code),
  );
}

/** Whether a row of an adjusted plan stands on that day. */
export function standsOn(row: Standing, day: CivilDate): boolean {
  return (row.from ?? '') <= day && day <= (row.until ?? '9999-12-31');
}

/**
 * The day a deadline falls due: a named period at that period's own cut-off; null when it never
 * does by itself.
 */
export function deadlineDay(plan: Plan, deadline: Deadline | null): CivilDate | null {
  if (deadline?.kind === 'period') return cutOff(plan, periodOf(deadline.period));
  return deadline?.kind === 'date' ? deadline.date : null;
}

export function findIndicator(plan: Plan, code: string): Indicator | undefined {
  return plan.indicators.find((indicator) => indicator.code === code);
}

export function findAgency(plan: Plan, code: string): Agency | undefined {
  return plan.agencies.find((agency) => agency.code === code);
}

/** An agency whose code was found in this plan; a fault where the plan has none. */
export function knownAgency(plan: Plan, code: string): Agency {
  const agency = findAgency(plan, code);
  if (!agency) throw new Error(`no agency ${code} in ${plan.id}`);
  return agency;
}

/**
 * The name of who came after an agency, as people know it; its code where the register has none, ""
 * where nobody did.
 */
export function successorName(plan: Plan, { successor }: Agency): string {
  if (successor === null) return '';
  return findAgency(plan, successor)?.name ?? successor;
}
