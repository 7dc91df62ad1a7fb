import { ledgerSheets } from '../domain/ledger/ledger-tables';
import { writePlan } from '../domain/plan/plan-tables';
import type { Plan } from '../domain/plan/plan';
import { safeFileName } from '../text/file-name';
import type { Workbook } from '../workbook/workbook';
import { readDesk, type Desk, type OlderFormats } from './desk';
import type { Progress, WorkbookPort } from './ports';

/** What the copy of a workbook is called that is kept before it is raised to today's formats. */
export function keptName({ id }: Plan, { plan, ledger }: OlderFormats): string {
  return safeFileName(`${id}.dinh-dang-${plan ?? ledger}.xlsx`);
}

/** The workbook as it stands: what an older version can still open. */
export async function copyOf(
  port: WorkbookPort,
  write: (workbook: Workbook) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  return write(await port.readWhole());
}

/**
 * Writes plan and ledger of before in today's formats, all of it or nothing: a plan of before
 * whose ledger has check values would still be opened, and written, by a version that knows none.
 */
export async function raiseFormats(port: WorkbookPort, progress: Progress): Promise<Desk> {
  const desk = await readDesk(port);
  const { plan, ledger, older, lastWrites } = desk;
  if (older === null) return desk;
  const [submissions, figures, found] = ledgerSheets(plan, ledger);
  const sheets = [
    ...(older.plan === null ? [] : writePlan(plan)),
    ...(older.ledger === null ? [] : [found(), figures(), submissions()]),
  ];
  await port.replaceSheets(sheets, progress, lastWrites);
  return readDesk(port);
}
