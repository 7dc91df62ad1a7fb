import type { CellValue } from '../../workbook/cell';

/** A formula cell and the value it has now. */
export interface CalculatedCell {
  sheet: string;
  row: number;
  column: number;
  value: CellValue;
  /**
   * Of an array formula: what it puts into the cells from this one on, this one's value included.
   */
  spill?: CellValue[][];
}

/** What a formula needs to see of a workbook. */
export interface CalcSheet {
  name: string;
  /** Formula cells without "=". */
  formulas: { row: number; column: number; formula: string }[];
  /** Values of the cells that formulas refer to. */
  values: { row: number; column: number; value: CellValue }[];
}

/** A calculation engine behind a seam: whole recalculation of what is given, in one call. */
export interface CalcEngine {
  calculate(sheets: readonly CalcSheet[]): CalculatedCell[];
}
