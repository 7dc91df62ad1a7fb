import { MAX_COLUMNS, MAX_ROWS, type Position } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';

/**
 * Where Ctrl and an arrow lead: over a run of filled cells to its end, over blanks to the next
 * filled cell, else to the sheet's edge.
 */
export function edgeFrom(
  sheet: Sheet,
  row: number,
  column: number,
  dr: number,
  dc: number,
): Position {
  const holds = (r: number, c: number) => {
    const cell = sheet.cell(r, c);
    return !!cell && (!isBlank(cell.value) || cell.formula !== undefined);
  };
  const last = { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 };
  const isInside = (r: number, c: number) => r >= 0 && c >= 0 && r <= last.row && c <= last.column;
  const used = sheet.usedArea();
  let [r, c] = [row, column];
  if (!isInside(r + dr, c + dc)) return { row, column };
  const inRun = holds(r, c) && holds(r + dr, c + dc);
  for (;;) {
    [r, c] = [r + dr, c + dc];
    if (!isInside(r, c)) return { row: r - dr, column: c - dc };
    if (inRun ? !holds(r + dr, c + dc) : holds(r, c)) return { row: r, column: c };
    // Beyond all cells there is only the edge of the sheet.
    if (!used || isBeyond(r, used.top, used.bottom, dr) || isBeyond(c, used.left, used.right, dc))
      return { row: endOf(r, last.row, dr), column: endOf(c, last.column, dc) };
  }
}

/** Past the first or last line that holds anything, in the direction one goes. */
function isBeyond(line: number, first: number, last: number, step: number): boolean {
  return (step > 0 && line > last) || (step < 0 && line < first);
}

function endOf(line: number, last: number, step: number): number {
  if (step === 0) return line;
  return step > 0 ? last : 0;
}
