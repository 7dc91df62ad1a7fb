import type { CellEdit, Progress, Undo, WorkbookPort } from '../app/ports';
import { isBlank, type CellValue } from '../workbook/cell';
import { parseCell, quoteSheet } from '../workbook/address';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { editCells, onEdit, writeFoot } from './edit-cells';
import { readWhole } from './read-whole';
import { takeFormats, takeFormulas, takeValues } from './take-cells';
import { writeCells, writeLooks } from './write-sheet';

/* Large sheets go in blocks, each within Excel's size of a request, so these loops must sync. */
/* eslint-disable office-addins/no-context-sync-in-loop */

/** Cells of one read; a larger reply gets near Excel's 5 MB on the web. */
const READ_CELLS = 60_000;
/** With formulas and formats a cell's text comes three times. */
const WHOLE_CELLS = 12_000;
const OLD = ' (cũ)';

/**
 * The open workbook through Office.js: the only room that speaks it.
 * Round trips: reading takes 1 + one for each 60,000 cells; writing 2 + one for each sheet and each 20,000 cells.
 */
export class ExcelWorkbook implements WorkbookPort {
  async readSheets(names: readonly string[], withFormulas: readonly string[] = []): Promise<Workbook> {
    return readBlocks(names, withFormulas, false);
  }

  async replaceSheets(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    return putSheets(sheets, true, progress);
  }

  async showSheet(sheet: Sheet): Promise<void> {
    await putSheets([sheet], false);
  }

  async appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const found = sheets.map((sheet) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet.name);
        const used = worksheet.getUsedRangeOrNullObject(true);
        used.load('rowIndex,rowCount');
        return { worksheet, used };
      });
      await context.sync();
      const added: Appended[] = [];
      for (const [index, sheet] of sheets.entries()) {
        progress?.step(index, sheets.length, sheet.name);
        const { worksheet, used } = found[index];
        const isNew = worksheet.isNullObject;
        const target = isNew ? context.workbook.worksheets.add(sheet.name) : worksheet;
        const hasHeadings = !isNew && !used.isNullObject;
        const to = hasHeadings ? used.rowIndex + used.rowCount : 0;
        await writeCells(target, sheet, { from: hasHeadings ? 1 : 0, to }, () => context.sync());
        if (isNew) writeLooks(target, sheet);
        await context.sync();
        const last = sheet.usedArea()?.bottom ?? 0;
        added.push({ name: sheet.name, isNew, first: hasHeadings ? to : 1, ids: idsOf(sheet, last) });
      }
      progress?.step(sheets.length, sheets.length, '');
      return () => clearRows(added);
    });
  }

  async readWhole(): Promise<Workbook> {
    return readWhole((names) => readBlocks(names, names, true));
  }

  async readActiveSheet(): Promise<Workbook> {
    const name = await Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load('name');
      await context.sync();
      return active.name;
    });
    return this.readSheets([name]);
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
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    await Excel.createWorkbook(btoa(binary));
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(parseCell(cell) ? cell : 'A1').select();
      await context.sync();
    });
  }
}

/** The sheets of these names that exist, in blocks within Excel's size of a reply; whole, also with number formats and visibility. */
async function readBlocks(
  names: readonly string[],
  withFormulas: readonly string[],
  isWhole: boolean,
): Promise<Workbook> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const found = names.map((name) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      if (isWhole) worksheet.load('visibility');
      return { name, worksheet, used };
    });
    await context.sync();
    const workbook = emptyWorkbook();
    let pending: { sheet: Sheet; block: Excel.Range; top: number; left: number }[] = [];
    const limit = isWhole ? WHOLE_CELLS : READ_CELLS;
    let cells = 0;
    const read = async () => {
      await context.sync();
      for (const { sheet, block, top, left } of pending) takeValues(sheet, block.values as unknown[][], top, left);
      for (const { sheet, block, top, left } of pending)
        if (withFormulas.includes(sheet.name)) takeFormulas(sheet, block.formulas as unknown[][], top, left);
      if (isWhole)
        for (const { sheet, block, top, left } of pending)
          takeFormats(sheet, block.numberFormat as unknown[][], top, left);
      pending = [];
      cells = 0;
    };
    for (const { name, worksheet, used } of found) {
      if (worksheet.isNullObject) continue;
      const sheet = new Sheet(name);
      if (isWhole) sheet.visibility = worksheet.visibility === 'Visible' ? 'visible' : 'hidden';
      workbook.sheets.push(sheet);
      if (used.isNullObject) continue;
      const rows = Math.max(1, Math.floor(limit / used.columnCount));
      for (let first = 0; first < used.rowCount; first += rows) {
        const count = Math.min(rows, used.rowCount - first);
        const top = used.rowIndex + first;
        const block = worksheet.getRangeByIndexes(top, used.columnIndex, count, used.columnCount);
        block.load('values');
        if (withFormulas.includes(name)) block.load('formulas');
        if (isWhole) block.load('numberFormat');
        pending.push({ sheet, block, top, left: used.columnIndex });
        cells += count * used.columnCount;
        if (cells >= limit) await read();
      }
    }
    await read();
    return workbook;
  });
}

const PASSING = '~ghi ';

/** What stood in the workbook before a write, so that it can be put back. */
interface Before {
  /** The ids of all sheets. */
  ids: ReadonlySet<string>;
  /** Those that stood under the names of the write: name → id. */
  replaced: ReadonlyMap<string, string>;
}

/**
 * Writes sheets hidden under passing names and puts them in place in one last batch, so that people never see a half, and a
 * failure in the middle leaves the workbook as it was. Formulas follow when a sheet they refer to is renamed.
 */
async function putSheets(sheets: readonly Sheet[], keepsOld: boolean, progress?: Progress): Promise<Undo> {
  const names = sheets.map((sheet) => sheet.name);
  const passing = new Map(names.map((name, index) => [name, `${PASSING}${index + 1}`]));
  let before: Before = { ids: new Set(), replaced: new Map() };
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      await context.sync();
      const standing = new Map(worksheets.items.map((worksheet) => [worksheet.name, worksheet]));
      const replaced = names
        .filter((name) => standing.has(name))
        .map((name) => [name, standing.get(name)!.id] as const);
      before = { ids: new Set(worksheets.items.map((worksheet) => worksheet.id)), replaced: new Map(replaced) };
      for (const name of passing.values()) standing.get(name)?.delete();
      const fresh = names.map((name) => worksheets.add(passing.get(name)));
      for (const worksheet of fresh) worksheet.visibility = 'Hidden';
      for (const [index, sheet] of sheets.entries()) {
        progress?.step(index, sheets.length, sheet.name);
        await writeCells(fresh[index], withFormulasFor(sheet, passing), { from: 0, to: 0 }, () => context.sync());
        writeLooks(fresh[index], sheet);
        await context.sync();
      }
      for (const name of names) {
        const older = standing.get(name + OLD);
        if (older) {
          older.visibility = 'Visible';
          older.delete();
        }
        const old = standing.get(name);
        if (!old) continue;
        if (keepsOld) old.name = name + OLD;
        else old.delete();
      }
      fresh.forEach((worksheet, index) => {
        worksheet.name = names[index];
        worksheet.visibility = 'Visible';
      });
      fresh[0].activate();
      // What is replaced goes last: a workbook always keeps a visible sheet.
      if (keepsOld) for (const [name] of replaced) standing.get(name)!.visibility = 'Hidden';
      await context.sync();
      progress?.step(sheets.length, sheets.length, '');
    });
  } catch (error) {
    // The reason of the failure is what counts; what cannot be put back now, the next write clears.
    if (before.ids.size > 0) await putBack(names, before).catch(() => undefined);
    throw error;
  }
  return () => putBack(names, before);
}

/** Takes away what a write put there and gives the sheets it replaced their places back; a batch that breaks is taken up once. */
async function putBack(names: readonly string[], before: Before): Promise<void> {
  await putBackOnce(names, before).catch(() => putBackOnce(names, before));
}

async function putBackOnce(names: readonly string[], { ids, replaced }: Before): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const byId = new Map(worksheets.items.map((worksheet) => [worksheet.id, worksheet]));
    for (const id of replaced.values()) {
      const old = byId.get(id);
      if (old) old.visibility = 'Visible';
    }
    for (const worksheet of worksheets.items) {
      const isNamed = names.includes(worksheet.name) || worksheet.name.startsWith(PASSING);
      if (isNamed && !ids.has(worksheet.id)) worksheet.delete();
    }
    for (const [name, id] of replaced) {
      const old = byId.get(id);
      if (old && old.name !== name) old.name = name;
    }
    await context.sync();
  });
}

/** The sheet with formulas that refer to sheets of the same write under their passing names. */
function withFormulasFor(sheet: Sheet, passing: ReadonlyMap<string, string>): Sheet {
  const copy = new Sheet(sheet.name);
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      let { formula } = cell;
      for (const [name, temporary] of passing)
        formula = formula?.replaceAll(`${quoteSheet(name)}!`, `${quoteSheet(temporary)}!`);
      copy.set(row, column, formula === undefined ? cell : { ...cell, formula });
    }
  }
  return copy;
}

/** Rows that were added under a sheet's headings, with what their first column says. */
interface Appended {
  name: string;
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
  await Excel.run(async (context) => {
    const places = added.map(({ name, first, ids }) => {
      const worksheet = context.workbook.worksheets.getItem(name);
      const column = worksheet.getRangeByIndexes(first, 0, Math.max(1, ids.length), 1);
      column.load('values');
      return { worksheet, column };
    });
    await context.sync();
    for (const [index, { ids, name }] of added.entries()) {
      const values = places[index].column.values;
      // Rows that are cleared already are those of an undo that broke off.
      const isThere = ids.every((id, row) => String(values[row][0]) === id);
      if (!isThere && !ids.every((_, row) => isBlank(values[row][0] as CellValue))) throw new RowsMoved(name);
    }
    // The list of submissions goes first: without its row, no figure counts.
    for (const [index, { isNew, first, ids }] of [...added.entries()].reverse()) {
      const { worksheet } = places[index];
      if (isNew) worksheet.delete();
      else if (ids.length > 0) worksheet.getRange(`${first + 1}:${first + ids.length}`).clear('Contents');
    }
    await context.sync();
  });
}
