import { dateFromSerial } from '../../text/date';
import { formatNumber } from '../../text/number';
import { isDateFormat, isError, isPercentFormat, type CellValue } from '../../workbook/cell';

/** What a cell shows, the Vietnamese way (comma for decimals, dots between thousands). */
export function shownText(value: CellValue, format: string | undefined): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) {
    const date = dateFromSerial(value);
    if (date) return date.split('-').reverse().join('/');
  }
  if (isPercentFormat(format)) return `${formatNumber(value * 100, decimalsOf(format))}%`;
  if (!format || format === 'General' || format === '@') return plain(value);
  const fixed = /\.(0+)/.exec(format)?.[1].length ?? 0;
  const text = formatNumber(value, decimalsOf(format));
  const grouped = format.includes(',') ? text : text.replace(/\./g, '');
  return fixed > 0 ? pad(grouped, fixed) : grouped;
}

function decimalsOf(format: string | undefined): number {
  return /\.([0#]+)/.exec(format ?? '')?.[1].length ?? 0;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(11))).replace('.', ',');
}

function pad(text: string, decimals: number): string {
  const [whole, fraction = ''] = text.split(',');
  return `${whole},${fraction.padEnd(decimals, '0')}`;
}
