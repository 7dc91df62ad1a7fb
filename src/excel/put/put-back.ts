import { knownAt } from '../../known/known';
import { DeskRefused } from '../../app/desk-refused';
import { areaName, quoteSheet } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { replacedName } from '../../workbook/replaced-sheet';
import type { Sheet } from '../../workbook/sheet';
import { changeRows, keysOfValues, labelsOf, rowChanges, rowsPutIn } from '../beside-table';
import { mustCopyWhole, mustLieOpen, whatIsOver, type Over } from '../in-the-way';
import { mustTakeWrites, wholeOf, type Whole } from '../takes-writes';
import { isPassingOf, markIn, mustBear, namesOf, unmark } from '../write-mark';
import { areaOf } from './areas';
import { changedIn, standsOn } from './as-written';
import { forgetOurs, nameOurs, oursOn, type Ours } from './ours';
import { clearCells, copyCells, deleteSheet } from './renew';
import { asideOf, copiedOf, type Standing, type Write } from './write';

/** What stands where a write is taken back; here after the first request. */
interface Now {
  worksheets: Excel.WorksheetCollection;
  whole: Whole;
  sheets: ReadonlyMap<string, NowOfSheet>;
}

interface NowOfSheet {
  ours: Ours;
  used: Excel.Range;
  labels: Excel.Range | null;
  over: Over;
  marks: Excel.NamedItemCollection;
  /** What its cells hold, where they are compared with what was written. */
  stands: Excel.Range | null;
}

/**
 * Takes away what a write put there and gives back what it replaced; a request that breaks is taken
 * up once. Gives the sheets somebody else has put since: those stay as they are, and with `isWhole`
 * so does everything.
 */
export async function putBack(write: Write, isWhole = false): Promise<string[]> {
  return putBackOnce(write, isWhole).catch(() => putBackOnce(write, isWhole));
}

async function putBackOnce(write: Write, isWhole: boolean): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const now = ask(context, write, isWhole && !write.isGoing);
    await context.sync();
    if (isWhole) mustTakeWrites(now.whole, 'sheets');
    const there = new Set(now.worksheets.items.map(({ name }) => name));
    const mine = write.sheets.filter(({ name }) => markOf(now, there, name) === write.id);
    const others = writtenSince(write, now, there);
    if (isWhole && others.length > 0) return others;
    for (const sheet of mine) mustStandAsWritten(write, sheet, knownAt(now.sheets, sheet.name));
    if (isWhole) await mustLieUnmasked(context, write, mine, now);
    write.isGoing = isWhole;
    for (const { name } of mine) mustBear(now.worksheets.getItem(name), write.id);
    for (const sheet of mine) {
      const standing = write.standing.get(sheet.name);
      if (standing)
        giveBack(context, write, sheet, standing, now, there.has(replacedName(sheet.name)));
      else takeAway(context, write, sheet, now);
    }
    showAgain(write, now, there);
    for (const worksheet of now.worksheets.items)
      if (isPassingOf(write.id, worksheet.name)) worksheet.delete();
    await context.sync();
    return others;
  });
}

function ask(context: Excel.RequestContext, { sheets, touched }: Write, compares: boolean): Now {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const askOf = (sheet: Sheet): NowOfSheet => {
    const { name, page } = sheet;
    const worksheet = worksheets.getItemOrNullObject(name);
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount,rowHidden');
    return {
      ours: oursOn(context, name),
      used,
      labels: page && touched.has(name) ? labelsOf(worksheet) : null,
      over: whatIsOver(worksheet),
      marks: namesOf(worksheet),
      stands: compares ? standsOn(worksheet, areaOf(sheet)) : null,
    };
  };
  return {
    worksheets,
    whole: wholeOf(
      context,
      sheets.map(({ name }) => name),
    ),
    sheets: new Map(sheets.map((sheet) => [sheet.name, askOf(sheet)])),
  };
}

function markOf({ sheets }: Now, there: ReadonlySet<string>, name: string): string | null {
  return there.has(name) ? markIn(knownAt(sheets, name).marks) : null;
}

/** The sheets that stand neither as the write put them nor as it found them. */
function writtenSince(write: Write, now: Now, there: ReadonlySet<string>): string[] {
  if (!write.isLooked) return [];
  const isOthers = (name: string) => {
    const known = [write.id, write.standing.get(name)?.mark ?? null];
    return there.has(name) && !known.includes(markOf(now, there, name));
  };
  return write.sheets.map(({ name }) => name).filter(isOthers);
}

/** Refuses where a sheet lies under a filter, or somebody has written into what this write put. */
function mustStandAsWritten(write: Write, sheet: Sheet, { over, stands }: NowOfSheet): void {
  if (write.standing.has(sheet.name)) mustLieOpen(sheet.name, over);
  const changed = changedIn(sheet, stands);
  if (changed === null) return;
  throw new DeskRefused({
    code: 'cell-written-since',
    facts: { sheet: sheet.name, cell: changed },
  });
}

/** Refuses where a filter Office.js does not tell of hides rows of what would be given back. */
async function mustLieUnmasked(
  context: Excel.RequestContext,
  write: Write,
  mine: readonly Sheet[],
  { sheets }: Now,
): Promise<void> {
  const hidesRows = ({ name }: Sheet) => {
    const used = sheets.get(name)?.used;
    return write.standing.has(name) && used?.isNullObject === false && used.rowHidden !== false;
  };
  const masked = mine.filter(hidesRows);
  await mustCopyWhole(
    context,
    masked.map((sheet) => ({
      name: sheet.name,
      area: areaOf(sheet),
      aside: asideOf(write, sheet),
    })),
  );
}

/** Of a sheet that came with the write. */
function takeAway(context: Excel.RequestContext, write: Write, sheet: Sheet, now: Now): void {
  const worksheet = now.worksheets.getItem(sheet.name);
  const { used, ours } = knownAt(now.sheets, sheet.name);
  const { bottom } = areaOf(sheet);
  const isLonger = !used.isNullObject && used.rowIndex + used.rowCount > bottom + 1;
  if (sheet.page || !isLonger) {
    forgetOurs(context, ours, sheet.name);
    worksheet.delete();
    return;
  }
  // Rows that others added below a list that came with this write are theirs.
  if (bottom > 0) worksheet.getRange(`2:${bottom + 1}`).clear('Contents');
  unmark(worksheet, write.id, null);
}

/** Of a sheet that stood before, as far as the write came. */
function giveBack(
  context: Excel.RequestContext,
  write: Write,
  sheet: Sheet,
  standing: Standing,
  now: Now,
  isKept: boolean,
): void {
  const { name } = sheet;
  const worksheet = now.worksheets.getItem(name);
  const { ours, labels } = knownAt(now.sheets, name);
  if (isKept) {
    // Its rows are known by what they say now.
    const last = Math.max(standing.keys.length - 1, areaOf(sheet).bottom);
    const values = (labels?.values ?? []) as CellValue[][];
    const changes =
      standing.keys.length > 0 ? rowChanges(keysOfValues(values, last), standing.keys) : [];
    changeRows(worksheet, changes);
    const area = knownAt(write.touched, name);
    clearCells(worksheet, area);
    const copied = copiedOf(sheet, standing, area);
    copyCells(worksheet, replacedName(name), areaName(copied));
    // Rows that come back bring their notes along.
    for (const row of rowsPutIn(changes)) {
      const cells = areaName({ ...copied, top: row, bottom: row });
      worksheet.getRange(cells).copyFrom(`${quoteSheet(replacedName(name))}!${cells}`);
    }
    nameOurs(context, ours, sheet, worksheet, standing.ours);
    // Together with what it gave back: taken up again, it is not given back twice.
    deleteSheet(now.worksheets.getItem(replacedName(name)));
  }
  unmark(worksheet, write.id, standing.mark);
}

/** Sheets are in sight, or not, as they were before. */
function showAgain(
  { hidden, shown }: Write,
  { worksheets }: Now,
  there: ReadonlySet<string>,
): void {
  for (const name of hidden) if (there.has(name)) worksheets.getItem(name).visibility = 'Visible';
  if (shown !== null && there.has(shown)) worksheets.getItem(shown).visibility = 'Hidden';
}
