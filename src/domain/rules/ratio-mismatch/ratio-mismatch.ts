import { measureOf } from '../../measure/measure';
import { agrees } from '../../reading/typed-ratio';
import { numeric, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'ratio-mismatch': { given: number; numerator: number; denominator: number; computed: number };
  }
}

/**
 * A ratio typed over the formula that its own parts do not give (defect 12); rounding as typed is
 * allowed.
 */
export const ratioMismatch = rule({
  code: 'ratio-mismatch',
  severity: 'error',
  defects: [12],
  example: { given: 95, numerator: 90, denominator: 100, computed: 90 },
  order: 120,
  check(form, report) {
    for (const { indicator, row, numerator, denominator, typedRatio } of form.indicators) {
      const part = numeric(numerator);
      const whole = numeric(denominator);
      if (typedRatio === null || part === null || whole === null) continue;
      const computed = measureOf(indicator).value(part, whole);
      if (computed === null) continue;
      if (agrees(typedRatio, computed)) continue;
      const facts = { given: typedRatio, numerator: part, denominator: whole, computed };
      report(row.place('ratio'), facts, [numerator, denominator]);
    }
  },
});
