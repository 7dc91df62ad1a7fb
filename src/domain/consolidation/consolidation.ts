import type { CivilDate } from '../../text/date';
import type { PeriodId } from '../period/period';
import type { Compared, Decimals, OverAgencies, Scale } from '../measure/choices';
import type { Level } from '../agency/agency';
import type { IndicatorKind, Target } from '../plan/plan';
import type { StatOverAgencies } from '../plan/stat-form';

/**
 * The number of the readings totals are computed by; it goes up when the same figures come to
 * another total, and every lock keeps the one its totals were computed by. 2: a year's denominator
 * is the last that is none of a period without occurrence, computed indicators count task by task,
 * the day of a deadline is not overdue, "không phát sinh" is no 0 of a count. 3: a whole quarter or
 * year stands for months an agency did not tell one by one.
 */
export const METHOD = 3;

/** Status of an indicator; the first that applies in this order (đánh giá). */
export type IndicatorStatus =
  | 'not-assigned'
  | 'not-reported'
  | 'no-basis'
  | 'incomplete'
  | 'not-applicable'
  | 'no-target'
  | 'needs-confirmation'
  | 'not-due'
  | 'met'
  | 'not-met';

export type TaskStatus =
  | 'done-on-time'
  | 'done-late'
  | 'in-progress'
  | 'overdue'
  | 'not-due'
  | 'not-reported'
  | 'no-deadline';

/** Null parts: nothing was reported. Zero denominator and null value: không phát sinh. */
export interface Figure {
  numerator: number | null;
  denominator: number | null;
  /** In the indicator's unit, unrounded. */
  value: number | null;
}

export interface LevelResult extends Figure {
  level: Level;
  status: IndicatorStatus;
}

/** A target as it stands in the period. */
export type TargetResult = Omit<Target, 'indicator' | 'raw'>;

/** What is not there of a figure beside the period's own (told-beside.ts), by code. */
export interface Gap {
  reported: number;
  expected: number;
  notReported: string[];
  unmatched: string[];
}

export interface IndicatorResult extends Figure {
  code: string;
  kind: IndicatorKind;
  unit: string;
  /** What the plan chose of its figures beyond the kind; absent where it chose nothing. */
  decimals?: Decimals;
  sign?: 'any';
  overAgencies?: OverAgencies;
  scale?: Scale;
  complete: boolean;
  /**
   * Agency × base period (of a computed indicator: agency × task): how many are expected and how
   * many are reported.
   */
  expected: number;
  reported: number;
  /** Agencies without any usable figure (those of `noBasis` are not listed again). */
  notReported: string[];
  missingMonths: Record<string, PeriodId[]>;
  /** Only of a computed indicator: the codes of the tasks an agency says nothing of. */
  missingTasks?: Record<string, string[]>;
  /** Agencies that sent only a percentage. */
  noBasis: string[];
  /**
   * Only where each agency is judged by itself, or has a target of its own: so many meet their
   * target, of so many that were judged.
   */
  unitsMet?: number;
  unitsJudged?: number;
  /**
   * Only where the year's figure is judged at its end: how much of the target stands so far, in per
   * cent of it; null where that cannot be said (coverage is not complete, the target is no amount
   * to be reached).
   */
  progress?: number | null;
  /**
   * Only where targets are held against how much the figure changed, and on what: how much, null
   * where that cannot be said.
   */
  compared?: Compared;
  change?: number | null;
  /** Only of answers: how many agencies gave each. */
  answers?: Record<string, number>;
  /** Agencies whose own complete figure misses its target. */
  notMet: string[];
  targets: TargetResult[];
  levels: LevelResult[];
  status: IndicatorStatus;
  cumulative: Figure;
  previous: Figure | null;
  /**
   * Only where a figure of before is there and is not made of all it should be: n/N, who is missing
   * in it, and who has nothing to be compared with. The same period of last year is told beside the
   * period before where it is another one.
   */
  gaps?: { previous?: Gap; lastYear?: Gap };
}

export interface TaskAgencyResult {
  agency: string;
  status: TaskStatus;
  date: CivilDate | null;
  text: string | null;
}

export interface TaskResult {
  code: string;
  assigned: number;
  done: number;
  status: TaskStatus;
  agencies: TaskAgencyResult[];
}

/** By the number of the column; null where nothing counts. */
export type FormColumns = Record<string, number | null>;

export interface FormAgencyResult {
  /** Code of the agency. */
  key: string;
  level: Level;
  /** Base periods in which it owes the form, and in how many every figure of it counts. */
  expected: number;
  reported: number;
  columns: FormColumns;
  fields: FormField[];
  /** Only of a list. */
  listed?: ListedLine[];
}

/** A line of a list as one agency filled it in one base period. */
export interface ListedLine {
  period: PeriodId;
  line: string;
  columns: FormColumns;
  texts?: Record<string, string>;
}

/** A row of a statistics form. What is optional is there only of a form with choices of its own. */
export interface FormField {
  /** The key of the form's row. */
  key: string;
  columns: FormColumns;
  unit?: string;
  /** Agencies × base periods that are asked the row, and that said all of it. */
  expected?: number;
  reported?: number;
  /** By column, how its figures go over agencies where they are not added. */
  overAgencies?: Record<string, StatOverAgencies>;
  /** How many agencies gave each answer. */
  answers?: Record<string, Record<string, number>>;
  /** Of one agency: its answers, days and remarks. */
  texts?: Record<string, string>;
}

/** A statistics form over agencies and time. */
export interface FormResult {
  form: string;
  complete: boolean;
  expected: number;
  reported: number;
  notReported: string[];
  missingMonths: Record<string, PeriodId[]>;
  rows: FormAgencyResult[];
  levels: { level: Level; columns: FormColumns }[];
  fields: FormField[];
  total: FormColumns;
  /** Only of a list: how many lines there are. */
  listed?: number;
}

export interface Consolidation {
  plan: string;
  period: PeriodId;
  expected: number;
  received: number;
  accepted: number;
  missing: string[];
  returned: string[];
  /** Of the missing those of whom a blank form was accepted once; it does not count any more. */
  blank: string[];
  indicators: IndicatorResult[];
  tasks: TaskResult[];
  forms: FormResult[];
  /** A file in force says its figures are samples. */
  sample: boolean;
}

export interface ConsolidationOptions {
  /**
   * The consolidator closes the period with n/N: incomplete totals are judged
   * (`--accept-incomplete`).
   */
  acceptIncomplete: boolean;
  /** The day to judge deadlines by instead of the cut-off. */
  asOf: CivilDate | null;
}
