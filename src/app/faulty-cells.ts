import { isNotEntered } from '../domain/finding/not-entered';
import type { Finding } from '../domain/finding/finding';
import type { CellPlace } from './ports';

/** A cell something was found wrong in. */
export interface FaultyCell extends CellPlace {
  severity: 'error' | 'warning';
}

/**
 * The cells to be looked at, each once; of an error and a warning at one cell the error is seen.
 * What is only not entered yet is no fault.
 */
export function faultyCells(found: readonly Finding[]): FaultyCell[] {
  const cells = new Map<string, FaultyCell>();
  for (const one of found) {
    const { severity, sheet, cell } = one;
    if (severity === 'fixed' || sheet === null || cell === null || isNotEntered(one)) continue;
    const key = JSON.stringify([sheet, cell]);
    if (cells.get(key)?.severity !== 'error') cells.set(key, { sheet, cell, severity });
  }
  return [...cells.values()];
}
