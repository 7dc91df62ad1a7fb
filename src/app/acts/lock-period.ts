import { holdsLock } from '../../domain/ledger/period-states';
import type { PeriodId } from '../../domain/period/period';
import type { CivilDate } from '../../text/date';
import { lockPeriod, lockQuestion } from '../period-acts';
import type { Act } from './act';

/** What is locked, and how it stands: so many have sent nothing, so many wait for a person. */
export interface Locking {
  period: PeriodId;
  missing: number;
  open: number;
  today: CivilDate;
}

/** *Khóa kỳ*: the tables of a period are kept as they are, and nothing more is taken in for it. */
export const lock: Act<Locking> = {
  fits: ({ plan, acts }, { period }) => !holdsLock(plan, acts, period),
  asks: async (port, { period, missing, open, today }) => {
    const doubt = await lockQuestion(port, period, today);
    if (!doubt && missing + open === 0) return null;
    return { code: 'lock-anyway', facts: { period, missing, open, doubt } };
  },
  run: async ({ port, actor, progress }, { period }) => ({
    ...(await lockPeriod(port, period, actor, progress)),
    said: { code: 'period-locked', facts: { period } },
  }),
};
