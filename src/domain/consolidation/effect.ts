import type { PeriodId } from '../period/period';
import type { Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { consolidate } from './consolidate';
import type { ConsolidationOptions, IndicatorResult } from './consolidation';

/** An indicator of the whole province before and after a change of the ledger. */
export interface TotalChange {
  before: IndicatorResult;
  after: IndicatorResult;
}

/** What a change of the ledger does to the totals of a period; only the indicators that change. */
export function effectOnTotals(
  plan: Plan,
  before: readonly Submission[],
  after: readonly Submission[],
  period: PeriodId,
  options: ConsolidationOptions,
): TotalChange[] {
  const old = consolidate(plan, before, period, options).indicators;
  const now = consolidate(plan, after, period, options).indicators;
  return now
    .map((one, index) => ({ before: old[index], after: one }))
    .filter(({ before: a, after: b }) =>
      (['numerator', 'denominator', 'value', 'status', 'reported'] as const).some(
        (part) => a[part] !== b[part],
      ),
    );
}
