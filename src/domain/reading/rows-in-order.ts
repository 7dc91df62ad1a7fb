import type { Sheet } from '../../workbook/sheet';

/** The rows of a sheet that hold something, from one to before another: nearly all lie in order. */
export function rowsInOrder({ rows }: Sheet, from: number, end: number): number[] {
  const numbers: number[] = [];
  let isInOrder = true;
  let before = -1;
  for (const row of rows.keys()) {
    if (row < from || row >= end) continue;
    isInOrder &&= row > before;
    before = row;
    numbers.push(row);
  }
  return isInOrder ? numbers : numbers.sort((a, b) => a - b);
}
