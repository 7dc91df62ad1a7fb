import type { Actor } from '../actor';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { formatMoment } from '../../text/date';
import { isError, type CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { catalogue } from '../rules/catalogue';
import { META_SHEET } from '../template/meta-sheet';

/**
 * The stamp (*Đánh dấu đã kiểm tra*) of a checked form: by which template and rules, what was
 * found, when, and a hash over the input cells. It says whether anything was changed since; it
 * proves nothing of who did it (docs/stamp.md).
 */
export interface Stamp extends Actor {
  template: string;
  /** The version of the rules: the first 8 hex digits over what they find. */
  rules: string;
  errors: number;
  warnings: number;
  /** Warnings that were explained. */
  explained: number;
  /** SHA-256 over the canonical input cells, lower-case hex. */
  hash: string;
  /** By input, the first 8 hex digits over it: tells which were changed. */
  cells: ReadonlyMap<string, string>;
}

/** An input cell by what it is, wherever it stands: "indicator K01 numerator". */
export interface InputCell {
  key: string;
  sheet: string;
  cell: string;
  value: CellValue;
}

/**
 * One spelling of a value that every program saves alike: numbers shortest, texts composed, line
 * ends as "\n".
 */
export function canonical(value: CellValue): string {
  if (value === null || value === '') return '';
  if (isError(value)) return `e:${value.error}`;
  if (typeof value === 'number') return `n:${Object.is(value, -0) ? 0 : value}`;
  if (typeof value === 'boolean') return `b:${value}`;
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return text === '' ? '' : `s:${text}`;
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 over every input that holds something, in the order of their keys. */
export function inputHash(inputs: readonly InputCell[]): string {
  const lines = inputs
    .map(({ key, value }) => [key, canonical(value)])
    .filter(([, value]) => value !== '');
  return digest(JSON.stringify(lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));
}

function cellHash({ key, value }: InputCell): string {
  return digest(`${key}\u0000${canonical(value)}`).slice(0, 8);
}

let version: string | undefined;

export function rulesVersion(): string {
  version ??= digest(
    JSON.stringify(catalogue().map(({ code, severity }) => [code, severity])),
  ).slice(0, 8);
  return version;
}

export type StampFacts = Pick<
  Stamp,
  'template' | 'errors' | 'warnings' | 'explained' | 'who' | 'at'
>;

export function makeStamp(facts: StampFacts, inputs: readonly InputCell[]): Stamp {
  const filled = inputs.filter(({ value }) => canonical(value) !== '');
  return {
    ...facts,
    rules: rulesVersion(),
    hash: inputHash(inputs),
    cells: new Map(filled.map((one) => [one.key, cellHash(one)])),
  };
}

/**
 * What is printed at the foot of every page: a code, for a mark (dấu) would be taken for the
 * office's seal.
 */
export function stampFoot({ hash, at }: Pick<Stamp, 'hash' | 'at'>): string {
  return `Mã kiểm tra ${hash.slice(0, 8)} – ${formatMoment(at)}`;
}

/**
 * Where the meta sheet carries it, under the labels of old forms: under the identity, above the
 * list of a form for all.
 */
const LABELS = { facts: 'Dấu kiểm tra', cells: 'Ô đã đóng dấu' };
const ROW = 5;
const CHUNK = 30_000;
const CHUNK_COLUMNS = 8;

/** The cells of the meta sheet that carry a stamp; a longer one before it is blanked. */
export function stampCells(stamp: Stamp): { row: number; column: number; value: string | null }[] {
  const { cells, ...facts } = stamp;
  const text = JSON.stringify([...cells]);
  const chunks = Array.from({ length: CHUNK_COLUMNS }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  if (text.length > CHUNK * CHUNK_COLUMNS)
    throw new RangeError('more input cells than a stamp holds');
  return [
    { row: ROW, column: 0, value: LABELS.facts },
    { row: ROW, column: 1, value: JSON.stringify(facts) },
    { row: ROW + 1, column: 0, value: LABELS.cells },
    ...chunks.map((chunk, index) => ({
      row: ROW + 1,
      column: 1 + index,
      value: chunk === '' ? null : chunk,
    })),
  ];
}

/** No key of ours is as long; a longer one is none of ours. */
const KEY = 200;

/** Null where there is none, and where what is there cannot be read: then it says nothing. */
export function readStamp(workbook: Workbook): Stamp | null {
  const meta = findSheet(workbook, META_SHEET);
  const facts = meta && labelled(meta, LABELS.facts);
  const cells = meta && labelled(meta, LABELS.cells);
  if (!facts || !cells) return null;
  try {
    const read = JSON.parse(facts) as Partial<Stamp>;
    const list = JSON.parse(cells) as unknown;
    if (typeof read.hash !== 'string' || typeof read.at !== 'string' || !Array.isArray(list))
      return null;
    const pairs = list.filter(
      (one): one is [string, string] =>
        Array.isArray(one) &&
        typeof one[0] === 'string' &&
        one[0].length <= KEY &&
        typeof one[1] === 'string',
    );
    const count = (value: unknown) => (typeof value === 'number' ? value : 0);
    return {
      template: String(read.template ?? ''),
      rules: String(read.rules ?? ''),
      errors: count(read.errors),
      warnings: count(read.warnings),
      explained: count(read.explained),
      who: String(read.who ?? '').slice(0, 200),
      at: read.at.slice(0, 40),
      hash: read.hash,
      cells: new Map(pairs),
    };
  } catch {
    return null;
  }
}

function labelled(meta: Sheet, label: string): string | null {
  for (const [row, cells] of meta.rows) {
    if (row > 40 || cells.get(0)?.value !== label) continue;
    return Array.from({ length: CHUNK_COLUMNS }, (_, index) => meta.value(row, 1 + index))
      .filter((value) => typeof value === 'string')
      .join('');
  }
  return null;
}

/**
 * Inputs that are not as they were stamped, by where they stand now; those that went are named by
 * their key.
 */
export function changedSince(
  stamp: Stamp,
  inputs: readonly InputCell[],
): { cells: string[]; gone: string[] } {
  const now = new Map(inputs.map((one) => [one.key, one]));
  const cells = inputs
    .filter((one) => {
      const then = stamp.cells.get(one.key);
      return then === undefined ? canonical(one.value) !== '' : then !== cellHash(one);
    })
    .map(({ cell }) => cell);
  const gone = [...stamp.cells.keys()].filter((key) => !now.has(key));
  return { cells, gone };
}
