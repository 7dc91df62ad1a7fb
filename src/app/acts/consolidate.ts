import type { ConsolidationOptions } from '../../domain/consolidation/consolidation';
import type { Period } from '../../domain/period/period';
import { consolidateInto, type Consolidated } from '../consolidate-into';
import type { Act, Done } from './act';

/** *Tổng hợp*: the tables of a period, written into the workbook. */
export const consolidate: Act<
  { period: Period; options: ConsolidationOptions },
  Done & { made: Consolidated }
> = {
  canCancel: true,
  run: async ({ port, actor, progress }, { period, options }) => {
    const made = await consolidateInto(port, period, options, actor, progress);
    const { stillSeen } = made;
    const said = { code: 'consolidated', facts: { period: period.id, stillSeen } } as const;
    return { desk: made.desk, undo: made.undo, made, said };
  },
};
