import { knownAt, lastOf } from '../../known/known';
import { matchKey } from '../../text/normal-form';
import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Plan } from '../plan/plan';
import type { PeriodKind } from '../period/period';
import type { Scope } from './figure-source';
import { namingsOf, tableOver, type LabelledTable, type TableHeading } from './find-tables';
import { headingKey, namesOtherKind } from './period-named';
import { isWording, labelKey, textAt } from './texts-over';
import {
  columnReader,
  rowNamer,
  scopeNamer,
  type ColumnSays,
  type RowNamer,
  type ScopeNamer,
} from './what-texts-say';

/** A table of the province's own with the rows and columns that say something for certain. */
export interface ReadTable {
  table: LabelledTable;
  rows: FigureRow[];
  columns: FigureColumn[];
}

/** What a label says its row is about. */
export type RowSays =
  | { of: 'indicator' | 'task'; codes: readonly string[] }
  | { of: 'scope'; scope: Scope };

export interface FigureRow {
  row: number;
  label: string;
  says: RowSays;
}

export interface FigureColumn {
  heading: TableHeading;
  says: ColumnSays;
}

export type UndecidedCode =
  /** A row between rows that are known names nothing of the plan. */
  | 'row-unknown'
  /** Several rows of the plan have this name. */
  | 'row-shared-name'
  /** The row's code and its name are not of one indicator. */
  | 'row-contrary'
  /** The unit written in the row is not the figure's. */
  | 'row-other-unit'
  | 'row-repeated'
  | 'column-unknown'
  | 'column-contrary'
  | 'column-repeated'
  /** Of another kind of period than is filled: a quarter's, a year's. */
  | 'column-other-kind'
  /** Our reports have no such figure, as the previous period of one agency. */
  | 'no-such-figure'
  /** The office calculates this cell itself. */
  | 'own-formula';

/** What could not be decided, at its cell. */
export interface Undecided {
  code: UndecidedCode;
  cell: string;
  text: string;
  /** Of the rows of the plan that share the name. */
  codes: readonly string[];
}

/** How the labels of a kind of table are read, and which of its columns are of use. */
interface Kind {
  read(text: string): RowSays | null;
  isUseful(says: ColumnSays): boolean;
  /** Its labels are the plan's alone: agencies stand in many a list. */
  isOwn: boolean;
  /** Whether all that the headings say is of figures of this kind of table. */
  isOfKind(says: ColumnSays): boolean;
}

interface Namers {
  indicators: RowNamer;
  tasks: RowNamer;
  scopes: ScopeNamer;
  column(headings: readonly string[]): ColumnSays;
}

/**
 * The tables of a sheet: one of indicators or of agencies, and one of tasks. What is not certain
 * goes to `undecided`.
 */
export function readTables(
  sheet: Sheet,
  plan: Plan,
  kindFilled: PeriodKind,
  undecided: Undecided[],
): ReadTable[] {
  const indicators = rowNamer(plan.indicators.map(({ code, name }) => ({ code, name })));
  const tasks = rowNamer(plan.tasks.map(({ code, text }) => ({ code, name: text })));
  const scopes = scopeNamer(plan);
  const units = plan.indicators.map(({ unit }) => unit);
  const column = columnReader(indicators, scopes, units);
  const namers: Namers = { indicators, tasks, scopes, column };
  const figures = figureTable(sheet, namers);
  const lastFigure = figures
    ? Math.max(...labelRows(sheet, figures.table.labelColumn, figures.kind))
    : -1;
  const taskColumn = namingsOf(sheet, single(tasks)).labelColumn;
  // A table of tasks may stand under one of indicators: its headings come after the last of them.
  const ofTasks =
    taskColumn === null ? null : firstTable(sheet, taskColumn, taskKind(tasks), namers, lastFigure);
  if (figures && ofTasks) figures.table.lastRow = ofTasks.table.top - 1;
  return [figures, ofTasks]
    .filter((one) => one !== null)
    .map(({ table, kind }) => ({
      table,
      columns: columnsOf(sheet, table, kind, kindFilled, namers, undecided),
      rows: rowsOf(sheet, table, kind, namers, undecided),
    }));
}

interface Located {
  table: LabelledTable;
  kind: Kind;
}

/** Indicators down and figures or agencies across; or agencies down and indicators across. */
function figureTable(sheet: Sheet, namers: Namers): Located | null {
  const { indicators, scopes } = namers;
  const ofIndicators = namingsOf(sheet, single(indicators));
  const ofAgencies = namingsOf(sheet, (text) => {
    const scope = scopes(text);
    return scope?.kind === 'agency' ? scope.agency : null;
  });
  const { down, across } = ofIndicators;
  const isAcross =
    across > down || (across === 1 && down === 1 && ofAgencies.down > 1 && ofAgencies.across <= 1);
  const { labelColumn } = isAcross ? ofAgencies : ofIndicators;
  if (labelColumn === null) return null;
  return firstTable(
    sheet,
    labelColumn,
    isAcross ? agencyKind(scopes) : indicatorKind(indicators),
    namers,
    -1,
  );
}

function single(names: RowNamer): (text: string) => string | null {
  return (text) => {
    const codes = names(text);
    return codes.length === 1 ? codes[0] : null;
  };
}

function indicatorKind(indicators: RowNamer): Kind {
  return {
    read: (text) => rowOf('indicator', indicators(text)),
    isUseful: ({ scope, span, measure }) => scope !== null || span !== null || measure !== null,
    isOwn: true,
    isOfKind: (says) => isOfIndicators(says) && says.indicators.length === 0,
  };
}

function agencyKind(scopes: ScopeNamer): Kind {
  return {
    read: (text) => {
      const scope = scopes(text);
      return scope && { of: 'scope', scope };
    },
    isUseful: ({ indicators }) => indicators.length > 0,
    isOwn: false,
    isOfKind: (says) => isOfIndicators(says) && says.scope === null,
  };
}

/** "Đánh giá" is said of both; "Đã hoàn thành" of tasks alone. */
function isOfIndicators({ measure, taskMeasure }: ColumnSays): boolean {
  return taskMeasure === null || measure === 'status';
}

function taskKind(tasks: RowNamer): Kind {
  return {
    read: (text) => rowOf('task', tasks(text)),
    isUseful: ({ taskMeasure }) => taskMeasure !== null,
    isOwn: true,
    isOfKind: ({ measure, span, unit, scope, indicators }) =>
      span === null &&
      unit === null &&
      (scope === null || scope.kind === 'province') &&
      indicators.length === 0 &&
      (measure === null || measure === 'status'),
  };
}

function rowOf(of: 'indicator' | 'task', codes: readonly string[]): RowSays | null {
  return codes.length > 0 ? { of, codes } : null;
}

/**
 * The table of the first label that has headings of use over it: the office's own name in a title
 * has none. Where no heading is of use, a table of indicators is one still, and says so.
 */
function firstTable(
  sheet: Sheet,
  labelColumn: number,
  kind: Kind,
  namers: Namers,
  after: number,
): Located | null {
  let otherwise: Located | null = null;
  for (const first of labelRows(sheet, labelColumn, kind).filter((row) => row > after)) {
    const table = tableOver(sheet, labelColumn, first, after);
    if (table?.headings.some(({ texts }) => kind.isUseful(namers.column(texts))))
      return { table, kind };
    if (table && kind.isOwn) otherwise ??= { table, kind };
  }
  return otherwise;
}

function labelRows(sheet: Sheet, labelColumn: number, { read }: Kind): number[] {
  return [...sheet.rows.keys()]
    .filter((row) => read(textAt(sheet, row, labelColumn)) !== null)
    .sort((a, b) => a - b);
}

/** Headings that every such table has and that ask for no figure. */
export const PLAIN: ReadonlySet<string> = new Set(
  [
    ...[
      'STT',
      'Số TT',
      'TT',
      'Số thứ tự',
      'Mã',
      'Mã số',
      'Mã chỉ tiêu',
      'Mã đơn vị',
      'Mã nhiệm vụ',
    ],
    ...['Tên', 'Tên chỉ tiêu', 'Tên đơn vị', 'Tên cơ quan', 'Ghi chú', 'ĐVT', 'Đơn vị tính'],
    ...['Đơn vị', 'Đơn vị thực hiện', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Đơn vị báo cáo'],
    ...['Cơ quan', 'Cơ quan thực hiện', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Cơ quan, đơn vị'],
    ...['Mức giao', 'Chỉ tiêu', 'Chỉ tiêu giao', 'Chỉ tiêu được giao', 'Chỉ tiêu kế hoạch'],
    ...['Nhiệm vụ', 'Nội dung', 'Nội dung chỉ tiêu', 'Nội dung nhiệm vụ', 'Sản phẩm', 'Căn cứ'],
    ...['Thời gian', 'Thời hạn', 'Thời gian hoàn thành', 'Thời hạn hoàn thành', 'Căn cứ pháp lý'],
  ].map(headingKey),
);

function columnsOf(
  sheet: Sheet,
  table: LabelledTable,
  kind: Kind,
  kindFilled: PeriodKind,
  namers: Namers,
  undecided: Undecided[],
): FigureColumn[] {
  const columns: FigureColumn[] = [];
  const headings = table.headings.filter(({ column }) => column !== table.labelColumn);
  const read = headings.map((heading) => ({ heading, says: namers.column(heading.texts) }));
  const namesSides = read.some(
    ({ says: { scope } }) => scope !== null && scope.kind !== 'province',
  );
  for (const { heading, says } of read) {
    const say = (code: UndecidedCode) =>
      undecided.push({
        code,
        cell: cellName(heading.row, heading.column),
        text: heading.text,
        codes: says.indicators,
      });
    const isRepeated = table.headings.some(
      (other) => other !== heading && headingKey(other.text) === headingKey(heading.text),
    );
    if (PLAIN.has(headingKey(lastOf(heading.texts)))) continue;
    if (!says.isUnderstood) say('column-unknown');
    else if (says.isContrary || says.indicators.length > 1 || !kind.isOfKind(says))
      say('column-contrary');
    else if (!kind.isUseful(says)) say('column-unknown');
    else if (isRepeated) say('column-repeated');
    else if ((says.isSum && !namesSides) || isUnderMore(sheet, table, heading.column))
      say('column-unknown');
    else if (namesOtherKind(heading.text, says.span ?? 'period', kindFilled))
      say('column-other-kind');
    else columns.push({ heading, says });
  }
  return columns;
}

/**
 * Whether a text reaches over the column from above the row where the labels have their heading: it
 * groups columns, and what it says is not among the headings.
 */
export function isUnderMore(sheet: Sheet, table: LabelledTable, column: number): boolean {
  const above = table.top - 1;
  if (above < 0 || isWording(textAt(sheet, above, table.labelColumn))) return false;
  const texts = [...(sheet.rows.get(above)?.keys() ?? [])].filter(
    (at) => at > table.labelColumn && isWording(textAt(sheet, above, at)),
  );
  const isLine = texts.length === 1 && LINE.test(matchKey(textAt(sheet, above, texts[0])));
  return texts.length > 0 && !isLine && texts[0] <= column;
}

/** What stands alone over a table and groups nothing: its unit, its number. */
const LINE = new RegExp(
  `^\\(?(?:${['Đơn vị tính', 'ĐVT', 'Đơn vị', 'Biểu', 'Mẫu', 'Phụ lục', 'Bảng', 'Kèm theo']
    .map(matchKey)
    .join('|')})(?!\\p{L})`,
  'u',
);

function rowsOf(
  sheet: Sheet,
  table: LabelledTable,
  kind: Kind,
  namers: Namers,
  undecided: Undecided[],
): FigureRow[] {
  const { labelColumn, bottom, lastRow } = table;
  const labels = [...sheet.rows.keys()]
    .filter((row) => row > bottom && row <= lastRow)
    .sort((a, b) => a - b)
    .map((row) => ({ row, label: textAt(sheet, row, labelColumn) }))
    .filter(({ label }) => label !== '');
  const last = labels.findLast(({ label }) => kind.read(label) !== null)?.row ?? -1;
  const within = labels.filter(({ row }) => row <= last || isBeyond(sheet, table, last, row));
  const times = new Map<string, number>();
  for (const { label } of within) times.set(labelKey(label), (times.get(labelKey(label)) ?? 0) + 1);
  const rows: FigureRow[] = [];
  for (const { row, label } of within) {
    const says = kind.read(label);
    const say = (code: UndecidedCode, codes: readonly string[] = []) =>
      undecided.push({ code, cell: cellName(row, labelColumn), text: label, codes });
    if (!says) {
      if (isWording(label)) say('row-unknown');
    } else if (says.of !== 'scope' && says.codes.length > 1) say('row-shared-name', says.codes);
    else if (knownAt(times, labelKey(label)) > 1) say('row-repeated');
    else if (says.of === 'indicator' && namesAnother(sheet, table, row, says.codes[0], namers))
      say('row-contrary');
    else rows.push({ row, label, says });
  }
  return rows;
}

/**
 * Whether a row under the last one that is known is of the table: no blank row is between them, it
 * is numbered, or figures stand in it. What stands further down is notes and signatures.
 */
export function isBeyond(sheet: Sheet, table: LabelledTable, last: number, row: number): boolean {
  const isNumbered = [...(sheet.rows.get(row)?.keys() ?? [])].some(
    (column) => column < table.labelColumn && ORDINAL.test(matchKey(textAt(sheet, row, column))),
  );
  const hasFigure = table.headings.some(
    ({ column }) => column > table.labelColumn && typeof sheet.value(row, column) === 'number',
  );
  if (isNumbered || hasFigure) return true;
  for (let at = last + 1; at < row; at++) {
    const cells = [...(sheet.rows.get(at)?.keys() ?? [])];
    if (cells.every((column) => textAt(sheet, at, column) === '')) return false;
  }
  return true;
}

const ORDINAL = /^(?:\d+(?:\.\d+)*|[ivx]+|[a-zđ])[.)]?$/u;

/** Whether another cell of the row, beside the label, names another indicator. */
function namesAnother(
  sheet: Sheet,
  table: LabelledTable,
  row: number,
  code: string,
  { indicators }: Namers,
): boolean {
  return [...(sheet.rows.get(row)?.keys() ?? [])].some((column) => {
    const codes = column === table.labelColumn ? [] : indicators(textAt(sheet, row, column));
    return codes.length > 0 && !codes.includes(code);
  });
}
