import type { Level } from '../plan/plan';
import type { Grid, GridCell } from './grid';
import {
  levelInHeading,
  mayBeTextHeading,
  namesIndicators,
  readHeading,
  unitInHeading,
  yearInHeading,
  type Role,
} from './headings';
import { oneLine } from './one-line';

/** A run of rows under one heading row. */
export interface AppendixTable {
  grid: Grid;
  columns: ReadonlyMap<Role, number>;
  /** Columns of targets that stand for one level each. */
  levelColumns: readonly { level: Level; column: number }[];
  namesIndicators: boolean;
  /** Unit said by the target's heading or above the table, "" when none. */
  unit: string;
  /** Year said by the target's heading. */
  year: number | null;
  /** Headings that are not known. */
  unread: readonly GridCell[];
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

const OPENING_LINES = 30;

export function findTables(grid: Grid, year: number | null): SheetTables {
  const headers: { header: Header; at: number; next: number }[] = [];
  for (let at = 0; at < grid.rows.length; at++) {
    const header = headerAt(grid, at, year);
    if (!header) continue;
    headers.push({ header, at, next: at + header.height });
    at += header.height - 1;
  }
  const tables: AppendixTable[] = [];
  headers.forEach(({ header, next }, index) => {
    const above = titlesAbove(grid, header, headers[index].at, index === 0 ? 0 : headers[index - 1].next);
    const lines = above.map((row) => oneLine(grid.cells(row)[0].text));
    const previous = tables.at(-1);
    if (previous && above.length > 0)
      tables[index - 1] = { ...previous, rows: previous.rows.slice(0, previous.rows.length - above.length) };
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
      rows: grid.rows.slice(start, end),
    });
  });
  const first = headers[0]?.at ?? 0;
  const opening = grid.rows
    .slice(Math.max(0, first - OPENING_LINES), first)
    .flatMap((row) => grid.cells(row).map(({ text }) => text))
    .filter((text) => text.length < 1000);
  return { tables, opening };
}

interface Header {
  columns: Map<Role, number>;
  levelColumns: { level: Level; column: number }[];
  namesIndicators: boolean;
  unit: string;
  year: number | null;
  unread: GridCell[];
  /** Rows of the sheet that hold it. */
  height: number;
}

function headerAt(grid: Grid, at: number, year: number | null): Header | null {
  const cells = grid.cells(grid.rows[at]);
  if (cells.length < 2 || !cells.some(({ text }) => mayBeTextHeading(text))) return null;
  const below = grid.rows[at + 1];
  if (below !== undefined) {
    const under = underHeadings(grid, cells, below);
    const header =
      under &&
      readHeader([...cells.filter(({ column }) => !under.replaced.has(column)), ...under.cells], under.targets, year);
    if (header) return { ...header, height: 2 };
  }
  const header = readHeader(cells, new Set(), year);
  return header && { ...header, height: 1 };
}

interface UnderHeadings {
  cells: readonly GridCell[];
  /** Columns of the headings above that they take the place of. */
  replaced: Set<number>;
  /** Columns under a heading of targets. */
  targets: Set<number>;
}

/** A second row of headings stands only under headings that are merged over several columns, or under nothing. */
function underHeadings(grid: Grid, cells: readonly GridCell[], row: number): UnderHeadings | null {
  const own = grid.cells(row);
  if (own.length === 0) return null;
  const [replaced, targets] = [new Set<number>(), new Set<number>()];
  const above = new Map(cells.map((cell) => [cell.column, cell]));
  for (const cell of own) {
    const merge = grid.mergeAt(cells[0].row, cell.column);
    const isUnderWide = merge !== null && merge.right > merge.left;
    if (!isUnderWide && above.has(cell.column)) return null;
    const over = isUnderWide ? readHeading(above.get(merge.left)?.text ?? '')?.role : undefined;
    const isUnderTarget = over === 'target' || over === 'text-or-target';
    if (!readHeading(cell.text) && !levelInHeading(cell.text, isUnderTarget)) return null;
    if (isUnderWide) replaced.add(merge.left);
    if (isUnderTarget) targets.add(cell.column);
  }
  return { cells: own, replaced, targets };
}

function readHeader(
  cells: readonly GridCell[],
  underTargets: ReadonlySet<number>,
  year: number | null,
): Omit<Header, 'height'> | null {
  const read = cells.map((cell) => ({
    cell,
    role: readHeading(cell.text)?.role,
    level: levelInHeading(cell.text, underTargets.has(cell.column)),
  }));
  const firstOf = (role: string): GridCell | undefined => read.find((one) => one.role === role)?.cell;
  const either = firstOf('text-or-target');
  const targets = read.filter(({ role }) => role === 'target').map(({ cell }) => cell);
  let target = targets.find(({ text }) => year !== null && yearInHeading(text) === year) ?? targets[0];
  const levelColumns = read.flatMap(({ cell, level }) => (level ? [{ level, column: cell.column }] : []));
  let text = firstOf('text');
  if (either && (!text || target || levelColumns.length > 0)) text = either;
  else if (either) target = either;
  if (!text) return null;
  const columns = new Map<Role, number>([['text', text.column]]);
  const add = (role: Role, cell: GridCell | undefined): void => {
    if (cell && !columns.has(role)) columns.set(role, cell.column);
  };
  if (levelColumns.length === 0) add('target', target);
  for (const role of ['stt', 'unit', 'lead', 'coordinating', 'implementing', 'product', 'deadline'] as const)
    add(role, firstOf(role));
  const measures = namesIndicators(text.text);
  if (measures || columns.has('target')) add('unit', firstOf('unit-or-implementing'));
  else add('implementing', firstOf('unit-or-implementing'));
  const known = columns.size + (levelColumns.length > 0 ? 1 : 0);
  if (known < 3) return null;
  const used = new Set([...columns.values(), ...levelColumns.map(({ column }) => column)]);
  return {
    columns,
    levelColumns,
    namesIndicators: measures,
    unit: target ? unitInHeading(target.text) : '',
    year: target ? yearInHeading(target.text) : null,
    unread: cells.filter(({ column }) => !used.has(column)),
  };
}

function isSame(a: Header, b: Header): boolean {
  return a.columns.size === b.columns.size && [...a.columns].every(([role, column]) => b.columns.get(role) === column);
}

/** "(1) (2) (3)" or "A B 1 2" under the headings. */
export function isColumnNumbers(cells: readonly GridCell[]): boolean {
  return cells.length >= 3 && cells.every(({ text }) => /^\s*\(?(\d{1,2}|[A-Z])\)?\s*$/.test(text));
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

/** A line over the table and not a cell of it: left of its texts, drawn over several columns or bold. */
export function isTitleCell(grid: Grid, cell: GridCell, textColumn: number): boolean {
  if (/^[\d\s().]*$/.test(cell.text)) return false;
  const merge = grid.mergeAt(cell.row, cell.column);
  return cell.column < textColumn || cell.isBold || (merge !== null && merge.right > merge.left);
}

const ASIDE = /^\(|^(phụ lục|biểu mẫu|đvt|đơn vị tính)(\s|:|$)/i;

/** Under the title of the whole appendix only a numbered line, or one that names a resolution, is a table's own. */
function tableTitle(lines: string[], isFirst: boolean): string {
  const last = lines.filter((line) => !ASIDE.test(line.normalize('NFC'))).at(-1) ?? '';
  const isWhole = isFirst || lines.some((line) => /^phụ lục/i.test(line.normalize('NFC')));
  if (!isWhole) return last;
  return /^(\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s|nghị quyết|^(bảng|biểu)\s/i.test(last.normalize('NFC')) ? last : '';
}

function unitAbove(lines: string[]): string {
  for (const line of lines) {
    const unit = /^\(?(?:đvt|đơn vị tính)\s*:\s*([^)]{1,20})\)?$/i.exec(line.normalize('NFC'))?.[1];
    if (unit) return unit.trim();
  }
  return '';
}

/** Headings that are not known and have something under them. */
export function unreadColumns({ grid, unread, rows }: AppendixTable): GridCell[] {
  const empty = new Set(unread.map(({ column }) => column));
  for (const row of rows) {
    if (empty.size === 0) break;
    for (const { column } of grid.cells(row)) empty.delete(column);
  }
  return unread.filter(({ column }) => !empty.has(column));
}
