import { finding } from '../../finding/finding';
import { placeOf, type Rule } from '../rule';

/**
 * Done, but no day of completion: nobody can say whether it was in time, so the status is withheld.
 */
export const doneWithoutDate: Rule = {
  code: 'done-without-date',
  severity: 'error',
  defects: [],
  check(form, report) {
    for (const { task, status, date } of form.tasks) {
      const repeats = task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous';
      if (repeats || status?.value !== 'done' || date) continue;
      report(finding('done-without-date', 'error', placeOf(status), { code: task.code }), [status]);
    }
  },
};
