import { theOne } from '../../known/known';
import type { Workbook } from '../../workbook/workbook';
import { findSheet } from '../../workbook/workbook';
import { parseCell } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { as, exact, optional, text, word, type Field } from '../table/field';
import { SheetTable, type RowOf } from '../table/sheet-table';
import { asWorking, type TableCell } from '../table/table';
import { exactText } from '../table/cell-text';
import { Words } from '../table/words';
import type { Binding } from './binding';
import {
  MEASURE_WORDS,
  OF_WORDS,
  readFormCell,
  readScope,
  SPAN_WORDS,
  TASK_MEASURE_WORDS,
  wordOf,
  writeFormCell,
  writeScope,
  type FigureSource,
  type FormSource,
  type IndicatorMeasure,
  type Scope,
  type TaskMeasure,
} from './figure-source';
import { BINDINGS_SHEET, FORMER_BINDINGS_SHEET } from './own-sheets';

/** *Liên kết biểu*: a row for each cell of the province's own sheets that a person bound. */

function named(heading: string, width: number): Field<string> {
  return as(exact(heading, width), { read: ({ value }) => exactText(value) || undefined });
}

function place(heading: string, width: number): Field<string> {
  const read = ({ value }: TableCell) =>
    parseCell(exactText(value)) ? exactText(value) : undefined;
  return as(exact(heading, width), { takes: 'D12', read });
}

/** A word that Excel takes for nothing else. */
function said<T extends string>(heading: string, width: number, words: Record<T, string>) {
  return as(word(heading, width, new Words(words)), { style: { format: '@' } });
}

const SCOPE: Field<Scope> = {
  ...text('Phạm vi', 16),
  takes: [{ kind: 'province' }, { kind: 'level', level: 'xa' }, { kind: 'agency', agency: '842' }]
    .map((one) => writeScope(one as Scope))
    .join(' / '),
  standIn: () => ({ kind: 'province' }),
  write: writeScope,
  read: ({ value }) => readScope(exactText(value)) ?? undefined,
};

const BINDINGS = new SheetTable(
  BINDINGS_SHEET,
  {
    sheet: named('Trang tính', 24),
    cell: place('Ô', 8),
    label: named('Nhãn dòng', 40),
    labelCell: place('Ô của nhãn', 8),
    heading: named('Tiêu đề cột', 32),
    headingCell: place('Ô của tiêu đề', 8),
    of: said('Loại', 10, OF_WORDS),
    code: named('Mã', 11),
    scope: optional(SCOPE),
    span: optional(said('Kỳ tính', 18, SPAN_WORDS)),
    measure: exact('Số liệu', 18),
    who: exact('Người liên kết (tự khai)', 26),
    at: exact('Thời điểm', 20),
  },
  true,
);
type BindingRow = RowOf<typeof BINDINGS>;

export function writeBindings(bindings: readonly Binding[]): Sheet {
  return asWorking(
    BINDINGS.write(
      bindings.map(({ source, ...one }) => ({
        ...one,
        of: source.of,
        code: source.code,
        scope: source.of === 'task' ? null : source.scope,
        span: source.of === 'indicator' ? source.span : null,
        measure: measureSaid(source),
      })),
    ),
  );
}

function measureSaid(source: FigureSource): string {
  if (source.of === 'form') return writeFormCell(source);
  return source.of === 'indicator'
    ? MEASURE_WORDS[source.measure]
    : TASK_MEASURE_WORDS[source.measure];
}

/**
 * A row of the stored table, or a heading of it, that nobody can read: the first cell that says
 * why.
 */
export interface UnreadableBinding {
  sheet: string;
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
  const sheet = findSheet(workbook, BINDINGS_SHEET) ?? findSheet(workbook, FORMER_BINDINGS_SHEET);
  const stored: StoredBindings = { bindings: [], unreadable: [] };
  if (!sheet) return stored;
  const { rows, missing, headingCell } = BINDINGS.read(sheet, workbook.date1904);
  if (missing.length > 0 && rows.length > 0) {
    stored.unreadable = missing.map((heading) => ({
      sheet: sheet.name,
      cell: headingCell,
      heading,
      found: '',
    }));
    return stored;
  }
  for (const row of rows) {
    const read = readBinding(row);
    if ('source' in read) stored.bindings.push(read);
    else stored.unreadable.push(read);
  }
  return stored;
}

function readBinding(row: BindingRow): Binding | UnreadableBinding {
  const source = sourceIn(row);
  const values = row.whole().values;
  if (source && values) {
    const { of: _of, code: _code, scope: _scope, span: _span, measure: _measure, ...one } = values;
    return { ...one, source };
  }
  const keys = Object.keys(row.fields) as (keyof typeof row.fields)[];
  const { sheet, cell, heading, found } = row.badAt(theOne(keys, (key) => isBad(row, key)));
  return { sheet, cell, heading, found };
}

/**
 * Of a task scope and span say nothing, of a form's cell the span: a word there is a mistake
 * somebody should see.
 */
function isBad(row: BindingRow, key: keyof BindingRow['fields']): boolean {
  const of = row.get('of');
  const saysNothing = of === 'task' || (of === 'form' && key === 'span');
  if (key === 'scope' || key === 'span') return saysNothing ? row.text(key) !== '' : !row.get(key);
  return row.get(key) === undefined || (key === 'measure' && measureIn(row) === null);
}

type MeasureSaid = IndicatorMeasure | TaskMeasure | Pick<FormSource, 'row' | 'column'>;

function measureIn(row: BindingRow): MeasureSaid | null {
  const said = row.get('measure') ?? '';
  if (row.get('of') === 'form') return readFormCell(said);
  return row.get('of') === 'task' ? wordOf(TASK_MEASURE_WORDS, said) : wordOf(MEASURE_WORDS, said);
}

function sourceIn(row: BindingRow): FigureSource | null {
  const keys = ['of', 'code', 'scope', 'span', 'measure'] as const;
  if (keys.some((key) => isBad(row, key))) return null;
  const [code, measure] = [row.get('code')!, measureIn(row)];
  if (row.get('of') === 'task') return { of: 'task', code, measure: measure as TaskMeasure };
  const [scope, span] = [row.get('scope')!, row.get('span')!];
  if (row.get('of') === 'form')
    return { of: 'form', code, scope, ...(measure as Pick<FormSource, 'row' | 'column'>) };
  return { of: 'indicator', code, scope, span, measure: measure as IndicatorMeasure };
}
