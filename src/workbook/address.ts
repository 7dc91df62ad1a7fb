/** A1 arithmetic. Rows and columns are counted from 0 in code and shown from 1/A to people. */

export interface Position {
  row: number;
  column: number;
}

/** A rectangle of cells; `bottom` and `right` are inclusive. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0; null when the letters name no column of Excel's grid. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n <= MAX_COLUMNS ? n - 1 : null;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

export function absoluteName(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** "$B$3" → {row: 2, column: 1}; null when it is no cell of the grid. */
export function parseCell(text: string): Position | null {
  const match = CELL.exec(text);
  if (!match) return null;
  const column = columnIndex(match[1]);
  const row = Number(match[2]) - 1;
  return column === null || row >= MAX_ROWS ? null : { row, column };
}

/** The cell of a name we wrote ourselves; a fault where it is none. */
export function knownCell(name: string): Position {
  const at = parseCell(name);
  if (!at) throw new Error(`no cell: ${name}`);
  return at;
}

/** The area of a name we wrote ourselves; a fault where it is none. */
export function knownArea(name: string): Area {
  const area = parseArea(name);
  if (!area) throw new Error(`no range: ${name}`);
  return area;
}

/** "B3:D9" or "B3"; corners in any order; null when it is no range. */
export function parseArea(text: string): Area | null {
  const colon = text.indexOf(':');
  const a = parseCell(colon < 0 ? text : text.slice(0, colon));
  const b = colon < 0 ? a : parseCell(text.slice(colon + 1));
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function areaName(area: Area): string {
  const first = cellName(area.top, area.left);
  const last = cellName(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** A sheet name as a formula writes it: always quoted, inner quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/**
 * The name of a sheet as a formula or an address writes it, quoted or bare: the inverse of
 * quoteSheet.
 */
export function unquoteSheet(written: string): string {
  return written.replace(/^'|'$/g, '').replace(/''/g, "'");
}

/** "'Sở A'!$B$2:$C$3", or "'Sở A'!$B$2" for one cell. */
export function absoluteReference(sheetName: string, { top, left, bottom, right }: Area): string {
  const [first, last] = [absoluteName(top, left), absoluteName(bottom, right)];
  return `${quoteSheet(sheetName)}!${first === last ? first : `${first}:${last}`}`;
}
