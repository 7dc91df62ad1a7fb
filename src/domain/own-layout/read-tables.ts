import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Plan } from '../plan/plan';
import type { Scope } from './figure-source';
import { namingsOf, tableOver, type LabelledTable, type TableHeading } from './find-tables';
import { headingKey } from './period-named';
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
  { of: 'indicator' | 'task'; codes: readonly string[] } | { of: 'scope'; scope: Scope };

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
  | 'row-repeated'
  | 'column-unknown'
  | 'column-contrary'
  | 'column-repeated'
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
export function readTables(sheet: Sheet, plan: Plan, undecided: Undecided[]): ReadTable[] {
  const indicators = rowNamer(plan.indicators.map(({ code, name }) => ({ code, name })));
  const tasks = rowNamer(plan.tasks.map(({ code, text }) => ({ code, name: text })));
  const scopes = scopeNamer(plan);
  const namers: Namers = { indicators, tasks, scopes, column: columnReader(indicators, scopes) };
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
      columns: columnsOf(table, kind, namers, undecided),
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
  };
}

function agencyKind(scopes: ScopeNamer): Kind {
  return {
    read: (text) => {
      const scope = scopes(text);
      return scope && { of: 'scope', scope };
    },
    isUseful: ({ indicators }) => indicators.length > 0,
  };
}

function taskKind(tasks: RowNamer): Kind {
  return {
    read: (text) => rowOf('task', tasks(text)),
    isUseful: ({ taskMeasure }) => taskMeasure !== null,
  };
}

function rowOf(of: 'indicator' | 'task', codes: readonly string[]): RowSays | null {
  return codes.length > 0 ? { of, codes } : null;
}

/**
 * The table of the first label that has headings of use over it: the office's own name in a title
 * has none.
 */
function firstTable(
  sheet: Sheet,
  labelColumn: number,
  kind: Kind,
  namers: Namers,
  after: number,
): Located | null {
  for (const first of labelRows(sheet, labelColumn, kind).filter((row) => row > after)) {
    const table = tableOver(sheet, labelColumn, first, after);
    if (table?.headings.some(({ texts }) => kind.isUseful(namers.column(texts))))
      return { table, kind };
  }
  return null;
}

function labelRows(sheet: Sheet, labelColumn: number, { read }: Kind): number[] {
  return [...sheet.rows.keys()]
    .filter((row) => read(textAt(sheet, row, labelColumn)) !== null)
    .sort((a, b) => a - b);
}

/**
 * Headings that every such table has and that ask for no figure, as {@link headingKey} writes them.
 */
const PLAIN =
  /^(?:stt|tt|mã.*|tên .*|ghi chú.*|đvt|đơn vị.*|mức giao.*|chỉ tiêu.*|nhiệm vụ.*|nội dung.*|cơ quan.*|sản phẩm.*|thời (?:gian|hạn).*|căn cứ.*)$/u;

function columnsOf(
  table: LabelledTable,
  kind: Kind,
  namers: Namers,
  undecided: Undecided[],
): FigureColumn[] {
  const columns: FigureColumn[] = [];
  for (const heading of table.headings.filter(({ column }) => column !== table.labelColumn)) {
    const says = namers.column(heading.texts);
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
    if (!kind.isUseful(says)) {
      if (!PLAIN.test(headingKey(heading.texts.at(-1)!))) say('column-unknown');
    } else if (isRepeated) say('column-repeated');
    else if (says.isContrary || says.indicators.length > 1) say('column-contrary');
    else columns.push({ heading, says });
  }
  return columns;
}

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
  const within = labels.filter(({ row }) => row <= last);
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
    else if (times.get(labelKey(label))! > 1) say('row-repeated');
    else if (says.of === 'indicator' && namesAnother(sheet, table, row, says.codes[0], namers))
      say('row-contrary');
    else rows.push({ row, label, says });
  }
  return rows;
}

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
