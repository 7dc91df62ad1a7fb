import { knownAt } from '../../known/known';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';

/** Where rows and columns stand on the screen, in pixels; hidden ones have no size. */

const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_CHARACTER = 7.5;
const DEFAULT_ROW = 22;
const DEFAULT_COLUMN = 72;

export class Axis {
  /** offsets[i] is where line i starts; one more entry than lines. */
  readonly offsets: number[] = [0];

  constructor(count: number, sizeOf: (index: number) => number) {
    for (let index = 0; index < count; index++)
      this.offsets.push(this.offsets[index] + sizeOf(index));
  }
  get count(): number {
    return this.offsets.length - 1;
  }
  get total(): number {
    return this.offsets[this.count];
  }
  start(index: number): number {
    return this.offsets[Math.min(index, this.count)];
  }
  size(first: number, last = first): number {
    return this.start(last + 1) - this.start(first);
  }
  /** The line at a pixel, by halving. */
  at(pixel: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsets[middle] <= pixel) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

export interface Geometry {
  rows: Axis;
  columns: Axis;
}

/** How wide a column of so many pixels is; one that is dragged stays in view. */
export function charactersOf(pixels: number): number {
  return Math.min(255, Math.max(1, (pixels - 5) / PIXELS_PER_CHARACTER));
}

/** The used part of a sheet, what is selected, and some room to go on typing. */
export function geometryOf(sheet: Sheet, reached: { row: number; column: number }): Geometry {
  const used = sheet.usedArea();
  const rowCount = Math.min(MAX_ROWS, Math.max(60, (used?.bottom ?? 0) + 30, reached.row + 30));
  const columnCount = Math.min(
    MAX_COLUMNS,
    Math.max(20, (used?.right ?? 0) + 6, reached.column + 6),
  );
  return {
    rows: new Axis(rowCount, (row) =>
      sheet.hiddenRows.has(row)
        ? 0
        : sheet.rowHeights.has(row)
          ? knownAt(sheet.rowHeights, row) * PIXELS_PER_POINT
          : DEFAULT_ROW,
    ),
    columns: new Axis(columnCount, (column) =>
      sheet.hiddenColumns.has(column)
        ? 0
        : sheet.columnWidths.has(column)
          ? knownAt(sheet.columnWidths, column) * PIXELS_PER_CHARACTER + 5
          : DEFAULT_COLUMN,
    ),
  };
}
