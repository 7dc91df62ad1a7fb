import type { CellEdit, CellPlace, Progress, Undo, WorkbookPort, SheetArea } from '../app/ports';
import { arrangeSheets, goToCell } from './sheets-in-sight';
import { isBlank, type CellValue } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';
import type { LastWrites, Workbook } from '../workbook/workbook';
import { editCells, onEdit, writeFoot } from './edit-cells';
import { onSelect, readAreas, readFormats, selectedCell } from './read-places';
import { mustLieOpen, whatIsOver } from './in-the-way';
import { explained, isRefusedByExcel, mustTakeWrites, wholeOf } from './takes-writes';
import { liftFilters } from './lift-filters';
import { readWhole } from './read-whole';
import { readBlocks } from './read-blocks';
import { putSheets } from './put-sheets';
import { Requests } from './requests';
import { below, inPlace, writeCells, writeLooks, writePanes, type Place } from './write-sheet';

/**
 * The open workbook through Office.js: the only room that speaks it.
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
  ): Promise<Undo> {
    return putSheets(sheets, true, progress, since, hides);
  }

  async arrangeSheets(
    shows: (name: string) => boolean,
    hides: (name: string) => boolean,
  ): Promise<Undo> {
    return arrangeSheets(shows, hides);
  }

  async showSheet(sheet: Sheet): Promise<void> {
    await putSheets([sheet], false);
  }

  async appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    const names = sheets.map(({ name }) => name);
    return explained(names, 'sheets', () => appendRows(sheets, progress));
  }

  async readWhole(): Promise<Workbook> {
    return dated((asksDay) =>
      readWhole((names) => readBlocks(names, names, true, asksDay), 'all', asksDay),
    );
  }

  async readActiveSheet(): Promise<Workbook> {
    return dated((asksDay) =>
      readWhole((names) => readBlocks(names, names, true, asksDay), 'active', asksDay),
    );
  }

  async editCells(edits: readonly CellEdit[]): Promise<Undo> {
    return editCells(edits);
  }

  async writeFoot(sheets: readonly string[], text: string): Promise<Undo> {
    return writeFoot(
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
    return goToCell(sheet, cell);
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
    return liftFilters(sheets);
  }

  async readFormats(places: readonly CellPlace[]): Promise<string[]> {
    return readFormats(places);
  }
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

/** Below whatever stands under the headings of each sheet, or on a new sheet. */
async function appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const found = sheets.map((sheet) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet.name);
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount');
      return { worksheet, used, over: whatIsOver(worksheet) };
    });
    const front = { sheet: context.workbook.worksheets.getActiveWorksheet() };
    front.sheet.load('name');
    const whole = wholeOf(
      context,
      sheets.map(({ name }) => name),
    );
    const requests = new Requests(context, progress);
    await requests.send();
    mustTakeWrites(
      whole,
      found.some(({ worksheet }) => worksheet.isNullObject) ? 'sheets' : 'rows',
    );
    requests.suspendScreen();
    for (const [index, { worksheet, over }] of found.entries())
      if (!worksheet.isNullObject) mustLieOpen(sheets[index].name, over);
    const added: Appended[] = [];
    for (const [index, sheet] of sheets.entries()) {
      progress?.step(index, sheets.length, sheet.name);
      const { worksheet, used } = found[index];
      const isNew = worksheet.isNullObject;
      const target = isNew ? context.workbook.worksheets.add(sheet.name) : worksheet;
      const hasHeadings = !isNew && !used.isNullObject;
      let top: Excel.Range | null = null;
      const place: Place = (...asked) => {
        const range = (hasHeadings ? below : inPlace)(target)(...asked);
        if (!top) (top = range).load('rowIndex');
        return range;
      };
      await writeCells(place, sheet, hasHeadings ? 1 : 0, requests, !isNew);
      // One that was put out of sight when its only rows were taken back.
      const isSeen = sheet.visibility === 'visible';
      if (hasHeadings && used.rowCount === 1 && isSeen) target.visibility = 'Visible';
      if (isNew) await writeLooks(target, sheet, requests);
      if (isNew && sheet.tabColor) target.tabColor = sheet.tabColor;
      await requests.send();
      if (isNew) {
        writePanes(target, sheet);
        context.workbook.worksheets.getItem(front.sheet.name).activate();
        if (!isSeen) target.visibility = 'Hidden';
        // Headings that roll away with the rows are no reason to take rows back.
        await requests.send().catch(() => undefined);
      }
      const last = sheet.usedArea()?.bottom ?? 0;
      const first = (top as Excel.Range | null)?.rowIndex ?? 0;
      added.push({
        name: sheet.name,
        isNew,
        first: hasHeadings ? first : 1,
        ids: idsOf(sheet, last),
      });
    }
    progress?.step(sheets.length, sheets.length, '');
    return () => clearRows(added);
  });
}

/** Rows that were added under a sheet's headings, with what their first column says. */
interface Appended {
  name: string;
  /** The sheet came with the rows. */
  isNew: boolean;
  first: number;
  ids: string[];
}

function idsOf(sheet: Sheet, last: number): string[] {
  return Array.from({ length: last }, (_, row) => String(sheet.value(row + 1, 0) ?? ''));
}

/** Rows to be taken back are no longer where they were put: somebody sorted or edited the sheet. */
class RowsMoved extends Error {
  readonly code = 'RowsMoved';
}

/** Takes the added rows away, if they still stand where they were put. */
async function clearRows(added: readonly Appended[]): Promise<void> {
  await explained(
    added.map(({ name }) => name),
    'rows',
    () => clearOpened(added),
  );
}

async function clearOpened(added: readonly Appended[]): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const places = added.map(({ name, first, ids }) => {
      const worksheet = context.workbook.worksheets.getItem(name);
      const column = worksheet.getRangeByIndexes(first, 0, Math.max(1, ids.length), 1);
      column.load('values');
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,rowCount');
      return { worksheet, column, used, over: whatIsOver(worksheet) };
    });
    const whole = wholeOf(
      context,
      added.map(({ name }) => name),
    );
    await context.sync();
    mustTakeWrites(whole, added.some(({ isNew }) => isNew) ? 'sheets' : 'rows');
    for (const [index, { ids, name }] of added.entries()) {
      mustLieOpen(name, places[index].over);
      const values = places[index].column.values;
      // Rows that are cleared already are those of an undo that broke off.
      const isThere = ids.every((id, row) => String(values[row][0]) === id);
      if (!isThere && !ids.every((_, row) => isBlank(values[row][0] as CellValue)))
        throw new RowsMoved(name);
    }
    // The list of submissions goes first: without its row, no figure counts.
    for (const [index, { isNew, first, ids }] of [...added.entries()].reverse()) {
      const { worksheet, used } = places[index];
      // A sheet that came with the rows goes out of sight, but stays: somebody else may add rows of
      // theirs this very moment.
      const end = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
      if (isNew && end <= first + ids.length) worksheet.visibility = 'Hidden';
      if (ids.length > 0)
        worksheet.getRange(`${first + 1}:${first + ids.length}`).clear('Contents');
    }
    await context.sync();
  });
}
