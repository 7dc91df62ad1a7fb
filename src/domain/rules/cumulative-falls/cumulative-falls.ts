import { measureOf } from '../../measure/measure';
import { finding } from '../../finding/finding';
import type { Rule } from '../rule';

/**
 * A cumulative typed over its formula that is less than before this period (defect 33): what adds
 * up cannot fall.
 */
export const cumulativeFalls: Rule = {
  code: 'cumulative-falls',
  severity: 'error',
  defects: [33],
  check(form, report) {
    for (const { indicator, row, typedCumulative, previous } of form.indicators) {
      const measure = measureOf(indicator);
      // What may be below 0 may fall.
      if (!measure.isSummed || measure.mayBeNegative) continue;
      const sides = [
        ['cumulativeNumerator', typedCumulative.numerator, previous.numerator],
        ['cumulativeDenominator', typedCumulative.denominator, previous.denominator],
      ] as const;
      for (const [column, given, before] of sides) {
        const isConstant =
          column === 'cumulativeDenominator' && measure.timeRule('denominator') !== 'sum';
        if (given === null || before === null || given >= before || isConstant) continue;
        // The typed cumulative is never used: the period's own figures stand.
        report(
          finding('cumulative-falls', 'error', row.place(column), { given, previous: before }),
          [],
        );
      }
    }
  },
};
