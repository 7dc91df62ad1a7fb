import { effectOnTotals, type TotalChange } from '../domain/consolidation/effect';
import type { ConsolidationOptions } from '../domain/consolidation/consolidation';
import { momentAfter } from '../text/by-moment';
import { decided, readDecisions, writeDecisions } from '../domain/ledger/decisions';
import { DECISION_SHEET } from '../domain/ledger/ledger-sheets';
import { InForce } from '../domain/ledger/in-force';
import { submissionId } from '../domain/ledger/ledger-tables';
import { figureChanges, type FigureChange } from '../domain/ledger/version-difference';
import { endsWith, parsePeriod, periodLabel, periodOf } from '../domain/period/period';
import { partOf, partsHeld } from '../domain/reading/form-parts';
import type { Decision, Observation, Submission } from '../domain/submission/submission';
import { rowsFor } from '../domain/table/table';
import { findSheet } from '../workbook/workbook';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { readDesk, readDeskAnd, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import type { Undo, WorkbookPort } from './ports';

/** What a version that waits would change: its cells, and the totals of its period. */
export interface Difference {
  waiting: Submission;
  changes: FigureChange[];
  totals: TotalChange[];
}

const AS_IT_IS: ConsolidationOptions = { acceptIncomplete: false, asOf: null };

/**
 * The versions of an agency that wait for a decision, of a period or of a longer one that ends with
 * it, each with what accepting it would do to the totals of the period.
 */
export function differences(
  desk: Pick<Desk, 'plan' | 'ledger'>,
  agency: string,
  period: string,
): Difference[] {
  const waiting = desk.ledger.filter((one) => {
    const own = parsePeriod(one.period);
    return one.agency === agency && one.awaits && own && endsWith(own, periodOf(period));
  });
  const inForce = new InForce(desk.ledger);
  return waiting.map((one) => {
    const yes: Decision = {
      kind: 'accepted',
      submission: submissionId(one),
      hash: one.hash,
      reason: '',
      document: '',
      who: '',
      at: '',
    };
    const after = decided(desk.ledger, [yes]);
    return {
      waiting: one,
      // An adjustment says only what it changes; the other figures stay.
      changes: figureChanges(inForce.of(agency, one.period), one).filter(
        ({ before, after: now }) =>
          now !== null || (one.origin !== 'adjustment' && takesPlaceOf(one, before)),
      ),
      totals: effectOnTotals(desk.plan, desk.ledger, after, period, AS_IT_IS),
    };
  });
}

/** A file that holds some of the sheets leaves the others as they are. */
function takesPlaceOf({ part, observations }: Submission, figure: Observation | null): boolean {
  return part === undefined || (figure !== null && partsHeld(observations).has(partOf(figure)));
}

/**
 * Enters a person's yes or no to a version: one row of *Quyết định*. A version that waits can be
 * accepted or returned, one that counts can be returned, one that was returned can be accepted
 * after all; each needs a reason and a name, and a period that is open. `hash` is of the version
 * the person saw: under the same number somebody may have put another since.
 */
export async function decide(
  port: WorkbookPort,
  said: Omit<Decision, 'hash'> & { hash?: string },
): Promise<{ desk: Desk; undo: Undo | null }> {
  const { desk: before, beside } = await readDeskAnd(port, []);
  const refuse = (
    code: 'version-settled' | 'reason-missing' | 'period-is-locked',
    facts: Record<string, string>,
  ) => new DeskRefused({ code, facts });
  if (said.reason.trim() === '' || said.who.trim() === '') throw refuse('reason-missing', {});
  const submission = before.ledger.find(
    (one) => submissionId(one) === said.submission && (said.hash ?? one.hash) === one.hash,
  );
  if (!submission) throw refuse('version-settled', { submission: said.submission });
  const { hash } = submission;
  const about = before.decisions.filter((one) => one.hash === hash);
  const decision: Decision = { ...said, hash, at: momentAfter(said.at, about) };
  // Entered already: the answer to the write before was lost.
  if (submission.decision?.kind === decision.kind && submission.decision.at === decision.at)
    return { desk: before, undo: null };
  const wasReturned = submission.decision?.kind === 'returned';
  const isOpen =
    submission.awaits ||
    (decision.kind === 'accepted' ? wasReturned : submission.accepted !== 'none');
  if (!isOpen) throw refuse('version-settled', { submission: decision.submission });
  if (before.locked.has(submission.period))
    throw refuse('period-is-locked', { period: periodLabel(periodOf(submission.period)) });
  const standing = findSheet(beside, DECISION_SHEET);
  const row = writeDecisions([decision]);
  const added = standing ? rowsFor(standing, row) : row;
  const exact = added
    ? await port.appendRows([added])
    : await port.replaceSheets(
        [writeDecisions([...readDecisions(beside), decision])],
        undefined,
        before.lastWrites,
      );
  const desk = await readDesk(port);
  await mustBeOpenStill(port, submission.period, { before, after: desk }, exact);
  return { desk, undo: takingBack(port, { before, after: desk, decisions: [decision] }, exact) };
}
