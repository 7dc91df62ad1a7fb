import { compareProducts, type Decimal } from '../consolidation/decimal';
import { cutOff, deadlineDay, type Agency, type Indicator, type Level, type Plan, type Target } from './plan';
import type { CivilDate } from '../../text/date';
import { periodOf } from '../period/period';

/** The target an agency answers to: its own, else its level's, else the one for all. */
export function targetFor(plan: Plan, indicator: string, who: { agency?: Agency; level: Level }): Target | null {
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
    plan.targets.find((target) => target.indicator === indicator && target.agency === null && target.level === null) ??
    null
  );
}

/** Whether an indicator is judged on that day. At-deadline without a deadline means the plan year. */
export function isAssessed(plan: Plan, indicator: Indicator, day: CivilDate): boolean {
  if (indicator.assess === 'every-period') return true;
  const wholeYear = cutOff(plan, periodOf(String(plan.year)));
  return day >= (deadlineDay(plan, indicator.deadline) ?? wholeYear);
}

/** ⌈t·N⌉: how many of so many a percentage asks for; null where it is a whole number of them anyway. */
export function countNeeded(percentage: number, count: number): number | null {
  const needed = Math.ceil((percentage * count) / 100);
  return count === 0 || needed * 100 === percentage * count ? null : needed;
}

/** What the comparison needs: the value is scale × numerator ÷ denominator, compared unrounded. */
export interface Comparable {
  numerator: Decimal;
  denominator: Decimal;
  scale: number;
}

/** Exact: scale·numerator against target·denominator, so a value that only rounds up to its target is not met. */
export function meets(figure: Comparable, target: Target): boolean {
  const order = compareProducts(figure.scale, figure.numerator, target.value ?? 0, figure.denominator);
  switch (target.operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>':
      return order > 0;
    case 'increase':
      throw new Error('an increase is judged against the previous period, not against a value');
  }
}
