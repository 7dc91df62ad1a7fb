import type { Agency } from '../agency/agency';
import type { Indicator, Target, Task } from '../plan/plan';
import type { CivilDate } from '../../text/date';
import type { PeriodKind } from '../period/period';
import type { Workbook } from '../../workbook/workbook';
import { completeTitle, readDocumentTitle, type DocumentTitle } from './document-title';
import { FillerReader } from './fillers';
import { doubtfulColumns, findTables, type AppendixTable, type SheetTables } from './find-tables';
import { Grid, type GridCell } from './grid';
import { HEADING_SEPARATOR, type ColumnChoice, type HeadingColumn } from './header';
import type { ColumnRole } from './headings';
import type { AppendixMark, MarkReason } from './mark';
import { oneLine } from './one-line';
import { PlanRows, type OpeningFigure } from './plan-rows';
import { RowReader } from './read-rows';

export type { AppendixMark, MarkReason } from './mark';
export type { ColumnChoice } from './header';
export type { OpeningFigure } from './plan-rows';
export { COLUMN_ROLES, type ColumnRole } from './headings';

/** A column of a table as it was understood. */
export interface AppendixColumn {
  sheet: string;
  /** The cell of its heading. */
  cell: string;
  column: number;
  /** Headings from the uppermost to the lowest, one line each. */
  heading: string;
  role: ColumnRole;
  /** Understood by what stands under it and not by its heading. */
  isGuessed: boolean;
}

/** The rows of a plan an appendix asks for, and what to look at before they are used. */
export interface AppendixReading {
  indicators: Indicator[];
  targets: Target[];
  tasks: Task[];
  marks: AppendixMark[];
  /** How each column of each table was understood. */
  columns: AppendixColumn[];
  /** What was reached before, as the appendix says it. */
  openings: OpeningFigure[];
  /** The periods its column of frequencies asks for, the shortest first; empty without one. */
  schedule: PeriodKind[];
  title: DocumentTitle;
}

/**
 * Reads the appendix of a decision (*Đọc phụ lục*) from whatever sheets it was pasted into. Names
 * are matched against the register given; `year` is the plan's, else it is taken from the title;
 * `choices` are a person's words for columns. Without a table there are no rows.
 */
export function readAppendix(
  workbook: Workbook,
  agencies: readonly Agency[],
  year: number | null,
  choices: readonly ColumnChoice[] = [],
): AppendixReading {
  const grids = workbook.sheets.map((sheet) => new Grid(sheet, workbook.date1904));
  const tablesFor = (one: number | null): SheetTables[] => {
    const finder = new FillerReader(agencies, one);
    const context = { year: one, choices, agencyOf: (name: string) => finder.scopeOf(name) };
    return grids.map((grid) => findTables(grid, context)).filter(({ tables }) => tables.length > 0);
  };
  let sheets = tablesFor(year);
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const title = completeTitle(titleOf(sheets[0]?.opening ?? [], tables), headWords(grids));
  const planYear = year ?? title.year;
  // Of several columns of targets that of the plan's year is read.
  if (planYear !== year) sheets = tablesFor(planYear);
  const isOfOneYear =
    title.year === planYear && !/giai đoạn|20\d\d\s*[-–]\s*20\d\d/i.test(title.name);
  const rows = new PlanRows(new FillerReader(agencies, planYear), planYear, isOfOneYear);
  const columns: AppendixColumn[] = [];
  for (const sheet of sheets) readSheet(sheet, rows, columns);
  // Tables of targets per agency speak of the indicators of the others, wherever they stand.
  for (const sheet of sheets)
    for (const table of sheet.tables) if (table.byAgency) rows.addAgencyTable(table);
  rows.settle();
  const schedule = rows.schedule();
  const { indicators, targets, tasks, marks, openings } = rows;
  return { indicators, targets, tasks, marks, columns, openings, schedule, title };
}

/** The tables of a sheet row by row, with what was not plain of their columns and rows. */
function readSheet({ tables }: SheetTables, rows: PlanRows, columns: AppendixColumn[]): void {
  const reader = new RowReader();
  for (const table of tables) {
    if (!table.isContinued) {
      columns.push(...table.all.map((one) => columnOf(table, one)));
      for (const { cell, isGuessed } of doubtfulColumns(table))
        rows.marks.push(unread(table, cell, isGuessed ? 'guessed-column' : 'column'));
    }
    if (!table.byAgency) reader.readTable(table);
  }
  for (const { table, cell, why } of reader.doubtful) rows.marks.push(unread(table, cell, why));
  for (const item of reader.items) rows.add(item);
}

/** Where a decision says its number and day. */
const HEAD_ROWS = 12;

function headWords([first]: readonly Grid[]): string[] {
  const head = first ? first.rows.slice(0, HEAD_ROWS).flatMap((row) => first.cells(row)) : [];
  return head.map(({ text }) => text);
}

/**
 * What the lines at the head of the first sheet say of the document, where no table was found under
 * them.
 */
export function titleOnly(workbook: Workbook): DocumentTitle {
  const grid =
    workbook.sheets.length === 0 ? null : new Grid(workbook.sheets[0], workbook.date1904);
  const top = (grid?.rows ?? []).slice(0, 10).map((row) => grid!.cells(row));
  // The head of a document stands on the left and on the right: more than that is the table.
  const end = top.findIndex((cells) => cells.length > 2);
  const lines = (end < 0 ? top : top.slice(0, end)).flat();
  const said = lines.filter(({ text }) => text.length < 1000).map(({ text }) => text);
  return completeTitle(readDocumentTitle(said, null), said);
}

function titleOf(opening: readonly string[], tables: readonly AppendixTable[]): DocumentTitle {
  const title = readDocumentTitle(opening, null);
  return { ...title, year: title.year ?? headingYear(tables, title.date) };
}

/**
 * Of the years the headings name the first that a plan of that day can be for: what is signed late
 * in a year is for the next.
 */
function headingYear(tables: readonly AppendixTable[], signed: CivilDate | null): number | null {
  const years = tables.flatMap((table) => table.years).sort((a, b) => a - b);
  const first =
    signed === null ? 0 : Number(signed.slice(0, 4)) + (signed.slice(5, 7) > '09' ? 1 : 0);
  return years.find((year) => year >= first) ?? years.at(-1) ?? null;
}

function columnOf(
  { grid }: AppendixTable,
  { cell, column, path, role, isGuessed }: HeadingColumn,
): AppendixColumn {
  return { ...grid.place(cell), column, heading: path.join(HEADING_SEPARATOR), role, isGuessed };
}

/** Words that became no row of the plan. */
function unread(table: AppendixTable, cell: GridCell, why: MarkReason): AppendixMark {
  const place = {
    code: '',
    heading: '',
    table: table.namesIndicators ? ('indicators' as const) : ('tasks' as const),
  };
  return { ...table.grid.place(cell), ...place, found: oneLine(cell.text), why };
}
