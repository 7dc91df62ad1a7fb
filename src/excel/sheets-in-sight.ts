import type { Undo } from '../app/ports';
import { explained, mustTakeWrites, wholeOf } from './takes-writes';

/** Which sheets are seen. Very hidden ones are somebody's own doing, and stay so. */

/**
 * Shows a sheet a person goes to; false where it cannot be shown, null where it is none that is
 * hidden.
 */
export async function showHidden(sheet: string): Promise<boolean | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load('visibility');
    context.workbook.protection.load('protected');
    await context.sync();
    if (worksheet.isNullObject || worksheet.visibility === 'Visible') return null;
    if (worksheet.visibility === 'VeryHidden' || context.workbook.protection.protected)
      return false;
    worksheet.visibility = 'Visible';
    await context.sync();
    return true;
  });
}

/** See {@link WorkbookPort.arrangeSheets}. */
export async function arrangeSheets(
  shows: (name: string) => boolean,
  hides: (name: string) => boolean,
): Promise<Undo> {
  return explained([], 'sheets', async () => {
    const { shown, hidden } = await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility');
      const whole = wholeOf(context, []);
      await context.sync();
      mustTakeWrites(whole, 'sheets');
      const named = (visibility: string, are: (name: string) => boolean) =>
        worksheets.items
          .filter((one) => one.visibility === visibility && are(one.name))
          .map(({ name }) => name);
      const shown = named('Hidden', shows);
      const seen = [...named('Visible', () => true), ...shown];
      const hidden = named('Visible', hides);
      // A workbook shows one sheet at least.
      if (hidden.length === seen.length) hidden.shift();
      setSight(worksheets, shown, hidden);
      await context.sync();
      return { shown, hidden };
    });
    return () =>
      explained([], 'sheets', () =>
        Excel.run({ delayForCellEdit: true }, async (context) => {
          const { worksheets } = context.workbook;
          worksheets.load('items/name');
          await context.sync();
          const there = new Set(worksheets.items.map(({ name }) => name));
          const still = (names: readonly string[]) => names.filter((name) => there.has(name));
          setSight(worksheets, still(hidden), still(shown));
          await context.sync();
        }),
      );
  });
}

/** Shown before others are hidden: one is in sight at every moment. */
function setSight(
  worksheets: Excel.WorksheetCollection,
  shown: readonly string[],
  hidden: readonly string[],
): void {
  for (const name of shown) worksheets.getItem(name).visibility = 'Visible';
  for (const name of hidden) worksheets.getItem(name).visibility = 'Hidden';
}
