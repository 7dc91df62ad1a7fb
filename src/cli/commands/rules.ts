import { JSON_FILE, type Command } from '../command';

export const rulesCommand: Command = {
  name: 'rules',
  words: [],
  options: { json: JSON_FILE },
  run: async (_, options) => (await import('../work/rules')).rules(options),
};
