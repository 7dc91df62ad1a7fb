import { rebindMoved } from '../own-layout';
import type { Act } from './act';

/** Bound cells whose texts stand elsewhere now are followed there. */
export const followMoved: Act<void> = {
  run: async ({ port, actor }) => {
    const { moved, undo } = await rebindMoved(port, actor);
    return { undo, said: { code: 'moved-followed', facts: { count: moved } } };
  },
};
