import { knownAt } from '../../known/known';
import { isBlank, type CellValue } from '../../workbook/cell';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { isControlLine } from './control-line';
import { gapShares, isGapReason } from './gap-notes';
import { isOfFew } from './indicator-notes';

/** A cell of a report table that says something else when the table is made again. */
export interface TableChange {
  sheet: string;
  /** The row by its code and name. */
  row: string;
  /** The heading over the column. */
  column: string;
  before: CellValue;
  after: CellValue;
}

/** By so many columns a row is known: running number, code, name. */
const LABELS = 3;

/**
 * What changes in a table, row by row; rows and columns that are new or gone are told by their
 * labels alone.
 */
export function tableChanges(before: Sheet, after: Sheet): TableChange[] {
  const headings = headingsOf(after);
  const stood = columnsOf(before, after);
  const old = rowsByLabel(before);
  const changes: TableChange[] = [];
  const said = (row: string, column: string, was: CellValue, now: CellValue) =>
    changes.push({ sheet: after.name, row, column, before: was, after: now });
  for (const [column, earlier] of stood)
    if (earlier === null) said('', knownAt(headings, column), null, '+');
  const known = new Set(stood.values());
  for (const [column, heading] of headingsOf(before))
    if (!known.has(column)) said('', heading, '–', null);
  for (const [label, row] of rowsByLabel(after)) {
    const earlier = old.get(label);
    old.delete(label);
    if (earlier === undefined) {
      said(nameOf(label), '', null, '+');
      continue;
    }
    const columns = new Set([...knownAt(after.rows, row).keys(), ...headings.keys()]);
    for (const column of [...columns].sort((a, b) => a - b)) {
      const now = after.value(row, column);
      if (isLabel(column, now)) continue;
      const from = headings.has(column) ? stood.get(column) : column;
      if (from === null || from === undefined) continue;
      const was = before.value(earlier, from);
      if (!sameValue(was, now)) said(nameOf(label), headings.get(column) ?? '', was, now);
    }
  }
  for (const label of old.keys()) said(nameOf(label), '', '–', null);
  return changes;
}

/** Running numbers follow the rows, and what is part of the label is the same. */
function isLabel(column: number, value: CellValue): boolean {
  return column === 0 || (column < LABELS && typeof value === 'string');
}

/**
 * Where each column of a table stood in an earlier one, by its heading; of several alike by their
 * order. Null: it is new.
 */
function columnsOf(before: Sheet, after: Sheet): Map<number, number | null> {
  const old = new Map<string, number[]>();
  for (const [column, text] of headingsOf(before))
    old.set(keyOf(text), [...(old.get(keyOf(text)) ?? []), column]);
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
