import type { Sheet } from '../../workbook/sheet';
import { areAllPut, namesOf } from '../write-mark';
import { showTop, writeCategories, writeLinks, writePage, writePanes } from '../write-sheet';
import { endOf, oursOf, unseen, type Write } from './write';

/**
 * Whether all figures are in place, though an error was heard: then it was of the looks that come
 * last (panes, or a printer that has no such paper), or the answer alone was lost. Looks are tried
 * once more, each by itself; none of them takes figures back.
 */
export async function onlyLooksFailed(write: Write): Promise<boolean> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const names = namesOf(worksheets.getItemOrNullObject(write.sheets[0].name));
    await context.sync();
    if (names.isNullObject || !areAllPut(names, write.id)) return false;
    const attempt = async (look: () => void) => {
      look();
      // Excel has said no before; a table that looks less well is one all the same.
      await context.sync().catch(() => undefined);
    };
    for (const look of looksOf(write, worksheets)) await attempt(look);
    return true;
  });
}

function looksOf(write: Write, worksheets: Excel.WorksheetCollection): (() => void)[] {
  const at = ({ name }: Sheet) => worksheets.getItem(name);
  const end = endOf(write);
  const gone = [...unseen(write).map(({ name }) => name), ...write.hidden];
  return [
    ...write.sheets.flatMap((sheet) => [
      () => writeLinks(at(sheet), sheet, oursOf(sheet, write)),
      () => {
        if (write.drawn.has(sheet.name)) writeCategories(at(sheet), sheet);
      },
      () => writePanes(at(sheet), sheet),
      () => writePage(at(sheet), sheet, null),
    ]),
    ...(end ? [() => showTop(at(end), end)] : []),
    ...gone.map((name) => () => {
      worksheets.getItem(name).visibility = 'Hidden';
    }),
  ];
}
