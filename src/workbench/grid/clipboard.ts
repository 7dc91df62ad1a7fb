import type { Area } from '../../workbook/address';
import { shiftFormula } from '../../workbook/formula';
import type { Sheet } from '../../workbook/sheet';
import type { Content } from '../model/workbook-model';
import { shownText } from '../host/number-text';

/**
 * A selection as the tab-separated text other programs paste; texts with tabs or line breaks stand
 * in quotes.
 */
export function toTabbedText(sheet: Sheet, area: Area): string {
  const rows: string[] = [];
  const { bottom, right } = within(sheet, area);
  for (let row = area.top; row <= bottom; row++) {
    const cells: string[] = [];
    for (let column = area.left; column <= right; column++) {
      const cell = sheet.cell(row, column);
      const text = shownText(cell?.value ?? null, cell?.style?.format);
      cells.push(/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
    }
    rows.push(cells.join('\t'));
  }
  return rows.join('\n');
}

/** Tab-separated text as rows of cells; a last line break adds no row. */
export function fromTabbedText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    rows[rows.length - 1].push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
    if (match[3] === '') break;
    if (match[3] !== '\t') rows.push([]);
  }
  if (rows.length > 1 && /[\r\n]$/.test(text)) rows.pop();
  return rows;
}

/** Whole rows and columns are copied as far as anything stands. */
function within(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea();
  const isLong = area.bottom - area.top > 100_000 || area.right - area.left > 1000;
  if (!isLong) return area;
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, used?.bottom ?? 0)),
    right: Math.max(area.left, Math.min(area.right, used?.right ?? 0)),
  };
}

/** Cells that were copied or cut here, and the text other programs were given for them. */
export interface Copied {
  text: string;
  rows: number;
  columns: number;
  /** What the cell so far from the corner puts into a cell. */
  at(down: number, right: number, row: number, column: number): Content | null;
}

export function copyCells(sheet: Sheet, selected: Area, text: string, isCut: boolean): Copied {
  const area = within(sheet, selected);
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => {
      const cell = sheet.cell(area.top + r, area.left + c);
      return cell && { ...cell };
    }),
  );
  return {
    text,
    rows,
    columns,
    at(down, right, row, column) {
      const cell = cells[down % rows][right % columns];
      if (!cell) return { value: null };
      const { value, style, formula } = cell;
      if (formula === undefined) return { value, style };
      // A formula that is cut goes on pointing where it pointed; a copied one moves along.
      const [dr, dc] = [row - area.top - (down % rows), column - area.left - (right % columns)];
      return { value, style, formula: isCut ? formula : shiftFormula(formula, dr, dc) };
    },
  };
}

/** Where a block goes: where the selection begins, as often as it fits into the selection. */
export function pasteArea({ top, left, bottom, right }: Area, { rows, columns }: Copied): Area {
  const times = (size: number, one: number) => Math.max(1, Math.floor(size / one));
  return {
    top,
    left,
    bottom: top + times(bottom - top + 1, rows) * rows - 1,
    right: left + times(right - left + 1, columns) * columns - 1,
  };
}
