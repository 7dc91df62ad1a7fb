import { JSON_FILE, type Command } from '../command';

export const consolidateCommand: Command = {
  name: 'consolidate',
  words: ['plan.xlsx'],
  options: {
    period: { takes: 'P', isNeeded: true },
    in: { takes: 'FOLDER', isMany: true },
    out: { takes: 'report.xlsx', isNeeded: true },
    ledger: { takes: 'LEDGER.xlsx' },
    partial: {},
    'accept-incomplete': {},
    received: { takes: 'DATE' },
    'check-received': {},
    'as-of': { takes: 'DATE' },
    'print-set': { takes: 'ANNEXES.xlsx' },
    word: { takes: 'REPORT.docx' },
    'word-template': { takes: 'TEMPLATE.docx' },
    json: JSON_FILE,
  },
  moreOf: () => 'in',
  run: async ([planFile], options) =>
    (await import('../work/consolidate')).consolidate(planFile, options),
};
