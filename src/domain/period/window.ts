import type { CivilDate } from '../../text/date';
import { addDays, civilDate, weekday } from '../../text/date';
import type { Period } from './period';

/**
 * When figures of a period are cut off.
 * - `nd09`: Nghị định 09/2019/NĐ-CP: from the 15th of the month before to the 14th of the last
 * month; the windows tile.
 * - `calendar`: whole calendar months.
 */
export type WindowRule = 'nd09' | 'calendar';

export interface Window {
  from: CivilDate;
  /** The cut-off, inclusive. */
  to: CivilDate;
}

export function windowOf(period: Period, rule: WindowRule): Window {
  const { year, firstMonth, lastMonth } = period;
  if (rule === 'calendar') {
    return { from: civilDate(year, firstMonth, 1), to: lastDayOfMonth(year, lastMonth) };
  }
  const from = firstMonth === 1 ? civilDate(year - 1, 12, 15) : civilDate(year, firstMonth - 1, 15);
  return { from, to: civilDate(year, lastMonth, 14) };
}

export function lastDayOfMonth(year: number, monthNumber: number): CivilDate {
  return civilDate(year, monthNumber, new Date(Date.UTC(year, monthNumber, 0)).getUTCDate());
}

/**
 * The reporting set of a period is taken on this day, whatever the window: the calendar month's
 * last.
 */
export function lastDay(period: Period): CivilDate {
  return lastDayOfMonth(period.year, period.lastMonth);
}

export interface Holiday {
  date: CivilDate;
  name: string;
  /** `off`: no work that day. `work`: a weekend day worked instead (làm bù). */
  kind: 'off' | 'work';
}

/** The day `workingDays` working days after the cut-off. */
export function dueDate(
  cutOff: CivilDate,
  workingDays: number,
  holidays: readonly Holiday[],
): CivilDate {
  const kinds = new Map(holidays.map((holiday) => [holiday.date, holiday.kind]));
  let date = cutOff;
  for (let left = workingDays; left > 0;) {
    date = addDays(date, 1);
    const kind = kinds.get(date);
    const weekend = weekday(date) === 0 || weekday(date) === 6;
    if (kind === 'work' || (kind === undefined && !weekend)) left--;
  }
  return date;
}
