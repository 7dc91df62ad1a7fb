import { dateFromSerial, readDate, type CivilDate } from '../../text/date';
import { as, day, phrase, required, text, word, type Field } from '../table/field';
import type { Words } from '../table/words';
import type { Deadline } from './plan';
import { readDeadline, splitList, writeDeadline, yesNoWords } from './words';

/** The kinds of columns that only the tables of a plan have. */

/** Nothing of a plan is of another time: 2024 typed where a day belongs is of the year 1905. */
const DAYS = { first: '1990-01-01', last: '2100-12-31' };

export function planDay(heading: string, width: number): Field<CivilDate> {
  return as(day(heading, width), {
    read: ({ value, text: said }, date1904) => {
      const read = typeof value === 'number' ? dateFromSerial(value, date1904) : readDate(said);
      return read && read >= DAYS.first && read <= DAYS.last ? read : undefined;
    },
  });
}

/** A code stands in file names and in the identity of forms. */
export function code(heading: string, width: number): Field<string> {
  return as(required(text(heading, width)), {
    takes: 'A-Z, 0-9, dấu chấm, gạch nối',
    read: ({ text: said }) => (said === '' || /[\s/\\"<>:|?*]/.test(said) ? undefined : said),
  });
}

/** Yes or no, in whatever words the column has for them. */
export function yes(
  heading: string,
  width: number,
  list: Words<'yes' | 'no'> = yesNoWords,
): Field<boolean> {
  const { write, read, ...same } = word(heading, width, list);
  return {
    ...same,
    standIn: () => true,
    write: (value) => write(value ? 'yes' : 'no'),
    read: (cell, date1904) => {
      const said = read(cell, date1904);
      return said && said === 'yes';
    },
  };
}

/** Several, with a semicolon between. */
export function list(heading: string, width: number): Field<string[]> {
  const { write: _write, read: _read, ...same } = phrase(heading, width);
  return {
    ...same,
    takes: '…; …',
    standIn: () => [],
    write: (value) => value.join('; '),
    read: (cell) => splitList(cell.text),
  };
}

export function deadline(heading: string, width: number): Field<Deadline | null> {
  return {
    ...text(heading, width),
    takes: 'Tháng 10/2024, Quý I/2024, Năm 2024, Ngày 09/8/2024, Hằng tháng, Thường xuyên',
    standIn: () => null,
    write: writeDeadline,
    read: (cell) => readDeadline(cell.text),
  };
}
