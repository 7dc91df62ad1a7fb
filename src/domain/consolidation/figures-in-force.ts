import { InForce } from '../ledger/in-force';
import type { Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { derivedMonths } from './quarter-reports';

/**
 * The figures that count in any consolidation of a plan, its report and its board: what agencies
 * sent and, where the schedule says the quarter's report replaces its last month's, the months that
 * come from such reports. The same for any order of the submissions.
 */
export function inForceOf(plan: Plan, submissions: readonly Submission[]): InForce {
  const sent = new InForce(submissions);
  const derived = derivedMonths(plan, sent);
  return derived.length === 0 ? sent : new InForce(submissions, derived);
}
