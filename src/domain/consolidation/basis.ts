import type { CivilDate } from '../../text/date';
import type { InForce } from '../ledger/in-force';
import { measureOf } from '../measure/measure';
import type { Period } from '../period/period';
import { cutOff, type Indicator, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import { withChosenPaths } from '../plan/two-paths';
import type { Submission } from '../submission/submission';
import type { ConsolidationOptions } from './consolidation';
import { coverage, cumulativeEntries, type Entry } from './coverage';
import { inForceOf } from './figures-in-force';

/**
 * What the consolidation of a period and its report are made of, looked up once: both tell the
 * same.
 */
export class Basis {
  /** As it stands in the period. */
  readonly plan: Plan;
  readonly inForce: InForce;
  /** The day deadlines are judged by. */
  readonly day: CivilDate;
  private readonly seen = new Map<string, Entry[]>();

  constructor(
    whole: Plan,
    readonly submissions: readonly Submission[],
    readonly period: Period,
    readonly options: ConsolidationOptions,
  ) {
    this.plan = withChosenPaths(planFor(whole, period));
    this.inForce = inForceOf(whole, submissions);
    this.day = options.asOf ?? cutOff(this.plan, period);
  }

  /** Of the period itself, or of another one as it stood at that one's end. */
  coverage(indicator: Indicator, period = this.period): Entry[] {
    const key = `${indicator.code} ${period.firstMonth} ${period.id}`;
    const seen = this.seen.get(key);
    if (seen) return seen;
    const day = period.id === this.period.id ? this.day : cutOff(this.plan, period);
    const entries = coverage(this.plan, indicator, period, this.inForce, day);
    this.seen.set(key, entries);
    return entries;
  }

  /** Of the year up to the period's end. */
  cumulative(indicator: Indicator): Entry[] {
    if (!measureOf(indicator).isSummed) return this.coverage(indicator);
    const key = `${indicator.code} cumulative`;
    const { plan, period, inForce, day } = this;
    const entries = this.seen.get(key) ?? cumulativeEntries(plan, indicator, period, inForce, day);
    this.seen.set(key, entries);
    return entries;
  }
}
