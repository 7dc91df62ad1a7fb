import { inForceOf } from '../domain/consolidation/figures-in-force';
import type { Period } from '../domain/period/period';
import { expectedTiles } from '../domain/plan/plan';
import { areOwnFigures, twoPathsIn, type TwoPaths } from '../domain/plan/two-paths';
import type { Desk } from './desk';

/**
 * Rows of a period that an agency and one under it have both told, whose path nobody has chosen: a
 * plan only makes them possible, and a period that is locked keeps what it was locked with.
 */
export function pathsAsked(
  { plan, ledger, locked }: Pick<Desk, 'plan' | 'ledger' | 'locked'>,
  period: Period,
): TwoPaths[] {
  const tiles = expectedTiles(plan, period);
  if (tiles.some(({ id }) => locked.has(id))) return [];
  const inForce = inForceOf(plan, ledger);
  const hasTold = (agency: string, { table, code }: TwoPaths) =>
    tiles.some(({ id }) =>
      inForce
        .of(agency, id)
        ?.observations.some(
          (one) =>
            one.code === code && one.of === OF[table] && one.state === 'ok' && one.value !== null,
        ),
    );
  return twoPathsIn(plan, period).flatMap((row): TwoPaths[] => {
    if (areOwnFigures(plan, row)) return [];
    const below = new Map(
      row.above.flatMap(({ code }) => {
        const told = row.below.get(code)!.filter((agency) => hasTold(agency.code, row));
        return told.length > 0 && hasTold(code, row) ? [[code, told] as const] : [];
      }),
    );
    const above = row.above.filter(({ code }) => below.has(code));
    return above.length > 0 ? [{ ...row, above, below }] : [];
  });
}

const OF = { indicators: 'indicator', forms: 'form' } as const;
