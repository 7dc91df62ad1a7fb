import fc from 'fast-check';
import {
  addDays,
  civilDateOf,
  dateFromSerial,
  dateToSerial,
  daysBetween,
  formatDate,
  formatMoment,
  isCivilDate,
  readDate,
  readMonth,
  readShortDate,
} from './date';
import { matchKey, plainKey, slug, tidy } from './normal-form';

describe('normal forms', () => {
  it.each([
    ['Uỷ ban', 'Ủy ban'],
    ['hoá đơn', 'hóa đơn'],
    ['Thuỷ sản', 'Thủy sản'],
    ['Sở\nNội  vụ', 'sở nội vụ'],
    ['Tư pháp – Hộ tịch', 'Tư pháp - Hộ tịch'],
    ['Tỷ lệ'.normalize('NFD'), 'Tỷ lệ'],
    ['Tỷ lệ', 'Tỉ lệ'],
    ['Quý IV', 'quí IV'],
    ['Kỹ thuật', 'Kĩ thuật'],
    ['số l\u00adượng', 'số lượng'],
  ])('%s and %s are one name', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  it.each([
    ['Vĩnh Cháp', 'Vĩnh Chấp'],
    ['toàn', 'toán'],
    ['Thúy', 'Thúi'],
    ['tay', 'tai'],
    ['Mỹ', 'Mì'],
  ])('%s and %s are two', (a, b) => {
    expect(matchKey(a)).not.toBe(matchKey(b));
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
        expect(matchKey(matchKey(text))).toBe(matchKey(text));
      }),
    );
  });

  it('names files without accents', () => {
    expect(slug('UBND xã Đôn Châu')).toBe('ubnd-xa-don-chau');
    expect(plainKey('ĐẶNG')).toBe('dang');
  });
});

describe('dates', () => {
  it.each([
    ['20/9/2026', '2026-09-20'],
    ['20.9.2026', '2026-09-20'],
    ['20-09-2026', '2026-09-20'],
    ['ngày 04 tháng 3 năm 2024', '2024-03-04'],
    ['Ngày 09/8/2024', '2024-08-09'],
    ['2024-02-29', '2024-02-29'],
    ['０５/０３/２０２４', '2024-03-05'],
    ['5/3/2024\u200b', '2024-03-05'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each(['31/2/2024', '29/02/2023', '13/13/2024', '9/2024', 'hôm qua', '', '1/1/24'])(
    '%s is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it.each([
    ['05/03/24', '2024-03-05'],
    ['5.3.24', '2024-03-05'],
    ['ngày 5-3-24', '2024-03-05'],
    ['5/3/2024', null],
    ['31/2/24', null],
  ])('%s with a short year is %s', (text, date) => {
    expect(readShortDate(text)).toBe(date);
  });

  it.each([
    ['01/2023', 2023, 1],
    ['tháng 9 năm 2024', 2024, 9],
    ['Tháng 12/2024', 2024, 12],
    ['T3/2024', 2024, 3],
    ['3-2024', 2024, 3],
  ])('%s is a month', (text, year, month) => {
    expect(readMonth(text)).toEqual({ year, month });
  });

  it.each(['13/2024', '0/2024', '2024', '01/23', 'T3', '1/1/2024'])('%s is no month', (text) => {
    expect(readMonth(text)).toBeNull();
  });

  it('counts serials as Excel does from March 1900 on', () => {
    expect(dateFromSerial(45292)).toBe('2024-01-01');
    expect(dateFromSerial(61)).toBe('1900-03-01');
    expect(dateFromSerial(60)).toBeNull();
    expect(dateFromSerial(0, true)).toBe('1904-01-01');
    expect(dateFromSerial(Number.NaN)).toBeNull();
  });

  it('goes from dates to serials and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), (serial) => {
        expect(dateToSerial(dateFromSerial(serial)!)).toBe(serial);
      }),
    );
  });

  it('writes dates as Nghị định 30/2020/NĐ-CP does', () => {
    expect(formatDate('2024-03-04')).toBe('04/3/2024');
    expect(formatDate('2024-02-15')).toBe('15/02/2024');
    expect(formatDate('2024-12-31')).toBe('31/12/2024');
    expect(formatMoment('2024-05-15 16:20:07')).toBe('16:20 ngày 15/5/2024');
    expect(formatMoment('hôm qua')).toBe('hôm qua');
  });

  it('takes the civil day of Viet Nam, whatever the machine thinks', () => {
    expect(civilDateOf(new Date('2024-03-14T17:00:00Z'))).toBe('2024-03-15');
    expect(civilDateOf(new Date('2024-03-14T16:59:59Z'))).toBe('2024-03-14');
  });

  it('adds days across months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(isCivilDate('2024-02-30')).toBe(false);
  });
});
