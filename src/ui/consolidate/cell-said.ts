import { isError, type CellValue } from '../../workbook/cell';

/** What stands in a cell of a table, its numbers as they are read beside each other. */
export function cellSaid(value: CellValue, shown: (value: number) => string): string {
  if (value === null || value === '') return '–';
  if (isError(value)) return value.error;
  return typeof value === 'number' ? shown(value) : String(value);
}
