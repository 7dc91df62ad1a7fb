import type { Area } from '../../src/workbook/address';
import type { Cell } from '../../src/workbook/cell';
import type { Sheet } from '../../src/workbook/sheet';

/**
 * What people do to the layout of a sheet; formulas are left as they are, as values are what is
 * read.
 */

export function insertRow(sheet: Sheet, at: number): void {
  moveRows(sheet, (row) => (row >= at ? row + 1 : row));
}

export function removeRow(sheet: Sheet, at: number): void {
  moveRows(sheet, (row) => (row === at ? null : row > at ? row - 1 : row));
}

export function insertColumn(sheet: Sheet, at: number): void {
  moveColumns(sheet, (column) => (column >= at ? column + 1 : column));
}

export function removeColumn(sheet: Sheet, at: number): void {
  moveColumns(sheet, (column) => (column === at ? null : column > at ? column - 1 : column));
}

/** Cuts a column and puts it in at another place. */
export function moveColumn(sheet: Sheet, from: number, to: number): void {
  moveColumns(sheet, (column) => {
    if (column === from) return to;
    if (from < to && column > from && column <= to) return column - 1;
    if (to < from && column >= to && column < from) return column + 1;
    return column;
  });
}

function moveRows(sheet: Sheet, to: (row: number) => number | null): void {
  const rows = [...sheet.rows];
  sheet.rows.clear();
  for (const [row, cells] of rows) {
    const now = to(row);
    if (now !== null) sheet.rows.set(now, cells);
  }
  moveHidden(sheet.hiddenRows, to);
  moveAreas(sheet, ({ top, bottom, left, right }) =>
    span(to, top, bottom, (a, b) => ({ top: a, bottom: b, left, right })),
  );
}

function moveColumns(sheet: Sheet, to: (column: number) => number | null): void {
  for (const [row, cells] of sheet.rows) {
    const moved = new Map<number, Cell>();
    for (const [column, cell] of cells) {
      const now = to(column);
      if (now !== null) moved.set(now, cell);
    }
    sheet.rows.set(row, moved);
  }
  moveHidden(sheet.hiddenColumns, to);
  moveAreas(sheet, ({ top, bottom, left, right }) =>
    span(to, left, right, (a, b) => ({ top, bottom, left: a, right: b })),
  );
}

function moveHidden(hidden: Set<number>, to: (index: number) => number | null): void {
  const moved = [...hidden].map(to).filter((index) => index !== null);
  hidden.clear();
  for (const index of moved) hidden.add(index);
}

function span(
  to: (index: number) => number | null,
  first: number,
  last: number,
  make: (first: number, last: number) => Area,
): Area | null {
  const moved = [];
  for (let index = first; index <= last; index++) {
    const now = to(index);
    if (now !== null) moved.push(now);
  }
  return moved.length === 0 ? null : make(Math.min(...moved), Math.max(...moved));
}

function moveAreas(sheet: Sheet, move: (area: Area) => Area | null): void {
  const merges = sheet.merges.map(move).filter((area) => area !== null);
  sheet.merges.length = 0;
  sheet.merges.push(
    ...merges.filter(({ top, bottom, left, right }) => top < bottom || left < right),
  );
  // A producer would move these as well; nothing of them is read.
  sheet.validations.length = 0;
  sheet.conditionalFormats.length = 0;
}
