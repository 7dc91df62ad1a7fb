import { knownAt } from '../known/known';
import type { FaultyCell } from '../app/faulty-cells';
import { areaName, parseCell, type Area } from '../workbook/address';
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
export const COLOURS: Record<Severity, string> = { error: '#FFC7CE', warning: '#FFEB9C' };
/** A form with more is not looked through by colours. */
const MOST = 400;

/** A rule of ours, or one that is to be. */
export interface Mark {
  area: Area;
  colour: string;
}
/** Marks by what they say: two that say the same are one. */
type Marks = Map<string, Mark>;

type Guarded = { name: string; options: Excel.WorksheetProtectionOptions };

/**
 * Colours these cells, and takes off every colour of before: by conditional formats of our own, so
 * that the cells' own looks are never touched and come back by themselves. A write ends what the
 * person could take back by Ctrl+Z, so only what is otherwise than it should be is written: of a
 * form in which the same is found again nothing, and a protected sheet is opened, and protected
 * again in the same batch, only where it does not let cells be formatted.
 *
 * Two round trips, one more where a sheet has rules and one more where anything is written.
 */
export async function markFound(cells: readonly FaultyCell[]): Promise<void> {
  const wanted = marksBySheet(mostImportant(cells));
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
        formats.items.filter(({ type }) => type === 'Custom').map(asked),
      );
      if (rules.some((own) => own.length > 0)) await context.sync();
      const changes = sheets.flatMap(({ worksheet }, index) => {
        const missing: Marks = new Map(wanted.get(worksheet.name));
        const taken = rules[index].filter(isOurs).filter((one) => !missing.delete(told(one)));
        return missing.size + taken.length > 0 ? [{ worksheet, missing, taken }] : [];
      });
      if (changes.length === 0) return;
      guarded = changes.flatMap(({ worksheet: { name, protection } }) => {
        const isShut = protection.protected && !protection.options.allowFormatCells;
        return isShut ? [{ name, options: protection.options }] : [];
      });
      for (const { name } of guarded) worksheets.getItem(name).protection.unprotect();
      for (const { worksheet, missing, taken } of changes) {
        for (const { format } of taken) format.delete();
        for (const mark of missing.values()) put(worksheet, mark);
      }
      for (const { name, options } of guarded) worksheets.getItem(name).protection.protect(options);
      await context.sync();
    });
  } catch (error) {
    await protectAgain(guarded);
    throw error;
  }
}

/** What fits into the colours of one form: an error is not left out for warnings above it. */
function mostImportant(cells: readonly FaultyCell[]): readonly FaultyCell[] {
  const of = (wanted: Severity) => cells.filter(({ severity }) => severity === wanted);
  return [...of('error'), ...of('warning')].slice(0, MOST);
}

/** A rule of a sheet, with what tells whether it is ours and says what is wanted. */
interface Asked {
  format: Excel.ConditionalFormat;
  rule: Excel.ConditionalFormatRule;
  fill: Excel.ConditionalRangeFill;
  /** Null where the rule has come to stand over several areas. */
  range: Excel.Range;
}

function asked(format: Excel.ConditionalFormat): Asked {
  return {
    format,
    rule: format.custom.rule.load('formula'),
    fill: format.custom.format.fill.load('color'),
    range: format.getRangeOrNullObject().load('rowIndex,columnIndex,rowCount,columnCount'),
  };
}

function isOurs({ rule }: Asked): boolean {
  return rule.formula.includes(MARK);
}

/** What a rule that stands says; of one whose colour somebody took off, no colour. */
function told({ fill, range }: Asked): string {
  if (range.isNullObject) return '';
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  const area = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  return keyOf({ area, colour: fill.color ?? '' });
}

/** What the rules of ours on a sheet say, as Excel tells them back; two round trips. */
export async function marksOn(
  worksheet: Excel.Worksheet,
  context: Excel.RequestContext,
): Promise<string[]> {
  const { conditionalFormats } = worksheet.getRange();
  conditionalFormats.load('items/id,items/type');
  await context.sync();
  const rules = conditionalFormats.items.filter(({ type }) => type === 'Custom').map(asked);
  await context.sync();
  return rules.filter(isOurs).map(told);
}

export function keyOf({ area, colour }: Mark): string {
  return `${areaName(area)} ${colour.toUpperCase()}`;
}

/** Cells beside each other share a mark. */
function marksBySheet(cells: readonly FaultyCell[]): Map<string, Marks> {
  const places = new Map<string, Sheet>();
  for (const { sheet, cell, severity } of cells) {
    const at = parseCell(cell);
    if (!at) continue;
    if (!places.has(sheet)) places.set(sheet, new Sheet(sheet));
    knownAt(places, sheet).put(at.row, at.column, severity);
  }
  return new Map([...places].map(([name, sheet]) => [name, marksOf(sheet)]));
}

function marksOf(severities: Sheet): Marks {
  const marks: Marks = new Map();
  for (const [severity, areas] of rectangles(severities, ({ value }) => value as Severity))
    for (const area of areas) {
      const mark = { area, colour: COLOURS[severity] };
      marks.set(keyOf(mark), mark);
    }
  return marks;
}

/** Puts one rule of ours on a sheet. */
export function put(worksheet: Excel.Worksheet, { area, colour }: Mark): void {
  const { top, left, bottom, right } = area;
  const range = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = RULE;
  custom.format.fill.color = colour;
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
