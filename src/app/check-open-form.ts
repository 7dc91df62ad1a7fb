import { periodLabel, periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import type { CheckedFile } from '../domain/submission/submission';
import { planInForm } from '../domain/template/form-plan';
import { META_SHEET, readIdentities } from '../domain/template/identity';
import { checkFile } from './check-file';
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

/** Checks the open form as it stands now, by the rules the province checks it by (*Kiểm tra biểu*). */
export async function checkOpenForm(port: WorkbookPort, plan: Plan): Promise<CheckedFile> {
  const workbook = await port.readWhole();
  return checkFile(plan, '', '', { ok: true, value: { workbook, converted: null } }, { period: null, partial: false });
}
