import { knownAt } from '../../known/known';
import { cellName, quoteSheet, knownCell } from '../../workbook/address';
import { isBlank, isPercentFormat, type CellValue } from '../../workbook/cell';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Period } from '../period/period';
import { measureOf } from '../measure/measure';
import { findAgency, findIndicator, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import { cellOf } from '../plan/stat-cells';
import { cellKey, type Binding, type BoundPlace, type Proposed } from './binding';
import type { StoredBindings } from './bindings-table';
import type { FigureSource } from './figure-source';
import { boundFinder, type Found } from './find-bound';
import { isOwnFormula, isOwnSheet } from './own-sheets';
import { comparesOtherPeriod, namesOtherPeriod } from './period-named';
import { isGiven } from './propose';
import { reportFinder, type ReportCell } from './report-cells';

/** One cell to be written, and what stands there now. */
export interface FillEdit {
  sheet: string;
  cell: string;
  /** What the formula gives now; null where the report says nothing. */
  value: CellValue;
  /**
   * A reference to one cell of a report and nothing else; absent leaves the cell blank, so that it
   * is never a 0.
   */
  formula?: string;
  before: { value: CellValue; formula?: string };
  /** What stands there is the person's own and says something else. */
  isOverwrite: boolean;
  /** The figure is in per cent already, as 94,72. */
  isPercent: boolean;
  /** The figure is an answer: its word, and how its number is shown as one. */
  answer?: { word: string; format: string | null };
}

/** What a trouble says beside its place. */
export interface TroubleFacts {
  /** A row of *Liên kết biểu*, not of a bound sheet. */
  'row-unreadable': { heading: string; found: string };
  'sheet-missing': object;
  'own-sheet': object;
  'cell-twice': object;
  'label-missing': { label: string };
  'label-ambiguous': { label: string };
  'heading-missing': { heading: string };
  'heading-ambiguous': { heading: string };
  moved: { to: string; label: string; heading: string };
  'other-period': { heading: string };
  'not-in-plan': { found: string };
  'agency-not-in-plan': { found: string };
  'not-in-report': { source: FigureSource };
  /** A reference of ours to another period, left where nothing is filled now: it is emptied. */
  'left-over': { formula: string };
  blank: { why: BlankReason; source: FigureSource };
}

export type TroubleCode = keyof TroubleFacts;

/** What is not filled, or is left blank, and why; the cell is where to look. */
export type FillTrouble = {
  [Code in TroubleCode]: { code: Code; sheet: string; cell: string } & TroubleFacts[Code];
}[TroubleCode];

/** Why the report's own cell is blank. */
export type BlankReason = 'not-reported' | 'no-earlier-figure' | 'no-occurrence';

/** What would stand in proposed cells for a period: only where the report says something. */
export function figuresFor(
  cells: readonly Proposed[],
  { plan: whole, period, report }: Pick<FillFrom, 'plan' | 'period' | 'report'>,
): Map<string, CellValue> {
  const plan = planFor(whole, period);
  const find = reportFinder(plan, period, report);
  const figures = new Map<string, CellValue>();
  for (const one of cells) {
    const from = isOfOtherPeriod(one.source, one.heading, period) ? null : find(one.source);
    const value = from?.sheet.value(from.row, from.column) ?? null;
    const { answer } = answerIn(one.source, plan, value);
    if (!isBlank(value)) figures.set(cellKey(one), answer?.word ?? value);
  }
  return figures;
}

export interface Filling {
  edits: FillEdit[];
  troubles: FillTrouble[];
  /** The cells of the report that are referred to or found blank. */
  used: ReportCell[];
}

export interface FillFrom {
  plan: Plan;
  period: Period;
  stored: StoredBindings;
  /** The bound sheets as they stand, with formulas. */
  bound: Workbook;
  /** The period's report as it is laid out now. */
  report: readonly Sheet[];
}

/**
 * What to write into bound cells for a period. A cell is only filled where the texts that identify
 * it stand where they stood when it was bound; everything else is named and left alone.
 */
export function fill({ plan: whole, period, stored, bound, report }: FillFrom): Filling {
  const { bindings, unreadable } = stored;
  const plan = planFor(whole, period);
  const find = reportFinder(plan, period, report);
  const forms = whole.forms.map(({ code }) => code);
  const rows = unreadable.map((one): FillTrouble => ({
    code: 'row-unreadable',
    ...one,
  }));
  const filling: Filling = { edits: [], troubles: rows, used: [] };
  const times = new Map<string, number>();
  for (const one of bindings) times.set(cellKey(one), (times.get(cellKey(one)) ?? 0) + 1);
  for (const [name, own] of bySheet(bindings)) {
    const sheet = findSheet(bound, name);
    if (!sheet || isOwnSheet(name, forms)) {
      filling.troubles.push({
        code: sheet ? 'own-sheet' : 'sheet-missing',
        sheet: name,
        cell: own[0].cell,
      });
      continue;
    }
    const where = boundFinder(sheet);
    const unfilled: BoundPlace[] = [];
    for (const binding of own) {
      const found = where(binding);
      const trouble =
        knownAt(times, cellKey(binding)) > 1
          ? at(binding, 'cell-twice', {})
          : troubleOf(binding, found, plan, period);
      const source = trouble ? null : find(binding.source);
      if (trouble) filling.troubles.push(trouble);
      else if (!source)
        filling.troubles.push(at(binding, 'not-in-report', { source: binding.source }));
      else fillOne(filling, binding, sheet, source, plan);
      if (!source) unfilled.push(binding, ...(found.state === 'moved' ? [found.place] : []));
    }
    emptyLeftOver(filling, sheet, own, unfilled, period);
  }
  return filling;
}

/**
 * No figure of another period is left in a bound table: a total of the office's own would add it to
 * this period's. Where a bound cell is not filled, whatever of ours stands in its row or its column
 * may be what it held, wherever rows and texts have gone since; where rows and columns that are
 * bound meet, it was ours too.
 */
function emptyLeftOver(
  filling: Filling,
  sheet: Sheet,
  own: readonly Binding[],
  unfilled: readonly BoundPlace[],
  period: Period,
): void {
  const lines = (places: readonly BoundPlace[], of: 'row' | 'column') =>
    new Set(places.map(({ cell }) => knownCell(cell)[of]));
  const [rows, columns] = [lines(own, 'row'), lines(own, 'column')];
  const [openRows, openColumns] = [lines(unfilled, 'row'), lines(unfilled, 'column')];
  const filled = new Set(filling.edits.map(cellKey));
  for (const [row, cells] of sheet.rows) {
    for (const [column, { value, formula }] of cells) {
      const isNear =
        openRows.has(row) || openColumns.has(column) || (rows.has(row) && columns.has(column));
      if (!isNear || formula === undefined || !isOwnFormula(formula, period)) continue;
      const place = { sheet: sheet.name, cell: cellName(row, column) };
      if (filled.has(cellKey(place))) continue;
      filling.troubles.push({ code: 'left-over', ...place, formula });
      filling.edits.push({
        ...place,
        value: null,
        before: { value, formula },
        isOverwrite: false,
        isPercent: false,
      });
    }
  }
}

function bySheet(bindings: readonly Binding[]): Map<string, Binding[]> {
  const sheets = new Map<string, Binding[]>();
  for (const one of bindings) sheets.set(one.sheet, [...(sheets.get(one.sheet) ?? []), one]);
  return sheets;
}

function at<Code extends TroubleCode>(
  { sheet, cell }: Binding,
  code: Code,
  facts: TroubleFacts[Code],
): FillTrouble {
  return { code, sheet, cell, ...facts } as FillTrouble;
}

function troubleOf(binding: Binding, found: Found, plan: Plan, period: Period): FillTrouble | null {
  const { label, source } = binding;
  if (found.state === 'moved') {
    return at(binding, 'moved', { to: found.place.cell, label, heading: binding.heading });
  }
  if (found.state !== 'stands') {
    return found.what === 'label'
      ? at(binding, `label-${found.state}`, { label })
      : at(binding, `heading-${found.state}`, { heading: binding.heading });
  }
  const { heading } = found;
  if (!isKnown(source, plan)) return at(binding, 'not-in-plan', { found: source.code });
  if (source.of === 'task') return null;
  const { scope } = source;
  if (scope.kind === 'agency' && !findAgency(plan, scope.agency)) {
    return at(binding, 'agency-not-in-plan', { found: scope.agency });
  }
  return isOfOtherPeriod(source, heading, period) ? at(binding, 'other-period', { heading }) : null;
}

function isKnown(source: FigureSource, plan: Plan): boolean {
  if (source.of === 'task') return plan.tasks.some(({ code }) => code === source.code);
  if (source.of === 'form') return isGiven(plan, source);
  return findIndicator(plan, source.code) !== undefined;
}

/** Whether the heading names another period than the one whose figure would stand under it. */
function isOfOtherPeriod(source: FigureSource, heading: string, period: Period): boolean {
  if (source.of === 'task') return false;
  // What a column of a form is of, its own heading says: only a period that is named outright is
  // another.
  if (source.of === 'form')
    return (['period', 'cumulative'] as const).every((span) =>
      namesOtherPeriod(heading, span, period),
    );
  return source.measure === 'change'
    ? comparesOtherPeriod(heading, period)
    : namesOtherPeriod(heading, source.span, period);
}

function fillOne(
  filling: Filling,
  binding: Binding,
  sheet: Sheet,
  from: ReportCell,
  plan: Plan,
): void {
  const { source } = binding;
  const { row, column } = knownCell(binding.cell);
  const stands = sheet.cell(row, column);
  const before = {
    value: stands?.value ?? null,
    ...(stands?.formula === undefined ? {} : { formula: stands.formula }),
  };
  const given = from.sheet.cell(from.row, from.column);
  const isEmpty = isBlank(given?.value);
  const value = isEmpty ? null : given!.value;
  filling.used.push(from);
  if (isEmpty && isGiven(plan, source)) {
    const why = whyBlank(source, given?.formula !== undefined);
    filling.troubles.push(at(binding, 'blank', { why, source }));
  }
  const formula = `${quoteSheet(from.sheet.name)}!${cellName(from.row, from.column)}`;
  filling.edits.push({
    sheet: sheet.name,
    cell: cellName(row, column),
    value,
    ...(isEmpty ? {} : { formula }),
    before,
    isOverwrite:
      isPersons(before) && (before.formula !== undefined || !sameValue(before.value, value)),
    isPercent: isInPercent(source, plan),
    ...answerIn(source, plan, value),
  });
}

/** What an agency answered is a number in the report, shown there by its word. */
function answerIn(source: FigureSource, plan: Plan, value: CellValue): Pick<FillEdit, 'answer'> {
  const indicator = source.of === 'indicator' ? findIndicator(plan, source.code) : undefined;
  const measure = indicator && measureOf(indicator);
  const word = measure?.wordOf(value) ?? null;
  return word === null ? {} : { answer: { word, format: measure!.answerFormat } };
}

/** A formula that gives nothing divides by a denominator of 0. */
function whyBlank(source: FigureSource, isFormula: boolean): BlankReason {
  if (isFormula) return 'no-occurrence';
  if (source.of !== 'indicator' || (source.span === 'period' && source.measure !== 'change'))
    return 'not-reported';
  return source.span === 'cumulative' ? 'not-reported' : 'no-earlier-figure';
}

function isPersons({ value, formula }: FillEdit['before']): boolean {
  return formula === undefined ? !isBlank(value) : !isOwnFormula(formula);
}

function isInPercent(source: FigureSource, plan: Plan): boolean {
  if (source.of === 'task') return false;
  if (source.of === 'form') {
    const form = plan.forms.find(({ code }) => code === source.code);
    const column = form?.columns.find(({ code }) => code === source.column);
    const row = form?.rows.find(({ key }) => key === source.row);
    return (form && column && (row ? cellOf(form, row, column).unit : column.unit)) === '%';
  }
  if (source.measure === 'numerator' || source.measure === 'denominator') return false;
  return findIndicator(plan, source.code)?.unit === '%';
}

/**
 * The number format a filled cell must have, from the one it has; null where that one does. A cell
 * that multiplies by 100 keeps its sign without multiplying, for our figures are in per cent; in a
 * cell of text Excel would keep a formula as text.
 */
export function formatFor(
  own: string,
  { formula, isPercent, answer }: Pick<FillEdit, 'formula' | 'isPercent' | 'answer'>,
): string | null {
  if (formula === undefined) return null;
  if (answer?.format) return own === answer.format ? null : answer.format;
  if (own.trim() === '@') return 'General';
  if (!isPercentFormat(own)) return null;
  return isPercent
    ? own.replace(/"[^"]*"|\\.|%/g, (token) => (token === '%' ? '"%"' : token))
    : 'General';
}
