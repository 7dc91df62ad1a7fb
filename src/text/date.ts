import { halfWidth, tidy } from './normal-form';

/**
 * A civil date "yyyy-mm-dd" (Asia/Ho_Chi_Minh has no clock changes, so no time zone is ever needed
 * to compare two).
 */
export type CivilDate = string;

const DAY = 86_400_000;

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function isCivilDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return !!match && validParts(Number(match[1]), Number(match[2]), Number(match[3]));
}

function validParts(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

function toDays(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function fromDays(days: number): CivilDate {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDays(toDays(date) + days);
}

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDays(to) - toDays(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The civil date an instant falls on in Viet Nam (UTC+7 all year). */
export function civilDateOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

const EPOCH_1900 = toDays('1899-12-30');
const EPOCH_1904 = toDays('1904-01-01');

/**
 * Excel's serial number as a date; null before 1 March 1900 (Excel's leap-year error) and after
 * 9999.
 */
export function dateFromSerial(serial: number, date1904 = false): CivilDate | null {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days > 2_958_465 || days < (date1904 ? 0 : 61)) return null;
  return fromDays((date1904 ? EPOCH_1904 : EPOCH_1900) + days);
}

export function dateToSerial(date: CivilDate): number {
  return toDays(date) - EPOCH_1900;
}

/**
 * A date as people type it: 20/9/2026, 20.9.2026, 20-09-2026, ngày 04 tháng 3 năm 2024, 2026-09-20.
 * Day before month.
 */
export function readDate(text: string): CivilDate | null {
  const tidied = halfWidth(tidy(text)).toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tidied);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(?:ngày )?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(tidied);
  const words = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/.exec(tidied);
  const match = numeric ?? words;
  return match ? checked(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** A day with two figures for its year: 05/03/24 is of 2024 or of no year anybody means here. */
export function readShortDate(text: string): CivilDate | null {
  const match = /^(?:ngày )?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})$/.exec(
    halfWidth(tidy(text)).toLowerCase(),
  );
  return match ? checked(2000 + Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** A month as people type it: 01/2023, 1-2023, tháng 1/2023, T1/2023, tháng 01 năm 2023. */
export function readMonth(text: string): { year: number; month: number } | null {
  const match = /^(?:tháng |t\.? ?)?(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})$/.exec(
    tidy(text).toLowerCase(),
  );
  const month = Number(match?.[1]);
  return match && month >= 1 && month <= 12 ? { year: Number(match[2]), month } : null;
}

function checked(year: number, month: number, day: number): CivilDate | null {
  return validParts(year, month, day) ? civilDate(year, month, day) : null;
}

/**
 * "2024-03-04" → "04/3/2024", the way Nghị định 30/2020/NĐ-CP writes it: days below 10 and months
 * 1–2 take a zero.
 */
export function formatDate(date: CivilDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/**
 * "2026-09-15 16:20:00" as people say it: "16:20 ngày 15/9/2026"; what is no moment stays as it is.
 */
export function formatMoment(at: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(at);
  return parts ? `${parts[2]} ngày ${formatDate(parts[1])}` : at;
}

/**
 * A day as somebody types it into a field of ours: as {@link readDate} reads it, with two figures
 * for its year, without signs between (05032024, 050324), or without its year (5/3), which then is
 * the one that brings it nearest to today. What it was read as is shown there and then.
 */
export function readTypedDate(text: string, today: CivilDate): CivilDate | null {
  const tidied = halfWidth(tidy(text)).toLowerCase();
  const plain = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(tidied);
  const whole = plain
    ? `${plain[1]}/${plain[2]}/${plain[3]}`
    : tidied.replace(/(?<=\d) (?=\d)/g, '/');
  const read = readDate(whole) ?? readShortDate(whole);
  if (read !== null) return read;
  const short = /^(?:ngày )?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})$/.exec(whole);
  if (!short) return null;
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap(
    (one) => checked(one, Number(short[2]), Number(short[1])) ?? [],
  );
  const away = (day: CivilDate) => Math.abs(daysBetween(today, day));
  return days.sort((a, b) => away(a) - away(b)).at(0) ?? null;
}
