import type { FaultyCell } from '../app/faulty-cells';
import { parseCell } from '../workbook/address';
import { Sheet } from '../workbook/sheet';
import { rectangles } from './rectangles';

/**
 * Always true, and by its text told apart from what people put on their cells: also in a workbook
 * that was saved while it stood.
 */
const MARK = 'TongHop.oLoi';
const RULE = `=N("${MARK}")=0`;
type Severity = FaultyCell['severity'];
/** The colours of a marked copy. */
const COLOURS: Record<Severity, string> = { error: '#FFC7CE', warning: '#FFEB9C' };
/** A form with more is not looked through by colours. */
const MOST = 400;

type Guarded = { name: string; options: Excel.WorksheetProtectionOptions };

/**
 * Colours these cells, and takes off every colour of before: by conditional formats of our own, so
 * that the cells' own looks are never touched and come back by themselves. Three round trips, four
 * where a sheet has rules; a sheet that is protected is opened and protected again in one batch.
 * Without a cell only colours go.
 */
export async function markFound(cells: readonly FaultyCell[]): Promise<void> {
  const wanted = bySheet(cells.slice(0, MOST));
  let guarded: Guarded[] = [];
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/protection/protected,items/protection/options');
      await context.sync();
      const sheets = worksheets.items.map((worksheet) => {
        const formats = worksheet.getRange().conditionalFormats;
        formats.load('items/id,items/type');
        return { worksheet, formats };
      });
      await context.sync();
      const rules = sheets.map(({ formats }) =>
        formats.items
          .filter(({ type }) => type === 'Custom')
          .map((format) => ({ format, rule: format.custom.rule.load('formula') })),
      );
      if (rules.some((own) => own.length > 0)) await context.sync();
      guarded = sheets.flatMap(({ worksheet: { name, protection } }, index) => {
        const isTouched = wanted.has(name) || rules[index].some(({ rule }) => isOurs(rule));
        return isTouched && protection.protected ? [{ name, options: protection.options }] : [];
      });
      for (const { name } of guarded) worksheets.getItem(name).protection.unprotect();
      for (const { format, rule } of rules.flat()) if (isOurs(rule)) format.delete();
      for (const { worksheet } of sheets) colour(worksheet, wanted.get(worksheet.name) ?? []);
      for (const { name, options } of guarded) worksheets.getItem(name).protection.protect(options);
      await context.sync();
    });
  } catch (error) {
    await protectAgain(guarded);
    throw error;
  }
}

function isOurs({ formula }: Excel.ConditionalFormatRule): boolean {
  return formula.includes(MARK);
}

function bySheet(cells: readonly FaultyCell[]): Map<string, FaultyCell[]> {
  const sheets = new Map<string, FaultyCell[]>();
  for (const one of cells) sheets.set(one.sheet, [...(sheets.get(one.sheet) ?? []), one]);
  return sheets;
}

/** Cells beside each other share a rule. */
function colour(worksheet: Excel.Worksheet, cells: readonly FaultyCell[]): void {
  const places = new Sheet('');
  for (const { cell, severity } of cells) {
    const at = parseCell(cell);
    if (at) places.put(at.row, at.column, severity);
  }
  for (const [severity, areas] of rectangles(places, ({ value }) => value as Severity))
    for (const { top, left, bottom, right } of areas) {
      const range = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = RULE;
      custom.format.fill.color = COLOURS[severity];
    }
}

/** A batch that broke off in its middle leaves no sheet open; each by itself, as far as it goes. */
async function protectAgain(guarded: readonly Guarded[]): Promise<void> {
  await Promise.allSettled(guarded.map(protectOne));
}

async function protectOne({ name, options }: Guarded): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { protection } = context.workbook.worksheets.getItem(name);
    protection.load('protected');
    await context.sync();
    if (!protection.protected) protection.protect(options);
    await context.sync();
  });
}
