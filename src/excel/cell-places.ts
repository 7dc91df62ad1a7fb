import { knownAt } from '../known/known';
import { DeskRefused } from '../app/desk-refused';
import type { CellEdit } from '../app/ports';
import { cellName, parseCell, type Position } from '../workbook/address';
import { askingForLess, bytesACell, inReplies, UNKNOWN, type Rows } from './reply-blocks';
import { formulasApart } from './long-texts';

/**
 * Where cells that were written stand by now: people put in rows and columns, or sort. A cell is
 * known by the texts of its row and of its column, what was written or calculated left out; where
 * they stand as they stood it stands too, where both are found once elsewhere it is there, and else
 * nobody can say which cell it is.
 */

/** So many texts from the left tell a row, and from the top a column. */
const TEXTS = 3;

/** The texts by which the rows and columns of a sheet are known. */
interface Known {
  rows: string[];
  columns: string[];
}

export type KnownSheets = ReadonlyMap<string, Known>;

/** What of a sheet is read with the request that asks where it ends: a form, and more. */
const NEAR = 'A1:AD150';
/** Where that is more than a reply holds. */
export const NEARER = 'A1';

/** How texts are read: what of a sheet at first, and whether its formulas hold long texts. */
export interface Reading {
  seen?: typeof NEARER;
  apart?: boolean;
}

interface Block {
  top: number;
  left: number;
  cells: unknown[][];
}

/** The texts of a sheet as they are being read. */
interface Texts {
  apart: boolean;
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  near: Excel.Range;
  blocks: Block[];
}

/**
 * To be read with the next request; then {@link readRest} has what of a large sheet that left out.
 */
export function textsOf(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
  { seen, apart = false }: Reading,
): ReadonlyMap<string, Texts> {
  const names = new Set(edits.map(({ sheet }) => sheet));
  return new Map(
    [...names].map((name) => {
      const worksheet = context.workbook.worksheets.getItem(name);
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      const near = used.getIntersectionOrNullObject(seen ?? NEAR);
      near.load('rowIndex,columnIndex,rowCount,columnCount');
      loadContent(near, apart);
      return [name, { apart, worksheet, used, near, blocks: [] }];
    }),
  );
}

/** No request where the sheets are as small as forms are; else as many as their bytes take. */
export async function readRest(
  context: Excel.RequestContext,
  texts: ReadonlyMap<string, Texts>,
): Promise<void> {
  const rest: (Rows & Pick<Texts, 'blocks' | 'apart'>)[] = [];
  for (const { apart, worksheet, used, near, blocks } of texts.values()) {
    if (used.isNullObject) continue;
    const { rowIndex, columnIndex: left, rowCount, columnCount: width } = used;
    const isAsWide = !near.isNullObject && near.columnCount === width;
    const cells = near.isNullObject ? [] : contentOf(near, apart);
    if (isAsWide) blocks.push({ top: rowIndex, left, cells });
    const [top, bottom] = [rowIndex + (isAsWide ? near.rowCount : 0), rowIndex + rowCount - 1];
    const weight = width * (isAsWide ? bytesACell(cells.flat()) : UNKNOWN);
    if (top <= bottom) rest.push({ worksheet, left, width, top, bottom, weight, blocks, apart });
  }
  const seen = rest.map(({ blocks }) => blocks.length);
  await askingForLess((replyBytes) => {
    rest.forEach(({ blocks }, index) => blocks.splice(seen[index]));
    return inReplies(context, rest, replyBytes, {
      ask: ({ apart }, block) => loadContent(block, apart),
      take: ({ blocks, left, apart }, block, top) => {
        blocks.push({ top, left, cells: contentOf(block, apart) });
      },
    });
  });
  const calculated = [...texts.values()]
    .filter(({ apart }) => apart)
    .flatMap(({ worksheet, blocks }) =>
      blocks.map((of) => ({ of, worksheet, values: of.cells, top: of.top, left: of.left })),
    );
  await formulasApart(context, calculated, ({ cells, top, left }, formulas, row, column) => {
    for (const [r, line] of formulas.entries())
      for (const [c, formula] of line.entries()) cells[row - top + r][column - left + c] = formula;
  });
}

function loadContent(range: Excel.Range, apart: boolean): void {
  if (apart) range.load('values');
  else range.load('formulas');
}

function contentOf(range: Excel.Range, apart: boolean): unknown[][] {
  return apart ? range.values : range.formulas;
}

/**
 * What is known of sheets once their texts are read. `passing` are what the written cells held and
 * hold: no texts to know a row by.
 */
export function knownIn(
  texts: ReadonlyMap<string, Texts>,
  passing: ReadonlySet<string>,
): KnownSheets {
  return new Map([...texts].map(([name, { blocks }]) => [name, knownOf(blocks, passing)]));
}

function knownOf(blocks: readonly Block[], passing: ReadonlySet<string>): Known {
  const [rows, columns]: [string[][], string[][]] = [[], []];
  for (const { top, left, cells: block } of blocks)
    for (const [r, cells] of block.entries())
      for (const [c, value] of cells.entries()) {
        const [row, column] = [top + r, left + c];
        rows[row] ??= [];
        columns[column] ??= [];
        const text = typeof value === 'string' ? value.trim() : '';
        if (text === '' || text.startsWith('=') || passing.has(text)) continue;
        if (rows[row].length < TEXTS) rows[row].push(text);
        if (columns[column].length < TEXTS) columns[column].push(text);
      }
  const joined = (all: string[][]) => Array.from(all, (texts) => (texts ?? []).join('\u0000'));
  return { rows: joined(rows), columns: joined(columns) };
}

/**
 * The same writes where their cells stand now; one whose cell is not known any more refuses all of
 * them, by its name.
 */
export function whereTheyStand(
  edits: readonly CellEdit[],
  then: KnownSheets,
  now: KnownSheets,
): CellEdit[] {
  return edits.map((edit) => {
    const { row, column } = parseCell(edit.cell) as Position;
    const [was, is] = [knownAt(then, edit.sheet), knownAt(now, edit.sheet)];
    const at = [placeOf(row, was.rows, is.rows), placeOf(column, was.columns, is.columns)];
    if (at[0] === null || at[1] === null)
      throw new DeskRefused({
        code: 'cell-moved-since',
        facts: { sheet: edit.sheet, cell: edit.cell },
      });
    return { ...edit, cell: cellName(at[0], at[1]) };
  });
}

function placeOf(index: number, then: readonly string[], now: readonly string[]): number | null {
  const own = then[index] ?? '';
  const isBefore = Array.from(
    { length: index + 1 },
    (_, at) => (then[at] ?? '') === (now[at] ?? ''),
  );
  if (isBefore.every(Boolean)) return index;
  if (own === '') return null;
  const isOnce = (all: readonly string[]) =>
    all.indexOf(own) >= 0 && all.indexOf(own) === all.lastIndexOf(own);
  return isOnce(then) && isOnce(now) ? now.indexOf(own) : null;
}
