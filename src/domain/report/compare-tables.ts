import { isBlank, isError, type Cell, type CellValue } from '../../workbook/cell';
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
  for (const [row, column] of placesIn(anew, standing)) {
    const expected = anew.cell(row, column);
    const found = standing.value(row, column);
    if (row < top && expected?.style !== LOOK.mark) continue;
    if (saysTheSame(found, expected)) continue;
    return { row, column, found: cellText(found), expected: cellText(expected?.value ?? null) };
  }
  return null;
}

/** The cells of either as far as the table laid out anew reaches, row by row. */
function placesIn(anew: Sheet, standing: Sheet): [row: number, column: number][] {
  const bottom = anew.page?.printArea?.bottom ?? Math.max(...anew.rows.keys());
  // What is printed may reach farther than the table.
  const right = Math.max(...[...anew.rows.values()].flatMap((cells) => [...cells.keys()]));
  const columnsOf = new Map<number, Set<number>>();
  for (const { rows } of [anew, standing])
    for (const [row, cells] of rows)
      if (row <= bottom)
        columnsOf.set(row, new Set([...(columnsOf.get(row) ?? []), ...cells.keys()]));
  return [...columnsOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, columns]) =>
      [...columns]
        .filter((column) => column <= right)
        .sort((a, b) => a - b)
        .map((column): [number, number] => [row, column]),
    );
}

function saysTheSame(found: CellValue, expected: Cell | undefined): boolean {
  if (isEnclosed(expected?.value) && isEnclosed(found)) return true;
  const isTheirs = expected?.style === LOOK.text && isBlank(expected.value) && !isError(found);
  return isTheirs || sameValue(found, expected?.value ?? null);
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
