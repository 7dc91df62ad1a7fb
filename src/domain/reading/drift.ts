import { matchKey } from '../../text/normal-form';
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
  textAt: (row: number) => string,
  isFilled: (row: number) => boolean,
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
  // Below the last row nothing follows that would tell whether a row came in, but the line itself.
  const next = lines[above.line + 1];
  if (found.length === 0 || next?.kind !== 'definition') return placed;
  const near = Array.from({ length: NEAR }, (_, below) => textAt(above.row + 1 + below));
  const isLower = near.slice(1).includes(matchKey(next.text));
  // A row of somebody's own that begins with figures is said as such.
  const isRow = near[0] === '' && isFilled(above.row + 1);
  if (!isLower && !isRow && !near[0].startsWith(FOOT))
    placed.push({ text: next.text, row: above.row + 1 });
  return placed;
}

/**
 * Where the lines without a code stand in a form whose rows changed places: each where its words
 * are, wherever that is. One whose words are nowhere stands below its own row, if what stands there
 * is nobody else's; or it is the only one that is missing, and one line is nobody's.
 */
export function linesByText(
  textAt: (row: number) => string,
  firstRow: number,
  lines: readonly FormLine[],
  found: readonly FoundLine[],
): { text: string; row: number }[] {
  const rows = new Map(found.map(({ line, row }) => [line, row]));
  const coded = new Set(rows.values());
  const last = Math.max(...coded) + BELOW;
  const free = new Map<number, string>();
  for (let row = firstRow; row <= last && row < firstRow + SEARCHED; row++)
    if (!coded.has(row)) free.set(row, textAt(row));
  const texts = lines.flatMap(({ code, text }, line) =>
    code === '' && text !== '' ? [{ text, line, key: matchKey(text) }] : [],
  );
  const placed: { text: string; row: number }[] = [];
  const put = ({ text, line }: (typeof texts)[0], row: number | undefined) => {
    if (row === undefined) return;
    free.delete(row);
    placed.push({ text, row });
    left.delete(line);
  };
  const left = new Map(texts.map((one) => [one.line, one]));
  const below = (line: number) => {
    const above = rows.get(line - 1);
    return above !== undefined && free.has(above + 1) ? above + 1 : undefined;
  };
  // Two rows may count the same: each keeps the line below it first.
  for (const one of texts)
    if (free.get(below(one.line) ?? -1) === one.key) put(one, below(one.line));
  for (const one of left.values()) put(one, [...free].find(([, said]) => said === one.key)?.[0]);
  const strangers = [...free].filter(([, said]) => said !== '' && !/^\(\d+\)$/.test(said));
  const only = left.size === 1 && strangers.length === 1 ? strangers[0][0] : undefined;
  for (const one of left.values()) put(one, below(one.line) ?? only);
  return placed;
}

/** So many rows below the last one are looked at. */
const NEAR = 6;
/** The signatures follow at once where a row was taken out. */
const FOOT = 'người lập biểu';
/** What to count stands below the last row. */
const BELOW = 1;
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
