import { isSummed } from '../../plan/plan';
import { sum } from '../../consolidation/decimal';
import { finding } from '../finding';
import { numeric, type Rule } from '../rule';

/** A cumulative typed over the formula that is not previous + this period; it is compared, never used. */
export const cumulativeMismatch: Rule = {
  code: 'cumulative-mismatch',
  severity: 'warning',
  defects: [],
  check(form, report) {
    for (const reading of form.indicators) {
      if (!isSummed(reading.indicator)) continue;
      const sides = [
        ['cumulativeNumerator', reading.typedCumulative.numerator, reading.previous.numerator, reading.numerator],
        [
          'cumulativeDenominator',
          reading.typedCumulative.denominator,
          reading.previous.denominator,
          reading.denominator,
        ],
      ] as const;
      for (const [column, given, previous, observation] of sides) {
        const own = numeric(observation);
        if (given === null || previous === null || own === null) continue;
        const isConstant = column === 'cumulativeDenominator' && reading.indicator.overTime === 'flow-of-constant';
        const computed = isConstant ? own : sum([previous, own]);
        if (given !== computed) {
          report(finding('cumulative-mismatch', 'warning', reading.row.place(column), { given, computed }), []);
        }
      }
    }
  },
};
