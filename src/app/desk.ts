import { withBlanks } from '../domain/ledger/blank-forms';
import { decided, decisionEdits, readDecisions } from '../domain/ledger/decisions';
import {
  LEDGER_FORMAT,
  ledgerFormat,
  readLedger,
  type LedgerEdit,
} from '../domain/ledger/ledger-tables';
import { actEdits, lockedPeriods, lostLocks, type PeriodAct } from '../domain/ledger/period-states';
import { readSigned, signedEdits, type SignedFigure } from '../domain/consolidation/signed-figures';
import type { PeriodId } from '../domain/period/period';
import { findAgency, PLAN_FORMAT, type Plan } from '../domain/plan/plan';
import { planFormat, readPlan } from '../domain/plan/read-plan';
import { hasPlan } from '../domain/plan/has-plan';
import { checkPlanTables } from '../domain/plan-check/check-plan';
import { accept, refuse, type Result } from '../domain/result';
import type { Decision, Submission } from '../domain/submission/submission';
import type { LastWrites, Workbook } from '../workbook/workbook';
import { periodActsIn } from './period-acts-in';
import type { WorkbookPort } from './ports';
import { DeskRefused, type DeskRefusal } from './desk-refused';
import { DESK_SHEETS, PLAN_SHEET_NAMES } from './which-workbook';

/** The formats a workbook of before has; null of what is of today's, or not there. */
export interface OlderFormats {
  plan: number | null;
  ledger: number | null;
}

/** The open workbook as the consolidator's desk: its plan and its ledger. */
export interface Desk {
  plan: Plan;
  ledger: Submission[];
  /**
   * Submissions only half written last time; they do not count, and the next write clears them
   * away.
   */
  interrupted: string[];
  /** The ledger's sheets stand as they are written, so that rows can be added below. */
  takesRows: boolean;
  /** Agencies of the ledger that the register no longer has: their figures count nowhere. */
  strangers: string[];
  /** What people said about versions, in their order. */
  decisions: Decision[];
  /** What was done with the periods: consolidated, closed, locked, opened again. */
  acts: PeriodAct[];
  /** Periods that are locked: nothing more is taken in for them. */
  locked: ReadonlySet<PeriodId>;
  /** The figures of every period that was locked, as they were then. */
  signed: SignedFigure[];
  /** What of it is of an older format; the first write asks, and raises it. Null: nothing. */
  older: OlderFormats | null;
  /** Who put the sheets it was read from. */
  lastWrites?: LastWrites;
  /**
   * What of the ledger's sheets somebody changed by hand, each at its cell; none of it counts until
   * it is settled.
   */
  edits: LedgerEdit[];
}

/** The desk as the workbook stands now: people may have edited it since the pane last looked. */
export async function readDesk(port: WorkbookPort): Promise<Desk> {
  return (await readDeskAnd(port, [])).desk;
}

/** The desk and what else was read with it. */
export interface DeskAnd {
  desk: Desk;
  beside: Workbook;
}

/** The desk and some other sheets, in the same reading. */
export async function readDeskAnd(port: WorkbookPort, others: readonly string[]): Promise<DeskAnd> {
  const workbook = await readSheets(port, others);
  const opened = deskOf(workbook);
  if (!opened.ok) throw new DeskRefused(opened.refusal);
  return { desk: opened.value, beside: workbook };
}

/** Plan and ledger of the open workbook; `seen` where their sheets were just read. */
export async function openDesk(
  port: WorkbookPort,
  seen?: Workbook,
): Promise<Result<Desk, DeskRefusal>> {
  return deskOf(seen ?? (await readSheets(port, [])));
}

function readSheets(port: WorkbookPort, others: readonly string[]): Promise<Workbook> {
  return port.readSheets([...DESK_SHEETS, ...others], PLAN_SHEET_NAMES);
}

function deskOf(workbook: Workbook): Result<Desk, DeskRefusal> {
  // Every day in it would be read four years off.
  if (workbook.date1904 && hasPlan(workbook)) return refuse('workbook-counts-from-1904');
  const plan = planOf(workbook);
  if (!plan.ok) return plan;
  const ledger = readLedger(workbook, plan.value);
  if (!ledger.ok) return ledger;
  const { interrupted, takesRows } = ledger.value;
  const decisions = readDecisions(workbook);
  const acts = periodActsIn(workbook);
  const locked = lockedPeriods(plan.value, acts);
  const submissions = withBlanks(plan.value, decided(ledger.value.submissions, decisions), locked);
  const strangers = new Set(
    submissions.map((one) => one.agency).filter((code) => !findAgency(plan.value, code)),
  );
  return accept({
    plan: plan.value,
    ledger: submissions,
    interrupted,
    takesRows,
    strangers: [...strangers].sort(),
    decisions,
    acts,
    locked,
    signed: readSigned(workbook),
    older: olderIn(workbook),
    lastWrites: workbook.lastWrites,
    edits: [
      ...ledger.value.edits,
      ...ledger.value.unlikeTyped,
      ...decisionEdits(workbook, submissions),
      ...actEdits(workbook),
      ...lostLocks(acts),
      ...signedEdits(workbook),
    ],
  });
}

function olderIn(workbook: Workbook): OlderFormats | null {
  const before = (found: number | null, known: number) =>
    found !== null && found < known ? found : null;
  const plan = before(planFormat(workbook), PLAN_FORMAT);
  const ledger = before(ledgerFormat(workbook), LEDGER_FORMAT);
  return plan === null && ledger === null ? null : { plan, ledger };
}

function planOf(workbook: Workbook): Result<Plan, DeskRefusal> {
  if (!hasPlan(workbook))
    return {
      ok: false,
      refusal: { code: 'no-plan-in-workbook', facts: {}, lastWrites: workbook.lastWrites },
    };
  const read = readPlan(workbook);
  if (read.ok) return read;
  return { ok: false, refusal: { ...read.refusal, faults: checkPlanTables(workbook).found } };
}
