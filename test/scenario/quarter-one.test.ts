import { takeIn } from '../../src/app/take-in';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import type {
  Consolidation,
  ConsolidationOptions,
} from '../../src/domain/consolidation/consolidation';
import { layOutReport } from '../../src/domain/report/report';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/** Quarter I of both plans, small enough to work by hand; every expected figure below was. */

const MONTHS = ['2024-01', '2024-02', '2024-03'];
const options: ConsolidationOptions = { acceptIncomplete: false, asOf: null };

async function handIn(plan: Plan, forms: Form[]): Promise<Submission[]> {
  const files = await Promise.all(
    forms.map(async (form) => {
      const bytes = await writeWorkbook(form.workbook);
      return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: null, partial: false, received: '2024-03-18', upTo: null, run: 'tay' };
  const taken = await takeIn(plan, [], files, checkHere, drop, {
    cancelled: false,
    step: () => undefined,
  });
  expect(taken.files.filter((file) => file.accepted !== 'all')).toEqual([]);
  return taken.ledger;
}

const indicator = (result: Consolidation, code: string) =>
  result.indicators.find((one) => one.code === code)!;
const task = (result: Consolidation, code: string) =>
  result.tasks.find((one) => one.code === code)!;

describe('Trà Vinh with a department, a district and a commune', () => {
  const whole = builtinPlan('tra-vinh-2024')!;
  const agencies = ['SNV', '842', '29461'];
  const computed = (code: string, taskCount: 'done' | 'done-on-time'): Indicator => ({
    ...whole.indicators[0],
    code,
    kind: 'computed',
    overTime: 'from-tasks',
    taskCount,
    filledBy: [],
    assess: 'every-period',
  });
  const plan: Plan = {
    ...whole,
    agencies: whole.agencies
      .filter((agency) => agencies.includes(agency.code) || agency.code === 'VPUB')
      .map((agency) => ({
        ...agency,
        reports: agency.code !== 'VPUB',
      })),
    indicators: [...whole.indicators, computed('T-HT', 'done'), computed('T-DH', 'done-on-time')],
  };
  // K07 (hồ sơ, a flow) by month: numerator/denominator.
  const dossiers: Record<string, [number, number][]> = {
    SNV: [
      [10, 10],
      [20, 25],
      [30, 35],
    ],
    842: [
      [100, 100],
      [90, 120],
      [110, 110],
    ],
    29461: [
      [5, 5],
      [0, 0],
      [7, 8],
    ],
  };
  // Stock, cumulative count and cumulative money as they stand at the end of March.
  const atEnd: Record<string, [number, number][]> = {
    SNV: [
      [4, 8],
      [1, 8],
      [250000.5, 1000000],
    ],
    842: [
      [6, 12],
      [3, 12],
      [100000, 500000],
    ],
    29461: [
      [5, 5],
      [1, 5],
      [0, 250000.25],
    ],
  };
  let ledger: Submission[];
  let result: Consolidation;

  beforeAll(async () => {
    const forms = agencies.flatMap((agency) =>
      MONTHS.map((month, index) => {
        const form = new Form(plan, agency, month).fill(1, 9);
        const put = (code: string, [numerator, denominator]: [number, number]) =>
          form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
        put('K07', dossiers[agency][index]);
        if (month === '2024-03')
          ['K01', 'K02', 'K03'].forEach((code, i) => put(code, atEnd[agency][i]));
        // T6b comes back every month; the district misses February's.
        if (!(agency === '842' && index === 1)) form.typeTask('T6b', 'status', 'Hoàn thành');
        if (agency === 'SNV' && index === 2) form.done('T7b', '2024-03-10');
        // Done in February; March's form says otherwise, but a completion carries on.
        if (agency === '29461' && index === 1) form.done('T7b', '2024-02-10');
        return form;
      }),
    );
    ledger = await handIn(plan, forms);
    result = consolidate(plan, ledger, '2024-Q1', options);
  });

  it('a ratio of flows: (60 + 300 + 12) / (70 + 330 + 13)', () => {
    const k07 = indicator(result, 'K07');
    expect(k07).toMatchObject({
      numerator: 372,
      denominator: 413,
      complete: true,
      expected: 9,
      reported: 9,
      status: 'not-met',
    });
    // 37.200 / 413 = 90 + 30/413
    expect(k07.value).toBeCloseTo(90.0726392252, 9);
    expect(k07.cumulative).toMatchObject({ numerator: 372, denominator: 413 });
    expect(k07.levels.map((one) => [one.level, one.numerator, one.denominator])).toEqual([
      ['tinh', 60, 70],
      ['huyen', 300, 330],
      ['xa', 12, 13],
    ]);
    expect(k07.notMet).toEqual(['29461', '842', 'SNV']);
    expect(k07.previous).toBeNull();
  });

  it('a ratio of stocks: the end of March only, (4 + 6 + 5) / (8 + 12 + 5), judged in October', () => {
    expect(indicator(result, 'K01')).toMatchObject({
      numerator: 15,
      denominator: 25,
      value: 60,
      expected: 3,
      status: 'not-due',
    });
    const october = consolidate(plan, ledger, '2024-Q1', { ...options, asOf: '2024-10-14' });
    expect(indicator(october, 'K01').status).toBe('not-met');
  });

  it('a reduction: cumulative at the end, (1 + 3 + 1) / 25 is 20% exactly, which meets “ít nhất 20%”', () => {
    const october = consolidate(plan, ledger, '2024-Q1', { ...options, asOf: '2024-10-14' });
    expect(indicator(october, 'K02')).toMatchObject({
      numerator: 5,
      denominator: 25,
      value: 20,
      status: 'met',
    });
    // 350.000,5 / 1.750.000,25 = 20 + 45/1.750.000,25 percent
    expect(indicator(october, 'K03')).toMatchObject({
      numerator: 350000.5,
      denominator: 1750000.25,
      status: 'met',
    });
    expect(indicator(october, 'K03').value).toBeCloseTo(20.0000257143, 9);
  });

  it('March alone: 147 of 153, against 110 of 145 in February', () => {
    const march = consolidate(plan, ledger, '2024-03', options);
    const k07 = indicator(march, 'K07');
    expect(k07).toMatchObject({
      numerator: 147,
      denominator: 153,
      previous: { numerator: 110, denominator: 145 },
    });
    expect(k07.cumulative).toMatchObject({ numerator: 372, denominator: 413 });
  });

  it('tasks: one overdue makes the task overdue; a completion carries on; occurrences are counted', () => {
    // Due at the quarter's cut-off: overdue from the day after.
    expect(task(result, 'T7b')).toMatchObject({ assigned: 3, done: 2, status: 'in-progress' });
    const after = consolidate(plan, ledger, '2024-Q1', { ...options, asOf: '2024-03-15' });
    expect(task(after, 'T7b')).toMatchObject({ assigned: 3, done: 2, status: 'overdue' });
    expect(task(after, 'T7b').agencies.map((one) => [one.agency, one.status, one.date])).toEqual([
      ['29461', 'done-on-time', '2024-02-10'],
      ['842', 'overdue', null],
      ['SNV', 'done-on-time', '2024-03-10'],
    ]);
    expect(task(result, 'T6b')).toMatchObject({ assigned: 9, done: 8, status: 'overdue' });
    expect(task(result, 'T1')).toMatchObject({ assigned: 3, done: 0, status: 'in-progress' });
    expect(task(result, 'T3')).toMatchObject({ assigned: 1 });
  });

  it('computed from tasks: 2 done of 4 dated tasks × 3 agencies; 2 on time of 3 that are due', () => {
    expect(indicator(result, 'T-HT')).toMatchObject({
      kind: 'computed',
      numerator: 2,
      denominator: 12,
      complete: true,
    });
    expect(indicator(result, 'T-DH')).toMatchObject({
      numerator: 2,
      denominator: 3,
      expected: 3,
      reported: 3,
    });
    const without = consolidate(
      plan,
      ledger.filter((one) => one.agency !== 'SNV'),
      '2024-Q1',
      options,
    );
    expect(indicator(without, 'T-HT')).toMatchObject({
      numerator: 1,
      denominator: 8,
      complete: false,
      notReported: ['SNV'],
    });
  });

  it('never asked in a form', () => {
    expect(() => new Form(plan, 'SNV', '2024-03').type('T-HT', 'numerator', 1)).toThrow();
  });

  it('the matrix adds up agencies to levels and levels to the total, ratios from their parts', () => {
    const matrix = layOutReport(plan, ledger, result, options).tables.find(
      (sheet) => sheet.name === 'Theo đơn vị 2024-Q1',
    )!;
    const column = 2 + 6 * 3;
    const rows = [...matrix.rows.keys()].filter((row) => matrix.cell(row, column)?.formula);
    expect(
      rows.map((row) => [
        matrix.value(row, 1),
        matrix.value(row, column),
        matrix.value(row, column + 1),
      ]),
    ).toEqual([
      ['Sở, ban, ngành', 60, 70],
      ['Sở Nội vụ', 60, 70],
      ['Ủy ban nhân dân cấp huyện', 300, 330],
      ['Ủy ban nhân dân thành phố Trà Vinh', 300, 330],
      ['Đơn vị cấp xã', 12, 13],
      ['Ủy ban nhân dân thị trấn Trà Cú', 12, 13],
      ['TỔNG CỘNG', 372, 413],
    ]);
    expect(matrix.value(rows.at(-1)!, column + 2)).toBeCloseTo(90.0726392252, 9);
  });
});

describe('Vĩnh Chấp, the sections of a commune', () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  let result: Consolidation;

  beforeAll(async () => {
    const months = MONTHS.map((month, index) => {
      const office = new Form(plan, 'VP', month).fill(8, 10);
      const desk = new Form(plan, 'MC', month).fill(10, 10);
      const put = (code: string, pairs: [number, number][]) =>
        desk.type(code, 'numerator', pairs[index][0]).type(code, 'denominator', pairs[index][1]);
      put('NQ01-1', [
        [20, 25],
        [22, 28],
        [24, 30],
      ]);
      put('NQ01-2', [
        [9, 20],
        [9, 20],
        [10, 20],
      ]);
      put('NQ02-6', [
        [0, 0],
        [0, 0],
        [0, 0],
      ]);
      put('NQ02-7', [
        [45, 50],
        [0, 0],
        [36, 40],
      ]);
      put('NQ02-3', [
        [49, 100],
        [50, 100],
        [50, 100],
      ]);
      return [office, desk, new Form(plan, 'TPHT', month).fill(3, 3)];
    });
    result = consolidate(plan, await handIn(plan, months.flat()), '2024-Q1', options);
  });

  it.each([
    // A stock: March's 24 of 30.
    ['NQ01-1', 24, 30, 80, 'met'],
    // A flow: (9 + 9 + 10) of 60.
    ['NQ01-2', 28, 60, 46.6666666667, 'met'],
    // Satisfaction, weighted: (45 + 36) of (50 + 40).
    ['NQ02-7', 81, 90, 90, 'met'],
    // 149 of 300 only rounds to 50.
    ['NQ02-3', 149, 300, 49.6666666667, 'not-met'],
    ['NQ02-2', 9, 9, 100, 'met'],
    // Nobody filed a complaint in the quarter.
    ['NQ02-6', 0, 0, null, 'not-applicable'],
    // “80” without “Tối thiểu” waits for the owner; 24 of 30 would meet it.
    ['NQ01-6.1', 24, 30, 80, 'needs-confirmation'],
    // Due on 09/8/2024.
    ['K01', 8, 10, 80, 'not-due'],
    ['K02', 8, 10, 80, 'not-due'],
  ])('%s is %d of %d', (code, numerator, denominator, value, status) => {
    const one = indicator(result, code);
    expect(one).toMatchObject({ numerator, denominator, complete: true, status });
    if (value === null) expect(one.value).toBeNull();
    else expect(one.value).toBeCloseTo(value, 9);
  });

  it('a date deadline: “trước ngày 25/4/2024” is not due in quarter I, “hàng tháng” is', () => {
    expect(task(result, 'T1b0')).toMatchObject({ assigned: 1, done: 0, status: 'in-progress' });
    expect(task(result, 'T4c')).toMatchObject({ assigned: 3, done: 0, status: 'overdue' });
    expect(task(result, 'T1a1').assigned).toBe(3);
  });
});
