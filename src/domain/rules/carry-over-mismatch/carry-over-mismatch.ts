import { knownAt, theOne } from '../../../known/known';
import { appliesTo } from '../../plan/stat-cells';
import { brokenSides, checkedIdentities, looksBack, type StatTerm } from '../../plan/stat-form';
import { countedForm, type StatRowReading } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { shiftOf } from '../form-rows-shifted/form-rows-shifted';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'carry-over-mismatch': { identity: string; given: number; previous: number };
  }
}

/**
 * What was carried over is not what the period before left, as the form prints it; silent where it
 * prints nothing.
 */
export const carryOverMismatch = rule({
  code: 'carry-over-mismatch',
  severity: 'warning',
  defects: [31],
  example: { identity: '6 = 11 kỳ trước', given: 40, previous: 35 },
  order: 250,
  check(reading, report) {
    for (const own of reading.forms) {
      // Of rows that stand in the wrong place that is said, once.
      if (shiftOf(own)) continue;
      const { form, rows } = own;
      const identities = checkedIdentities(form).filter(looksBack);
      const figures = countedForm(own);
      for (const row of rows) {
        const columns = knownAt(figures, row.key);
        const formRow = theOne(form.rows, ({ key }) => key === row.key);
        for (const identity of identities) {
          if (!appliesTo(form, identity, formRow)) continue;
          const broken = brokenSides(identity, (term) => valueOf(term, columns, row));
          if (!broken) continue;
          const place = row.row.place(columnKey(identity.left[0].column));
          report(place, {
            identity: identity.text,
            given: broken.left,
            previous: broken.right,
          });
        }
      }
    }
  },
});

function valueOf(
  term: StatTerm,
  columns: ReadonlyMap<string, number | null>,
  row: StatRowReading,
): number | null {
  return (term.isPrevious ? row.previous.get(term.column) : columns.get(term.column)) ?? null;
}
