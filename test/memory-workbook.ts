import { parseCell } from '../src/workbook/address';
import type {
  CellEdit,
  CellPlace,
  Progress,
  SheetArea,
  Undo,
  WorkbookPort,
} from '../src/app/ports';
import type { Sheet } from '../src/workbook/sheet';
import { emptyWorkbook, findSheet, type LastWrites, type Workbook } from '../src/workbook/workbook';

/**
 * The open workbook as plain sheets, for tests that need no Excel: whole writes and appended rows,
 * each with its undo.
 */
export class MemoryWorkbook implements WorkbookPort {
  /** The sheet the person looks at, and what was opened beside. */
  active = '';
  readonly opened: Uint8Array[] = [];
  shown: { sheet: string; cell: string } | null = null;

  constructor(readonly workbook: Workbook = emptyWorkbook()) {}

  async readSheets(names: readonly string[]): Promise<Workbook> {
    const found = names.flatMap((name) => findSheet(this.workbook, name) ?? []);
    const allNames = this.workbook.sheets.map(({ name }) => name);
    return { ...emptyWorkbook(found), allNames };
  }

  async replaceSheets(
    sheets: readonly Sheet[],
    _progress?: Progress,
    _since?: LastWrites,
    hides: (name: string) => boolean = () => false,
  ): Promise<Undo> {
    const before = [...this.workbook.sheets];
    const names = new Set(sheets.map((sheet) => sheet.name));
    const others = before.filter((sheet) => !names.has(sheet.name));
    this.workbook.sheets = [...others, ...sheets];
    const undo = this.see(
      () => false,
      (name) => !names.has(name) && hides(name),
    );
    return async () => {
      undo();
      this.workbook.sheets = before;
    };
  }

  async arrangeSheets(
    shows: (name: string) => boolean,
    hides: (name: string) => boolean,
  ): Promise<Undo> {
    const undo = this.see(shows, hides);
    return async () => undo();
  }

  private see(shows: (name: string) => boolean, hides: (name: string) => boolean): () => void {
    const before = this.workbook.sheets.map((sheet) => [sheet, sheet.visibility] as const);
    for (const sheet of this.workbook.sheets) {
      if (sheet.visibility === 'hidden' && shows(sheet.name)) sheet.visibility = 'visible';
      else if (sheet.visibility === 'visible' && hides(sheet.name)) sheet.visibility = 'hidden';
    }
    return () => before.forEach(([sheet, visibility]) => (sheet.visibility = visibility));
  }

  async showSheet(sheet: Sheet): Promise<void> {
    await this.replaceSheets([sheet]);
  }

  async appendRows(sheets: readonly Sheet[]): Promise<Undo> {
    const undos = sheets.map((sheet) => this.append(sheet));
    return async () => undos.forEach((undo) => undo());
  }

  private append(sheet: Sheet): () => void {
    const target = findSheet(this.workbook, sheet.name);
    if (!target) {
      this.workbook.sheets.push(sheet);
      return () => this.workbook.sheets.splice(this.workbook.sheets.indexOf(sheet), 1);
    }
    const next = (target.usedArea()?.bottom ?? -1) + 1;
    const added = [...sheet.rows].filter(([row]) => row > 0);
    for (const [row, cells] of added) target.rows.set(next + row - 1, cells);
    return () => added.forEach(([row]) => target.rows.delete(next + row - 1));
  }

  async readWhole(): Promise<Workbook> {
    return this.workbook;
  }

  async readActiveSheet(): Promise<Workbook> {
    return emptyWorkbook(this.workbook.sheets.filter(({ name }) => name === this.active));
  }

  async editCells(edits: readonly CellEdit[]): Promise<Undo> {
    const before = edits.map(({ sheet, cell }) => {
      const target = findSheet(this.workbook, sheet)!;
      const { row, column } = parseCell(cell)!;
      return { target, row, column, cell: target.cell(row, column) };
    });
    for (const [index, { value, formula, format }] of edits.entries()) {
      const { target, row, column, cell } = before[index];
      const style = format === undefined ? cell?.style : { ...cell?.style, format };
      target.set(row, column, {
        value,
        ...(formula === undefined ? {} : { formula }),
        ...(style ? { style } : {}),
      });
    }
    return async () => {
      for (const { target, row, column, cell } of before) {
        if (cell) target.set(row, column, cell);
        else target.clear(row, column);
      }
    };
  }

  async writeFoot(sheets: readonly string[], text: string): Promise<Undo> {
    const pages = sheets.map((name) => findSheet(this.workbook, name)!);
    const before = pages.map(({ page }) => page);
    for (const sheet of pages)
      if (sheet.page) sheet.page = { ...sheet.page, footer: `&C&P&R${text}` };
    return async () => pages.forEach((sheet, index) => (sheet.page = before[index]));
  }

  async onEdit(): Promise<Undo> {
    return async () => undefined;
  }

  async openWorkbook(bytes: Uint8Array): Promise<void> {
    this.opened.push(bytes);
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    this.shown = { sheet, cell };
  }

  async readAreas(areas: readonly SheetArea[]): Promise<(Sheet | null)[]> {
    return areas.map(({ sheet }) => findSheet(this.workbook, sheet) ?? null);
  }

  async onSelect(): Promise<Undo> {
    return async () => undefined;
  }

  async selectedCell(): Promise<CellPlace> {
    return this.shown ?? { sheet: this.active, cell: 'A1' };
  }

  /** No plain sheet is filtered. */
  async liftFilters(): Promise<Undo> {
    return async () => undefined;
  }

  async readFormats(places: readonly CellPlace[]): Promise<string[]> {
    return places.map(({ sheet, cell }) => {
      const { row, column } = parseCell(cell)!;
      return findSheet(this.workbook, sheet)!.cell(row, column)?.style?.format ?? 'General';
    });
  }
}
