import { JSON_FILE, type Command } from '../command';

export const plansCommand: Command = {
  name: 'plans',
  words: [],
  options: { json: JSON_FILE },
  run: async (_, options) => (await import('../work/plans')).plans(options),
};
