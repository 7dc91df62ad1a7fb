import type { CivilDate } from '../../text/date';
import { predecessors } from '../agency/succession';
import type { Plan } from './plan';

/**
 * The agencies whose earlier figures an agency carries on, as of a day: itself and those that were
 * merged or absorbed into it or only renamed by then, and theirs; who goes over later still speaks
 * for itself. Null where a part of another went over: its earlier figures cannot be told apart
 * (không so sánh được).
 */
export function family(plan: Plan, code: string, day: CivilDate): Set<string> | null {
  const found = new Set<string>([code]);
  for (const one of found) {
    for (const { from, kind, date } of predecessors(plan.successions, one)) {
      if (date > day) continue;
      if (kind === 'split') return null;
      found.add(from);
    }
  }
  return found;
}
