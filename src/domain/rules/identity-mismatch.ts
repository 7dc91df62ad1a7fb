import { sum } from '../consolidation/decimal';
import { checkedIdentities, typedParts, type StatTerm } from '../plan/stat-form';
import { countedColumns } from '../submission/read-stat-form';
import { columnKey } from '../template/stat-columns';
import { finding } from './finding';
import type { Rule } from './rule';

/** Columns of one row that must agree and do not, such as (3) = (7) + (11); nobody knows which is wrong, so none counts. */
export const identityMismatch: Rule = {
  code: 'identity-mismatch',
  severity: 'error',
  defects: [30],
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      const identities = checkedIdentities(form).filter(({ left, right }) =>
        [...left, ...right].every(({ isPrevious }) => !isPrevious),
      );
      for (const row of rows) {
        const columns = countedColumns(form, row);
        const side = (terms: readonly StatTerm[]) => terms.map(({ column }) => columns.get(column) ?? null);
        for (const { text, left, relation, right } of identities) {
          const [a, b] = [side(left), side(right)];
          if (a.includes(null) || b.includes(null)) continue;
          const [total, other] = [sum(a as number[]), sum(b as number[])];
          if (relation === '=' ? total === other : total <= other) continue;
          const named = [...left, ...right].map(({ column }) => column);
          const inputs = named.flatMap((column) => typedParts(form, column));
          const place = row.row.place(columnKey(left[0].column));
          const withheld = [...new Set(inputs)].map((column) => row.cells.get(column) ?? null);
          report(finding('identity-mismatch', 'error', place, { identity: text, left: total, right: other }), withheld);
        }
      }
    }
  },
};
