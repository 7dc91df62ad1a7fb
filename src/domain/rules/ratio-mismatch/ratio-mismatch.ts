import { measureOf } from '../../measure/measure';
import { agrees } from '../../reading/typed-ratio';
import { finding } from '../../finding/finding';
import { numeric, type Rule } from '../rule';

/**
 * A ratio typed over the formula that its own parts do not give (defect 12); rounding as typed is
 * allowed.
 */
export const ratioMismatch: Rule = {
  code: 'ratio-mismatch',
  severity: 'error',
  defects: [12],
  check(form, report) {
    for (const { indicator, row, numerator, denominator, typedRatio } of form.indicators) {
      const part = numeric(numerator);
      const whole = numeric(denominator);
      if (typedRatio === null || part === null || whole === null) continue;
      const computed = measureOf(indicator).value(part, whole);
      if (computed === null) continue;
      if (agrees(typedRatio, computed)) continue;
      const facts = { given: typedRatio, numerator: part, denominator: whole, computed };
      report(finding('ratio-mismatch', 'error', row.place('ratio'), facts), [
        numerator,
        denominator,
      ]);
    }
  },
};
