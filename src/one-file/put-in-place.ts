import { DeskRefused } from '../app/desk-refused';
import type { Undo } from '../app/ports';
import {
  keysOfSheet,
  movedColumn,
  rowBlocks,
  rowChanges,
  rowsPutIn,
  type RowChange,
} from '../excel/beside-table';
import {
  absoluteReference,
  columnName,
  contains,
  MAX_COLUMNS,
  parseArea,
  type Area,
} from '../workbook/address';
import { isBlank, type CellValue } from '../workbook/cell';
import { changedCell } from '../workbook/changed-cell';
import { replacedName } from '../workbook/replaced-sheet';
import { withoutLinks } from '../workbook/link-places';
import type { Link, Sheet } from '../workbook/sheet';
import { findSheet, knownSheet } from '../workbook/workbook';
import type { WorkbookModel } from '../workbench';
import { clearArea, copyCells, copySheet, meets, reachOf, union } from './sheet-copies';

/**
 * How the tables of a run come into the open workbook, as src/excel puts them into Excel's
 * (docs/architecture.md, "Writing into Excel"): a sheet that stands keeps its place, and only our
 * area of it is written anew; rows that come or go take along what people put beside them; what
 * stood there is kept hidden, and can be taken back. Whether all of it can be done is looked at
 * before anything is.
 */

/** The defined name that keeps where our table stands: the same one the add-in reads and writes. */
function oursName(sheet: string): string {
  return `TongHop_Bang_${sheet.replace(/[^A-Za-z0-9]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`)}`;
}

/** A sheet of the run whose name is taken: what is ours of it, and what changes. */
interface Renewal {
  sheet: Sheet;
  standing: Sheet;
  /** As it was, for taking back. */
  before: Sheet;
  ours: Area;
  named: string | undefined;
  keys: string[];
  changes: RowChange[];
  touched: Area;
}

/** The cells whose formulas, notes and looks a person may have put beside a table of ours. */
const HEAD = { rows: 24, columns: 600 };

function renewalOf(model: WorkbookModel, sheet: Sheet, standing: Sheet): Renewal {
  if (standing.isProtected)
    throw new DeskRefused({ code: 'sheet-is-protected', facts: { sheet: standing.name } });
  const reach = reachOf(sheet);
  const named = model.workbook.names.get(oursName(sheet.name));
  const used = standing.usedArea();
  const ours = areaNamed(named) ?? {
    top: 0,
    left: 0,
    bottom: used?.bottom ?? 0,
    right: reach.right,
  };
  if (sheet.page) {
    const head = Array.from({ length: HEAD.rows }, (_, row) =>
      Array.from({ length: HEAD.columns }, (__, column): CellValue => standing.value(row, column)),
    );
    const moved = movedColumn(head);
    if (moved !== null) throw refused('table-columns-moved', sheet, moved);
    const way = { top: 0, bottom: used?.bottom ?? 0, left: ours.right + 1, right: reach.right };
    if (holdsAny(standing, way)) throw refused('table-has-no-room', sheet, reach.right);
  }
  const keys = sheet.page ? keysOfSheet(standing, ours.bottom) : [];
  const changes = sheet.page ? rowChanges(keys, keysOfSheet(sheet, reach.bottom)) : [];
  // Rows that come and go take what stands beside them along.
  const touched = union([ours, reach, ...(changes.length > 0 && used ? [used] : [])]);
  return { sheet, standing, before: copySheet(standing), ours, named, keys, changes, touched };
}

function refused(
  code: 'table-columns-moved' | 'table-has-no-room',
  { name }: Sheet,
  column: number,
): DeskRefused {
  return new DeskRefused({ code, facts: { sheet: name, column: columnName(column) } });
}

function areaNamed(reference: string | undefined): Area | null {
  return reference ? parseArea(reference.replace(/^.*!/, '').replaceAll('$', '')) : null;
}

function holdsAny(sheet: Sheet, area: Area): boolean {
  if (area.left > area.right) return false;
  for (const [row, cells] of sheet.rows)
    for (const [column, { value, formula }] of cells)
      if (contains(area, row, column) && (formula !== undefined || !isBlank(value))) return true;
  return false;
}

/** Puts the sheets in place and gives how to take them back. */
export function putInPlace(
  model: WorkbookModel,
  sheets: readonly Sheet[],
  marks: WeakMap<Sheet, object>,
  hides: (name: string) => boolean,
): Undo {
  const run = {};
  const renewed: Renewal[] = [];
  const fresh: Sheet[] = [];
  for (const sheet of sheets) {
    const standing = findSheet(model.workbook, sheet.name);
    if (standing) renewed.push(renewalOf(model, sheet, standing));
    else fresh.push(sheet);
  }
  const added = fresh.map((sheet) => {
    const copy = copySheet(sheet);
    // Tables are for working in; only a copy that is handed out is locked.
    copy.isProtected = false;
    model.addSheet(copy);
    if (sheet.comesFirst) model.moveSheet(copy, 0);
    return copy;
  });
  for (const one of renewed) renew(model, one);
  const put = [...added, ...renewed.map(({ standing }) => standing)];
  for (const sheet of put) marks.set(sheet, run);
  for (const sheet of sheets) if (sheet.page) nameOurs(model, sheet.name, reachOf(sheet));
  const written = new Set(put);
  const goes = model.workbook.sheets.filter(
    (one) => one.visibility === 'visible' && !written.has(one) && hides(one.name),
  );
  // It ends on the first that is to be seen, at its top.
  const end = sheets.find(({ visibility }) => visibility === 'visible');
  if (end) {
    const front = knownSheet(model.workbook, end.name);
    if (front.visibility !== 'visible') model.show(front, 'visible');
    model.activate(front);
    const { frozenRows: row, frozenColumns: column } = end;
    model.select(front, { top: row, bottom: row, left: column, right: column });
  }
  for (const one of goes) model.show(one, 'hidden');
  settle(model, put);
  return async () => {
    const others = put
      .filter((sheet) => !model.has(sheet) || marks.get(sheet) !== run)
      .map(({ name }) => name);
    if (others.length > 0)
      throw new DeskRefused({ code: 'sheet-written-since', facts: { sheets: others.join(', ') } });
    for (const sheet of sheets) mustStandAsWritten(knownSheet(model.workbook, sheet.name), sheet);
    for (const [index, sheet] of added.entries()) {
      const last = reachOf(fresh[index]).bottom;
      // Rows that were added below a list since stay, under its headings.
      if (!sheet.page && (sheet.usedArea()?.bottom ?? 0) > last) {
        for (let row = 1; row <= last; row++) sheet.rows.delete(row);
        continue;
      }
      model.workbook.names.delete(oursName(sheet.name));
      model.removeSheet(sheet);
    }
    for (const one of renewed) takeBack(model, one);
    for (const one of goes) if (model.has(one)) model.show(one, 'visible');
    for (const sheet of put) marks.delete(sheet);
    settle(
      model,
      renewed.map(({ standing }) => standing),
    );
  };
}

/** What a person has changed of it since is not taken back with it. */
function mustStandAsWritten(standing: Sheet, written: Sheet): void {
  const cell = changedCell(written, reachOf(written), (row, column) => standing.value(row, column));
  if (cell === null) return;
  throw new DeskRefused({ code: 'cell-written-since', facts: { sheet: standing.name, cell } });
}

function nameOurs({ workbook }: WorkbookModel, sheet: string, area: Area): void {
  workbook.names.set(oursName(sheet), absoluteReference(sheet, area));
}

/** Everybody is told, and formulas are calculated. */
function settle(model: WorkbookModel, changed: readonly Sheet[]): void {
  model.outdate();
  model.recalculate();
  for (const sheet of changed)
    model.notify({ kind: 'cells', sheet, area: reachOf(sheet), by: 'add-in' });
}

function renew(
  model: WorkbookModel,
  { sheet, standing, before, ours, changes, touched }: Renewal,
): void {
  const reach = reachOf(sheet);
  keepReplaced(model, before);
  const notes = notedRows(before, ours, changes);
  changeRows(model, standing, changes);
  if (!sheet.page && reach.bottom > ours.bottom)
    shiftRows(model, standing, { kind: 'in', first: ours.bottom + 1, last: reach.bottom });
  const bottom = changes.length > 0 ? reach.bottom : Math.max(reach.bottom, ours.bottom);
  const right = Math.max(reach.right, ours.right);
  clearArea(standing, { top: 0, left: 0, bottom, right });
  copyCells(sheet, standing, () => true);
  standing.merges.push(...structuredClone(sheet.merges));
  // A note of a row that is gone stands under the table and what is below it, never nowhere.
  const shift = changes.reduce((sum, { kind }) => sum + (kind === 'in' ? 1 : -1), 0);
  notes.forEach((row, index) => {
    const left = row < ours.top ? 0 : ours.right + 1;
    const to = Math.max(touched.bottom + shift, reach.bottom) + 1 + index;
    for (const [column, cell] of before.rows.get(row) ?? [])
      if (column >= left) standing.set(to, column, { ...cell });
  });
  for (const chart of sheet.charts) {
    const own = standing.charts.find(({ name }) => name === chart.name);
    if (own) {
      own.series = structuredClone(chart.series);
      // It tells the figures, which are others now.
      own.description = chart.description;
    } else standing.charts.push(structuredClone(chart));
  }
  for (const [column, width] of sheet.columnWidths) standing.columnWidths.set(column, width);
  for (const column of sheet.columnsByContent)
    if (sheet.hiddenColumns.has(column)) standing.hiddenColumns.add(column);
    else standing.hiddenColumns.delete(column);
  for (const [row, height] of sheet.rowHeights) standing.rowHeights.set(row, height);
  if (!sheet.showGridlines) standing.showGridlines = false;
  if (sheet.frozenRows > 0)
    Object.assign(standing, { frozenRows: sheet.frozenRows, frozenColumns: sheet.frozenColumns });
  if (sheet.page) standing.page = { ...standing.page, ...structuredClone(sheet.page) };
  if (sheet.links.length > 0) putLinks(sheet, standing, { top: 0, left: 0, bottom, right });
}

function putLinks(sheet: Sheet, standing: Sheet, area: Area): void {
  const gone = withoutLinks(sheet, area);
  const isOurs = ({ row, column }: Link) =>
    gone.some((one) => contains(one, row, column)) ||
    sheet.links.some((one) => one.row === row && one.column === column);
  const kept = standing.links.filter((link) => !isOurs(link));
  standing.links.splice(0, Infinity, ...kept, ...structuredClone(sheet.links));
}

/**
 * What a run wrote over stays in the workbook, hidden, under the name by which it is known as
 * replaced.
 */
function keepReplaced(model: WorkbookModel, before: Sheet): void {
  const name = replacedName(before.name);
  const earlier = findSheet(model.workbook, name);
  if (earlier) model.removeSheet(earlier);
  const kept = copySheet(before, name);
  kept.visibility = 'hidden';
  kept.names.clear();
  // A native table and a chart have names of their own, which a workbook holds once.
  kept.tables.length = 0;
  kept.charts.length = 0;
  model.addSheet(kept);
}

/** The rows that go with something beside them that is not ours. */
function notedRows(before: Sheet, ours: Area, changes: readonly RowChange[]): number[] {
  const beside = (row: number) => ({
    top: row,
    bottom: row,
    left: ours.right + 1,
    right: MAX_COLUMNS - 1,
  });
  return changes
    .filter(({ kind, row }) => kind === 'out' && (row < ours.top || holdsAny(before, beside(row))))
    .map(({ row }) => row)
    .sort((a, b) => a - b);
}

function changeRows(model: WorkbookModel, sheet: Sheet, changes: readonly RowChange[]): void {
  for (const block of rowBlocks(changes)) shiftRows(model, sheet, block);
}

function shiftRows(
  model: WorkbookModel,
  sheet: Sheet,
  { kind, first, last }: ReturnType<typeof rowBlocks>[number],
): void {
  model.shift(sheet, {
    kind: kind === 'in' ? 'insert' : 'delete',
    axis: 'rows',
    area: { top: first, bottom: last, left: 0, right: MAX_COLUMNS - 1 },
  });
}

function takeBack(
  model: WorkbookModel,
  { sheet, standing, before, ours, named, keys, touched }: Renewal,
): void {
  const last = Math.max(keys.length - 1, reachOf(sheet).bottom);
  const changes = keys.length > 0 ? rowChanges(keysOfSheet(standing, last), keys) : [];
  changeRows(model, standing, changes);
  clearArea(standing, touched);
  const copied = sheet.page ? touched : ours;
  const back = new Set(rowsPutIn(changes));
  copyCells(before, standing, (row, column) => contains(copied, row, column) || back.has(row));
  for (const merge of before.merges)
    if (meets(merge, copied) && !standing.merges.some((one) => meets(one, merge)))
      standing.merges.push({ ...merge });
  standing.page = structuredClone(before.page);
  standing.visibility = before.visibility;
  if (named === undefined) model.workbook.names.delete(oursName(sheet.name));
  else model.workbook.names.set(oursName(sheet.name), absoluteReference(standing.name, ours));
  const kept = findSheet(model.workbook, replacedName(sheet.name));
  if (kept) model.removeSheet(kept);
}
