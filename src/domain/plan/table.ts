import type { CellValue, Style } from '../../workbook/cell';
import { isBlank, isError } from '../../workbook/cell';
import { cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { matchKey } from '../../text/normal-form';

/** One column of a table in a workbook: a heading and how a row's value becomes a cell and back. */
export interface Column<Row> {
  heading: string;
  width: number;
  write(row: Row): CellValue;
  /** Number format or looks of the column's cells. */
  style?: Style;
}

export const HEADING: Style = { bold: true, fill: '#DDEBF7', border: true, wrap: true, verticalAlign: 'center' };
const BODY: Style = { border: true, wrap: true, verticalAlign: 'top' };

/** A sheet with the headings in row 1 and a row for each item; a long table leaves its blanks without a look. */
export function writeTable<Row>(name: string, columns: Column<Row>[], rows: readonly Row[], bare = false): Sheet {
  const sheet = new Sheet(name);
  sheet.frozenRows = 1;
  columns.forEach((column, c) => {
    sheet.columnWidths.set(c, column.width);
    sheet.put(0, c, column.heading, HEADING);
  });
  const styles = columns.map((column) => ({ ...BODY, ...column.style }));
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const value = column.write(row);
      if (!bare || value !== null) sheet.put(r + 1, c, value, bare ? column.style : styles[c]);
    }),
  );
  return sheet;
}

/** A cell of a table with its place, as the reader of a row sees it. */
export interface TableCell {
  text: string;
  value: CellValue;
  sheet: string;
  cell: string;
}

export interface TableRow {
  get(heading: string): TableCell;
  /** Row number as the person sees it. */
  number: number;
}

/**
 * Reads a table by its headings: columns in any order, extra columns ignored, blank rows skipped.
 * `missing` lists headings that were not found.
 */
export function readTable(sheet: Sheet, headings: readonly string[]): { rows: TableRow[]; missing: string[] } {
  const area = sheet.usedArea();
  const top = area?.top ?? 0;
  const columns = new Map<string, number>();
  for (const [column, cell] of sheet.rows.get(top) ?? []) {
    if (typeof cell.value === 'string') columns.set(matchKey(cell.value), column);
  }
  const missing = headings.filter((heading) => !columns.has(matchKey(heading)));
  const rows: TableRow[] = [];
  const numbers = [...sheet.rows.keys()].filter((row) => row > top).sort((a, b) => a - b);
  for (const row of numbers) {
    const cells = sheet.rows.get(row)!;
    if ([...cells.values()].every((cell) => isBlank(cell.value))) continue;
    rows.push({
      number: row + 1,
      get(heading) {
        const column = columns.get(matchKey(heading));
        const value = column === undefined ? null : sheet.value(row, column);
        return { text: cellText(value), value, sheet: sheet.name, cell: cellName(row, column ?? 0) };
      },
    });
  }
  return { rows, missing };
}

/** What a cell says as text; numbers without grouping, "" for a blank. */
export function cellText(value: CellValue): string {
  if (isBlank(value)) return '';
  if (isError(value)) return value.error;
  return String(value).normalize('NFC').trim();
}
