import { madeOnce } from '../made-once';
import type { ExactParts, Measure } from '../measure/measure';
import type { Agency, Level } from '../agency/agency';
import {
  cutOff,
  deadlineDay,
  expectedTiles,
  type Assess,
  type Indicator,
  type Plan,
  type Target,
} from './plan';
import type { CivilDate } from '../../text/date';
import { periodOf } from '../period/period';

/** The targets of one indicator: of several that are for the same ones the first. */
interface TargetsOf {
  byAgency: Map<string, Target>;
  byLevel: Map<Level, Target>;
  general: Target | null;
}

/** A table may have a target for each agency and row: each of them asks, and it is read once. */
const KNOWN = new WeakMap<readonly Target[], Map<string, TargetsOf>>();

function targetsOf({ targets }: Pick<Plan, 'targets'>, indicator: string): TargetsOf | undefined {
  return madeOnce(KNOWN, targets, () => {
    const found = new Map<string, TargetsOf>();
    for (const target of targets) {
      const own = madeOnce(found, target.indicator, () => ({
        byAgency: new Map(),
        byLevel: new Map(),
        general: null,
      }));
      if (target.agency !== null) madeOnce(own.byAgency, target.agency, () => target);
      else if (target.level !== null) madeOnce(own.byLevel, target.level, () => target);
      else own.general ??= target;
    }
    return found;
  }).get(indicator);
}

/** The target an agency answers to: its own, else its level's, else the one for all. */
export function targetFor(
  plan: Pick<Plan, 'targets'>,
  indicator: string,
  { agency, level }: { agency?: Agency; level: Level },
): Target | null {
  const own = targetsOf(plan, indicator);
  return (
    (agency && own?.byAgency.get(agency.code)) ?? own?.byLevel.get(level) ?? own?.general ?? null
  );
}

/** The target without level or agency, or null. */
export function generalTarget(plan: Pick<Plan, 'targets'>, indicator: string): Target | null {
  return targetsOf(plan, indicator)?.general ?? null;
}

/** The number of the answer Có. */
export const YES = 1;

/** When a target is judged: as it says itself, else as its indicator says. */
export function assessOf(indicator: Indicator, target: Target | null): Assess {
  return target?.assess ?? indicator.assess;
}

/** Whether it is held against what the year brought so far, not against one period's figure. */
export function isOfYear(assess: Assess): boolean {
  return assess === 'whole-year' || assess === 'pace';
}

/**
 * Whether a target, or without one its indicator, is judged on that day. At-deadline without a
 * deadline means the plan year; a milestone is due with the last report that ends before it does.
 */
export function isAssessed(
  plan: Plan,
  indicator: Indicator,
  target: Target | null,
  day: CivilDate,
): boolean {
  const assess = assessOf(indicator, target);
  if (assess === 'every-period' || assess === 'pace') return true;
  const year = periodOf(String(plan.year));
  const due = lastReportBy(plan, target?.until) ?? deadlineDay(plan, indicator.deadline);
  return day >= (due ?? cutOff(plan, year));
}

/** The cut-off of the last report that ends by a milestone's day. */
export function lastReportBy(plan: Plan, until: CivilDate | undefined): CivilDate | null {
  if (until === undefined) return null;
  const ends = expectedTiles(plan, periodOf(String(plan.year))).map((part) => cutOff(plan, part));
  return ends.findLast((end) => end <= until) ?? null;
}

/**
 * Whether there is anything to hold a result against; an increase is held against the period
 * before.
 */
export function hasFigures({ operator, value, to }: Target): boolean {
  if (operator === 'increase' || operator === 'yes') return true;
  if (operator === 'text') return false;
  return value !== null && (operator !== 'between' || to !== undefined);
}

/**
 * Whether a result does what its target asks; compared exactly, so that a value that only rounds up
 * to its target is not met.
 */
export function meets(measure: Measure, figure: ExactParts, target: Target): boolean {
  return meetsBy(target, (value) => measure.against(figure, value));
}

/** The same of anything that can be held against a value: below 0, it is less. */
export function meetsBy(target: Target, against: (value: number) => number): boolean {
  const order = against(target.operator === 'yes' ? YES : (target.value ?? 0));
  switch (target.operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '=':
    case 'yes':
      return order === 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case 'between':
      return order >= 0 && target.to !== undefined && against(target.to) <= 0;
    case 'increase':
      throw new Error('an increase is judged against the previous period, not against a value');
    case 'text':
      throw new Error('what only a person can judge waits for one');
  }
}
