import { knownAt } from '../../known/known';
import { isBlank, type CellValue } from '../../workbook/cell';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { isControlLine } from './control-line';
import { gapShares, isGapReason } from './gap-notes';
import { isOfFew } from './indicator-notes';
import { sameRows } from './same-rows';

/** A cell of a report table that says something else when the table is made again. */
export interface TableChange {
  sheet: string;
  /** The row by its code and name. */
  row: string;
  /** The heading over the column. */
  column: string;
  before: CellValue;
  after: CellValue;
  /** What is called otherwise, and no figure of it. */
  isName?: true;
}

/** By so many columns a row is known: running number, code, name. */
const LABELS = 3;

/**
 * What changes in a table, row by row; rows and columns that are new or gone are told by their
 * labels alone. What is called otherwise now is the row it was, and its name is told as a change:
 * `renamed` is what the columns were called and are called now.
 */
export function tableChanges(
  before: Sheet,
  after: Sheet,
  renamed: ReadonlyMap<string, string> = NONE,
): TableChange[] {
  const stood = columnsOf(before, after, renamed);
  const columns = { stood, headings: headingsOf(after) };
  const at = after.name;
  const [old, now] = [rowsByLabel(before), rowsByLabel(after)];
  const same = sameRows([...old.keys()], [...now.keys()]);
  const kept = new Set(same.values());
  return [
    ...columnChanges(before, after, stood),
    ...renamedColumns(before, after, stood),
    ...[...now].flatMap(([label, row]) => {
      const earlier = old.get(same.get(label) ?? '');
      return earlier === undefined
        ? [come(at, nameOf(label), '')]
        : cellChanges(
            { sheet: before, row: earlier },
            { sheet: after, row },
            columns,
            nameOf(label),
          );
    }),
    ...[...old.keys()].flatMap((label) => (kept.has(label) ? [] : [gone(at, nameOf(label), '')])),
  ];
}

type Stood = ReadonlyMap<number, number | null>;

function come(sheet: string, row: string, column: string): TableChange {
  return { sheet, row, column, before: null, after: '+' };
}

function gone(sheet: string, row: string, column: string): TableChange {
  return { sheet, row, column, before: '–', after: null };
}

function columnChanges(before: Sheet, after: Sheet, stood: Stood): TableChange[] {
  const headings = headingsOf(after);
  const known = new Set(stood.values());
  return [
    ...[...stood].flatMap(([column, earlier]) =>
      earlier === null ? [come(after.name, '', knownAt(headings, column))] : [],
    ),
    ...[...headingsOf(before)].flatMap(([column, heading]) =>
      known.has(column) ? [] : [gone(after.name, '', heading)],
    ),
  ];
}

interface RowOfSheet {
  sheet: Sheet;
  row: number;
}

/** The cells of a row that say something else. */
function cellChanges(
  was: RowOfSheet,
  { sheet, row }: RowOfSheet,
  { stood, headings }: { stood: Stood; headings: ReadonlyMap<number, string> },
  name: string,
): TableChange[] {
  const columns = new Set([...knownAt(sheet.rows, row).keys(), ...headings.keys()]);
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column): TableChange[] => {
      const from = headings.has(column) ? stood.get(column) : column;
      // Running numbers follow the rows.
      if (column === 0 || from === null || from === undefined) return [];
      const [before, after] = [was.sheet.value(was.row, from), sheet.value(row, column)];
      if (sameValue(before, after)) return [];
      const change = { sheet: sheet.name, row: name, column: headings.get(column) ?? '' };
      const isName = isLabel(column, after) ? { isName: true as const } : {};
      return [{ ...change, before, after, ...isName }];
    });
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What rows were called and are called now, of those that are the same by another label. */
export function renamedRows(before: Sheet, after: Sheet): Map<string, string> {
  const [old, now] = [rowsByLabel(before), rowsByLabel(after)];
  const renamed = new Map<string, string>();
  for (const [label, was] of sameRows([...old.keys()], [...now.keys()])) {
    if (label === was) continue;
    for (let column = 1; column < LABELS; column++) {
      const [from, to] = [
        before.value(knownAt(old, was), column),
        after.value(knownAt(now, label), column),
      ];
      if (typeof from === 'string' && typeof to === 'string' && from !== to) renamed.set(from, to);
    }
  }
  return renamed;
}

/** Each heading over columns that are the same and called otherwise, once. */
function renamedColumns(before: Sheet, after: Sheet, stood: Stood): TableChange[] {
  const [was, now] = [headingsOf(before), headingsOf(after)];
  const named = new Map<string, string>();
  for (const [column, from] of stood) {
    if (from === null) continue;
    const [old, fresh] = [knownAt(was, from), knownAt(now, column)];
    if (keyOf(old) !== keyOf(fresh)) named.set(overOf(fresh), overOf(old));
  }
  return [...named].map(([column, from]) => {
    return { sheet: after.name, row: '', column, before: from, after: column, isName: true };
  });
}

function overOf(heading: string): string {
  return heading.replace(/: [^:]*$/u, '');
}

/** By such a text in its first columns a row is known. */
function isLabel(column: number, value: CellValue): boolean {
  return column < LABELS && typeof value === 'string';
}

/**
 * Where each column of a table stood in an earlier one, by its heading; of several alike by their
 * order. Null: it is new.
 */
function columnsOf(
  before: Sheet,
  after: Sheet,
  renamed: ReadonlyMap<string, string>,
): Map<number, number | null> {
  const old = new Map<string, number[]>();
  for (const [column, text] of headingsOf(before)) {
    const key = calledNow(keyOf(text), renamed);
    old.set(key, [...(old.get(key) ?? []), column]);
  }
  return new Map(
    [...headingsOf(after)].map(([column, text]) => [column, old.get(keyOf(text))?.shift() ?? null]),
  );
}

/**
 * A heading as it is compared. Over the columns of an indicator its code stood once, and of those
 * that are called alike stands what they are under now: these tell no other column.
 */
function keyOf(heading: string): string {
  return heading.replace(/^[A-ZĐ][A-ZĐ0-9-]*\d*\. /, '').replace(/ \([^:]*\)(?=: )/, '');
}

function calledNow(heading: string, renamed: ReadonlyMap<string, string>): string {
  const over = overOf(heading);
  const now = renamed.get(over);
  return now === undefined ? heading : now + heading.slice(over.length);
}

/**
 * Where a cell of one table stands in another of its kind, by the labels of its row and the heading
 * of its column; null for none.
 */
export function sameCell(from: Sheet, at: Place, to: Sheet): Place | null {
  const label = [...rowsByLabel(from)].find(([, row]) => row === at.row)?.[0];
  const heading = headingsOf(from).get(at.column);
  const row = label === undefined ? undefined : rowsByLabel(to).get(label);
  // Headings come again where a table has the same parts for each indicator: the same of them by
  // their order.
  const alike = (table: Sheet) =>
    [...headingsOf(table)]
      .filter(([, text]) => heading !== undefined && keyOf(text) === keyOf(heading))
      .map(([column]) => column);
  const column = heading === undefined ? undefined : alike(to)[alike(from).indexOf(at.column)];
  return row === undefined || column === undefined ? null : { row, column };
}

interface Place {
  row: number;
  column: number;
}

/** Rows under the headings that begin with a text. */
function rowsByLabel(sheet: Sheet): Map<string, number> {
  const top = numberingRow(sheet);
  const rows = new Map<string, number>();
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    if (row <= top) continue;
    const texts = Array.from({ length: LABELS }, (_, column) => sheet.value(row, column));
    const said = texts.filter((text) => typeof text === 'string' && text !== '').join('\u0000');
    if (said === '' || isControlLine(said) || isGapReason(said) || isOfFew(said)) continue;
    const label = gapShares(said);
    // Of rows that say the same, each is the one of its order.
    let own = label;
    for (let time = 2; rows.has(own); time++) own = `${label}\u0000(${time})`;
    rows.set(own, row);
  }
  return rows;
}

/** The row "(1) (2) (3)…" under the headings. */
function numberingRow(sheet: Sheet): number {
  return [...sheet.rows.keys()].find((row) => sheet.value(row, 0) === '(1)') ?? -1;
}

function headingsOf(sheet: Sheet): Map<number, string> {
  const bottom = numberingRow(sheet);
  const headings = new Map<number, string>();
  let over = '';
  for (const column of [...(sheet.rows.get(bottom)?.keys() ?? [])].sort((a, b) => a - b)) {
    const [top, sub] = [sheet.value(bottom - 2, column), sheet.value(bottom - 1, column)];
    // A blank cell is "" as it is laid out and nothing as Excel has it.
    const isTwoRows = typeof sub === 'string' && !isBlank(sheet.value(bottom - 2, 0));
    if (typeof top === 'string' && top !== '') over = top;
    headings.set(column, isTwoRows ? `${over}: ${sub}` : String(sub || over));
  }
  return headings;
}

function nameOf(label: string): string {
  return label.split('\u0000').join(' – ').slice(0, 120);
}
