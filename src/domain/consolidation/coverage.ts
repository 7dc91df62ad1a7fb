import type { CivilDate } from '../../text/date';
import type { InForce } from '../ledger/in-force';
import { compareEnds, tiles, type Period } from '../period/period';
import {
  baseKind,
  deadlineDay,
  expectedTiles,
  cutOff,
  isFilledBy,
  isSummed,
  reportingAgencies,
  type Agency,
  type Indicator,
  type Plan,
  type Standing,
  standsOn,
} from '../plan/plan';
import type { Observation } from '../submission/submission';
import type { Figure, TaskStatus } from './consolidation';
import { taskResult } from './task-result';
import { sum } from './decimal';

/** What one agency's form of one base period says of an indicator; a count has no denominator. */
export type AgencyFigure =
  | { kind: 'figure'; numerator: number; denominator: number | null }
  /** A percentage without its parts: không đủ cơ sở tính. */
  | { kind: 'no-basis' }
  | { kind: 'missing' };

/** One place of the coverage: an agency that should report in a base period, and what it reported. */
export interface Entry {
  agency: Agency;
  period: Period;
  figure: AgencyFigure;
  numeratorAt: Observation | null;
  denominatorAt: Observation | null;
}

/** Agency × base period of an indicator: all of a flow's, only the last of a stock or a cumulative figure. */
export function coverage(plan: Plan, indicator: Indicator, period: Period, inForce: InForce, day: CivilDate): Entry[] {
  if (indicator.kind === 'computed') return computedEntries(plan, indicator, period, inForce, day);
  const parts =
    period.year === plan.year ? standingTiles(plan, indicator, period) : earlierTiles(plan, period, inForce);
  const used = isSummed(indicator) ? parts : parts.slice(-1);
  return entriesOf(plan, indicator, used, inForce);
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
export function entriesOf(plan: Plan, indicator: Indicator, periods: readonly Period[], inForce: InForce): Entry[] {
  return periods.flatMap((period) =>
    reportingAgencies(plan, period)
      .filter((agency) => isFilledBy(indicator, agency, cutOff(plan, period)))
      .map((agency) => readEntry(indicator, agency, period, inForce)),
  );
}

/** A computed indicator: each agency with dated tasks at the period's end, counted from how its tasks stand on that day. */
function computedEntries(plan: Plan, indicator: Indicator, period: Period, inForce: InForce, day: CivilDate): Entry[] {
  const last = expectedTiles(plan, period).at(-1);
  if (!last) return [];
  const dated = plan.tasks.filter((task) => deadlineDay(plan, task.deadline) !== null);
  const results = dated.map((task) => ({ task, agencies: taskResult(plan, task, period, inForce, day).agencies }));
  return reportingAgencies(plan, period)
    .filter((agency) => dated.some((task) => isFilledBy(task, agency)))
    .map((agency) => {
      const own = results.flatMap(({ task, agencies }) => {
        const one = agencies.find((result) => result.agency === agency.code);
        return one ? [{ status: one.status, isDue: day >= deadlineDay(plan, task.deadline)! }] : [];
      });
      return { agency, period: last, figure: countTasks(indicator, own), numeratorAt: null, denominatorAt: null };
    });
}

/** One task without a report leaves the whole figure of its agency open. */
function countTasks(indicator: Indicator, tasks: readonly { status: TaskStatus; isDue: boolean }[]): AgencyFigure {
  if (tasks.some((task) => task.status === 'not-reported')) return { kind: 'missing' };
  const counted = indicator.taskCount === 'done-on-time' ? tasks.filter((task) => task.isDue) : tasks;
  const isDone = (status: TaskStatus) =>
    status === 'done-on-time' || (status === 'done-late' && indicator.taskCount !== 'done-on-time');
  return {
    kind: 'figure',
    numerator: counted.filter((task) => isDone(task.status)).length,
    denominator: counted.length,
  };
}

function readEntry(indicator: Indicator, agency: Agency, period: Period, inForce: InForce): Entry {
  const submission = inForce.of(agency.code, period.id);
  const find = (measure: Observation['measure']) =>
    submission?.observations.find((o) => o.of === 'indicator' && o.code === indicator.code && o.measure === measure) ??
    null;
  const value = find('value');
  const entry = { agency, period, numeratorAt: find('numerator'), denominatorAt: find('denominator') };
  if (!indicator.denominator) {
    const counted = usable(value);
    const figure: AgencyFigure =
      counted === null ? { kind: 'missing' } : { kind: 'figure', numerator: counted, denominator: null };
    return { ...entry, numeratorAt: value, figure };
  }
  const numerator = usable(entry.numeratorAt);
  const denominator = usable(entry.denominatorAt);
  if (numerator !== null && denominator !== null) {
    return { ...entry, figure: { kind: 'figure', numerator, denominator } };
  }
  const percentageOnly = numerator === null && denominator === null && usable(value) !== null;
  return { ...entry, figure: { kind: percentageOnly ? 'no-basis' : 'missing' } };
}

/** The number a figure counts as, null where it counts nowhere. Không phát sinh is reported: it counts as 0. */
export function usable(observation: Observation | null | undefined): number | null {
  if (observation?.state === 'not-applicable') return typeof observation.value === 'number' ? observation.value : 0;
  return observation?.state === 'ok' && typeof observation.value === 'number' ? observation.value : null;
}

/** The figures of a coverage that count. */
export function figuresOf(entries: readonly Entry[]): { numerator: number; denominator: number | null }[] {
  return entries.map((entry) => entry.figure).filter((figure) => figure.kind === 'figure');
}

/** The entries whose denominators are added up: all that have one, but of a figure of the year each agency's last only. */
export function denominatorEntries(indicator: Indicator, entries: readonly Entry[]): readonly Entry[] {
  if (indicator.overTime !== 'flow-of-constant') return entries;
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const before = last.get(entry.agency.code);
    if (entry.figure.kind === 'figure' && (!before || compareEnds(before.period, entry.period) < 0))
      last.set(entry.agency.code, entry);
  }
  return [...last.values()];
}

/** The denominators that count. */
export function denominatorsOf(indicator: Indicator, entries: readonly Entry[]): number[] {
  return figuresOf(denominatorEntries(indicator, entries)).map((figure) => figure.denominator ?? 0);
}

const NOTHING: Figure = { numerator: null, denominator: null, value: null };

/** Σ numerators over Σ denominators, never an average of ratios; null parts when nobody reported. */
export function total(indicator: Indicator, entries: readonly Entry[]): Figure {
  const figures = figuresOf(entries);
  if (figures.length === 0) return NOTHING;
  const numerator = sum(figures.map((figure) => figure.numerator));
  if (!indicator.denominator) return { numerator: null, denominator: null, value: numerator };
  const denominator = sum(denominatorsOf(indicator, entries));
  return { numerator, denominator, value: divide(indicator, numerator, denominator) };
}

/** In the indicator's unit, in the order 100·num/den (57/100·100 is not 57); null over 0. */
function divide(indicator: Indicator, numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  return indicator.kind === 'duration' ? numerator / denominator : (100 * numerator) / denominator;
}
