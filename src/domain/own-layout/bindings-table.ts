import type { Workbook } from '../../workbook/workbook';
import { findSheet } from '../../workbook/workbook';
import { parseCell } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import {
  asWorking,
  cellText,
  readTable,
  writeTable,
  type Column,
  type TableCell,
  type TableRow,
} from '../table/table';
import type { Binding } from './binding';
import {
  MEASURE_WORDS,
  OF_WORDS,
  readScope,
  SPAN_WORDS,
  TASK_MEASURE_WORDS,
  wordOf,
  writeScope,
  type FigureSource,
} from './figure-source';
import { BINDINGS_SHEET } from './own-sheets';

/** *Gắn biểu*: a row for each cell of the province's own sheets that a person bound. */

const TEXT = { format: '@' };
const HEAD = {
  sheet: 'Trang tính',
  cell: 'Ô',
  label: 'Nhãn dòng',
  labelCell: 'Ô của nhãn',
  heading: 'Tiêu đề cột',
  headingCell: 'Ô của tiêu đề',
  of: 'Loại',
  code: 'Mã',
  scope: 'Phạm vi',
  span: 'Kỳ tính',
  measure: 'Số liệu',
  who: 'Người gắn (tự khai)',
  at: 'Lúc',
} as const;

const COLUMNS: Column<Binding>[] = [
  { heading: HEAD.sheet, width: 24, style: TEXT, write: (one) => one.sheet },
  { heading: HEAD.cell, width: 8, style: TEXT, write: (one) => one.cell },
  { heading: HEAD.label, width: 40, style: TEXT, write: (one) => one.label },
  { heading: HEAD.labelCell, width: 8, style: TEXT, write: (one) => one.labelCell },
  { heading: HEAD.heading, width: 32, style: TEXT, write: (one) => one.heading },
  { heading: HEAD.headingCell, width: 8, style: TEXT, write: (one) => one.headingCell },
  { heading: HEAD.of, width: 10, style: TEXT, write: ({ source }) => OF_WORDS[source.of] },
  { heading: HEAD.code, width: 11, style: TEXT, write: ({ source }) => source.code },
  {
    heading: HEAD.scope,
    width: 16,
    style: TEXT,
    write: ({ source }) => (source.of === 'indicator' ? writeScope(source.scope) : null),
  },
  {
    heading: HEAD.span,
    width: 18,
    style: TEXT,
    write: ({ source }) => (source.of === 'indicator' ? SPAN_WORDS[source.span] : null),
  },
  {
    heading: HEAD.measure,
    width: 18,
    style: TEXT,
    write: ({ source }) =>
      source.of === 'indicator'
        ? MEASURE_WORDS[source.measure]
        : TASK_MEASURE_WORDS[source.measure],
  },
  { heading: HEAD.who, width: 26, style: TEXT, write: (one) => one.who },
  { heading: HEAD.at, width: 20, style: TEXT, write: (one) => one.at },
];

export function writeBindings(bindings: readonly Binding[]): Sheet {
  return asWorking(writeTable(BINDINGS_SHEET, COLUMNS, bindings, true));
}

/**
 * A row of the stored table, or a heading of it, that nobody can read: the first cell that says
 * why.
 */
export interface UnreadableBinding {
  cell: string;
  heading: string;
  found: string;
}

export interface StoredBindings {
  bindings: Binding[];
  unreadable: UnreadableBinding[];
}

/** What is bound, in its order; without the sheet nothing is. */
export function readBindings(workbook: Workbook): StoredBindings {
  const sheet = findSheet(workbook, BINDINGS_SHEET);
  const stored: StoredBindings = { bindings: [], unreadable: [] };
  if (!sheet) return stored;
  const { rows, missing, headingCell } = readTable(sheet, Object.values(HEAD));
  if (missing.length > 0 && rows.length > 0) {
    stored.unreadable = missing.map((heading) => ({ cell: headingCell, heading, found: '' }));
    return stored;
  }
  for (const row of rows) {
    const read = readBinding(row);
    if ('source' in read) stored.bindings.push(read);
    else stored.unreadable.push(read);
  }
  return stored;
}

function readBinding(row: TableRow): Binding | UnreadableBinding {
  const text = (heading: string) => written(row.get(heading));
  const scope = readScope(text(HEAD.scope));
  const span = wordOf(SPAN_WORDS, text(HEAD.span));
  const [measure, taskMeasure] = [
    wordOf(MEASURE_WORDS, text(HEAD.measure)),
    wordOf(TASK_MEASURE_WORDS, text(HEAD.measure)),
  ];
  const of = wordOf(OF_WORDS, text(HEAD.of));
  const isTask = of === 'task';
  const readable: [string, boolean][] = [
    [HEAD.sheet, text(HEAD.sheet) !== ''],
    [HEAD.cell, parseCell(text(HEAD.cell)) !== null],
    [HEAD.label, text(HEAD.label) !== ''],
    [HEAD.labelCell, parseCell(text(HEAD.labelCell)) !== null],
    [HEAD.heading, text(HEAD.heading) !== ''],
    [HEAD.headingCell, parseCell(text(HEAD.headingCell)) !== null],
    [HEAD.of, of !== null],
    [HEAD.code, text(HEAD.code) !== ''],
    // Of a task these two say nothing: a word there is a mistake somebody should see.
    [HEAD.scope, isTask ? text(HEAD.scope) === '' : scope !== null],
    [HEAD.span, isTask ? text(HEAD.span) === '' : span !== null],
    [HEAD.measure, isTask ? taskMeasure !== null : measure !== null],
  ];
  const wrong = readable.find(([, isReadable]) => !isReadable);
  if (wrong) {
    const { cell, text: found } = row.get(wrong[0]);
    return { cell, heading: wrong[0], found };
  }
  const code = text(HEAD.code);
  const source: FigureSource = isTask
    ? { of: 'task', code, measure: taskMeasure! }
    : { of: 'indicator', code, scope: scope!, span: span!, measure: measure! };
  return {
    sheet: text(HEAD.sheet),
    cell: text(HEAD.cell),
    label: text(HEAD.label),
    labelCell: text(HEAD.labelCell),
    heading: text(HEAD.heading),
    headingCell: text(HEAD.headingCell),
    source,
    who: text(HEAD.who),
    at: text(HEAD.at),
  };
}

/** As it was written, spaces and all: the name of a sheet is its name. */
function written({ value }: TableCell): string {
  return typeof value === 'string' ? value : cellText(value);
}
