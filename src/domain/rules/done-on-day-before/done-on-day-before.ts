import { addDays, type CivilDate } from '../../../text/date';
import { placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /** `last` is the last day in time. */
    'done-on-day-before': { date: CivilDate; last: CivilDate };
  }
}

/**
 * Done on day D of a task that is due “trước ngày D”: the day before is the last in time (the
 * model's tenth pitfall). Senders who take
 * D for the last day do not know that they are late.
 */
export const doneOnDayBefore = rule({
  code: 'done-on-day-before',
  severity: 'warning',
  defects: [],
  example: { date: '2026-09-25', last: '2026-09-24' },
  order: 280,
  check(form, report) {
    for (const { task, status, date } of form.tasks) {
      if (task.deadline?.kind !== 'date' || !/trước ngày/i.test(task.deadlineText)) continue;
      if (status?.value !== 'done' || date?.state !== 'ok') continue;
      const last = task.deadline.date;
      if (date.value !== addDays(last, 1)) continue;
      report(placeOf(date), { date: addDays(last, 1), last });
    }
  },
});
