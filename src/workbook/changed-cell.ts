import { cellName, contains, type Area } from './address';
import { isError, type CellValue } from './cell';
import type { Sheet } from './sheet';

/**
 * The first cell within an area that says something else than a sheet that was written there;
 * formulas say what their cells say by now.
 */
export function changedCell(
  written: Sheet,
  area: Area,
  now: (row: number, column: number) => CellValue,
): string | null {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = written.cell(row, column);
      if (cell?.formula !== undefined || isError(cell?.value ?? null)) continue;
      if (plain(cell?.value ?? null) === plain(now(row, column))) continue;
      // Of merged cells only what stands in the first is kept.
      if (!isHidden(written, row, column)) return cellName(row, column);
    }
  return null;
}

function isHidden({ merges }: Sheet, row: number, column: number): boolean {
  return merges.some(
    (merge) => contains(merge, row, column) && (merge.top !== row || merge.left !== column),
  );
}

/**
 * A value as every program gives it back: numbers of fifteen digits, line ends and blanks of any
 * kind.
 */
function plain(value: CellValue): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(14)));
  return isError(value)
    ? value.error
    : String(value ?? '')
        .replace(/\s+/g, ' ')
        .trim();
}
