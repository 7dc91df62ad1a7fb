import type { Finding } from '../../domain/finding/finding';
import type { Plan } from '../../domain/plan/plan';
import { explain, repairForm, stampForm, type Agreed } from '../sender';
import type { Act } from './act';

/** What the sender of an open form does with it. */

/** Repairs a person agreed to, logged in the form. */
export const repair: Act<readonly Agreed[]> = {
  run: async ({ port, actor }, agreed) => ({
    undo: await repairForm(port, agreed, actor),
    said: { code: 'form-repaired', facts: { count: agreed.length } },
  }),
};

/** A warning stands, for a reason that goes with the form. */
export const explainWarning: Act<{ found: Finding; warning: string; reason: string }> = {
  run: async ({ port, actor }, { found, ...words }) => ({
    undo: await explain(port, found, words, actor),
    said: { code: 'warning-explained', facts: {} },
  }),
};

/** *Đánh dấu đã kiểm tra*. */
export const markChecked: Act<Plan> = {
  run: async ({ port, actor }, plan) => {
    const stamped = await stampForm(port, plan, actor);
    if ('errors' in stamped) {
      const { errors } = stamped;
      return {
        undo: null,
        said: { code: 'form-not-stamped', facts: { errors } },
        intent: 'error',
      };
    }
    const { stamp, undo } = stamped;
    return { undo, said: { code: 'form-stamped', facts: { stamp } } };
  },
};
