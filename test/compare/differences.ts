import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../src/workbook/address';
import type { Sheet } from '../../src/workbook/sheet';
import type { Workbook } from '../../src/workbook/workbook';
import { readForEditing } from '../../src/xlsx/read/for-editing';

/** What is told of one file at most. */
const TOLD = 12;
/** When something was done is another moment on either side. */
const MOMENT =
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?|\d\d:\d\d(:\d\d)? \d\d\/\d\d\/\d{4}/g;

/**
 * The files of two folders, held against one another: a hash first, then line by line, or cell by
 * cell of a workbook.
 */
export function differencesOf(
  now: string,
  then: string,
): { answers: number; differences: string[] } {
  const names = [...new Set([...filesIn(now), ...filesIn(then)])].sort();
  const [own, other] = [now, then].map((folder) => new Set(filesIn(folder)));
  const differences = names.flatMap((name): string[] => {
    if (!own.has(name) || !other.has(name))
      return [`${name}: only ${own.has(name) ? 'now' : 'then'}`];
    const [a, b] = [now, then].map((folder) => readFileSync(join(folder, name)));
    if (hashOf(a) === hashOf(b)) return [];
    const [x, y] = [a, b].map((bytes) => linesOf(name, bytes));
    const found = [...new Set([...x.keys(), ...y.keys()])].filter((at) => x.get(at) !== y.get(at));
    const told = found
      .slice(0, TOLD)
      .map((at) => `${name} ${at}\n  now:  ${x.get(at)}\n  then: ${y.get(at)}`);
    return found.length > TOLD ? [...told, `${name}: ${found.length - TOLD} more`] : told;
  });
  return { answers: names.length, differences };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a file says, by the place it says it at. */
function linesOf(name: string, bytes: Uint8Array): Map<string, string> {
  if (name.endsWith('.xlsx')) {
    const opened = readForEditing(new Uint8Array(bytes));
    return opened.ok ? cellsOf(opened.value.workbook) : new Map([['', opened.refusal.code]]);
  }
  const text = Buffer.from(bytes).toString('utf8').replace(MOMENT, '…');
  if (!name.endsWith('.json'))
    return new Map(text.split('\n').map((line, at) => [`line ${at + 1}`, line]));
  return new Map(leavesOf(JSON.parse(text), ''));
}

function leavesOf(value: unknown, at: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[at, JSON.stringify(value)]];
  const keys = Object.entries(value);
  return keys.length === 0
    ? [[at, '{}']]
    : keys.flatMap(([key, own]) => leavesOf(own, `${at}/${key}`));
}

/** Everything a workbook holds, but for when it was written. */
function cellsOf(workbook: Workbook): Map<string, string> {
  const { sheets, names, properties } = workbook;
  return new Map([
    ['sheets', sheets.map(({ name }) => name).join(', ')],
    ['names', told([...names])],
    ['properties', told([...properties])],
    ...sheets.flatMap(sheetCells),
  ]);
}

function sheetCells(sheet: Sheet): [string, string][] {
  const { name, rows, ...rest } = sheet;
  const around = Object.entries(rest).map(([what, value]): [string, string] => [
    `${name} ${what}`,
    told(plain(value)),
  ]);
  const cells = [...rows].flatMap(([row, own]) =>
    [...own].map(([column, cell]): [string, string] => [
      `${name}!${cellName(row, column)}`,
      told(cell),
    ]),
  );
  return [...around, ...cells];
}

function plain(value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

function told(value: unknown): string {
  return JSON.stringify(value).replace(MOMENT, '…');
}
