import type { Result, Refusal } from '../domain/result';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import type { FindingCode } from '../domain/rules/finding';

/** What the use cases need from outside; adapters implement it. */

/** Bytes to a workbook, or why not (the code is that of the finding people read). */
export type WorkbookReader = (bytes: Uint8Array) => Result<Workbook, Refusal<Extract<FindingCode, `file-${string}`>>>;

export type WorkbookWriter = (workbook: Workbook) => Promise<Uint8Array>;

/** A received file. `modified` is the file's own time: it never decides anything without saying so. */
export interface ReceivedFile {
  path: string;
  modified: Date | null;
  bytes(): Promise<Uint8Array>;
}

/** Says how far a long run is; `cancelled` is asked between files. */
export interface Progress {
  step(done: number, total: number, what: string): void;
  readonly cancelled: boolean;
}

/** Takes back what a write did. */
export type Undo = () => Promise<void>;

/** The consolidator's open workbook: Excel's, or one in memory. */
export interface WorkbookPort {
  /** The values of the sheets with these names that exist. */
  readSheets(names: readonly string[]): Promise<Workbook>;
  /** Writes each sheet whole and only then puts them in place; one of the same name is kept hidden, to be taken back. */
  replaceSheets(sheets: readonly Sheet[], progress?: Progress): Promise<Undo>;
  /** Shows a passing sheet; one of the same name goes. */
  showSheet(sheet: Sheet): Promise<void>;
  /** Adds the rows under the heading of each given sheet to the sheet of that name, in the order given. */
  appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo>;
  /** Shows a cell to the person. */
  goTo(sheet: string, cell: string): Promise<void>;
}

export class Cancelled extends Error {}
