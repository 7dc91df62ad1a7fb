import { brokenSides, checkedIdentities, looksBack, typedParts } from '../../plan/stat-form';
import { countedColumns } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { finding } from '../../finding/finding';
import type { Rule } from '../rule';

/** Columns of one row that must agree and do not, such as (3) = (7) + (11); nobody knows which is wrong, so none counts. */
export const identityMismatch: Rule = {
  code: 'identity-mismatch',
  severity: 'error',
  defects: [30],
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      const identities = checkedIdentities(form).filter((identity) => !looksBack(identity));
      for (const row of rows) {
        const columns = countedColumns(form, row);
        for (const identity of identities) {
          const broken = brokenSides(identity, ({ column }) => columns.get(column) ?? null);
          if (!broken) continue;
          const { text, left, right } = identity;
          const named = [...left, ...right].map(({ column }) => column);
          const inputs = named.flatMap((column) => typedParts(form, column));
          const place = row.row.place(columnKey(left[0].column));
          const withheld = [...new Set(inputs)].map((column) => row.cells.get(column) ?? null);
          report(finding('identity-mismatch', 'error', place, { identity: text, ...broken }), withheld);
        }
      }
    }
  },
};
