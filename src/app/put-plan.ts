import { builtinPlan } from '../domain/plan/builtin';
import type { Plan } from '../domain/plan/plan';
import { writePlan } from '../domain/plan/plan-tables';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { readPlan } from '../domain/plan/read-plan';
import { findSheet, type LastWrites, type Workbook } from '../workbook/workbook';
import { DeskRefused } from './desk-refused';
import type { Undo, WorkbookPort } from './ports';

/**
 * Writes a built-in plan into the open workbook; `seen` is of the reading the person went by, else
 * it is looked at now.
 */
export async function putPlan(port: WorkbookPort, id: string, seen?: LastWrites): Promise<Undo> {
  return putTables(port, builtin(id), seen);
}

export function builtin(id: string): Plan {
  const plan = builtinPlan(id);
  if (!plan) throw new Error(`no built-in plan ${id}`);
  return plan;
}

/** The plan of another workbook, such as last year's. */
export function planOf(source: { name: string; workbook: Workbook }): Plan {
  const names = Object.values(PLAN_SHEETS);
  if (!names.some((name) => findSheet(source.workbook, name)))
    throw new DeskRefused({
      code: 'plan-file-no-plan',
      facts: { file: source.name, sheets: names.join(', ') },
    });
  const read = readPlan(source.workbook);
  if (!read.ok) throw new DeskRefused(read.refusal);
  return read.value;
}

/**
 * Writes a plan into the open workbook: its register and rows stand here to be changed, no figures
 * come with it.
 */
export async function putTables(port: WorkbookPort, plan: Plan, seen?: LastWrites): Promise<Undo> {
  const sheets = writePlan(plan);
  const now = seen ?? (await port.readSheets(sheets.map(({ name }) => name))).lastWrites;
  return port.replaceSheets(sheets, undefined, now);
}
