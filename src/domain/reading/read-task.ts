import {
  civilDate,
  dateFromSerial,
  isCivilDate,
  readDate,
  readMonth,
  readShortDate,
  type CivilDate,
} from '../../text/date';
import { plainKey } from '../../text/normal-form';
import { isBlank, isDateFormat, type CellValue } from '../../workbook/cell';
import { lastDayOfMonth, type Window } from '../period/window';
import type { Task } from '../plan/plan';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';
import type { TaskColumn } from '../template/columns';
import { readOwnWords, readTaskState, TASK_STATES } from '../template/task-states';
import type { AlignedRow } from './match-rows';
import { isStruckOut } from './marked-text';
import type { OwedCell } from './owed-cell';
import type { MeasureName, Observation, ObservationState } from '../submission/submission';
import { warnOfFormula } from './text-like-formula';

export interface TaskReading {
  task: Task;
  row: AlignedRow<TaskColumn>;
  status: Observation | null;
  date: Observation | null;
  text: Observation | null;
  /** Khó khăn, vướng mắc. */
  difficulty: Observation | null;
  owed: OwedCell[];
}

/**
 * Reads one aligned task row: state, day of completion, the result and the difficulties in words.
 */
export function readTask(
  task: Task,
  row: AlignedRow<TaskColumn>,
  days: DayContext,
  findings: Finding[],
): TaskReading {
  const text = cellText(row.cell('result')?.value ?? null);
  warnOfFormula(row, ['result', 'difficulty'], findings);
  const status = readStatus(task, row, findings);
  const date = readCompletion(task, row, { ...days, text }, findings);
  // Done on a day nobody can read: whether it was in time is not known.
  if (status?.value === 'done' && status.state === 'ok' && date && date.state !== 'ok')
    status.state = date.state;
  return {
    task,
    row,
    status,
    date,
    text: text === '' ? null : observe(task, row, 'result', 'text', text, text, 'ok'),
    difficulty: readDifficulty(task, row),
    owed: [{ ...row.place('status'), isBlank: status === null }],
  };
}

/** "Không", "Không có", "-": the agency has none. */
const NONE = /^(khong( co)?( gi)?|ko|0|[-–—/.]+)\.?$/;

function readDifficulty(task: Task, row: AlignedRow<TaskColumn>): Observation | null {
  const text = cellText(row.cell('difficulty')?.value ?? null);
  if (text === '' || NONE.test(plainKey(text)) || NONE.test(text)) return null;
  return observe(task, row, 'difficulty', 'difficulty', text, text, 'ok');
}

/**
 * Nothing in these plans was completed before this; a number such as 2024 shown as a date is of the
 * year 1905.
 */
const EARLIEST = '2000-01-01';

function observe(
  task: Task,
  row: AlignedRow<TaskColumn>,
  key: TaskColumn,
  measure: MeasureName,
  value: string | null,
  raw: string,
  state: ObservationState,
): Observation {
  return { of: 'task', code: task.code, measure, value, raw, ...row.place(key), state };
}

function readStatus(
  task: Task,
  row: AlignedRow<TaskColumn>,
  findings: Finding[],
): Observation | null {
  const cell = row.cell('status');
  const raw = cellText(cell?.value ?? null);
  const place = row.place('status');
  if (!cell || raw === '') {
    findings.push(finding('status-blank', place, { code: task.code }));
    return null;
  }
  if (isStruckOut(cell)) {
    findings.push(finding('struck-out', place, { raw, value: null }));
    return observe(task, row, 'status', 'status', null, raw, 'undecided');
  }
  if (/^(x|v|✓|✔|☑)$/i.test(plainKey(raw))) {
    findings.push(finding('status-mark', place, { raw }));
    return observe(task, row, 'status', 'status', 'done', raw, 'ok');
  }
  const state = readTaskState(raw);
  if (state) return observe(task, row, 'status', 'status', state, raw, 'ok');
  const meant = readOwnWords(raw);
  if (meant) {
    findings.push(finding('status-in-own-words', place, { raw, state: TASK_STATES[meant] }));
    return observe(task, row, 'status', 'status', meant, raw, 'ok');
  }
  findings.push(
    finding('status-unknown', place, {
      raw,
      allowed: Object.values(TASK_STATES).join(' / '),
    }),
  );
  return observe(task, row, 'status', 'status', null, raw, 'undecided');
}

/** What a day of completion is read beside. */
export interface DayContext {
  date1904: boolean;
  window: Window;
  /** The first day of the year that is reported, and of the plan where that is an earlier one. */
  term: { year: CivilDate; plan: CivilDate };
}

interface DateContext extends DayContext {
  /** The result in words: it often names the day. */
  text: string;
}

function readCompletion(
  task: Task,
  row: AlignedRow<TaskColumn>,
  context: DateContext,
  findings: Finding[],
): Observation | null {
  const cell = row.cell('date');
  const value = cell?.value ?? null;
  if (!cell || isBlank(value)) return null;
  const raw = cellText(value);
  const place = row.place('date');
  if (isStruckOut(cell)) {
    findings.push(finding('struck-out', place, { raw, value: null }));
    return observe(task, row, 'date', 'date', null, raw, 'undecided');
  }
  const day = dayIn(value, raw, context.date1904);
  const month = monthIn(value, cell.style?.format, day);
  if (month) {
    findings.push(finding('month-as-date', place, { raw, ...month }));
    return observe(task, row, 'date', 'date', lastIn(month, context.window), raw, 'ok');
  }
  if (!day || day < EARLIEST) {
    findings.push(finding('not-a-date', place, { raw }));
    return observe(task, row, 'date', 'date', null, raw, 'withheld');
  }
  const swapped = typeof value === 'number' ? likelySwapped(day, context) : null;
  if (swapped) {
    findings.push(finding('date-swapped', place, { date: day, swapped }));
    return observe(task, row, 'date', 'date', null, raw, 'undecided');
  }
  if (isOfAnotherYear(task, day, context)) {
    const likely = inThisYear(day, context);
    findings.push(finding('date-of-another-year', place, { date: day, likely }));
    return observe(task, row, 'date', 'date', null, raw, 'undecided');
  }
  if (typeof value === 'string') findings.push(finding('date-as-text', place, { raw, date: day }));
  return observe(task, row, 'date', 'date', day, raw, 'ok');
}

function dayIn(value: CellValue, raw: string, date1904: boolean): CivilDate | null {
  if (typeof value === 'number') return dateFromSerial(value, date1904);
  return readDate(raw) ?? readShortDate(raw);
}

/** The last day of that month it can have been, so that nothing late counts as in time. */
function lastIn({ year, month }: YearMonth, { to }: Window): CivilDate {
  const last = lastDayOfMonth(year, month);
  return last > to && to.startsWith(last.slice(0, 7)) ? to : last;
}

/**
 * A month typed or shown where a day belongs (defect 40): "3/2024", or 45352 that Excel shows as
 * "Mar-24".
 */
function monthIn(
  value: CellValue,
  format: string | undefined,
  day: CivilDate | null,
): YearMonth | null {
  if (typeof value === 'string') return readMonth(value);
  const isOnlyMonth =
    isDateFormat(format) && !/d/i.test((format ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  if (!isOnlyMonth || !day?.endsWith('-01') || day < EARLIEST) return null;
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/**
 * A day before the year that is reported: in January people go on writing last year's number. Not
 * where the task was due in such a year; and where that day has not come yet in this one, not where
 * the plan itself began before it.
 */
function isOfAnotherYear({ deadline }: Task, date: CivilDate, context: DateContext): boolean {
  const { term } = context;
  if (date >= term.year) return false;
  const due =
    deadline?.kind === 'date'
      ? deadline.date
      : deadline?.kind === 'period'
        ? deadline.period
        : null;
  if (due !== null && due.slice(0, 4) <= date.slice(0, 4)) return false;
  return date < term.plan || inThisYear(date, context) !== null;
}

/** The same day of the period's year; null where it has not come yet, or there is none. */
function inThisYear(date: CivilDate, { window }: DateContext): CivilDate | null {
  const [, month, day] = date.split('-').map(Number);
  const likely = civilDate(Number(window.to.slice(0, 4)), month, day);
  return likely <= window.to && isCivilDate(likely) ? likely : null;
}

interface YearMonth {
  year: number;
  month: number;
}

/**
 * The day with day and month changed places where that is in the period and the day itself is not
 * (defect 38); null where the result in words names the day as it stands.
 */
function likelySwapped(date: CivilDate, { window, text }: DateContext): CivilDate | null {
  const [year, month, day] = date.split('-').map(Number);
  if (day > 12 || day === month || (date >= window.from && date <= window.to)) return null;
  const swapped = civilDate(year, day, month);
  if (swapped < window.from || swapped > window.to) return null;
  const isNamed = new RegExp(`(?<!\\d)0?${day}\\s*[/.-]\\s*0?${month}\\s*[/.-]\\s*${year}`).test(
    text,
  );
  return isNamed ? null : swapped;
}
