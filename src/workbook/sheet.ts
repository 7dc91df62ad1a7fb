import type { Area } from './address';
import type { Cell, CellValue, Style } from './cell';
import { isBlank } from './cell';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

export type Comparison =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

export type ValidationRule =
  /** Words of a drop-down. */
  | { list: string[] }
  /** A drop-down of the cells a reference gives (without "="). */
  | { source: string }
  /** A formula that must be true (without "="). */
  | { formula: string }
  /** A bound in Excel's own terms; operands are formulas without "=". */
  | {
      kind: 'whole' | 'decimal' | 'date' | 'time' | 'textLength';
      operator: Comparison;
      first: string;
      second?: string;
    };

/**
 * Native data validation of an area: it only hints, our check is the truth (a paste removes it).
 */
export interface Validation {
  area: Area;
  rule: ValidationRule;
  prompt?: { title: string; text: string };
  error?: { title: string; text: string; severity?: 'warning' | 'information' };
  /** A blank is refused as well. */
  refusesBlank?: boolean;
}

/** A native conditional format; earlier ones win. Operands are formulas without "=". */
export interface ConditionalFormat {
  area: Area;
  rule:
    | { formula: string }
    | { operator: Comparison; first: string; second?: string }
    | { contains: string };
  style: Style;
  stopIfTrue?: boolean;
}

export interface Note {
  row: number;
  column: number;
  text: string;
  author: string;
}

/** A link from a cell to a cell of the same workbook; no sheet of ours leads anywhere else. */
export interface Link {
  row: number;
  column: number;
  sheet: string;
  cell: string;
}

/** A native table ("ListObject"): the first row of its area holds the headings. */
export interface Table {
  name: string;
  area: Area;
  style: string;
  hasTotals: boolean;
  showsFilter: boolean;
}

export type ChartKind = 'column' | 'bar' | 'line' | 'pie';

/** A native chart. References are formulas such as 'Sheet'!$A$1:$A$9. */
export interface Chart {
  name: string;
  kind: ChartKind;
  title: string;
  series: { name: string; values: string; categories: string }[];
  /** The cells it stands over. */
  place: Area;
  /** What it shows, in words. */
  description?: string;
  /** Its figures are drawn from 0 on, not from the smallest of them. */
  startsAtZero?: boolean;
}

/** What people may still do on a protected sheet; what is not named they may not. */
export interface ProtectionOptions {
  allowAutoFilter?: boolean;
  allowDeleteColumns?: boolean;
  allowDeleteRows?: boolean;
  allowEditObjects?: boolean;
  allowEditScenarios?: boolean;
  allowFormatCells?: boolean;
  allowFormatColumns?: boolean;
  allowFormatRows?: boolean;
  allowInsertColumns?: boolean;
  allowInsertHyperlinks?: boolean;
  allowInsertRows?: boolean;
  allowPivotTables?: boolean;
  allowSort?: boolean;
}

/** Print set-up; margins in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface PageSetup {
  landscape: boolean;
  margins: { top: number; bottom: number; left: number; right: number };
  /** Rows repeated at the top of every page, inclusive. */
  titleRows?: { first: number; last: number };
  /**
   * Columns repeated at the left of every page, inclusive: of a table over several pages side by
   * side.
   */
  titleColumns?: { first: number; last: number };
  /** So many pages side by side; 1 where nothing is said. */
  pagesWide?: number;
  /**
   * Per cent of full size, and the rows and columns with which a page begins: of a file that is
   * printed. Where several pages stand side by side and nothing says which columns begin one, it is
   * fitted to them.
   */
  scale?: number;
  rowBreaks?: number[];
  columnBreaks?: number[];
  printArea?: Area;
  header?: string;
  footer?: string;
  /** Header and footer are not shown on the first page. */
  bareFirstPage?: boolean;
  /**
   * Pages are counted from this number on; as the sheets before it left it where nothing is said.
   */
  firstPageNumber?: number;
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
  /**
   * Of a sheet that is made anew: columns hidden while they hold nothing. The others of it are seen
   * as people have them.
   */
  readonly columnsByContent = new Set<number>();
  readonly validations: Validation[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly notes: Note[] = [];
  readonly links: Link[] = [];
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  /** Names that hold on this sheet only, as in Workbook.names. */
  readonly names = new Map<string, string>();
  /** Protected without a password: against slips, not against people. */
  isProtected = false;
  protectionOptions: ProtectionOptions = {};
  /** #RRGGBB, "" for none. */
  tabColor = '';
  /** Stands before the others where it comes into a workbook. */
  comesFirst = false;
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

  /** A row that is not there yet, from its first column on. */
  putRow(row: number, cells: readonly Cell[]): void {
    this.rows.set(row, new Map(cells.entries()));
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
