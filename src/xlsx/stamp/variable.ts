import type { Cell } from '../../workbook/cell';
import { wantsPrefix } from '../write/quote-prefix';

/**
 * What may vary between workbooks of one shape. A text that a writer could take for something else
 * than a text, or would not write as it is, does not vary: it is part of the shape.
 */

const STRANGE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A figure is a number or blank: a blank with a look of its own is written too. */
export type Variable = 'text' | 'number' | 'figure';

/** What the value of a cell varies as; null where the whole cell is part of the shape. */
export function variableOf(cell: Cell): Variable | null {
  // Also whatever a cell may come to have one day.
  for (const key in cell) if (key !== 'value' && key !== 'style') return null;
  const { value, style } = cell;
  if (typeof value === 'string')
    return value.startsWith('#') || STRANGE.test(value) || wantsPrefix(value) ? null : 'text';
  if (typeof value === 'number' && Number.isFinite(value)) return style ? 'figure' : 'number';
  return value === null && style ? 'figure' : null;
}

/** Whether what a name or a property of the workbook says varies. */
export function varies(constant: string): boolean {
  return constant !== '' && !STRANGE.test(constant);
}
