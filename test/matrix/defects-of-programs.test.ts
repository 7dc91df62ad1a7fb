import { programs } from '../defects/programs';
import { heldBy } from '../defects/saved-by';

/**
 * Every defect alone, as every program of this machine saves it. docs/quality.md has the figures.
 */
const all = programs();

it('has a program that is none of this project to save with', () => {
  expect([...all.keys()]).toContain('LibreOffice');
});

heldBy(all);
