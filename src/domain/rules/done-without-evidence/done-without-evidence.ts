import { finding } from '../finding';
import { placeOf, type Rule } from '../rule';

/** Done without a document's number and date (defect 43). */
export const doneWithoutEvidence: Rule = {
  code: 'done-without-evidence',
  severity: 'warning',
  defects: [43],
  check(form, report) {
    for (const { task, status, text } of form.tasks) {
      if (task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous') continue;
      if (status?.value !== 'done' || text) continue;
      report(finding('done-without-evidence', 'warning', placeOf(status), { code: task.code }), []);
    }
  },
};
