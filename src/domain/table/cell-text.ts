import { remembered } from '../../text/normal-form';
import { isBlank, isError, type CellValue } from '../../workbook/cell';

/** What a cell says as text; numbers without grouping, "" for a blank. */
export function cellText(value: CellValue): string {
  if (isBlank(value)) return '';
  if (isError(value)) return value.error;
  if (typeof value !== 'string') return String(value);
  return value.length < SHORT ? value.normalize('NFC').trim() : composed(value);
}

/** What a cell says as it was written, spaces and all. */
export function exactText(value: CellValue): string {
  return typeof value === 'string' ? value : cellText(value);
}

/** Shorter than names are: codes, words and cells, which are sooner composed than remembered. */
const SHORT = 32;

const composed = remembered((text) => text.normalize('NFC').trim());
