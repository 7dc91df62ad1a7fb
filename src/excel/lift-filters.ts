import { DeskRefused } from '../app/desk-refused';
import type { Undo } from '../app/ports';
import { explained } from './takes-writes';

/**
 * A filter that was lifted: of a sheet, or of a table of Excel's on it, and by what each column was
 * filtered.
 */
interface Lifted {
  sheet: string;
  table: string | null;
  columns: { index: number; criteria: Excel.FilterCriteria }[];
}

/**
 * Shows the rows that filters on some sheets hide, and gives how to hide them again: by what they
 * were filtered, over the rows that stand there then. Nothing is shown where Excel does not tell by
 * what. The buttons of the filter stay all the while.
 */
export async function liftFilters(sheets: readonly string[]): Promise<Undo> {
  let lifted: Lifted[] = [];
  try {
    await explained(sheets, 'rows', () =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        const told = sheets.map((sheet) => {
          const { autoFilter, tables } = context.workbook.worksheets.getItem(sheet);
          autoFilter.load('isDataFiltered,criteria');
          tables.load('items/name,items/autoFilter/isDataFiltered,items/autoFilter/criteria');
          return { sheet, autoFilter, tables };
        });
        await context.sync();
        const filters = told.flatMap(({ sheet, autoFilter, tables }) => [
          { sheet, table: null, filter: autoFilter },
          ...tables.items.map((table) => ({ sheet, table: table.name, filter: table.autoFilter })),
        ]);
        const filtered = filters.filter(({ filter }) => filter.isDataFiltered);
        const known = filtered.map(({ sheet, table, filter }) => ({
          sheet,
          table,
          columns: columnsOf(filter),
        }));
        const unknown = known.find(({ columns }) => columns.length === 0);
        if (unknown)
          throw new DeskRefused({ code: 'filter-not-told', facts: { sheet: unknown.sheet } });
        lifted = known;
        for (const { filter } of filtered) filter.clearCriteria();
        await context.sync();
      }),
    );
  } catch (error) {
    // A batch that broke off may have shown some of the rows.
    if (lifted.length > 0)
      await putFiltersBack(lifted).catch((left: unknown) => {
        throw new AggregateError([error, left]);
      });
    throw error;
  }
  return () => putFiltersBack(lifted);
}

/**
 * What Excel says of a criterion may be null, which it does not take again (office-js#1226); an
 * unfiltered column says nothing.
 */
function columnsOf({ criteria }: Excel.AutoFilter): Lifted['columns'] {
  return criteria.flatMap((one, index) => {
    const said = Object.entries(one ?? {}).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    const isFiltered = said.some(([key]) => key !== 'filterOn' && key !== 'operator');
    return isFiltered
      ? [{ index, criteria: Object.fromEntries(said) as unknown as Excel.FilterCriteria }]
      : [];
  });
}

/** Each filter by itself: where one cannot be put back the others are, and it is named. */
async function putFiltersBack(lifted: readonly Lifted[]): Promise<void> {
  const failed: string[] = [];
  for (const one of lifted) await putBack(one).catch(() => failed.push(one.sheet));
  if (failed.length > 0)
    throw new DeskRefused({
      code: 'filter-not-put-back',
      facts: { sheets: [...new Set(failed)].join(', ') },
    });
}

async function putBack({ sheet, table, columns }: Lifted): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const { autoFilter: filter } = table === null ? worksheet : worksheet.tables.getItem(table);
    const range = filter.getRange();
    for (const { index, criteria } of columns) filter.apply(range, index, criteria);
    await context.sync();
  });
}
