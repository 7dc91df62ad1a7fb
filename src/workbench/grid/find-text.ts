import { plainKey } from '../../text/normal-form';
import type { Sheet } from '../../workbook/sheet';
import { shownText } from '../host/number-text';

export interface Place {
  row: number;
  column: number;
}

/**
 * The cells of a sheet that show a text, row by row. Capitals, marks and tones are not asked for:
 * “so noi vu” finds “Sở Nội vụ”. What is hidden is not shown.
 */
export function placesOf(sheet: Sheet, text: string): Place[] {
  const wanted = plainKey(text);
  if (wanted === '') return [];
  const places: Place[] = [];
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    if (sheet.hiddenRows.has(row)) continue;
    for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
      if (sheet.hiddenColumns.has(column)) continue;
      const shown = shownText(cell.value, cell.style?.format);
      if (plainKey(shown).includes(wanted)) places.push({ row, column });
    }
  }
  return places;
}

/** The index of the one after a place, or before it; around the end of the sheet. */
export function nextOf(places: readonly Place[], from: Place, step: 1 | -1): number {
  const isAfter = (one: Place) =>
    one.row > from.row || (one.row === from.row && one.column > from.column);
  const isHere = (one: Place) => one.row === from.row && one.column === from.column;
  const first = places.findIndex(isAfter);
  if (step === 1) return first === -1 ? 0 : first;
  const before = places.filter((one) => !isAfter(one) && !isHere(one)).length;
  return before === 0 ? places.length - 1 : before - 1;
}
