import type { CivilDate } from '../../text/date';
import { findSheet, type Workbook } from '../../workbook/workbook';
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
import { baseKind, expectedTiles, scheduledPeriods, type Plan } from '../plan/plan';
import { readTable, writeTable, type Column, type TableRow } from '../table/table';
import { edit, wordOf, type LedgerEdit } from './ledger-tables';

/** *Kỳ báo cáo*: what was done with a period, by whom and when; a row for each act, the last one says how the period stands. */
export const PERIOD_SHEET = 'Kỳ báo cáo';

export interface PeriodAct {
  period: PeriodId;
  /** `closed`: the figures were declared final with n/N; `consolidated`: its tables were made. */
  kind: 'consolidated' | 'closed' | 'locked' | 'reopened';
  /** As the person calls themselves (tự khai). */
  who: string;
  /** "2024-04-20 09:30:00", time of Viet Nam. */
  at: string;
  /** "120/132 đơn vị", the reason of a reopening; "" when nothing was said. */
  note?: string;
  /** SHA-256 of the locked tables, only of a lock. */
  hash?: string;
  /** The sheets that hold them, in the order of the hash. */
  sheets?: readonly string[];
}

/** Chưa mở → Đang mở → Đã chốt số liệu → Đang tổng hợp → Đã khóa (→ Mở lại). */
export type PeriodState = 'not-open' | 'open' | 'closed' | 'consolidating' | 'locked' | 'reopened';

const WORDS: Record<PeriodAct['kind'], string> = {
  consolidated: 'Đang tổng hợp',
  closed: 'Đã chốt số liệu',
  locked: 'Đã khóa',
  reopened: 'Mở lại',
};
const TEXT = { format: '@' };

const COLUMNS: Column<PeriodAct>[] = [
  { heading: 'Kỳ', width: 10, style: TEXT, write: (act) => act.period },
  { heading: 'Tên kỳ', width: 22, write: (act) => periodLabel(periodOf(act.period)) },
  { heading: 'Trạng thái', width: 16, write: (act) => WORDS[act.kind] },
  { heading: 'Người thực hiện (tự khai)', width: 28, style: TEXT, write: (act) => act.who },
  { heading: 'Lúc', width: 20, style: TEXT, write: (act) => act.at },
  { heading: 'Chi tiết', width: 40, style: TEXT, write: (act) => act.note || null },
  { heading: 'Mã băm bảng khóa', width: 24, style: TEXT, write: (act) => act.hash ?? null },
  // No name of a sheet holds a slash.
  { heading: 'Bảng khóa', width: 60, style: TEXT, write: (act) => act.sheets?.join(' / ') ?? null },
];

export function writePeriodActs(acts: readonly PeriodAct[]): Sheet {
  return writeTable(PERIOD_SHEET, COLUMNS, acts, true);
}

/** The acts in their order. A state nobody can read is a lock: what was locked stays locked, however its word was changed. */
export function readPeriodActs(workbook: Workbook): PeriodAct[] {
  return rowsOf(workbook).flatMap((row): PeriodAct[] => {
    const text = (heading: string) => row.get(heading).text;
    const kind = wordOf(WORDS, text('Trạng thái')) ?? 'locked';
    const period = periodIn(row);
    if (!period) return [];
    const [note, hash, sheets] = ['Chi tiết', 'Mã băm bảng khóa', 'Bảng khóa'].map(text);
    return [
      {
        period: period.id,
        kind,
        who: text('Người thực hiện (tự khai)'),
        at: text('Lúc'),
        ...(note ? { note } : {}),
        ...(hash ? { hash } : {}),
        ...(sheets ? { sheets: sheets.split(' / ') } : {}),
      },
    ];
  });
}

/** What of the acts somebody changed so that it cannot be read, each at its cell. */
export function actEdits(workbook: Workbook): LedgerEdit[] {
  return rowsOf(workbook).flatMap((row) => {
    const [at, state] = [row.get('Kỳ'), row.get('Trạng thái')];
    const period = periodIn(row);
    if (!period) return [edit(at, 'ledger-act-of-nothing', { found: at.text })];
    const facts = { period: periodLabel(period), found: state.text };
    return wordOf(WORDS, state.text) ? [] : [edit(state, 'ledger-act-unreadable', facts)];
  });
}

function rowsOf(workbook: Workbook): TableRow[] {
  const sheet = findSheet(workbook, PERIOD_SHEET);
  const headings = COLUMNS.map(({ heading }) => heading);
  return sheet ? readTable(sheet, headings).rows : [];
}

/** The period of an act, by its code, its name, or the sheets that were locked. */
function periodIn(row: TableRow): Period | null {
  const [code, name, sheets] = ['Kỳ', 'Tên kỳ', 'Bảng khóa'].map((heading) => row.get(heading).text);
  return readPeriodLabel(code) ?? readPeriodLabel(name) ?? parsePeriod(/\d{4}(-\w+)?/.exec(sheets)?.[0] ?? '');
}

/**
 * The periods nothing more is taken in for: a quarter that is locked locks its months, and a report of a longer period is locked with
 * the base period it ends with, which it may tell.
 */
export function lockedPeriods(plan: Plan, acts: readonly PeriodAct[]): Set<PeriodId> {
  const locked = new Set<PeriodId>();
  for (const { period, kind } of acts) {
    if (kind !== 'locked' && kind !== 'reopened') continue;
    for (const { id } of tiles(periodOf(period), baseKind(plan.schedule)) ?? []) {
      if (kind === 'locked') locked.add(id);
      else locked.delete(id);
    }
  }
  const longer = scheduledPeriods(plan).filter(({ kind }) => kind !== baseKind(plan.schedule));
  const ofLonger = longer.filter((one) => locked.has(expectedTiles(plan, one).at(-1)?.id ?? ''));
  return new Set([...locked, ...ofLonger.map(({ id }) => id)]);
}

/** How a period stands, and the act that says so; null when nothing was done with it yet. */
export function periodState(
  plan: Plan,
  acts: readonly PeriodAct[],
  period: Period,
  today: CivilDate,
): { state: PeriodState; act: PeriodAct | null } {
  const act = acts.findLast((one) => one.period === period.id) ?? null;
  if (act) return { state: act.kind === 'consolidated' ? 'consolidating' : act.kind, act };
  return { state: today < windowOf(period, plan.schedule.window).from ? 'not-open' : 'open', act: null };
}

/** How many times a period was locked: each lock keeps its own copy of the tables. */
export function locksOf(acts: readonly PeriodAct[], period: PeriodId): number {
  return acts.filter((one) => one.period === period && one.kind === 'locked').length;
}

/** Whether the period itself was locked and none of it was opened again since: its months alone being locked is no lock of the quarter. */
export function holdsLock(plan: Plan, acts: readonly PeriodAct[], period: PeriodId): boolean {
  const own = acts.findLast((act) => act.period === period && (act.kind === 'locked' || act.kind === 'reopened'));
  const locked = lockedPeriods(plan, acts);
  const parts = tiles(periodOf(period), baseKind(plan.schedule)) ?? [];
  return own?.kind === 'locked' && parts.every(({ id }) => locked.has(id));
}
