import { sum } from '../consolidation/decimal';
import { checkedIdentities, type StatTerm } from '../plan/stat-form';
import { countedColumns, type StatRowReading } from '../submission/read-stat-form';
import { columnKey } from '../template/stat-columns';
import { finding } from './finding';
import type { Rule } from './rule';

/** What was carried over is not what the period before left, as the form prints it; silent where it prints nothing. */
export const carryOverMismatch: Rule = {
  code: 'carry-over-mismatch',
  severity: 'warning',
  defects: [31],
  check(reading, report) {
    for (const { form, rows } of reading.forms) {
      const identities = checkedIdentities(form).filter(({ left, right }) =>
        [...left, ...right].some(({ isPrevious }) => isPrevious),
      );
      for (const row of rows) {
        const columns = countedColumns(form, row);
        for (const { text, left, relation, right } of identities) {
          const [a, b] = [left, right].map((terms) => terms.map((term) => valueOf(term, columns, row)));
          if (a.includes(null) || b.includes(null)) continue;
          const [given, previous] = [sum(a as number[]), sum(b as number[])];
          if (relation === '=' ? given === previous : given <= previous) continue;
          const place = row.row.place(columnKey(left[0].column));
          report(finding('carry-over-mismatch', 'warning', place, { identity: text, given, previous }), []);
        }
      }
    }
  },
};

function valueOf(term: StatTerm, columns: ReadonlyMap<string, number | null>, row: StatRowReading): number | null {
  return (term.isPrevious ? row.previous.get(term.column) : columns.get(term.column)) ?? null;
}
