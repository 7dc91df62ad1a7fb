import { DeskRefused } from '../app/desk-refused';
import { Cancelled, type Progress, type Undo } from '../app/ports';
import { areaName, columnName, quoteSheet, type Area } from '../workbook/address';
import { replacedName } from '../workbook/replaced-sheet';
import { Sheet } from '../workbook/sheet';
import { Requests } from './requests';
import {
  changeRows,
  holdsAny,
  inTheWay,
  keysOfSheet,
  keysOfValues,
  labelsOf,
  leavingRows,
  movedColumn,
  notedRows,
  rowChanges,
  rowsPutIn,
  topRowsOf,
  type Leaving,
  type RowChange,
} from './beside-table';
import { calculateFirst, howItCalculates } from './calculation';
import { mustLieOpen, whatIsOver } from './in-the-way';
import { explained, mustTakeWrites, wholeOf } from './takes-writes';
import type { CellValue } from '../workbook/cell';
import { changedCell } from '../workbook/changed-cell';
import type { LastWrites } from '../workbook/workbook';
import {
  areAllPut,
  isLeftBehind,
  isPassingOf,
  mark,
  markAllPut,
  markIn,
  mustBear,
  namesOf,
  newWriteId,
  passingName,
  standsAs,
  stoodAs,
  unmark,
} from './write-mark';
import {
  inPlace,
  renewCharts,
  showTop,
  writeCells,
  writeCategories,
  writeLinks,
  writeLooks,
  writeMeasures,
  writePage,
  writePanes,
} from './write-sheet';

/** The area that is ours on a sheet; Excel moves it along when people put in rows or columns. */
const OURS = 'TongHop_Bang_';
/** Bytes of one small action in a request. */
const ACTION = 400;

/** A sheet that stands under a name of the write. */
interface Standing {
  /** The write that put it, if any is known. */
  mark: string | null;
  /** What was ours of it before, and all that held something. */
  ours: Area;
  used: Area | null;
  /** By which its rows are known, from the first of the sheet to the last of ours. */
  keys: string[];
}

/** How a standing sheet is made anew. */
interface Renewed {
  changes: RowChange[];
  leaving: Leaving;
  /** What may stand where the table comes to stand. */
  way: Excel.Range | null;
  /** Where rows come and go under charts. */
  charts: Excel.ChartCollection | null;
}

/** A write, and what stood in the workbook before it. */
interface Before {
  write: string;
  /** What stood is known: before, nobody can have put anything since. */
  isLooked: boolean;
  standing: ReadonlyMap<string, Standing>;
  /** Of each standing sheet, the cells the write may touch. */
  touched: Map<string, Area>;
  /** Sheets it put out of sight, and one it showed to end on. */
  hidden: string[];
  shown: string | null;
  /** Sheets whose charts were drawn, each of them there. */
  drawn: Set<string>;
  /**
   * It is being taken back, and may have broken off in the middle: what stands is neither the one
   * nor the other.
   */
  isGoing: boolean;
}

/**
 * Writes sheets hidden under passing names and puts them in place in one last batch, so that people
 * never see a half, and a failure in the middle leaves the workbook as it was. A sheet that stands
 * keeps its place, its references and what people put beside our table: only our area of it is
 * written anew, and what stood there is kept hidden. Without `keepsOld` it is a passing sheet, and
 * goes.
 *
 * Somebody else may write at the same time. Nothing of theirs goes: not what they are about to put
 * in place, not what they have put since this write looked (it is refused then), not the rows they
 * have added below a list, and not by taking this write back.
 *
 * Round trips: one for what stands and the first 4 MB, one for each further 4 MB, one to put them
 * in place with the last of them.
 */
export async function putSheets(
  sheets: readonly Sheet[],
  keepsOld: boolean,
  progress?: Progress,
  since?: LastWrites,
  hides?: (name: string) => boolean,
): Promise<Undo> {
  return explained(keepsOld ? sheets.map(({ name }) => name) : [], 'sheets', () =>
    putInPlace(sheets, keepsOld, progress, since, hides),
  );
}

async function putInPlace(
  sheets: readonly Sheet[],
  keepsOld: boolean,
  progress?: Progress,
  since?: LastWrites,
  hides: (name: string) => boolean = () => false,
): Promise<Undo> {
  const names = sheets.map((sheet) => sheet.name);
  const before: Before = {
    write: newWriteId(),
    isLooked: false,
    standing: new Map(),
    touched: new Map(),
    hidden: [],
    shown: null,
    drawn: new Set(),
    isGoing: false,
  };
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const requests = new Requests(context, progress);
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility');
      const front = { sheet: worksheets.getActiveWorksheet() };
      front.sheet.load('name');
      const whole = wholeOf(context, keepsOld ? names : []);
      const areas = names.map((name) => oursOn(context, name));
      const application = howItCalculates(context);
      const used = names.map((name) => {
        const range = worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
        range.load('rowIndex,columnIndex,rowCount,columnCount');
        return range;
      });
      const labels = sheets.map(({ name, page }) =>
        page ? labelsOf(worksheets.getItemOrNullObject(name)) : null,
      );
      const topRows = sheets.map(({ name, page }) =>
        page ? topRowsOf(worksheets.getItemOrNullObject(name)) : null,
      );
      const over = sheets.map((sheet) =>
        whatIsOver(worksheets.getItemOrNullObject(sheet.name), sheet.page ? areaOf(sheet) : null),
      );
      const marks = names.map((name) => namesOf(worksheets.getItemOrNullObject(name)));
      const passing = new Map(
        names.map((name, index) => [name, passingName(before.write, index + 1)]),
      );
      const fresh = new Map(
        names.map((name) => {
          const worksheet = worksheets.add(passing.get(name));
          worksheet.visibility = 'Hidden';
          mark(worksheet, before.write);
          return [name, worksheet];
        }),
      );
      requests.add(names.length * 8 * ACTION);
      requests.suspendCalculation();

      const look = async () => {
        if (before.isLooked) return;
        if (!requests.hasSent) await requests.send();
        before.isLooked = true;
        const own = new Set(passing.values());
        const there = worksheets.items.filter((one) => !own.has(one.name));
        before.standing = standingOf(sheets, there, used, areas, labels, marks);
        mustTakeWrites(whole, 'sheets');
        const standsNow = (name: string) => {
          const own = before.standing.get(name);
          return own ? standsAs(own.mark, own.used ? own.used.bottom + 1 : 0) : null;
        };
        const written = sheets
          .filter(
            ({ name, page }) =>
              since?.has(name) && !stoodAs(since.get(name), standsNow(name), !page),
          )
          .map(({ name }) => name);
        if (written.length > 0) throw writtenByOthers('sheet-written-meanwhile', written);
      };
      // Figures first: they refer to nothing, so what stands need not be known yet.
      const inOrder = [...sheets].sort((a, b) => Number(hasFormulas(a)) - Number(hasFormulas(b)));
      for (const [index, sheet] of inOrder.entries()) {
        if (progress?.cancelled) throw new Cancelled();
        progress?.step(index, sheets.length, sheet.name);
        await progress?.breathe?.();
        if (hasFormulas(sheet)) await look();
        const worksheet = fresh.get(sheet.name)!;
        const others = new Map([...passing].filter(([name]) => !before.standing.has(name)));
        await writeCells(
          inPlace(worksheet),
          hasFormulas(sheet) ? under(sheet, others) : sheet,
          0,
          requests,
        );
        if (requests.hasSent) await look();
        await progress?.breathe?.();
        await writeLooks(worksheet, sheet, requests);
      }
      await progress?.breathe?.();
      await look();

      const renewed = new Map<string, Renewed>();
      for (const [index, sheet] of sheets.entries()) {
        const own = before.standing.get(sheet.name);
        if (!own || !keepsOld) continue;
        mustLieOpen(sheet.name, over[index]);
        const moved = movedColumn((topRows[index]?.values ?? []) as CellValue[][]);
        if (moved !== null) throw refused('table-columns-moved', sheet, moved);
        const changes = sheet.page
          ? rowChanges(own.keys, keysOfSheet(sheet, areaOf(sheet).bottom))
          : [];
        const leaving = leavingRows(worksheets.getItem(sheet.name), own, changes);
        const isRedrawn = changes.length > 0 && sheet.charts.length > 0;
        const { charts } = worksheets.getItem(sheet.name);
        if (isRedrawn) charts.load('items/name');
        const way = sheet.page
          ? inTheWay(worksheets.getItem(sheet.name), own, areaOf(sheet).right)
          : null;
        renewed.set(sheet.name, { changes, leaving, way, charts: isRedrawn ? charts : null });
      }
      if ([...renewed.values()].some(({ leaving, way, charts }) => leaving.right || way || charts))
        await requests.send();
      for (const sheet of sheets) {
        const way = renewed.get(sheet.name)?.way;
        if (way && holdsAny(way)) throw refused('table-has-no-room', sheet, areaOf(sheet).right);
      }
      if (progress?.cancelled) throw new Cancelled();
      // What people see changes in this batch only.
      await requests.need(
        sheets.reduce((sum, one) => sum + (60 + one.rowHeights.size) * ACTION, 0),
      );
      const kept = new Set(worksheets.items.map(({ name }) => name));
      requests.suspendScreen();
      for (const [name, own] of before.standing)
        if (own.mark !== null) mustBear(worksheets.getItem(name), own.mark);
      for (const sheet of sheets) {
        const { name } = sheet;
        const worksheet = fresh.get(name)!;
        const own = before.standing.get(name);
        if (!own || !keepsOld || renewed.get(name)!.charts) before.drawn.add(name);
        if (!own || !keepsOld) {
          if (own) worksheets.getItem(name).delete();
          worksheet.name = name;
          worksheet.visibility = 'Visible';
          if (sheet.tabColor) worksheet.tabColor = sheet.tabColor;
          if (sheet.comesFirst) worksheet.position = 0;
          if (keepsOld)
            nameOurs(context, areas[names.indexOf(name)], sheet, worksheet, areaOf(sheet));
          continue;
        }
        const standing = worksheets.getItem(name);
        if (kept.has(replacedName(name))) deleteSheet(worksheets.getItem(replacedName(name)));
        const { changes, leaving, charts } = renewed.get(name)!;
        const notes = notedRows(leaving);
        const all = union([own.ours, areaOf(sheet), ...(own.used ? [own.used] : [])]);
        // Rows that come and go take what stands beside them along.
        const touched = changes.length > 0 ? all : union([own.ours, areaOf(sheet)]);
        before.touched.set(name, touched);
        const copied = areaName(copiedOf(sheet, own, touched));
        const old = worksheets.add(`${passing.get(name)} cũ`);
        old.visibility = 'Hidden';
        old.getRange(copied).copyFrom(`${quoteSheet(name)}!${copied}`);
        // Only what is whole bears this name: it may be put back.
        old.name = replacedName(name);
        mark(standing, before.write, own.mark);
        changeRows(standing, changes);
        const area = areaOf(sheet);
        if (!sheet.page && area.bottom > own.ours.bottom)
          standing.getRange(`${own.ours.bottom + 2}:${area.bottom + 1}`).insert('Down');
        const bottom = changes.length > 0 ? area.bottom : Math.max(area.bottom, own.ours.bottom);
        const right = Math.max(area.right, own.ours.right);
        clearCells(standing, { top: 0, left: 0, bottom, right });
        copyCells(standing, passing.get(name)!, areaName(area));
        for (const merge of sheet.merges) standing.getRange(areaName(merge)).merge();
        // A note of a row that is gone stands under the table and what is below it, never nowhere.
        const shift = changes.reduce((sum, { kind }) => sum + (kind === 'in' ? 1 : -1), 0);
        notes.forEach((row, index) => {
          const left = row < own.ours.top ? 0 : own.ours.right + 1;
          const to = Math.max(all.bottom + shift, area.bottom) + 1 + index;
          const from = areaName({ top: row, bottom: row, left, right: all.right });
          standing
            .getRange(areaName({ top: to, bottom: to, left, right: all.right }))
            .copyFrom(`${quoteSheet(replacedName(name))}!${from}`);
        });
        if (charts) renewCharts(standing, sheet, new Set(charts.items.map((chart) => chart.name)));
        writeMeasures(standing, sheet);
        nameOurs(context, areas[names.indexOf(name)], sheet, standing, areaOf(sheet));
        worksheet.delete();
      }
      const put = sheets.map(({ name }) =>
        keepsOld && before.standing.has(name) ? worksheets.getItem(name) : fresh.get(name)!,
      );
      markAllPut(put[0], before.write);
      // What a person hid stays so; but for the sheet the write ends on.
      const outOfSight = new Set(
        worksheets.items
          .filter(({ name, visibility }) => visibility !== 'Visible' && before.standing.has(name))
          .map(({ name }) => name),
      );
      const end = endOf(sheets, keepsOld);
      if (end && keepsOld && outOfSight.delete(end.name)) {
        worksheets.getItem(end.name).visibility = 'Visible';
        before.shown = end.name;
      }
      sheets.forEach((sheet, index) => writeLinks(put[index], sheet, oursOf(sheet, before)));
      sheets.forEach((sheet, index) => {
        if (before.drawn.has(sheet.name)) writeCategories(put[index], sheet);
      });
      sheets.forEach((sheet, index) => {
        // Its panes it has from when it was seen: where it is not, some Excels refuse them.
        if (!keepsOld || !outOfSight.has(sheet.name)) writePanes(put[index], sheet);
      });
      if (end) showTop(worksheets.getItem(end.name), end);
      else worksheets.getItem(front.sheet.name).activate();
      for (const { name } of unseen(sheets, before, keepsOld))
        worksheets.getItem(name).visibility = 'Hidden';
      const written = new Set(names);
      before.hidden = worksheets.items
        .filter(({ name, visibility }) => visibility === 'Visible' && !written.has(name))
        .map(({ name }) => name)
        .filter(hides);
      for (const name of before.hidden) worksheets.getItem(name).visibility = 'Hidden';
      sheets.forEach((sheet, index) => writePage(put[index], sheet));
      // People see the tables they asked for, not those of before.
      if (requests.hasSuspended && application.calculationMode !== 'Manual')
        application.calculate('Recalculate');
      calculateFirst(application);
      await requests.send();
      progress?.step(sheets.length, sheets.length, '');
      const left = worksheets.items.filter(({ name }) => isLeftBehind(name));
      left.forEach(deleteSheet);
      // Somebody else may be clearing them away at this moment; what is left, the next write
      // clears.
      if (left.length > 0) await requests.send().catch(() => undefined);
    });
  } catch (error) {
    if (await onlyLooksFailed(sheets, before, keepsOld).catch(() => false))
      return undoOf(sheets, before);
    // What cannot be put back now stays hidden until a later write clears it away.
    const others = await putBack(sheets, before).catch(() => []);
    if (others.length > 0) throw writtenByOthers('sheet-written-meanwhile', others);
    throw error;
  }
  return undoOf(sheets, before);
}

/** The sheet a write ends on: the first that is to be seen; none where all are worked with. */
function endOf(sheets: readonly Sheet[], keepsOld: boolean): Sheet | undefined {
  return keepsOld ? sheets.find(({ visibility }) => visibility === 'visible') : sheets[0];
}

/** Sheets that came with a write and are not to be seen. */
function unseen(
  sheets: readonly Sheet[],
  { standing }: Before,
  keepsOld: boolean,
): readonly Sheet[] {
  return keepsOld
    ? sheets.filter(({ name, visibility }) => visibility !== 'visible' && !standing.has(name))
    : [];
}

function undoOf(sheets: readonly Sheet[], before: Before): Undo {
  const names = sheets.map(({ name }) => name);
  return () =>
    explained(names, 'sheets', async () => {
      const others = await putBack(sheets, before, true);
      if (others.length > 0) throw writtenByOthers('sheet-written-since', others);
    });
}

/**
 * Whether all figures are in place, though an error was heard: then it was of the looks that come
 * last (panes, or a printer that has no such paper), or the answer alone was lost. Looks are tried
 * once more, each by itself; none of them takes figures back.
 */
async function onlyLooksFailed(
  sheets: readonly Sheet[],
  before: Before,
  keepsOld: boolean,
): Promise<boolean> {
  const { write } = before;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const names = namesOf(worksheets.getItemOrNullObject(sheets[0].name));
    await context.sync();
    if (names.isNullObject || !areAllPut(names, write)) return false;
    const tries = sheets.flatMap((sheet) => [
      () => writeLinks(worksheets.getItem(sheet.name), sheet, oursOf(sheet, before)),
      () => {
        if (before.drawn.has(sheet.name)) writeCategories(worksheets.getItem(sheet.name), sheet);
      },
      () => writePanes(worksheets.getItem(sheet.name), sheet),
      () => writePage(worksheets.getItem(sheet.name), sheet, null),
    ]);
    const end = endOf(sheets, keepsOld);
    if (end) tries.push(() => showTop(worksheets.getItem(end.name), end));
    const gone = [...unseen(sheets, before, keepsOld).map(({ name }) => name), ...before.hidden];
    for (const name of gone)
      tries.push(() => {
        worksheets.getItem(name).visibility = 'Hidden';
      });
    const attempt = async (look: () => void) => {
      look();
      // Excel has said no before; a table that looks less well is one all the same.
      await context.sync().catch(() => undefined);
    };
    for (const look of tries) await attempt(look);
    return true;
  });
}

function markOf({ standing }: Before, name: string): string | null {
  return standing.get(name)?.mark ?? null;
}

function refused(
  code: 'table-columns-moved' | 'table-has-no-room',
  { name }: Sheet,
  column: number,
): DeskRefused {
  return new DeskRefused({ code, facts: { sheet: name, column: columnName(column) } });
}

function writtenByOthers(
  code: 'sheet-written-meanwhile' | 'sheet-written-since',
  sheets: readonly string[],
): DeskRefused {
  return new DeskRefused({ code, facts: { sheets: sheets.join(', ') } });
}

/**
 * What is kept of a sheet: of a list only what it held when it was looked at, so that no row of
 * somebody else comes twice.
 */
function copiedOf({ page }: Sheet, { ours }: Standing, touched: Area): Area {
  return page ? touched : ours;
}

function hasFormulas(sheet: Sheet): boolean {
  for (const cells of sheet.rows.values())
    for (const cell of cells.values()) if (cell.formula !== undefined) return true;
  return false;
}

/**
 * What stands under the names of a write. Without a record of what is ours, all of its rows within
 * our columns are.
 */
function standingOf(
  sheets: readonly Sheet[],
  there: readonly Excel.Worksheet[],
  used: readonly Excel.Range[],
  areas: readonly Ours[],
  labels: readonly (Excel.Range | null)[],
  marks: readonly Excel.NamedItemCollection[],
): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const [index, sheet] of sheets.entries()) {
    const worksheet = there.find(({ name }) => name === sheet.name);
    if (!worksheet) continue;
    const range = used[index];
    const area = range.isNullObject ? null : areaOfRange(range);
    const { range: named } = areas[index];
    const right = areaOf(sheet).right;
    const ours = named.isNullObject
      ? { top: 0, left: 0, bottom: Math.max(area?.bottom ?? 0, 0), right }
      : areaOfRange(named);
    const keys = keysOfValues((labels[index]?.values ?? []) as CellValue[][], ours.bottom);
    standing.set(sheet.name, { mark: markIn(marks[index]), ours, used: area, keys });
  }
  return standing;
}

/**
 * The name that keeps where our table stands, and the cells it stands for: told as a range, since
 * in R1C1 style its text is another.
 */
interface Ours {
  item: Excel.NamedItem;
  range: Excel.Range;
}

/** To be read with the next request. */
function oursOn({ workbook }: Excel.RequestContext, sheet: string): Ours {
  const item = workbook.names.getItemOrNullObject(oursName(sheet));
  item.load('name');
  const range = item.getRangeOrNullObject();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return { item, range };
}

/** Keeps where our table stands on a sheet, for the next write, in place of where it stood. */
function nameOurs(
  context: Excel.RequestContext,
  { item }: Ours,
  { name: sheet, page }: Sheet,
  worksheet: Excel.Worksheet,
  area: Area,
): void {
  // A list grows by rows: all of it is ours, however long it is by then.
  if (!page) return;
  const { names } = context.workbook;
  if (!item.isNullObject) names.getItem(oursName(sheet)).delete();
  names.add(oursName(sheet), worksheet.getRange(areaName(area))).visible = false;
}

/** Empties cells, and leaves the notes and comments people put there. */
function clearCells(worksheet: Excel.Worksheet, area: Area): void {
  const cells = worksheet.getRange(areaName(area));
  cells.unmerge();
  cells.clear('Contents');
  cells.clear('Formats');
}

/**
 * Copies what cells hold and how they look from another sheet, and none of its notes and comments.
 */
function copyCells(worksheet: Excel.Worksheet, from: string, address: string): void {
  for (const what of ['Formulas', 'Formats'] as const)
    worksheet.getRange(address).copyFrom(`${quoteSheet(from)}!${address}`, what);
}

/** A defined name for a sheet: letters and digits stay, anything else is its code. */
function oursName(sheet: string): string {
  return OURS + sheet.replace(/[^A-Za-z0-9]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`);
}

/**
 * Cells that are looked at one by one before a write is taken back; of a longer list, which the
 * ledger itself watches, the first column.
 */
const LOOKED_AT = 50_000;

/** What stands where a write put a sheet; to be read with the next request. */
function standsOn(worksheet: Excel.Worksheet, { bottom, right }: Area): Excel.Range {
  const width = (bottom + 1) * (right + 1) > LOOKED_AT ? 1 : right + 1;
  const range = worksheet.getRangeByIndexes(0, 0, bottom + 1, width);
  range.load('values');
  return range;
}

function changedIn(sheet: Sheet, stands: Excel.Range | null): string | null {
  if (!stands || stands.isNullObject) return null;
  const values = stands.values as CellValue[][];
  const area = { top: 0, left: 0, bottom: values.length - 1, right: values[0].length - 1 };
  return changedCell(sheet, area, (row, column) => values[row][column]);
}

/** From the first cell to the last that the sheet says anything about, looks included. */
function areaOf(sheet: Sheet): Area {
  let [bottom, right] = [0, 0];
  for (const [row, cells] of sheet.rows) {
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) right = Math.max(right, column);
  }
  return { top: 0, left: 0, bottom, right };
}

/** What of a sheet is ours, now and before. */
function oursOf(sheet: Sheet, { standing }: Before): Area {
  const own = standing.get(sheet.name);
  return own ? union([own.ours, areaOf(sheet)]) : areaOf(sheet);
}

function areaOfRange({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return {
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  };
}

function union(areas: readonly Area[]): Area {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

/** The sheet with formulas that refer to new sheets of the same write under their passing names. */
function under(sheet: Sheet, passing: ReadonlyMap<string, string>): Sheet {
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

/** A hidden sheet cannot be deleted in every host. */
function deleteSheet(worksheet: Excel.Worksheet): void {
  worksheet.visibility = 'Visible';
  worksheet.delete();
}

/**
 * Takes away what a write put there and gives back what it replaced; a batch that breaks is taken
 * up once. Gives the sheets somebody else has put since: those stay as they are, and with `isWhole`
 * so does everything.
 */
async function putBack(
  sheets: readonly Sheet[],
  before: Before,
  isWhole = false,
): Promise<string[]> {
  return putBackOnce(sheets, before, isWhole).catch(() => putBackOnce(sheets, before, isWhole));
}

async function putBackOnce(
  sheets: readonly Sheet[],
  before: Before,
  isWhole: boolean,
): Promise<string[]> {
  const { write, standing, touched } = before;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    const areas = sheets.map(({ name }) => oursOn(context, name));
    const labels = sheets.map(({ name, page }) =>
      page && touched.has(name) ? labelsOf(worksheets.getItemOrNullObject(name)) : null,
    );
    const marks = sheets.map(({ name }) => namesOf(worksheets.getItemOrNullObject(name)));
    const over = sheets.map(({ name }) => whatIsOver(worksheets.getItemOrNullObject(name)));
    const used = sheets.map(({ name }) => {
      const range = worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
      range.load('rowIndex,rowCount');
      return range;
    });
    const compares = isWhole && !before.isGoing;
    const stands = sheets.map((sheet) =>
      compares ? standsOn(worksheets.getItemOrNullObject(sheet.name), areaOf(sheet)) : null,
    );
    const whole = wholeOf(
      context,
      sheets.map(({ name }) => name),
    );
    await context.sync();
    if (isWhole) mustTakeWrites(whole, 'sheets');
    const now = new Set(worksheets.items.map(({ name }) => name));
    const marked = new Map(
      sheets.map(({ name }, index) => [name, now.has(name) ? markIn(marks[index]) : null]),
    );
    const mine = sheets.filter(({ name }) => marked.get(name) === write);
    const others = sheets
      .map(({ name }) => name)
      .filter(
        (name) =>
          before.isLooked &&
          now.has(name) &&
          ![write, markOf(before, name)].includes(marked.get(name)!),
      );
    if (isWhole && others.length > 0) return others;
    for (const [index, sheet] of sheets.entries())
      if (mine.includes(sheet) && standing.has(sheet.name)) mustLieOpen(sheet.name, over[index]);
    for (const [index, sheet] of sheets.entries()) {
      const changed = mine.includes(sheet) ? changedIn(sheet, stands[index]) : null;
      if (changed === null) continue;
      throw new DeskRefused({
        code: 'cell-written-since',
        facts: { sheet: sheet.name, cell: changed },
      });
    }
    before.isGoing = isWhole;
    for (const { name } of mine) mustBear(worksheets.getItem(name), write);
    for (const sheet of mine) {
      const { name } = sheet;
      const own = standing.get(name);
      const worksheet = worksheets.getItem(name);
      const end = used[sheets.indexOf(sheet)];
      const { bottom } = areaOf(sheet);
      if (!own && !sheet.page && !end.isNullObject && end.rowIndex + end.rowCount > bottom + 1) {
        // Rows that others added below a list that came with this write are theirs.
        if (bottom > 0) worksheet.getRange(`2:${bottom + 1}`).clear('Contents');
        unmark(worksheet, write, null);
        continue;
      }
      if (!own) {
        if (!areas[sheets.indexOf(sheet)].item.isNullObject)
          context.workbook.names.getItem(oursName(name)).delete();
        worksheet.delete();
        continue;
      }
      if (now.has(replacedName(name))) {
        // As far as the write came: its rows are known by what they say now.
        const last = Math.max(own.keys.length - 1, areaOf(sheet).bottom);
        const values = (labels[sheets.indexOf(sheet)]?.values ?? []) as CellValue[][];
        const changes = own.keys.length > 0 ? rowChanges(keysOfValues(values, last), own.keys) : [];
        changeRows(worksheet, changes);
        const area = touched.get(name)!;
        clearCells(worksheet, area);
        const copied = copiedOf(sheet, own, area);
        copyCells(worksheet, replacedName(name), areaName(copied));
        // Rows that come back bring their notes along.
        for (const row of rowsPutIn(changes)) {
          const cells = areaName({ ...copied, top: row, bottom: row });
          worksheet.getRange(cells).copyFrom(`${quoteSheet(replacedName(name))}!${cells}`);
        }
        nameOurs(context, areas[sheets.indexOf(sheet)], sheet, worksheet, own.ours);
        // Together with what it gave back: taken up again, it is not given back twice.
        deleteSheet(worksheets.getItem(replacedName(name)));
      }
      unmark(worksheet, write, own.mark);
    }
    for (const name of before.hidden)
      if (now.has(name)) worksheets.getItem(name).visibility = 'Visible';
    if (before.shown !== null && now.has(before.shown))
      worksheets.getItem(before.shown).visibility = 'Hidden';
    for (const worksheet of worksheets.items)
      if (isPassingOf(write, worksheet.name)) worksheet.delete();
    await context.sync();
    return others;
  });
}
