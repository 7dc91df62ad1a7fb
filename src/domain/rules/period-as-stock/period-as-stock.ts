import { pairsOf, type Pair } from '../last-figures';
import { pastRule, placeOf } from '../rule';
import { slipsOf } from '../slips';

declare module '../../finding/finding' {
  interface FindingFacts {
    'period-as-stock': { value: number; last: number };
  }
}

/** What there is falls too, hardly to a third within a period. */
const FALLEN = 3;
/** A few more or fewer are no wonder. */
const ENOUGH = 5;
/** A whole that is hardly another one. */
const STEADY = 1.5;

/**
 * The figure of the period alone where the form asks what there is at its end (45 of 61, then 3):
 * of the same whole, or of the period's own.
 */
export const periodAsStock = pastRule({
  code: 'period-as-stock',
  severity: 'warning',
  defects: [],
  example: { value: 3, last: 45 },
  order: 61,
  check(form, report) {
    // A lost digit has a name of its own.
    const slipped = new Set(slipsOf(form).map(({ observation }) => observation));
    for (const reading of form.indicators) {
      if (reading.indicator.overTime !== 'stock') continue;
      const { numerator, denominator } = pairsOf(reading);
      if (!numerator || !Number.isInteger(numerator.own) || !isFallen(numerator)) continue;
      if (reading.indicator.denominator && !(denominator && denominator.own > 0)) continue;
      const isOfSameWhole =
        !denominator ||
        isFallen(denominator) ||
        (denominator.own * STEADY >= denominator.last &&
          denominator.own <= denominator.last * STEADY);
      const { observation, own, last } = numerator;
      if (!isOfSameWhole || slipped.has(observation)) continue;
      report(placeOf(observation), { value: own, last }, [], [observation]);
    }
  },
});

function isFallen({ own, last }: Pair): boolean {
  return own >= 0 && own * FALLEN <= last && last - own > ENOUGH;
}
