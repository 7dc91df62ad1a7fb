import fc from 'fast-check';
import { cellName } from '../../workbook/address';
import { emptyWorkbook } from '../../workbook/workbook';
import { LEVELS } from '../agency/agency';
import type { Binding } from './binding';
import { readBindings, writeBindings } from './bindings-table';
import {
  MEASURE_WORDS,
  SPAN_WORDS,
  TASK_MEASURE_WORDS,
  type FigureSource,
  type Scope,
} from './figure-source';

const keys = <T extends string>(words: Record<T, string>) =>
  fc.constantFrom(...(Object.keys(words) as T[]));
const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const cell = fc.tuple(fc.nat(5000), fc.nat(200)).map(([row, column]) => cellName(row, column));
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: 'province' }),
  fc.constantFrom(...LEVELS).map((level): Scope => ({ kind: 'level', level })),
  text.map((agency): Scope => ({ kind: 'agency', agency })),
);
const source: fc.Arbitrary<FigureSource> = fc.oneof(
  fc.record({
    of: fc.constant('indicator' as const),
    code: text,
    scope,
    span: keys(SPAN_WORDS),
    measure: keys(MEASURE_WORDS),
  }),
  fc.record({ of: fc.constant('task' as const), code: text, measure: keys(TASK_MEASURE_WORDS) }),
);
const binding: fc.Arbitrary<Binding> = fc.record({
  sheet: text,
  cell,
  label: text,
  labelCell: cell,
  heading: text,
  headingCell: cell,
  source,
  who: text,
  at: text,
});

const one: Binding = {
  sheet: 'Biểu số 1',
  cell: 'E10',
  label: 'Tỷ lệ',
  labelCell: 'B10',
  heading: 'Trong tháng › Tử số',
  headingCell: 'E8',
  source: {
    of: 'indicator',
    code: 'K07',
    scope: { kind: 'agency', agency: '842' },
    span: 'period',
    measure: 'value',
  },
  who: 'Nguyễn Văn A',
  at: '2024-03-18 09:00:00',
};
const task: Binding = { ...one, cell: 'E11', source: { of: 'task', code: 'T1', measure: 'done' } };

it('gives back exactly what was bound', () => {
  fc.assert(
    fc.property(fc.array(binding, { maxLength: 8 }), (bindings) => {
      expect(readBindings(emptyWorkbook([writeBindings(bindings)]))).toEqual({
        bindings,
        unreadable: [],
      });
    }),
    { numRuns: 300 },
  );
});

it('without the sheet nothing is bound', () => {
  expect(readBindings(emptyWorkbook())).toEqual({ bindings: [], unreadable: [] });
});

it.each([
  ['Trang tính', 'A2', null, ''],
  ['Ô', 'B2', 'ô thứ hai', 'ô thứ hai'],
  ['Ô của nhãn', 'D2', 'B0', 'B0'],
  ['Loại', 'G2', 'Biểu', 'Biểu'],
  ['Mã', 'H2', null, ''],
  ['Phạm vi', 'I2', 'Cấp thôn', 'Cấp thôn'],
  ['Phạm vi', 'I2', 'Đơn vị ', 'Đơn vị'],
  ['Kỳ tính', 'J2', 'Tuần này', 'Tuần này'],
  ['Số liệu', 'K2', 'Đã hoàn thành', 'Đã hoàn thành'],
  ['Phạm vi', 'I3', 'Toàn tỉnh', 'Toàn tỉnh'],
  ['Số liệu', 'K3', 'Tử số', 'Tử số'],
])(
  'a row with “%s” (%s) as nobody writes it is named, the others are read',
  (heading, cell, value, found) => {
    const sheet = writeBindings([one, task]);
    const column = cell.charCodeAt(0) - 65;
    const row = Number(cell.slice(1)) - 1;
    sheet.put(row, column, value);
    expect(readBindings(emptyWorkbook([sheet]))).toEqual({
      bindings: [row === 1 ? task : one],
      unreadable: [{ sheet: 'Liên kết biểu', cell, heading, found }],
    });
  },
);

it.each([
  ['Loại', 'G2', 'CHỈ TIÊU'],
  ['Phạm vi', 'I2', 'đơn vị 842'.normalize('NFD')],
  ['Kỳ tính', 'J2', 'trong kì'],
  ['Số liệu', 'K2', 'kết quả'],
])('“%s” (%s) is read as “%s” is spelled', (_heading, cell, value) => {
  const sheet = writeBindings([one]);
  sheet.put(1, cell.charCodeAt(0) - 65, value);
  expect(readBindings(emptyWorkbook([sheet]))).toEqual({ bindings: [one], unreadable: [] });
});

it('a column that is gone is named, and no row is taken for read', () => {
  const sheet = writeBindings([one]);
  sheet.put(0, 7, 'Mã số');
  expect(readBindings(emptyWorkbook([sheet]))).toEqual({
    bindings: [],
    unreadable: [{ sheet: 'Liên kết biểu', cell: 'A1', heading: 'Mã', found: '' }],
  });
});
