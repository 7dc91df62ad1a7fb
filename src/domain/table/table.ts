import { knownAt } from '../../known/known';
import type { Cell, CellValue, Style } from '../../workbook/cell';
import { isBlank } from '../../workbook/cell';
import { cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { matchKey } from '../../text/normal-form';
import { cellText } from './cell-text';
import { keysOf } from './former-words';

/** One column of a table in a workbook: a heading and how a row's value becomes a cell and back. */
export interface Column<Row> {
  heading: string;
  width: number;
  write(row: Row): CellValue;
  /** Number format or looks of the column's cells. */
  style?: Style;
  /** Of some rows only. */
  styleOf?(row: Row): Style | undefined;
}

export const HEADING: Style = {
  bold: true,
  fill: '#DDEBF7',
  border: true,
  wrap: true,
  verticalAlign: 'center',
  format: '@',
};
const BODY: Style = { border: true, wrap: true, verticalAlign: 'top' };

/** Tabs of one colour are sheets of one kind. */
export const TAB = {
  index: '#C55A11',
  plan: '#548235',
  table: '#1F4E79',
  working: '#7F7F7F',
  locked: '#7B2C2C',
} as const;

/** A sheet the software keeps for itself: out of sight until somebody asks for it. */
export function asWorking(sheet: Sheet): Sheet {
  sheet.visibility = 'hidden';
  sheet.tabColor = TAB.working;
  return sheet;
}

/**
 * A sheet with the headings in row 1 and a row for each item; a long table leaves its blanks
 * without a look.
 */
export function writeTable<Row>(
  name: string,
  columns: Column<Row>[],
  rows: readonly Row[],
  bare = false,
): Sheet {
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
      const own = column.styleOf?.(row);
      if (!bare || value !== null)
        sheet.put(
          r + 1,
          c,
          value,
          own ? { ...styles[c], ...own } : bare ? column.style : styles[c],
        );
    }),
  );
  return sheet;
}

/**
 * The rows of a table as they go under one that stands: its columns in the order somebody may have
 * moved them to. Null where a heading of it is not there any more, and the table has to be put
 * whole.
 */
export function rowsFor(standing: Sheet, table: Sheet): Sheet | null {
  const numbers = [...standing.rows.keys()].sort((a, b) => a - b);
  const headings = [...headingsAt(table, 0)];
  const top = headingRow(standing, numbers, new Set(headings.flatMap(([key]) => keysOf(key))));
  const found = headingsAt(standing, top);
  const places = headings.map(([key, column]) => [column, columnIn(found, key)] as const);
  if (places.some(([, place]) => place === undefined)) return null;
  const rows = new Sheet(table.name);
  rows.visibility = table.visibility;
  for (const [column, place] of places)
    for (const [row, cells] of table.rows) {
      const cell = cells.get(column);
      if (cell) rows.set(row, place!, cell);
    }
  return rows;
}

/**
 * A cell of a table with its place, as the reader of a row sees it. Never spread: what it says is
 * made when it is asked for ({@link saying}).
 */
export interface TableCell {
  readonly text: string;
  readonly value: CellValue;
  readonly formula?: string | undefined;
  readonly sheet: string;
  readonly cell: string;
  /** There is no such cell: its column or line is not there, which is said by itself. */
  readonly isAbsent?: true | undefined;
}

/** The same cell, as if it said only this: one of several words that stand in it. */
export function saying(
  { value, formula, sheet, cell, isAbsent }: TableCell,
  text: string,
): TableCell {
  return { text, value, formula, sheet, cell, isAbsent };
}

/** Its text and its name are made when they are asked for: of most cells neither ever is. */
class CellOfTable implements TableCell {
  constructor(
    private readonly held: Cell | undefined,
    readonly sheet: string,
    private readonly row: number,
    private readonly column: number,
  ) {}

  get value(): CellValue {
    return this.held?.value ?? null;
  }

  get formula(): string | undefined {
    return this.held?.formula;
  }

  get text(): string {
    return cellText(this.value);
  }

  get cell(): string {
    return cellName(this.row, this.column);
  }
}

export interface TableRow {
  get(heading: string): TableCell;
  /** Row number as the person sees it. */
  number: number;
}

/** Titles and remarks people put over a table are no deeper than this. */
const OVER_HEADINGS = 20;

/**
 * Reads a table by its headings: anywhere in the first rows, columns in any order, extra columns
 * ignored, blank rows skipped; a heading is found by its former words too. `missing` lists headings
 * that were not found, `headingCell` is where they should stand.
 */
export function readTable(
  sheet: Sheet,
  headings: readonly string[],
): { rows: TableRow[]; missing: string[]; headingCell: string } {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const wanted = new Set(headings.flatMap(keysOf));
  const top = headingRow(sheet, numbers, wanted);
  const columns = headingsAt(sheet, top);
  // A heading is looked for once a table, not once a cell.
  const places = new Map(headings.map((heading) => [heading, columnIn(columns, heading)]));
  const missing = headings.filter((heading) => places.get(heading) === undefined);
  const rows: TableRow[] = [];
  for (const row of numbers) {
    const cells = knownAt(sheet.rows, row);
    if (row <= top || isBlankRow(cells)) continue;
    rows.push({
      number: row + 1,
      get(heading) {
        const placed = places.get(heading);
        const isAsked = placed !== undefined || places.has(heading);
        const column = isAsked ? placed : columnIn(columns, heading);
        const cell = column === undefined ? undefined : cells.get(column);
        return new CellOfTable(cell, sheet.name, row, column ?? 0);
      },
    });
  }
  return { rows, missing, headingCell: cellName(top, 0) };
}

function isBlankRow(cells: ReadonlyMap<number, Cell>): boolean {
  for (const { value } of cells.values()) if (!isBlank(value)) return false;
  return true;
}

/** Where a heading stands, by its own words before those it had. */
export function columnIn(
  columns: ReadonlyMap<string, number>,
  heading: string,
): number | undefined {
  const key = keysOf(heading).find((one) => columns.has(one));
  return key === undefined ? undefined : columns.get(key);
}

/** The row with the most of the wanted headings; the first used one where none has any. */
function headingRow(sheet: Sheet, numbers: readonly number[], wanted: ReadonlySet<string>): number {
  const isUsed = (row: number) =>
    [...knownAt(sheet.rows, row).values()].some((cell) => !isBlank(cell.value));
  const first = numbers.find(isUsed) ?? 0;
  let best = { row: first, count: 0 };
  for (const row of numbers) {
    if (row >= first + OVER_HEADINGS) break;
    const count = [...headingsAt(sheet, row).keys()].filter((heading) =>
      wanted.has(heading),
    ).length;
    if (count > best.count) best = { row, count };
  }
  return best.row;
}

/** The columns of a row of headings, by what they say in any spelling. */
export function headingsAt(sheet: Sheet, row: number): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [column, cell] of sheet.rows.get(row) ?? []) {
    const key = typeof cell.value === 'string' ? matchKey(cell.value) : '';
    // Of two columns of one heading the first is the table's, a later one somebody's own.
    if (key !== '' && !columns.has(key)) columns.set(key, column);
  }
  return columns;
}
