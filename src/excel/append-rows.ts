import type { Progress, Undo } from '../app/ports';
import { isBlank, type CellValue } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';
import { mustCopyWhole, mustLieOpen, whatIsOver } from './in-the-way';
import { Requests } from './requests';
import { explained, mustTakeWrites, wholeOf } from './takes-writes';
import { newWriteId, passingName } from './write-mark';
import { below, inPlace, writeCells, writeLooks, writePanes, type Place } from './write-sheet';

/** Below whatever stands under the headings of each sheet, or on a new sheet. */
export async function appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
  const names = sheets.map(({ name }) => name);
  return explained(names, 'sheets', () => appendOpened(sheets, progress));
}

async function appendOpened(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
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
      added.push(
        worksheet.isNullObject
          ? await addSheet(context, sheet, front.sheet.name, requests)
          : await addBelow(worksheet, used, sheet, requests),
      );
    }
    progress?.step(sheets.length, sheets.length, '');
    return () => clearRows(added);
  });
}

/** Below whatever stands under the headings; with its own where the sheet is blank. */
async function addBelow(
  worksheet: Excel.Worksheet,
  used: Excel.Range,
  sheet: Sheet,
  requests: Requests,
): Promise<Appended> {
  const hasHeadings = !used.isNullObject;
  const written: { top?: Excel.Range } = {};
  const place: Place = (...asked) => {
    const range = (hasHeadings ? below : inPlace)(worksheet)(...asked);
    if (!written.top) (written.top = range).load('rowIndex');
    return range;
  };
  await writeCells(place, sheet, hasHeadings ? 1 : 0, requests, true);
  // One that was put out of sight when its only rows were taken back.
  const isSeen = sheet.visibility === 'visible';
  if (hasHeadings && used.rowCount === 1 && isSeen) worksheet.visibility = 'Visible';
  await requests.send();
  const first = hasHeadings ? (written.top?.rowIndex ?? 0) : 1;
  return { name: sheet.name, isNew: false, first, ids: idsOf(sheet) };
}

/** On a sheet of its own; the one in front stays there. */
async function addSheet(
  { workbook: { worksheets } }: Excel.RequestContext,
  sheet: Sheet,
  front: string,
  requests: Requests,
): Promise<Appended> {
  const target = worksheets.add(sheet.name);
  await writeCells(inPlace(target), sheet, 0, requests, false);
  await writeLooks(target, sheet, requests);
  if (sheet.tabColor) target.tabColor = sheet.tabColor;
  await requests.send();
  writePanes(target, sheet);
  worksheets.getItem(front).activate();
  if (sheet.visibility !== 'visible') target.visibility = 'Hidden';
  // Headings that roll away with the rows are no reason to take rows back.
  await requests.send().catch(() => undefined);
  return { name: sheet.name, isNew: true, first: 1, ids: idsOf(sheet) };
}

/** Rows that were added under a sheet's headings, with what their first column says. */
interface Appended {
  name: string;
  /** The sheet came with the rows. */
  isNew: boolean;
  first: number;
  ids: string[];
}

function idsOf(sheet: Sheet): string[] {
  const last = sheet.usedArea()?.bottom ?? 0;
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
      column.load('values,rowHidden');
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
    const write = newWriteId();
    await mustCopyWhole(
      context,
      added.flatMap(({ name, first, ids }, index) => {
        const area = { top: first, left: 0, bottom: first + ids.length - 1, right: 0 };
        const isHidden = ids.length > 0 && places[index].column.rowHidden !== false;
        return isHidden ? [{ name, area, aside: passingName(write, index + 1) }] : [];
      }),
    );
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
