import { dateFromSerial, readDate, readMonth, type CivilDate } from '../../text/date';
import { matchKey, remembered, tidy } from '../../text/normal-form';
import { cellName } from '../../workbook/address';
import { isDateFormat, type Cell } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { month, readPeriodLabel, type Period } from '../period/period';
import { cellText } from '../table/cell-text';

interface Said {
  text: string;
  place: { sheet: string; cell: string };
}

/** What the lines over a form's headings say in words: whose it is, for when, and which days. */
export interface FormHead {
  agency: Said | null;
  period: (Said & { period: Period | null; isMonthAsDate: boolean }) | null;
  window: { place: Said['place']; from: CivilDate; to: CivilDate } | null;
}

const HEAD_ROWS = 14;
const AGENCY = /^đơn vị báo cáo\s*:\s*(.*?)(?:\.\s*hạn nộp.*)?$/is;
const PERIOD = /^kỳ báo cáo\s*:?\s*(.*)$/is;
const WINDOW = /(?:từ ngày|từ)?\s*(\S+)\s*(?:đến ngày|đến|-|–)\s*(\S+)/i;

/** What a text says as a line of the head; most of what stands there is none. */
const lineOf = remembered((written): { agency: string | null; period: string | null } => {
  const text = tidy(written);
  const agency = AGENCY.exec(text);
  return {
    agency: agency && stripEnd(agency[1]),
    period: PERIOD.exec(text)?.[1] ?? null,
  };
});

/**
 * A plain letter or sign that begins none of these lines; what may have to be tidied first is not
 * told by its first.
 */
function beginsOtherwise(written: string): boolean {
  const first = written.charCodeAt(0);
  return first > 32 && first < 127 && first !== 75 /* K */ && first !== 107; /* k */
}

/**
 * Reads the head of a sheet, wherever its lines stand above the headings; a value may stand in the
 * next cell.
 */
export function readHead(sheet: Sheet, date1904: boolean): FormHead {
  const head: FormHead = { agency: null, period: null, window: null };
  for (let row = 0; row < HEAD_ROWS; row++) {
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (typeof cell.value !== 'string' || cell.value.length > 400) continue;
      if (beginsOtherwise(cell.value)) continue;
      const { agency, period } = lineOf(cell.value);
      if (agency === null && period === null) continue;
      const place = { sheet: sheet.name, cell: cellName(row, column) };
      if (agency !== null && !head.agency) {
        const own = { text: agency, place };
        const beside = besideOf(sheet, row, column);
        head.agency =
          own.text === '' && beside
            ? { text: cellText(beside.cell.value), place: beside.place }
            : own;
      }
      if (period !== null && !head.period)
        readPeriodLine(sheet, row, column, period, place, date1904, head);
    }
  }
  return head;
}

function readPeriodLine(
  sheet: Sheet,
  row: number,
  column: number,
  line: string,
  place: Said['place'],
  date1904: boolean,
  head: FormHead,
): void {
  const open = line.indexOf('(');
  const label = (open < 0 ? line : line.slice(0, open)).trim();
  const beside = label === '' ? besideOf(sheet, row, column) : null;
  if (beside) {
    const date = monthShown(beside.cell, date1904);
    const text = cellText(beside.cell.value);
    head.period = {
      text,
      place: beside.place,
      period: date ?? readPeriodLabel(text) ?? monthOf(text),
      isMonthAsDate: date !== null,
    };
  } else
    head.period = {
      text: label,
      place,
      period: readPeriodLabel(label) ?? monthOf(label),
      isMonthAsDate: false,
    };
  const days = open < 0 ? null : WINDOW.exec(line.slice(open + 1).replace(/\)\s*$/, ''));
  const [from, to] = [days?.[1], days?.[2]].map((day) => (day ? readDate(day) : null));
  if (from && to) head.window = { place, from, to };
}

/** 44927 shown as a date is January 2023 where a month is asked. */
function monthShown({ value, style }: Cell, date1904: boolean): Period | null {
  const date =
    typeof value === 'number' && isDateFormat(style?.format)
      ? dateFromSerial(value, date1904)
      : null;
  return date?.endsWith('-01') ? month(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : null;
}

function monthOf(text: string): Period | null {
  const read = readMonth(text);
  return read && month(read.year, read.month);
}

function besideOf(
  sheet: Sheet,
  row: number,
  column: number,
): { cell: Cell; place: Said['place'] } | null {
  const next = [...(sheet.rows.get(row) ?? [])]
    .filter(([at, { value }]) => at > column && value !== null && value !== '')
    .sort(([a], [b]) => a - b)[0];
  return next
    ? { cell: next[1], place: { sheet: sheet.name, cell: cellName(row, next[0]) } }
    : null;
}

function stripEnd(text: string): string {
  return text.replace(/[\s.]+$/, '');
}

/** Whether two names are one in everything but their spelling. */
export function isSameName(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b);
}
