import { measureOf } from '../../measure/measure';
import { finding } from '../../finding/finding';
import type { Rule } from '../rule';

/**
 * A percentage over 100 of a part of a whole, sent without its parts (defect 11); with them the
 * parts are compared.
 */
export const ratioOverWhole: Rule = {
  code: 'ratio-over-whole',
  severity: 'warning',
  defects: [11],
  check(form, report) {
    for (const { indicator, row, value, typedRatio } of form.indicators) {
      const { highest } = measureOf(indicator);
      if (highest === null || value === null) continue;
      if (typedRatio === null || typedRatio <= highest) continue;
      report(
        finding('ratio-over-whole', 'warning', row.place('ratio'), { given: typedRatio }),
        [],
        [value],
      );
    }
  },
};
