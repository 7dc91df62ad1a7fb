import { JSON_FILE, type Command } from '../command';

export const wordFieldsCommand: Command = {
  name: 'word-fields',
  words: ['plan.xlsx'],
  options: { 'word-template': { takes: 'TEMPLATE.docx' }, json: JSON_FILE },
  run: async ([planFile], options) =>
    (await import('../word-report')).wordFields(planFile, options),
};
