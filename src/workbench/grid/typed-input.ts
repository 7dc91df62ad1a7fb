import { readDate, dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';

/** What a person typed into a cell, as a Vietnamese Excel takes it: decimal comma, day before month, "=" starts a formula. */
export function typedInput(text: string, format: string | undefined): { value: CellValue; formula?: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === '@') return { value: text };
  if (trimmed.startsWith('=') && trimmed.length > 1) return { value: null, formula: trimmed.slice(1) };
  if (/^[+-]?\d+(,\d+)?$/.test(trimmed)) return { value: Number(trimmed.replace(',', '.')) };
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(trimmed))
    return { value: Number(trimmed.replace(/\./g, '').replace(',', '.')) };
  const date = /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(trimmed) ? readDate(trimmed) : null;
  return { value: date ? dateToSerial(date) : text };
}

/** What the formula bar shows for a cell: the formula, or the value as it would be typed. */
export function editText(value: CellValue, formula: string | undefined): string {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'object' ? value.error : String(value);
}
