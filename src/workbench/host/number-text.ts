import { format as formatted } from 'numfmt';
import { isError, type CellValue } from '../../workbook/cell';

/**
 * What a cell shows in a Vietnamese Excel (comma for decimals, dots between thousands); a format
 * that is none shows the value as it is.
 */
export function shownText(value: CellValue, format: string | undefined): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  try {
    return formatted(format ?? 'General', value, { locale: 'vi', throws: true });
  } catch {
    return formatted('General', value, { locale: 'vi' });
  }
}
