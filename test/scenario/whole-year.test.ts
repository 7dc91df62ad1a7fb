import { consolidatePeriod } from '../../src/app/consolidate-period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import {
  consolidablePeriods,
  type Indicator,
  type Plan,
  type Target,
} from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan } from '../../src/domain/plan/read-plan';
import type { Submission } from '../../src/domain/submission/submission';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';

/**
 * A target of the whole year: how far it is until the year ends, a verdict only then (measures.md,
 * "A target").
 */

const whole = builtinPlan('vinh-long-2023')!;
const THU: Indicator = {
  ...whole.indicators.find(({ kind }) => kind === 'ratio')!,
  ...{
    code: 'THU',
    name: 'Tổng thu ngân sách nhà nước trên địa bàn',
    unit: 'Tỷ đồng',
    kind: 'count',
    overTime: 'flow',
  },
  numerator: { name: 'Tổng thu', unit: 'Tỷ đồng' },
  ...{
    denominator: null,
    partOfWhole: false,
    assess: 'whole-year',
    deadline: null,
    filledBy: [{ agency: 'STC' }],
  },
  ...{ sameAs: '', task: '', overAgencies: undefined },
};
const goal = (change: Partial<Target> = {}): Target => ({
  ...{
    indicator: 'THU',
    level: null,
    agency: null,
    raw: '27.000',
    operator: '>=',
    value: 27_000,
    confirmed: true,
  },
  ...change,
});
const planOf = (indicator: Partial<Indicator> = {}, target = goal()): Plan => ({
  ...whole,
  indicators: [{ ...THU, ...indicator }],
  targets: [target],
});
const said = (period: string, value: number): Submission => ({
  ...{
    hash: period,
    file: `${period}.xlsx`,
    agency: 'STC',
    period,
    version: 1,
    received: null,
    late: null,
  },
  ...{ verdict: 'clean', accepted: 'all', sample: false, errors: 0, warnings: 0, run: '' },
  explanations: [],
  observations: [
    {
      of: 'indicator',
      code: 'THU',
      measure: 'value',
      value,
      raw: String(value),
      sheet: 'A',
      cell: 'B2',
      state: 'ok',
    },
  ],
});
const quarters = [7_123.4, 6_000, 7_000, 6_900].map((value, index) =>
  said(`2023-Q${index + 1}`, value),
);

function consolidated(plan: Plan, period: string, count: number, acceptIncomplete = false) {
  const asked = consolidablePeriods(plan).find(({ id }) => id === period)!;
  const { result, tables } = consolidatePeriod(plan, quarters.slice(0, count), asked, {
    acceptIncomplete,
    asOf: null,
  });
  const texts = tables.flatMap((sheet) =>
    [...sheet.rows.values()].flatMap((cells) => [...cells.values()]),
  );
  return { ...result.indicators[0], texts: texts.map(({ value }) => value) };
}

it.each([
  // Worked by hand: 7123,4 of 27000; 13123,4; 20123,4; 27023,4.
  ['2023-Q1', 1, 'not-due', 26.383],
  ['2023-H1', 2, 'not-due', 48.605],
  ['2023-9M', 3, 'not-due', 74.531],
  ['2023-Q4', 4, 'met', 100.087],
  ['2023', 4, 'met', 100.087],
])('of %s, with %s quarters reported, stands as %s', (period, count, status, progress) => {
  const result = consolidated(planOf(), period, count);
  expect(result.status).toBe(status);
  expect(result.progress).toBeCloseTo(progress, 3);
  expect(result.notMet).toEqual([]);
});

it('the table of the province says how far it is', () => {
  expect(consolidated(planOf(), '2023-Q1', 1).texts).toContain('Đạt 26,38% kế hoạch năm');
  expect(consolidated(planOf(), '2023', 4).texts).toContain('Đạt');
});

it('is missed only when the year is over', () => {
  const plan = planOf({}, goal({ value: 30_000 }));
  expect(consolidated(plan, '2023-9M', 3).status).toBe('not-due');
  expect(consolidated(plan, '2023-Q4', 4)).toMatchObject({ status: 'not-met', notMet: ['STC'] });
});

it('says nothing of how far while a quarter is missing, unless the period is closed with n/N', () => {
  const late = [quarters[1]];
  const period = consolidablePeriods(planOf()).find(({ id }) => id === '2023-H1')!;
  const of = (acceptIncomplete: boolean) =>
    consolidatePeriod(planOf(), late, period, { acceptIncomplete, asOf: null }).result
      .indicators[0];
  expect(of(false)).toMatchObject({ status: 'incomplete', progress: null });
  expect(of(true)).toMatchObject({ status: 'not-due', progress: (100 * 6_000) / 27_000 });
});

it.each([
  ['a bound from above', goal({ operator: '<=' })],
  ['a target nobody confirmed', goal({ confirmed: false })],
  ['a target without a figure', goal({ value: null })],
])('%s has no progress', (_, target) => {
  expect(consolidated(planOf({}, target), '2023-Q1', 1).progress).toBeNull();
});

describe('a plan of before format 3 had no columns for it', () => {
  /** As it was written then: its words, and the format's number. */
  function read(indicator: Partial<Indicator>, target = goal()): Indicator {
    const workbook = emptyWorkbook(
      writePlan({ ...planOf({ assess: 'every-period', ...indicator }, target) }),
    );
    const head = findSheet(workbook, 'Kế hoạch')!;
    const row = [...head.rows.keys()].find((one) => head.value(one, 0) === 'Định dạng tệp')!;
    head.put(row, 1, 2);
    const made = readPlan(workbook);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.indicators[0];
  }

  it.each([
    ['an amount that is added up', {}, goal(), { assess: 'whole-year' }],
    [
      'an amount of each quarter',
      { name: 'Số cuộc kiểm tra mỗi quý' },
      goal(),
      { assess: 'every-period' },
    ],
    ['a target of each month', {}, goal({ raw: 'Mỗi tháng 3' }), { assess: 'every-period' }],
    ['a state', { overTime: 'stock' }, goal(), { assess: 'every-period' }],
    ['a rate of growth', { name: 'Tốc độ tăng GRDP', overTime: 'stock' }, goal(), { sign: 'any' }],
    [
      'what each unit reaches',
      { name: 'Mỗi xã có tối thiểu 05 tuyến phố', overTime: 'stock' },
      goal(),
      { overAgencies: 'each', assess: 'every-period' },
    ],
    [
      'what hamlets reach',
      { name: 'Mỗi thôn có một nhà văn hóa', overTime: 'stock' },
      goal(),
      { kind: 'count' },
    ],
  ] as const)('%s', (_, indicator, target, expected) => {
    const made = read(indicator as Partial<Indicator>, target);
    expect(made).toMatchObject(expected);
    if (!('overAgencies' in expected)) expect(made.overAgencies).toBeUndefined();
    if (!('sign' in expected)) expect(made.sign).toBeUndefined();
  });
});
