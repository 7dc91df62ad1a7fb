import type { CellEdit, Undo } from '../app/ports';

/** What stood where an edit writes, and how its sheets were protected: enough to put all of it back. */
interface Stood {
  edits: CellEdit[];
  guarded: { name: string; options: Excel.WorksheetProtectionOptions }[];
}

/**
 * Writes single cells: two round trips. A sheet that is protected without a password is opened for it and protected again in the same
 * batch, so that it is never left open; one with a password refuses, and nothing is written. A batch that breaks off in its middle is
 * taken back.
 */
export async function editCells(edits: readonly CellEdit[]): Promise<Undo> {
  let stood: Stood | undefined;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const cells = edits.map(({ sheet, cell }) => context.workbook.worksheets.getItem(sheet).getRange(cell));
      for (const range of cells) range.load('values,formulas,numberFormat');
      const names = [...new Set(edits.map(({ sheet }) => sheet))];
      const sheets = names.map((name) => context.workbook.worksheets.getItem(name));
      for (const { protection } of sheets) protection.load('protected,options');
      await context.sync();
      const guarded = names.flatMap((name, index) => {
        const { protection } = sheets[index];
        return protection.protected ? [{ name, options: protection.options }] : [];
      });
      stood = { edits: cells.map((range, index) => standing(edits[index], range)), guarded };
      for (const { protection } of sheets) if (protection.protected) protection.unprotect();
      cells.forEach((range, index) => put(range, edits[index]));
      protectAgain(context, guarded);
      await context.sync();
    });
  } catch (error) {
    // Why it broke is what counts; once more, for the batch that takes back may break as well.
    if (stood) await takeBack(stood).catch(() => takeBack(stood!).catch(() => undefined));
    throw error;
  }
  return async () => void (await editCells(stood!.edits));
}

async function takeBack({ edits, guarded }: Stood): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const protections = guarded.map(({ name }) => worksheets.getItem(name).protection);
    for (const protection of protections) protection.load('protected');
    await context.sync();
    for (const protection of protections) if (protection.protected) protection.unprotect();
    for (const edit of edits) put(worksheets.getItem(edit.sheet).getRange(edit.cell), edit);
    protectAgain(context, guarded);
    await context.sync();
  });
}

function put(range: Excel.Range, { value, formula, format }: CellEdit): void {
  if (format !== undefined) range.numberFormat = [[format]];
  range.formulas = [[formula === undefined ? input(value) : `=${formula}`]];
}

function protectAgain({ workbook }: Excel.RequestContext, guarded: Stood['guarded']): void {
  for (const { name, options } of guarded) workbook.worksheets.getItem(name).protection.protect(options);
}

function standing(edit: CellEdit, { values, formulas, numberFormat }: Excel.Range): CellEdit {
  const [value, formula, format] = [values[0][0], formulas[0][0], numberFormat[0][0]] as unknown[];
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return {
    sheet: edit.sheet,
    cell: edit.cell,
    value: (value === '' ? null : value) as CellEdit['value'],
    ...(isFormula ? { formula: formula.slice(1) } : {}),
    ...(edit.format === undefined ? {} : { format: String(format) }),
  };
}

/** An apostrophe keeps text text, whatever it starts with. */
function input(value: CellEdit['value']): string | number | boolean {
  if (value === null || typeof value === 'object') return '';
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}

/** Puts a text at the right of the printed foot of each sheet; two round trips. Breaking off in the middle, it is taken back. */
export async function writeFoot(sheets: readonly string[], texts: readonly string[]): Promise<Undo> {
  let stood: string[] | undefined;
  const write = (right: readonly string[]) =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const feet = sheets.map(
        (name) => context.workbook.worksheets.getItem(name).pageLayout.headersFooters.defaultForAllPages,
      );
      if (!stood) {
        for (const foot of feet) foot.load('rightFooter');
        await context.sync();
        stood = feet.map(({ rightFooter }) => rightFooter);
      }
      feet.forEach((foot, index) => (foot.rightFooter = right[index]));
      await context.sync();
    });
  try {
    await write(texts);
  } catch (error) {
    if (stood) await write(stood).catch(() => write(stood!).catch(() => undefined));
    throw error;
  }
  return async () => void (await writeFoot(sheets, stood!));
}

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
