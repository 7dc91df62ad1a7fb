import type { Desk } from '../../app/desk';
import { inForceOf } from '../../domain/consolidation/figures-in-force';
import { holdsLock } from '../../domain/ledger/period-states';
import { compareEnds, periodOf, type Period, type PeriodId } from '../../domain/period/period';
import {
  baseKind,
  consolidablePeriods,
  dueDateOf,
  expectedTiles,
  isScheduled,
  type Plan,
} from '../../domain/plan/plan';
import { handIns, type HandIn } from '../../domain/report/hand-in';
import type { CivilDate } from '../../text/date';

/** The month as a line (docs/design/pane.md): each step of a period's work, in its order. */
export const STEPS = ['issue', 'intake', 'settle', 'consolidate', 'lock'] as const;
export type Step = (typeof STEPS)[number];

/** Where a period stands, for the head of the pane and every step under it. */
export interface Month {
  /** The one that was chosen. */
  period: Period;
  /** The base period files come for: the chosen one, or the last of a longer one. */
  base: Period;
  /** The period forms are issued for: the chosen one where the plan's schedule has it. */
  issued: Period;
  due: CivilDate;
  rows: readonly HandIn[];
  taken: number;
  missing: readonly HandIn[];
  /** What waits for a person: returned, sent again, or with a cell nobody could read. */
  open: readonly HandIn[];
  /** Tables of the period were made, and nothing came in after them. */
  isConsolidated: boolean;
  isLocked: boolean;
  /** Files of the base period are not taken in any more. */
  isBaseLocked: boolean;
}

export function monthOf(desk: Desk, id: PeriodId): Month {
  const { plan, ledger, acts, locked } = desk;
  const period = periodOf(id);
  const base = baseOf(plan, period);
  const rows = handIns(plan, base, ledger, inForceOf(plan, ledger));
  const isLocked = holdsLock(plan, acts, id);
  return {
    period,
    base,
    issued: isScheduled(plan, period) ? period : base,
    due: dueDateOf(plan, base),
    rows,
    taken: rows.filter(({ state }) => state === 'accepted' || state === 'partial').length,
    missing: rows.filter(({ state }) => state === 'missing' || state === 'incomplete'),
    open: rows.filter(isOpen),
    isConsolidated: isConsolidated(desk, period),
    isLocked,
    isBaseLocked: isLocked || locked.has(base.id),
  };
}

/** Whether something of an agency waits for a person. */
export function isOpen({ state, latest }: HandIn): boolean {
  if (state === 'returned' || state === 'waiting') return true;
  return (
    latest !== null &&
    latest.accepted !== 'none' &&
    latest.observations.some((one) => one.state === 'undecided')
  );
}

function baseOf(plan: Plan, period: Period): Period {
  return expectedTiles(plan, period).at(-1) ?? period;
}

function isConsolidated({ plan, acts, ledger }: Desk, period: Period): boolean {
  const last = acts.findLast((act) => act.period === period.id);
  if (last === undefined || last.kind === 'reopened') return false;
  const parts = new Set([period.id, ...expectedTiles(plan, period).map(({ id }) => id)]);
  const changedAt = ledger.flatMap(({ period: own, run, decision }) =>
    parts.has(own) ? [run, decision?.at ?? ''] : [],
  );
  return changedAt.every((at) => at.slice(0, last.at.length) <= last.at);
}

/**
 * The period being worked on: the last anything was received for, or the one after it once that is
 * locked. Where nothing has come yet, the first whose due date is still ahead; the first of all
 * where the plan's year is over or has not begun.
 */
export function workingPeriod({ plan, ledger, locked }: Desk, today: CivilDate): PeriodId {
  const periods = consolidablePeriods(plan).filter(({ kind }) => kind === baseKind(plan.schedule));
  const received = new Set(ledger.map(({ period }) => period));
  const last = periods.findLastIndex(({ id }) => received.has(id));
  if (last >= 0)
    return (locked.has(periods[last].id) ? (periods[last + 1] ?? periods[last]) : periods[last]).id;
  return (periods.find((period) => dueDateOf(plan, period) >= today) ?? periods[0]).id;
}

/** The period of the same kind after one; null after the last of the plan. */
export function periodAfter(plan: Plan, period: Period): Period | null {
  return (
    consolidablePeriods(plan).find(({ kind, ...own }) => {
      return kind === period.kind && compareEnds({ kind, ...own }, period) > 0;
    }) ?? null
  );
}

/** The next thing of a period: what it is about, and the step it is done in. */
export type Next =
  | { kind: 'locked'; after: Period | null }
  | { kind: 'settle'; count: number; step: 'settle' }
  | { kind: 'issue' | 'receive'; step: 'issue' | 'intake' }
  | { kind: 'chase'; count: number; step: 'intake' }
  | { kind: 'consolidate'; step: 'consolidate' }
  | { kind: 'lock'; step: 'lock' };

/**
 * `unplaced` files of this session are nobody's yet; `isIssued`: its forms were issued in this
 * session.
 */
export function nextOf(
  month: Month,
  plan: Plan,
  { unplaced, isIssued }: { unplaced: number; isIssued: boolean },
): Next {
  if (month.isLocked) return { kind: 'locked', after: periodAfter(plan, month.period) };
  const open = month.open.length + unplaced;
  if (!month.isBaseLocked) {
    if (open > 0) return { kind: 'settle', count: open, step: 'settle' };
    if (month.taken === 0)
      return isIssued ? { kind: 'receive', step: 'intake' } : { kind: 'issue', step: 'issue' };
    if (month.missing.length > 0 && !month.isConsolidated)
      return { kind: 'chase', count: month.missing.length, step: 'intake' };
  }
  return month.isConsolidated
    ? { kind: 'lock', step: 'lock' }
    : { kind: 'consolidate', step: 'consolidate' };
}
