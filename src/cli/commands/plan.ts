import { type Command } from '../command';

export const planCommand: Command = {
  name: 'plan',
  words: ['ID'],
  options: {
    out: { takes: 'plan.xlsx', isNeeded: true },
    form: { takes: 'II.06a|TTHC', isMany: true },
  },
  run: async ([id], options) => (await import('../work/plan')).plan(id, options),
};
