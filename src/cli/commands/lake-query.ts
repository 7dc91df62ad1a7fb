import { JSON_FILE, type Command } from '../command';

export const lakeQueryCommand: Command = {
  name: 'lake query',
  words: ['DIR'],
  options: {
    period: { takes: 'P', isNeeded: true },
    level: { takes: 'tinh|huyen|xa' },
    out: { takes: 'FILE.csv|.json|.xlsx' },
    json: JSON_FILE,
  },
  // No other command needs the lake.
  run: async ([folder], options) => (await import('../lake-query')).lakeQuery(folder, options),
};
