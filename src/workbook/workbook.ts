import type { Sheet } from './sheet';

/**
 * A workbook held in memory. Defined names map to what stands after "=" in Excel's name manager.
 */
export interface Workbook {
  sheets: Sheet[];
  names: Map<string, string>;
  properties: Map<string, string>;
  /** Serial dates count from 1904 instead of 1900. */
  date1904: boolean;
  /**
   * Of sheets read from an open workbook, the write that put each last and how far it reached; null
   * for one that is not there.
   */
  lastWrites?: LastWrites;
  /** Of an open workbook that was read in part, what all its sheets are called. */
  allNames?: readonly string[];
}

export type LastWrites = ReadonlyMap<string, string | null>;

export function emptyWorkbook(sheets: Sheet[] = []): Workbook {
  return { sheets, names: new Map(), properties: new Map(), date1904: false };
}

export function findSheet(workbook: Workbook, name: string): Sheet | undefined {
  const key = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return workbook.sheets.find((sheet) => key(sheet.name) === key(name));
}

/** A sheet that is known to be there; a fault where it is not. */
export function knownSheet(workbook: Workbook, name: string): Sheet {
  const sheet = findSheet(workbook, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
