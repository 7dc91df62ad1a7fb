import { read, type CellObject } from '@e965/xlsx';
import { cellName } from '../../src/workbook/address';
import { isBlank, isError, type CellValue } from '../../src/workbook/cell';
import type { Workbook } from '../../src/workbook/workbook';
import { readReceived } from '../../src/xlsx/read/workbook';

/** What our reader and SheetJS say of the same .xlsx or .xlsm, cell by cell. */
export interface Compared {
  file: string;
  cells: number;
  same: number;
  /** "Sheet!A1: ours | theirs", at most some. */
  differences: string[];
  /** SheetJS could not read it: why. */
  other: string | null;
}

const SHOWN = 5;

/** Null where our own reader does not read the file. */
export function compare(file: string, bytes: Uint8Array): Compared | null {
  const opened = readReceived(bytes);
  if (!opened.ok) return null;
  const result: Compared = { file, cells: 0, same: 0, differences: [], other: null };
  try {
    return compareCells(result, opened.value, bytes);
  } catch (error) {
    return { ...result, other: error instanceof Error ? error.message : String(error) };
  }
}

function compareCells(result: Compared, workbook: Workbook, bytes: Uint8Array): Compared {
  const other = read(bytes, { type: 'array', dense: true, cellNF: true, cellFormula: true });
  for (const sheet of workbook.sheets) {
    const rows = (other.Sheets[sheet.name]?.['!data'] ?? []) as (CellObject | undefined)[][];
    const places = new Set<string>();
    for (const [row, cells] of sheet.rows)
      for (const column of cells.keys()) places.add(`${row} ${column}`);
    rows.forEach((cells, row) =>
      cells?.forEach((cell, column) => cell && places.add(`${row} ${column}`)),
    );
    for (const place of places) {
      const [row, column] = place.split(' ').map(Number);
      const ours = sheet.value(row, column);
      const theirs = valueOf(rows[row]?.[column]);
      if (isBlank(ours) && isBlank(theirs)) continue;
      result.cells++;
      if (text(ours) === text(theirs)) result.same++;
      else if (result.differences.length < SHOWN)
        result.differences.push(
          `${sheet.name}!${cellName(row, column)}: ${text(ours)} | ${text(theirs)}`,
        );
    }
  }
  return result;
}

function valueOf(cell: CellObject | undefined): CellValue {
  if (!cell || cell.v === undefined) return null;
  return cell.t === 'e' ? { error: cell.w ?? String(cell.v) } : (cell.v as CellValue);
}

/** One spelling of a value: line ends and what rich text adds at its ends aside. */
function text(value: CellValue): string {
  if (isError(value)) return value.error;
  return typeof value === 'string' ? JSON.stringify(value.replace(/\r\n?/g, '\n')) : String(value);
}
