import { knownAt } from '../../../known/known';
import { countedForm } from '../../reading/read-stat-form';
import { columnFormula, typedParts } from '../../plan/stat-form';
import { isMade } from '../../plan/stat-cells';
import { columnKey } from '../../template/stat-columns';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /** A sum of a statistics form that was typed over its formula. */
    'form-sum-differs': { column: string; given: number; computed: number };
  }
}

/**
 * A sum typed over its formula that is not that of its parts (defect 30); nobody knows which is
 * wrong, so no part counts.
 */
export const formSumDiffers = rule({
  code: 'form-sum-differs',
  severity: 'error',
  defects: [],
  example: { column: '3', given: 500, computed: 498 },
  order: 210,
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      const figures = countedForm({ form, rows });
      for (const row of rows) {
        const columns = knownAt(figures, row.key);
        for (const [column, given] of row.typedSums) {
          const computed = columns.get(column) ?? null;
          if (computed === null || isMade(given, computed, columnFormula(form, column))) continue;
          const place = row.row.place(columnKey(column));
          const parts = typedParts(form, column).map((part) => row.cells.get(part) ?? null);
          report(place, { column, given, computed }, parts);
        }
      }
    }
  },
});
