import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';

/**
 * From the first cell to the last that the sheet says anything about, looks and merged cells
 * included.
 */
export function areaOf({ rows, merges }: Sheet): Area {
  let [bottom, right] = [0, 0];
  for (const [row, cells] of rows) {
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) right = Math.max(right, column);
  }
  for (const merge of merges) {
    bottom = Math.max(bottom, merge.bottom);
    right = Math.max(right, merge.right);
  }
  return { top: 0, left: 0, bottom, right };
}

/** Of a range whose place was loaded. */
export function areaOfRange(range: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

export function union(areas: readonly Area[]): Area {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}
