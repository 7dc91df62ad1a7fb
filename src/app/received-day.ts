import { dueDateOf, type Plan } from '../domain/plan/plan';
import type { Period } from '../domain/period/period';
import { daysBetween, type CivilDate } from '../text/date';

/** Further from the due date than this, files are taken in after the fact: the day they are dropped says nothing of when they came. */
const NEAR_DAYS = 31;

/** The day of receipt that is proposed for a drop: today around the due date of the period, else none, and a person says it or leaves it open. */
export function proposedReceipt(plan: Plan, period: Period, today: CivilDate): CivilDate | null {
  return Math.abs(daysBetween(dueDateOf(plan, period), today)) <= NEAR_DAYS ? today : null;
}
