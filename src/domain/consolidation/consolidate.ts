import { knownAt } from '../../known/known';
import type { InForce } from '../ledger/in-force';
import { periodOf, type PeriodId } from '../period/period';
import { expectedTiles, type Plan, yearToDate } from '../plan/plan';
import { askedAgencies } from '../plan/assigned';
import type { Submission } from '../submission/submission';
import type { Consolidation, ConsolidationOptions } from './consolidation';
import { Basis } from './basis';
import { formResult } from './form-result';
import { indicatorResult } from './indicator-result';
import { taskResult } from './task-result';

/**
 * The consolidation of a period from the plan and every submission in the ledger; the same for any
 * order of them.
 */
export function consolidate(
  whole: Plan,
  submissions: readonly Submission[],
  periodId: PeriodId,
  options: ConsolidationOptions,
): Consolidation {
  return consolidateOn(new Basis(whole, submissions, periodOf(periodId), options));
}

/** The same, of what was looked up already. */
export function consolidateOn(basis: Basis): Consolidation {
  const { plan, period, inForce, day } = basis;
  const periodId = period.id;
  return {
    plan: plan.id,
    period: periodId,
    ...handedIn(plan, periodId, inForce),
    indicators: plan.indicators.map((indicator) => indicatorResult(basis, indicator)),
    tasks: plan.tasks.map((task) => taskResult(plan, task, period, inForce, day)),
    forms: plan.forms.map((form) => formResult(plan, form, period, inForce)),
    sample: usesSamples(plan, periodId, inForce),
  };
}

type HandedIn = Pick<
  Consolidation,
  'expected' | 'received' | 'accepted' | 'missing' | 'returned' | 'blank'
>;

/** Who has sent a form for every base period, who has not, and who must send again. */
function handedIn(plan: Plan, periodId: PeriodId, inForce: InForce): HandedIn {
  const owed = new Map<string, PeriodId[]>();
  for (const part of expectedTiles(plan, periodOf(periodId))) {
    for (const agency of askedAgencies(plan, part)) {
      owed.set(agency.code, [...(owed.get(agency.code) ?? []), part.id]);
    }
  }
  const agencies = [...owed.keys()].sort();
  const missing = agencies.filter((agency) =>
    knownAt(owed, agency).some((part) => !inForce.hasReceived(agency, part)),
  );
  const returned = agencies.filter((agency) =>
    knownAt(owed, agency).some(
      (part) => inForce.hasReceived(agency, part) && !inForce.formOf(agency, part),
    ),
  );
  const accepted = agencies.filter((agency) =>
    knownAt(owed, agency).every((part) => inForce.formOf(agency, part)),
  );
  return {
    expected: agencies.length,
    received: agencies.length - missing.length,
    accepted: accepted.length,
    missing,
    returned,
    blank: missing.filter((agency) =>
      knownAt(owed, agency).some((part) => inForce.hasOnlyBlank(agency, part)),
    ),
  };
}

function usesSamples(plan: Plan, periodId: PeriodId, inForce: InForce): boolean {
  const used = new Set(yearToDate(plan, periodOf(periodId)).map((part) => part.id));
  return [...inForce.all()].some((submission) => submission.sample && used.has(submission.period));
}
