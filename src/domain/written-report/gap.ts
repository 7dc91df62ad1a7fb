import { sum } from '../decimal/decimal';
import type { Target } from '../plan/plan';

/**
 * How far a result lies from what was asked: never below 0, on which side, and the bound it was
 * held against.
 */
export interface Gap {
  distance: number;
  side: 'below' | 'at' | 'above' | 'within';
  bound: number;
}

/**
 * Null where there is no result, or the target names no figure (an increase is held against the
 * period before).
 */
export function againstTarget(
  value: number | null,
  { operator, value: asked, to }: Target,
): Gap | null {
  if (value === null || asked === null || operator === 'increase') return null;
  if (operator === 'between' && to !== undefined) {
    if (value >= asked && value <= to) return { distance: 0, side: 'within', bound: asked };
    return apart(value, value > to ? to : asked);
  }
  return apart(value, asked);
}

function apart(value: number, bound: number): Gap {
  const difference = sum([value, -bound]);
  const side = difference === 0 ? 'at' : difference < 0 ? 'below' : 'above';
  return { distance: Math.abs(difference), side, bound };
}

/**
 * What a result gained on the one before, as the table's column says it; null where one of them is
 * missing.
 */
export function change(value: number | null, before: number | null): number | null {
  return value === null || before === null ? null : value - before;
}
