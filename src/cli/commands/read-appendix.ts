import { JSON_FILE, type Command } from '../command';

export const readAppendixCommand: Command = {
  name: 'read-appendix',
  words: ['APPENDIX.xlsx|APPENDIX.docx'],
  options: {
    out: { takes: 'plan.xlsx', isNeeded: true },
    year: { takes: 'YEAR' },
    province: { takes: 'CODE[:truoc|sau|2025]' },
    column: { takes: 'D=target', isMany: true },
    json: JSON_FILE,
  },
  run: async ([file], options) =>
    (await import('../work/read-appendix')).readAppendixFile(file, options),
};
