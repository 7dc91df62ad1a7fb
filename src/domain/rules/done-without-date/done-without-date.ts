import { placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'done-without-date': { code: string };
  }
}

/**
 * Done, but no day of completion: nobody can say whether it was in time, so the status is withheld.
 */
export const doneWithoutDate = rule({
  code: 'done-without-date',
  severity: 'error',
  defects: [],
  example: { code: 'T1' },
  order: 260,
  check(form, report) {
    for (const { task, status, date } of form.tasks) {
      const repeats = task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous';
      if (repeats || status?.value !== 'done' || date) continue;
      report(placeOf(status), { code: task.code }, [status]);
    }
  },
});
