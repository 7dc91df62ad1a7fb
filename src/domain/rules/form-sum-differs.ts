import { countedColumns } from '../submission/read-stat-form';
import { columnKey } from '../template/stat-columns';
import { finding } from './finding';
import type { Rule } from './rule';

/** A sum typed over the formula that is not that of its parts; the parts count, the sum never does. */
export const formSumDiffers: Rule = {
  code: 'form-sum-differs',
  severity: 'warning',
  defects: [],
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      for (const row of rows) {
        const columns = countedColumns(form, row);
        for (const [column, given] of row.typedSums) {
          const computed = columns.get(column) ?? null;
          if (computed === null || computed === given) continue;
          const place = row.row.place(columnKey(column));
          report(finding('form-sum-differs', 'warning', place, { column: `${column}`, given, computed }), []);
        }
      }
    }
  },
};
