import { matchKey } from '../../text/normal-form';
import { cellName } from '../../workbook/address';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { cellText } from '../plan/table';
import type { Plan } from '../plan/plan';
import { PLAN_SHEETS } from '../plan/plan-tables';
import { finding, type Finding } from '../rules/finding';
import { abolishedAgency, collectiveLead, misspeltAgency, noLead } from './agencies';
import { beforeDay, deadlineYear, undatedDeadline } from './deadlines';
import type { Doubt, PlanRule } from './doubt';
import {
  increaseWithoutBase,
  levelWithoutAgency,
  noTarget,
  openTarget,
  proposedDefinition,
  smallDenominator,
} from './targets';
import {
  citedDocument,
  duplicateIndicator,
  nearDuplicateTask,
  openDocument,
  repeatedWord,
  truncatedCell,
} from './texts';

/** Every rule, in the order a reader goes through a plan. */
const PLAN_RULES: readonly PlanRule[] = [
  openDocument,
  openTarget,
  increaseWithoutBase,
  levelWithoutAgency,
  smallDenominator,
  noTarget,
  duplicateIndicator,
  proposedDefinition,
  noLead,
  collectiveLead,
  misspeltAgency,
  abolishedAgency,
  deadlineYear,
  undatedDeadline,
  beforeDay,
  nearDuplicateTask,
  citedDocument,
  truncatedCell,
  repeatedWord,
];

/** What is doubtful in a plan (*Kiểm tra kế hoạch*), before it goes to anybody. */
export function doubtsOf(plan: Plan): Doubt[] {
  return PLAN_RULES.flatMap((rule) => rule(plan));
}

/** A doubt as a finding at its cell of the plan workbook, and the row's code. */
export interface PlanFinding {
  row: string;
  finding: Finding;
}

export function checkPlan(plan: Plan, workbook: Workbook): PlanFinding[] {
  const tables = new Map(Object.values(PLAN_SHEETS).map((name) => [name, placesOf(workbook, name)]));
  return doubtsOf(plan).map((one) => {
    const sheet = PLAN_SHEETS[one.table];
    const cell = tables.get(sheet)?.(one.row, one.heading) ?? null;
    const place = cell === null ? null : { sheet, cell };
    return { row: one.row, finding: finding(one.code, one.severity, place, one.facts as never) };
  });
}

/** Finds cells of one table by the code of their row and the heading of their column. */
function placesOf(workbook: Workbook, name: string): (row: string, heading: string) => string | null {
  const sheet = findSheet(workbook, name);
  const top = sheet?.usedArea()?.top ?? 0;
  const columns = new Map<string, number>();
  for (const [column, cell] of sheet?.rows.get(top) ?? []) columns.set(matchKey(cellText(cell.value)), column);
  const rows = new Map<string, number>();
  for (const [row, cells] of sheet?.rows ?? []) {
    // The first column holds the code of a row, or an item's name.
    const code = matchKey(cellText(cells.get(sheet?.usedArea()?.left ?? 0)?.value ?? null));
    if (row > top && code !== '' && !rows.has(code)) rows.set(code, row);
  }
  return (code, heading) => {
    const [row, column] = [rows.get(matchKey(code)), columns.get(matchKey(heading))];
    return row === undefined ? null : cellName(row, column ?? 0);
  };
}
