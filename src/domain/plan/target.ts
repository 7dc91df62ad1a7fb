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

/** The target an agency answers to: its own, else its level's, else the one for all. */
export function targetFor(
  plan: Plan,
  indicator: string,
  who: { agency?: Agency; level: Level },
): Target | null {
  const targets = plan.targets.filter((target) => target.indicator === indicator);
  return (
    targets.find((target) => target.agency !== null && target.agency === who.agency?.code) ??
    targets.find((target) => target.agency === null && target.level === who.level) ??
    generalTarget(plan, indicator)
  );
}

/** The target without level or agency, or null. */
export function generalTarget(plan: Plan, indicator: string): Target | null {
  return (
    plan.targets.find(
      (target) => target.indicator === indicator && target.agency === null && target.level === null,
    ) ?? null
  );
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
