import { dateToSerial, readDate } from '../../text/date';
import type { CellValue } from '../../workbook/cell';

/** What typing gives a cell; a date or a percent also brings its number format where the cell has none. */
export interface Typed {
  value: CellValue;
  formula?: string;
  format?: string;
}

/** What a person typed into a cell, as a Vietnamese Excel takes it: decimal comma, day before month, "=" starts a formula. */
export function typedInput(text: string, format: string | undefined): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  if (trimmed.startsWith('=') && trimmed.length > 1) return { value: null, formula: withCommas(trimmed.slice(1)) };
  const percent = /^(.+?)\s*%$/.exec(trimmed);
  const number = readTyped(percent ? percent[1] : trimmed);
  if (number !== null) return percent ? { value: number / 100, format: '0.00%' } : { value: number };
  const date = /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(trimmed) ? readDate(trimmed) : null;
  return date ? { value: dateToSerial(date), format: 'dd/mm/yyyy' } : { value: text };
}

function readTyped(text: string): number | null {
  if (/^[+-]?\d+(,\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  return null;
}

/** A Vietnamese Excel separates arguments with ";" where files keep ",". Texts and sheet names are left alone. */
function withCommas(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|;/g, (part) => (part === ';' ? ',' : part));
}

/** What the formula bar shows for a cell: the formula, or the value as it would be typed. */
export function editText(value: CellValue, formula: string | undefined): string {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'object' ? value.error : String(value);
}
