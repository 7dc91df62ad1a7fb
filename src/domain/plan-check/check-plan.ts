import { dateFromSerial, readDate, type CivilDate } from '../../text/date';
import { matchKey } from '../../text/normal-form';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { readTable, type TableCell, type TableRow } from '../table/table';
import type { Plan } from '../plan/plan';
import {
  CONFIRMATIONS,
  FORM_COLUMNS,
  INDICATOR_COLUMNS,
  ITEM_COLUMNS,
  PLAN_SHEETS,
  TARGET_COLUMNS,
  TASKS,
} from '../plan/plan-tables';
import { readPlanTables, type PlanFault } from '../plan/read-plan';
import { finding, type Finding } from '../finding/finding';
import { abolishedAgency, collectiveLead, misspeltAgency, noLead, twoPaths } from './agencies';
import { openConfirmation } from './confirmations';
import { beforeDay, deadlineYear, undatedDeadline } from './deadlines';
import type { Doubt, PlanRule, PlanTable } from './doubt';
import { endedBasis } from './legal-bases';
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
  twoPaths,
  deadlineYear,
  undatedDeadline,
  beforeDay,
  nearDuplicateTask,
  citedDocument,
  truncatedCell,
  repeatedWord,
  endedBasis,
  openConfirmation,
];

/** What is doubtful in a plan (*Kiểm tra kế hoạch*), before it goes to anybody. */
export function doubtsOf(plan: Plan): Doubt[] {
  return PLAN_RULES.flatMap((rule) => rule(plan));
}

/** A doubt as a finding at its cell of the plan workbook, and the row's code. */
export interface PlanFinding {
  row: string;
  finding: Finding;
  /**
   * All that its row holds, by which it is found again wherever it stands by then; absent for what
   * is in no row.
   */
  holds?: string;
}

function holdsOf(table: PlanTable, row: TableRow): string {
  return HEADINGS[table].map((heading) => row.get(heading).text).join('\u0000');
}

const HEADINGS: Record<PlanTable, string[]> = {
  plan: ITEM_COLUMNS.map(({ heading }) => heading),
  indicators: INDICATOR_COLUMNS.map(({ heading }) => heading),
  targets: TARGET_COLUMNS.map(({ heading }) => heading),
  tasks: TASKS.headings,
  forms: FORM_COLUMNS.map(({ heading }) => heading),
  confirmations: CONFIRMATIONS.headings,
};

/** The column of each table that names its rows. */
const KEY: Record<PlanTable, string> = {
  plan: 'Mục',
  indicators: 'Mã',
  targets: 'Mã chỉ tiêu',
  tasks: 'Mã',
  forms: 'Mã biểu',
  confirmations: 'Mã',
};

/**
 * The plan of a workbook and everything that is wrong or doubtful in it. With a fault in its tables
 * there is no plan to doubt: the faults alone are listed.
 */
export function checkPlanTables(workbook: Workbook): { plan: Plan | null; found: PlanFinding[] } {
  const { plan, faults } = readPlanTables(workbook);
  return plan ? { plan, found: checkPlan(plan, workbook) } : { plan, found: faults.map(asFinding) };
}

function asFinding({ row, finding: found }: PlanFault): PlanFinding {
  return { row, finding: found as Finding };
}

/** Tables of which a row may stand in several versions, told apart by Từ ngày. */
const VERSIONED: ReadonlySet<PlanTable> = new Set(['indicators', 'tasks']);

function dayIn({ value, text }: TableCell, date1904: boolean): CivilDate | null {
  return typeof value === 'number' ? dateFromSerial(value, date1904) : readDate(text);
}

export function checkPlan(plan: Plan, workbook: Workbook): PlanFinding[] {
  const tables = new Map<PlanTable, TableRow[]>();
  const rowsOf = (table: PlanTable): TableRow[] => {
    const sheet = findSheet(workbook, PLAN_SHEETS[table]);
    if (!tables.has(table)) tables.set(table, sheet ? readTable(sheet, HEADINGS[table]).rows : []);
    return tables.get(table)!;
  };
  return doubtsOf(plan).map((one) => {
    const isRow = (row: TableRow) => matchKey(row.get(KEY[one.table]).text) === matchKey(one.row);
    const own = rowsOf(one.table).filter(isRow);
    const version = own.filter(
      (row) => dayIn(row.get('Từ ngày'), workbook.date1904) === (one.from ?? null),
    );
    const found = (VERSIONED.has(one.table) ? version : own)[one.nth ?? 0];
    if (!found) return { row: one.row, finding: finding(one.code, null, one.facts as never) };
    const { sheet, cell } = found.get(one.heading);
    const said = finding(one.code, { sheet, cell }, one.facts as never);
    return { row: one.row, finding: said, holds: holdsOf(one.table, found) };
  });
}
