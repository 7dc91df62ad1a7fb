import { DeskRefused } from '../app/desk-refused';
import type { Area } from '../workbook/address';

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
