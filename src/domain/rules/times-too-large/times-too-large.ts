import type { IndicatorReading } from '../../submission/read-indicator';
import { finding } from '../finding';
import { pairsWithLast, usualOf } from '../last-figures';
import { placeOf, type Rule } from '../rule';

const SLIPS = [1000, 100, 10];
/** Small counts grow tenfold by themselves. */
const ENOUGH = 10;
const GROWN = 3;

/** About 10, 100 or 1.000 times what it was, last time and so far (defect 34): a digit typed twice, or another unit; of a ratio in one part only. */
export const timesTooLarge: Rule = {
  code: 'times-too-large',
  severity: 'warning',
  defects: [34],
  check(form, report) {
    const pairs = pairsWithLast(form);
    const grown = new Map<IndicatorReading, number>();
    for (const { reading, own, last } of pairs)
      if (own > GROWN * last) grown.set(reading, (grown.get(reading) ?? 0) + 1);
    for (const pair of pairs) {
      const { reading, own, last, observation } = pair;
      // Where numerator and denominator both grew there was more to count.
      if (last < ENOUGH || grown.get(reading) === 2) continue;
      const usual = usualOf(pair, form.periodsBefore);
      const times = SLIPS.find((slip) => isAbout(own / last, slip, 0.7, 1.4) && isAbout(own / usual, slip, 0.5, 2));
      if (times === undefined) continue;
      report(
        finding('times-too-large', 'warning', placeOf(observation), { value: own, times, last }),
        [],
        [observation],
      );
    }
  },
};

function isAbout(found: number, wanted: number, low: number, high: number): boolean {
  return found >= low * wanted && found <= high * wanted;
}
