import type { Decimals, PrintedIn } from '../measure/choices';
import type { TimeRule } from '../measure/time-rule';
import type { Filler, Standing } from './standing';
import {
  evaluate,
  isLinear,
  parseStatExpression,
  termsOf,
  type StatExpression,
  type StatTerm,
} from './stat-expression';

/**
 * A statistics form (biểu thống kê) as data: columns with a rule over time each, fixed rows, and
 * identities between columns.
 * Biểu số II.06a of Nghị định 09/2019/NĐ-CP's regime is one, the monthly statistics of procedures
 * another. Rows may have choices of their own; what holds of one cell of it is said by `cellOf`
 * (stat-cells). A choice nobody made is absent, so that a form without any is what it was before
 * there were any.
 */
export interface StatForm extends Standing {
  code: string;
  title: string;
  /** Heading of the column of rows: "Lĩnh vực". */
  rowHeading: string;
  columns: StatColumn[];
  rows: StatRow[];
  identities: StatIdentity[];
  /** What has to agree between rows, in every column of figures. */
  rowIdentities?: StatIdentity[];
  /**
   * Rows Cộng and TỔNG SỐ: only where every row adds up, never, or absent: wherever every row does.
   */
  totals?: 'yes' | 'no';
  /**
   * A list of variable length (tên văn bản, số, ngày): so many lines stand ready, each agency fills
   * as many as it has. Lines are listed and counted; where a line stands means nothing.
   */
  lines?: number;
  filledBy: Filler[];
}

/**
 * Over time: `flow` is summed, `opening` is the first period's, `stock` and `cumulative` the last
 * one's, `computed` follows from other columns and is never typed (column 3 of II.06a added up
 * would count open dossiers again), `none` is not added.
 */
export type ColumnOverTime = 'flow' | 'opening' | 'stock' | 'cumulative' | 'computed' | 'none';

/**
 * Which base periods of a longer one a column is made of; a computed one adds up what its parts
 * are. Of `none` the only one there is.
 */
export function columnTimeRule(overTime: ColumnOverTime): TimeRule {
  const rules: Record<ColumnOverTime, TimeRule> = {
    flow: 'sum',
    opening: 'first',
    stock: 'last',
    cumulative: 'last',
    computed: 'sum',
    none: 'last',
  };
  return rules[overTime];
}

/** What people type in a cell of a form. */
export type StatTyped = 'number' | 'choice' | 'text' | 'date';

/**
 * How the figures of agencies make the province's: added up, the largest or smallest of them, one
 * agency's own, or not at all. Of a row that one agency alone fills in its figure is the
 * province's, whatever is said.
 */
export type StatOverAgencies = 'added' | 'each' | 'owner' | 'largest' | 'smallest';

/** What is chosen of the cells of a column or row. */
export interface StatChoices {
  typed?: StatTyped;
  /** Of a coded answer: "Có", "Không", or "0 = trực tuyến". */
  answers?: string[];
  decimals?: Decimals;
  sign?: 'any';
  overAgencies?: StatOverAgencies;
  /** Its money in the annexes; absent: in the unit it is reported in. */
  printedIn?: PrintedIn;
}

export interface StatColumn extends StatChoices {
  /** As printed in the row of column numbers, without brackets: "3". */
  code: string;
  /** Heading over several columns, "" when none. */
  group: string;
  /** Heading over several of those; absent when none. */
  over?: string;
  name: string;
  unit: string;
  overTime: ColumnOverTime;
}

export interface StatRow extends StatChoices {
  key: string;
  /** Title of a block of rows, "" when none; each block has its subtotal. */
  group: string;
  name: string;
  unit?: string;
  overTime?: Exclude<ColumnOverTime, 'computed'>;
  /** Never typed: "1 = 1.1 + 1.2", "5 = 100 * 3 / 1". */
  formula?: StatIdentity;
  /** Absent: by everybody who fills in the form. */
  filledBy?: Filler[];
}

export type { StatTerm };

export type Relation = '=' | '<=' | '<' | '>=' | '>';

export interface StatIdentity {
  /**
   * As the owner wrote it: "3 = 4 + 5 + 6", "6 = 11 kỳ trước"; between rows their codes stand in
   * it.
   */
  text: string;
  /** The columns or rows it names on a side. How they go together is said by {@link sidesOf}. */
  left: StatTerm[];
  relation: Relation;
  right: StatTerm[];
}

const RELATIONS: Record<string, Relation> = {
  '=': '=',
  '<=': '<=',
  '≤': '<=',
  '<': '<',
  '>=': '>=',
  '≥': '>=',
  '>': '>',
};

/**
 * Null when the text is no identity: what can be calculated on both sides of "=", "<", "≤", "≥" or
 * ">".
 */
export function parseStatIdentity(text: string): StatIdentity | null {
  const written = text.normalize('NFC').trim();
  const match = matchSides(written);
  const sides = match && readSides(match);
  if (!match || !sides) return null;
  const [left, right] = [termsOf(sides.left), termsOf(sides.right)];
  // Between constants alone nothing of a form is said.
  if (left.length + right.length === 0) return null;
  return { text: written, left, relation: RELATIONS[match[2]], right };
}

function matchSides(text: string): RegExpExecArray | null {
  return /^([^=<≤>≥]+)(<=|>=|[=<≤>≥])([^=<≤>≥]+)$/.exec(text);
}

interface Sides {
  left: StatExpression;
  right: StatExpression;
}

function readSides(match: RegExpExecArray): Sides | null {
  const [left, right] = [parseStatExpression(match[1]), parseStatExpression(match[3])];
  return left && right && { left, right };
}

const SIDES = new WeakMap<StatIdentity, Sides>();

/**
 * Both sides of an identity as they are calculated. An identity comes with its text alone out of a
 * form that carries its plan.
 */
export function sidesOf(identity: StatIdentity): Sides {
  let known = SIDES.get(identity);
  if (!known) {
    known = readSides(matchSides(identity.text)!)!;
    SIDES.set(identity, known);
  }
  return known;
}

/**
 * The lines of a list: known by their number, which stands in the form so that a line is found
 * again.
 */
export function listRows(lines: number): StatRow[] {
  return Array.from({ length: lines }, (_, index) => ({
    key: String(index + 1),
    group: '',
    name: `Dòng ${index + 1}`,
  }));
}

/**
 * A list with as many lines as somebody filled: who needs more than stood ready puts them in. Any
 * other form is what it is.
 */
export function asLongAs(form: StatForm, lines: readonly string[]): StatForm {
  if (form.lines === undefined) return form;
  const numbers = lines.map(Number).filter(Number.isInteger);
  const most = numbers.reduce((before, one) => Math.max(before, one), 0);
  return most <= form.rows.length ? form : { ...form, rows: listRows(most) };
}

/** Of a list that is as long as somebody filled it: whether the line did not stand ready. */
export function isPutIn({ lines }: StatForm, key: string): boolean {
  return lines !== undefined && Number(key) > lines;
}

/** The columns people type. */
export function inputColumns(form: StatForm): StatColumn[] {
  return form.columns.filter((column) => column.overTime !== 'computed');
}

/**
 * How a computed column follows from others; null for any other column. Every computed one has such
 * once the plan was read.
 */
export function columnFormula(form: StatForm, column: string): StatExpression | null {
  if (form.columns.find(({ code }) => code === column)?.overTime !== 'computed') return null;
  const own = form.identities.find((one) => defines(one, column));
  return own ? sidesOf(own).right : null;
}

/**
 * The columns a computed one follows from, or the rows a computed row does; empty for any other.
 */
export function partsOf(form: StatForm, column: string): string[] {
  const formula = columnFormula(form, column);
  return formula ? termsOf(formula).map((term) => term.column) : [];
}

export function rowPartsOf({ rows }: StatForm, key: string): string[] {
  const formula = rows.find((row) => row.key === key)?.formula;
  return formula ? formula.right.map(({ column }) => column) : [];
}

/** The typed columns behind a column: itself, or what its formula comes from in the end. */
export function typedParts(form: StatForm, column: string): string[] {
  const parts = partsOf(form, column);
  return parts.length === 0 ? [column] : parts.flatMap((part) => typedParts(form, part));
}

/**
 * "3 = 4 + 5": what stands left is a column or row alone, and right nothing of the period before.
 */
export function defines(identity: StatIdentity, column: string): boolean {
  const { left, relation, right } = identity;
  const isAlone = relation === '=' && sidesOf(identity).left.kind === 'term' && !left[0].isPrevious;
  return isAlone && left[0].column === column && right.every((term) => !term.isPrevious);
}

/**
 * The identities that have to be checked: those that define a computed column hold by themselves.
 */
export function checkedIdentities(form: StatForm): StatIdentity[] {
  const defining = new Set(
    form.columns
      .filter((column) => column.overTime === 'computed')
      .map((column) => form.identities.find((one) => defines(one, column.code))),
  );
  return form.identities.filter((one) => !defining.has(one));
}

/**
 * Both sides of an identity that does not hold; null where it does, and where a part of it is not
 * known.
 */
export function brokenSides(
  identity: StatIdentity,
  valueOf: (term: StatTerm) => number | null,
): { left: number; right: number } | null {
  const sides = sidesOf(identity);
  const [left, right] = [evaluate(sides.left, valueOf), evaluate(sides.right, valueOf)];
  if (left === null || right === null) return null;
  return holds(left, identity.relation, right, slackOf(identity)) ? null : { left, right };
}

/**
 * A quotient is typed with two decimals: so far it may be from what is calculated. Sums are exact.
 */
export const ROUNDED = 0.005;

export function slackOf(identity: StatIdentity): number {
  const { left, right } = sidesOf(identity);
  return isDivided(left) || isDivided(right) ? ROUNDED : 0;
}

function isDivided(expression: StatExpression): boolean {
  if (expression.kind === 'product')
    return expression.by.length > 0 || expression.times.some(isDivided);
  if (expression.kind === 'sum') return expression.parts.some(({ of }) => isDivided(of));
  return 'of' in expression && expression.of.some(isDivided);
}

function holds(left: number, relation: Relation, right: number, slack: number): boolean {
  // A hair beyond the half of the last place: what is calculated is no exact decimal.
  const near = slack * (1 + 1e-9);
  switch (relation) {
    case '=':
      return Math.abs(left - right) <= near;
    case '<=':
      return left - right <= near;
    case '>=':
      return right - left <= near;
    case '<':
      return left < right;
    case '>':
      return left > right;
  }
}

/** Whether an identity looks at the period before. */
export function looksBack({ left, right }: StatIdentity): boolean {
  return [...left, ...right].some(({ isPrevious }) => isPrevious);
}

/** Whether it says that sums of columns are the same: of shares and ranks no sum means anything. */
export function isOfSums(identity: StatIdentity): boolean {
  const { left, right } = sidesOf(identity);
  return [left, right].some((side) => side.kind === 'sum' && isLinear(side));
}

/** Every column of a row from those that were typed; null where a part is not known. */
export function withComputed(
  form: StatForm,
  typed: ReadonlyMap<string, number | null>,
): Map<string, number | null> {
  const known = new Map(typed);
  const value = (column: string, seen: readonly string[]): number | null => {
    const before = known.get(column);
    if (before !== undefined) return before;
    // A definition that goes round in circles gives nothing; the plan's own check says so.
    const formula = seen.includes(column) ? null : columnFormula(form, column);
    const found = formula && evaluate(formula, (term) => value(term.column, [...seen, column]));
    known.set(column, found);
    return found;
  };
  return new Map(form.columns.map((column) => [column.code, value(column.code, [])]));
}
