import type { CivilDate } from '../../text/date';
import type { InForce } from '../ledger/in-force';
import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import {
  deadlineDay,
  expectedTiles,
  isFilledBy,
  reportsIn,
  tilesBefore,
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
  /** A person entered the status for the agency (nhập hộ, điều chỉnh). */
  isEntered: boolean;
}

export function taskResult(
  plan: Plan,
  task: Task,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): TaskResult {
  const judged = judgeTask(plan, task, period, inForce, day);
  return {
    code: task.code,
    assigned: judged.reduce((total, one) => total + one.occurrences, 0),
    done: judged.reduce((total, one) => total + one.done, 0),
    status: judged.length === 0 ? 'not-reported' : combine(judged.map((one) => one.result.status)),
    agencies: judged.map((one) => one.result),
  };
}

/**
 * How a task stands at each agency it is assigned to, by code: the figures its total adds up. An
 * agency that ended within the period keeps the occurrences of a recurring task that fell due while
 * it stood.
 */
export function judgeTask(
  plan: Plan,
  task: Task,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): JudgedTask[] {
  return plan.agencies
    .filter((agency) => isFilledBy(task, agency))
    .filter(
      (agency) => reportsIn(agency, period) || occurrencesOf(plan, task, agency, period).length > 0,
    )
    .map((agency) => judge(plan, task, agency, period, inForce, day))
    .sort((a, b) => (a.result.agency < b.result.agency ? -1 : 1));
}

export interface JudgedTask {
  result: TaskAgencyResult;
  /** How often it was due: 1, or the occurrences of a recurring task in the period. */
  occurrences: number;
  done: number;
}

function judge(
  plan: Plan,
  task: Task,
  agency: Agency,
  period: Period,
  inForce: InForce,
  day: CivilDate,
): JudgedTask {
  const read = (part: Period) => reportOf(task, agency, part, inForce);
  const own = expectedTiles(plan, period).filter((part) => reportsIn(agency, part));
  if (task.deadline?.kind === 'recurring')
    return judgeRecurring(agency, occurrencesOf(plan, task, agency, period).map(read));
  if (task.deadline?.kind === 'continuous') {
    const reports = own.map(read).filter((report) => report !== null);
    const done = reports.findLast((report) => report.state === 'done');
    const status: TaskStatus = done
      ? 'done-on-time'
      : reports.length > 0
        ? 'in-progress'
        : 'not-reported';
    return once(agency, done ?? reports.at(-1) ?? null, status);
  }
  const completion = completionOf(
    yearToDate(plan, period)
      .filter((part) => reportsIn(agency, part))
      .flatMap((part) => read(part) ?? []),
  );
  const report = completion ?? own.map(read).findLast((one) => one !== null) ?? null;
  return once(agency, report, statusOf(report, deadlineDay(plan, task.deadline), day));
}

/** The base periods at whose ends an occurrence of a recurring task falls due for an agency. */
function occurrencesOf(plan: Plan, { deadline }: Task, agency: Agency, period: Period): Period[] {
  if (deadline?.kind !== 'recurring') return [];
  const own = expectedTiles(plan, period).filter((part) => reportsIn(agency, part));
  return deadline.every === 'quarter' ? own.filter((part) => part.lastMonth % 3 === 0) : own;
}

/**
 * The base period before a given one in which an agency completed a task that is done once; null
 * where it did not.
 */
export function completedBefore(
  plan: Plan,
  task: Task,
  agency: Agency,
  period: Period,
  inForce: InForce,
): Period | null {
  if (task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous') return null;
  const told = tilesBefore(plan, period)
    .filter((part) => reportsIn(agency, part))
    .flatMap((part) => {
      const report = reportOf(task, agency, part, inForce);
      return report ? [{ ...report, part }] : [];
    });
  return completionOf(told)?.part ?? null;
}

/**
 * The last completion: a later report that takes it back does not, until a person says so by
 * entering the status.
 */
function completionOf<Report extends TaskReport>(reports: readonly Report[]): Report | undefined {
  const takenBack = reports.findLastIndex((report) => report.isEntered && report.state !== 'done');
  return reports.slice(takenBack + 1).findLast((report) => report.state === 'done');
}

function once(agency: Agency, report: TaskReport | null, status: TaskStatus): JudgedTask {
  const done = report?.state === 'done';
  return {
    result: { agency: agency.code, status, date: report?.date ?? null, text: report?.text ?? null },
    occurrences: 1,
    done: done ? 1 : 0,
  };
}

/**
 * One day decides lateness and being overdue: the deadline's own (a named period: its cut-off). On
 * that day nothing is overdue yet.
 */
function statusOf(report: TaskReport | null, due: CivilDate | null, day: CivilDate): TaskStatus {
  if (!report) return 'not-reported';
  if (report.state === 'done')
    return due !== null && report.date !== null && report.date > due ? 'done-late' : 'done-on-time';
  if (due !== null && day > due) return 'overdue';
  if (report.state === 'in-progress') return 'in-progress';
  return due === null ? 'no-deadline' : 'not-due';
}

/** An occurrence is over with its own base period: what was not done in it is overdue. */
function judgeRecurring(agency: Agency, reports: readonly (TaskReport | null)[]): JudgedTask {
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
    occurrences: reports.length,
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
  const submission = inForce.of(agency.code, period.id);
  const find = (measure: string) =>
    submission?.observations.find(
      (o) => o.of === 'task' && o.code === task.code && o.measure === measure && o.state === 'ok',
    );
  const status = find('status');
  if (!submission || !status) return null;
  return {
    isEntered: inForce.sourceOf(submission, status).origin === 'adjustment',
    state: status.value as TaskState,
    date: (find('date')?.value as CivilDate | undefined) ?? null,
    text: (find('text')?.value as string | undefined) ?? null,
  };
}
