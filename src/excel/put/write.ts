import { DeskRefused } from '../../app/desk-refused';
import { columnName, type Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { newWriteId, passingName } from '../write-mark';
import { areaOf, union } from './areas';

/** A sheet that stands under a name of the write. */
export interface Standing {
  /** The write that put it, if any is known. */
  mark: string | null;
  /** What was ours of it before, and all that held something. */
  ours: Area;
  used: Area | null;
  /** By which its rows are known, from the first of the sheet to the last of ours. */
  keys: string[];
  /** Some of its rows are not seen. */
  hidesRows: boolean;
}

/** A write of sheets, what stood in the workbook before it, and what it has touched so far. */
export interface Write {
  readonly id: string;
  readonly sheets: readonly Sheet[];
  /** What stands under their names keeps its place, and is kept hidden as it was. */
  readonly keepsOld: boolean;
  /** What stands is known: before, nobody can have put anything since. */
  isLooked: boolean;
  standing: ReadonlyMap<string, Standing>;
  /** Of each standing sheet, the cells the write may touch. */
  touched: Map<string, Area>;
  /** Sheets it put out of sight, and one it showed to end on. */
  hidden: string[];
  shown: string | null;
  /** Sheets whose charts were drawn, each of them there. */
  drawn: Set<string>;
  /**
   * It is being taken back, and may have broken off in the middle: what stands is neither the one
   * nor the other.
   */
  isGoing: boolean;
}

export function newWrite(sheets: readonly Sheet[], keepsOld: boolean): Write {
  return {
    id: newWriteId(),
    sheets,
    keepsOld,
    isLooked: false,
    standing: new Map(),
    touched: new Map(),
    hidden: [],
    shown: null,
    drawn: new Set(),
    isGoing: false,
  };
}

/** What stands under a sheet's name and is written anew in its place; null for one that comes. */
export function standingUnder({ keepsOld, standing }: Write, { name }: Sheet): Standing | null {
  return keepsOld ? (standing.get(name) ?? null) : null;
}

/** Where what stands on a sheet is copied to, to see whether a filter hides some of it. */
export function asideOf({ id, sheets }: Write, { name }: Sheet): string {
  return `${passingName(id, sheets.findIndex((one) => one.name === name) + 1)} lọc`;
}

/** The sheet a write ends on: the first that is to be seen; none where all are worked with. */
export function endOf({ sheets, keepsOld }: Write): Sheet | undefined {
  return keepsOld ? sheets.find(({ visibility }) => visibility === 'visible') : sheets[0];
}

/** Sheets that came with a write and are not to be seen. */
export function unseen({ sheets, keepsOld, standing }: Write): readonly Sheet[] {
  return keepsOld
    ? sheets.filter(({ name, visibility }) => visibility !== 'visible' && !standing.has(name))
    : [];
}

/** What of a sheet is ours, now and before. */
export function oursOf(sheet: Sheet, { standing }: Write): Area {
  const stood = standing.get(sheet.name);
  return stood ? union([stood.ours, areaOf(sheet)]) : areaOf(sheet);
}

/**
 * What is kept of a sheet: of a list only what it held when it was looked at, so that no row of
 * somebody else comes twice.
 */
export function copiedOf({ page }: Sheet, { ours }: Standing, touched: Area): Area {
  return page ? touched : ours;
}

export function refused(
  code: 'table-columns-moved' | 'table-has-no-room',
  { name }: Sheet,
  column: number,
): DeskRefused {
  return new DeskRefused({ code, facts: { sheet: name, column: columnName(column) } });
}

export function writtenByOthers(
  code: 'sheet-written-meanwhile' | 'sheet-written-since',
  sheets: readonly string[],
): DeskRefused {
  return new DeskRefused({ code, facts: { sheets: sheets.join(', ') } });
}
