import type { Proposed } from '../../domain/own-layout/binding';
import type { FigureSource } from '../../domain/own-layout/figure-source';
import { bindCells, proposeCell } from '../own-layout';
import type { Act } from './act';

/** *Gắn biểu*: cells of the office's own table show figures from now on. */
export const bind: Act<readonly Proposed[]> = {
  run: async ({ port, actor }, cells) => ({
    undo: await bindCells(port, cells, actor),
    said: { code: 'cells-bound', facts: { count: cells.length } },
  }),
};

/** The cell that is selected, with the figure a person chose for it. */
export const bindSelected: Act<FigureSource> = {
  run: async ({ port, actor }, source) => {
    const proposed = await proposeCell(port, source);
    const { cell, label, heading } = proposed;
    return {
      undo: await bindCells(port, [proposed], actor),
      said: { code: 'cell-bound', facts: { cell, label, heading } },
    };
  },
};
