import type { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK } from '../page/page';
import type { FormColumn } from './columns';

/** Writes two rows of headings and the row of column numbers; equal neighbouring tops become one merged heading. */
export function writeFormHeader(sheet: Sheet, columns: readonly FormColumn<string>[], row: number): void {
  columns.forEach((column, c) => {
    sheet.columnWidths.set(c, column.width);
    const first = columns.findIndex((other) => other.top === column.top && other.sub !== '');
    sheet.put(row, c, column.sub === '' || first === c ? column.top : null, LOOK.heading);
    sheet.put(row + 1, c, column.sub || null, LOOK.heading);
    sheet.put(row + 2, c, column.number || null, LOOK.numbering);
    if (column.sub === '') sheet.merges.push({ top: row, bottom: row + 1, left: c, right: c });
    else if (first === c) {
      const last = columns.findLastIndex((other) => other.top === column.top);
      sheet.merges.push({ top: row, bottom: row, left: c, right: last });
    }
  });
  sheet.rowHeights.set(
    row,
    Math.max(32, heightFor(columns.map(({ top, sub, width }) => [sub === '' ? top : '', 2 * width, 11] as const))),
  );
  sheet.rowHeights.set(row + 1, heightFor(columns.map(({ sub, width }) => [sub, width, 11] as const)));
  sheet.rowHeights.set(row + 2, 15);
}
