import type { OverTime } from './choices';

/**
 * Which base periods of a longer one make its figure: all, the first, the last, or the last in
 * which anything occurred (a period in which nothing did says nothing of the year's figure).
 */
export type TimeRule = 'sum' | 'first' | 'last' | 'last-said';

/** Of numerator and denominator. A single figure goes as the numerator does. */
export const TIME_RULES: Record<OverTime, { numerator: TimeRule; denominator: TimeRule }> = {
  flow: { numerator: 'sum', denominator: 'sum' },
  'flow-of-constant': { numerator: 'sum', denominator: 'last-said' },
  stock: { numerator: 'last', denominator: 'last' },
  cumulative: { numerator: 'last', denominator: 'last' },
  'from-tasks': { numerator: 'last', denominator: 'last' },
};

/** The base periods that count, in their order; `says` tells whether anything occurred in one. */
export function periodsOf<Tile>(
  rule: TimeRule,
  tiles: readonly Tile[],
  says: (tile: Tile) => boolean = () => true,
): readonly Tile[] {
  if (rule === 'sum') return tiles;
  if (rule === 'first') return tiles.slice(0, 1);
  const at = rule === 'last-said' ? tiles.findLastIndex(says) : -1;
  return at < 0 ? tiles.slice(-1) : tiles.slice(at, at + 1);
}
