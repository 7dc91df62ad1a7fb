import { cleans, drifts, pairs, singles } from '../defects/measure';
import { libraries, programs } from '../defects/programs';

/** Every defect alone, as every program of this machine saves it; pairs; drift; sound forms. docs/quality.md has the figures. */

const all = [...libraries(), ...programs()];

it('has a program that is none of this project to save with', () => {
  expect(all.map(([name]) => name)).toContain('LibreOffice');
});

describe.each(all)('saved by %s', (name, saveAll) => {
  it('every defect is found where it is, no borderline is', async () => {
    const scores = await singles(name, saveAll, name === 'Tổng Hợp' ? 3 : 1);
    const misses = [...scores].flatMap(([code, one]) => one.misses.map((miss) => `${code}: ${miss}`));
    expect(misses).toEqual([]);
  });

  it('nothing is found in sound forms of any plan', async () => {
    const { forms, errors, warnings } = await cleans(saveAll, 6);
    expect([errors, warnings]).toEqual([[], []]);
    expect(forms).toBeGreaterThan(20);
  });
});

it('two defects in one form are both found', () => {
  const { pairs: count, both, misses } = pairs(600, 23);
  expect([misses, both]).toEqual([[], count]);
});

it('a form whose layout drifted is read to the same figures', () => {
  const { forms, same, misses } = drifts(400, 17);
  expect([misses, same]).toEqual([[], forms]);
});
