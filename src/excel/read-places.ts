import type { CellPlace } from '../app/ports';

/** The cell the person has selected; of several the active one. One round trip. */
export async function selectedCell(): Promise<CellPlace> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('address');
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return { sheet: sheet.name, cell: cell.address.slice(cell.address.lastIndexOf('!') + 1) };
  });
}

/** The number formats of single cells, in one round trip. */
export async function readFormats(places: readonly CellPlace[]): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const cells = places.map(({ sheet, cell }) => context.workbook.worksheets.getItem(sheet).getRange(cell));
    for (const range of cells) range.load('numberFormat');
    await context.sync();
    return cells.map(({ numberFormat }) => String((numberFormat as unknown[][])[0][0]));
  });
}
