import { DeskRefused } from '../app/desk-refused';
import type { CellEdit, Undo } from '../app/ports';
import { isError } from '../workbook/cell';
import {
  knownIn,
  NEARER,
  readRest,
  textsOf,
  whereTheyStand,
  type KnownSheets,
  type Reading,
} from './cell-places';
import { mustLieOpen, whatIsOver } from './in-the-way';
import { isLongText, mayBeOfLongTexts } from './long-texts';
import { isTooLarge } from './reply-blocks';
import { explained, mustTakeWrites, wholeOf } from './takes-writes';

/**
 * What stood where an edit writes, and how its sheets were protected: enough to put all of it back.
 */
interface Stood {
  edits: CellEdit[];
  guarded: { name: string; options: Excel.WorksheetProtectionOptions }[];
  /** The texts by which its cells are known, and those that are none of them. */
  known: KnownSheets;
  passing: ReadonlySet<string>;
}

/**
 * Writes single cells: two round trips, and one more for each 3.7 MB of a sheet larger than forms
 * are. A sheet that is protected without a password is opened for
 * it and protected again in the same batch, so that it is never left open; one with a password
 * refuses, and nothing is written. What stands after it is looked at: a batch that breaks off in
 * its middle, or a cell that did not take what was written, is taken back. `written` is what the
 * cells held after the write that is undone: where somebody has put something else there since,
 * nothing is.
 */
export async function editCells(
  edits: readonly CellEdit[],
  written?: readonly unknown[],
): Promise<Undo> {
  return explained([], 'cells', () => editOpened(edits, written));
}

async function editOpened(
  edits: readonly CellEdit[],
  written?: readonly unknown[],
  how: Reading = {},
): Promise<Undo> {
  let stood: Stood | undefined;
  let now: unknown[] = [];
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      const asked = (isLong: (index: number) => boolean) =>
        edits.map(({ sheet, cell }, index) => {
          const range = worksheets.getItem(sheet).getRange(cell);
          range.load('values,numberFormat');
          if (!isLong(index)) range.load('formulas');
          return range;
        });
      const ranges = asked(() => how.apart === true);
      const names = [...new Set(edits.map(({ sheet }) => sheet))];
      const sheets = names.map((name) => worksheets.getItem(name));
      for (const { protection } of sheets) protection.load('protected,options');
      const over = sheets.map((worksheet) => whatIsOver(worksheet));
      const texts = textsOf(context, edits, how);
      const book = wholeOf(context, []);
      await context.sync();
      mustTakeWrites(book, 'cells');
      names.forEach((name, index) => mustLieOpen(name, over[index]));
      const isLong = (index: number) =>
        how.apart === true && isLongText(ranges[index].values[0][0]);
      if (how.apart) {
        ranges.filter((_, index) => !isLong(index)).forEach((range) => range.load('formulas'));
        await context.sync();
      }
      const cells = ranges.map((range, index) => heldIn(range, isLong(index)));
      if (written) mustBeUnchanged(edits, cells.map(contentOf), written);
      await readRest(context, texts);
      const guarded = names.flatMap((name, index) => {
        const { protection } = sheets[index];
        return protection.protected ? [{ name, options: protection.options }] : [];
      });
      const whole = edits.map((edit, index) => withFormat(edit, cells[index]));
      const before = cells.map((range, index) => standing(whole[index], range));
      const passing = new Set([...edits, ...before].map(({ value }) => String(value ?? '').trim()));
      stood = { edits: before, guarded, known: knownIn(texts, passing), passing };
      for (const { protection } of sheets) if (protection.protected) protection.unprotect();
      ranges.forEach((range, index) => put(range, whole[index]));
      protectAgain(context, guarded);
      const isPutLong = (index: number) =>
        edits[index].formula === undefined && isLongText(edits[index].value);
      const there = asked(isPutLong);
      await context.sync();
      const after = there.map((range, index) => heldIn(range, isPutLong(index)));
      const refused = edits.findIndex((edit, index) => !hasTaken(edit, after[index]));
      if (refused >= 0) {
        const { sheet, cell } = edits[refused];
        throw new DeskRefused({ code: 'cell-not-taken', facts: { sheet, cell } });
      }
      now = after.map(contentOf);
    });
  } catch (error) {
    // Long texts where a form has its head: nothing was written.
    const otherwise = stood ? null : otherReading(how, error);
    if (otherwise) return editOpened(edits, written, otherwise);
    const { theirs, shut } = stood ? await takeBack(stood) : NOTHING_SHUT;
    if (theirs !== null)
      throw new DeskRefused({ code: 'sheet-is-protected', facts: { sheet: theirs } });
    // Why it broke is what counts.
    if (shut !== null && isOfProtection(error))
      throw new DeskRefused({ code: 'sheet-has-password', facts: { sheet: shut } });
    throw error;
  }
  return async () => {
    const { edits: before, known, passing } = stood!;
    const stands = await knownNow(before, passing, how);
    await editCells(whereTheyStand(before, known, stands), now);
  };
}

async function knownNow(
  edits: readonly CellEdit[],
  passing: ReadonlySet<string>,
  how: Reading,
): Promise<KnownSheets> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const texts = textsOf(context, edits, how);
      await context.sync();
      await readRest(context, texts);
      return knownIn(texts, passing);
    });
  } catch (error) {
    const otherwise = otherReading(how, error);
    if (!otherwise) throw error;
    return knownNow(edits, passing, otherwise);
  }
}

/** How texts that Excel would not tell so are asked for instead; null where nothing is left. */
function otherReading(how: Reading, error: unknown): Reading | null {
  if (!how.seen && isTooLarge(error)) return { ...how, seen: NEARER };
  return !how.apart && mayBeOfLongTexts(error) ? { ...how, apart: true } : null;
}

/** A cell as it was told; of a text too long to be told with formulas the text is all there is. */
type Held = Pick<Excel.Range, 'values' | 'formulas' | 'numberFormat'>;

function heldIn(range: Excel.Range, isLong: boolean): Held {
  const { values, numberFormat } = range;
  return { values, formulas: isLong ? values : range.formulas, numberFormat };
}

/** A constant or a formula, as it was told. */
function contentOf({ formulas }: Held): unknown {
  return (formulas as unknown[][])[0][0];
}

/** What is taken back already is nobody's either. */
function mustBeUnchanged(
  before: readonly CellEdit[],
  now: readonly unknown[],
  written: readonly unknown[],
): void {
  const changed = before.findIndex((edit, index) => {
    const { formula } = edit;
    const back =
      formula === undefined ? String(input(edit.value)).replace(/^'/, '') : `=${formula}`;
    return now[index] !== written[index] && String(now[index]) !== back;
  });
  if (changed < 0) return;
  const { sheet, cell } = before[changed];
  throw new DeskRefused({ code: 'cell-written-since', facts: { sheet, cell } });
}

/**
 * Whether a cell holds what was written into it; of a formula only that it is one, for Excel writes
 * it its own way.
 */
function hasTaken({ value, formula }: CellEdit, range: Held): boolean {
  if (formula !== undefined) return isFormula(range);
  const now = (range.values as unknown[][])[0][0];
  if (typeof value !== 'number' || typeof now !== 'number')
    return now === (isError(value) ? '' : (value ?? ''));
  return Math.abs(now - value) <= 1e-12 * Math.abs(value);
}

/** Sheets that were not opened: kept shut by a password, or protected by somebody else since. */
interface Shut {
  shut: string | null;
  theirs: string | null;
}
const NOTHING_SHUT: Shut = { shut: null, theirs: null };

/**
 * Each sheet by itself, so that one which cannot be opened keeps none of the others open; once
 * more, for what takes back may break as well.
 */
async function takeBack({ edits, guarded }: Stood): Promise<Shut> {
  const found = { ...NOTHING_SHUT };
  for (const name of new Set(edits.map(({ sheet }) => sheet))) {
    const own = edits.filter(({ sheet }) => sheet === name);
    const guard = guarded.filter((one) => one.name === name);
    const failure = await takeBackOn(name, own, guard).catch(() =>
      takeBackOn(name, own, guard).catch((error: unknown) => error),
    );
    if (failure === 'theirs') found.theirs ??= name;
    else if (failure && isOfProtection(failure)) found.shut ??= name;
  }
  return found;
}

/**
 * A sheet that nobody had protected when it was looked at is somebody else's to open: there cells
 * that are locked took nothing, and the others are taken back one by one.
 */
async function takeBackOn(
  name: string,
  edits: readonly CellEdit[],
  guarded: Stood['guarded'],
): Promise<'theirs' | undefined> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    const { protection } = worksheet;
    protection.load('protected');
    await context.sync();
    if (protection.protected && guarded.length === 0) {
      const attempt = async (edit: CellEdit) => {
        put(worksheet.getRange(edit.cell), edit);
        await context.sync().catch(() => undefined);
      };
      for (const edit of edits) await attempt(edit);
      return 'theirs';
    }
    if (protection.protected) protection.unprotect();
    for (const edit of edits) put(worksheet.getRange(edit.cell), edit);
    protectAgain(context, guarded);
    await context.sync();
    return undefined;
  });
}

/** Whether Excel refused to open a sheet, whatever code it has for a missing password. */
function isOfProtection(error: unknown): boolean {
  const { debugInfo } = error as { debugInfo?: { errorLocation?: string } };
  return debugInfo?.errorLocation === 'WorksheetProtection.unprotect';
}

const TEXT = '@';

/**
 * A cell of text would keep a figure as text and a formula as its letters, so it is one no longer.
 */
function withFormat(edit: CellEdit, { numberFormat }: Held): CellEdit {
  const isText = String((numberFormat as unknown[][])[0][0]).trim() === TEXT;
  return isText && edit.format === undefined && !isTextual(edit)
    ? { ...edit, format: 'General' }
    : edit;
}

function isTextual({ value, formula }: CellEdit): boolean {
  return formula === undefined && (value === null || typeof value === 'string');
}

/**
 * The format goes first, for what is written is read by it; but what stood in a cell of text
 * without being one comes back before it.
 */
function put(range: Excel.Range, edit: CellEdit): void {
  const { value, formula, format } = edit;
  const isOdd = format?.trim() === TEXT && !isTextual(edit);
  if (format !== undefined) range.numberFormat = [[isOdd ? 'General' : format]];
  // A long text is no formula, and is not taken as one (office-js#3256).
  if (formula === undefined) range.values = [[input(value)]];
  else range.formulas = [[`=${formula}`]];
  if (isOdd) range.numberFormat = [[format!]];
}

function protectAgain({ workbook }: Excel.RequestContext, guarded: Stood['guarded']): void {
  for (const { name, options } of guarded)
    workbook.worksheets.getItem(name).protection.protect(options);
}

/** A text that only looks like a formula is its own value. */
function isFormula({ values, formulas }: Held): boolean {
  const formula = (formulas as unknown[][])[0][0];
  return (
    typeof formula === 'string' &&
    formula.startsWith('=') &&
    formula !== (values as unknown[][])[0][0]
  );
}

function standing(edit: CellEdit, range: Held): CellEdit {
  const [value, format] = [range.values[0][0], range.numberFormat[0][0]] as unknown[];
  return {
    sheet: edit.sheet,
    cell: edit.cell,
    value: (value === '' ? null : value) as CellEdit['value'],
    ...(isFormula(range) ? { formula: String(contentOf(range)).slice(1) } : {}),
    ...(edit.format === undefined ? {} : { format: String(format) }),
  };
}

/** An apostrophe keeps text text, whatever it starts with. */
function input(value: CellEdit['value']): string | number | boolean {
  if (value === null || isError(value)) return '';
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}

/**
 * Puts a text at the right of the printed foot of each sheet; two round trips. Breaking off in the
 * middle, it is taken back.
 */
export async function writeFoot(
  sheets: readonly string[],
  texts: readonly string[],
): Promise<Undo> {
  let stood: string[] | undefined;
  const write = (right: readonly string[]) =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const feet = sheets.map(
        (name) =>
          context.workbook.worksheets.getItem(name).pageLayout.headersFooters.defaultForAllPages,
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
