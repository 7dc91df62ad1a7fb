import { dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
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
    return { value: input };
  }
  if (typeof input === 'boolean') return { value: input };
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
  return { value: null, formula: source };
}

function typedValue(input: string): CellInput | null {
  if (NUMBER.test(input)) return { value: Number(input) };
  if (GROUPED.test(input)) return { value: Number(input.replace(/,/g, '')), format: '#,##0' };
  const percent = /^(.+?)\s*%$/.exec(input);
  if (percent && NUMBER.test(percent[1])) {
    return { value: Number(percent[1]) / 100, format: percent[1].includes('.') ? '0.00%' : '0%' };
  }
  if (/^(true|false)$/i.test(input)) return { value: input.toLowerCase() === 'true' };
  if (/^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(input)) return { value: { error: input } };
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(input);
  if (date) {
    const [month, day] = [Number(date[1]), Number(date[2])];
    const days = new Date(Date.UTC(Number(date[3]), month, 0)).getUTCDate();
    if (month >= 1 && month <= 12 && day >= 1 && day <= days) {
      const iso = `${date[3]}-${date[1].padStart(2, '0')}-${date[2].padStart(2, '0')}`;
      return { value: dateToSerial(iso), format: 'm/d/yyyy' };
    }
  }
  return null;
}

/** Parentheses and quotes close, and no operator stands at the end: what Excel refuses to enter. */
export function isWellFormed(source: string): boolean {
  const bare = source.replace(/"(?:[^"]|"")*"/g, '0').replace(/'(?:[^']|'')*'/g, 'x');
  if (/["']/.test(bare)) return false;
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth++;
    else if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0 && !/[-+*/^&=<>,(]\s*$/.test(bare) && bare.trim() !== '' && !/^[*/^&=<>,]/.test(bare);
}
