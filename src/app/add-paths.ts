import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import type { PathChoice } from '../domain/plan/plan';
import { PATHS } from '../domain/plan/plan-tables';
import { rowsFor } from '../domain/table/table';
import { findSheet } from '../workbook/workbook';
import type { DeskAnd } from './desk';
import type { Undo, WorkbookPort } from './ports';

/** Puts choices under those that stand in *Chọn đường báo cáo*; without the sheet it comes new. */
export function addPaths(
  port: WorkbookPort,
  { desk: { plan, lastWrites }, beside }: DeskAnd,
  added: readonly PathChoice[],
): Promise<Undo> {
  const standing = findSheet(beside, PLAN_SHEETS.paths);
  const below = standing ? rowsFor(standing, PATHS.write(added)) : null;
  return below
    ? port.appendRows([below])
    : port.replaceSheets([PATHS.write([...(plan.paths ?? []), ...added])], undefined, lastWrites);
}
