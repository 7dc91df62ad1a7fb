import { MemoryWorkbook } from '../memory-workbook';
import { consolidateInto } from '../../src/app/consolidate-into';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import { inForceOf } from '../../src/domain/consolidation/figures-in-force';
import { reconciliations } from '../../src/domain/consolidation/reconciliation';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { SIGNED_SHEET } from '../../src/domain/ledger/ledger-sheets';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Agency } from '../../src/domain/agency/agency';
import type { Indicator, Plan, Task } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { layOutReport } from '../../src/domain/report/report';
import { RESTATEMENT_SHEET } from '../../src/domain/report/restatement-table';
import type {
  MeasureName,
  Observation,
  ObservationState,
  Submission,
} from '../../src/domain/submission/submission';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';

/**
 * Readings of the model that were settled late (second round); every expected figure is worked out
 * by hand.
 */

const monthly = builtinPlan('tra-vinh-2024')!;
const AS_IT_IS = { acceptIncomplete: false, asOf: null };

function planOf(more: Partial<Plan> & { agencies?: Agency[] }): Plan {
  const agencies = monthly.agencies.filter(({ code }) => ['SNV', '842', '29461'].includes(code));
  return {
    ...monthly,
    agencies,
    indicators: [],
    targets: [],
    tasks: [],
    forms: [],
    successions: [],
    ...more,
  };
}

function indicator(code: string, more: Partial<Indicator>): Indicator {
  const filledBy = [
    { level: 'tinh' },
    { level: 'huyen' },
    { level: 'xa' },
  ] as Indicator['filledBy'];
  return { ...monthly.indicators[6], code, group: '', filledBy, ...more };
}

function task(
  code: string,
  deadline: Task['deadline'],
  filledBy: Task['filledBy'] = [{ agency: '842' }],
): Task {
  return { ...monthly.tasks[0], code, text: `Nhiệm vụ ${code}`, deadline, filledBy };
}

function at(
  of: Observation['of'],
  code: string,
  measure: MeasureName,
  value: number | string,
  state: ObservationState = 'ok',
): Observation {
  return { of, code, measure, value, raw: String(value), sheet: 'Biểu', cell: 'H12', state };
}

const ratio = (code: string, numerator: number, denominator: number, state?: ObservationState) => [
  at('indicator', code, 'numerator', numerator, state),
  at('indicator', code, 'denominator', denominator, state),
];
const count = (code: string, value: number, state?: ObservationState) =>
  at('indicator', code, 'value', value, state);
const status = (code: string, value: string, date?: string) => [
  at('task', code, 'status', value),
  ...(date ? [at('task', code, 'date', date)] : []),
];

let made = 0;
function sent(
  agency: string,
  period: string,
  observations: Observation[],
  more: Partial<Submission> = {},
): Submission {
  const file = `${period}_${agency}.xlsx`;
  const reading = {
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
  } as const;
  const came = { version: 1, received: null, late: null, run: 'r', explanations: [] };
  return {
    hash: `${made++} ${file}`,
    file,
    agency,
    period,
    ...came,
    ...reading,
    observations,
    ...more,
  };
}

function figure(plan: Plan, submissions: Submission[], period: string, code = 'K1') {
  return consolidate(plan, submissions, period, AS_IT_IS).indicators.find(
    (one) => one.code === code,
  )!;
}

describe('a denominator of the year (mẫu số cả năm)', () => {
  const plan = planOf({ indicators: [indicator('K1', { overTime: 'flow-of-constant' })] });
  const own = { ...plan, agencies: plan.agencies.filter(({ code }) => code === '842') };

  it.each([
    ['0 of 0', ratio('K1', 0, 0)],
    ['“không phát sinh”', ratio('K1', 0, 0, 'not-applicable')],
  ])('is not replaced by %s', (_, nothing) => {
    const year = [sent('842', '2024-01', ratio('K1', 600, 1000)), sent('842', '2024-02', nothing)];
    expect(figure(own, year, '2024-02').cumulative).toEqual({
      numerator: 600,
      denominator: 1000,
      value: 60,
    });
    // Nor in the report, whose formula names the cells it adds up.
    const report = layOutReport(own, year, consolidate(own, year, '2024-02', AS_IT_IS), AS_IT_IS);
    const table = report.tables.find(({ name }) => name === 'Chỉ tiêu 2024-02')!;
    const [row] = [...table.rows.keys()].filter((one) => table.value(one, 1) === 'K1');
    expect([table.value(row, 8), table.value(row, 9)]).toEqual([600, 1000]);
    expect(table.cell(row, 9)!.formula).toMatch(/^SUM\('Số liệu tổng hợp 2024-02'!\$F\$\d+\)$/);
  });

  it('and the report of a quarter that says it agrees with its months', () => {
    const months = [1, 2, 3].map((one) =>
      sent('842', `2024-0${one}`, one === 3 ? ratio('K1', 0, 0) : ratio('K1', 300, 1000)),
    );
    const inForce = inForceOf(own, [...months, sent('842', '2024-Q1', ratio('K1', 600, 1000))]);
    const rows = reconciliations(own, periodOf('2024-Q1'), inForce);
    expect(
      rows.map(({ measure, parts, whole, outcome }) => [measure, parts, whole, outcome]),
    ).toEqual([
      ['numerator', 600, 600, 'agrees'],
      ['denominator', 1000, 1000, 'agrees'],
    ]);
  });
});

describe('an indicator computed from tasks', () => {
  const counted = (taskCount: Indicator['taskCount']) =>
    indicator('K1', { kind: 'computed', overTime: 'from-tasks', taskCount, filledBy: [] });
  const tasks = [
    task('T1', { kind: 'date', date: '2024-01-10' }),
    task('T2', { kind: 'date', date: '2024-02-14' }),
    task('T3', { kind: 'date', date: '2024-06-30' }),
  ];
  const february = [
    sent('842', '2024-02', [...status('T1', 'done', '2024-01-09'), ...status('T3', 'in-progress')]),
  ];

  it('counts task by task: what nobody reported is a gap of its own, by its code', () => {
    const plan = planOf({ indicators: [counted('done')], tasks });
    expect(figure(plan, february, '2024-02')).toMatchObject({
      ...{
        numerator: 1,
        denominator: 2,
        value: 50,
        expected: 3,
        reported: 2,
        complete: false,
        status: 'incomplete',
      },
      ...{
        notReported: [],
        missingMonths: { '842': ['2024-02'] },
        missingTasks: { '842': ['T2'] },
      },
    });
    const result = consolidate(plan, february, '2024-02', AS_IT_IS);
    const report = layOutReport(plan, february, result, AS_IT_IS);
    const texts = [...report.tables, ...report.figures].flatMap((sheet) =>
      [...sheet.rows.values()].flatMap((row) => [...row.values()].map(({ value }) => value)),
    );
    expect(texts).toContain('Thiếu nhiệm vụ T2');
    expect(texts).toContain('Nhiệm vụ có thời hạn chưa được báo cáo');
  });

  it('counts in time only what is due on the judging day', () => {
    const plan = planOf({ indicators: [counted('done-on-time')], tasks });
    expect(figure(plan, february, '2024-02')).toMatchObject({
      ...{
        numerator: 1,
        denominator: 1,
        expected: 2,
        reported: 1,
        missingTasks: { '842': ['T2'] },
      },
    });
    // Before anything is due nothing is asked for.
    const early = { ...plan, tasks: tasks.slice(2) };
    expect(figure(early, february, '2024-02')).toMatchObject({
      ...{
        numerator: 0,
        denominator: 0,
        value: null,
        expected: 0,
        complete: true,
        status: 'not-applicable',
      },
    });
  });
});

describe('tasks', () => {
  const statusOf = (
    plan: Plan,
    submissions: Submission[],
    period: string,
    asOf: string | null = null,
  ) => consolidate(plan, submissions, period, { ...AS_IT_IS, asOf }).tasks[0];

  it('are not overdue on the day itself', () => {
    const plan = planOf({ tasks: [task('T1', { kind: 'date', date: '2024-02-14' })] });
    const told = [sent('842', '2024-02', status('T1', 'not-started'))];
    const days = ['2024-02-13', '2024-02-14', '2024-02-15'].map(
      (day) => statusOf(plan, told, '2024-02', day).status,
    );
    expect(days).toEqual(['not-due', 'not-due', 'overdue']);
    // The cut-off of February is the day itself.
    expect(statusOf(plan, told, '2024-02').status).toBe('not-due');
  });

  it('keep the occurrences of an agency that ended within the year', () => {
    const whole = planOf({ tasks: [task('T1', { kind: 'recurring', every: 'month' })] });
    const agencies = whole.agencies.map((one) =>
      one.code === '842' ? { ...one, validTo: '2024-02-29' } : one,
    );
    const plan = { ...whole, agencies };
    const told = [1, 2].map((one) =>
      sent('842', `2024-0${one}`, status('T1', one === 1 ? 'done' : 'in-progress')),
    );
    expect(statusOf(plan, told, '2024-Q1')).toMatchObject({
      assigned: 2,
      done: 1,
      status: 'overdue',
    });
    expect(statusOf(plan, told, '2024-03')).toMatchObject({ assigned: 0, done: 0, agencies: [] });
  });

  it('stay done when a later form takes it back, until a person says so; the report names it', () => {
    const plan = planOf({ tasks: [task('T1', { kind: 'date', date: '2024-06-30' })] });
    const told = [
      sent('842', '2024-01', status('T1', 'done', '2024-01-05')),
      sent('842', '2024-02', status('T1', 'in-progress')),
    ];
    expect(statusOf(plan, told, '2024-02')).toMatchObject({ done: 1, status: 'done-on-time' });
    const report = layOutReport(plan, told, consolidate(plan, told, '2024-02', AS_IT_IS), AS_IT_IS);
    const left = report.tables.find(({ name }) => name === 'Không tính 2024-02')!;
    const texts = [...left.rows.values()].flatMap((row) =>
      [...row.values()].map(({ value }) => value),
    );
    expect(texts).toContainEqual(
      expect.stringMatching(/^Đã báo cáo hoàn thành ở kỳ tháng 1\/2024/),
    );
    const grounds = { reason: 'Chưa ban hành', document: '', who: 'Lan' };
    const entered = sent('842', '2024-02', status('T1', 'in-progress'), {
      origin: 'adjustment',
      version: 2,
      grounds,
    });
    expect(statusOf(plan, [...told, entered], '2024-02')).toMatchObject({
      done: 0,
      status: 'in-progress',
    });
    const again = sent('842', '2024-03', status('T1', 'done', '2024-03-05'));
    expect(statusOf(plan, [...told, entered, again], '2024-03')).toMatchObject({ done: 1 });
  });
});

it('every missing month is listed, also of an agency that sent a bare percentage in another', () => {
  const plan = planOf({ indicators: [indicator('K1', { filledBy: [{ agency: '842' }] })] });
  const told = [
    sent('842', '2024-01', [count('K1', 80)]),
    sent('842', '2024-03', ratio('K1', 8, 10)),
  ];
  expect(figure(plan, told, '2024-Q1')).toMatchObject({
    ...{
      noBasis: ['842'],
      missingMonths: { '842': ['2024-02'] },
      notReported: [],
      reported: 1,
      expected: 3,
    },
  });
});

describe('“không phát sinh” in a count', () => {
  const plan = planOf({
    indicators: [
      indicator('K1', { kind: 'count', denominator: null, unit: 'hồ sơ', partOfWhole: false }),
    ],
    targets: [
      {
        indicator: 'K1',
        level: null,
        agency: null,
        raw: '1',
        operator: '>=',
        value: 1,
        confirmed: true,
      },
    ],
  });
  const nothing = (agency: string) => sent(agency, '2024-01', [count('K1', 0, 'not-applicable')]);

  it('is reported and no 0: alone it is judged by nobody', () => {
    expect(figure(plan, ['SNV', '842', '29461'].map(nothing), '2024-01')).toMatchObject({
      ...{ value: null, reported: 3, complete: true, status: 'not-applicable', notMet: [] },
    });
  });

  it('beside numbers adds nothing', () => {
    const told = [
      nothing('SNV'),
      sent('842', '2024-01', [count('K1', 5)]),
      sent('29461', '2024-01', [count('K1', 0)]),
    ];
    expect(figure(plan, told, '2024-01')).toMatchObject({
      value: 5,
      reported: 3,
      status: 'met',
      notMet: ['29461'],
    });
  });
});

describe('a period that was locked by earlier readings', () => {
  it('keeps its tables; the difference is listed with its cause, and only opening it again restates it', async () => {
    const ledger = [sent('842', '2024-01', ratio('K07', 9, 10))];
    const port = new MemoryWorkbook(
      emptyWorkbook([...writePlan(monthly), ...writeLedger(monthly, ledger)]),
    );
    await lockPeriod(port, '2024-01', { who: 'Lan', at: '2024-01-20 09:00:00' });
    // As it was kept before readings had a number, with a total they came to then.
    const signed = findSheet(port.workbook, SIGNED_SHEET)!;
    const heads = new Map([...signed.rows.get(0)!].map(([column, { value }]) => [value, column]));
    const row = [...signed.rows.keys()].find(
      (one) => signed.value(one, heads.get('Mã')!) === 'K07',
    )!;
    const isLater = (heading: unknown) => heading === 'Cách tính' || heading === 'Mã kiểm tra';
    const later = [...heads].filter(([heading]) => isLater(heading)).map(([, column]) => column);
    for (const cells of signed.rows.values()) for (const column of later) cells.delete(column);
    signed.put(row, heads.get('Mẫu số / được giao')!, 12);

    const quiet = { cancelled: false, step: () => undefined };
    const again = async (time: string) =>
      consolidateInto(
        port,
        periodOf('2024-01'),
        AS_IT_IS,
        { who: 'Lan', at: `2024-02-01 ${time}` },
        quiet,
      );
    const told = (sheet: string) =>
      [...findSheet(port.workbook, sheet)!.rows.values()].flatMap((one) =>
        [...one.values()].map(({ value }) => value),
      );
    const locked = told('Khóa Chỉ tiêu 2024-01');
    expect(
      (await again('09:00:00')).restated.map(({ signed: one, cause }) => [one.code, cause]),
    ).toEqual([['K07', 'method']]);
    expect(told(RESTATEMENT_SHEET)).toContain('Cách tính thay đổi');
    expect(told('Khóa Chỉ tiêu 2024-01')).toEqual(locked);
    await reopenPeriod(port, '2024-01', { who: 'Lan', at: '2024-02-01 10:00:00' });
    expect((await again('11:00:00')).restated.map(({ cause }) => cause)).toEqual(['either']);
    await lockPeriod(port, '2024-01', { who: 'Lan', at: '2024-02-01 12:00:00' });
    expect((await again('13:00:00')).restated).toEqual([]);
  });
});
