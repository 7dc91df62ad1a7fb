import { checkPlanTables, type PlanFinding } from '../domain/plan-check/check-plan';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { hasPlan } from '../domain/plan/has-plan';
import { DeskRefused } from './desk-refused';
import type { WorkbookPort } from './ports';

/** What is doubtful in the plan of the open workbook, as it stands now. */
export async function checkPlanIn(port: WorkbookPort): Promise<PlanFinding[]> {
  const planSheets = Object.values(PLAN_SHEETS);
  const workbook = await port.readSheets(planSheets, planSheets);
  if (!hasPlan(workbook)) throw new DeskRefused({ code: 'no-plan-in-workbook', facts: {} });
  return checkPlanTables(workbook).found;
}
