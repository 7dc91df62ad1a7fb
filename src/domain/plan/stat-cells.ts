import { knownAt, theOne } from '../../known/known';
import { matchKey } from '../../text/normal-form';
import { readNumber } from '../../text/number';
import type { Decimals, PrintedIn } from '../measure/choices';
import { sum } from '../decimal/decimal';
import type { TimeRule } from '../measure/time-rule';
import { isAddable, isCounted, isRate } from '../measure/units';
import {
  columnFormula,
  columnTimeRule,
  inputColumns,
  isOfSums,
  ROUNDED,
  partsOf,
  rowPartsOf,
  sidesOf,
  type StatColumn,
  type StatForm,
  type StatIdentity,
  type StatOverAgencies,
  type StatRow,
  type StatTyped,
} from './stat-form';
import { evaluate, isLinear, type StatExpression } from './stat-expression';

/**
 * What holds of one cell of a statistics form: the choices of its row and of its column together.
 */
export interface StatCell {
  unit: string;
  typed: StatTyped;
  /** Of a coded answer, each as it is kept and as people may say it. */
  answers: readonly Answer[];
  /**
   * Nobody types it: how it follows from the columns beside it, or from the rows of its column;
   * null where it is typed or stays empty.
   */
  formula: { along: 'row' | 'column'; expression: StatExpression } | null;
  /** Stays empty: a sum of shares has no meaning. */
  isBlank: boolean;
  decimals: Decimals | 'by-unit';
  mayBeNegative: boolean;
  overAgencies: StatOverAgencies;
  /** Money in the annexes; absent: in its unit. */
  printedIn?: PrintedIn;
  /** `none`: a period made of several has no figure of it. */
  overTime: TimeRule | 'none';
}

export interface Answer {
  value: string;
  said: readonly string[];
}

const KNOWN = new WeakMap<StatForm, Map<string, StatCell>>();

export function cellOf(form: StatForm, row: StatRow, column: StatColumn): StatCell {
  let cells = KNOWN.get(form);
  if (!cells) KNOWN.set(form, (cells = new Map()));
  const key = `${row.key}\u0000${column.code}`;
  let cell = cells.get(key);
  if (!cell) cells.set(key, (cell = makeCell(form, row, column)));
  return cell;
}

/** The columns of a row people type in. */
export function typedCells(form: StatForm, row: StatRow): { column: StatColumn; cell: StatCell }[] {
  return inputColumns(form).flatMap((column) => {
    const cell = cellOf(form, row, column);
    return cell.formula || cell.isBlank ? [] : [{ column, cell }];
  });
}

/**
 * What has to be there before a row counts: a remark and a day may be missing, a figure and an
 * answer may not.
 */
export function isNeeded({ typed }: StatCell): boolean {
  return typed === 'number' || typed === 'choice';
}

function makeCell(form: StatForm, row: StatRow, column: StatColumn): StatCell {
  const unit = !row.unit || isRate(column.unit) ? column.unit : row.unit;
  const answers = row.answers ?? column.answers ?? answersIn(row);
  const typed = column.typed ?? row.typed ?? (answers.length > 0 ? 'choice' : 'number');
  const isAdded = isAddable(unit) && typed === 'number';
  return {
    unit,
    typed,
    answers: typed === 'choice' ? answers.map(answerOf) : [],
    ...(typed === 'number'
      ? numberCell(form, row, column, isAdded)
      : { formula: null, isBlank: false, overTime: 'last' }),
    decimals: row.decimals ?? column.decimals ?? 'by-unit',
    mayBeNegative: row.sign === 'any' || column.sign === 'any',
    overAgencies: overAgencies(row, column, isAdded),
    printedIn: row.printedIn ?? column.printedIn,
  };
}

/** A figure is typed, or made by a formula of its column or its row; without one it stays blank. */
function numberCell(
  form: StatForm,
  row: StatRow,
  column: StatColumn,
  isAdded: boolean,
): Pick<StatCell, 'formula' | 'isBlank' | 'overTime'> {
  const formula = formulaOf(form, row, column, isAdded);
  const isComputed = column.overTime === 'computed' || row.formula !== undefined;
  return {
    formula,
    isBlank: formula === null && isComputed,
    overTime: overTime(row, column, isAdded),
  };
}

/**
 * A rate that is made of sums is right in a row that is a sum; of two that are alike the row's own
 * is meant.
 */
function formulaOf(
  form: StatForm,
  row: StatRow,
  column: StatColumn,
  isAdded: boolean,
): StatCell['formula'] {
  const across = columnFormula(form, column.code);
  const down = row.formula ? sidesOf(row.formula).right : null;
  const along =
    across && (isAdded || !isLinear(across)) ? { along: 'row' as const, expression: across } : null;
  if (!down) return along;
  if (along && !isLinear(across!) && isLinear(down)) return along;
  // What is a share in every row is no sum of shares in one.
  if (isRate(column.unit) && isLinear(down)) return null;
  return { along: 'column', expression: down };
}

function overAgencies(row: StatRow, column: StatColumn, isAdded: boolean): StatOverAgencies {
  if (column.overAgencies === 'each') return 'each';
  return row.overAgencies ?? column.overAgencies ?? (isAdded ? 'added' : 'each');
}

function overTime(row: StatRow, column: StatColumn, isAdded: boolean): StatCell['overTime'] {
  if (column.overTime === 'none') return 'none';
  const own = row.overTime ?? column.overTime;
  if (own === 'none') return 'none';
  // Nobody said what shares and ranks of months make of a year; what is said of the row is.
  if (own === 'flow' && !isAdded && row.overTime === undefined && row.overAgencies !== 'added')
    return 'none';
  return columnTimeRule(own);
}

/**
 * "Hình thức khảo sát (trực tuyến = 0; phát phiếu = 1)": the name of a row without a unit says
 * which answers there are.
 */
function answersIn({ name, unit }: StatRow): string[] {
  const inside = unit ? null : /\(([^()]*=[^()]*)\)/.exec(name);
  const parts = inside ? inside[1].split(/[;,]/) : [];
  const isCoded =
    parts.length > 1 &&
    parts.every((part) => /^[^=]+=[^=]+$/.test(part) && /(^|=)\s*\d+\s*($|=)/.test(part));
  return isCoded ? parts.map((part) => part.trim()) : [];
}

function answerOf(written: string): Answer {
  const sides = written.split('=').map((one) => one.trim());
  const code = sides.find((one) => /^\d+$/.test(one)) ?? sides[0];
  return { value: code, said: [...sides, written] };
}

/** Null where nothing that is among the answers is said. */
export function readAnswer({ answers }: StatCell, text: string): string | null {
  const key = matchKey(text);
  return answers.find(({ said }) => said.some((one) => matchKey(one) === key))?.value ?? null;
}

export function isWholeCell({ decimals, unit }: StatCell): boolean {
  return decimals === 'by-unit' ? isCounted(unit) : false;
}

/** A quotient has decimals whatever it counts. */
export function isShownWhole(cell: StatCell): boolean {
  if (cell.decimals === 'whole') return true;
  return isWholeCell(cell) && (!cell.formula || isLinear(cell.formula.expression));
}

const PLACES: Record<Decimals, number | null> = { whole: 0, two: 2, four: 4, any: null };

/** So many decimals were chosen; null where any may stand, or the unit decides. */
export function placesOf({ decimals }: StatCell): number | null {
  return decimals === 'by-unit' ? null : PLACES[decimals];
}

/** "Không phát sinh", "Không có": nothing to be listed, said in a line of a list. */
export function saysNone(texts: readonly string[]): boolean {
  const isNone = (text: string) =>
    NONE.includes(matchKey(text)) ||
    ['none', 'not-applicable'].includes(readNumber(text, { counted: true }).kind);
  return texts.length > 0 && texts.every(isNone);
}

const NONE = ['không có', 'không phát sinh'].map(matchKey);

/** Whether a number may be typed there. */
export function fitsCell(cell: StatCell, value: number): boolean {
  return (
    Number.isFinite(value) &&
    (value >= 0 || cell.mayBeNegative) &&
    (Number.isInteger(value) || !isWholeCell(cell))
  );
}

// ------------------------------------------------------------------------------------
// sums

/**
 * Totals are there where the form says so; of a form without any choices of its own, as it always
 * was, wherever rows add up. Whether every cell of a column over these rows is a figure of one unit
 * that is added up, each thing counted in one row alone.
 */
export function addsUp(form: StatForm, rows: readonly StatRow[], column: StatColumn): boolean {
  if (
    !(form.totals === 'yes' || (form.totals === undefined && !hasChoices(form))) ||
    holdEachOther(rows)
  )
    return false;
  const parts = partsOf(form, column.code);
  const made = columnFormula(form, column.code);
  // A rate of columns that have a total has one itself, made of theirs.
  if (made && !isLinear(made))
    return (
      parts.length > 0 &&
      parts.every((part) =>
        addsUp(
          form,
          rows,
          theOne(form.columns, ({ code }) => code === part),
        ),
      )
    );
  const cells = rows.map((row) => cellOf(form, row, column));
  return cells.every(
    (cell) =>
      cell.typed === 'number' &&
      !cell.isBlank &&
      cell.overAgencies === 'added' &&
      cell.unit === cells[0].unit,
  );
}

/**
 * "3.1" holds "3.1.1", and a row that is made of others holds them: a sum would count them twice.
 */
function holdEachOther(rows: readonly StatRow[]): boolean {
  return rows.some(
    ({ key, formula }) =>
      formula !== undefined || rows.some((other) => other.key.startsWith(`${key}.`)),
  );
}

/** Rows under one title, in their order. */
export function blocksOf(form: StatForm): { group: string; rows: StatRow[] }[] {
  const blocks: { group: string; rows: StatRow[] }[] = [];
  for (const row of form.rows) {
    const last = blocks.at(-1);
    if (last && last.group === row.group) last.rows.push(row);
    else blocks.push({ group: row.group, rows: [row] });
  }
  return blocks;
}

export function hasSums(form: StatForm, rows: readonly StatRow[]): boolean {
  return form.columns.some((column) => addsUp(form, rows, column));
}

// ------------------------------------------------------------------------------------
// a whole form

/** Figures by row and column. */
export type StatGrid = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/**
 * Every figure of a form from those that were typed; null where a part is not known, or where it
 * would be divided by 0.
 */
export function completed(
  form: StatForm,
  typed: StatGrid,
): Map<string, Map<string, number | null>> {
  const known = new Map(form.rows.map((row) => [row.key, new Map(typed.get(row.key) ?? [])]));
  const rows = new Map(form.rows.map((row) => [row.key, row]));
  const columns = new Map(form.columns.map((column) => [column.code, column]));
  const value = (key: string, code: string, seen: ReadonlySet<string>): number | null => {
    const [row, column] = [rows.get(key), columns.get(code)];
    const at = `${key}\u0000${code}`;
    if (!row || !column || seen.has(at)) return null;
    const { formula } = cellOf(form, row, column);
    if (!formula) return knownAt(known, key).get(code) ?? null;
    const next = new Set(seen).add(at);
    return evaluate(formula.expression, (term) =>
      formula.along === 'row' ? value(key, term.column, next) : value(term.column, code, next),
    );
  };
  return new Map(
    form.rows.map(({ key }) => [
      key,
      new Map(form.columns.map(({ code }) => [code, value(key, code, new Set())])),
    ]),
  );
}

/**
 * Whether a figure that was typed is what its formula makes: a sum to the last digit, a quotient as
 * it is rounded.
 */
export function isMade(given: number, made: number, formula: StatExpression | null): boolean {
  return formula && !isLinear(formula)
    ? Math.abs(given - made) <= ROUNDED * (1 + 1e-9)
    : given === made;
}

/** What observations of one row count for, by column. */
export function countedCells(
  observations: Iterable<{ measure: string; state: string; value: number | string | null }>,
): Map<string, number | null> {
  const figures = new Map<string, number | null>();
  for (const { measure, state, value } of observations)
    figures.set(
      measure,
      (state === 'ok' || state === 'not-applicable') && typeof value === 'number' ? value : null,
    );
  return figures;
}

/**
 * Of rows that add up their total in every column, of others none; null where one of them is not
 * known.
 */
export function totalOf(
  form: StatForm,
  rows: readonly StatRow[],
  figures: StatGrid,
): Map<string, number | null> {
  const sums = new Map<string, number | null>();
  const total = (code: string): number | null => {
    const before = sums.get(code);
    if (before !== undefined) return before;
    const column = theOne(form.columns, (one) => one.code === code);
    const made = columnFormula(form, code);
    const values = rows.map(({ key }) => figures.get(key)?.get(code) ?? null);
    const own =
      made && !isLinear(made)
        ? evaluate(made, (term) => total(term.column))
        : values.includes(null)
          ? null
          : sum(values as number[]);
    sums.set(code, addsUp(form, rows, column) ? own : null);
    return knownAt(sums, code);
  };
  return new Map(form.columns.map(({ code }) => [code, total(code)]));
}

/** The typed rows behind a row: itself, or what its formula comes from in the end. */
export function typedRows(form: StatForm, key: string): string[] {
  const parts = rowPartsOf(form, key);
  return parts.length === 0 ? [key] : parts.flatMap((part) => typedRows(form, part));
}

/**
 * Whether what has to agree between columns can be asked of a row: sums of shares and ranks mean
 * nothing.
 */
export function appliesTo(form: StatForm, identity: StatIdentity, row: StatRow): boolean {
  const named = [...identity.left, ...identity.right].map(({ column }) => column);
  const cells = form.columns
    .filter(({ code }) => named.includes(code))
    .map((column) => cellOf(form, row, column));
  return cells.every(
    ({ typed, isBlank, unit }) =>
      typed === 'number' && !isBlank && (isAddable(unit) || !isOfSums(identity)),
  );
}

/** Whether what has to agree between rows can be asked of a column. */
export function appliesDown(form: StatForm, identity: StatIdentity, column: StatColumn): boolean {
  const named = new Set([...identity.left, ...identity.right].map((term) => term.column));
  const cells = form.rows
    .filter(({ key }) => named.has(key))
    .map((row) => cellOf(form, row, column));
  return (
    cells.length === named.size &&
    cells.every(({ typed, isBlank }) => typed === 'number' && !isBlank) &&
    !(isRate(column.unit) && isOfSums(identity))
  );
}

/**
 * Whether anything of a form is chosen that its columns and identities do not say: its result is
 * then shown by row.
 */
export function hasChoices(form: StatForm): boolean {
  let known = CHOSEN.get(form);
  if (known === undefined) CHOSEN.set(form, (known = findChoices(form)));
  return known;
}

const CHOSEN = new WeakMap<StatForm, boolean>();

function findChoices(form: StatForm): boolean {
  const own = ({ typed, answers, decimals, sign, overAgencies }: StatColumn | StatRow) =>
    [typed, answers, decimals, sign, overAgencies].some((one) => one !== undefined);
  return (
    form.totals !== undefined ||
    form.lines !== undefined ||
    form.rowIdentities !== undefined ||
    form.columns.some(
      (column) => own(column) || column.overTime === 'none' || column.overTime === 'cumulative',
    ) ||
    form.rows.some(
      (row) =>
        own(row) ||
        !!row.unit ||
        row.formula ||
        row.overTime ||
        row.filledBy ||
        answersIn(row).length > 0,
    ) ||
    form.identities.some((one) => !isPlain(one))
  );
}

function isPlain(identity: StatIdentity): boolean {
  const { left, right } = sidesOf(identity);
  return isLinear(left) && isLinear(right);
}
