import { areaName, columnName, type Area } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { edgeFrom } from '../model/edges';
import { areaOf } from './areas';
import { ApiError, invalidArgument, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject } from './host-object';
import type { Range } from './range';
import { pointsAbove, pointsLeftOf } from './sizes';

/** Where a range stands, and the ranges around it. */
export abstract class RangePlace extends HostObject {
  private isGone = false;
  private standsAt: Area;

  constructor(
    readonly host: ExcelHost,
    readonly sheet: Sheet,
    area: Area,
  ) {
    super();
    this.standsAt = area;
  }

  get area(): Area {
    return this.standsAt;
  }
  /** Cells were put in or taken out; null when all of the range went. */
  moved(area: Area | null): void {
    if (area) this.standsAt = area;
    else this.isGone = true;
  }
  /** A range of a deleted sheet or of deleted cells is no reference any more. */
  override checkAlive(): void {
    if (this.isGone || !this.host.model.has(this.sheet))
      throw new ApiError('InvalidReference', 'Range');
  }
  override get isTransient(): boolean {
    return true;
  }

  get worksheet(): HostObject {
    return this.host.worksheetOf(this.sheet);
  }
  get address(): string {
    return `${sheetPrefix(this.sheet.name)}${this.isEntireRow || this.isEntireColumn ? wholeName(this) : areaName(this.area)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.top;
  }
  get columnIndex(): number {
    return this.area.left;
  }
  get rowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }
  get columnCount(): number {
    return this.area.right - this.area.left + 1;
  }
  get cellCount(): number {
    const count = this.rowCount * this.columnCount;
    // The API says -1 where the count does not fit (more than 2^31 - 1 cells).
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get isEntireRow(): boolean {
    return this.columnCount === this.host.grid.columns;
  }
  get isEntireColumn(): boolean {
    return this.rowCount === this.host.grid.rows;
  }
  /** Points from the sheet's edges. */
  get top(): number {
    return pointsAbove(this.sheet, this.area.top);
  }
  get left(): number {
    return pointsLeftOf(this.sheet, this.area.left);
  }
  get height(): number {
    return pointsAbove(this.sheet, this.area.bottom + 1) - this.top;
  }
  get width(): number {
    return pointsLeftOf(this.sheet, this.area.right + 1) - this.left;
  }

  protected at(top: number, left: number, rows: number, columns: number, member: string): Range {
    return this.host.range(this.sheet, top, left, rows, columns, `Range.${member}`);
  }
  protected over(area: Area, member: string): Range {
    return this.at(
      area.top,
      area.left,
      area.bottom - area.top + 1,
      area.right - area.left + 1,
      member,
    );
  }

  getCell(row: number, column: number): Range {
    return this.at(this.area.top + row, this.area.left + column, 1, 1, 'getCell');
  }
  getRow(row: number): Range {
    if (row >= this.rowCount) throw invalidArgument('Range.getRow');
    return this.at(this.area.top + row, this.area.left, 1, this.columnCount, 'getRow');
  }
  getColumn(column: number): Range {
    if (column >= this.columnCount) throw invalidArgument('Range.getColumn');
    return this.at(this.area.top, this.area.left + column, this.rowCount, 1, 'getColumn');
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.at(
      this.area.top + rows,
      this.area.left + columns,
      this.rowCount,
      this.columnCount,
      'getOffsetRange',
    );
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.at(
      this.area.top,
      this.area.left,
      this.rowCount + rows,
      this.columnCount + columns,
      'getResizedRange',
    );
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.at(this.area.top, this.area.left, rows, columns, 'getAbsoluteResizedRange');
  }
  getEntireColumn(): Range {
    return this.at(0, this.area.left, this.host.grid.rows, this.columnCount, 'getEntireColumn');
  }
  getEntireRow(): Range {
    return this.at(this.area.top, 0, this.rowCount, this.host.grid.columns, 'getEntireRow');
  }
  getLastCell(): Range {
    return this.at(this.area.bottom, this.area.right, 1, 1, 'getLastCell');
  }
  getLastRow(): Range {
    return this.at(this.area.bottom, this.area.left, 1, this.columnCount, 'getLastRow');
  }
  getLastColumn(): Range {
    return this.at(this.area.top, this.area.right, this.rowCount, 1, 'getLastColumn');
  }
  getRowsAbove(count = 1): Range {
    const top = count > 0 ? this.area.top - count : this.area.bottom + 1;
    return this.at(top, this.area.left, Math.abs(count), this.columnCount, 'getRowsAbove');
  }
  getRowsBelow(count = 1): Range {
    const top = count > 0 ? this.area.bottom + 1 : this.area.top + count;
    return this.at(top, this.area.left, Math.abs(count), this.columnCount, 'getRowsBelow');
  }
  getColumnsBefore(count = 1): Range {
    const left = count > 0 ? this.area.left - count : this.area.right + 1;
    return this.at(this.area.top, left, this.rowCount, Math.abs(count), 'getColumnsBefore');
  }
  getColumnsAfter(count = 1): Range {
    const left = count > 0 ? this.area.right + 1 : this.area.left + count;
    return this.at(this.area.top, left, this.rowCount, Math.abs(count), 'getColumnsAfter');
  }
  getBoundingRect(other: Range | string): Range {
    const { area } = this.otherRange(other, 'getBoundingRect');
    return this.over(
      {
        top: Math.min(this.area.top, area.top),
        left: Math.min(this.area.left, area.left),
        bottom: Math.max(this.area.bottom, area.bottom),
        right: Math.max(this.area.right, area.right),
      },
      'getBoundingRect',
    );
  }
  getIntersection(other: Range | string): Range {
    const found = this.getIntersectionOrNullObject(other);
    if (!found) throw itemNotFound('Range.getIntersection');
    return found;
  }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const { area } = this.otherRange(other, 'getIntersection');
    const top = Math.max(this.area.top, area.top);
    const left = Math.max(this.area.left, area.left);
    const bottom = Math.min(this.area.bottom, area.bottom);
    const right = Math.min(this.area.right, area.right);
    return top > bottom || left > right
      ? null
      : this.over({ top, left, bottom, right }, 'getIntersection');
  }
  protected otherRange(other: Range | string, member: string): { area: Area; sheet: Sheet } {
    if (typeof other === 'string')
      return { area: areaOf(other, `Range.${member}`), sheet: this.sheet };
    if (other.sheet !== this.sheet) throw invalidArgument(`Range.${member}`);
    return other;
  }

  getUsedRange(valuesOnly = false): Range {
    return (
      this.getUsedRangeOrNullObject(valuesOnly) ??
      this.at(this.area.top, this.area.left, 1, 1, 'getUsedRange')
    );
  }
  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = usedWithin(this.sheet, this.area, valuesOnly);
    return used && this.over(used, 'getUsedRange');
  }
  /** The block of cells around, up to blank rows and columns. */
  getSurroundingRegion(): Range {
    const holds = (row: number, column: number) => {
      const cell = this.sheet.cell(row, column);
      return !!cell && (!isBlank(cell.value) || cell.formula !== undefined);
    };
    const region = { ...this.area };
    for (let before = ''; before !== JSON.stringify(region);) {
      before = JSON.stringify(region);
      const rows = Array.from(
        { length: region.bottom - region.top + 3 },
        (_, i) => region.top - 1 + i,
      );
      const columns = Array.from(
        { length: region.right - region.left + 3 },
        (_, i) => region.left - 1 + i,
      );
      if (region.top > 0 && columns.some((column) => holds(region.top - 1, column))) region.top--;
      if (columns.some((column) => holds(region.bottom + 1, column))) region.bottom++;
      if (region.left > 0 && rows.some((row) => holds(row, region.left - 1))) region.left--;
      if (rows.some((row) => holds(row, region.right + 1))) region.right++;
    }
    return this.over(region, 'getSurroundingRegion');
  }
  /** Where Ctrl and an arrow key lead. */
  getRangeEdge(direction: string): Range {
    const [dr, dc] = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[direction] ?? [];
    if (dr === undefined || dc === undefined) throw invalidArgument('Range.getRangeEdge');
    const edge = edgeFrom(this.sheet, this.area.top, this.area.left, dr, dc);
    return this.at(edge.row, edge.column, 1, 1, 'getRangeEdge');
  }
  getExtendedRange(direction: string): Range {
    return this.getBoundingRect(this.getRangeEdge(direction));
  }
}

/** The used part of an area; without `valuesOnly` cells with only a look count too, as in Excel. */
export function usedWithin(sheet: Sheet, within: Area, valuesOnly: boolean): Area | null {
  let used: Area | null = null;
  for (const [row, cells] of sheet.rows) {
    if (row < within.top || row > within.bottom) continue;
    for (const [column, cell] of cells) {
      if (column < within.left || column > within.right) continue;
      const holds = !isBlank(cell.value) || cell.formula !== undefined;
      if (!holds && (valuesOnly || !cell.style)) continue;
      if (!used) used = { top: row, bottom: row, left: column, right: column };
      used.top = Math.min(used.top, row);
      used.bottom = Math.max(used.bottom, row);
      used.left = Math.min(used.left, column);
      used.right = Math.max(used.right, column);
    }
  }
  return used;
}

export function sheetPrefix(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? `${name}!`
    : `'${name.replace(/'/g, "''")}'!`;
}

function wholeName({ area, isEntireRow }: { area: Area; isEntireRow: boolean }): string {
  return isEntireRow
    ? `${area.top + 1}:${area.bottom + 1}`
    : `${columnName(area.left)}:${columnName(area.right)}`;
}
