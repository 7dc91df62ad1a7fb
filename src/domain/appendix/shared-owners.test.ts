import { sharedOwners } from './shared-owners';

it.each<[string, string, string]>([
  ['Chủ trì: Sở A; phối hợp: Sở B', 'Sở A', 'Sở B'],
  ['- Chủ trì: Sở A.\n- Phối hợp: Sở B\nSở C', 'Sở A', 'Sở B\nSở C'],
  ['Cơ quan chủ trì thực hiện: Sở A - Cơ quan phối hợp: Sở B', 'Sở A', 'Sở B'],
  ['Chủ trì: Sở A', 'Sở A', ''],
  ['Sở A (chủ trì); Sở B, Sở C (phối hợp)', 'Sở A', 'Sở B, Sở C'],
  ['Sở A (cơ quan chủ trì)', 'Sở A', ''],
  ['Sở A chủ trì, phối hợp với Sở B', 'Sở A', 'Sở B'],
  ['Sở A là cơ quan chủ trì, phối hợp cùng với Sở B', 'Sở A', 'Sở B'],
  ['Sở A phối hợp với Sở B', 'Sở A', 'Sở B'],
  ['Sở A, phối hợp cùng Sở B', 'Sở A', 'Sở B'],
  ['Sở A chủ trì.', 'Sở A', ''],
  // Whoever stands before the word helps, where another leads in so many words.
  ['Sở A chủ trì, các sở phối hợp thực hiện', 'Sở A', 'các sở'],
  ['Sở A chủ trì; Sở B và Sở C phối hợp.', 'Sở A', 'Sở B và Sở C'],
  ['Sở A là cơ quan chủ trì, các đơn vị liên quan cùng phối hợp', 'Sở A', 'các đơn vị liên quan'],
  ['Giao Sở A chủ trì, UBND cấp xã phối hợp thực hiện', 'Sở A', 'UBND cấp xã'],
  ['Sở A chủ trì thực hiện, Sở B phối hợp', 'Sở A', 'Sở B'],
  ['Sở A chủ trì\nSở B phối hợp', 'Sở A', 'Sở B'],
  ['Sở A chủ trì, Sở B phối hợp cùng Sở C', 'Sở A', 'Sở B, Sở C'],
])('“%s”', (cell, lead, coordinating) => {
  expect(sharedOwners(cell, false)).toEqual({ lead, coordinating });
});

it.each([
  ...['Sở A', 'Sở A/Sở B', 'Phối hợp: Sở B', 'Các sở có liên quan', 'Phối hợp với Sở B'],
  'Các sở phối hợp thực hiện',
])('“%s” names nobody twice', (cell) => {
  expect(sharedOwners(cell, false)).toBeNull();
});

it('under a heading of both a stroke parts them', () => {
  expect(sharedOwners('Sở A/Sở B', true)).toEqual({ lead: 'Sở A', coordinating: 'Sở B' });
});

/** Each of them took seconds by itself; a sheet holds thousands. */
const HOSTILE = [
  `Chủ trì: ${' ;.,-+• '.repeat(120)}`,
  `chủ trì:${'\n'.repeat(900)}x`,
  `${'chủ trì: phối hợp '.repeat(50)}`,
  `${'(chủ trì) '.repeat(90)}`,
  `a${' '.repeat(900)}b`,
  `${'a ,'.repeat(300)} phối hợp`,
  `${'a chủ trì, b phối hợp '.repeat(45)}`,
  `a chủ trì${' '.repeat(900)}phối hợp`,
];

it.each(HOSTILE.map((cell, at) => [at, cell] as const))(
  'a hostile cell %s costs as little as any, five thousand times',
  (_, cell) => {
    const found = Array.from({ length: 5000 }, () => sharedOwners(cell.slice(0, 1000), true));
    expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  },
);
