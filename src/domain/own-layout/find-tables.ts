import type { Sheet } from '../../workbook/sheet';
import {
  HEADING_ROWS,
  headingOver,
  headingsOver,
  isHeading,
  isWording,
  textAt,
} from './texts-over';

/** A table of a sheet: which column labels its rows, where its headings stand. */
export interface LabelledTable {
  labelColumn: number;
  /** First and last row of headings. */
  top: number;
  bottom: number;
  lastRow: number;
  headings: TableHeading[];
}

export interface TableHeading {
  column: number;
  /** Of the lowest heading of the column. */
  row: number;
  /** From the highest to the lowest. */
  texts: string[];
  text: string;
}

/** Titles and groups between the headings and the first row that is known are no more than this. */
const OVER_FIRST_ROW = 12;

/** Where a sheet names things of a kind. */
export interface Namings {
  /** The column that names most different ones, the leftmost of equals; null where none does. */
  labelColumn: number | null;
  /** How many different ones a column, and a row, names at most. */
  down: number;
  across: number;
}

export function namingsOf(sheet: Sheet, names: (text: string) => string | null): Namings {
  const [down, across] = [new Map<number, Set<string>>(), new Map<number, Set<string>>()];
  for (const [row, cells] of sheet.rows) {
    for (const column of cells.keys()) {
      const name = names(textAt(sheet, row, column));
      if (name === null) continue;
      down.set(column, (down.get(column) ?? new Set()).add(name));
      across.set(row, (across.get(row) ?? new Set()).add(name));
    }
  }
  const columns = [...down].sort(([a, x], [b, y]) => y.size - x.size || a - b);
  const most = (counts: Map<number, Set<string>>) =>
    Math.max(0, ...[...counts.values()].map(({ size }) => size));
  return { labelColumn: columns[0]?.[0] ?? null, down: most(down), across: most(across) };
}

/** The table whose first known row is `first`; null where nothing over it looks like headings. */
export function tableOver(
  sheet: Sheet,
  labelColumn: number,
  first: number,
  after: number,
): LabelledTable | null {
  let top = -1;
  let most = 1;
  for (let row = first - 1; row > after && row >= first - OVER_FIRST_ROW; row--) {
    if (!isWording(textAt(sheet, row, labelColumn))) continue;
    const count = wordings(sheet, row);
    if (count > most) [top, most] = [row, count];
  }
  if (top < 0) return null;
  let bottom = top;
  while (
    bottom + 1 < first &&
    bottom - top + 1 < HEADING_ROWS &&
    !isWording(textAt(sheet, bottom + 1, labelColumn)) &&
    isOfHeadings(sheet, labelColumn, bottom + 1)
  ) {
    bottom++;
  }
  const headings = headingsOf(sheet, labelColumn, top, bottom);
  return { labelColumn, top, bottom, lastRow: sheet.usedArea()?.bottom ?? first, headings };
}

/** One word over one column is enough: "Ước thực hiện" under "Tháng 3" makes it another figure. */
function isOfHeadings(sheet: Sheet, labelColumn: number, row: number): boolean {
  const isOverFigures = [...(sheet.rows.get(row)?.keys() ?? [])].some(
    (column) => column > labelColumn && isHeading(textAt(sheet, row, column)),
  );
  return isOverFigures || wordings(sheet, row) >= 2;
}

function wordings(sheet: Sheet, row: number): number {
  return [...(sheet.rows.get(row)?.keys() ?? [])].filter((column) =>
    isHeading(textAt(sheet, row, column)),
  ).length;
}

function headingsOf(
  sheet: Sheet,
  labelColumn: number,
  top: number,
  bottom: number,
): TableHeading[] {
  const lowest = new Map<number, number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of sheet.rows.get(row)?.keys() ?? []) {
      if (isHeading(textAt(sheet, row, column))) lowest.set(column, row);
    }
  }
  return [...lowest]
    .sort(([a], [b]) => a - b)
    .map(([column, row]) => ({
      column,
      row,
      texts: headingsOver(sheet, labelColumn, row, column),
      text: headingOver(sheet, labelColumn, row, column),
    }));
}
