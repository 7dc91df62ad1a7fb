import { isBlank, type CellValue } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { calculateFirst, howItCalculates, mustBeCalculated } from './calculation';
import { countsFrom1904, secondOf1904 } from './date-system';
import { apartFromLongTexts, formulasApart, type ValuedBlock } from './long-texts';
import { askingForLess, bytesACell, inReplies, UNKNOWN, type Rows } from './reply-blocks';
import { mergedIn, takeFormats, takeFormulas, takeMerges, takeValues } from './take-cells';
import { markIn, namesOf, standsAs } from './write-mark';

/** The first rows of a sheet tell how much a row takes and which columns hold nothing. */
const SAMPLE = { rows: 40, columns: 60 };
interface Found {
  name: string;
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  sample: Excel.Range;
  marks: Excel.NamedItemCollection;
  merged: Excel.RangeAreas | null;
}

/** Columns side by side that are read together. */
interface Columns extends Rows {
  sheet: Sheet;
}

/**
 * The sheets of these names that exist; whole, also with number formats, merged cells and
 * visibility. Columns in which the first rows hold nothing are read only if anything stands further
 * down.
 *
 * Round trips: one for where the sheets are and their first rows, then one for each 3.7 MB.
 */
export async function readBlocks(
  names: readonly string[],
  withFormulas: readonly string[],
  isWhole: boolean,
  asksDay = true,
): Promise<Workbook> {
  return askingForLess((replyBytes) =>
    apartFromLongTexts((apart) =>
      readOnce(names, withFormulas, { isWhole, asksDay, replyBytes, apart }),
    ),
  );
}

async function readOnce(
  names: readonly string[],
  withFormulas: readonly string[],
  how: { isWhole: boolean; asksDay: boolean; replyBytes: number; apart: boolean },
): Promise<Workbook> {
  const { isWhole, asksDay } = how;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    const found = names.map((name): Found => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      if (isWhole) worksheet.load('visibility');
      const sample = worksheet.getRangeByIndexes(0, 0, SAMPLE.rows, SAMPLE.columns);
      sample.load('values');
      return {
        name,
        worksheet,
        used,
        sample,
        marks: namesOf(worksheet),
        merged: isWhole ? mergedIn(used) : null,
      };
    });
    const application = howItCalculates(context);
    const day = asksDay ? secondOf1904(context) : null;
    await context.sync();
    calculateFirst(application);
    const workbook = emptyWorkbook();
    workbook.allNames = worksheets.items.map(({ name }) => name);
    workbook.date1904 = countsFrom1904(day);
    workbook.lastWrites = new Map(
      found.map(({ name, worksheet, marks, used }) => {
        const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
        return [name, worksheet.isNullObject ? null : standsAs(markIn(marks), rows)];
      }),
    );
    const wanted: Columns[] = [];
    const doubtful: { columns: Columns; used: Excel.Range }[] = [];
    for (const { name, worksheet, used, sample, merged } of found) {
      if (worksheet.isNullObject) continue;
      const sheet = new Sheet(name);
      if (isWhole) sheet.visibility = worksheet.visibility === 'Visible' ? 'visible' : 'hidden';
      workbook.sheets.push(sheet);
      if (used.isNullObject) continue;
      takeMerges(sheet, merged);
      const times = 1 + Number(withFormulas.includes(name)) + Number(isWhole);
      for (const run of runsOf(used, sample.values as CellValue[][])) {
        const columns = { sheet, worksheet, ...run, weight: run.weight * times };
        if (!run.isBlank) wanted.push(columns);
        else {
          const range = worksheet.getRangeByIndexes(
            run.top,
            run.left,
            run.bottom - run.top + 1,
            run.width,
          );
          doubtful.push({ columns, used: range.getUsedRangeOrNullObject(true) });
        }
      }
    }
    for (const { used } of doubtful) used.load('rowIndex');
    const take = (columns: readonly Columns[]) => readColumns(context, columns, withFormulas, how);
    await take(wanted);
    mustBeCalculated(application);
    // What is looked up is known with the first block.
    const late = doubtful.filter(({ used }) => !used.isNullObject).map(({ columns }) => columns);
    if (late.length > 0) await take(late);
    return workbook;
  });
}

/**
 * The used columns of a sheet as runs of columns that hold something in the first rows and such as
 * do not.
 */
function runsOf(
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
  sample: readonly (readonly CellValue[])[],
): (Omit<Columns, 'sheet' | 'worksheet'> & { isBlank: boolean })[] {
  const [top, bottom] = [rowIndex, rowIndex + rowCount - 1];
  const runs: (Omit<Columns, 'sheet' | 'worksheet'> & { isBlank: boolean })[] = [];
  const rows = sample.slice(top, bottom + 1);
  for (let column = columnIndex; column < columnIndex + columnCount; column++) {
    const isKnown = column < SAMPLE.columns && rows.length > 0;
    const cells = isKnown ? rows.map((row) => row[column]) : [];
    // The headings alone do not make a column worth reading, but they are read.
    const isBlankBelow =
      isKnown && rowCount > SAMPLE.rows && cells.slice(1).every((cell) => isBlank(cell));
    const weight = isKnown ? bytesACell(cells) : UNKNOWN;
    const last = runs.at(-1);
    if (last && last.isBlank === isBlankBelow) {
      last.width++;
      last.weight += weight;
    } else runs.push({ left: column, width: 1, top, bottom, weight, isBlank: isBlankBelow });
  }
  return runs.flatMap((run) =>
    run.isBlank
      ? [
          { ...run, bottom: top, isBlank: false },
          { ...run, top: top + 1 },
        ]
      : [run],
  );
}

async function readColumns(
  context: Excel.RequestContext,
  wanted: readonly Columns[],
  withFormulas: readonly string[],
  { isWhole, replyBytes, apart }: { isWhole: boolean; replyBytes: number; apart: boolean },
): Promise<void> {
  const calculated: ValuedBlock<Sheet>[] = [];
  await inReplies(context, wanted, replyBytes, {
    ask({ sheet }, block) {
      block.load('values');
      if (withFormulas.includes(sheet.name) && !apart) block.load('formulas');
      if (isWhole) block.load('numberFormat');
    },
    take({ sheet, worksheet, left }, block, top) {
      const values = block.values as unknown[][];
      takeValues(sheet, values, top, left);
      if (withFormulas.includes(sheet.name)) {
        if (apart) calculated.push({ of: sheet, worksheet, values, top, left });
        else takeFormulas(sheet, block.formulas as unknown[][], top, left);
      }
      if (isWhole) takeFormats(sheet, block.numberFormat as unknown[][], top, left);
    },
  });
  await formulasApart(context, calculated, takeFormulas);
}
