import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { quoteSheet } from '../../workbook/address';
import { isBlank, isError, type CellValue } from '../../workbook/cell';
import { SHEET_NAME } from '../../workbook/replaced-sheet';
import { Sheet } from '../../workbook/sheet';

/**
 * A table as it is now, without any formula: what is sent, and what is kept when a period is
 * locked.
 */
export function valuesOnly(table: Sheet, name = table.name): Sheet {
  const copy = new Sheet(name);
  for (const [row, cells] of table.rows) {
    for (const [column, { value, style }] of cells) copy.put(row, column, value, style);
  }
  copy.merges.push(...table.merges);
  for (const [column, width] of table.columnWidths) copy.columnWidths.set(column, width);
  for (const [row, height] of table.rowHeights) copy.rowHeights.set(row, height);
  for (const column of table.hiddenColumns) copy.hiddenColumns.add(column);
  copy.frozenRows = table.frozenRows;
  copy.frozenColumns = table.frozenColumns;
  copy.showGridlines = table.showGridlines;
  copy.page = table.page;
  const renamed = (reference: string) =>
    reference.replace(`${quoteSheet(table.name)}!`, `${quoteSheet(name)}!`);
  for (const chart of table.charts) {
    const series = chart.series.map(({ name: title, values, categories }) => {
      return { name: title, values: renamed(values), categories: renamed(categories) };
    });
    copy.charts.push({ ...chart, series });
  }
  copy.isProtected = true;
  return copy;
}

/**
 * The name of a locked table; a period locked again keeps the tables of before. Where a statistics
 * form's long code leaves no room, the word before it goes, never a part of code or period.
 */
export function lockedName(table: string, lock: number): string {
  const again = lock > 1 ? ` (${lock})` : '';
  const whole = `Khóa ${table}${again}`;
  return whole.length <= SHEET_NAME ? whole : `Khóa ${table.replace(FORM_WORD, '')}${again}`;
}

/** The table a locked one was made of; null for any other sheet. No code has a blank in it. */
export function lockedTable(name: string): string | null {
  const [, table] = /^Khóa (.+?)(?: \(\d+\))?$/i.exec(name) ?? [];
  if (table === undefined) return null;
  return table.split(' ').length === 2 ? `Biểu ${table}` : table;
}

const FORM_WORD = /^Biểu (?=\S+ \S+$)/;

/**
 * SHA-256 over what every cell of the tables says, by their order, rows and columns; looks do not
 * count.
 */
export function hashOfTables(tables: readonly Sheet[]): string {
  const lines = tables.flatMap((table) =>
    [...table.rows]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, cells]) =>
        [...cells]
          .filter(([, { value }]) => !isBlank(value))
          .sort(([a], [b]) => a - b)
          .map(([column, { value }]) => `${row}\t${column}\t${said(value)}`),
      ),
  );
  return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))));
}

/** A number as Excel keeps it: 15 digits. */
function said(value: CellValue): string {
  if (typeof value === 'number') return `n${Number(value.toPrecision(15))}`;
  return isError(value) ? `e${value.error}` : `s${String(value)}`;
}
