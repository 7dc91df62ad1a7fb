import { knownAt, theOne } from '../../../known/known';
import { appliesDown, appliesTo, typedRows, type StatGrid } from '../../plan/stat-cells';
import { brokenSides, checkedIdentities, looksBack, typedParts } from '../../plan/stat-form';
import { countedForm, type StatFormReading } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { rule, type ReportOf } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'identity-mismatch': { identity: string; left: number; right: number };
  }
}

/**
 * Columns of one row that must agree and do not, such as (3) = (7) + (11); nobody knows which is
 * wrong, so none counts.
 */
export const identityMismatch = rule({
  code: 'identity-mismatch',
  severity: 'error',
  defects: [30],
  example: { identity: '3 = 7 + 11', left: 500, right: 498 },
  order: 240,
  check(reading, report) {
    for (const own of reading.forms) {
      const { form, rows } = own;
      const figures = countedForm(own);
      const identities = checkedIdentities(form).filter((identity) => !looksBack(identity));
      for (const row of rows) {
        const columns = knownAt(figures, row.key);
        const formRow = theOne(form.rows, ({ key }) => key === row.key);
        for (const identity of identities) {
          if (!appliesTo(form, identity, formRow)) continue;
          const broken = brokenSides(identity, ({ column }) => columns.get(column) ?? null);
          if (!broken) continue;
          const { text, left, right } = identity;
          const named = [...left, ...right].map(({ column }) => column);
          const inputs = named.flatMap((column) => typedParts(form, column));
          const place = row.row.place(columnKey(left[0].column));
          const withheld = [...new Set(inputs)].map((column) => row.cells.get(column) ?? null);
          report(place, { identity: text, ...broken }, withheld);
        }
      }
      checkDown(own, figures, report);
    }
  },
});

/** Rows that must agree, in every column of figures: "3.1.1 ≤ 3.1". */
function checkDown(
  { form, rows }: StatFormReading,
  figures: StatGrid,
  report: ReportOf<'identity-mismatch'>,
): void {
  for (const identity of form.rowIdentities ?? []) {
    const { text, left, right } = identity;
    const keys = [...new Set([...left, ...right].flatMap(({ column }) => typedRows(form, column)))];
    const own = keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
    for (const column of form.columns.filter((one) => appliesDown(form, identity, one))) {
      const broken = brokenSides(
        identity,
        (term) => figures.get(term.column)?.get(column.code) ?? null,
      );
      if (!broken || own.length === 0) continue;
      const parts = typedParts(form, column.code);
      const withheld = own.flatMap(({ cells }) => parts.map((part) => cells.get(part) ?? null));
      const place = own[0].row.place(columnKey(column.code));
      report(place, { identity: text, ...broken }, withheld);
    }
  }
}
