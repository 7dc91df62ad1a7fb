import { periodOf } from '../period/period';
import type { Plan, Task } from '../plan/plan';
import { doubt, type Doubt, type PlanRule } from './doubt';

const at = (task: Task) => ({
  table: 'tasks' as const,
  row: task.code,
  from: task.from,
  heading: 'Thời gian hoàn thành',
});

/**
 * A deadline outside the plan's year: a whole year before it is nearly surely a slip, a quarter
 * before it may be preparation.
 */
export const deadlineYear: PlanRule = (plan) =>
  plan.tasks.flatMap((task): Doubt[] => {
    const { deadline } = task;
    if (deadline?.kind !== 'period' && deadline?.kind !== 'date') return [];
    const period = deadline.kind === 'period' ? periodOf(deadline.period) : null;
    const year = period?.year ?? Number((deadline as { date: string }).date.slice(0, 4));
    if (year === plan.year) return [];
    const facts = { found: task.deadlineText, year: plan.year };
    if (period?.kind === 'year') return [doubt('plan-deadline-year', at(task), facts)];
    return [doubt('plan-deadline-outside-year', at(task), facts)];
  });

/** How often is not said by "định kỳ" alone; "theo báo cáo CCHC" says it. */
const PERIODIC = /định kỳ/i;
const FREQUENCY = /(hàng|hằng|mỗi)\s+(tuần|tháng|quý|năm)|báo cáo cchc|bc cchc|0?6 tháng/i;

/**
 * What is due must be known: a deadline that says no frequency, one that hangs on an event, and
 * none at all.
 */
export const undatedDeadline: PlanRule = (plan) =>
  plan.tasks.flatMap((task): Doubt[] => {
    const text = task.deadlineText;
    if (PERIODIC.test(text) && !FREQUENCY.test(text))
      return [doubt('plan-periodic-without-frequency', at(task), { found: text })];
    if (task.deadline !== null) return [];
    if (text === '') return [doubt('plan-no-deadline', at(task), { year: plan.year })];
    return [doubt('plan-deadline-not-dated', at(task), { found: text })];
  });

/** "Trước ngày 20/6" is due on the 19th here; that is said, for others count the day itself. */
export const beforeDay: PlanRule = (plan: Plan) =>
  plan.tasks
    .filter((task) => task.deadline?.kind === 'date' && /trước ngày/i.test(task.deadlineText))
    .map((task) =>
      doubt('plan-before-day', at(task), {
        found: task.deadlineText,
        date: (task.deadline as { date: string }).date,
      }),
    );
