import { knownAt } from '../known/known';
import type { Agency, Level } from '../domain/agency/agency';
import { tilesBefore, type Indicator, type Plan } from '../domain/plan/plan';
import type { Period } from '../domain/period/period';
import { chanceOf, logOdds, medianOf } from '../domain/rules/chance';
import { partsIn, type LedgerFigures, type Parts } from './ledger-figures';
import { usualOf } from './usual';

/** Fewer agencies tell nothing of what is usual. */
const AGENCIES = 10;
/** Fewer still tell nothing of what the period brought all of them. */
const FEW = 5;
/** A ratio of a handful jumps by itself. */
const ENOUGH = 10;
/** So many deviations below the others of its level. */
const FAR = 5;
const LEAST_SHARE = 0.4;
/** Where so many of a hundred others are as low, low is usual. */
const LONELY = 0.02;
/** Work of months, told as that of one: nothing smaller is told from chance. */
const SO_FAR = 20;
const LEAST_MOVE = 0.12;
/**
 * How far a figure must be from what the period brought others, and how near what is left of it
 * once the months before are taken away.
 */
const BUSY = 3;
/** A figure that slipped by a power of ten grew by more than this beyond the others. */
const SLIPPED = Math.log(4.5);
/** Nobody's month is busier than the others' by so much. */
const BUSIEST = Math.log(7);
/** So much more than the others had is an agency's own. */
const OWN_MOVE = Math.log(1.4);
export const LIKELIER = 14;
export const LIKELY = 6;

/**
 * How many times what an agency's periods were so far this one is, as a logarithm; by indicator and
 * agency.
 */
type Moves = Map<string, Map<string, number>>;

type Figures = ReadonlyMap<string, number>;

/**
 * Whose figures are looked at: as the file has them, whether the ledger has that file or not, and
 * those of the periods before.
 */
export interface Subject {
  agency: Agency;
  period: Period;
  now: Figures;
  before: readonly (Figures | undefined)[];
}

/** Others of an agency's level in the same period. */
export class Peers {
  private readonly shares = new Map<string, Map<string, number>>();
  private readonly moves = new Map<string, Moves>();

  private readonly own = new WeakMap<Figures, ReadonlyMap<string, number>>();
  private readonly sorted = new Map<ReadonlyMap<string, number>, Float64Array>();
  private readonly excesses = new WeakMap<Figures, Map<string, number | null>>();
  private readonly flows: readonly Indicator[];

  constructor(
    private readonly plan: Plan,
    private readonly figures: LedgerFigures,
  ) {
    this.flows = plan.indicators.filter(({ overTime }) => overTime === 'flow');
  }

  /**
   * The percentages of the others, where this one is far below nearly all of them; null where it is
   * not, or nobody can tell.
   */
  farBelow(indicator: Indicator, { agency, period, now }: Subject): Share | null {
    const own = partsIn(now, indicator);
    if (!own) return null;
    if (own.denominator < ENOUGH || own.numerator > own.denominator) return null;
    const byAgency = this.sharesOf(indicator, agency.level, period);
    if (countOfOthers(byAgency, agency) < AGENCIES) return null;
    const share = logOdds(own.numerator, own.denominator);
    if (this.middleOfOthers(byAgency, agency) - share <= FAR * LEAST_SHARE) return null;
    const others = this.others(byAgency, agency);
    const { median, spread } = usualOf(others);
    const expected = own.denominator / (1 + Math.exp(-median));
    const chance = chanceOf(own.numerator, own.denominator) + chanceOf(expected, own.denominator);
    const deviation = Math.hypot(Math.max(spread, LEAST_SHARE), Math.sqrt(chance));
    if (median - share <= FAR * deviation) return null;
    // Half way to the middle is low as well.
    const low = others.filter((other) => other < (share + median) / 2).length;
    if (low > LONELY * others.length) return null;
    const percents = others.map((other) => 100 / (1 + Math.exp(-other))).sort((a, b) => a - b);
    const at = (part: number) => percents[Math.round(part * (percents.length - 1))];
    return { low: at(0.05), high: at(0.95), agencies: others.length };
  }

  /**
   * Whether a row grew with those of the others, or with the other rows of its own form: there was
   * more of everything.
   */
  grewAlong(indicator: Indicator, subject: Subject): boolean {
    const moves = this.movesOf(subject);
    const excess = this.excess(moves, indicator.code, subject);
    if (excess === null) return false;
    const beside = [...moves.keys()]
      .filter((code) => code !== indicator.code)
      .map((code) => this.excess(moves, code, subject))
      .filter((one) => one !== null);
    const busy = beside.length > 1 ? Math.max(0, medianOf(beside)) : 0;
    return busy < BUSIEST && excess - busy < SLIPPED;
  }

  /** Whether a row grew while those of the others did not. */
  grewAlone(indicator: Indicator, subject: Subject): boolean {
    const excess = this.excess(this.movesOf(subject), indicator.code, subject);
    return excess !== null && excess > OWN_MOVE;
  }

  /**
   * By how much more than the others of its level an agency grew in a row; null where nobody can
   * tell.
   */
  private excess(moves: Moves, code: string, subject: Subject): number | null {
    const known = this.excesses.get(subject.now) ?? new Map<string, number | null>();
    this.excesses.set(subject.now, known);
    let own = known.get(code);
    if (own === undefined) known.set(code, (own = this.measureExcess(moves, code, subject)));
    return own;
  }

  private measureExcess(moves: Moves, code: string, subject: Subject): number | null {
    const byAgency = moves.get(code);
    const own = this.ownMoves(subject).get(code);
    const isEnough = byAgency !== undefined && countOfOthers(byAgency, subject.agency) >= FEW;
    return own === undefined || !isEnough
      ? null
      : own - this.middleOfOthers(byAgency, subject.agency);
  }

  private ownMoves({ now, before }: Subject): ReadonlyMap<string, number> {
    let known = this.own.get(now);
    if (!known) this.own.set(now, (known = movesIn(this.flows, now, before)));
    return known;
  }

  /**
   * How much likelier a row's figure is cumulative than the period's own: how far it is from what
   * the period brought others, against how far what is left of it is once all that came before is
   * taken away. Null where nobody can tell.
   */
  cumulativeEvidence({ code }: Indicator, subject: Subject): number | null {
    const before = subject.before.length;
    const moves = this.movesOf(subject);
    const excess = before === 0 ? null : this.excess(moves, code, subject);
    if (excess === null) return null;
    const ownMoves = this.ownMoves(subject);
    const moved = knownAt(ownMoves, code);
    // The agency's own busy or idle month shows in its other rows, unless these are cumulative as
    // well.
    const beside = [...ownMoves].flatMap(([other, own]) => {
      const more = other === code ? null : this.excess(moves, other, subject);
      return more === null ? [] : [{ isUsual: Math.exp(own) < before, more }];
    });
    const leans =
      beside.length > 1 && beside.filter(({ isUsual }) => isUsual).length * 2 > beside.length;
    const busy = leans ? medianOf(beside.map(({ more }) => more)) : 0;
    if (excess - busy < BUSY * LEAST_MOVE) return -Infinity;
    const spread = this.spreadOf(moves, code, subject.agency, leans);
    const now = (excess - busy) / spread;
    const left = Math.exp(moved) - before;
    const rest = left <= 0 ? -Infinity : (excess - busy - moved + Math.log(left)) / spread;
    return now < BUSY || Math.abs(rest) > BUSY ? -Infinity : now ** 2 - rest ** 2;
  }

  /** Rows whose figure is likely the cumulative one. */
  likelyCumulative(subject: Subject): Indicator[] {
    const moves = this.movesOf(subject);
    return this.flows.filter(
      (one) =>
        (this.cumulativeEvidence(one, subject) ?? 0) >= LIKELIER &&
        countOfOthers(knownAt(moves, one.code), subject.agency) >= AGENCIES,
    );
  }

  /** How unlike agencies move in a row, their own busy or idle month taken away where it can be. */
  private spreadOf(moves: Moves, code: string, agency: Agency, leans: boolean): number {
    const others = [...knownAt(moves, code)].filter(([one]) => one !== agency.code);
    const residuals = others.flatMap(([one, moved]) => {
      if (!leans) return [moved];
      const beside = [...moves].flatMap(([other, byAgency]) => {
        const known = other === code ? undefined : byAgency.get(one);
        return known === undefined ? [] : [known - this.middleOfOthers(byAgency, agency)];
      });
      return beside.length > 1 ? [moved - medianOf(beside)] : [];
    });
    return Math.max(residuals.length < FEW ? Infinity : usualOf(residuals).spread, LEAST_MOVE);
  }

  /** The median of all but one, from what was sorted once. */
  private middleOfOthers(byAgency: Map<string, number>, { code }: Agency): number {
    let sorted = this.sorted.get(byAgency);
    if (!sorted) this.sorted.set(byAgency, (sorted = Float64Array.from(byAgency.values()).sort()));
    const own = byAgency.get(code);
    const skipped = own === undefined ? sorted.length : sorted.indexOf(own);
    const count = sorted.length - (own === undefined ? 0 : 1);
    const at = (index: number) => sorted[index < skipped ? index : index + 1];
    return count % 2 === 1 ? at(count >> 1) : (at((count >> 1) - 1) + at(count >> 1)) / 2;
  }

  private others(byAgency: ReadonlyMap<string, number>, { code }: Agency): number[] {
    return [...byAgency].flatMap(([one, value]) => (one === code ? [] : [value]));
  }

  private sharesOf(indicator: Indicator, level: Level, period: Period): Map<string, number> {
    const key = `${indicator.code} ${level} ${period.id}`;
    let known = this.shares.get(key);
    if (!known) {
      known = new Map<string, number>();
      for (const agency of this.plan.agencies) {
        const figures = agency.level === level ? this.figures.of(agency, period) : undefined;
        const parts = figures ? partsIn(figures, indicator) : null;
        if (parts && parts.denominator >= ENOUGH && parts.numerator <= parts.denominator)
          known.set(agency.code, logOdds(parts.numerator, parts.denominator));
      }
      this.shares.set(key, known);
    }
    return known;
  }

  private movesOf({ agency: { level }, period }: Subject): Moves {
    const key = `${level} ${period.id}`;
    let known = this.moves.get(key);
    if (!known) this.moves.set(key, (known = this.measureMoves(level, period)));
    return known;
  }

  private measureMoves(level: Level, period: Period): Moves {
    const before = tilesBefore(this.plan, period);
    const moves: Moves = new Map(this.flows.map(({ code }) => [code, new Map<string, number>()]));
    for (const agency of this.plan.agencies) {
      const now = agency.level === level ? this.figures.of(agency, period) : undefined;
      if (!now) continue;
      const past = before.map((one) => this.figures.of(agency, one));
      for (const [code, moved] of movesIn(this.flows, now, past))
        knownAt(moves, code).set(agency.code, moved);
    }
    return moves;
  }
}

function countOfOthers(byAgency: ReadonlyMap<string, number>, { code }: Agency): number {
  return byAgency.size - (byAgency.has(code) ? 1 : 0);
}

/**
 * By row, how many times what the periods of before were this one is, as a logarithm; only where
 * there is enough to tell.
 */
function movesIn(
  flows: readonly Indicator[],
  now: Figures,
  before: readonly (Figures | undefined)[],
): Map<string, number> {
  const past = before.filter((one) => one !== undefined);
  return new Map(
    flows.flatMap((indicator): [string, number][] => {
      const own = partsIn(now, indicator);
      const known = past.map((one) => partsIn(one, indicator)).filter((one) => one !== null);
      if (!own || known.length === 0) return [];
      const of = (parts: Parts) => (indicator.denominator ? parts.denominator : parts.numerator);
      const mean = known.reduce((all, one) => all + of(one), 0) / known.length;
      return mean * before.length >= SO_FAR && of(own) > 0
        ? [[indicator.code, Math.log(of(own) / mean)]]
        : [];
    }),
  );
}

export interface Share {
  low: number;
  high: number;
  agencies: number;
}
