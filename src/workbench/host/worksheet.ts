import { MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { accessDenied, ApiError, invalidArgument, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject } from './host-object';
import { Range, RangeAreas } from './range';

export class Worksheet extends HostObject {
  readonly className = 'Worksheet';
  readonly scalars = [
    'id',
    'name',
    'position',
    'visibility',
    'showGridlines',
    'showHeadings',
    'standardHeight',
    'standardWidth',
    'tabColor',
    'enableCalculation',
  ];
  readonly protection: WorksheetProtection;
  readonly freezePanes: WorksheetFreezePanes;
  readonly pageLayout: PageLayout;
  showHeadings = true;
  standardHeight = 15;
  standardWidth = 8.43;
  tabColor = '';
  enableCalculation = true;

  constructor(
    private readonly host: ExcelHost,
    readonly sheet: Sheet,
  ) {
    super();
    this.protection = new WorksheetProtection(host, sheet);
    this.freezePanes = new WorksheetFreezePanes(host, sheet);
    this.pageLayout = new PageLayout(sheet);
  }

  override get objectId(): string {
    return this.id;
  }
  get id(): string {
    return this.host.model.idOf(this.sheet);
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(value: string) {
    checkName(value, 'Worksheet.name');
    const other = this.host.findSheet(value);
    if (other && other !== this.sheet) throw alreadyExists('Worksheet.name');
    this.host.model.rename(this.sheet, value);
  }
  get position(): number {
    return this.host.model.workbook.sheets.indexOf(this.sheet);
  }
  set position(value: number) {
    const { sheets } = this.host.model.workbook;
    if (!(value >= 0 && value < sheets.length)) throw invalidArgument('Worksheet.position');
    sheets.splice(this.position, 1);
    sheets.splice(value, 0, this.sheet);
    this.host.model.notify({ kind: 'sheets' });
  }
  get visibility(): string {
    return { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' }[this.sheet.visibility];
  }
  set visibility(value: string) {
    this.sheet.visibility = value === 'VeryHidden' ? 'veryHidden' : value === 'Hidden' ? 'hidden' : 'visible';
    this.host.model.notify({ kind: 'sheets' });
  }
  get showGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set showGridlines(value: boolean) {
    this.sheet.showGridlines = value;
    this.host.looked(this.sheet);
  }

  getRange(address?: string): Range {
    if (address === undefined) return this.host.range(this.sheet, 0, 0, MAX_ROWS, MAX_COLUMNS);
    return new Range(this.host, this.sheet, area(address, 'Worksheet.getRange'));
  }
  getRanges(address?: string): RangeAreas {
    if (!address || address.length > 8192) throw invalidArgument('Worksheet.getRanges');
    return new RangeAreas(
      this.host,
      this.sheet,
      address.split(',').map((one) => area(one, 'Worksheet.getRanges')),
    );
  }
  getCell(row: number, column: number): Range {
    return this.host.range(this.sheet, row, column, 1, 1);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.host.range(this.sheet, row, column, rows, columns);
  }
  getUsedRange(): Range {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(): Range | null {
    const used = this.sheet.usedArea();
    return used && new Range(this.host, this.sheet, used);
  }
  activate(): void {
    if (this.sheet.visibility !== 'visible')
      throw new ApiError(
        'InvalidOperation',
        'This operation is not permitted for the current object.',
        'Worksheet.activate',
      );
    this.host.model.activate(this.sheet);
  }
  delete(): void {
    const visible = this.host.model.workbook.sheets.filter((sheet) => sheet.visibility === 'visible');
    if (this.sheet.visibility === 'veryHidden' || (visible.length === 1 && visible[0] === this.sheet)) {
      throw new ApiError(
        'InvalidOperation',
        'This operation is not permitted for the current object.',
        'Worksheet.delete',
      );
    }
    this.host.model.removeSheet(this.sheet);
  }
  _RegisterDataChangedEvent(): void {}
  _UnregisterDataChangedEvent(): void {}
}

export class WorksheetCollection extends HostCollection {
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
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound('WorksheetCollection.getItem');
    return found;
  }
  getItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.host.findSheet(key);
    return sheet ? this.host.worksheetOf(sheet) : null;
  }
  getActiveWorksheet(): Worksheet {
    return this.host.worksheetOf(this.host.model.active);
  }
  getFirst(): Worksheet {
    return this.host.worksheetOf(this.host.model.workbook.sheets[0]);
  }
  getCount(): number {
    return this.host.model.workbook.sheets.length;
  }
  add(name?: string): Worksheet {
    const chosen = name ?? freeName(this.host);
    checkName(chosen, 'WorksheetCollection.add');
    if (this.host.findSheet(chosen)) throw alreadyExists('WorksheetCollection.add');
    const sheet = new Sheet(chosen);
    this.host.model.addSheet(sheet);
    return this.host.worksheetOf(sheet);
  }
}

function freeName(host: ExcelHost): string {
  for (let number = 1; ; number++) if (!host.findSheet(`Sheet${number}`)) return `Sheet${number}`;
}

/** Excel's rules for sheet names: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at either end. */
function checkName(name: string, location: string): void {
  if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument(location);
}

function alreadyExists(location: string): ApiError {
  return new ApiError(
    'ItemAlreadyExists',
    'A resource with the same name or identifier already exists.',
    location,
    409,
  );
}

function area(address: string, location: string): Area {
  const bare = address
    .trim()
    .replace(/^(?:'(?:[^']|'')*'|[^!']+)!/, '')
    .replace(/\$/g, '');
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(bare);
  const rows = /^(\d+):(\d+)$/.exec(bare);
  const found = columns
    ? parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`)
    : rows
      ? parseArea(`A${rows[1]}:XFD${rows[2]}`)
      : parseArea(bare);
  if (!found) throw invalidArgument(location);
  return found;
}

class WorksheetProtection extends HostObject {
  readonly className = 'WorksheetProtection';
  readonly scalars = ['protected', 'options'];
  options: unknown = null;
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  get protected(): boolean {
    return this.sheet.isProtected;
  }
  protect(options?: unknown): void {
    if (this.sheet.isProtected) throw accessDenied('WorksheetProtection.protect');
    this.sheet.isProtected = true;
    this.options = options ?? null;
    this.host.looked(this.sheet);
  }
  unprotect(): void {
    this.sheet.isProtected = false;
    this.host.looked(this.sheet);
  }
}

class WorksheetFreezePanes extends HostObject {
  readonly className = 'WorksheetFreezePanes';
  readonly scalars: readonly string[] = [];
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  freezeRows(count: number): void {
    this.freeze(count, 0);
  }
  freezeColumns(count: number): void {
    this.freeze(0, count);
  }
  freezeAt(range: Range | string): void {
    const frozen = typeof range === 'string' ? area(range, 'WorksheetFreezePanes.freezeAt') : range.area;
    this.freeze(frozen.bottom + 1, frozen.right + 1);
  }
  unfreeze(): void {
    this.freeze(0, 0);
  }
  private freeze(rows: number, columns: number): void {
    this.sheet.frozenRows = rows;
    this.sheet.frozenColumns = columns;
    this.host.looked(this.sheet);
  }
}

const POINTS_PER_MM = 72 / 25.4;

/** Print set-up (ExcelApi 1.9); margins are points in the API and millimetres in our sheets. */
class PageLayout extends HostObject {
  readonly className = 'PageLayout';
  readonly scalars = [
    'orientation',
    'paperSize',
    'leftMargin',
    'rightMargin',
    'topMargin',
    'bottomMargin',
    'centerHorizontally',
    'zoom',
  ];
  paperSize = 9;
  centerHorizontally = false;
  zoom: unknown = { scale: 100 };
  constructor(private readonly sheet: Sheet) {
    super();
  }
  private get page() {
    return (this.sheet.page ??= { landscape: false, margins: { top: 19, bottom: 19, left: 18, right: 18 } });
  }
  get orientation(): string {
    return this.page.landscape ? 'Landscape' : 'Portrait';
  }
  set orientation(value: string) {
    this.page.landscape = value === 'Landscape';
  }
  get leftMargin(): number {
    return this.page.margins.left * POINTS_PER_MM;
  }
  set leftMargin(points: number) {
    this.page.margins.left = points / POINTS_PER_MM;
  }
  get rightMargin(): number {
    return this.page.margins.right * POINTS_PER_MM;
  }
  set rightMargin(points: number) {
    this.page.margins.right = points / POINTS_PER_MM;
  }
  get topMargin(): number {
    return this.page.margins.top * POINTS_PER_MM;
  }
  set topMargin(points: number) {
    this.page.margins.top = points / POINTS_PER_MM;
  }
  get bottomMargin(): number {
    return this.page.margins.bottom * POINTS_PER_MM;
  }
  set bottomMargin(points: number) {
    this.page.margins.bottom = points / POINTS_PER_MM;
  }
  setPrintArea(address: string | Range): void {
    this.page.printArea = typeof address === 'string' ? area(address, 'PageLayout.setPrintArea') : address.area;
  }
  setPrintTitleRows(address: string | Range): void {
    const rows = typeof address === 'string' ? area(address, 'PageLayout.setPrintTitleRows') : address.area;
    this.page.titleRows = { first: rows.top, last: rows.bottom };
  }
}
