import { sum } from '../../decimal/decimal';
import { typedParts, type StatForm } from '../../plan/stat-form';
import { countedColumns, type StatRowReading } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { keysUnder } from '../../template/stat-rows';
import { finding } from '../../finding/finding';
import type { Rule } from '../rule';

/** A total typed over its formula that is not the sum of its rows (defect 28); nobody knows which is wrong. */
export const totalDiffers: Rule = {
  code: 'total-differs',
  severity: 'error',
  defects: [28],
  check(reading, report) {
    for (const { form, rows, totals } of reading.forms) {
      for (const { code, row, typed } of totals) {
        const details = rows.filter(({ key }) => keysUnder(form, code).includes(key));
        for (const [column, given] of typed) {
          const values = details.map((one) => countedColumns(form, one).get(column) ?? null);
          if (values.length === 0 || values.includes(null)) continue;
          const computed = sum(values as number[]);
          if (computed === given) continue;
          const facts = { given, computed };
          const place = row.place(columnKey(column));
          report(finding('total-differs', 'error', place, facts), partsIn(form, details, column));
        }
      }
    }
  },
};

function partsIn(form: StatForm, rows: readonly StatRowReading[], column: string) {
  const parts = typedParts(form, column);
  return rows.flatMap(({ cells }) => parts.map((part) => cells.get(part) ?? null));
}
