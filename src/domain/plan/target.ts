import type { ExactParts, Measure } from '../measure/measure';
import type { Agency, Level } from '../agency/agency';
import { cutOff, deadlineDay, type Indicator, type Plan, type Target } from './plan';
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

/**
 * Whether an indicator is judged on that day. At-deadline without a deadline means the plan year.
 */
export function isAssessed(plan: Plan, indicator: Indicator, day: CivilDate): boolean {
  if (indicator.assess === 'every-period') return true;
  const wholeYear = cutOff(plan, periodOf(String(plan.year)));
  return day >= (deadlineDay(plan, indicator.deadline) ?? wholeYear);
}

/**
 * Whether there is anything to hold a result against; an increase is held against the period
 * before.
 */
export function hasFigures({ operator, value, to }: Target): boolean {
  if (operator === 'increase') return true;
  return value !== null && (operator !== 'between' || to !== undefined);
}

/**
 * Whether a result does what its target asks; compared exactly, so that a value that only rounds up
 * to its target is not met.
 */
export function meets(measure: Measure, figure: ExactParts, target: Target): boolean {
  const order = measure.against(figure, target.value ?? 0);
  switch (target.operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case 'between':
      return order >= 0 && target.to !== undefined && measure.against(figure, target.to) <= 0;
    case 'increase':
      throw new Error('an increase is judged against the previous period, not against a value');
  }
}
