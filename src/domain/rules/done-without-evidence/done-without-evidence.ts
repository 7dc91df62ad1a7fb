import { readDate, readShortDate } from '../../../text/date';
import { plainKey } from '../../../text/normal-form';
import { finding } from '../finding';
import type { Rule } from '../rule';

/** Done without a document's number and date (defect 43). */
export const doneWithoutEvidence: Rule = {
  code: 'done-without-evidence',
  severity: 'warning',
  defects: [43],
  check(form, report) {
    for (const { task, row, status, text } of form.tasks) {
      if (task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous') continue;
      if (status?.value !== 'done' || (text && !isNoEvidence(text.raw))) continue;
      report(finding('done-without-evidence', 'warning', row.place('result'), { code: task.code }), []);
    }
  },
};

/** A dash, a tick, a bare number, or the state said again: nothing a document could be found by. */
function isNoEvidence(text: string): boolean {
  const said = plainKey(text)
    .replace(/[\s.,;:!…()/-]+/g, ' ')
    .trim();
  return (
    /^(\d+|x|v|✓|✔|ok|co|da co|khong|khong co|xong|da xong|(da )?(hoan thanh|thuc hien|ht))?$/.test(said) &&
    !isDay(text)
  );
}

/** "05/3/2024" at least says when. */
function isDay(text: string): boolean {
  return readDate(text) !== null || readShortDate(text) !== null;
}
