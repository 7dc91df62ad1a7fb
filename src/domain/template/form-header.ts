import type { Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK } from '../page/page';
import type { FormColumn } from './columns';

/** Rows of headings: two, or three where a heading stands over several that stand over several. */
function levelsOf(columns: readonly FormColumn<string>[]): 2 | 3 {
  return columns.some(({ over }) => over) ? 3 : 2;
}

/** Rows a header takes with the row of column numbers. */
export function headerHeight(columns: readonly FormColumn<string>[]): number {
  return levelsOf(columns) + 1;
}

interface HeaderLook {
  heading: Style;
  numbering: Style;
  /** The size a height is reckoned by: bold letters are wider. */
  size: number;
  /** Of the row of column numbers. */
  height: number;
}

/** A form is filled on a screen. */
const OF_FORM: HeaderLook = {
  ...{ heading: LOOK.heading, numbering: LOOK.numbering },
  ...{ size: 11, height: 15 },
};
/** A report's headings are read on paper, as large as its text. */
export const OF_REPORT: HeaderLook = {
  ...{ heading: LOOK.tableHeading, numbering: LOOK.tableNumbering },
  ...{ size: 13.5, height: 16.5 },
};

/**
 * Writes the rows of headings and the row of column numbers; equal neighbouring headings become one
 * merged heading.
 */
export function writeFormHeader(
  sheet: Sheet,
  columns: readonly FormColumn<string>[],
  row: number,
  look = OF_FORM,
): void {
  const { size } = look;
  const levels = levelsOf(columns);
  const lowest = row + levels - 1;
  columns.forEach((column, c) => {
    sheet.columnWidths.set(c, column.width);
    const isOne = ({ over, top, sub }: FormColumn<string>) =>
      top === column.top && over === column.over && sub !== '';
    const first = columns.findIndex(isOne);
    const at = column.over ? row + 1 : row;
    for (let level = row; level < lowest; level++) sheet.put(level, c, null, look.heading);
    sheet.put(at, c, column.sub === '' || first === c ? column.top : null, look.heading);
    sheet.put(lowest, c, column.sub || null, look.heading);
    sheet.put(lowest + 1, c, column.number || null, look.numbering);
    if (column.sub === '') sheet.merges.push({ top: at, bottom: lowest, left: c, right: c });
    else if (first === c)
      sheet.merges.push({
        top: at,
        bottom: lowest - 1,
        left: c,
        right: columns.findLastIndex(isOne),
      });
    const isUnder = ({ over }: FormColumn<string>) => over === column.over;
    if (!column.over || columns.findIndex(isUnder) !== c) return;
    sheet.put(row, c, column.over, look.heading);
    sheet.merges.push({ top: row, bottom: row, left: c, right: columns.findLastIndex(isUnder) });
  });
  const tops = columns.map(
    ({ top, sub, width }) => [sub === '' ? top : '', levels * width, size] as const,
  );
  // A heading over several columns has the room of those that are seen.
  const overThem = (text: string, isUnder: (column: FormColumn<string>) => boolean) => {
    const room = columns.reduce(
      (sum, column, c) => sum + (isUnder(column) && !sheet.hiddenColumns.has(c) ? column.width : 0),
      0,
    );
    return [room > 0 ? text : '', room, size] as const;
  };
  const groups = columns
    .filter(({ sub }) => sub !== '')
    .map(({ top, over }) =>
      overThem(top, (one) => one.top === top && one.over === over && one.sub !== ''),
    );
  const highest = columns
    .filter(({ over }) => over)
    .map(({ over = '' }) => overThem(over, (one) => one.over === over));
  const above = levels === 3 ? highest : groups;
  sheet.rowHeights.set(row, Math.max(32, heightFor([...tops, ...above])));
  if (levels === 3) sheet.rowHeights.set(row + 1, Math.max(32, heightFor(groups)));
  sheet.rowHeights.set(
    lowest,
    heightFor(columns.map(({ sub, width }) => [sub, width, size] as const)),
  );
  sheet.rowHeights.set(lowest + 1, look.height);
}
