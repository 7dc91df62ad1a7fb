import type { Observation, Submission } from '../submission/submission';
import { figureKey } from './in-force';

/**
 * A figure that a new version says otherwise than what counts now; null where one of them does not
 * say it.
 */
export interface FigureChange {
  before: Observation | null;
  after: Observation | null;
}

/** What a new version changes, cell by cell, in the order of the form. */
export function figureChanges(before: Submission | undefined, after: Submission): FigureChange[] {
  const old = new Map(before?.observations.map((one) => [figureKey(one), one]));
  const changes: FigureChange[] = [];
  for (const one of after.observations) {
    const earlier = old.get(figureKey(one)) ?? null;
    old.delete(figureKey(one));
    if (!isSame(earlier, one)) changes.push({ before: earlier, after: one });
  }
  return [...changes, ...[...old.values()].map((gone) => ({ before: gone, after: null }))];
}

function isSame(one: Observation | null, other: Observation): boolean {
  return one !== null && one.value === other.value && one.state === other.state;
}
