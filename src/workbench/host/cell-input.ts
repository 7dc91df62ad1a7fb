import { dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
import { inCapitals } from '../../workbook/formula';
import { isWellFormed } from '../../workbook/formula-syntax';
import { ApiError, invalidArgument } from './errors';

/** What a cell takes from an add-in; some texts also bring a number format, as when typed. */
export interface CellInput {
  value: CellValue;
  formula?: string;
  format?: string;
}

const TEXT_LENGTH = 32_767;
const FORMULA_LENGTH = 8192;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * How Excel takes what is written through values or formulas: as if it were typed in English (United States). A leading
 * "=", "+" or "-" makes a formula (Range.values in the typings), an apostrophe makes text.
 */
export function cellInput(input: unknown, format: string | undefined, location: string): CellInput {
  if (input === null || input === undefined || input === '') return { value: null };
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalidArgument(location);
    // A cell of text keeps text only, as when one types into it.
    return { value: format === '@' ? String(input) : input };
  }
  if (typeof input === 'boolean') return { value: format === '@' ? String(input).toUpperCase() : input };
  if (typeof input !== 'string') throw invalidArgument(location);
  if (input.startsWith("'")) return text(input.slice(1), location);
  if (format === '@') return text(input, location);
  if (input.startsWith('=') && input.length > 1) return formula(input.slice(1), location);
  const typed = typedValue(input.trim());
  if (typed) return typed;
  if (/^[+-]./.test(input)) return formula(input, location);
  return text(input, location);
}

function text(value: string, location: string): CellInput {
  if (value.length > TEXT_LENGTH) throw invalidArgument(location);
  return { value };
}

function formula(source: string, location: string): CellInput {
  if (source.length > FORMULA_LENGTH) throw new ApiError('FormulaLengthExceedsLimit', location);
  if (!isWellFormed(source)) throw invalidArgument(location);
  return { value: null, formula: inCapitals(source) };
}

function typedValue(input: string): CellInput | null {
  if (NUMBER.test(input)) return { value: Number(input) };
  if (GROUPED.test(input)) {
    return { value: Number(input.replace(/,/g, '')), format: input.includes('.') ? '#,##0.00' : '#,##0' };
  }
  const percent = /^(.+?)\s*%$/.exec(input);
  if (percent && NUMBER.test(percent[1])) {
    return { value: Number(percent[1]) / 100, format: percent[1].includes('.') ? '0.00%' : '0%' };
  }
  if (/^(true|false)$/i.test(input)) return { value: input.toLowerCase() === 'true' };
  if (/^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(input)) return { value: { error: input } };
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(input);
  if (american) return dateInput(american[3], american[1], american[2]);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(input);
  if (iso) return dateInput(iso[1], iso[2], iso[3]);
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(input);
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { value: seconds / 86_400, format: time[3] ? 'h:mm:ss' : 'h:mm' };
  }
  return null;
}

function dateInput(year: string, month: string, day: string): CellInput | null {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  if (!isDate || Number(year) < 1900) return null;
  const serial = dateToSerial(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return { value: serial, format: 'm/d/yyyy' };
}
