import { cellName, type Area } from '../../workbook/address';
import { isBlank, isDateFormat, isError, isPercentFormat, type Cell } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { dateFromSerial, formatDate } from '../../text/date';

/** No appendix is wider; a merge over the whole grid must not be walked. */
const WIDEST_MERGE = 64;

export interface GridCell {
  row: number;
  column: number;
  /** As shown, line breaks kept. */
  text: string;
  isBold: boolean;
}

/**
 * A sheet as a reader sees it: the texts of its rows from top to bottom, and what a merge shows in
 * the cells it covers.
 */
export class Grid {
  /** Rows that hold something, ascending. */
  readonly rows: readonly number[];
  private readonly merges = new Map<number, Area[]>();
  /** A row is asked for several times in turn. */
  private latest: { row: number; cells: readonly GridCell[] } = { row: -1, cells: [] };

  constructor(
    private readonly sheet: Sheet,
    private readonly date1904: boolean,
  ) {
    this.rows = [...sheet.rows]
      .filter(([, cells]) => [...cells.values()].some(({ value }) => !isBlank(value)))
      .map(([row]) => row)
      .sort((a, b) => a - b);
    for (const merge of [...sheet.merges].sort((a, b) => a.top - b.top)) {
      const right = Math.min(merge.right, merge.left + WIDEST_MERGE);
      for (let column = merge.left; column <= right; column++) {
        const inColumn = this.merges.get(column);
        if (inColumn) inColumn.push(merge);
        else this.merges.set(column, [merge]);
      }
    }
  }

  get name(): string {
    return this.sheet.name;
  }

  /** The cells of a row that hold something of their own, from left to right. */
  cells(row: number): readonly GridCell[] {
    if (this.latest.row !== row) this.latest = { row, cells: this.readCells(row) };
    return this.latest.cells;
  }

  private readCells(row: number): GridCell[] {
    const cells: GridCell[] = [];
    for (const [column, cell] of this.sheet.rows.get(row) ?? []) {
      if (isBlank(cell.value) || this.isCovered(row, column)) continue;
      const text = shownText(cell, this.date1904);
      if (text.trim() !== '') cells.push({ row, column, text, isBold: cell.style?.bold === true });
    }
    return cells.sort((a, b) => a.column - b.column);
  }

  /** What a place shows: its own cell, or the one a merge draws over it. */
  shown(row: number, column: number): GridCell {
    const merge = this.mergeAt(row, column);
    const [top, left] = merge ? [merge.top, merge.left] : [row, column];
    const cell = this.sheet.cell(top, left);
    const text = cell ? shownText(cell, this.date1904) : '';
    return {
      row: top,
      column: left,
      text: text.trim() === '' ? '' : text,
      isBold: cell?.style?.bold === true,
    };
  }

  mergeAt(row: number, column: number): Area | null {
    const merges = this.merges.get(column);
    if (!merges) return null;
    let [low, high] = [0, merges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (merges[middle].top <= row) low = middle + 1;
      else high = middle;
    }
    const merge = merges[low - 1];
    return merge && merge.bottom >= row ? merge : null;
  }

  isCovered(row: number, column: number): boolean {
    const merge = this.mergeAt(row, column);
    return merge !== null && (merge.top !== row || merge.left !== column);
  }

  place(cell: { row: number; column: number }): { sheet: string; cell: string } {
    return { sheet: this.sheet.name, cell: cellName(cell.row, cell.column) };
  }
}

/**
 * Numbers as a Vietnamese office writes them, dates by their format: Excel makes dates of "01/2023"
 * and percentages of "80%".
 */
function shownText({ value, style }: Cell, date1904: boolean): string {
  if (isBlank(value)) return '';
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  if (isPercentFormat(style?.format)) return `${plain(value * 100)}%`;
  const date = isDateFormat(style?.format) ? dateFromSerial(value, date1904) : null;
  if (date === null) return plain(value);
  return /d/i.test(style?.format ?? '')
    ? formatDate(date)
    : `${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(12))).replace('.', ',');
}
