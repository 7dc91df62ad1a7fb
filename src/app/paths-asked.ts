import { inForceOf } from '../domain/consolidation/figures-in-force';
import { toldByBoth } from '../domain/consolidation/told-by-both';
import type { Period } from '../domain/period/period';
import { expectedTiles } from '../domain/plan/plan';
import type { TwoPaths } from '../domain/plan/two-paths';
import type { Desk } from './desk';

/**
 * Rows of a period whose path a person is asked for; a period that is locked keeps what it was
 * locked with.
 */
export function pathsAsked(
  { plan, ledger, locked }: Pick<Desk, 'plan' | 'ledger' | 'locked'>,
  period: Period,
): TwoPaths[] {
  const isShut = expectedTiles(plan, period).some(({ id }) => locked.has(id));
  return isShut ? [] : toldByBoth(plan, inForceOf(plan, ledger), period);
}
