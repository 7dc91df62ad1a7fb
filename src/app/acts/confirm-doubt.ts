import type { PlanFinding } from '../../domain/plan-check/check-plan';
import type { CivilDate } from '../../text/date';
import { confirmDoubt } from '../confirm-plan';
import type { Act } from './act';

/** The owner agrees with what a doubt about the plan proposes, as it was asked. */
export const settleDoubt: Act<{ found: PlanFinding; day: CivilDate; question: string }> = {
  run: async ({ port, actor: { who } }, { found, day, question }) => ({
    desk: 'plan',
    undo: await confirmDoubt(port, found, { who, day, question }),
    said: { code: 'doubt-confirmed', facts: {} },
  }),
};
