import { figureKey } from '../domain/ledger/in-force';
import { explanationColumns, ledgerSheets } from '../domain/ledger/ledger-tables';
import type { Grounds, Observation, Submission } from '../domain/submission/submission';
import type { Sheet } from '../workbook/sheet';
import type { Desk } from './desk';
import type { Progress, Undo, WorkbookPort } from './ports';

/**
 * Enters submissions in the workbook's ledger: figures first, then the submissions that make them
 * count. Rows can only be added below a ledger that is there, is whole and of which nothing
 * changes; else both sheets are put at once.
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
  const rewrites =
    changes ||
    !fits ||
    !before.takesRows ||
    before.ledger.length === 0 ||
    before.interrupted.length > 0;
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

/**
 * Whether a person's adjustment is what stands last of its figures already: the answer to the write
 * was lost, and they pressed again. It is told by what it says, for the second press is of another
 * moment.
 */
export function isEnteredAlready(ledger: readonly Submission[], entered: Submission): boolean {
  const keys = new Set(entered.observations.map(figureKey));
  const own = ledger.filter(
    ({ agency, period, accepted, observations }) =>
      agency === entered.agency &&
      period === entered.period &&
      accepted !== 'none' &&
      observations.some((one) => keys.has(figureKey(one))),
  );
  const last = own.reduce((a, b) => (b.version > a.version ? b : a), own[0]);
  if (last?.origin !== 'adjustment' || !last.grounds || !entered.grounds) return false;
  const said = ({ observations }: Submission) => observations.map(figureSaid).sort().join('\n');
  return isSameGrounds(last.grounds, entered.grounds) && said(last) === said(entered);
}

function figureSaid(one: Observation): string {
  return `${figureKey(one)} ${one.state} ${one.value}`;
}

export function isSameGrounds(one: Grounds, other: Grounds): boolean {
  return (['reason', 'document', 'who'] as const).every(
    (part) => one[part].trim() === other[part].trim(),
  );
}
