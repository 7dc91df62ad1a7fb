import type { Area } from './address';
import type { Cell, CellValue, Style } from './cell';
import { isBlank } from './cell';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** Native data validation of an area: it only hints, our check is the truth (a paste removes it). */
export interface Validation {
  area: Area;
  /** Allowed words of a drop-down, or the formula that must be true (without "="). */
  rule: { list: string[] } | { formula: string };
  prompt?: { title: string; text: string };
  error?: { title: string; text: string };
}

/** Print set-up; margins in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface PageSetup {
  landscape: boolean;
  margins: { top: number; bottom: number; left: number; right: number };
  /** Rows repeated at the top of every page, inclusive. */
  titleRows?: { first: number; last: number };
  printArea?: Area;
  footer?: string;
}

/** A sheet held in memory: what readers give and writers take. */
export class Sheet {
  visibility: Visibility = 'visible';
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly merges: Area[] = [];
  /** Widths in characters, heights in points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly validations: Validation[] = [];
  /** Protected without a password: against slips, not against people. */
  isProtected = false;
  frozenRows = 0;
  frozenColumns = 0;
  showGridlines = true;
  page: PageSetup | null = null;

  constructor(public name: string) {}

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? null;
  }

  set(row: number, column: number, cell: Cell): void {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    cells.set(column, cell);
  }

  /** A value with an optional style; text is text, whatever it starts with. */
  put(row: number, column: number, value: CellValue, style?: Style): void {
    this.set(row, column, style ? { value, style } : { value });
  }

  /** A formula and the value it has now, so that Protected View shows figures. */
  putFormula(row: number, column: number, formula: string, value: CellValue, style?: Style): void {
    this.set(row, column, style ? { value, formula, style } : { value, formula });
  }

  clear(row: number, column: number): void {
    const cells = this.rows.get(row);
    cells?.delete(column);
    if (cells?.size === 0) this.rows.delete(row);
  }

  /** The smallest area around cells that hold something; styled blanks do not count. */
  usedArea(): Area | null {
    let area: Area | null = null;
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (isBlank(cell.value) && cell.formula === undefined) continue;
        if (!area) area = { top: row, bottom: row, left: column, right: column };
        else {
          area.top = Math.min(area.top, row);
          area.bottom = Math.max(area.bottom, row);
          area.left = Math.min(area.left, column);
          area.right = Math.max(area.right, column);
        }
      }
    }
    return area;
  }
}
