import type { Area } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Sheet, Table as TableState } from '../../workbook/sheet';
import { renameColumnIn, renameTableIn } from '../model/move-references';
import { areaOf, overlaps, sheetNamedIn } from './areas';
import type { AutoFilter } from './auto-filter';
import { writeHeadings } from '../model/table-headings';
import { cellInput } from './cell-input';
import { wireValue } from './cell-output';
import { accessDenied, ApiError, invalidArgument, itemNotFound } from './errors';
import { EVENT } from './events';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { isName } from './names';
import { Range } from './range';

/** Tables of one sheet, or of the workbook. */
abstract class Tables extends HostCollection {
  constructor(
    protected readonly host: ExcelHost,
    protected readonly sheet: Sheet | null,
  ) {
    super();
  }
  protected listed(): [Sheet, TableState][] {
    const sheets = this.sheet ? [this.sheet] : this.host.model.workbook.sheets;
    return sheets.flatMap((sheet) =>
      sheet.tables.map((table) => [sheet, table] as [Sheet, TableState]),
    );
  }
  get members(): HostObject[] {
    return this.listed().map(([sheet, table]) => this.host.tableOf(sheet, table));
  }
  item(key: unknown): HostObject {
    return this.getItem(key as string);
  }
  getCount(): number {
    return this.listed().length;
  }
  /** The id of a table: it stays when the table is renamed. */
  idOf(table: TableState): string {
    return this.host.tableId(table);
  }
  getItem(key: string | number): Table {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`${this.className}.getItem`);
    return found;
  }
  getItemOrNullObject(key: string | number): Table | null {
    const wanted = String(key).toLowerCase();
    const found = this.listed().find(
      ([, table]) => table.name.toLowerCase() === wanted || this.host.tableId(table) === wanted,
    );
    return found ? this.host.tableOf(...found) : null;
  }
}

export class TableCollection extends Tables implements Answers<Excel.TableCollection> {
  readonly className = 'TableCollection';
  get count(): number {
    return this.listed().length;
  }
  getItemAt(index: number): Table {
    const found = this.listed()[index];
    if (!found) throw invalidArgument('TableCollection.getItemAt');
    return this.host.tableOf(...found);
  }
  add(address: Range | string, hasHeaders: boolean): Table {
    const location = 'TableCollection.add';
    const range = typeof address === 'string' ? this.rangeNamed(address) : address;
    const { sheet } = range;
    range.guardLooks('table');
    const taken = [...sheet.tables.map((table) => table.area), ...sheet.merges];
    if (taken.some((area) => overlaps(area, range.area)))
      throw new ApiError('MergedRangeConflict', location);
    let { area } = range;
    if (!hasHeaders) {
      // A row of headings is put above the data, which moves down.
      this.host.model.shift(sheet, {
        kind: 'insert',
        axis: 'rows',
        area: { ...area, bottom: area.top },
      });
      area = { ...area, bottom: area.bottom + 1 };
    }
    writeHeadings(this.host.model, sheet, area);
    const names = new Set(this.allNames());
    let number = 1;
    while (names.has(`table${number}`)) number++;
    const table: TableState = {
      name: `Table${number}`,
      area,
      style: 'TableStyleMedium2',
      hasTotals: false,
      showsFilter: true,
    };
    sheet.tables.push(table);
    this.host.looked(sheet);
    this.host.events.tableChanged('tableAdded', sheet, {
      id: this.host.tableId(table),
      name: table.name,
    });
    return this.host.tableOf(sheet, table);
  }
  /** The tables of this sheet whose area is wanted. */
  within(isWanted: (area: Area) => boolean): TableScopedCollection {
    return new TableScopedCollection(this.host, this.sheet!, (table) => isWanted(table.area));
  }
  private rangeNamed(address: string): Range {
    const location = 'TableCollection.add';
    const name = sheetNamedIn(address);
    const named = name === null ? null : this.host.findSheet(name);
    const sheet = name === null ? (this.sheet ?? this.host.model.active) : named;
    if (!sheet) throw invalidArgument(location);
    return new Range(this.host, sheet, areaOf(address, location));
  }
  private allNames(): string[] {
    return this.host.model.workbook.sheets.flatMap((sheet) =>
      sheet.tables.map((one) => one.name.toLowerCase()),
    );
  }

  private get target(): string {
    return this.sheet ? this.host.model.idOf(this.sheet) : 'Workbook';
  }
  _RegisterAddedEvent(): void {
    this.host.events.register(EVENT.tableAdded, this.target);
  }
  _UnregisterAddedEvent(): void {
    this.host.events.unregister(EVENT.tableAdded, this.target);
  }
  _RegisterDeletedEvent(): void {
    this.host.events.register(EVENT.tableDeleted, this.target);
  }
  _UnregisterDeletedEvent(): void {
    this.host.events.unregister(EVENT.tableDeleted, this.target);
  }
  _RegisterDataChangedEvent(): void {
    this.host.events.register(EVENT.tableChanged, this.target);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.events.unregister(EVENT.tableChanged, this.target);
  }
}

/** The tables in a range. */
export class TableScopedCollection
  extends HostCollection
  implements Answers<Excel.TableScopedCollection>
{
  readonly className = 'TableScopedCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly isWanted: (table: TableState) => boolean,
  ) {
    super();
  }
  get members(): Table[] {
    return this.sheet.tables
      .filter(this.isWanted)
      .map((table) => this.host.tableOf(this.sheet, table));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.members.length;
  }
  getFirst(): Table {
    const [first] = this.members;
    if (!first) throw itemNotFound('TableScopedCollection.getFirst');
    return first;
  }
  getItem(key: string): Table {
    const found = this.members.find(
      (table) => table.name.toLowerCase() === key.toLowerCase() || table.id === key,
    );
    if (!found) throw itemNotFound('TableScopedCollection.getItem');
    return found;
  }
}

export class Table extends HostObject implements Answers<Excel.Table> {
  readonly className = 'Table';
  readonly rows: TableRowCollection;
  readonly columns: TableColumnCollection;
  readonly highlightFirstColumn = false;
  readonly highlightLastColumn = false;
  readonly showBandedColumns = false;
  readonly showBandedRows = true;

  constructor(
    private readonly host: ExcelHost,
    readonly sheet: Sheet,
    readonly table: TableState,
  ) {
    super();
    this.rows = new TableRowCollection(host, this);
    this.columns = new TableColumnCollection(host, this);
  }
  override get objectId(): string {
    return this.id;
  }
  override checkAlive(): void {
    if (!this.sheet.tables.includes(this.table) || !this.host.model.has(this.sheet))
      throw itemNotFound('Table');
  }
  get id(): string {
    return this.host.tableId(this.table);
  }
  get name(): string {
    return this.table.name;
  }
  /**
   * A name that another table has is InvalidArgument (office-js#551), as is one that breaks the
   * rules of names.
   */
  set name(value: string) {
    const isTaken = this.host.model.workbook.sheets.some((sheet) =>
      sheet.tables.some(
        (one) => one !== this.table && one.name.toLowerCase() === String(value).toLowerCase(),
      ),
    );
    if (!isName(value) || isTaken) throw invalidArgument('Table.name');
    const before = this.table.name;
    this.table.name = value;
    this.host.model.changeFormulas((formula) => renameTableIn(formula, before, value));
    this.host.looked(this.sheet);
  }
  get style(): string {
    return this.table.style;
  }
  set style(value: string) {
    if (!/^TableStyle(Light|Medium|Dark)\d{1,2}$|^$/.test(value))
      throw invalidArgument('Table.style');
    this.table.style = value;
    this.host.looked(this.sheet);
  }
  get showHeaders(): boolean {
    return true;
  }
  get showTotals(): boolean {
    return this.table.hasTotals;
  }
  set showTotals(value: boolean) {
    if (value === this.table.hasTotals) return;
    this.guard('showTotals');
    const { area } = this.table;
    const last = {
      ...area,
      top: value ? area.bottom + 1 : area.bottom,
      bottom: value ? area.bottom + 1 : area.bottom,
    };
    // What stands below makes room, and comes back.
    this.host.model.shift(this.sheet, {
      kind: value ? 'insert' : 'delete',
      axis: 'rows',
      area: last,
    });
    this.table.hasTotals = value;
    this.table.area = { ...area, bottom: area.bottom + (value ? 1 : -1) };
    if (value) {
      this.host.model.write(this.sheet, last.top, area.left, { value: 'Total' });
      const column = String(wireValue(this.sheet.value(area.top, area.right)));
      const formula = `SUBTOTAL(109,${this.table.name}[${column}])`;
      if (area.right > area.left)
        this.host.model.write(this.sheet, last.top, area.right, { value: null, formula });
    }
    this.host.wrote(this.sheet, this.table.area);
  }
  get autoFilter(): AutoFilter {
    return this.host.filterOf(this.sheet, this.table);
  }
  clearFilters(): void {
    this.autoFilter.clearCriteria();
  }
  get showFilterButton(): boolean {
    return this.table.showsFilter;
  }
  set showFilterButton(value: boolean) {
    this.table.showsFilter = value;
  }
  get worksheet(): HostObject {
    return this.host.worksheetOf(this.sheet);
  }
  /** The rows between headings and totals. */
  get body(): Area {
    const { area, hasTotals } = this.table;
    return { ...area, top: area.top + 1, bottom: hasTotals ? area.bottom - 1 : area.bottom };
  }
  /** Tables of a protected sheet do not change their shape. */
  guard(member: string): void {
    if (this.sheet.isProtected) throw accessDenied(`Table.${member}`);
  }
  private range(area: Area): Range {
    return new Range(this.host, this.sheet, area);
  }
  getRange(): Range {
    return this.range(this.table.area);
  }
  getHeaderRowRange(): Range {
    return this.range({ ...this.table.area, bottom: this.table.area.top });
  }
  getDataBodyRange(): Range {
    return this.range(this.body);
  }
  getTotalRowRange(): Range {
    if (!this.table.hasTotals) throw itemNotFound('Table.getTotalRowRange');
    return this.range({ ...this.table.area, top: this.table.area.bottom });
  }
  /** Headings stay in their row and the new area meets the old. */
  resize(newRange: Range | string): void {
    this.guard('resize');
    const area = typeof newRange === 'string' ? areaOf(newRange, 'Table.resize') : newRange.area;
    const isOther = newRange instanceof Range && newRange.sheet !== this.sheet;
    if (
      isOther ||
      area.top !== this.table.area.top ||
      !overlaps(area, this.table.area) ||
      area.bottom === area.top
    ) {
      throw invalidArgument('Table.resize');
    }
    const others = this.sheet.tables.filter((one) => one !== this.table);
    if (others.some((one) => overlaps(one.area, area)))
      throw new ApiError('MergedRangeConflict', 'Table.resize');
    this.table.area = area;
    this.host.looked(this.sheet);
  }
  convertToRange(): Range {
    this.guard('convertToRange');
    const range = this.getRange();
    this.remove();
    return range;
  }
  /** The table goes with its cells. */
  delete(): void {
    this.guard('delete');
    const range = this.getRange();
    this.remove();
    range.clear('All');
  }
  private remove(): void {
    this.sheet.tables.splice(this.sheet.tables.indexOf(this.table), 1);
    this.host.looked(this.sheet);
    this.host.events.tableChanged('tableDeleted', this.sheet, { id: this.id, name: this.name });
  }

  _RegisterDataChangedEvent(): void {
    this.host.events.register(EVENT.tableChanged, this.id);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.events.unregister(EVENT.tableChanged, this.id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.host.events.register(EVENT.tableSelectionChanged, this.id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.host.events.unregister(EVENT.tableSelectionChanged, this.id);
  }
}

class TableRowCollection extends HostCollection implements Answers<Excel.TableRowCollection> {
  readonly className = 'TableRowCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly table: Table,
  ) {
    super();
  }
  get members(): HostObject[] {
    return Array.from(
      { length: this.count },
      (_, index) => new TableRow(this.host, this.table, index),
    );
  }
  item(key: unknown): HostObject {
    return this.getItemAt(Number(key));
  }
  get count(): number {
    return this.table.body.bottom - this.table.body.top + 1;
  }
  getCount(): number {
    return this.count;
  }
  getItemAt(index: number): TableRow {
    if (!(index >= 0 && index < this.count)) throw invalidArgument('TableRowCollection.getItemAt');
    return new TableRow(this.host, this.table, index);
  }
  add(index?: number, values?: unknown, _alwaysInsert?: boolean): TableRow {
    const location = 'TableRowCollection.add';
    this.table.guard('rows');
    const at = index === undefined || index === -1 ? this.count : index;
    if (!(at >= 0 && at <= this.count)) throw invalidArgument(location);
    const { sheet, body } = this.table;
    const width = body.right - body.left + 1;
    const rows = rowsOf(values, width, location);
    const top = body.top + at;
    const inserted = { top, bottom: top + rows.length - 1, left: body.left, right: body.right };
    this.host.model.shift(sheet, { kind: 'insert', axis: 'rows', area: inserted });
    const { area } = this.table.table;
    // An insertion at the very end does not reach into the table by itself.
    if (area.bottom < inserted.bottom) this.table.table.area = { ...area, bottom: inserted.bottom };
    rows.forEach((cells, r) =>
      cells.forEach((value, c) =>
        this.host.model.write(
          sheet,
          top + r,
          body.left + c,
          cellInput(value, undefined, location, this.host.typedIn),
        ),
      ),
    );
    this.host.wrote(sheet, inserted);
    return new TableRow(this.host, this.table, at);
  }
}

function rowsOf(values: unknown, width: number, location: string): unknown[][] {
  if (values === undefined || values === null) return [Array.from({ length: width }, () => '')];
  if (!Array.isArray(values)) return [Array.from({ length: width }, () => values)];
  const rows = values as unknown[][];
  if (rows.length === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width)) {
    throw invalidArgument(
      location,
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return rows;
}

class TableRow extends HostObject implements Answers<Excel.TableRow> {
  readonly className = 'TableRow';
  constructor(
    private readonly host: ExcelHost,
    private readonly table: Table,
    readonly index: number,
  ) {
    super();
  }
  get values(): unknown[][] | null {
    return this.getRange().values;
  }
  set values(input: unknown) {
    this.getRange().values = input;
  }
  getRange(): Range {
    const { body, sheet } = this.table;
    return new Range(this.host, sheet, {
      ...body,
      top: body.top + this.index,
      bottom: body.top + this.index,
    });
  }
  delete(): void {
    this.getRange().delete('Up');
  }
}

class TableColumnCollection extends HostCollection implements Answers<Excel.TableColumnCollection> {
  readonly className = 'TableColumnCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly table: Table,
  ) {
    super();
  }
  private get listed(): TableColumn[] {
    return Array.from(
      { length: this.count },
      (_, index) => new TableColumn(this.host, this.table, index),
    );
  }
  get members(): HostObject[] {
    return this.listed;
  }
  get count(): number {
    const { area } = this.table.table;
    return area.right - area.left + 1;
  }
  getCount(): number {
    return this.count;
  }
  item(key: unknown): HostObject {
    return this.getItem(key as string);
  }
  getItem(key: string | number): TableColumn {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound('TableColumnCollection.getItem');
    return found;
  }
  getItemOrNullObject(key: string | number): TableColumn | null {
    const wanted = String(key).toLowerCase();
    return (
      this.listed.find((one) => one.name.toLowerCase() === wanted || String(one.id) === wanted) ??
      null
    );
  }
  getItemAt(index: number): TableColumn {
    const found = this.listed[index];
    if (!found) throw invalidArgument('TableColumnCollection.getItemAt');
    return found;
  }
}

class TableColumn extends HostObject implements Answers<Excel.TableColumn> {
  readonly className = 'TableColumn';
  constructor(
    private readonly host: ExcelHost,
    private readonly table: Table,
    readonly index: number,
  ) {
    super();
  }
  override get objectId(): number {
    return this.id;
  }
  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    const { area } = this.table.table;
    return String(wireValue(this.table.sheet.value(area.top, area.left + this.index)));
  }
  set name(value: string) {
    const { area } = this.table.table;
    if (isBlank(value)) throw invalidArgument('TableColumn.name');
    this.table.guard('columns');
    const before = this.name;
    this.host.model.write(this.table.sheet, area.top, area.left + this.index, { value });
    this.host.model.changeFormulas((formula) =>
      renameColumnIn(formula, this.table.name, before, value),
    );
    this.host.looked(this.table.sheet);
  }
  get values(): unknown[][] | null {
    return this.getRange().values;
  }
  set values(input: unknown) {
    this.getRange().values = input;
  }
  private over(area: Area): Range {
    const column = area.left + this.index;
    return new Range(this.host, this.table.sheet, { ...area, left: column, right: column });
  }
  getRange(): Range {
    return this.over(this.table.table.area);
  }
  getHeaderRowRange(): Range {
    return this.over({ ...this.table.table.area, bottom: this.table.table.area.top });
  }
  getDataBodyRange(): Range {
    return this.over(this.table.body);
  }
}
