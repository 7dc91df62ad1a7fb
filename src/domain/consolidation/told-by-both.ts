import { knownAt } from '../../known/known';
import type { InForce } from '../ledger/in-force';
import type { Period, PeriodId } from '../period/period';
import { expectedTiles, type Plan } from '../plan/plan';
import { areOwnFigures, chosenPath, twoPathsIn, type TwoPaths } from '../plan/two-paths';
import type { Submission } from '../submission/submission';
import { wholesWithin } from './whole-periods';

export interface ToldByBoth extends TwoPaths {
  /** All under each that fill the row, whether they told it or not. */
  under: TwoPaths['below'];
}

/**
 * *Hai đường* as it came about: rows of which an agency and one under it have both told the same
 * base period, by itself or within a longer one, and nobody chose whose figures count in it nor
 * said that each tells its own. A plan only makes it possible.
 */
export function toldByBoth(plan: Plan, inForce: InForce, period: Period): ToldByBoth[] {
  const tiles = expectedTiles(plan, period);
  const rows = new RowsTold();
  return twoPathsIn(plan, period).flatMap((row): ToldByBoth[] => {
    if (areOwnFigures(plan, row)) return [];
    const open = tiles.flatMap(({ id }) => (chosenPath(plan, row, id) ? [] : [id]));
    const toldBy = (agency: string) => {
      const told = new Set(open.filter((id) => rows.has(inForce.of(agency, id), row)));
      // Of statistics forms nothing longer than a base period is added up.
      const wholes = row.table === 'forms' ? [] : wholesWithin(plan, agency, tiles, inForce);
      for (const { period: whole, parts } of wholes)
        if (rows.has(inForce.of(agency, whole.id), row)) parts.forEach((id) => told.add(id));
      return (id: PeriodId) => told.has(id);
    };
    const below = new Map(
      row.above.flatMap(({ code }) => {
        const isTold = toldBy(code);
        const own = open.filter(isTold);
        const both =
          own.length === 0
            ? []
            : knownAt(row.below, code).filter((agency) => own.some(toldBy(agency.code)));
        return both.length > 0 ? [[code, both] as const] : [];
      }),
    );
    const above = row.above.filter(({ code }) => below.has(code));
    return above.length > 0 ? [{ ...row, above, below, under: row.below }] : [];
  });
}

type Row = Pick<TwoPaths, 'table' | 'code'>;

const OF = { indicators: 'indicator', forms: 'form' } as const;

/** Which rows a submission tells a figure of, looked through once. */
class RowsTold {
  private readonly known = new Map<Submission, ReadonlySet<string>>();

  has(submission: Submission | undefined, { table, code }: Row): boolean {
    if (!submission) return false;
    let rows = this.known.get(submission);
    if (!rows) {
      const told = submission.observations.filter(
        ({ state, value }) => state === 'ok' && value !== null,
      );
      this.known.set(submission, (rows = new Set(told.map((one) => `${one.of} ${one.code}`))));
    }
    return rows.has(`${OF[table]} ${code}`);
  }
}
