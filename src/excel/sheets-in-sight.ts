import { DeskRefused } from '../app/desk-refused';
import type { Undo } from '../app/ports';
import { parseCell } from '../workbook/address';
import { explained, mustTakeWrites, wholeOf } from './takes-writes';

/** Which sheets are seen. Very hidden ones are somebody's own doing, and stay so. */

/**
 * Goes to a cell, and shows its sheet before where it is hidden. What Excel says of going to a
 * hidden one is no measure: its words differ from one Excel to the next.
 */
export async function goToCell(sheet: string, cell: string): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.load('visibility');
    const { protection } = context.workbook;
    protection.load('protected');
    await context.sync();
    const hidden = new DeskRefused({ code: 'sheet-is-hidden', facts: { sheet } });
    if (worksheet.visibility !== 'Visible') {
      if (worksheet.visibility === 'VeryHidden' || protection.protected) throw hidden;
      worksheet.visibility = 'Visible';
      // A workbook that is only viewed shows no more than it did.
      await context.sync().catch(() => {
        throw hidden;
      });
    }
    worksheet.activate();
    worksheet.getRange(parseCell(cell) ? cell : 'A1').select();
    await context.sync();
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
