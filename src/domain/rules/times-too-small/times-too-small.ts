import { pastRule, placeOf } from '../rule';
import { slipsOf } from '../slips';

declare module '../../finding/finding' {
  interface FindingFacts {
    'times-too-small': { value: number; times: number; last: number };
  }
}

/**
 * A power of ten below what it was (defect 79): an Excel set to English read the dot of "12.000" as
 * a decimal point, a numerator lost a digit, an amount is in millions where đồng are asked.
 */
export const timesTooSmall = pastRule({
  code: 'times-too-small',
  severity: 'warning',
  defects: [79],
  example: { value: 12, times: 1000, last: 12000 },
  order: 100,
  check(form, report) {
    for (const { observation, isLarge, value, times, last, follows } of slipsOf(form)) {
      if (isLarge) continue;
      const facts = { value, times, last };
      report(placeOf(observation), facts, [], [follows ?? observation]);
    }
  },
});
