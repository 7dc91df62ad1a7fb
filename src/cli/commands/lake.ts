import { JSON_FILE, type Command } from '../command';

export const lakeCommand: Command = {
  name: 'lake',
  words: ['DIR'],
  options: {
    plan: { takes: 'plan.xlsx|ID', isMany: true },
    ledger: { takes: 'LEDGER.xlsx', isMany: true },
    archive: { takes: 'ARCHIVE.zip', isMany: true },
    names: {},
    json: JSON_FILE,
  },
  moreOf: (word) => (/\.zip$/i.test(word) ? 'archive' : 'ledgers'),
  // No other command needs the lake.
  run: async ([folder], options) => (await import('../lake')).lake(folder, options),
};
