import type { Period } from '../../domain/period/period';
import { noteChased, type Chased } from '../chase';
import type { Act } from './act';

/** That a reminder was sent to each. */
export const noteReminders: Act<{ period: Period; chased: readonly Chased[] }> = {
  run: async ({ port, actor }, { period, chased }) => ({
    undo: await noteChased(port, period, chased, actor),
    said: { code: 'chase-noted', facts: { count: chased.length } },
  }),
};
