import fc from 'fast-check';
import { safeFileName } from './file-name';

describe('a file name any system can keep', () => {
  it.each([
    ['đã nộp/2024-03_SNV_snv.xlsx', '2024-03_SNV_snv.xlsx'],
    ['..\\..\\Windows\\system32\\a.xlsx', 'a.xlsx'],
    ['../..', '_'],
    ['CON.xlsx', '_CON.xlsx'],
    ['com1', '_com1'],
    ['báo cáo: quý I?.xlsx', 'báo cáo_ quý I_.xlsx'],
    ['tháng 3.xlsx. . ', 'tháng 3.xlsx'],
    ['a\u202excod.exe', 'axcod.exe'],
    ['a\u0000b;c.xlsx', 'ab_c.xlsx'],
    ['', '_'],
    [`${'dài '.repeat(60)}.xlsx`, `${'dài '.repeat(18)}dài.xlsx`],
  ])('%j → %j', (given, safe) => expect(safeFileName(given)).toBe(safe));

  it('whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const name = safeFileName(given);
        expect(name).not.toMatch(/[<>:"/\\|?*;\p{Cc}]|[. ]$|^\.|^$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect([...name].length).toBeLessThanOrEqual(81);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
