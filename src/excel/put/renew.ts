import { knownAt } from '../../known/known';
import type { CellValue } from '../../workbook/cell';
import { areaName, quoteSheet, type Area } from '../../workbook/address';
import { replacedName } from '../../workbook/replaced-sheet';
import type { Sheet } from '../../workbook/sheet';
import {
  changeRows,
  holdsAny,
  inTheWay,
  keysOfSheet,
  leavingRows,
  movedColumn,
  notedRows,
  rowChanges,
  type Leaving,
  type RowChange,
} from '../beside-table';
import { mustCopyWhole, mustLieOpen } from '../in-the-way';
import type { Requests } from '../requests';
import { mark } from '../write-mark';
import { renewCharts, writeMeasures } from '../write-sheet';
import { areaOf, union } from './areas';
import type { Asked } from './look';
import { asideOf, copiedOf, refused, standingUnder, type Standing, type Write } from './write';

/** How a standing sheet is made anew. */
export interface Renewal {
  standing: Standing;
  changes: RowChange[];
  leaving: Leaving;
  /** What may stand where the table comes to stand. */
  way: Excel.Range | null;
  /** Where rows come and go under charts. */
  charts: Excel.ChartCollection | null;
}

/**
 * How each standing sheet of a write is made anew. Refuses sheets on which it would land elsewhere:
 * under a filter, beside a moved column, over something of the person's.
 */
export async function renewals(
  context: Excel.RequestContext,
  write: Write,
  asked: Asked,
  requests: Requests,
): Promise<Map<string, Renewal>> {
  const renewed = new Map<string, Renewal>();
  for (const sheet of write.sheets) {
    const standing = standingUnder(write, sheet);
    if (standing) renewed.set(sheet.name, renewalOf(sheet, standing, asked));
  }
  if ([...renewed.values()].some(({ leaving, way, charts }) => leaving.right || way || charts))
    await requests.send();
  await mustCopyWhole(
    context,
    masked(write).map((sheet) => ({
      name: sheet.name,
      area: standingUnder(write, sheet)!.ours,
      aside: asideOf(write, sheet),
    })),
  );
  for (const sheet of write.sheets) {
    const way = renewed.get(sheet.name)?.way;
    if (way && holdsAny(way)) throw refused('table-has-no-room', sheet, areaOf(sheet).right);
  }
  return renewed;
}

/** Standing sheets of which some rows are not seen: a filter may hide them. */
export function masked(write: Write): Sheet[] {
  return write.sheets.filter((sheet) => standingUnder(write, sheet)?.hidesRows === true);
}

function renewalOf(sheet: Sheet, standing: Standing, asked: Asked): Renewal {
  const { over, topRows } = knownAt(asked.sheets, sheet.name);
  mustLieOpen(sheet.name, over);
  const moved = movedColumn((topRows?.values ?? []) as CellValue[][]);
  if (moved !== null) throw refused('table-columns-moved', sheet, moved);
  const area = areaOf(sheet);
  const worksheet = asked.worksheets.getItem(sheet.name);
  const changes = sheet.page ? rowChanges(standing.keys, keysOfSheet(sheet, area.bottom)) : [];
  const leaving = leavingRows(worksheet, standing, changes);
  const isRedrawn = changes.length > 0 && sheet.charts.length > 0;
  const { charts } = worksheet;
  if (isRedrawn) charts.load('items/name');
  const way = sheet.page ? inTheWay(worksheet, standing, area.right) : null;
  return { standing, changes, leaving, way, charts: isRedrawn ? charts : null };
}

/**
 * Writes a sheet over the one that stands, from its passing sheet; what stood is kept hidden.
 * Whatever people put beside the table goes along with its row.
 */
export function renew(
  write: Write,
  sheet: Sheet,
  passing: string,
  worksheets: Excel.WorksheetCollection,
  { standing, changes, leaving, charts }: Renewal,
): void {
  const { name } = sheet;
  const { ours, used } = standing;
  const worksheet = worksheets.getItem(name);
  const area = areaOf(sheet);
  const notes = notedRows(leaving);
  const all = union([ours, area, ...(used ? [used] : [])]);
  // Rows that come and go take what stands beside them along.
  const touched = changes.length > 0 ? all : union([ours, area]);
  write.touched.set(name, touched);
  keepAsItStood(worksheets, name, `${passing} cũ`, copiedOf(sheet, standing, touched));
  mark(worksheet, write.id, standing.mark);
  changeRows(worksheet, changes);
  if (!sheet.page && area.bottom > ours.bottom)
    worksheet.getRange(`${ours.bottom + 2}:${area.bottom + 1}`).insert('Down');
  const bottom = changes.length > 0 ? area.bottom : Math.max(area.bottom, ours.bottom);
  clearCells(worksheet, { top: 0, left: 0, bottom, right: Math.max(area.right, ours.right) });
  copyCells(worksheet, passing, areaName(area));
  for (const merge of sheet.merges) worksheet.getRange(areaName(merge)).merge();
  // A note of a row that is gone stands under the table and what is below it, never nowhere.
  const shift = changes.reduce((sum, { kind }) => sum + (kind === 'in' ? 1 : -1), 0);
  const below = Math.max(all.bottom + shift, area.bottom) + 1;
  notes.forEach((row, index) => {
    const columns = { left: row < ours.top ? 0 : ours.right + 1, right: all.right };
    const from = areaName({ top: row, bottom: row, ...columns });
    const to = areaName({ top: below + index, bottom: below + index, ...columns });
    worksheet.getRange(to).copyFrom(`${quoteSheet(replacedName(name))}!${from}`);
  });
  if (charts) renewCharts(worksheet, sheet, new Set(charts.items.map((chart) => chart.name)));
  writeMeasures(worksheet, sheet);
}

/** Keeps the cells of a sheet in a hidden one. */
function keepAsItStood(
  worksheets: Excel.WorksheetCollection,
  name: string,
  passing: string,
  area: Area,
): void {
  const cells = areaName(area);
  const kept = worksheets.add(passing);
  kept.visibility = 'Hidden';
  kept.getRange(cells).copyFrom(`${quoteSheet(name)}!${cells}`);
  // Only what is whole bears this name: it may be put back.
  kept.name = replacedName(name);
}

/** Empties cells, and leaves the notes and comments people put there. */
export function clearCells(worksheet: Excel.Worksheet, area: Area): void {
  const cells = worksheet.getRange(areaName(area));
  cells.unmerge();
  cells.clear('Contents');
  cells.clear('Formats');
}

/**
 * Copies what cells hold and how they look from another sheet, and none of its notes and comments.
 */
export function copyCells(worksheet: Excel.Worksheet, from: string, address: string): void {
  for (const what of ['Formulas', 'Formats'] as const)
    worksheet.getRange(address).copyFrom(`${quoteSheet(from)}!${address}`, what);
}

/** A hidden sheet cannot be deleted in every host. */
export function deleteSheet(worksheet: Excel.Worksheet): void {
  worksheet.visibility = 'Visible';
  worksheet.delete();
}
