import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { parsePeriod, periodLabel, periodOf, tiles, type PeriodId } from '../period/period';
import { baseKind, type Plan } from '../plan/plan';
import { readTable, writeTable, type Column } from '../plan/table';

/** *Kỳ báo cáo*: who locked a period or opened it again, and when; a row for each act, the last one holds. */
export const PERIOD_SHEET = 'Kỳ báo cáo';

export interface PeriodAct {
  period: PeriodId;
  kind: 'locked' | 'reopened';
  /** As the person calls themselves (tự khai). */
  who: string;
  /** "2024-04-20 09:30:00", time of Viet Nam. */
  at: string;
}

const WORDS: Record<PeriodAct['kind'], string> = { locked: 'Đã khóa', reopened: 'Mở lại' };
const TEXT = { format: '@' };

const COLUMNS: Column<PeriodAct>[] = [
  { heading: 'Kỳ', width: 10, style: TEXT, write: (act) => act.period },
  { heading: 'Tên kỳ', width: 22, write: (act) => periodLabel(periodOf(act.period)) },
  { heading: 'Trạng thái', width: 14, write: (act) => WORDS[act.kind] },
  { heading: 'Người thực hiện (tự khai)', width: 28, style: TEXT, write: (act) => act.who },
  { heading: 'Lúc', width: 20, style: TEXT, write: (act) => act.at },
];

export function writePeriodActs(acts: readonly PeriodAct[]): Sheet {
  return writeTable(PERIOD_SHEET, COLUMNS, acts, true);
}

/** The acts in their order; a row nobody can read as one is none of ours. */
export function readPeriodActs(workbook: Workbook): PeriodAct[] {
  const sheet = findSheet(workbook, PERIOD_SHEET);
  if (!sheet) return [];
  const { rows } = readTable(
    sheet,
    COLUMNS.map(({ heading }) => heading),
  );
  return rows.flatMap((row): PeriodAct[] => {
    const period = row.get('Kỳ').text;
    const kind = (Object.keys(WORDS) as PeriodAct['kind'][]).find((one) => WORDS[one] === row.get('Trạng thái').text);
    if (!kind || !parsePeriod(period)) return [];
    return [{ period, kind, who: row.get('Người thực hiện (tự khai)').text, at: row.get('Lúc').text }];
  });
}

/** The base periods nothing more is taken in for: a quarter that is locked locks its months. */
export function lockedPeriods(plan: Plan, acts: readonly PeriodAct[]): Set<PeriodId> {
  const locked = new Set<PeriodId>();
  for (const { period, kind } of acts) {
    for (const { id } of tiles(periodOf(period), baseKind(plan.schedule)) ?? []) {
      if (kind === 'locked') locked.add(id);
      else locked.delete(id);
    }
  }
  return locked;
}
