import type { Progress, Undo, WorkbookPort } from '../app/ports';
import { isBlank, type CellValue } from '../workbook/cell';
import { parseCell } from '../workbook/address';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { writeCells, writeLooks } from './write-sheet';

/* Large sheets go in blocks, each within Excel's size of a request, so these loops must sync. */
/* eslint-disable office-addins/no-context-sync-in-loop */

/** Cells of one read; a larger reply gets near Excel's 5 MB on the web. */
const READ_CELLS = 60_000;
const OLD = ' (cũ)';

/**
 * The open workbook through Office.js: the only room that speaks it.
 * Round trips: reading takes 2 + one for each 60,000 cells; writing one for each 20,000 cells + 2 for each sheet.
 */
export class ExcelWorkbook implements WorkbookPort {
  async readSheets(names: readonly string[]): Promise<Workbook> {
    return Excel.run(async (context) => {
      const found = names.map((name) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
        const used = worksheet.getUsedRangeOrNullObject(true);
        used.load('rowIndex,columnIndex,rowCount,columnCount');
        return { name, worksheet, used };
      });
      await context.sync();
      const workbook = emptyWorkbook();
      let pending: { sheet: Sheet; block: Excel.Range; top: number; left: number }[] = [];
      let cells = 0;
      const read = async () => {
        await context.sync();
        for (const { sheet, block, top, left } of pending) takeValues(sheet, block.values as unknown[][], top, left);
        pending = [];
        cells = 0;
      };
      for (const { name, worksheet, used } of found) {
        if (worksheet.isNullObject) continue;
        const sheet = new Sheet(name);
        workbook.sheets.push(sheet);
        if (used.isNullObject) continue;
        const rows = Math.max(1, Math.floor(READ_CELLS / used.columnCount));
        for (let first = 0; first < used.rowCount; first += rows) {
          const count = Math.min(rows, used.rowCount - first);
          const top = used.rowIndex + first;
          const block = worksheet.getRangeByIndexes(top, used.columnIndex, count, used.columnCount);
          block.load('values');
          pending.push({ sheet, block, top, left: used.columnIndex });
          cells += count * used.columnCount;
          if (cells >= READ_CELLS) await read();
        }
      }
      await read();
      return workbook;
    });
  }

  async replaceSheets(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    const names = sheets.map((sheet) => sheet.name);
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const before = names.map((name) => worksheets.getItemOrNullObject(name));
      const older = names.map((name) => worksheets.getItemOrNullObject(name + OLD));
      for (const worksheet of [...before, ...older]) worksheet.load('name,visibility');
      await context.sync();
      for (const worksheet of older) {
        if (worksheet.isNullObject) continue;
        worksheet.visibility = 'Visible';
        worksheet.delete();
      }
      // New ones first, under a passing name: Excel refuses to hide its last visible sheet.
      const fresh = sheets.map((_, index) => worksheets.add(`~ghi ${index + 1}`));
      before.forEach((worksheet, index) => {
        if (worksheet.isNullObject) return;
        worksheet.name = names[index] + OLD;
        worksheet.visibility = 'Hidden';
      });
      fresh.forEach((worksheet, index) => {
        worksheet.name = names[index];
      });
      await context.sync();
      for (const [index, sheet] of sheets.entries()) {
        progress?.step(index, sheets.length, sheet.name);
        await writeCells(fresh[index], sheet, { from: 0, to: 0 }, () => context.sync());
        writeLooks(fresh[index], sheet);
        await context.sync();
      }
      fresh[0].activate();
      await context.sync();
      progress?.step(sheets.length, sheets.length, '');
    });
    return () => takeBack(names);
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
      const added: { name: string; first: number; count: number }[] = [];
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
        added.push({ name: sheet.name, first: hasHeadings ? to : 1, count: last });
      }
      progress?.step(sheets.length, sheets.length, '');
      return () => clearRows(added);
    });
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(parseCell(cell) ? cell : 'A1').select();
      await context.sync();
    });
  }
}

/** Deletes the new sheets and brings the hidden old ones back. */
async function takeBack(names: readonly string[]): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const pairs = names.map((name) => ({
      name,
      fresh: worksheets.getItemOrNullObject(name),
      old: worksheets.getItemOrNullObject(name + OLD),
    }));
    for (const { fresh, old } of pairs) {
      fresh.load('name');
      old.load('name');
    }
    await context.sync();
    for (const { fresh, old, name } of pairs) {
      if (!old.isNullObject) old.visibility = 'Visible';
      if (!fresh.isNullObject) fresh.delete();
      if (!old.isNullObject) old.name = name;
    }
    await context.sync();
  });
}

async function clearRows(added: readonly { name: string; first: number; count: number }[]): Promise<void> {
  await Excel.run(async (context) => {
    // The list of submissions goes first: without its row, no figure counts.
    for (const { name, first, count } of [...added].reverse()) {
      if (count > 0)
        context.workbook.worksheets
          .getItem(name)
          .getRange(`${first + 1}:${first + count}`)
          .clear('Contents');
    }
    await context.sync();
  });
}

const ERROR_TEXT = /^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)$/;

function takeValues(sheet: Sheet, values: unknown[][], top: number, left: number): void {
  values.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (isBlank(value as CellValue)) return;
      const isErrorText = typeof value === 'string' && ERROR_TEXT.test(value);
      sheet.put(top + row, left + column, isErrorText ? { error: value } : (value as CellValue));
    }),
  );
}
