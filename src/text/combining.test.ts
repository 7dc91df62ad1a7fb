import fc from 'fast-check';
import { withFewMarks } from './combining';

const MARKS = '\u0301\u0323\u0302\u031b\u0327';
const marks = (count: number) =>
  Array.from({ length: count }, (_, index) => MARKS[index % MARKS.length]).join('');

describe('runs of combining marks', () => {
  it('longer than anybody writes are cut, wherever they stand', () => {
    for (const before of ['a', 'Số liệu tháng 3 ', 'x'.repeat(100), 'ộ'.repeat(61)]) {
      expect(withFewMarks(`${before}${marks(32_000)}b`)).toBe(`${before}${marks(30)}b`);
    }
    expect(withFewMarks(`a${'\u{1d165}'.repeat(4000)}`)).toBe(`a${'\u{1d165}'.repeat(30)}`);
  });

  it('leave every other text as it is', () => {
    const text = 'Tỷ lệ hồ sơ giải quyết đúng hạn '.repeat(20);
    for (const same of [
      text,
      text.normalize('NFD'),
      `a${marks(30)}`,
      '汉字'.repeat(100),
      '😀'.repeat(100),
      '',
    ])
      expect(withFewMarks(same)).toBe(same);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (any) =>
        expect(withFewMarks(any)).toBe(any),
      ),
    );
  });
});
