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
])('“%s”', (cell, lead, coordinating) => {
  expect(sharedOwners(cell, false)).toEqual({ lead, coordinating });
});

it.each(['Sở A', 'Sở A/Sở B', 'Phối hợp: Sở B', 'Các sở có liên quan', 'Phối hợp với Sở B'])(
  '“%s” names nobody twice',
  (cell) => {
    expect(sharedOwners(cell, false)).toBeNull();
  },
);

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
];

it.each(HOSTILE.map((cell, at) => [at, cell] as const))(
  'a hostile cell %s costs as little as any, five thousand times',
  (_, cell) => {
    const found = Array.from({ length: 5000 }, () => sharedOwners(cell.slice(0, 1000), true));
    expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  },
);
