import {
  DECISION_SHEET,
  KEPT_SHEET,
  LEDGER_SHEETS,
  PERIOD_SHEET,
  SIGNED_SHEET,
} from '../domain/ledger/ledger-sheets';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { hasPlan } from '../domain/plan/has-plan';
import { META_SHEET } from '../domain/template/meta-sheet';
import { findSheet, type Workbook } from '../workbook/workbook';
import { FINDINGS_SHEET, isMarkedCopy } from './marked-sheet';
import type { OpenForm } from './open-form';
import type { WorkbookPort } from './ports';

/* Before anything of the work is loaded: it must stay small. */

export const PLAN_SHEET_NAMES: readonly string[] = Object.values(PLAN_SHEETS);

/** What the consolidator's workbook is read from. */
export const DESK_SHEETS: readonly string[] = [
  ...PLAN_SHEET_NAMES,
  ...Object.values(LEDGER_SHEETS),
  KEPT_SHEET,
  DECISION_SHEET,
  PERIOD_SHEET,
  SIGNED_SHEET,
];

/** Whose work the open workbook is, with what was read of it. */
export type WhichWorkbook =
  | { kind: 'desk'; workbook: Workbook }
  | { kind: 'form'; form: OpenForm }
  | { kind: 'marked' | 'other'; workbook: Workbook };

/** One reading, whatever the workbook is. */
export async function whichWorkbook(port: WorkbookPort): Promise<WhichWorkbook> {
  const asked = [...DESK_SHEETS, META_SHEET, FINDINGS_SHEET];
  const workbook = await port.readSheets(asked, PLAN_SHEET_NAMES);
  if (hasPlan(workbook)) return { kind: 'desk', workbook };
  if (findSheet(workbook, META_SHEET)) {
    const { formIn } = await import(/* webpackPrefetch: true */ './open-form');
    const form = formIn(workbook);
    if (form) return { kind: 'form', form };
  }
  return { kind: isMarkedCopy(workbook) ? 'marked' : 'other', workbook };
}
