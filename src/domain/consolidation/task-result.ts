import type { CivilDate } from '../../text/date';
import type { InForce } from '../ledger/in-force';
import type { Period } from '../period/period';
import {
  deadlineDay,
  expectedTiles,
  isFilledBy,
  reportingAgencies,
  reportsIn,
  type Agency,
  type Plan,
  type Task,
  yearToDate,
} from '../plan/plan';
import type { TaskState } from '../submission/submission';
import type { TaskAgencyResult, TaskResult, TaskStatus } from './consolidation';

/** What an agency's form of one base period says of a task. */
interface TaskReport {
  state: TaskState;
  date: CivilDate | null;
  text: string | null;
}

export function taskResult(plan: Plan, task: Task, period: Period, inForce: InForce, day: CivilDate): TaskResult {
  const judged = judgeTask(plan, task, period, inForce, day);
  return {
    code: task.code,
    assigned: judged.reduce((total, one) => total + one.occurrences, 0),
    done: judged.reduce((total, one) => total + one.done, 0),
    status: judged.length === 0 ? 'not-reported' : combine(judged.map((one) => one.result.status)),
    agencies: judged.map((one) => one.result),
  };
}

/** How a task stands at each agency it is assigned to, by code: the figures its total adds up. */
export function judgeTask(plan: Plan, task: Task, period: Period, inForce: InForce, day: CivilDate): JudgedTask[] {
  return reportingAgencies(plan, period)
    .filter((agency) => isFilledBy(task, agency))
    .map((agency) => judge(plan, task, agency, period, inForce, day))
    .sort((a, b) => (a.result.agency < b.result.agency ? -1 : 1));
}

export interface JudgedTask {
  result: TaskAgencyResult;
  /** How often it was due: 1, or the occurrences of a recurring task in the period. */
  occurrences: number;
  done: number;
}

function judge(plan: Plan, task: Task, agency: Agency, period: Period, inForce: InForce, day: CivilDate): JudgedTask {
  const read = (part: Period) => reportOf(task, agency, part, inForce);
  const own = expectedTiles(plan, period).filter((part) => reportsIn(agency, part));
  if (task.deadline?.kind === 'recurring') return judgeRecurring(task.deadline.every, agency, own, read);
  if (task.deadline?.kind === 'continuous') {
    const reports = own.map(read).filter((report) => report !== null);
    const done = reports.findLast((report) => report.state === 'done');
    const status: TaskStatus = done ? 'done-on-time' : reports.length > 0 ? 'in-progress' : 'not-reported';
    return once(agency, done ?? reports.at(-1) ?? null, status);
  }
  const completion = yearToDate(plan, period)
    .filter((part) => reportsIn(agency, part))
    .map(read)
    .findLast((report) => report?.state === 'done');
  const report = completion ?? own.map(read).findLast((one) => one !== null) ?? null;
  return once(agency, report, statusOf(report, deadlineDay(plan, task.deadline), day));
}

function once(agency: Agency, report: TaskReport | null, status: TaskStatus): JudgedTask {
  const done = report?.state === 'done';
  return {
    result: { agency: agency.code, status, date: report?.date ?? null, text: report?.text ?? null },
    occurrences: 1,
    done: done ? 1 : 0,
  };
}

/** One day decides both lateness and being overdue: the deadline's own day (a named period: its cut-off). */
function statusOf(report: TaskReport | null, due: CivilDate | null, day: CivilDate): TaskStatus {
  if (!report) return 'not-reported';
  if (report.state === 'done')
    return due !== null && report.date !== null && report.date > due ? 'done-late' : 'done-on-time';
  if (due !== null && day >= due) return 'overdue';
  if (report.state === 'in-progress') return 'in-progress';
  return due === null ? 'no-deadline' : 'not-due';
}

/** Every occurrence falls due at its own base period's cut-off. */
function judgeRecurring(
  every: 'month' | 'quarter',
  agency: Agency,
  periods: readonly Period[],
  read: (part: Period) => TaskReport | null,
): JudgedTask {
  const due = every === 'quarter' ? periods.filter((part) => part.lastMonth % 3 === 0) : periods;
  const reports = due.map(read);
  const statuses = reports.map((report): TaskStatus => {
    if (!report) return 'not-reported';
    return report.state === 'done' ? 'done-on-time' : 'overdue';
  });
  return {
    result: {
      agency: agency.code,
      status: statuses.length === 0 ? 'not-due' : combine(statuses),
      date: reports.findLast((report) => report?.date)?.date ?? null,
      text: reports.findLast((report) => report?.text)?.text ?? null,
    },
    occurrences: due.length,
    done: reports.filter((report) => report?.state === 'done').length,
  };
}

/** All done: done (late if any was); any overdue: overdue; all alike: that; else in progress. */
function combine(statuses: readonly TaskStatus[]): TaskStatus {
  if (statuses.every((status) => status === 'done-on-time' || status === 'done-late')) {
    return statuses.includes('done-late') ? 'done-late' : 'done-on-time';
  }
  if (statuses.includes('overdue')) return 'overdue';
  return statuses.every((status) => status === statuses[0]) ? statuses[0] : 'in-progress';
}

function reportOf(task: Task, agency: Agency, period: Period, inForce: InForce): TaskReport | null {
  const observations = inForce.of(agency.code, period.id)?.observations ?? [];
  const find = (measure: string) =>
    observations.find((o) => o.of === 'task' && o.code === task.code && o.measure === measure && o.state === 'ok');
  const status = find('status');
  if (!status) return null;
  return {
    state: status.value as TaskState,
    date: (find('date')?.value as CivilDate | undefined) ?? null,
    text: (find('text')?.value as string | undefined) ?? null,
  };
}
