import { theOne } from '../../known/known';
import type { Area } from '../../workbook/address';
import type { Cell, CellValue, Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import type { CalcEngine } from '../calc/calc-engine';
import { ConditionalLooks, type Looks, type Seen } from '../calc/conditional-looks';
import { calculationOf } from '../calc/precedents';
import { renameSheetIn, type Shift } from './move-references';
import { eachFormula, shiftCells } from './shift-cells';
import { putSpill, takeAllBack, takeBack } from './spill';

/**
 * Who changed something: the person in the grid, the add-in, or somebody else who has the workbook
 * open too.
 */
export type Author = 'person' | 'add-in' | 'other';

export type ModelChange =
  | { kind: 'cells'; sheet: Sheet; area: Area; by: Author; before?: CellValue; after?: CellValue }
  | { kind: 'shifted'; sheet: Sheet; shift: Shift; by: Author }
  | { kind: 'look'; sheet: Sheet; area?: Area; by?: Author }
  | { kind: 'added'; sheet: Sheet; by: Author }
  | { kind: 'deleted'; sheet: Sheet; id: string; by: Author }
  | { kind: 'renamed'; sheet: Sheet; before: string; by: Author }
  | { kind: 'visibility'; sheet: Sheet; before: Sheet['visibility']; by: Author }
  | { kind: 'moved'; sheet: Sheet; before: number; by: Author }
  | { kind: 'protection'; sheet: Sheet; by: Author }
  | { kind: 'active'; before: Sheet }
  | { kind: 'selection' }
  | { kind: 'calculated'; sheets: Sheet[] }
  | { kind: 'opened' };

/** What stands in a cell, for taking an edit back. */
interface Edit {
  sheet: Sheet;
  cells: { row: number; column: number; before: Cell | undefined; after: Cell | undefined }[];
}

/** What a person puts into a cell; a look only where it is pasted from a cell. */
export interface Content {
  value: CellValue;
  formula?: string;
  format?: string;
  style?: Style;
}

/** A cell to come back to; what an array formula put beside it is calculated anew. */
function copyOf(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { spill: _spill, ...copy } = cell;
  return copy;
}

function areaOf({ cells }: Edit): Area {
  const area = { top: Infinity, bottom: 0, left: Infinity, right: 0 };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  return area;
}

interface Selected {
  selection: Area;
  anchor: { row: number; column: number };
}

const FIRST_CELL: Selected = {
  selection: { top: 0, left: 0, bottom: 0, right: 0 },
  anchor: { row: 0, column: 0 },
};

/**
 * The open workbook of our page: cells and sheets, the active sheet, the selection, and
 * recalculation after changes.
 */
export class WorkbookModel {
  workbook: Workbook = emptyWorkbook([new Sheet('Sheet1')]);
  name = 'so-lam-viec.xlsx';
  active: Sheet = this.workbook.sheets[0];
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  /** Where typing goes: the cell a selection was begun at. */
  get activeCell(): { top: number; left: number } {
    return { top: this.anchor.row, left: this.anchor.column };
  }
  private anchor = { row: 0, column: 0 };
  /** What was selected on the sheets that were left, as in Excel. */
  private readonly left = new WeakMap<Sheet, Selected>();
  /** A person is typing into a cell: Excel takes no batches meanwhile. */
  isEditing = false;
  typing(isTyping: boolean): void {
    this.isEditing = isTyping;
  }
  /** Something changed since it was opened or saved. */
  isDirty = false;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  /** Parts of the opened file that saving will not write; said before saving. */
  losses: readonly string[] = [];
  private readonly ids = new Map<Sheet, string>();
  private nextId = 1;
  private readonly listeners = new Set<(change: ModelChange) => void>();
  /** Sheets whose change formulas do not show yet; everything, where that cannot be told. */
  private readonly changed = new Set<Sheet>();
  private isAllStale = false;
  private isSuspended = false;
  isScreenSuspended = false;
  private soon: ReturnType<typeof setTimeout> | undefined;
  private readonly looks = new Map<Sheet, ConditionalLooks>();
  private done: Edit[] = [];
  private undone: Edit[] = [];

  constructor(private engine: CalcEngine | null = null) {}

  useEngine(engine: CalcEngine): void {
    this.engine = engine;
    this.outdate();
    this.recalculate();
  }

  listen(listener: (change: ModelChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What its conditional formats make of the cells of a sheet that are seen, as they stand. */
  looksOf(sheet: Sheet, seen: Seen): Looks {
    const { engine, looks } = this;
    if (!engine) return new Map();
    let known = looks.get(sheet);
    if (!known) looks.set(sheet, (known = new ConditionalLooks(this.workbook, sheet, engine)));
    return known.of(seen);
  }

  notify(change: ModelChange): void {
    if (!['active', 'selection'].includes(change.kind)) this.looks.clear();
    if (!['active', 'selection', 'calculated', 'opened'].includes(change.kind)) this.isDirty = true;
    // As in Excel, what an add-in or another author does ends the person's undo.
    if ('by' in change && change.by !== 'person') this.done = this.undone = [];
    for (const listener of this.listeners) listener(change);
  }

  open(workbook: Workbook, name: string, losses: readonly string[] = []): void {
    this.workbook = workbook;
    this.name = name;
    this.losses = losses;
    this.active =
      workbook.sheets.find((sheet) => sheet.visibility === 'visible') ?? workbook.sheets[0];
    this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    this.anchor = { row: 0, column: 0 };
    this.isDirty = false;
    this.done = this.undone = [];
    this.outdate();
    this.notify({ kind: 'opened' });
  }

  /** The id Office.js knows a sheet by. */
  idOf(sheet: Sheet): string {
    let id = this.ids.get(sheet);
    if (!id)
      this.ids.set(
        sheet,
        (id = `{00000000-0001-0000-${String(this.nextId++).padStart(4, '0')}-000000000000}`),
      );
    return id;
  }

  /** A copy was saved; nothing is lost by leaving. */
  saved(): void {
    this.isDirty = false;
    this.notify({ kind: 'calculated', sheets: [] });
  }

  has(sheet: Sheet): boolean {
    return this.workbook.sheets.includes(sheet);
  }

  addSheet(sheet: Sheet, by: Author = 'add-in', position = this.workbook.sheets.length): void {
    this.workbook.sheets.splice(position, 0, sheet);
    this.outdate(sheet);
    this.notify({ kind: 'added', sheet, by });
  }

  /** Formulas follow a sheet that is renamed, as in Excel. */
  rename(sheet: Sheet, name: string, by: Author = 'add-in'): void {
    const before = sheet.name;
    sheet.name = name;
    eachFormula(this.workbook, () => (formula) => renameSheetIn(formula, before, name));
    this.outdate();
    this.notify({ kind: 'renamed', sheet, before, by });
  }

  /** Every formula of the workbook changed in one way. */
  changeFormulas(change: (formula: string) => string): void {
    eachFormula(this.workbook, () => change);
    this.outdate();
  }

  /** What pointed at the sheet becomes #REF!. */
  removeSheet(sheet: Sheet, by: Author = 'add-in'): void {
    const id = this.idOf(sheet);
    this.workbook.sheets.splice(this.workbook.sheets.indexOf(sheet), 1);
    eachFormula(this.workbook, () => (formula) => renameSheetIn(formula, sheet.name, null));
    if (this.active === sheet)
      this.activate(theOne(this.workbook.sheets, (one) => one.visibility === 'visible'));
    this.outdate();
    this.notify({ kind: 'deleted', sheet, id, by });
  }

  moveSheet(sheet: Sheet, position: number, by: Author = 'add-in'): void {
    const { sheets } = this.workbook;
    const before = sheets.indexOf(sheet);
    sheets.splice(before, 1);
    sheets.splice(position, 0, sheet);
    this.notify({ kind: 'moved', sheet, before, by });
  }

  show(sheet: Sheet, visibility: Sheet['visibility'], by: Author = 'add-in'): void {
    const before = sheet.visibility;
    if (before === visibility) return;
    sheet.visibility = visibility;
    if (visibility !== 'visible' && this.active === sheet) {
      this.activate(theOne(this.workbook.sheets, (one) => one.visibility === 'visible'));
    }
    this.notify({ kind: 'visibility', sheet, before, by });
  }

  protect(
    sheet: Sheet,
    isProtected: boolean,
    options: Sheet['protectionOptions'] = {},
    by: Author = 'add-in',
  ): void {
    sheet.isProtected = isProtected;
    sheet.protectionOptions = options;
    this.notify({ kind: 'protection', sheet, by });
  }

  activate(sheet: Sheet): void {
    const before = this.active;
    this.left.set(before, { selection: this.selection, anchor: this.anchor });
    const { selection, anchor } = this.left.get(sheet) ?? FIRST_CELL;
    this.active = sheet;
    // A selection of its own each time: what was typed into the one before is not typed here.
    this.selection = { ...selection };
    this.anchor = anchor;
    this.notify({ kind: 'active', before });
  }

  /** `anchor` is the cell of the area that typing goes to, its first unless told. */
  select(sheet: Sheet, area: Area, anchor = { row: area.top, column: area.left }): void {
    if (this.active !== sheet) this.activate(sheet);
    this.selection = area;
    this.anchor = anchor;
    this.notify({ kind: 'selection' });
  }

  shift(sheet: Sheet, shift: Shift, by: Author = 'add-in'): void {
    takeAllBack(sheet);
    shiftCells(this.workbook, sheet, shift);
    this.outdate();
    this.notify({ kind: 'shifted', sheet, shift, by });
  }

  /** Puts a typed value or formula into a cell and keeps its look. */
  write(
    sheet: Sheet,
    row: number,
    column: number,
    content: { value: CellValue; formula?: string },
  ): void {
    const before = sheet.cell(row, column);
    takeBack(sheet, row, column, before);
    const style = before?.style;
    if (content.value === null && content.formula === undefined && !style) sheet.clear(row, column);
    else {
      const cell: Cell = { value: content.value };
      if (content.formula !== undefined) cell.formula = content.formula;
      if (style) cell.style = style;
      sheet.set(row, column, cell);
    }
    this.outdate(sheet);
  }

  /** A person typed into a cell of the grid. */
  edit(
    row: number,
    column: number,
    content: { value: CellValue; formula?: string; format?: string },
  ): void {
    this.editCells([{ row, column, content }]);
  }

  /** A person changed several cells at once (paste, delete): one step of undo. */
  editCells(cells: { row: number; column: number; content: Content }[]): void {
    if (cells.length === 0) return;
    const sheet = this.active;
    const edit: Edit = { sheet, cells: [] };
    for (const { row, column, content } of cells) {
      const before = copyOf(sheet.cell(row, column));
      this.write(sheet, row, column, content);
      let cell = sheet.cell(row, column);
      if ('style' in content) {
        cell = { ...(cell ?? { value: null }), style: content.style };
        sheet.set(row, column, cell);
      } else if (content.format && cell && !cell.style?.format)
        cell.style = { ...cell.style, format: content.format };
      edit.cells.push({ row, column, before, after: copyOf(cell) });
    }
    this.done.push(edit);
    this.undone = [];
    this.edited(edit);
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Takes the person's last edit back. */
  undo(): void {
    const edit = this.done.pop();
    if (!edit) return;
    this.undone.push(edit);
    this.put(edit, 'before');
  }

  redo(): void {
    const edit = this.undone.pop();
    if (!edit) return;
    this.done.push(edit);
    this.put(edit, 'after');
  }

  private put(edit: Edit, side: 'before' | 'after'): void {
    for (const one of edit.cells) {
      const cell = one[side];
      takeBack(edit.sheet, one.row, one.column, edit.sheet.cell(one.row, one.column));
      if (cell) edit.sheet.set(one.row, one.column, { ...cell });
      else edit.sheet.clear(one.row, one.column);
    }
    this.outdate(edit.sheet);
    this.select(edit.sheet, areaOf(edit));
    this.edited(edit);
  }

  private edited(edit: Edit): void {
    this.recalculate();
    const { sheet, cells } = edit;
    const single = cells.length === 1 ? cells[0] : null;
    const details = single && {
      before: single.before?.value ?? null,
      after: sheet.value(single.row, single.column),
    };
    this.notify({ kind: 'cells', sheet, area: areaOf(edit), by: 'person', ...details });
  }

  /**
   * After a batch: calculated when the add-in is done for the moment, or earlier when somebody
   * reads a value.
   */
  recalculateSoon(): void {
    if (!this.isStale || this.calculationMode === 'Manual') return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.recalculate(), 30);
  }

  /**
   * Until the running batch has ended nothing is calculated (suspendApiCalculationUntilNextSync).
   */
  suspendCalculation(): void {
    this.isSuspended = true;
  }
  /** Until the running batch has ended the grid is not drawn anew. */
  suspendScreen(): void {
    this.isScreenSuspended = true;
  }
  endBatch(): void {
    this.isSuspended = false;
    if (!this.isScreenSuspended) return;
    this.isScreenSuspended = false;
    this.notify({ kind: 'look', sheet: this.active });
  }

  /** Something has changed that formulas do not show yet. */
  get isStale(): boolean {
    return this.isAllStale || this.changed.size > 0;
  }

  /** Values are no longer what formulas give: those that stand on a sheet, or all of them. */
  outdate(sheet?: Sheet): void {
    if (sheet) this.changed.add(sheet);
    else this.isAllStale = true;
  }

  /**
   * Recalculates when something changed since the last time; under manual calculation only when
   * asked for.
   */
  recalculate(isAsked = false): void {
    clearTimeout(this.soon);
    if (
      !this.isStale ||
      !this.engine ||
      this.isSuspended ||
      (this.calculationMode === 'Manual' && !isAsked)
    )
      return;
    const calculation = calculationOf(
      this.workbook,
      this.isAllStale ? this.workbook.sheets : [...this.changed],
    );
    this.isAllStale = false;
    this.changed.clear();
    const touched = new Set<Sheet>();
    const byName = new Map(this.workbook.sheets.map((sheet) => [sheet.name, sheet]));
    const found = calculation.length === 0 ? [] : this.engine.calculate(calculation);
    for (const { sheet: name, row, column, value, spill } of found) {
      const sheet = byName.get(name);
      const cell = sheet?.cell(row, column);
      if (!cell || !sheet) continue;
      cell.value = value;
      if (cell.spill || spill) putSpill(sheet, row, column, cell, spill);
      touched.add(sheet);
    }
    this.notify({ kind: 'calculated', sheets: [...touched] });
  }
}
