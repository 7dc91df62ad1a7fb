import { month, quarter, type Period } from '../period/period';
import { cutOff, deadlineDay, type Plan, type Task } from '../plan/plan';

/**
 * What comes after a period and is told ahead: the next month, after a longer one the next quarter;
 * null after a year.
 */
export function nextPeriod({ kind, year, lastMonth }: Period): Period | null {
  if (kind === 'year' || lastMonth === 12) return null;
  return kind === 'month' ? month(year, lastMonth + 1) : quarter(year, lastMonth / 3 + 1);
}

/** Whether a task falls due after a period's cut-off and by the next one's. */
export function isDueNext(plan: Plan, { deadline }: Task, period: Period, next: Period): boolean {
  if (deadline?.kind === 'recurring') return deadline.every === 'month' || next.lastMonth % 3 === 0;
  const day = deadlineDay(plan, deadline);
  return day !== null && day > cutOff(plan, period) && day <= cutOff(plan, next);
}
