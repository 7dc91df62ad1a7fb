import { periodOf, tiles, type PeriodId } from '../../domain/period/period';
import { baseKind } from '../../domain/plan/plan';
import { reopenPeriod } from '../period-acts';
import type { Act } from './act';

/** *Mở lại kỳ*: what was locked stays as it was, and the period takes in again. */
export const reopen: Act<{ period: PeriodId }> = {
  // Its months may be locked with a longer period, or by themselves.
  fits: ({ plan, locked }, { period }) =>
    (tiles(periodOf(period), baseKind(plan.schedule)) ?? []).some(({ id }) => locked.has(id)),
  run: async ({ port, actor }, { period }) => ({
    ...(await reopenPeriod(port, period, actor)),
    said: { code: 'period-reopened', facts: { period } },
  }),
};
