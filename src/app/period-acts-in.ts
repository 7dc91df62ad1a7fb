import { readSigned } from '../domain/consolidation/signed-figures';
import {
  readPeriodActs,
  withTracedLocks,
  type LockTrace,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { parsePeriod } from '../domain/period/period';
import { lockedTable } from '../domain/report/locked-copy';
import { REPORT_WORDS } from '../domain/report/report-sheets';
import { matchKey } from '../text/normal-form';
import type { Workbook } from '../workbook/workbook';

/**
 * What was done with the periods: as their list says, and as the locked tables and figures say of
 * locks that are missing there.
 */
export function periodActsIn(workbook: Workbook): PeriodAct[] {
  const acts = readPeriodActs(workbook);
  const ofFigures = readSigned(workbook).map(({ period, lock }) => ({
    period,
    lock: Math.max(1, lock),
  }));
  const locks = acts.filter(({ kind }) => kind === 'locked');
  const told = new Set([...locks, ...ofFigures].map(({ period }) => period));
  const names = workbook.allNames ?? workbook.sheets.map(({ name }) => name);
  // A sheet that is copied in Excel is named as the table of a second lock is.
  const ofTables = names
    .flatMap((name) => lockOf(name) ?? [])
    .filter(({ period, lock }) => lock === 1 || !told.has(period));
  return withTracedLocks(acts, [...ofFigures, ...ofTables]);
}

/** The lock a table is of, by its name; null for what is only called alike: "Khóa học 2024". */
function lockOf(sheet: string): LockTrace | null {
  const table = lockedTable(sheet) ?? '';
  const between = table.lastIndexOf(' ');
  if (!TABLES.has(matchKey(table.slice(0, between)))) return null;
  const period = parsePeriod(table.slice(between + 1));
  return period && { period: period.id, lock: Number(/\((\d+)\)$/.exec(sheet)?.[1] ?? 1) };
}

const TABLES = new Set(REPORT_WORDS.map(matchKey));
