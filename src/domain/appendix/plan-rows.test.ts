import { pastedWorkbook } from '../../../test/appendix/appendix-workbook';
import type { CellValue } from '../../workbook/cell';
import national from '../agency/national.json';
import type { National } from '../agency/national';
import { importProvince } from '../agency/national-register';
import type { Target } from '../plan/plan';
import { readAppendix, type AppendixReading } from './read-appendix';

const { agencies } = importProvince(national as National, {
  code: '86',
  span: 'from-2025-07-01',
});

type Row = CellValue[];

function read(tables: Row[][]): AppendixReading {
  const sheets = tables.map((rows, at) => ({ name: `Bảng ${at + 1}`, rows, merges: [] }));
  return readAppendix(pastedWorkbook(sheets), agencies, 2026);
}

const HEAD = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mức giao', 'Cơ quan chủ trì'];

/** One indicator with one cell of targets. */
function target(said: string, name = 'Tỷ lệ hồ sơ giải quyết đúng hạn', unit = '%') {
  return read([[HEAD, [1, name, unit, said, 'Sở Nội vụ']]]);
}

function words({ operator, value, to, level, agency, from, until, assess, confirmed }: Target) {
  const figure = value === null ? '' : ` ${value}${to === undefined ? '' : `–${to}`}`;
  const where = [level, agency].filter(Boolean).join(' ');
  const when = [from && `from ${from}`, until && `until ${until}`, assess].filter(Boolean);
  return [where, operator + figure, ...when, confirmed ? '' : '?'].filter(Boolean).join(' ');
}

function targetsOf({ targets }: AppendixReading): string[] {
  return targets.map(words);
}

function asked({ marks }: AppendixReading): string[] {
  return marks.map(({ sheet, cell, why }) => `${sheet.slice(-1)}!${cell} ${why}`);
}

describe('figures of several years in one cell', () => {
  it('one of a year before is no target beside this year’s', () => {
    const reading = target('Năm 2025: tối thiểu 60%; năm 2026: tối thiểu 65%');
    expect(targetsOf(reading)).toEqual(['>= 65']);
    expect(reading.indicators[0].deadline).toBeNull();
  });

  it('later ones follow this year’s', () => {
    expect(targetsOf(target('2026: tối thiểu 65%; 2027: tối thiểu 70%'))).toEqual([
      '>= 65',
      '>= 70 from 2027-01-01',
    ]);
  });

  it('without one of this year the latest of before is not due later, and is asked', () => {
    const reading = target('Năm 2024: tối thiểu 60%; năm 2025: tối thiểu 65%');
    expect(targetsOf(reading)).toEqual(['text ?']);
    expect(asked(reading)).toContain('1!D2 operator');
    expect(reading.indicators[0].deadline).toBeNull();
  });

  it('one of before and one of later leave this year open', () => {
    const reading = target('Năm 2025: tối thiểu 60%; năm 2030: tối thiểu 80%');
    expect(targetsOf(reading)).toEqual(['>= 80']);
    expect(reading.indicators[0].deadline).toEqual({ kind: 'period', period: '2030' });
  });
});

it('two figures for one scope and time are asked, and neither is confirmed', () => {
  const of = (scoped: string) =>
    read([
      [
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mức giao', null, 'Cơ quan thực hiện'],
        [null, null, null, 'Toàn tỉnh', 'Cấp xã', null],
        [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Cấp xã tối thiểu 60%', scoped, 'UBND cấp xã'],
      ],
    ]);
  const [same, other] = [of('Tối thiểu 60%'), of('Tối thiểu 50%')];
  expect(asked(same).filter((one) => /same-row/.test(one))).toEqual([]);
  expect(asked(other).filter((one) => /same-row/.test(one))).toHaveLength(1);
  expect(other.targets.every(({ confirmed }) => !confirmed)).toBe(true);
});

describe('columns for parts of the year', () => {
  const of = (heading: string) =>
    read([
      [
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu', null, 'Cơ quan chủ trì'],
        [null, null, null, heading, 'Cả năm', null],
        [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 60', 'Tối thiểu 80', 'Sở Nội vụ'],
      ],
    ]);

  it('“Trước tháng 7” is by the end of June of the plan’s year', () => {
    expect(targetsOf(of('Trước tháng 7'))).toEqual([
      '>= 60 until 2026-06-30 whole-year',
      '>= 80 whole-year',
    ]);
  });

  it.each(['Trước tháng 1', 'Đến 31/6', 'Trước tháng 13', 'Đến tháng 3/2025'])(
    'a heading that is no day of the year gives none to the figure, which is asked: %s',
    (heading) => {
      const reading = of(heading);
      expect(targetsOf(reading)).not.toContain('>= 60');
      expect(asked(reading).some((one) => one.startsWith('1!D3'))).toBe(true);
    },
  );
});

it.each([
  ['Trong quý II đạt tối thiểu 45%', '>= 45 until 2026-06-30 whole-year ?'],
  ['Quý II: tối thiểu 45%', '>= 45 until 2026-06-30 whole-year ?'],
  ['Đến hết quý II đạt tối thiểu 45%', '>= 45 until 2026-06-30 whole-year'],
  ['Trước tháng 7 đạt tối thiểu 45%', '>= 45 until 2026-06-30 whole-year'],
])('%s: %s', (said, expected) => {
  expect(targetsOf(target(`${said}; cả năm tối thiểu 90%`))).toContain(expected);
});

it.each([
  ['so với năm 2025', '>= 2'],
  ['so với cùng kỳ năm 2025', '>= 2'],
  ['so với cùng kỳ', '>= 2'],
  ['so với cùng kỳ năm trước', '>= 2'],
  ['so với cùng kỳ năm 2020', 'text'],
  ['so với năm 2020', 'text'],
  ['so với đầu năm 2025', 'text'],
  ['so với năm 2025 và năm 2020', 'text'],
  ['so với năm trước dịch bệnh 2019', 'text'],
])('a change of a figure “%s” is %s', (base, expected) => {
  const [one] = target(`Tăng tối thiểu 2 điểm phần trăm ${base}`).targets;
  expect(one.value === null ? one.operator : `${one.operator} ${one.value}`).toBe(expected);
  if (one.value === null) expect(one.confirmed).toBe(false);
});

describe('the end of a table', () => {
  it('a row of the table that looks like a signature ends nothing', () => {
    const { indicators } = read([
      [
        HEAD,
        [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 90', 'Sở Nội vụ'],
        ['Nơi nhận:', null, null, null, null],
        [2, 'Tỷ lệ hồ sơ trực tuyến', '%', 'Tối thiểu 80', 'Sở Nội vụ'],
        ['Nơi nhận:', null, null, 'TM. ỦY BAN NHÂN DÂN', null],
        ['- Như trên;', null, null, 'CHỦ TỊCH', null],
      ],
    ]);
    expect(indicators.map(({ stt }) => stt)).toEqual(['1', '2']);
  });

  it('“Q. Ninh Kiều” is a district and signs nothing', () => {
    const { targets, marks } = read([
      [
        ['STT', 'Tên đơn vị', 'Tỷ lệ hồ sơ đúng hạn (%)', 'Tỷ lệ hồ sơ trực tuyến (%)'],
        [null, 'Phường Long Châu', 'Tối thiểu 80', 'Tối thiểu 70'],
        [null, 'Q. Ninh Kiều', 'Tối thiểu 80', 'Tối thiểu 70'],
        [null, 'Phường Phước Hậu', 'Tối thiểu 60', 'Tối thiểu 60'],
      ],
    ]);
    expect(targets).toHaveLength(4);
    expect(marks.map(({ found }) => found)).toContain('Q. Ninh Kiều');
  });
});

it('helpers named beside the lead join those of their own column', () => {
  const { tasks } = read([
    [
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'],
      [1, 'Rà soát', 'Sở Nội vụ (chủ trì); Sở Tài chính (phối hợp)', 'Sở Y tế', 'Quý II/2026'],
    ],
  ]);
  expect(tasks[0]).toMatchObject({
    lead: 'Sở Nội vụ',
    coordinating: 'Sở Y tế; Sở Tài chính',
  });
});

describe('the same indicator in a second table', () => {
  const FIRST = [HEAD, [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 80', 'Sở Nội vụ']];
  const isAsked = (reading: AppendixReading) =>
    asked(reading).some((one) => /^2.* same-row/.test(one));

  it.each([
    ['Tối thiểu 80', false],
    ['80', false],
    ['Tối đa 80', true],
    ['Trên 80', true],
    ['Tăng tối thiểu 80% so với năm 2025', true],
  ])('with “%s”: asked %s', (said, expected) => {
    const reading = read([FIRST, [HEAD, [1, 'Tỷ lệ hồ sơ đúng hạn', '%', said, 'Sở Nội vụ']]]);
    expect(isAsked(reading)).toBe(expected);
    expect(reading.targets).toHaveLength(1);
    expect(reading.targets[0].confirmed).toBe(!expected);
  });

  it.each([
    ['Giảm tối thiểu 20% so với năm 2025', false],
    ['Giảm tối thiểu 30% so với năm 2025', true],
    ['Tối thiểu 20', true],
  ])('of its change on last year, with “%s”: asked %s', (said, expected) => {
    const row = (target: string) => [HEAD, [1, 'Số hồ sơ trễ hạn', '%', target, 'Sở Nội vụ']];
    const reading = read([row('Giảm tối thiểu 20% so với năm 2025'), row(said)]);
    expect(reading.indicators[0].kind).toBe('against-last-year');
    expect(isAsked(reading)).toBe(expected);
  });

  it.each([
    ['Tối thiểu 80', false],
    ['Tối thiểu 85', true],
    ['Tối đa 80', true],
  ])('as the total of a table of agencies, with “%s”: asked %s', (said, expected) => {
    const reading = read([
      FIRST,
      [
        ['STT', 'Tên đơn vị', 'Tỷ lệ hồ sơ đúng hạn (%)'],
        [1, 'Phường Long Châu', 'Tối thiểu 80'],
        [2, 'Phường Phước Hậu', 'Tối thiểu 70'],
        [null, 'Tổng cộng', said],
      ],
    ]);
    expect(isAsked(reading)).toBe(expected);
    expect(reading.targets.filter(({ agency }) => agency === null)).toHaveLength(1);
  });
});

it('a figure of one level keeps when it is judged', () => {
  const reading = read([
    [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mức giao', null, 'Cơ quan thực hiện'],
      [null, null, null, 'Cấp tỉnh', 'Cấp xã', null],
      [1, 'Tỷ lệ hồ sơ đúng hạn', '%', 'Tối thiểu 90', 'Cuối năm tối thiểu 80', 'UBND cấp xã'],
    ],
  ]);
  expect(targetsOf(reading)).toContain('xa >= 80 whole-year');
});

describe('a number that a few offices are named for', () => {
  const owned = (name: string, unit: string, lead: string) =>
    asked(read([[HEAD, [1, name, unit, 'tối thiểu 5', lead]]]));

  it('is asked: each its own part, or one figure of them all', () => {
    const one = owned('Thu ngân sách trên địa bàn', 'tỷ đồng', 'Sở Tài chính; Sở Công Thương');
    expect(one).toContain('1!E2 several-owners');
  });

  it.each([
    ['one office', 'Số văn bản ban hành', 'văn bản', 'Sở Tài chính'],
    ['all of a kind', 'Số văn bản ban hành', 'văn bản', 'Các sở, ban, ngành'],
    ['a ratio of their parts', 'Tỷ lệ hồ sơ đúng hạn', '%', 'Sở Tài chính; Sở Công Thương'],
  ])('is not asked of %s', (_, name, unit, lead) => {
    expect(owned(name, unit, lead)).not.toContain('1!E2 several-owners');
  });
});

it.each([
  ['Tốc độ tăng trưởng GRDP', '%', 'count'],
  ['Tăng trưởng kinh tế', '%', 'count'],
  ['Mức giảm tỷ lệ hộ nghèo', '%', 'count'],
  ['Tỷ lệ tăng dân số tự nhiên', '%', 'count'],
  ['Tỷ lệ giảm hồ sơ giấy', '%', 'reduction'],
  ['Tỷ lệ hồ sơ trực tuyến', '%', 'ratio'],
])('“%s” (%s) is a %s', (name, unit, kind) => {
  expect(target('Tối thiểu 8%', name, unit).indicators[0].kind).toBe(kind);
});

describe('a figure for each kind of units', () => {
  const of = (said: string) =>
    read([[HEAD, [1, 'Tỷ lệ hồ sơ đúng hạn', '%', said, 'Các sở, ban, ngành; UBND cấp xã']]]);
  const given = ({ targets }: AppendixReading, kind: string) => [
    ...new Set(
      targets
        .filter(({ agency }) => new RegExp(`(^|\\s)${kind}\\s`, 'i').test(nameOf(agency)))
        .map(words)
        .map((one) => one.replace(/^\S+ /, '')),
    ),
  ];
  const nameOf = (code: string | null) =>
    agencies.find((one) => one.code === code)?.name.normalize('NFC') ?? '';

  it('“Xã 80; phường 90” is given to each commune of its kind', () => {
    const reading = of('Xã tối thiểu 80%; phường tối thiểu 90%');
    expect([given(reading, 'xã'), given(reading, 'phường')]).toEqual([['>= 80'], ['>= 90']]);
    expect(reading.targets).toHaveLength(agencies.filter(({ level }) => level === 'xa').length);
    expect(reading.marks.filter(({ table }) => table === 'targets')).toEqual([]);
  });

  it('bare figures of it are asked, and nothing is confirmed', () => {
    const reading = of('Xã 80; phường 90');
    expect([given(reading, 'xã'), given(reading, 'phường')]).toEqual([['>= 80 ?'], ['>= 90 ?']]);
    expect(asked(reading)).toContain('1!D2 operator');
  });

  it('“Sở 95; xã, phường 90” is of each level', () => {
    expect(targetsOf(of('Sở tối thiểu 95%; xã, phường tối thiểu 90%'))).toEqual([
      'tinh >= 95',
      'xa >= 90',
    ]);
  });

  it('“xã” beside the departments may mean the phường as well, which is asked', () => {
    const reading = of('Sở tối thiểu 95%; xã tối thiểu 90%');
    expect(targetsOf(reading)).toEqual(['tinh >= 95', 'xa >= 90 ?']);
    expect(asked(reading)).toContain('1!D2 operator');
  });

  it('given to communes where a department alone reports it is asked', () => {
    const reading = target('Xã tối thiểu 80%; phường tối thiểu 90%');
    expect(asked(reading)).toContain('1!D2 agency');
    expect(reading.targets.some(({ confirmed }) => confirmed)).toBe(false);
  });

  it('goes to those communes alone that report the row, and what nobody reports is asked', () => {
    const isOf = (kind: string) => (one: (typeof agencies)[number]) =>
      one.level === 'xa' && one.reports && one.name.normalize('NFC').includes(kind);
    const [ward, other] = agencies.filter(isOf('phường '));
    const [commune] = agencies.filter(isOf('xã '));
    const byTwo = (said: string, lead: string) =>
      read([[HEAD, [1, 'Tỷ lệ hồ sơ đúng hạn', '%', said, lead]]]);
    const both = byTwo('Xã tối thiểu 80%; phường tối thiểu 90%', `${ward.name}; ${commune.name}`);
    expect(both.targets.map(({ agency }) => agency).sort()).toEqual(
      [commune.code, ward.code].sort(),
    );
    expect(both.marks.filter(({ table }) => table === 'targets')).toEqual([]);
    const wards = byTwo('Xã tối thiểu 80%; phường tối thiểu 90%', `${ward.name}; ${other.name}`);
    expect(wards.targets.map(words)).not.toContainEqual(expect.stringMatching(/80$/));
    expect(asked(wards)).toContain('1!D2 agency');
  });

  it('a kind the province has not is asked', () => {
    const reading = of('Xã tối thiểu 80%; thị trấn tối thiểu 85%');
    expect(asked(reading)).toContain('1!D2 agency');
  });
});

describe('a rank told in words', () => {
  it.each([
    ['Thuộc nhóm 15 tỉnh dẫn đầu cả nước', '<= 15'],
    ['Tăng ít nhất 02 bậc so với năm 2025', '<= -2 whole-year'],
  ])('“%s” is one, whatever the table’s unit', (said, expected) => {
    const reading = target(said, 'Chỉ số PAR Index', '');
    expect(reading.indicators[0]).toMatchObject({ kind: 'rank', unit: 'hạng' });
    expect(targetsOf(reading)).toEqual([expected]);
    expect(asked(target(said, 'Chỉ số PAR Index', '%'))).toContain('1!C2 unit');
  });
});

it.each([
  ['2 triệu', 'lượt', 'text ?'],
  ['Tối thiểu 2 triệu lượt', 'lượt', 'text ?'],
  ['27 tỷ đồng', 'triệu đồng', 'text ?'],
  ['2 triệu đồng', 'triệu đồng', '>= 2 ?'],
])('“%s” in %s is %s: a manifold is part of the figure', (said, unit, expected) => {
  const [one] = targetsOf(target(said, 'Số lượt khách du lịch', unit));
  expect(one.replace(/ whole-year/, '')).toBe(expected);
});

it('a dash in the column of numbers is a part and leaves the number above as it is', () => {
  const { indicators } = read([
    [
      HEAD,
      [5, 'Tỷ lệ hộ nghèo', '%', 'Dưới 1%', 'Sở Nội vụ'],
      ['-', 'Trong đó: hộ nghèo dân tộc thiểu số', '%', 'Dưới 2%', 'Sở Nội vụ'],
      [6, 'Tỷ lệ lao động qua đào tạo', '%', 'Trên 70%', 'Sở Nội vụ'],
    ],
  ]);
  expect(indicators.map(({ stt }) => stt)).toEqual(['5', '5a', '6']);
});

it('a numbered row whose words are those of headings is a row', () => {
  const { tasks } = read([
    [
      ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Chủ trì', 'Thời hạn'],
      [1, 'Kế hoạch', 'Kế hoạch', 'Sở Nội vụ', 'Quý I/2026'],
      [2, 'Đề án', 'Đề án', 'Sở Nội vụ', 'Quý II/2026'],
      [3, 'Rà soát', 'Báo cáo', 'Sở Nội vụ', 'Quý III/2026'],
    ],
  ]);
  expect(tasks.map(({ text, deadlineText }) => [text, deadlineText])).toEqual([
    ['Kế hoạch', 'Quý I/2026'],
    ['Đề án', 'Quý II/2026'],
    ['Rà soát', 'Quý III/2026'],
  ]);
});

it('of later years alone a bare figure is asked as well', () => {
  const reading = read([
    [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 2026, 2027, 2028, 'Cơ quan chủ trì'],
      [1, 'Số doanh nghiệp thành lập mới', 'doanh nghiệp', null, 600, 700, 'Sở Tài chính'],
    ],
  ]);
  expect(asked(reading)).toContain('1!E2 operator');
});

it('parts of the year in a table of agencies are milestones of one measure and none of their own', () => {
  const reading = read([
    [
      ['STT', 'Đơn vị', 'Dự toán năm 2026 (triệu đồng)', 'Trong đó', null],
      [null, null, null, 'Quý I', '6 tháng'],
      [1, 'Phường Long Châu', 'Tối thiểu 27.000', 'Tối thiểu 6.000', 'Tối thiểu 13.500'],
      [2, 'Phường Phước Hậu', 'Tối thiểu 18.500', 'Tối thiểu 4.000', 'Tối thiểu 9.000'],
      [null, 'Cộng', 'Tối thiểu 45.500', 'Tối thiểu 10.000', 'Tối thiểu 22.500'],
    ],
  ]);
  expect(reading.indicators.map(({ name, unit }) => [name, unit])).toEqual([
    ['Dự toán năm 2026 (triệu đồng)', 'triệu đồng'],
  ]);
  expect(targetsOf(reading).map((one) => one.replace(/^\d{5}/, 'xã'))).toEqual([
    ...['xã >= 27000', 'xã >= 18500', '>= 45500'],
    ...['xã >= 6000 until 2026-03-31 ?', 'xã >= 4000 until 2026-03-31 ?'],
    '>= 10000 until 2026-03-31 ?',
    ...['xã >= 13500 until 2026-06-30', 'xã >= 9000 until 2026-06-30'],
    '>= 22500 until 2026-06-30',
  ]);
});

describe('what is counted in “hạng mục” or “vị trí việc làm”', () => {
  it.each([
    ['hạng mục', 'Tăng tối thiểu 5 hạng mục so với năm 2025', '>= 5'],
    ['vị trí việc làm', 'Giảm tối thiểu 5 vị trí việc làm so với năm 2025', '<= -5'],
    ['thứ hạng', 'Tăng tối thiểu 5 bậc so với năm 2025', '<= -5'],
  ])('is no place in an order, of which the first is the best: %s, %s', (unit, said, expected) => {
    const reading = target(said, 'Số được hoàn thành', unit);
    expect(targetsOf(reading)[0]).toMatch(new RegExp(`^${expected}(?!\\d)`));
    expect(reading.indicators[0].kind === 'rank').toBe(unit === 'thứ hạng');
  });
});

describe('a figure that makes no sum', () => {
  const of = (name: string, unit: string, lead = 'UBND các xã, phường') =>
    read([[HEAD, [1, name, unit, 'Tối thiểu 60', lead]]]);
  const summed = ({ indicators: [one] }: AppendixReading) => [
    one.overTime === 'flow' ? 'periods' : '',
    one.overAgencies ?? 'added',
  ];

  it.each([
    ['Năng suất lúa', 'tạ/ha'],
    ['Thu nhập bình quân đầu người', 'triệu đồng/người/năm'],
    ['Giải ngân vốn đầu tư công', '% KH'],
    ['Mức giảm tỷ lệ hộ nghèo', '%'],
    ['Hệ số sử dụng đất', 'lần'],
    ['Số thủ tục xử lý', 'thủ tục/tháng'],
    ['Tỷ số giới tính khi sinh', 'bé trai/100 bé gái'],
  ])('“%s” (%s) of all communes is of each, asked and not confirmed', (name, unit) => {
    const reading = of(name, unit);
    expect(summed(reading)).toEqual(['', 'each']);
    expect(targetsOf(reading)).toEqual(['>= 60 ?']);
    expect(asked(reading)).toContain('1!D2 each-unit');
  });

  it('of one office it is its own, and of no sum of quarters', () => {
    const reading = of('Giải ngân vốn đầu tư công', '% KH', 'Sở Tài chính');
    expect(summed(reading)).toEqual(['', 'added']);
    expect(targetsOf(reading)).toEqual(['>= 60']);
    expect(asked(reading)).toContain('1!B2 kind');
  });

  it('what is counted is added up as before', () => {
    expect(summed(of('Số mô hình', 'mô hình'))).toEqual(['periods', 'added']);
    expect(targetsOf(of('Số mô hình', 'mô hình'))).toEqual(['>= 60']);
  });
});

describe('a table whose rows are agencies', () => {
  const [one, two] = agencies.filter(({ level, reports }) => level === 'xa' && reports);
  const rows: Row[] = [
    [null, null, 'Thuế, phí', 'Thu khác', null],
    ['1', '2', '3', '4=3+5', '5'],
    [1, one.name, 3500, 300, 2],
    [2, two.name, 2500, 250, 3],
  ];

  it('takes the unit of a heading over several columns, and asks nothing of their numbers', () => {
    const reading = readAppendix(
      pastedWorkbook([
        {
          name: 'Bảng 1',
          rows: [['STT', 'Đơn vị', 'Thu ngân sách (triệu đồng)', null, 'Số mô hình'], ...rows],
          merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
        },
      ]),
      agencies,
      2026,
    );
    expect(reading.indicators.map(({ name, unit, kind }) => [name, unit, kind])).toEqual([
      ['Thu ngân sách – Thuế, phí', 'triệu đồng', 'count'],
      ['Thu ngân sách – Thu khác', 'triệu đồng', 'count'],
      ['Số mô hình', '', 'count'],
    ]);
    expect(asked(reading).filter((mark) => mark.endsWith('agency'))).toEqual([]);
  });
});

it('what a figure for agencies was made from is no figure they are given', () => {
  const [one, two] = agencies.filter(({ level, reports }) => level === 'xa' && reports);
  const reading = read([
    [
      [
        'TT',
        'Xã, phường',
        'Dân số',
        'Số người tham gia BHYT giao năm 2026',
        'Tỷ lệ bao phủ giao (%)',
      ],
      [1, one.name, 10_400, 9_984, 96],
      [2, two.name, 6_900, 6_555, 95],
    ],
  ]);
  expect(reading.indicators.map(({ name, unit }) => [name, unit])).toEqual([
    ['Số người tham gia BHYT giao năm 2026', 'người'],
    ['Tỷ lệ bao phủ giao', '%'],
  ]);
  expect(reading.targets).toHaveLength(4);
  expect(asked(reading)).toContain('1!C1 column');
});

it('an indicator without a figure is asked for one, in words that say so', () => {
  const reading = target('', 'Tỷ lệ hồ sơ giải quyết đúng hạn');
  expect(reading.targets).toEqual([]);
  expect(asked(reading)).toEqual(['1!D2 no-target']);
});

it('“Cả năm 2026” beside a group of quarters is the year’s target', () => {
  const rows: Row[] = [
    ['STT', 'Chỉ tiêu', 'ĐVT', 'Cả năm 2026', 'Kịch bản', null, 'Chủ trì'],
    [null, null, null, null, '6 tháng', '9 tháng', null],
    [1, 'Kim ngạch xuất khẩu', 'triệu USD', '≥ 3.500', '≥ 1.700', '≥ 2.600', 'Sở Công Thương'],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'];
  const reading = readAppendix(pastedWorkbook([{ name: 'Bảng 1', rows, merges }]), agencies, 2026);
  expect(targetsOf(reading)).toEqual([
    '>= 1700 until 2026-06-30',
    '>= 2600 until 2026-09-30',
    '>= 3500',
  ]);
  expect(reading.indicators[0].assess).toBe('whole-year');
  expect(asked(reading).filter((mark) => mark.endsWith('column'))).toEqual([]);
});

it('words of a later year that hold no figure are kept', () => {
  const rows: Row[] = [
    ['STT', 'Chỉ tiêu', 'ĐVT', 'Lộ trình', null, 'Chủ trì'],
    [null, null, null, '2026', '2027', null],
    [1, 'Trung tâm dữ liệu', 'trung tâm', null, 'Hoàn thành', 'Công an tỉnh'],
  ];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'];
  const reading = readAppendix(pastedWorkbook([{ name: 'Bảng 1', rows, merges }]), agencies, 2026);
  expect(reading.targets).toMatchObject([
    { raw: 'Hoàn thành', operator: 'text', confirmed: false },
  ]);
  expect(asked(reading)).toContain('1!E3 operator');
});

it('words between 1.1.2 and 1.2 open no section: 1.2 is of 1 whatever stands before it', () => {
  const reading = read([
    [
      ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì'],
      ['1', 'CHỈ ĐẠO ĐIỀU HÀNH', null, null],
      ['1.1', 'Kế hoạch cải cách', null, null],
      ['1.1.1', 'Ban hành kế hoạch', 'Kế hoạch', 'Sở Nội vụ'],
      ['1.1.2', 'Thực hiện kế hoạch', 'Báo cáo', 'Sở Nội vụ'],
      [null, 'Hoàn thành từ 80% trở lên: 1 điểm', null, null],
      [null, 'Dưới 80%: 0 điểm', null, null],
      ['1.2', 'Kiểm tra', 'Báo cáo', 'Sở Nội vụ'],
      ['2', 'THỂ CHẾ', null, null],
      ['2.1', 'Theo dõi thi hành', 'Kế hoạch', 'Sở Tư pháp'],
    ],
  ]);
  expect(reading.tasks.map(({ stt, sectionTitle }) => [stt, sectionTitle])).toEqual([
    ['1.1.1', 'CHỈ ĐẠO ĐIỀU HÀNH'],
    ['1.1.2', 'CHỈ ĐẠO ĐIỀU HÀNH'],
    ['1.2', 'CHỈ ĐẠO ĐIỀU HÀNH'],
    ['2.1', 'THỂ CHẾ'],
  ]);
});

it('“x” among figures for agencies is asked: whether it is given, nobody can tell from it', () => {
  const [one, two, three] = agencies.filter(({ level, reports }) => level === 'tinh' && reports);
  const reading = read([
    [
      ['TT', 'Chỉ tiêu', 'ĐVT', one.name, two.name, three.name],
      [1, 'Số thủ tục cắt giảm', 'TTHC', '≥ 5', 'x', '-'],
    ],
  ]);
  expect(targetsOf(reading)).toEqual([`${one.code} >= 5`]);
  expect(asked(reading)).toContain('1!E2 operator');
  expect(reading.indicators[0].filledBy).toEqual([{ agency: one.code }, { agency: two.code }]);
});

it('satisfaction told in points is no share of those asked', () => {
  const reading = target('Trên 90', 'Điểm đánh giá mức độ hài lòng', 'điểm');
  expect(reading.indicators[0]).toMatchObject({ kind: 'count', overTime: 'stock', unit: 'điểm' });
  expect(asked(reading)).toContain('1!B2 kind');
});

it('months side by side are asked, and “Cả năm” beside them is the year’s target', () => {
  const reading = read([
    [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Cả năm', 'Tháng 1', 'Tháng 2', 'Cơ quan chủ trì'],
      [1, 'Thu ngân sách', 'triệu đồng', '≥ 1.200', '≥ 100', '≥ 90', 'Sở Tài chính'],
    ],
  ]);
  expect(targetsOf(reading)).toEqual([
    '>= 100 until 2026-01-31 ?',
    '>= 90 until 2026-02-28 ?',
    '>= 1200',
  ]);
  expect(asked(reading)).toEqual(expect.arrayContaining(['1!E2 milestone', '1!F2 milestone']));
});

it('who drafts a document answers for it', () => {
  const reading = read([
    [
      ['STT', 'Tên văn bản', 'Cơ quan soạn thảo', 'Cơ quan thẩm định', 'Thời gian ban hành'],
      [1, 'Quyết định phân cấp', 'Sở Nội vụ', 'Sở Tư pháp', 'Tháng 7/2026'],
    ],
  ]);
  expect(reading.tasks).toMatchObject([{ lead: 'Sở Nội vụ', filledBy: [{ agency: 'SNV' }] }]);
});

it('how much poverty falls is the better the more', () => {
  const reading = target('0,3', 'Mức giảm tỷ lệ hộ nghèo');
  expect(targetsOf(reading)).toEqual(['>= 0.3 ?']);
});

describe('a table of agencies under a heading that is merged over its columns', () => {
  const rows: Row[] = [
    ['TT', 'Đơn vị', 'Chỉ tiêu giao năm 2026', null, null],
    [null, null, 'Số lao động có việc làm mới (người)', 'Tỷ lệ hồ sơ trực tuyến (%)', 'Số mô hình'],
    [1, 'Phường An Hội', '1.500', '85', '3'],
    [2, 'Xã Giao Long', '900', '75', '1'],
  ];
  const all = [
    ['Số lao động có việc làm mới', 1500, 900],
    ['Tỷ lệ hồ sơ trực tuyến', 85, 75],
    ['Số mô hình', 3, 1],
  ];
  // A number and a name that are merged downward are the usual case; here nobody merged them.
  it.each([[['C1:E1']], [[]]])('reads each column under its own heading, merges %j', (merges) => {
    const { indicators, targets } = readAppendix(
      pastedWorkbook([{ name: 'Bảng 1', rows, merges }]),
      agencies,
      2026,
    );
    expect(
      indicators.map(({ code, name }) => [
        name,
        ...targets.filter((one) => one.indicator === code).map(({ value }) => value),
      ]),
    ).toEqual(all);
  });
});

it('figures under no heading are asked, not passed over', () => {
  const reading = read([
    [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mức giao', null, 'Cơ quan chủ trì'],
      [1, 'Tỷ lệ hồ sơ giải quyết đúng hạn', '%', 'Tối thiểu 95', '97', 'Sở Nội vụ'],
      [2, 'Tỷ lệ hồ sơ trực tuyến', '%', 'Tối thiểu 70', '72', 'Sở Nội vụ'],
    ],
  ]);
  expect(targetsOf(reading)).toEqual(['>= 95', '>= 70']);
  expect(asked(reading)).toContain('1!E2 column');
});

it('a remark under a table is no part of the name above it', () => {
  const reading = read([
    [
      HEAD,
      [1, 'Số vụ tai nạn giao thông', 'Vụ', 'Tối đa 300', 'Công an tỉnh'],
      [null, 'Ghi chú: chỉ tiêu số 1 tính theo năm.'],
      [null, '(*) Số liệu do Công an tỉnh cung cấp'],
    ],
  ]);
  expect(reading.indicators.map(({ name }) => name)).toEqual(['Số vụ tai nạn giao thông']);
  expect(asked(reading).filter((one) => one.endsWith('row'))).toEqual(['1!B3 row', '1!B4 row']);
});
