import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../workbook/address';
import type { Cell } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { moveArea, moveReferences, type Shift } from './move-references';

/**
 * Puts cells in or takes them out; everything that stands on or points at the sheet moves along, as
 * in Excel.
 */
export function shiftCells(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  shiftRows(sheet, shift);
  shiftSizes(sheet, shift);
  moveAll(sheet.merges, shift);
  keepOnly(sheet.merges, (area) => area.top !== area.bottom || area.left !== area.right);
  moveEach(sheet.validations, shift);
  moveEach(sheet.conditionalFormats, shift);
  moveEach(sheet.tables, shift);
  // A table always keeps a row under its headings.
  for (const table of sheet.tables)
    table.area.bottom = Math.max(table.area.bottom, table.area.top + 1);
  for (const chart of sheet.charts) chart.place = moveArea(chart.place, shift) ?? chart.place;
  moveStanding(sheet.notes, shift);
  moveStanding(sheet.links, shift);
  movePage(sheet, shift);
  const inFormula = (own: Sheet | null) => (formula: string) =>
    moveReferences(formula, (name, area) => {
      const owner = name === null ? own : findSheet(workbook, name);
      return owner === sheet ? moveArea(area, shift) : area;
    });
  eachFormula(workbook, inFormula);
}

/**
 * Applies a change to every formula of the workbook: cells, names, validations, conditional formats
 * and charts.
 */
export function eachFormula(
  workbook: Workbook,
  changeOn: (own: Sheet | null) => (formula: string) => string,
): void {
  for (const [name, formula] of workbook.names) workbook.names.set(name, changeOn(null)(formula));
  for (const sheet of workbook.sheets) {
    const change = changeOn(sheet);
    for (const [name, formula] of sheet.names) sheet.names.set(name, change(formula));
    for (const cells of sheet.rows.values()) {
      for (const [column, cell] of cells) {
        if (cell.formula === undefined) continue;
        const formula = change(cell.formula);
        if (formula !== cell.formula) cells.set(column, { ...cell, formula });
      }
    }
    for (const one of [...sheet.validations, ...sheet.conditionalFormats]) {
      const rule = one.rule as Record<string, unknown>;
      for (const key of ['formula', 'source', 'first', 'second']) {
        if (typeof rule[key] === 'string') rule[key] = change(rule[key]);
      }
    }
    for (const series of sheet.charts.flatMap((chart) => chart.series)) {
      series.values = change(series.values);
      series.categories = change(series.categories);
      if (series.name.includes('!')) series.name = change(series.name);
    }
  }
}

function shiftRows(sheet: Sheet, shift: Shift): void {
  const cells: [number, number, Cell][] = [];
  for (const [row, columns] of sheet.rows)
    for (const [column, cell] of columns) cells.push([row, column, cell]);
  sheet.rows.clear();
  for (const [row, column, cell] of cells) {
    const to = moveArea({ top: row, bottom: row, left: column, right: column }, shift);
    if (to) sheet.set(to.top, to.left, cell);
  }
}

/** Heights, widths and hidden lines move only with whole rows or columns. */
function shiftSizes(sheet: Sheet, shift: Shift): void {
  const { area, axis } = shift;
  const isWhole =
    axis === 'rows'
      ? area.left === 0 && area.right === MAX_COLUMNS - 1
      : area.top === 0 && area.bottom === MAX_ROWS - 1;
  if (!isWhole) return;
  const line = (index: number): Area =>
    axis === 'rows'
      ? { top: index, bottom: index, left: 0, right: MAX_COLUMNS - 1 }
      : { left: index, right: index, top: 0, bottom: MAX_ROWS - 1 };
  const after = (index: number) => {
    const moved = moveArea(line(index), shift);
    return moved && (axis === 'rows' ? moved.top : moved.left);
  };
  const sizes = axis === 'rows' ? sheet.rowHeights : sheet.columnWidths;
  const hidden = axis === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  const movedSizes = [...sizes].map(([index, size]) => [after(index), size] as const);
  const movedHidden = [...hidden].map(after);
  sizes.clear();
  hidden.clear();
  for (const [index, size] of movedSizes) if (index !== null) sizes.set(index, size);
  for (const index of movedHidden) if (index !== null) hidden.add(index);
}

function keepOnly<T>(things: T[], isKept: (thing: T) => boolean): void {
  things.splice(0, things.length, ...things.filter(isKept));
}

function moveAll(areas: Area[], shift: Shift): void {
  const moved = areas.flatMap((area) => moveArea(area, shift) ?? []);
  areas.splice(0, areas.length, ...moved);
}

function moveEach(things: { area: Area }[], shift: Shift): void {
  const kept = things.filter((thing) => {
    const moved = moveArea(thing.area, shift);
    if (moved) thing.area = moved;
    return moved !== null;
  });
  things.splice(0, things.length, ...kept);
}

/** What stands on a cell goes with it: notes, links. */
function moveStanding(things: { row: number; column: number }[], shift: Shift): void {
  const kept = things.filter((one) => {
    const { row, column } = one;
    const moved = moveArea({ top: row, bottom: row, left: column, right: column }, shift);
    if (moved) [one.row, one.column] = [moved.top, moved.left];
    return moved !== null;
  });
  things.splice(0, things.length, ...kept);
}

function movePage({ page }: Sheet, shift: Shift): void {
  if (page?.printArea) page.printArea = moveArea(page.printArea, shift) ?? undefined;
  if (!page?.titleRows) return;
  const { first, last } = page.titleRows;
  const moved = moveArea({ top: first, bottom: last, left: 0, right: MAX_COLUMNS - 1 }, shift);
  page.titleRows = moved ? { first: moved.top, last: moved.bottom } : undefined;
}
