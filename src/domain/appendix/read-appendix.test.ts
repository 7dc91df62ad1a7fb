import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendixWorkbook, pastedWorkbook } from '../../../test/appendix/appendix-workbook';
import type { CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { BUILTIN_PLANS, builtinPlan } from '../plan/builtin';
import type { Filler } from '../plan/plan';
import { readDeadlineText } from './deadline-text';
import { FillerReader } from './fillers';
import { readAppendix, type AppendixReading } from './read-appendix';
import { readTarget } from './target-text';

const vinhLong = builtinPlan('vinh-long-2023')!;
const vinhChap = builtinPlan('vinh-chap-2024')!;
const traVinh = builtinPlan('tra-vinh-2024')!;

const targetWords = (raw: string, unit: string): string =>
  readTarget(raw, unit)
    .parts.map(
      ({ level, operator, value, isPlain }) =>
        `${level ? `${level} ` : ''}${operator}${value === null ? '' : ` ${value}`}${isPlain ? '' : ' ?'}`,
    )
    .join('; ');

/** "?": proposed and to be confirmed. Nothing: no target is taken. */
describe('targets', () => {
  it.each([
    ['Tối thiểu 80', '%', '>= 80'],
    ['ít nhất 20%', '%', '>= 20'],
    ['Từ 80% trở lên', '%', '>= 80'],
    ['tối thiểu từ 50% trở lên', '%', '>= 50'],
    ['Đạt tối thiểu 94,72%', '%', '>= 94.72'],
    ['≥ 80%', '%', '>= 80'],
    ['>=80', '%', '>= 80'],
    ['Không dưới 95%', '%', '>= 95'],
    ['trên 90%', '%', '> 90'],
    ['> 90', '%', '> 90'],
    ['tối đa 30 phút/01 lần', '', '<= 30'],
    ['Không quá 5%', '%', '<= 5'],
    ['≤ 5', '%', '<= 5'],
    ['100', '%', '= 100'],
    ['100%', '', '= 100'],
    ['Đạt 100%', '%', '= 100'],
    ['bằng 60%', '%', '= 60'],
    ['Tăng', '%', 'increase'],
    ['Tăng so với năm 2023', '%', 'increase'],
    ['80', '%', '>= 80 ?'],
    ['80%', '%', '>= 80 ?'],
    ['100', 'lượt', '>= 100 ?'],
    ['1.200 dịch vụ', 'dịch vụ', '>= 1200 ?'],
    ['Dưới 5%', '%', '< 5'],
    ['0', '%', '= 0 ?'],
    ['Cấp huyện 60%; cấp xã 50%', '%', 'huyen >= 60 ?; xa >= 50 ?'],
    ['Tối thiểu: cấp huyện 60%, cấp xã 50%', '%', 'huyen >= 60; xa >= 50'],
    ['tối thiểu tương ứng 60%, 50% đối với cấp huyện, cấp xã', '%', 'huyen >= 60; xa >= 50'],
    [
      '80% Bộ phận Một cửa cấp huyện và 60% Bộ phận Một cửa cấp xã',
      '%',
      'huyen >= 80 ?; xa >= 60 ?',
    ],
    ['80% (cấp xã)', '%', 'xa >= 80 ?'],
    ['60%, 50%', '%', ''],
    ['tối thiểu tương ứng 60%, 50%', '%', ''],
    ['80 - 85%', '%', ''],
    ['Giảm', '%', ''],
    ['Tăng 5%', '%', ''],
    ['Hoàn thành', '%', ''],
    ['Năm 2024: 80%; năm 2025: 90%', '%', ''],
    ['', '%', ''],
    ['8O%', '%', ''],
    ['9'.repeat(400), '%', ''],
  ])('“%s” in %s: %s', (raw, unit, expected) => {
    expect(targetWords(raw, unit)).toBe(expected);
  });

  it('agree with those of the plans that come with the product, but for those whose words stand in the sentence', () => {
    const different = BUILTIN_PLANS.flatMap((plan) =>
      plan.targets
        .filter((target) => {
          const unit = plan.indicators.find(({ code }) => code === target.indicator)!.unit;
          const part = readTarget(target.raw, unit).parts.find(
            ({ level }) => level === target.level,
          );
          return !(
            part?.operator === target.operator &&
            part.value === target.value &&
            part.isPlain === target.confirmed
          );
        })
        .map((target) => `${plan.id} ${target.indicator} ${target.level ?? ''} ${target.raw}`),
    );
    expect(different).toEqual([
      // More than what was given: the words hold no figure.
      'vinh-long-2023 K12  đạt vượt chỉ tiêu được giao',
      // The levels are named further on in the sentence.
      'tra-cu-2023 K01 huyen tối thiểu tương ứng 60%, 50%',
      'tra-cu-2023 K01 xa tối thiểu tương ứng 60%, 50%',
      // Plain by itself; its sentence ("thời gian … tối thiểu") contradicts it, which the indicator
      // knows.
      'tra-cu-2023 K08  tối thiểu 60 phút/01 hồ sơ',
    ]);
  });

  it.each([
    ['>='.repeat(149)],
    [`/${' .'.repeat(70)}/${'. '.repeat(70)}9`],
    [`1 ${'/a'.repeat(140)}%`],
    ['trên '.repeat(59)],
    ['cấp huyện 6, '.repeat(22)],
  ])('%s is given up at once', (raw) => {
    // One that is tried in all its ways does not end before the test does.
    expect(readTarget(raw, '%').parts).toEqual([]);
  });
});

describe('deadlines', () => {
  const deadlineWords = (raw: string, year: number | null = 2024, isOfOneYear = false): string => {
    const { deadline, isPlain } = readDeadlineText(raw, year, isOfOneYear);
    if (!deadline) return isPlain ? 'none' : '?';
    const words =
      deadline.kind === 'period'
        ? deadline.period
        : deadline.kind === 'date'
          ? deadline.date
          : deadline.kind === 'recurring'
            ? deadline.every
            : 'continuous';
    return words + (isPlain ? '' : ' ?');
  };

  it.each([
    ['Quý IV năm 2022', '2022-Q4'],
    ['Quý IV/2022', '2022-Q4'],
    ['quí 4/2024.', '2024-Q4'],
    ['Tháng 01/2023', '2023-01'],
    ['Tháng 1 năm 2023', '2023-01'],
    ['01/2023', '2023-01'],
    ['Quý II, III năm 2023', '2023-Q3'],
    ['Quý II, quý III/2023', '2023-Q3'],
    ['Tháng 3 - tháng 6/2023', '2023-06'],
    ['Từ tháng 3/2023 đến tháng 6/2023', '2023-06'],
    ['Năm 2023', '2023'],
    ['Trong năm 2023', '2023'],
    ['2023', '2023'],
    ['6 tháng đầu năm 2024', '2024-H1'],
    ['trước ngày 20/6/2024', '2024-06-19'],
    ['Trước 01/01/2025', '2024-12-31'],
    ['Hoàn thành trước tháng 7/2024', '2024-06-30'],
    ['Ngày 31/12/2024', '2024-12-31'],
    ['Chậm nhất ngày 15 tháng 3 năm 2024', '2024-03-15'],
    ['Thường xuyên', 'continuous'],
    ['Thường xuyên, liên tục', 'continuous'],
    ['Hàng tháng', 'month'],
    ['Định kỳ hằng quý', 'quarter'],
    ['Trước ngày 15 hàng tháng', 'month'],
    ['Định kỳ theo báo cáo CCHC', 'quarter'],
    ['Quý I/2024\nQuý III/2024', '2024-Q3'],
    ['9 tháng đầu năm 2024', '2024-9M'],
    ['3 tháng cuối năm 2024', '2024-Q4'],
    ['Cuối quý II/2024', '2024-Q2'],
    ['Hết tháng 9/2024', '2024-09'],
    ['Cuối tháng 9/2024', '2024-09'],
    ['Trước quý III/2024', '2024-06-30'],
    ['Quý I-2024', '2024-Q1'],
    ['Tháng 12-2024', '2024-12'],
    ['T6/2024', '2024-06'],
    ['Q2/2024', '2024-Q2'],
    ['QIV/2024', '2024-Q4'],
    ['15/3/2024-30/6/2024', '2024-06-30'],
    ['2023-2024', '2024'],
    ['Năm 2023 – 2024', '2024'],
    ['Liên tục', 'continuous'],
    ['Theo quy định của cơ\nquan có thẩm quyền', '?'],
    ['Quý IV/2022 và theo định kỳ', '2022-Q4 ?'],
    ['Quý II', '2024-Q2 ?'],
    ['Tháng 9', '2024-09 ?'],
    ['trước ngày 20/6', '2024-06-19 ?'],
    ['Trong năm', '2024 ?'],
    ['Cả năm', '2024 ?'],
    ['Hằng năm', '2024 ?'],
    ['năm', '2024 ?'],
    ['Theo định kỳ', '?'],
    ['Định kỳ, đột xuất trong năm', '?'],
    ['Sau khi có kết quả công bố', '?'],
    ['Theo kế hoạch của Trung ương', '?'],
    ['từ ngày 01/6/2023', '?'],
    ['Giai đoạn 2023-2025', '?'],
    ['31/2/2024', '?'],
    ['2024-2023', '?'],
    ['Đầu quý III/2024', '?'],
    ['Giữa năm 2024', '?'],
    ['T13/2024', '?'],
    ['Q5/2024', '?'],
    ['5 tháng đầu năm 2024', '?'],
    ['Tháng 13/2024', '?'],
    ['quý '.repeat(200), '?'],
    ['', 'none'],
  ])('“%s”: %s', (raw, expected) => {
    expect(deadlineWords(raw)).toBe(expected);
  });

  it.each([
    ['Quý II', '2024-Q2'],
    ['trước ngày 20/6', '2024-06-19'],
    ['Hằng năm', '2024'],
    ['Trong năm', '2024'],
    ['6 tháng đầu năm', '2024-H1'],
    ['Trong 9 tháng đầu năm', '2024-9M'],
    ['06 tháng cuối năm', '2024-H2'],
    ['Cuối quý II', '2024-Q2'],
    ['T12', '2024-12'],
    ['Q2', '2024-Q2'],
    ['năm', '2024 ?'],
    ['Tháng 6, tháng 12', '2024-12'],
    ['Theo định kỳ', '?'],
    ['Quý IV/2022 và theo định kỳ', '2022-Q4 ?'],
  ])('in the plan of one year “%s”: %s', (raw, expected) => {
    expect(deadlineWords(raw, 2024, true)).toBe(expected);
  });

  it('adds no year where none is known', () => {
    expect(deadlineWords('Quý II', null)).toBe('?');
  });

  it('keeps lines that are deadlines apart and joins those that are one', () => {
    expect(readDeadlineText('- Quý I/2024;\n- Quý III/2024.', 2024).text).toBe(
      'Quý I/2024; Quý III/2024',
    );
    expect(readDeadlineText('Quý IV/2022\nvà theo định kỳ', 2024).text).toBe(
      'Quý IV/2022 và theo định kỳ',
    );
  });

  it('agree with every task of the plans that come with the product', () => {
    const tasks = BUILTIN_PLANS.flatMap((plan) =>
      plan.tasks.map((task) => ({ task, year: plan.year })),
    );
    expect(tasks.map(({ task, year }) => readDeadlineText(task.deadlineText, year))).toMatchObject(
      tasks.map(({ task }) => ({ deadline: task.deadline, text: task.deadlineText })),
    );
  });
});

describe('who fills a row', () => {
  const twoLevels = new FillerReader(vinhLong.agencies, 2023);
  const threeLevels = new FillerReader(traVinh.agencies, 2024);
  const fillerWords = (fillers: Filler[]): string =>
    fillers
      .map((one) => ('level' in one ? one.level : 'agency' in one ? one.agency : ''))
      .join(' ');

  it.each([
    ['Sở Nội vụ', 'SNV', []],
    ['sở nội vụ.', 'SNV', []],
    ['Sở Nội vụ; Sở Tư pháp', 'SNV STP', []],
    ['Sở Nội vụ, Sở Tư pháp', 'SNV STP', []],
    ['- Sở Nội vụ\n- Sở Tư pháp', 'SNV STP', []],
    ['Sở Nội vụ và Sở Tư pháp', 'SNV STP', []],
    ['Sở Thông tin và Truyền thông', 'STTTT', []],
    ['Sở Thông tin\nvà Truyền thông', 'STTTT', []],
    ['Sở Kế hoạch và Đầu tư và Sở Tài chính', 'SKHDT STC', []],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế', 'SVHTTDL SYT', []],
    ['Sở Lao động – Thương binh và Xã hội', 'SLDTBXH', []],
    ['VP UBND tỉnh', 'VPUB', []],
    ['Uỷ ban nhân dân huyện Tam Bình', '860', []],
    ['Các cơ quan, đơn vị', 'tinh huyen', []],
    ['Các cơ quan,\nđơn vị, địa phương', 'tinh huyen', []],
    ['Các sở, ban, ngành tỉnh', 'tinh', []],
    ['UBND cấp huyện', 'huyen', []],
    ['UBND các huyện, thị xã, thành phố', 'huyen', []],
    ['UBND các huyện, TX, TP', 'huyen', []],
    ['Các sở, ban, ngành tỉnh; UBND các huyện, thị xã, thành phố', 'tinh huyen', []],
    ['Các sở, ngành tỉnh, Ủy ban nhân dân cấp huyện, Ủy ban nhân dân cấp xã.', 'tinh huyen xa', []],
    [
      'Thủ trưởng các sở, ban, ngành thuộc UBND tỉnh, Chủ tịch UBND các huyện, thị xã, thành phố',
      'tinh huyen',
      [],
    ],
    ['Các phòng, ban, ngành huyện; UBND cấp xã', 'huyen xa', []],
    ['Sở Nội vụ, Công an tỉnh', 'SNV', ['Công an tỉnh']],
    ['Các sở, ban, ngành tỉnh, Công an tỉnh', 'tinh', ['Công an tỉnh']],
    ['Sở Nội vụ và Công an tỉnh', '', ['Sở Nội vụ và Công an tỉnh']],
    ['Sở Nội vụ tỉnh', '', ['Sở Nội vụ tỉnh']],
    ['Các cơ quan, đơn vị có liên', '', ['Các cơ quan, đơn vị có liên']],
    ['Các cơ quan, đơn vị, đại phương', '', ['Các cơ quan, đơn vị, đại phương']],
    ['Các cơ quan, đơn vị trực thuộc Sở Y tế', '', ['Các cơ quan, đơn vị trực thuộc Sở Y tế']],
    ['Các sở, ngành liên quan', '', ['Các sở, ngành liên quan']],
    ['a, '.repeat(900), '', ['a, '.repeat(900).trim()]],
  ])('“%s”: %s', (text, fillers, unknown) => {
    const reading = twoLevels.readFillers(text);
    expect([fillerWords(reading.fillers), reading.unknown, reading.loose]).toEqual([
      fillers,
      unknown,
      [],
    ]);
  });

  it.each([
    ['Các cơ quan, đơn vị có liên quan', 'tinh huyen', twoLevels],
    ['Các cơ quan, đơn vị', 'tinh huyen xa', threeLevels],
  ])('“%s” is taken for all, and shown', (text, fillers, reader) => {
    const reading = reader.readFillers(text);
    expect([fillerWords(reading.fillers), reading.loose]).toEqual([fillers, [text]]);
  });

  it('a name of two agencies is nobody’s', () => {
    const [first, second] = vinhLong.agencies;
    const reader = new FillerReader([first, { ...second, aliases: [first.name] }], 2023);
    expect(reader.readFillers(first.name)).toEqual({
      fillers: [],
      unknown: [first.name],
      loose: [],
    });
  });

  it('an agency that did not exist in the year is unknown', () => {
    const reader = new FillerReader([{ ...vinhLong.agencies[1], validTo: '2022-06-30' }], 2023);
    expect(reader.readFillers('Sở Nội vụ').unknown).toEqual(['Sở Nội vụ']);
  });
});

type Rows = CellValue[][];
const read = (rows: Rows, merges: string[] = [], year: number | null = 2024): AppendixReading =>
  readAppendix(pastedWorkbook([{ name: 'Phụ lục', rows, merges }]), vinhLong.agencies, year);
const marksOf = ({ marks }: AppendixReading): string[] =>
  marks.map(({ cell, code, why }) => `${cell} ${code} ${why}`);

describe('headings', () => {
  it.each<[string, CellValue[], CellValue[]]>([
    [
      'in any order',
      ['Thời hạn', 'Đơn vị phối hợp', 'Nội dung', 'TT', 'Kết quả, sản phẩm', 'Đơn vị chủ trì'],
      ['Quý I/2024', 'Sở Tư pháp', 'Ban hành kế hoạch', 1, 'Kế hoạch', 'Sở Nội vụ'],
    ],
    [
      'other words',
      [
        'TT',
        'Nội dung công việc',
        'Cơ quan, đơn vị chủ trì',
        'Phối hợp',
        'Sản phẩm/Kết quả',
        'Thời gian thực hiện, hoàn thành',
      ],
      ['1.', 'Ban hành kế hoạch', 'Sở Nội vụ', 'Sở Tư pháp', 'Kế hoạch', 'Quý I/2024'],
    ],
    [
      'in capitals, with colons',
      ['STT', 'NHIỆM VỤ:', 'CHỦ TRÌ', 'PHỐI HỢP', 'SẢN PHẨM DỰ KIẾN', 'TIẾN ĐỘ'],
      ['01', 'Ban hành kế hoạch', 'Sở Nội vụ', 'Sở Tư pháp', 'Kế hoạch', 'Quý I/2024'],
    ],
  ])('%s', (_, headings, row) => {
    expect(read([[], ['Danh sách'], headings, row]).tasks).toMatchObject([
      {
        code: 'PL-1',
        stt: '1',
        text: 'Ban hành kế hoạch',
        lead: 'Sở Nội vụ',
        coordinating: 'Sở Tư pháp',
        product: 'Kế hoạch',
        deadlineText: 'Quý I/2024',
        filledBy: [{ agency: 'SNV' }],
      },
    ]);
  });

  it.each<[string, CellValue[], CellValue[]]>([
    [
      '“Chỉ tiêu” and “Mức giao (%)”',
      ['STT', 'Chỉ tiêu', 'Mức giao (%)', 'Thực hiện'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', 'Tối thiểu 95', 'Sở Nội vụ'],
    ],
    [
      '“Nội dung” and “Chỉ tiêu”',
      ['TT', 'Nội dung', 'ĐVT', 'Chỉ tiêu', 'Cơ quan thực hiện'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', 'Sở Nội vụ'],
    ],
    [
      'of several years the plan’s',
      ['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2023', 'Năm 2024', 'Đơn vị thực hiện'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 90', 'Tối thiểu 95', 'Sở Nội vụ'],
    ],
  ])('of indicators: %s', (_, headings, row) => {
    const { indicators, targets } = read([headings, row]);
    expect(indicators).toMatchObject([
      {
        code: 'K01',
        unit: '%',
        name: 'Tỷ lệ hồ sơ đúng hạn',
        implementing: 'Sở Nội vụ',
        filledBy: [{ agency: 'SNV' }],
      },
    ]);
    expect(targets).toEqual([
      {
        indicator: 'K01',
        level: null,
        agency: null,
        raw: 'Tối thiểu 95',
        operator: '>=',
        value: 95,
        confirmed: true,
      },
    ]);
  });

  it('in two rows, merged', () => {
    const { tasks } = read(
      [
        ['STT', 'Nhiệm vụ', 'Phân công thực hiện', null, 'Thời gian'],
        [null, null, 'Chủ trì', 'Phối hợp', null],
        [1, 'Ban hành kế hoạch', 'Sở Nội vụ', 'Sở Tư pháp', 'Quý I/2024'],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
    );
    expect(tasks).toMatchObject([
      { lead: 'Sở Nội vụ', coordinating: 'Sở Tư pháp', implementing: '' },
    ]);
  });

  it('of targets for each level', () => {
    const { targets } = read(
      [
        ['STT', 'Nội dung', 'ĐVT', 'Chỉ tiêu', null, 'Cơ quan thực hiện'],
        [null, null, null, 'Cấp huyện', 'Cấp xã', null],
        [1, 'Tỷ lệ hồ sơ trực tuyến', '%', 'Tối thiểu 60', 50, 'UBND cấp huyện; UBND cấp xã'],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
    );
    expect(
      targets.map(({ level, operator, value, confirmed }) => [level, operator, value, confirmed]),
    ).toEqual([
      ['huyen', '>=', 60, true],
      ['xa', '>=', 50, false],
    ]);
  });

  it('a column that is not known is said, unless it is empty', () => {
    const reading = read([
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Kinh phí', 'Ghi chú'],
      [1, 'Ban hành kế hoạch', 'Sở Nội vụ', '10 triệu đồng', null],
    ]);
    expect(marksOf(reading)).toEqual(['D1  column']);
  });

  it('under the head of a page, with the unit above the table', () => {
    const reading = read(
      [
        ['ỦY BAN NHÂN DÂN', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['TỈNH VĨNH LONG', null, 'Độc lập - Tự do - Hạnh phúc'],
        ['Phụ lục I'],
        ['CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2024'],
        ['(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 15/01/2024 của UBND tỉnh Vĩnh Long)'],
        ['ĐVT: %'],
        ['TT', 'Chỉ tiêu', 'Kế hoạch năm 2023', 'Kế hoạch năm 2024', 'Chủ trì'],
        [1, 'Tỷ lệ hồ sơ đúng hạn', 95, '≥ 98', 'Sở Nội vụ'],
      ],
      [],
      null,
    );
    expect(reading.title).toEqual({
      year: 2024,
      name: 'CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2024',
      number: '12/QĐ-UBND',
      date: '2024-01-15',
      issuer: 'Ủy ban nhân dân tỉnh Vĩnh Long',
    });
    expect(reading.indicators).toMatchObject([{ unit: '%', group: '', lead: 'Sở Nội vụ' }]);
    expect(reading.targets).toMatchObject([
      { raw: '≥ 98', operator: '>=', value: 98, confirmed: true },
    ]);
    // What follows from the figures is no column a plan lacks.
    expect(marksOf(reading)).toEqual([]);
  });

  it('without a table there are no rows', () => {
    expect(read([['Danh sách đơn vị'], ['STT', 'Tên đơn vị'], [1, 'Sở Nội vụ']])).toEqual({
      indicators: [],
      targets: [],
      tasks: [],
      marks: [],
      columns: [],
      openings: [],
      schedule: [],
      title: { year: null, name: '', number: '', date: null, issuer: '' },
    });
  });
});

describe('rows', () => {
  const H = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'];
  const codesOf = ({ tasks }: AppendixReading): string[] =>
    tasks.map(({ code, text }) => `${code} ${text}`);
  const row = (stt: CellValue, text: string): CellValue[] => [stt, text, 'Sở Nội vụ', 'Quý I/2024'];

  it('column numbers and headings of the next page are no rows', () => {
    const reading = read([
      H,
      ['(1)', '(2)', '(3)', '(4)'],
      ['I', 'Chỉ đạo'],
      row(1, 'A'),
      H,
      [1, 2, 3, 4],
      row(2, 'B'),
    ]);
    expect(codesOf(reading)).toEqual(['PL-I-1 A', 'PL-I-2 B']);
    expect(reading.tasks[1].sectionTitle).toBe('Chỉ đạo');
  });

  it.each([
    ['blank', [row(1, 'A'), row(null, 'B'), row(2, 'C')], []],
    ['merged', [row(1, 'A'), row(null, 'B'), row(2, 'C')], ['A2:A3']],
    ['a dash', [row(1, 'A'), row('-', 'B'), row(2, 'C')], []],
    ['letters', [row('1a', 'A'), row('1b', 'B'), row(2, 'C')], []],
  ])('parts of a number: %s', (_, rows, merges) => {
    expect(codesOf(read([H, ...rows], merges))).toEqual(['PL-1a A', 'PL-1b B', 'PL-2 C']);
  });

  it('letters under a task are its parts, under words only they stand alone', () => {
    const reading = read([
      H,
      row(1, 'A'),
      row('a)', 'B'),
      [2, 'Title'],
      row('a)', 'C'),
      row('b)', 'D'),
    ]);
    expect(reading.tasks.map(({ code, parent }) => [code, parent])).toEqual([
      ['PL-1', ''],
      ['PL-1a', 'PL-1'],
      ['PL-2a', ''],
      ['PL-2b', ''],
    ]);
    expect(marksOf(reading)).toEqual(['B4  row']);
  });

  it('sections by Roman numbers, by letters over them, and by plain numbers', () => {
    const parts = read([
      H,
      ['A. CHUNG'],
      ['I', 'Một'],
      row(1, 'x'),
      ['B. RIÊNG'],
      ['I. Một'],
      row(1, 'y'),
    ]);
    expect(codesOf(parts)).toEqual(['PL-A.I-1 x', 'PL-B.I-1 y']);
    const numbers = read([
      H,
      [1, 'Thể chế'],
      row('1.1', 'x'),
      row('1.2', 'y'),
      [2, 'Tổ chức'],
      row('2.1', 'z'),
    ]);
    expect(
      numbers.tasks.map(({ code, section, sectionTitle }) => [code, section, sectionTitle]),
    ).toEqual([
      ['PL-1.1', '1', 'Thể chế'],
      ['PL-1.2', '1', 'Thể chế'],
      ['PL-2.1', '2', 'Tổ chức'],
    ]);
  });

  it('a number that comes twice keeps its rows apart, and is said', () => {
    const reading = read([H, row(1, 'A'), row(1, 'B'), row(1, 'C')]);
    expect(codesOf(reading)).toEqual(['PL-1 A', 'PL-1-2 B', 'PL-1-3 C']);
    expect(marksOf(reading)).toEqual(['B3 PL-1-2 row', 'B4 PL-1-3 row']);
  });

  it('what a cell shares with the rows below is theirs too', () => {
    const { tasks } = read([H, row(1, 'A'), [2, 'B', null, 'Quý II/2024']], ['C2:C3']);
    expect(tasks.map(({ lead, deadlineText }) => [lead, deadlineText])).toEqual([
      ['Sở Nội vụ', 'Quý I/2024'],
      ['Sở Nội vụ', 'Quý II/2024'],
    ]);
  });

  it('a cell of several paragraphs, which became several rows', () => {
    const reading = read(
      [H, row(1, 'A'), [null, null, 'Sở Tư pháp', 'Quý II/2024'], row(2, 'B')],
      ['A2:A3', 'B2:B3'],
    );
    expect(reading.tasks).toMatchObject([
      {
        lead: 'Sở Nội vụ Sở Tư pháp',
        deadlineText: 'Quý I/2024; Quý II/2024',
        deadline: { kind: 'period', period: '2024-Q2' },
        filledBy: [{ agency: 'SNV' }, { agency: 'STP' }],
      },
      { code: 'PL-2' },
    ]);
    expect(reading.marks).toEqual([]);
  });

  it('words alone under a row are joined to it, and said', () => {
    const reading = read([H, row(1, 'A'), [null, 'and more']]);
    expect(codesOf(reading)).toEqual(['PL-1 A and more']);
    expect(marksOf(reading)).toEqual(['B3 PL-1 row']);
  });

  it('dates and percentages Excel made of the words', () => {
    const sheet = new Sheet('Phụ lục');
    ['STT', 'Chỉ tiêu', 'Mức giao', 'Thực hiện', 'Thời hạn'].forEach((text, column) =>
      sheet.put(0, column, text),
    );
    [1, 'Tỷ lệ hồ sơ đúng hạn'].forEach((value, column) => sheet.put(1, column, value));
    sheet.put(1, 2, 0.285, { format: '0.0%' });
    sheet.put(1, 3, 'Sở Nội vụ');
    sheet.put(1, 4, 45474, { format: 'mm/yyyy' });
    const { indicators, targets } = readAppendix(emptyWorkbook([sheet]), vinhLong.agencies, 2024);
    expect(indicators[0]).toMatchObject({
      assess: 'at-deadline',
      deadline: { kind: 'period', period: '2024-07' },
    });
    expect(targets[0]).toMatchObject({ raw: '28,5%', value: 28.5, confirmed: false });
  });

  it('a task with a figure in its words stays a task, and is said', () => {
    const reading = read([H, row(1, 'Rà soát, đề xuất 100% TTHC đủ điều kiện.')]);
    expect(reading.tasks[0].kind).toBe('task');
    expect(marksOf(reading)).toEqual(['B2 PL-1 kind']);
  });

  it('a measure that brings a product about is a task as well', () => {
    const { tasks, indicators } = read([
      ['STT', 'Nhiệm vụ', 'Mức giao', 'Cơ quan chủ trì', 'Sản phẩm', 'Thời gian'],
      [1, 'Số hóa hồ sơ', 'Tối thiểu 80%', 'Sở Nội vụ', 'Báo cáo', 'Quý IV/2024'],
      [2, 'Ban hành kế hoạch', null, 'Sở Nội vụ', 'Kế hoạch', 'Quý I/2024'],
    ]);
    expect(tasks.map(({ code, kind }) => [code, kind])).toEqual([
      ['PL-1', 'indicator-task'],
      ['PL-2', 'task'],
    ]);
    expect(indicators.map(({ code, task }) => [code, task])).toEqual([['K01', 'PL-1']]);
  });
});

describe('indicators', () => {
  const H = ['STT', 'Chỉ tiêu', 'ĐVT', 'Mức giao', 'Thực hiện'];
  const one = (name: string, unit: CellValue, target: CellValue): AppendixReading =>
    read([H, [1, name, unit, target, 'Sở Nội vụ']]);

  it.each([
    [
      'Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận',
      '%',
      'ratio',
      'flow',
      'Số hồ sơ trực tuyến',
      'Tổng số hồ sơ tiếp nhận',
      'hồ sơ',
    ],
    [
      'Tỷ lệ văn bản được ký số',
      '%',
      'ratio',
      'flow',
      'Số văn bản được ký số',
      'Tổng số văn bản',
      'văn bản',
    ],
    [
      'Tỷ lệ xử lý phản ánh, kiến nghị đúng hạn',
      '%',
      'ratio',
      'flow',
      'Số phản ánh, kiến nghị xử lý đúng hạn',
      'Tổng số phản ánh, kiến nghị phải xử lý',
      'phản ánh',
    ],
    [
      'Mức độ hài lòng của người dân',
      '%',
      'satisfaction',
      'flow',
      'Số phiếu/lượt đánh giá hài lòng',
      'Tổng số phiếu/lượt đánh giá',
      'phiếu',
    ],
    [
      'Cắt giảm chi phí tuân thủ TTHC',
      '%',
      'reduction',
      'cumulative',
      'Số trường hợp cắt giảm chi phí tuân thủ TTHC',
      'Tổng số trường hợp phải cắt giảm chi phí tuân thủ TTHC',
      'TTHC',
    ],
    ['Thời gian chờ', 'phút', 'duration', 'flow', 'Tổng thời gian chờ', 'Tổng số lượt', 'lượt'],
  ])('%s', (name, unit, kind, overTime, numerator, denominator, counted) => {
    expect(one(name, unit, 'Tối đa 30').indicators[0]).toMatchObject({
      kind,
      overTime,
      numerator: { name: numerator },
      denominator: { name: denominator, unit: counted },
      proposedNames: true,
    });
  });

  it.each<[string, CellValue, CellValue, string[]]>([
    ['Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 95', []],
    ['Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 95%', null, null, []],
    ['Tỷ lệ hồ sơ đúng hạn (%)', null, 'Tối thiểu 95', []],
    ['Tỷ lệ hồ sơ đúng hạn', '%', 95, ['D2 K01 operator']],
    ['Tỷ lệ hồ sơ đúng hạn', '%', '60%, 50%', ['D2 K01 operator']],
    ['Giảm thời gian tiếp nhận, xử lý hồ sơ', 'phút', 'tối thiểu 60 phút', ['D2 K01 operator']],
    ['Tỷ lệ hồ sơ quá hạn', '%', 'tối thiểu 5%', ['D2 K01 operator']],
    ['Tỷ lệ hồ sơ quá hạn', '%', 'tối đa 5%', []],
    ['Thời gian chờ', '%', 'tối đa 30 phút', ['C2 K01 unit', 'B2 K01 unit']],
    ['Tỷ lệ chuyển đổi số', '%', 'Tối thiểu 50', ['B2 K01 unit']],
    ['Chỉ số PAR INDEX', 'điểm', 'Tối thiểu 85', ['B2 K01 kind']],
  ])('“%s” (%s) “%s”', (name, unit, target, marks) => {
    expect(marksOf(one(name, unit, target))).toEqual(marks);
  });

  it('a contradiction is kept, unconfirmed', () => {
    expect(
      one('Giảm thời gian tiếp nhận, xử lý hồ sơ', null, 'tối thiểu 60 phút').targets,
    ).toMatchObject([{ operator: '>=', value: 60, confirmed: false }]);
  });

  it('a part under words only is measured by those words', () => {
    const { indicators } = read([
      H,
      [2, 'Tỷ lệ hồ sơ nộp trực tuyến'],
      [null, '- Cấp tỉnh', '%', 'Tối thiểu 80', 'Các sở, ban, ngành tỉnh'],
      [null, '- Cấp huyện', '%', 'Tối thiểu 70', 'UBND cấp huyện'],
    ]);
    expect(
      indicators.map(({ stt, heading, name, denominator }) => [
        stt,
        heading,
        name,
        denominator!.unit,
      ]),
    ).toEqual([
      ['2a', '2. Tỷ lệ hồ sơ nộp trực tuyến', 'Cấp tỉnh', 'hồ sơ'],
      ['2b', '2. Tỷ lệ hồ sơ nộp trực tuyến', 'Cấp huyện', 'hồ sơ'],
    ]);
  });

  it('groups by Roman rows, with codes that go on', () => {
    const { indicators } = read([
      H,
      ['I. Thủ tục hành chính'],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 100, 'Sở Nội vụ'],
      ['II', 'Chính quyền số'],
      [1, 'Tỷ lệ văn bản ký số', '%', 100, 'Sở Nội vụ'],
    ]);
    expect(indicators.map(({ code, stt, group }) => [code, stt, group])).toEqual([
      ['K01', '1', 'I. Thủ tục hành chính'],
      ['K02', '1', 'II. Chính quyền số'],
    ]);
  });
});

/** Fields that are alike, of all, and those that are not. */
function compare<Row extends object>(
  key: keyof Row,
  found: Row[],
  expected: Row[],
  fields: (keyof Row)[],
) {
  let equal = 0;
  const different: string[] = [];
  const rowOf = new Map(found.map((row) => [row[key], row]));
  for (const row of expected) {
    for (const field of fields) {
      const same = JSON.stringify(rowOf.get(row[key])?.[field]) === JSON.stringify(row[field]);
      if (same) equal++;
      else different.push(`${String(row[key])} ${String(field)}`);
    }
  }
  return { equal, of: expected.length * fields.length, different };
}

describe('the appendix of Vĩnh Long (2621/QĐ-UBND)', () => {
  const reading = readAppendix(appendixWorkbook('vinh-long-2023'), vinhLong.agencies, null);

  it('gives the tasks of the plan that comes with the product', () => {
    expect(reading.tasks.map(({ code }) => code)).toEqual(vinhLong.tasks.map(({ code }) => code));
    expect(reading.indicators).toEqual([]);
    expect(
      compare('code', reading.tasks, vinhLong.tasks, [
        ...([
          'section',
          'sectionTitle',
          'stt',
          'text',
          'lead',
          'coordinating',
          'implementing',
        ] as const),
        ...(['product', 'deadlineText', 'deadline', 'filledBy', 'kind', 'parent'] as const),
      ]),
    ).toEqual({
      equal: 58 * 13 - 2,
      of: 58 * 13,
      different: [
        // "Các cơ quan, đơn vị có liên": the cell is cut off; the plan takes it for "có liên quan".
        'PL-VI-5 filledBy',
        // "Các cơ quan, đơn vị, đại phương": a slip; the plan takes it for "địa phương".
        'PL-VIII-4 filledBy',
      ],
    });
  });

  it('says what was not plain', () => {
    expect(marksOf(reading)).toEqual([
      // A heading of V.2a and V.2b: a plan has no place for its words.
      'B42  row',
      ...[
        'F11 PL-I-3b',
        'F13 PL-I-5',
        'F18 PL-II-1',
        'F20 PL-II-3',
        'F21 PL-II-4',
        'F22 PL-II-5',
      ].map((at) => `${at} deadline`),
      'B30 PL-III-7 kind',
      'C54 PL-VI-5 agency',
      'C55 PL-VI-6 agency',
      'F59 PL-VII-3 deadline',
      'B60 PL-VII-4 kind',
      'F60 PL-VII-4 deadline',
      'B63 PL-VII-7 kind',
      'F63 PL-VII-7 deadline',
      'F64 PL-VII-8 deadline',
      'B65 PL-VII-9 kind',
      'F65 PL-VII-9 deadline',
      'F69 PL-VIII-2 deadline',
      'F70 PL-VIII-3 deadline',
      'F71 PL-VIII-4 deadline',
      'C71 PL-VIII-4 agency',
    ]);
  });

  it('names its document', () => {
    const { number, date, issuer, year } = vinhLong;
    expect(reading.title).toEqual({
      number,
      date,
      issuer,
      year,
      name: 'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023',
    });
  });
});

describe('the appendix of Vĩnh Chấp (29/KH-UBND)', () => {
  const reading = readAppendix(appendixWorkbook('vinh-chap-2024'), vinhChap.agencies, null);
  // Its other four indicators stand in the plan's text, not in the appendix.
  const indicators = vinhChap.indicators.filter(({ code }) => code.startsWith('NQ'));
  const targets = vinhChap.targets.filter(({ indicator }) => indicator.startsWith('NQ'));

  it('gives the indicators of the plan that comes with the product', () => {
    expect(reading.indicators.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code));
    expect(reading.tasks).toEqual([]);
    expect(
      compare('code', reading.indicators, indicators, [
        ...([
          'stt',
          'group',
          'heading',
          'name',
          'unit',
          'implementing',
          'coordinating',
          'lead',
          'filledBy',
        ] as const),
        ...(['kind', 'overTime', 'partOfWhole', 'assess', 'deadline', 'task'] as const),
      ]),
    ).toEqual({ equal: 13 * 15, of: 13 * 15, different: [] });
    expect(
      compare('indicator', reading.targets, targets, [
        'level',
        'agency',
        'raw',
        'operator',
        'value',
        'confirmed',
      ]),
    ).toEqual({ equal: 13 * 6, of: 13 * 6, different: [] });
  });

  it('proposes names for numerators and denominators, which people are to confirm', () => {
    const units = (rows: typeof indicators) =>
      rows.map((one) => ({ code: one.code, unit: one.denominator!.unit }));
    expect(compare('code', units(reading.indicators), units(indicators), ['unit'])).toEqual({
      equal: 9,
      of: 13,
      different: ['NQ01-6.1 unit', 'NQ02-1 unit', 'NQ02-2 unit', 'NQ02-3 unit'],
    });
    expect(reading.indicators.every(({ proposedNames }) => proposedNames)).toBe(true);
  });

  it('says what was not plain', () => {
    expect(marksOf(reading)).toEqual(['D12 NQ01-6.1 operator', 'B18 NQ02-3 unit']);
  });

  it('names its document, whose number and day were left open', () => {
    expect(reading.title).toEqual({
      number: '/KH-UBND',
      date: null,
      issuer: 'Ủy ban nhân dân xã Vĩnh Chấp',
      year: 2024,
      name: 'CHỈ TIÊU CỤ THỂ VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    });
  });
});

const seeds = join(__dirname, '../../../../shared/domain');
const withSeeds = existsSync(seeds) ? it : it.skip;

withSeeds('what was read agrees with the extraction of the decision, row by row', () => {
  interface Extracted {
    id: string;
    kind: string;
    stt_effective: string;
    text: string;
    lead: { raw: string } | null;
    product: string | null;
    deadline: { raw: string | null } | null;
  }
  const { tasks } = JSON.parse(readFileSync(join(seeds, 'seed-001.json'), 'utf8')) as {
    tasks: Extracted[];
  };
  const reading = readAppendix(appendixWorkbook('vinh-long-2023'), vinhLong.agencies, 2023);
  const rows = tasks.filter(({ kind }) => kind !== 'header');
  expect(
    reading.tasks.map((one) => [
      one.code,
      one.stt,
      one.text,
      one.lead,
      one.product,
      one.deadlineText,
    ]),
  ).toEqual(
    rows.map((one) => [
      one.id.slice(4),
      one.stt_effective,
      one.text,
      one.lead?.raw,
      one.product,
      one.deadline?.raw,
    ]),
  );
});

it('a sheet of very many cells is read to its end', () => {
  const sheet = new Sheet('Phụ lục');
  ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'].forEach((text, column) =>
    sheet.put(0, column, text),
  );
  for (let row = 1; row <= 20_000; row++) {
    for (let column = 0; column < 20; column++)
      sheet.put(row, column, column === 0 ? row % 9 : `Ô ${row}, ${column}`);
    sheet.merges.push({ top: row, bottom: 1_048_575, left: 4, right: 16_383 });
  }
  // Were each of the 20,000 merges looked at for each of the 400,000 cells, this would not end
  // before the test does.
  expect(readAppendix(emptyWorkbook([sheet]), vinhLong.agencies, 2024).tasks).toHaveLength(20_000);
});
