import { knownCell } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import { sameValue } from '../../workbook/same-value';
import type { Sheet } from '../../workbook/sheet';
import { findSheet } from '../../workbook/workbook';
import {
  readFilling,
  writeFilling,
  type FilledCell,
  type KeptFilling,
} from '../../domain/own-layout/filled-table';
import { boundFinder } from '../../domain/own-layout/find-bound';
import { FILLED_SHEET, isOwnFormula } from '../../domain/own-layout/own-sheets';
import { DeskRefused } from '../desk-refused';
import { inTurn } from '../in-turn';
import { inParts } from '../own-layout';
import type { CellEdit, Undo, WorkbookPort } from '../ports';

/** The last *Điền biểu*, as the workbook itself keeps it; null where there is none. */
export async function keptFilling(port: WorkbookPort): Promise<KeptFilling | null> {
  return readFilling(await port.readSheets([FILLED_SHEET]));
}

/**
 * Every cell gets back what stood in it, wherever its row and its column stand by now; where one
 * is not known any more, or somebody has put something else there, it is named and nothing is
 * taken back.
 */
export async function undoFilling(
  port: WorkbookPort,
  kept: Pick<KeptFilling, 'at' | 'who'>,
): Promise<Undo> {
  const { lastWrites, ...log } = await port.readSheets([FILLED_SHEET]);
  const filling = readFilling(log);
  if (!filling || filling.at !== kept.at || filling.who !== kept.who)
    throw new DeskRefused({ code: 'undo-gone', facts: {} });
  const names = [...new Set(filling.cells.map(({ sheet }) => sheet))];
  const standing = await port.readSheets(names, names);
  const edits = names.flatMap((name) => {
    const own = filling.cells.filter(({ sheet }) => sheet === name);
    return editsOn(own, findSheet(standing, name));
  });
  return inTurn([
    ...inParts(edits).map((part) => () => port.editCells(part)),
    () => port.replaceSheets([writeFilling({ ...filling, cells: [] })], undefined, lastWrites),
  ]);
}

function editsOn(cells: readonly FilledCell[], sheet: Sheet | undefined): CellEdit[] {
  const find = sheet && boundFinder(sheet);
  const found = cells.map((one) => {
    if (one.label === '') return { one, at: null };
    const place = find?.(one);
    if (place?.state === 'stands') return { one, at: one.cell };
    if (place?.state === 'moved') return { one, at: place.place.cell };
    return refuse('cell-moved-since', one);
  });
  // A cell without texts of its own is where it was as long as all the others are.
  const isMoved = found.some(({ one, at }) => at !== null && at !== one.cell);
  return found.map(({ one, at }) => {
    if (!sheet || (at === null && isMoved)) return refuse('cell-moved-since', one);
    const cell = at ?? one.cell;
    if (!isAsLeft(sheet, cell, one)) return refuse('cell-written-since', { ...one, cell });
    const { before, format } = one;
    return { sheet: sheet.name, cell, ...before, ...(format === '' ? {} : { format }) };
  });
}

/** As the filling left it, or as it was before. */
function isAsLeft(sheet: Sheet, cell: string, { formula: written, before }: FilledCell): boolean {
  const { row, column } = knownCell(cell);
  const { value = null, formula } = sheet.cell(row, column) ?? {};
  const isBack =
    formula === before.formula && (formula !== undefined || sameValue(value, before.value));
  if (isBack) return true;
  if (written === '') return formula === undefined && isBlank(value);
  return formula !== undefined && isOwnFormula(formula);
}

function refuse(
  code: 'cell-moved-since' | 'cell-written-since',
  { sheet, cell }: Pick<FilledCell, 'sheet' | 'cell'>,
): never {
  throw new DeskRefused({ code, facts: { sheet, cell } });
}
