import type { PeriodAct } from '../domain/ledger/period-states';
import type { Plan } from '../domain/plan/plan';
import { writeIndex } from '../domain/report/index-sheet';
import type { PeriodId } from '../domain/period/period';
import { allBut, ownSheet, INDEX_SHEET } from '../domain/report/workbook-guide';
import { nameReplaced } from '../workbook/replaced-sheet';
import type { Sheet } from '../workbook/sheet';
import type { Undo, WorkbookPort } from './ports';

/** *Mục lục* of a workbook of these sheets once some are written into it. */
export function indexAfter(
  plan: Plan,
  names: readonly string[],
  written: readonly Sheet[],
  acts: readonly PeriodAct[],
): Sheet {
  const all = new Set([...names, ...written.map(({ name }) => name)]);
  return writeIndex(plan, [...all], acts);
}

/** *Hiện mọi trang*: but for what a write replaced, and keeps for taking back. */
export function showAllSheets(port: WorkbookPort): Promise<Undo> {
  return port.arrangeSheets(
    (name) => nameReplaced(name) === name,
    () => false,
  );
}

/** *Chỉ hiện bảng của kỳ này*: with plan and index; of other people's sheets none goes. */
export function showPeriod(port: WorkbookPort, plan: Plan, period: PeriodId): Promise<Undo> {
  const hides = allBut(plan, period);
  return port.arrangeSheets((name) => {
    const own = ownSheet(plan, name);
    return name === INDEX_SHEET || (own?.period === period && !hides(name));
  }, hides);
}
