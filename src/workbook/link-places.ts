import type { Area } from './address';
import { isBlank } from './cell';
import type { Sheet } from './sheet';

/**
 * Where on a sheet that is written anew no link may be left: the cells within `area`, all of it
 * ours, that the sheet leaves blank, for there a link of before leads to a table that is gone. On a
 * text of ours that leads nowhere, and outside the area, a link is one somebody put there. As
 * rectangles.
 */
export function withoutLinks(sheet: Sheet, area: Area): Area[] {
  const places: Area[] = [];
  let above: Area[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const runs: Area[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const cell = sheet.cell(row, column);
      if (cell && (cell.formula !== undefined || !isBlank(cell.value))) continue;
      const last = runs.at(-1);
      if (last?.right === column - 1) last.right = column;
      else runs.push({ top: row, bottom: row, left: column, right: column });
    }
    above = runs.map((run) => {
      const same = above.find(({ left, right }) => left === run.left && right === run.right);
      if (same) same.bottom = row;
      else places.push(run);
      return same ?? run;
    });
  }
  return places;
}
