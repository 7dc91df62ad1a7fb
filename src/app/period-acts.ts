import { restatements } from '../domain/consolidation/restatement';
import {
  holdsLock,
  locksOf,
  PERIOD_SHEET,
  readPeriodActs,
  writePeriodActs,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { submissionKey } from '../domain/ledger/in-force';
import { submissionId } from '../domain/ledger/ledger-tables';
import type { Submission } from '../domain/submission/submission';
import { signedFigures, writeSigned } from '../domain/consolidation/signed-figures';
import { periodOf, tiles, type PeriodId } from '../domain/period/period';
import { baseKind } from '../domain/plan/plan';
import { rowsFor } from '../domain/table/table';
import { hashOfTables, lockedName, valuesOnly } from '../domain/report/locked-copy';
import { RESTATEMENT_SHEET, writeRestatements } from '../domain/report/restatement-table';
import { findSheet } from '../workbook/workbook';
import { takingBack } from './acts/taking-back';
import { DeskRefused, readDesk, readDeskAnd, type Desk } from './desk';
import type { Progress, Undo, WorkbookPort } from './ports';
import { standingReport } from './standing-report';

/** Who acts on a period, and when. */
export type Actor = Pick<PeriodAct, 'who' | 'at'>;

/**
 * *Khóa kỳ*: the tables of the period as the ledger gives them now are kept as values with their hash, its totals are kept beside, and
 * nothing more is taken in for it. One write; locked twice it is locked once.
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
  const note = `${result.accepted}/${result.expected} đơn vị`;
  const act: PeriodAct = {
    period,
    kind: 'locked',
    ...actor,
    note,
    hash: hashOfTables(copies),
    sheets: copies.map(({ name }) => name),
  };
  const signed = [...now.signed, ...signedFigures(result, lock)];
  // What is signed now is restated no more.
  const corrections = findSheet(standing, RESTATEMENT_SHEET)
    ? [writeRestatements(now.plan, restatements(now.plan, now.ledger, signed, now.locked))]
    : [];
  const sheets = [...copies, ...corrections, writeSigned(signed), writePeriodActs([...now.acts, act])];
  const exact = await port.replaceSheets(sheets, progress, now.lastWrites);
  const desk = await readDesk(port);
  // What another window entered while this was written is in none of the locked tables.
  const late = desk.ledger.find((one) => desk.locked.has(one.period) && !now.ledger.some(isSameAs(one)));
  if (!late) return { desk, undo: takingBack(port, { before: now, after: desk, acts: [act] }, exact) };
  await exact();
  throw new DeskRefused({ code: 'entered-while-locking', facts: { submission: submissionId(late) } });
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
  const parts = tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  const isOpen = !parts.some(({ id }) => locked.has(id));
  const act: PeriodAct = { period, kind: 'reopened', ...actor };
  const standing = findSheet(beside, PERIOD_SHEET);
  const added = standing && rowsFor(standing, writePeriodActs([act]));
  const write = () =>
    added
      ? port.appendRows([added])
      : port.replaceSheets([writePeriodActs([...acts, act])], undefined, desk.lastWrites);
  if (isOpen) return { desk, undo: null };
  const exact = await write();
  const after = await readDesk(port);
  return { desk: after, undo: takingBack(port, { before: desk, after, acts: [act] }, exact) };
}

/** A lock, and whether its tables are still what they were. */
export interface LockCheck {
  act: PeriodAct;
  /** Sheets of the lock that are gone. */
  missing: string[];
  isSame: boolean;
}

/** Whether the tables of every lock still say what they said: their hash is made again from the sheets as they stand. */
export async function checkLocks(port: WorkbookPort): Promise<LockCheck[]> {
  const locks = readPeriodActs(await port.readSheets([PERIOD_SHEET])).filter(({ kind }) => kind === 'locked');
  const standing = await port.readSheets(locks.flatMap(({ sheets = [] }) => sheets));
  return locks
    .filter(({ sheets }) => sheets !== undefined)
    .map((act) => {
      const tables = act.sheets!.map((name) => findSheet(standing, name));
      const missing = act.sheets!.filter((_, index) => !tables[index]);
      const found = tables.filter((table) => table !== undefined);
      return { act, missing, isSame: missing.length === 0 && hashOfTables(found) === act.hash };
    });
}
