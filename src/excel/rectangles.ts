import { knownAt } from '../known/known';
import type { Area } from '../workbook/address';
import type { Cell } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';

/**
 * Groups the cells of a sheet by what `keyOf` gives and covers each group with few rectangles: runs
 * along a row, joined with the same run in the row above. Null leaves a cell out. Linear in the
 * cells.
 */
export function rectangles<Key>(sheet: Sheet, keyOf: (cell: Cell) => Key | null): Map<Key, Area[]> {
  const groups = new Map<Key, Area[]>();
  let open = new Map<string, { key: Key; area: Area }>();
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  for (const row of rows) {
    const next = new Map<string, { key: Key; area: Area }>();
    for (const run of runsOf(sheet, row, keyOf)) {
      const name = `${run.left}:${run.right}`;
      const above = open.get(name);
      if (above && above.key === run.key && above.area.bottom === row - 1) {
        above.area.bottom = row;
        next.set(name, above);
        continue;
      }
      const area = { top: row, bottom: row, left: run.left, right: run.right };
      const group = groups.get(run.key);
      if (group) group.push(area);
      else groups.set(run.key, [area]);
      next.set(name, { key: run.key, area });
    }
    open = next;
  }
  return groups;
}

function runsOf<Key>(sheet: Sheet, row: number, keyOf: (cell: Cell) => Key | null) {
  const runs: { key: Key; left: number; right: number }[] = [];
  const cells = [...knownAt(sheet.rows, row)].sort((a, b) => a[0] - b[0]);
  for (const [column, cell] of cells) {
    const key = keyOf(cell);
    if (key === null) continue;
    const last = runs[runs.length - 1];
    if (last && last.key === key && last.right === column - 1) last.right = column;
    else runs.push({ key, left: column, right: column });
  }
  return runs;
}
