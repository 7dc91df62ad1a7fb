import type { Submission } from '../../domain/submission/submission';
import { isEdited, restoreEdited } from '../settle-edits';
import type { Act } from './act';

/** *Lấy lại từ bản lưu trữ*: what was changed by hand is again as an archive has it. */
export const restoreEdits: Act<readonly Submission[]> = {
  fits: ({ ledger }) => ledger.some(isEdited),
  run: async ({ port }, archived) => {
    const { desk, undo, count } = await restoreEdited(port, archived);
    return { desk, undo, said: { code: 'edits-restored', facts: { count } } };
  },
};
