import type { CellValue } from '../../workbook/cell';
import { inCapitals } from '../../workbook/formula';
import { isWellFormed } from '../../workbook/formula-syntax';
import type { Locale } from './culture';
import { ApiError, invalidArgument } from './errors';
import { typedValue } from './typing';

/** What a cell takes from an add-in; some texts also bring a number format, as when typed. */
export interface CellInput {
  value: CellValue;
  formula?: string;
  format?: string;
}

const TEXT_LENGTH = 32_767;
const FORMULA_LENGTH = 8192;

/**
 * How Excel takes what is written through values or formulas: as if it were typed, in English
 * (United States) unless told otherwise. A leading "=", "+" or "-" makes a formula (Range.values in
 * the typings), an apostrophe makes text.
 */
export function cellInput(
  input: unknown,
  format: string | undefined,
  location: string,
  locale: Locale = 'en-US',
): CellInput {
  if (input === null || input === undefined || input === '') return { value: null };
  if (typeof input === 'number' && !Number.isFinite(input)) throw invalidArgument(location);
  // A cell of text keeps text only, as when one types into it.
  if (typeof input === 'number' || typeof input === 'boolean')
    return { value: format === '@' ? String(input).toUpperCase() : input };
  if (typeof input !== 'string') throw invalidArgument(location);
  return typedText(input, format, location, locale);
}

function typedText(
  input: string,
  format: string | undefined,
  location: string,
  locale: Locale,
): CellInput {
  if (input.startsWith("'")) return text(input.slice(1), location);
  if (format === '@') return text(input, location);
  if (input.startsWith('=') && input.length > 1) return formula(input.slice(1), location);
  const typed = typedValue(input.trim(), locale);
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
