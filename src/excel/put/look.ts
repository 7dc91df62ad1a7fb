import { knownAt } from '../../known/known';
import type { CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { LastWrites } from '../../workbook/workbook';
import { keysOfValues, labelsOf, topRowsOf } from '../beside-table';
import { howItCalculates } from '../calculation';
import { whatIsOver, type Over } from '../in-the-way';
import { mustTakeWrites, wholeOf, type Reach, type Whole } from '../takes-writes';
import { isPassingOf, markIn, namesOf, standsAs, stoodAs } from '../write-mark';
import { areaOf, areaOfRange } from './areas';
import { oursOn, type Ours } from './ours';
import { writtenByOthers, type Standing, type Write } from './write';

/** What a write asks of the workbook; it is here after the first request. */
export interface Asked {
  worksheets: Excel.WorksheetCollection;
  front: Excel.Worksheet;
  whole: Whole;
  application: Excel.Application;
  sheets: ReadonlyMap<string, AskedOfSheet>;
}

interface AskedOfSheet {
  ours: Ours;
  used: Excel.Range;
  /** Of a list none: its rows are looked up, and nothing stands beside it. */
  labels: Excel.Range | null;
  topRows: Excel.Range | null;
  over: Over;
  marks: Excel.NamedItemCollection;
}

/** To be read with the first request. */
export function ask(context: Excel.RequestContext, { sheets, keepsOld }: Write): Asked {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/visibility');
  const front = worksheets.getActiveWorksheet();
  front.load('name');
  return {
    worksheets,
    front,
    whole: wholeOf(context, keepsOld ? sheets.map(({ name }) => name) : []),
    application: howItCalculates(context),
    sheets: new Map(sheets.map((sheet) => [sheet.name, askOf(context, sheet)])),
  };
}

function askOf(context: Excel.RequestContext, sheet: Sheet): AskedOfSheet {
  const { name, page } = sheet;
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
  return {
    ours: oursOn(context, name),
    used,
    labels: page ? labelsOf(worksheet) : null,
    topRows: page ? topRowsOf(worksheet) : null,
    over: whatIsOver(worksheet, page ? areaOf(sheet) : null),
    marks: namesOf(worksheet),
  };
}

/**
 * Takes down what stands under the names of a write. Refuses a workbook that takes no sheets, and
 * sheets that somebody has written `since` the reading this write was made from.
 */
export function look(
  write: Write,
  asked: Asked,
  since?: LastWrites,
  reach: Reach = 'sheets',
): void {
  if (write.isLooked) return;
  write.isLooked = true;
  const there = new Set(
    asked.worksheets.items.map(({ name }) => name).filter((name) => !isPassingOf(write.id, name)),
  );
  write.standing = new Map(
    write.sheets
      .filter(({ name }) => there.has(name))
      .map((sheet) => [sheet.name, standingOf(sheet, knownAt(asked.sheets, sheet.name))]),
  );
  mustTakeWrites(asked.whole, reach);
  const isWritten = ({ name, page }: Sheet) =>
    since?.has(name) && !stoodAs(since.get(name), standsNow(write.standing.get(name)), !page);
  const written = write.sheets.filter(isWritten).map(({ name }) => name);
  if (written.length > 0) throw writtenByOthers('sheet-written-meanwhile', written);
}

function standsNow(standing: Standing | undefined): string | null {
  return standing ? standsAs(standing.mark, standing.used ? standing.used.bottom + 1 : 0) : null;
}

/** Without a record of what is ours, all rows of a sheet within our columns are. */
function standingOf(sheet: Sheet, { ours, used, labels, marks }: AskedOfSheet): Standing {
  const area = used.isNullObject ? null : areaOfRange(used);
  const table = ours.range.isNullObject
    ? { top: 0, left: 0, bottom: area?.bottom ?? 0, right: areaOf(sheet).right }
    : areaOfRange(ours.range);
  const keys = keysOfValues((labels?.values ?? []) as CellValue[][], table.bottom);
  const hidesRows = !used.isNullObject && used.rowHidden !== false;
  return { mark: markIn(marks), ours: table, used: area, keys, hidesRows };
}
