import { knownAt } from '../../../known/known';
import { totalOf, typedRows, isMade } from '../../plan/stat-cells';
import { columnFormula, sidesOf, typedParts, type StatForm } from '../../plan/stat-form';
import { countedForm, type StatRowReading } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { keysUnder } from '../../template/stat-rows';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'total-differs': { given: number; computed: number };
  }
}

/**
 * A total typed over its formula that is not the sum of its rows (defect 28); nobody knows which is
 * wrong.
 */
export const totalDiffers = rule({
  code: 'total-differs',
  severity: 'error',
  defects: [28],
  example: { given: 100, computed: 98 },
  order: 220,
  check(reading, report) {
    for (const { form, rows, totals } of reading.forms) {
      const figures = countedForm({ form, rows });
      for (const { code, row, typed } of totals) {
        const own = form.rows.find(({ key }) => key === code);
        const under = keysUnder(form, code);
        const made = own
          ? knownAt(figures, code)
          : totalOf(
              form,
              form.rows.filter(({ key }) => under.includes(key)),
              figures,
            );
        const keys = own ? typedRows(form, code) : under;
        const details = rows.filter(({ key }) => keys.includes(key));
        for (const [column, given] of typed) {
          const computed = made.get(column) ?? null;
          const formula =
            columnFormula(form, column) ?? (own?.formula ? sidesOf(own.formula).right : null);
          if (details.length === 0 || computed === null || isMade(given, computed, formula))
            continue;
          const place = row.place(columnKey(column));
          report(place, { given, computed }, partsIn(form, details, column));
        }
      }
    }
  },
});

function partsIn(form: StatForm, rows: readonly StatRowReading[], column: string) {
  const parts = typedParts(form, column);
  return rows.flatMap(({ cells }) => parts.map((part) => cells.get(part) ?? null));
}
