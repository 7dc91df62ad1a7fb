import type { FigureSource } from '../domain/report/figure-row';
import type { Submission } from '../domain/submission/submission';
import { parseArea, parseCell, type Area } from '../workbook/address';
import { isBlank, valueBy1900 } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { ADJUSTED } from './enter-adjustment';
import { DeskRefused } from './desk-refused';
import { findOriginal } from './find-original';
import type { ReceivedFile, WorkbookReader } from './ports';

/** A received file that is at hand, with the SHA-256 of its bytes. */
export interface FileAtHand {
  hash: string;
  source: ReceivedFile;
}

/**
 * From a figure to the file itself: what stands between them.
 *
 * - `none`: nobody has sent a form that says it.
 * - `told`: it was entered for the agency (Nhập hộ); there is no file.
 * - `file`: the submission it was read from.
 */
export type FigureOrigin =
  | { kind: 'none' }
  | { kind: 'told' }
  | { kind: 'file'; submission: Submission };

export function originOf(ledger: readonly Submission[], source: FigureSource): FigureOrigin {
  if (source.file === '') return { kind: 'none' };
  if (source.sheet === ADJUSTED) return { kind: 'told' };
  const own = ledger.filter(
    ({ agency, file, origin }) =>
      agency === source.agency && file === source.file && origin === undefined,
  );
  // A month of a quarter's report stands under the month, its file under the quarter.
  const submission = own.find(({ version }) => version === source.version) ?? own.at(0);
  return submission ? { kind: 'file', submission } : { kind: 'none' };
}

/** A sheet of a received file as it came, values only, and the cells a figure stands in. */
export interface FigureFile {
  file: string;
  sheet: Sheet;
  cells: Area[];
}

/**
 * Opens the file of a figure at its cells. It is looked for by its hash among what came in this
 * session, then in what a person gives (the original, or what an archive holds); null: it is not at
 * hand.
 */
export async function openFigureFile(
  { hash, file }: Pick<Submission, 'hash' | 'file'>,
  place: Pick<FigureSource, 'sheet' | 'cell'>,
  session: readonly FileAtHand[],
  given: readonly ReceivedFile[],
  read: WorkbookReader,
): Promise<FigureFile | null> {
  const here = session.find((one) => one.hash === hash);
  if (!here && given.length === 0) return null;
  const bytes = here ? await here.source.bytes() : await findOriginal({ hash, file }, given);
  const opened = await read(bytes);
  const found = opened.ok
    ? opened.value.workbook.sheets.find(({ name }) => name === place.sheet)
    : undefined;
  if (!opened.ok || !found)
    throw new DeskRefused({
      code: 'figure-sheet-gone',
      facts: { file, sheet: place.sheet },
    });
  const sheet = new Sheet(found.name);
  for (const [row, cells] of found.rows)
    for (const [column, cell] of cells)
      sheet.put(row, column, valueBy1900(cell, opened.value.workbook.date1904), cell.style);
  sheet.merges.push(...found.merges);
  return { file, sheet, cells: areasIn(place.cell) };
}

/** "H13", "D12:K12"; what is no cell marks nothing. */
function areasIn(cells: string): Area[] {
  return cells.split(/[;,\s]+/).flatMap((one): Area[] => {
    const cell = parseCell(one);
    if (cell) return [{ top: cell.row, bottom: cell.row, left: cell.column, right: cell.column }];
    const area = parseArea(one);
    return area ? [area] : [];
  });
}

/** Those nobody has told come first: they are what a total still lacks. */
export function missingFirst(sources: readonly FigureSource[]): FigureSource[] {
  const isMissing = ({ value }: FigureSource) => isBlank(value);
  return [...sources.filter(isMissing), ...sources.filter((one) => !isMissing(one))];
}
