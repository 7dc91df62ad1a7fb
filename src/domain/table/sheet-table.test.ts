import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { as, day, later, number, optional, required, text, whole, word } from './field';
import { SheetTable } from './sheet-table';
import { Words } from './words';

const TABLE = new SheetTable(
  'Thử',
  {
    code: required(text('Mã', 10)),
    state: word('Trạng thái', 12, new Words({ locked: 'Đã khóa', ratio: 'Tỷ lệ', on: 'Thủy' })),
    from: optional(day('Từ ngày', 12)),
    rows: whole('Số dòng', 8),
    value: optional(number('Kết quả', 8)),
    note: later(optional(text('Ghi chú', 20))),
  },
  true,
);
const row = {
  code: '042',
  state: 'locked' as const,
  from: '2024-03-04',
  rows: 3,
  value: 0.5,
  note: 'x',
};

describe('a table that is declared once', () => {
  it('gives back what was written', () => {
    const rows = [row, { ...row, from: null, value: null, note: null }];
    const read = TABLE.rowsOf(emptyWorkbook([TABLE.write(rows)]));
    expect(read.map((one) => one.whole())).toEqual(rows.map((values) => ({ values, bad: null })));
  });

  it.each([
    ['capitals', 'ĐÃ KHÓA', 'locked'],
    ['the tone on the other vowel', 'Đã khoá', 'locked'],
    ['decomposed letters', 'Đã khóa'.normalize('NFD'), 'locked'],
    ['spaces around and within', ' Đã\u00a0 khóa ', 'locked'],
    ['i for y', 'Tỉ lệ', 'ratio'],
  ])('reads a word with %s', (_how, typed, meant) => {
    const sheet = TABLE.write([row]);
    sheet.put(1, 1, typed);
    expect(TABLE.rowsOf(emptyWorkbook([sheet]))[0].get('state')).toBe(meant);
  });

  it('does not take another word for one of its own', () => {
    const sheet = TABLE.write([row]);
    sheet.put(1, 1, 'Thúi');
    expect(TABLE.rowsOf(emptyWorkbook([sheet]))[0].get('state')).toBeUndefined();
  });

  it('reads a day and a number that were typed as text', () => {
    const sheet = TABLE.write([row]);
    sheet.put(1, 2, '04/3/2024');
    sheet.put(1, 4, '0,5');
    expect(TABLE.rowsOf(emptyWorkbook([sheet]))[0].whole().values).toEqual(row);
  });

  it.each<[string, number, string | number | null, string, string]>([
    ['a code that is gone', 0, null, 'A2', 'Mã'],
    ['a word nobody has', 1, 'Khoá rồi', 'B2', 'Trạng thái'],
    ['a day that is none', 2, 'đầu tháng', 'C2', 'Từ ngày'],
    ['a part of a row', 3, 2.5, 'D2', 'Số dòng'],
    ['no number of rows', 3, null, 'D2', 'Số dòng'],
    ['a number that may be two', 4, '1.234', 'E2', 'Kết quả'],
  ])('names %s at its cell, and gives the rest', (_what, column, typed, cell, heading) => {
    const sheet = TABLE.write([row]);
    sheet.put(1, column, typed);
    const [read] = TABLE.rowsOf(emptyWorkbook([sheet]));
    const bad = [{ sheet: 'Thử', cell, heading, found: typed === null ? '' : String(typed) }];
    expect(read.bad()).toMatchObject(bad);
    expect(read.whole()).toMatchObject({ values: null, bad });
    expect(read.text('note')).toBe('x');
  });

  it('finds its columns wherever they stand, and misses none that earlier files do not have', () => {
    const sheet = new Sheet('Thử');
    sheet.put(0, 0, 'Danh sách');
    ['Kết quả', 'SỐ DÒNG', 'Từ ngày', 'trạng thái', 'Mã', 'của tôi'].forEach((heading, column) =>
      sheet.put(2, column, heading),
    );
    [0.5, 3, '04/3/2024', 'đã khoá', '042', 'y'].forEach((value, column) =>
      sheet.put(3, column, value),
    );
    const { rows, missing } = TABLE.read(sheet, false);
    expect([missing, rows[0].whole().values]).toEqual([[], { ...row, note: null }]);
    sheet.put(2, 1, 'Bao nhiêu');
    expect(TABLE.read(sheet, false).missing).toEqual(['Số dòng']);
  });

  it('says what may stand in a column', () => {
    const { state, code } = TABLE.fields;
    expect(state.takes).toBe('Đã khóa / Tỷ lệ / Thủy');
    expect(as(code, { takes: 'A-Z' }).takes).toBe('A-Z');
  });
});
