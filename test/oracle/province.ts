/**
 * Small, nasty provinces from a seed: the same seed always gives the same plan, submissions, period
 * and options.
 *
 * What domain/model.md leaves open is not made here (parts withheld beside a percentage, a
 * numerator over nothing, a completion told twice with two dates, forms of periods that were never
 * expected that speak of tasks).
 */
import type { ConsolidationOptions } from '../../src/domain/consolidation/consolidation';
import type { Agency, Level } from '../../src/domain/agency/agency';
import type {
  Deadline,
  Filler,
  Indicator,
  IndicatorKind,
  Operator,
  OverTime,
  Plan,
  Target,
  Task,
} from '../../src/domain/plan/plan';
import type { PeriodKind } from '../../src/domain/period/period';
import type {
  Acceptance,
  Observation,
  ObservationState,
  Submission,
  TaskState,
} from '../../src/domain/submission/submission';

export interface Province {
  plan: Plan;
  submissions: Submission[];
  period: string;
  options: ConsolidationOptions;
}

export function randomProvince(seed: number): Province {
  const dice = diceOf(seed);
  const habits = habitsOf(dice);
  const plan = randomPlan(dice, seed, habits);
  const period = dice.pick(consolidable(plan));
  return {
    plan,
    submissions: randomSubmissions(dice, plan, habits),
    period,
    options: randomOptions(dice, plan),
  };
}

// ------------------------------------------------------------------------------------
// dice

interface Dice {
  /** A whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(from: readonly T[]): T[];
}

/** mulberry32. */
function diceOf(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)];
  const shuffle = <T>(from: readonly T[]): T[] =>
    from
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return { int, chance: (probability) => next() < probability, pick, shuffle };
}

/** How orderly a province is: without complete ones nothing would ever be met. */
interface Habits {
  /** Chance that an expected form is sent, and that what is sent is returned. */
  sends: number;
  returned: number;
  /** Chance that a figure is not simply there. */
  trouble: number;
  /** Chance that a form says its figures are samples. */
  sample: number;
}

function habitsOf(dice: Dice): Habits {
  const sample = dice.chance(0.15) ? 0.1 : 0;
  if (dice.chance(0.5)) return { sends: 1, returned: 0, trouble: dice.pick([0, 0, 0.02]), sample };
  return {
    sends: dice.pick([0.2, 0.7, 0.9, 0.97]),
    returned: dice.pick([0.05, 0.3]),
    trouble: dice.pick([0.03, 0.4]),
    sample,
  };
}

// ------------------------------------------------------------------------------------
// periods

const PERIODS: [suffix: string, first: number, last: number][] = [
  ...Array.from({ length: 12 }, (_, at): [string, number, number] => [
    `-${two(at + 1)}`,
    at + 1,
    at + 1,
  ]),
  ...[1, 2, 3, 4].map((at): [string, number, number] => [`-Q${at}`, at * 3 - 2, at * 3]),
  ['-H1', 1, 6],
  ['-H2', 7, 12],
  ['-9M', 1, 9],
  ['', 1, 12],
];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function isMonthly(plan: Plan): boolean {
  return plan.schedule.kinds.includes('month');
}

/** Periods made of the plan's base periods, of which one at least is expected. */
function consolidable(plan: Plan): string[] {
  const from = monthsOf(plan.schedule.from)[1];
  return PERIODS.filter(
    ([, first, last]) => (isMonthly(plan) || last - first >= 2) && last >= from,
  ).map(([suffix]) => plan.year + suffix);
}

function monthsOf(period: string): [number, number] {
  const [, first, last] = PERIODS.find(([suffix]) => suffix === period.slice(4))!;
  return [first, last];
}

function basePeriods(plan: Plan): string[] {
  const wanted = isMonthly(plan) ? /^-\d\d$/ : /^-Q/;
  return PERIODS.filter(([suffix]) => wanted.test(suffix)).map(([suffix]) => plan.year + suffix);
}

function monthEnd(year: number, month: number): string {
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** Days on which rules turn: ends and beginnings of months, cut-offs and their neighbours. */
function edgeDay(dice: Dice, year: number): string {
  const month = dice.int(1, 12);
  const last = monthEnd(year, month);
  const day = dice.pick([
    '01',
    '10',
    '13',
    '14',
    '15',
    '28',
    two(Number(last.slice(8)) - 1),
    last.slice(8),
  ]);
  return `${last.slice(0, 8)}${day}`;
}

// ------------------------------------------------------------------------------------
// plan

function randomPlan(dice: Dice, seed: number, habits: Habits): Plan {
  const year = dice.pick([2023, 2024]);
  const monthly = dice.chance(0.6);
  const kinds: PeriodKind[] = monthly
    ? dice.pick([['month'], ['month', 'quarter', 'year']])
    : dice.pick([
        ['quarter', 'year'],
        ['quarter', 'half-year', 'year'],
      ]);
  const agencies = randomAgencies(dice, year, habits);
  const asked = times(dice.int(2, 5), (at) => randomIndicator(dice, year, `K${at + 1}`, agencies));
  const counted = dice.chance(0.5) ? [dice.pick(['done', 'done-on-time'] as const)] : [];
  const indicators = [
    ...asked,
    ...counted.map((taskCount) => computedIndicator(dice, year, taskCount, agencies)),
  ];
  return {
    id: `random-${seed}`,
    name: `Kế hoạch ${seed}`,
    number: `${seed}/KH-UBND`,
    date: `${year}-01-02`,
    issuer: 'UBND tỉnh',
    year,
    consolidator: agencies[0].code,
    schedule: {
      kinds,
      window: dice.pick(['nd09', 'nd09', 'calendar']),
      dueAfter: dice.int(0, 5),
      from: year + firstExpected(dice, monthly),
    },
    agencies,
    indicators: dice.shuffle(indicators),
    targets: dice
      .shuffle(indicators)
      .flatMap((indicator) =>
        randomTargets(dice, indicator, agencies).flatMap((target) =>
          milestones(dice, year, indicator, target),
        ),
      ),
    tasks: dice.shuffle(
      times(dice.int(1, 4), (at) => randomTask(dice, year, `T${at + 1}`, agencies)),
    ),
    forms: [],
    successions: [],
    confirmations: [],
    holidays: [],
  };
}

function firstExpected(dice: Dice, monthly: boolean): string {
  const late = dice.chance(0.35);
  if (monthly) return `-${two(late ? dice.int(2, 11) : 1)}`;
  return `-Q${late ? dice.int(2, 4) : 1}`;
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** Codes that sort differently as text, as numbers and in a dictionary. */
const CODES = ['H2', 'H10', 'x1', 'X9', 'Đ1', 'S-NV', 'S.TC', '100', '20', 'a', 'XA.001', 'XA-001'];

function randomAgencies(dice: Dice, year: number, habits: Habits): Agency[] {
  const codes = dice.shuffle(CODES).slice(0, dice.int(3, 8));
  const levels = dice.pick<Level[]>([
    ['tinh', 'huyen', 'xa'],
    ['huyen', 'xa'],
    ['tinh', 'huyen'],
    ['xa'],
  ]);
  const shortLived = dice.chance(habits.sends === 1 ? 0.1 : 0.25) ? 0.4 : 0.05;
  return codes.map((code) => ({
    code,
    name: `Đơn vị ${code}`,
    shortName: code,
    aliases: [],
    level: dice.pick(levels),
    parent: null,
    validFrom: dice.chance(shortLived)
      ? edgeDay(dice, year)
      : dice.pick([null, `${year - 3}-07-01`]),
    validTo: dice.chance(shortLived)
      ? edgeDay(dice, year)
      : dice.pick([null, null, `${year + 1}-06-30`]),
    successor: null,
    reports: !dice.chance(0.12),
  }));
}

function randomFillers(dice: Dice, agencies: Agency[]): Filler[] {
  const single = (): Filler => ({ agency: dice.pick(agencies).code });
  const level = (): Filler => ({ level: dice.pick(agencies).level });
  const everyone: Filler[] = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }];
  return dice.pick<() => Filler[]>([
    () => everyone,
    () => everyone,
    () => everyone,
    () => [level()],
    () => [level(), single(), single()],
    () => [single()],
    () => (dice.chance(0.3) ? [] : [single(), single()]),
  ])();
}

const KINDS: IndicatorKind[] = [
  'ratio',
  'ratio',
  'satisfaction',
  'reduction',
  'duration',
  'increase',
  'count',
  'count',
  'per-ten-thousand',
  'against-last-year',
  'yes-no',
];
const COMPARED = [
  'last-year-percent',
  'last-year-difference',
  'before-percent',
  'before-difference',
] as const;
const OVER_TIME: OverTime[] = ['flow', 'flow', 'flow-of-constant', 'stock', 'cumulative'];

function randomIndicator(dice: Dice, year: number, code: string, agencies: Agency[]): Indicator {
  const kind = dice.pick(KINDS);
  const isAnswer = kind === 'yes-no';
  const isFigure =
    isAnswer || kind === 'count' || (kind === 'against-last-year' && dice.chance(0.5));
  const overAgencies = isAnswer
    ? dice.pick([{}, {}, { overAgencies: 'owner' as const }])
    : isFigure && dice.chance(0.3)
      ? { overAgencies: dice.pick(['largest', 'smallest', 'each'] as const) }
      : {};
  const compared =
    kind !== 'increase' && !isAnswer && dice.chance(0.15) ? { compared: dice.pick(COMPARED) } : {};
  const unit = kind === 'count' ? 'hồ sơ' : kind === 'duration' ? 'phút' : '%';
  return {
    code,
    stt: code.slice(1),
    group: '',
    heading: '',
    name: `Chỉ tiêu ${code}`,
    unit,
    kind,
    overTime:
      isAnswer || ('overAgencies' in overAgencies && overAgencies.overAgencies !== 'each')
        ? dice.pick(['stock', 'cumulative'] as const)
        : dice.pick(OVER_TIME),
    ...overAgencies,
    ...compared,
    ...(!isFigure && dice.chance(0.15) ? { scale: dice.pick([1, 1000, 10000] as const) } : {}),
    numerator: { name: 'Tử', unit: 'hồ sơ' },
    denominator: isFigure ? null : { name: 'Mẫu', unit: 'hồ sơ' },
    partOfWhole: false,
    assess: dice.pick(['every-period', 'every-period', 'at-deadline', 'whole-year', 'pace']),
    deadline: dice.chance(0.3) ? null : datedDeadline(dice, year),
    task: '',
    lead: '',
    coordinating: '',
    implementing: '',
    filledBy: randomFillers(dice, agencies),
    sameAs: '',
    proposedNames: dice.chance(0.2),
  };
}

/** Counted from how tasks stand; nobody is asked for it, so nobody fills it. */
function computedIndicator(
  dice: Dice,
  year: number,
  taskCount: 'done' | 'done-on-time',
  agencies: Agency[],
): Indicator {
  const asked = randomIndicator(dice, year, 'K0', agencies);
  const numerator = { name: 'Nhiệm vụ hoàn thành', unit: 'nhiệm vụ' };
  const denominator = { name: 'Nhiệm vụ được giao', unit: 'nhiệm vụ' };
  const counted = {
    kind: 'computed',
    overTime: 'from-tasks',
    unit: '%',
    partOfWhole: true,
    taskCount,
  } as const;
  return {
    ...asked,
    ...counted,
    numerator,
    denominator,
    filledBy: dice.pick([[], asked.filledBy]),
  };
}

/**
 * Of the year, mostly; "Quý IV/2022 in a 2023 plan" is legitimate, and so is a day after the plan's
 * year.
 */
function datedDeadline(dice: Dice, year: number): Deadline {
  const of = dice.pick([year, year, year, year, year, year, year - 1, year + 1]);
  if (dice.chance(0.5)) return { kind: 'date', date: edgeDay(dice, of) };
  return { kind: 'period', period: of + dice.pick(PERIODS)[0] };
}

const OPERATORS: Operator[] = ['>=', '>=', '<=', '=', '>', '<', 'between', 'between', 'increase'];

function randomTargets(dice: Dice, indicator: Indicator, agencies: Agency[]): Target[] {
  const target = (level: Level | null, agency: string | null): Target => {
    const operator =
      indicator.kind === 'yes-no'
        ? dice.pick(['yes', 'yes', 'text', '='] as const)
        : indicator.kind === 'increase' && dice.chance(0.6)
          ? 'increase'
          : dice.pick(OPERATORS);
    const isNamed = ['increase', 'yes', 'text'].includes(operator);
    const value = isNamed
      ? null
      : indicator.kind === 'yes-no'
        ? dice.int(0, 1)
        : dice.pick(levelsOf(indicator));
    return {
      indicator: indicator.code,
      level,
      agency,
      raw: `${operator} ${value}`,
      operator,
      value,
      ...(operator === 'between' && value !== null && !dice.chance(0.1)
        ? { to: value + dice.pick([1, 5, 20]) }
        : {}),
      confirmed: !dice.chance(0.1),
    };
  };
  const perLevel = () =>
    dice
      .shuffle<Level>(['tinh', 'huyen', 'xa'])
      .slice(0, dice.pick([1, 2, 3, 3, 3]))
      .map((level) => target(level, null));
  const perAgency = () =>
    dice
      .shuffle(agencies)
      .slice(0, 2)
      .map(({ code }) => target(null, code));
  const common = () => [target(null, null)];
  return dice.pick<() => Target[]>([
    common,
    common,
    common,
    perLevel,
    perLevel,
    perAgency,
    () => dice.shuffle([...common(), ...perAgency()]),
    () => dice.shuffle([...perLevel(), ...perAgency()]),
    () => dice.shuffle([...common(), ...perLevel(), ...perAgency()]),
    () => [],
  ])();
}

/**
 * A target of its own judgement, on each unit by itself, or in two steps ("6 tháng: 60; cả năm:
 * 80").
 */
function milestones(dice: Dice, year: number, indicator: Indicator, target: Target): Target[] {
  const isIncrease = target.operator === 'increase';
  const one: Target = {
    ...target,
    ...(target.agency === null && dice.chance(0.2) ? { scope: 'each' } : {}),
    ...(dice.chance(0.2)
      ? { assess: dice.pick(['every-period', 'at-deadline', 'whole-year', 'pace'] as const) }
      : {}),
  };
  if (isIncrease || target.value === null || indicator.kind === 'yes-no' || !dice.chance(0.2))
    return [one];
  const turn = dice.int(2, 11);
  const until = monthEnd(year, turn);
  // The later one says from when, or stands behind the first that ends before it.
  const from = dice.chance(0.5) ? { from: `${year}-${two(turn + 1)}-01` } : {};
  const later = { ...one, ...from, value: dice.pick(levelsOf(indicator)), to: undefined };
  const { to: _, ...open } = later;
  return [
    { ...one, until },
    { ...open, operator: one.operator === 'between' ? '>=' : one.operator },
  ];
}

/** Thresholds that sums of the figures below hit exactly, or miss by a rounding. */
function levelsOf({ kind }: Indicator): number[] {
  if (kind === 'count') return [0, 1, 10, 12.3, 30, 60];
  return kind === 'duration' ? [0.1, 0.5, 1, 2] : [33.33, 50, 57, 60, 66.67, 100];
}

function randomTask(dice: Dice, year: number, code: string, agencies: Agency[]): Task {
  return {
    code,
    stt: code.slice(1),
    section: 'I',
    sectionTitle: 'Nhiệm vụ',
    parent: '',
    kind: dice.pick(['task', 'task', 'indicator-task']),
    text: `Nhiệm vụ ${code}`,
    lead: '',
    coordinating: '',
    implementing: '',
    product: 'Báo cáo',
    deadlineText: '',
    deadline: randomDeadline(dice, year),
    filledBy: randomFillers(dice, agencies),
  };
}

function randomDeadline(dice: Dice, year: number): Deadline | null {
  return dice.pick<() => Deadline | null>([
    () => datedDeadline(dice, year),
    () => datedDeadline(dice, year),
    () => datedDeadline(dice, year),
    () => ({ kind: 'recurring', every: 'month' }),
    () => ({ kind: 'recurring', every: 'quarter' }),
    () => ({ kind: 'continuous' }),
    () => null,
  ])();
}

function randomOptions(dice: Dice, plan: Plan): ConsolidationOptions {
  const days = [...plan.indicators, ...plan.tasks].flatMap(({ deadline }) =>
    deadline?.kind === 'date' ? deadline.date : [],
  );
  const asOf = dice.pick([edgeDay(dice, plan.year), ...days]);
  return { acceptIncomplete: dice.chance(0.25), asOf: dice.chance(0.25) ? asOf : null };
}

// ------------------------------------------------------------------------------------
// submissions

function randomSubmissions(dice: Dice, plan: Plan, habits: Habits): Submission[] {
  const diary = diaryOf(dice, plan);
  const forms = plan.agencies.flatMap((agency) =>
    basePeriods(plan).flatMap((period) => versions(dice, plan, habits, agency, period, diary)),
  );
  const others = dice.chance(0.3) ? times(3, () => otherPeriod(dice, plan, habits)) : [];
  return dice.shuffle([...forms, ...others, ...lastYears(dice, plan, habits)]);
}

/** Opening figures: every base period of the year before, or only some longer ones. */
function lastYears(dice: Dice, plan: Plan, habits: Habits): Submission[] {
  if (!dice.chance(0.4)) return [];
  const suffixes = dice.chance(0.6)
    ? basePeriods(plan).map((id) => id.slice(4))
    : ['', '-9M', '-H1', '-Q1', '-Q3'];
  return plan.agencies.flatMap(({ code }) =>
    suffixes.flatMap((suffix) =>
      dice.chance(0.97)
        ? [
            {
              ...blankForm(code, `${plan.year - 1}${suffix}`, 1),
              observations: indicatorObservations(dice, plan, habits),
            },
          ]
        : [],
    ),
  );
}

function isExpected(plan: Plan, agency: Agency, period: string): boolean {
  const last = monthsOf(period)[1];
  const day = monthEnd(plan.year, last);
  const alive = (agency.validFrom ?? '') <= day && day <= (agency.validTo ?? '9');
  return agency.reports && alive && last >= monthsOf(plan.schedule.from)[1];
}

/** Every version an agency sent for a period, usually one, in any state of acceptance. */
function versions(
  dice: Dice,
  plan: Plan,
  habits: Habits,
  agency: Agency,
  period: string,
  diary: Diary,
): Submission[] {
  const expected = isExpected(plan, agency, period);
  if (!dice.chance(expected ? habits.sends : 0.1)) return [];
  const make = (version: number) => {
    const tasks = expected
      ? plan.tasks.flatMap((task) => taskObservations(dice, task, agency, period, habits, diary))
      : [];
    const observations = [
      ...indicatorObservations(dice, plan, habits),
      ...tasks,
      ...strangers(dice),
    ];
    const accepted = dice.chance(habits.returned)
      ? 'none'
      : dice.pick<Acceptance>(['all', 'all', 'partial']);
    const sample = expected && dice.chance(habits.sample);
    return {
      ...blankForm(agency.code, period, version),
      accepted,
      sample,
      observations: dice.shuffle(observations),
    };
  };
  return times(dice.pick([1, 1, 1, 2, 3]), (at) => make(at + 1));
}

function blankForm(agency: string, period: string, version: number): Submission {
  const file = `${period}_${agency}_v${version}.xlsx`;
  return {
    hash: `hash of ${file}`,
    file,
    agency,
    period,
    version,
    received: null,
    late: null,
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
    run: 'run-1',
    observations: [],
    explanations: [],
  };
}

/** A quarter of a monthly plan, a month of a quarterly one, a year: never part of a total. */
function otherPeriod(dice: Dice, plan: Plan, habits: Habits): Submission {
  const base = basePeriods(plan);
  const others = PERIODS.map(([suffix]) => plan.year + suffix).filter(
    (period) => !base.includes(period),
  );
  const form = blankForm(dice.pick(plan.agencies).code, dice.pick(others), dice.int(1, 1000));
  return { ...form, observations: indicatorObservations(dice, plan, habits) };
}

function observation(
  of: Observation['of'],
  code: string,
  measure: Observation['measure'],
  value: number | string | null,
  state: ObservationState = 'ok',
): Observation {
  return {
    of,
    code,
    measure,
    value,
    raw: value === null ? 'Không' : String(value),
    sheet: 'Biểu',
    cell: 'E10',
    state,
  };
}

/** Codes the plan does not have. */
function strangers(dice: Dice): Observation[] {
  return dice.chance(0.1)
    ? [observation('indicator', 'K99', 'value', 5), observation('task', 'T99', 'status', 'done')]
    : [];
}

function indicatorObservations(dice: Dice, plan: Plan, habits: Habits): Observation[] {
  return plan.indicators.flatMap(({ code, kind, denominator }) => {
    if (kind === 'computed') return [];
    const troubled = dice.chance(habits.trouble);
    if (kind === 'yes-no' && !troubled)
      return [observation('indicator', code, 'value', dice.pick([0, 1, 1, 1]))];
    if (denominator === null)
      return troubled
        ? troubledCount(dice, code)
        : [observation('indicator', code, 'value', amount(dice))];
    return troubled ? troubledParts(dice, code) : soundParts(dice, code);
  });
}

/** Small decimals whose binary sums are not exact, and sums that meet a target to the point. */
function amount(dice: Dice): number {
  return dice.pick([
    0,
    1,
    2,
    3,
    5,
    6,
    10,
    20,
    57,
    0.1,
    0.2,
    0.3,
    0.7,
    1.1,
    12.3,
    33.33,
    1e15 + 1,
    9007199254740991,
    1e-7,
  ]);
}

function soundParts(dice: Dice, code: string): Observation[] {
  const [numerator, denominator] = dice.pick([
    [1, 2],
    [3, 5],
    [57, 100],
    [1, 3],
    [2, 3],
    [10, 10],
    [0, 4],
    [0.1, 0.2],
    [0.3, 0.3],
    [33.33, 100],
    [9500, 10000],
    [amount(dice), amount(dice) || 7],
    [dice.int(0, 30), dice.int(1, 30)],
  ]);
  return parts(code, numerator, denominator, dice);
}

/** A percentage typed beside its parts is never used, whatever it says. */
function parts(code: string, numerator: number, denominator: number, dice: Dice): Observation[] {
  const both = [
    observation('indicator', code, 'numerator', numerator),
    observation('indicator', code, 'denominator', denominator),
  ];
  return dice.chance(0.2) ? [...both, observation('indicator', code, 'value', 12.5)] : both;
}

function troubledCount(dice: Dice, code: string): Observation[] {
  const state = dice.pick<ObservationState>([
    'undecided',
    'withheld',
    'not-applicable',
    'not-applicable',
  ]);
  const value = state === 'not-applicable' ? null : dice.pick([null, 8]);
  return dice.chance(0.3) ? [] : [observation('indicator', code, 'value', value, state)];
}

function troubledParts(dice: Dice, code: string): Observation[] {
  const one = (measure: Observation['measure'], value: number | null, state?: ObservationState) =>
    observation('indicator', code, measure, value, state);
  const unsettled = dice.pick<ObservationState>(['undecided', 'withheld']);
  return dice.pick<() => Observation[]>([
    () => [],
    () => [one('value', dice.pick([80, 100, 33.3]))],
    () => [one('value', 80)],
    () => [one('value', 80, unsettled)],
    () => [one('numerator', 4, unsettled), one('denominator', 5)],
    () => [one('numerator', 4), one('denominator', null, unsettled)],
    () => [one('numerator', null, unsettled), one('denominator', null, unsettled)],
    () => [one('numerator', 4)],
    () => [one('denominator', 4)],
    () => [one('numerator', 0), one('denominator', 0)],
    () => [one('numerator', null, 'not-applicable'), one('denominator', null, 'not-applicable')],
    () => [one('numerator', 0), one('denominator', null, 'not-applicable')],
  ])();
}

/**
 * When each agency completes each task and what it then writes: a completion is always told alike.
 */
type Diary = Map<string, { date: string; text: string | null }>;

function diaryOf(dice: Dice, plan: Plan): Diary {
  const entries = plan.agencies.flatMap(({ code }) =>
    plan.tasks.map((task): [string, { date: string; text: string | null }] => {
      const onTheDay =
        task.deadline?.kind === 'date' && dice.chance(0.4) ? task.deadline.date : null;
      const date = onTheDay ?? edgeDay(dice, plan.year);
      return [
        `${code} ${task.code}`,
        { date, text: dice.pick([null, `${task.code} xong, ${code}`]) },
      ];
    }),
  );
  return new Map(entries);
}

function taskObservations(
  dice: Dice,
  task: Task,
  agency: Agency,
  period: string,
  habits: Habits,
  diary: Diary,
): Observation[] {
  const one = (measure: Observation['measure'], value: string | null, state?: ObservationState) =>
    observation('task', task.code, measure, value, state);
  if (dice.chance(habits.trouble)) {
    const unsettled = dice.pick<ObservationState>(['undecided', 'withheld']);
    return dice.chance(0.4)
      ? []
      : [one('status', dice.pick(['done', 'in-progress', null]), unsettled)];
  }
  const often = task.deadline?.kind === 'recurring' ? 0.7 : 0.3;
  const state: TaskState = dice.chance(often) ? 'done' : dice.pick(['in-progress', 'not-started']);
  if (state !== 'done')
    return [
      one('status', state),
      ...(dice.chance(0.5) ? [one('text', `${state}, ${period}`)] : []),
    ];
  const told = diary.get(`${agency.code} ${task.code}`)!;
  const recurs = task.deadline?.kind === 'recurring';
  const date = recurs ? monthEnd(Number(period.slice(0, 4)), monthsOf(period)[1]) : told.date;
  return [one('status', state), one('date', date), ...(told.text ? [one('text', told.text)] : [])];
}
