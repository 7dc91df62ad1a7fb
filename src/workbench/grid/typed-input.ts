import { dateFromSerial } from '../../text/date';
import { isDateFormat, isPercentFormat, type CellValue } from '../../workbook/cell';
import { inCapitals } from '../../workbook/formula';
import { isWellFormed } from '../../workbook/formula-syntax';
import { typedValue } from '../host/typing';

/**
 * What typing gives a cell; a date, a time or a percent also brings its number format where the
 * cell has none.
 */
export interface Typed {
  value: CellValue;
  formula?: string;
  format?: string;
}

/**
 * What a person typed into a cell, as a Vietnamese Excel takes it: decimal comma, day before month,
 * ";" between arguments.
 * Null: a formula that cannot be entered.
 */
export function typedInput(text: string, format: string | undefined): Typed | null {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  const seen = typedValue(trimmed, 'vi-VN');
  if (seen) return inFormat(trimmed, seen, format);
  if (/^[=+-]./.test(trimmed)) {
    const formula = inCapitals(fromVietnamese(trimmed.replace(/^=/, '')));
    return isWellFormed(formula) ? { value: null, formula } : null;
  }
  return { value: text };
}

/** In a cell of percents a number from 1 on is one of them already. */
function inFormat(text: string, typed: Typed, format: string | undefined): Typed {
  const { value } = typed;
  const isPlain = typeof value === 'number' && !text.includes('%') && !isDateFormat(typed.format);
  return isPlain && isPercentFormat(format) && Math.abs(value) >= 1
    ? { value: value / 100 }
    : typed;
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
          .replace(/(\d)\.(\d)|(?<![\p{L}\d])\.(\d)/gu, (_, a, b, c) =>
            c === undefined ? `${a},${b}` : `,${c}`,
          ),
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
  return isPercentFormat(format)
    ? `${comma(Number((value * 100).toPrecision(15)))}%`
    : comma(value);
}
