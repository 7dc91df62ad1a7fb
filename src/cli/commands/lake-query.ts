import { JSON_FILE, type Command } from '../command';
import { lakeQuery } from '../lake-query';

export const lakeQueryCommand: Command = {
  name: 'lake query',
  words: ['DIR'],
  options: {
    period: { takes: 'P', isNeeded: true },
    level: { takes: 'tinh|huyen|xa' },
    out: { takes: 'FILE.csv|.json|.xlsx' },
    json: JSON_FILE,
  },
  run: ([folder], options) => lakeQuery(folder, options),
};
