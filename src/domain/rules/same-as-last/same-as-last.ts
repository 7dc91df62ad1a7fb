import { finding } from '../finding';
import { pairsWithLast } from '../last-figures';
import { placeOf, type Rule } from '../rule';

/** Fewer figures may well be the same by chance. */
const ENOUGH = 4;

/** Every figure that could have changed is that of the last period (defect 35): last month's file under this month's name. */
export const sameAsLast: Rule = {
  code: 'same-as-last',
  severity: 'warning',
  defects: [35],
  check(form, report) {
    // What is 0 in both, and figures of the year or of the period's end, often stay.
    const moving = pairsWithLast(form).filter(({ own, last, soFar }) => soFar !== null && (own !== 0 || last !== 0));
    if (moving.length < ENOUGH || moving.some(({ own, last }) => own !== last)) return;
    report(finding('same-as-last', 'warning', placeOf(moving[0].observation), { count: moving.length }), []);
  },
};
