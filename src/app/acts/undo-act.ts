import type { Act } from './act';
import { undoKept, type KeptAct } from './undo-kept';

/** *Hoàn tác* in *Lịch sử*: one of the last acts, in any window and after reopening. */
export const undoAct: Act<{ kept: KeptAct }> = {
  run: async ({ port }, { kept }) => {
    const { desk, undo } = await undoKept(port, kept);
    return { desk, undo, said: { code: 'act-undone', facts: {} } };
  },
};
