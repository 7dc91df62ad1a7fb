import { opensAny } from '../../domain/ledger/period-states';
import type { PeriodId } from '../../domain/period/period';
import { reopenPeriod } from '../period-acts';
import type { Act } from './act';

/** *Mở lại kỳ*: what was locked stays as it was, and the period takes in again. */
export const reopen: Act<{ period: PeriodId }> = {
  fits: ({ plan, acts }, { period }) => opensAny(plan, acts, period),
  run: async ({ port, actor }, { period }) => ({
    ...(await reopenPeriod(port, period, actor)),
    said: { code: 'period-reopened', facts: { period } },
  }),
};
