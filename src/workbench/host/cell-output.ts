import { isBlank, isError, type CellValue } from '../../workbook/cell';

/** A value as `values` gives it: "" for an empty cell, the text of an error. */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return isError(value) ? value.error : value;
}

/** Excel.RangeValueType. */
export function valueTypeOf(value: CellValue): string {
  if (isBlank(value)) return 'Empty';
  if (isError(value)) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}
