import { restatements, type Restated } from '../domain/consolidation/restatement';
import type { ConsolidationOptions } from '../domain/consolidation/consolidation';
import type { Actor } from '../domain/actor';
import { actAfter, lockedPeriods, writePeriodActs } from '../domain/ledger/period-states';
import type { Period } from '../domain/period/period';
import {
  RESTATEMENT_SHEET,
  writeRestatements,
  type RestatedCell,
} from '../domain/report/restatement-table';
import { hiddenByTables } from '../domain/report/workbook-guide';
import { findSheet } from '../workbook/workbook';
import { takingBack } from './acts/taking-back';
import type { PeriodReport } from './consolidate-period';
import type { Desk } from './desk';
import type { Progress, Undo, WorkbookPort } from './ports';
import { restatedTables } from './restated-tables';
import { indexAfter } from './sheet-order';
import { standingReport } from './standing-report';

/** A period consolidated into the workbook, and the signed totals that are others now. */
export interface Consolidated extends PeriodReport {
  desk: Desk;
  restated: Restated[];
  /** Every cell of the locked tables that is another one now. */
  restatedCells: RestatedCell[];
  undo: Undo;
  /** See {@link Placed.stillSeen}. */
  stillSeen?: readonly string[];
}

/**
 * Consolidates a period of the workbook as it stands and writes its tables into it; who did it and
 * when stands beside.
 */
export async function consolidateInto(
  port: WorkbookPort,
  period: Period,
  options: ConsolidationOptions,
  actor: Actor,
  progress: Progress,
): Promise<Consolidated> {
  const { desk: now, standing, ...report } = await standingReport(port, period, options);
  const { accepted, expected } = report.result;
  const kind = options.acceptIncomplete ? 'closed' : 'consolidated';
  const act = actAfter(now.plan, now.acts, {
    period: period.id,
    kind,
    ...actor,
    note: `${accepted}/${expected} đơn vị`,
  });
  const last = now.acts.at(-1);
  // Written already: the answer to the write before was lost.
  const isKept = last?.period === period.id && last.kind === kind && last.at === act.at;
  const acts = isKept ? now.acts : [...now.acts, act];
  const restated = restatements(now.plan, now.ledger, now.signed, now.locked);
  const restatedCells = await restatedTables(port, now);
  const isTold =
    restated.length + restatedCells.length > 0 ||
    findSheet(standing, RESTATEMENT_SHEET) !== undefined;
  const corrections = isTold ? [writeRestatements(now.plan, restated, restatedCells)] : [];
  const control = report.control({ tables: standing.sheets, acts: now.acts });
  const names = standing.allNames ?? [];
  const own = [...report.sheets, control, ...corrections, writePeriodActs(acts)];
  const sheets = [...own, indexAfter(now.plan, names, own, acts)];
  const hides = hiddenByTables(now.plan, period.id, names);
  const exact = await port.replaceSheets(sheets, progress, now.lastWrites, hides);
  const desk = { ...now, acts, locked: lockedPeriods(now.plan, acts) };
  const undo = takingBack(port, { before: now, after: desk, acts: isKept ? [] : [act] }, exact);
  return { ...report, desk, restated, restatedCells, undo, stillSeen: exact.stillSeen };
}
