import type { ConsolidationOptions } from '../domain/consolidation/consolidation';
import type { PeriodAct } from '../domain/ledger/period-states';
import type { Period, PeriodId } from '../domain/period/period';
import { carryTyped, enclosedIn, putEnclosed } from '../domain/report/carry-typed';
import { reportSheetNames, standingSheetNames } from '../domain/report/report-sheets';
import { RESTATEMENT_SHEET } from '../domain/report/restatement-table';
import { findSheet, type Workbook } from '../workbook/workbook';
import { consolidatePeriod, type PeriodReport } from './consolidate-period';
import { readDeskAnd, type Desk } from './desk';
import type { WorkbookPort } from './ports';

/** The report of a period as it belongs into the open workbook. */
export interface StandingReport extends PeriodReport {
  desk: Desk;
  /**
   * The sheets of it that stand, as far as people put something into them or they may have become
   * empty.
   */
  standing: Workbook;
}

/**
 * Lays out the report of a period from the ledger as it is now: closed with n/N as told or, where
 * nothing is told, as it was consolidated last; with what people put into its tables (the number of
 * the report once, in the first of them), and with every annex that stands, for one that is left
 * out would go on saying what no longer holds.
 */
export async function standingReport(
  port: WorkbookPort,
  period: Period,
  options?: ConsolidationOptions,
): Promise<StandingReport> {
  const names = [...standingSheetNames(period.id), RESTATEMENT_SHEET];
  const { desk, beside: standing } = await readDeskAnd(port, names);
  const { plan, ledger, acts } = desk;
  const judged = options ?? { acceptIncomplete: wasClosed(acts, period.id), asOf: null };
  const there = new Set(standing.sheets.map(({ name }) => name));
  const report = consolidatePeriod(plan, ledger, period, judged, there);
  const first = findSheet(standing, reportSheetNames(period.id).indicators);
  const enclosed = first ? enclosedIn(first) : null;
  for (const table of report.tables) {
    const before = findSheet(standing, table.name);
    if (before) carryTyped(before, table);
    if (enclosed !== null) putEnclosed(table, enclosed);
  }
  return { ...report, desk, standing };
}

/** Whether the figures of a period were declared final with n/N when its tables were made last. */
export function wasClosed(acts: readonly PeriodAct[], period: PeriodId): boolean {
  const isMade = ({ kind }: PeriodAct) => kind === 'consolidated' || kind === 'closed';
  return acts.findLast((act) => act.period === period && isMade(act))?.kind === 'closed';
}
