import type { ExcelApiVersion } from '../../src/workbench/host/api-sets';
import type { Budget } from '../../src/workbench/host/traffic';
import type { Fault } from '../../src/workbench/host/faults';

/**
 * The consolidator's desk as a scenario sees it: the open workbook with the pane beside it, one
 * verb per act of a person.
 * Two runtimes stand behind it, both with the unmodified office.js: our page in a browser, and the
 * pane in jsdom.
 */
export interface Desk {
  readonly version: ExcelApiVersion;
  /** Waits for a text; part of it is enough, as people read. */
  sees(text: string, where?: { region: string }): Promise<void>;
  /** How many buttons of that name there are now. */
  buttons(name: string | RegExp): Promise<number>;
  press(name: string | RegExp): Promise<void>;
  step(name: 'Phát hành' | 'Tiếp nhận' | 'Xử lý' | 'Tổng hợp' | 'Khóa'): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  receivedOn(day: string): Promise<void>;
  drop(paths: readonly string[]): Promise<void>;
  /** Presses a button and gives the file that is downloaded. */
  download(button: string): Promise<Uint8Array>;

  /** Where the person is led: the sheet and the cell selected. */
  standsOn(sheet: string, cell: string): Promise<void>;
  value(sheet: string, row: number, column: number): Promise<unknown>;
  rows(sheet: string): Promise<unknown[][]>;
  sheetNames(): Promise<string[]>;
  /** Another author changes a figure. */
  changes(sheet: string, row: number, column: number, value: number): Promise<void>;
  /** Closes the pane and opens it anew on the same workbook. */
  reopen(): Promise<void>;

  /** What goes wrong at the next request that carries a text. */
  fails(carrying: string, fault: Omit<Fault, 'meanwhile'>): Promise<void>;
  /**
   * Goes on only if everything since the last call was within the budget; what was sent is in the
   * error.
   */
  within(budget: Budget): Promise<void>;
  /** Faults the person was not told of, and requests that left the origin. */
  troubles(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a workbook file of a folder; a file that is not there gives an empty workbook. */
export type OpenDesk = (folder: string, workbook: string) => Promise<Desk>;
