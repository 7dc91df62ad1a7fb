import type { Agency, Indicator, Target, Task } from '../plan/plan';
import type { Workbook } from '../../workbook/workbook';
import { readDocumentTitle, type DocumentTitle } from './document-title';
import { FillerReader } from './fillers';
import { findTables, unreadColumns, type AppendixTable, type SheetTables } from './find-tables';
import { Grid, type GridCell } from './grid';
import type { AppendixMark, MarkReason } from './mark';
import { oneLine } from './one-line';
import { PlanRows } from './plan-rows';
import { RowReader } from './read-rows';

export type { AppendixMark, MarkReason } from './mark';

/** The rows of a plan an appendix asks for, and what to look at before they are used. */
export interface AppendixReading {
  indicators: Indicator[];
  targets: Target[];
  tasks: Task[];
  marks: AppendixMark[];
  title: DocumentTitle;
}

/**
 * Reads the appendix of a decision (*Đọc phụ lục*) from whatever sheets it was pasted into. Names are matched against the register
 * given; `year` is the plan's, else it is taken from the title. Without a table there are no rows.
 */
export function readAppendix(workbook: Workbook, agencies: readonly Agency[], year: number | null): AppendixReading {
  const grids = workbook.sheets.map((sheet) => new Grid(sheet, workbook.date1904));
  const tablesFor = (one: number | null): SheetTables[] =>
    grids.map((grid) => findTables(grid, one)).filter(({ tables }) => tables.length > 0);
  let sheets = tablesFor(year);
  const headingYear = sheets.flatMap(({ tables }) => tables).find((table) => table.year !== null)?.year ?? null;
  const title = readDocumentTitle(sheets[0]?.opening ?? [], headingYear);
  const planYear = year ?? title.year;
  // Of several columns of targets that of the plan's year is read.
  if (planYear !== year) sheets = tablesFor(planYear);
  const rows = new PlanRows(new FillerReader(agencies, planYear), planYear);
  for (const { tables } of sheets) {
    const reader = new RowReader();
    for (const table of tables) {
      if (!table.isContinued) {
        for (const cell of unreadColumns(table)) rows.marks.push(unread(table, cell, 'column'));
      }
      reader.readTable(table);
    }
    for (const { table, cell } of reader.lost) rows.marks.push(unread(table, cell, 'row'));
    for (const item of reader.items) rows.add(item);
  }
  const { indicators, targets, tasks, marks } = rows;
  return { indicators, targets, tasks, marks, title };
}

/** Words that became no row of the plan. */
function unread(table: AppendixTable, cell: GridCell, why: MarkReason): AppendixMark {
  const place = { code: '', heading: '', table: table.namesIndicators ? ('indicators' as const) : ('tasks' as const) };
  return { ...table.grid.place(cell), ...place, found: oneLine(cell.text), why };
}
