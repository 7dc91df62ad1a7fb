import { sum } from '../decimal/decimal';
import type { TimeRule } from '../measure/time-rule';
import type { Filler, Standing } from './plan';

/**
 * A statistics form (biểu thống kê) as data: columns with a rule over time each, fixed rows, and identities between columns.
 * Biểu số II.06a of Nghị định 09/2019/NĐ-CP's regime is one, the monthly statistics of procedures another.
 */
export interface StatForm extends Standing {
  code: string;
  title: string;
  /** Heading of the column of rows: "Lĩnh vực". */
  rowHeading: string;
  columns: StatColumn[];
  rows: StatRow[];
  identities: StatIdentity[];
  filledBy: Filler[];
}

/**
 * Over time: `flow` is summed, `opening` is the first period's, `stock` the last one's, `computed` follows from other columns and
 * is never typed (column 3 of II.06a added up would count open dossiers again).
 */
export type ColumnOverTime = 'flow' | 'opening' | 'stock' | 'computed';

/** Which base periods of a longer one a column is made of; a computed one adds up what its parts are. */
export function columnTimeRule(overTime: ColumnOverTime): TimeRule {
  return { flow: 'sum', opening: 'first', stock: 'last', computed: 'sum' }[overTime] as TimeRule;
}

export interface StatColumn {
  /** As printed in the row of column numbers, without brackets: "3". */
  code: string;
  /** Heading over several columns, "" when none. */
  group: string;
  name: string;
  unit: string;
  overTime: ColumnOverTime;
}

export interface StatRow {
  key: string;
  /** Title of a block of rows, "" when none; each block has its subtotal. */
  group: string;
  name: string;
}

/** One side of an identity: a sum of columns, each of this period or of the one before. */
export interface StatTerm {
  column: string;
  isPrevious: boolean;
}

export interface StatIdentity {
  /** As the owner wrote it: "3 = 4 + 5 + 6", "6 = 11 kỳ trước". */
  text: string;
  left: StatTerm[];
  relation: '=' | '<=';
  right: StatTerm[];
}

/** Null when the text is no identity: sums of column numbers on both sides of "=" or "≤". */
export function parseStatIdentity(text: string): StatIdentity | null {
  const match = /^([^=<≤]+)(=|<=|≤)([^=<≤]+)$/.exec(text.normalize('NFC').trim());
  if (!match) return null;
  const [left, right] = [readSum(match[1]), readSum(match[3])];
  if (!left || !right) return null;
  return { text: text.normalize('NFC').trim(), left, relation: match[2] === '=' ? '=' : '<=', right };
}

function readSum(text: string): StatTerm[] | null {
  const terms: StatTerm[] = [];
  for (const part of text.split('+')) {
    const match = /^\s*\(?([0-9A-Za-z.]+)\)?(\s+kỳ trước)?\s*$/i.exec(part);
    if (!match) return null;
    terms.push({ column: match[1], isPrevious: match[2] !== undefined });
  }
  return terms;
}

/** The columns people type. */
export function inputColumns(form: StatForm): StatColumn[] {
  return form.columns.filter((column) => column.overTime !== 'computed');
}

/** What a computed column is the sum of; every one has such an identity once the plan was read. */
export function partsOf(form: StatForm, column: string): string[] {
  const own = form.identities.find((one) => defines(one, column));
  return own ? own.right.map((term) => term.column) : [];
}

/** The typed columns behind a column: itself, or what its sum comes from in the end. */
export function typedParts(form: StatForm, column: string): string[] {
  const parts = form.columns.find(({ code }) => code === column)?.overTime === 'computed' ? partsOf(form, column) : [];
  return parts.length === 0 ? [column] : parts.flatMap((part) => typedParts(form, part));
}

export function defines(identity: StatIdentity, column: string): boolean {
  const { left, relation, right } = identity;
  const isSum = relation === '=' && left.length === 1 && !left[0].isPrevious && left[0].column === column;
  return isSum && right.every((term) => !term.isPrevious);
}

/** The identities that have to be checked: those that define a computed column hold by themselves. */
export function checkedIdentities(form: StatForm): StatIdentity[] {
  const defining = new Set(
    form.columns
      .filter((column) => column.overTime === 'computed')
      .map((column) => form.identities.find((one) => defines(one, column.code))),
  );
  return form.identities.filter((one) => !defining.has(one));
}

/** Both sides of an identity that does not hold; null where it does, and where a part of it is not known. */
export function brokenSides(
  { left, relation, right }: StatIdentity,
  valueOf: (term: StatTerm) => number | null,
): { left: number; right: number } | null {
  const [a, b] = [left.map(valueOf), right.map(valueOf)];
  if (a.includes(null) || b.includes(null)) return null;
  const sides = { left: sum(a as number[]), right: sum(b as number[]) };
  const holds = relation === '=' ? sides.left === sides.right : sides.left <= sides.right;
  return holds ? null : sides;
}

/** Whether an identity looks at the period before. */
export function looksBack({ left, right }: StatIdentity): boolean {
  return [...left, ...right].some(({ isPrevious }) => isPrevious);
}

/** Every column of a row from those that were typed; null where a part is not known. */
export function withComputed(form: StatForm, typed: ReadonlyMap<string, number | null>): Map<string, number | null> {
  const known = new Map(typed);
  const value = (column: string, seen: readonly string[]): number | null => {
    const before = known.get(column);
    if (before !== undefined) return before;
    // A definition that goes round in circles gives nothing; the plan's own check says so.
    const parts = seen.includes(column) ? [] : partsOf(form, column);
    const values = parts.map((part) => value(part, [...seen, column]));
    const total = parts.length === 0 || values.includes(null) ? null : sum(values as number[]);
    known.set(column, total);
    return total;
  };
  return new Map(form.columns.map((column) => [column.code, value(column.code, [])]));
}
