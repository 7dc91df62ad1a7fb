import {
  FIGURES_COLUMNS,
  figureSources,
  isFiguresSheet,
  type FigureSource,
} from '../domain/report/figure-row';
import { lockedTable } from '../domain/report/locked-copy';
import { sameCell } from '../domain/report/table-changes';
import { areaName, cellName, type Area, knownCell } from '../workbook/address';
import type { CellValue } from '../workbook/cell';
import { referencesIn } from '../workbook/formula-syntax';
import type { Sheet } from '../workbook/sheet';
import { findSheet } from '../workbook/workbook';
import type { CellPlace, SheetArea, WorkbookPort } from './ports';

/** From a total to its cells: what a selected cell says, and the figures in force it is made of. */
export interface Trace {
  place: CellPlace;
  value: CellValue;
  /**
   * `ours`: it leads to figures in force. `values`: a locked table, which has no formulas; `live`
   * is the cell that is traced in its place, null where the table of now has none like it. `other`:
   * it leads to none of our figures.
   */
  kind: 'ours' | 'values' | 'other';
  live: CellPlace | null;
  sources: FigureSource[];
  /** There is more than is followed. */
  isCut: boolean;
}

/** A report's formula is four steps from its figures; people's own may stand before it. */
const STEPS = 8;
/** Figures of a year of a province's indicator; more is no question about one cell. */
const CELLS = 20_000;

/**
 * Follows the formula of the selected cell to the figures it adds up; each step is one reading of
 * all that the step before refers to.
 */
export async function traceSelected(port: WorkbookPort): Promise<Trace> {
  return trace(port, await port.selectedCell());
}

export async function trace(port: WorkbookPort, place: CellPlace): Promise<Trace> {
  const at = knownCell(place.cell);
  const area: Area = { top: at.row, bottom: at.row, left: at.column, right: at.column };
  const [sheet] = await port.readAreas([{ sheet: place.sheet, area }]);
  const value = sheet?.value(at.row, at.column) ?? null;
  const found = await follow(port, { sheet: place.sheet, area });
  const base = { place, value, live: null, ...found };
  if (found.sources.length > 0) return { ...base, kind: 'ours' };
  const table = lockedTable(place.sheet);
  if (table === null) return { ...base, kind: 'other' };
  // What was locked has no formulas; the same cell of the table as it is made now leads to the
  // figures of now, wherever it stands.
  const both = await port.readSheets([place.sheet, table]);
  const [locked, now] = [place.sheet, table].map((name) => findSheet(both, name));
  const same = locked && now && sameCell(locked, at, now);
  if (!same) return { ...base, kind: 'values' };
  const { row, column } = same;
  const live = { sheet: table, cell: cellName(row, column) };
  const sources = await follow(port, {
    sheet: table,
    area: { top: row, bottom: row, left: column, right: column },
  });
  return { ...base, ...sources, kind: 'values', live };
}

async function follow(
  port: WorkbookPort,
  start: SheetArea,
): Promise<{ sources: FigureSource[]; isCut: boolean }> {
  const sources: FigureSource[] = [];
  const seen = new Set<string>();
  let next: SheetArea[] = [start];
  let cells = 0;
  for (let step = 0; step < STEPS && next.length > 0; step++) {
    const wanted = next.filter(({ sheet, area }) => {
      const key = `${sheet}!${areaName(area)}`;
      const isNew = !seen.has(key);
      seen.add(key);
      cells += isNew ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 0;
      return isNew;
    });
    if (cells > CELLS) return { sources, isCut: true };
    const figures = wanted.filter(({ sheet }) => isFiguresSheet(sheet));
    const others = wanted.filter(({ sheet }) => !isFiguresSheet(sheet));
    const read = await port.readAreas([...figures.flatMap(rowsOf), ...others]);
    figures.forEach(({ area }, index) => {
      const [headings, rows] = [read[2 * index], read[2 * index + 1]];
      if (headings && rows) sources.push(...figureSources(headings, rows, area));
    });
    const references = others.flatMap(({ sheet, area }, index) => {
      const found = read[2 * figures.length + index];
      return found ? referencesOf(found, sheet, area) : [];
    });
    next = await picked(port, references);
  }
  return { sources: once(sources), isCut: next.length > 0 };
}

/** Of a range of figures its rows as a whole, and the headings. */
function rowsOf({ sheet, area }: SheetArea): SheetArea[] {
  const right = FIGURES_COLUMNS - 1;
  return [
    { sheet, area: { top: 0, bottom: 0, left: 0, right } },
    { sheet, area: { top: area.top, bottom: area.bottom, left: 0, right } },
  ];
}

/** A place a formula refers to; of a range of which it takes one row, the cell that says which. */
interface Reference extends SheetArea {
  rowIn?: SheetArea;
}

/**
 * The form of one agency takes its line out of the table of all: "IF(INDEX(range,cell)="","",…".
 */
const PICKED = /^IF\(INDEX\((.+?),(\$?[A-Z]{1,3}\$?\d+)\)="","",/;

/** Ranges narrowed to the row that is picked. */
async function picked(port: WorkbookPort, references: readonly Reference[]): Promise<SheetArea[]> {
  const asked = references.flatMap(({ rowIn }) => (rowIn ? [rowIn] : []));
  const cells = asked.length === 0 ? [] : await port.readAreas(asked);
  return references.map(({ sheet, area, rowIn }) => {
    if (!rowIn) return { sheet, area };
    const row = cells[asked.indexOf(rowIn)]?.value(rowIn.area.top, rowIn.area.left);
    if (typeof row !== 'number') return { sheet, area };
    const at = area.top + row - 1;
    return { sheet, area: { ...area, top: at, bottom: at } };
  });
}

function referencesOf(sheet: Sheet, name: string, area: Area): Reference[] {
  const references: Reference[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const formula = sheet.cell(row, column)?.formula;
      if (formula === undefined) continue;
      const pick = PICKED.exec(formula);
      const [from, by] = pick ? [referencesIn(pick[1])[0], referencesIn(pick[2])[0]] : [];
      if (from && by) {
        references.push({
          sheet: from.sheet ?? name,
          area: from.area,
          rowIn: { sheet: name, area: by.area },
        });
        continue;
      }
      for (const one of referencesIn(formula))
        references.push({ sheet: one.sheet ?? name, area: one.area });
    }
  }
  return references;
}

/** A ratio refers to its parts twice. */
function once(sources: readonly FigureSource[]): FigureSource[] {
  const seen = new Set<string>();
  return sources.filter(({ at }) => {
    const key = `${at.sheet}!${cellName(at.row, at.column)}`;
    return !seen.has(key) && seen.add(key);
  });
}
