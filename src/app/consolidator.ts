import { measureOf } from '../domain/measure/measure';
import { submissionKey } from '../domain/ledger/in-force';
import { LEDGER_SHEETS, writeLedger } from '../domain/ledger/ledger-tables';
import type { Finding } from '../domain/finding/finding';
import { findIndicator, type Plan } from '../domain/plan/plan';
import { typedChoice, type Choice } from '../domain/repair/choices';
import { periodLabel, periodOf, type Period } from '../domain/period/period';
import type { Claim, Observation, Submission } from '../domain/submission/submission';
import { DeskRefused, readDesk, type Desk } from './desk';
import { asksFirst, enteringOf, type Entering } from './entering';
import { enterInLedger } from './enter-in-ledger';
import { Cancelled } from './ports';
import type { FileChecker, Progress, ReceivedFile, Undo, WorkbookPort } from './ports';
import { checkAll, enterChecked, type TakeInOptions, type TakenIn } from './take-in';
import { isLockedWithout, mustBeOpenStill } from './acts/locked-meanwhile';
import { takeOut, takingBack } from './acts/taking-back';

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

/** An undecided cell of an accepted file, and how a person reads it. */
export interface Reading {
  /** Of the file's bytes. */
  hash: string;
  /** Which form of the file, where a workbook holds those of several agencies. */
  form?: Claim;
  found: Finding;
  choice: Choice;
  /** The warning as it was said, and who decides. */
  warning: string;
  who: string;
}

/**
 * Enters how a person reads an undecided cell: the figure counts from now on, what was typed stays
 * beside it, and the decision goes to the report's annex. A reading that makes a part larger than
 * its whole is refused.
 */
export async function chooseReading(
  port: WorkbookPort,
  reading: Reading,
): Promise<{ desk: Desk; undo: Undo }> {
  const before = await readDesk(port);
  const { hash, form } = reading;
  const isMeant = (one: Submission) =>
    one.hash === hash && (!form || (one.agency === form.agency && one.period === form.period));
  const { period } = before.ledger.find(isMeant) ?? {};
  if (period !== undefined && before.locked.has(period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(period)) },
    });
  const ledger = before.ledger.map((one) =>
    isMeant(one) ? withReading(before.plan, one, reading) : one,
  );
  const [submissions, figures] = writeLedger(before.plan, ledger);
  const exact = await port.replaceSheets([figures, submissions], undefined, before.lastWrites);
  const desk = await readDesk(port);
  if (period !== undefined) await mustBeOpenStill(port, period, { before, after: desk }, exact);
  const deed = { before, after: desk, submissions: before.ledger.filter(isMeant) };
  return { desk, undo: takingBack(port, deed, exact) };
}

function withReading(
  plan: Plan,
  submission: Submission,
  { found, choice, warning, who }: Reading,
): Submission {
  const isAt = ({ sheet, cell }: Observation) => sheet === found.sheet && cell === found.cell;
  const at = submission.observations.find((one) => isAt(one) && one.state === 'undecided');
  if (!at) throw new DeskRefused({ code: 'reading-settled', facts: { cell: found.cell ?? '' } });
  const read: Observation =
    choice.kind === 'not-applicable'
      ? { ...at, value: 0, state: 'not-applicable' }
      : { ...at, value: choice.value, state: 'ok' };
  const observations = submission.observations.map((one) => {
    if (one === at) return read;
    const isState =
      one.of === 'task' &&
      one.code === at.code &&
      one.measure === 'status' &&
      one.state === 'undecided';
    return isState && at.measure === 'date' ? { ...one, state: 'ok' as const } : one;
  });
  const indicator = at.of === 'indicator' ? findIndicator(plan, at.code) : undefined;
  const part = (measure: string) =>
    observations.find((one) => one.code === at.code && one.measure === measure)?.value;
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (
    indicator &&
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    measureOf(indicator).exceedsWhole(numerator, denominator)
  )
    throw new DeskRefused({ code: 'reading-too-large', facts: { numerator, denominator } });
  const text = `Đã chọn cách hiểu “${typedChoice(choice)}” (trong tệp ghi “${at.raw}”). ${warning}`;
  const { sheet, cell, label, code } = found;
  const explanation = {
    sheet: sheet ?? '',
    cell: cell ?? '',
    label: label ?? at.code,
    code,
    text,
    who,
  };
  return { ...submission, observations, explanations: [...submission.explanations, explanation] };
}
