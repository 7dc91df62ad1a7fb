import { provinceTable } from '../../../test/province-table';
import { parseCell } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { PeriodKind } from '../period/period';
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
      E11: 'K07 – Toàn tỉnh – Trong kỳ – Tử số',
      F11: 'K07 – Toàn tỉnh – Trong kỳ – Mẫu số',
      G11: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả',
      H11: 'K07 – Toàn tỉnh – Lũy kế – Tử số',
      J11: 'K07 – Toàn tỉnh – Lũy kế – Kết quả',
      K11: 'K07 – Toàn tỉnh – Kỳ trước – Kết quả',
      L11: 'K07 – Toàn tỉnh – Trong kỳ – Tăng/giảm',
      M11: 'K07 – Toàn tỉnh – Trong kỳ – Đánh giá',
      E12: 'K01 – Toàn tỉnh – Trong kỳ – Tử số',
      E15: 'K06 – Toàn tỉnh – Trong kỳ – Tử số',
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
      C4: 'K07 – Cấp Tỉnh – Trong kỳ – Tử số',
      C5: 'K07 – Đơn vị SNV – Trong kỳ – Tử số',
      E6: 'K07 – Đơn vị 849 – Trong kỳ – Kết quả',
      F5: 'K01 – Đơn vị SNV – Trong kỳ – Kết quả',
      C9: 'K07 – Toàn tỉnh – Trong kỳ – Tử số',
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
      C3: 'K07 – Đơn vị SNV – Trong kỳ – Tử số',
      D4: 'K01 – Đơn vị SNV – Trong kỳ – Mẫu số',
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
    'tasks of one level, which our reports do not have',
    [
      ['STT', 'Nhiệm vụ', 'Đã hoàn thành cấp xã', 'Được giao'],
      ['1', plan.tasks[0].text, null, null],
    ],
    { D2: 'T1 – Số lượt được giao' },
    1,
    ['column-contrary C1'],
  ],
  [
    'a level under an indicator, over rows of agencies',
    [
      ['Đơn vị', `K07. ${nameOf('K07')}`, `K01. ${nameOf('K01')}`, null],
      [null, null, 'Cấp xã', 'Kết quả'],
      ['Sở Nội vụ', null, null, null],
      ['UBND huyện Trà Cú', null, null, null],
    ],
    { D3: 'K01 – Đơn vị SNV – Trong kỳ – Kết quả' },
    4,
    ['column-contrary C2'],
  ],
  [
    'rows with figures under a blank one, and a note',
    [
      ['Chỉ tiêu', 'Kết quả'],
      [nameOf('K07'), null],
      [null, null],
      ['Tỷ lệ của riêng cơ quan', 12.5],
      [null, null],
      ['Ghi chú: số liệu đến ngày 14', null],
    ],
    { B2: 'K07 – Toàn tỉnh – Trong kỳ – Kết quả' },
    1,
    ['row-unknown A4'],
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

describe('a heading is understood word by word, or its column is not proposed', () => {
  const under = (heading: string, kind?: PeriodKind) => {
    const sheet = sheetOf([
      ['STT', 'Chỉ tiêu', heading, 'Tử số'],
      [1, nameOf('K07'), null, null],
    ]);
    return proposeBindings(sheet, plan, kind);
  };
  const said = (heading: string, kind?: PeriodKind) => {
    const { cells } = under(heading, kind);
    const found = cells.find(({ cell }) => cell === 'C2');
    return found && describeSource(found.source).replace('K07 – Toàn tỉnh – ', '');
  };

  /** Over one column alone, from the highest to the lowest. */
  const alone = (headings: string) => {
    const rows = headings.split('›').map((text, row) => [row === 0 ? 'Chỉ tiêu' : null, text]);
    const cell = `B${rows.length + 1}`;
    const own = ['K07', 'K01'].map((code) => [nameOf(code), null]);
    return proposed(sheetOf([...rows, ...own]))[cell]?.replace('K07 – Toàn tỉnh – ', '');
  };

  it.each<[string, string]>([
    ['Trong kỳ', 'Trong kỳ – Kết quả'],
    ['Kết quả thực hiện trong tháng', 'Trong kỳ – Kết quả'],
    ['Kết quả thực hiện tháng 3/2024 (%)', 'Trong kỳ – Kết quả'],
    ['Thực hiện tháng 03 năm 2024', 'Trong kỳ – Kết quả'],
    ['Số liệu tháng báo cáo', 'Trong kỳ – Kết quả'],
    ['Tỷ lệ (%) trong kỳ báo cáo', 'Trong kỳ – Kết quả'],
    ['Tháng này: Tử số', 'Trong kỳ – Tử số'],
    ['Mẫu số (hồ sơ)', 'Trong kỳ – Mẫu số'],
    ['MẪU SỐ\nTRONG THÁNG', 'Trong kỳ – Mẫu số'],
    ['Lũy kế', 'Lũy kế – Kết quả'],
    ['Luỹ kế từ đầu năm đến nay', 'Lũy kế – Kết quả'],
    ['Kết quả lũy kế đến hết tháng 3/2024', 'Lũy kế – Kết quả'],
    ['Kết quả từ đầu năm đến hết tháng báo cáo', 'Lũy kế – Kết quả'],
    ['Tử số lũy kế 3 tháng đầu năm 2024', 'Lũy kế – Tử số'],
    ['Cộng dồn năm 2024 - Mẫu số', 'Lũy kế – Mẫu số'],
    ['3 tháng đầu năm', 'Lũy kế – Kết quả'],
    ['Thực hiện tháng trước', 'Kỳ trước – Kết quả'],
    ['Tỷ lệ kỳ liền trước (%)', 'Kỳ trước – Kết quả'],
    ['Cùng kỳ 2023', 'Cùng kỳ năm trước – Kết quả'],
    ['Thực hiện cùng kỳ năm 2023', 'Cùng kỳ năm trước – Kết quả'],
    ['Tăng (+), giảm (-)', 'Trong kỳ – Tăng/giảm'],
    ['Chênh lệch so với tháng trước (điểm %)', 'Trong kỳ – Tăng/giảm'],
    ['Đánh giá', 'Trong kỳ – Đánh giá'],
    ['Đạt / Không đạt', 'Trong kỳ – Đánh giá'],
    ['Kết quả toàn tỉnh', 'Trong kỳ – Kết quả'],
  ])('%s', (heading, source) => {
    expect(said(heading)).toBe(source);
  });

  it.each([
    ...['Tử số kỳ trước', 'Mẫu số tháng trước', 'Tử số cùng kỳ', 'Đánh giá kỳ trước'],
    ...['Kết quả trong quý', 'Thực hiện quý I', 'Quý trước', 'Quý này'],
    ...['Thực hiện năm 2024', 'Năm 2023', '2023', 'Thực hiện năm trước', 'Kết quả trong năm'],
    ...['So với kế hoạch (%)', 'So với kế hoạch năm', 'So với mục tiêu', 'So với tháng trước'],
    ...['So với tháng trước (%)', 'Tăng/giảm so với cùng kỳ', 'Tăng/giảm so với năm trước'],
    ...['Tăng, giảm (%)', 'Tốc độ tăng (%)', 'Tăng/giảm lũy kế', 'Tăng', 'Giảm'],
    ...['Tỷ lệ đơn vị đã báo cáo (%)', 'Tỷ lệ hoàn thành (%)', 'Tỷ lệ thực hiện kế hoạch', '% đạt'],
    ...['Tỷ lệ giải quyết đúng hạn', 'Tỷ lệ đạt (%)', '% thực hiện', 'Tỷ trọng (%)'],
    ...['Điểm đánh giá', 'Tự đánh giá', 'Đánh giá của Sở Nội vụ', 'Điểm', 'Xếp loại'],
    ...['Kế hoạch quý II (%)', 'Kế hoạch năm', 'Kế hoạch tháng 3', 'Mục tiêu 2024', 'Chỉ tiêu năm'],
    ...['Ước thực hiện tháng 3', 'Dự kiến tháng 3', 'Thực hiện tháng 3 so với kế hoạch'],
    ...[
      'Lũy kế cùng kỳ năm trước',
      'Lũy kế tháng trước',
      'Lũy kế trong quý',
      'Cùng kỳ tháng trước',
    ],
    ...['Lũy kế giai đoạn 2021-2025', 'Lũy kế từ đầu nhiệm kỳ', 'Tử số/Mẫu số', 'Tử số (%)'],
    ...['Kết quả (nghìn hồ sơ)', 'Tử số (nghìn)', 'Số đã hoàn thành', 'Tổng số', 'Tình trạng'],
    ...[
      'Trung bình tháng',
      'Kết quả cao nhất trong kỳ',
      'Số đơn vị không đạt',
      'Kết quả thẩm định',
    ],
    ...['Tháng trước chuyển sang', 'Phát sinh trong kỳ', 'Trong kỳ (chưa kiểm tra)', 'Còn lại'],
  ])('“%s” is not', (heading) => {
    expect([heading, said(heading)]).toEqual([heading, undefined]);
    expect(under(heading).undecided).not.toEqual([]);
  });

  it.each<[string, PeriodKind, string]>([
    ['Kết quả trong quý', 'quarter', 'Trong kỳ – Kết quả'],
    ['Thực hiện quý I/2024', 'quarter', 'Trong kỳ – Kết quả'],
    ['Quý trước', 'quarter', 'Kỳ trước – Kết quả'],
    ['Thực hiện năm 2024', 'year', 'Trong kỳ – Kết quả'],
    ['Năm trước', 'year', 'Kỳ trước – Kết quả'],
  ])('%s is, where a %s is filled', (heading, kind, source) => {
    expect(said(heading, kind)).toBe(source);
    expect(said(heading, kind === 'year' ? 'quarter' : 'year')).toBeUndefined();
  });

  it.each<[string, (string | null)[][]]>([
    [
      'a difference of parts',
      [
        ['Tăng/giảm', null],
        ['Tử', 'Mẫu'],
      ],
    ],
    [
      'a plan',
      [
        ['Kế hoạch', null],
        ['Trong tháng', 'Lũy kế'],
      ],
    ],
    [
      'last year',
      [
        ['Năm 2023', null],
        ['Tử', 'Mẫu'],
      ],
    ],
    [
      'years as numbers',
      [
        ['Thực hiện', null],
        ['2022', '2023'],
      ],
    ],
  ])('nor is what stands under a heading of %s', (_, headings) => {
    const [over, below] = headings;
    const sheet = sheetOf([
      ['STT', 'Chỉ tiêu', ...over],
      [null, null, ...below],
      [1, nameOf('K07'), null, null],
    ]);
    expect(proposed(sheet)).toEqual({});
    expect(undecided(sheet)).toHaveLength(2);
  });

  it.each<[string, string]>([
    ['Luỹ kế 3 tháng', 'Lũy kế – Kết quả'],
    ['Thực hiện từ đầu năm đến nay', 'Lũy kế – Kết quả'],
    ['Từ tháng 1 đến tháng 3', 'Lũy kế – Kết quả'],
    ['Mẫu số lũy kế', 'Lũy kế – Mẫu số'],
    ['Tháng 3 (tử số)', 'Trong kỳ – Tử số'],
    ['Tỷ lệ % trong tháng', 'Trong kỳ – Kết quả'],
    ['Tỷ lệ cùng kỳ năm 2023', 'Cùng kỳ năm trước – Kết quả'],
    ['Tăng, giảm so với tháng 2', 'Trong kỳ – Tăng/giảm'],
    ['Kết quả đạt/không đạt', 'Trong kỳ – Đánh giá'],
    ['Tháng trước›Kết quả', 'Kỳ trước – Kết quả'],
    ['Năm 2024›Lũy kế', 'Lũy kế – Kết quả'],
    ['So với tháng trước›Chênh lệch', 'Trong kỳ – Tăng/giảm'],
    ['Cấp huyện (%)', 'K07 – Cấp Huyện – Trong kỳ – Kết quả'],
    ['Cấp huyện›Tử số', 'K07 – Cấp Huyện – Trong kỳ – Tử số'],
    ['UBND huyện Trà Cú', 'K07 – Đơn vị 849 – Trong kỳ – Kết quả'],
  ])('nobody showed us “%s”, which is understood', (headings, source) => {
    expect(alone(headings)).toBe(source);
  });

  it.each([
    ...['Số hồ sơ đã giải quyết', 'Số hồ sơ trễ hạn', 'Hồ sơ tiếp nhận trong tháng', 'KQ tháng 3'],
    ...['Lũy kế đến 14/3/2024', 'Tính đến 31/3/2024', 'Đến 30/6', 'Đến ngày báo cáo', '03/2024'],
    ...['Tháng ba', 'T3', 'Tháng sau', 'Kỳ sau', 'Đầu kỳ', 'Cuối kỳ', 'Ngoài kỳ', 'Trong kỳ trước'],
    ...['So cùng kỳ (%)', 'Chênh lệch so với kế hoạch', 'Chênh lệch tử số', 'Tốc độ tăng trưởng'],
    ...['Kế hoạch giao', 'Chỉ tiêu phấn đấu', 'Mức phấn đấu (%)', 'Ước cả năm', 'Dự báo quý II'],
    ...['% so với kế hoạch năm', '% hoàn thành', 'Đạt tỷ lệ %', 'Đạt', 'Không đạt', 'Tự chấm'],
    ...['Đánh giá mức độ hoàn thành', 'Nhận xét, đánh giá', 'Điểm tối đa', 'Xếp hạng'],
    ...['Số đơn vị báo cáo', 'Tỷ lệ báo cáo', 'Số liệu sau điều chỉnh', 'Số liệu năm trước'],
    ...['Giá trị lớn nhất', 'Bình quân 3 tháng', 'Trung bình quý', 'Tổng hợp', 'Toàn huyện'],
    ...['Kết quả cấp tỉnh lũy kế', 'Kết quả cấp xã tháng trước', 'Kết quả của Sở Nội vụ'],
    ...['Tỷ lệ trực tuyến (%)', 'Tỷ lệ (‰)', 'Kết quả (lần)', 'Tử số (triệu đồng)', 'Số tử'],
    ...['Tồn kỳ trước chuyển sang', 'Phát sinh', 'Thực hiện 2023', 'Lũy kế giai đoạn'],
    ...['Lũy kế năm trước', 'Lũy kế cùng kỳ', 'Lũy kế quý I', 'Chưa thực hiện', 'Đang thực hiện'],
    ...['Kết quả dự kiến', 'Kết quả khảo sát', 'Kết quả trước điều chỉnh', 'Kết quả (nếu có)'],
    ...['Tháng 1 + tháng 2', 'Kết quả tháng 1 và tháng 2', 'Tháng 1, 2, 3', 'Tháng 1 đến tháng 3'],
    ...['Tháng 3›Ước thực hiện', 'Trong tháng›Lũy kế', 'Lũy kế›Tăng/giảm', 'Lũy kế›Đánh giá'],
    ...['Tháng trước›Đánh giá', 'Sở Nội vụ›Lũy kế', 'Cùng kỳ năm trước›Tử số', 'Tỷ lệ›Tử số'],
    ...['Kết quả›Đạt', 'Kết quả›So với KH', 'Quý I›Tháng 3', 'Kế hoạch›Tỷ lệ', 'Số hồ sơ›Tử số'],
  ])('nor “%s”, which is not', (headings) => {
    expect([headings, alone(headings)]).toEqual([headings, undefined]);
  });

  it('one word over a whole table is not passed over either, but a unit or a number is', () => {
    const over = (text: string) =>
      proposed(
        sheetOf([
          [null, null, text, null],
          ['STT', 'Chỉ tiêu', 'Trong tháng', 'Lũy kế'],
          [1, nameOf('K07'), null, null],
        ]),
      );
    expect(over('Ước thực hiện')).toEqual({});
    for (const line of ['ĐVT: %', '(Đơn vị tính: %)', 'Biểu số 02'])
      expect(Object.keys(over(line))).toEqual(['C3', 'D3']);
  });

  it('a group over the row of the headings is not passed over', () => {
    const sheet = sheetOf([
      [null, null, 'Kỳ này', null, 'Kỳ trước', null],
      ['STT', 'Chỉ tiêu', 'Tử', 'Mẫu', 'Tỷ lệ', 'Kết quả'],
      [1, nameOf('K07'), null, null, null, null],
    ]);
    expect(proposed(sheet)).toEqual({});
    expect(undecided(sheet)).toHaveLength(4);
  });

  it.each<[string, string[]]>([
    ['Số chưa hoàn thành', ['column-unknown C1']],
    ['Hoàn thành đúng hạn', ['column-unknown C1']],
    ['Tỷ lệ hoàn thành (%)', ['column-contrary C1']],
    ['Số nhiệm vụ đã hoàn thành', []],
    ['Tình trạng thực hiện', []],
    ['Tình trạng kỳ trước', ['column-contrary C1']],
  ])('of tasks: %s', (heading, open) => {
    const sheet = sheetOf([
      ['STT', 'Nhiệm vụ', heading, 'Tình trạng'],
      [1, plan.tasks[0].text, null, null],
    ]);
    expect(undecided(sheet)).toEqual(open);
    expect(Object.keys(proposed(sheet))).toEqual(open.length > 0 ? ['D2'] : ['C2', 'D2']);
  });

  it('rows under the last one that is known are listed too, notes are not', () => {
    const sheet = sheetOf([
      ['STT', 'Chỉ tiêu', 'Trong tháng'],
      [1, nameOf('K07'), null],
      [2, 'Tỷ lệ lạ thứ nhất', null],
      [null, null, null],
      [3, 'Tỷ lệ lạ thứ hai', null],
      [null, null, null],
      [null, 'Người lập biểu', null],
    ]);
    expect(undecided(sheet)).toEqual(['row-unknown B3', 'row-unknown B5']);
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
