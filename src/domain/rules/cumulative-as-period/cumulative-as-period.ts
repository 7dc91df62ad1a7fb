import { lastOf } from '../../../known/known';
import { measureOf } from '../../measure/measure';
import { chanceOf, logOdds, medianOf } from '../chance';
import { pairsOf, type Compared, type Pair } from '../last-figures';
import { pastRule, placeOf } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /**
     * Where several rows of a form are so it is said at the first; `others` is how many more there
     * are.
     */
    'cumulative-as-period': { value: number; previous: number; others: number };
  }
}

/** A busy period may bring as much as two before it, hardly as much as three. */
const PERIODS = 3;
/** Small counts vary by chance. */
const ENOUGH = 20;

/** What is asked of a row before its figure is taken for the cumulative one. */
interface Asked {
  /** So much came before at least. */
  enough: number;
  /** What is left brought so many times the usual, or nothing. */
  least: number;
  most: number;
  /** And moved with the other rows of the form within so many times. */
  along: number;
  /** Its share is as far from the usual one at most, on the scale of odds; chance beside. */
  odds: number;
  deviations: number;
}

/** Where nothing else tells what the period was like. */
const ALONE = { enough: ENOUGH, least: 0.4, most: 2, along: Infinity, odds: 1, deviations: 3 };
/** Beside other rows of the form that tell it. */
const BESIDE = { ...ALONE, least: 0.25, most: 3, along: 2 };
/**
 * Where three periods are all that is known, a campaign of one looks like what came before and a
 * bit: more is asked for.
 */
const EARLY: { alone: Asked; beside: Asked } = {
  alone: { ...ALONE, enough: 40, least: 0.6, most: 1.6, odds: 0.7, deviations: 2.5 },
  beside: { ...ALONE, enough: 40, most: 1.6, along: 1.2, odds: 0.5, deviations: 2 },
};
/** After four it is so still in part. */
const FIFTH: typeof EARLY = {
  alone: EARLY.alone,
  beside: { ...BESIDE, along: 1.4 },
};
const LATER: typeof EARLY = { alone: ALONE, beside: BESIDE };
const ASKED = new Map([
  [PERIODS, EARLY],
  [PERIODS + 1, FIFTH],
]);
/** Two figures of so many are not the same by chance. */
const MANY = 100;
/** So many other rows tell what the period was like. */
const OTHERS = 2;
/** A whole form is filled so only where so many rows say so. */
const ROWS = 3;
/** Of a whole form: how much the period may have brought, and how far above the last it is. */
const WHOLE = { least: 0.5, most: 1.8, later: 3, above: 1.5 };

/**
 * The cumulative figure typed where the period's belongs (defect 32): at least all that came
 * before, and no more above it than a period brings. Of a ratio both parts must say so.
 */
export const cumulativeAsPeriod = pastRule({
  code: 'cumulative-as-period',
  severity: 'warning',
  defects: [32],
  example: { value: 1250, previous: 1180, others: 0 },
  order: 50,
  check(form, report) {
    const { periodsBefore } = form;
    const known = form.indicators.map(rowOf).filter((row) => row !== null);
    const isWhole = isEveryRow(known, periodsBefore);
    const isTold = periodsBefore >= PERIODS;
    const moved = movedOf(isTold ? known : [], periodsBefore);
    // Where most of the others hold as much the period was a busy one, and no row tells anything.
    const isBusy = known.filter(holdsAllBefore).length - 1 > (known.length - 1) / 2;
    const isOne = (row: readonly Told[]) =>
      isTold
        ? !isBusy && isCumulative(row, moved, periodsBefore)
        : holdsAllBefore(row) && isExact(row, known, periodsBefore);
    const found = known.filter((row) => isPossible(row) && (isWhole || isOne(row)));
    // A form filled with cumulative figures is one thing to say.
    const [first, ...others] = found;
    if (!first) return;
    const [{ observation, own, soFar }] = first;
    const facts = { value: own, previous: soFar, others: others.length };
    const about = first.map((pair) => pair.observation);
    report(placeOf(observation), facts, [], about);
  },
});

/** A figure of which is known what came before it in the year. */
type Told = Pair & { soFar: number };

/**
 * The figures of a row that add up over the year, with what came before; null where that is not
 * known or too little.
 */
function rowOf(reading: Compared): Told[] | null {
  const { indicator } = reading;
  if (!measureOf(indicator).isSummed) return null;
  const { numerator, denominator } = pairsOf(reading);
  const pairs =
    indicator.denominator && measureOf(indicator).timeRule('denominator') === 'sum'
      ? [numerator, denominator]
      : [numerator];
  const isKnown = (pair: Pair | null): pair is Told =>
    pair !== null && pair.soFar !== null && pair.soFar >= ENOUGH;
  return pairs.every(isKnown) ? pairs : null;
}

/**
 * After one period or two twice as much is no wonder, unless it is so in every row and no more than
 * a second, a third period. Later every row at least as large as all that came before it is none,
 * however busy the period: but of what came in the last period alone nothing is told.
 */
function isEveryRow(rows: readonly Told[][], periodsBefore: number): boolean {
  const isLike = ({ own, last, soFar }: Told) => {
    const more = (periodsBefore * (own - soFar)) / soFar;
    if (periodsBefore < PERIODS) return more > WHOLE.least && more < WHOLE.most;
    return more >= 0 && more < WHOLE.later && own > WHOLE.above * last;
  };
  return periodsBefore > 0 && rows.length >= ROWS && rows.every((row) => row.every(isLike));
}

/** What the rows of a form tell of its period: how many do, and what most of them moved by. */
interface Moved {
  rows: number;
  middle: number;
}

/**
 * Of the rows that do not hold all that came before: none of them is a cumulative one, so what they
 * tell is the same for every other.
 */
function movedOf(rows: readonly (readonly Told[])[], periodsBefore: number): Moved {
  const moves = rows
    .map((row) => lastOf(row))
    .filter(({ own, soFar }) => own > 0 && own < soFar)
    .map(({ own, soFar }) => Math.log((own * periodsBefore) / soFar));
  return { rows: moves.length, middle: medianOf(moves) };
}

function holdsAllBefore(row: readonly Told[]): boolean {
  return row.every(({ own, soFar }) => own >= soFar);
}

/**
 * What is left of a row once all that came before is taken away is what a period brings, or nothing
 * at all; it moved as the other rows of the form did, and its share is the usual one: of a campaign
 * that looks like it what is left would be far off.
 */
function isCumulative(row: readonly Told[], moved: Moved, periodsBefore: number): boolean {
  if (!holdsAllBefore(row)) return false;
  const { alone, beside } = ASKED.get(periodsBefore) ?? LATER;
  const asked = moved.rows < OTHERS ? alone : beside;
  const isBrought = row.every(({ own, last, soFar }) => {
    const [usual, left] = [soFar / periodsBefore, own - soFar];
    if (soFar < asked.enough) return false;
    return (
      left === 0 || (left >= asked.least * usual && left <= asked.most * Math.max(usual, last))
    );
  });
  if (!isBrought || !isShareUsual(row, asked)) return false;
  const whole = lastOf(row);
  if (moved.rows < OTHERS || whole.own === whole.soFar) return true;
  const left = ((whole.own - whole.soFar) * periodsBefore) / whole.soFar;
  return Math.abs(Math.log(left) - moved.middle) <= Math.log(asked.along);
}

/**
 * After one period or two a campaign brings as much as a cumulative figure, so only what is exactly
 * one is said: all that came before and nothing more, or as much more as another row of the form
 * has that was the same figure so far.
 */
function isExact(
  row: readonly Told[],
  rows: readonly (readonly Told[])[],
  periodsBefore: number,
): boolean {
  // Of few, or of one number alone, that is chance.
  if (row.every(({ own, soFar }) => own === soFar))
    return (
      periodsBefore > 1 &&
      row.length > 1 &&
      row.every(({ last, soFar }) => last > 0 && soFar >= MANY)
    );
  const whole = lastOf(row);
  return rows.some((other) => {
    const twin = lastOf(other);
    return (
      twin.unit === whole.unit &&
      twin.last === whole.last &&
      twin.soFar === whole.soFar &&
      twin.own > 0 &&
      whole.own === whole.soFar + twin.own
    );
  });
}

/** Whether the share of what is left is what it was so far. */
function isShareUsual([part, whole]: readonly Told[], { odds, deviations }: Asked): boolean {
  if (!whole || !part.reading.indicator.partOfWhole) return true;
  const left = [part.own - part.soFar, whole.own - whole.soFar] as const;
  const before = [part.soFar, whole.soFar] as const;
  if (left[0] > left[1] || before[0] > before[1]) return true;
  const away = Math.abs(logOdds(...left) - logOdds(...before));
  const chance = Math.sqrt(chanceOf(...left) + chanceOf(...before));
  return away <= Math.max(odds, deviations * chance);
}

/** What is left of a part is no more than what is left of its whole, as in every period. */
function isPossible([part, whole]: readonly Told[]): boolean {
  return (
    !whole ||
    !part.reading.indicator.partOfWhole ||
    part.own - part.soFar <= whole.own - whole.soFar
  );
}
