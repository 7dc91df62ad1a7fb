import { consolidate } from '../../src/domain/consolidation/consolidate';
import type { FormResult } from '../../src/domain/consolidation/consolidation';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { Agency, Level } from '../../src/domain/agency/agency';
import type { Filler, Plan } from '../../src/domain/plan/plan';
import { parseStatIdentity, type StatColumn, type StatForm } from '../../src/domain/plan/stat-form';
import type {
  Observation,
  ObservationState,
  Submission,
} from '../../src/domain/submission/submission';
import { differences } from './differences';
import { basesOf, formOracle } from './form-oracle';
import { randomProvince } from './province';

const OPTIONS = { acceptIncomplete: false, asOf: null };

const formsOf = (plan: Plan, submissions: Submission[], period: string) =>
  consolidate(plan, submissions, period, OPTIONS).forms;

/**
 * The second implementation was written from a description alone, in another style; both must agree
 * everywhere.
 */
describe('consolidation of statistics forms agrees with the independent oracle', () => {
  const SEEDS = Number(process.env.FORM_ORACLE_SEEDS ?? 100);

  it(`on two periods of ${SEEDS} random provinces`, () => {
    const found: string[] = [];
    const seen: FormResult[] = [];
    for (let seed = 0; seed < SEEDS && found.length < 10; seed++) {
      const { plan, submissions, periods } = provinceWithForms(seed);
      for (const period of periods) {
        const theirs = formOracle(plan, submissions, period);
        found.push(
          ...differences(formsOf(plan, submissions, period), theirs, `seed ${seed} ${period}`),
        );
        seen.push(...theirs);
      }
    }
    expect(found).toEqual([]);
    // The provinces are worth comparing only while they differ.
    const share = (isSuch: (result: FormResult) => boolean) =>
      seen.filter(isSuch).length / seen.length;
    expect(share((one) => one.complete && one.expected > 1)).toBeGreaterThan(0.1);
    expect(share((one) => !one.complete && one.reported > 0)).toBeGreaterThan(0.2);
    expect(share((one) => one.notReported.length > 0)).toBeGreaterThan(0.1);
    expect(
      share((one) => Object.keys(one.missingMonths).length > one.notReported.length),
    ).toBeGreaterThan(0.1);
    expect(share((one) => one.rows.some((row) => isPartlyKnown(row.columns)))).toBeGreaterThan(0.1);
    expect(
      share((one) => one.rows.some((row) => row.expected !== one.rows[0].expected)),
    ).toBeGreaterThan(0.1);
    expect(share((one) => one.levels.length > 1)).toBeGreaterThan(0.2);
  });

  it('and does not depend on the order of submissions', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { plan, submissions, periods } = provinceWithForms(seed);
      const reversed = [...submissions].reverse();
      expect(formsOf(plan, reversed, periods[0])).toEqual(formsOf(plan, submissions, periods[0]));
    }
  });
});

/**
 * An example added up by hand: X2 appears in February, X1 lacks a row in March and has its January
 * form returned once.
 */
describe('a quarter of one small form', () => {
  const form: StatForm = {
    ...blankForm('B'),
    columns: [
      column('3', 'computed'),
      column('4', 'flow'),
      column('5', 'opening'),
      column('6', 'stock'),
      column('7', 'computed'),
    ],
    rows: ['a', 'b'].map((key) => ({ key, group: '', name: key })),
    identities: ['3 = 4 + 5', '7 = 3 + 6'].map((text) => parseStatIdentity(text)!),
  };
  const base = randomProvince(0).plan;
  const plan: Plan = {
    ...bare(base),
    year: 2024,
    schedule: { kinds: ['month'], window: 'nd09', dueAfter: 3, from: '2024-01' },
    agencies: [
      agency('X2', 'xa', '2024-02-29'),
      agency('X1', 'xa', null),
      agency('T', 'tinh', null),
    ],
    forms: [form],
  };
  const sheet = (
    code: string,
    period: string,
    a: number[],
    b: number[],
    version = 1,
  ): Submission => ({
    ...randomProvince(0).submissions[0],
    agency: code,
    period,
    version,
    accepted: 'all',
    observations: [
      ...a.map((value, at) => cell('B', 'a', String(at + 4), value)),
      ...b.map((value, at) => cell('B', 'b', String(at + 4), value)),
    ],
  });
  const submissions: Submission[] = [
    sheet('X1', '2024-01', [1, 10, 100], [2, 20, 200]),
    { ...sheet('X1', '2024-01', [9, 9, 9], [9, 9, 9], 2), accepted: 'none' },
    sheet('X1', '2024-02', [0.1, 50, 60], [0.2, 50, 60]),
    sheet('X1', '2024-03', [5, 7, 8], []),
    sheet('X2', '2024-02', [3, 30, 40], [4, 30, 40]),
    sheet('X2', '2024-03', [6, 30, 11], [7, 30, 12]),
  ];

  const expected: FormResult = {
    form: 'B',
    complete: false,
    expected: 8,
    reported: 4,
    notReported: ['T'],
    missingMonths: { T: ['2024-01', '2024-02', '2024-03'], X1: ['2024-03'] },
    rows: [
      {
        key: 'T',
        level: 'tinh',
        expected: 3,
        reported: 0,
        columns: columns(null, null, null, null, null),
        fields: [
          { key: 'a', columns: columns(null, null, null, null, null) },
          { key: 'b', columns: columns(null, null, null, null, null) },
        ],
      },
      {
        key: 'X1',
        level: 'xa',
        expected: 3,
        reported: 2,
        // In March row b is not there: of row a everything counts, and the total is that of the
        // fields.
        columns: columns(38.3, 8.3, 30, 8, 46.3),
        fields: [
          { key: 'a', columns: columns(16.1, 6.1, 10, 8, 24.1) },
          { key: 'b', columns: columns(22.2, 2.2, 20, null, null) },
        ],
      },
      {
        key: 'X2',
        level: 'xa',
        expected: 2,
        reported: 2,
        columns: columns(null, 20, null, 23, null),
        fields: [
          { key: 'a', columns: columns(null, 9, null, 11, null) },
          { key: 'b', columns: columns(null, 11, null, 12, null) },
        ],
      },
    ],
    levels: [
      { level: 'tinh', columns: columns(null, null, null, null, null) },
      { level: 'xa', columns: columns(58.3, 28.3, 30, 31, 89.3) },
    ],
    fields: [
      { key: 'a', columns: columns(25.1, 15.1, 10, 19, 44.1) },
      { key: 'b', columns: columns(33.2, 13.2, 20, 12, 45.2) },
    ],
    total: columns(58.3, 28.3, 30, 31, 89.3),
  };

  it('by the oracle', () => expect(formOracle(plan, submissions, '2024-Q1')).toEqual([expected]));
  it('by the product', () =>
    expect(differences(formsOf(plan, submissions, '2024-Q1'), [expected])).toEqual([]));

  it.each([
    ['row', cell('B', 'no such row', '4', 1)],
    ['column', cell('B', 'b', '99', 1)],
    ['typed column', cell('B', 'b', '3', 1)],
  ])('a figure of no %s of the form fills no gap', (_, stranger) => {
    const file = sheet('T', '2024-01', [1, 2, 3], [4, 5]);
    const [result] = formsOf(
      plan,
      [{ ...file, observations: [...file.observations, stranger] }],
      '2024-01',
    );
    expect(result).toMatchObject({
      complete: false,
      reported: 0,
      missingMonths: { T: ['2024-01'] },
    });
  });
});

function isPartlyKnown(columns: Record<string, number | null>): boolean {
  const known = Object.values(columns).filter((value) => value !== null).length;
  return known > 0 && known < Object.keys(columns).length;
}

// ------------------------------------------------------------------------------------
// small makers

function column(code: string, overTime: StatColumn['overTime']): StatColumn {
  return { code, group: '', name: `Cột ${code}`, unit: 'hồ sơ', overTime };
}

function columns(...values: (number | null)[]): Record<string, number | null> {
  return Object.fromEntries(values.map((value, at) => [String(at + 3), value]));
}

function agency(code: string, level: Level, validFrom: string | null): Agency {
  const blank = {
    shortName: code,
    aliases: [],
    parent: null,
    validTo: null,
    successor: null,
    reports: true,
  };
  return { code, name: code, level, validFrom, ...blank };
}

function blankForm(code: string): StatForm {
  const filledBy: Filler[] = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }];
  return {
    code,
    title: code,
    rowHeading: 'Lĩnh vực',
    columns: [],
    rows: [],
    identities: [],
    filledBy,
  };
}

function cell(
  code: string,
  row: string,
  measure: string,
  value: Observation['value'],
  state: ObservationState = 'ok',
): Observation {
  return {
    of: 'form',
    code,
    row,
    measure,
    value,
    raw: String(value),
    sheet: code,
    cell: 'C9',
    state,
  };
}

/** Indicators and tasks have an oracle of their own. */
function bare(plan: Plan): Plan {
  return { ...plan, indicators: [], targets: [], tasks: [] };
}

// ------------------------------------------------------------------------------------
// random provinces

interface Dice {
  /** A whole number below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(from: readonly T[]): T[];
}

/** xorshift32. */
function diceOf(seed: number): Dice {
  let state = (seed + 1) * 2654435761;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let at = 0; at < 8; at++) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)],
    shuffle: (from) => {
      const rest = [...from];
      return from.map(() => rest.splice(below(rest.length), 1)[0]);
    },
  };
}

interface ProvinceWithForms {
  plan: Plan;
  submissions: Submission[];
  periods: string[];
}

const SUFFIXES = ['', '', '-9M', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', '-02', '-06', '-12'];

/**
 * The province of a seed, its indicators and tasks replaced by forms, and what was sent of them.
 */
function provinceWithForms(seed: number): ProvinceWithForms {
  const dice = diceOf(seed);
  const province = randomProvince(seed);
  const agencies = withTurnover(dice, province.plan);
  const plan: Plan = {
    ...bare(province.plan),
    agencies,
    forms: randomForms(dice, { ...province.plan, agencies }),
  };
  const trouble = dice.pick([0, 0, 0.001, 0.01, 0.1, 0.4]);
  const submissions = province.submissions.map((submission) => ({
    ...submission,
    observations: dice.shuffle([
      ...plan.forms.flatMap((form) => sheetOf(dice, form, trouble)),
      ...submission.observations.slice(0, 2),
    ]),
  }));
  const periods = SUFFIXES.map((suffix) => plan.year + suffix).filter(
    (period) => basesOf(plan, {}, period).length > 0,
  );
  return { plan, submissions, periods: [province.period, dice.pick(periods)] };
}

/** Agencies that appear, end, or take over from each other within the year. */
function withTurnover(dice: Dice, plan: Plan): Agency[] {
  const day = () =>
    `${plan.year}-${dice.pick(['02-28', '03-30', '03-31', '04-01', '06-14', '06-29', '06-30', '07-01', '10-31'])}`;
  if (dice.chance(0.6)) return plan.agencies;
  return plan.agencies.map((one) => {
    if (dice.chance(0.6)) return one;
    return dice.chance(0.5) ? { ...one, validFrom: day() } : { ...one, validTo: day() };
  });
}

function randomForms(dice: Dice, plan: Plan): StatForm[] {
  const forms: StatForm[] = [];
  for (let count = dice.below(3); count > 0; count--) forms.push(randomForm(dice, `B.${count}`));
  if (forms.length === 0 || dice.chance(0.4))
    forms.push(dice.pick([BUILTIN_FORMS[0], ...BUILTIN_FORMS]));
  return dice
    .shuffle(forms)
    .map((form) => ({ ...form, filledBy: randomFillers(dice, plan), ...standing(dice, plan) }));
}

function randomForm(dice: Dice, code: string): StatForm {
  const codes = dice.shuffle(['3', '4', '5', '6', '7', '8', '10', 'A', '2.1']);
  const typed = codes.splice(0, 1 + dice.below(4));
  const columns = typed.map((one) => column(one, dice.pick(['flow', 'flow', 'opening', 'stock'])));
  const identities: string[] = [];
  for (let count = dice.below(4); count > 0; count--) {
    const own = codes.pop()!;
    const known = dice.shuffle(columns.map((one) => one.code));
    identities.push(`${own} = ${known.slice(0, 1 + dice.below(3)).join(' + ')}`);
    columns.push(column(own, 'computed'));
  }
  const strays = [`${typed[0]} = ${typed[0]} kỳ trước`, `${typed[0]} <= ${columns.at(-1)!.code}`];
  return {
    ...blankForm(code),
    columns: dice.shuffle(columns),
    rows: dice
      .shuffle(['1', '2', 'A1', 'II.3'])
      .slice(0, 1 + dice.below(4))
      .map((key) => ({ key, group: '', name: `Dòng ${key}` })),
    identities: dice
      .shuffle([...identities, ...strays.slice(dice.below(3))])
      .map((text) => parseStatIdentity(text)!),
  };
}

function randomFillers(dice: Dice, plan: Plan): Filler[] {
  const someone = () => dice.pick(plan.agencies);
  const everyone: Filler[] = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }];
  switch (dice.below(8)) {
    case 0:
      return [{ level: someone().level }];
    case 1:
      return [{ agency: someone().code }, { level: someone().level }];
    case 2:
      return [{ agency: someone().code }, { agency: someone().code }];
    case 3:
      return dice.shuffle<Filler>([
        ...everyone,
        { except: someone().code },
        { agency: someone().code },
      ]);
    case 4:
      return dice.chance(0.2) ? [] : everyone;
    default:
      return everyone;
  }
}

/** The whole year mostly; else from or until a cut-off of either window, or the day beside it. */
function standing(dice: Dice, plan: Plan): Pick<StatForm, 'from' | 'until'> {
  const day = () =>
    `${plan.year}-${dice.pick(['03', '06', '08', '09'])}-${dice.pick(['01', '13', '14', '15', '30'])}`;
  switch (dice.below(10)) {
    case 0:
      return { from: day() };
    case 1:
      return { until: day() };
    case 2:
      return { from: `${plan.year}-02-15`, until: day() };
    default:
      return {};
  }
}

/** One agency's form: every cell is there, save for trouble. */
function sheetOf(dice: Dice, form: StatForm, trouble: number): Observation[] {
  if (dice.chance(trouble / 4)) return [];
  const cells: Observation[] = [];
  for (const { key } of form.rows) {
    if (dice.chance(trouble / 4)) continue;
    for (const { code, overTime } of form.columns) {
      const value = dice.chance(0.2) ? dice.below(1000) / 10 : dice.below(200);
      // What stands in a computed column is never used.
      if (overTime === 'computed' && dice.chance(0.8)) continue;
      if (dice.chance(trouble)) cells.push(...troubled(dice, form.code, key, code, value));
      else if (dice.chance(0.1)) cells.push(cell(form.code, key, code, 0, 'not-applicable'));
      else cells.push(cell(form.code, key, code, value));
    }
  }
  if (!dice.chance(0.1)) return cells;
  const { rows, columns } = form;
  return [
    ...cells,
    cell(form.code, 'no such row', columns[0].code, 5),
    cell(form.code, rows[0].key, '99', 5),
    cell('no such form', rows[0].key, columns[0].code, 5),
    { ...cell(form.code, rows[0].key, columns[0].code, 5), of: 'indicator' },
  ];
}

function troubled(
  dice: Dice,
  form: string,
  row: string,
  measure: string,
  value: number,
): Observation[] {
  switch (dice.below(6)) {
    case 0:
      return [];
    case 1:
      return [cell(form, row, measure, value, 'undecided')];
    case 2:
      return [cell(form, row, measure, dice.pick([value, null]), 'withheld')];
    case 3:
      return [cell(form, row, measure, null, 'not-applicable')];
    case 4:
      return [cell(form, row, measure, dice.pick([null, 'mười hai']))];
    default:
      return [cell(form, row, measure, value, 'not-applicable')];
  }
}
