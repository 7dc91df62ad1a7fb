import { knownAt } from '../known/known';
import { DeskRefused } from '../app/desk-refused';
import { Cancelled, type Placed, type Progress } from '../app/ports';
import { areaName, type Area } from '../workbook/address';
import { isError, type CellValue } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { findSheet, type LastWrites, type Workbook, knownSheet } from '../workbook/workbook';
import { changeRows, keysOfValues, notedRows, rowChanges, rowsPutIn } from './beside-table';
import type { RowChange } from './beside-table';
import { calculateFirst } from './calculation';
import { mustLieOpen } from './in-the-way';
import { areaOf, areaOfRange, union } from './put/areas';
import { changedIn, standsOn } from './put/as-written';
import { ask, look } from './put/look';
import { nameOurs } from './put/ours';
import { masked, renewals } from './put/renew';
import { endOf, newWrite, writtenByOthers, type Standing, type Write } from './put/write';
import { readBlocks } from './read-blocks';
import { bytesOf, Requests } from './requests';
import { explained, mustTakeWrites } from './takes-writes';
import { mark, markIn, mustBear, unmark } from './write-mark';
import {
  inPlace,
  renewCharts,
  showTop,
  writeCells,
  writeLinks,
  writeLooks,
  writeMeasures,
  writePage,
} from './write-sheet';

/**
 * A workbook whose structure is protected takes no sheet and hides none, but cells may be written:
 * where every sheet of a write stands already, it is written over cell by cell. What stood there is
 * remembered here and not in the workbook, so all of it goes with one request: no breaking off
 * leaves a half behind.
 */

/** With what stands around the cells, under Excel's size of a request. */
const AT_ONCE = 3_000_000;

/** A write over standing sheets, and what stood there. */
interface Rewritten extends Write {
  stood: Workbook;
  /** Excel may have carried out some of it. */
  isBegun: boolean;
}

export async function rewriteSheets(
  sheets: readonly Sheet[],
  progress?: Progress,
  since?: LastWrites,
  hides: (name: string) => boolean = () => false,
): Promise<Placed> {
  const names = sheets.map(({ name }) => name);
  const stood = await readBlocks(names, names, true);
  const missing = names.filter((name) => !findSheet(stood, name));
  if (missing.length > 0) throw structureRefused({ sheets: missing.join(', ') });
  if (weightOf(sheets) > AT_ONCE || weightOf(stood.sheets) > AT_ONCE) throw structureRefused({});
  const done: Rewritten = { ...newWrite(sheets, true), stood, isBegun: false };
  let stillSeen: string[];
  try {
    stillSeen = await write(done, progress, since, hides);
  } catch (error) {
    if (done.isBegun)
      await putBack(done, false)
        .catch(() => putBack(done, false))
        .catch(() => undefined);
    throw error;
  }
  const undo = () => explained(names, 'rows', () => putBack(done, true));
  return Object.assign(undo, { stillSeen });
}

function structureRefused(facts: { sheets?: string; note?: string }): DeskRefused {
  return new DeskRefused({ code: 'workbook-structure-protected', facts });
}

function weightOf(sheets: readonly Sheet[]): number {
  let bytes = 0;
  for (const { rows } of sheets)
    for (const cells of rows.values())
      for (const { value, formula } of cells.values())
        bytes += bytesOf(formula ?? (isError(value) ? value.error : (value ?? '')));
  return bytes;
}

/** Gives the sheets that were to go out of sight, and stay. */
async function write(
  done: Rewritten,
  progress: Progress | undefined,
  since: LastWrites | undefined,
  hides: (name: string) => boolean,
): Promise<string[]> {
  const { sheets, id, stood } = done;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const requests = new Requests(context, progress);
    const asked = ask(context, done);
    const { worksheets, application } = asked;
    await requests.send();
    look(done, asked, since, 'rows');
    // Nor since what stood was remembered.
    look({ ...done, isLooked: false }, asked, stood.lastWrites, 'rows');
    // Whether a filter hides rows is told by a copy on a sheet of its own.
    if (masked(done).length > 0) throw structureRefused({});
    const renewed = await renewals(context, done, asked, requests);
    for (const [name, { leaving }] of renewed) {
      // A note beside a row that goes would be somewhere else, and could not come back.
      const [noted] = notedRows(leaving);
      if (noted !== undefined) throw structureRefused({ note: `${name}!${noted + 1}` });
    }
    if (progress?.cancelled) throw new Cancelled();
    done.isBegun = true;
    requests.suspendScreen();
    for (const [name, { mark: before }] of done.standing)
      if (before !== null) mustBear(worksheets.getItem(name), before);
    for (const sheet of sheets) {
      const { standing: own, changes, charts } = knownAt(renewed, sheet.name);
      const worksheet = worksheets.getItem(sheet.name);
      const area = areaOf(sheet);
      mark(worksheet, id, own.mark);
      changeRows(worksheet, changes);
      const isReshaped = area.right !== own.ours.right;
      await writeOver(worksheet, sheet, reachOf(sheet, own, changes), isReshaped, requests);
      await writeLooks(worksheet, rowsOf(sheet, newRows(sheet, own, changes)), requests);
      if (charts) renewCharts(worksheet, sheet, new Set(charts.items.map(({ name }) => name)));
      writeMeasures(worksheet, sheet);
      writeLinks(worksheet, sheet, union([own.ours, area]));
      if (changes.length > 0) writePage(worksheet, sheet, null);
      nameOurs(context, knownAt(asked.sheets, sheet.name).ours, sheet, worksheet, area);
    }
    const isSeen = new Set(
      worksheets.items.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name),
    );
    const end = endOf({ ...done, sheets: sheets.filter(({ name }) => isSeen.has(name)) });
    if (end) showTop(worksheets.getItem(end.name), end);
    if (application.calculationMode !== 'Manual') application.calculate('Recalculate');
    calculateFirst(application);
    await requests.send();
    progress?.step(sheets.length, sheets.length, '');
    const written = new Set(sheets.map(({ name }) => name));
    return [...isSeen].filter((name) => !written.has(name) && hides(name));
  });
}

/** The cells a write is over: where rows came and went, what was ours has as many rows as it. */
function reachOf(sheet: Sheet, own: Standing, changes: readonly RowChange[]): Area {
  const area = areaOf(sheet);
  const bottom = changes.length > 0 ? area.bottom : Math.max(area.bottom, own.ours.bottom);
  return { top: 0, left: 0, bottom, right: Math.max(area.right, own.ours.right) };
}

/**
 * Contents and number formats; looks and merged cells stay as the rows have them. Not every Excel
 * tells what is merged, so cells are merged anew only where the table has other columns now.
 */
async function writeOver(
  worksheet: Excel.Worksheet,
  sheet: Sheet,
  reach: Area,
  isReshaped: boolean,
  requests: Requests,
): Promise<void> {
  const range = worksheet.getRange(areaName(reach));
  if (isReshaped) range.unmerge();
  range.clear('Contents');
  await writeCells(inPlace(worksheet), sheet, 0, requests, true);
  if (isReshaped) for (const merge of sheet.merges) worksheet.getRange(areaName(merge)).merge();
}

/** Rows that stand for the first time: nothing gives them their looks. */
function newRows(sheet: Sheet, { ours }: Standing, changes: readonly RowChange[]): number[] {
  if (changes.length > 0) return rowsPutIn(changes);
  return [...sheet.rows.keys()].filter((row) => row > ours.bottom);
}

function rowsOf(sheet: Sheet, rows: readonly number[]): Sheet {
  const copy = new Sheet(sheet.name);
  for (const row of rows)
    for (const [column, cell] of sheet.rows.get(row) ?? []) copy.set(row, column, cell);
  copy.merges.push(...sheet.merges.filter(({ top }) => rows.includes(top)));
  return copy;
}

/** What was ours of a sheet as it stood; a cell of no format had the general one. */
function ownOf(stood: Sheet, { ours }: Standing): Sheet {
  const copy = new Sheet(stood.name);
  const isOurs = (row: number, column: number) => row <= ours.bottom && column <= ours.right;
  for (const [row, cells] of stood.rows)
    for (const [column, cell] of cells)
      if (isOurs(row, column))
        copy.set(row, column, { ...cell, style: { format: 'General', ...cell.style } });
  copy.merges.push(...stood.merges.filter(({ bottom, right }) => isOurs(bottom, right)));
  return copy;
}

/** `isWhole`: asked for by a person, and refused where somebody has gone on from it. */
async function putBack(done: Rewritten, isWhole: boolean): Promise<void> {
  const { sheets, standing, stood, id } = done;
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const requests = new Requests(context);
    const asked = ask(context, done);
    const { worksheets } = asked;
    const stands = new Map(
      sheets.map((sheet) => [
        sheet.name,
        isWhole ? standsOn(worksheets.getItem(sheet.name), areaOf(sheet)) : null,
      ]),
    );
    await requests.send();
    mustTakeWrites(asked.whole, 'rows');
    const markOf = ({ name }: Sheet) => markIn(knownAt(asked.sheets, name).marks);
    const isOthers = (sheet: Sheet) => {
      const { used } = knownAt(asked.sheets, sheet.name);
      const last = used.isNullObject ? 0 : areaOfRange(used).bottom;
      const isLonger = isWhole && !sheet.page && last > areaOf(sheet).bottom;
      const known = [id, ...(isWhole ? [] : [knownAt(standing, sheet.name).mark])];
      return isLonger || !known.includes(markOf(sheet));
    };
    const others = sheets.filter(isOthers).map(({ name }) => name);
    if (others.length > 0) throw writtenByOthers('sheet-written-since', others);
    for (const sheet of sheets) {
      mustLieOpen(sheet.name, knownAt(asked.sheets, sheet.name).over);
      const changed = changedIn(sheet, knownAt(stands, sheet.name));
      if (changed !== null)
        throw new DeskRefused({
          code: 'cell-written-since',
          facts: { sheet: sheet.name, cell: changed },
        });
    }
    // What a write did not come to stands as it stood.
    for (const sheet of sheets.filter((one) => markOf(one) === id)) {
      const own = knownAt(standing, sheet.name);
      const { labels, ours } = knownAt(asked.sheets, sheet.name);
      const worksheet = worksheets.getItem(sheet.name);
      mustBear(worksheet, id);
      const area = areaOf(sheet);
      const last = Math.max(own.keys.length - 1, area.bottom);
      const keys = keysOfValues((labels?.values ?? []) as CellValue[][], last);
      const changes = sheet.page ? rowChanges(keys, own.keys) : [];
      changeRows(worksheet, changes);
      const before = ownOf(knownSheet(stood, sheet.name), own);
      // Rows that come back have their merged cells again where this Excel tells of them.
      const back = new Set(rowsPutIn(changes));
      for (const merge of before.merges.filter(({ top }) => back.has(top)))
        worksheet.getRange(areaName(merge)).merge();
      const isReshaped = area.right !== own.ours.right;
      const reach = changes.length > 0 ? own.ours : union([own.ours, area]);
      await writeOver(worksheet, before, { ...reach, top: 0, left: 0 }, isReshaped, requests);
      nameOurs(context, ours, sheet, worksheet, own.ours);
      unmark(worksheet, id, own.mark);
    }
    await requests.send();
  });
}
