import { measureOf } from '../measure/measure';
import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import { isFilledBy, reportingAgencies, type Indicator, type Plan, type Task } from './plan';
import type { StatForm } from './stat-form';

/** What of a plan an agency is asked, by the plan as it stands in a period. */

export function assignedIndicators(plan: Plan, agency: Agency): Indicator[] {
  return plan.indicators.filter((indicator) => !measureOf(indicator).isFromTasks && isFilledBy(indicator, agency));
}

export function assignedForms(plan: Plan, agency: Agency): StatForm[] {
  return plan.forms.filter((form) => isFilledBy(form, agency));
}

export function assignedTasks(plan: Plan, agency: Agency): Task[] {
  return plan.tasks.filter((task) => isFilledBy(task, agency));
}

/** Those that report in a period and are asked anything, by the plan as it stands in it. */
export function askedAgencies(plan: Plan, period: Period): Agency[] {
  const isAsked = (agency: Agency) =>
    [assignedIndicators, assignedTasks, assignedForms].some((assigned) => assigned(plan, agency).length > 0);
  return reportingAgencies(plan, period).filter(isAsked);
}
