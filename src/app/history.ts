import type { InForce } from '../domain/ledger/in-force';
import { measureOf, type Measure } from '../domain/measure/measure';
import { periodOf, type Period } from '../domain/period/period';
import {
  baseKind,
  findAgency,
  findIndicator,
  tilesBefore,
  type Agency,
  type Indicator,
  type Level,
  type Plan,
} from '../domain/plan/plan';
import { completedBefore } from '../domain/consolidation/task-result';
import { isDayKnown } from '../domain/ledger/settled-days';
import { pickFindings } from '../domain/rules/causes';
import { finding, type Finding } from '../domain/rules/finding';
import type { CheckedFile, Observation, Submission } from '../domain/submission/submission';
import { isAskedDay, settleDates } from '../domain/submission/settle-dates';
import { carryOverFindings } from './carry-over';
import { verdictOf } from './check-file';

/** Fewer periods, or fewer agencies, tell nothing of what is usual. */
const PERIODS = 6;
const AGENCIES = 10;
/** A ratio of a handful jumps by itself. */
const ENOUGH = 10;

/** What is usual, by the median and the median distance from it: neither is moved by the very figures that are looked for. */
interface Usual {
  median: number;
  low: number;
  high: number;
}

/**
 * The ledger as what a file is held against: the agency's own past and others of its level in the same period. What is far from both
 * is a warning to look at, never a reason to leave a figure out.
 */
export class History {
  private readonly byCode = new Map<Submission, Map<string, number>>();
  private readonly ofPeers = new Map<string, { usual: Usual; agencies: number } | null>();

  constructor(
    private readonly plan: Plan,
    private readonly inForce: InForce,
  ) {}

  /** The file with what the ledger adds to its findings, and without what the ledger settles. */
  of(file: CheckedFile): CheckedFile {
    const agency = file.agency === null ? undefined : findAgency(this.plan, file.agency);
    if (!agency || file.period === null || (file.accepted === 'none' && !file.awaits)) return file;
    const period = periodOf(file.period);
    const settled = this.settled(file, agency, period);
    const more = [
      ...(this.plan.forms.length > 0 ? carryOverFindings(this.plan, settled, this.inForce) : []),
      ...this.takenBack(settled, agency, period),
      ...this.farFromOwn(settled, agency, period),
      ...this.farFromPeers(settled, agency, period),
    ];
    if (more.length === 0) return settled;
    const findings = [...settled.findings, ...more];
    return { ...settled, findings, verdict: verdictOf(findings) };
  }

  /** A day that was reported before stands, however day and month may look. */
  private settled(file: CheckedFile, agency: Agency, period: Period): CheckedFile {
    const asked = file.findings.filter(isAskedDay);
    if (asked.length === 0) return file;
    const before = tilesBefore(this.plan, period)
      .map(({ id }) => this.inForce.of(agency.code, id))
      .filter((one) => one !== undefined);
    const known = asked.filter((one) => {
      const task = file.observations.find(({ sheet, cell }) => sheet === one.sheet && cell === one.cell)?.code;
      return task !== undefined && isDayKnown(before, task, one.facts.date);
    });
    if (known.length === 0) return file;
    const observations = file.observations.map((one) => ({ ...one }));
    settleDates(known, observations);
    const gone = new Set<Finding>(known);
    const kept = [...file.findings.keys()].filter((index) => !gone.has(file.findings[index]));
    const findings = pickFindings(file.findings, kept);
    return { ...file, findings, observations, verdict: verdictOf(findings) };
  }

  /** A task that was reported done in an earlier period: the completion counts until a person says otherwise. */
  private takenBack(file: CheckedFile, agency: Agency, period: Period): Finding[] {
    return file.observations.flatMap((one): Finding[] => {
      if (one.of !== 'task' || one.measure !== 'status' || one.state !== 'ok' || one.value === 'done') return [];
      const task = this.plan.tasks.find(({ code }) => code === one.code);
      const done = task && completedBefore(this.plan, task, agency, period, this.inForce);
      if (!done) return [];
      const facts = { raw: one.raw, period: done.id };
      return [named(finding('completion-taken-back', 'warning', one, facts), file, one)];
    });
  }

  private farFromOwn(file: CheckedFile, agency: Agency, period: Period): Finding[] {
    // A quarter's figures are no month's.
    if (period.kind !== baseKind(this.plan.schedule)) return [];
    const before = tilesBefore(this.plan, period)
      .map(({ id }) => this.inForce.of(agency.code, id))
      .filter((one) => one !== undefined);
    if (before.length < PERIODS) return [];
    return file.observations.flatMap((one): Finding[] => {
      const value = figureOf(one);
      if (value === null) return [];
      const values = before
        .map((submission) => this.figures(submission).get(keyOf(one)))
        .filter((v) => v !== undefined);
      if (values.length < PERIODS) return [];
      const usual = usualOf(values, 0.05, 5);
      const distance = Math.abs(value - usual.median);
      if (value >= usual.low && value <= usual.high) return [];
      if (distance <= ENOUGH || distance <= 0.5 * Math.abs(usual.median)) return [];
      // Slips by a power of ten were named by the form's own past already.
      if (isNamed(file, one, 'times-too-large') || isNamed(file, one, 'times-too-small')) return [];
      const facts = {
        value,
        low: this.mayBeNegative(one) ? round(usual.low) : Math.max(0, round(usual.low)),
        high: round(usual.high),
        periods: values.length,
      };
      return [named(finding('far-from-own-history', 'warning', one, facts), file, one)];
    });
  }

  private mayBeNegative({ of, code }: Observation): boolean {
    const indicator = of === 'indicator' ? findIndicator(this.plan, code) : undefined;
    return indicator !== undefined && measureOf(indicator).mayBeNegative;
  }

  private farFromPeers(file: CheckedFile, agency: Agency, period: Period): Finding[] {
    return this.plan.indicators.flatMap((indicator): Finding[] => {
      const measure = measureOf(indicator);
      const { highest } = measure;
      if (highest === null || !measure.choices.alike) return [];
      const numerator = file.observations.find((one) => isPart(one, indicator, 'numerator'));
      const denominator = file.observations.find((one) => isPart(one, indicator, 'denominator'));
      const value = numerator && denominator ? resultOf(measure, figureOf(numerator), figureOf(denominator)) : null;
      const peers = value === null ? null : this.peers(indicator, agency.level, period);
      if (value === null || !peers || (value >= peers.usual.low && value <= peers.usual.high)) return [];
      const facts = {
        value,
        low: Math.max(0, round(peers.usual.low)),
        high: Math.min(highest, round(peers.usual.high)),
        agencies: peers.agencies,
      };
      return [named(finding('far-from-peers', 'warning', numerator!, facts), file, numerator!)];
    });
  }

  /** The percentages of a level in one period; null where too few sent them to say what is usual. */
  private peers(indicator: Indicator, level: Level, period: Period): { usual: Usual; agencies: number } | null {
    const key = `${indicator.code} ${level} ${period.id}`;
    const known = this.ofPeers.get(key);
    if (known !== undefined) return known;
    const values = this.plan.agencies
      .filter((one) => one.level === level)
      .map((one) => this.inForce.of(one.code, period.id))
      .filter((one) => one !== undefined)
      .map((submission) => {
        const figures = this.figures(submission);
        const part = (measure: string) => figures.get(`indicator ${indicator.code} ${measure}`) ?? null;
        return resultOf(measureOf(indicator), part('numerator'), part('denominator'));
      })
      .filter((value) => value !== null);
    const peers = values.length < AGENCIES ? null : { usual: usualOf(values, 0.05, 8), agencies: values.length };
    this.ofPeers.set(key, peers);
    return peers;
  }

  private figures(submission: Submission): Map<string, number> {
    let known = this.byCode.get(submission);
    if (!known) {
      const figures = submission.observations.flatMap((one): [string, number][] => {
        const value = figureOf(one);
        return value === null ? [] : [[keyOf(one), value]];
      });
      this.byCode.set(submission, (known = new Map(figures)));
    }
    return known;
  }
}

function figureOf({ of, state, value }: Observation): number | null {
  return of !== 'task' && state === 'ok' && typeof value === 'number' ? value : null;
}

function keyOf({ of, code, row, measure }: Observation): string {
  return `${of} ${code} ${row === undefined ? '' : `${row} `}${measure}`;
}

function isPart(one: Observation, indicator: Indicator, measure: string): boolean {
  return one.of === 'indicator' && one.code === indicator.code && one.measure === measure;
}

function resultOf(measure: Measure, numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator < ENOUGH) return null;
  return measure.value(numerator, denominator);
}

function isNamed(file: CheckedFile, { sheet, cell }: Observation, code: Finding['code']): boolean {
  return file.findings.some((one) => one.code === code && one.sheet === sheet && one.cell === cell);
}

/** The row's name as another finding of the same row, or the code alone, says it. */
function named(found: Finding, file: CheckedFile, { code, sheet }: Observation): Finding {
  const label = file.findings.find((one) => one.sheet === sheet && one.label?.startsWith(`${code} – `))?.label ?? code;
  return { ...found, label };
}

function usualOf(values: readonly number[], leastShare: number, times: number): Usual {
  const median = medianOf(values);
  const spread = medianOf(values.map((value) => Math.abs(value - median)));
  const least = Math.max(1, leastShare * Math.abs(median));
  // 1.4826 makes it a standard deviation where figures are spread as usual.
  const width = times * 1.4826 * Math.max(spread, least);
  return { median, low: median - width, high: median + width };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function round(value: number): number {
  return Math.round(value);
}
