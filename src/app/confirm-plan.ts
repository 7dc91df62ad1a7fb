import { checkPlanTables, type PlanFinding } from '../domain/plan-check/check-plan';
import { kindOf, type SettledByYes } from '../domain/plan-check/doubt-kinds';
import { CONFIRMATIONS } from '../domain/plan/plan-tables';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import type { Confirmation } from '../domain/plan/plan';
import { JOINT, PATH_HEADING } from '../domain/plan/two-paths';
import { readPlan } from '../domain/plan/read-plan';
import { readTable, type TableRow } from '../domain/table/table';
import { confirmedWords, namesWords } from '../domain/plan/words';
import { knownCell } from '../workbook/address';
import { findSheet, type Workbook } from '../workbook/workbook';
import { dateToSerial, type CivilDate } from '../text/date';
import { DeskRefused } from './desk-refused';
import { inTurn } from './in-turn';
import type { CellEdit, Undo, WorkbookPort } from './ports';

/**
 * Where a yes is written: the column it is about, and the word there that says so where it has one.
 */
const SETTLED: Record<SettledByYes, { heading: string; word?: string }> = {
  'plan-target-unconfirmed': { heading: 'Xác nhận', word: confirmedWords.write('yes') },
  'plan-operator-not-written': { heading: 'Xác nhận', word: confirmedWords.write('yes') },
  'plan-operator-contradicts': { heading: 'Xác nhận', word: confirmedWords.write('yes') },
  'plan-scope-open': { heading: 'Phạm vi' },
  'plan-year-open': { heading: 'Cách đánh giá' },
  'plan-rate-added': { heading: 'Cộng theo đơn vị' },
  'plan-two-paths': { heading: PATH_HEADING },
  'plan-definition-proposed': { heading: 'Định nghĩa tử, mẫu', word: namesWords.write('no') },
};

export function canConfirm({ finding }: PlanFinding): boolean {
  return kindOf(finding) === 'confirm';
}

/**
 * The owner agrees with what a doubt proposes: the row says so, and the sheet Xác nhận says what,
 * who and when. Only these cells are written; the owner's own columns and rows stay as they are.
 * Rows may have come and gone since the plan was looked at: the row is found by all it holds, and
 * where it is gone or holds something else by now, nothing is agreed to.
 */
export async function confirmDoubt(
  port: WorkbookPort,
  found: PlanFinding,
  said: { who: string; day: CivilDate; question: string },
): Promise<Undo> {
  const { code, facts } = found.finding;
  const tables = Object.values(PLAN_SHEETS);
  const workbook = await port.readSheets(tables, tables);
  const isSame = (one: PlanFinding) =>
    one.finding.code === code && one.row === found.row && one.holds === found.holds;
  const { sheet, cell } = checkPlanTables(workbook).found.find(isSame)?.finding ?? {
    sheet: null,
    cell: null,
  };
  if (sheet === null || cell === null)
    throw new DeskRefused({
      code: 'doubt-changed',
      facts: { sheet: found.finding.sheet ?? '', row: found.row },
    });
  const row = rowAt(workbook, sheet, cell);
  if (code === 'plan-confirmation-open')
    return port.editCells([
      edit(row, CONFIRMATIONS.fields.who.heading, said.who),
      edit(row, CONFIRMATIONS.fields.day.heading, dateToSerial(said.day)),
    ]);
  const { heading, word } = SETTLED[code as SettledByYes];
  const confirmation: Confirmation = {
    table: sheet,
    // Rows of the same agencies were asked about at once.
    code: 'codes' in facts ? (facts.codes as string[]).join(JOINT) : found.row,
    heading,
    question: said.question,
    who: said.who,
    day: said.day,
  };
  // First who agreed, then that it is agreed: half of it is never an agreement of nobody, and is
  // not written twice.
  const agrees = () => port.appendRows([CONFIRMATIONS.write([confirmation])]);
  return inTurn([
    ...(isThere(workbook, confirmation) ? [] : [agrees]),
    ...(word === undefined ? [] : [() => port.editCells([edit(row, heading, word)])]),
  ]);
}

/** Whether a write before, which broke off, has said so already. */
function isThere(workbook: Workbook, said: Confirmation): boolean {
  const plan = readPlan(workbook);
  const keys = Object.keys(said) as (keyof Confirmation)[];
  return (
    plan.ok && plan.value.confirmations.some((one) => keys.every((key) => one[key] === said[key]))
  );
}

function rowAt(workbook: Workbook, sheet: string, cell: string): TableRow {
  const table = findSheet(workbook, sheet);
  const number = knownCell(cell).row + 1;
  const found = table && readTable(table, ['Mã', 'Mã chỉ tiêu', 'Xác nhận', 'Người xác nhận']).rows;
  const row = found?.find((one) => one.number === number);
  if (!row) throw new Error(`${sheet} has no row ${number}`);
  return row;
}

function edit(row: TableRow, heading: string, value: string | number): CellEdit {
  const { sheet, cell } = row.get(heading);
  return { sheet, cell, value };
}
