import type { InForce } from '../ledger/in-force';
import type { Agency } from '../agency/agency';
import {
  expectedTiles,
  isFilledBy,
  reportsIn,
  yearToDate,
  type Plan,
  type Task,
} from '../plan/plan';
import type { Period } from '../period/period';
import type { Observation, Submission } from '../submission/submission';

/** What an agency wrote in words in one base period, and where it stands. */
export interface Told {
  period: Period;
  text: string;
  at: Observation;
  source: Submission;
}

/**
 * What an agency says of a task in words (khó khăn, vướng mắc): over time the last it told, with
 * what it told before.
 */
export interface Narrative {
  agency: Agency;
  task: Task;
  last: Told;
  /** What was told earlier in the year in other words, the oldest first. */
  before: Told[];
  /** The base period after it whose form says nothing of it any more; null while it stands. */
  gone: Period | null;
}

/**
 * The narratives of a period, a list by agency and task: texts are never added up, and none is left
 * out.
 */
export function narrativesOf(plan: Plan, period: Period, inForce: InForce): Narrative[] {
  const own = new Set(expectedTiles(plan, period).map(({ id }) => id));
  return plan.agencies.flatMap((agency) => {
    const parts = yearToDate(plan, period).filter((part) => reportsIn(agency, part));
    const told = toldBy(agency, parts, inForce);
    return plan.tasks.flatMap((task): Narrative[] => {
      const all = isFilledBy(task, agency) ? (told.get(task.code) ?? []) : [];
      const last = all.findLast((one) => own.has(one.period.id));
      if (!last) return [];
      const after = parts.slice(parts.indexOf(last.period) + 1);
      const gone = after.findLast((part) => inForce.formOf(agency.code, part.id)) ?? null;
      const isFirst = (one: Told, at: number) =>
        all.findIndex(({ text }) => text === one.text) === at;
      return [
        {
          agency,
          task,
          last,
          before: all.filter((one, at) => one.text !== last.text && isFirst(one, at)),
          gone,
        },
      ];
    });
  });
}

/** What an agency told of each task, the oldest first. */
function toldBy(
  { code: agency }: Agency,
  parts: readonly Period[],
  inForce: InForce,
): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const period of parts) {
    const submission = inForce.of(agency, period.id);
    for (const at of submission?.observations ?? []) {
      const { of, code, measure, state, value: text } = at;
      if (of !== 'task' || measure !== 'difficulty' || state !== 'ok' || typeof text !== 'string')
        continue;
      told.set(code, [
        ...(told.get(code) ?? []),
        { period, text, at, source: inForce.sourceOf(submission!, at) },
      ]);
    }
  }
  return told;
}
