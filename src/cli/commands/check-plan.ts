import { JSON_FILE, type Command } from '../command';

export const checkPlanCommand: Command = {
  name: 'check-plan',
  words: ['plan.xlsx'],
  options: { json: JSON_FILE },
  run: async ([planFile], options) =>
    (await import('../work/check-plan')).checkPlanFile(planFile, options),
};
