import { measureOf } from '../../measure/measure';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'cumulative-falls': { given: number; previous: number };
  }
}

/**
 * A cumulative typed over its formula that is less than before this period (defect 33): what adds
 * up cannot fall.
 */
export const cumulativeFalls = rule({
  code: 'cumulative-falls',
  severity: 'error',
  defects: [33],
  example: { given: 900, previous: 950 },
  order: 170,
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
        report(row.place(column), { given, previous: before });
      }
    }
  },
});
