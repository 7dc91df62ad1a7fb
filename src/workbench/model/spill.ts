import { isBlank, type Cell, type CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';

/**
 * Puts the results of an array formula into the cells beside it; where one is taken, the formula is
 * #SPILL! and puts none.
 */
export function putSpill(
  sheet: Sheet,
  row: number,
  column: number,
  anchor: Cell,
  values: readonly CellValue[][] | undefined,
): void {
  takeBack(sheet, row, column, anchor);
  if (!values) return;
  const others = values.flatMap((cells, r) =>
    cells.map((value, c) => ({ row: row + r, column: column + c, value })),
  );
  const free = others.slice(1).every((place) => {
    const cell = sheet.cell(place.row, place.column);
    return !cell || cell.isSpilled || (isBlank(cell.value) && cell.formula === undefined);
  });
  if (!free) {
    anchor.value = { error: '#SPILL!' };
    return;
  }
  anchor.spill = { rows: values.length, columns: values[0].length };
  for (const place of others.slice(1)) {
    const style = sheet.cell(place.row, place.column)?.style;
    const cell: Cell = { value: place.value, isSpilled: true };
    if (style) cell.style = style;
    sheet.set(place.row, place.column, cell);
  }
}

/** Empties the cells an array formula filled, its own aside. */
export function takeBack(
  sheet: Sheet,
  row: number,
  column: number,
  anchor: Cell | undefined,
): void {
  if (!anchor?.spill) return;
  const { rows, columns } = anchor.spill;
  delete anchor.spill;
  for (let r = row; r < row + rows; r++) {
    for (let c = column; c < column + columns; c++) {
      const cell = sheet.cell(r, c);
      if (!cell?.isSpilled) continue;
      if (cell.style) sheet.set(r, c, { value: null, style: cell.style });
      else sheet.clear(r, c);
    }
  }
}

/** Before cells move: every array formula fills its cells anew afterwards. */
export function takeAllBack(sheet: Sheet): void {
  const anchors = [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].filter(([, cell]) => cell.spill).map(([column, cell]) => ({ row, column, cell })),
  );
  for (const { row, column, cell } of anchors) takeBack(sheet, row, column, cell);
}
