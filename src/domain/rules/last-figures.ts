import { measureOf } from '../measure/measure';
import type { IndicatorReading } from '../submission/read-indicator';
import type { Observation } from '../submission/submission';
import { numeric, type FormReading } from './rule';

/** A figure of this period beside that of the last one, as the form prints it. */
export interface Pair {
  reading: IndicatorReading;
  observation: Observation;
  own: number;
  last: number;
  /** Cumulative before this period; null where it is not printed or the figure is none that adds up. */
  soFar: number | null;
}

/** Every numerator and denominator whose last figure the form prints; nothing where it prints none (no ledger, after a split). */
export function pairsWithLast(form: FormReading): Pair[] {
  return form.indicators.flatMap((reading) => {
    const { last, previous, numerator, denominator, value, indicator } = reading;
    const sides = [
      [value && !indicator.denominator ? value : numerator, last.numerator, previous.numerator],
      [denominator, last.denominator, previous.denominator],
    ] as const;
    return sides.flatMap(([observation, before, soFar]): Pair[] => {
      const own = numeric(observation);
      if (observation === null || own === null || before === null) return [];
      return [{ reading, observation, own, last: before, soFar: measureOf(indicator).isSummed ? soFar : null }];
    });
  });
}

/** What a period brought on average so far; of a figure that is none that adds up, the last one. */
export function usualOf({ last, soFar }: Pair, periodsBefore: number): number {
  return soFar === null || periodsBefore === 0 ? last : soFar / periodsBefore;
}
