import { measureOf } from '../measure/measure';
import { sameNumber } from '../../workbook/same-value';
import { lastSigned, signedFigures, type SignedFigure } from './signed-figures';
import { compareEnds, periodOf, type PeriodId } from '../period/period';
import { expectedTiles, findIndicator, yearToDate, type Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { consolidate } from './consolidate';
import { METHOD } from './consolidation';

/**
 * Why a total is another one: the ledger's figures changed, the readings it is computed by did, or,
 * where a period was locked by earlier readings and has been opened since, either.
 */
export type RestatementCause = 'figures' | 'method' | 'either';

/**
 * A total that was locked and is another now: đã khóa | mới. Null where it is not there any more.
 */
export interface Restated {
  period: PeriodId;
  signed: SignedFigure;
  now: SignedFigure | null;
  cause: RestatementCause;
}

/**
 * Every locked total that the ledger now says otherwise: a correction of one month restates its
 * quarter, nine months and year as far as they were locked. The locked tables themselves stand as
 * they are.
 */
export function restatements(
  plan: Plan,
  ledger: readonly Submission[],
  signed: readonly SignedFigure[],
  locked: ReadonlySet<PeriodId>,
): Restated[] {
  const periods = [...lastSigned(signed)].sort(
    ([a], [b]) => compareEnds(periodOf(a), periodOf(b)) || (a < b ? -1 : 1),
  );
  return periods.flatMap(([period, figures]): Restated[] => {
    // Deadlines and closing do not change a figure; only figures are restated.
    const result = consolidate(plan, ledger, period, { acceptIncomplete: false, asOf: null });
    const now = new Map(signedFigures(result, figures[0].lock).map((one) => [keyOf(one), one]));
    return figures
      .filter(({ edited }) => edited === undefined)
      .map((one): Restated => {
        const cause = causeOf(plan, one, locked);
        return { period, signed: one, now: now.get(keyOf(one)) ?? null, cause };
      })
      .filter(({ signed: a, now: b }) => !b || !isEqual(a, b));
  });
}

/** While every base period a total is made of is locked, no figure of it can have changed. */
function causeOf(
  plan: Plan,
  { period, of, code, method }: SignedFigure,
  locked: ReadonlySet<PeriodId>,
): RestatementCause {
  if (method >= METHOD) return 'figures';
  // A task done in an earlier month of the year is done.
  const isOfTasks = of === 'task' || (of === 'indicator' && isFromTasks(plan, code));
  const parts = (isOfTasks ? yearToDate : expectedTiles)(plan, periodOf(period));
  return parts.every(({ id }) => locked.has(id)) ? 'method' : 'either';
}

function isFromTasks(plan: Plan, code: string): boolean {
  const indicator = findIndicator(plan, code);
  return indicator !== undefined && measureOf(indicator).isFromTasks;
}

function keyOf({ of, code, column }: SignedFigure): string {
  return `${of} ${code} ${column}`;
}

function isEqual(a: SignedFigure, b: SignedFigure): boolean {
  return (['numerator', 'denominator', 'value'] as const).every((part) =>
    isClose(a[part], b[part]),
  );
}

function isClose(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return sameNumber(a, b);
}
