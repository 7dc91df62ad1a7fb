import { figureKey, type InForce } from '../domain/ledger/in-force';
import { measureOf } from '../domain/measure/measure';
import { periodOf, type Period } from '../domain/period/period';
import type { Agency } from '../domain/agency/agency';
import {
  baseKind,
  findAgency,
  findIndicator,
  tilesBefore,
  type Indicator,
  type Plan,
} from '../domain/plan/plan';
import { completedBefore } from '../domain/consolidation/task-result';
import { predecessors } from '../domain/agency/succession';
import { sum } from '../domain/decimal/decimal';
import { isDayKnown } from '../domain/ledger/settled-days';
import { pickFindings } from '../domain/rules/causes';
import { chanceOf, logOdds } from '../domain/rules/chance';
import { finding, type Finding, type FindingCode } from '../domain/finding/finding';
import type { Compared, ComparedForm } from '../domain/rules/last-figures';
import { cumulativeAsPeriod } from '../domain/rules/cumulative-as-period/cumulative-as-period';
import { PAST_RULES } from '../domain/rules/registry';
import { timesTooLarge } from '../domain/rules/times-too-large/times-too-large';
import type { CheckedFile, Observation } from '../domain/submission/submission';
import { isAskedDay, settleDates } from '../domain/reading/settle-dates';
import { carryOverFindings } from './carry-over';
import { verdictOf } from './check-file';
import { farFromOwn, farInForm, type Far } from './far-from-own';
import { columnSlips } from './form-slips';
import { figuresIn, LedgerFigures, partsIn, type Parts } from './ledger-figures';
import { LIKELY, Peers, type Subject } from './peers';

/**
 * Shares this near to one the agency had before are its own, however low: on the scale of their
 * odds.
 */
const ALIKE = 1.2;

/** A file with what is looked at beside it. */
interface Placed extends Subject {
  file: CheckedFile;
  /** Every observation by what it is. */
  observed: ReadonlyMap<string, Observation>;
}

/**
 * The ledger as what a file is held against: the agency's own past and others of its level in the
 * same period. What is far from both is a warning to look at, never a reason to leave a figure out.
 */
export class History {
  private readonly figures: LedgerFigures;
  private readonly peers: Peers;

  constructor(
    private readonly plan: Plan,
    private readonly inForce: InForce,
  ) {
    this.figures = new LedgerFigures(inForce);
    this.peers = new Peers(plan, this.figures);
  }

  /** The file with what the ledger adds to its findings, and without what the ledger settles. */
  of(file: CheckedFile): CheckedFile {
    const agency = file.agency === null ? undefined : findAgency(this.plan, file.agency);
    if (!agency || file.period === null || (file.accepted === 'none' && !file.awaits)) return file;
    const period = periodOf(file.period);
    const subject: Subject = {
      agency,
      period,
      now: figuresIn(file.observations),
      before: tilesBefore(this.plan, period).map((one) => this.figures.of(agency, one)),
    };
    const settled = this.withoutCommonMoves(this.settled(file, agency, period), subject);
    const observed = new Map(settled.observations.map((one) => [figureKey(one), one]));
    const more = [
      ...(this.plan.forms.length > 0 ? carryOverFindings(this.plan, settled, this.inForce) : []),
      ...this.takenBack(settled, agency, period),
    ];
    let placed: Placed = { ...subject, observed, file: withMore(settled, more) };
    // A quarter's figures are no month's.
    const looks = period.kind === baseKind(this.plan.schedule) ? LOOKS : [];
    for (const look of looks) {
      const { findings } = placed.file;
      const found = this[look](placed).filter((one) => !isNamed(findings, one));
      placed = { ...placed, file: withMore(placed.file, found) };
    }
    return placed.file;
  }

  /** A day that was reported before stands, however day and month may look. */
  private settled(file: CheckedFile, agency: Agency, period: Period): CheckedFile {
    const asked = file.findings.filter(isAskedDay);
    if (asked.length === 0) return file;
    const before = tilesBefore(this.plan, period)
      .map(({ id }) => this.inForce.of(agency.code, id))
      .filter((one) => one !== undefined);
    const known = asked.filter((one) => {
      const task = file.observations.find(
        ({ sheet, cell }) => sheet === one.sheet && cell === one.cell,
      )?.code;
      return task !== undefined && isDayKnown(before, task, one.facts.date);
    });
    if (known.length === 0) return file;
    const observations = file.observations.map((one) => ({ ...one }));
    settleDates(known, observations);
    const gone = new Set<Finding>(known);
    return { ...without(file, (one) => gone.has(one)), observations };
  }

  private withoutCommonMoves(file: CheckedFile, subject: Subject): CheckedFile {
    const isCommon = this.isCommonMove(file, subject);
    return file.findings.some(isCommon) ? without(file, isCommon) : file;
  }

  /**
   * What looks cumulative, or a slip, is no more than a busy period where the others of the level,
   * or the other rows of the form, had the same.
   */
  private isCommonMove(file: CheckedFile, subject: Subject): (one: Finding) => boolean {
    return (one) => {
      if (one.code !== 'cumulative-as-period' && one.code !== 'times-too-large') return false;
      const at = file.observations.find(
        ({ sheet, cell }) => sheet === one.sheet && cell === one.cell,
      );
      const indicator = at?.of === 'indicator' ? findIndicator(this.plan, at.code) : undefined;
      if (!indicator) return false;
      if (one.code === 'times-too-large') return this.peers.grewAlong(indicator, subject);
      const evidence = this.peers.cumulativeEvidence(indicator, subject);
      // Of a whole form the rows tell together what each of them hardly does.
      if (one.facts.others >= WHOLE - 1 && this.peers.grewAlone(indicator, subject)) return false;
      return one.facts.value !== one.facts.previous && evidence !== null && evidence < LIKELY;
    };
  }

  /**
   * A task that was reported done in an earlier period: the completion counts until a person says
   * otherwise.
   */
  private takenBack(file: CheckedFile, agency: Agency, period: Period): Finding[] {
    return file.observations.flatMap((one): Finding[] => {
      if (
        one.of !== 'task' ||
        one.measure !== 'status' ||
        one.state !== 'ok' ||
        one.value === 'done'
      )
        return [];
      const task = this.plan.tasks.find(({ code }) => code === one.code);
      const done = task && completedBefore(this.plan, task, agency, period, this.inForce);
      if (!done) return [];
      const facts = { raw: one.raw, period: done.id };
      return [named(finding('completion-taken-back', one, facts), file, one)];
    });
  }

  /**
   * What the rules say of figures beside the last ones, with what the ledger has of these: a form
   * may print nothing of before.
   */
  private besideThePast(placed: Placed): Finding[] {
    const { file, agency, before } = placed;
    const last = before.at(-1);
    // An agency that took over others has more to do than it had.
    if (!last || predecessors(this.plan.successions, agency.code).length > 0) return [];
    const indicators = this.plan.indicators.flatMap((indicator): Compared[] => {
      const observed = observedOf(placed, indicator);
      if (!observed.numerator && !observed.denominator) return [];
      const past = before.map((figures) => figures && partsIn(figures, indicator));
      const soFar = measureOf(indicator).isSummed ? total(past) : null;
      const isCount = indicator.denominator === null;
      return [
        {
          indicator,
          numerator: isCount ? null : observed.numerator,
          denominator: observed.denominator,
          value: isCount ? observed.numerator : null,
          last: past.at(-1) ?? NOTHING,
          previous: soFar ?? NOTHING,
        },
      ];
    });
    const form: ComparedForm = { periodsBefore: before.length, indicators };
    const found: Finding[] = [];
    for (const rule of PAST_RULES) rule.check(form, (one) => found.push(one));
    for (const own of this.plan.forms) {
      for (const { observation, ...facts } of columnSlips(own, file.observations, before))
        found.push(timesTooLarge.found(observation, facts));
    }
    const isCommon = this.isCommonMove(file, placed);
    return found
      .filter((one) => !isCommon(one))
      .map((one) => {
        const at = file.observations.find(
          ({ sheet, cell }) => sheet === one.sheet && cell === one.cell,
        );
        return at ? named(one, file, at) : one;
      });
  }

  /**
   * The cumulative figure in the place of the period's, seen by what the period brought the others
   * of the level.
   */
  private cumulativeAsPeriod(placed: Placed): Finding[] {
    const { file, now, before } = placed;
    // One thing to say of a form, however many of its rows are so.
    if (file.findings.some(({ code }) => code === 'cumulative-as-period')) return [];
    const found = this.peers.likelyCumulative(placed).flatMap((indicator) => {
      const { numerator } = observedOf(placed, indicator);
      const own = partsIn(now, indicator);
      const known = before.map((one) => one && partsIn(one, indicator)).filter((one) => !!one);
      const previous = sum(known.map((one) => one.numerator));
      if (!numerator || !own || own.numerator < previous) return [];
      // What is left of a part is no more than what is left of its whole.
      const whole = sum(known.map((one) => one.denominator));
      const isPossible = own.numerator - previous <= own.denominator - whole;
      return isPossible || !indicator.partOfWhole
        ? [{ numerator, value: own.numerator, previous }]
        : [];
    });
    return found.slice(0, 1).map(({ numerator, value, previous }) => {
      const facts = { value, previous, others: found.length - 1 };
      return named(cumulativeAsPeriod.found(numerator, facts), file, numerator);
    });
  }

  private farFromOwn(placed: Placed): Finding[] {
    const { file, now, before } = placed;
    const past = before.filter((one) => one !== undefined);
    const far = [
      ...this.plan.indicators.map((indicator) =>
        farFromOwn(indicator, observedOf(placed, indicator), now, past),
      ),
      ...this.plan.forms.flatMap((form) => farInForm(form, file.observations, past)),
    ].filter((one): one is Far => one !== null);
    return far.map(({ observation, ...facts }) =>
      named(finding('far-from-own-history', observation, facts), file, observation),
    );
  }

  private farFromPeers(placed: Placed): Finding[] {
    const { file, now, before } = placed;
    return this.plan.indicators.flatMap((indicator): Finding[] => {
      const measure = measureOf(indicator);
      const { highest } = measure;
      if (highest === null || !measure.choices.alike || !measure.hasParts) return [];
      const { numerator } = observedOf(placed, indicator);
      const own = partsIn(now, indicator);
      if (!numerator || !own) return [];
      const far = this.peers.farBelow(indicator, placed);
      // What is low as ever was said when it was new.
      if (!far || before.some((one) => one && isAlike(own, partsIn(one, indicator)))) return [];
      const value = measure.value(own.numerator, own.denominator)!;
      const facts = {
        ...far,
        value,
        low: round((far.low * highest) / 100),
        high: round((far.high * highest) / 100),
      };
      return [named(finding('far-from-peers', numerator, facts), file, numerator)];
    });
  }
}

/** So many rows, all of them cumulative, are a form filled so. */
const WHOLE = 3;

/** In this order: of one cell the first word stands. */
const LOOKS = ['besideThePast', 'cumulativeAsPeriod', 'farFromOwn', 'farFromPeers'] as const;

const NOTHING = { numerator: null, denominator: null };

/** Of one cell the nearer word stands: a slip by a power of ten is far from everything else too. */
const NAMED_ALREADY: readonly FindingCode[] = [
  'times-too-large',
  'times-too-small',
  'cumulative-as-period',
];

function isAt(
  findings: readonly Finding[],
  { sheet, cell }: Pick<Finding, 'sheet' | 'cell'>,
  code: FindingCode,
): boolean {
  return findings.some((one) => one.code === code && one.sheet === sheet && one.cell === cell);
}

function isNamed(findings: readonly Finding[], one: Finding): boolean {
  const known = one.code === 'far-from-own-history' ? [one.code, ...NAMED_ALREADY] : [one.code];
  return known.some((code) => isAt(findings, one, code));
}

function withMore(file: CheckedFile, more: readonly Finding[]): CheckedFile {
  if (more.length === 0) return file;
  const findings = [...file.findings, ...more];
  return { ...file, findings, verdict: verdictOf(findings) };
}

function without(file: CheckedFile, isGone: (one: Finding) => boolean): CheckedFile {
  const kept = [...file.findings.keys()].filter((index) => !isGone(file.findings[index]));
  const findings = pickFindings(file.findings, kept);
  return { ...file, findings, verdict: verdictOf(findings) };
}

/** Where a row's figures stand in the file; of a count its figure is the numerator. */
function observedOf(
  { observed }: Placed,
  { code, denominator }: Indicator,
): { numerator: Observation | null; denominator: Observation | null } {
  const of = (measure: string) =>
    observed.get(figureKey({ of: 'indicator', code, measure })) ?? null;
  return {
    numerator: of(denominator ? 'numerator' : 'value'),
    denominator: denominator ? of('denominator') : null,
  };
}

function total(parts: readonly (Parts | null | undefined)[]): Parts | null {
  if (parts.length === 0 || !parts.every((one) => !!one)) return null;
  const known = parts as readonly Parts[];
  return {
    numerator: sum(known.map(({ numerator }) => numerator)),
    denominator: sum(known.map(({ denominator }) => denominator)),
  };
}

function isAlike(own: Parts, before: Parts | null): boolean {
  if (!before || before.numerator > before.denominator) return false;
  const [now, then] = [own, before].map(({ numerator, denominator }) =>
    logOdds(numerator, denominator),
  );
  const chance =
    chanceOf(own.numerator, own.denominator) + chanceOf(before.numerator, before.denominator);
  return Math.abs(now - then) < Math.max(ALIKE, 2 * Math.sqrt(chance));
}

/** The row's name as another finding of the same row, or the code alone, says it. */
function named(found: Finding, file: CheckedFile, { code, sheet }: Observation): Finding {
  const label =
    file.findings.find((one) => one.sheet === sheet && one.label?.startsWith(`${code} – `))
      ?.label ?? code;
  return { ...found, label };
}

function round(value: number): number {
  return Math.round(value);
}
