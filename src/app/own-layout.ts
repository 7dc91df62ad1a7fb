import type { Actor } from '../domain/actor';
import {
  writeBindings,
  readBindings,
  type StoredBindings,
} from '../domain/own-layout/bindings-table';
import {
  cellKey,
  type Binding,
  type BoundPlace,
  type Proposed,
} from '../domain/own-layout/binding';
import {
  figuresFor,
  fill,
  formatFor,
  type FillEdit,
  type Filling,
  type FillTrouble,
} from '../domain/own-layout/fill';
import { readFilling, writeFilling, type FilledCell } from '../domain/own-layout/filled-table';
import type { FigureSource } from '../domain/own-layout/figure-source';
import { boundFinder } from '../domain/own-layout/find-bound';
import { cellIdentifier, identifyCell } from '../domain/own-layout/identify-cell';
import {
  BINDINGS_SHEET,
  FILLED_SHEET,
  FORMER_BINDINGS_SHEET,
  isOwnSheet,
} from '../domain/own-layout/own-sheets';
import { proposeBindings, type Proposal } from '../domain/own-layout/propose';
import type { Undecided } from '../domain/own-layout/read-tables';
import { figureSheets, isUpToDate } from '../domain/own-layout/report-cells';
import { periodLabel, type Period } from '../domain/period/period';
import type { Plan } from '../domain/plan/plan';
import { isBlank, type CellValue } from '../workbook/cell';
import { sameValue } from '../workbook/same-value';
import type { Sheet } from '../workbook/sheet';
import { type Workbook, knownSheet } from '../workbook/workbook';
import { consolidatePeriod } from './consolidate-period';
import { VIEW_SHEET } from './received-file';
import { readDesk, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { inTurn } from './in-turn';
import type { CellEdit, CellPlace, Undo, WorkbookPort } from './ports';
import type { UseCaseRefusalCode } from './refusals';

/**
 * The province's own report sheets, bound once and filled each period: what is proposed a person
 * confirms, what is bound stands in *Liên kết biểu*, and a cell that is not certain is named and
 * never filled (docs/own-layout.md).
 */

/** What is proposed, with what would stand there for the period at hand. */
export interface ShownProposal extends Proposal {
  /** By {@link cellKey}; what the period says nothing of has none. */
  figures: ReadonlyMap<string, CellValue>;
}

/**
 * What the table the person looks at seems to ask for, with the figures of the period that it is to
 * be filled for first.
 */
export async function proposeLayout(port: WorkbookPort, period?: Period): Promise<ShownProposal> {
  const { plan, ledger } = await readDesk(port);
  const [active] = (await port.readActiveSheet()).sheets;
  const sheet = await sheetOfOthers(port, plan, active?.name ?? '');
  const proposal = proposeBindings(sheet, plan, period?.kind);
  if (proposal.cells.length === 0 && proposal.undecided.length === 0)
    throw refused('layout-no-table', { sheet: proposal.sheet });
  if (!period) return { ...proposal, figures: new Map() };
  const options = { acceptIncomplete: false, asOf: null };
  const { tables: report } = consolidatePeriod(plan, ledger, period, options);
  return { ...proposal, figures: figuresFor(proposal.cells, { plan, period, report }) };
}

/**
 * The selected cell with the source a person chose for it, identified by the texts beside and over
 * it.
 */
export async function proposeCell(port: WorkbookPort, source: FigureSource): Promise<Proposed> {
  const { plan } = await readDesk(port);
  const { sheet: name, cell } = await port.selectedCell();
  const place = identifyCell(await sheetOfOthers(port, plan, name), plan, cell);
  if (!place) throw refused('layout-cell-not-identified', { sheet: name, cell });
  return { ...place, source };
}

/** Stores what a person confirmed; of one cell the last binding holds. */
export async function bindCells(
  port: WorkbookPort,
  cells: readonly Proposed[],
  actor: Actor,
): Promise<Undo> {
  const bound = new Set(cells.map(cellKey));
  const added = cells.map((one): Binding => ({ ...one, ...actor }));
  return rewrite(port, (stored) => [...stored.filter((one) => !bound.has(cellKey(one))), ...added]);
}

/** Lets go of every cell of a sheet; what stands in them stays. */
export async function unbindSheet(port: WorkbookPort, sheet: string): Promise<Undo> {
  return rewrite(port, (stored) => stored.filter((one) => one.sheet !== sheet));
}

/** Follows bound cells whose texts stand elsewhere now; the person has seen where to. */
export async function rebindMoved(
  port: WorkbookPort,
  actor: Actor,
): Promise<{ moved: number; undo: Undo }> {
  let moved = 0;
  const undo = await rewrite(port, async (stored) => {
    const sheets = await sheetsOf(port, stored);
    const finders = new Map(sheets.sheets.map((sheet) => [sheet.name, boundFinder(sheet)]));
    return stored.map((one): Binding => {
      const found = finders.get(one.sheet)?.(one);
      if (found?.state !== 'moved') return one;
      moved++;
      return { ...one, ...found.place, ...actor };
    });
  });
  return { moved, undo };
}

/** The sheets that have bound cells, with how many. */
export async function boundSheets(port: WorkbookPort): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { sheet } of (await readStored(port)).bindings)
    counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}

/**
 * What filling would do: every cell that would change and what stands there, every cell that would
 * not be filled and why.
 */
export interface FillPreview {
  edits: FillEdit[];
  troubles: FillTrouble[];
  /** Rows and columns of the bound sheets that were not understood and have no bound cell. */
  notRead: NotRead[];
}

export type NotRead = Undecided & { sheet: string };

export async function previewFill(port: WorkbookPort, period: Period): Promise<FillPreview> {
  const { edits, troubles, notRead } = await fillingOf(port, period);
  return { edits, troubles, notRead };
}

export interface FillOptions {
  /** Leaves the person's own figures where they differ. */
  keepsTyped: boolean;
  /** What the person saw would be overwritten; anything else that would be stops the run. */
  shown: readonly FillEdit[];
  by: Actor;
}

export interface Filled extends Pick<FillPreview, 'troubles' | 'notRead'> {
  filled: number;
  /** Where what was filled begins. */
  first: Pick<FillEdit, 'sheet' | 'cell'> | null;
  undo: Undo;
}

/** Fills the bound cells of every sheet for a period from the workbook as it stands now. */
export async function fillLayouts(
  port: WorkbookPort,
  period: Period,
  { keepsTyped, shown, by }: FillOptions,
): Promise<Filled> {
  // Seen before what it is about: of two windows that fill at once, one is told.
  const { lastWrites } = await port.readSheets([FILLED_SHEET]);
  const { edits: all, troubles, notRead, placeOf, unlike } = await fillingOf(port, period);
  const edits = keepsTyped ? all.filter(({ isOverwrite }) => !isOverwrite) : all;
  const seen = new Map(shown.map((one) => [cellKey(one), one]));
  const unseen = edits.find((one) => one.isOverwrite && !isSeen(one, seen.get(cellKey(one))));
  if (unseen) throw refused('layout-changed', { sheet: unseen.sheet, cell: unseen.cell });
  const formats = await port.readFormats(edits);
  const writes = edits.map((edit, index) => cellEdit(edit, formats[index]));
  const cells = edits.map(({ before, formula = '', ...edit }, index): FilledCell => {
    const format = writes[index].format === undefined ? '' : formats[index];
    return { ...placeOf(edit), formula, before, format };
  });
  const log = writeFilling({ ...by, period: period.id, cells });
  const undo = await inTurn([
    // What the cells held goes into the workbook first, so that half a filling is known too.
    ...(cells.length > 0 ? [() => port.replaceSheets([log], undefined, lastWrites)] : []),
    ...inParts(writes).map((part) => () => port.editCells(part)),
  ]);
  const other = cells.length > 0 ? await unlike(edits, by) : null;
  if (other) {
    // What another window put over it stays; where that is some of it only, the person fills again.
    await undo().catch(() => undefined);
    throw refused('layout-written-meanwhile', { ...other });
  }
  const filled = edits.filter(({ formula }) => formula !== undefined);
  return { filled: filled.length, first: filled.at(0) ?? null, troubles, notRead, undo };
}

/** A request for each cell: so many keep well within what Excel takes at once. */
const CELLS_AT_ONCE = 1000;

export function inParts<Edit>(edits: readonly Edit[]): Edit[][] {
  return Array.from({ length: Math.ceil(edits.length / CELLS_AT_ONCE) }, (_, index) =>
    edits.slice(index * CELLS_AT_ONCE, (index + 1) * CELLS_AT_ONCE),
  );
}

function cellEdit(edit: FillEdit, own: string): CellEdit {
  const { sheet, cell, value, formula } = edit;
  const format = formatFor(own, edit);
  return {
    sheet,
    cell,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === null ? {} : { format }),
  };
}

function isSeen(edit: FillEdit, seen: FillEdit | undefined): boolean {
  return (
    seen !== undefined &&
    sameValue(edit.before.value, seen.before.value) &&
    edit.before.formula === seen.before.formula &&
    sameValue(edit.value, seen.value)
  );
}

interface PlannedFilling extends Filling {
  notRead: NotRead[];
  placeOf(edit: CellPlace): BoundPlace;
  /** A cell that is not as these edits of somebody leave it, by the workbook as it stands now. */
  unlike(edits: readonly FillEdit[], by: Actor): Promise<CellPlace | null>;
}

async function fillingOf(port: WorkbookPort, period: Period): Promise<PlannedFilling> {
  const desk = await readDesk(port);
  const stored = await readStored(port);
  if (stored.bindings.length === 0 && stored.unreadable.length === 0)
    throw refused('layout-none-bound', {});
  const bound = await sheetsOf(port, stored.bindings);
  const sources = stored.bindings.map(({ source }) => source);
  const reports = figureSheets(period, sources);
  const standing = await port.readSheets(reports);
  const { refill, ...filling } = currentFilling(desk, period, stored, bound, standing);
  const notRead = bound.sheets.flatMap((sheet) => notReadIn(sheet, desk.plan, period, stored));
  const own = new Map(stored.bindings.map((one) => [cellKey(one), one]));
  const known = new Map<string, ReturnType<typeof readingOf>>();
  const readingOf = (name: string) => {
    const sheet = knownSheet(bound, name);
    return { find: boundFinder(sheet), identify: cellIdentifier(sheet, desk.plan) };
  };
  // What is emptied may be where a bound cell stood before: the texts around it now tell it.
  const placeOf = ({ sheet, cell }: CellPlace): BoundPlace => {
    const { find, identify } = known.get(sheet) ?? readingOf(sheet);
    known.set(sheet, { find, identify });
    const binding = own.get(cellKey({ sheet, cell }));
    if (binding && find(binding).state === 'stands') return binding;
    return identify(cell) ?? { sheet, cell, ...NO_TEXTS };
  };
  const unlike = async (edits: readonly FillEdit[], by: Actor) => {
    const names = bound.sheets.map(({ name }) => name);
    const now = await port.readSheets([...names, ...reports, FILLED_SHEET], names);
    const first = { sheet: edits[0].sheet, cell: edits[0].cell };
    const log = readFilling(now);
    const isOwn = log?.at === by.at && log.who === by.who && log.period === period.id;
    // Tables that were made anew may have these figures elsewhere.
    if (!isOwn || !isUpToDate(now, filling.used)) return first;
    const left = new Set(filling.edits.map(cellKey));
    for (const one of edits) left.delete(cellKey(one));
    const other = refill(now).edits.find((one) => !left.has(cellKey(one)) && !isFilled(one));
    return other ? { sheet: other.sheet, cell: other.cell } : null;
  };
  return { ...filling, notRead, placeOf, unlike };
}

/** Whether what is to stand in a cell does; Excel may write a reference its own way. */
function isFilled({ formula, before }: FillEdit): boolean {
  if (formula === undefined) return before.formula === undefined && isBlank(before.value);
  return before.formula?.replace(/\$/g, '') === formula;
}

const NO_TEXTS = { label: '', labelCell: '', heading: '', headingCell: '' };

/** A row or a column is somebody's business as long as no cell of it is bound. */
function notReadIn(
  sheet: Sheet,
  plan: Plan,
  period: Period,
  { bindings }: StoredBindings,
): NotRead[] {
  const own = bindings.filter((one) => one.sheet === sheet.name);
  const isBound = new Set(own.flatMap(({ labelCell, headingCell }) => [labelCell, headingCell]));
  return proposeBindings(sheet, plan, period.kind)
    .undecided.filter(({ code, cell }) => /^(row|column)-/.test(code) && !isBound.has(cell))
    .map((one) => ({ ...one, sheet: sheet.name }));
}

/**
 * The report in the workbook was closed with n/N or was not: it is current where it is what one of
 * the two gives now.
 */
function currentFilling(
  { plan, ledger }: Desk,
  period: Period,
  stored: StoredBindings,
  bound: Workbook,
  standing: Workbook,
): Filling & { refill(bound: Workbook): Filling } {
  const sources = stored.bindings.map(({ source }) => source);
  const isThere = standing.sheets.length === figureSheets(period, sources).length;
  for (const acceptIncomplete of isThere ? [false, true] : []) {
    const { tables } = consolidatePeriod(plan, ledger, period, { acceptIncomplete, asOf: null });
    const refill = (now: Workbook) => fill({ plan, period, stored, bound: now, report: tables });
    const filling = refill(bound);
    if (isUpToDate(standing, filling.used)) return { ...filling, refill };
  }
  throw refused('layout-report-not-current', { period: periodLabel(period) });
}

/** A sheet with its formulas that is none of ours. */
async function sheetOfOthers(port: WorkbookPort, plan: Plan, name: string): Promise<Sheet> {
  const forms = plan.forms.map(({ code }) => code);
  if (name === VIEW_SHEET || isOwnSheet(name, forms))
    throw refused('layout-own-sheet', { sheet: name });
  const [sheet] = (await port.readSheets([name], [name])).sheets;
  if (!sheet) throw refused('layout-no-table', { sheet: name });
  return sheet;
}

async function sheetsOf(port: WorkbookPort, bindings: readonly Binding[]): Promise<Workbook> {
  const names = [...new Set(bindings.map(({ sheet }) => sheet))];
  return port.readSheets(names, names);
}

async function readStored(port: WorkbookPort): Promise<StoredBindings> {
  return readBindings(await port.readSheets([BINDINGS_SHEET, FORMER_BINDINGS_SHEET]));
}

/**
 * The table is only written anew where every row of it was read: nothing is dropped that somebody
 * wrote.
 */
async function rewrite(
  port: WorkbookPort,
  change: (stored: Binding[]) => Binding[] | Promise<Binding[]>,
): Promise<Undo> {
  const workbook = await port.readSheets([BINDINGS_SHEET, FORMER_BINDINGS_SHEET]);
  const { bindings, unreadable } = readBindings(workbook);
  if (unreadable.length > 0) throw refused('layout-table-unreadable', { ...unreadable[0] });
  return port.replaceSheets(
    [writeBindings(await change(bindings))],
    undefined,
    workbook.lastWrites,
  );
}

function refused(code: LayoutRefusalCode, facts: Record<string, string>): DeskRefused {
  return new DeskRefused({ code, facts });
}

type LayoutRefusalCode = Extract<UseCaseRefusalCode, `layout-${string}`>;
