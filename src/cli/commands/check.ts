import { JSON_FILE, type Command } from '../command';

export const checkCommand: Command = {
  name: 'check',
  words: ['plan.xlsx', 'FILE…'],
  options: {
    period: { takes: 'P' },
    ledger: { takes: 'LEDGER.xlsx' },
    json: JSON_FILE,
    annotate: { takes: 'FOLDER' },
  },
  run: async ([planFile, ...files], options) =>
    (await import('../work/check')).check(planFile, files, options),
};
