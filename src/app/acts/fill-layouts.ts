import type { Period } from '../../domain/period/period';
import { fillLayouts, type FillPreview, type Filled } from '../own-layout';
import type { Act, Done } from './act';

/** What was shown is written into the office's own tables. */
export const fill: Act<
  { period: Period; shown: FillPreview; keepsTyped: boolean },
  Done & Pick<Filled, 'first' | 'notRead'> & { left: FillPreview['troubles'] }
> = {
  run: async ({ port, actor }, { period, shown, keepsTyped }) => {
    const options = { keepsTyped, shown: shown.edits, by: actor };
    const { filled, first, troubles, notRead, undo } = await fillLayouts(port, period, options);
    const left = troubles.filter(({ code }) => code !== 'blank');
    const facts = { filled, left: left.length };
    return { undo, first, left, notRead, said: { code: 'layouts-filled', facts } };
  },
};
