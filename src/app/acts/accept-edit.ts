import { acceptEdited } from '../settle-edits';
import type { Act } from './act';

/** *Chấp nhận là điều chỉnh*: what was changed by hand in the ledger counts, with its reason. */
export const acceptEdit: Act<{ submission: string; reason: string }> = {
  run: async ({ port, actor: { who, at } }, { submission, reason }) => ({
    ...(await acceptEdited(port, { submission, grounds: { reason, document: '', who }, at })),
    said: { code: 'edit-accepted', facts: { submission } },
  }),
};
