import { enterForm, type Told, type ToldFinding } from '../form-by-telephone';
import type { Act, Done } from './act';

/** What was told is entered, or found first; then nothing was written. */
export interface EnteredForm extends Done {
  found: readonly ToldFinding[];
}

/** *Nhập hộ cả biểu*: all an agency told another way, by the checks of a form that was sent. */
export const enterWholeForm: Act<Omit<Told, 'at'>, EnteredForm> = {
  run: async ({ port, run: at }, told) => {
    const done = await enterForm(port, { ...told, at });
    const { desk } = done;
    if (done.isEntered) {
      const said = { code: 'form-entered', facts: { rows: done.rows } } as const;
      return { desk, undo: done.undo, found: [], said };
    }
    const errors = done.findings.filter(({ mustBeSettled }) => mustBeSettled).length;
    const facts = { errors, warnings: done.findings.length - errors };
    return {
      desk,
      undo: null,
      found: done.findings,
      said: { code: 'form-found-faulty', facts },
      intent: errors > 0 ? 'error' : 'warning',
    };
  },
};
