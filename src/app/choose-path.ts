import type { Actor } from '../domain/actor';
import { periodLabel, type Period } from '../domain/period/period';
import { expectedTiles, type PathChoice } from '../domain/plan/plan';
import { chosenPath, type TwoPaths } from '../domain/plan/two-paths';
import { momentAfter } from '../text/by-moment';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBackPaths } from './acts/undo-plan-act';
import { addPaths } from './add-paths';
import { DeskRefused } from './desk-refused';
import { readDesk, readDeskAnd, type Desk } from './desk';
import type { Undo, WorkbookPort } from './ports';

/** By which path figures of some rows count in a period. */
export interface PathChosen {
  period: Period;
  rows: readonly Pick<TwoPaths, 'table' | 'code'>[];
  path: PathChoice['path'];
}

/**
 * Enters a person's choice of path: a row of *Chọn đường báo cáo* for each base period and each row
 * of the plan; of the same the last holds. A period that is locked keeps its own.
 */
export async function choosePath(
  port: WorkbookPort,
  { period, rows, path }: PathChosen,
  { who, at }: Actor,
): Promise<{ desk: Desk; undo: Undo | null }> {
  if (who.trim() === '') throw new DeskRefused({ code: 'reason-missing', facts: {} });
  const read = await readDeskAnd(port, []);
  const { desk: before } = read;
  const { plan, locked } = before;
  const tiles = expectedTiles(plan, period);
  const shut = tiles.find(({ id }) => locked.has(id));
  if (shut)
    throw new DeskRefused({ code: 'period-is-locked', facts: { period: periodLabel(shut) } });
  const codes = new Set(rows.map(({ code }) => code));
  const moment = momentAfter(
    at,
    (plan.paths ?? []).filter(({ code }) => codes.has(code)),
  );
  const added = tiles.flatMap((tile) =>
    rows
      .filter((row) => chosenPath(plan, row, tile.id)?.path !== path)
      .map(({ table, code }): PathChoice => {
        const [by, day] = [who.trim(), moment.slice(0, 10)];
        return { period: tile.id, table, code, path, who: by, day, at: moment };
      }),
  );
  if (added.length === 0) return { desk: before, undo: null };
  const exact = await addPaths(port, read, added);
  const desk = await readDesk(port);
  for (const { id } of tiles) await mustBeOpenStill(port, id, { before, after: desk }, exact);
  return { desk, undo: takingBackPaths(port, added, exact) };
}
