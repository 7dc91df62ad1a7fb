import { dateFromSerial, readDate, type CivilDate } from '../../text/date';
import { lastDay } from '../period/window';
import type { Scale } from '../measure/choices';
import { as, day, phrase, required, text, word, type Field } from '../table/field';
import { IDENTIFIERS_TAKE, readIdentifier } from '../agency/identifier';
import type { Words } from '../table/words';
import { periodLabel, periodOf, readPeriodLabel, type PeriodId } from '../period/period';
import type { Deadline } from './plan';
import { readDeadline, scaleWords, splitList, writeDeadline, yesNoWords } from './words';

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

/** A day, or the last of a period that is named: "6 tháng đầu năm 2026". */
export function dayOrLastOf(heading: string, width: number): Field<CivilDate> {
  const { read } = planDay(heading, width);
  return as(planDay(heading, width), {
    read: (cell, date1904) => {
      const period = typeof cell.value === 'string' ? readPeriodLabel(cell.text) : null;
      return period ? lastDay(period) : read(cell, date1904);
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

/** A period, as people name it: "Tháng 3/2024"; a month may have become a day of it. */
export function period(heading: string, width: number): Field<PeriodId> {
  const field = text(heading, width);
  return {
    ...field,
    takes: 'Tháng 3/2024, Quý I/2024',
    write: (id) => periodLabel(periodOf(id)),
    read: ({ value, text: said }, date1904) => {
      const day = typeof value === 'number' ? dateFromSerial(value, date1904) : null;
      return readPeriodLabel(day ? day.slice(0, 7) : said)?.id;
    },
    standIn: () => '',
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

/** Identifiers with their times, each as it is written. */
export function identifiers(heading: string, width: number): Field<string[]> {
  const several = list(heading, width);
  return {
    ...several,
    style: { format: '@' },
    takes: IDENTIFIERS_TAKE,
    read: (cell) => {
      const all = splitList(cell.text);
      return all.every((one) => readIdentifier(one)) ? all : undefined;
    },
  };
}

/** What may be answered, in the order it is offered. */
export function answers(heading: string, width: number): Field<string[]> {
  const { style } = text(heading, width);
  return as(list(heading, width), style ? { style } : {});
}

/** Several of some words, with a semicolon between; at least one. */
export function severalWords<T extends string>(
  heading: string,
  width: number,
  of: Words<T>,
): Field<T[]> {
  const { isTyped } = word(heading, width, of);
  return {
    ...{ heading, width, takes: of.all.join('; ') },
    ...(isTyped ? { isTyped } : {}),
    standIn: () => [],
    write: (value) => value.map((one) => of.write(one)).join('; '),
    read: (cell) => {
      const read = splitList(cell.text).map((one) => of.read(one));
      return read.length > 0 && read.every((one) => one !== undefined) ? read : undefined;
    },
  };
}

/** What a quotient is multiplied by, with or without the dot of thousands. */
export function scale(heading: string, width: number): Field<Scale> {
  const { style } = text(heading, width);
  return {
    ...{ heading, width, takes: scaleWords.all.join(' / ') },
    ...(style ? { style } : {}),
    standIn: () => 1,
    write: (value) => scaleWords.write(`${value}`),
    read: (cell) => SCALES.find((one) => `${one}` === cell.text.replace(/\./g, '')),
  };
}

const SCALES: readonly Scale[] = [1, 100, 1000, 10000];

/** Telephone numbers as people write them; Excel would drop the 0 they begin with. */
export function phone(heading: string, width: number): Field<string> {
  return {
    ...text(heading, width),
    takes: '0270 3823 456; 0901234567',
    read: (cell) =>
      /^[\d\s+().;,/-]{0,60}(máy lẻ \d{1,6})?$/i.test(cell.text) ? cell.text : undefined,
  };
}

export function email(heading: string, width: number): Field<string> {
  return {
    ...text(heading, width),
    takes: 'vanphong@vinhlong.gov.vn',
    read: (cell) =>
      splitList(cell.text).every((one) => /^[^\s@;,<>"]+@[^\s@;,<>"]+\.[^\s@;,<>".]+$/.test(one))
        ? cell.text
        : undefined,
  };
}

export function deadline(heading: string, width: number): Field<Deadline | null> {
  const { read: readDay } = planDay(heading, width);
  return {
    ...text(heading, width),
    takes: 'Tháng 10/2024, Quý I/2024, Năm 2024, Ngày 09/8/2024, Hằng tháng, Thường xuyên',
    standIn: () => null,
    write: writeDeadline,
    // Excel makes a day of "14/5/2024" where a cell has no format yet; a year stays a number.
    read: (cell, date1904) => {
      const date = typeof cell.value === 'number' ? readDay(cell, date1904) : undefined;
      return date ? { kind: 'date', date } : readDeadline(cell.text);
    },
  };
}
