import type { Plan } from '../../domain/plan/plan';
import type { Sheet } from '../../workbook/sheet';
import type { LastWrites, Workbook } from '../../workbook/workbook';
import { putAppendixPlan } from '../plan-changes';
import type { AppendixPlan } from '../plan-from-appendix';
import { builtin, planOf, putTables } from '../put-plan';
import type { Act, Done } from './act';

/** Where the first plan of a workbook comes from. */
export type PlanSource =
  | { builtin: string }
  /** Another workbook, such as last year's; it is opened when the act is done. */
  | { workbook(): Promise<{ name: string; workbook: Workbook }> }
  /** What was read of an appendix, and of a Word file the tables it was read from. */
  | { appendix: AppendixPlan; tables: readonly Sheet[] };

/** *Ghi kế hoạch vào sổ*: the workbook becomes the consolidator's. */
export const putFirstPlan: Act<{ source: PlanSource; seen?: LastWrites }> = {
  run: async ({ port }, { source, seen }) => {
    if ('appendix' in source)
      return done(
        source.appendix.plan,
        await putAppendixPlan(port, source.appendix, source.tables, seen),
      );
    const plan = 'builtin' in source ? builtin(source.builtin) : planOf(await source.workbook());
    return done(plan, await putTables(port, plan, seen));
  },
};

function done({ name }: Plan, undo: Done['undo']): Done {
  return { desk: 'plan', undo, said: { code: 'plan-put', facts: { name } } };
}
