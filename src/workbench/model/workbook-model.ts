import { quoteSheet, type Area } from '../../workbook/address';
import type { Cell, CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import type { CalcEngine } from '../calc/calc-engine';
import { calculationOf } from '../calc/precedents';

export type ModelChange =
  | { kind: 'cells'; sheet: Sheet; area: Area; by: 'person' | 'add-in' }
  | { kind: 'look'; sheet: Sheet }
  | { kind: 'sheets' }
  | { kind: 'active' }
  | { kind: 'selection' }
  | { kind: 'calculated' }
  | { kind: 'opened' };

/** The open workbook of our page: cells and sheets, the active sheet, the selection, and recalculation after changes. */
export class WorkbookModel {
  workbook: Workbook = emptyWorkbook([new Sheet('Sheet1')]);
  name = 'so-lam-viec.xlsx';
  active: Sheet = this.workbook.sheets[0];
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  private readonly ids = new Map<Sheet, string>();
  private nextId = 1;
  private readonly listeners = new Set<(change: ModelChange) => void>();
  private stale = false;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(private engine: CalcEngine | null = null) {}

  useEngine(engine: CalcEngine): void {
    this.engine = engine;
    this.stale = true;
    this.recalculate();
  }

  listen(listener: (change: ModelChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  notify(change: ModelChange): void {
    for (const listener of this.listeners) listener(change);
  }

  open(workbook: Workbook, name: string): void {
    this.workbook = workbook;
    this.name = name;
    this.active = workbook.sheets.find((sheet) => sheet.visibility === 'visible') ?? workbook.sheets[0];
    this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    this.stale = true;
    this.notify({ kind: 'opened' });
  }

  /** The id Office.js knows a sheet by. */
  idOf(sheet: Sheet): string {
    let id = this.ids.get(sheet);
    if (!id) this.ids.set(sheet, (id = `{00000000-0001-0000-${String(this.nextId++).padStart(4, '0')}-000000000000}`));
    return id;
  }

  addSheet(sheet: Sheet): void {
    this.workbook.sheets.push(sheet);
    this.notify({ kind: 'sheets' });
  }

  /** Formulas follow a sheet that is renamed, as in Excel. */
  rename(sheet: Sheet, name: string): void {
    const [before, after] = [`${quoteSheet(sheet.name)}!`, `${quoteSheet(name)}!`];
    sheet.name = name;
    for (const one of this.workbook.sheets) {
      for (const cells of one.rows.values()) {
        for (const cell of cells.values()) {
          if (cell.formula?.includes(before)) cell.formula = cell.formula.replaceAll(before, after);
        }
      }
    }
    this.stale = true;
    this.notify({ kind: 'sheets' });
  }

  removeSheet(sheet: Sheet): void {
    const index = this.workbook.sheets.indexOf(sheet);
    this.workbook.sheets.splice(index, 1);
    if (this.active === sheet) this.activate(this.workbook.sheets.find((one) => one.visibility === 'visible')!);
    this.stale = true;
    this.notify({ kind: 'sheets' });
  }

  activate(sheet: Sheet): void {
    this.active = sheet;
    this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    this.notify({ kind: 'active' });
  }

  select(sheet: Sheet, area: Area): void {
    this.active = sheet;
    this.selection = area;
    this.notify({ kind: 'selection' });
  }

  /** Puts a typed value or formula into a cell and keeps its look. */
  write(sheet: Sheet, row: number, column: number, content: { value: CellValue; formula?: string }): void {
    const style = sheet.cell(row, column)?.style;
    if (content.value === null && content.formula === undefined && !style) sheet.clear(row, column);
    else {
      const cell: Cell = { value: content.value };
      if (content.formula !== undefined) cell.formula = content.formula;
      if (style) cell.style = style;
      sheet.set(row, column, cell);
    }
    this.stale = true;
  }

  /** A person typed into a cell of the grid. */
  edit(row: number, column: number, content: { value: CellValue; formula?: string; format?: string }): void {
    const sheet = this.active;
    this.write(sheet, row, column, content);
    const cell = sheet.cell(row, column);
    if (content.format && cell && !cell.style?.format) cell.style = { ...cell.style, format: content.format };
    this.recalculate();
    this.notify({ kind: 'cells', sheet, area: { top: row, left: column, bottom: row, right: column }, by: 'person' });
  }

  /** After a batch: calculated when the add-in is done for the moment, or earlier when somebody reads a value. */
  recalculateSoon(): void {
    if (!this.stale) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.recalculate(), 30);
  }

  /** Recalculates when something changed since the last time. */
  recalculate(): void {
    if (!this.stale || !this.engine) return;
    this.stale = false;
    for (const { sheet, row, column, value } of this.engine.calculate(calculationOf(this.workbook))) {
      const cell = this.workbook.sheets.find((one) => one.name === sheet)?.cell(row, column);
      if (cell) cell.value = value;
    }
    this.notify({ kind: 'calculated' });
  }
}
