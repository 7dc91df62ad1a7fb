import { areaName, type Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';

/** The area that is ours on a sheet; Excel moves it along when people put in rows or columns. */
const OURS = 'TongHop_Bang_';

/**
 * The name that keeps where our table stands, and the cells it stands for: told as a range, since
 * in R1C1 style its text is another.
 */
export interface Ours {
  item: Excel.NamedItem;
  range: Excel.Range;
}

/** To be read with the next request. */
export function oursOn({ workbook }: Excel.RequestContext, sheet: string): Ours {
  const item = workbook.names.getItemOrNullObject(oursName(sheet));
  item.load('name');
  const range = item.getRangeOrNullObject();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return { item, range };
}

/** Keeps where our table stands on a sheet, for the next write, in place of where it stood. */
export function nameOurs(
  context: Excel.RequestContext,
  ours: Ours,
  { name, page }: Sheet,
  worksheet: Excel.Worksheet,
  area: Area,
): void {
  // A list grows by rows: all of it is ours, however long it is by then.
  if (!page) return;
  forgetOurs(context, ours, name);
  const range = worksheet.getRange(areaName(area));
  context.workbook.names.add(oursName(name), range).visible = false;
}

export function forgetOurs(
  { workbook }: Excel.RequestContext,
  { item }: Ours,
  sheet: string,
): void {
  if (!item.isNullObject) workbook.names.getItem(oursName(sheet)).delete();
}

/** A defined name for a sheet: letters and digits stay, anything else is its code. */
function oursName(sheet: string): string {
  return OURS + sheet.replace(/[^A-Za-z0-9]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`);
}
