import { choosePath, type PathChosen } from '../choose-path';
import type { Act } from './act';

/** *Hai đường*: whose figures count in a period, where an agency and those under it both report. */
export const choose: Act<PathChosen> = {
  run: async ({ port, actor }, chosen) => {
    const { undo } = await choosePath(port, chosen, actor);
    const { rows, path } = chosen;
    // The plan is another one: its sheet of choices is read with it.
    return {
      desk: 'plan',
      undo,
      said: { code: 'path-chosen', facts: { count: rows.length, path } },
    };
  },
};
