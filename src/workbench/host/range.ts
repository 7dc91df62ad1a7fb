import { contains, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from '../../workbook/address';
import { isBlank, type Cell, type Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import type { Sheet, ProtectionOptions } from '../../workbook/sheet';
import { areaOf, covers, cutOut, overlaps, sheetNamedIn } from './areas';
import { cellInput } from './cell-input';
import { valueTypeOf, wireValue } from './cell-output';
import { ConditionalFormatCollection } from './conditional-format';
import { DataValidation } from './data-validation';
import { accessDenied, ApiError, invalidArgument, itemNotFound, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';
import { shownText } from './number-text';
import { fromR1C1, toR1C1 } from './r1c1';
import { RangeAreas } from './range-areas';
import { RangeFormat } from './range-format';
import { RangePlace } from './range-place';

/**
 * The most cells a read may ask for ("Resource limits and performance optimization for Office
 * Add-ins").
 */
const READ_LIMIT = 5_000_000;
/** What Range.clear may be told to clear. */
const CLEARED = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'];

function isEmptyCell(cell: Cell | undefined): boolean {
  return !cell || (isBlank(cell.value) && cell.formula === undefined);
}

/** Longer texts Excel for Windows does not tell among formulas. */
const TOLD_AMONG_FORMULAS = 8221;

type Matrix<T> = T[][];

export class Range extends RangePlace implements Answers<Excel.Range> {
  readonly className = 'Range';

  constructor(host: ExcelHost, sheet: Sheet, area: Area) {
    super(host, sheet, area);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.host, this.sheet, [this.area]);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }
  get sort(): HostObject {
    return new RangeSort(this);
  }

  private map<T>(of: (cell: Cell | undefined, row: number, column: number) => T): Matrix<T> | null {
    const { top, left } = this.area;
    if (this.rowCount * this.columnCount > READ_LIMIT) return null;
    this.host.model.recalculate();
    return Array.from({ length: this.rowCount }, (_, r) =>
      Array.from({ length: this.columnCount }, (_, c) =>
        of(this.sheet.cell(top + r, left + c), top + r, left + c),
      ),
    );
  }

  get values(): Matrix<unknown> | null {
    return this.map((cell) => wireValue(cell?.value ?? null));
  }
  set values(input: unknown) {
    this.write('values', input);
  }
  get formulas(): Matrix<unknown> | null {
    const tells = this.host.platform !== 'windows';
    return this.map((cell) => {
      if (cell?.formula !== undefined) return `=${cell.formula}`;
      const value = wireValue(cell?.value ?? null);
      // Known of Excel's object model (xlwings#887); that Office.js asks it is a guess.
      if (!tells && typeof value === 'string' && value.length > TOLD_AMONG_FORMULAS)
        throw new ApiError('GeneralException', 'Range.formulas');
      return value;
    });
  }
  set formulas(input: unknown) {
    this.write('formulas', input);
  }
  get formulasR1C1(): Matrix<unknown> | null {
    return this.map((cell, row, column) =>
      cell?.formula === undefined
        ? wireValue(cell?.value ?? null)
        : `=${toR1C1(cell.formula, row, column)}`,
    );
  }
  set formulasR1C1(input: unknown) {
    this.write('formulasR1C1', input);
  }
  get formulasLocal(): Matrix<unknown> | null {
    return this.formulas;
  }
  set formulasLocal(input: unknown) {
    this.write('formulasLocal', input);
  }
  get text(): Matrix<string> | null {
    return this.map((cell) => shownText(cell?.value ?? null, cell?.style?.format));
  }
  get valueTypes(): Matrix<string> | null {
    return this.map((cell) => valueTypeOf(cell?.value ?? null));
  }
  get numberFormat(): Matrix<string> | null {
    return this.map((cell) => cell?.style?.format ?? 'General');
  }
  set numberFormat(input: unknown) {
    this.guardLooks('numberFormat', 'allowFormatCells');
    const target = Array.isArray(input) ? this : this.whereUsed();
    target.each(input, 'numberFormat', (row, column, format) => {
      if (typeof format !== 'string') throw invalidArgument('Range.numberFormat');
      const cell = this.sheet.cell(row, column) ?? { value: null };
      const style: Style = {
        ...cell.style,
        format: format === 'General' || format === '' ? undefined : format,
      };
      this.sheet.set(row, column, { ...cell, style });
    });
    this.host.looked(this.sheet, this.area);
  }
  get numberFormatLocal(): Matrix<string> | null {
    return this.numberFormat;
  }
  get hasSpill(): boolean {
    return (this.map((cell) => cell?.spill !== undefined) ?? []).flat().some(Boolean);
  }
  /** The cells an array formula reaches, from its own cell. */
  getSpillingToRange(): Range {
    const found = this.getSpillingToRangeOrNullObject();
    if (!found) throw itemNotFound('Range.getSpillingToRange');
    return found;
  }
  getSpillingToRangeOrNullObject(): Range | null {
    this.host.model.recalculate();
    const { top, left } = this.area;
    const spill = this.sheet.cell(top, left)?.spill;
    return spill ? this.at(top, left, spill.rows, spill.columns, 'getSpillingToRange') : null;
  }
  getSpillParent(): Range {
    const found = this.getSpillParentOrNullObject();
    if (!found) throw itemNotFound('Range.getSpillParent');
    return found;
  }
  getSpillParentOrNullObject(): Range | null {
    this.host.model.recalculate();
    const { top, left } = this.area;
    for (const [row, cells] of this.sheet.rows) {
      for (const [column, { spill }] of cells) {
        const isInside =
          spill &&
          top >= row &&
          top < row + spill.rows &&
          left >= column &&
          left < column + spill.columns;
        if (isInside) return this.at(row, column, 1, 1, 'getSpillParent');
      }
    }
    return null;
  }
  get rowHidden(): boolean | null {
    return this.lines(this.area.top, this.area.bottom, this.sheet.hiddenRows);
  }
  set rowHidden(value: boolean) {
    this.hide(this.area.top, this.area.bottom, this.sheet.hiddenRows, value, 'allowFormatRows');
  }
  get columnHidden(): boolean | null {
    return this.lines(this.area.left, this.area.right, this.sheet.hiddenColumns);
  }
  set columnHidden(value: boolean) {
    this.hide(
      this.area.left,
      this.area.right,
      this.sheet.hiddenColumns,
      value,
      'allowFormatColumns',
    );
  }
  get hidden(): boolean {
    return this.rowHidden === true || this.columnHidden === true;
  }
  private lines(first: number, last: number, hidden: ReadonlySet<number>): boolean | null {
    let count = 0;
    for (const line of hidden) if (line >= first && line <= last) count++;
    return count === 0 ? false : count === last - first + 1 ? true : null;
  }
  private hide(
    first: number,
    last: number,
    lines: Set<number>,
    isHidden: boolean,
    allowed: keyof ProtectionOptions,
  ) {
    this.guardLooks(allowed === 'allowFormatRows' ? 'rowHidden' : 'columnHidden', allowed);
    for (let line = first; line <= last; line++) {
      if (isHidden) lines.add(line);
      else lines.delete(line);
    }
    this.host.looked(this.sheet, this.area);
  }

  /**
   * One look for whole columns or rows is put where anything stands: our sheets have no looks of
   * lines.
   */
  private whereUsed(): Range {
    if (this.rowCount < 100_000 && this.columnCount < 1000) return this;
    return (this.getUsedRangeOrNullObject() as Range | null) ?? this.getCell(0, 0);
  }
  private write(member: string, input: unknown): void {
    this.guardCells(member);
    const location = `Range.${member}`;
    this.each(this.asFiltered(input), member, (row, column, value) => {
      // What is written under a merged cell is not kept: only the first cell of it holds anything.
      if (
        this.sheet.merges.some(
          (merge) => contains(merge, row, column) && !isFirst(merge, row, column),
        )
      )
        return;
      const style = this.sheet.cell(row, column)?.style;
      // Among formulas no long text is taken, whatever it begins with (office-js#3256, of one that
      // begins with a minus).
      if (member !== 'values' && String(value).length > 8200 && !String(value).startsWith('='))
        throw new ApiError('GeneralException', location);
      const content = cellInput(value, style?.format, location, this.host.typedIn);
      if (member === 'formulasR1C1' && content.formula)
        content.formula = fromR1C1(content.formula, row, column);
      this.host.model.write(this.sheet, row, column, content);
      const cell = this.sheet.cell(row, column);
      if (content.format && cell && !style?.format)
        cell.style = { ...cell.style, format: content.format };
    });
    this.host.wrote(this.sheet, this.area);
  }

  /**
   * Under a filter the rows that are seen take the first row of a matrix, one after another, and
   * hidden ones keep what they have.
   */
  private asFiltered(input: unknown): unknown {
    const hidden = this.host.filteredRows(this.sheet);
    const rows = Array.from({ length: this.rowCount }, (_, r) => this.area.top + r);
    if (!rows.some((row) => hidden.has(row))) return input;
    const matrix = input as unknown[][];
    const first = Array.isArray(input)
      ? matrix[0]
      : Array.from({ length: this.columnCount }, () => input);
    return rows.map((row) => (hidden.has(row) ? first.map(() => null) : first));
  }

  /** A protected sheet refuses every change outside unlocked cells. */
  guardCells(member: string): void {
    if (!this.sheet.isProtected) return;
    for (let row = this.area.top; row <= this.area.bottom; row++) {
      for (let column = this.area.left; column <= this.area.right; column++) {
        if (!this.sheet.cell(row, column)?.style?.unlocked) throw accessDenied(`Range.${member}`);
      }
    }
  }
  /** Looks and structure of a protected sheet change only where its options allow it. */
  guardLooks(member: string, allowed?: keyof ProtectionOptions): void {
    if (this.sheet.isProtected && !(allowed && this.sheet.protectionOptions[allowed])) {
      throw accessDenied(`Range.${member}`);
    }
  }

  /** A matrix of the range's size, or one value for all cells; null leaves a cell as it is. */
  private each(
    input: unknown,
    member: string,
    put: (row: number, column: number, value: unknown) => void,
  ): void {
    const matrix = Array.isArray(input) ? (input as unknown[][]) : null;
    if (this.rowCount * this.columnCount > READ_LIMIT)
      throw new ApiError('RangeExceedsLimit', `Range.${member}`);
    if (matrix)
      this._ValidateArraySize(
        matrix.length,
        Array.isArray(matrix[0]) ? matrix[0].length : -1,
        member,
      );
    for (let r = 0; r < this.rowCount; r++) {
      if (matrix && matrix[r].length !== this.columnCount) throw sizeMismatch(member);
      for (let c = 0; c < this.columnCount; c++) {
        const value = matrix ? matrix[r][c] : input;
        if (value !== null) put(this.area.top + r, this.area.left + c, value);
      }
    }
  }
  /** Called by the client before it sends a large write in parts. */
  _ValidateArraySize(rows: number, columns: number, member = 'values'): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw sizeMismatch(member);
  }

  merge(across = false): void {
    this.guardLooks('merge', 'allowFormatCells');
    if (this.sheet.tables.some((table) => overlaps(table.area, this.area))) {
      throw new ApiError('MergedRangeConflict', 'Range.merge');
    }
    this.unmergeWithin(this.area);
    const { top, bottom } = this.area;
    const areas = across
      ? Array.from({ length: bottom - top + 1 }, (_, r) => ({
          ...this.area,
          top: top + r,
          bottom: top + r,
        }))
      : [this.area];
    for (const area of areas) {
      if (area.top === area.bottom && area.left === area.right) continue;
      this.sheet.merges.push(area);
      // Only the first cell keeps its value.
      for (let row = area.top; row <= area.bottom; row++) {
        for (const [column, cell] of [...(this.sheet.rows.get(row) ?? [])]) {
          if (column < area.left || column > area.right || isFirst(area, row, column)) continue;
          if (!isBlank(cell.value) || cell.formula !== undefined) {
            this.host.model.write(this.sheet, row, column, { value: null });
          }
        }
      }
    }
    this.host.looked(this.sheet, this.area);
  }
  unmerge(): void {
    this.guardLooks('unmerge', 'allowFormatCells');
    this.unmergeWithin(this.area);
    this.host.looked(this.sheet, this.area);
  }
  private unmergeWithin(area: Area): void {
    const kept = this.sheet.merges.filter((merge) => !overlaps(merge, area));
    this.sheet.merges.splice(0, this.sheet.merges.length, ...kept);
  }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const inside = this.sheet.merges.filter((merge) => overlaps(merge, this.area));
    return inside.length === 0 ? null : new RangeAreas(this.host, this.sheet, inside);
  }

  clear(applyTo = 'All'): void {
    if (!CLEARED.includes(applyTo)) throw invalidArgument('Range.clear');
    if (applyTo === 'Contents') this.guardCells('clear');
    else this.guardLooks('clear');
    if (applyTo.includes('Hyperlinks') || applyTo === 'All') this.takeLinks();
    if (applyTo.includes('Hyperlinks')) return;
    const { top, bottom, left, right } = this.area;
    const filtered = this.host.filteredRows(this.sheet);
    for (const [row, cells] of [...this.sheet.rows]) {
      if (row < top || row > bottom || filtered.has(row)) continue;
      for (const column of [...cells.keys()])
        if (column >= left && column <= right) this.clearCell(row, column, applyTo);
    }
    this.clearBeside(applyTo);
    this.host.wrote(this.sheet, this.area);
  }

  private clearBeside(applyTo: string): void {
    if (applyTo !== 'Contents') {
      const kept = this.sheet.merges.filter((merge) => !covers(this.area, merge));
      this.sheet.merges.splice(0, this.sheet.merges.length, ...kept);
    }
    if (applyTo !== 'All') return;
    cutOut(this.sheet.validations, this.area);
    cutOut(this.sheet.conditionalFormats, this.area);
    // "Clear All" takes comments and notes too (support.microsoft.com, "Clear cells of contents or
    // formats").
    this.takeRemarks();
  }

  private clearCell(row: number, column: number, applyTo: string): void {
    if (applyTo === 'Formats') {
      const cell = this.sheet.cell(row, column) ?? { value: null };
      return this.sheet.set(row, column, { ...cell, style: undefined });
    }
    this.host.model.write(this.sheet, row, column, { value: null });
    if (applyTo !== 'Contents') this.sheet.clear(row, column);
  }

  private takeLinks(): void {
    const { links } = this.sheet;
    const kept = links.filter(({ row, column }) => !contains(this.area, row, column));
    links.splice(0, links.length, ...kept);
  }
  /** Of the first cell, as of every range of one; only links within the workbook are kept here. */
  get hyperlink(): object | null {
    const { top, left } = this.area;
    const link = this.sheet.links.find(({ row, column }) => row === top && column === left);
    const textToDisplay = String(this.sheet.value(top, left) ?? '');
    return link
      ? { documentReference: `${quoteSheet(link.sheet)}!${link.cell}`, textToDisplay }
      : null;
  }
  set hyperlink(value: { documentReference?: string; textToDisplay?: string }) {
    this.guardLooks('hyperlink', 'allowInsertHyperlinks');
    const to = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/.exec(
      value.documentReference ?? '',
    );
    if (!to) throw notKept('Range.hyperlink');
    const sheet = (to[1] ?? to[2]).replaceAll("''", "'");
    this.takeLinks();
    const { top, left, bottom, right } = this.area;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        this.sheet.links.push({ row, column, sheet, cell: to[3] });
        if (value.textToDisplay !== undefined)
          this.host.model.write(this.sheet, row, column, { value: value.textToDisplay });
      }
    this.host.wrote(this.sheet, this.area);
  }

  insert(shift: string): Range {
    if (shift !== 'Down' && shift !== 'Right') throw invalidArgument('Range.insert');
    const axis = shift === 'Down' ? 'rows' : 'columns';
    this.guardLooks('insert', axis === 'rows' ? 'allowInsertRows' : 'allowInsertColumns');
    if (this.sheet.isProtected && !(axis === 'rows' ? this.isEntireRow : this.isEntireColumn)) {
      throw accessDenied('Range.insert');
    }
    const pushed = this.pushed(axis);
    const { grid } = this.host;
    const limit = axis === 'rows' ? grid.rows - this.rowCount : grid.columns - this.columnCount;
    for (const [row, cells] of this.sheet.rows) {
      for (const [column, cell] of cells) {
        if (isEmptyCell(cell)) continue;
        if (contains(pushed, row, column) && (axis === 'rows' ? row : column) >= limit) {
          throw new ApiError('NonBlankCellOffSheet', 'Range.insert');
        }
      }
    }
    this.checkConflict(pushed, axis, 'insert');
    const { area } = this;
    this.host.model.shift(this.sheet, { kind: 'insert', axis, area });
    return this.over(area, 'insert');
  }
  delete(shift: string): void {
    if (shift !== 'Up' && shift !== 'Left') throw invalidArgument('Range.delete');
    const axis = shift === 'Up' ? 'rows' : 'columns';
    this.guardLooks('delete', axis === 'rows' ? 'allowDeleteRows' : 'allowDeleteColumns');
    if (this.sheet.isProtected) {
      // Allowed only for whole rows or columns without a locked cell.
      if (!(axis === 'rows' ? this.isEntireRow : this.isEntireColumn))
        throw accessDenied('Range.delete');
      (this.getUsedRangeOrNullObject() as Range | null)?.guardCells('delete');
    }
    this.checkConflict(this.pushed(axis), axis, 'delete');
    const filtered = this.host.filteredRows(this.sheet);
    if (axis === 'rows' && filtered.size > 0) {
      for (let row = this.area.bottom; row >= this.area.top; row--) {
        if (filtered.has(row)) continue;
        this.host.model.shift(this.sheet, {
          kind: 'delete',
          axis,
          area: { ...this.area, top: row, bottom: row },
        });
      }
      return;
    }
    this.host.model.shift(this.sheet, { kind: 'delete', axis, area: this.area });
  }
  /** What an insertion or deletion moves. */
  private pushed(axis: 'rows' | 'columns'): Area {
    return axis === 'rows'
      ? { ...this.area, bottom: MAX_ROWS - 1 }
      : { ...this.area, right: MAX_COLUMNS - 1 };
  }
  /** Moving only a part of a table or of a merged cell is a conflict. */
  private checkConflict(pushed: Area, axis: 'rows' | 'columns', member: string): void {
    const isCutBy = (area: Area) =>
      overlaps(area, pushed) &&
      (axis === 'rows'
        ? area.left < pushed.left || area.right > pushed.right
        : area.top < pushed.top || area.bottom > pushed.bottom);
    if (this.sheet.tables.some((table) => isCutBy(table.area)) || this.sheet.merges.some(isCutBy)) {
      throw new ApiError('InsertDeleteConflict', `Range.${member}`);
    }
  }

  copyFrom(from: Range | string, copyType = 'All', skipBlanks = false, transpose = false): void {
    const source = typeof from === 'string' ? this.rangeNamed(from) : from;
    if (!(source instanceof Range)) throw invalidArgument('Range.copyFrom');
    this.host.model.recalculate();
    const rows = transpose ? source.columnCount : source.rowCount;
    const columns = transpose ? source.rowCount : source.columnCount;
    const height = Math.max(rows, Math.floor(this.rowCount / rows) * rows);
    const width = Math.max(columns, Math.floor(this.columnCount / columns) * columns);
    const taken = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => {
        const [dr, dc] = transpose ? [c, r] : [r, c];
        return { cell: source.sheet.cell(source.area.top + dr, source.area.left + dc), dr, dc };
      }),
    );
    const target = this.at(this.area.top, this.area.left, height, width, 'copyFrom');
    const [hidden, leftOut] = [
      this.host.filteredRows(this.sheet),
      this.host.filteredRows(source.sheet),
    ];
    target.guardCells('copyFrom');
    if (!transpose) target.copyBeside(source, copyType);
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) {
        const { cell, dr, dc } = taken[r % rows][c % columns];
        const [from, to] = [source.area.top + dr, target.area.top + r];
        if (hidden.has(to) || leftOut.has(from) || (skipBlanks && isEmptyCell(cell))) continue;
        const left = target.area.left + c;
        const by: [number, number] = [to - from, left - (source.area.left + dc)];
        const stood = this.sheet.cell(to, left);
        this.sheet.set(to, left, copiedOver(stood, cell, copyType, by));
      }
    }
    this.host.wrote(this.sheet, target.area);
  }
  /** What lies over cells, and goes with a copy of all of them. */
  private copyBeside(source: Range, copyType: string): void {
    if (copyType === 'All' || copyType === 'Formats') this.copyMerges(source);
    if (copyType !== 'All') return;
    this.copyRemarks(source);
    this.copyLinks(source);
  }
  private copyMerges(source: Range): void {
    this.unmergeWithin(this.area);
    const [dr, dc] = [this.area.top - source.area.top, this.area.left - source.area.left];
    const inside = source.sheet.merges.filter((merge) => covers(source.area, merge));
    const moved = inside.map((one) => ({
      top: one.top + dr,
      bottom: one.bottom + dr,
      left: one.left + dc,
      right: one.right + dc,
    }));
    this.sheet.merges.push(...moved);
  }
  /**
   * A copy of everything brings links too, in place of those that stood there (a guess, from
   * pasting).
   */
  private copyLinks(source: Range): void {
    const [dr, dc] = [this.area.top - source.area.top, this.area.left - source.area.left];
    const brought = source.sheet.links
      .filter(({ row, column }) => contains(source.area, row, column))
      .map((one) => ({ ...one, row: one.row + dr, column: one.column + dc }));
    this.takeLinks();
    this.sheet.links.push(...brought);
  }
  /** Takes away the notes and comments of these cells. */
  private takeRemarks(): void {
    const isOther = ({ row, column }: { row: number; column: number }) =>
      !contains(this.area, row, column);
    this.sheet.notes.splice(0, this.sheet.notes.length, ...this.sheet.notes.filter(isOther));
    const { comments } = this.host;
    comments.splice(
      0,
      comments.length,
      ...comments.filter((one) => one.sheet !== this.sheet || isOther(one)),
    );
  }
  /**
   * A copy of everything brings notes and comments, and those that stood there go (a guess, from
   * pasting).
   */
  private copyRemarks(source: Range): void {
    const [dr, dc] = [this.area.top - source.area.top, this.area.left - source.area.left];
    const isIn = ({ row, column }: { row: number; column: number }) =>
      contains(source.area, row, column);
    const notes = source.sheet.notes.filter(isIn).map((one) => ({ ...one }));
    const comments = this.host.comments.filter((one) => one.sheet === source.sheet && isIn(one));
    this.takeRemarks();
    const moved = <T extends { row: number; column: number }>(one: T): T => ({
      ...one,
      row: one.row + dr,
      column: one.column + dc,
    });
    this.sheet.notes.push(...notes.map(moved));
    const id = (index: number) => `{COMMENT-${this.host.comments.length + index + 1}-COPY}`;
    this.host.comments.push(
      ...comments.map((one, index) => ({ ...moved(one), sheet: this.sheet, id: id(index) })),
    );
  }
  private rangeNamed(address: string): Range {
    const name = sheetNamedIn(address);
    const sheet = name === null ? this.sheet : this.host.findSheet(name);
    if (!sheet) throw invalidArgument('Range.copyFrom');
    return new Range(this.host, sheet, areaOf(address, 'Range.copyFrom'));
  }

  find(text: string, criteria: Excel.SearchCriteria = {}): Range {
    const found = this.findOrNullObject(text, criteria);
    if (!found) throw itemNotFound('Range.find');
    return found;
  }
  findOrNullObject(text: string, criteria: Excel.SearchCriteria = {}): Range | null {
    const places = this.findAll(text, criteria);
    const place = criteria.searchDirection === 'Backwards' ? places[places.length - 1] : places[0];
    return place ? this.over(place, 'find') : null;
  }
  /** The cells whose shown text matches. */
  findAll(text: string, criteria: { completeMatch?: boolean; matchCase?: boolean }): Area[] {
    if (text.length > 255) throw invalidArgument('Range.find');
    const places: Area[] = [];
    const wanted = criteria.matchCase ? text : text.toLowerCase();
    this.map((cell, row, column) => {
      const shown = shownText(cell?.value ?? null, cell?.style?.format);
      const has = criteria.matchCase ? shown : shown.toLowerCase();
      if (criteria.completeMatch ? has === wanted : has.includes(wanted) && wanted !== '') {
        places.push({ top: row, bottom: row, left: column, right: column });
      }
    });
    return places;
  }
  replaceAll(text: string, replacement: string, criteria: Excel.ReplaceCriteria = {}): number {
    this.guardCells('replaceAll');
    let count = 0;
    this.map((cell, row, column) => {
      if (typeof cell?.value !== 'string' || cell.formula !== undefined || text === '') return;
      const { value } = cell;
      const same = (a: string, b: string) =>
        criteria.matchCase ? a === b : a.toLowerCase() === b.toLowerCase();
      const next = criteria.completeMatch
        ? same(value, text)
          ? replacement
          : value
        : value.replace(
            new RegExp(
              text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
              criteria.matchCase ? 'g' : 'gi',
            ),
            () => replacement,
          );
      if (next === value) return;
      count++;
      this.host.model.write(
        this.sheet,
        row,
        column,
        cellInput(next, cell.style?.format, 'Range.replaceAll', this.host.typedIn),
      );
    });
    if (count > 0) this.host.wrote(this.sheet, this.area);
    return count;
  }

  getTables(fullyContained = false): HostObject {
    return this.host
      .worksheetOf(this.sheet)
      .tables.within((area) =>
        fullyContained ? covers(this.area, area) : overlaps(this.area, area),
      );
  }
  getSpecialCellsOrNullObject(cellType: string, valueType = 'All'): RangeAreas | null {
    const wanted = (cell: Cell | undefined): boolean => {
      const isEmpty = !cell || (isBlank(cell.value) && cell.formula === undefined);
      if (cellType === 'Blanks') return isEmpty;
      if (isEmpty || (cellType === 'Formulas') !== (cell.formula !== undefined)) return false;
      const kinds = {
        Empty: '',
        Error: 'Errors',
        String: 'Text',
        Double: 'Numbers',
        Boolean: 'Logical',
      };
      return (
        valueType === 'All' ||
        valueType.includes(kinds[valueTypeOf(cell.value) as keyof typeof kinds])
      );
    };
    if (!['Blanks', 'Formulas', 'Constants'].includes(cellType))
      throw invalidArgument('Range.getSpecialCells');
    const areas: Area[] = [];
    const within = this.getUsedRangeOrNullObject() as Range | null;
    within?.map((cell, row, column) => {
      if (!wanted(cell)) return;
      const last = areas[areas.length - 1];
      if (last && last.bottom === row && last.right === column - 1) last.right = column;
      else areas.push({ top: row, bottom: row, left: column, right: column });
    });
    return areas.length === 0 ? null : new RangeAreas(this.host, this.sheet, areas);
  }
  getSpecialCells(cellType: string, valueType?: string): RangeAreas {
    const found = this.getSpecialCellsOrNullObject(cellType, valueType);
    if (!found) throw itemNotFound('Range.getSpecialCells');
    return found;
  }
  removeDuplicates(columns: number[], includesHeader: boolean): HostObject {
    this.guardLooks('removeDuplicates');
    this.guardCells('removeDuplicates');
    if (columns.some((column) => !(column >= 0 && column < this.columnCount))) {
      throw invalidArgument('Range.removeDuplicates');
    }
    const seen = new Set<string>();
    const from = this.area.top + (includesHeader ? 1 : 0);
    const kept: MovedRow[] = [];
    let removed = 0;
    for (let row = from; row <= this.area.bottom; row++) {
      const cells = Array.from({ length: this.columnCount }, (_, c) =>
        this.sheet.cell(row, this.area.left + c),
      );
      // Excel does not tell capitals from small letters here.
      const key = JSON.stringify(columns.map((c) => cells[c]?.value ?? null)).toLowerCase();
      if (seen.has(key)) removed++;
      else {
        seen.add(key);
        kept.push({ from: row, cells });
      }
    }
    this.putRows(from, kept);
    return new RemoveDuplicatesResult(removed, seen.size);
  }

  /** Rows in a new order; rows below them are emptied. */
  putRows(from: number, rows: readonly MovedRow[]): void {
    for (let row = from; row <= this.area.bottom; row++) {
      const moved = rows[row - from];
      for (let column = this.area.left; column <= this.area.right; column++) {
        const cell = moved?.cells[column - this.area.left];
        // A formula goes on pointing at the cells of its own row.
        const formula =
          cell?.formula === undefined ? undefined : shiftFormula(cell.formula, row - moved.from, 0);
        if (cell) this.sheet.set(row, column, formula === undefined ? cell : { ...cell, formula });
        else this.sheet.clear(row, column);
      }
    }
    this.host.wrote(this.sheet, this.area);
  }

  calculate(): void {
    this.host.model.outdate();
    this.host.model.recalculate(true);
  }
  setDirty(): void {
    this.host.model.outdate();
  }
  select(): void {
    this.host.needsFocus('Range.select');
    if (this.sheet.visibility !== 'visible') throw new ApiError('InvalidOperation', 'Range.select');
    this.host.model.select(this.sheet, this.area);
  }
}

/** A row on its way to another place. */
interface MovedRow {
  from: number;
  cells: (Cell | undefined)[];
}

class RemoveDuplicatesResult extends HostObject implements Answers<Excel.RemoveDuplicatesResult> {
  readonly className = 'RemoveDuplicatesResult';
  constructor(
    readonly removed: number,
    readonly uniqueRemaining: number,
  ) {
    super();
  }
}

class RangeSort extends HostObject implements Answers<Excel.RangeSort> {
  readonly className = 'RangeSort';
  constructor(private readonly range: Range) {
    super();
  }
  /** Rows by the values of columns: numbers, then texts, then blanks, as Excel orders them. */
  apply(fields: Excel.SortField[], matchCase = false, hasHeaders = false): void {
    this.range.guardLooks('sort', 'allowSort');
    // Even where sorting is allowed, locked cells stay where they are.
    this.range.guardCells('sort');
    const { area, sheet } = this.range;
    if (fields.some(({ key }) => !(key >= 0 && key <= area.right - area.left)))
      throw invalidArgument('RangeSort.apply');
    this.range.host.model.recalculate();
    const from = area.top + (hasHeaders ? 1 : 0);
    const rows: MovedRow[] = [];
    for (let row = from; row <= area.bottom; row++) {
      const cells = Array.from({ length: area.right - area.left + 1 }, (_, c) =>
        sheet.cell(row, area.left + c),
      );
      rows.push({ from: row, cells });
    }
    const rank = (cell: Cell | undefined) => {
      const type = valueTypeOf(cell?.value ?? null);
      return ['Double', 'String', 'Boolean', 'Error', 'Empty'].indexOf(type);
    };
    const text = (cell: Cell | undefined) => {
      const value = String(cell?.value ?? '');
      return matchCase ? value : value.toLowerCase();
    };
    rows.sort((a, b) => {
      for (const { key, ascending = true } of fields) {
        const [x, y] = [a.cells[key], b.cells[key]];
        const byRank = rank(x) - rank(y);
        // Blanks come last whichever way one sorts.
        if (byRank !== 0) return rank(x) === 4 || rank(y) === 4 || ascending ? byRank : -byRank;
        const order =
          typeof x?.value === 'number'
            ? x.value - (y!.value as number)
            : text(x).localeCompare(text(y), 'vi');
        if (order !== 0) return ascending ? order : -order;
      }
      return 0;
    });
    this.range.putRows(from, rows);
  }
}

function isFirst(area: Area, row: number, column: number): boolean {
  return area.top === row && area.left === column;
}

function sizeMismatch(member: string): ApiError {
  return invalidArgument(
    `Range.${member}`,
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** A cell after another was copied over it, so many rows and columns away. */
function copiedOver(
  stood: Cell | undefined,
  from: Cell | undefined,
  copyType: string,
  [rows, columns]: [number, number],
): Cell {
  const made: Cell = { ...(stood ?? { value: null }) };
  if (copyType !== 'Formats') {
    made.value = from?.value ?? null;
    delete made.formula;
    if (from?.formula !== undefined && copyType !== 'Values')
      made.formula = shiftFormula(from.formula, rows, columns);
  }
  if (copyType === 'All' || copyType === 'Formats') made.style = from?.style;
  return made;
}
