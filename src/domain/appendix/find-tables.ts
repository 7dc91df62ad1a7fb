import { tidy } from '../../text/normal-form';
import type { Grid, GridCell } from './grid';
import {
  headerAt,
  type AgencyFinder,
  type ColumnChoice,
  type Header,
  type HeadingColumn,
} from './header';
import { readNumbering } from './numbering';
import { oneLine } from './one-line';

/** A run of rows under one heading row. */
export interface AppendixTable extends Omit<Header, 'height'> {
  grid: Grid;
  /** The title of its own above the table, "" when none. */
  title: string;
  /** The same headings again, with no title between: the table goes on. */
  isContinued: boolean;
  rows: readonly number[];
}

export interface SheetTables {
  tables: AppendixTable[];
  /** Lines above the first table. */
  opening: string[];
}

export interface TableContext {
  year: number | null;
  choices: readonly ColumnChoice[];
  agencyOf: AgencyFinder;
}

const OPENING_LINES = 30;

export function findTables(grid: Grid, context: TableContext): SheetTables {
  const headers: { header: Header; at: number; next: number }[] = [];
  for (let at = 0; at < grid.rows.length; at++) {
    const header = headerAt(grid, at, context);
    if (!header) continue;
    headers.push({ header, at, next: at + header.height });
    at += header.height - 1;
  }
  const tables: AppendixTable[] = [];
  headers.forEach(({ header, next }, index) => {
    const above = titlesAbove(
      grid,
      header,
      headers[index].at,
      index === 0 ? 0 : headers[index - 1].next,
    );
    const lines = above.map((row) => oneLine(grid.cells(row)[0].text));
    const previous = tables.at(-1);
    if (previous && above.length > 0)
      tables[index - 1] = {
        ...previous,
        rows: previous.rows.slice(0, previous.rows.length - above.length),
      };
    const end = headers[index + 1]?.at ?? grid.rows.length;
    const start = next < end && isColumnNumbers(grid.cells(grid.rows[next])) ? next + 1 : next;
    tables.push({
      grid,
      ...header,
      unit: header.unit || unitAbove(lines),
      title: tableTitle(lines, index === 0),
      isContinued:
        previous !== undefined &&
        lines.length === 0 &&
        previous.rows.length > 0 &&
        isSame(header, headers[index - 1].header),
      rows: withoutSignature(grid, grid.rows.slice(start, end)),
    });
  });
  const first = headers[0]?.at ?? 0;
  const opening = grid.rows
    .slice(Math.max(0, first - OPENING_LINES), first)
    .flatMap((row) => grid.cells(row).map(({ text }) => text))
    .filter((text) => text.length < 1000);
  return { tables, opening };
}

/** Who signs and who is sent it stand under the table and are no rows of it. */
const SIGNATURE =
  /^(nơi nhận\s*:?|(tm|kt|tl|tuq)\.\s*\p{L}.*|q\.\s*(chủ tịch|giám đốc|chánh|trưởng|cục|chi cục|tổng|viện|vụ|thủ trưởng).*|người lập( biểu)?|thủ trưởng( cơ quan| đơn vị)?|.{2,40}, ngày\s.{0,6}\stháng\s.{0,6}\snăm\s.{0,6})$/iu;

function withoutSignature(grid: Grid, rows: readonly number[]): readonly number[] {
  // Rows that go on with the numbers are of the table, whatever stands between them.
  const last = rows.findLastIndex((row) => isNumbered(grid.cells(row)));
  const at = rows.findIndex((row, index) => {
    const cells = grid.cells(row);
    return (
      index > last &&
      cells.length <= 3 &&
      cells.some(({ text }) => SIGNATURE.test(oneLine(text).normalize('NFC')))
    );
  });
  return at < 0 ? rows : rows.slice(0, at);
}

function isNumbered(cells: readonly GridCell[]): boolean {
  if (cells.length < 2) return false;
  const { kind } = readNumbering(cells[0].text);
  return kind === 'number' || kind === 'roman' || kind === 'capital' || kind === 'letter';
}

function isSame(a: Header, b: Header): boolean {
  const isAlike = a.columns.size === b.columns.size && a.scoped.length === b.scoped.length;
  if (!isAlike || (a.byAgency === null) !== (b.byAgency === null)) return false;
  const names = (header: Header): string =>
    header.byAgency?.measures.map(({ name }) => tidy(name)).join('\n') ?? '';
  return (
    names(a) === names(b) &&
    [...a.columns].every(([role, column]) => b.columns.get(role) === column)
  );
}

/** "(1) (2) (3)", "A B 1 2" or "1 2 3=4+5" under the headings. */
export function isColumnNumbers(cells: readonly GridCell[]): boolean {
  return (
    cells.length >= 3 &&
    cells.every(({ text }) =>
      /^\s*\(?(\d{1,2}|[A-Z])\)?(\s*=[\s\d()+\-–*xX×:/.,%]{1,40})?\s*$/.test(text),
    ) &&
    cells.some(({ text }) => !text.includes('='))
  );
}

/** The lines that stand alone in their rows directly above a heading row. */
function titlesAbove(grid: Grid, header: Header, headerAt: number, from: number): number[] {
  const titles: number[] = [];
  const left = Math.min(...header.columns.values());
  for (let at = headerAt - 1; at >= from && at >= headerAt - OPENING_LINES; at--) {
    const cells = grid.cells(grid.rows[at]);
    if (cells.length !== 1 || !isTitleCell(grid, cells[0], left + 1)) break;
    titles.unshift(grid.rows[at]);
  }
  return titles;
}

/**
 * A line over the table and not a cell of it: left of its texts, drawn over several columns or
 * bold.
 */
export function isTitleCell(grid: Grid, cell: GridCell, textColumn: number): boolean {
  if (/^[\d\s().]*$/.test(cell.text)) return false;
  const merge = grid.mergeAt(cell.row, cell.column);
  return cell.column < textColumn || cell.isBold || (merge !== null && merge.right > merge.left);
}

const ASIDE = /^\(|^(phụ lục|biểu mẫu|đvt|đơn vị tính)(\s|:|$)/i;

/**
 * Under the title of the whole appendix only a numbered line, or one that names a resolution, is a
 * table's own.
 */
function tableTitle(lines: string[], isFirst: boolean): string {
  const last = lines.filter((line) => !ASIDE.test(line.normalize('NFC'))).at(-1) ?? '';
  const isWhole = isFirst || lines.some((line) => /^phụ lục/i.test(line.normalize('NFC')));
  if (!isWhole) return last;
  return /^(\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s|nghị quyết|^(bảng|biểu)\s/i.test(last.normalize('NFC'))
    ? last
    : '';
}

function unitAbove(lines: string[]): string {
  for (const line of lines) {
    const unit = /^\(?(?:đvt|đơn vị tính)\s*:\s*([^)]{1,20})\)?$/i.exec(line.normalize('NFC'))?.[1];
    if (unit) return unit.trim();
  }
  return '';
}

/** Columns that are not read, or only by a guess, and have something under them. */
export function doubtfulColumns(table: AppendixTable): Pick<HeadingColumn, 'cell' | 'isGuessed'>[] {
  const { grid, all, rows } = table;
  const doubtful = all.filter(
    ({ role, isGuessed, isChosen, isAside }) =>
      !isChosen && !isAside && (role === 'none' || isGuessed),
  );
  const empty = new Set(doubtful.map(({ column }) => column));
  for (const row of rows) {
    if (empty.size === 0) break;
    for (const { column } of grid.cells(row)) empty.delete(column);
  }
  return [...doubtful.filter(({ column }) => !empty.has(column)), ...withoutHeading(table)];
}

/** Figures of a column nobody named, between or beside the others; one alone is a stray. */
function withoutHeading({
  grid,
  all,
  rows,
}: AppendixTable): { cell: GridCell; isGuessed: false }[] {
  const headed = new Set(all.map(({ column }) => column));
  const figures = new Map<number, GridCell[]>();
  for (const row of rows) {
    for (const cell of grid.cells(row)) {
      if (headed.has(cell.column) || !/\d/.test(cell.text)) continue;
      figures.set(cell.column, [...(figures.get(cell.column) ?? []), cell]);
    }
  }
  const left = Math.min(...headed);
  return [...figures]
    .filter(([column, cells]) => column > left && cells.length > 1)
    .map(([, [cell]]) => ({ cell, isGuessed: false }));
}
