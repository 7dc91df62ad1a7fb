import { periodLabel, periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { planInForm } from '../domain/template/form-plan';
import { readIdentities } from '../domain/template/identity';
import type { Workbook } from '../workbook/workbook';

/** The form that is open in Excel, as its sender sees it. */
export interface OpenForm {
  plan: Plan;
  /** "" in a common form: whose it is, is picked in it. */
  agency: string;
  period: string;
}

/** The form a workbook is, by the sheet a form keeps for itself; null where it is none of ours. */
export function formIn(workbook: Workbook): OpenForm | null {
  const plan = planInForm(workbook);
  const [identity] = readIdentities(workbook);
  if (!plan || !identity) return null;
  const agency = findAgency(plan, identity.agency)?.name ?? '';
  return { plan, agency, period: periodLabel(periodOf(identity.period)) };
}
