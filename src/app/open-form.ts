import { periodLabel, periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { planInForm } from '../domain/template/form-plan';
import { META_SHEET, readIdentities } from '../domain/template/identity';
import type { WorkbookPort } from './ports';

/** The form that is open in Excel, as its sender sees it. */
export interface OpenForm {
  plan: Plan;
  /** "" in a common form: whose it is, is picked in it. */
  agency: string;
  period: string;
}

/** Null where the open workbook is no form of ours. */
export async function openForm(port: WorkbookPort): Promise<OpenForm | null> {
  const workbook = await port.readSheets([META_SHEET]);
  const plan = planInForm(workbook);
  const [identity] = readIdentities(workbook);
  if (!plan || !identity) return null;
  const agency = findAgency(plan, identity.agency)?.name ?? '';
  return { plan, agency, period: periodLabel(periodOf(identity.period)) };
}
