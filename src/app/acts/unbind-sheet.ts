import { unbindSheet } from '../own-layout';
import type { Act } from './act';

/** Lets go of every bound cell of a sheet. */
export const unbind: Act<string> = {
  run: async ({ port }, sheet) => ({
    undo: await unbindSheet(port, sheet),
    said: { code: 'sheet-unbound', facts: { sheet } },
  }),
};
