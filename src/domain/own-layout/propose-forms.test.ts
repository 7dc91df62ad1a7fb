import { Sheet } from '../../workbook/sheet';
import { builtinPlan } from '../plan/builtin';
import { BUILTIN_FORMS } from '../plan/builtin-forms';
import type { Plan } from '../plan/plan';
import type { StatForm } from '../plan/stat-form';
import { describeSource } from './figure-source';
import { proposeBindings } from './propose';

const example = builtinPlan('cchc-mau-2026')!;
const trade: StatForm = {
  ...{ code: 'KT', title: 'KINH TẾ THÁNG', rowHeading: 'Nội dung', identities: [] },
  totals: 'no',
  columns: [
    { code: '3', group: '', name: 'Kế hoạch năm', unit: '', overTime: 'stock' },
    { code: '4', over: 'Thực hiện', group: 'Vốn', name: 'Trung ương', unit: '', overTime: 'flow' },
    { code: '5', over: 'Thực hiện', group: 'Vốn', name: 'Địa phương', unit: '', overTime: 'flow' },
    { code: '6', over: 'Thực hiện', group: 'Dân', name: 'Địa phương', unit: '', overTime: 'flow' },
    { code: '7', group: '', name: 'Thực hiện tháng', unit: '', overTime: 'flow' },
  ],
  rows: [
    { key: '1', group: 'I. Đầu tư', name: 'Đường giao thông', unit: 'triệu đồng' },
    { key: '2', group: 'I. Đầu tư', name: 'Khác', unit: 'triệu đồng' },
    { key: '3', group: 'II. Thu', name: 'Thuế', unit: 'triệu đồng' },
    { key: '4', group: 'II. Thu', name: 'Khác', unit: 'tỷ đồng' },
  ],
  filledBy: [{ level: 'xa' }],
};
const added = BUILTIN_FORMS.find(({ code }) => code === 'II.06a')!;
const plan: Plan = { ...example, forms: [...example.forms, trade, { ...added }] };

type Value = string | number | null;

function sheetOf(rows: readonly (readonly Value[])[]): Sheet {
  const sheet = new Sheet('Biểu');
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => value !== null && sheet.put(row, column, value)),
  );
  return sheet;
}

function read(sheet: Sheet, of: Plan = plan) {
  const { cells, undecided } = proposeBindings(sheet, of, 'quarter');
  return {
    cells: Object.fromEntries(cells.map(({ cell, source }) => [cell, describeSource(source)])),
    undecided: undecided.map(({ code, cell }) => `${code} ${cell}`),
    places: Object.fromEntries(cells.map((one) => [one.cell, one])),
  };
}

it('a form by its rows, as an office prints it: numbers, groups, units, remarks', () => {
  const { cells, undecided, places } = read(
    sheetOf([
      ['THỐNG KÊ CẢI CÁCH HÀNH CHÍNH'],
      ['STT', 'Nội dung', 'ĐVT', 'Kết quả trong kỳ', 'Ghi chú'],
      [1, 2, 3, 4, 5],
      ['I', 'Chỉ đạo, điều hành', null, null, null],
      [1, 'Số nhiệm vụ đến hạn', 'nhiệm vụ', null, null],
      [2, 'Số nhiệm vụ đã hoàn thành', 'nhiệm vụ', null, null],
      [3, 'Tỷ lệ hoàn thành (%)', '%', null, null],
      ['II', 'Thủ tục hành chính', null, null, null],
      [4, 'Tổng số thủ tục hành chính', 'thủ tục', null, null],
      ['', '- Cấp tỉnh', 'thủ tục', null, null],
      [null, null, null, null, null],
      [null, 'NGƯỜI LẬP BIỂU', null, 'GIÁM ĐỐC', null],
    ]),
  );
  expect(cells).toEqual({
    D5: 'CCHC – Toàn tỉnh – dòng 1.1.1, cột 3',
    D6: 'CCHC – Toàn tỉnh – dòng 1.1.2, cột 3',
    D7: 'CCHC – Toàn tỉnh – dòng 1.1.3, cột 3',
    D9: 'CCHC – Toàn tỉnh – dòng 3.1, cột 3',
    D10: 'CCHC – Toàn tỉnh – dòng 3.1.1, cột 3',
  });
  expect(undecided).toEqual([]);
  expect(places['D7']).toMatchObject({
    label: 'Tỷ lệ hoàn thành (%)',
    labelCell: 'B7',
    heading: 'Kết quả trong kỳ',
    headingCell: 'D2',
  });
});

it('three levels of headings, and names that only these and the codes tell apart', () => {
  const { cells, undecided, places } = read(
    sheetOf([
      ['Mã', 'Nội dung', 'Kế hoạch năm 2026', 'Thực hiện', null, null, 'Ước năm'],
      [null, null, null, 'Vốn', null, 'Dân', null],
      [null, null, null, 'Trung ương', 'Địa phương', 'Địa phương', null],
      ['I', 'Đầu tư'],
      ['1', 'Đường giao thông'],
      ['2', 'Khác'],
      ['II', 'Thu'],
      ['3', 'Thuế'],
      ['4', 'Khác'],
    ]),
  );
  expect(cells).toMatchObject({
    C5: 'KT – Toàn tỉnh – dòng 1, cột 3',
    D5: 'KT – Toàn tỉnh – dòng 1, cột 4',
    E5: 'KT – Toàn tỉnh – dòng 1, cột 5',
    F5: 'KT – Toàn tỉnh – dòng 1, cột 6',
    F6: 'KT – Toàn tỉnh – dòng 2, cột 6',
    D8: 'KT – Toàn tỉnh – dòng 3, cột 4',
    C9: 'KT – Toàn tỉnh – dòng 4, cột 3',
  });
  expect(Object.keys(cells)).toHaveLength(16);
  expect(undecided).toEqual(['column-unknown G1']);
  // Two rows are called so: by its code a cell is known.
  expect(places['F9']).toMatchObject({ label: '4', labelCell: 'A9' });
});

it('rows of one name and no code beside them are left, and said', () => {
  const { cells, undecided } = read(
    sheetOf([
      ['Nội dung', 'Kế hoạch năm'],
      ['Đường giao thông', null],
      ['Khác', null],
      ['Thuế', null],
      ['Khác', null],
    ]),
  );
  expect(Object.keys(cells)).toEqual(['B2', 'B4']);
  expect(undecided).toEqual(['row-shared-name A3', 'row-shared-name A5']);
});

it('a unit that is not the form’s is another figure', () => {
  const { cells, undecided } = read(
    sheetOf([
      ['Nội dung', 'ĐVT', 'Kế hoạch năm', 'Thực hiện tháng (tỷ đồng)'],
      ['Đường giao thông', 'triệu đồng', null, null],
      ['Thuế', 'tỷ đồng', null, null],
    ]),
  );
  expect(Object.keys(cells)).toEqual(['C2']);
  expect(undecided).toEqual(['no-such-figure D2', 'row-other-unit A3']);
});

it('agencies down and the columns of a form whose rows are added up across', () => {
  const first = added.columns.find(({ name }) => name === 'Trước hạn')!;
  const { cells, undecided } = read(
    sheetOf([
      ['TT', 'Đơn vị', first.group, null],
      [null, null, first.name, 'Quá hạn'],
      [1, 'Ủy ban nhân dân xã Mẫu Một', null, null],
      [2, 'Ủy ban nhân dân xã Mẫu Hai', null, null],
      [null, 'Tổng cộng', null, null],
    ]),
  );
  expect(cells).toEqual({
    C3: `II.06a – Đơn vị X01 – cột ${first.code}`,
    C4: `II.06a – Đơn vị X02 – cột ${first.code}`,
    C5: `II.06a – Toàn tỉnh – cột ${first.code}`,
    D3: 'II.06a – Đơn vị X01 – cột 10',
    D4: 'II.06a – Đơn vị X02 – cột 10',
    D5: 'II.06a – Toàn tỉnh – cột 10',
  });
  expect(undecided).toEqual([]);
});

it('agencies down and rows of a form across', () => {
  const { cells } = read(
    sheetOf([
      ['TT', 'Đơn vị', 'Số nhiệm vụ đến hạn', 'Vốn đã giải ngân (triệu đồng)', 'Vốn đã giao'],
      [1, 'Ủy ban nhân dân xã Mẫu Một', null, null, null],
      [2, 'Ủy ban nhân dân xã Mẫu Hai', null, null, null],
    ]),
    example,
  );
  expect(cells).toEqual({
    C2: 'CCHC – Đơn vị X01 – dòng 1.1.1, cột 3',
    D2: 'CCHC – Đơn vị X01 – dòng 6.2, cột 3',
    C3: 'CCHC – Đơn vị X02 – dòng 1.1.1, cột 3',
    D3: 'CCHC – Đơn vị X02 – dòng 6.2, cột 3',
  });
});

it('a form’s rows down and agencies across', () => {
  const { cells } = read(
    sheetOf([
      ['STT', 'Nội dung', 'Toàn tỉnh', 'Ủy ban nhân dân xã Mẫu Một', 'Sở Nội vụ tỉnh Mẫu'],
      ['1', 'Số nhiệm vụ đến hạn', null, null, null],
      ['2', 'Vốn được phân bổ', null, null, null],
    ]),
    example,
  );
  expect(cells).toMatchObject({
    C2: 'CCHC – Toàn tỉnh – dòng 1.1.1, cột 3',
    D3: 'CCHC – Đơn vị X01 – dòng 6.1, cột 3',
    E2: 'CCHC – Đơn vị SNV – dòng 1.1.1, cột 3',
  });
});

it('what a sum of the form does not exist of is said, not proposed', () => {
  const rows = added.rows.slice(0, 2).map(({ name }) => [name, null]);
  const { cells, undecided } = read(sheetOf([['Lĩnh vực', 'Trực tuyến'], ...rows]));
  expect(cells).toEqual({});
  expect(undecided).toEqual(['no-such-figure B1']);
});

it('an indicator in another unit than the row’s is another figure too', () => {
  const of = builtinPlan('ktxh-mau-2026')!;
  const money = of.indicators.find(({ unit }) => unit === 'tỷ đồng')!;
  const head = ['Chỉ tiêu', 'Đơn vị tính', 'Kết quả'];
  const said = (unit: string) => read(sheetOf([head, [money.name, unit, null]]), of);
  expect(said('triệu đồng')).toMatchObject({ cells: {}, undecided: ['row-other-unit A2'] });
  // Its name begins with its code, THU: no code stands before a name here.
  expect(said('Tỷ đồng')).toMatchObject({
    cells: { C2: 'THU – Toàn tỉnh – Trong kỳ – Kết quả' },
    undecided: [],
  });
});

it('under a table of indicators its rows are no unknown indicators', () => {
  const of = { ...plan, indicators: builtinPlan('ktxh-mau-2026')!.indicators };
  const [indicator] = of.indicators.filter(({ denominator }) => denominator === null);
  const { cells, undecided } = read(
    sheetOf([
      ['STT', 'Chỉ tiêu', 'Kết quả'],
      [1, indicator.name, null],
      [],
      ['STT', 'Nội dung', 'Kết quả trong kỳ'],
      [1, 'Số nhiệm vụ đến hạn', null],
      [2, 'Vốn được phân bổ', null],
    ]),
    of,
  );
  expect(cells).toMatchObject({
    C2: `${indicator.code} – Toàn tỉnh – Trong kỳ – Kết quả`,
    C5: 'CCHC – Toàn tỉnh – dòng 1.1.1, cột 3',
    C6: 'CCHC – Toàn tỉnh – dòng 6.1, cột 3',
  });
  expect(undecided).toEqual([]);
});

it('a form whose names are another’s too is nobody’s for certain', () => {
  const twin = { ...trade, code: 'KQ', title: 'KẾT QUẢ THÁNG' };
  const twins = { ...plan, forms: [trade, twin] };
  const rows = [
    ['Nội dung', 'Kế hoạch năm'],
    ['Đường giao thông', null],
    ['Thuế', null],
  ];
  const { cells, undecided } = read(sheetOf(rows), twins);
  expect(cells).toEqual({});
  expect(undecided).toEqual(['column-contrary B1']);
  const titled = read(sheetOf([['Biểu KQ. Kết quả tháng'], ...rows]), twins);
  expect(titled.cells).toMatchObject({ B3: 'KQ – Toàn tỉnh – dòng 1, cột 3' });
});

it('a column with a period that is not the one chosen is not proposed', () => {
  const { cells, undecided } = read(
    sheetOf([
      ['Nội dung', 'Lũy kế', null],
      [null, 'Kế hoạch năm', 'Thực hiện tháng'],
      ['Đường giao thông', null, null],
      ['Thuế', null, null],
    ]),
  );
  expect(cells).toEqual({});
  expect(undecided).toEqual(['column-unknown B2', 'column-unknown C2']);
});
