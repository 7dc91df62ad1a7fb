import { finding } from '../../finding/finding';
import { numeric, type Rule } from '../rule';

/** "100%" beside 0/0 (defect 14): nothing occurred, so no ratio is computed. */
export const ratioWithoutDenominator: Rule = {
  code: 'ratio-without-denominator',
  severity: 'warning',
  defects: [14],
  check(form, report) {
    for (const { row, denominator, typedRatio, ratioRaw } of form.indicators) {
      const empty = numeric(denominator) === 0 || denominator?.state === 'not-applicable';
      if (empty && typedRatio !== null) {
        report(
          finding('ratio-without-denominator', 'warning', row.place('ratio'), { raw: ratioRaw }),
          [],
        );
      }
    }
  },
};
