import type { Plan } from '../domain/plan/plan';
import type { CheckedFile } from '../domain/submission/submission';
import type { CellValue } from '../workbook/cell';
import type { Area } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import type { LastWrites, Workbook } from '../workbook/workbook';
import type { CheckOptions, Opened } from './check-file';

/** What the use cases need from outside; adapters implement it. */

/** Bytes to a workbook, or why not. */
export type WorkbookReader = (bytes: Uint8Array) => Promise<Opened>;

/** Reads and checks received files, several at once, each within bounds of time and memory. */
export interface FileChecker {
  /** So many files are worth asking for at once. */
  readonly lanes: number;
  /** A larger file is refused without being read. */
  readonly maxBytes: number;
  /**
   * One file checked; whatever is wrong with it, or with reading it, is among its findings. Rejects
   * with {@link Cancelled} soon after `isCancelled` says so, wherever it stands then. The bytes may
   * be taken over.
   */
  check(
    plan: Plan,
    path: string,
    bytes: Uint8Array,
    options: CheckOptions,
    isCancelled: () => boolean,
  ): Promise<CheckedFile>;
}

export type WorkbookWriter = (workbook: Workbook) => Promise<Uint8Array>;

/**
 * A received file. `modified` is the file's own time: it never decides anything without saying so.
 */
export interface ReceivedFile {
  path: string;
  modified: Date | null;
  /** Known before any of it is read: nothing of a film that lies in the folder is ever loaded. */
  size: number;
  bytes(): Promise<Uint8Array>;
}

/** Says how far a long run is; `cancelled` is asked between files. */
export interface Progress {
  step(done: number, total: number, what: string): void;
  /** Lets whoever shows the progress draw it, between two pieces of work. */
  breathe?(): Promise<void>;
  /** A file is through, in any order; for those who want to see each at once. */
  checked?(file: CheckedFile): void;
  readonly cancelled: boolean;
}

/** A value for one cell, or a formula in its place. */
export interface CellEdit {
  sheet: string;
  cell: string;
  value: CellValue;
  formula?: string;
  /** A new number format; absent leaves the cell's own. */
  format?: string;
}

export interface CellPlace {
  sheet: string;
  /** "F12". */
  cell: string;
}

/** A range of a sheet. */
export interface SheetArea {
  sheet: string;
  area: Area;
}

/** Takes back what a write did. */
export type Undo = () => Promise<void>;

/** Sheets that were written, and how to take that back. */
export interface Placed extends Undo {
  /**
   * Of a workbook whose structure is protected: what was to go out of sight, and stays. Absent
   * where nothing stood in the way.
   */
  stillSeen?: readonly string[];
}

/** The consolidator's open workbook: Excel's, or one in memory. */
export interface WorkbookPort {
  /** The values of the sheets with these names that exist, and of some of them the formulas. */
  readSheets(names: readonly string[], withFormulas?: readonly string[]): Promise<Workbook>;
  /** Every sheet as a received file would be read: values, formulas, number formats. */
  readWhole(): Promise<Workbook>;
  /** The sheet the person looks at, as a received file would be read. */
  readActiveSheet(): Promise<Workbook>;
  /**
   * Writes single cells and nothing else; protection without a password is lifted for it and set
   * again.
   */
  editCells(edits: readonly CellEdit[]): Promise<Undo>;
  /** Puts a text at the right of the printed foot of each sheet. */
  writeFoot(sheets: readonly string[], text: string): Promise<Undo>;
  /** Tells of every change of a cell from now on; gives how to stop. */
  onEdit(told: () => void): Promise<Undo>;
  /** Opens bytes as a workbook of its own, for hosts that do not let files be downloaded. */
  openWorkbook(bytes: Uint8Array): Promise<void>;
  /**
   * Writes each sheet whole and only then puts them in place; one of the same name is kept hidden,
   * to be taken back. `since` is of the reading they were made from: where somebody else has put
   * one of them after it, nothing is written. A sheet that comes new is in sight or not as it says,
   * one that stands stays as people have it; others that `hides` names go out of sight. It ends on
   * the first sheet that is to be seen, at its top. Where the structure of the workbook is
   * protected they are written over as they stand, if all of them do.
   */
  replaceSheets(
    sheets: readonly Sheet[],
    progress?: Progress,
    since?: LastWrites,
    hides?: (name: string) => boolean,
  ): Promise<Placed>;
  /**
   * Shows every sheet out of sight that `shows` names and puts those that `hides` names out of
   * sight; one at least stays in sight.
   */
  arrangeSheets(shows: (name: string) => boolean, hides: (name: string) => boolean): Promise<Undo>;
  /** Shows a passing sheet; one of the same name goes. */
  showSheet(sheet: Sheet): Promise<void>;
  /**
   * Adds the rows under the heading of each given sheet to the sheet of that name, in the order
   * given.
   */
  appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo>;
  /** Shows a cell to the person, and its sheet where that is hidden. */
  goTo(sheet: string, cell: string): Promise<void>;
  /** The cell the person has selected; of several the active one. */
  selectedCell(): Promise<CellPlace>;
  /**
   * What stands in some ranges, values and formulas ("" where there is none); null for a sheet that
   * is not there.
   */
  readAreas(areas: readonly SheetArea[]): Promise<(Sheet | null)[]>;
  /** Tells of every other cell the person selects from now on; gives how to stop. */
  onSelect(told: () => void): Promise<Undo>;
  /**
   * Shows all rows of filtered sheets, with the person's yes; gives how to filter them again as
   * they were.
   */
  liftFilters(sheets: readonly string[]): Promise<Undo>;
  /** The number formats of cells of sheets that exist, in the order asked. */
  readFormats(places: readonly CellPlace[]): Promise<string[]>;
}

export class Cancelled extends Error {}
