import type { InForce } from '../ledger/in-force';
import { expectedTiles, isFilledBy, reportsIn, yearToDate, type Agency, type Plan, type Task } from '../plan/plan';
import type { Period } from '../period/period';
import type { Observation, Submission } from '../submission/submission';

/** What an agency wrote in words in one base period, and where it stands. */
export interface Told {
  period: Period;
  text: string;
  at: Observation;
  source: Submission;
}

/** What an agency says of a task in words (khó khăn, vướng mắc): over time the last it told, with what it told before. */
export interface Narrative {
  agency: Agency;
  task: Task;
  last: Told;
  /** What was told earlier in the year in other words, the oldest first. */
  before: Told[];
  /** The base period after it whose form says nothing of it any more; null while it stands. */
  gone: Period | null;
}

/** The narratives of a period, a list by agency and task: texts are never added up, and none is left out. */
export function narrativesOf(plan: Plan, period: Period, inForce: InForce): Narrative[] {
  const own = new Set(expectedTiles(plan, period).map(({ id }) => id));
  return plan.agencies.flatMap((agency) =>
    plan.tasks
      .filter((task) => isFilledBy(task, agency))
      .flatMap((task): Narrative[] => {
        const parts = yearToDate(plan, period).filter((part) => reportsIn(agency, part));
        const told = parts.flatMap((part) => toldIn(task, agency, part, inForce));
        const last = told.findLast((one) => own.has(one.period.id));
        if (!last) return [];
        const after = parts.slice(parts.indexOf(last.period) + 1);
        const gone = after.findLast((part) => inForce.formOf(agency.code, part.id)) ?? null;
        const texts = new Set([last.text]);
        const before = told.filter((one) => one !== last && !texts.has(one.text) && texts.add(one.text));
        return [{ agency, task, last, before, gone }];
      }),
  );
}

function toldIn(task: Task, { code }: Agency, period: Period, inForce: InForce): Told[] {
  const submission = inForce.of(code, period.id);
  const at = submission?.observations.find(
    (one) => one.of === 'task' && one.code === task.code && one.measure === 'difficulty' && one.state === 'ok',
  );
  if (!submission || typeof at?.value !== 'string') return [];
  return [{ period, text: at.value, at, source: inForce.sourceOf(submission, at) }];
}
