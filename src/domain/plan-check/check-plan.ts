import type { CivilDate } from '../../text/date';
import { matchKey } from '../../text/normal-form';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Field } from '../table/field';
import { readTable, type TableRow } from '../table/table';
import type { Plan } from '../plan/plan';
import { FORMS } from '../plan/form-table';
import { INDICATORS } from '../plan/indicator-table';
import { ITEMS } from '../plan/plan-items';
import { CONFIRMATIONS, TASKS } from '../plan/plan-tables';
import { PLAN_SHEETS } from '../plan/plan-sheets';
import { TARGETS } from '../plan/target-table';
import { readPlanTables, type PlanFault } from '../plan/read-plan';
import { finding, type Finding } from '../finding/finding';
import { abolishedAgency, collectiveLead, misspeltAgency, noLead, twoPaths } from './agencies';
import { openConfirmation } from './confirmations';
import { beforeDay, deadlineYear, undatedDeadline } from './deadlines';
import type { Doubt, PlanRule, PlanTable } from './doubt';
import { endedBasis } from './legal-bases';
import { addedRates, openScope, openYear } from './open-choices';
import {
  increaseWithoutBase,
  levelWithoutAgency,
  noTarget,
  openTarget,
  proposedDefinition,
  smallDenominator,
  targetNotAsked,
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
  openScope,
  openYear,
  addedRates,
  increaseWithoutBase,
  levelWithoutAgency,
  targetNotAsked,
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
  return TABLES[table].headings.map((heading) => row.get(heading).text).join('\u0000');
}

interface Versions {
  /** The column that names its rows. */
  name: string;
  headings: string[];
  /** Where rows of one name may stand in several versions: the day one begins. */
  from?: Field<CivilDate | null>;
}

const TABLES: Record<PlanTable, Versions> = {
  plan: { name: ITEMS.lines.fields.name.heading, headings: ITEMS.lines.headings },
  indicators: {
    name: INDICATORS.fields.code.heading,
    headings: INDICATORS.headings,
    from: INDICATORS.fields.from,
  },
  targets: { name: TARGETS.fields.indicator.heading, headings: TARGETS.headings },
  tasks: {
    name: TASKS.fields.code.heading,
    headings: TASKS.headings,
    from: TASKS.fields.from,
  },
  forms: { name: FORMS.fields.form.heading, headings: FORMS.headings },
  confirmations: { name: CONFIRMATIONS.fields.code.heading, headings: CONFIRMATIONS.headings },
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

export function checkPlan(plan: Plan, workbook: Workbook): PlanFinding[] {
  const tables = new Map<PlanTable, TableRow[]>();
  const rowsOf = (table: PlanTable): TableRow[] => {
    const sheet = findSheet(workbook, PLAN_SHEETS[table]);
    const rows = tables.get(table) ?? (sheet ? readTable(sheet, TABLES[table].headings).rows : []);
    tables.set(table, rows);
    return rows;
  };
  return doubtsOf(plan).map((one) => {
    const { name, from } = TABLES[one.table];
    const isVersion = (row: TableRow) =>
      !from || from.read(row.get(from.heading), workbook.date1904) === (one.from ?? null);
    const found = rowsOf(one.table).filter(
      (row) => matchKey(row.get(name).text) === matchKey(one.row) && isVersion(row),
    )[one.nth ?? 0];
    if (!found) return { row: one.row, finding: finding(one.code, null, one.facts as never) };
    const { sheet, cell } = found.get(one.heading);
    const said = finding(one.code, { sheet, cell }, one.facts as never);
    return { row: one.row, finding: said, holds: holdsOf(one.table, found) };
  });
}
