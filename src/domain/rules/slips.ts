import { chanceOf, logOdds, medianOf } from './chance';
import {
  isMoney,
  isNear,
  pairsOf,
  usualOf,
  type Compared,
  type ComparedForm,
  type Pair,
} from './last-figures';
import type { Observation } from '../submission/submission';

/** A figure that is likely another one with its digits, or its unit, slipped by a power of ten. */
export interface Slip {
  observation: Observation;
  isLarge: boolean;
  value: number;
  times: number;
  last: number;
  /** The figure of the same row that slipped with it. */
  follows: Observation | null;
  /** So many more rows slipped alike, and are said with it. */
  others: number;
}

const SLIPS = [10, 100, 1000];
/** Small counts grow tenfold by themselves. */
const ENOUGH = 10;
/** What is this many times what it was has grown; below that many times less it has fallen. */
const GROWN = 3;
/** How far the odds of a share may be from the usual ones: by itself, and by chance. */
const UNLIKE = 0.7;
/** And where its whole is so nearly so many times what it was that nothing else can be why. */
const UNLIKE_IN_PLACE = 1.6;
const IN_PLACE = 1.3;
const DEVIATIONS = 1.5;
/** So many rows that grew at once are no slip of one. */
const ROWS = 3;
/** So many are expected before a share of them tells anything. */
const EXPECTED = 30;

/**
 * Slips of the figures of a form, by what they were: the level of a figure (last time, and on
 * average so far), and of a ratio its share, which hardly changes when there is more, or less, to
 * count. A share that stayed while both parts are ten times what they were is a slip in both; one
 * that fell tenfold is a slip in the part that did not stay.
 */
export function slipsOf(form: ComparedForm): Slip[] {
  const brought = broughtBeside(form);
  const slips = form.indicators.map((reading) => ({
    reading,
    own: slipsOfRow(reading, form.periodsBefore, brought(reading)),
  }));
  const all = slips.flatMap(({ own }) => own);
  if (!isBusy(form)) return all;
  // Where there was ten times more of everything it is one thing to say: a busy month after an idle
  // one, or the figures of a far larger office.
  const tenfold = slips
    .filter(({ reading }) => reading.indicator.overTime === 'flow')
    .flatMap(({ own }) => own.filter(({ isLarge, times }) => isLarge && times === SLIPS[0]));
  const [most] = [...tenfold].sort((a, b) => b.last - a.last);
  return all
    .filter((one) => one === most || !tenfold.includes(one))
    .map((one) => (one === most ? { ...one, others: tenfold.length - 1 } : one));
}

/** Of a form what its period brought, each row by its whole, where there was enough to tell by. */
function flowsOf({ indicators }: ComparedForm): Pair[] {
  return indicators
    .filter(({ indicator }) => indicator.overTime === 'flow')
    .map((reading) => {
      const { numerator, denominator } = pairsOf(reading);
      return denominator ?? numerator;
    })
    .filter((pair) => pair !== null && pair.last >= ENOUGH) as Pair[];
}

/** How many times the last period's, and the usual, a period brought. */
interface Brought {
  last: number;
  usual: number;
}
const AS_EVER: Brought = { last: 1, usual: 1 };

/**
 * What the other rows of a form say of its period: after an idle one all of them bring twice as
 * much, and ten times a figure is then five times it. Where they grew far more that is said of them
 * all.
 */
function broughtBeside(form: ComparedForm): (reading: Compared) => Brought {
  const flows = flowsOf(form).filter(({ own }) => own > 0);
  return (reading) => {
    const others = flows.filter((pair) => pair.reading !== reading);
    if (others.length < ROWS) return AS_EVER;
    const times = (before: (pair: Pair) => number) => {
      const middle = Math.exp(medianOf(others.map((pair) => Math.log(pair.own / before(pair)))));
      return isNear(middle, 1, GROWN) ? middle : 1;
    };
    return {
      last: times(({ last }) => last),
      usual: times((pair) => usualOf(pair, form.periodsBefore)),
    };
  };
}

/** Whether most of what a period brings, and several rows of it, is far more than it was. */
function isBusy(form: ComparedForm): boolean {
  const flows = flowsOf(form);
  const grown = flows.filter(({ own, last }) => own > GROWN * last).length;
  return grown >= ROWS && grown * 2 > flows.length;
}

function slipsOfRow(reading: Compared, periodsBefore: number, brought: Brought): Slip[] {
  const { numerator, denominator } = pairsOf(reading);
  const inMoney = [numerator, denominator].flatMap((pair) => (pair ? moneySlip(pair) : []));
  if (inMoney.length > 0)
    return inMoney.map((one, at) => ({ ...one, follows: at > 0 ? inMoney[0].observation : null }));
  if (numerator && denominator) return slipsOfRatio(numerator, denominator, periodsBefore, brought);
  const alone = numerator ?? denominator;
  return alone
    ? [largeAlone(alone, periodsBefore), thousandth(alone, periodsBefore)].filter(
        (one) => one !== null,
      )
    : [];
}

/** Amounts in đồng given in millions, or the reverse: nothing else moves money so far. */
function moneySlip(pair: Pair): Slip[] {
  const { own, last, unit } = pair;
  if (!isMoney(unit) || own <= 0 || last <= 0) return [];
  const power = Math.abs(Math.log10(own / last));
  if (power < 4) return [];
  return [slip(pair, own > last, power < 7.5 ? 1_000_000 : 1_000_000_000)];
}

function slipsOfRatio(
  numerator: Pair,
  denominator: Pair,
  periodsBefore: number,
  brought: Brought,
): Slip[] {
  const usual = usualShare(numerator, denominator, periodsBefore);
  const one =
    wholeSlip(numerator, denominator, usual, brought) ??
    largePart(numerator, denominator, periodsBefore) ??
    smallPart(numerator, denominator, usual);
  if (one) return [one];
  return [numerator, denominator]
    .map((pair) => thousandth(pair, periodsBefore))
    .filter((pair) => pair !== null);
}

/** What the parts of a ratio usually are, and their share. */
interface UsualShare {
  part: number;
  whole: number;
  share: number;
}

function usualShare(numerator: Pair, denominator: Pair, periodsBefore: number): UsualShare {
  const part = usualOf(numerator, periodsBefore);
  const whole = usualOf(denominator, periodsBefore);
  return { part, whole, share: whole > 0 ? part / whole : 0 };
}

function hasGrown({ own, last }: Pair): boolean {
  return own > GROWN * last;
}

function hasStayed({ own, last }: Pair): boolean {
  return own <= GROWN * Math.max(last, ENOUGH) && own * GROWN >= last;
}

/**
 * A base (what there is to review, what was assigned for the year) stays nearly as it is; what
 * comes in a period does not. Where both parts slipped one is named: it is one thing to look at.
 */
function wholeSlip(
  numerator: Pair,
  denominator: Pair,
  usual: UsualShare,
  brought: Brought,
): Slip | null {
  const isFlow = numerator.reading.indicator.overTime === 'flow';
  const last = denominator.last * (isFlow ? brought.last : 1);
  const times = SLIPS.find((one) =>
    isFlow
      ? isNear(denominator.own, one * last, 2) &&
        isNear(denominator.own, one * usual.whole * brought.usual, 2)
      : isNear(denominator.own, one * last, 1.3),
  );
  if (times === undefined || denominator.last < ENOUGH) return null;
  const now = denominator.own > 0 ? numerator.own / denominator.own : 0;
  const isSlip = hasGrown(numerator)
    ? !isFlow || haveBothSlipped(numerator, denominator, usual, brought, times)
    : isNear(denominator.own, times * last, 1.4) || isNear(now * times, usual.share, 1.5);
  return isSlip ? slip(denominator, true, times) : null;
}

/** Both parts are so many times what the period brings, and their share stayed. */
function haveBothSlipped(
  numerator: Pair,
  denominator: Pair,
  usual: UsualShare,
  brought: Brought,
  times: number,
): boolean {
  const now = denominator.own > 0 ? numerator.own / denominator.own : 0;
  const byLast = times * denominator.last * brought.last;
  const byUsual = times * usual.whole * brought.usual;
  const isInPlace =
    denominator.last >= EXPECTED &&
    isNear(denominator.own, byLast, IN_PLACE) &&
    isNear(denominator.own, byUsual, IN_PLACE);
  return (
    isNear(denominator.own, byLast, 1.6) &&
    isNear(denominator.own, byUsual, 1.45) &&
    isNear(numerator.own, times * usual.part * brought.usual, 2) &&
    isNear(now, usual.share, 1.35) &&
    isShareAlike(numerator, denominator, usual, isInPlace ? UNLIKE_IN_PLACE : UNLIKE)
  );
}

/**
 * Work that is done by steps may be ten times as far along; only of what comes in a period is that
 * a slip, and of a part that is more than its whole.
 */
function largePart(numerator: Pair, denominator: Pair, periodsBefore: number): Slip | null {
  const { overTime, partOfWhole } = numerator.reading.indicator;
  const isBySteps = overTime === 'stock' || overTime === 'cumulative';
  const isImpossible = partOfWhole && numerator.own > denominator.own;
  if (hasGrown(denominator) || (isBySteps && !isImpossible)) return null;
  return largeAlone(numerator, periodsBefore);
}

/** Ten times less than the usual share of a whole that stayed. */
function smallPart(numerator: Pair, denominator: Pair, { share }: UsualShare): Slip | null {
  const { overTime } = numerator.reading.indicator;
  if (overTime === 'cumulative' || !hasStayed(denominator) || numerator.own <= 0) return null;
  const expected = share * denominator.own;
  if (expected < EXPECTED) return null;
  const times = SLIPS.find(
    (one) =>
      isNear(numerator.own * one, expected, 1.45) &&
      isNear(numerator.own * one, numerator.last, 2.5),
  );
  return times === undefined ? null : slip(numerator, false, times);
}

/**
 * Near all or nothing a share that is much better is few times another: there it is held against
 * the usual one by its odds. A campaign does more, and does it better; a slip does not.
 */
function isShareAlike(part: Pair, whole: Pair, usual: UsualShare, unlike: number): boolean {
  const isShare = part.own <= whole.own && usual.part <= usual.whole;
  if (!part.reading.indicator.partOfWhole || !isShare) return true;
  const away = Math.abs(logOdds(part.own, whole.own) - logOdds(usual.part, usual.whole));
  return away <= Math.max(unlike, DEVIATIONS * Math.sqrt(chanceOf(usual.part, usual.whole)));
}

/** About 10, 100 or 1.000 times what it was, last time and so far. */
function largeAlone(pair: Pair, periodsBefore: number): Slip | null {
  const { own, last } = pair;
  if (last < ENOUGH) return null;
  const usual = usualOf(pair, periodsBefore);
  const times = SLIPS.find((one) => isNear(own, one * last, 1.42) && isNear(own, one * usual, 2));
  return times === undefined ? null : slip(pair, true, times);
}

/** An Excel set to English read the dot of "12.000" as a decimal point. */
function thousandth(pair: Pair, periodsBefore: number): Slip | null {
  const { own, last } = pair;
  if (own <= 0 || last < 1000) return null;
  const isOne =
    isNear(own * 1000, last, 1.7) && isNear(own * 1000, usualOf(pair, periodsBefore), 2);
  return isOne ? slip(pair, false, 1000) : null;
}

function slip({ observation, own, last }: Pair, isLarge: boolean, times: number): Slip {
  return { observation, isLarge, value: own, times, last, follows: null, others: 0 };
}
