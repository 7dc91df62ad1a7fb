import { chooseReading, type Reading } from '../choose-reading';
import type { Act } from './act';

/** How an undecided cell of a file that was taken in is read. */
export const readCell: Act<Omit<Reading, 'who'>> = {
  run: async ({ port, actor: { who } }, reading) => ({
    ...(await chooseReading(port, { ...reading, who })),
    said: { code: 'reading-chosen', facts: { cell: reading.found.cell ?? '' } },
  }),
};
