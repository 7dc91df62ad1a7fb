import { explanationColumns, ledgerSheets } from '../domain/ledger/ledger-tables';
import type { Submission } from '../domain/submission/submission';
import type { Sheet } from '../workbook/sheet';
import type { Desk } from './desk';
import type { Progress, Undo, WorkbookPort } from './ports';

/**
 * Enters submissions in the workbook's ledger: figures first, then the submissions that make them count. Rows can only be added below a
 * ledger that is there, is whole and of which nothing changes; else both sheets are put at once.
 */
export async function enterInLedger(
  port: WorkbookPort,
  before: Desk,
  after: { ledger: readonly Submission[]; added: readonly Submission[] },
  progress?: Progress,
): Promise<Undo> {
  // Explanations of one submission may take more cells than the ledger has.
  const fits = explanationColumns(after.added) <= explanationColumns(before.ledger);
  const changes = before.ledger.length + after.added.length !== after.ledger.length;
  const rewrites = changes || !fits || !before.takesRows || before.ledger.length === 0 || before.interrupted.length > 0;
  const sheets: Sheet[] = [];
  for (const make of ledgerSheets(before.plan, rewrites ? after.ledger : after.added)) {
    sheets.push(make());
    await progress?.breathe?.();
  }
  const [submissions, figures, found] = sheets;
  return rewrites
    ? port.replaceSheets([found, figures, submissions], progress, before.lastWrites)
    : port.appendRows([found, figures, submissions], progress);
}
