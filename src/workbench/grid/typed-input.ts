import { dateFromSerial, dateToSerial, readDate } from '../../text/date';
import { isDateFormat, isPercentFormat, type CellValue } from '../../workbook/cell';
import { inCapitals } from '../../workbook/formula';
import { isWellFormed } from '../../workbook/formula-syntax';

/** What typing gives a cell; a date, a time or a percent also brings its number format where the cell has none. */
export interface Typed {
  value: CellValue;
  formula?: string;
  format?: string;
}

/**
 * What a person typed into a cell, as a Vietnamese Excel takes it: decimal comma, day before month, ";" between arguments.
 * Null: a formula that cannot be entered.
 */
export function typedInput(text: string, format: string | undefined): Typed | null {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  const figure = typedFigure(trimmed, format);
  if (figure) return figure;
  if (/^[=+-]./.test(trimmed)) {
    const formula = inCapitals(fromVietnamese(trimmed.replace(/^=/, '')));
    return isWellFormed(formula) ? { value: null, formula } : null;
  }
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const date = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(trimmed) ? readDate(trimmed) : null;
  return date ? { value: dateToSerial(date), format: 'dd/mm/yyyy' } : { value: text };
}

function typedFigure(text: string, format: string | undefined): Typed | null {
  const percent = /^(.+?)\s*%$/.exec(text);
  const number = readTyped(percent ? percent[1] : text);
  if (number !== null) {
    if (percent) return { value: number / 100, format: /,/.test(percent[1]) ? '0.00%' : '0%' };
    // In a cell of percents a number from 1 on is one of them already.
    return { value: isPercentFormat(format) && Math.abs(number) >= 1 ? number / 100 : number };
  }
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!time || Number(time[1]) > 23 || Number(time[2]) > 59) return null;
  const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
  return { value: seconds / 86_400, format: time[3] ? 'hh:mm:ss' : 'hh:mm' };
}

function readTyped(text: string): number | null {
  if (/^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text.replace(',', '.'));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  return null;
}

/** Texts, sheet names and array constants are left as they are. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^"'{]+|["'{]/g;

/** As files keep it: "," between arguments and "." for decimals. */
function fromVietnamese(formula: string): string {
  return formula.replace(PARTS, (part) =>
    /^["'{]/.test(part)
      ? part
      : part.replace(/(?<![\p{L}\d_)])(\d*),(\d+)(?![\p{L}\d_(:])/gu, '$1.$2').replace(/;/g, ','),
  );
}

function toVietnamese(formula: string): string {
  return formula.replace(PARTS, (part) =>
    /^["'{]/.test(part)
      ? part
      : part
          .replace(/,/g, ';')
          .replace(/(\d)\.(\d)|(?<![\p{L}\d])\.(\d)/gu, (_, a, b, c) => (c === undefined ? `${a},${b}` : `,${c}`)),
  );
}

/** What the formula bar shows for a cell: the formula, or the value as it would be typed. */
export function editText(value: CellValue, formula: string | undefined, format?: string): string {
  if (formula !== undefined) return `=${toVietnamese(formula)}`;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'number') return String(value);
  const date = isDateFormat(format) && value >= 1 ? dateFromSerial(Math.floor(value)) : null;
  if (date) return date.split('-').reverse().join('/');
  const comma = (number: number) => String(number).replace('.', ',');
  return isPercentFormat(format) ? `${comma(Number((value * 100).toPrecision(15)))}%` : comma(value);
}
