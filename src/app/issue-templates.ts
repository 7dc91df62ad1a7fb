import { askedAgencies } from '../domain/plan/assigned';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { parsePeriod, PERIOD_GRAMMAR, type Period } from '../domain/period/period';
import type { Agency } from '../domain/agency/agency';
import {
  findAgency,
  isScheduled,
  reportingAgencies,
  scheduledPeriods,
  type Plan,
} from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { Submission } from '../domain/submission/submission';
import { commonFormName, makeCommonForm } from '../domain/template/common-form';
import { formFileName, makeForm } from '../domain/template/form';
import type { FormRequest } from '../domain/template/form-frame';
import type { Workbook } from '../workbook/workbook';
import { figuresBefore } from './previous-figures';
import type { UseCaseRefusalCode } from './refusals';

export interface IssuedForm {
  agency: Agency;
  fileName: string;
  make(): Workbook;
}

/** A period of the plan's own schedule, or what is allowed. */
export function scheduledPeriod(
  plan: Plan,
  text: string,
): Result<Period, Refusal<UseCaseRefusalCode>> {
  const period = parsePeriod(text);
  if (!period) return refuse('unknown-period', { found: text, grammar: PERIOD_GRAMMAR });
  if (isScheduled(plan, period)) return accept(period);
  const allowed = scheduledPeriods(plan)
    .map((one) => one.id)
    .join(', ');
  return refuse('period-not-scheduled', { found: text, allowed });
}

/** One form for all of a period, in which the sender picks the agency. */
export function issueCommonForm(
  plan: Plan,
  periodText: string,
): Result<CommonForm, Refusal<UseCaseRefusalCode>> {
  const period = scheduledPeriod(plan, periodText);
  if (!period.ok) return period;
  return accept({
    fileName: commonFormName(period.value),
    make: () => makeCommonForm(plan, period.value),
  });
}

export interface CommonForm {
  fileName: string;
  make(): Workbook;
}

/**
 * The forms of a period: of every reporting agency that is assigned something, or of those asked
 * for.
 */
export function issueTemplates(
  whole: Plan,
  periodText: string,
  agencies: readonly string[],
  ledger: readonly Submission[] | null,
): Result<IssuedForm[], Refusal<UseCaseRefusalCode>> {
  const scheduled = scheduledPeriod(whole, periodText);
  if (!scheduled.ok) return scheduled;
  const period = scheduled.value;
  const plan = planFor(whole, period);
  const reporting = reportingAgencies(plan, period);
  for (const code of agencies) {
    if (!findAgency(plan, code)) return refuse('unknown-agency', { code });
    if (!reporting.some((agency) => agency.code === code))
      return refuse('agency-not-reporting', { code, period: period.id });
  }
  const asked = askedAgencies(plan, period);
  const chosen =
    agencies.length > 0 ? asked.filter((agency) => agencies.includes(agency.code)) : asked;
  const inForce = ledger && inForceOf(whole, ledger);
  return accept(
    chosen.map((agency) => {
      const { indicators, forms, isSplit } = figuresBefore(plan, agency, period, inForce);
      const request: FormRequest = {
        plan,
        agency,
        period,
        previous: indicators,
        previousForms: forms,
        isSplit,
      };
      return { agency, fileName: formFileName(request), make: () => makeForm(request) };
    }),
  );
}
