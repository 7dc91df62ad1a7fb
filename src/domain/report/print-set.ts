import type { Area } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { valuesOnly } from './locked-copy';

/**
 * *Bộ phụ lục để in*: the annexes of a period in the order they are bound, values only, nothing but
 * what is printed. What a table holds beside its print area, and columns it does not show, are for
 * the office: they are not there at all.
 */
export function printSet(tables: readonly Sheet[], annexes: readonly string[]): Sheet[] {
  return annexes.flatMap((name) => {
    const table = tables.find((one) => one.name === name);
    return table ? [asPrinted(table)] : [];
  });
}

/**
 * A table as it is printed: values only, without hidden columns and without what stands outside its
 * print area.
 */
export function asPrinted(table: Sheet): Sheet {
  const area = table.page?.printArea;
  const whole = valuesOnly(table);
  const copy = new Sheet(table.name);
  const columns = shownColumns(whole);
  const isPrinted = (row: number, column: number) =>
    !area || (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  for (const [row, cells] of whole.rows)
    for (const [column, cell] of cells) {
      const to = columns.get(column);
      if (to !== undefined && isPrinted(row, column)) copy.set(row, to, { ...cell });
    }
  if (whole.hiddenColumns.size > 0) numberAnew(copy);
  for (const merge of whole.merges) printMerge(merge, whole, copy, columns);
  for (const [column, width] of whole.columnWidths) {
    const to = columns.get(column);
    if (to !== undefined) copy.columnWidths.set(to, width);
  }
  for (const [row, height] of whole.rowHeights) copy.rowHeights.set(row, height);
  copy.charts.push(...whole.charts);
  copy.frozenRows = whole.frozenRows;
  copy.frozenColumns = [...columns.keys()].filter((column) => column < whole.frozenColumns).length;
  copy.showGridlines = whole.showGridlines;
  copy.isProtected = true;
  copy.page = whole.page && printedPage(whole.page, columns);
  return copy;
}

/** What a merge shows stands in its first cell, also where the first is not printed. */
function printMerge(
  merge: Area,
  from: Sheet,
  to: Sheet,
  columns: ReadonlyMap<number, number>,
): void {
  const moved = movedArea(merge, columns);
  if (!moved) return;
  to.merges.push(moved);
  const cell = from.cell(merge.top, merge.left);
  if (cell && !columns.has(merge.left)) to.set(moved.top, moved.left, cell);
}

function printedPage(page: Page, columns: ReadonlyMap<number, number>): Page {
  const { printArea, titleColumns, columnBreaks } = page;
  const titles =
    titleColumns &&
    movedArea({ top: 0, bottom: 0, left: titleColumns.first, right: titleColumns.last }, columns);
  return {
    ...page,
    printArea: printArea && (movedArea(printArea, columns) ?? undefined),
    // A page that began with a column that is not there begins with the next that is.
    columnBreaks: columnBreaks?.flatMap((from) => {
      const next = [...columns].find(([column]) => column >= from);
      return next ? [next[1]] : [];
    }),
    titleColumns: titles ? { first: titles.left, last: titles.right } : undefined,
  };
}

type Page = NonNullable<Sheet['page']>;

/** The row "(1) (2) (3)…" under the headings has no gaps on paper. */
function numberAnew(sheet: Sheet): void {
  const row = [...sheet.rows.values()].find((cells) => cells.get(0)?.value === '(1)');
  for (const [column, cell] of row ?? []) cell.value = `(${column + 1})`;
}

/** Where the columns that are shown come to stand once the others are gone. */
function shownColumns({
  rows,
  columnWidths,
  hiddenColumns,
  merges,
  page,
}: Sheet): Map<number, number> {
  const last = Math.max(
    page?.printArea?.right ?? 0,
    ...columnWidths.keys(),
    ...merges.map(({ right }) => right),
    ...[...rows.values()].flatMap((cells) => [...cells.keys()]),
  );
  const shown = Array.from({ length: last + 1 }, (_, column) => column).filter(
    (column) => !hiddenColumns.has(column),
  );
  return new Map(shown.map((column, index) => [column, index]));
}

/** An area over the columns that are shown; null where none of it is. */
function movedArea(
  { top, bottom, left, right }: Area,
  columns: ReadonlyMap<number, number>,
): Area | null {
  const within = [...columns]
    .filter(([column]) => left <= column && column <= right)
    .map(([, to]) => to);
  return within.length === 0
    ? null
    : { top, bottom, left: Math.min(...within), right: Math.max(...within) };
}
