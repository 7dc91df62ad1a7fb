import { measureOf } from '../../measure/measure';
import { finding } from '../../finding/finding';
import { numeric, placeOf, type Rule } from '../rule';

/** A part larger than its whole (defect 13), only where the indicator is part-of-whole. */
export const numeratorExceedsDenominator: Rule = {
  code: 'numerator-exceeds-denominator',
  severity: 'error',
  defects: [13],
  check(form, report) {
    for (const { indicator, numerator, denominator } of form.indicators) {
      const part = numeric(numerator);
      const whole = numeric(denominator);
      if (part === null || whole === null || !measureOf(indicator).exceedsWhole(part, whole))
        continue;
      const facts = { numerator: part, denominator: whole };
      report(finding('numerator-exceeds-denominator', 'error', placeOf(numerator!), facts), [
        numerator,
        denominator,
      ]);
    }
  },
};
