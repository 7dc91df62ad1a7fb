import type { CivilDate } from '../../text/date';
import { grouped } from '../grouped';
import { madeOnce } from '../made-once';
import type { InForce } from '../ledger/in-force';
import { measureOf } from '../measure/measure';
import { compareEnds, periodOf, tiles, type Period, type PeriodId } from '../period/period';
import type { Agency } from '../agency/agency';
import {
  baseKind,
  deadlineDay,
  expectedTiles,
  cutOff,
  isFilledBy,
  reportingAgencies,
  yearToDate,
  type Indicator,
  type Plan,
  type Standing,
  standsOn,
} from '../plan/plan';
import { chosenPath } from '../plan/two-paths';
import type { Observation } from '../submission/submission';
import type { Figure, TaskStatus } from './consolidation';
import { judgeTask } from './task-result';
import { numberOf, sum } from '../decimal/decimal';
import type { AgencyFigure, Entry } from './entry';
import { withWholes } from './whole-periods';

export type { AgencyFigure, Entry };

/**
 * Agency × base period of an indicator: all of a flow's, only the last of a stock or a cumulative
 * figure.
 */
export function coverage(
  plan: Plan,
  indicator: Indicator,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): Entry[] {
  if (measureOf(indicator).isFromTasks)
    return computedEntries(plan, indicator, period, inForce, day);
  const parts =
    period.year === plan.year
      ? standingTiles(plan, indicator, period)
      : earlierTiles(plan, period, inForce);
  return entriesOver(plan, indicator, parts, inForce);
}

/**
 * The entries of all base periods of a time, or of its last one; where an agency tells a longer
 * period within it as a whole, that.
 */
function entriesOver(
  plan: Plan,
  indicator: Indicator,
  parts: readonly Period[],
  inForce: InForce,
): Entry[] {
  const used = measureOf(indicator).isSummed ? parts : parts.slice(-1);
  const entries = entriesOf(plan, indicator, used, inForce);
  return withWholes(plan, entries, parts, inForce, {
    read: ({ agency }, whole) => readEntry(indicator, placeOf(agency, whole, inForce), inForce),
    isLeftOut: (base, agency) =>
      chosenPath(plan, { table: 'indicators', code: indicator.code }, base) !== undefined &&
      !isFilledBy(indicator, agency, cutOff(plan, periodOf(base))),
  });
}

/** The base periods of a period in which a row stands; a plan may be adjusted in mid-year. */
export function standingTiles(plan: Plan, row: Standing, period: Period): Period[] {
  return expectedTiles(plan, period).filter((part) => standsOn(row, cutOff(plan, part)));
}

/** The base periods of another year, as far as that year's figures were brought in. */
function earlierTiles(plan: Plan, period: Period, inForce: InForce): Period[] {
  return inForce.hasYear(period.year) ? (tiles(period, baseKind(plan.schedule)) ?? []) : [];
}

/** The coverage of given base periods, each with its own reporting set. */
export function entriesOf(
  plan: Plan,
  indicator: Indicator,
  periods: readonly Period[],
  inForce: InForce,
): Entry[] {
  const read = known(plan, inForce);
  return periods.flatMap((period) => read.entriesIn(indicator, period));
}

/** Where an agency reports in a base period, and what counts there. */
type Place = Pick<Entry, 'agency' | 'period' | 'place' | 'submission'>;

function placeOf(agency: Agency, period: Period, inForce: InForce): Place {
  return {
    agency,
    period,
    place: `${period.id} ${agency.code}`,
    submission: inForce.of(agency.code, period.id),
  };
}

/**
 * What is in force does not change: the total, the table, the year so far and the chart of an
 * indicator ask for the same agencies of the same month, which are read once, and all indicators
 * for the same places.
 */
class Known {
  private readonly places = new Map<PeriodId, readonly Place[]>();
  private readonly entries = new WeakMap<Indicator, Map<PeriodId, readonly Entry[]>>();

  constructor(
    private readonly plan: Plan,
    private readonly inForce: InForce,
  ) {}

  placesIn(period: Period): readonly Place[] {
    return madeOnce(this.places, period.id, () =>
      reportingAgencies(this.plan, period).map((agency) => placeOf(agency, period, this.inForce)),
    );
  }

  entriesIn(indicator: Indicator, period: Period): readonly Entry[] {
    const ofIndicator = madeOnce(this.entries, indicator, () => new Map<PeriodId, Entry[]>());
    return madeOnce(ofIndicator, period.id, () => {
      const day = cutOff(this.plan, period);
      return this.placesIn(period)
        .filter(({ agency }) => isFilledBy(indicator, agency, day))
        .map((place) => readEntry(indicator, place, this.inForce));
    });
  }
}

const KNOWN = new WeakMap<InForce, WeakMap<Plan, Known>>();

function known(plan: Plan, inForce: InForce): Known {
  const ofPlans = madeOnce(KNOWN, inForce, () => new WeakMap<Plan, Known>());
  return madeOnce(ofPlans, plan, () => new Known(plan, inForce));
}

/**
 * A computed indicator: each dated task of each agency at the period's end, counted by how it
 * stands on that day.
 */
function computedEntries(
  plan: Plan,
  indicator: Indicator,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): Entry[] {
  const last = expectedTiles(plan, period).at(-1);
  if (!last) return [];
  const tasks = plan.tasks.flatMap((task) => {
    const deadline = deadlineDay(plan, task.deadline);
    if (deadline === null) return [];
    const judged = judgeTask(plan, task, period, inForce, day);
    return [
      {
        code: task.code,
        isDue: deadline <= day,
        at: new Map(judged.map(({ result }) => [result.agency, result])),
      },
    ];
  });
  return reportingAgencies(plan, period).flatMap((agency) =>
    tasks.flatMap(({ code, isDue, at }): Entry[] => {
      const status = at.get(agency.code)?.status;
      const entry = {
        ...placeOf(agency, last, inForce),
        task: code,
        numeratorAt: null,
        denominatorAt: null,
      };
      return status ? [{ ...entry, figure: taskFigure(indicator, status, isDue) }] : [];
    }),
  );
}

/**
 * What a task adds to its agency's figure; one without a report is a gap of its own, and the
 * agency's other tasks still count.
 */
function taskFigure(indicator: Indicator, status: TaskStatus, isDue: boolean): AgencyFigure {
  const onTime = indicator.taskCount === 'done-on-time';
  if (onTime && !isDue) return { kind: 'not-due' };
  if (status === 'not-reported') return { kind: 'missing' };
  const isDone = status === 'done-on-time' || (status === 'done-late' && !onTime);
  return { kind: 'figure', numerator: isDone ? 1 : 0, denominator: 1 };
}

function readEntry(indicator: Indicator, at: Place, inForce: InForce): Entry {
  const { agency, period, place, submission } = at;
  const told = submission && inForce.indicatorIn(submission, indicator.code);
  const value = told?.value ?? null;
  const numeratorAt = indicator.denominator ? (told?.numerator ?? null) : value;
  const denominatorAt = told?.denominator ?? null;
  const figure = indicator.denominator
    ? figureOf(usable(numeratorAt), usable(denominatorAt), usable(value))
    : countOf(value);
  return { agency, period, place, submission, numeratorAt, denominatorAt, figure };
}

function figureOf(
  numerator: number | null,
  denominator: number | null,
  percentage: number | null,
): AgencyFigure {
  if (numerator !== null && denominator !== null) return { kind: 'figure', numerator, denominator };
  const percentageOnly = numerator === null && denominator === null && percentage !== null;
  return { kind: percentageOnly ? 'no-basis' : 'missing' };
}

function countOf(value: Observation | null): AgencyFigure {
  if (value?.state === 'not-applicable') return { kind: 'nothing' };
  const counted = usable(value);
  return counted === null
    ? { kind: 'missing' }
    : { kind: 'figure', numerator: counted, denominator: null };
}

/**
 * The number a figure counts as, null where it counts nowhere. Không phát sinh is reported: it
 * counts as 0.
 */
export function usable(observation: Observation | null | undefined): number | null {
  if (observation?.state === 'not-applicable')
    return typeof observation.value === 'number' ? observation.value : 0;
  return observation?.state === 'ok' && typeof observation.value === 'number'
    ? observation.value
    : null;
}

/** The entries of each base period, by its id. */
export function entriesByPeriod(entries: readonly Entry[]): Map<PeriodId, Entry[]> {
  return grouped(entries, ({ period }) => period.id);
}

/** The entries that are asked for: all but tasks that are not due yet. */
export function askedOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ figure }) => figure.kind !== 'not-due');
}

/** How many base periods of agencies entries stand for: the n, or the N, of n/N. */
export function placesOf(entries: readonly Entry[]): number {
  return entries.reduce((count, { spans = 1 }) => count + spans, 0);
}

/** The n of n/N: entries that say how much, or that nothing occurred. */
export function reportedOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ figure }) => figure.kind === 'figure' || figure.kind === 'nothing');
}

export type Parts = { numerator: number; denominator: number | null };

/** The numbers of a coverage that are added up; of what is not due yet there are none of none. */
export function figuresOf(entries: readonly Entry[]): Parts[] {
  const figures: Parts[] = [];
  for (const { figure } of entries) {
    if (figure.kind === 'figure') figures.push(figure);
    else if (figure.kind === 'not-due') figures.push({ numerator: 0, denominator: 0 });
  }
  return figures;
}

/**
 * The entries whose denominators are added up: all that have one, but of a figure of the year each
 * agency's last only. A period in which nothing occurred says nothing of the year's figure and
 * never takes the place of one that does.
 */
export function denominatorEntries(
  indicator: Indicator,
  entries: readonly Entry[],
): readonly Entry[] {
  if (measureOf(indicator).timeRule('denominator') !== 'last-said') return entries;
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const before = last.get(entry.agency.code);
    if (entry.figure.kind === 'figure' && (!before || saysLater(before, entry)))
      last.set(entry.agency.code, entry);
  }
  return [...last.values()];
}

function saysLater(before: Entry, entry: Entry): boolean {
  const [says, said] = [entry, before].map(
    ({ figure }) => figure.kind === 'figure' && figure.denominator !== 0,
  );
  return says === said ? compareEnds(before.period, entry.period) < 0 : says;
}

/** The denominators that count. */
export function denominatorsOf(indicator: Indicator, entries: readonly Entry[]): number[] {
  return figuresOf(denominatorEntries(indicator, entries)).map((figure) => figure.denominator ?? 0);
}

const NOTHING: Figure = { numerator: null, denominator: null, value: null };

/**
 * Σ numerators over Σ denominators, never an average of ratios; null parts when nobody reported a
 * number.
 */
export function total(indicator: Indicator, entries: readonly Entry[]): Figure {
  const figures = figuresOf(entries);
  if (figures.length === 0) return NOTHING;
  const measure = measureOf(indicator);
  const numerators = figures.map((figure) => figure.numerator);
  const numerator =
    measure.together === 'SUM' ? sum(numerators) : numberOf(measure.combine(numerators));
  if (!measure.hasParts) return { numerator: null, denominator: null, value: numerator };
  const denominator = sum(denominatorsOf(indicator, entries));
  return { numerator, denominator, value: measure.value(numerator, denominator) };
}

/**
 * Flows from the year's first expected base period to the period's end; a stock is what it is at
 * the end.
 */
export function cumulativeEntries(
  plan: Plan,
  indicator: Indicator,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): Entry[] {
  if (!measureOf(indicator).isSummed) return coverage(plan, indicator, period, inForce, day);
  const begun = yearToDate(plan, period).filter((part) => standsOn(indicator, cutOff(plan, part)));
  return entriesOver(plan, indicator, begun, inForce);
}
