/**
 * A second, independent reading of the consolidation semantics (domain/model.md), used only to test
 * the first.
 *
 * It shares no function with the product. Everything is laid out as a flat list of slots (agency ×
 * base period), each looked up anew in the submissions, and every answer is a filter over such
 * lists: slow, and easy to check by eye.
 */
import type {
  Consolidation,
  ConsolidationOptions,
  Figure,
  IndicatorResult,
  IndicatorStatus,
  LevelResult,
  TaskAgencyResult,
  TaskResult,
  TaskStatus,
} from '../../src/domain/consolidation/consolidation';
import type { Agency, Level } from '../../src/domain/agency/agency';
import type { Deadline, Filler, Indicator, Plan, Target, Task } from '../../src/domain/plan/plan';
import type {
  MeasureName,
  Observation,
  Submission,
  TaskState,
} from '../../src/domain/submission/submission';

export function oracle(
  plan: Plan,
  submissions: Submission[],
  periodId: string,
  options: ConsolidationOptions,
): Consolidation {
  const world = worldOf(plan, submissions, periodId, options);
  if (world.now.length === 0) throw new Error(`${periodId} is not a period of ${plan.id}`);
  return {
    plan: plan.id,
    period: periodId,
    ...received(world),
    blank: [],
    indicators: plan.indicators.map((indicator) => indicatorResult(world, indicator)),
    tasks: plan.tasks.map((task) => taskResult(world, task)),
    // The random plans have none; statistics forms have an oracle of their own.
    forms: [],
    sample: submissions.some(
      ({ agency, period, sample }) =>
        sample &&
        world.yearToDate.some(({ id }) => id === period && inForce(world, agency, id)?.sample),
    ),
  };
}

// ------------------------------------------------------------------------------------
// periods

/** Months first…last of a year. */
interface Span {
  year: number;
  first: number;
  last: number;
}

/** A month of a monthly plan, a quarter of a quarterly one. */
interface Base extends Span {
  id: string;
}

const LONG: Record<string, [number, number]> = {
  '': [1, 12],
  '-9M': [1, 9],
  '-H1': [1, 6],
  '-H2': [7, 12],
  '-Q1': [1, 3],
  '-Q2': [4, 6],
  '-Q3': [7, 9],
  '-Q4': [10, 12],
};

function spanOf(id: string): Span {
  const year = Number(id.slice(0, 4));
  const suffix = id.slice(4);
  const [first, last] = LONG[suffix] ?? [Number(suffix.slice(1)), Number(suffix.slice(1))];
  return { year, first, last };
}

/**
 * "`previous` of 9M and of a year is last year's"; any other period's is the one of its length just
 * before.
 */
function spanBefore({ year, first, last }: Span): Span {
  const back = last - first + 1 >= 9 ? 12 : last - first + 1;
  return first > back
    ? { year, first: first - back, last: last - back }
    : { year: year - 1, first: first - back + 12, last: last - back + 12 };
}

const endOf = (span: Span): number => span.year * 12 + span.last;

/** "Periods before the plan's *Báo cáo từ* are not expected", nor are those of another year. */
function basesWithin(plan: Plan, span: Span, told: readonly Submission[] = []): Base[] {
  const step = plan.schedule.kinds.includes('month') ? 1 : 3;
  if (span.year !== plan.year) return basesOfAnotherYear(step, span, told);
  const bases: Base[] = [];
  for (let last = step; last <= 12; last += step) {
    const suffix = step === 1 ? `-${String(last).padStart(2, '0')}` : `-Q${last / 3}`;
    bases.push({ id: `${plan.year}${suffix}`, year: plan.year, first: last - step + 1, last });
  }
  const tiled = (span.first - 1) % step === 0 && span.last % step === 0;
  if (!tiled || span.year !== plan.year) return [];
  return bases.filter(
    (base) =>
      base.first >= span.first &&
      base.last <= span.last &&
      endOf(base) >= endOf(spanOf(plan.schedule.from)),
  );
}

/** measures.md: relative targets "need last year's figure (opening figures)". */
function basesOfAnotherYear(step: number, span: Span, told: readonly Submission[]): Base[] {
  const isKnown = told.some(
    ({ accepted, period }) => accepted !== 'none' && period.startsWith(String(span.year)),
  );
  const isTiled = (span.first - 1) % step === 0 && span.last % step === 0;
  if (!isKnown || !isTiled) return [];
  const bases: Base[] = [];
  for (let last = span.first + step - 1; last <= span.last; last += step) {
    const suffix = step === 1 ? `-${String(last).padStart(2, '0')}` : `-Q${last / 3}`;
    bases.push({ id: span.year + suffix, year: span.year, first: last - step + 1, last });
  }
  return bases;
}

/** "The month's set is taken on the calendar month's last day." */
function lastCalendarDay({ year, last }: Span): string {
  return new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
}

/** Nghị định 09 cuts off on the 14th of the last month; else the calendar's last day. */
function cutOffDay(plan: Plan, span: Span): string {
  const calendar = lastCalendarDay(span);
  return plan.schedule.window === 'nd09' ? `${calendar.slice(0, 8)}14` : calendar;
}

/**
 * "A deadline that names a period … is due at that period's own cut-off …; a date is due on the
 * date."
 */
function deadlineOn(plan: Plan, deadline: Deadline | null): string | null {
  if (deadline?.kind === 'date') return deadline.date;
  return deadline?.kind === 'period' ? cutOffDay(plan, spanOf(deadline.period)) : null;
}

// ------------------------------------------------------------------------------------
// exact numbers

interface Exact {
  over: bigint;
  under: bigint;
}

const ZERO: Exact = { over: 0n, under: 1n };

/** The decimal a person typed, not the binary fraction that stands for it. */
function exact(number: number): Exact {
  const [mantissa, exponent = '0'] = String(number).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const scale = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return scale < 0
    ? { over: digits, under: 10n ** BigInt(-scale) }
    : { over: digits * 10n ** BigInt(scale), under: 1n };
}

/** "Sums are exact decimal, so order never matters." */
function plus(a: Exact, b: Exact): Exact {
  return lowest({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
}

/** Null by zero. */
function ratio(a: Exact, b: Exact): Exact | null {
  if (b.over === 0n) return null;
  const sign = b.over < 0n ? -1n : 1n;
  return lowest({ over: sign * a.over * b.under, under: sign * a.under * b.over });
}

function lowest({ over, under }: Exact): Exact {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return { over: over / a, under: under / a };
}

/** Negative, zero or positive: nothing is rounded. */
function compare(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest floating-point number: thirty digits of a long division, then read as text. */
function approximate({ over, under }: Exact): number {
  const shift = Math.max(0, 30 + String(under).length - String(over).length);
  return Number(`${(over * 10n ** BigInt(shift)) / under}e-${shift}`);
}

// ------------------------------------------------------------------------------------
// the world

interface World {
  span: Span;
  plan: Plan;
  submissions: Submission[];
  options: ConsolidationOptions;
  /**
   * Expected base periods of the consolidated period, of the one before, and since the year began.
   */
  now: Base[];
  before: Base[];
  yearToDate: Base[];
  /** Calendar day on which the period ends. */
  lastDay: string;
  /** "Overdue is judged at the cut-off unless `--as-of DATE`"; it "moves what is due as well". */
  today: string;
}

function worldOf(
  plan: Plan,
  submissions: Submission[],
  periodId: string,
  options: ConsolidationOptions,
): World {
  return worldIn(plan, submissions, spanOf(periodId), options);
}

function worldIn(
  plan: Plan,
  submissions: Submission[],
  span: Span,
  options: ConsolidationOptions,
): World {
  return {
    span,
    plan,
    submissions,
    options,
    now: basesWithin(plan, span, submissions),
    before: basesWithin(plan, spanBefore(span), submissions),
    yearToDate: basesWithin(plan, { ...span, first: 1 }),
    lastDay: lastCalendarDay(span),
    today: options.asOf ?? cutOffDay(plan, span),
  };
}

/** "`valid_to` is inclusive." */
function existsOn(agency: Agency, day: string): boolean {
  const born = agency.validFrom === null || agency.validFrom <= day;
  const alive = agency.validTo === null || day <= agency.validTo;
  return born && alive;
}

/** "The reporting set of a month is the agencies valid on its last day." */
function reportsOn(agency: Agency, day: string): boolean {
  return agency.reports && existsOn(agency, day);
}

function isAssigned(filledBy: Filler[], agency: Agency): boolean {
  return filledBy.some((filler) =>
    Object.values(filler).includes('level' in filler ? agency.level : agency.code),
  );
}

function versionsOf({ submissions }: World, agency: string, base: string): Submission[] {
  return submissions.filter(
    (submission) => submission.agency === agency && submission.period === base,
  );
}

/** "Only the latest accepted counts." */
function inForce(world: World, agency: string, base: string): Submission | undefined {
  return versionsOf(world, agency, base)
    .filter(({ accepted }) => accepted !== 'none')
    .sort((a, b) => b.version - a.version)[0];
}

// ------------------------------------------------------------------------------------------- who
// has reported

type Received = Pick<Consolidation, 'expected' | 'received' | 'accepted' | 'missing' | 'returned'>;

function received(world: World): Received {
  // Pitfall 4: whoever is assigned nothing is not chased for it.
  const asked = world.plan.agencies.filter((agency) => {
    const { indicators, tasks, forms } = world.plan;
    const rows = [...indicators.filter(({ kind }) => kind !== 'computed'), ...tasks, ...forms];
    return rows.some(({ filledBy }) => isAssigned(filledBy, agency));
  });
  const owed = asked.flatMap((agency) =>
    world.now
      .filter((base) => reportsOn(agency, lastCalendarDay(base)))
      .map((base) => ({
        agency: agency.code,
        sent: versionsOf(world, agency.code, base.id).length > 0,
        accepted: inForce(world, agency.code, base.id) !== undefined,
      })),
  );
  const codes = (chosen: typeof owed) => sortedSet(chosen.map(({ agency }) => agency));
  const all = codes(owed);
  const missing = codes(owed.filter(({ sent }) => !sent));
  return {
    expected: all.length,
    received: all.length - missing.length,
    accepted: all.length - codes(owed.filter(({ accepted }) => !accepted)).length,
    missing,
    returned: codes(owed.filter(({ sent, accepted }) => sent && !accepted)),
  };
}

function sortedSet(codes: string[]): string[] {
  return [...new Set(codes)].sort();
}

// ------------------------------------------------------------------------------------
// indicators

/** What one agency owes and says of one indicator in one base period. */
interface Slot {
  agency: Agency;
  base: string;
  /**
   * Null when not reported. A count stands in `over` alone, with `under` one; in a "không phát
   * sinh" of a count both are null.
   */
  said: { over: Exact | null; under: Exact | null } | null;
  /** "An agency that sends only a percentage cannot be consolidated." */
  percentOnly: boolean;
  /** Of a computed indicator: "coverage task × agency". */
  task?: string;
  /** "K03 asks only for tasks due on the judging day." */
  asked: boolean;
  /** Of a longer period's own figure: for so many it stands. */
  spans?: number;
}

/**
 * measures.md, "what is typed: one figure": a count, the province's own figure, a rank, an index,
 * and what each unit reaches by itself.
 */
function isOneFigure({ kind, denominator }: Indicator): boolean {
  return denominator === null && kind !== 'computed';
}

/** measures.md: "each unit by itself (no total: 'n/N đơn vị đạt')". */
function isOfEach({ kind, overAgencies }: Indicator): boolean {
  return overAgencies === 'each' || (!overAgencies && ['each-unit', 'yes-no'].includes(kind));
}

/**
 * "Stock: the period's last month only, never an earlier one in silence"; a flow is every month's
 * own set.
 */
function slotsOf(world: World, indicator: Indicator, bases: Base[]): Slot[] {
  const isFlow = indicator.overTime === 'flow' || indicator.overTime === 'flow-of-constant';
  const counted = isFlow ? bases : bases.slice(-1);
  const slots = counted.flatMap((base) =>
    world.plan.agencies
      .filter(
        (agency) =>
          isAssigned(indicator.filledBy, agency) && reportsOn(agency, lastCalendarDay(base)),
      )
      .map((agency) => slotOf(world, indicator, agency, base.id)),
  );
  return bases[0] && bases[0].year !== world.plan.year
    ? withLongerOnes(world, indicator, bases, slots)
    : slots;
}

/**
 * ledger.md, figures of a whole quarter or year. Each agency by itself, the longest first: a whole
 * it told stands for its months unless it told them all or a longer one of its own holds some of
 * them. Whoever told nothing at all is asked for the whole that others told, where nobody told a
 * month of it.
 */
function withLongerOnes(world: World, indicator: Indicator, bases: Base[], all: Slot[]): Slot[] {
  const step = bases[0].last - bases[0].first + 1;
  const longer = Object.entries(LONG)
    .map(([suffix, [first, last]]) => ({ suffix, first, last }))
    .filter(({ first, last }) => last - first >= step)
    .filter(({ first, last }) => {
      const months = bases.filter((base) => base.first >= first && base.last <= last);
      return months.length * step === last - first + 1;
    })
    .sort((a, b) => b.last - b.first - (a.last - a.first));
  const monthsOf = ({ first, last }: (typeof longer)[0]) =>
    bases.filter((base) => base.first >= first && base.last <= last).map(({ id }) => id);
  const isEmpty = ({ said, percentOnly }: Slot) => said === null && !percentOnly;
  const taken = new Map<Agency, string[]>();
  const given = new Set<(typeof longer)[0]>();
  let slots = all;

  function put(agency: Agency, one: (typeof longer)[0]): void {
    const months = monthsOf(one);
    const own = slots.filter((slot) => slot.agency === agency && months.includes(slot.base));
    const whole = slotOf(world, indicator, agency, `${bases[0].year}${one.suffix}`);
    const instead = { ...whole, spans: own.length };
    slots = slots.flatMap((slot) =>
      own.includes(slot) ? (slot === own.at(-1) ? [instead] : []) : [slot],
    );
    taken.set(agency, [...(taken.get(agency) ?? []), ...months]);
  }

  for (const agency of new Set(all.map((slot) => slot.agency)))
    for (const one of longer) {
      const months = monthsOf(one);
      const own = all.filter((slot) => slot.agency === agency && months.includes(slot.base));
      if (!own.some(isEmpty)) continue;
      if (isEmpty(slotOf(world, indicator, agency, `${bases[0].year}${one.suffix}`))) continue;
      if (taken.get(agency)?.some((id) => months.includes(id))) continue;
      put(agency, one);
      given.add(one);
    }
  for (const one of longer.filter((each) => given.has(each))) {
    const months = monthsOf(one);
    if (!all.filter((slot) => months.includes(slot.base)).every(isEmpty)) continue;
    for (const agency of new Set(all.map((slot) => slot.agency))) {
      if (taken.get(agency)?.some((id) => months.includes(id))) continue;
      if (slots.some((slot) => slot.agency === agency && months.includes(slot.base)))
        put(agency, one);
    }
  }
  return slots;
}

function slotOf(world: World, indicator: Indicator, agency: Agency, base: string): Slot {
  const observations = inForce(world, agency.code, base)?.observations ?? [];
  const read = (measure: MeasureName) =>
    figureOf(find(observations, 'indicator', indicator.code, measure));
  const [value, numerator, denominator] = [read('value'), read('numerator'), read('denominator')];
  if (isOneFigure(indicator)) {
    // "'Không phát sinh' in a count stays *không phát sinh* (not applicable)."
    const nothing = { over: null, under: null };
    const said =
      value && (value.state === 'ok' ? { over: value.number, under: exact(1) } : nothing);
    return { agency, base, said, percentOnly: false, asked: true };
  }
  // "Denominator 0 or 'Không' is không phát sinh": numerator 0, denominator 0.
  const nothing = denominator?.state === 'not-applicable';
  const said = numerator &&
    denominator && { over: nothing ? ZERO : numerator.number, under: denominator.number };
  const percentOnly = value?.state === 'ok' && !numerator && !denominator;
  return { agency, base, said, percentOnly, asked: true };
}

/**
 * "Computed K02/K03 count task × agency with a dated deadline"; "a task nobody reported is a gap
 * named by its code, and the agency's other tasks still count". What is not due yet is not asked
 * for and counts as 0 of 0.
 */
function computedSlots(world: World, indicator: Indicator): Slot[] {
  const last = world.now.at(-1);
  // Of another year's tasks nothing is known.
  if (!last || last.year !== world.plan.year) return [];
  const onTime = indicator.taskCount === 'done-on-time';
  return world.plan.agencies.flatMap((agency) =>
    world.plan.tasks.flatMap((task): Slot[] => {
      const deadline = deadlineOn(world.plan, task.deadline);
      if (
        deadline === null ||
        !reportsOn(agency, world.lastDay) ||
        !isAssigned(task.filledBy, agency)
      )
        return [];
      const slot = { agency, base: last.id, task: task.code, percentOnly: false };
      if (onTime && deadline > world.today)
        return [{ ...slot, said: { over: ZERO, under: ZERO }, asked: false }];
      const { status } = taskRow(world, task, agency).row;
      const counts = onTime ? status === 'done-on-time' : isDone(status);
      const said =
        status === 'not-reported' ? null : { over: counts ? exact(1) : ZERO, under: exact(1) };
      return [{ ...slot, said, asked: true }];
    }),
  );
}

function askedOf(slots: Slot[]): Slot[] {
  return slots.filter(({ asked }) => asked);
}

function find(
  observations: Observation[],
  of: Observation['of'],
  code: string,
  measure: MeasureName,
) {
  return observations.find((one) => one.of === of && one.code === code && one.measure === measure);
}

/** "Withheld and undecided figures leave n, not N"; nothing occurred is reported, as 0. */
function figureOf(
  observation: Observation | undefined,
): { number: Exact; state: 'ok' | 'not-applicable' } | null {
  if (observation?.state === 'not-applicable') return { number: ZERO, state: 'not-applicable' };
  if (observation?.state !== 'ok' || typeof observation.value !== 'number') return null;
  return { number: exact(observation.value), state: 'ok' };
}

/** "Σnum/Σden", never a mean of percentages; null when nothing was reported. */
function totalOf(indicator: Indicator, slots: Slot[]): { over: Exact; under: Exact } | null {
  const said = slots.flatMap(({ agency, said: one }) =>
    one?.over && one.under ? [{ agency, over: one.over, under: one.under }] : [],
  );
  if (said.length === 0) return null;
  // "A year's constant denominator (001-K12) is each agency's last *numeric* one: 'không phát sinh'
  // and 0/0 never replace it", summed over agencies, not over months: slots are in the order of the
  // bases.
  const lasts = (one: (typeof said)[number]) =>
    said.filter(({ agency, under }) => agency === one.agency && under.over !== 0n).at(-1) === one;
  const under =
    indicator.overTime === 'flow-of-constant' && !isOneFigure(indicator)
      ? said.filter(lasts)
      : said;
  return {
    over: together(
      indicator,
      said.map(({ over }) => over),
    ),
    under: under.reduce((sum, one) => plus(sum, one.under), ZERO),
  };
}

/** measures.md, "scale of parts: 1 · 100 (%) · 1.000 (‰) · 10.000 (trên 1 vạn dân)". */
function scaleOf({ kind, scale }: Indicator): bigint {
  if (scale !== undefined) return BigInt(scale);
  return kind === 'duration' ? 1n : kind === 'per-ten-thousand' ? 10000n : 100n;
}

/** "Over agencies: … · largest · smallest": of one figure. */
function together({ overAgencies }: Indicator, all: Exact[]): Exact {
  const pick = (sign: number) =>
    all.reduce((best, one) => (compare(one, best) * sign > 0 ? one : best));
  if (overAgencies === 'largest') return pick(1);
  return overAgencies === 'smallest' ? pick(-1) : all.reduce(plus, ZERO);
}

/** The figure in the indicator's unit, exact; null when there is none or nothing occurred. */
function valueOf(indicator: Indicator, slots: Slot[]): Exact | null {
  const total = totalOf(indicator, slots);
  if (!total) return null;
  if (isOneFigure(indicator)) return total.over;
  const { over, under } = total;
  return ratio({ over: over.over * scaleOf(indicator), under: over.under }, under);
}

/**
 * "Not applicable: numerator 0, denominator 0, value null; nothing reported: all null. A count
 * stands in `value`."
 */
function printed(indicator: Indicator, slots: Slot[]): Figure {
  // "Each unit by itself: the province's value is null."
  if (isOfEach(indicator)) return { numerator: null, denominator: null, value: null };
  const total = totalOf(indicator, slots);
  const value = valueOf(indicator, slots);
  const parts = isOneFigure(indicator) ? null : total;
  return {
    numerator: parts && approximate(parts.over),
    denominator: parts && approximate(parts.under),
    value: value && approximate(value),
  };
}

const isComplete = (slots: Slot[]): boolean => askedOf(slots).every(({ said }) => said !== null);

/** The slots a figure is judged by, and those of the previous period's figure. */
interface Side {
  now: Slot[];
  before: Slot[];
  /** The same period last year, and the year's figures up to its end. */
  lastYear?: Slot[];
  lastYearSoFar?: Slot[];
  /** The year's figures so far, where some target is held against them. */
  soFar?: Slot[];
}

function only(side: Side, keep: (agency: Agency) => boolean): Side {
  return {
    now: side.now.filter(({ agency }) => keep(agency)),
    before: side.before.filter(({ agency }) => keep(agency)),
    lastYear: side.lastYear?.filter(({ agency }) => keep(agency)),
    lastYearSoFar: side.lastYearSoFar?.filter(({ agency }) => keep(agency)),
    ...(side.soFar ? { soFar: side.soFar.filter(({ agency }) => keep(agency)) } : {}),
  };
}

const ORDER: IndicatorStatus[] = [
  'not-assigned',
  'not-reported',
  'no-basis',
  'incomplete',
  'not-applicable',
  'no-target',
  'needs-confirmation',
  'not-due',
  'met',
  'not-met',
];

/** "Indicator, in this order": the first of {@link ORDER} whose condition holds. */
function judge(
  world: World,
  indicator: Indicator,
  whole: Side,
  target: Target | undefined,
): IndicatorStatus {
  const side: Side = {
    now: heldAgainst(indicator, whole, target),
    before: baseOf(indicator, whole, target),
  };
  const value = valueOf(indicator, side.now);
  const asked = askedOf(side.now);
  const nobody = asked.length > 0 && asked.every(({ said }) => said === null);
  const holds: Record<IndicatorStatus, () => boolean> = {
    // Who is not asked in the period has nothing to answer for in it, whatever the year brought
    // before.
    'not-assigned': () => whole.now.length === 0,
    'not-reported': () => nobody && !side.now.some(({ percentOnly }) => percentOnly),
    'no-basis': () =>
      nobody ||
      ((isComplete(side.now) || world.options.acceptIncomplete) &&
        isOverNothing(indicator, side, target)),
    incomplete: () =>
      (!isComplete(side.now) && !world.options.acceptIncomplete) ||
      ((target?.operator === 'increase' ||
        (target !== undefined && comparedOf(indicator) !== null)) &&
        !comparable(indicator, side)),
    'not-applicable': () => value === null,
    'no-target': () => target === undefined,
    'needs-confirmation': () =>
      !target!.confirmed ||
      target!.operator === 'text' ||
      (!['increase', 'yes'].includes(target!.operator) && target!.value === null) ||
      lacksEnd(target!),
    'not-due': () => world.today < assessedFrom(world.plan, indicator, target!),
    met: () => meets(indicator, side, paced(world, indicator, target!, value!), target!),
    'not-met': () => true,
  };
  return ORDER.find((status) => holds[status]())!;
}

/** measures.md, "compared with": what the plan's table says, or its kind. */
function comparedOf({ kind, compared }: Indicator): string | null {
  return compared ?? (kind === 'against-last-year' ? 'last-year-percent' : null);
}

/** A figure that is held against another in per cent is not told in per cent itself. */
function unitOfFigure(indicator: Indicator): string {
  const { unit, numerator, denominator } = indicator;
  const ofRates = ['%', '‰', 'lần', 'điểm phần trăm', 'điểm %'];
  if (comparedOf(indicator) === null || denominator !== null) return unit;
  const isTypedOtherwise = numerator.unit !== '' && !ofRates.includes(numerator.unit);
  return ofRates.includes(unit) && isTypedOtherwise ? numerator.unit : unit;
}

/** "Nothing · previous period · same period last year"; of the year where the year is judged. */
function baseOf(indicator: Indicator, side: Side, target: Target | undefined): Slot[] {
  if (!comparedOf(indicator)?.startsWith('last-year')) return side.before;
  const isOfYear = ['whole-year', 'pace'].includes(judgedOf(indicator, target));
  return isOfYear ? side.lastYearSoFar! : side.lastYear!;
}

/** In per cent of 0 nothing can be said. */
function isOverNothing(indicator: Indicator, side: Side, target: Target | undefined): boolean {
  const isShare =
    comparedOf(indicator)?.endsWith('percent') === true && target?.operator !== 'increase';
  if (!isShare || !target || !comparable(indicator, side)) return false;
  return valueOf(indicator, side.before)!.over === 0n;
}

/** "As difference, % change or points." */
function changeOn(indicator: Indicator, now: Exact, base: Exact): Exact {
  const difference = plus(now, { over: -base.over, under: base.under });
  if (!comparedOf(indicator)!.endsWith('percent')) return difference;
  const size = base.over < 0n ? { over: -base.over, under: base.under } : base;
  return ratio({ over: difference.over * 100n, under: difference.under }, size)!;
}

/** "increase without a complete previous figure is incomplete." */
function comparable(indicator: Indicator, { before }: Side): boolean {
  return isComplete(before) && valueOf(indicator, before) !== null;
}

/** measures.md, "judged": each target may say it for itself. */
function judgedOf(indicator: Indicator, target: Target | undefined): Indicator['assess'] {
  return target?.assess ?? indicator.assess;
}

/** "At the year's end" and "as a rate of the year gone" go by what the year brought so far. */
function heldAgainst(indicator: Indicator, side: Side, target: Target | undefined): Slot[] {
  const isOfYear = ['whole-year', 'pace'].includes(judgedOf(indicator, target));
  return isOfYear && side.now.length > 0 ? side.soFar! : side.now;
}

/** "As a rate of the year gone": of five months, what a whole year would bring at that pace. */
function paced({ span }: World, indicator: Indicator, target: Target, value: Exact): Exact {
  const isAmount = target.operator !== 'increase' && comparedOf(indicator) === null;
  if (judgedOf(indicator, target) !== 'pace' || !isAmount) return value;
  return { over: value.over * 12n, under: value.under * BigInt(span.last) };
}

/**
 * "at-deadline without a deadline means the plan year." A milestone is due when the last report
 * before it ends is.
 */
function assessedFrom(plan: Plan, indicator: Indicator, target: Target): string {
  const judged = judgedOf(indicator, target);
  if (judged === 'every-period' || judged === 'pace') return '';
  const ends = basesWithin(plan, spanOf(String(plan.year)))
    .map((base) => cutOffDay(plan, base))
    .filter((day) => target.until !== undefined && day <= target.until);
  if (ends.length > 0) return ends.at(-1)!;
  return deadlineOn(plan, indicator.deadline) ?? cutOffDay(plan, spanOf(String(plan.year)));
}

/** A range of which nobody has said where it ends. */
function lacksEnd({ operator, to }: Target): boolean {
  return operator === 'between' && to === undefined;
}

/** "Status compares 100·num with target·den, unrounded." */
function meets(indicator: Indicator, side: Side, value: Exact, target: Target): boolean {
  if (target.operator === 'increase') return compare(value, valueOf(indicator, side.before)!) > 0;
  const held =
    comparedOf(indicator) === null
      ? value
      : changeOn(indicator, value, valueOf(indicator, side.before)!);
  const against = compare(held, exact(target.value ?? 1));
  const passes = {
    '>=': against >= 0,
    '<=': against <= 0,
    '=': against === 0,
    '>': against > 0,
    '<': against < 0,
    // "from–to (28 – 30)": both ends are in it.
    yes: compare(held, exact(1)) === 0,
    text: false,
    between: against >= 0 && target.to !== undefined && compare(held, exact(target.to)) <= 0,
  };
  return passes[target.operator];
}

/**
 * "đạt 26,4 % kế hoạch năm": of an amount that is to be reached, once everybody's figures are there
 * or the period is closed with n/N.
 */
function progress(
  world: World,
  indicator: Indicator,
  soFar: Slot[],
  targets: Target[],
): number | null {
  const target = targetFor(targets, null, null);
  const value = valueOf(indicator, soFar);
  const isThere = isComplete(soFar) || world.options.acceptIncomplete;
  if (
    !isThere ||
    value === null ||
    // What each has to reach by itself, and a change, are no amounts that grow with the year.
    isOfEach(indicator) ||
    target?.scope === 'each' ||
    comparedOf(indicator) !== null ||
    !target?.confirmed ||
    !['>=', '>', '='].includes(target.operator)
  )
    return null;
  return target.value !== null && target.value > 0
    ? (100 * approximate(value)) / target.value
    : null;
}

/** "A coded answer (Có/Không …)": how many said which. */
function answered(slots: Slot[]): Record<string, number> {
  const count = (value: number) =>
    slots.filter(({ said }) => said?.over && compare(said.over, exact(value)) === 0).length;
  return { Có: count(1), Không: count(0) };
}

/** How much it changed, where its targets are held against that. */
function changed(
  indicator: Indicator,
  side: Side,
  targets: Target[],
): Pick<IndicatorResult, 'compared' | 'change'> {
  const compared = comparedOf(indicator);
  if (compared === null) return {};
  const common = targetFor(targets, null, null);
  const base = { now: [], before: baseOf(indicator, side, common) };
  const value = valueOf(indicator, heldAgainst(indicator, side, common));
  const isKnown = value !== null && base.before.length > 0 && comparable(indicator, base);
  const before = isKnown && !isOfEach(indicator) ? valueOf(indicator, base.before) : null;
  const isShare = compared.endsWith('percent');
  return {
    compared: compared as IndicatorResult['compared'],
    change:
      before === null || (isShare && before.over === 0n)
        ? null
        : approximate(changeOn(indicator, value!, before)),
  };
}

/** An agency's own target before its level's, its level's before the one for all. */
function targetFor(
  targets: Target[],
  level: Level | null,
  agency: string | null,
): Target | undefined {
  const own = targets.find((target) => agency !== null && target.agency === agency);
  const ofLevel = targets.find(
    (target) => level !== null && target.agency === null && target.level === level,
  );
  return (
    own ?? ofLevel ?? targets.find((target) => target.agency === null && target.level === null)
  );
}

function indicatorResult(world: World, indicator: Indicator): IndicatorResult {
  const targets = standing(world, indicator.code);
  const earlier = worldIn(world.plan, world.submissions, spanBefore(world.span), {
    ...world.options,
    asOf: null,
  });
  const isComputed = indicator.kind === 'computed';
  const side: Side = isComputed
    ? { now: computedSlots(world, indicator), before: computedSlots(earlier, indicator) }
    : {
        now: slotsOf(world, indicator, world.now),
        before: slotsOf(world, indicator, world.before),
      };
  const soFar = isComputed ? side.now : slotsOf(world, indicator, world.yearToDate);
  side.soFar = soFar;
  const same = { ...world.span, year: world.span.year - 1 };
  side.lastYear = slotsOf(world, indicator, basesWithin(world.plan, same, world.submissions));
  side.lastYearSoFar = slotsOf(
    world,
    indicator,
    basesWithin(world.plan, { ...same, first: 1 }, world.submissions),
  );
  const ofYear = [indicator, ...targets].some(
    ({ assess }) => assess === 'whole-year' || assess === 'pace',
  );
  const levels = levelRows(world, indicator, side, targets);
  return {
    code: indicator.code,
    kind: indicator.kind,
    unit: unitOfFigure(indicator),
    ...(indicator.decimals ? { decimals: indicator.decimals } : {}),
    ...(indicator.sign ? { sign: indicator.sign } : {}),
    ...(indicator.overAgencies ? { overAgencies: indicator.overAgencies } : {}),
    ...(indicator.scale ? { scale: indicator.scale } : {}),
    ...changed(indicator, side, targets),
    ...(indicator.kind === 'yes-no' ? { answers: answered(side.now) } : {}),
    ...printed(indicator, side.now),
    ...coverage(side.now),
    ...judgedUnits(world, indicator, side, targets),
    ...(isComputed ? { missingTasks: missingTasks(side.now) } : {}),
    ...(ofYear ? { progress: progress(world, indicator, soFar, targets) } : {}),
    notMet: missers(world, indicator, side, targets),
    targets: targets.map(({ indicator: _, raw: __, ...told }) => ({
      ...told,
      ...(isOfEach(indicator) && told.agency === null ? { scope: 'each' as const } : {}),
      ...(['whole-year', 'pace'].includes(told.assess ?? indicator.assess)
        ? { assess: told.assess ?? indicator.assess }
        : {}),
    })),
    levels,
    status: provinceStatus(world, indicator, side, targets, levels),
    // What tasks are counted by stands at the period's end.
    cumulative: printed(indicator, soFar),
    previous: isOfEach(indicator)
      ? null
      : totalOf(indicator, side.before) && printed(indicator, side.before),
    ...gapsOf(world, side, isComputed ? [] : side.lastYear!),
  };
}

/**
 * consolidate.schema.json, "gaps": "only where a figure of before is there and is not made of all
 * it should be", and of last year where that is not the period before itself. No agency here comes
 * from another.
 */
function gapsOf(
  { span }: World,
  { now, before }: Side,
  lastYear: Slot[],
): Pick<IndicatorResult, 'gaps'> {
  const gap = (then: Slot[]) => {
    const asked = askedOf(then);
    const there = (slots: Slot[]) => slots.reduce((sum, { spans = 1 }) => sum + spans, 0);
    const told = asked.filter(({ said }) => said !== null);
    const was = new Set(then.map(({ agency }) => agency));
    const unmatched = sortedSet(
      now.filter(({ agency }) => !was.has(agency)).map(({ agency }) => agency.code),
    );
    if (told.length === 0 || (told.length === asked.length && unmatched.length === 0)) return null;
    return {
      reported: there(told),
      expected: there(asked),
      notReported: sortedSet(
        asked.filter(({ said }) => said === null).map(({ agency }) => agency.code),
      ),
      unmatched,
    };
  };
  const isSame = span.last - span.first >= 8;
  const [previous, ofLastYear] = [gap(before), isSame ? null : gap(lastYear)];
  if (!previous && !ofLastYear) return {};
  return {
    gaps: {
      ...(previous ? { previous } : {}),
      ...(ofLastYear ? { lastYear: ofLastYear } : {}),
    },
  };
}

/**
 * "Milestones: several targets of one indicator with from–to dates": those in whose time the period
 * ends; of two for the same the later, and of two that began together the one that ends first.
 */
function standing({ plan, span }: World, code: string): Target[] {
  const day = cutOffDay(plan, span);
  const begun = plan.targets.filter(
    ({ indicator, from = '', until = '9' }) => indicator === code && from <= day && day <= until,
  );
  const isReplaced = (one: Target) =>
    begun.some(
      ({ level, agency, from = '', until = '9' }) =>
        level === one.level &&
        agency === one.agency &&
        (from > (one.from ?? '') || (from === (one.from ?? '') && until < (one.until ?? '9'))),
    );
  return begun.filter((one) => !isReplaced(one));
}

/** Of each unit that is asked its own status, and the target it was judged by. */
function unitStatuses(
  world: World,
  indicator: Indicator,
  side: Side,
  targets: Target[],
): { status: IndicatorStatus; target: Target | undefined; held: Slot[] }[] {
  const codes = sortedSet(side.now.map(({ agency }) => agency.code));
  return codes.map((code) => {
    const agency = world.plan.agencies.find((one) => one.code === code)!;
    const own = only(side, (one) => one === agency);
    const target = targetFor(targets, agency.level, code);
    const alone = { ...world, options: { ...world.options, acceptIncomplete: false } };
    const held = heldAgainst(indicator, own, target);
    return { status: judge(alone, indicator, own, target), target, held };
  });
}

/** "Incomplete while a unit is missing; met only if every unit meets, else not met." */
function ofEach(
  world: World,
  indicator: Indicator,
  side: Side,
  targets: Target[],
): IndicatorStatus {
  const units = unitStatuses(world, indicator, side, targets);
  const statuses = units.map(({ status }) => status);
  if (statuses.length === 0) return 'not-assigned';
  const asked = askedOf(units.flatMap(({ held }) => held));
  if (asked.length > 0 && asked.every(({ said }) => said === null))
    return asked.some(({ percentOnly }) => percentOnly) ? 'no-basis' : 'not-reported';
  const isThere = asked.every(({ said }) => said !== null) || world.options.acceptIncomplete;
  if (!isThere) return 'incomplete';
  if (statuses.includes('not-met')) return 'not-met';
  // Nothing is asked of a unit without a target, or in which nothing occurred; one that is not
  // there was left out by whoever closed the period.
  const told: IndicatorStatus[] = statuses.filter((status) => status !== 'met');
  const open: IndicatorStatus[] = told.filter(
    (status) =>
      !['not-applicable', 'no-target'].includes(status) &&
      !(
        world.options.acceptIncomplete &&
        ['not-reported', 'incomplete', 'no-basis'].includes(status)
      ),
  );
  if (open.length > 0) return ORDER.find((status) => open.includes(status))!;
  if (statuses.includes('met')) return 'met';
  const last: IndicatorStatus[] = told.filter((status) => status !== 'not-reported');
  return ORDER.find((status) => last.includes(status))!;
}

/**
 * "Always with n/N": of each unit by itself, of a target on each unit, and of a table of targets
 * that has one for each ("the province's row then shows n/N").
 */
function judgedUnits(
  world: World,
  indicator: Indicator,
  side: Side,
  targets: Target[],
): { unitsMet?: number; unitsJudged?: number } {
  const isTable = targets.length > 0 && targets.every(({ agency }) => agency !== null);
  const isOnEach = targets.some(({ scope }) => scope === 'each');
  if (!isOfEach(indicator) && !isOnEach && !isTable) return {};
  const statuses = unitStatuses(world, indicator, side, targets)
    .filter(
      ({ target }) =>
        isOfEach(indicator) || target?.scope === 'each' || (target && target.agency !== null),
    )
    .map(({ status }) => status);
  const met = statuses.filter((status) => status === 'met').length;
  return {
    unitsMet: met,
    unitsJudged: met + statuses.filter((status) => status === 'not-met').length,
  };
}

type Coverage = Pick<
  IndicatorResult,
  'complete' | 'expected' | 'reported' | 'notReported' | 'missingMonths' | 'noBasis'
>;

/**
 * "A percentage without its parts is only in `noBasis`"; "`missingMonths` lists every missing month
 * of an agency, also of one that sent a bare percentage in another month."
 */
function coverage(all: Slot[]): Coverage {
  const slots = askedOf(all);
  const noBasis = sortedSet(
    slots.filter(({ percentOnly }) => percentOnly).map(({ agency }) => agency.code),
  );
  const gaps = slots.filter(({ said, percentOnly }) => said === null && !percentOnly);
  const withGap = sortedSet(gaps.map(({ agency }) => agency.code));
  const monthsOf = (code: string) =>
    sortedSet(gaps.filter(({ agency }) => agency.code === code).map(({ base }) => base));
  const silent = (code: string) =>
    slots.every(({ agency, said }) => agency.code !== code || said === null);
  return {
    complete: isComplete(slots),
    expected: slots.length,
    reported: slots.filter(({ said }) => said !== null).length,
    notReported: withGap.filter((code) => silent(code) && !noBasis.includes(code)),
    missingMonths: Object.fromEntries(withGap.map((code) => [code, monthsOf(code)])),
    noBasis,
  };
}

/** "A task nobody reported is a gap named by its code." */
function missingTasks(slots: Slot[]): Record<string, string[]> {
  const gaps = askedOf(slots).filter(({ said }) => said === null);
  const codes = sortedSet(gaps.map(({ agency }) => agency.code));
  const tasksOf = (code: string) =>
    sortedSet(gaps.flatMap(({ agency, task }) => (agency.code === code ? task! : [])));
  return Object.fromEntries(codes.map((code) => [code, tasksOf(code)]));
}

/** "`notMet` judges each agency on its own coverage even while the province is incomplete." */
function missers(world: World, indicator: Indicator, side: Side, targets: Target[]): string[] {
  const fails = (agency: Agency) => {
    const own = only(side, ({ code }) => code === agency.code);
    const target = targetFor(targets, agency.level, agency.code);
    const status = judge(world, indicator, own, target);
    return isComplete(heldAgainst(indicator, own, target)) && status === 'not-met';
  };
  return sortedSet(world.plan.agencies.filter(fails).map(({ code }) => code));
}

/** "Every level with an assigned agency gets a row." */
function levelRows(
  world: World,
  indicator: Indicator,
  side: Side,
  targets: Target[],
): LevelResult[] {
  return (['tinh', 'huyen', 'xa'] as const).flatMap((level) => {
    const own = only(side, (agency) => agency.level === level);
    if (own.now.length === 0) return [];
    const target = targetFor(targets, level, null);
    const status =
      isOfEach(indicator) || target?.scope === 'each'
        ? ofEach(world, indicator, own, targets)
        : judge(world, indicator, own, target);
    return [{ level, ...printed(indicator, own.now), status }];
  });
}

/**
 * "The province's row where targets are per level: not-met if any level is, met if all are, else
 * the first other status in the order"; it "has no single threshold unless the plan defines one".
 */
function provinceStatus(
  world: World,
  indicator: Indicator,
  side: Side,
  targets: Target[],
  levels: LevelResult[],
): IndicatorStatus {
  const common = targetFor(targets, null, null);
  const perLevel = targets.some(({ level, agency }) => level !== null && agency === null);
  if (common || !perLevel || levels.length === 0)
    return isOfEach(indicator) || common?.scope === 'each'
      ? ofEach(world, indicator, side, targets)
      : judge(world, indicator, side, common);
  const statuses = levels.map(({ status }) => status);
  if (statuses.includes('not-met')) return 'not-met';
  return ORDER.find((status) => statuses.includes(status))!;
}

// ------------------------------------------------------------------------------------
// tasks

/** What an agency's form in force says of a task. */
interface Said {
  state: TaskState;
  date: string | null;
  text: string | null;
}

function saidOf(world: World, task: Task, agency: Agency, base: Base): Said | null {
  const observations = inForce(world, agency.code, base.id)?.observations ?? [];
  const read = (measure: MeasureName) => {
    const found = find(observations, 'task', task.code, measure);
    return found?.state === 'ok' && typeof found.value === 'string' ? found.value : null;
  };
  const state = read('status') as TaskState | null;
  return state && { state, date: read('date'), text: read('text') };
}

/**
 * An agency's row, and how many it was asked for and has done (occurrences, where the task recurs).
 */
interface TaskRow {
  row: TaskAgencyResult;
  assigned: number;
  done: number;
}

function taskResult(world: World, task: Task): TaskResult {
  const rows = world.plan.agencies
    .filter((agency) => isAssigned(task.filledBy, agency))
    .filter(
      (agency) => reportsOn(agency, world.lastDay) || occurrencesOf(world, task, agency).length > 0,
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((agency) => taskRow(world, task, agency));
  return {
    code: task.code,
    assigned: rows.reduce((sum, { assigned }) => sum + assigned, 0),
    done: rows.reduce((sum, { done }) => sum + done, 0),
    status: rows.length === 0 ? 'not-reported' : combined(rows.map(({ row }) => row.status)),
    agencies: rows.map(({ row }) => row),
  };
}

/**
 * "All done: done-late if any is late; any overdue: overdue; all alike: that; else in-progress."
 */
function combined(statuses: TaskStatus[]): TaskStatus {
  if (statuses.every(isDone)) return statuses.includes('done-late') ? 'done-late' : 'done-on-time';
  if (statuses.includes('overdue')) return 'overdue';
  return statuses.every((status) => status === statuses[0]) ? statuses[0] : 'in-progress';
}

const isDone = (status: TaskStatus): boolean => status === 'done-on-time' || status === 'done-late';

function taskRow(world: World, task: Task, agency: Agency): TaskRow {
  if (task.deadline?.kind === 'recurring') return recurringRow(world, task, agency);
  const said = (bases: Base[]) => bases.flatMap((base) => saidOf(world, task, agency, base) ?? []);
  // "'Thường xuyên' done in the period"; any other completion carries on from earlier in the year.
  const completion = said(task.deadline?.kind === 'continuous' ? world.now : world.yearToDate)
    .filter(({ state }) => state === 'done')
    .at(-1);
  const counted = completion ?? said(world.now).at(-1);
  const status = counted ? taskStatus(world, task.deadline, counted) : 'not-reported';
  const row = {
    agency: agency.code,
    status,
    date: counted?.date ?? null,
    text: counted?.text ?? null,
  };
  return { row, assigned: 1, done: isDone(status) ? 1 : 0 };
}

/**
 * "Done without a deadline is done-on-time, in progress stays in-progress, not started is
 * no-deadline."
 */
function taskStatus(world: World, deadline: Deadline | null, { state, date }: Said): TaskStatus {
  const day = deadlineOn(world.plan, deadline);
  if (state === 'done')
    return day !== null && date !== null && date > day ? 'done-late' : 'done-on-time';
  if (deadline?.kind === 'continuous') return 'in-progress';
  // "Overdue means the deadline lies before the judging day; on the day itself a task is not yet
  // overdue."
  if (day !== null && day < world.today) return 'overdue';
  if (state === 'in-progress') return 'in-progress';
  return day === null ? 'no-deadline' : 'not-due';
}

/**
 * "Recurring tasks count occurrences": one for each base period (that ends a quarter) in whose set
 * the agency is; "an agency abolished within a year keeps its done occurrences of recurring tasks
 * in the year, as its figures do".
 */
function occurrencesOf(world: World, { deadline }: Task, agency: Agency): Base[] {
  if (deadline?.kind !== 'recurring') return [];
  return world.now.filter(
    (base) =>
      (deadline.every === 'month' || base.last % 3 === 0) &&
      reportsOn(agency, lastCalendarDay(base)),
  );
}

function recurringRow(world: World, task: Task, agency: Agency): TaskRow {
  const occurrences = occurrencesOf(world, task, agency).map((base) =>
    saidOf(world, task, agency, base),
  );
  const statuses = occurrences.map((said): TaskStatus => {
    if (!said) return 'not-reported';
    return said.state === 'done' ? 'done-on-time' : 'overdue';
  });
  const row = {
    agency: agency.code,
    status: statuses.length === 0 ? 'not-due' : combined(statuses),
    date: occurrences.flatMap((said) => said?.date ?? []).at(-1) ?? null,
    text: occurrences.flatMap((said) => said?.text ?? []).at(-1) ?? null,
  };
  return { row, assigned: statuses.length, done: statuses.filter(isDone).length };
}
