import { writeLedger } from '../domain/ledger/ledger-tables';
import { periodLabel, periodOf, type Period, type PeriodId } from '../domain/period/period';
import { dueDateOf, expectedTiles, type Plan } from '../domain/plan/plan';
import { pickFindings } from '../domain/rules/causes';
import { finding, type Finding } from '../domain/finding/finding';
import type { CheckedFile, Submission } from '../domain/submission/submission';
import { daysBetween, type CivilDate } from '../text/date';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import type { Actor } from '../domain/actor';
import type { Undo, WorkbookPort } from './ports';

/**
 * Further from the due date than this, files are taken in after the fact: the day they are dropped
 * says nothing of when they came.
 */
const NEAR_DAYS = 31;

/**
 * The day of receipt that is proposed for a drop: today around the due date of the period, else
 * none, and a person says it or leaves it open.
 */
export function proposedReceipt(plan: Plan, period: Period, today: CivilDate): CivilDate | null {
  return Math.abs(daysBetween(dueDateOf(plan, period), today)) <= NEAR_DAYS ? today : null;
}

/** So late is a year or a month mistyped, oftener than it is so. */
const DOUBTFUL_DAYS = 60;
/** Of a drop. */
const DOUBTFUL_SHARE = 1 / 3;

/** How many days after its due date a form of the period came. */
export function daysLate(plan: Plan, period: Period, day: CivilDate): number {
  return Math.max(0, daysBetween(dueDateOf(plan, period), day));
}

/**
 * The base period of a drop whose forms a day makes so late that it is asked before it is entered,
 * for it holds for the whole drop; of several the earliest, null for none.
 */
export function doubtfulPart(plan: Plan, period: Period, day: CivilDate): Period | null {
  const parts = expectedTiles(plan, period);
  return parts.find((part) => daysLate(plan, part, day) > DOUBTFUL_DAYS) ?? null;
}

/**
 * How many files a stated day makes so late, where that is a third of a drop or more; 0 where it is
 * less.
 */
export function doubtfulReceipts(files: readonly Pick<CheckedFile, 'late' | 'version'>[]): number {
  const placed = files.filter(({ version }) => version > 0);
  const late = placed.filter(({ late: days }) => (days ?? 0) > DOUBTFUL_DAYS);
  return late.length > 0 && late.length >= placed.length * DOUBTFUL_SHARE ? late.length : 0;
}

/**
 * What was found in a file, by the day a person says it came; null: nobody knows, and nothing is
 * late.
 */
export function withReceipt<One extends Pick<CheckedFile, 'received' | 'late' | 'findings'>>(
  plan: Plan,
  period: PeriodId,
  file: One,
  day: CivilDate | null,
): One {
  const kept = pickFindings(
    file.findings,
    [...file.findings.keys()].filter((index) => file.findings[index].code !== 'late'),
  );
  if (day === null) return { ...file, received: null, late: null, findings: kept };
  const late = daysLate(plan, periodOf(period), day);
  const found: Finding[] =
    late === 0
      ? []
      : [finding('late', null, { days: late, due: dueDateOf(plan, periodOf(period)) })];
  return { ...file, received: day, late, findings: [...kept, ...found] };
}

/** Whose files came on a day, as a person says it; no agency: of every one. */
export interface ReceiptStated {
  period: PeriodId;
  agency: string | null;
  /** Null: not known. */
  day: CivilDate | null;
}

/**
 * Enters the day files came, after they were taken in: of one agency or of all of a period. Who
 * said so, when, and what stood there before is kept beside the day. Nothing else of a submission
 * changes.
 */
export async function stateReceipt(
  port: WorkbookPort,
  { period, agency, day }: ReceiptStated,
  { who, at }: Actor,
): Promise<{ desk: Desk; undo: Undo | null; count: number }> {
  if (who.trim() === '') throw new DeskRefused({ code: 'reason-missing', facts: {} });
  const before = await readDesk(port);
  if (before.locked.has(period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(period)) },
    });
  const isMeant = (one: Submission) =>
    one.period === period && one.origin === undefined && (agency === null || one.agency === agency);
  const changed: Submission[] = [];
  const ledger = before.ledger.map((one) => {
    // A day nobody stated, as of a file's own time, is stated now though it be the same.
    if (!isMeant(one) || (one.received === day && (one.late !== null || day === null))) return one;
    changed.push(one);
    return stated(before.plan, one, day, `${who.trim()}, ${at}`);
  });
  const count = changed.length;
  if (count === 0) return { desk: before, undo: null, count };
  const [submissions, figures, found] = writeLedger(before.plan, ledger);
  const exact = await port.replaceSheets(
    [found, figures, submissions],
    undefined,
    before.lastWrites,
  );
  const desk = await readDesk(port);
  await mustBeOpenStill(port, period, { before, after: desk }, exact);
  return {
    desk,
    undo: takingBack(port, { before, after: desk, submissions: changed }, exact),
    count,
  };
}

function stated(plan: Plan, submission: Submission, day: CivilDate | null, by: string): Submission {
  const { findings: before, ...rest } = submission;
  const now = withReceipt(plan, submission.period, { ...rest, findings: before ?? [] }, day);
  const warnings = submission.warnings + (now.late ? 1 : 0) - (submission.late ? 1 : 0);
  const verdict = submission.errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : 'clean';
  const was = submission.late === null ? 'chưa rõ' : (submission.received ?? 'chưa rõ');
  const { findings, ...own } = now;
  return {
    ...own,
    ...(findings.length > 0 ? { findings } : {}),
    warnings,
    verdict,
    receivedBy: `${by} (trước: ${was})`,
  };
}
