import { lanesFor } from './check-processes';

const ofSizes = (...sizes: number[]) => lanesFor(sizes.map((size) => ({ size })));

it.each([
  ['a form or two', [25_000, 30_000], 1],
  ['nothing', [], 1],
  ['a folder of a district', Array.from({ length: 20 }, () => 25_000), undefined],
  ['a few of which one is large', [25_000, 4_000_000], undefined],
])('%s', (_, sizes, lanes) => {
  expect(ofSizes(...sizes)).toBe(lanes);
});
