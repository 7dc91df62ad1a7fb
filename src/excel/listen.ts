import type { Undo } from '../app/ports';

/** An event of all sheets; each is given its own kind of facts, which nobody here asks. */
interface SheetsEvent {
  add(handler: () => Promise<void>): OfficeExtension.EventHandlerResult<unknown>;
}

/** Tells of every such event from now on, until it is undone; two round trips. */
async function listen(
  told: () => void,
  of: (sheets: Excel.WorksheetCollection) => SheetsEvent,
): Promise<Undo> {
  const handler = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const added = of(context.workbook.worksheets).add(() => {
      told();
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return async () => {
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
}

/** Every change of a cell of any sheet (ExcelApi 1.9). */
export function onEdit(told: () => void): Promise<Undo> {
  return listen(told, (sheets) => sheets.onChanged);
}

/** Every selection from now on (ExcelApi 1.9). */
export function onSelect(told: () => void): Promise<Undo> {
  return listen(told, (sheets) => sheets.onSelectionChanged);
}
