import { theOne } from '../../known/known';
import type { CivilDate } from '../../text/date';
import { grouped } from '../grouped';
import { madeOnce } from '../made-once';
import type { Basis } from './basis';
import { measureOf, type ExactParts, type Measure } from '../measure/measure';
import { previousPeriod, sameLastYear, yearUpTo, type Period } from '../period/period';
import { lastDay } from '../period/window';
import { LEVELS, type Agency } from '../agency/agency';
import { figureUnit, type Indicator, type Plan, type Target } from '../plan/plan';
import { family } from '../plan/family';
import {
  assessOf,
  generalTarget,
  hasFigures,
  isAssessed,
  isOfYear,
  meets,
  meetsBy,
  targetFor,
} from '../plan/target';
import { compareProducts, exactSum, quotientOf, times } from '../decimal/decimal';
import {
  askedOf,
  denominatorsOf,
  figuresOf,
  placesOf,
  reportedOf,
  total,
  type Entry,
} from './coverage';
import { gapOf, toldBeside } from './told-beside';
import type {
  Figure,
  IndicatorResult,
  IndicatorStatus,
  LevelResult,
  TargetResult,
} from './consolidation';

/** How a status is decided: the day deadlines are judged by, and whether n/N may be judged. */
export interface Judging {
  day: CivilDate;
  /** So many months of the year are over at the period's end. */
  months: number;
  acceptIncomplete: boolean;
}

/** The order in which statuses apply; the first that does is the status. */
const STATUS_ORDER: readonly IndicatorStatus[] = [
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

export function indicatorResult(basis: Basis, indicator: Indicator): IndicatorResult {
  const { plan, period, day } = basis;
  const judging: Judging = {
    day,
    acceptIncomplete: basis.options.acceptIncomplete,
    months: period.lastMonth,
  };
  const measure = measureOf(indicator);
  const entries = basis.coverage(indicator);
  const before = basis.coverage(indicator, previousPeriod(period));
  /** What a target is compared with, where it is compared at all. */
  const baseOf = (target: Target | null): readonly Entry[] => {
    if (measure.choices.comparedWith !== 'last-year') return before;
    const same = sameLastYear(period);
    return basis.coverage(indicator, isOfYear(assessOf(indicator, target)) ? yearUpTo(same) : same);
  };
  const judge = (
    own: readonly Entry[],
    previous: readonly Entry[],
    target: Target | null,
    mayAccept: boolean,
  ) =>
    statusOf(plan, indicator, own, previous, target, {
      ...judging,
      acceptIncomplete: mayAccept && judging.acceptIncomplete,
    });
  const soFar = basis.cumulative(indicator);
  // Where nobody is asked in the period there is nothing to judge, whatever the year brought
  // before.
  const judgedBy = (target: Target | null) =>
    isOfYear(assessOf(indicator, target)) && entries.length > 0 ? soFar : entries;
  const sumUp = (own: readonly Entry[]) => (measure.isTotalled ? total(indicator, own) : NOTHING);
  const shares = new Shares();
  const units = agenciesOf(entries).map((agency): Unit => {
    const target = targetFor(plan, indicator.code, { agency, level: agency.level });
    const own = shares.of(judgedBy(target), agency.code);
    const earlier = [...(family(plan, agency.code, lastDay(period)) ?? [])];
    const previous = earlier.flatMap((code) => shares.of(baseOf(target), code));
    return { agency, own, target, status: judge(own, previous, target, false) };
  });
  const judgeAll = (isOwn: (entry: Entry) => boolean, target: Target | null, of: readonly Unit[]) =>
    measure.isTotalled && target?.scope !== 'each'
      ? judge(judgedBy(target).filter(isOwn), baseOf(target).filter(isOwn), target, true)
      : ofUnits(of, judging.acceptIncomplete);
  const levels = LEVELS.filter((level) =>
    entries.some((entry) => entry.agency.level === level),
  ).map((level): LevelResult => {
    const isOwn = (entry: Entry) => entry.agency.level === level;
    return {
      level,
      ...sumUp(entries.filter(isOwn)),
      status: judgeAll(
        isOwn,
        targetFor(plan, indicator.code, { level }),
        units.filter(({ agency }) => agency.level === level),
      ),
    };
  });
  const general = generalTarget(plan, indicator.code);
  const byLevel = plan.targets.some(
    (target) =>
      target.indicator === indicator.code && target.agency === null && target.level !== null,
  );
  const targets = plan.targets.filter((target) => target.indicator === indicator.code);
  const missing = missingOf(entries);
  const previousTotal = sumUp(before);
  return {
    code: indicator.code,
    kind: indicator.kind,
    unit: figureUnit(indicator),
    ...(indicator.decimals ? { decimals: indicator.decimals } : {}),
    ...(indicator.sign ? { sign: indicator.sign } : {}),
    ...(indicator.overAgencies ? { overAgencies: indicator.overAgencies } : {}),
    ...(indicator.scale ? { scale: indicator.scale } : {}),
    ...sumUp(entries),
    complete: isComplete(entries),
    expected: placesOf(askedOf(entries)),
    reported: placesOf(reportedOf(entries)),
    ...missing,
    ...(measure.isFromTasks ? { missingTasks: missingTasksOf(entries) } : {}),
    ...countedUnits(measure, targets, units),
    ...([null, ...targets].some((target) => isOfYear(assessOf(indicator, target)))
      ? { progress: progressOf(indicator, soFar, general, judging) }
      : {}),
    ...answersOf(measure, entries),
    ...changeOf(indicator, judgedBy(general), baseOf(general)),
    notMet: units
      .filter(({ status }) => status === 'not-met')
      .map(({ agency }) => agency.code)
      .sort(),
    targets: targets.map((target) => targetResult(indicator, target)),
    levels,
    status: !general && byLevel ? combine(levels) : judgeAll(() => true, general, units),
    cumulative: sumUp(soFar),
    previous:
      previousTotal.value === null && previousTotal.numerator === null ? null : previousTotal,
    ...gapsOf(basis, indicator, entries),
  };
}

function gapsOf(
  basis: Basis,
  indicator: Indicator,
  own: readonly Entry[],
): Pick<IndicatorResult, 'gaps'> {
  const { plan, period } = basis;
  const [before, same] = [previousPeriod(period), sameLastYear(period)];
  const gap = (of: Period) => gapOf(toldBeside(plan, period, own, basis.coverage(indicator, of)));
  const [previous, lastYear] = [gap(before), same.id === before.id ? null : gap(same)];
  if (!previous && !lastYear) return {};
  return { gaps: { ...(previous ? { previous } : {}), ...(lastYear ? { lastYear } : {}) } };
}

function answersOf(measure: Measure, entries: readonly Entry[]): Pick<IndicatorResult, 'answers'> {
  if (measure.answers.length === 0) return {};
  const said = figuresOf(entries).map(({ numerator }) => numerator);
  const count = (value: number) => said.filter((one) => one === value).length;
  return {
    answers: Object.fromEntries(measure.answers.map(({ value, word }) => [word, count(value)])),
  };
}

/** How much the figure changed, where its targets are held against that. */
function changeOf(
  indicator: Indicator,
  own: readonly Entry[],
  base: readonly Entry[],
): Pick<IndicatorResult, 'compared' | 'change'> {
  const measure = measureOf(indicator);
  const { compared } = measure.choices;
  if (compared === null) return {};
  const isKnown =
    measure.isTotalled && total(indicator, own).value !== null && hasCompleteTotal(indicator, base);
  const change = isKnown
    ? measure.changeOn(exactParts(indicator, own), exactParts(indicator, base))
    : null;
  return { compared, change: change && quotientOf(change.numerator, change.denominator) };
}

/** What is asked of each, or judged by the year, says so whoever chose it. */
function targetResult(indicator: Indicator, target: Target): TargetResult {
  const { indicator: _, raw: __, ...told } = target;
  const isOfEach = !measureOf(indicator).isTotalled && target.agency === null;
  return {
    ...told,
    ...(isOfEach ? { scope: 'each' } : {}),
    ...(isOfYear(assessOf(indicator, target)) ? { assess: assessOf(indicator, target) } : {}),
  };
}

/** How much of an amount to be reached stands so far, in per cent of it. */
function progressOf(
  indicator: Indicator,
  soFar: readonly Entry[],
  target: Target | null,
  { acceptIncomplete }: Judging,
): number | null {
  const measure = measureOf(indicator);
  if (
    !target?.confirmed ||
    target.scope === 'each' ||
    measure.choices.compared !== null ||
    !target.value ||
    target.value < 0 ||
    !['>=', '>', '='].includes(target.operator)
  )
    return null;
  if (
    !measure.isTotalled ||
    reportedOf(soFar).length === 0 ||
    !(isComplete(soFar) || acceptIncomplete)
  )
    return null;
  const { value } = total(indicator, soFar);
  return value === null ? null : measure.shareOfTarget(value, target.value);
}

const NOTHING: Figure = { numerator: null, denominator: null, value: null };

/** How one agency does against its own target, and what that was held against. */
interface Unit {
  agency: Agency;
  own: readonly Entry[];
  target: Target | null;
  status: IndicatorStatus;
}

/**
 * How many units do as they should, where it is asked of each: by the indicator, by its target, or
 * by a table that has a target for each and none for all.
 */
function countedUnits(
  measure: Measure,
  targets: readonly Target[],
  units: readonly Unit[],
): Pick<IndicatorResult, 'unitsMet' | 'unitsJudged'> {
  if (!measure.isTotalled) return countOf(units);
  const isTable = targets.length > 0 && targets.every(({ agency }) => agency !== null);
  if (!isTable && !targets.some(({ scope }) => scope === 'each')) return {};
  return countOf(
    units.filter(({ target }) => target?.scope === 'each' || (target?.agency ?? null) !== null),
  );
}

function countOf(units: readonly Unit[]): Pick<IndicatorResult, 'unitsMet' | 'unitsJudged'> {
  const count = (...wanted: IndicatorStatus[]) =>
    units.filter(({ status }) => wanted.includes(status)).length;
  return { unitsMet: count('met'), unitsJudged: count('met', 'not-met') };
}

/**
 * Where each agency is judged by itself: incomplete while one is missing, unless the period was
 * closed with n/N; not met if any is not, met if all that have something to answer for are, else
 * the first other status.
 */
function ofUnits(units: readonly Unit[], acceptIncomplete: boolean): IndicatorStatus {
  const entries = units.flatMap(({ own }) => own);
  if (units.length === 0) return 'not-assigned';
  if (askedOf(entries).length > 0 && reportedOf(entries).length === 0)
    return entries.some((entry) => entry.figure.kind === 'no-basis') ? 'no-basis' : 'not-reported';
  if (!isComplete(entries) && !acceptIncomplete) return 'incomplete';
  const told = units.map(({ status }) => status);
  if (told.includes('not-met')) return 'not-met';
  const first = (of: readonly IndicatorStatus[]) => STATUS_ORDER.find((one) => of.includes(one));
  const isOpen = (status: IndicatorStatus) =>
    !NOTHING_ASKED.has(status) && !(acceptIncomplete && NOT_THERE.has(status));
  const open = first(told.filter((status) => isOpen(status)));
  if (open) return open;
  if (told.includes('met')) return 'met';
  return first(told.filter((status) => status !== 'not-reported')) ?? 'not-reported';
}

/** A unit that has nothing to answer for, or has answered. */
const NOTHING_ASKED: ReadonlySet<IndicatorStatus> = new Set(['met', 'not-applicable', 'no-target']);

/** A unit left out by whoever closes the period with n/N. */
const NOT_THERE: ReadonlySet<IndicatorStatus> = new Set(['not-reported', 'no-basis', 'incomplete']);

/** What each agency has of some entries: every agency asks, and the entries are looked at once. */
class Shares {
  private readonly known = new Map<readonly Entry[], ReadonlyMap<string, Entry[]>>();

  of(entries: readonly Entry[], agency: string): readonly Entry[] {
    const shared = madeOnce(this.known, entries, () => grouped(entries, (one) => one.agency.code));
    return shared.get(agency) ?? [];
  }
}

function agenciesOf(entries: readonly Entry[]): Agency[] {
  return [...new Set(entries.map((entry) => entry.agency))];
}

/**
 * Who owes what. A period for which an agency sent a percentage without its parts is only in
 * `noBasis`.
 */
function missingOf(
  entries: readonly Entry[],
): Pick<IndicatorResult, 'notReported' | 'missingMonths' | 'noBasis'> {
  const noBasis = new Set(
    entries.filter((entry) => entry.figure.kind === 'no-basis').map((entry) => entry.agency.code),
  );
  const reported = new Set(reportedOf(entries).map((entry) => entry.agency.code));
  const missingMonths = gaps(entries, ({ period }) => period.id);
  return {
    notReported: Object.keys(missingMonths)
      .filter((code) => !reported.has(code) && !noBasis.has(code))
      .sort(),
    missingMonths,
    noBasis: [...noBasis].sort(),
  };
}

function missingTasksOf(entries: readonly Entry[]): Record<string, string[]> {
  return gaps(entries, ({ task }) => task ?? '');
}

/** What is missing of each agency, by its code. */
function gaps(entries: readonly Entry[], what: (entry: Entry) => string): Record<string, string[]> {
  const missing = new Map<string, Set<string>>();
  for (const entry of entries) {
    if (entry.figure.kind !== 'missing') continue;
    const { code } = entry.agency;
    missing.set(code, (missing.get(code) ?? new Set()).add(what(entry)));
  }
  const sorted = [...missing].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([code, all]) => [code, [...all].sort()]));
}

function isComplete(entries: readonly Entry[]): boolean {
  return reportedOf(entries).length === askedOf(entries).length;
}

/**
 * The status of one scope (the province, a level, an agency) against its target; the first that
 * applies.
 */
function statusOf(
  plan: Plan,
  indicator: Indicator,
  entries: readonly Entry[],
  before: readonly Entry[],
  target: Target | null,
  judging: Judging,
): IndicatorStatus {
  if (entries.length === 0) return 'not-assigned';
  if (askedOf(entries).length > 0 && reportedOf(entries).length === 0)
    return entries.some((entry) => entry.figure.kind === 'no-basis') ? 'no-basis' : 'not-reported';
  if (!isComplete(entries) && !judging.acceptIncomplete) return 'incomplete';
  const figure = total(indicator, entries);
  const unlike = target && lackOfBase(indicator, before, target);
  if (unlike) return unlike;
  if (figure.value === null) return 'not-applicable';
  if (!target) return 'no-target';
  if (!target.confirmed || !hasFigures(target)) return 'needs-confirmation';
  if (!isAssessed(plan, indicator, target, judging.day)) return 'not-due';
  return isMet(indicator, entries, before, target, judging.months) ? 'met' : 'not-met';
}

/** Why nothing can be said of a change: the figure it is on is not whole, or is 0. */
function lackOfBase(
  indicator: Indicator,
  before: readonly Entry[],
  { operator }: Target,
): IndicatorStatus | null {
  const isIncrease = operator === 'increase';
  if (!isIncrease && measureOf(indicator).choices.compared === null) return null;
  if (!hasCompleteTotal(indicator, before)) return 'incomplete';
  return !isIncrease && isOverNothing(indicator, before) ? 'no-basis' : null;
}

function hasCompleteTotal(indicator: Indicator, entries: readonly Entry[]): boolean {
  return entries.length > 0 && isComplete(entries) && total(indicator, entries).value !== null;
}

/** "Tăng 7% so với" of a figure that was 0 says nothing. */
function isOverNothing(indicator: Indicator, base: readonly Entry[]): boolean {
  const { compared } = measureOf(indicator).choices;
  const isShare = compared === 'last-year-percent' || compared === 'before-percent';
  return isShare && total(indicator, base).value === 0;
}

/** Compared before anything is rounded. */
function isMet(
  indicator: Indicator,
  entries: readonly Entry[],
  before: readonly Entry[],
  target: Target,
  months: number,
): boolean {
  const measure = measureOf(indicator);
  const own = exactParts(indicator, entries);
  if (target.operator === 'increase') return measure.change(own, exactParts(indicator, before)) > 0;
  if (measure.choices.compared !== null)
    return meetsBy(target, (value) => {
      const change = measure.changeOn(own, exactParts(indicator, before))!;
      return compareProducts(change.numerator, 1, value, change.denominator);
    });
  if (assessOf(indicator, target) !== 'pace') return meets(measure, own, target);
  return meets(
    measure,
    { numerator: times(own.numerator, 12), denominator: times(own.denominator, months) },
    target,
  );
}

/** Of a count the denominator stands for nothing and is 1. */
function exactParts(indicator: Indicator, entries: readonly Entry[]): ExactParts {
  const figures = figuresOf(entries);
  const isCount = figures.every((figure) => figure.denominator === null);
  return {
    numerator: measureOf(indicator).combine(figures.map((figure) => figure.numerator)),
    denominator: exactSum(isCount ? [1] : denominatorsOf(indicator, entries)),
  };
}

/**
 * The province's row where only levels have targets: not met if any is not, met if all are, else
 * the first other status.
 */
function combine(levels: readonly LevelResult[]): IndicatorStatus {
  const statuses = levels.map((level) => level.status);
  if (statuses.length === 0) return 'not-assigned';
  if (statuses.includes('not-met')) return 'not-met';
  if (statuses.every((status) => status === 'met')) return 'met';
  return theOne(STATUS_ORDER, (status) => status !== 'met' && statuses.includes(status));
}
