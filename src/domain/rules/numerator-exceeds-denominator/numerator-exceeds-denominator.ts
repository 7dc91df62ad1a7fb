import { measureOf } from '../../measure/measure';
import { numeric, placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'numerator-exceeds-denominator': { numerator: number; denominator: number };
  }
}

/** A part larger than its whole (defect 13), only where the indicator is part-of-whole. */
export const numeratorExceedsDenominator = rule({
  code: 'numerator-exceeds-denominator',
  severity: 'error',
  defects: [13],
  example: { numerator: 120, denominator: 100 },
  order: 110,
  check(form, report) {
    for (const { indicator, numerator, denominator } of form.indicators) {
      const part = numeric(numerator);
      const whole = numeric(denominator);
      if (part === null || whole === null || !measureOf(indicator).exceedsWhole(part, whole))
        continue;
      const facts = { numerator: part, denominator: whole };
      report(placeOf(numerator!), facts, [numerator, denominator]);
    }
  },
});
