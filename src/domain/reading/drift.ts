import { columnName } from '../../workbook/address';
import type { FormLine } from '../template/form-lines';
import type { Header } from './find-header';
import type { Drift } from '../finding/finding';
import { headingOf, type FormKind } from './form-kind';

/** Columns that moved, came or went. */
export function columnDrift<Key extends string>(
  { columns }: Header<Key>,
  kind: FormKind<Key>,
): Drift[] {
  const present = kind.columns.flatMap(({ key }) => {
    const at = columns.get(key);
    return at === undefined ? [] : [{ key, at }];
  });
  // As they were issued, as nearly all are: each beside the one before it.
  const isWhole = present.length === kind.columns.length && columns.size === present.length;
  if (isWhole && present.every(({ at }, index) => at === index)) return [];
  const inOrder = new Set(longestRising(present.map(({ at }) => at)));
  const moved = present.filter((_, index) => !inOrder.has(index));
  const taken = new Set(columns.values());
  const last = Math.max(...taken);
  const foreign = Array.from({ length: last }, (_, column) => column).filter(
    (column) => !taken.has(column),
  );
  return [
    ...moved.map(({ key, at }): Drift => ({
      kind: 'column-moved',
      column: headingOf(kind, key),
      to: columnName(at),
    })),
    ...runsOf(foreign).map(([from, to]): Drift => ({
      kind: 'columns-inserted',
      first: columnName(from),
      last: columnName(to),
    })),
    ...kind.columns
      .filter(({ key }) => !columns.has(key))
      .map(({ key }): Drift => ({ kind: 'column-removed', column: headingOf(kind, key) })),
  ];
}

/** Neighbouring numbers as first and last. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** A row of the form that was found, in the order of the form. */
export interface FoundLine {
  /** Its place among the lines of the form. */
  line: number;
  row: number;
}

export interface RowDrift {
  drifts: Drift[];
  /** Places among the found lines of rows that are not in the form's order. */
  disordered: number[];
}

/** Where the headings of a form were issued, and how many rows they take. */
export interface HeaderPlace {
  row: number;
  height: number;
}

/** Rows that came, went or stand in another order, by where the rows with a code stand. */
export function rowDrift<Key extends string>(
  header: Header<Key>,
  lines: readonly FormLine[],
  found: readonly FoundLine[],
  isForeign: (row: number) => boolean,
  issued: HeaderPlace,
): RowDrift {
  const drifts: Drift[] = [];
  const first = header.row + issued.height;
  if (header.row !== issued.row) drifts.push({ kind: 'header-moved', row: header.row + 1 });
  const inOrder = new Set(longestRising(found.map(({ row }) => row)));
  const disordered = found.map((_, index) => index).filter((index) => !inOrder.has(index));
  // Where rows changed places nobody can say which gap is whose.
  if (disordered.length > 0 || lines.length === 0) return { drifts, disordered };
  let expected = { line: -1, row: first - 1 };
  for (const one of found) {
    const gap = one.row - expected.row - (one.line - expected.line);
    if (gap > 0) drifts.push(...insertedBetween(expected.row, one.row, gap, isForeign));
    else if (gap < 0) drifts.push({ kind: 'rows-removed', row: one.row + 1, count: -gap });
    expected = one;
  }
  return { drifts, disordered };
}

/**
 * Where the lines without a code stand, by the rows with one above and below them: told only where
 * between these two, or from the headings to the first, nothing came in or went.
 */
export function linesBetween<Key extends string>(
  header: Header<Key>,
  lines: readonly FormLine[],
  found: readonly FoundLine[],
): { text: string; row: number }[] {
  const placed: { text: string; row: number }[] = [];
  let above = { line: -1, row: header.row + 2 };
  for (const below of found) {
    if (below.row - above.row === below.line - above.line)
      for (let line = above.line + 1; line < below.line; line++)
        if (lines[line].code === '')
          placed.push({ text: lines[line].text, row: above.row + line - above.line });
    above = below;
  }
  return placed;
}

const SEARCHED = 1000;

/**
 * The rows that are none of the form's where these are as many as came in; else the last ones
 * before the next row.
 */
function insertedBetween(
  above: number,
  below: number,
  count: number,
  isForeign: (row: number) => boolean,
): Drift[] {
  // Nobody looks for one row among a hundred thousand blank ones.
  if (below - above > SEARCHED)
    return [{ kind: 'rows-inserted', first: below - count + 1, last: below }];
  const between = Array.from({ length: below - above - 1 }, (_, index) => above + 1 + index);
  const foreign = between.filter(isForeign);
  const rows = foreign.length === count ? foreign : between.slice(-count);
  return runsOf(rows).map(([first, last]) => ({
    kind: 'rows-inserted',
    first: first + 1,
    last: last + 1,
  }));
}

/** Places of a longest strictly rising run of numbers, not necessarily neighbours. */
export function longestRising(numbers: readonly number[]): number[] {
  if (numbers.every((value, index) => index === 0 || value > numbers[index - 1]))
    return numbers.map((_, index) => index);
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]] < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1] : -1;
    tails[low] = index;
  });
  const rising: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]) rising.unshift(index);
  return rising;
}
