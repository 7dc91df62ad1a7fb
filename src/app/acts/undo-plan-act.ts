import { periodLabel, periodOf, type Period } from '../../domain/period/period';
import { expectedTiles, type Confirmation, type PathChoice } from '../../domain/plan/plan';
import { CONFIRMATIONS, PATHS } from '../../domain/plan/plan-tables';
import { PATH_HEADING } from '../../domain/plan/two-paths';
import { confirmedWords, namesWords } from '../../domain/plan/words';
import { readTable } from '../../domain/table/table';
import { findSheet } from '../../workbook/workbook';
import { addPaths } from '../add-paths';
import { readDesk, readDeskAnd, type Desk } from '../desk';
import { DeskRefused } from '../desk-refused';
import { inTurn } from '../in-turn';
import type { CellEdit, Undo, WorkbookPort } from '../ports';
import { mustBeOpenStill } from './locked-meanwhile';
import { actedSince, basePeriods, isWrittenAnew } from './taking-back';

/** What a person said about the plan, as its own sheets keep it, taken back in any window. */

/** The words of a yes in the row it is about, and of the question as it stood. */
const SAID: Readonly<Record<string, { yes: string; open: string }>> = {
  'Xác nhận': { yes: confirmedWords.write('yes'), open: confirmedWords.write('no') },
  'Định nghĩa tử, mẫu': { yes: namesWords.write('no'), open: namesWords.write('yes') },
};

/** The row asks again, and nobody is named for it. */
export async function undoConfirmation(port: WorkbookPort, kept: Confirmation): Promise<Undo> {
  const { desk, beside } = await readDeskAnd(port, []);
  const { confirmations } = desk.plan;
  const own = confirmations.findLast((one) => keyOf(one) === keyOf(kept));
  if (!own) throw new DeskRefused({ code: 'undo-gone', facts: {} });
  const rest = confirmations.filter((one) => one !== own);
  // A question that was asked beside a row, and not of it, stays as a question.
  const isOfRow = own.heading in SAID || own.heading === PATH_HEADING;
  const asked = isOfRow ? rest : [...rest, { ...own, who: '', day: null }];
  const edits = backInRow(own, findSheet(beside, own.table));
  return inTurn([
    ...(edits.length > 0 ? [() => port.editCells(edits)] : []),
    () => port.replaceSheets([CONFIRMATIONS.write(asked)], undefined, desk.lastWrites),
  ]);
}

/** Which of several rows of one code was confirmed nobody can tell: then it is refused. */
function backInRow(
  { table, code, heading }: Confirmation,
  sheet: ReturnType<typeof findSheet>,
): CellEdit[] {
  const words = SAID[heading];
  if (!words || !sheet) return [];
  const { rows } = readTable(sheet, ['Mã', 'Mã chỉ tiêu', heading]);
  const cells = rows
    .filter((row) => [row.get('Mã').text, row.get('Mã chỉ tiêu').text].includes(code))
    .map((row) => row.get(heading));
  const said = cells.filter(({ text }) => text === words.yes);
  // Broken off after the cell: only the name is left to be taken back.
  if (said.length === 0 && cells.some(({ text }) => text === words.open)) return [];
  if (said.length !== 1)
    throw new DeskRefused({ code: 'doubt-changed', facts: { sheet: table, row: code } });
  return [{ sheet: said[0].sheet, cell: said[0].cell, value: words.open }];
}

function keyOf({ table, code, heading, question, who, day }: Confirmation): string {
  return JSON.stringify([table, code, heading, question, who, day]);
}

/** Choices made at once; a period that was locked with one of them keeps it. */
export async function undoPaths(port: WorkbookPort, kept: readonly PathChoice[]): Promise<Undo> {
  const { desk: before } = await readDeskAnd(port, []);
  const { plan, lastWrites } = before;
  const own = new Set(kept.map((one) => JSON.stringify(one)));
  const paths = plan.paths ?? [];
  const rest = paths.filter((one) => !own.has(JSON.stringify(one)));
  if (rest.length === paths.length) throw new DeskRefused({ code: 'undo-gone', facts: {} });
  const tiles = mustBeOpen(before, kept);
  const exact = await port.replaceSheets([PATHS.write(rest)], undefined, lastWrites);
  const after = await readDesk(port);
  for (const { id } of tiles) await mustBeOpenStill(port, id, { before, after }, exact);
  // To have them again changes what is counted as much.
  return async () => {
    mustBeOpen(await readDesk(port), kept);
    await exact();
  };
}

/** The same by the very write, as long as its sheet was not written anew since. */
export function takingBackPaths(
  port: WorkbookPort,
  kept: readonly PathChoice[],
  exact: Undo,
): Undo {
  return async () => {
    const before = await readDesk(port);
    const tiles = mustBeOpen(before, kept);
    try {
      await exact();
    } catch (error) {
      if (!isWrittenAnew(error)) throw error;
      await undoPaths(port, kept);
      return;
    }
    const after = await readDesk(port);
    const haveAgain = async () => void (await addPaths(port, await readDeskAnd(port, []), kept));
    for (const { id } of tiles) await mustBeOpenStill(port, id, { before, after }, haveAgain);
  };
}

/** The base periods of choices, none of them locked; else by whom. */
function mustBeOpen({ plan, locked, acts }: Desk, kept: readonly PathChoice[]): Period[] {
  const held = new Set(kept.map(({ period }) => period));
  // A row that a person wrote may be of a quarter, of which a month alone is locked.
  const tiles = [...held].flatMap((id) => expectedTiles(plan, periodOf(id)));
  const shut = tiles.find(({ id }) => locked.has(id));
  if (!shut) return tiles;
  const lock = acts.findLast(
    ({ kind, period }) => kind === 'locked' && basePeriods(plan, period).has(shut.id),
  );
  const facts = { period: periodLabel(shut) };
  throw new DeskRefused(lock ? actedSince(lock) : { code: 'period-is-locked', facts });
}

/** Those of one person, moment and path were chosen at once. */
export function pathsAtOnce(paths: readonly PathChoice[]): PathChoice[][] {
  const groups = new Map<string, PathChoice[]>();
  for (const one of paths) {
    const key = JSON.stringify([one.who, one.day, one.at, one.path]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Of the plan's acts those a person put their name to. */
export function namedIn({ plan }: Pick<Desk, 'plan'>): Confirmation[] {
  return plan.confirmations.filter(({ who }) => who !== '');
}
