import { areaName, MAX_COLUMNS, MAX_ROWS, type Area } from '../../workbook/address';
import { isBlank, isError, type Cell, type Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { accessDenied, ApiError, invalidArgument } from './errors';
import { HostObject } from './host-object';
import { cellInput } from './cell-input';
import { shownText } from './number-text';
import { RangeFormat } from './range-format';
import type { ExcelHost } from './excel-host';

/** The most cells a read may ask for (Excel's documented limit). */
const READ_LIMIT = 5_000_000;

export class Range extends HostObject {
  readonly className = 'Range';
  readonly scalars = [
    'address',
    'addressLocal',
    'cellCount',
    'columnCount',
    'columnIndex',
    'formulas',
    'numberFormat',
    'rowCount',
    'rowIndex',
    'text',
    'values',
    'valueTypes',
    'isEntireColumn',
    'isEntireRow',
  ];
  readonly format: RangeFormat;

  constructor(
    readonly host: ExcelHost,
    readonly sheet: Sheet,
    readonly area: Area,
  ) {
    super();
    this.format = new RangeFormat(host, sheet, [area]);
  }

  override get isTransient(): boolean {
    return true;
  }
  get worksheet(): HostObject {
    return this.host.worksheetOf(this.sheet);
  }
  get address(): string {
    const { name } = this.sheet;
    const quoted = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
    return `${quoted}!${areaName(this.area)}`;
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
    return this.rowCount * this.columnCount;
  }
  get isEntireRow(): boolean {
    return this.columnCount === MAX_COLUMNS;
  }
  get isEntireColumn(): boolean {
    return this.rowCount === MAX_ROWS;
  }

  private map<T>(of: (cell: Cell | undefined) => T): T[][] | null {
    if (this.cellCount > READ_LIMIT) return null;
    this.host.model.recalculate();
    return Array.from({ length: this.rowCount }, (_, r) =>
      Array.from({ length: this.columnCount }, (_, c) => of(this.sheet.cell(this.area.top + r, this.area.left + c))),
    );
  }

  get values(): unknown {
    return this.map((cell) => valueOf(cell));
  }
  set values(input: unknown) {
    this.write('values', input);
  }
  get formulas(): unknown {
    return this.map((cell) => (cell?.formula === undefined ? valueOf(cell) : `=${cell.formula}`));
  }
  set formulas(input: unknown) {
    this.write('formulas', input);
  }
  get text(): unknown {
    return this.map((cell) => shownText(cell?.value ?? null, cell?.style?.format));
  }
  get valueTypes(): unknown {
    return this.map((cell) => {
      const value = cell?.value ?? null;
      if (isBlank(value)) return 'Empty';
      if (isError(value)) return 'Error';
      return { string: 'String', number: 'Double', boolean: 'Boolean' }[
        typeof value as 'string' | 'number' | 'boolean'
      ];
    });
  }
  get numberFormat(): unknown {
    return this.map((cell) => cell?.style?.format ?? 'General');
  }
  set numberFormat(input: unknown) {
    this.guard('numberFormat');
    this.each(input, 'numberFormat', (row, column, format) => {
      const cell = this.sheet.cell(row, column) ?? { value: null };
      const style: Style = { ...cell.style, format: format === 'General' ? undefined : String(format) };
      this.sheet.set(row, column, { ...cell, style });
    });
    this.host.looked(this.sheet);
  }

  private write(member: 'values' | 'formulas', input: unknown): void {
    this.guard(member);
    this.each(input, member, (row, column, value) => {
      this.host.model.write(this.sheet, row, column, cellInput(value, this.sheet.cell(row, column)?.style?.format));
    });
    this.host.wrote(this.sheet, this.area);
  }

  /** A protected sheet refuses every change by an add-in outside unlocked cells. */
  private guard(member: string): void {
    if (!this.sheet.isProtected) return;
    for (let row = this.area.top; row <= this.area.bottom; row++) {
      for (let column = this.area.left; column <= this.area.right; column++) {
        if (member === 'numberFormat' || !this.sheet.cell(row, column)?.style?.unlocked)
          throw accessDenied(`Range.${member}`);
      }
    }
  }

  private each(input: unknown, member: string, put: (row: number, column: number, value: unknown) => void): void {
    const matrix = Array.isArray(input) ? (input as unknown[][]) : null;
    if (matrix) this._ValidateArraySize(matrix.length, Array.isArray(matrix[0]) ? matrix[0].length : -1, member);
    for (let r = 0; r < this.rowCount; r++) {
      if (matrix && matrix[r].length !== this.columnCount) throw sizeMismatch(member);
      for (let c = 0; c < this.columnCount; c++) {
        const value = matrix ? matrix[r][c] : input;
        // Null leaves the cell as it is.
        if (value !== null) put(this.area.top + r, this.area.left + c, value);
      }
    }
  }

  /** Called by the client before it sends a large write in parts. */
  _ValidateArraySize(rows: number, columns: number, member = 'values'): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw sizeMismatch(member);
  }

  private at(top: number, left: number, rows: number, columns: number): Range {
    return this.host.range(this.sheet, top, left, rows, columns);
  }
  getCell(row: number, column: number): Range {
    return this.at(this.area.top + row, this.area.left + column, 1, 1);
  }
  getRow(row: number): Range {
    return this.at(this.area.top + row, this.area.left, 1, this.columnCount);
  }
  getColumn(column: number): Range {
    return this.at(this.area.top, this.area.left + column, this.rowCount, 1);
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.at(this.area.top + rows, this.area.left + columns, this.rowCount, this.columnCount);
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.at(this.area.top, this.area.left, this.rowCount + rows, this.columnCount + columns);
  }
  getEntireColumn(): Range {
    return this.at(0, this.area.left, MAX_ROWS, this.columnCount);
  }
  getBoundingRect(other: Range): Range {
    const top = Math.min(this.area.top, other.area.top);
    const left = Math.min(this.area.left, other.area.left);
    const bottom = Math.max(this.area.bottom, other.area.bottom);
    const right = Math.max(this.area.right, other.area.right);
    return this.at(top, left, bottom - top + 1, right - left + 1);
  }

  merge(across = false): void {
    this.guard('merge');
    const areas = across
      ? Array.from({ length: this.rowCount }, (_, r) => ({
          ...this.area,
          top: this.area.top + r,
          bottom: this.area.top + r,
        }))
      : [this.area];
    this.sheet.merges.push(...areas);
    this.host.looked(this.sheet);
  }

  clear(applyTo = 'All'): void {
    this.guard('clear');
    const { top, bottom, left, right } = this.area;
    for (const [row, cells] of [...this.sheet.rows]) {
      if (row < top || row > bottom) continue;
      for (const column of [...cells.keys()]) {
        if (column < left || column > right) continue;
        const cell = cells.get(column)!;
        if (applyTo === 'Contents') this.host.model.write(this.sheet, row, column, { value: null });
        else if (applyTo === 'Formats') this.sheet.set(row, column, { ...cell, style: undefined });
        else this.sheet.clear(row, column);
      }
    }
    if (applyTo !== 'Contents') {
      const inside = (area: Area) =>
        area.top >= top && area.bottom <= bottom && area.left >= left && area.right <= right;
      const kept = this.sheet.merges.filter((area) => !inside(area));
      this.sheet.merges.splice(0, this.sheet.merges.length, ...kept);
    }
    this.host.wrote(this.sheet, this.area);
  }

  select(): void {
    this.host.model.select(this.sheet, this.area);
  }
}

function valueOf(cell: Cell | undefined): string | number | boolean {
  const value = cell?.value ?? null;
  if (value === null) return '';
  return isError(value) ? value.error : value;
}

function sizeMismatch(member: string): ApiError {
  return new ApiError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    `Range.${member}`,
  );
}

/** Several areas of one sheet, formatted at once (ExcelApi 1.9). */
export class RangeAreas extends HostObject {
  readonly className = 'RangeAreas';
  readonly scalars = ['address', 'areaCount', 'cellCount'];
  readonly format: RangeFormat;

  constructor(
    host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
    if (areas.length === 0) throw invalidArgument('Worksheet.getRanges');
    this.format = new RangeFormat(host, sheet, areas);
  }
  override get isTransient(): boolean {
    return true;
  }
  get address(): string {
    return this.areas.map((area) => `${this.sheet.name}!${areaName(area)}`).join(',');
  }
  get areaCount(): number {
    return this.areas.length;
  }
  get cellCount(): number {
    return this.areas.reduce((sum, area) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0);
  }
}
