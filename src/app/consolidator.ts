import { submissionKey } from '../domain/ledger/in-force';
import { LEDGER_SHEETS } from '../domain/ledger/ledger-sheets';
import type { Period } from '../domain/period/period';
import type { Submission } from '../domain/submission/submission';
import { isLockedWithout } from './acts/locked-meanwhile';
import { takeOut, takingBack } from './acts/taking-back';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { enterInLedger } from './enter-in-ledger';
import { asksFirst, enteringOf, type Entering } from './entering';
import { Cancelled } from './ports';
import type { FileChecker, Progress, ReceivedFile, Undo, WorkbookPort } from './ports';
import { checkAll, enterChecked, type TakeInOptions, type TakenIn } from './take-in';

export interface Received extends TakenIn {
  entering: Entering;
  desk: Desk;
  undo: Undo | null;
}

/**
 * Takes in a drop and enters it in the workbook's ledger: figures first, then the submissions that
 * make them count. `isAgreed` is told what would be written before anything is; its no writes
 * nothing.
 */
export async function receive(
  port: WorkbookPort,
  files: readonly ReceivedFile[],
  checker: FileChecker,
  drop: Pick<TakeInOptions, 'received' | 'receivedOf' | 'run' | 'stated'> & {
    period: Period;
    partial?: boolean;
  },
  progress: { check: Progress; write: Progress },
  isAgreed: (entering: Entering) => Promise<boolean> = async () => true,
): Promise<Received> {
  const before = await readDesk(port);
  const options = { partial: false, ...drop, upTo: null, asks: true };
  let agreed = '';
  const checked = await checkAll(before.plan, files, checker, options, progress.check);
  for (let triesLeft = TRIES; ; triesLeft--) {
    // Checking takes minutes: what others have entered, decided and locked by now is asked again.
    const now = await readDesk(port);
    if (JSON.stringify(now.plan) !== JSON.stringify(before.plan))
      throw new DeskRefused({ code: 'plan-changed-meanwhile', facts: {} });
    const here = { ...options, locked: now.locked };
    const taken = await enterChecked(now.plan, now.ledger, checked, here, progress.check);
    await progress.write.breathe?.();
    const entering = enteringOf(now.ledger, taken);
    if (taken.added.length === 0)
      return { ...taken, entering, desk: { ...now, ledger: taken.ledger }, undo: null };
    const said = JSON.stringify(entering);
    if (said !== agreed) {
      if (!(await isAgreed(entering))) throw new Cancelled();
      agreed = said;
      // A person takes their time over a question: what was read before it may be old.
      if (asksFirst(entering)) continue;
    }
    const exact = await enterInLedger(port, now, taken, progress.write);
    const after = await readDesk(port);
    const deed = { before: now, after, submissions: taken.added };
    if (await isEntered(port, taken.added, { before: now, after }))
      return { ...taken, entering, desk: after, undo: takingBack(port, deed, exact) };
    await exact().catch(() => takeOut(port, deed, after));
    if (triesLeft === 0)
      throw new DeskRefused({
        code: 'sheet-written-meanwhile',
        facts: { sheets: LEDGER_SHEETS.submissions },
      });
  }
}

/** Somebody else who writes at the same moment is through by then. */
const TRIES = 3;

/**
 * Whether all of a drop is in the ledger, and nobody locked one of its periods without it while it
 * was written.
 */
async function isEntered(
  port: WorkbookPort,
  added: readonly Submission[],
  desks: Record<'before' | 'after', Desk>,
): Promise<boolean> {
  const there = new Set(desks.after.ledger.map(submissionKey));
  if (!added.every((one) => there.has(submissionKey(one)))) return false;
  for (const period of new Set(added.map((one) => one.period)))
    if (await isLockedWithout(port, period, desks)) return false;
  return true;
}
