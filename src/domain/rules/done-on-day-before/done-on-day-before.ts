import { addDays } from '../../../text/date';
import { finding } from '../../finding/finding';
import { placeOf, type Rule } from '../rule';

/**
 * Done on day D of a task that is due “trước ngày D”: the day before is the last in time (the
 * model's tenth pitfall). Senders who take
 * D for the last day do not know that they are late.
 */
export const doneOnDayBefore: Rule = {
  code: 'done-on-day-before',
  severity: 'warning',
  defects: [],
  check(form, report) {
    for (const { task, status, date } of form.tasks) {
      if (task.deadline?.kind !== 'date' || !/trước ngày/i.test(task.deadlineText)) continue;
      if (status?.value !== 'done' || date?.state !== 'ok') continue;
      const last = task.deadline.date;
      if (date.value !== addDays(last, 1)) continue;
      report(
        finding('done-on-day-before', 'warning', placeOf(date), { date: addDays(last, 1), last }),
        [],
      );
    }
  },
};
