import { isBlank, isError } from '../../workbook/cell';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { LOOK } from '../page/page';
import { cellText } from '../table/cell-text';
import { isEnclosed } from './carry-typed';
import { valuesOnly } from './locked-copy';

/** A cell of a table that does not say what the ledger gives. */
export interface OtherCell {
  row: number;
  column: number;
  found: string;
  expected: string;
}

/**
 * The first cell where a table as it stands departs from the same table laid out anew; null when
 * there is none. What people fill in is theirs: the head over the headings (number and day of the
 * report) but for the mark of samples, blank cells of columns of text, and whatever stands outside
 * the table.
 */
export function firstDifference(standing: Sheet, anew: Sheet): OtherCell | null {
  const top = anew.page?.titleRows?.first ?? 0;
  const bottom = anew.page?.printArea?.bottom ?? Math.max(...anew.rows.keys());
  // What is printed may reach farther than the table.
  const right = Math.max(...[...anew.rows.values()].flatMap((cells) => [...cells.keys()]));
  const places = new Map<number, Set<number>>();
  for (const { rows } of [anew, standing])
    for (const [row, cells] of rows)
      if (row <= bottom) places.set(row, new Set([...(places.get(row) ?? []), ...cells.keys()]));
  for (const [row, columns] of [...places].sort(([a], [b]) => a - b)) {
    for (const column of [...columns].sort((a, b) => a - b)) {
      if (column > right) continue;
      const expected = anew.cell(row, column);
      if (row < top && expected?.style !== LOOK.mark) continue;
      const found = standing.value(row, column);
      if (isEnclosed(expected?.value) && isEnclosed(found)) continue;
      const isTheirs = expected?.style === LOOK.text && isBlank(expected.value) && !isError(found);
      if (isTheirs || sameValue(found, expected?.value ?? null)) continue;
      return { row, column, found: cellText(found), expected: cellText(expected?.value ?? null) };
    }
  }
  return null;
}

/**
 * What a table says as it stands, values only, with the looks of the same table laid out anew:
 * Excel gives us no looks.
 */
export function dressed(standing: Sheet, anew: Sheet): Sheet {
  const copy = valuesOnly(anew, standing.name);
  for (const [row, cells] of copy.rows)
    for (const [column, { style }] of cells)
      copy.put(row, column, standing.value(row, column), style);
  for (const [row, cells] of standing.rows)
    for (const [column, { value }] of cells)
      if (!copy.cell(row, column)) copy.put(row, column, value);
  return copy;
}
