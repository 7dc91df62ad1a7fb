import type { Area } from '../../workbook/address';

/**
 * The merges Excel opens without offering to repair the file: none of a single cell, none over
 * another one. A file somebody sent may hold both, and its marked copy goes back.
 */
export function soundMerges(merges: readonly Area[]): Area[] {
  const kept = new Set<Area>();
  // From the top down; those that reach the row looked at, by their columns, which never overlap.
  const open: Area[] = [];
  for (const area of [...merges].sort((a, b) => a.top - b.top)) {
    if (area.top === area.bottom && area.left === area.right) continue;
    const from = firstReaching(open, area.left);
    let to = from;
    while (to < open.length && open[to].left <= area.right) to++;
    if (open.slice(from, to).some(({ bottom }) => bottom >= area.top)) continue;
    open.splice(from, to - from, area);
    kept.add(area);
  }
  return merges.filter((area) => kept.has(area));
}

/** The first of the areas, in the order of their columns, that reaches a column. */
function firstReaching(areas: readonly Area[], column: number): number {
  let low = 0;
  let high = areas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (areas[middle].right < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
