import type { CivilDate } from '../../../text/date';
import { placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'done-in-future': { date: CivilDate; cutOff: CivilDate };
  }
}

/** A day of completion after the cut-off of the period (defect 42). */
export const doneInFuture = rule({
  code: 'done-in-future',
  severity: 'error',
  defects: [42],
  example: { date: '2026-12-25', cutOff: '2026-09-14' },
  order: 270,
  check(form, report) {
    for (const { status, date } of form.tasks) {
      if (date?.state !== 'ok' || typeof date.value !== 'string' || date.value <= form.cutOff)
        continue;
      const facts = { date: date.value, cutOff: form.cutOff };
      report(placeOf(date), facts, [status, date]);
    }
  },
});
