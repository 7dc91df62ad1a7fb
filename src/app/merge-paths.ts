import { formatMoment } from '../text/date';
import { periodLabel, periodOf } from '../domain/period/period';
import { expectedTiles, type PathChoice } from '../domain/plan/plan';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { chosenPath } from '../domain/plan/two-paths';
import { pathWords } from '../domain/plan/words';
import type { Desk } from './desk';
import { remark, type RowRemark } from './import-source';

/**
 * By which path figures count, of two desks that went on from one plan: what only the other desk
 * chose, or chose after what stands here, is taken with a remark; of what contradicts neither is
 * taken and both are shown. A period that is locked keeps its own.
 */
export interface MergedPaths {
  taken: PathChoice[];
  refused: RowRemark[];
  remarks: RowRemark[];
}

export function mergePaths(
  { plan, locked }: Pick<Desk, 'plan' | 'locked'>,
  theirs: readonly PathChoice[],
): MergedPaths {
  const merged: MergedPaths = { taken: [], refused: [], remarks: [] };
  const [mine, known] = [keysOf(plan.paths ?? []), keysOf(theirs)];
  const there = { ...plan, paths: [...theirs] };
  const seen = new Set<string>();
  for (const one of theirs)
    for (const { id } of expectedTiles(plan, periodOf(one.period))) {
      const key = [id, one.table, one.code].join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      const [own, other] = [chosenPath(plan, one, id), chosenPath(there, one, id)];
      // What they have is known here: what stands here came after.
      if (!other || own?.path === other.path || mine.has(keyOf(other))) continue;
      const label = periodLabel(periodOf(id));
      const at = { sheet: PLAN_SHEETS.paths, cell: 'A1' };
      const facts = { submission: `${label}, ${one.code}`, what: 'path', there: saidBy(other) };
      if (locked.has(id)) merged.refused.push(remark(at, 'period-is-locked', { period: label }));
      else if (own && !known.has(keyOf(own)))
        merged.remarks.push(remark(at, 'import-contradicts', { ...facts, here: saidBy(own) }));
      else {
        merged.taken.push({ ...other, period: id });
        merged.remarks.push(remark(at, 'import-taken', facts));
      }
    }
  return merged;
}

function keysOf(paths: readonly PathChoice[]): Set<string> {
  return new Set(paths.map(keyOf));
}

function keyOf({ table, code, path, who, at }: PathChoice): string {
  return JSON.stringify([table, code, path, who, at]);
}

function saidBy(choice: PathChoice): string {
  const when = choice.at === '' ? (choice.day ?? '') : formatMoment(choice.at);
  return `${pathWords.write(choice.path)} (${[choice.who, when].filter(Boolean).join(', ')})`;
}
