import { consolidate } from '../../src/domain/consolidation/consolidate';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { findAgency, type Indicator, type Plan } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan, readPlanTables } from '../../src/domain/plan/read-plan';
import { checkForm } from '../../src/domain/check/check-form';
import { templateOf } from '../../src/domain/template/form';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import type { CellValue } from '../../src/workbook/cell';
import { Form } from '../forms';
import { layOutReport } from '../../src/domain/report/report';
import type { Submission } from '../../src/domain/submission/submission';

/**
 * What an owner chooses of an indicator's figures beyond its kind: typed into the plan's workbook,
 * and followed to the province's total.
 */

const AGENCY = 'MC';
const CODE = 'NQ01-1';

/** The plan's tables with one indicator of growth: a count in %, as a clerk types it. */
function tables(choices: Record<string, CellValue>): Workbook {
  const workbook = emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!));
  const sheet = findSheet(workbook, 'Chỉ tiêu')!;
  const [top, ...rows] = [...sheet.rows.keys()].sort((a, b) => a - b);
  const headings = new Map(
    [...sheet.rows.get(top)!].map(([column, { value }]) => [String(value), column]),
  );
  const row = rows.find((one) => sheet.value(one, headings.get('Mã')!) === CODE)!;
  const typed = {
    Loại: 'Số lượng',
    'Cách cộng qua các kỳ': 'Số cuối kỳ',
    'ĐVT tử số': '%',
    'Mẫu số': null,
    'ĐVT mẫu số': null,
    'Tử là một phần của mẫu': 'Không',
    ...choices,
  };
  for (const [heading, value] of Object.entries(typed))
    sheet.put(row, headings.get(heading)!, value);
  return workbook;
}

function planOf(choices: Record<string, CellValue>): Plan {
  const read = readPlan(tables(choices));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function sent(plan: Plan, value: CellValue) {
  const form = new Form(plan, AGENCY, '2024-03').fill();
  form.type(CODE, 'numerator', value).type(CODE, 'denominator', null);
  const agency = findAgency(plan, AGENCY)!;
  const checked = checkForm(
    form.workbook,
    plan,
    agency,
    periodOf('2024-03'),
    templateOf(plan, agency),
  );
  const at = form.cell(CODE, 'numerator');
  return {
    checked,
    said: checked.findings
      .filter(({ cell }) => cell === at)
      .map(({ code, severity }) => `${severity} ${code}`),
  };
}

function submission(agency: string, observations: Submission['observations']): Submission {
  return {
    ...{
      hash: agency,
      file: `${agency}.xlsx`,
      agency,
      period: '2024-03',
      version: 1,
      received: null,
      late: null,
    },
    ...{ verdict: 'clean', accepted: 'all', sample: false, errors: 0, warnings: 0, run: 'thử' },
    ...{ observations, explanations: [] },
  };
}

const GROWTH = { 'Số thập phân': 'Tối đa 2 chữ số', 'Có thể âm': 'Có' };

describe('growth, which may be below 0', () => {
  it.each([
    ['a number', -1.5, []],
    ['as people type it', '-1,5', ['fixed number-as-text']],
    ['more digits than the plan has', -1.567, ['warning too-many-decimals']],
    ['noise of a spreadsheet', -0.1 - 0.2, []],
  ] as [string, CellValue, string[]][])('is read: %s', (_, value, wanted) => {
    const { checked, said } = sent(planOf(GROWTH), value);
    expect(said).toEqual(wanted);
    const found = checked.observations.find(
      ({ code, measure }) => code === CODE && measure === 'value',
    );
    expect(found).toMatchObject({ state: 'ok' });
  });

  it('is refused below 0 where the plan does not choose it', () => {
    expect(sent(planOf({}), -1.5).said).toEqual(['error negative']);
  });

  it('is totalled, judged and named in the answer', () => {
    const plan = planOf(GROWTH);
    plan.targets = plan.targets.filter(({ indicator }) => indicator !== CODE);
    plan.targets.push({
      ...{ indicator: CODE, level: null, agency: null, raw: 'Tối thiểu -2' },
      ...{ operator: '>=' as const, value: -2, confirmed: true },
    });
    plan.indicators = plan.indicators.map((one): Indicator =>
      one.code === CODE ? { ...one, filledBy: [{ agency: AGENCY }], assess: 'every-period' } : one,
    );
    const { checked } = sent(plan, -1.5);
    const submissions = [submission(AGENCY, checked.observations)];
    const result = consolidate(plan, submissions, '2024-03', {
      asOf: null,
      acceptIncomplete: false,
    });
    expect(result.indicators.find(({ code }) => code === CODE)).toMatchObject({
      ...{ value: -1.5, status: 'met', decimals: 'two', sign: 'any' },
    });
  });
});

describe('a figure each agency has to reach by itself', () => {
  const EACH = { Loại: 'Mỗi đơn vị tự đạt', ĐVT: 'tuyến phố', 'ĐVT tử số': 'tuyến phố' };
  /** Every agency of the plan fills it; each has to reach five. */
  const plan: Plan = { ...planOf(EACH), tasks: [] };
  plan.targets = [
    {
      ...{ indicator: CODE, level: null, agency: null, raw: 'Mỗi xã tối thiểu 05' },
      ...{ operator: '>=' as const, value: 5, confirmed: true },
    },
  ];
  plan.indicators = plan.indicators
    .filter(({ code }) => code === CODE)
    .map((one): Indicator => ({
      ...one,
      filledBy: plan.agencies.map(({ code }) => ({ agency: code })),
      assess: 'every-period',
    }));
  const codes = plan.agencies.map(({ code }) => code);
  const send = (figures: readonly (number | 'nothing' | null)[]) =>
    figures.flatMap((value, at) =>
      value === null
        ? []
        : [
            submission(codes[at], [
              {
                ...{
                  of: 'indicator',
                  code: CODE,
                  measure: 'value',
                  raw: '',
                  sheet: 'Biểu chỉ tiêu',
                  cell: 'H12',
                },
                ...{
                  value: value === 'nothing' ? 0 : value,
                  state: value === 'nothing' ? 'not-applicable' : 'ok',
                },
              },
            ]),
          ],
    );
  const judged = (figures: readonly (number | 'nothing' | null)[], acceptIncomplete = false) =>
    consolidate(plan, send(figures), '2024-03', { asOf: null, acceptIncomplete }).indicators[0];

  it.each([
    ['one of three', [6, 0, 0], 'not-met', 1, 3],
    ['all', [6, 5, 9], 'met', 3, 3],
    ['one is missing', [6, 5, null], 'incomplete', 2, 2],
    ['nothing occurred in one', [6, 'nothing', 5], 'met', 2, 2],
    ['nothing occurred anywhere', ['nothing', 'nothing', 'nothing'], 'not-applicable', 0, 0],
    ['nobody reported', [null, null, null], 'not-reported', 0, 0],
  ] as [string, (number | 'nothing' | null)[], string, number, number][])(
    'is judged by unit: %s',
    (_, figures, status, unitsMet, unitsJudged) => {
      const result = judged(figures);
      expect(result).toMatchObject({
        value: null,
        numerator: null,
        status,
        unitsMet,
        unitsJudged,
        previous: null,
      });
      expect(result.cumulative).toEqual({ numerator: null, denominator: null, value: null });
      expect(result.levels.every(({ value }) => value === null)).toBe(true);
    },
  );

  it('counts those who reported where the period was closed with them', () => {
    expect(judged([6, 5, null], true)).toMatchObject({
      status: 'met',
      unitsMet: 2,
      unitsJudged: 2,
    });
    expect(judged([6, 4, null], true)).toMatchObject({
      status: 'not-met',
      unitsMet: 1,
      unitsJudged: 2,
    });
  });

  it('has no sum in any table, and n/N beside its judgement', () => {
    const submissions = send([6, 0, 0]);
    const options = { asOf: null, acceptIncomplete: false };
    const { tables } = layOutReport(
      plan,
      submissions,
      consolidate(plan, submissions, '2024-03', options),
      options,
    );
    const shown = tables.flatMap(({ name, rows }) =>
      [...rows.values()].flatMap((cells) =>
        [...cells.values()].map(({ value, formula }) => ({ name, value, formula })),
      ),
    );
    expect(shown.some(({ value }) => value === 'Không đạt (1/3 đơn vị đạt)')).toBe(true);
    expect(shown.filter(({ formula, value }) => formula !== undefined && value === 6).length).toBe(
      1,
    );
    const sums = shown.filter(({ formula }) => /SUM\(/.test(formula ?? ''));
    expect(sums.map(({ name, formula }) => name + ' ' + formula)).toEqual([]);
    expect(tables[0].rows.size).toBeGreaterThan(0);
    expect(shown.some(({ name, value }) => name === tables[0].name && value === '%')).toBe(false);
  });
});

describe('one agency’s figure', () => {
  it.each([
    [
      'a rank that is added up',
      { Loại: 'Xếp hạng', 'Cách cộng qua các kỳ': 'Cộng các kỳ' },
      'Cộng các kỳ',
    ],
    ['an index in two parts', { Loại: 'Chỉ số', 'Mẫu số': 'Tổng', 'ĐVT mẫu số': 'điểm' }, 'Tổng'],
    [
      'a rank that the agencies’ are added to',
      { Loại: 'Xếp hạng', 'Cộng theo đơn vị': 'Cộng các đơn vị' },
      'Cộng các đơn vị',
    ],
    [
      'one that several fill in',
      { Loại: 'Số của riêng đơn vị chủ trì', 'Đơn vị điền số liệu': 'MC; VP' },
      'MC; VP',
    ],
  ])('is a fault as %s', (_, choices, found) => {
    const { faults } = readPlanTables(tables({ 'ĐVT tử số': 'thứ hạng', ...choices }));
    expect(faults.map((one) => one.finding)).toMatchObject([
      { code: 'plan-fault-bad-cell', sheet: 'Chỉ tiêu', facts: { found } },
    ]);
  });

  it('takes decimals of an index, and none of a rank', () => {
    const index = planOf({ Loại: 'Chỉ số', 'ĐVT tử số': 'điểm số', 'Đơn vị điền số liệu': 'MC' });
    expect(sent(index, '43,1257').said).toEqual(['fixed number-as-text']);
    const rank = planOf({ Loại: 'Xếp hạng', 'ĐVT tử số': 'thứ hạng', 'Đơn vị điền số liệu': 'MC' });
    expect(sent(rank, 7.5).said).toEqual(['error fraction']);
  });
});

describe('the plan’s tables', () => {
  it('give back what they were written from', () => {
    const plan = planOf(GROWTH);
    expect(readPlan(emptyWorkbook(writePlan(plan)))).toEqual({ ok: true, value: plan });
    expect(plan.indicators.find(({ code }) => code === CODE)).toMatchObject({
      decimals: 'two',
      sign: 'any',
    });
  });

  it('are read without these columns, as formats 1 and 2 have none', () => {
    const workbook = tables({});
    const sheet = findSheet(workbook, 'Chỉ tiêu')!;
    for (const heading of ['Số thập phân', 'Có thể âm']) {
      const column = [...sheet.rows.get(0)!].find(([, { value }]) => value === heading)![0];
      for (const cells of sheet.rows.values()) cells.delete(column);
    }
    for (const cells of findSheet(workbook, 'Kế hoạch')!.rows.values())
      if (cells.get(0)?.value === 'Định dạng tệp') cells.set(1, { value: 2 });
    expect(readPlan(workbook)).toEqual({ ok: true, value: planOf({}) });
  });

  it.each([
    ['a part of a whole below 0', { 'Có thể âm': 'Có', 'Tử là một phần của mẫu': 'Có' }, 'Có'],
    ['a word nobody knows', { 'Số thập phân': '2 số lẻ' }, '2 số lẻ'],
    [
      'digits of what is counted from tasks',
      { Loại: 'Tính từ nhiệm vụ', 'Số thập phân': 'Số nguyên' },
      'Số nguyên',
    ],
  ])('name %s at its cell', (_, choices, found) => {
    const { faults } = readPlanTables(tables(choices));
    expect(faults.map((one) => one.finding)).toMatchObject([
      { code: 'plan-fault-bad-cell', sheet: 'Chỉ tiêu', facts: { found } },
    ]);
  });
});
