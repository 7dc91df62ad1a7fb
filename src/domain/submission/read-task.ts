import { dateFromSerial, readDate, type CivilDate } from '../../text/date';
import { plainKey } from '../../text/normal-form';
import { isBlank } from '../../workbook/cell';
import type { Task } from '../plan/plan';
import { cellText } from '../plan/table';
import { finding, type Finding } from '../rules/finding';
import type { TaskColumn } from '../template/columns';
import { readTaskState, TASK_STATES } from '../template/task-states';
import type { AlignedRow } from './align';
import type { MeasureName, Observation, ObservationState } from './submission';

export interface TaskReading {
  task: Task;
  row: AlignedRow<TaskColumn>;
  status: Observation | null;
  date: Observation | null;
  text: Observation | null;
}

/** Reads one aligned task row: state, day of completion, and the result in words. */
export function readTask(task: Task, row: AlignedRow<TaskColumn>, date1904: boolean, findings: Finding[]): TaskReading {
  const text = cellText(row.cell('result')?.value ?? null);
  const status = readStatus(task, row, findings);
  const date = readCompletion(task, row, date1904, findings);
  // Done on a day nobody can read: whether it was in time is not known.
  if (status?.value === 'done' && date?.state === 'withheld') status.state = 'withheld';
  return {
    task,
    row,
    status,
    date,
    text: text === '' ? null : observe(task, row, 'result', 'text', text, text, 'ok'),
  };
}

/** Nothing in these plans was completed before this; a number such as 2024 shown as a date is of the year 1905. */
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

function readStatus(task: Task, row: AlignedRow<TaskColumn>, findings: Finding[]): Observation | null {
  const raw = cellText(row.cell('status')?.value ?? null);
  const place = row.place('status');
  if (raw === '') {
    findings.push(finding('status-blank', 'warning', place, { code: task.code }));
    return null;
  }
  if (/^(x|v|✓|✔|☑)$/i.test(plainKey(raw))) {
    findings.push(finding('status-mark', 'fixed', place, { raw }));
    return observe(task, row, 'status', 'status', 'done', raw, 'ok');
  }
  const state = readTaskState(raw);
  if (state) return observe(task, row, 'status', 'status', state, raw, 'ok');
  findings.push(finding('status-unknown', 'warning', place, { raw, allowed: Object.values(TASK_STATES).join(' / ') }));
  return observe(task, row, 'status', 'status', null, raw, 'undecided');
}

function readCompletion(
  task: Task,
  row: AlignedRow<TaskColumn>,
  date1904: boolean,
  findings: Finding[],
): Observation | null {
  const value = row.cell('date')?.value ?? null;
  if (isBlank(value)) return null;
  const raw = cellText(value);
  const date: CivilDate | null = typeof value === 'number' ? dateFromSerial(value, date1904) : readDate(raw);
  if (!date || date < EARLIEST) {
    findings.push(finding('not-a-date', 'error', row.place('date'), { raw }));
    return observe(task, row, 'date', 'date', null, raw, 'withheld');
  }
  if (typeof value === 'string') findings.push(finding('date-as-text', 'fixed', row.place('date'), { raw, date }));
  return observe(task, row, 'date', 'date', date, raw, 'ok');
}
