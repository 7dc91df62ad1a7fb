import type { Undo } from '../app/ports';

/** Tells of every change of a cell of any sheet (ExcelApi 1.9). */
export async function onEdit(told: () => void): Promise<Undo> {
  const handler = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const added = context.workbook.worksheets.onChanged.add(() => {
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
