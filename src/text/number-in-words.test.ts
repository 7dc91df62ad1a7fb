import { numberInWords } from './number-in-words';

describe('a number in words', () => {
  it.each<[string, number]>([
    ['mười lăm', 15],
    ['Mười', 10],
    ['hai mươi mốt', 21],
    ['không', 0],
    ['một trăm linh tư', 104],
    ['một trăm lẻ bảy', 107],
    ['ba trăm năm mươi', 350],
    ['một nghìn hai trăm ba mươi tư', 1234],
    ['hai triệu, năm trăm ngàn', 2500000],
    ['một tỷ hai trăm triệu', 1200000000],
    ['MUOI LAM', 15],
  ])('%s', (words, value) => {
    expect(numberInWords(words)).toBe(value);
  });

  it.each(['', 'tạm tính', 'mười lăm hồ sơ', 'nghìn', 'một hai', 'trăm', 'toString', 'linh'])(
    '%s is none',
    (words) => {
      expect(numberInWords(words)).toBeNull();
    },
  );

  it('is bounded', () => {
    expect(numberInWords('mười '.repeat(100000))).toBeNull();
  });
});
