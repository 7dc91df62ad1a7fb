import fc from 'fast-check';
import { editDistance } from './edit-distance';
import { nearTexts } from './near-texts';

it.each([
  ['tracu', 'tracu', 0],
  ['tracu', 'traku', 1],
  ['tracu', 'trac', 1],
  ['tracu', 'tarcu', 2],
  ['', 'abc', 3],
])('%s and %s are %i apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

it('finds what measuring every text finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text), text, (texts, sought) => {
      const most = sought.length <= 3 ? 1 : 2;
      const near = texts.filter((one) => editDistance(one, sought) <= most);
      expect([...nearTexts(texts)(sought).keys()].sort()).toEqual([...new Set(near)].sort());
    }),
    { numRuns: 1000 },
  );
});
