import fc from 'fast-check';
import {
  alike,
  alikeBy,
  formatNumber,
  readNumber,
  withoutNoise,
  type NumberReading,
} from './number';

const counted = { counted: true, units: ['hồ sơ'] };
const measured = { counted: false, units: ['đồng'] };
const number = (value: number, ...notes: string[]) => ({ kind: 'number', value, notes });

describe('numbers as office staff type them', () => {
  it.each<[string, unknown]>([
    ['95,5', number(95.5, 'decimal-comma')],
    ['95.5', number(95.5, 'decimal-point')],
    ['12.345', number(12345, 'thousands-dot')],
    ['1.234.567', number(1234567, 'thousands-dot')],
    ['12,345', number(12345, 'thousands-comma')],
    ['1.234,5', number(1234.5, 'decimal-comma')],
    ['1,234.5', number(1234.5, 'thousands-comma')],
    ['12 345', number(12345, 'digits-as-text', 'spaces')],
    ['12\u00a0345', number(12345, 'digits-as-text', 'spaces')],
    ['45 hồ sơ', number(45, 'digits-as-text', 'unit')],
    ['45 HỒ SƠ', number(45, 'digits-as-text', 'unit')],
    ['85%', number(85, 'digits-as-text', 'percent')],
    ['-5', number(-5, 'digits-as-text')],
    ['−5', number(-5, 'digits-as-text')],
    ['007', number(7, 'digits-as-text')],
    ['0.123', number(0.123, 'decimal-point')],
    ['1O5', { kind: 'letters', suggestion: 105 }],
    ['l0', { kind: 'letters', suggestion: 10 }],
    ['-', { kind: 'dash' }],
    ['–', { kind: 'dash' }],
    ['...', { kind: 'dash' }],
    ['Không', { kind: 'none' }],
    ['KPS', { kind: 'not-applicable' }],
    ['không phát sinh', { kind: 'not-applicable' }],
    ['khoảng 80', { kind: 'estimate' }],
    ['>80', { kind: 'estimate' }],
    ['ước 80', { kind: 'estimate' }],
    ['Tối thiểu 80', { kind: 'target' }],
    ['60%/50%', { kind: 'several' }],
    ['60% và 50%', { kind: 'several' }],
    ['50+', { kind: 'estimate' }],
    ['120\n130', { kind: 'apart', values: [120, 130] }],
    ['120\r\n 130 ', { kind: 'apart', values: [120, 130] }],
    ['120\t130', { kind: 'apart', values: [120, 130] }],
    ['120\u2028130', { kind: 'apart', values: [120, 130] }],
    ['120   130', { kind: 'apart', values: [120, 130] }],
    ['12.345\n1.2.3', { kind: 'apart', values: [12345] }],
    ['120¹', { kind: 'apart', values: [120, 1] }],
    ['120₂', { kind: 'apart', values: [120, 2] }],
    ['120 ²', { kind: 'apart', values: [120, 2] }],
    ['120\n', number(120, 'digits-as-text')],
    ['45\nhồ sơ', number(45, 'digits-as-text', 'unit')],
    ['332\u00ad', number(332, 'digits-as-text')],
    ['33\u200b2', number(332, 'digits-as-text')],
    ['\u202d332\u2060', number(332, 'digits-as-text')],
    ['１２．３４５', number(12345, 'thousands-dot')],
    ['８５％', number(85, 'digits-as-text', 'percent')],
    ['1234 HS', number(1234, 'digits-as-text', 'unit')],
    ['1234hs.', number(1234, 'digits-as-text', 'unit')],
    ['1234 hồ', number(1234, 'digits-as-text', 'unit')],
    ['1234 S', { kind: 'not-a-number' }],
    ['Không có', { kind: 'none' }],
    ['không.', { kind: 'none' }],
    ['Không có phát sinh', { kind: 'not-applicable' }],
    ['Không phát sinh hồ sơ.', { kind: 'not-applicable' }],
    ['Chưa phát sinh', { kind: 'not-applicable' }],
    ['15 (mười lăm)', number(15, 'digits-as-text', 'in-words')],
    ['15 (Mười lăm hồ sơ)', number(15, 'digits-as-text', 'in-words')],
    ['15 (mười lăm) hồ sơ', number(15, 'digits-as-text', 'unit', 'in-words')],
    ['15 – mười lăm', number(15, 'digits-as-text', 'in-words')],
    ['1.234 (bằng chữ: một nghìn hai trăm ba mươi tư)', number(1234, 'thousands-dot', 'in-words')],
    ['15 (hồ sơ)', number(15, 'digits-as-text', 'unit')],
    ['15 (tạm tính)', { kind: 'with-words', values: [15] }],
    ['15[tạm tính]', { kind: 'with-words', values: [15] }],
    ['15 – số ước', { kind: 'with-words', values: [15] }],
    ['15 (mười sáu)', { kind: 'with-words', values: [15, 16] }],
    ['15 (16)', { kind: 'not-a-number' }],
    ['15 (tháng 3)', { kind: 'not-a-number' }],
    ['15 (', { kind: 'not-a-number' }],
    ['15 (?)', { kind: 'not-a-number' }],
    ['(15)', { kind: 'not-a-number' }],
    ['1O5%', { kind: 'letters', suggestion: 105 }],
    ['abc', { kind: 'not-a-number' }],
    ['45 văn bản', { kind: 'not-a-number' }],
    ['1.23.456', { kind: 'not-a-number' }],
    ['1,2,3', { kind: 'not-a-number' }],
    ['12.', { kind: 'not-a-number' }],
    ['1e5', { kind: 'not-a-number' }],
    ['=1+1', { kind: 'not-a-number' }],
  ])('%s where things are counted', (text, reading) => {
    expect(readNumber(text, counted)).toEqual(reading);
  });

  it.each<[string, unknown]>([
    ['1.234', { kind: 'ambiguous', values: [1234, 1.234] }],
    ['-1.234', { kind: 'ambiguous', values: [-1234, -1.234] }],
    ['1,234', { kind: 'ambiguous', values: [1234, 1.234] }],
    ['638,025', { kind: 'ambiguous', values: [638025, 638.025] }],
    ['1,5', number(1.5, 'decimal-comma')],
    ['12.34', number(12.34, 'decimal-point')],
    ['250.000.000 đồng', number(250000000, 'thousands-dot', 'unit')],
    ['12.500.000đ', number(12500000, 'thousands-dot', 'unit')],
    ['12.500.000 VNĐ', number(12500000, 'thousands-dot', 'unit')],
    ['12.500.000 ₫', number(12500000, 'thousands-dot', 'unit')],
    ['1.234 (một nghìn hai trăm ba mươi tư)', number(1234, 'in-words')],
    ['1.234 (tạm tính)', { kind: 'with-words', values: [1234, 1.234] }],
    ['250 triệu', { kind: 'not-a-number' }],
    ['250 tr', { kind: 'not-a-number' }],
    ['²', { kind: 'not-a-number' }],
    ['₀', { kind: 'not-a-number' }],
    ['(³)', { kind: 'not-a-number' }],
  ])('%s where something is measured', (text, reading) => {
    expect(readNumber(text, measured)).toEqual(reading);
  });

  it.each([
    ['250 triệu', 'triệu đồng', 250],
    ['1.200,5 m²', 'm2', 1200.5],
    ['30 p', 'phút', 30],
    ['12 TTHC', 'thủ tục hành chính', 12],
    ['12 thủ tục hành chính', 'TTHC', 12],
    ['40 lượt', 'lượt người', 40],
  ])('%s in %s', (text, unit, value) => {
    expect(readNumber(text, { counted: false, units: [unit] })).toMatchObject({
      kind: 'number',
      value,
    });
  });

  it.each([
    ['250.000.000 đồng', 'triệu đồng'],
    ['12 lĩnh vực', 'văn bản'],
    ['3 h', 'hồ sơ'],
  ])('%s is no figure in %s', (text, unit) => {
    expect(readNumber(text, { counted: false, units: [unit] }).kind).toBe('not-a-number');
  });

  it.each([
    [332.00000000000006, 332],
    [0.1 + 0.2, 0.3],
    [-1.1 * 3, -3.3],
    [9999999999991, 9999999999991],
    [1234567890123.5, 1234567890123.5],
    [12.5, 12.5],
    [0.000001, 0.000001],
    [100 / 3, 100 / 3],
    [0.1 + 0.2 - 0.3, 0],
    [1245.3 - 1245.1 - 0.2, 0],
    [0.000000001, 0.000000001],
  ])('%d is %d without binary noise', (value, shown) => {
    expect(withoutNoise(value)).toBe(shown);
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 3 }),
        (digits, places) => {
          const value = digits / 10 ** places;
          const reading = readNumber(formatNumber(value, 3), {
            counted: Number.isInteger(value),
          }) as NumberReading;
          const values =
            reading.kind === 'number'
              ? [reading.value]
              : reading.kind === 'ambiguous'
                ? reading.values
                : [];
          expect(values).toContain(value);
        },
      ),
    );
  });

  it.each([
    [1234567.5, '1.234.567,5'],
    [0, '0'],
    [-0.001, '0'],
    [-1.005, '-1'],
    [94.7196, '94,72'],
    [1e21, '1.000.000.000.000.000.000.000'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('never throws and never invents a number from letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readNumber(text, counted);
        if (reading.kind === 'number') {
          expect(Number.isFinite(reading.value)).toBe(true);
          // Digits of any keyboard: plain, full-width.
          expect(text).toMatch(/[\d０-９]/);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

it.each([
  [
    [96.5, 96.55],
    ['96,50', '96,55'],
  ],
  [
    [12, 7],
    ['12', '7'],
  ],
  [
    [1234.5, null, 3, -0.25],
    ['1.234,50', '3,00', '-0,25'],
  ],
  [
    [100 / 3, 2.004],
    ['33,33', '2,00'],
  ],
])('figures beside each other have equal decimals: %j', (values, said) => {
  const shown = alike(values);
  expect(values.flatMap((one) => (one === null ? [] : [shown(one)]))).toEqual(said);
});

it('figures have the decimals of their own column, not of another', () => {
  const rows = [
    { unit: '%', before: 96.5, after: 96.55 },
    { unit: 'hồ sơ', before: null, after: 3 },
    { unit: '%', before: 'chưa có', after: 7 },
  ];
  const shown = alikeBy(
    rows,
    ({ unit }) => unit,
    ({ before, after }) => [before, after],
  );
  expect(rows.map((row) => shown(row)(row.after))).toEqual(['96,55', '3', '7,00']);
});
