import { DeskRefused } from '../app/desk-refused';
import { areaName, quoteSheet, type Area } from '../workbook/address';

/**
 * What people have put over a sheet of ours that makes a write land elsewhere. Under a filter, rows
 * that are hidden take nothing and keep what they had, and those that are seen take what belongs to
 * others (office-js#224); merged cells cannot be put into a table of Excel's.
 */
export interface Over {
  filter: Excel.AutoFilter;
  tables: Excel.TableCollection;
  /** Tables that reach into our own area. */
  crossing: Excel.TableScopedCollection | null;
}

/** To be read with the next request; `area` is where merged cells come to stand. */
export function whatIsOver(worksheet: Excel.Worksheet, area: Area | null = null): Over {
  const { autoFilter: filter, tables } = worksheet;
  filter.load('isDataFiltered');
  tables.load('items/name,items/autoFilter/isDataFiltered');
  if (!area) return { filter, tables, crossing: null };
  const { top, left, bottom, right } = area;
  const crossing = worksheet
    .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
    .getTables(false);
  crossing.load('items/name');
  return { filter, tables, crossing };
}

/** Refuses to write where it would land elsewhere; the sheet is there. */
export function mustLieOpen(sheet: string, { filter, tables, crossing }: Over): void {
  const isFiltered =
    filter.isDataFiltered || tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
  if (isFiltered) throw new DeskRefused({ code: 'sheet-is-filtered', facts: { sheet } });
  const table = crossing?.items.at(0)?.name;
  if (table !== undefined)
    throw new DeskRefused({ code: 'table-over-ours', facts: { sheet, table } });
}

/** Rows that are looked at with all their columns; of more only the first column. */
const LOOKED_AT = 50_000;

/**
 * A filter in place (Data › Advanced) hides rows, and Office.js tells of none. A row that somebody
 * hid by hand is copied like any other, one that a filter hides is not: so where rows of a sheet
 * are hidden, it is copied aside and looked at before anything is written into it.
 */
export async function mustCopyWhole(
  context: Excel.RequestContext,
  sheets: readonly { name: string; area: Area; aside: string }[],
): Promise<void> {
  if (sheets.length === 0) return;
  const { worksheets } = context.workbook;
  const tried = sheets.map(({ name, area: { top, left, bottom, right }, aside }) => {
    const width = (bottom - top + 1) * (right - left + 1) > LOOKED_AT ? 1 : right - left + 1;
    const area = areaName({ top, left, bottom, right: left + width - 1 });
    const stands = worksheets.getItem(name).getRange(area);
    stands.load('values');
    const beside = worksheets.add(aside);
    beside.visibility = 'Hidden';
    const copy = beside.getRange(area);
    copy.copyFrom(`${quoteSheet(name)}!${area}`, 'Values');
    copy.load('values');
    return { name, beside, stands, copy };
  });
  await context.sync();
  for (const { beside } of tried) {
    beside.visibility = 'Visible';
    beside.delete();
  }
  await context.sync();
  const masked = tried.find(
    ({ stands, copy }) => JSON.stringify(stands.values) !== JSON.stringify(copy.values),
  );
  if (masked) throw new DeskRefused({ code: 'sheet-is-filtered', facts: { sheet: masked.name } });
}
