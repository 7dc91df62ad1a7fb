import type { CSSProperties } from 'react';
import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Geometry } from './geometry';

export const HEADER_WIDTH = 44;
export const HEADER_HEIGHT = 22;
const MARGIN = 200;

/** What of the sheet is on the screen, in pixels. */
export interface View {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Where things stand on the screen when the first rows and columns do not scroll away. */
export class Panes {
  readonly frozenHeight: number;
  readonly frozenWidth: number;

  constructor(
    readonly geometry: Geometry,
    private readonly sheet: Sheet,
    readonly view: View,
  ) {
    this.frozenHeight = geometry.rows.start(sheet.frozenRows);
    this.frozenWidth = geometry.columns.start(sheet.frozenColumns);
  }

  isFrozenRow(row: number): boolean {
    return row < this.sheet.frozenRows;
  }
  isFrozenColumn(column: number): boolean {
    return column < this.sheet.frozenColumns;
  }

  /** The lines to draw: the frozen ones and those in view. */
  get rows(): number[] {
    const { rows } = this.geometry;
    const first = rows.at(Math.max(0, this.view.top + this.frozenHeight - MARGIN));
    return linesOf(
      this.sheet.frozenRows,
      first,
      rows.at(this.view.top + this.view.height + MARGIN),
    );
  }
  get columns(): number[] {
    const { columns } = this.geometry;
    const first = columns.at(Math.max(0, this.view.left + this.frozenWidth - MARGIN));
    return linesOf(
      this.sheet.frozenColumns,
      first,
      columns.at(this.view.left + this.view.width + MARGIN),
    );
  }

  /** Pixels on the canvas; frozen lines go along with the view. */
  y(row: number): number {
    return (
      this.geometry.rows.start(row) + HEADER_HEIGHT + (this.isFrozenRow(row) ? this.view.top : 0)
    );
  }
  x(column: number): number {
    return (
      this.geometry.columns.start(column) +
      HEADER_WIDTH +
      (this.isFrozenColumn(column) ? this.view.left : 0)
    );
  }
  box(area: Area): CSSProperties {
    const layers = (this.isFrozenRow(area.top) ? 1 : 0) + (this.isFrozenColumn(area.left) ? 1 : 0);
    return {
      left: this.x(area.left),
      top: this.y(area.top),
      width: this.geometry.columns.size(area.left, area.right),
      height: this.geometry.rows.size(area.top, area.bottom),
      zIndex: layers || undefined,
    };
  }

  /** The cell under a point of the canvas. */
  at(x: number, y: number): { row: number; column: number } {
    const inView = { x: x - HEADER_WIDTH - this.view.left, y: y - HEADER_HEIGHT - this.view.top };
    return {
      row: this.geometry.rows.at(
        inView.y < this.frozenHeight ? inView.y : inView.y + this.view.top,
      ),
      column: this.geometry.columns.at(
        inView.x < this.frozenWidth ? inView.x : inView.x + this.view.left,
      ),
    };
  }
}

function linesOf(frozen: number, first: number, last: number): number[] {
  const from = Math.max(frozen, first);
  const lines = Array.from({ length: frozen }, (_, index) => index);
  for (let line = from; line <= last; line++) lines.push(line);
  return lines;
}

/** Scrolls so that a cell is seen beside what is frozen; `zoom`: how large the sheet is drawn. */
export function reveal(
  element: HTMLElement,
  panes: Panes,
  zoom: number,
  row: number,
  column: number,
): void {
  const { geometry, frozenHeight, frozenWidth } = panes;
  const seen = { top: element.scrollTop / zoom, left: element.scrollLeft / zoom };
  if (!panes.isFrozenRow(row)) {
    const top = geometry.rows.start(row);
    const height = element.clientHeight / zoom - HEADER_HEIGHT;
    const isAbove = top < seen.top + frozenHeight;
    if (isAbove || top + geometry.rows.size(row) > seen.top + height)
      element.scrollTop = zoom * Math.max(0, top - frozenHeight - (height - frozenHeight) / 3);
  }
  if (panes.isFrozenColumn(column)) return;
  const left = geometry.columns.start(column);
  const width = element.clientWidth / zoom - HEADER_WIDTH;
  const right = left + geometry.columns.size(column);
  // Sideways only as far as needed: what stands before the cell explains it.
  if (left < seen.left + frozenWidth) element.scrollLeft = zoom * (left - frozenWidth);
  else if (right > seen.left + width)
    element.scrollLeft = zoom * Math.min(left - frozenWidth, right - width);
}
