import { drifts, pairs } from '../defects/measure';
import { libraries } from '../defects/programs';
import { heldBy } from '../defects/saved-by';

/**
 * Every defect alone, as every library of this project saves it; pairs; drift; sound forms.
 * docs/quality.md has the figures.
 */
heldBy(libraries());

it('two defects in one form are both found', () => {
  const { pairs: count, both, misses } = pairs(600, 23);
  expect([misses, both]).toEqual([[], count]);
});

it('a form whose layout drifted is read to the same figures', () => {
  const { forms, same, misses } = drifts(400, 17);
  expect([misses, same]).toEqual([[], forms]);
});
