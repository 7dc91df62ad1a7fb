import { knownAt } from '../known/known';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { calculateFirst, howItCalculates, mustBeCalculated } from './calculation';
import { countsFrom1904, secondOf1904 } from './date-system';
import { apartFromLongTexts, formulasApart, type ValuedBlock } from './long-texts';
import { isTooLarge } from './reply-blocks';
import { mergedIn, takeFormats, takeFormulas, takeMerges, takeValues } from './take-cells';

/** A form with all its rows is far from it; beyond, nobody is asked which rows are hidden. */
const ASKED_ROWS = 400;
const ASKED_COLUMNS = 60;
/** The longest appendix of a decision is far from it, and a row takes some 300 bytes to ask. */
const APPENDIX_ROWS = 5000;

interface Asked {
  sheet: Sheet;
  worksheet: Excel.Worksheet;
  used: Excel.Range;
}

/**
 * Every sheet, or the one the person looks at, as a received file would be read, in two round trips
 * (Office.js lets go of its ranges in a third): a form is small, so its cells come with the
 * question how large it is. Where a sheet is too large for one reply, `inBlocks` reads instead;
 * where rows are hidden, one more asks which; where cells are struck through, two more. What is
 * struck within one cell, and what is raised, Office.js does not tell. Of one sheet also what is
 * bold is asked, for a decision's appendix is read by it.
 *
 * It does not wait for a cell somebody is typing into: an entry Excel has rejected stays open
 * behind its message, and the person would be shown a bar that never moves. It is refused, and
 * said.
 */
export async function readWhole(
  inBlocks: (names: readonly string[]) => Promise<Workbook>,
  which: 'all' | 'active',
  asksDay: boolean,
): Promise<Workbook> {
  let names: string[] = [];
  const readOnce = (apart: boolean) =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const active = which === 'active' ? worksheets.getActiveWorksheet() : null;
      if (active) active.load('name,visibility');
      else worksheets.load('items/name,items/visibility');
      const application = howItCalculates(context);
      const day = asksDay ? secondOf1904(context) : null;
      await context.sync();
      calculateFirst(application);
      const wanted = active ? [active] : worksheets.items;
      names = wanted.map(({ name }) => name);
      const asked = wanted.map((worksheet) => {
        const used = worksheet.getUsedRangeOrNullObject(true);
        used.load(
          'rowIndex,columnIndex,rowCount,columnCount,values,numberFormat,rowHidden,columnHidden,format/font/strikethrough',
        );
        if (active) used.load('format/font/bold');
        if (!apart) used.load('formulas');
        return { worksheet, used, merged: mergedIn(used) };
      });
      await context.sync();
      mustBeCalculated(application);
      const workbook = emptyWorkbook();
      workbook.date1904 = countsFrom1904(day);
      const blocks: ValuedBlock<Sheet>[] = [];
      const partlyHidden: Asked[] = [];
      const partlyStruck: Asked[] = [];
      const partlyBold: Asked[] = [];
      for (const { worksheet, used, merged } of asked) {
        const sheet = new Sheet(worksheet.name);
        sheet.visibility = worksheet.visibility === 'Visible' ? 'visible' : 'hidden';
        workbook.sheets.push(sheet);
        if (used.isNullObject) continue;
        const { rowIndex, columnIndex } = used;
        const values = used.values as unknown[][];
        takeValues(sheet, values, rowIndex, columnIndex);
        if (apart) blocks.push({ of: sheet, worksheet, values, top: rowIndex, left: columnIndex });
        else takeFormulas(sheet, used.formulas as unknown[][], rowIndex, columnIndex);
        takeFormats(sheet, used.numberFormat as unknown[][], rowIndex, columnIndex);
        takeMerges(sheet, merged);
        // Null where some are hidden and some are not.
        if (used.rowHidden !== false || used.columnHidden !== false)
          partlyHidden.push({ sheet, worksheet, used });
        const { font } = used.format;
        if (font.strikethrough !== false) partlyStruck.push({ sheet, worksheet, used });
        if (active && font.bold !== false) partlyBold.push({ sheet, worksheet, used });
      }
      await formulasApart(context, blocks, takeFormulas);
      if (partlyHidden.length > 0) await askHidden(context, partlyHidden);
      if (partlyStruck.length > 0)
        await askFont(context, partlyStruck, 'strikethrough', ASKED_ROWS);
      if (partlyBold.length > 0) await askFont(context, partlyBold, 'bold', APPENDIX_ROWS);
      return workbook;
    });
  try {
    return await apartFromLongTexts(readOnce);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return inBlocks(names);
  }
}

async function askHidden(context: Excel.RequestContext, sheets: readonly Asked[]): Promise<void> {
  const asked = sheets.map(({ sheet, worksheet, used }) => {
    const { rowIndex, columnIndex } = used;
    const rows = Array.from({ length: Math.min(used.rowCount, ASKED_ROWS) }, (_, index) =>
      worksheet.getRangeByIndexes(rowIndex + index, columnIndex, 1, 1).load('rowHidden,rowIndex'),
    );
    const columns = Array.from({ length: Math.min(used.columnCount, ASKED_COLUMNS) }, (_, index) =>
      worksheet
        .getRangeByIndexes(rowIndex, columnIndex + index, 1, 1)
        .load('columnHidden,columnIndex'),
    );
    return { sheet, rows, columns };
  });
  await context.sync();
  for (const { sheet, rows, columns } of asked) {
    for (const row of rows) if (row.rowHidden) sheet.hiddenRows.add(row.rowIndex);
    for (const column of columns)
      if (column.columnHidden) sheet.hiddenColumns.add(column.columnIndex);
  }
}

/**
 * First which rows hold something struck, or bold, then which of their cells; of a whole row alike
 * no cell is asked.
 */
async function askFont(
  context: Excel.RequestContext,
  sheets: readonly Asked[],
  look: 'strikethrough' | 'bold',
  most: number,
): Promise<void> {
  const rows = sheets.flatMap(({ sheet, worksheet, used }) =>
    [...sheet.rows.keys()].slice(0, most).map((row) => {
      const { columnIndex, columnCount } = used;
      const { font } = worksheet.getRangeByIndexes(row, columnIndex, 1, columnCount).format;
      return { sheet, worksheet, row, font: font.load(look) };
    }),
  );
  await context.sync();
  const cells = rows
    .filter(({ font }) => font[look] !== false)
    .flatMap(({ sheet, worksheet, row, font }) =>
      [...knownAt(sheet.rows, row)].map(([column, cell]) => {
        if (font[look]) return { sheet, row, column, cell, font };
        const own = worksheet.getRangeByIndexes(row, column, 1, 1).format.font;
        return { sheet, row, column, cell, font: own.load(look) };
      }),
    );
  if (cells.length > 0) await context.sync();
  for (const { sheet, row, column, cell, font } of cells) {
    // Null where only some of its letters are: struck it is asked about as well, bold it is not.
    if (!(look === 'bold' ? font.bold : font.strikethrough !== false)) continue;
    sheet.set(row, column, { ...cell, style: { ...cell.style, [look]: true } });
  }
}
