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
