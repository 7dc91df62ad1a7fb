import { parsePeriod, type PeriodId } from '../period/period';
import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import { findAgency, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import type { Submission } from '../submission/submission';

/**
 * The ledger with its blank forms marked: forms in which nothing was filled, accepted before such
 * forms were sent back. Their agencies have not reported. In a locked period they stay as they were
 * counted then.
 */
export function withBlanks(
  plan: Plan,
  submissions: readonly Submission[],
  locked: ReadonlySet<PeriodId>,
): Submission[] {
  return submissions.map((one) =>
    !locked.has(one.period) && isBlank(plan, one) ? { ...one, isBlank: true } : one,
  );
}

/**
 * Neither a figure nor a word of it is in the ledger, though something was asked; what was found in
 * a form that holds a word is kept.
 */
function isBlank(
  whole: Plan,
  { agency: code, period: id, origin, accepted, ...own }: Submission,
): boolean {
  if (origin !== undefined || accepted === 'none') return false;
  if (own.observations.length + own.explanations.length + (own.findings?.length ?? 0) > 0)
    return false;
  const period = parsePeriod(id);
  const agency = findAgency(whole, code);
  if (!period || !agency) return false;
  const plan = planFor(whole, period);
  return [assignedIndicators, assignedTasks, assignedForms].some(
    (asked) => asked(plan, agency).length > 0,
  );
}
