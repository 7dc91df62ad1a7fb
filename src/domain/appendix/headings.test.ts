import { pastedWorkbook } from '../../../test/appendix/appendix-workbook';
import type { CellValue } from '../../workbook/cell';
import { builtinPlan } from '../plan/builtin';
import { isOfEachUnit } from '../plan/each-unit-words';
import { readFrequency } from './frequency';
import type { ColumnRole } from './headings';
import { readAppendix, type AppendixReading, type ColumnChoice } from './read-appendix';
import { readTargets } from './read-targets';

const { agencies } = builtinPlan('vinh-long-2023')!;

function rolesOf(
  rows: CellValue[][],
  merges: string[] = [],
  choices: ColumnChoice[] = [],
  year = 2026,
): ColumnRole[] {
  const workbook = pastedWorkbook([{ name: 'Phụ lục', rows, merges }]);
  return readAppendix(workbook, agencies, year, choices).columns.map(({ role }) => role);
}

describe('headings measured on real appendices', () => {
  it.each([
    ...[
      'Chỉ tiêu năm 2026',
      'KH năm 2026',
      'KH 2026',
      'Dự kiến KH',
      '2026',
      'Kết quả',
      'Kết quả cần đạt',
      'Mục tiêu',
    ],
    ...[
      'Mục tiêu cụ thể',
      'Chỉ tiêu cụ thể',
      'Định mức',
      'Yêu cầu',
      'Mức giao',
      'Chỉ tiêu giao',
      'Kế hoạch giao năm 2026',
    ],
    ...[
      'KẾ HOẠCH NĂM 2026 (%)',
      'Dự kiến kế hoạch năm 2026',
      'Chỉ tiêu HĐND tỉnh giao',
      'Năm 2026',
      'Mức phấn đấu',
      'Yêu cầu đạt được',
    ],
  ])('“%s” is a target', (heading) => {
    const rows = [
      ['STT', 'Tên chỉ tiêu', 'ĐVT', heading, 'Cơ quan chủ trì'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Sở Nội vụ'],
    ];
    expect(rolesOf(rows)).toEqual(['stt', 'text', 'unit', 'target', 'lead']);
  });

  it.each([
    ...[
      'Cơ quan chủ trì theo dõi, đánh giá',
      'Cơ quan chủ trì theo dõi, báo cáo',
      'Cơ quan chủ trì theo dõi, tổng hợp',
    ],
    ...[
      'Đơn vị chủ trì',
      'Cơ quan quản lý',
      'Đầu mối theo dõi',
      'Cơ quan cung cấp số liệu',
      'Nguồn số liệu',
    ],
    ...[
      'Cơ quan thu thập, tổng hợp',
      'Cơ quan, đơn vị chủ trì',
      'Cơ quan theo dõi, báo cáo',
      'Cơ quan tham mưu',
      'CƠ QUAN ĐẦU MỐI',
    ],
  ])('“%s” is an owner', (heading) => {
    const rows = [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'KH năm 2026', heading],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Sở Nội vụ'],
    ];
    expect(rolesOf(rows)).toEqual(['stt', 'text', 'unit', 'target', 'lead']);
  });

  it.each<[string, ColumnRole]>([
    ['Ước thực hiện', 'opening'],
    ['Ước TH năm 2025', 'opening'],
    ['TH 2025', 'opening'],
    ['Thực hiện năm 2025', 'opening'],
    ['Kết quả năm 2025', 'opening'],
    ['Năm 2025', 'opening'],
    ['Hiện trạng năm 2025', 'opening'],
    ['Tần suất báo cáo', 'schedule'],
    ['Kỳ báo cáo', 'schedule'],
    ['Mã nhiệm vụ', 'code'],
    ['Mã chỉ tiêu', 'code'],
    ['Sản phẩm đầu ra', 'product'],
    ['Lãnh đạo phụ trách', 'person'],
    ['Đồng chí Phó Chủ tịch phụ trách', 'person'],
    ['Người chịu trách nhiệm theo dõi', 'person'],
    ['Kinh phí', 'none'],
  ])('“%s” beside them is %s', (heading, role) => {
    const rows = [
      ['STT', 'Chỉ tiêu', 'ĐVT', heading, 'KH năm 2026', 'Cơ quan chủ trì'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'abc 12', 'Tối thiểu 95', 'Sở Nội vụ'],
    ];
    expect(rolesOf(rows)[3]).toBe(role);
  });

  it('a column whose heading nobody knows is told by what stands under it, and asked', () => {
    const rows = [
      ['STT', 'Tên chỉ tiêu', 'ĐVT', 'Ngưỡng XYZ', 'Nơi làm'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Sở Nội vụ'],
      [2, 'Tỷ lệ văn bản ký số', '%', 'Tối thiểu 90', 'Sở Tư pháp'],
    ];
    const workbook = pastedWorkbook([{ name: 'Phụ lục', rows, merges: [] }]);
    const { columns, marks } = readAppendix(workbook, agencies, 2026);
    expect(columns.map(({ role, isGuessed }) => [role, isGuessed])).toEqual([
      ['stt', false],
      ['text', false],
      ['unit', false],
      ['target', true],
      ['lead', true],
    ]);
    expect(marks.filter(({ why }) => why === 'guessed-column').map(({ cell }) => cell)).toEqual([
      'D1',
      'E1',
    ]);
  });

  describe('two figures for the year, by whom they are given', () => {
    const under = (leaves: string[]): AppendixReading =>
      readAppendix(
        pastedWorkbook([
          {
            name: 'A',
            rows: [
              ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2026', '', 'Cơ quan chủ trì'],
              ['', '', '', ...leaves, ''],
              [
                1,
                'Kim ngạch xuất khẩu',
                'Triệu USD',
                'tối thiểu 2.750',
                'tối thiểu 3.000',
                'Sở Công Thương',
              ],
            ],
            merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
          },
        ]),
        [],
        2026,
      );
    it.each([
      [['HĐND tỉnh giao', 'Phấn đấu'], 2750],
      [['UBND tỉnh giao', 'Phấn đấu'], 2750],
      [['Nghị quyết HĐND', 'Kịch bản tăng trưởng'], 2750],
      [['Trung ương giao', 'Tỉnh giao'], 3000],
      [['TW giao', 'HĐND tỉnh quyết định'], 3000],
      [['Thủ tướng Chính phủ giao', 'Địa phương giao'], 3000],
      [['Bộ Tài chính giao', 'Tỉnh giao'], 3000],
    ])('%j: that of the province is read, the other is asked', (leaves, value) => {
      const { targets, marks } = under(leaves);
      expect(targets).toMatchObject([{ value, confirmed: true }]);
      const other = value === 2750 ? 'E2' : 'D2';
      expect(marks.map(({ cell, why }) => [cell, why])).toContainEqual([other, 'column']);
    });

    it('one alone is the target, whoever gives it', () => {
      const rows = [
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Trung ương giao', 'Cơ quan chủ trì'],
        [1, 'Kim ngạch xuất khẩu', 'Triệu USD', 'tối thiểu 2.750', 'Sở Công Thương'],
      ];
      const reading = readAppendix(pastedWorkbook([{ name: 'A', rows, merges: [] }]), [], 2026);
      expect(reading.targets).toMatchObject([{ value: 2750 }]);
    });
  });

  it('a person’s word for a column wins, by its place or by its heading', () => {
    const rows = [
      ['STT', 'Tên chỉ tiêu', 'ĐVT', 'Cột lạ', 'Số khác', 'Cơ quan chủ trì'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Tối thiểu 1', 'Sở Nội vụ'],
    ];
    const at = { sheet: null, column: 3, heading: null, role: 'target' as const };
    const named = { sheet: null, column: null, heading: 'CỘT LẠ', role: 'target' as const };
    const nothing = { sheet: null, column: 4, heading: null, role: 'none' as const };
    for (const choices of [
      [at, nothing],
      [named, nothing],
    ])
      expect(rolesOf(rows, [], choices)).toEqual(['stt', 'text', 'unit', 'target', 'none', 'lead']);
  });

  it('a person in charge is nobody who reports', () => {
    const rows = [
      ['STT', 'Nhiệm vụ', 'Lãnh đạo phụ trách', 'Thời hạn'],
      [1, 'Ban hành kế hoạch', 'Sở Nội vụ', 'Quý I/2026'],
    ];
    const { tasks, marks } = readAppendix(
      pastedWorkbook([{ name: 'Phụ lục', rows, merges: [] }]),
      agencies,
      2026,
    );
    expect(tasks).toMatchObject([{ lead: '', implementing: '', filledBy: [] }]);
    expect(marks).toMatchObject([{ why: 'agency', found: '' }]);
  });
});

/** Operator and value of each part, its year or part of the year; then what is asked. */
describe('targets that are more than a bound and a figure', () => {
  it.each([
    ['28 - 30', '%', '', 'between 28..30'],
    ['từ 28 đến 30%', '%', '', 'between 28..30'],
    ['30 - 28', '%', '', 'between 30 ?, range'],
    ['Giảm 0,5', '%', '', '<= -0.5 ?, relative on last-year-difference'],
    ['Tăng 7% so với năm 2025', '%', '', '>= 7 ? whole-year, relative on last-year-difference'],
    ['Giảm xuống còn 1,5%', '%', '', '<= 1.5'],
    ['Trong nhóm 10 tỉnh dẫn đầu', 'Thứ hạng', '', '<= 10'],
    ['Top 5 cả nước', '', '', '<= 5'],
    ['Vị thứ 5', 'Thứ hạng', '', '<= 5'],
    ['Hạng 7/34', '', '', '<= 7'],
    ['Nhóm 10 tỉnh thấp nhất', '', '', ', operator'],
    ['7', 'Thứ hạng', '', '<= 7 ?'],
    ['1,5', '%', 'Tỷ lệ hộ nghèo', '<= 1.5 ?'],
    ['80', '%', 'Tỷ lệ hồ sơ trực tuyến', '>= 80 ?'],
    ['6 tháng đầu năm: 60; cả năm: 80', '%', '', '>= 60 ? by 2026-06-30; >= 80 ? whole-year'],
    ['Quý I: 15; Quý II: 45', '%', '', '>= 15 ? by 2026-03-31 own; >= 45 ? by 2026-06-30 own'],
    ['Năm 2026: 80; năm 2027: 90', '%', '', '>= 80 ? 2026; >= 90 ? 2027'],
    ['Đến năm 2030: tối thiểu 90%', '%', '', '>= 90 2030'],
    ['Đến hết năm 2026 đạt tối thiểu 90%', '%', '', '>= 90 whole-year'],
    ['Mỗi xã tối thiểu 05', 'mô hình', '', '>= 5 each xa'],
    ['Ít nhất 01 mô hình/xã, phường', 'mô hình', '', '>= 1 each xa'],
    ['Từng cơ quan đạt tối thiểu 80%', '%', '', '>= 80 each any'],
    ['tối thiểu 02 TTHC/cơ quan', 'TTHC', '', '>= 2 each any'],
    ['tối thiểu 02 lớp/năm', 'lớp', '', '>= 2'],
    ['100% số xã', '%', '', '= 100 ?, each-unit'],
    ['Đến tháng 6 đạt 60%, cuối năm đạt 80%', '%', '', '>= 60 ? by 2026-06-30; >= 80 ? whole-year'],
    ['80%\n(6 tháng đầu năm: 40%)', '%', '', '>= 80 ?; >= 40 ? by 2026-06-30'],
    ['Tối thiểu 80% trước 30/6/2026', '%', '', '>= 80 by 2026-06-29'],
    ['Đạt trên 90% vào Quý III/2026', '%', '', '> 90 by 2026-09-30 own'],
    ['Tối thiểu 80% trong năm 2026', '%', '', '>= 80 whole-year'],
    ['trong năm 2026', '%', '', ', operator'],
    ['Quý II/2026', '', '', ', operator'],
    ['6,5-7', '%', '', 'between 6.5..7'],
    ['80/100 điểm', 'điểm', '', ', operator'],
    [
      'Tăng tối thiểu 2 điểm phần trăm so với năm 2025',
      '%',
      '',
      '>= 2 whole-year on last-year-difference',
    ],
    ['Tăng tối thiểu 2 điểm phần trăm so với năm 2022', '%', '', 'text null ?, relative'],
    ['Giảm 5 – 10% so với cùng kỳ', 'vụ', '', 'between -10..-5 every-period on last-year-percent'],
    ['Giảm ít nhất 5% so với quý trước', 'vụ', '', '<= -5 every-period on before-percent'],
    [
      'Tăng tối thiểu 02 bậc so với năm trước',
      'hạng',
      '',
      '<= -2 whole-year on last-year-difference',
    ],
    ['Tăng trưởng 8% trở lên', '%', '', '>= 8'],
    ['tăng 8%', '%', 'Tốc độ tăng GRDP', '>= 8 ?'],
    ['-1,5', '%', 'Tốc độ tăng trưởng', '>= -1.5 ?'],
    ['-1,5', '%', 'Tỷ lệ hồ sơ', ', operator'],
    ['Không để xảy ra', 'vụ', '', '= 0 ?'],
    ['Duy trì 100%', '%', '', '= 100'],
    ['khoảng 85', '%', '', '>= 85 ?'],
    ['- Cấp tỉnh: 80%\n- Cấp xã: 60%', '%', '', '>= 80 ?; >= 60 ?'],
    ['1.000 hộ', '', '', '>= 1000 ?'],
    ['Tối thiểu 05 tuyến phố', 'tuyến phố', '', '>= 5'],
    ['Hoàn thành', '', '', ', operator'],
    ['Có', '', '', 'yes null'],
    ['- '.repeat(140), '%', '', ', operator'],
    ['a:1;'.repeat(70), '%', '', ', operator'],
  ])('“%s” (%s) %s: %s', (raw, unit, name, expected) => {
    const { parts, why, compared } = readTargets(raw, unit, name, 2026);
    const said = parts.map(({ operator, value, to, isPlain, year, until, each, ...part }) =>
      [
        operator,
        to === undefined ? String(value) : `${value}..${to}`,
        ...(isPlain ? [] : ['?']),
        ...(year === undefined ? [] : [year]),
        ...(until === undefined ? [] : [`by ${until}`]),
        ...(part.isOwnPeriod ? ['own'] : []),
        ...(each === undefined ? [] : [`each ${each}`]),
        ...(part.assess === undefined ? [] : [part.assess]),
      ].join(' '),
    );
    const rest = (why ? `, ${why}` : '') + (compared ? ` on ${compared}` : '');
    expect(said.join('; ') + rest).toBe(expected);
  });

  it.each([
    ['Mỗi xã, phường có tối thiểu 05 tuyến phố', true],
    ['100% số xã có cán bộ chuyên trách', true],
    ['100% cơ quan, đơn vị sử dụng chữ ký số', true],
    ['Từng cơ quan công khai kết quả', true],
    ['Tối thiểu 02 lớp/xã', true],
    ['Tỷ lệ hồ sơ trực tuyến', false],
    ['100% hồ sơ', false],
  ])('“%s” is of each unit: %s', (text, expected) => {
    expect(isOfEachUnit(text)).toBe(expected);
  });
});

describe('how often a row is reported', () => {
  it.each([
    ['Quý', 'quarter'],
    ['Hằng tháng', 'month'],
    ['Quý, 6 tháng, năm', 'quarter half-year year'],
    ['6 tháng đầu năm, cả năm', 'half-year year'],
    ['Định kỳ hàng quý và năm', 'quarter year'],
    ['Khi có yêu cầu', ''],
  ])('“%s”: %s', (text, expected) => {
    expect(readFrequency(text).join(' ')).toBe(expected);
  });

  it('makes the plan’s schedule; a row reported less often is asked', () => {
    const rows = [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'KH 2026', 'Cơ quan chủ trì', 'Tần suất báo cáo'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Sở Nội vụ', 'Tháng'],
      [2, 'Tỷ lệ văn bản ký số', '%', 'Tối thiểu 90', 'Sở Tư pháp', 'Năm'],
    ];
    const { schedule, marks } = readAppendix(
      pastedWorkbook([{ name: 'Phụ lục', rows, merges: [] }]),
      agencies,
      2026,
    );
    expect(schedule).toEqual(['month', 'year']);
    expect(
      marks.filter(({ why }) => why === 'schedule').map(({ cell, code }) => [cell, code]),
    ).toEqual([['F3', 'K02']]);
  });
});
