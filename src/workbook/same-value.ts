import { isBlank, isError, type CellValue } from './cell';

/**
 * Two sums are equal within this: Excel adds in binary and keeps 15 digits, ours are exact (the
 * model: relative 1e-12).
 */
const RELATIVE = 1e-12;

export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Whether two cells say the same: numbers as exactly as two programs add up, blanks alike, texts in
 * one normal form.
 */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (isError(a) || isError(b)) return isError(a) && isError(b) && a.error === b.error;
  if (typeof a === 'number' || typeof b === 'number')
    return typeof a === 'number' && typeof b === 'number' && sameNumber(a, b);
  return said(a) === said(b);
}

function said(value: CellValue): string {
  return String(value).normalize('NFC').trim();
}
