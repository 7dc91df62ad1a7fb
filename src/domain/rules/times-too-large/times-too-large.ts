import { pastRule, placeOf } from '../rule';
import { slipsOf } from '../slips';

declare module '../../finding/finding' {
  interface FindingFacts {
    /** So many times the figures of before; so many more rows of the form are so. */
    'times-too-large': { value: number; times: number; last: number; others?: number };
  }
}

/**
 * About 10, 100 or 1.000 times what it was, last time and so far (defect 34): a digit typed twice,
 * or another unit; of a ratio in one part or in both.
 */
export const timesTooLarge = pastRule({
  code: 'times-too-large',
  severity: 'warning',
  defects: [34],
  example: { value: 12000, times: 10, last: 1200 },
  order: 90,
  check(form, report) {
    for (const { observation, isLarge, value, times, last, follows, others } of slipsOf(form)) {
      if (!isLarge) continue;
      const facts = { value, times, last, ...(others > 0 ? { others } : {}) };
      report(placeOf(observation), facts, [], [follows ?? observation]);
    }
  },
});
