import { submissionKey } from '../../domain/ledger/in-force';
import { submissionId, writeLedger } from '../../domain/ledger/ledger-tables';
import { writeDecisions } from '../../domain/ledger/decisions';
import { writePeriodActs, type PeriodAct } from '../../domain/ledger/period-states';
import { periodLabel, periodOf, tiles, type PeriodId } from '../../domain/period/period';
import { baseKind, type Plan } from '../../domain/plan/plan';
import type { Decision, Submission } from '../../domain/submission/submission';
import { readDesk, type Desk } from '../desk';
import { DeskRefused, type DeskRefusal } from '../desk-refused';
import type { Undo, WorkbookPort } from '../ports';

/**
 * How an act is taken back. It knows what it wrote, and takes that back as long as it stands so;
 * what others wrote beside it stays. Where somebody built upon it, it says what and by whom, and
 * does nothing.
 */

/** The records an act wrote. */
export interface Wrote {
  /** Entered, or changed from what stood there. */
  submissions?: readonly Submission[];
  decisions?: readonly Decision[];
  acts?: readonly PeriodAct[];
}

/** An act with what stood before it and after it. */
export interface Deed extends Wrote {
  before: Pick<Desk, 'ledger' | 'decisions' | 'acts'>;
  after: Pick<Desk, 'ledger'>;
}

/**
 * `exact` takes back the very write, as long as its sheets were not written anew; else the records
 * go one by one.
 */
export function takingBack(port: WorkbookPort, deed: Deed, exact: Undo): Undo {
  return async () => {
    const now = await readDesk(port);
    if (isGone(deed, now)) return;
    mustStand(deed, now);
    try {
      await exact();
    } catch (error) {
      // Tables that came with a lock go with the very write only.
      if (deed.acts || !isWrittenAnew(error)) throw error;
      await takeOut(port, deed, now);
    }
  };
}

/** Takes the records of an act out of the workbook as it stands now. */
export async function takeOut(port: WorkbookPort, deed: Deed, now: Desk): Promise<Undo> {
  const before = byKey(deed.before.ledger);
  const own = new Set(deed.submissions?.map(submissionKey));
  const ledger = now.ledger.flatMap((one) =>
    own.has(submissionKey(one)) ? (before.get(submissionKey(one)) ?? []) : one,
  );
  const decisions = without(now.decisions, deed.decisions, decisionKey);
  const acts = without(now.acts, deed.acts, actKey);
  const [submissions, figures, found] = writeLedger(now.plan, ledger);
  const sheets = [
    ...(own.size > 0 ? [found, figures, submissions] : []),
    ...(deed.decisions ? [writeDecisions(decisions)] : []),
    ...(deed.acts ? [writePeriodActs(acts)] : []),
  ];
  return port.replaceSheets(sheets, undefined, now.lastWrites);
}

/** The write was undone already, or its answer alone was lost. */
function isGone({ before, submissions = [], decisions = [], acts = [] }: Deed, now: Desk): boolean {
  const [was, is] = [byKey(before.ledger), byKey(now.ledger)];
  // One that wrote tables alone is told by them.
  if (submissions.length + decisions.length + acts.length === 0) return false;
  const isBack = (one: Submission) =>
    asEntered(was.get(submissionKey(one))) === asEntered(is.get(submissionKey(one)));
  return (
    submissions.every(isBack) &&
    without(decisions, now.decisions, decisionKey).length === decisions.length &&
    without(acts, now.acts, actKey).length === acts.length
  );
}

/** Refuses where what the act wrote is not as it left it, or somebody has gone on from it. */
export function mustStand(deed: Deed, now: Desk): void {
  const { before, after, submissions = [], decisions = [], acts = [] } = deed;
  const [was, then, is] = [byKey(before.ledger), byKey(after.ledger), byKey(now.ledger)];
  const others: Others = {
    ledger: now.ledger.filter(
      (one) => !was.has(submissionKey(one)) && !submissions.some(isSame(one)),
    ),
    decisions: without(
      without(now.decisions, before.decisions, decisionKey),
      decisions,
      decisionKey,
    ),
    acts: without(without(now.acts, before.acts, actKey), acts, actKey),
  };
  for (const one of submissions) {
    const key = submissionKey(one);
    if (asEntered(is.get(key)) !== asEntered(then.get(key)))
      throw new DeskRefused({
        code: 'undo-changed-since',
        facts: { submission: submissionId(one) },
      });
    const trouble = uponSubmission(now, others, one, !was.has(key));
    if (trouble) throw new DeskRefused(trouble);
  }
  for (const { submission, hash } of decisions) {
    const one = now.ledger.find((own) => submissionId(own) === submission && own.hash === hash);
    const trouble = one && uponSubmission(now, others, one, true);
    if (trouble) throw new DeskRefused(trouble);
  }
  for (const act of acts) {
    const trouble = uponAct(now.plan, others, act);
    if (trouble) throw new DeskRefused(trouble);
  }
}

/** What others wrote since. */
type Others = Pick<Desk, 'ledger' | 'decisions' | 'acts'>;

/**
 * What was built upon a submission or a decision about it: a decision, a version after it, figures
 * declared final or locked with it.
 */
function uponSubmission(
  { plan }: Desk,
  others: Others,
  { agency, period, hash, ...one }: Submission,
  isVersion: boolean,
): DeskRefusal | null {
  const submission = submissionId({ agency, period, hash, ...one });
  const decision = others.decisions.find(
    (own) => own.submission === submission && own.hash === hash,
  );
  if (decision)
    return {
      code: 'undo-decided-since',
      facts: { submission, who: decision.who, at: decision.at },
    };
  const later = others.ledger.find((own) => own.agency === agency && own.period === period);
  if (later && isVersion) return enteredSince(later);
  const act = others.acts.find(
    (own) =>
      (own.kind === 'closed' || own.kind === 'locked') && basePeriods(plan, own.period).has(period),
  );
  return act ? actedSince(act) : null;
}

/**
 * What was built upon an act on a period: another on it or a part of it, and what was entered since
 * it takes in again.
 */
function uponAct(plan: Plan, others: Others, { period, kind }: PeriodAct): DeskRefusal | null {
  const own = basePeriods(plan, period);
  const act = others.acts.find(
    (one) =>
      sharePeriods(plan, one.period, period) && (one.kind === 'locked' || one.kind === 'reopened'),
  );
  if (act) return actedSince(act);
  if (kind !== 'reopened') return null;
  const entered = others.ledger.find((one) => own.has(one.period));
  if (entered) return enteredSince(entered);
  const decision = others.decisions.find(({ submission }) => own.has(submission.split('/')[1]));
  if (!decision) return null;
  const { submission, who, at } = decision;
  return { code: 'undo-decided-since', facts: { submission, who, at } };
}

function enteredSince(one: Submission): DeskRefusal {
  const facts = { submission: submissionId(one), who: one.grounds?.who ?? '', at: one.run };
  return { code: 'undo-version-since', facts };
}

export function actedSince({ period, who, at }: PeriodAct): DeskRefusal {
  return { code: 'undo-period-since', facts: { period: periodLabel(periodOf(period)), who, at } };
}

/** A period and those it is made of. */
export function basePeriods(plan: Plan, period: PeriodId): Set<PeriodId> {
  return new Set([
    period,
    ...(tiles(periodOf(period), baseKind(plan.schedule)) ?? []).map(({ id }) => id),
  ]);
}

export function sharePeriods(plan: Plan, one: PeriodId, other: PeriodId): boolean {
  const parts = basePeriods(plan, other);
  return [...basePeriods(plan, one)].some((id) => parts.has(id));
}

function byKey(ledger: readonly Submission[]): Map<string, Submission> {
  return new Map(ledger.map((one) => [submissionKey(one), one]));
}

function isSame(one: Submission): (other: Submission) => boolean {
  return (other) => submissionKey(other) === submissionKey(one);
}

/**
 * What was entered of a submission: neither its number, which another window's may change, nor what
 * was decided about it.
 */
function asEntered(one: Submission | undefined): string {
  if (!one) return '';
  const {
    version: _number,
    decision: _decision,
    isBlank: _seen,
    findings: _kept,
    entered,
    ...own
  } = one;
  return JSON.stringify(
    { ...own, ...(entered ? { awaits: undefined, ...entered } : {}) },
    (_, value: unknown) =>
      isRecord(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function decisionKey({ submission, hash, kind, who, at }: Decision): string {
  return [submission, hash, kind, who, at].join('\n');
}

export function actKey({ period, kind, who, at }: PeriodAct): string {
  return [period, kind, who, at].join('\n');
}

function without<One>(
  all: readonly One[],
  some: readonly One[] = [],
  key: (one: One) => string,
): One[] {
  const left = new Set(some.map(key));
  return all.filter((one) => !left.has(key(one)));
}

/** The write cannot be taken back as it was made, for its sheets are not those it made any more. */
export function isWrittenAnew(error: unknown): boolean {
  if (error instanceof DeskRefused) return error.refusal.code === 'sheet-written-since';
  return (error as { code?: unknown }).code === 'RowsMoved';
}
