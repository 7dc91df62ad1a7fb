import type {
  CellEdit,
  CellPlace,
  Placed,
  Progress,
  SheetArea,
  Undo,
  WorkbookPort,
} from '../app/ports';
import type { Sheet } from '../workbook/sheet';
import type { LastWrites, Workbook } from '../workbook/workbook';
import { onEdit, onSelect } from './listen';
import { readBlocks } from './read-blocks';
import { readAreas, readFormats, selectedCell } from './read-places';
import { isOfStructure, isRefusedByExcel } from './takes-writes';

const putting = () => import(/* webpackPrefetch: true */ './put-sheets');
const rewriting = () => import(/* webpackPrefetch: true */ './rewrite-sheets');
const appending = () => import(/* webpackPrefetch: true */ './append-rows');
const editing = () => import(/* webpackPrefetch: true */ './edit-cells');
const filters = () => import(/* webpackPrefetch: true */ './lift-filters');
const inSight = () => import(/* webpackPrefetch: true */ './sheets-in-sight');

/**
 * The open workbook through Office.js: the only room that speaks it. What writes is loaded when
 * something is written: the first screen only reads.
 * Round trips: see {@link readBlocks} and {@link putSheets}.
 */
export class ExcelWorkbook implements WorkbookPort {
  async readSheets(
    names: readonly string[],
    withFormulas: readonly string[] = [],
  ): Promise<Workbook> {
    return dated((asksDay) => readBlocks(names, withFormulas, false, asksDay));
  }

  async replaceSheets(
    sheets: readonly Sheet[],
    progress?: Progress,
    since?: LastWrites,
    hides?: (name: string) => boolean,
  ): Promise<Placed> {
    try {
      return await (await putting()).putSheets(sheets, true, progress, since, hides);
    } catch (error) {
      if (!isOfStructure(error)) throw error;
      return (await rewriting()).rewriteSheets(sheets, progress, since, hides);
    }
  }

  async arrangeSheets(
    shows: (name: string) => boolean,
    hides: (name: string) => boolean,
  ): Promise<Undo> {
    return (await inSight()).arrangeSheets(shows, hides);
  }

  async showSheet(sheet: Sheet): Promise<void> {
    await (await putting()).putSheets([sheet], false);
  }

  async appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    return (await appending()).appendRows(sheets, progress);
  }

  async readWhole(): Promise<Workbook> {
    return readAll('all');
  }

  async readActiveSheet(): Promise<Workbook> {
    return readAll('active');
  }

  async editCells(edits: readonly CellEdit[]): Promise<Undo> {
    return (await editing()).editCells(edits);
  }

  async writeFoot(sheets: readonly string[], text: string): Promise<Undo> {
    return (await editing()).writeFoot(
      sheets,
      sheets.map(() => text),
    );
  }

  async onEdit(told: () => void): Promise<Undo> {
    return onEdit(told);
  }

  async openWorkbook(bytes: Uint8Array): Promise<void> {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    await Excel.createWorkbook(btoa(binary));
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    await (await inSight()).goToCell(sheet, cell);
  }

  async readAreas(areas: readonly SheetArea[]): Promise<(Sheet | null)[]> {
    return readAreas(areas);
  }

  async onSelect(told: () => void): Promise<Undo> {
    return onSelect(told);
  }

  async selectedCell(): Promise<CellPlace> {
    return selectedCell();
  }

  async liftFilters(sheets: readonly string[]): Promise<Undo> {
    return (await filters()).liftFilters(sheets);
  }

  async readFormats(places: readonly CellPlace[]): Promise<string[]> {
    return readFormats(places);
  }
}

async function readAll(which: 'all' | 'active'): Promise<Workbook> {
  const { readWhole } = await import(/* webpackPrefetch: true */ './read-whole');
  return dated((asksDay) =>
    readWhole((names) => readBlocks(names, names, true, asksDay), which, asksDay),
  );
}

/** An Excel that does not tell how days are counted is read all the same. */
async function dated(read: (asksDay: boolean) => Promise<Workbook>): Promise<Workbook> {
  try {
    return await read(true);
  } catch (error) {
    if (!isRefusedByExcel(error)) throw error;
    return read(false);
  }
}
