import { countedColumns } from '../../reading/read-stat-form';
import { typedParts } from '../../plan/stat-form';
import { columnKey } from '../../template/stat-columns';
import { finding } from '../../finding/finding';
import type { Rule } from '../rule';

/** A sum typed over its formula that is not that of its parts (defect 30); nobody knows which is wrong, so no part counts. */
export const formSumDiffers: Rule = {
  code: 'form-sum-differs',
  severity: 'error',
  defects: [],
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      for (const row of rows) {
        const columns = countedColumns(form, row);
        for (const [column, given] of row.typedSums) {
          const computed = columns.get(column) ?? null;
          if (computed === null || computed === given) continue;
          const place = row.row.place(columnKey(column));
          const parts = typedParts(form, column).map((part) => row.cells.get(part) ?? null);
          report(finding('form-sum-differs', 'error', place, { column, given, computed }), parts);
        }
      }
    }
  },
};
