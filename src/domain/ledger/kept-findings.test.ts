import { emptyWorkbook } from '../../workbook/workbook';
import { finding, type Finding } from '../finding/finding';
import { numeratorExceedsDenominator } from '../rules/numerator-exceeds-denominator/numerator-exceeds-denominator';
import type { Submission } from '../submission/submission';
import { keptOf, readKept, writeKept } from './kept-findings';
import { KEPT_SHEET } from './ledger-sheets';

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
    expect(readKept(book).of(id(), 'h')).toEqual([sound, follows]);
    // Another file that took the number of the version is another's.
    expect(readKept(book).of(id(), 'khác')).toEqual([]);
    expect(readKept(emptyWorkbook()).of(id(), 'h')).toEqual([]);
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

  it.each<[string, number, string, string, string]>([
    ['another severity', 3, 'Nặng', 'D2', 'Mức'],
    ['a code nobody has', 4, 'khong-co', 'E2', 'Quy tắc'],
    ['no facts', 8, 'hỏng', 'I2', 'Số liệu của câu'],
    ['facts of another code', 8, '{"numerator":"99","denominator":60}', 'I2', 'Số liệu của câu'],
    ['a place that is no number', 9, 'dòng trên', 'J2', 'Cùng nguyên nhân với điểm'],
  ])('a row with %s is none of ours, and named at its cell', (_what, column, text, at, heading) => {
    const sheet = writeKept([submission([sound, follows])], id);
    sheet.put(1, column, text);
    const { of, bad } = readKept(emptyWorkbook([sheet]));
    expect(of(id(), 'h').map(({ code }) => code)).toEqual(['blank']);
    expect(bad).toMatchObject([{ sheet: KEPT_SHEET, cell: at, heading, found: text }]);
  });

  it('reads a severity in another spelling', () => {
    const sheet = writeKept([submission([sound])], id);
    sheet.put(1, 3, 'LỖI PHẢI SỬA'.normalize('NFD'));
    const { of, bad } = readKept(emptyWorkbook([sheet]));
    expect([of(id(), 'h'), bad]).toEqual([[sound], []]);
  });
});
