import { knownAt } from '../../known/known';
import { Cancelled, type Progress } from '../../app/ports';
import { quoteSheet } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { Requests } from '../requests';
import { mark, passingName } from '../write-mark';
import { inPlace, writeCells, writeLooks } from '../write-sheet';
import type { Write } from './write';

/** Bytes of one small action in a request. */
export const ACTION = 400;

/** The sheets of a write as they stand hidden under passing names. */
export type Staged = ReadonlyMap<string, { worksheet: Excel.Worksheet; passing: string }>;

/** Puts up an empty hidden sheet for each; with the first request. */
export function putUp({ workbook }: Excel.RequestContext, { id, sheets }: Write): Staged {
  return new Map(
    sheets.map(({ name }, index) => {
      const passing = passingName(id, index + 1);
      const worksheet = workbook.worksheets.add(passing);
      worksheet.visibility = 'Hidden';
      mark(worksheet, id);
      return [name, { worksheet, passing }];
    }),
  );
}

/**
 * Writes the sheets where nobody sees them. Figures first: they refer to nothing, so that what
 * stands need not be known yet; `look` takes it down as soon as a request has gone.
 */
export async function stage(
  write: Write,
  staged: Staged,
  requests: Requests,
  look: () => Promise<void>,
  progress?: Progress,
): Promise<void> {
  const { sheets } = write;
  const inOrder = [...sheets].sort((a, b) => Number(hasFormulas(a)) - Number(hasFormulas(b)));
  for (const [index, sheet] of inOrder.entries()) {
    if (progress?.cancelled) throw new Cancelled();
    progress?.step(index, sheets.length, sheet.name);
    await requests.breathe();
    if (hasFormulas(sheet)) await look();
    const { worksheet } = knownAt(staged, sheet.name);
    const cells = hasFormulas(sheet) ? referringTo(sheet, comingIn(write, staged)) : sheet;
    await writeCells(inPlace(worksheet), cells, 0, requests);
    if (requests.hasSent) await look();
    await requests.breathe();
    await writeLooks(worksheet, sheet, requests);
  }
  await requests.breathe();
  await look();
}

/** The passing names of the sheets that nothing stands under yet. */
function comingIn({ standing }: Write, staged: Staged): Map<string, string> {
  const coming = [...staged].filter(([name]) => !standing.has(name));
  return new Map(coming.map(([name, { passing }]) => [name, passing]));
}

function hasFormulas(sheet: Sheet): boolean {
  for (const cells of sheet.rows.values())
    for (const cell of cells.values()) if (cell.formula !== undefined) return true;
  return false;
}

/** The sheet with formulas that refer to new sheets of the same write under their passing names. */
function referringTo(sheet: Sheet, passing: ReadonlyMap<string, string>): Sheet {
  const copy = new Sheet(sheet.name);
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      let { formula } = cell;
      for (const [name, temporary] of passing)
        formula = formula?.replaceAll(`${quoteSheet(name)}!`, `${quoteSheet(temporary)}!`);
      copy.set(row, column, formula === undefined ? cell : { ...cell, formula });
    }
  }
  return copy;
}
