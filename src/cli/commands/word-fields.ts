import { JSON_FILE, type Command } from '../command';
import { wordFields } from '../word-report';

export const wordFieldsCommand: Command = {
  name: 'word-fields',
  words: ['plan.xlsx'],
  options: { 'word-template': { takes: 'TEMPLATE.docx' }, json: JSON_FILE },
  run: ([planFile], options) => wordFields(planFile, options),
};
