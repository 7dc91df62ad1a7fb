import { provinceTable } from '../../../test/province-table';
import { parseCell } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { builtinPlan } from '../plan/builtin';
import { describeSource } from './figure-source';
import { identifyCell } from './identify-cell';
import { proposeBindings } from './propose';

const plan = builtinPlan('tra-vinh-2024')!;
const nameOf = (code: string) => plan.indicators.find((one) => one.code === code)!.name;

/** A sheet from rows of texts. */
function sheetOf(rows: readonly (readonly (string | number | null)[])[]): Sheet {
  const sheet = new Sheet('Biểu');
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => value !== null && sheet.put(row, column, value)),
  );
  return sheet;
}

function proposed(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(
    proposeBindings(sheet, plan).cells.map(({ cell, source }) => [cell, describeSource(source)]),
  );
}

const undecided = (sheet: Sheet) =>
  proposeBindings(sheet, plan).undecided.map(({ code, cell }) => `${code} ${cell}`);

describe('a table of indicators with headings in two merged rows', () => {
  const table = provinceTable([
    'I. Cải cách thủ tục hành chính',
    ['1', nameOf('K07')],
    ['2', `2. ${nameOf('K01')}`],
    ['3', 'Tỷ lệ cơ quan không có trong kế hoạch'],
    ['4', nameOf('K03')],
    ['5', `K06. ${nameOf('K06')}`],
  ]);

  it('proposes what row and heading say together', () => {
    const cells = proposed(table);
    expect(cells).toMatchObject({
      E11: 'K07 – Toàn tỉnh – Trong kỳ – Tử',
      F11: 'K07 – Toàn tỉnh – Trong kỳ – Mẫu',
      G11: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả',
      H11: 'K07 – Toàn tỉnh – Lũy kế – Tử',
      J11: 'K07 – Toàn tỉnh – Lũy kế – Kết quả',
      K11: 'K07 – Toàn tỉnh – Kỳ trước – Kết quả',
      L11: 'K07 – Toàn tỉnh – Trong kỳ – Tăng/giảm',
      M11: 'K07 – Toàn tỉnh – Trong kỳ – Đánh giá',
      E12: 'K01 – Toàn tỉnh – Trong kỳ – Tử',
      E15: 'K06 – Toàn tỉnh – Trong kỳ – Tử',
    });
    expect(Object.keys(cells)).toHaveLength(3 * 9);
  });

  it('says by which texts a cell is known', () => {
    const [first] = proposeBindings(table, plan).cells;
    expect(first).toMatchObject({
      label: nameOf('K07'),
      labelCell: 'B11',
      heading: 'Trong tháng › Tử số',
      headingCell: 'E8',
    });
  });

  it('lists what it could not decide: a group, an unknown row, a name that two indicators share', () => {
    expect(undecided(table)).toEqual(['row-unknown B10', 'row-unknown B13', 'row-shared-name B14']);
    const shared = proposeBindings(table, plan).undecided.find(
      ({ code }) => code === 'row-shared-name',
    )!;
    expect(shared.codes).toEqual(['K03', 'K06']);
  });

  it('reads the same where merges are not known, as blanks beside a heading', () => {
    const bare = provinceTable([['1', nameOf('K07')]]);
    const merged = proposed(bare);
    bare.merges.length = 0;
    expect(proposed(bare)).toEqual(merged);
  });

  it('leaves what the office calculates itself', () => {
    const own = provinceTable([['1', nameOf('K07')]]);
    own.putFormula(9, 6, 'IF(F10=0,"",E10/F10*100)', '');
    own.putFormula(9, 7, "'Chỉ tiêu 2024-02'!I12", 5);
    expect(undecided(own)).toEqual(['own-formula G10']);
    expect(proposed(own)).toHaveProperty('H10');
  });
});

describe.each<[string, (string | number | null)[][], Record<string, string>, number, string[]]>([
  [
    'codes beside names',
    [
      ['Mã', 'Chỉ tiêu', 'Kết quả'],
      ['K03', nameOf('K03'), null],
      ['K06', nameOf('K03'), null],
    ],
    { C2: 'K03 – Toàn tỉnh – Trong kỳ – Kết quả', C3: 'K06 – Toàn tỉnh – Trong kỳ – Kết quả' },
    2,
    [],
  ],
  [
    'a code beside another indicator’s name',
    [
      ['Mã', 'Chỉ tiêu', 'Kết quả'],
      ['K01', nameOf('K07'), null],
      ['K02', nameOf('K02'), null],
    ],
    { C3: 'K02 – Toàn tỉnh – Trong kỳ – Kết quả' },
    1,
    ['row-contrary A2'],
  ],
  [
    'agencies as rows, indicators as columns',
    [
      ['Kết quả theo đơn vị', null, null, null],
      ['TT', 'Đơn vị', `K07. ${nameOf('K07')}`, null, null, nameOf('K01')],
      [null, null, 'Tử', 'Mẫu', '%', null],
      ['I', 'Sở, ban, ngành', null, null, null, null],
      [1, 'Sở Nội vụ', null, null, null, null],
      [2, 'UBND huyện Trà Cú', null, null, null, null],
      [3, 'Hội Nông dân', null, null, null, null],
      [4, 'UBND phường 1', null, null, null, null],
      [null, 'TỔNG CỘNG', null, null, null, null],
    ],
    {
      C4: 'K07 – Cấp Tỉnh – Trong kỳ – Tử',
      C5: 'K07 – Đơn vị SNV – Trong kỳ – Tử',
      E6: 'K07 – Đơn vị 849 – Trong kỳ – Kết quả',
      F5: 'K01 – Đơn vị SNV – Trong kỳ – Kết quả',
      C9: 'K07 – Toàn tỉnh – Trong kỳ – Tử',
    },
    16,
    ['row-unknown B7', 'row-unknown B8'],
  ],
  [
    'indicators as rows, agencies and levels as columns',
    [
      ['STT', 'Chỉ tiêu', 'Sở Nội vụ', null, 'Cấp huyện', 'Toàn tỉnh'],
      [null, null, 'Tử số', 'Mẫu số', null, null],
      [1, nameOf('K07'), null, null, null, null],
      [2, nameOf('K01'), null, null, null, null],
    ],
    {
      C3: 'K07 – Đơn vị SNV – Trong kỳ – Tử',
      D4: 'K01 – Đơn vị SNV – Trong kỳ – Mẫu',
      E3: 'K07 – Cấp Huyện – Trong kỳ – Kết quả',
      F3: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả',
    },
    8,
    [],
  ],
  [
    'headings that name the period, and one nobody understands',
    [
      [
        'STT',
        'Chỉ tiêu',
        'Tháng 02/2024',
        'Lũy kế 2 tháng',
        'Cùng kỳ năm trước',
        'So với cùng kỳ',
        'Xếp hạng',
      ],
      [1, nameOf('K07'), null, null, null, null, null],
    ],
    {
      C2: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả',
      D2: 'K07 – Toàn tỉnh – Lũy kế – Kết quả',
      E2: 'K07 – Toàn tỉnh – Cùng kỳ năm trước – Kết quả',
    },
    3,
    ['column-contrary F1', 'column-unknown G1'],
  ],
  [
    'months side by side',
    [
      ['STT', 'Chỉ tiêu', 'Tháng 1', 'Tháng 2', 'Lũy kế'],
      [1, nameOf('K07'), null, null, null],
    ],
    { E2: 'K07 – Toàn tỉnh – Lũy kế – Kết quả' },
    1,
    ['column-repeated C1', 'column-repeated D1'],
  ],
  [
    'a figure our reports do not have',
    [
      ['STT', 'Chỉ tiêu', 'Cấp xã', null],
      [null, null, 'Trong tháng', 'Lũy kế'],
      [1, nameOf('K07'), null, null],
    ],
    { C3: 'K07 – Cấp Xã – Trong kỳ – Kết quả' },
    1,
    ['no-such-figure D3'],
  ],
  [
    'tasks under indicators',
    [
      ['STT', 'Chỉ tiêu', 'Trong tháng', 'Đánh giá', 'Ghi chú'],
      [1, nameOf('K07'), null, null, null],
      [null, null, null, null, null],
      ['STT', 'Nhiệm vụ', 'Số lượt được giao', 'Đã hoàn thành', 'Tình trạng'],
      ['1', plan.tasks[0].text, null, null, null],
    ],
    {
      C2: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả',
      D2: 'K07 – Toàn tỉnh – Trong kỳ – Đánh giá',
      C5: 'T1 – Số lượt được giao',
      D5: 'T1 – Đã hoàn thành',
      E5: 'T1 – Tình trạng',
    },
    5,
    [],
  ],
  [
    'nothing of the plan',
    [
      ['STT', 'Họ và tên', 'Lương'],
      [1, 'Nguyễn Văn A', 5],
    ],
    {},
    0,
    [],
  ],
])('%s', (_, rows, cells, count, open) => {
  it('is read', () => {
    expect(proposed(sheetOf(rows))).toMatchObject(cells);
    expect(Object.keys(proposed(sheetOf(rows)))).toHaveLength(count);
    expect(undecided(sheetOf(rows))).toEqual(open);
  });
});

describe('one cell a person chose', () => {
  const table = provinceTable([
    ['1', nameOf('K07')],
    ['2', 'Chỉ số hài lòng'],
    ['3', 'Chỉ số hài lòng'],
  ]);
  it.each([
    [
      'E10',
      { label: nameOf('K07'), labelCell: 'B10', heading: 'Trong tháng › Tử số', headingCell: 'E8' },
    ],
    ['N10', { heading: 'Ghi chú', headingCell: 'N7' }],
    // The label is not the plan's, and stands twice.
    ['E11', null],
    // Nothing stands left of it.
    ['A10', null],
    ['Z99', null],
  ])('%s', (cell, place) => {
    expect(parseCell(cell)).not.toBeNull();
    const found = identifyCell(table, plan, cell);
    if (place === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ cell, ...place });
  });
});
