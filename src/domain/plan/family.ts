import { predecessors } from '../agency/succession';
import type { Plan } from './plan';

/**
 * The agencies whose earlier figures an agency carries on: itself and those that were merged or absorbed into it or only renamed,
 * and theirs. Null where a part of another went over: its earlier figures cannot be told apart (không so sánh được).
 */
export function family(plan: Plan, code: string): Set<string> | null {
  const found = new Set<string>([code]);
  for (const one of found) {
    for (const { from, kind } of predecessors(plan.successions, one)) {
      if (kind === 'split') return null;
      found.add(from);
    }
  }
  return found;
}
