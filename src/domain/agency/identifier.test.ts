import type { Agency } from './agency';
import { identifiersOf, overlap, readIdentifier } from './identifier';
import { plainAgency } from './office';

function agency(identifiers: string[], more: Partial<Agency> = {}): Agency {
  return { ...plainAgency('X01', 'Xã Mẫu', 'xa'), identifiers, ...more };
}

it('of one that is kept and one that is closed each has its time, as the column shows it', () => {
  const [kept, closed] = identifiersOf(agency(['H61.3', 'H59.3 (đến 30/6/2025)']));
  expect(kept).toEqual({ code: 'H61.3', from: '2025-07-01', until: null });
  expect(closed).toEqual({ code: 'H59.3', from: null, until: '2025-06-30' });
  expect(overlap(kept, closed)).toBe(false);
});

it('two without a time, or one that begins before the other ends, stand on one day', () => {
  for (const both of [
    ['H61.3', 'H59.3'],
    ['H61.3 (từ 01/6/2025)', 'H59.3 (đến 30/6/2025)'],
  ]) {
    const [one, other] = identifiersOf(agency(both));
    expect(overlap(one, other)).toBe(true);
  }
});

it('a time the wrong way round is none', () => {
  expect(readIdentifier('H61.3 (từ 01/7/2025 đến 30/6/2025)')).toBeUndefined();
  expect(readIdentifier('H61.3 (từ 01/7/2025 đến 31/12/2025)')).toBeDefined();
});
