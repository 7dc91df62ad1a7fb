import { DeskRefused } from '../app/desk-refused';
import {
  Cancelled,
  type CellEdit,
  type CellPlace,
  type Progress,
  type SheetArea,
  type Undo,
} from '../app/ports';
import type { WorkbookPort } from '../app/ports';
import { cellName, parseCell } from '../workbook/address';
import { isBlank, type Cell, type CellValue } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';
import { emptyWorkbook, findSheet, type LastWrites, type Workbook } from '../workbook/workbook';
import { part, withPart, type ModelChange, type WorkbookModel } from '../workbench';
import { putInPlace } from './put-in-place';
import { copySheet, reachOf, valuesOf } from './sheet-copies';

/** The port's code for rows that no longer stand where they were put; the pane has its sentence. */
class RowsMoved extends Error {
  readonly code = 'RowsMoved';
}

const TEXT = '@';

/**
 * The workbook of the page as the use cases see it: what src/excel is for Excel's, with the same
 * refusals and the same ways back.
 * Nobody else writes into it, so nothing needs a mark against others; what is read is a copy, and
 * figures are calculated first.
 */
export class ModelWorkbook implements WorkbookPort {
  /** Which run put a sheet last, for what is taken back. */
  private readonly marks = new WeakMap<Sheet, object>();

  /** `open` shows bytes as the page's workbook, asking first where something would be lost. */
  constructor(
    private readonly model: WorkbookModel,
    private readonly open: (bytes: Uint8Array) => Promise<void>,
  ) {}

  async readSheets(
    names: readonly string[],
    withFormulas: readonly string[] = [],
  ): Promise<Workbook> {
    const found = names.flatMap((name) => findSheet(this.calculated(), name) ?? []);
    return this.with(found.map((sheet) => valuesOf(sheet, withFormulas.includes(sheet.name))));
  }

  async readWhole(): Promise<Workbook> {
    return this.whole(this.calculated().sheets);
  }

  async readActiveSheet(): Promise<Workbook> {
    this.calculated();
    return this.whole([this.model.active]);
  }

  async readAreas(areas: readonly SheetArea[]): Promise<(Sheet | null)[]> {
    const workbook = this.calculated();
    return areas.map(({ sheet: name, area }) => {
      const sheet = findSheet(workbook, name);
      return sheet ? valuesOf(sheet, true, area) : null;
    });
  }

  async readFormats(places: readonly CellPlace[]): Promise<string[]> {
    return places.map((place) => this.at(place).cell?.style?.format ?? 'General');
  }

  async replaceSheets(
    sheets: readonly Sheet[],
    progress?: Progress,
    _since?: LastWrites,
    hides: (name: string) => boolean = () => false,
  ): Promise<Undo> {
    this.mustTakeWrites();
    for (const [index, { name }] of sheets.entries()) {
      if (progress?.cancelled) throw new Cancelled();
      progress?.step(index, sheets.length, name);
      await progress?.breathe?.();
    }
    const undo = this.batch(() => putInPlace(this.model, sheets, this.marks, hides));
    progress?.step(sheets.length, sheets.length, '');
    return async () => this.batch(undo);
  }

  async arrangeSheets(
    shows: (name: string) => boolean,
    hides: (name: string) => boolean,
  ): Promise<Undo> {
    const named = (visibility: Sheet['visibility'], are: (name: string) => boolean) =>
      this.model.workbook.sheets.filter((one) => one.visibility === visibility && are(one.name));
    const [shown, hidden] = [named('hidden', shows), named('visible', hides)];
    // A workbook shows one sheet at least.
    if (hidden.length === named('visible', () => true).length + shown.length) hidden.shift();
    const set = (sheets: readonly Sheet[], visibility: Sheet['visibility']) =>
      sheets.forEach((one) => this.model.has(one) && this.model.show(one, visibility));
    set(shown, 'visible');
    set(hidden, 'hidden');
    return async () => {
      set(hidden, 'visible');
      set(shown, 'hidden');
    };
  }

  async showSheet(sheet: Sheet): Promise<void> {
    this.mustTakeWrites();
    this.batch(() => {
      const earlier = findSheet(this.model.workbook, sheet.name);
      const shown = copySheet(sheet);
      this.model.addSheet(shown);
      this.model.activate(shown);
      if (earlier) this.model.removeSheet(earlier);
    });
  }

  async appendRows(sheets: readonly Sheet[], progress?: Progress): Promise<Undo> {
    this.mustTakeWrites();
    for (const { name } of sheets) {
      if (findSheet(this.model.workbook, name)?.isProtected)
        throw new DeskRefused({ code: 'sheet-is-protected', facts: { sheet: name } });
    }
    const added = this.batch(() =>
      sheets.map((sheet, index) => {
        progress?.step(index, sheets.length, sheet.name);
        return this.append(sheet);
      }),
    );
    progress?.step(sheets.length, sheets.length, '');
    return async () => {
      for (const { target, first, ids } of added) {
        // Rows that are cleared already are those of an undo that broke off.
        const isThere = ids.every((id, row) => idAt(target, first + row) === id);
        if (!isThere && !ids.every((_, row) => idAt(target, first + row) === ''))
          throw new RowsMoved(target.name);
      }
      this.batch(() => {
        // The list of submissions goes first: without its row, no figure counts.
        for (const { target, isNew, first, ids } of [...added].reverse()) {
          const isAll = isNew && (target.usedArea()?.bottom ?? 0) < first + ids.length;
          if (isAll) this.model.removeSheet(target);
          else ids.forEach((_, row) => target.rows.delete(first + row));
          this.changed(target);
        }
      });
    };
  }

  async editCells(edits: readonly CellEdit[]): Promise<Undo> {
    this.mustTakeWrites();
    const stood = edits.map((edit) => ({ edit, ...this.at(edit) }));
    this.batch(() => {
      for (const { edit, sheet, row, column, cell } of stood) {
        const format = edit.format ?? formatFor(edit, cell);
        this.model.write(sheet, row, column, edit);
        const now = sheet.cell(row, column);
        if (now && format !== undefined) now.style = { ...now.style, format };
      }
      for (const sheet of new Set(stood.map((one) => one.sheet))) this.changed(sheet);
    });
    return async () => {
      const other = stood.find(
        ({ edit, sheet, row, column }) => !holds(sheet.cell(row, column), edit),
      );
      if (other) {
        const { sheet, cell } = other.edit;
        throw new DeskRefused({ code: 'cell-written-since', facts: { sheet, cell } });
      }
      this.batch(() => {
        for (const { sheet, row, column, cell } of stood) {
          if (cell) sheet.set(row, column, cell);
          else sheet.clear(row, column);
        }
        for (const sheet of new Set(stood.map((one) => one.sheet))) this.changed(sheet);
      });
    };
  }

  async writeFoot(sheets: readonly string[], text: string): Promise<Undo> {
    const pages = sheets.map((name) => {
      const sheet = this.sheet(name);
      const page = (sheet.page ??= {
        landscape: false,
        margins: { top: 19, bottom: 19, left: 18, right: 18 },
      });
      return { page, stood: part(page.footer, 'R') };
    });
    const put = (of: (stood: string) => string) => {
      for (const { page, stood } of pages) page.footer = withPart(page.footer, 'R', of(stood));
      this.model.isDirty = true;
    };
    put(() => text);
    return async () => put((stood) => stood);
  }

  async openWorkbook(bytes: Uint8Array): Promise<void> {
    await this.open(bytes);
  }

  async goTo(name: string, cell: string): Promise<void> {
    const sheet = this.sheet(name);
    if (sheet.visibility === 'veryHidden')
      throw new DeskRefused({ code: 'sheet-is-hidden', facts: { sheet: name } });
    if (sheet.visibility === 'hidden') this.model.show(sheet, 'visible');
    const { row, column } = parseCell(cell) ?? { row: 0, column: 0 };
    this.model.select(sheet, { top: row, bottom: row, left: column, right: column });
  }

  async selectedCell(): Promise<CellPlace> {
    const { top, left } = this.model.activeCell;
    return { sheet: this.model.active.name, cell: cellName(top, left) };
  }

  /**
   * A filter of the file is no part of what is open here (it is named before saving), so no row is
   * hidden by one.
   */
  async liftFilters(): Promise<Undo> {
    return async () => undefined;
  }

  async onEdit(told: () => void): Promise<Undo> {
    return this.listen(told, ['cells', 'shifted']);
  }

  async onSelect(told: () => void): Promise<Undo> {
    return this.listen(told, ['selection', 'active']);
  }

  private listen(told: () => void, kinds: readonly ModelChange['kind'][]): Undo {
    const stop = this.model.listen(({ kind }) => kinds.includes(kind) && told());
    return async () => stop();
  }

  /** What formulas give now, not what they gave when the file was saved. */
  private calculated(): Workbook {
    this.model.recalculate(true);
    if (this.model.isStale) throw new DeskRefused({ code: 'calculation-pending', facts: {} });
    return this.model.workbook;
  }

  private with(sheets: Sheet[]): Workbook {
    const { date1904, sheets: all } = this.model.workbook;
    return { ...emptyWorkbook(sheets), date1904, allNames: all.map(({ name }) => name) };
  }

  /** As a received file would be read: identities stand in names and properties as well. */
  private whole(sheets: readonly Sheet[]): Workbook {
    const { names, properties } = this.model.workbook;
    return {
      ...this.with(sheets.map((sheet) => copySheet(sheet))),
      names: new Map(names),
      properties: new Map(properties),
    };
  }

  /** Every date in such a workbook would be saved four years off. */
  private mustTakeWrites(): void {
    if (this.model.workbook.date1904)
      throw new DeskRefused({ code: 'workbook-counts-from-1904', facts: {} });
  }

  /** Several changes of one act: calculated and drawn once, at its end. */
  private batch<T>(act: () => T): T {
    this.model.suspendCalculation();
    this.model.suspendScreen();
    try {
      return act();
    } finally {
      this.model.endBatch();
      this.model.recalculate();
    }
  }

  private append(sheet: Sheet): { target: Sheet; isNew: boolean; first: number; ids: string[] } {
    const standing = findSheet(this.model.workbook, sheet.name);
    const isNew = standing === undefined;
    const target = standing ?? copySheet(sheet);
    const last = sheet.usedArea()?.bottom ?? 0;
    const end = standing?.usedArea()?.bottom;
    // Under the headings that stand there, or with its own where none do.
    const first = isNew || end === undefined ? 1 : end + 1;
    if (isNew) this.model.addSheet(target);
    else {
      const from = end === undefined ? 0 : 1;
      for (const [row, cells] of sheet.rows)
        if (row >= from)
          for (const [column, cell] of cells) target.set(first + row - 1, column, { ...cell });
      // One that was put out of sight when its only rows were taken back.
      if (end === 0 && sheet.visibility === 'visible' && target.visibility !== 'visible')
        this.model.show(target, 'visible');
    }
    this.changed(target);
    return {
      target,
      isNew,
      first,
      ids: Array.from({ length: last }, (_, row) => idAt(sheet, row + 1)),
    };
  }

  private changed(sheet: Sheet): void {
    this.model.outdate();
    this.model.notify({ kind: 'cells', sheet, area: reachOf(sheet), by: 'add-in' });
  }

  private sheet(name: string): Sheet {
    const sheet = findSheet(this.model.workbook, name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private at({ sheet: name, cell: address }: CellPlace): {
    sheet: Sheet;
    row: number;
    column: number;
    cell?: Cell;
  } {
    const sheet = this.sheet(name);
    const place = parseCell(address);
    if (!place) throw new Error(`no cell ${address}`);
    const cell = sheet.cell(place.row, place.column);
    return { sheet, ...place, ...(cell ? { cell: { ...cell } } : {}) };
  }
}

/** What a row of a list is known by. */
function idAt(sheet: Sheet, row: number): string {
  return String(sheet.value(row, 0) ?? '');
}

/**
 * A cell of text would keep a figure as text and a formula as its letters, so it is one no longer.
 */
function formatFor({ value, formula }: CellEdit, cell: Cell | undefined): string | undefined {
  const isTextual = formula === undefined && (value === null || typeof value === 'string');
  return cell?.style?.format?.trim() === TEXT && !isTextual ? 'General' : undefined;
}

/** Whether a cell still holds what was written into it; a formula is calculated since. */
function holds(cell: Cell | undefined, { value, formula }: CellEdit): boolean {
  if (formula !== undefined) return cell?.formula === formula;
  return cell?.formula === undefined && same(cell?.value ?? null, value);
}

function same(one: CellValue, other: CellValue): boolean {
  return isBlank(one) ? isBlank(other) : one === other;
}
