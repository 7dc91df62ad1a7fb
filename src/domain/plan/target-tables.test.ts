import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import type { CellValue } from '../../workbook/cell';
import { consolidate } from '../consolidation/consolidate';
import { judgedAs } from '../report/words';
import type { Submission } from '../submission/submission';
import { builtinPlan } from './builtin';
import type { Indicator, Plan, Target } from './plan';
import { writePlan } from './plan-tables';
import { readPlan, readPlanTables } from './read-plan';

/** Targets as an owner writes them, and what they come to: whom, when, until when. */

const KTXH = builtinPlan('ktxh-mau-2026')!;
const [COUNT, RANK, EACH, RATIO] = ['OCOP', 'PAR', 'TUYEN', 'DVC'];

function target(indicator: string, more: Partial<Target> = {}): Target {
  return {
    ...{ indicator, level: null, agency: null, raw: 'Tối thiểu 60', operator: '>=', value: 60 },
    confirmed: true,
    ...more,
  };
}

const withTargets = (targets: Target[], indicators = KTXH.indicators): Plan => ({
  ...KTXH,
  indicators,
  targets,
});

const SHEET = 'Mức giao';
const tables = (plan: Plan) => emptyWorkbook(writePlan(plan));

function put(workbook: Workbook, heading: string, value: CellValue): string {
  const sheet = findSheet(workbook, SHEET)!;
  const column = [...sheet.rows.get(0)!].find(([, cell]) => cell.value === heading)![0];
  sheet.put(1, column, value);
  return `${String.fromCharCode(65 + column)}2`;
}

const faults = (workbook: Workbook) =>
  readPlanTables(workbook).faults.map(({ finding: { code, sheet, cell, facts } }) => [
    ...[code, sheet, cell],
    'expected' in facts ? facts.expected : '',
  ]);

it('who, when and until when: written and read back', () => {
  const plan = withTargets([
    target(COUNT, { level: 'xa', scope: 'each', until: '2026-06-30', value: 20 }),
    target(COUNT, { level: 'xa', scope: 'each', assess: 'pace' }),
    target(RATIO, { assess: 'whole-year', from: '2026-07-01' }),
  ]);
  expect(readPlan(tables(plan))).toEqual({ ok: true, value: plan });
});

it('a milestone may name the period it ends with', () => {
  const workbook = tables(withTargets([target(COUNT, { until: '2026-06-30' })]));
  for (const named of ['6 tháng đầu năm 2026', 'Quý II/2026', '30/6/2026']) {
    put(workbook, 'Đến ngày', named);
    const read = readPlan(workbook);
    expect(read.ok && read.value.targets[0].until).toBe('2026-06-30');
  }
});

it.each<[string, Target, string, CellValue, string]>([
  ['one agency’s and each', target(COUNT, { agency: 'X01' }), 'Phạm vi', 'Từng đơn vị', 'để trống'],
  ['a total of what has none', target(EACH), 'Phạm vi', 'Số chung', 'Từng đơn vị'],
  ['a rank of each', target(RANK), 'Phạm vi', 'Từng đơn vị', 'để trống'],
  ['an agency’s, of one owner’s figure', target(RANK), 'Đơn vị', 'X01', 'để trống'],
  ['a level’s, of one owner’s figure', target(RANK), 'Cấp', 'Xã', 'để trống'],
  ['the pace of a share', target(RATIO), 'Cách đánh giá', 'Theo tiến độ năm', 'Mỗi kỳ'],
  ['the pace of a rank', target(RANK), 'Cách đánh giá', 'Theo tiến độ năm', 'Mỗi kỳ'],
  [
    'an end before the beginning',
    target(COUNT, { from: '2026-07-01' }),
    'Đến ngày',
    '30/6/2026',
    '≥ Từ ngày',
  ],
  [
    'so much of “Tăng”',
    target(COUNT, { operator: 'increase', value: null }),
    'Mức',
    2,
    'chỉ xét có tăng',
  ],
  ['an end in a year before the plan’s', target(COUNT), 'Đến ngày', '30/6/2024', 'từ năm 2026'],
  ['a word that is none', target(COUNT), 'Phạm vi', 'Mọi nơi', 'Số chung / Từng đơn vị'],
])('%s is a fault at its cell, with what is allowed', (_, one, heading, value, allowed) => {
  const workbook = tables(withTargets([one]));
  const cell = put(workbook, heading, value);
  expect(faults(workbook)).toEqual([
    ['plan-fault-bad-cell', SHEET, cell, expect.stringContaining(allowed)],
  ]);
});

it('the pace of a share is a fault at the indicator too', () => {
  const indicators = KTXH.indicators.map((one) =>
    one.code === RATIO ? { ...one, assess: 'pace' as const } : one,
  );
  const found = faults(tables(withTargets([target(RATIO)], indicators)));
  expect(found).toEqual([
    ['plan-fault-bad-cell', 'Chỉ tiêu', expect.any(String), 'Mỗi kỳ / Khi đến hạn / Cuối năm'],
  ]);
});

/** The communes’ figures month after month: 1, 2, 3 … of the first, twice as many of the second. */
function sent(months: number, communes: readonly string[] = ['X01', 'X02', 'X03']): Submission[] {
  return communes.flatMap((agency, at) =>
    Array.from({ length: months }, (_, index): Submission => {
      const value = (at + 1) * (index + 1);
      const observation = { of: 'indicator', measure: 'value', state: 'ok' } as const;
      return {
        ...{ hash: `${agency}${index}`, file: 'f.xlsx', agency, version: 1, received: null },
        ...{ late: null, verdict: 'clean', accepted: 'all', sample: false, errors: 0 },
        ...{ warnings: 0, run: '1', explanations: [] },
        period: `2026-${String(index + 1).padStart(2, '0')}`,
        observations: [
          { ...observation, code: COUNT, value, raw: String(value), sheet: 'B', cell: 'E9' },
        ],
      };
    }),
  );
}

function resultOf(
  targets: Target[],
  period: string,
  submissions: Submission[],
  more: Partial<Indicator> = {},
) {
  const indicators = KTXH.indicators
    .filter(({ code }) => code === COUNT)
    .map((one) => ({ ...one, ...more }));
  const plan = withTargets(targets, indicators);
  const options = { acceptIncomplete: false, asOf: null };
  return consolidate(plan, submissions, period, options).indicators[0];
}

describe('what targets come to, worked out by hand', () => {
  const EVERY = { assess: 'every-period' } as const;

  it('each of three has to reach 2 in January: 1, 2 and 3 make 6, and one does not', () => {
    const each = target(COUNT, { scope: 'each', value: 2 });
    const one = resultOf([each], '2026-01', sent(1), EVERY);
    expect([one.value, one.status, one.unitsMet, one.unitsJudged, one.notMet]).toEqual([
      ...[6, 'not-met', 2, 3],
      ['X01'],
    ]);
    expect(judgedAs(one)).toBe('Không đạt (2/3 đơn vị đạt)');
    expect(resultOf([each], '2026-01', sent(1, ['X02', 'X03']), EVERY).status).toBe('incomplete');
    expect(resultOf([{ ...each, value: 1 }], '2026-01', sent(1), EVERY).status).toBe('met');
  });

  it('a table of targets for agencies has n/N, and no verdict on what they make together', () => {
    const table = ['X01', 'X02', 'X03'].map((agency) => target(COUNT, { agency, value: 2 }));
    const one = resultOf(table, '2026-01', sent(1), EVERY);
    expect([one.status, one.unitsMet, one.unitsJudged]).toEqual(['no-target', 2, 3]);
    expect(judgedAs(one)).toBe('2/3 đơn vị đạt mức được giao');
  });

  it('by June 60, by December 400: due in June and in December, what the year brought', () => {
    const steps = [target(COUNT, { until: '2026-06-30' }), target(COUNT, { value: 400 })];
    // 6 in January, 18 by February, 36 by March, 60 by April, 126 by June, 468 by December.
    const at = (month: string, months: number) => {
      const one = resultOf(steps, month, sent(months));
      return [one.targets.length, one.targets[0].value, one.status, one.progress];
    };
    expect(at('2026-03', 3)).toEqual([1, 60, 'not-due', 60]);
    expect(at('2026-06', 6)).toEqual([1, 60, 'met', 210]);
    expect(at('2026-07', 7)).toEqual([1, 400, 'not-due', 42]);
    expect(at('2026-12', 12)).toEqual([1, 400, 'met', 117]);
  });

  it('of 432 a year, 36 by March are 8,3%, and a quarter of the year asks 108', () => {
    const paced = [target(COUNT, { assess: 'pace', value: 432 })];
    const one = resultOf(paced, '2026-03', sent(3));
    expect([one.status, Math.round(one.progress! * 10) / 10]).toEqual(['not-met', 8.3]);
    expect(resultOf([{ ...paced[0], value: 144 }], '2026-03', sent(3)).status).toBe('met');
    expect(resultOf([{ ...paced[0], value: 144.1 }], '2026-03', sent(3)).status).toBe('not-met');
  });
});
