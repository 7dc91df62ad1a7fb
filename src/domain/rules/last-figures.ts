import { measureOf } from '../measure/measure';
import { powerOfDong } from '../measure/units';
import type { IndicatorReading } from '../reading/read-indicator';
import type { Observation } from '../submission/submission';
import { numeric } from './numeric';

/** A row beside what came before it: as the form prints it, or as the ledger has it. */
export type Compared = Pick<
  IndicatorReading,
  'indicator' | 'numerator' | 'denominator' | 'value' | 'last' | 'previous'
>;

/** A form as far as it is held against the periods before. */
export interface ComparedForm {
  /** How many base periods of the year came before this one. */
  periodsBefore: number;
  indicators: readonly Compared[];
}

/** A figure of this period beside that of the last one. */
export interface Pair {
  reading: Compared;
  observation: Observation;
  unit: string;
  own: number;
  last: number;
  /**
   * Cumulative before this period; null where it is not known or the figure is none that adds up.
   */
  soFar: number | null;
}

/**
 * Numerator (or the figure of a count) and denominator of a row with their last figures; null where
 * one is not known.
 */
export function pairsOf(reading: Compared): { numerator: Pair | null; denominator: Pair | null } {
  const { last, previous, numerator, denominator, value, indicator } = reading;
  const isCount = indicator.denominator === null;
  const isWholeSummed = measureOf(indicator).timeRule('denominator') === 'sum';
  const pair = (
    observation: Observation | null,
    unit: string,
    before: number | null,
    soFar: number | null,
  ): Pair | null => {
    const own = numeric(observation);
    return observation === null || own === null || before === null
      ? null
      : { reading, observation, unit, own, last: before, soFar };
  };
  return {
    numerator: pair(
      isCount ? value : numerator,
      indicator.numerator.unit,
      last.numerator,
      measureOf(indicator).isSummed ? previous.numerator : null,
    ),
    denominator: pair(
      denominator,
      indicator.denominator?.unit ?? '',
      last.denominator,
      isWholeSummed ? previous.denominator : null,
    ),
  };
}

/**
 * Every numerator and denominator whose last figure is known; nothing where none is (no ledger,
 * after a split).
 */
export function pairsWithLast(form: ComparedForm): Pair[] {
  return form.indicators.flatMap((reading) => {
    const { numerator, denominator } = pairsOf(reading);
    return [numerator, denominator].filter((one) => one !== null);
  });
}

/** What a period brought on average so far; of a figure that is none that adds up, the last one. */
export function usualOf({ last, soFar }: Pair, periodsBefore: number): number {
  return soFar === null || periodsBefore === 0 ? last : soFar / periodsBefore;
}

/** Whether a figure is another within so many times, above or below. */
export function isNear(found: number, wanted: number, times: number): boolean {
  return found >= wanted / times && found <= wanted * times;
}

export function isMoney(unit: string): boolean {
  return powerOfDong(unit) !== null;
}
