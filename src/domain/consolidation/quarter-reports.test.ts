import { InForce } from '../ledger/in-force';
import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { BUILTIN_FORMS } from '../plan/builtin-forms';
import type { Indicator, OverTime, Plan, Task } from '../plan/plan';
import { inputColumns } from '../plan/stat-form';
import type { Observation, ObservationState, Submission } from '../submission/submission';
import { consolidate } from './consolidate';
import { inForceOf } from './figures-in-force';
import { derivedMonths } from './quarter-reports';
import { differenceOf, reconciliations } from './reconciliation';

/** Months and quarters small enough to work by hand; every expected figure below was. */

const whole = builtinPlan('tra-vinh-2024')!;
const indicator = (code: string, overTime: OverTime, more: Partial<Indicator> = {}): Indicator => ({
  ...whole.indicators[6],
  code,
  overTime,
  filledBy: [{ level: 'huyen' }],
  ...more,
});
const count = { kind: 'count', denominator: null, unit: 'hồ sơ' } as const;
const task: Task = { ...whole.tasks[0], code: 'T', filledBy: [{ level: 'huyen' }], deadline: null };
const form = {
  ...BUILTIN_FORMS[0],
  rows: BUILTIN_FORMS[0].rows.slice(0, 1),
  filledBy: [{ level: 'huyen' as const }],
};
const ROW = form.rows[0].key;
const plan: Plan = {
  ...whole,
  schedule: { ...whole.schedule, quarterReplacesLastMonth: true },
  agencies: whole.agencies.filter(({ code }) => ['VPUB', '842', '844'].includes(code)),
  indicators: [
    indicator('K1', 'flow'),
    indicator('K2', 'stock'),
    indicator('K3', 'cumulative', { kind: 'reduction' }),
    indicator('K4', 'flow', count),
    indicator('K5', 'flow', { kind: 'satisfaction' }),
    indicator('K6', 'flow', { kind: 'duration', unit: 'phút/lượt', partOfWhole: false }),
    indicator('K7', 'flow-of-constant', { partOfWhole: false }),
  ],
  tasks: [task],
  forms: [form],
  targets: [],
};
const unflagged: Plan = {
  ...plan,
  schedule: { ...plan.schedule, quarterReplacesLastMonth: undefined },
};

const CELLS: Record<string, string> = { numerator: 'F9', denominator: 'G9', value: 'F9' };

function observed(
  code: string,
  measure: string,
  value: number | string,
  state: ObservationState = 'ok',
): Observation {
  const of = code === 'T' ? 'task' : 'indicator';
  return {
    of,
    code,
    measure,
    value,
    raw: String(value),
    sheet: 'Biểu chỉ tiêu',
    cell: CELLS[measure] ?? 'H9',
    state,
  };
}

/**
 * "K1 30/40" is a ratio, "K4 5" a count, "T done" the state of a task; "K1 30?/40" has a numerator
 * that waits for a person.
 */
function figures(...said: string[]): Observation[] {
  return said.flatMap((one) => {
    const [code, text] = one.split(' ');
    if (code === 'T') return [observed('T', 'status', text)];
    const parts = text.split('/');
    const read = (part: string, measure: string) =>
      observed(
        code,
        measure,
        Number(part.replace('?', '')),
        part.endsWith('?') ? 'undecided' : 'ok',
      );
    return parts.length === 1
      ? [read(parts[0], 'value')]
      : [read(parts[0], 'numerator'), read(parts[1], 'denominator')];
  });
}

function sent(
  period: string,
  observations: Observation[],
  more: Partial<Submission> = {},
): Submission {
  return {
    hash: `${period} ${more.version ?? 1}`,
    file: `${period}.xlsx`,
    agency: '842',
    period,
    version: 1,
    received: '2024-03-18',
    late: 0,
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
    run: 'tay',
    observations,
    explanations: [],
    ...more,
  };
}

const derivedMarch = (ledger: readonly Submission[], own = plan) =>
  inForceOf(own, ledger).of('842', '2024-03');
const valuesOf = (submission: Submission | undefined) =>
  submission?.observations.map(({ code, measure, value, raw, state }) => [
    code,
    measure,
    value,
    raw,
    state,
  ]);
const whyOf = (submission: Submission | undefined) =>
  submission?.explanations.slice(1).map(({ text }) => text);

describe('the last month of a quarter, from the quarter’s report', () => {
  it.each<[string, string, string, string, unknown[][]]>([
    [
      'a ratio of flows is the quarter less the other two, part by part',
      'K1 30/40',
      'K1 25/30',
      'K1 90/110',
      [
        ['K1', 'numerator', 35, '90 − 30 − 25', 'ok'],
        ['K1', 'denominator', 40, '110 − 40 − 30', 'ok'],
      ],
    ],
    [
      'a stock is the quarter’s own',
      'K2 3/8',
      'K2 4/8',
      'K2 6/8',
      [
        ['K2', 'numerator', 6, '6', 'ok'],
        ['K2', 'denominator', 8, '8', 'ok'],
      ],
    ],
    [
      'a reduction, told as it has grown, is the quarter’s own',
      'K3 1/8',
      'K3 2/8',
      'K3 3/8',
      [
        ['K3', 'numerator', 3, '3', 'ok'],
        ['K3', 'denominator', 8, '8', 'ok'],
      ],
    ],
    [
      'a count, to the last decimal',
      'K4 0.1',
      'K4 0.2',
      'K4 0.3',
      [['K4', 'value', 0, '0,3 − 0,1 − 0,2', 'ok']],
    ],
    [
      'satisfaction by who answered',
      'K5 9/10',
      'K5 8/10',
      'K5 24/30',
      [
        ['K5', 'numerator', 7, '24 − 9 − 8', 'ok'],
        ['K5', 'denominator', 10, '30 − 10 − 10', 'ok'],
      ],
    ],
    [
      'a duration by its minutes and its visits',
      'K6 200/10',
      'K6 300/10',
      'K6 600/30',
      [
        ['K6', 'numerator', 100, '600 − 200 − 300', 'ok'],
        ['K6', 'denominator', 10, '30 − 10 − 10', 'ok'],
      ],
    ],
    [
      'money spent of a sum of the year: only the spending flows',
      'K7 10/500',
      'K7 20/500',
      'K7 60/520',
      [
        ['K7', 'numerator', 30, '60 − 10 − 20', 'ok'],
        ['K7', 'denominator', 520, '520', 'ok'],
      ],
    ],
    [
      'a task stands as the quarter says',
      'T not-started',
      'T in-progress',
      'T done',
      [['T', 'status', 'done', 'done', 'ok']],
    ],
  ])('%s', (_, january, february, quarter, expected) => {
    const ledger = [
      sent('2024-01', figures(january)),
      sent('2024-02', figures(february)),
      sent('2024-Q1', figures(quarter)),
    ];
    const march = derivedMarch(ledger)!;
    expect(valuesOf(march)).toEqual(expected);
    expect(march).toMatchObject({
      period: '2024-03',
      file: '2024-Q1.xlsx',
      version: 1,
      accepted: 'all',
    });
    expect(march.observations[0]).toMatchObject({ sheet: 'Biểu chỉ tiêu' });
    expect(march.explanations.map(({ text }) => text)).toEqual([
      'Đơn vị không gửi biểu tháng; số liệu tính từ báo cáo quý trừ hai tháng trước.',
    ]);
    // In whatever order they came.
    expect(valuesOf(derivedMarch([...ledger].reverse()))).toEqual(expected);
  });

  it.each<[string, string[], string[], string[], unknown[][], string[]]>([
    [
      'a rest below 0',
      ['K4 30'],
      ['K4 30'],
      ['K4 50'],
      [['K4', 'value', null, '50 − 30 − 30', 'withheld']],
      ['Chưa tính được từ báo cáo quý: 50 − 30 − 30 nhỏ hơn 0.'],
    ],
    [
      'a part that waits for a person',
      ['K4 30?'],
      ['K4 30'],
      ['K4 90'],
      [['K4', 'value', null, '90 − ? − 30', 'withheld']],
      ['Chưa tính được từ báo cáo quý: 90 − ? − 30: thiếu số của tháng trước.'],
    ],
    [
      'a part that was not reported',
      [],
      ['K4 30'],
      ['K4 90'],
      [['K4', 'value', null, '90 − ? − 30', 'withheld']],
      ['Chưa tính được từ báo cáo quý: 90 − ? − 30: thiếu số của tháng trước.'],
    ],
    [
      'a quarter whose own figure does not count',
      ['K4 30'],
      ['K4 30'],
      ['K4 90?'],
      [['K4', 'value', null, '? − 30 − 30', 'withheld']],
      ['Chưa tính được từ báo cáo quý: ? − 30 − 30: số quý chưa tính được.'],
    ],
    [
      'a part larger than its whole: both parts wait',
      ['K1 10/50'],
      ['K1 10/50'],
      ['K1 50/110'],
      [
        ['K1', 'numerator', null, '50 − 10 − 10', 'withheld'],
        ['K1', 'denominator', null, '110 − 50 − 50', 'withheld'],
      ],
      ['Chưa tính được từ báo cáo quý: tử số 30 lớn hơn mẫu số 10.'],
    ],
  ])('withholds and names %s', (_, january, february, quarter, expected, why) => {
    const ledger = [
      sent('2024-01', figures(...january)),
      sent('2024-02', figures(...february)),
      sent('2024-Q1', figures(...quarter)),
    ];
    expect(valuesOf(derivedMarch(ledger))).toEqual(expected);
    expect(whyOf(derivedMarch(ledger))).toEqual(why);
  });

  const three = (more: Partial<Submission> = {}) => [
    sent('2024-01', figures('K4 30')),
    sent('2024-02', figures('K4 30')),
    sent('2024-Q1', figures('K4 90'), more),
  ];

  it('the quarter sent twice: the latest accepted version counts', () => {
    const again = sent('2024-Q1', figures('K4 95'), { version: 2 });
    expect(valuesOf(derivedMarch([...three(), again]))![0].slice(2, 4)).toEqual([
      35,
      '95 − 30 − 30',
    ]);
    const returned: Submission = { ...again, accepted: 'none' };
    expect(valuesOf(derivedMarch([...three(), returned]))![0].slice(2, 4)).toEqual([
      30,
      '90 − 30 − 30',
    ]);
  });

  it('two quarters of a year, each its own', () => {
    const second = [
      sent('2024-04', figures('K4 1')),
      sent('2024-05', figures('K4 2')),
      sent('2024-Q2', figures('K4 10')),
    ];
    const inForce = inForceOf(plan, [...three(), ...second]);
    const rest = (period: string) => inForce.of('842', period)!.observations[0].value;
    expect([rest('2024-03'), rest('2024-06')]).toEqual([30, 7]);
  });

  it.each<[string, Submission[], Plan]>([
    ['the schedule does not say so', three(), unflagged],
    ['a month before is missing', three().slice(1), plan],
    [
      'a month before was returned',
      [{ ...three()[0], accepted: 'none' }, ...three().slice(1)],
      plan,
    ],
    ['the quarter was returned', three({ accepted: 'none' }), plan],
    [
      'the plan begins with the second month',
      three(),
      { ...plan, schedule: { ...plan.schedule, from: '2024-02' } },
    ],
    [
      'the agency came with the second month',
      three(),
      { ...plan, agencies: plan.agencies.map((one) => ({ ...one, validFrom: '2024-02-01' })) },
    ],
  ])('nothing is derived where %s', (_, ledger, own) => {
    expect(derivedMonths(own, new InForce(ledger))).toEqual([]);
  });

  it('a month that was sent stands, even returned; an adjustment lies over a derived one', () => {
    const march = sent('2024-03', figures('K4 28'));
    expect(derivedMarch([...three(), march])).toBe(march);
    expect(derivedMarch([...three(), { ...march, accepted: 'none' }])).toBeUndefined();
    const adjusted = sent('2024-03', figures('K4 31'), { origin: 'adjustment', file: 'Nhập hộ' });
    const inForce = inForceOf(plan, [...three({ version: 3 }), adjusted]);
    const [figure] = inForce.of('842', '2024-03')!.observations;
    expect([
      figure.value,
      inForce.isDerived(figure),
      inForce.sourceOf(three()[2], figure).file,
    ]).toEqual([31, false, 'Nhập hộ']);
  });

  describe('of a statistics form, by each column over time', () => {
    const columns = inputColumns(form).map(({ code }) => code);
    const cells = (values: readonly number[]) =>
      columns.map((measure, index): Observation => {
        const value = values[index];
        return {
          of: 'form',
          code: form.code,
          row: ROW,
          measure,
          value,
          raw: String(value),
          sheet: 'B',
          cell: 'D9',
          state: 'ok',
        };
      });
    // Columns 4, 5, 6, 8, 9, 10, 12, 13.
    const MONTHS = [
      [4, 2, 1, 3, 1, 1, 1, 1],
      [3, 0, 2, 2, 1, 0, 2, 0],
    ];
    const QUARTER = [12, 3, 1, 9, 3, 2, 1, 1];

    it('flows are the rest, the opening is what February left, the stock is the quarter’s', () => {
      const ledger = ['2024-01', '2024-02'].map((month, index) =>
        sent(month, cells(MONTHS[index])),
      );
      const inForce = inForceOf(plan, [...ledger, sent('2024-Q1', cells(QUARTER))]);
      const march = inForce.of('842', '2024-03')!;
      // 12 − 4 − 3, 3 − 2 − 0; February's 2 + 0 open; 9 − 3 − 2, 3 − 1 − 1, 2 − 1 − 0; 1 and 1
      // open: 5 + 1 + 2 is 4 + 1 + 1 + 2.
      expect(march.observations.map(({ value }) => value)).toEqual([5, 1, 2, 4, 1, 1, 1, 1]);
      const { forms } = consolidate(plan, [...ledger, sent('2024-Q1', cells(QUARTER))], '2024-Q1', {
        acceptIncomplete: false,
        asOf: null,
      });
      const own = forms[0].rows.find(({ key }) => key === '842')!;
      expect([own.reported, own.expected, columns.map((code) => own.columns[code])]).toEqual([
        3,
        3,
        QUARTER,
      ]);
      expect(
        reconciliations(plan, periodOf('2024-Q1'), inForce).map(({ outcome }) => outcome),
      ).toEqual(
        // The quarter opens with January, whose figure was sent.
        columns.map((code) => (code === '6' ? 'agrees' : 'derived')),
      );
    });

    it('a row that does not agree with itself is withheld', () => {
      const wrong = [...QUARTER.slice(0, 6), 5, 1];
      const ledger = ['2024-01', '2024-02'].map((month, index) =>
        sent(month, cells(MONTHS[index])),
      );
      const march = derivedMarch([...ledger, sent('2024-Q1', cells(wrong))])!;
      expect(new Set(march.observations.map(({ state }) => state))).toEqual(new Set(['withheld']));
      expect(whyOf(march)).toEqual(['Chưa tính được từ báo cáo quý: không khớp 3 = 7 + 11.']);
    });
  });
});

describe('a report of a longer period held against its months', () => {
  const months = (code: string, ...values: string[]) =>
    values.flatMap((value, index) =>
      value === '' ? [] : [sent(`2024-0${index + 1}`, figures(`${code} ${value}`))],
    );
  const compared = (ledger: Submission[], within = '2024-Q1', own = unflagged) =>
    reconciliations(own, periodOf(within), inForceOf(own, ledger)).map((one) => [
      one.measure,
      one.parts,
      one.whole,
      differenceOf(one),
      one.outcome,
      one.missing,
    ]);

  it.each<[string, Submission[], unknown[][]]>([
    [
      'a flow that agrees',
      [...months('K4', '10', '20', '30'), sent('2024-Q1', figures('K4 60'))],
      [['value', 60, 60, 0, 'agrees', []]],
    ],
    [
      'a flow that does not',
      [...months('K4', '10', '20', '30'), sent('2024-Q1', figures('K4 57.5'))],
      [['value', 60, 57.5, -2.5, 'differs', []]],
    ],
    [
      'a stock: the last month’s only',
      [...months('K2', '1/8', '2/8', '3/8'), sent('2024-Q1', figures('K2 3/9'))],
      [
        ['numerator', 3, 3, 0, 'agrees', []],
        ['denominator', 8, 9, 1, 'differs', []],
      ],
    ],
    [
      'a month that is missing',
      [...months('K4', '10', '', '30'), sent('2024-Q1', figures('K4 60'))],
      [['value', null, 60, null, 'cannot-compare', ['2024-02']]],
    ],
    [
      'a quarter whose figure waits for a person',
      [...months('K4', '10', '20', '30'), sent('2024-Q1', figures('K4 60?'))],
      [['value', 60, null, null, 'cannot-compare', []]],
    ],
    ['no report of the quarter', months('K4', '10', '20', '30'), []],
  ])('%s', (_, ledger, expected) => {
    expect(compared(ledger)).toEqual(expected);
  });

  it('a year’s report is held against twelve months, and enters no quarter’s table', () => {
    const twelve = Array.from({ length: 12 }, (_, index) =>
      sent(`2024-${String(index + 1).padStart(2, '0')}`, figures('K4 5')),
    );
    const ledger = [...twelve, sent('2024', figures('K4 61'))];
    expect(compared(ledger, '2024')).toEqual([['value', 60, 61, 1, 'differs', []]]);
    expect(compared(ledger, '2024-Q4')).toEqual([]);
  });

  it('a derived month agrees with its quarter, and the cells are those of three files', () => {
    const ledger = [...months('K4', '10', '20'), sent('2024-Q1', figures('K4 60'))];
    const [one] = reconciliations(plan, periodOf('2024-Q1'), inForceOf(plan, ledger));
    expect(one).toMatchObject({ parts: 60, whole: 60, outcome: 'derived' });
    expect(one.partsAt.map(({ period, file, cell }) => [period, file, cell])).toEqual([
      ['2024-01', '2024-01.xlsx', 'F9'],
      ['2024-02', '2024-02.xlsx', 'F9'],
      ['2024-03', '2024-Q1.xlsx', 'F9'],
    ]);
  });
});
