import { kindFiguresIn } from './unit-kinds';

const said = (text: string) =>
  kindFiguresIn(text)?.map(({ kinds, rest }) => `${String(kinds)}: ${rest}`) ?? null;

it.each<[string, string[] | null]>([
  ['xã 80; phường 90', ['xã: 80', 'phường: 90']],
  ['Xã: 80%; phường: 90%; đặc khu: 70%', ['xã: 80%', 'phường: 90%', 'đặc khu: 70%']],
  ['Tối thiểu: xã 80, phường 90', ['xã: tối thiểu 80', 'phường: tối thiểu 90']],
  [
    'Tối thiểu 80% đối với các xã và 90% đối với các phường',
    ['xã: tối thiểu 80%', 'phường: tối thiểu 90%'],
  ],
  [
    'Các xã, phường tối thiểu 80; đặc khu tối thiểu 60',
    ['xã,phường: tối thiểu 80', 'đặc khu: tối thiểu 60'],
  ],
  ['Sở, ban, ngành 95; xã 90', ['tinh: 95', 'xã: 90']],
  ['Phường 90,5; xã 80,5', ['phường: 90,5', 'xã: 80,5']],
  ['Xã, phường 80, đặc khu 60', ['xã,phường: 80', 'đặc khu: 60']],
  ['Phường 90,5, xã 80,5', ['phường: 90,5', 'xã: 80,5']],
  // One kind twice, one alone, or something else besides.
  ['xã 80; xã 90', null],
  ['xã 80', null],
  ['80; 90', null],
  ['xã 80; thôn 90', null],
  ['xã, phường 80', null],
  ['Sở, xã 80; phường 90', null],
  ['6 tháng: 60; cả năm: 80', null],
  ['Cấp xã 80; năm 2027: 90', null],
])('“%s”', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

it('hostile words are gone through like any', () => {
  const words = [
    'xã, '.repeat(60),
    'tối thiểu '.repeat(25),
    'xã 8; '.repeat(40),
    '8 đối với '.repeat(20),
  ];
  for (const one of words)
    for (let n = 0; n < 100; n++) expect(kindFiguresIn(`${one}${n}`.slice(0, 200))).toBeNull();
});
