import { measureOf } from '../../measure/measure';
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
/**
 * A period brings at least so much of what is usual, or nothing, and at most so much; where three
 * periods are all that is known, a campaign of one looks like what came before and a bit.
 */
const BROUGHT = { least: 0.4, most: 2 };
const BROUGHT_EARLY = { least: 0.6, most: 1.6 };
/** Small counts vary by chance, the more the fewer periods they are of. */
const ENOUGH = 20;
const ENOUGH_EARLY = 40;
/** Earlier in the year every row of a form must say so, and be so many. */
const ROWS = 3;

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
    const known = form.indicators.map(rowOf).filter((row) => row !== null);
    const rows =
      form.periodsBefore < PERIODS && !isEveryRow(known, form.periodsBefore) ? [] : known;
    const found = rows.filter(
      (row) => row.every((pair) => isCumulative(pair, form.periodsBefore)) && isPossible(row),
    );
    // A form filled with cumulative figures is one thing to say.
    const [first, ...others] = found;
    if (!first) return;
    const [{ observation, own, soFar }] = first;
    const facts = { value: own, previous: soFar!, others: others.length };
    const about = first.map((pair) => pair.observation);
    report(placeOf(observation), facts, [], about);
  },
});

/**
 * The figures of a row that add up over the year, with what came before; null where that is not
 * known or too little.
 */
function rowOf(reading: Compared): Pair[] | null {
  const { indicator } = reading;
  if (!measureOf(indicator).isSummed) return null;
  const { numerator, denominator } = pairsOf(reading);
  const pairs =
    indicator.denominator && measureOf(indicator).timeRule('denominator') === 'sum'
      ? [numerator, denominator]
      : [numerator];
  const isKnown = (pair: Pair | null): pair is Pair =>
    pair !== null && pair.soFar !== null && pair.soFar >= ENOUGH;
  return pairs.every(isKnown) ? pairs : null;
}

/**
 * After one period or two twice as much is no wonder, unless it is so in every row and no more than
 * a second, a third period.
 */
function isEveryRow(rows: readonly Pair[][], periodsBefore: number): boolean {
  const isLike = ({ own, soFar }: Pair) => {
    const more = (periodsBefore * (own - soFar!)) / soFar!;
    return more > 0.5 && more < 1.8;
  };
  return periodsBefore > 0 && rows.length >= ROWS && rows.every((row) => row.every(isLike));
}

/**
 * What is left once all that came before is taken away is what a period brings, or nothing at all.
 */
function isCumulative({ own, last, soFar }: Pair, periodsBefore: number): boolean {
  const usual = soFar! / periodsBefore;
  const left = own - soFar!;
  if (periodsBefore === PERIODS && soFar! < ENOUGH_EARLY) return false;
  const { least, most } = periodsBefore === PERIODS ? BROUGHT_EARLY : BROUGHT;
  return left === 0 || (left >= least * usual && left <= most * Math.max(usual, last));
}

/** What is left of a part is no more than what is left of its whole, as in every period. */
function isPossible([part, whole]: readonly Pair[]): boolean {
  return (
    !whole ||
    !part.reading.indicator.partOfWhole ||
    part.own - part.soFar! <= whole.own - whole.soFar!
  );
}
