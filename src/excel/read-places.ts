import type { CellPlace, SheetArea } from '../app/ports';
import { cellName } from '../workbook/address';
import { Sheet } from '../workbook/sheet';
import { calculateFirst, howItCalculates, mustBeCalculated } from './calculation';
import { apartFromLongTexts, formulasApart, type ValuedBlock } from './long-texts';
import { takeFormulas, takeValues } from './take-cells';

/** The cell the person has selected; of several the active one. One round trip. */
export async function selectedCell(): Promise<CellPlace> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex');
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return { sheet: sheet.name, cell: cellName(cell.rowIndex, cell.columnIndex) };
  });
}

/** The number formats of single cells, in one round trip. */
export async function readFormats(places: readonly CellPlace[]): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const cells = places.map(({ sheet, cell }) =>
      context.workbook.worksheets.getItem(sheet).getRange(cell),
    );
    for (const range of cells) range.load('numberFormat');
    await context.sync();
    return cells.map(({ numberFormat }) => String((numberFormat as unknown[][])[0][0]));
  });
}

/**
 * Values and formulas of some ranges, in two round trips: which sheets are there, and what stands
 * in them.
 */
export async function readAreas(areas: readonly SheetArea[]): Promise<(Sheet | null)[]> {
  return apartFromLongTexts((apart) => readAreasOnce(areas, apart));
}

async function readAreasOnce(
  areas: readonly SheetArea[],
  apart: boolean,
): Promise<(Sheet | null)[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    const application = howItCalculates(context);
    await context.sync();
    calculateFirst(application);
    const there = new Set(worksheets.items.map(({ name }) => name));
    const ranges = areas.map(({ sheet, area }) => {
      if (!there.has(sheet)) return null;
      const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
      const range = worksheets.getItem(sheet).getRangeByIndexes(area.top, area.left, rows, columns);
      range.load('values');
      if (!apart) range.load('formulas');
      return range;
    });
    await context.sync();
    mustBeCalculated(application);
    const blocks: ValuedBlock<Sheet>[] = [];
    const read = ranges.map((range, index) => {
      if (!range) return null;
      const { sheet: name, area } = areas[index];
      const { top, left } = area;
      const sheet = new Sheet(name);
      const values = range.values as unknown[][];
      takeValues(sheet, values, top, left);
      if (apart) blocks.push({ of: sheet, worksheet: worksheets.getItem(name), values, top, left });
      else takeFormulas(sheet, range.formulas as unknown[][], top, left);
      return sheet;
    });
    await formulasApart(context, blocks, takeFormulas);
    return read;
  });
}
