import { finding } from '../../finding/finding';
import { placeOf, type Rule } from '../rule';

/** A day of completion after the cut-off of the period (defect 42). */
export const doneInFuture: Rule = {
  code: 'done-in-future',
  severity: 'error',
  defects: [42],
  check(form, report) {
    for (const { status, date } of form.tasks) {
      if (date?.state !== 'ok' || typeof date.value !== 'string' || date.value <= form.cutOff)
        continue;
      const facts = { date: date.value, cutOff: form.cutOff };
      report(finding('done-in-future', 'error', placeOf(date), facts), [status, date]);
    }
  },
};
