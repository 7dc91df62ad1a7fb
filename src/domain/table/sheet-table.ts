import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import type { Field } from './field';
import { readTable, writeTable, type Column, type TableCell, type TableRow } from './table';

/** The columns of a table by what they say of a row, in the order they are written. */
export type Fields<Row> = { readonly [Key in keyof Row]: Field<Row[Key]> };

/** A cell that says nothing its column could mean. */
export interface BadCell {
  sheet: string;
  cell: string;
  heading: string;
  found: string;
  /** What may stand there. */
  expected: string;
}

/**
 * A sheet that is written and read again: everything about its columns follows from their fields.
 * Of a row with a bad cell nothing is dropped or guessed here: the reader is given what there is
 * and where it is bad, and says what that row counts as.
 */
export class SheetTable<Row extends object> {
  readonly columns: Column<Row>[];

  /** A long table leaves blanks without a look. */
  constructor(
    readonly name: string,
    readonly fields: Fields<Row>,
    private readonly isLong: boolean,
  ) {
    this.columns = columnsOf(fields, (row: Row, key) => row[key]);
  }

  get headings(): string[] {
    return this.columns.map(({ heading }) => heading);
  }

  write(rows: readonly Row[]): Sheet {
    return writeTable(this.name, this.columns, rows, this.isLong);
  }

  /** The rows of the workbook's sheet of this name; without it there are none. */
  rowsOf(workbook: Workbook): SheetRow<Row>[] {
    const sheet = findSheet(workbook, this.name);
    return sheet ? this.read(sheet, workbook.date1904).rows : [];
  }

  /** `missing`: headings that are not there, and of every format should be. */
  read(
    sheet: Sheet,
    date1904: boolean,
  ): { rows: SheetRow<Row>[]; missing: string[]; headingCell: string } {
    const table = readTable(sheet, this.headings);
    const later = laterHeadings(this.fields);
    return {
      rows: table.rows.map((row) => new SheetRow(this.fields, row, date1904)),
      missing: table.missing.filter((heading) => !later.includes(heading)),
      headingCell: table.headingCell,
    };
  }
}

/**
 * The columns of some fields, for a table that has more beside them: how many, its rows tell.
 * Nothing is written where there is no value.
 */
export function columnsOf<Row extends object, Of>(
  fields: Fields<Row>,
  valueOf: <Key extends keyof Row>(of: Of, key: Key) => Row[Key] | undefined,
): Column<Of>[] {
  return (Object.keys(fields) as (keyof Row)[]).map((key): Column<Of> => {
    const { heading, width, style, write } = fields[key];
    return {
      heading,
      width,
      ...(style ? { style } : {}),
      write: (of) => {
        const value = valueOf(of, key);
        return value === undefined ? null : write(value);
      },
    };
  });
}

/** Headings that files of earlier formats do not have. */
export function laterHeadings(fields: object): string[] {
  return (Object.values(fields) as Pick<Field<unknown>, 'heading' | 'isLater'>[])
    .filter(({ isLater }) => isLater)
    .map(({ heading }) => heading);
}

/** What a row says by its fields. */
export type SaidBy<F> = { -readonly [Key in keyof F]: F[Key] extends Field<infer V> ? V : never };

/** What a row of a table says. */
export type ValuesOf<T> = T extends SheetTable<infer Row> ? Row : never;

/** What the rows of a table are read as. */
export type RowOf<T> = T extends SheetTable<infer Row> ? SheetRow<Row> : never;

/** A row as it stands in the workbook. */
export class SheetRow<Row extends object> {
  constructor(
    readonly fields: Fields<Row>,
    private readonly row: TableRow,
    private readonly date1904: boolean,
  ) {}

  cell(key: keyof Row): TableCell {
    return this.row.get(this.fields[key].heading);
  }

  text(key: keyof Row): string {
    return this.cell(key).text;
  }

  /** Undefined where the cell is bad. */
  get<Key extends keyof Row>(key: Key): Row[Key] | undefined {
    return this.fields[key].read(this.cell(key), this.date1904);
  }

  /** All of the row, or its bad cells. */
  whole(): { values: Row; bad: null } | { values: null; bad: [BadCell, ...BadCell[]] } {
    const [first, ...more] = this.bad();
    if (first) return { values: null, bad: [first, ...more] };
    const keys = Object.keys(this.fields) as (keyof Row)[];
    return {
      values: Object.fromEntries(keys.map((key) => [key, this.get(key)])) as Row,
      bad: null,
    };
  }

  /** Every cell of the row that says nothing its column could mean. */
  bad(): BadCell[] {
    const keys = Object.keys(this.fields) as (keyof Row)[];
    return keys.filter((key) => this.get(key) === undefined).map((key) => this.badAt(key));
  }

  badAt(key: keyof Row): BadCell {
    const { heading, takes } = this.fields[key];
    const { sheet, cell, text } = this.cell(key);
    return { sheet, cell, heading, found: text, expected: takes };
  }
}
