import { isBlank, type CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { FOOT_ROWS, RECIPIENTS } from './report-foot';
import { ENCLOSED } from './report-head';

/** A column of the hand-in table that the office fills in itself. */
export const CONTACT = 'Đầu mối';

/**
 * What people put into the places a table leaves for them stands there again when it is made anew:
 * the number and day of the report it goes with, *Nơi nhận* and the signature, the contact of each
 * agency. Figures are never carried.
 */
export function carryTyped(before: Sheet, after: Sheet): void {
  carryEnclosed(before, after);
  carryFoot(before, after);
  carryContacts(before, after);
}

function carryEnclosed(before: Sheet, after: Sheet): void {
  const typed = enclosedIn(before);
  if (typed !== null) putEnclosed(after, typed);
}

/**
 * The line that names the report a table goes with, as somebody typed it; null where it is as this
 * software wrote it.
 */
export function enclosedIn(sheet: Sheet): string | null {
  for (const [, cells] of [...sheet.rows].filter(([row]) => row < HEAD_ROWS))
    for (const { value } of cells.values())
      if (value !== ENCLOSED && isEnclosed(value)) return value;
  return null;
}

export function isEnclosed(value: CellValue | undefined): value is string {
  return typeof value === 'string' && /^\(Kèm theo/i.test(value.normalize('NFC'));
}

/**
 * Puts it into a table that has none typed of its own: all tables of a period go with one report.
 */
export function putEnclosed(sheet: Sheet, typed: string): void {
  const place = placeOf(sheet, ENCLOSED);
  if (place) putTyped(sheet, place.row, place.column, typed);
}

/** The head of a table is no deeper. */
const HEAD_ROWS = 12;

function carryFoot(before: Sheet, after: Sheet): void {
  const [from, to] = [placeOf(before, RECIPIENTS), placeOf(after, RECIPIENTS)];
  if (!from || !to) return;
  const [old, now] = [from.row, to.row];
  // Of a table over several pages side by side it stood under the first of them.
  const [signed, signs] = [signatureOf(before, from), signatureOf(after, to)];
  const moved = (column: number) => {
    // Tables of before had it in the second column, and people typed it there.
    if (column <= from.column || column === 1) return to.column;
    return column === signed ? (signs ?? column) : column;
  };
  // What stands beside the table is no part of it, and stays where it is.
  const right = after.page?.printArea?.right ?? 0;
  for (let offset = 0; offset <= FOOT_ROWS; offset++)
    for (const [column, { value }] of before.rows.get(old + offset) ?? [])
      if (column <= right && typeof value === 'string' && !isBlank(value))
        putTyped(after, now + offset, moved(column), value);
}

/** Where who signs stands beside *Nơi nhận*. */
function signatureOf(sheet: Sheet, { row, column }: { row: number; column: number }) {
  return sheet.merges.find(({ top, left }) => top === row && left > column)?.left;
}

/** What was typed, in the look its place has. */
function putTyped(sheet: Sheet, row: number, column: number, value: string): void {
  sheet.put(row, column, value, sheet.cell(row, column)?.style);
}

function carryContacts(before: Sheet, after: Sheet): void {
  const [old, now] = [placeOf(before, CONTACT), placeOf(after, CONTACT)];
  if (!old || !now) return;
  const typed = new Map(
    [...before.rows].map(([row]) => [before.value(row, 1), before.value(row, old.column)] as const),
  );
  for (const [row, cells] of after.rows) {
    const contact = row > now.row ? typed.get(after.value(row, 1)) : undefined;
    if (typeof contact === 'string' && contact !== '')
      after.put(row, now.column, contact, cells.get(now.column)?.style);
  }
}

function placeOf(sheet: Sheet, text: string): { row: number; column: number } | null {
  for (const [row, cells] of sheet.rows)
    for (const [column, { value }] of cells) if (value === text) return { row, column };
  return null;
}
