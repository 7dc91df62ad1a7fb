import { carryTyped } from '../domain/report/carry-typed';
import { renamedRows, tableChanges, type TableChange } from '../domain/report/table-changes';
import { lockedTable } from '../domain/report/locked-copy';
import { chartTable } from '../domain/report/chart-sheet';
import { indicatorTable } from '../domain/report/indicator-table';
import { sheetNameOf } from '../domain/report/report-table';
import { submissionId } from '../domain/ledger/ledger-tables';
import { locksOf, type PeriodAct } from '../domain/ledger/period-states';
import { compareEnds, periodOf, type PeriodId } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import type { Correction, RestatedCell } from '../domain/report/restatement-table';
import type { Submission } from '../domain/submission/submission';
import { valuesOnly } from '../domain/report/locked-copy';
import { findSheet, type Workbook } from '../workbook/workbook';
import type { Sheet } from '../workbook/sheet';
import { consolidatePeriod } from './consolidate-period';
import type { Desk } from './desk';
import type { WorkbookPort } from './ports';
import { wasClosed } from './standing-report';

/**
 * Every cell of every locked table that is another one now: the later months whose cumulative
 * figures, previous month and changes moved, the agencies behind totals that stayed, forms, tasks,
 * verdicts, n/N. The table as it was locked is held against the same table as the ledger gives it
 * now, so nothing is told that a table does not say, and nothing it says is left out. Of a period
 * that was locked again the differences between its locks stay. `fresh` are tables that are being
 * locked.
 */
export async function restatedTables(
  port: WorkbookPort,
  desk: Desk,
  fresh: readonly Sheet[] = [],
): Promise<RestatedCell[]> {
  const locks = desk.acts.filter(({ kind, sheets }) => kind === 'locked' && sheets !== undefined);
  if (locks.length === 0) return [];
  const { sheets, ...read } = await port.readSheets(locks.flatMap((act) => act.sheets!));
  const standing = { ...read, sheets: [...sheets, ...fresh] };
  const periods = [...new Set(locks.map(({ period }) => period))];
  periods.sort((a, b) => compareEnds(periodOf(a), periodOf(b)) || (a < b ? -1 : 1));
  return periods.flatMap((period) => ofPeriod(desk, period, standing));
}

/** A lock with its tables, by the name of the table each was made of. */
interface Locked {
  act: PeriodAct;
  tables: Map<string, Sheet>;
}

function ofPeriod(desk: Desk, period: PeriodId, standing: Workbook): RestatedCell[] {
  const all = desk.acts.filter((act) => act.period === period && act.kind === 'locked');
  const cells: RestatedCell[] = [];
  let before: Locked | null = null;
  for (const [index, act] of all.entries()) {
    const tables = tablesOf(act, standing);
    if (tables.size === 0) continue;
    if (before)
      cells.push(...between(desk, before, { tables, until: act.at, lock: index + 1 }, index));
    before = { act, tables };
  }
  if (before)
    cells.push(
      ...between(
        desk,
        before,
        { tables: tablesNow(desk, before), until: '', lock: null },
        locksOf(all, period),
      ),
    );
  return cells;
}

function tablesOf({ sheets = [], period }: PeriodAct, standing: Workbook): Map<string, Sheet> {
  return new Map(
    sheets.flatMap((name) => {
      const table = lockedTable(name);
      const sheet = findSheet(standing, name);
      // A chart shows what the tables say.
      return table && sheet && table !== sheetNameOf(chartTable, period)
        ? [[table, sheet] as const]
        : [];
    }),
  );
}

/** The same tables as the ledger gives them now, closed with n/N as they were. */
function tablesNow(
  { plan, ledger, acts }: Desk,
  { act, tables: locked }: Locked,
): Map<string, Sheet> {
  const options = {
    acceptIncomplete: wasClosed(acts.slice(0, acts.indexOf(act)), act.period),
    asOf: null,
  };
  const { tables } = consolidatePeriod(
    plan,
    ledger,
    periodOf(act.period),
    options,
    new Set(locked.keys()),
  );
  const now = new Map<string, Sheet>();
  for (const table of tables) {
    const before = locked.get(table.name);
    if (!before) continue;
    carryTyped(before, table);
    now.set(table.name, valuesOnly(table));
  }
  return now;
}

function between(
  desk: Desk,
  before: Locked,
  after: { tables: ReadonlyMap<string, Sheet>; until: string; lock: number | null },
  lock: number,
): RestatedCell[] {
  const { period, at } = before.act;
  const since = correctionsSince(desk, period, at, after.until);
  const renamed = renamedIn(before.tables, after.tables, period);
  return [...before.tables].flatMap(([name, table]) => {
    const now = after.tables.get(name);
    const changes = now
      ? tableChanges(table, now, renamed)
      : [{ sheet: name, row: '', column: '', before: '–', after: null }];
    return changes.map((change): RestatedCell => {
      return {
        period,
        lock,
        again: after.lock,
        ...change,
        sheet: name,
        causes: change.isName ? [] : causesOf(desk.plan, change, since),
      };
    });
  });
}

/** What indicators were called and are called now: other tables have them over their columns. */
function renamedIn(
  before: ReadonlyMap<string, Sheet>,
  after: ReadonlyMap<string, Sheet>,
  period: PeriodId,
): Map<string, string> {
  const name = sheetNameOf(indicatorTable, period);
  const [was, now] = [before.get(name), after.get(name)];
  return was && now ? renamedRows(was, now) : new Map<string, string>();
}

interface Entered extends Correction {
  one: Submission;
}

/**
 * What counts, or counts no more, since a moment, and may have changed a table of a period: of it
 * and of what ends before it.
 */
function correctionsSince(
  { ledger }: Desk,
  period: PeriodId,
  at: string,
  until: string,
): Entered[] {
  const isSince = (time: string) =>
    plainTime(time) > plainTime(at) && (until === '' || plainTime(time) <= plainTime(until));
  return ledger.flatMap((one): Entered[] => {
    if (compareEnds(periodOf(one.period), periodOf(period)) > 0) return [];
    const { decision, run, accepted, grounds } = one;
    const submission = submissionId(one);
    if (decision && isSince(decision.at))
      return [{ submission, who: decision.who, at: decision.at, one }];
    return accepted !== 'none' && isSince(run)
      ? [{ submission, who: grounds?.who ?? '', at: run, one }]
      : [];
  });
}

function plainTime(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

/**
 * Of the corrections those that name the row: its agency, or the indicator, task or form; all of
 * them where none does.
 */
function causesOf(
  plan: Plan,
  { row, column, sheet }: TableChange,
  since: readonly Entered[],
): Correction[] {
  const words = new Set([...row.split(' – '), ...column.split(/[ :]+/), ...sheet.split(' ')]);
  const ofAgency = since.filter(
    ({ one }) => words.has(one.agency) || words.has(findAgency(plan, one.agency)?.name ?? ''),
  );
  const isAbout = ({ one }: Entered) => one.observations.some(({ code }) => words.has(code));
  const own =
    [ofAgency.filter(isAbout), ofAgency, since.filter(isAbout), since].find(
      (some) => some.length > 0,
    ) ?? [];
  return own.map(({ submission, who, at }) => ({ submission, who, at }));
}
