import { dateFromSerial, dateToSerial, readDate, type CivilDate } from '../../text/date';
import { readNumber } from '../../text/number';
import type { CellValue, Style } from '../../workbook/cell';
import { exactText } from './cell-text';
import type { TableCell } from './table';
import type { Words } from './words';

/**
 * One column of a table, declared once: its heading, how a value becomes a cell, what a cell means,
 * and what people are told where it means nothing.
 */
export interface Field<Value> {
  readonly heading: string;
  readonly width: number;
  readonly style?: Style;
  /** What may stand in the column: of a word all of them, of anything else an example. */
  readonly takes: string;
  /** The row says nothing without it. */
  readonly isNeeded?: true;
  /** People type it; what a formula says would change behind everybody's back. */
  readonly isTyped?: true;
  /** A file of an earlier format has no such column; then every cell of it is blank. */
  readonly isLater?: true;
  write(value: Value): CellValue;
  /** Undefined where the cell says nothing that can be meant. */
  read(cell: TableCell, date1904: boolean): Value | undefined;
  /** With what the rest of a table is looked at where the cell is bad; it counts as nothing. */
  standIn(cell: TableCell): Value;
}

const TEXT: Style = { format: '@' };
const DAY: Style = { format: 'dd/mm/yyyy' };

/** Any text; never taken for a number or a day by Excel. */
export function text(heading: string, width: number): Field<string> {
  return { ...phrase(heading, width), style: TEXT };
}

/** Text as it was written, spaces and all: the name of a sheet is its name. */
export function exact(heading: string, width: number): Field<string> {
  return { ...text(heading, width), read: ({ value }) => exactText(value) };
}

/** Text that Excel may look at as it likes: names and sentences. */
export function phrase(heading: string, width: number): Field<string> {
  const said = (cell: TableCell) => cell.text;
  return { heading, width, takes: '…', isTyped: true, write: same, read: said, standIn: said };
}

/** Whatever stands in a cell. */
export function value(heading: string, width: number): Field<CellValue> {
  const held = (cell: TableCell) => cell.value;
  return { heading, width, takes: '…', write: same, read: held, standIn: held };
}

/** Text without which the row says nothing. */
export function required(field: Field<string>): Field<string> {
  return { ...field, isNeeded: true, read: (cell) => (cell.text === '' ? undefined : cell.text) };
}

export function word<T extends string>(heading: string, width: number, list: Words<T>): Field<T> {
  return {
    heading,
    width,
    takes: list.all.join(' / '),
    isTyped: true,
    standIn: () => list.read(list.all[0]) as T,
    write: (value) => list.write(value),
    read: (cell) => list.read(cell.text),
  };
}

/** A day of the calendar, as a date of Excel; typed as text it is read as well. */
export function day(heading: string, width: number): Field<CivilDate> {
  return {
    heading,
    width,
    style: DAY,
    takes: '04/3/2024',
    standIn: () => '1900-01-01',
    write: dateToSerial,
    read: ({ value, text: said }, date1904) =>
      (typeof value === 'number' ? dateFromSerial(value, date1904) : readDate(said)) ?? undefined,
  };
}

/** A number as it stands; typed as text it is read where it can mean only one. */
export function number(heading: string, width: number): Field<number> {
  return {
    heading,
    width,
    takes: '80',
    standIn: () => 0,
    write: same,
    read: numberIn,
  };
}

export function whole(heading: string, width: number): Field<number> {
  return {
    ...number(heading, width),
    takes: '0, 1, 2…',
    read: (cell) => {
      const value = numberIn(cell);
      return value !== undefined && Number.isInteger(value) ? value : undefined;
    },
  };
}

function same<Value>(value: Value): Value {
  return value;
}

function numberIn({ value, text: said }: TableCell): number | undefined {
  if (typeof value === 'number') return value;
  const reading = readNumber(said, { counted: false });
  return reading.kind === 'number' ? reading.value : undefined;
}

/** Blank where there is nothing to say. */
export function optional<Value>(field: Field<Value>): Field<Value | null> {
  return {
    ...field,
    standIn: () => null,
    write: (value) => (value === null ? null : field.write(value)),
    read: (cell, date1904) => (cell.text === '' ? null : field.read(cell, date1904)),
  };
}

/** A column that files of an earlier format do not have. */
export function later<Value>(field: Field<Value>): Field<Value> {
  return { ...field, isLater: true };
}

/** Another reading, or another look, of the same column. */
export function as<Value>(
  field: Field<Value>,
  other: Partial<Pick<Field<Value>, 'takes' | 'style' | 'read'>>,
): Field<Value> {
  return { ...field, ...other };
}
