import { emptyWorkbook } from '../../workbook/workbook';
import { finding, type Finding } from '../finding/finding';
import { numeratorExceedsDenominator } from '../rules/numerator-exceeds-denominator/numerator-exceeds-denominator';
import type { Submission } from '../submission/submission';
import { KEPT_SHEET, keptOf, readKept, writeKept } from './kept-findings';

const place = { sheet: 'Biểu chỉ tiêu', cell: 'H12' };
const sound: Finding = {
  ...numeratorExceedsDenominator.found(place, { numerator: 99, denominator: 60 }),
  label: 'K01 – Tỷ lệ',
};
const follows: Finding = {
  ...finding('blank', { ...place, cell: 'H13' }, {}),
  cause: 0,
  reason: { text: 'Không có hồ sơ', who: 'An' },
};
const submission = (findings: Finding[]) => ({ hash: 'h', findings }) as unknown as Submission;
const id = () => 'SNV/2024-03/1';

describe('what was found in a submission', () => {
  it('is the same once it was written, its cause and its reason with it', () => {
    const book = emptyWorkbook([writeKept([submission([sound, follows])], id)]);
    expect(readKept(book)(id(), 'h')).toEqual([sound, follows]);
    // Another file that took the number of the version is another's.
    expect(readKept(book)(id(), 'khác')).toEqual([]);
    expect(readKept(emptyWorkbook())(id(), 'h')).toEqual([]);
  });

  it('keeps no more of what mends itself, nor a cause that is not kept', () => {
    const fixed = finding('number-as-text', place, { raw: '9,5', value: 9.5 });
    const kept = keptOf([fixed, sound, { ...follows, cause: 0 }]);
    expect(kept.map(({ code, cause }) => [code, cause])).toEqual([
      ['numerator-exceeds-denominator', null],
      ['blank', null],
    ]);
    const many = keptOf([...Array.from({ length: 300 }, () => follows), sound]);
    expect([many.length, many.at(-1)!.code]).toEqual([200, 'numerator-exceeds-denominator']);
  });

  it.each<[string, number, string]>([
    ['another severity', 3, 'Nặng'],
    ['a code nobody has', 4, 'khong-co'],
    ['no facts', 8, 'hỏng'],
    ['facts of another code', 8, '{"numerator":"99","denominator":60}'],
  ])('a row with %s is none of ours', (_what, column, text) => {
    const sheet = writeKept([submission([sound, follows])], id);
    sheet.put(1, column, text);
    const read = readKept(emptyWorkbook([sheet]))(id(), 'h');
    expect(read.map(({ code }) => code)).toEqual(['blank']);
    expect(sheet.name).toBe(KEPT_SHEET);
  });
});
