import { contains } from '../../workbook/address';
import { isBlank, isError, type CellValue } from '../../workbook/cell';
import type { Comparison, Sheet, Validation } from '../../workbook/sheet';
import { areaOf, parseReference } from './areas';
import { wireValue } from './cell-output';
import { findSheet, type Workbook } from '../../workbook/workbook';

export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.find((one) => contains(one.area, row, column));
}

/** The words of a cell's drop-down, or null where it has none. */
export function wordsOf(
  validation: Validation | undefined,
  own: Sheet,
  workbook: Workbook,
): string[] | null {
  if (!validation) return null;
  if ('list' in validation.rule) return validation.rule.list;
  if (!('source' in validation.rule)) return null;
  const meaning = workbook.names.get(validation.rule.source) ?? validation.rule.source;
  const reference = parseReference(meaning);
  const sheet = reference?.sheetName ? findSheet(workbook, reference.sheetName) : own;
  if (!reference || !sheet) return null;
  const area = areaOf(reference.address, 'list');
  const words: string[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, area.top + 1000); row++) {
    for (let column = area.left; column <= area.right; column++) {
      const text = String(wireValue(sheet.value(row, column)));
      if (text !== '') words.push(text);
    }
  }
  return words;
}

/**
 * Whether Excel would take what is typed. Bounds that are formulas, and custom rules, are taken:
 * only their own sheet can tell.
 */
export function isTaken(
  validation: Validation,
  value: CellValue,
  words: readonly string[] | null,
): boolean {
  if (isBlank(value)) return !validation.refusesBlank;
  const { rule } = validation;
  if (words) return words.includes(String(value));
  if (!('kind' in rule)) return true;
  const [first, second] = [Number(rule.first), Number(rule.second)];
  const measured =
    rule.kind === 'textLength' ? String(isError(value) ? value.error : value).length : value;
  if (typeof measured !== 'number') return false;
  if (rule.kind === 'whole' && !Number.isInteger(measured)) return false;
  if (Number.isNaN(first) || (needsTwo(rule.operator) && Number.isNaN(second))) return true;
  return compare(rule.operator, measured, first, second);
}

function needsTwo(operator: Comparison): boolean {
  return operator === 'between' || operator === 'notBetween';
}

function compare(operator: Comparison, value: number, first: number, second: number): boolean {
  switch (operator) {
    case 'between':
      return value >= first && value <= second;
    case 'notBetween':
      return value < first || value > second;
    case 'equal':
      return value === first;
    case 'notEqual':
      return value !== first;
    case 'greaterThan':
      return value > first;
    case 'lessThan':
      return value < first;
    case 'greaterThanOrEqual':
      return value >= first;
    case 'lessThanOrEqual':
      return value <= first;
  }
}
