import { addForm } from '../plan-changes';
import type { Act } from './act';

/** A statistics form is in the plan, by its code. */
export const takeForm: Act<string> = {
  run: async ({ port }, form) => ({
    desk: 'plan',
    undo: await addForm(port, form),
    said: { code: 'form-added', facts: { form } },
  }),
};
