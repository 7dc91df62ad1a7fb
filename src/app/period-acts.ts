import type { Actor } from '../domain/actor';
import { restatements } from '../domain/consolidation/restatement';
import {
  actAfter,
  holdsLock,
  lockedParts,
  locksOf,
  opensAny,
  readPeriodActs,
  writePeriodActs,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { PERIOD_SHEET, SIGNED_SHEET } from '../domain/ledger/ledger-sheets';
import { submissionKey } from '../domain/ledger/in-force';
import { submissionId } from '../domain/ledger/ledger-tables';
import type { Submission } from '../domain/submission/submission';
import {
  readSigned,
  signedFigures,
  writeSigned,
  type SignedFigure,
} from '../domain/consolidation/signed-figures';
import { periodLabel, periodOf, tiles, type PeriodId } from '../domain/period/period';
import { windowOf } from '../domain/period/window';
import { baseKind } from '../domain/plan/plan';
import { rowsFor } from '../domain/table/table';
import { dressTabs, hiddenByLock, INDEX_SHEET } from '../domain/report/workbook-guide';
import { hashOfTables, lockedName, valuesOnly } from '../domain/report/locked-copy';
import { RESTATEMENT_SHEET, writeRestatements } from '../domain/report/restatement-table';
import type { CivilDate } from '../text/date';
import type { Sheet } from '../workbook/sheet';
import { findSheet, type Workbook } from '../workbook/workbook';
import { takingBack } from './acts/taking-back';
import { readDesk, readDeskAnd, type Desk } from './desk';
import { DeskRefused, type DeskRefusal } from './desk-refused';
import type { Progress, Undo, WorkbookPort } from './ports';
import { inTurn } from './in-turn';
import { restatedTables } from './restated-tables';
import { indexAfter } from './sheet-order';
import { standingReport } from './standing-report';

/**
 * *Khóa kỳ*: the tables of the period as the ledger gives them now are kept as values with their
 * hash, its totals are kept beside, and nothing more is taken in for it. One write; locked twice it
 * is locked once.
 */
export async function lockPeriod(
  port: WorkbookPort,
  period: PeriodId,
  actor: Actor,
  progress?: Progress,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const { desk: now, result, tables, standing } = await standingReport(port, periodOf(period));
  if (holdsLock(now.plan, now.acts, period)) return { desk: now, undo: null };
  const lock = locksOf(now.acts, period) + 1;
  const copies = tables.map((table) => valuesOnly(table, lockedName(table.name, lock)));
  dressTabs(now.plan, copies);
  // What a person has just locked is seen.
  copies[0].visibility = 'visible';
  const totals = signedFigures(result, lock);
  const note = `${result.accepted}/${result.expected} đơn vị`;
  const act = actAfter(now.plan, now.acts, {
    period,
    kind: 'locked',
    ...actor,
    note,
    hash: hashOfTables([...copies, writeSigned(totals)]),
    sheets: [...copies.map(({ name }) => name), SIGNED_SHEET],
  });
  const signed = [...now.signed, ...totals];
  // What is signed now is restated no more.
  const corrections = findSheet(standing, RESTATEMENT_SHEET)
    ? [
        writeRestatements(
          now.plan,
          restatements(now.plan, now.ledger, signed, now.locked),
          await restatedTables(port, { ...now, acts: [...now.acts, act] }, copies),
        ),
      ]
    : [];
  const acts = [...now.acts, act];
  const own = [...copies, ...corrections, writeSigned(signed), writePeriodActs(acts)];
  const sheets = [...own, indexAfter(now.plan, standing.allNames ?? [], own, acts)];
  const exact = await port.replaceSheets(sheets, progress, now.lastWrites, hiddenByLock(now.plan));
  const desk = await readDesk(port);
  // What another window entered while this was written is in none of the locked tables.
  const late = desk.ledger.find(
    (one) => desk.locked.has(one.period) && !now.ledger.some(isSameAs(one)),
  );
  if (!late)
    return { desk, undo: takingBack(port, { before: now, after: desk, acts: [act] }, exact) };
  await exact();
  throw new DeskRefused({
    code: 'entered-while-locking',
    facts: { submission: submissionId(late) },
  });
}

/**
 * What a person is asked before a period is locked in which nothing is, or that closes months to
 * come; null: nothing.
 */
export async function lockQuestion(
  port: WorkbookPort,
  period: PeriodId,
  today: CivilDate,
): Promise<DeskRefusal | null> {
  const { plan, ledger, locked } = await readDesk(port);
  const label = periodLabel(periodOf(period));
  const parts = tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  const own = new Set([period, ...parts.map(({ id }) => id)]);
  if (!ledger.some((one) => own.has(one.period) && one.accepted !== 'none' && !one.isBlank))
    return { code: 'lock-holds-nothing', facts: { period: label } };
  const ahead = parts.filter(
    (one) => !locked.has(one.id) && windowOf(one, plan.schedule.window).from > today,
  );
  if (ahead.length === 0) return null;
  return {
    code: 'lock-closes-ahead',
    facts: { period: label, periods: ahead.map(periodLabel).join(', ') },
  };
}

function isSameAs(one: Submission): (other: Submission) => boolean {
  return (other) => submissionKey(other) === submissionKey(one);
}

/** *Mở lại kỳ*: what was locked stays as it was, and the period takes in again. */
export async function reopenPeriod(
  port: WorkbookPort,
  period: PeriodId,
  actor: Actor,
): Promise<{ desk: Desk; undo: Undo | null }> {
  const { desk, beside } = await readDeskAnd(port, []);
  const { plan, locked, acts } = desk;
  const act = actAfter(plan, acts, { period, kind: 'reopened', ...actor });
  const last = acts.findLast(
    (one) => one.period === period && (one.kind === 'locked' || one.kind === 'reopened'),
  );
  const opens = opensAny(plan, acts, period);
  const shut = lockedParts(plan, locked, periodOf(period));
  const names = beside.allNames ?? [];
  if (!opens && (last || shut.length === 0)) {
    // An earlier try may have ended before the index told of it.
    if (last && names.includes(INDEX_SHEET))
      await port.replaceSheets([indexAfter(plan, names, [], acts)]);
    return { desk, undo: null };
  }
  // Each was locked by itself: what was asked opens none of them.
  if (!opens) {
    const facts = {
      period: periodLabel(periodOf(period)),
      months: shut.map(periodLabel).join(', '),
    };
    throw new DeskRefused({ code: 'locked-by-itself', facts });
  }
  const standing = findSheet(beside, PERIOD_SHEET);
  // Rows of locks that are gone are written anew, before what opens them.
  const isWhole = acts.every(({ isRebuilt }) => !isRebuilt);
  const added = standing && isWhole ? rowsFor(standing, writePeriodActs([act])) : null;
  const after = [...acts, act];
  const exact = await inTurn([
    () =>
      added
        ? port.appendRows([added])
        : port.replaceSheets([writePeriodActs(after)], undefined, desk.lastWrites),
    ...(names.includes(INDEX_SHEET)
      ? [() => port.replaceSheets([indexAfter(plan, names, [], after)])]
      : []),
  ]);
  const now = await readDesk(port);
  return { desk: now, undo: takingBack(port, { before: desk, after: now, acts: [act] }, exact) };
}

/** A lock, and whether its tables are still what they were. */
export interface LockCheck {
  act: PeriodAct;
  /** Sheets of the lock that are gone. */
  missing: string[];
  isSame: boolean;
}

/**
 * Whether the tables and figures of every lock still say what they said: their hash is made again
 * from the sheets as they stand.
 */
export async function checkLocks(port: WorkbookPort): Promise<LockCheck[]> {
  const acts = readPeriodActs(await port.readSheets([PERIOD_SHEET]));
  const locks = acts.filter(({ kind, sheets }) => kind === 'locked' && sheets !== undefined);
  const standing = await port.readSheets([...new Set(locks.flatMap(({ sheets }) => sheets!))]);
  return locks.map((act) => {
    const lock = locks.filter(({ period }) => period === act.period).indexOf(act) + 1;
    const { tables, missing } = lockedTablesOf(act, lock, standing);
    return { act, missing, isSame: missing.length === 0 && hashOfTables(tables) === act.hash };
  });
}

/**
 * What a lock keeps, as it stands: its tables, of the signed figures its own rows, and the names of
 * those that are gone.
 */
export function lockedTablesOf(
  { period, sheets = [] }: PeriodAct,
  lock: number,
  standing: Workbook,
): { tables: Sheet[]; missing: string[] } {
  const isOwn = (one: SignedFigure) => one.period === period && one.lock === lock;
  const tables = sheets.flatMap((name) => {
    const table = findSheet(standing, name);
    return table && name === SIGNED_SHEET
      ? writeSigned(readSigned(standing).filter(isOwn))
      : (table ?? []);
  });
  return { tables, missing: sheets.filter((name) => !findSheet(standing, name)) };
}
