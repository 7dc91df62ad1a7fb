import { theOne } from '../../known/known';
import { measureOf } from '../measure/measure';
import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import { isFilledBy, reportingAgencies, type Indicator, type Plan, type Task } from './plan';
import { typedRows } from './stat-cells';
import type { StatForm, StatRow } from './stat-form';

/** What of a plan an agency is asked, by the plan as it stands in a period. */

export function assignedIndicators(plan: Plan, agency: Agency): Indicator[] {
  return plan.indicators.filter(
    (indicator) => !measureOf(indicator).isFromTasks && isFilledBy(indicator, agency),
  );
}

export function assignedForms(plan: Plan, agency: Agency): StatForm[] {
  return plan.forms.filter((form) => isFilledBy(form, agency)).map((form) => formOf(form, agency));
}

/**
 * A form as an agency is asked it: without rows that are others' alone, and without what is made of
 * those.
 */
export function formOf(form: StatForm, agency: Agency): StatForm {
  if (form.rows.every(({ filledBy }) => !filledBy)) return form;
  const isAsked = (row: StatRow): boolean =>
    row.formula
      ? typedRows(form, row.key).every((key) =>
          isAsked(theOne(form.rows, (one) => one.key === key)),
        )
      : !row.filledBy || isFilledBy({ filledBy: row.filledBy }, agency);
  const rows = form.rows.filter(isAsked);
  const keys = new Set(rows.map(({ key }) => key));
  const rowIdentities = form.rowIdentities?.filter(({ left, right }) =>
    [...left, ...right].every(({ column }) => keys.has(column)),
  );
  // Without the rows that had them it would look like a form without any choices, which adds up
  // whatever it can.
  return {
    ...form,
    rows,
    totals: form.totals ?? 'no',
    ...(rowIdentities ? { rowIdentities } : {}),
  };
}

export function assignedTasks(plan: Plan, agency: Agency): Task[] {
  return plan.tasks.filter((task) => isFilledBy(task, agency));
}

/** Those that report in a period and are asked anything, by the plan as it stands in it. */
export function askedAgencies(plan: Plan, period: Period): Agency[] {
  const isAsked = (agency: Agency) =>
    [assignedIndicators, assignedTasks, assignedForms].some(
      (assigned) => assigned(plan, agency).length > 0,
    );
  return reportingAgencies(plan, period).filter(isAsked);
}
