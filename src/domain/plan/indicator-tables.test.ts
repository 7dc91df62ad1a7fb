import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import type { CellValue } from '../../workbook/cell';
import { consolidate } from '../consolidation/consolidate';
import type { Compared, Scale } from '../measure/choices';
import { checkForm } from '../check/check-form';
import { periodOf } from '../period/period';
import { INDICATOR_COLUMNS, INDICATOR_FORM } from '../template/columns';
import { makeForm, templateOf } from '../template/form';
import { judgedAs } from '../report/words';
import type { Observation, Submission } from '../submission/submission';
import { builtinPlan } from './builtin';
import type { Indicator, Plan, Target } from './plan';
import { writePlan } from './plan-tables';
import { readPlan, readPlanTables } from './read-plan';

/** An indicator's choices as an owner writes them, and what they come to. */

const KTXH = builtinPlan('ktxh-mau-2026')!;
const OF = (code: string) => KTXH.indicators.find((one) => one.code === code)!;
const SHARE = OF('DVC');
const EACH = OF('TUYEN');
const FIGURE = { ...OF('VIPHAM'), filledBy: [{ level: 'xa' as const }] };

const alone = (indicator: Indicator, targets: Target[] = []): Plan => ({
  ...KTXH,
  indicators: [indicator],
  targets,
});
const tables = (indicator: Indicator) => emptyWorkbook(writePlan(alone(indicator)));

function put(workbook: Workbook, heading: string, value: CellValue): string {
  const sheet = findSheet(workbook, 'Chỉ tiêu')!;
  const column = [...sheet.rows.get(0)!].find(([, cell]) => cell.value === heading)![0];
  sheet.put(1, column, value);
  return `${String.fromCharCode(65 + column)}2`;
}

const readBack = (workbook: Workbook) => {
  const read = readPlan(workbook);
  return read.ok ? read.value.indicators[0] : read;
};

it.each<[string, Indicator]>([
  ['of a thousand', { ...SHARE, unit: '‰', scale: 1000 }],
  ['of ten thousand', { ...SHARE, kind: 'per-ten-thousand', unit: 'bác sĩ', partOfWhole: false }],
  ['the largest', { ...FIGURE, overTime: 'stock', overAgencies: 'largest' }],
  ['the smallest', { ...FIGURE, overTime: 'cumulative', overAgencies: 'smallest' }],
  ['against last year', { ...FIGURE, kind: 'against-last-year' }],
  ['in points on the period before', { ...SHARE, compared: 'before-difference' }],
])('%s: written and read back', (_, indicator) => {
  expect(readBack(tables(indicator))).toEqual(indicator);
});

it.each<[string, string, string, CellValue, Scale | undefined]>([
  ['‰', 'người', 'Tỷ lệ', null, 1000],
  ['bác sĩ/vạn dân', 'người', 'Tỷ lệ', null, 10000],
  ['bác sĩ/vạn dân', 'vạn dân', 'Tỷ lệ', null, 1],
  ['giường/10.000 dân', 'người', 'Tỷ lệ', null, 10000],
  ['giường', 'người', 'Tỷ lệ', 10000, 10000],
  ['giường', 'người', 'Tỷ lệ', '1.000', 1000],
  ['%', 'người', 'Tỷ lệ', '100', undefined],
  ['bác sĩ', 'người', 'Trên 1 vạn dân', null, undefined],
  ['phút', 'hồ sơ', 'Thời gian bình quân', null, undefined],
])('“%s” of so many “%s” (%s), “Nhân với” %s: %s', (unit, whole, kind, written, scale) => {
  const workbook = tables({ ...SHARE, partOfWhole: false });
  for (const [heading, value] of [
    ['ĐVT', unit],
    ['ĐVT mẫu số', whole],
    ['Loại', kind],
    ['Nhân với', written],
  ] as const)
    put(workbook, heading, value);
  expect(readBack(workbook)).toEqual(expect.objectContaining({ unit }));
  expect((readBack(workbook) as Indicator).scale).toBe(scale);
});

it.each<[string, Indicator, string, CellValue, string]>([
  ['% of a thousand', SHARE, 'Nhân với', 1000, '100 (ĐVT là %)'],
  ['a scale that is none', SHARE, 'Nhân với', 50, '1 / 100 / 1.000 / 10.000'],
  ['a scale of one figure', FIGURE, 'Nhân với', 100, 'để trống (không có Mẫu số)'],
  [
    'the largest of months that are added up',
    { ...FIGURE, overAgencies: 'largest' },
    'Cách cộng qua các kỳ',
    'Cộng các kỳ',
    'Số cuối kỳ / Lũy kế đến cuối kỳ',
  ],
  [
    'the year’s figure against one period’s',
    { ...FIGURE, assess: 'whole-year' },
    'So với',
    'Kỳ trước, %',
    'Cùng kỳ năm trước',
  ],
  [
    'a count in two parts',
    { ...SHARE, kind: 'count', partOfWhole: false },
    'Mẫu số',
    'Số hộ',
    'để trống (Số lượng)',
  ],
  ['an increase twice', { ...SHARE, kind: 'increase' }, 'So với', 'Kỳ trước, %', 'để trống'],
])('%s is a fault at its cell, with what is allowed', (_, indicator, heading, value, allowed) => {
  const workbook = tables(indicator);
  const cell = put(workbook, heading, value);
  const found = readPlanTables(workbook).faults.map(({ finding: one }) => [
    ...[one.code, one.sheet, one.cell],
    'expected' in one.facts ? one.facts.expected : '',
  ]);
  expect(found).toEqual([
    ['plan-fault-bad-cell', 'Chỉ tiêu', cell, expect.stringContaining(allowed)],
  ]);
});

it('the larger of two shares is none: their parts are added up', () => {
  const found = readPlanTables(tables({ ...SHARE, overTime: 'stock', overAgencies: 'largest' }));
  expect(found.faults.map(({ finding: { facts } }) => facts)).toEqual([
    { found: SHARE.denominator!.name, expected: '(để trống)' },
  ]);
});

describe('an answer', () => {
  const ANSWER: Indicator = { ...EACH, kind: 'yes-no', unit: 'Có/Không' };
  const LISTED: Indicator = { ...ANSWER, answers: ['0 = chưa', '1 = một phần', '2 = đầy đủ'] };
  const asked = (operator: Target['operator'], value: number | null = null): Target => ({
    ...{ indicator: ANSWER.code, level: null, agency: null, raw: 'Có', operator, value },
    confirmed: true,
  });

  it('is read back with its target', () => {
    for (const [indicator, target] of [
      [ANSWER, asked('yes')],
      [LISTED, asked('=', 2)],
      [{ ...ANSWER, overAgencies: 'owner', filledBy: [{ agency: 'SNV' }] }, asked('text')],
    ] as [Indicator, Target][]) {
      const plan = alone(indicator, [target]);
      expect(readPlan(emptyWorkbook(writePlan(plan)))).toEqual({ ok: true, value: plan });
    }
  });

  it.each<[Indicator, Target, string]>([
    [{ ...ANSWER, overTime: 'flow' }, asked('yes'), 'Số cuối kỳ'],
    [{ ...ANSWER, overAgencies: 'added' }, asked('yes'), 'Từng đơn vị / Số của đơn vị chủ trì'],
    [{ ...ANSWER, sign: 'any' }, asked('yes'), 'để trống'],
    [{ ...ANSWER, answers: ['Có'] }, asked('yes'), 'Có; Không'],
    [{ ...ANSWER, answers: ['1 = a', '1 = b'] }, asked('yes'), 'mỗi lựa chọn một số riêng'],
    [{ ...EACH, answers: ['Có', 'Không'] }, asked('>=', 1), 'Có/Không'],
    [ANSWER, asked('>=', 1), 'Có / Bằng'],
    [LISTED, asked('=', 5), '2 (đầy đủ)'],
    [EACH, asked('yes'), 'so sánh với một số'],
  ])('what contradicts it is one fault, with what is allowed', (indicator, target, allowed) => {
    const { faults } = readPlanTables(emptyWorkbook(writePlan(alone(indicator, [target]))));
    expect(faults.map(({ finding: { facts } }) => facts)).toEqual([
      expect.objectContaining({ expected: expect.stringContaining(allowed) }),
    ]);
  });

  function readAs(indicator: Indicator, written: CellValue) {
    const plan = alone(indicator);
    const agency = plan.agencies.find(({ code }) => code === 'X01')!;
    const period = periodOf(JANUARY);
    const workbook = makeForm({ plan, agency, period, previous: null });
    const sheet = findSheet(workbook, INDICATOR_FORM)!;
    const column = INDICATOR_COLUMNS.findIndex(({ key }) => key === 'ratio');
    const row = [...sheet.rows].find(([, cells]) => cells.get(0)?.value === indicator.code)![0];
    sheet.set(row, column, { ...sheet.cell(row, column)!, value: written });
    const template = templateOf(plan, agency);
    const { observations, findings } = checkForm(workbook, plan, agency, period, template);
    return {
      figures: observations.map(({ value, state }) => [value, state]),
      codes: findings.map(({ code }) => code),
    };
  }

  it('is written in a form by its word or its number; another word is asked about', () => {
    const said = (indicator: Indicator, written: CellValue) => readAs(indicator, written).figures;
    for (const yes of ['Có', ' có ', 1, '1']) expect(said(ANSWER, yes)).toEqual([[1, 'ok']]);
    for (const no of ['Không', 'KHÔNG', 0]) expect(said(ANSWER, no)).toEqual([[0, 'ok']]);
    expect(said(ANSWER, 'Không phát sinh')).toEqual([[0, 'not-applicable']]);
    for (const full of ['đầy đủ', 2, '2 = đầy đủ']) expect(said(LISTED, full)).toEqual([[2, 'ok']]);
    expect(readAs(ANSWER, 'Có').codes).toEqual([]);
    const other = readAs(ANSWER, 'Đang làm');
    expect(other.figures).toEqual([[null, 'undecided']]);
    expect(other.codes).toContain('status-unknown');
  });

  it('has no total: 2 of 3 say Có', () => {
    const said = ofAll(JANUARY, [1], [0], [1]);
    const one = resultOf(ANSWER, JANUARY, said, ['yes', null]);
    expect([one.value, one.status, one.unitsMet, one.unitsJudged, one.notMet]).toEqual([
      ...[null, 'not-met', 2, 3],
      ['X02'],
    ]);
    expect(one.answers).toEqual({ Có: 2, Không: 1 });
    const waits = resultOf(ANSWER, JANUARY, said, ['text', null]);
    expect(waits.status).toBe('needs-confirmation');
  });
});

type Said = [agency: string, period: string, ...figures: number[]];

function sent(indicator: Indicator, said: readonly Said[]): Submission[] {
  return said.map(([agency, period, ...figures]): Submission => {
    const one = (measure: Observation['measure'], value: number): Observation => ({
      ...{ of: 'indicator', code: indicator.code, measure, value, raw: String(value) },
      ...{ sheet: 'B', cell: 'E9', state: 'ok' },
    });
    return {
      ...{ hash: `${agency}${period}`, file: 'f.xlsx', agency, period, version: 1, received: null },
      ...{ late: null, verdict: 'clean', accepted: 'all', sample: false, errors: 0, warnings: 0 },
      ...{ run: '1', explanations: [] },
      observations:
        figures.length === 1
          ? [one('value', figures[0])]
          : [one('numerator', figures[0]), one('denominator', figures[1])],
    };
  });
}

function resultOf(
  indicator: Indicator,
  period: string,
  said: readonly Said[],
  asked: [Target['operator'], number | null, number?],
) {
  const [operator, value, to] = asked;
  const target: Target = {
    ...{ indicator: indicator.code, level: null, agency: null, raw: '', operator, value },
    ...(to === undefined ? {} : { to }),
    confirmed: true,
  };
  const options = { acceptIncomplete: false, asOf: null };
  return consolidate(alone(indicator, [target]), sent(indicator, said), period, options)
    .indicators[0];
}

const JANUARY = '2026-01';
const ofAll = (period: string, ...each: number[][]): Said[] =>
  each.map((figures, at) => [`X0${at + 1}`, period, ...figures]);

describe('what they come to, worked out by hand', () => {
  it('3 + 1 + 2 doctors of 4.000 + 2.000 + 2.000 people are 7,5 of ten thousand', () => {
    const doctors = { ...SHARE, kind: 'per-ten-thousand' as const, partOfWhole: false };
    const said = ofAll(JANUARY, [3, 4000], [1, 2000], [2, 2000]);
    const one = resultOf(doctors, JANUARY, said, ['>=', 7.5]);
    expect([one.value, one.status]).toEqual([7.5, 'met']);
  });

  it('of waits of 5, 12 and 7 minutes the longest is 12, the shortest 5', () => {
    const wait = { ...FIGURE, overTime: 'stock' as const };
    const said = ofAll(JANUARY, [5], [12], [7]);
    const longest = resultOf({ ...wait, overAgencies: 'largest' }, JANUARY, said, ['<=', 12]);
    const shortest = resultOf({ ...wait, overAgencies: 'smallest' }, JANUARY, said, ['>', 5]);
    expect([longest.value, longest.status]).toEqual([12, 'met']);
    expect([shortest.value, shortest.status]).toEqual([5, 'not-met']);
  });

  const grown = (compared?: Compared): Indicator =>
    compared ? { ...FIGURE, compared } : { ...FIGURE, kind: 'against-last-year' };
  const lastJanuary = ofAll('2025-01', [10], [20], [30]);
  const january = ofAll(JANUARY, [12], [20], [32.2]);

  it('from 60 to 64,2 is 7% more: asked 7 it is met, asked 7,1 it is not', () => {
    const said = [...lastJanuary, ...january];
    const one = resultOf(grown(), JANUARY, said, ['>=', 7]);
    expect([one.value, one.change, one.status, one.notMet]).toEqual([64.2, 7, 'met', ['X02']]);
    expect(judgedAs(one)).toBe('Đạt (tăng 7% so với cùng kỳ năm trước)');
    expect(resultOf(grown(), JANUARY, said, ['>=', 7.1]).status).toBe('not-met');
    const points = resultOf(grown('last-year-difference'), JANUARY, said, ['=', 4.2]);
    expect([points.change, points.status]).toEqual([4.2, 'met']);
  });

  it('without last year nothing is judged; of a last year of 0 no per cent can be said', () => {
    const without = resultOf(grown(), JANUARY, january, ['>=', 7]);
    expect([without.status, without.change]).toEqual(['incomplete', null]);
    const zero = [...ofAll('2025-01', [0], [0], [0]), ...january];
    expect(resultOf(grown(), JANUARY, zero, ['>=', 7]).status).toBe('no-basis');
  });

  it('“giảm 5 – 10%” is a range below 0', () => {
    const less = [...lastJanuary, ...ofAll(JANUARY, [9], [18], [28])];
    const one = resultOf(grown(), JANUARY, less, ['between', -10, -5]);
    expect([Math.round(one.change! * 100) / 100, one.status]).toEqual([-8.33, 'met']);
    expect(judgedAs(one)).toBe('Đạt (giảm 8,33% so với cùng kỳ năm trước)');
  });

  it('the year’s figure is held against last year’s, of which only the whole may be known', () => {
    const ofYear: Indicator = { ...grown(), assess: 'whole-year' };
    const months = Array.from({ length: 12 }, (_, at) => at + 1);
    const year = months.flatMap((month) =>
      ofAll(`2026-${String(month).padStart(2, '0')}`, [1], [2], [3]),
    );
    // 72 in 2026; 60 in 2025: 20% more.
    const said = [...ofAll('2025', [10], [20], [30]), ...year];
    const one = resultOf(ofYear, '2026-12', said, ['>=', 20]);
    expect([one.cumulative.value, one.change, one.status]).toEqual([72, 20, 'met']);
    expect(resultOf(ofYear, '2026-11', said, ['>=', 20]).status).toBe('incomplete');
  });
});
