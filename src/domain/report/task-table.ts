import { knownAt, theOne } from '../../known/known';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation, TaskResult, TaskStatus } from '../consolidation/consolidation';
import { heightFor, LOOK, readable, writeTableHead } from '../page/page';
import type { Period } from '../period/period';
import type { Plan, Task } from '../plan/plan';
import type { FiguresSheet, Range } from './figures-sheet';
import { writeReportFoot } from './report-foot';
import { headOf, type TableTitle } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';
import { TASK_STATUS } from './words';
import type { ReportTable } from './report-table';

/**
 * Layout B over all agencies: each task with how many have done it, and the line that counts them.
 */

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Nhiệm vụ', 58],
  ['Cơ quan chủ trì', 20],
  ['Cơ quan phối hợp', 18],
  ['Sản phẩm', 16],
  ['Thời gian hoàn thành', 18],
  ['Số lượt được giao', 11],
  ['Đã hoàn thành', 11],
  ['Tình trạng', 16],
  ['Theo đơn vị', 34],
];

/** What many plans name for no task at all, by its column. */
const NAMED: readonly (readonly [number, (task: Task) => string])[] = [
  [2, ({ lead }) => lead],
  [3, ({ coordinating }) => coordinating],
  [4, ({ product }) => product],
];
const TEXT = 1;

function silentColumns(tasks: readonly Task[]): number[] {
  return NAMED.filter(([, of]) => tasks.every((task) => of(task) === '')).map(([at]) => at);
}

/** The room of columns that hold nothing goes to the texts of the tasks. */
function widthsWithout(silent: readonly number[]): number[] {
  const freed = silent.reduce((sum, column) => sum + COLUMNS[column][1], 0);
  const isSeen = (_: unknown, column: number) => !silent.includes(column);
  const asked = COLUMNS.map(([, width], column) => width + (column === TEXT ? freed : 0));
  const seen = readable(asked.filter(isSeen));
  return asked.map((width, column) =>
    silent.includes(column) ? width : seen[asked.slice(0, column).filter(isSeen).length],
  );
}

export function writeTaskTable(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  result: Consolidation,
  figures: FiguresSheet,
): Sheet {
  const sheet = new Sheet(name);
  const last = COLUMNS.length - 1;
  const top = writeTableHead(sheet, headOf(plan, period, result, title), 0, last);
  const silent = silentColumns(plan.tasks);
  silent.forEach((column) => sheet.hiddenColumns.add(column));
  NAMED.forEach(([column]) => sheet.columnsByContent.add(column));
  const widths = widthsWithout(silent);
  writePlainHeadings(
    sheet,
    COLUMNS.map(([heading], column) => [heading, widths[column]] as const),
    top,
  );
  let row = top + 2;
  let section = '';
  for (const task of plan.tasks) {
    const title = [task.section, task.sectionTitle].filter(Boolean).join('. ');
    if (title !== section) {
      section = title;
      for (let c = 0; c <= last; c++) sheet.put(row, c, c === 1 ? title : null, LOOK.group);
      row++;
    }
    writeRow(
      sheet,
      row++,
      widths,
      task,
      theOne(result.tasks, (one) => one.code === task.code),
      knownAt(figures.tasks, task.code),
    );
  }
  const total = totalLine(result.tasks);
  for (let c = 0; c <= last; c++) sheet.put(row, c, c === 1 ? total : null, LOOK.total);
  sheet.merges.push({ top: row, bottom: row, left: 1, right: last });
  const room = widths.reduce(
    (sum, width, column) => sum + (column === 0 || silent.includes(column) ? 0 : width),
    0,
  );
  sheet.rowHeights.set(row, heightFor([[total, room, 13.5]]));
  const lastRow = writeReportFoot(sheet, plan, row + 2, { left: 0, right: last });
  const extent = { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 };
  return finishTable(sheet, extent);
}

function writeRow(
  sheet: Sheet,
  row: number,
  widths: readonly number[],
  task: Task,
  result: TaskResult,
  range: Range | null,
): void {
  const deadline = task.deadlineText || 'Không nêu thời hạn';
  const byAgency = counts(result.agencies.map((one) => one.status));
  const detail = byAgency.map(([status, count]) => `${TASK_STATUS[status]}: ${count}`).join('; ');
  const texts = [task.stt, task.text, task.lead, task.coordinating, task.product, deadline];
  texts.forEach((text, column) =>
    sheet.put(row, column, text, column === 0 ? LOOK.asWritten : LOOK.text),
  );
  const add = (column: number, cells: string | undefined, value: number) =>
    cells
      ? sheet.putFormula(row, column, `SUM(${cells})`, value, LOOK.count)
      : sheet.put(row, column, value, LOOK.count);
  add(6, range?.denominator, result.assigned);
  add(7, range?.numerator, result.done);
  sheet.put(row, 8, TASK_STATUS[result.status], LOOK.textCentre);
  sheet.put(row, 9, detail, LOOK.text);
  sheet.rowHeights.set(
    row,
    heightFor([...texts, detail].map((text, i) => [text, widths[i < 6 ? i : 9], 12] as const)),
  );
}

function counts(statuses: readonly TaskStatus[]): [TaskStatus, number][] {
  return (Object.keys(TASK_STATUS) as TaskStatus[])
    .map((status): [TaskStatus, number] => [
      status,
      statuses.filter((one) => one === status).length,
    ])
    .filter(([, count]) => count > 0);
}

/** "Tổng: 58 NV | HT đúng hạn … | …", every status named even at 0. */
function totalLine(tasks: readonly TaskResult[]): string {
  const parts = (Object.keys(TASK_STATUS) as TaskStatus[]).map(
    (status) => `${TASK_STATUS[status]}: ${tasks.filter((task) => task.status === status).length}`,
  );
  return [`Tổng: ${tasks.length} NV`, ...parts].join(' | ');
}

export const taskTable: ReportTable = {
  key: 'tasks',
  word: 'Nhiệm vụ',
  title: 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ',
  isTyped: true,
  of: ({ plan, period, result, figures }) => ({
    isAnnex: plan.tasks.length > 0,
    write: ({ name, title }) => ({
      sheet: writeTaskTable(name, title, plan, period, result, figures),
    }),
  }),
};
