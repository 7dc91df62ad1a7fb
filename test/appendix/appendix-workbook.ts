import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArea } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';

export interface PastedSheet {
  name: string;
  rows: CellValue[][];
  merges: string[];
}

/** Sheets as a table looks that was pasted from Word. */
export function pastedWorkbook(sheets: PastedSheet[]): Workbook {
  return emptyWorkbook(
    sheets.map(({ name, rows, merges }) => {
      const sheet = new Sheet(name);
      rows.forEach((row, r) => row.forEach((value, c) => value !== null && sheet.put(r, c, value)));
      sheet.merges.push(...merges.map((area) => parseArea(area)!));
      return sheet;
    }),
  );
}

/** The appendix of a decision, transcribed from its text. */
export function appendixWorkbook(id: 'vinh-long-2023' | 'vinh-chap-2024' | 'sixth-plan'): Workbook {
  const { sheets } = JSON.parse(readFileSync(join(__dirname, `${id}.json`), 'utf8')) as {
    sheets: PastedSheet[];
  };
  return pastedWorkbook(sheets);
}
