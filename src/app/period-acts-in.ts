import { readSigned } from '../domain/consolidation/signed-figures';
import { SIGNED_SHEET, PERIOD_SHEET } from '../domain/ledger/ledger-sheets';
import {
  readPeriodActs,
  withTracedLocks,
  type LockTrace,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { consolidablePeriods, type Plan } from '../domain/plan/plan';
import { parsePeriod } from '../domain/period/period';
import { lockedName, lockedTable } from '../domain/report/locked-copy';
import { reportSheetNames } from '../domain/report/report-sheets';
import { findSheet, type Workbook } from '../workbook/workbook';

/**
 * What was done with the periods: as their list says, and as the locked tables and figures say of
 * locks that are missing there.
 */
export function periodActsIn(workbook: Workbook): PeriodAct[] {
  const ofFigures = readSigned(workbook).map(({ period, lock }) => ({
    period,
    lock: Math.max(1, lock),
  }));
  const ofTables = workbook.sheets.flatMap(({ name }) => lockOf(name) ?? []);
  return withTracedLocks(readPeriodActs(workbook), [...ofFigures, ...ofTables]);
}

/**
 * The sheets that tell of a lock where neither the list of acts nor the signed figures are there
 * any more.
 */
export function lockedSheetsOf(plan: Plan, workbook: Workbook): string[] {
  if (findSheet(workbook, PERIOD_SHEET) || findSheet(workbook, SIGNED_SHEET)) return [];
  return consolidablePeriods(plan).map(({ id }) => lockedName(reportSheetNames(id).indicators, 1));
}

function lockOf(sheet: string): LockTrace | null {
  const period = parsePeriod(lockedTable(sheet)?.split(' ').at(-1) ?? '');
  return period && { period: period.id, lock: Number(/\((\d+)\)$/.exec(sheet)?.[1] ?? 1) };
}
