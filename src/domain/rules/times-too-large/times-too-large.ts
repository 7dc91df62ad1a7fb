import { finding } from '../../finding/finding';
import { placeOf, type PastRule } from '../rule';
import { slipsOf } from '../slips';

/**
 * About 10, 100 or 1.000 times what it was, last time and so far (defect 34): a digit typed twice,
 * or another unit; of a ratio in one part or in both.
 */
export const timesTooLarge: PastRule = {
  code: 'times-too-large',
  severity: 'warning',
  defects: [34],
  check(form, report) {
    for (const { observation, isLarge, value, times, last, follows } of slipsOf(form)) {
      if (!isLarge) continue;
      const facts = { value, times, last };
      report(
        finding('times-too-large', 'warning', placeOf(observation), facts),
        [],
        [follows ?? observation],
      );
    }
  },
};
