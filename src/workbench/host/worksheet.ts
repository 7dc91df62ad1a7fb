import { Sheet } from '../../workbook/sheet';
import { renameSheetIn } from '../model/move-references';
import { areaOf, sheetNamedIn, WHOLE_SHEET } from './areas';
import type { AutoFilter } from './auto-filter';
import { ChartCollection } from './charts';
import { CommentCollection } from './comments';
import { ApiError, invalidArgument, itemNotFound, notKept } from './errors';
import { EVENT, WORKBOOK_TARGET } from './events';
import type { ExcelHost } from './excel-host';
import { WorksheetFreezePanes } from './freeze-panes';
import { HostCollection, HostObject, type Answers } from './host-object';
import { NamedItemCollection } from './names';
import { NoteCollection } from './notes';
import { PageLayout } from './page-layout';
import { WorksheetCustomPropertyCollection } from './properties';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { colour } from './range-format';
import { DEFAULT_COLUMN_CHARACTERS, DEFAULT_ROW_POINTS } from './sizes';
import { TableCollection } from './tables';
import { WorksheetProtection } from './worksheet-protection';

export class Worksheet extends HostObject implements Answers<Excel.Worksheet> {
  readonly className = 'Worksheet';
  readonly protection: WorksheetProtection;
  readonly freezePanes: WorksheetFreezePanes;
  readonly pageLayout: PageLayout;
  readonly tables: TableCollection;
  readonly names: NamedItemCollection;
  readonly charts: ChartCollection;
  readonly notes: NoteCollection;
  readonly comments: CommentCollection;
  readonly customProperties = new WorksheetCustomPropertyCollection();
  readonly standardHeight = DEFAULT_ROW_POINTS;
  readonly enableCalculation = true;

  constructor(
    private readonly host: ExcelHost,
    readonly sheet: Sheet,
  ) {
    super();
    this.protection = new WorksheetProtection(host, sheet);
    this.freezePanes = new WorksheetFreezePanes(host, sheet);
    this.pageLayout = new PageLayout(host, sheet);
    this.tables = new TableCollection(host, sheet);
    this.names = new NamedItemCollection(host, sheet);
    this.charts = new ChartCollection(host, sheet);
    this.notes = new NoteCollection(host, sheet);
    this.comments = new CommentCollection(host, sheet);
  }

  get autoFilter(): AutoFilter {
    return this.host.filterOf(this.sheet, this.sheet);
  }
  override get objectId(): string {
    return this.id;
  }
  /** A worksheet somebody deleted is no longer found. */
  override checkAlive(): void {
    if (!this.host.model.has(this.sheet)) throw itemNotFound('Worksheet');
  }
  get id(): string {
    return this.host.model.idOf(this.sheet);
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(value: string) {
    this.host.guardStructure('Worksheet.name');
    checkName(value, 'Worksheet.name');
    const other = this.host.findSheet(value);
    if (other && other !== this.sheet) throw new ApiError('ItemAlreadyExists', 'Worksheet.name');
    if (value !== this.sheet.name) this.host.model.rename(this.sheet, value);
  }
  get position(): number {
    return this.host.model.workbook.sheets.indexOf(this.sheet);
  }
  set position(value: number) {
    this.host.guardStructure('Worksheet.position');
    if (!(Number.isInteger(value) && value >= 0 && value < this.host.model.workbook.sheets.length))
      throw invalidArgument('Worksheet.position');
    this.host.model.moveSheet(this.sheet, value);
  }
  get visibility(): string {
    return { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' }[
      this.sheet.visibility
    ];
  }
  set visibility(value: string) {
    const wanted = ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[
      value
    ];
    if (!wanted) throw invalidArgument('Worksheet.visibility');
    this.host.guardStructure('Worksheet.visibility');
    if (wanted !== 'visible' && this.isLastVisible())
      throw new ApiError('InvalidOperation', 'Worksheet.visibility');
    this.host.model.show(this.sheet, wanted);
  }
  get showHeadings(): boolean {
    return true;
  }
  set showHeadings(value: boolean) {
    if (!value) throw notKept('Worksheet.showHeadings');
  }
  get standardWidth(): number {
    return DEFAULT_COLUMN_CHARACTERS;
  }
  set standardWidth(value: number) {
    if (value !== DEFAULT_COLUMN_CHARACTERS) throw notKept('Worksheet.standardWidth');
  }
  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set showGridlines(value: boolean) {
    if (typeof value !== 'boolean') throw invalidArgument('Worksheet.showGridlines');
    this.sheet.showGridlines = value;
    this.host.looked(this.sheet);
  }
  get tabColor(): string {
    return this.sheet.tabColor;
  }
  set tabColor(value: string) {
    this.sheet.tabColor = colour(value, 'Worksheet.tabColor') ?? '';
    this.host.looked(this.sheet);
  }

  getRange(address?: string): Range {
    const { rows, columns } = this.host.grid;
    if (address === undefined) return this.getRangeByIndexes(0, 0, rows, columns);
    this.checkOwn(address);
    const name = this.host.namedArea(address, this.sheet);
    if (name) return name;
    const { top, left, bottom, right } = areaOf(address, 'Worksheet.getRange');
    // Whole rows and columns end where the grid does.
    const height = (bottom === WHOLE_SHEET.bottom ? rows : bottom + 1) - top;
    const width = (right === WHOLE_SHEET.right ? columns : right + 1) - left;
    return this.host.range(this.sheet, top, left, height, width, 'Worksheet.getRange');
  }
  /** An address may name this sheet, not another. */
  private checkOwn(address: string): void {
    const name = sheetNamedIn(String(address));
    if (name !== null && this.host.findSheet(name) !== this.sheet)
      throw invalidArgument('Worksheet.getRange');
  }
  getRanges(address?: string): RangeAreas {
    if (address === undefined) return new RangeAreas(this.host, this.sheet, [WHOLE_SHEET]);
    if (address.length > 8192) throw invalidArgument('Worksheet.getRanges');
    // Excel for Windows and Mac divide the areas as the person's regional settings do
    // (office-js#1167, #1985); the web always by commas.
    const separator = this.host.platform === 'web' ? ',' : this.host.culture.list;
    const parts = address.split(separator).map((one) => areaOf(one, 'Worksheet.getRanges'));
    return new RangeAreas(this.host, this.sheet, parts);
  }
  getCell(row: number, column: number): Range {
    return this.host.range(this.sheet, row, column, 1, 1, 'Worksheet.getCell');
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.host.range(this.sheet, row, column, rows, columns, 'Worksheet.getRangeByIndexes');
  }
  getUsedRange(valuesOnly?: boolean): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    return new Range(this.host, this.sheet, WHOLE_SHEET).getUsedRangeOrNullObject(valuesOnly);
  }
  findAllOrNullObject(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreas | null {
    const used = this.getUsedRangeOrNullObject(true);
    const found = used?.findAll(text, criteria) ?? [];
    return found.length === 0 ? null : new RangeAreas(this.host, this.sheet, found);
  }
  findAll(text: string, criteria: Excel.WorksheetSearchCriteria): RangeAreas {
    const found = this.findAllOrNullObject(text, criteria);
    if (!found) throw itemNotFound('Worksheet.findAll');
    return found;
  }
  replaceAll(text: string, replacement: string, criteria: Excel.ReplaceCriteria): number {
    return this.getUsedRangeOrNullObject(true)?.replaceAll(text, replacement, criteria) ?? 0;
  }
  getNext(visibleOnly = false): Worksheet {
    return this.beside(1, visibleOnly) ?? notThere('Worksheet.getNext');
  }
  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.beside(1, visibleOnly);
  }
  getPrevious(visibleOnly = false): Worksheet {
    return this.beside(-1, visibleOnly) ?? notThere('Worksheet.getPrevious');
  }
  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.beside(-1, visibleOnly);
  }
  private beside(step: 1 | -1, visibleOnly: boolean): Worksheet | null {
    const { sheets } = this.host.model.workbook;
    let at = this.position + step;
    while (visibleOnly && sheets[at] && sheets[at].visibility !== 'visible') at += step;
    return sheets[at] ? this.host.worksheetOf(sheets[at]) : null;
  }
  calculate(markAllDirty?: boolean): void {
    if (markAllDirty) this.host.model.outdate();
    this.host.model.recalculate(true);
  }
  copy(positionType = 'None', relativeTo?: Worksheet): Worksheet {
    this.host.guardStructure('Worksheet.copy');
    const { sheets } = this.host.model.workbook;
    const at = {
      None: sheets.length,
      Beginning: 0,
      End: sheets.length,
      Before: relativeTo ? relativeTo.position : -1,
      After: relativeTo ? relativeTo.position + 1 : -1,
    }[positionType];
    if (at === undefined || at < 0) throw invalidArgument('Worksheet.copy');
    const copied = copyOf(this.sheet, freeCopyName(this.host, this.sheet.name), this.host);
    this.host.model.addSheet(copied, 'add-in', at);
    return this.host.worksheetOf(copied);
  }
  activate(): void {
    this.host.needsFocus('Worksheet.activate');
    if (this.sheet.visibility !== 'visible')
      throw new ApiError('InvalidOperation', 'Worksheet.activate');
    this.host.model.activate(this.sheet);
  }
  delete(): void {
    this.host.needsFocus('Worksheet.delete', 'InvalidSelection');
    this.host.guardStructure('Worksheet.delete');
    if (this.sheet.visibility === 'veryHidden' || this.isLastVisible()) {
      throw new ApiError('InvalidOperation', 'Worksheet.delete');
    }
    this.host.model.removeSheet(this.sheet);
  }
  private isLastVisible(): boolean {
    const visible = this.host.model.workbook.sheets.filter(
      (sheet) => sheet.visibility === 'visible',
    );
    return visible.length === 1 && visible[0] === this.sheet;
  }

  _RegisterDataChangedEvent(): void {
    this.host.events.register(EVENT.changed, this.id);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.events.unregister(EVENT.changed, this.id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.host.events.register(EVENT.selectionChanged, this.id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.host.events.unregister(EVENT.selectionChanged, this.id);
  }
  _RegisterActivatedEvent(): void {
    this.host.events.register(EVENT.activated, this.id);
  }
  _UnregisterActivatedEvent(): void {
    this.host.events.unregister(EVENT.activated, this.id);
  }
  _RegisterDeactivatedEvent(): void {
    this.host.events.register(EVENT.deactivated, this.id);
  }
  _UnregisterDeactivatedEvent(): void {
    this.host.events.unregister(EVENT.deactivated, this.id);
  }
  _RegisterCalculatedEvent(): void {
    this.host.events.register(EVENT.calculated, this.id);
  }
  _UnregisterCalculatedEvent(): void {
    this.host.events.unregister(EVENT.calculated, this.id);
  }
  _RegisterFormatChangedEvent(): void {
    this.host.events.register(EVENT.formatChanged, this.id);
  }
  _UnregisterFormatChangedEvent(): void {
    this.host.events.unregister(EVENT.formatChanged, this.id);
  }
  _RegisterProtectionChangedEvent(): void {
    this.host.events.register(EVENT.protectionChanged, this.id);
  }
  _UnregisterProtectionChangedEvent(): void {
    this.host.events.unregister(EVENT.protectionChanged, this.id);
  }
  _RegisterEventNameChanged(): void {
    this.host.events.register(EVENT.nameChanged, this.id);
  }
  _UnregisterEventNameChanged(): void {
    this.host.events.unregister(EVENT.nameChanged, this.id);
  }
  _RegisterEventVisibilityChanged(): void {
    this.host.events.register(EVENT.visibilityChanged, this.id);
  }
  _UnregisterEventVisibilityChanged(): void {
    this.host.events.unregister(EVENT.visibilityChanged, this.id);
  }
}

export class WorksheetCollection
  extends HostCollection
  implements Answers<Excel.WorksheetCollection>
{
  readonly className = 'WorksheetCollection';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get members(): HostObject[] {
    return this.host.model.workbook.sheets.map((sheet) => this.host.worksheetOf(sheet));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getItem(key: string): Worksheet {
    return this.getItemOrNullObject(key) ?? notThere('WorksheetCollection.getItem');
  }
  getItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.host.findSheet(key);
    return sheet ? this.host.worksheetOf(sheet) : null;
  }
  getActiveWorksheet(): Worksheet {
    return this.host.worksheetOf(this.host.model.active);
  }
  getFirst(visibleOnly = false): Worksheet {
    return this.listed(visibleOnly)[0];
  }
  getLast(visibleOnly = false): Worksheet {
    const all = this.listed(visibleOnly);
    return all[all.length - 1];
  }
  getCount(visibleOnly = false): number {
    return this.listed(visibleOnly).length;
  }
  private listed(visibleOnly: boolean): Worksheet[] {
    return this.host.model.workbook.sheets
      .filter((sheet) => !visibleOnly || sheet.visibility === 'visible')
      .map((sheet) => this.host.worksheetOf(sheet));
  }
  add(name?: string): Worksheet {
    this.host.needsFocus('WorksheetCollection.add');
    this.host.guardStructure('WorksheetCollection.add');
    const chosen = name ?? freeName(this.host);
    checkName(chosen, 'WorksheetCollection.add');
    if (this.host.findSheet(chosen))
      throw new ApiError('ItemAlreadyExists', 'WorksheetCollection.add');
    const sheet = new Sheet(chosen);
    this.host.model.addSheet(sheet);
    return this.host.worksheetOf(sheet);
  }

  _RegisterDataChangedEvent(): void {
    this.host.events.register(EVENT.changed, WORKBOOK_TARGET);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.events.unregister(EVENT.changed, WORKBOOK_TARGET);
  }
  _RegisterSelectionChangedEvent(): void {
    this.host.events.register(EVENT.selectionChanged, WORKBOOK_TARGET);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.host.events.unregister(EVENT.selectionChanged, WORKBOOK_TARGET);
  }
  _RegisterActivatedEvent(): void {
    this.host.events.register(EVENT.activated, WORKBOOK_TARGET);
  }
  _UnregisterActivatedEvent(): void {
    this.host.events.unregister(EVENT.activated, WORKBOOK_TARGET);
  }
  _RegisterDeactivatedEvent(): void {
    this.host.events.register(EVENT.deactivated, WORKBOOK_TARGET);
  }
  _UnregisterDeactivatedEvent(): void {
    this.host.events.unregister(EVENT.deactivated, WORKBOOK_TARGET);
  }
  _RegisterAddedEvent(): void {
    this.host.events.register(EVENT.added, WORKBOOK_TARGET);
  }
  _UnregisterAddedEvent(): void {
    this.host.events.unregister(EVENT.added, WORKBOOK_TARGET);
  }
  _RegisterDeletedEvent(): void {
    this.host.events.register(EVENT.deleted, WORKBOOK_TARGET);
  }
  _UnregisterDeletedEvent(): void {
    this.host.events.unregister(EVENT.deleted, WORKBOOK_TARGET);
  }
  _RegisterCalculatedEvent(): void {
    this.host.events.register(EVENT.calculated, WORKBOOK_TARGET);
  }
  _UnregisterCalculatedEvent(): void {
    this.host.events.unregister(EVENT.calculated, WORKBOOK_TARGET);
  }
  _RegisterFormatChangedEvent(): void {
    this.host.events.register(EVENT.formatChanged, WORKBOOK_TARGET);
  }
  _UnregisterFormatChangedEvent(): void {
    this.host.events.unregister(EVENT.formatChanged, WORKBOOK_TARGET);
  }
  _RegisterProtectionChangedEvent(): void {
    this.host.events.register(EVENT.protectionChanged, WORKBOOK_TARGET);
  }
  _UnregisterProtectionChangedEvent(): void {
    this.host.events.unregister(EVENT.protectionChanged, WORKBOOK_TARGET);
  }
  _RegisterEventNameChanged(): void {
    this.host.events.register(EVENT.nameChanged, WORKBOOK_TARGET);
  }
  _UnregisterEventNameChanged(): void {
    this.host.events.unregister(EVENT.nameChanged, WORKBOOK_TARGET);
  }
  _RegisterEventVisibilityChanged(): void {
    this.host.events.register(EVENT.visibilityChanged, WORKBOOK_TARGET);
  }
  _UnregisterEventVisibilityChanged(): void {
    this.host.events.unregister(EVENT.visibilityChanged, WORKBOOK_TARGET);
  }
  _RegisterEventMoved(): void {
    this.host.events.register(EVENT.moved, WORKBOOK_TARGET);
  }
  _UnregisterEventMoved(): void {
    this.host.events.unregister(EVENT.moved, WORKBOOK_TARGET);
  }
}

function notThere(location: string): never {
  throw itemNotFound(location);
}

function freeName(host: ExcelHost): string {
  for (let number = 1; ; number++) if (!host.findSheet(`Sheet${number}`)) return `Sheet${number}`;
}

/** "Sheet1 (2)", as Excel names copies. */
function freeCopyName(host: ExcelHost, name: string): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!host.findSheet(candidate)) return candidate;
  }
}

/**
 * Excel's rules for sheet names: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at either
 * end, not "History".
 */
function checkName(name: unknown, location: string): asserts name is string {
  const isGood =
    typeof name === 'string' &&
    name.trim() !== '' &&
    name.length <= 31 &&
    !/[\\/?*[\]:]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== 'history';
  if (!isGood) throw invalidArgument(location);
}

/** A sheet's own copy: tables get new names, charts and names of the sheet point at the copy. */
function copyOf(sheet: Sheet, name: string, host: ExcelHost): Sheet {
  const copy = new Sheet(name);
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) copy.set(row, column, { ...cell });
  copy.merges.push(...sheet.merges.map((area) => ({ ...area })));
  for (const [column, width] of sheet.columnWidths) copy.columnWidths.set(column, width);
  for (const [row, height] of sheet.rowHeights) copy.rowHeights.set(row, height);
  for (const row of sheet.hiddenRows) copy.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) copy.hiddenColumns.add(column);
  copy.validations.push(...sheet.validations.map((one) => ({ ...one, rule: { ...one.rule } })));
  copy.conditionalFormats.push(
    ...sheet.conditionalFormats.map((one) => ({ ...one, rule: { ...one.rule } })),
  );
  copy.notes.push(...sheet.notes.map((one) => ({ ...one })));
  const own = (formula: string) => renameSheetIn(formula, sheet.name, name);
  for (const [key, meaning] of sheet.names) copy.names.set(key, own(meaning));
  for (const chart of sheet.charts) {
    const series = chart.series.map((one) => ({
      name: own(one.name),
      values: own(one.values),
      categories: own(one.categories),
    }));
    copy.charts.push({ ...chart, place: { ...chart.place }, series });
  }
  const taken = new Set(
    host.model.workbook.sheets.flatMap((one) =>
      one.tables.map((table) => table.name.toLowerCase()),
    ),
  );
  for (const table of sheet.tables) {
    let number = 2;
    while (taken.has(`${table.name}${number}`.toLowerCase())) number++;
    taken.add(`${table.name}${number}`.toLowerCase());
    copy.tables.push({ ...table, name: `${table.name}${number}`, area: { ...table.area } });
  }
  copy.isProtected = sheet.isProtected;
  copy.protectionOptions = { ...sheet.protectionOptions };
  copy.frozenRows = sheet.frozenRows;
  copy.frozenColumns = sheet.frozenColumns;
  copy.showGridlines = sheet.showGridlines;
  copy.tabColor = sheet.tabColor;
  copy.page = sheet.page && structuredClone(sheet.page);
  return copy;
}
