import { knownAt } from '../../known/known';
import type { Sheet } from '../../workbook/sheet';
import { areaName } from '../../workbook/address';
import { LOOK, heightFor, input } from '../page/page';
import type { Task } from '../plan/plan';
import { TASK_COLUMNS, type TaskColumn } from './columns';
import { closeForm, HEADER_ROW, type FormRequest } from './form-frame';
import { writeFormHeader } from './form-header';
import type { FormLine } from './form-lines';
import { TASK_STATES } from './task-states';

const COLUMN = Object.fromEntries(
  TASK_COLUMNS.map((column, index) => [column.key, index]),
) as Record<TaskColumn, number>;

/** What the form prints of a task whose plan names no deadline. */
export const NO_DEADLINE = 'Không nêu thời hạn';

/** Section titles and a row for each task. */
export function taskLines(tasks: readonly Task[]): FormLine[] {
  let section = '';
  return tasks.flatMap((task): FormLine[] => {
    const title = [task.section, task.sectionTitle].filter(Boolean).join('. ');
    const isNew = title !== section;
    section = title;
    const row: FormLine = { kind: 'input', code: task.code, text: task.text };
    return isNew ? [{ kind: 'title', code: '', text: title }, row] : [row];
  });
}

/** The rows of tasks and the line that counts them. */
export function writeTaskRows(sheet: Sheet, _request: FormRequest, tasks: Task[]): void {
  writeFormHeader(sheet, TASK_COLUMNS, HEADER_ROW);
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const first = HEADER_ROW + 3;
  let row = first;
  for (const { kind, code, text } of taskLines(tasks)) {
    if (kind === 'input') taskRow(sheet, row++, knownAt(byCode, code));
    else {
      TASK_COLUMNS.forEach((_, c) =>
        sheet.put(row, c, c === COLUMN.text ? text : null, LOOK.group),
      );
      row++;
    }
  }
  totalLine(sheet, row, first, tasks.length);
  closeForm(sheet, row + 1, COLUMN.difficulty, COLUMN.product);
}

function taskRow(sheet: Sheet, row: number, task: Task): void {
  const deadline = task.deadlineText || NO_DEADLINE;
  const texts: [TaskColumn, string, keyof typeof LOOK][] = [
    ['code', task.code, 'code'],
    ['stt', task.stt, 'asWritten'],
    ['text', task.text, 'text'],
    ['lead', task.lead, 'text'],
    ['coordinating', task.coordinating, 'text'],
    ['product', task.product, 'text'],
    ['deadline', deadline, 'text'],
  ];
  for (const [key, value, look] of texts) sheet.put(row, COLUMN[key], value, LOOK[look]);
  sheet.put(row, COLUMN.result, null, input({ ...LOOK.text, format: '@' }));
  sheet.put(row, COLUMN.date, null, input(LOOK.date));
  sheet.put(row, COLUMN.status, null, input(LOOK.textCentre));
  sheet.put(row, COLUMN.difficulty, null, input({ ...LOOK.text, format: '@' }));
  const one = (column: number) => ({ top: row, bottom: row, left: column, right: column });
  sheet.validations.push({
    area: one(COLUMN.status),
    rule: { list: Object.values(TASK_STATES) },
    error: {
      title: 'Tình trạng chưa đúng',
      text: `Vui lòng chọn: ${Object.values(TASK_STATES).join(', ')}.`,
    },
  });
  sheet.rowHeights.set(
    row,
    heightFor(
      texts.slice(2).map(([key, value]) => [value, TASK_COLUMNS[COLUMN[key]].width, 12] as const),
    ),
  );
}

function totalLine(sheet: Sheet, row: number, first: number, count: number): void {
  const states = areaName({
    top: first,
    bottom: row - 1,
    left: COLUMN.status,
    right: COLUMN.status,
  });
  const part = (word: string) => `" | ${word}: "&COUNTIF(${states},"${word}")`;
  const formula = [`"Tổng: ${count} NV"`, ...Object.values(TASK_STATES).map(part)].join('&');
  const now = [`Tổng: ${count} NV`, ...Object.values(TASK_STATES).map((word) => `${word}: 0`)].join(
    ' | ',
  );
  TASK_COLUMNS.forEach((_, c) => sheet.put(row, c, null, LOOK.total));
  sheet.putFormula(row, COLUMN.text, formula, now, LOOK.total);
  sheet.merges.push({ top: row, bottom: row, left: COLUMN.text, right: COLUMN.difficulty });
}
