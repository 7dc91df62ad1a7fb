import { measureOf } from '../../measure/measure';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'ratio-over-whole': { given: number };
  }
}

/**
 * A percentage over 100 of a part of a whole, sent without its parts (defect 11); with them the
 * parts are compared.
 */
export const ratioOverWhole = rule({
  code: 'ratio-over-whole',
  severity: 'warning',
  defects: [11],
  example: { given: 104.2 },
  order: 150,
  check(form, report) {
    for (const { indicator, row, value, typedRatio } of form.indicators) {
      const { highest } = measureOf(indicator);
      if (highest === null || value === null) continue;
      if (typedRatio === null || typedRatio <= highest) continue;
      report(row.place('ratio'), { given: typedRatio }, [], [value]);
    }
  },
});
