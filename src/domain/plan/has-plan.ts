import { matchKey } from '../../text/normal-form';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { cellText } from '../table/cell-text';
import { PLAN_ID, PLAN_SHEETS } from './plan-sheets';

/** Whether a workbook holds a plan at all: it has the sheet Kế hoạch with a plan id. */
export function hasPlan(workbook: Workbook): boolean {
  const sheet = findSheet(workbook, PLAN_SHEETS.plan);
  return (
    !!sheet &&
    [...sheet.rows.values()].some(
      (row) => matchKey(cellText(row.get(0)?.value ?? null)) === matchKey(PLAN_ID),
    )
  );
}
