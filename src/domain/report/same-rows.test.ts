import { sameRows } from './same-rows';

const label = (...parts: string[]) => parts.join('\u0000');
const pairs = (before: string[], after: string[]) =>
  [...sameRows(before, after)]
    .filter(([now, was]) => now !== was)
    .map(([now, was]) => [was, now].map((one) => one.replaceAll('\u0000', ' ')).join(' → '));

const [A, B, C] = ['Sở A', 'Sở B', 'Sở C'].map((name, at) => label(String(at + 1), name));

it.each<[string, string[], string[], string[]]>([
  ['the same', [A, B, C], [A, B, C], []],
  ['a new name', [A, B, C], [A, label('2', 'Sở D'), C], ['2 Sở B → 2 Sở D']],
  ['numbered anew', [A, B, C], [label('1', 'Sở B'), C], ['2 Sở B → 1 Sở B']],
  [
    'a code with another name, in another place',
    [label('1', 'K01', 'Cũ'), label('2', 'K02', 'Hai')],
    [label('1', 'K02', 'Hai'), label('2', 'K01', 'Mới')],
    ['2 K02 Hai → 1 K02 Hai', '1 K01 Cũ → 2 K01 Mới'],
  ],
  [
    'another code with another name',
    [label('1', 'K01', 'Cũ'), label('2', 'K02', 'Hai')],
    [label('1', 'K11', 'Mới'), label('2', 'K02', 'Hai')],
    [],
  ],
  ['one gone and two come', [A, B, C], [A, label('2', 'X'), label('3', 'Y'), C], []],
  [
    'a task whose lead is another',
    [label('1', 'Rà soát', 'Sở A'), label('2', 'Công khai', 'Sở A')],
    [label('1', 'Rà soát', 'Sở B'), label('2', 'Công khai', 'Sở A')],
    ['1 Rà soát Sở A → 1 Rà soát Sở B'],
  ],
])('%s', (_, before, after, expected) => {
  expect(pairs(before, after)).toEqual(expected);
});
