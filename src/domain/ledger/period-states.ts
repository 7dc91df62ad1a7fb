import type { Actor } from '../actor';
import { byMoment, momentAfter } from '../../text/by-moment';
import { dateFromSerial, type CivilDate } from '../../text/date';
import type { Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import {
  parsePeriod,
  periodLabel,
  periodOf,
  readPeriodLabel,
  tiles,
  type Period,
  type PeriodId,
} from '../period/period';
import { windowOf } from '../period/window';
import { baseKind, consolidablePeriods, expectedTiles, type Plan } from '../plan/plan';
import { later, optional, phrase, text, word } from '../table/field';
import { SheetTable, type RowOf } from '../table/sheet-table';
import { asWorking } from '../table/table';
import { Words } from '../table/words';
import { CHECK_HEADING, checkOf } from './check-value';
import { edit, type LedgerEdit } from './ledger-tables';
import { PERIOD_SHEET } from './ledger-sheets';

/**
 * *Kỳ báo cáo*: what was done with a period, by whom and when; a row for each act, the last one
 * says how the period stands.
 */

export interface PeriodAct extends Actor {
  period: PeriodId;
  /** `closed`: the figures were declared final with n/N; `consolidated`: its tables were made. */
  kind: 'consolidated' | 'closed' | 'locked' | 'reopened';
  /** "120/132 đơn vị", the reason of a reopening; "" when nothing was said. */
  note?: string;
  /** SHA-256 of the locked tables, only of a lock. */
  hash?: string;
  /** The sheets that hold them, in the order of the hash. */
  sheets?: readonly string[];
  /** Its row is gone or was changed by hand: the locked tables say that the period is locked. */
  isRebuilt?: true;
}

/** Chưa mở → Đang mở → Đã chốt số liệu → Đang tổng hợp → Đã khóa (→ Đã mở lại). */
export type PeriodState = 'not-open' | 'open' | 'closed' | 'consolidating' | 'locked' | 'reopened';

const STATES = new Words<PeriodAct['kind']>({
  consolidated: 'Đang tổng hợp',
  closed: 'Đã chốt số liệu',
  locked: 'Đã khóa',
  reopened: 'Đã mở lại',
});

/** How a period stands after an act, in the office's words. */
export function actWord({ kind }: PeriodAct): string {
  return STATES.write(kind);
}

const ACTS = new SheetTable(
  PERIOD_SHEET,
  {
    period: text('Kỳ', 10),
    name: phrase('Tên kỳ', 22),
    kind: word('Trạng thái', 16, STATES),
    who: text('Người thực hiện (tự khai)', 28),
    at: text('Thời điểm', 20),
    note: optional(text('Chi tiết', 40)),
    hash: optional(text('Mã đối chiếu bảng', 24)),
    sheets: optional(text('Bảng khóa', 60)),
    check: later(text(CHECK_HEADING, 12)),
  },
  true,
);
type ActRow = RowOf<typeof ACTS>;

/** No name of a sheet holds a slash. */
const BETWEEN_SHEETS = ' / ';

function checkOfAct({ period, kind, at, hash }: PeriodAct): string {
  return checkOf(period, kind, at, hash);
}

export function writePeriodActs(acts: readonly PeriodAct[]): Sheet {
  const rows = acts.map((act) => ({
    period: act.period,
    name: periodLabel(periodOf(act.period)),
    kind: act.kind,
    who: act.who,
    at: act.at,
    note: act.note || null,
    hash: act.hash ?? null,
    sheets: act.sheets?.join(BETWEEN_SHEETS) ?? null,
    check: checkOfAct(act),
  }));
  return asWorking(ACTS.write(rows));
}

/**
 * The acts in the order of their moments, where a row says what was written. A state nobody can
 * read is a lock, and so is a row that bears locked tables, and one that would open a period and
 * was written by hand: what was locked stays locked, however its row was changed.
 */
export function readPeriodActs(workbook: Workbook): PeriodAct[] {
  const rows = ACTS.rowsOf(workbook);
  const acts = rows.flatMap((row) => {
    const act = actIn(row, hasChecks(rows));
    return act ? [{ act, isAsWritten: row.text('check') === checkOfAct(act) }] : [];
  });
  return byMoment(acts, ({ act, isAsWritten }) => (isAsWritten ? act.at : null)).map(
    ({ act }) => act,
  );
}

/** An act as it follows what was done with its period, and with those that share a part of it. */
export function actAfter(plan: Plan, acts: readonly PeriodAct[], act: PeriodAct): PeriodAct {
  const partsOf = (period: PeriodId) => tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  const own = new Set(partsOf(act.period).map(({ id }) => id));
  const done = acts.filter(({ period }) => partsOf(period).some(({ id }) => own.has(id)));
  return { ...act, at: momentAfter(act.at, done) };
}

/** What of the acts somebody changed so that it cannot be read, each at its cell. */
export function actEdits(workbook: Workbook): LedgerEdit[] {
  const rows = ACTS.rowsOf(workbook);
  return rows.flatMap((row) => {
    const [at, state] = [row.cell('period'), row.cell('kind')];
    const period = periodIn(row);
    if (!period) return [edit(at, 'ledger-act-of-nothing', { found: at.text })];
    const facts = { period: periodLabel(period), found: state.text };
    const kind = row.get('kind');
    if (kind === undefined) return [edit(state, 'ledger-act-unreadable', facts)];
    const held = actIn(row, hasChecks(rows))?.kind;
    const other = readPeriodLabel(at.text);
    if (held === 'locked' && other && other.id !== period.id)
      return [edit(at, 'ledger-act-changed', { ...facts, found: at.text })];
    const isOther = held !== kind;
    return isOther ? [edit(state, 'ledger-act-changed', facts)] : [];
  });
}

function actIn(row: ActRow, checks: boolean): PeriodAct | null {
  const period = periodIn(row);
  if (!period) return null;
  const said = saidOf(row, period);
  const opensByHand = said.kind === 'reopened' && checks && row.text('check') !== checkOfAct(said);
  return said.sheets || opensByHand ? { ...said, kind: 'locked' } : said;
}

function saidOf(row: ActRow, period: Period): PeriodAct {
  const [note, hash, sheets] = [row.text('note'), row.text('hash'), row.text('sheets')];
  return {
    period: period.id,
    kind: row.get('kind') ?? 'locked',
    who: row.text('who'),
    at: row.text('at'),
    ...(note ? { note } : {}),
    ...(hash ? { hash } : {}),
    ...(sheets ? { sheets: sheets.split(BETWEEN_SHEETS) } : {}),
  };
}

/** Absent in a workbook of before acts had any; then nothing is held against them. */
function hasChecks(rows: readonly ActRow[]): boolean {
  return rows.some((row) => row.text('check') !== '');
}

/** Of a lock, what is left of it beside its row: the period, and which of its locks it was. */
export interface LockTrace {
  period: PeriodId;
  lock: number;
}

/**
 * The acts with every lock that its tables or signed figures still tell of and whose row is gone:
 * nobody opens a period by deleting, renaming or rewriting *Kỳ báo cáo*.
 */
export function withTracedLocks(
  acts: readonly PeriodAct[],
  traces: Iterable<LockTrace>,
): PeriodAct[] {
  const last = new Map<PeriodId, number>();
  for (const { period, lock } of traces) last.set(period, Math.max(lock, last.get(period) ?? 0));
  const lost = [...last]
    .map(([period, lock]): [PeriodId, number] => [period, Math.min(lock, MOST_LOCKS)])
    .filter(([period, lock]) => locksOf(acts, period) < lock);
  const rebuilt = lost.flatMap(([period, lock]) =>
    Array.from({ length: lock - locksOf(acts, period) }, (): PeriodAct => {
      return { period, kind: 'locked', who: '', at: '', note: REBUILT, isRebuilt: true };
    }),
  );
  return [...acts, ...rebuilt];
}

/** Nobody locks a period more often: a greater number in a file that came is not believed. */
const MOST_LOCKS = 100;

/** Stands in the list of acts from the next write on. */
const REBUILT = 'Ghi lại từ bảng đã khóa';

/** Each lock whose row is gone, said at the list it is missing from. */
export function lostLocks(acts: readonly PeriodAct[]): LedgerEdit[] {
  return acts
    .filter(({ isRebuilt }) => isRebuilt)
    .map(({ period }) =>
      edit({ sheet: PERIOD_SHEET, cell: 'A1' }, 'ledger-lock-lost', {
        period: periodLabel(periodOf(period)),
      }),
    );
}

/**
 * The period of an act, by its code, its name, or the sheets that were locked; where they
 * contradict each other, the one the row was written of.
 */
function periodIn(row: ActRow): Period | null {
  const said = periodsIn(row);
  const check = row.text('check');
  return said.find((one) => check === checkOfAct(saidOf(row, one))) ?? said[0] ?? null;
}

function periodsIn(row: ActRow): Period[] {
  // "2024-03" typed once more is a day in Excel.
  const { value } = row.cell('period');
  const day =
    typeof value === 'number' && value > FIRST_DAY
      ? parsePeriod(dateFromSerial(value)?.slice(0, 7) ?? '')
      : null;
  const [code, name] = [row.text('period'), row.text('name')].map((one) => readPeriodLabel(one));
  return [code, name, tableIn(row.text('sheets')), day].filter((one) => one !== null);
}

function tableIn(sheets: string): Period | null {
  return parsePeriod(/\d{4}(-\w+)?/.exec(sheets)?.[0] ?? '');
}

/** 01/01/2000; a smaller number is no day of a period. */
const FIRST_DAY = 36_526;

/**
 * The periods nothing more is taken in for: a quarter that is locked locks its months, and a report
 * of a longer period is locked with the base period it ends with, which it may tell. Opened again
 * is what was asked: a month with every longer period over it, a quarter without the months that
 * were locked by themselves.
 */
export function lockedPeriods(plan: Plan, acts: readonly PeriodAct[]): Set<PeriodId> {
  const locks = new Map<PeriodId, Set<PeriodId>>();
  const partsOf = (period: PeriodId) => tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  for (const { period, kind } of acts) {
    if (kind !== 'locked' && kind !== 'reopened') continue;
    const parts = partsOf(period);
    for (const { id } of parts) {
      const own = locks.get(id) ?? new Set();
      if (kind === 'locked') own.add(period);
      else for (const over of [...own]) if (partsOf(over).length >= parts.length) own.delete(over);
      locks.set(id, own);
    }
  }
  const locked = new Set([...locks].filter(([, own]) => own.size > 0).map(([id]) => id));
  const longer = consolidablePeriods(plan).filter(({ kind }) => kind !== baseKind(plan.schedule));
  const ofLonger = longer.filter((one) => locked.has(expectedTiles(plan, one).at(-1)?.id ?? ''));
  return new Set([...locked, ...ofLonger.map(({ id }) => id)]);
}

/**
 * Whether anything would be open if a period were opened again: of a quarter not what its months
 * were locked by themselves.
 */
export function opensAny(plan: Plan, acts: readonly PeriodAct[], period: PeriodId): boolean {
  const last = acts.findLast(
    (one) => one.period === period && (one.kind === 'locked' || one.kind === 'reopened'),
  );
  const act: PeriodAct = { period, kind: 'reopened', who: '', at: '' };
  const [now, then] = [acts, [...acts, act]].map((some) => lockedPeriods(plan, some));
  return last?.kind === 'locked' || now.size > then.size;
}

/** The base periods of a period that are locked. */
export function lockedParts(plan: Plan, locked: ReadonlySet<PeriodId>, period: Period): Period[] {
  return (tiles(period, baseKind(plan.schedule)) ?? []).filter(({ id }) => locked.has(id));
}

/** How a period stands, and the act that says so; null when nothing was done with it yet. */
export function periodState(
  plan: Plan,
  acts: readonly PeriodAct[],
  period: Period,
  today: CivilDate,
): { state: PeriodState; act: PeriodAct | null } {
  const isLock = (one: PeriodAct) => one.period === period.id && one.kind === 'locked';
  // Made again, its tables stand as they were locked.
  if (holdsLock(plan, acts, period.id))
    return { state: 'locked', act: acts.findLast(isLock) ?? null };
  const act = acts.findLast((one) => one.period === period.id) ?? null;
  if (act) return { state: act.kind === 'consolidated' ? 'consolidating' : act.kind, act };
  return {
    state: today < windowOf(period, plan.schedule.window).from ? 'not-open' : 'open',
    act: null,
  };
}

/** How many times a period was locked: each lock keeps its own copy of the tables. */
export function locksOf(acts: readonly PeriodAct[], period: PeriodId): number {
  return acts.filter((one) => one.period === period && one.kind === 'locked').length;
}

/**
 * Whether the period itself was locked and none of it was opened again since: its months alone
 * being locked is no lock of the quarter.
 */
export function holdsLock(plan: Plan, acts: readonly PeriodAct[], period: PeriodId): boolean {
  const own = acts.findLast(
    (act) => act.period === period && (act.kind === 'locked' || act.kind === 'reopened'),
  );
  const locked = lockedPeriods(plan, acts);
  const parts = tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  return own?.kind === 'locked' && parts.every(({ id }) => locked.has(id));
}
