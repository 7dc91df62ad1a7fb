import { finding } from '../finding';
import { pairsWithLast, usualOf } from '../last-figures';
import { placeOf, type Rule } from '../rule';

const TIMES = 1000;

/** About a thousandth of what it was (defect 79): an Excel set to English read the dot of "12.000" as a decimal point. */
export const timesTooSmall: Rule = {
  code: 'times-too-small',
  severity: 'warning',
  defects: [79],
  check(form, report) {
    for (const pair of pairsWithLast(form)) {
      const { own, last, observation } = pair;
      if (own <= 0 || last < TIMES) continue;
      const usual = usualOf(pair, form.periodsBefore);
      const [byLast, byUsual] = [last / own, usual / own];
      if (byLast < 0.6 * TIMES || byLast > 1.7 * TIMES || byUsual < 0.5 * TIMES || byUsual > 2 * TIMES) continue;
      const facts = { value: own, times: TIMES, last };
      report(finding('times-too-small', 'warning', placeOf(observation), facts), [], [observation]);
    }
  },
};
