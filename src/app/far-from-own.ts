import { lastOf } from '../known/known';
import { figureKey } from '../domain/ledger/in-force';
import {
  checkedIdentities,
  inputColumns,
  looksBack,
  typedParts,
  type StatForm,
} from '../domain/plan/stat-form';
import { measureOf } from '../domain/measure/measure';
import type { Indicator } from '../domain/plan/plan';
import { isCounted } from '../domain/measure/units';
import { chanceOf, logOdds, medianOf } from '../domain/rules/chance';
import type { Observation } from '../domain/submission/submission';
import { partsIn, type Parts } from './ledger-figures';
import { usualOf, type Usual } from './usual';

/** Fewer periods tell nothing of what is usual. */
export const PERIODS = 6;
/** A figure this near to what is usual is never far, and a ratio of fewer jumps by itself. */
const ENOUGH = 10;
/** So many deviations from what is usual, of the agency's own months and of chance together. */
const FAR = 6;
/**
 * However alike the months were so far, the next may be this unlike: of a share (on the scale of
 * its odds), of an amount (of its logarithm).
 */
const LEAST = { share: 0.35, amount: 0.23 };
/** A base, or a stock, that is this many times what it was. */
const MOVED = 3;
const STEADY = 1.5;

/**
 * A figure far from what the agency reported before; `low` and `high` are the least and the most it
 * was.
 */
export interface Far {
  observation: Observation;
  value: number;
  low: number;
  high: number;
  periods: number;
}

type Figures = ReadonlyMap<string, number>;

/**
 * What is far from the agency's own past. Work comes in seasons and campaigns: more of it, with its
 * share as ever, is no news. A share that falls is, and a mean or a count that leaves what it was
 * by far more than chance and the agency's own ups and downs. What is done step by step may go
 * ahead at any time and may stop; it does not go back.
 */
export function farFromOwn(
  indicator: Indicator,
  observed: { numerator: Observation | null; denominator: Observation | null },
  now: Figures,
  before: readonly Figures[],
): Far | null {
  const own = partsIn(now, indicator);
  const past = before.map((one) => partsIn(one, indicator)).filter((one) => one !== null);
  if (!own || past.length < PERIODS) return null;
  const far = measureOf(indicator).isSummed
    ? farFlow(indicator, own, past)
    : farLevel(indicator, own, past);
  const observation = far && observed[far];
  if (!observation) return null;
  const values = past.map((one) => one[far]);
  return {
    observation,
    value: own[far],
    low: Math.min(...values),
    high: Math.max(...values),
    periods: values.length,
  };
}

function farFlow(indicator: Indicator, own: Parts, past: readonly Parts[]): keyof Parts | null {
  if (!indicator.denominator || indicator.overTime === 'flow-of-constant') {
    const usual = usualOf(past.map(({ numerator }) => Math.log(numerator + 1)));
    const median = Math.exp(usual.median) - 1;
    const chance = isCounted(indicator.numerator.unit)
      ? 1 / (median + 1) + 1 / (own.numerator + 1)
      : 0;
    const isFar = isFarAmount(Math.log(own.numerator + 1), usual, chance);
    return isFar && Math.abs(own.numerator - median) > ENOUGH ? 'numerator' : null;
  }
  const some = past.filter(({ denominator }) => denominator >= ENOUGH);
  if (own.denominator < ENOUGH || some.length < PERIODS) return null;
  const isFar = indicator.partOfWhole ? isShareFallen(own, some) : isMeanFar(own, some);
  return isFar ? partThatMoved(own, some) : null;
}

function isShareFallen(own: Parts, past: readonly Parts[]): boolean {
  if (own.numerator > own.denominator) return false;
  const sound = past.filter(({ numerator, denominator }) => numerator <= denominator);
  if (sound.length < PERIODS) return false;
  const { median, spread } = usualOf(
    sound.map(({ numerator, denominator }) => logOdds(numerator, denominator)),
  );
  const expected = own.denominator / (1 + Math.exp(-median));
  if (expected - own.numerator <= ENOUGH) return false;
  const chance = chanceOf(own.numerator, own.denominator) + chanceOf(expected, own.denominator);
  const distance = median - logOdds(own.numerator, own.denominator);
  return distance > FAR * Math.hypot(Math.max(spread, LEAST.share), Math.sqrt(chance));
}

/** Minutes over visits: the mean is looked at, not how much there was. */
function isMeanFar(own: Parts, past: readonly Parts[]): boolean {
  const mean = ({ numerator, denominator }: Parts) => Math.log((numerator + 1) / denominator);
  return isFarAmount(mean(own), usualOf(past.map(mean)), 1 / own.denominator);
}

function isFarAmount(own: number, { median, spread }: Usual, chance: number): boolean {
  return (
    Math.abs(own - median) > FAR * Math.hypot(Math.max(spread, LEAST.amount), Math.sqrt(chance))
  );
}

/** Of two parts that do not fit each other any more the one that left what it was. */
function partThatMoved(own: Parts, past: readonly Parts[]): keyof Parts {
  const moved = (part: keyof Parts) =>
    Math.abs(Math.log((own[part] + 1) / (medianOf(past.map((one) => one[part])) + 1)));
  return moved('denominator') > moved('numerator') ? 'denominator' : 'numerator';
}

function farLevel(indicator: Indicator, own: Parts, past: readonly Parts[]): keyof Parts | null {
  const last = lastOf(past);
  const bases = past.map(({ denominator }) => denominator).filter((base) => base > 0);
  const [least, most] = [Math.min(...bases), Math.max(...bases)];
  const isSteady = bases.length >= PERIODS && most <= STEADY * least;
  const isMoved = own.denominator > MOVED * most || own.denominator * MOVED < least;
  const apart = own.denominator > most ? own.denominator - most : least - own.denominator;
  if (indicator.denominator && isSteady && isMoved && apart > ENOUGH) return 'denominator';
  // Of a cumulative figure its own rule says so.
  const isBack = indicator.overTime === 'stock' && own.numerator * MOVED < last.numerator;
  const fits = own.denominator >= last.denominator / STEADY;
  return isBack && fits && last.numerator - own.numerator > ENOUGH ? 'numerator' : null;
}

/** Cells of a statistics form far from what they were, as the other cells of the form are not. */
export function farInForm(
  form: StatForm,
  observations: readonly Observation[],
  before: readonly Figures[],
): Far[] {
  const columns = new Set(looseColumns(form));
  const cells = observations
    .filter((one) => one.of === 'form' && one.code === form.code && columns.has(one.measure))
    .flatMap((observation) => {
      const past = before
        .map((one) => one.get(figureKey(observation)))
        .filter((one) => one !== undefined);
      const { value, state } = observation;
      if (past.length < PERIODS || typeof value !== 'number' || state !== 'ok') return [];
      const usual = usualOf(past.map((one) => Math.log(one + 1)));
      return [{ observation, value, past, usual, moved: Math.log(value + 1) - usual.median }];
    });
  if (cells.length === 0) return [];
  const all = medianOf(cells.map(({ moved }) => moved));
  return cells
    .filter(({ value, usual }) => {
      const median = Math.exp(usual.median) - 1;
      const chance = 1 / (median + 1) + 1 / (value + 1);
      const isFar = isFarAmount(Math.log(value + 1) - all, usual, chance);
      return isFar && Math.abs(value - median * Math.exp(all)) > ENOUGH;
    })
    .map(({ observation, value, past }) => ({
      observation,
      value,
      low: Math.min(...past),
      high: Math.max(...past),
      periods: past.length,
    }));
}

/**
 * Typed columns that no other column of the row must agree with: of the others the identity says
 * what is wrong.
 */
export function looseColumns(form: StatForm): string[] {
  // Where a line of a list stands means nothing.
  if (form.lines !== undefined) return [];
  const tied = new Set(
    checkedIdentities(form)
      .filter((one) => !looksBack(one))
      .flatMap(({ left, right }) =>
        [...left, ...right].flatMap(({ column }) => typedParts(form, column)),
      ),
  );
  return inputColumns(form)
    .filter(({ typed }) => typed === undefined || typed === 'number')
    .map(({ code }) => code)
    .filter((code) => !tied.has(code));
}
