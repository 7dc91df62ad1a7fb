import { contains, type Area } from '../workbook/address';
import { isBlank } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';

/** A sheet of its own with the same content: what is done to one is not seen in the other. */
export function copySheet(sheet: Sheet, name = sheet.name): Sheet {
  const copy = new Sheet(name);
  const { rows: _rows, name: _name, ...rest } = sheet;
  // Everything but the cells is small; cells are copied by themselves, for their looks are shared
  // between them.
  Object.assign(copy, structuredClone(rest));
  copyCells(sheet, copy, () => true);
  return copy;
}

export function copyCells(
  from: Sheet,
  to: Sheet,
  isWanted: (row: number, column: number) => boolean,
): void {
  for (const [row, cells] of from.rows)
    for (const [column, cell] of cells) if (isWanted(row, column)) to.set(row, column, { ...cell });
}

/**
 * What an open workbook tells of a sheet without being asked for its looks: values, and formulas
 * where they are wanted.
 */
export function valuesOf(sheet: Sheet, withFormulas: boolean, area?: Area): Sheet {
  const values = new Sheet(sheet.name);
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value, formula }] of cells) {
      if (area && !contains(area, row, column)) continue;
      const isFormula = withFormulas && formula !== undefined;
      if (isBlank(value) && !isFormula) continue;
      values.set(row, column, isFormula ? { value, formula } : { value });
    }
  }
  return values;
}

/** From the first cell to the last that the sheet says anything about, looks included. */
export function reachOf(sheet: Sheet): Area {
  let [bottom, right] = [0, 0];
  for (const [row, cells] of sheet.rows) {
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) right = Math.max(right, column);
  }
  return { top: 0, left: 0, bottom, right };
}

export function union(areas: readonly Area[]): Area {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

/** Empties cells of values, looks and merges; notes people put there stay. */
export function clearArea(sheet: Sheet, area: Area): void {
  for (const [row, cells] of [...sheet.rows])
    for (const column of [...cells.keys()])
      if (contains(area, row, column)) sheet.clear(row, column);
  const kept = sheet.merges.filter((one) => !meets(one, area));
  sheet.merges.splice(0, sheet.merges.length, ...kept);
}

/** Whether two areas have a cell in common. */
export function meets(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom &&
    one.bottom >= other.top &&
    one.left <= other.right &&
    one.right >= other.left
  );
}
