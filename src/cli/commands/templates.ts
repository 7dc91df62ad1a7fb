import { type Command } from '../command';

export const templatesCommand: Command = {
  name: 'templates',
  words: ['plan.xlsx'],
  options: {
    period: { takes: 'P', isNeeded: true },
    out: { takes: 'FOLDER', isNeeded: true },
    agency: { takes: 'CODE', isMany: true },
    ledger: { takes: 'LEDGER.xlsx' },
    common: {},
    list: { takes: 'FILE.xlsx' },
  },
  moreOf: () => 'agency',
  run: async ([planFile], options) =>
    (await import('../work/templates')).templates(planFile, options),
};
