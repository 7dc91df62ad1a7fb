import type { CellEdit, Undo } from '../app/ports';

/**
 * Writes single cells: two round trips. A sheet that is protected without a password is opened for it and protected again in the same
 * batch, so that it is never left open; one with a password refuses, and nothing is written.
 */
export async function editCells(edits: readonly CellEdit[]): Promise<Undo> {
  const before = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const cells = edits.map(({ sheet, cell }) => context.workbook.worksheets.getItem(sheet).getRange(cell));
    for (const range of cells) range.load('values,formulas,numberFormat');
    const names = [...new Set(edits.map(({ sheet }) => sheet))];
    const sheets = names.map((name) => context.workbook.worksheets.getItem(name));
    for (const { protection } of sheets) protection.load('protected,options');
    await context.sync();
    const stood = cells.map((range, index) => standing(edits[index], range));
    const guarded = sheets.filter(({ protection }) => protection.protected);
    const options = guarded.map(({ protection }) => protection.options);
    for (const { protection } of guarded) protection.unprotect();
    cells.forEach((range, index) => {
      const { value, formula, format } = edits[index];
      if (format !== undefined) range.numberFormat = [[format]];
      range.formulas = [[formula === undefined ? input(value) : `=${formula}`]];
    });
    guarded.forEach(({ protection }, index) => protection.protect(options[index]));
    await context.sync();
    return stood;
  });
  return async () => void (await editCells(before));
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

/** Puts a text at the right of the printed foot of each sheet; two round trips. */
export async function writeFoot(sheets: readonly string[], texts: readonly string[]): Promise<Undo> {
  const before = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const feet = sheets.map(
      (name) => context.workbook.worksheets.getItem(name).pageLayout.headersFooters.defaultForAllPages,
    );
    for (const foot of feet) foot.load('rightFooter');
    await context.sync();
    const stood = feet.map(({ rightFooter }) => rightFooter);
    feet.forEach((foot, index) => (foot.rightFooter = texts[index]));
    await context.sync();
    return stood;
  });
  return async () => void (await writeFoot(sheets, before));
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
