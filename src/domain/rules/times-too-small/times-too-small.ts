import { finding } from '../../finding/finding';
import { placeOf, type PastRule } from '../rule';
import { slipsOf } from '../slips';

/**
 * A power of ten below what it was (defect 79): an Excel set to English read the dot of "12.000" as
 * a decimal point, a numerator lost a digit, an amount is in millions where đồng are asked.
 */
export const timesTooSmall: PastRule = {
  code: 'times-too-small',
  severity: 'warning',
  defects: [79],
  check(form, report) {
    for (const { observation, isLarge, value, times, last, follows } of slipsOf(form)) {
      if (isLarge) continue;
      const facts = { value, times, last };
      report(
        finding('times-too-small', 'warning', placeOf(observation), facts),
        [],
        [follows ?? observation],
      );
    }
  },
};
