import { knownAt } from '../../../known/known';
import { contains, parseArea, knownCell } from '../../../workbook/address';
import type { StatRowReading } from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { keysUnder } from '../../template/stat-rows';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'sum-misses-row': { formula: string; rows: string };
  }
}

/**
 * The formula of a total leaves out a row it should add (defect 29), as after a row was put in
 * below its range.
 */
export const sumMissesRow = rule({
  code: 'sum-misses-row',
  severity: 'warning',
  defects: [29],
  example: { formula: 'SUM(D8:D19)', rows: '20' },
  order: 230,
  check(reading, report) {
    for (const { form, rows, totals } of reading.forms) {
      const rowsOf = new Map(totals.map((total) => [total.code, keysUnder(form, total.code)]));
      for (const total of totals) {
        for (const [column, formula] of total.formulas) {
          const reaches = areasIn(formula);
          const covers = (place: { cell: string }) => {
            const at = knownCell(place.cell);
            return reaches.some((area) => contains(area, at.row, at.column));
          };
          const key = columnKey(column);
          const added = new Set(
            rows.filter(({ row }) => covers(row.place(key))).map((one) => one.key),
          );
          for (const other of totals) {
            if (other !== total && covers(other.row.place(key)))
              knownAt(rowsOf, other.code).forEach((one) => added.add(one));
          }
          const missed = missing(knownAt(rowsOf, total.code), added, rows);
          // A formula that adds up none of them is another matter: its figure is compared, not its
          // range.
          if (added.size === 0 || missed.length === 0) continue;
          report(total.row.place(key), {
            formula,
            rows: missed.join(', '),
          });
        }
      }
    }
  },
});

function missing(
  wanted: readonly string[],
  added: ReadonlySet<string>,
  rows: readonly StatRowReading[],
): number[] {
  return rows
    .filter(({ key }) => wanted.includes(key) && !added.has(key))
    .map(({ row }) => row.row + 1);
}

/** The cells and ranges of this sheet a formula looks at. */
function areasIn(formula: string) {
  const found =
    formula.match(
      /(?<![A-Za-z0-9_!'.])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![A-Za-z0-9_(])/g,
    ) ?? [];
  return found.map(parseArea).filter((area) => area !== null);
}
