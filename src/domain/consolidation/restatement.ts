import { sameNumber } from '../../workbook/same-value';
import { lastSigned, signedFigures, type SignedFigure } from '../ledger/signed-figures';
import { compareEnds, periodOf, type PeriodId } from '../period/period';
import type { Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { consolidate } from './consolidate';

/** A total that was signed and is another now: đã ký | mới. Null where it is not there any more. */
export interface Restated {
  period: PeriodId;
  signed: SignedFigure;
  now: SignedFigure | null;
}

/**
 * Every signed total that the ledger now says otherwise: a correction of one month restates its quarter, nine months and year as far as
 * they were locked. The locked tables themselves stand as they are.
 */
export function restatements(plan: Plan, ledger: readonly Submission[], signed: readonly SignedFigure[]): Restated[] {
  const periods = [...lastSigned(signed)].sort(([a], [b]) => compareEnds(periodOf(a), periodOf(b)) || (a < b ? -1 : 1));
  return periods.flatMap(([period, figures]): Restated[] => {
    // Deadlines and closing do not change a figure; only figures are restated.
    const result = consolidate(plan, ledger, period, { acceptIncomplete: false, asOf: null });
    const now = new Map(signedFigures(result, figures[0].lock).map((one) => [keyOf(one), one]));
    return figures
      .map((one): Restated => ({ period, signed: one, now: now.get(keyOf(one)) ?? null }))
      .filter(({ signed: a, now: b }) => !b || !isEqual(a, b));
  });
}

function keyOf({ of, code, column }: SignedFigure): string {
  return `${of} ${code} ${column}`;
}

function isEqual(a: SignedFigure, b: SignedFigure): boolean {
  return (['numerator', 'denominator', 'value'] as const).every((part) => isClose(a[part], b[part]));
}

function isClose(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return sameNumber(a, b);
}
