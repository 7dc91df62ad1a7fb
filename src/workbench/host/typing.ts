import { dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
import { CULTURES, type Culture, type Locale } from './culture';

/** What typing makes of a text that is no formula; some of it brings a number format. */
export interface TypedValue {
  value: CellValue;
  format?: string;
}

/**
 * A number, date, time or truth value Excel sees in what is typed, by the person's regional
 * settings; null for a text. Dates without a year are of `year`.
 */
export function typedValue(
  text: string,
  locale: Locale,
  year = new Date().getFullYear(),
): TypedValue | null {
  const culture = CULTURES[locale];
  return (
    typedNumber(text, culture) ??
    typedDate(text, culture, year) ??
    typedTime(text, culture) ??
    typedWord(text)
  );
}

function typedNumber(text: string, culture: Culture): TypedValue | null {
  // Accountants' brackets take the place of a minus.
  const bracketed = /^\((.+)\)$/.exec(text);
  const inside =
    bracketed && !/^[+-]/.test(bracketed[1]) ? typedNumber(bracketed[1], culture) : null;
  if (inside) return { ...inside, value: -(inside.value as number) };
  return typedMoney(text, culture) ?? typedShare(text, culture) ?? typedPlain(text, culture);
}

function typedMoney(text: string, culture: Culture): TypedValue | null {
  const { before, whole, parts } = culture.currency;
  const money = before ? /^\$\s*(.+)$/.exec(text) : /^(.+?)\s*₫$/.exec(text);
  const value = money && plainNumber(money[1], culture);
  return value === null ? null : { value, format: Number.isInteger(value) ? whole : parts };
}

function typedShare(text: string, culture: Culture): TypedValue | null {
  const percent = /^(.+?)\s*%$/.exec(text)?.[1];
  const share = percent === undefined ? null : plainNumber(percent, culture);
  if (percent === undefined || share === null) return null;
  return { value: share / 100, format: percent.includes(culture.decimal) ? '0.00%' : '0%' };
}

function typedPlain(text: string, culture: Culture): TypedValue | null {
  const value = plainNumber(text, culture);
  if (value === null) return null;
  if (!text.includes(culture.thousands)) return { value };
  return { value, format: text.includes(culture.decimal) ? '#,##0.00' : '#,##0' };
}

/**
 * Digits with the separators of the regional settings where they belong; a thousands separator
 * elsewhere makes it a text.
 */
function plainNumber(text: string, { decimal, thousands }: Culture): number | null {
  const [d, t] = [`\\${decimal}`, `\\${thousands}`];
  const isPlain = new RegExp(`^[+-]?(\\d+${d}?\\d*|${d}\\d+)(e[+-]?\\d+)?$`, 'i').test(text);
  const isGrouped = new RegExp(`^[+-]?\\d{1,3}(${t}\\d{3})+(${d}\\d*)?$`).test(text);
  return isPlain || isGrouped ? Number(text.replaceAll(thousands, '').replace(decimal, '.')) : null;
}

function typedDate(text: string, { name, order }: Culture, year: number): TypedValue | null {
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso)
    return iso[3] === undefined ? month(iso[1], iso[2]) : day(iso[1], iso[2], iso[3], FULL[name]);
  const ofYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (ofYear) return month(ofYear[2], ofYear[1]);
  const full = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(text);
  if (full) {
    const [d, m] = order === 'dmy' ? [full[1], full[3]] : [full[3], full[1]];
    return day(full[4], m, d, FULL[name]);
  }
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!short) return null;
  const [d, m] = order === 'dmy' ? [short[1], short[2]] : [short[2], short[1]];
  return day(String(year), m, d, 'd-mmm');
}

const FULL: Record<Locale, string> = { 'en-US': 'm/d/yyyy', 'vi-VN': 'dd/mm/yyyy' };

function month(year: string, of: string): TypedValue | null {
  return day(year, of, '1', 'mmm-yy');
}

function day(year: string, month: string, of: string, format: string): TypedValue | null {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(of) >= 1 && Number(of) <= days;
  if (!isDate || Number(year) < 1900 || Number(year) > 9999) return null;
  const serial = dateToSerial(`${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`);
  return { value: serial, format };
}

function typedTime(text: string, { name }: Culture): TypedValue | null {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!time || Number(time[1]) > 23 || Number(time[2]) > 59) return null;
  const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
  const hours = name === 'vi-VN' ? 'hh' : 'h';
  return { value: seconds / 86_400, format: time[3] ? `${hours}:mm:ss` : `${hours}:mm` };
}

function typedWord(text: string): TypedValue | null {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return /^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(text)
    ? { value: { error: text } }
    : null;
}
