import type { Sheet } from '../../workbook/sheet';
import type { CellValue, Style } from '../../workbook/cell';
import { matchKey } from '../../text/normal-form';
import { phrase, value } from './field';
import { keysOf } from './former-words';
import { laterHeadings, SheetRow, SheetTable, type Fields } from './sheet-table';
import { writeTable, type Column, type TableCell } from './table';

/** A line as it stands in the workbook. */
export interface Line {
  name: string;
  said: CellValue;
}

/** A heading and how wide its column is. */
type Heading = readonly [heading: string, width: number];

/**
 * One record that stands upright: a line for each of its fields, its name left and what it says
 * right of it. Lines may stand in any order, and somebody's own among them.
 */
export class ItemSheet<Row extends object> {
  readonly lines: SheetTable<Line>;

  constructor(
    readonly name: string,
    [names, said]: readonly [Heading, Heading],
    readonly fields: Fields<Row>,
  ) {
    const columns = { name: phrase(...names), said: value(...said) };
    this.lines = new SheetTable<Line>(name, columns, false);
  }

  /** What a later format added is written only where it says something. */
  write(record: Row): Sheet {
    const written = (Object.keys(this.fields) as (keyof Row)[]).flatMap((key) => {
      const { heading, style, isLater, write } = this.fields[key];
      const said = write(record[key]);
      // Numbers and days among words stand where the words begin.
      const look: Style = { ...style, ...(typeof said === 'string' ? {} : { align: 'left' }) };
      return isLater && said === null ? [] : [{ name: heading, said, look }];
    });
    const [name, said] = this.lines.columns;
    const columns: Column<(typeof written)[number]>[] = [
      name,
      { ...said, styleOf: ({ look }) => look },
    ];
    return writeTable(this.name, columns, written);
  }

  /**
   * The record its lines make. `missing`: names of lines that are not there, and of every format
   * should be.
   */
  read(
    lines: readonly SheetRow<Line>[],
    date1904: boolean,
  ): { record: SheetRow<Row>; missing: string[] } {
    const byName = new Map(lines.map((line) => [matchKey(line.text('name')), line]));
    const cellOf = (heading: string): TableCell | undefined =>
      keysOf(heading)
        .flatMap((key) => byName.get(key)?.cell('said') ?? [])
        .at(0);
    const absent = { text: '', value: null, sheet: this.name, cell: 'A1', isAbsent: true } as const;
    const get = (heading: string) => cellOf(heading) ?? absent;
    const later = laterHeadings(this.fields);
    const headings = Object.values<{ heading: string }>(this.fields as never).map(
      ({ heading }) => heading,
    );
    return {
      record: new SheetRow(this.fields, { number: 1, get }, date1904),
      missing: headings.filter((one) => !cellOf(one) && !later.includes(one)),
    };
  }
}
