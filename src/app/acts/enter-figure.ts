import { adjustFigure, rowOf, type Entered } from '../adjust-figure';
import type { Act } from './act';

/** *Nhập hộ, điều chỉnh*: a figure no file says, with its reason and document. */
export const enterFigure: Act<Entered> = {
  run: async ({ port, run: at }, entered) => ({
    ...(await adjustFigure(port, { ...entered, at })),
    said: { code: 'figure-entered', facts: { row: rowOf(entered).join(' ') } },
  }),
};
