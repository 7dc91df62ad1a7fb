import type { PageSetup, Sheet } from '../../workbook/sheet';
import { heightFor, LOOK, REPORT_PAGE } from '../page/page';
import { pagesOf } from './page-breaks';
import type { SideBySide } from './side-by-side';

/**
 * What every report table shares: one row of headings with column numbers under it, and how the
 * sheet is seen and printed.
 */

/** Bold letters are wider than those a height is reckoned by. */
const SIZE = 13.5;

/** Headings in one row, their numbers in the next. */
export function writePlainHeadings(
  sheet: Sheet,
  columns: readonly (readonly [string, number])[],
  top: number,
): void {
  columns.forEach(([heading, width], column) => {
    sheet.columnWidths.set(column, width);
    sheet.put(top, column, heading, LOOK.tableHeading);
    sheet.put(top + 1, column, `(${column + 1})`, LOOK.tableNumbering);
  });
  sheet.rowHeights.set(
    top,
    heightFor(columns.map(([heading, width]) => [heading, width, SIZE] as const)),
  );
}

export interface TableExtent {
  /** First row of the headings and how many rows they take; repeated on every printed page. */
  top: number;
  headingRows: number;
  lastRow: number;
  lastColumn: number;
  frozenColumns: number;
  /** Of a table that may be wider than a page. */
  pages?: SideBySide;
}

/** The page of a finished table, with what is its own. */
export function setPage(sheet: Sheet, own: Partial<PageSetup>): void {
  sheet.page = { ...(sheet.page ?? REPORT_PAGE), ...own };
}

/** Frozen headings, no grid lines, and the print set-up of an appendix. */
export function finishTable(sheet: Sheet, extent: TableExtent): Sheet {
  const { top, headingRows, lastRow, lastColumn, frozenColumns, pages: side } = extent;
  sheet.frozenRows = top + headingRows;
  sheet.frozenColumns = frozenColumns;
  sheet.showGridlines = false;
  const titleRows = { first: top, last: top + headingRows - 1 };
  const printArea = { top: 0, left: 0, bottom: lastRow, right: lastColumn };
  const columnBreaks = side?.columnBreaks ?? [];
  const pages = pagesOf(sheet, printArea, titleRows, side);
  sheet.page = { ...REPORT_PAGE, titleRows, printArea, ...pages };
  if (side && columnBreaks.length > 0)
    Object.assign(sheet.page, {
      columnBreaks,
      pagesWide: columnBreaks.length + 1,
      titleColumns: { first: 0, last: side.names - 1 },
    });
  return sheet;
}
