import { assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import type { Agency } from '../agency/agency';
import type { Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import type { Period } from '../period/period';
import { INDICATOR_KIND, statKind, TASK_KIND } from './form-kind';
import type { Observation } from '../submission/submission';

/**
 * A part of an agency's form that is a sheet of its own: its indicators, its tasks, or one
 * statistics form.
 */
export type FormPart = string;

/** The part a figure stands in. */
export function partOf({ of, code }: Pick<Observation, 'of' | 'code'>): FormPart {
  return of === 'form' ? `form ${code}` : of;
}

/**
 * The parts something was filled in of; a sheet that is not there, or that nobody touched, says
 * nothing.
 */
export function partsHeld(observations: readonly Observation[]): Set<FormPart> {
  return new Set(observations.map(partOf));
}

/** The parts an agency is asked in a period, each with the name of its sheet. */
export function partsAsked(whole: Plan, agency: Agency, period: Period): Map<FormPart, string> {
  const plan = planFor(whole, period);
  return new Map([
    ...(assignedIndicators(plan, agency).length > 0
      ? [['indicator', INDICATOR_KIND.name] as const]
      : []),
    ...(assignedTasks(plan, agency).length > 0 ? [['task', TASK_KIND.name] as const] : []),
    ...assignedForms(plan, agency).map(
      (form) => [`form ${form.code}`, statKind(form).name] as const,
    ),
  ]);
}
