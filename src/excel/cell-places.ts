import { DeskRefused } from '../app/desk';
import type { CellEdit } from '../app/ports';
import { cellName, parseCell, type Position } from '../workbook/address';

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

/** To be read with the next request. */
export function textsOf(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
): Map<string, Excel.Range> {
  const names = new Set(edits.map(({ sheet }) => sheet));
  return new Map(
    [...names].map((name) => {
      const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,formulas');
      return [name, used];
    }),
  );
}

/**
 * What is known of sheets once their texts are read. `passing` are what the written cells held and
 * hold: no texts to know a row by.
 */
export function knownIn(
  texts: ReadonlyMap<string, Excel.Range>,
  passing: ReadonlySet<string>,
): KnownSheets {
  return new Map([...texts].map(([name, used]) => [name, knownOf(used, passing)]));
}

function knownOf(used: Excel.Range, passing: ReadonlySet<string>): Known {
  const known: Known = { rows: [], columns: [] };
  if (used.isNullObject) return known;
  const [rows, columns]: [string[][], string[][]] = [[], []];
  for (const [r, cells] of (used.formulas as unknown[][]).entries())
    for (const [c, value] of cells.entries()) {
      const [row, column] = [used.rowIndex + r, used.columnIndex + c];
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
    const [was, is] = [then.get(edit.sheet)!, now.get(edit.sheet)!];
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
