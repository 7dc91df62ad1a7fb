import type { PageSetup, Sheet } from '../../workbook/sheet';
import { areaOf } from './areas';
import { invalidArgument, itemNotFound, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';
import { part, withPart } from '../model/page-foot';
import { Range } from './range';

const POINTS_PER_MM = 72 / 25.4;

/** Print set-up (ExcelApi 1.9); margins are points in the API and millimetres in our sheets. */
export class PageLayout extends HostObject implements Answers<Excel.PageLayout> {
  readonly className = 'PageLayout';
  readonly headersFooters: HeaderFooterGroup;
  readonly printOrder = 'DownThenOver';
  readonly headerMargin = 21.6;
  readonly footerMargin = 21.6;
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
    this.headersFooters = new HeaderFooterGroup(() => this.page);
  }
  private get page(): PageSetup {
    return (this.sheet.page ??= {
      landscape: false,
      margins: { top: 19, bottom: 19, left: 18, right: 18 },
    });
  }
  /** Our files are A4, one page wide and centred between the margins; other wishes are refused. */
  get paperSize(): string {
    return 'A4';
  }
  set paperSize(value: string) {
    if (!this.host.hasPrinter) throw invalidArgument('PageLayout.paperSize');
    if (value !== 'A4') throw notKept('PageLayout.paperSize');
  }
  get zoom(): Excel.PageLayoutZoomOptions {
    return { horizontalFitToPages: this.page.pagesWide ?? 1, verticalFitToPages: 0 };
  }
  set zoom(value: Excel.PageLayoutZoomOptions) {
    const { scale, horizontalFitToPages, verticalFitToPages } = value;
    if (typeof scale === 'number' && !(scale >= 10 && scale <= 400))
      throw invalidArgument('PageLayout.zoom');
    if (scale || !horizontalFitToPages || verticalFitToPages) throw notKept('PageLayout.zoom');
    this.page.pagesWide = horizontalFitToPages > 1 ? horizontalFitToPages : undefined;
  }
  get centerHorizontally(): boolean {
    return true;
  }
  set centerHorizontally(value: boolean) {
    if (!value) throw notKept('PageLayout.centerHorizontally');
  }
  get centerVertically(): boolean {
    return false;
  }
  set centerVertically(value: boolean) {
    if (value) throw notKept('PageLayout.centerVertically');
  }
  get blackAndWhite(): boolean {
    return false;
  }
  set blackAndWhite(value: boolean) {
    if (value) throw notKept('PageLayout.blackAndWhite');
  }
  get printGridlines(): boolean {
    return false;
  }
  set printGridlines(value: boolean) {
    if (value) throw notKept('PageLayout.printGridlines');
  }
  get printHeadings(): boolean {
    return false;
  }
  set printHeadings(value: boolean) {
    if (value) throw notKept('PageLayout.printHeadings');
  }
  get orientation(): string {
    return this.page.landscape ? 'Landscape' : 'Portrait';
  }
  set orientation(value: string) {
    if (value !== 'Portrait' && value !== 'Landscape')
      throw invalidArgument('PageLayout.orientation');
    this.page.landscape = value === 'Landscape';
  }
  get firstPageNumber(): number | '' {
    return this.page.firstPageNumber ?? '';
  }
  set firstPageNumber(value: number | '') {
    if (value !== '' && !(Number.isInteger(value) && value >= 0))
      throw invalidArgument('PageLayout.firstPageNumber');
    this.page.firstPageNumber = value === '' ? undefined : value;
  }
  get leftMargin(): number {
    return this.page.margins.left * POINTS_PER_MM;
  }
  set leftMargin(points: number) {
    this.page.margins.left = millimetres(points);
  }
  get rightMargin(): number {
    return this.page.margins.right * POINTS_PER_MM;
  }
  set rightMargin(points: number) {
    this.page.margins.right = millimetres(points);
  }
  get topMargin(): number {
    return this.page.margins.top * POINTS_PER_MM;
  }
  set topMargin(points: number) {
    this.page.margins.top = millimetres(points);
  }
  get bottomMargin(): number {
    return this.page.margins.bottom * POINTS_PER_MM;
  }
  set bottomMargin(points: number) {
    this.page.margins.bottom = millimetres(points);
  }
  setPrintMargins(
    unit: string,
    margins: { top?: number; bottom?: number; left?: number; right?: number },
  ): void {
    const perUnit = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (!perUnit) throw invalidArgument('PageLayout.setPrintMargins');
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      if (margins[side] !== undefined)
        this.page.margins[side] = millimetres(margins[side] * perUnit);
    }
  }
  setPrintArea(address: string | Range): void {
    this.page.printArea =
      typeof address === 'string' ? areaOf(address, 'PageLayout.setPrintArea') : address.area;
  }
  getPrintAreaOrNullObject(): Range | null {
    return this.page.printArea ? new Range(this.host, this.sheet, this.page.printArea) : null;
  }
  getPrintArea(): Range {
    return this.getPrintAreaOrNullObject() ?? notSet('PageLayout.getPrintArea');
  }
  getPrintTitleRows(): Range {
    return this.getPrintTitleRowsOrNullObject() ?? notSet('PageLayout.getPrintTitleRows');
  }
  setPrintTitleRows(address: string | Range): void {
    const rows =
      typeof address === 'string' ? areaOf(address, 'PageLayout.setPrintTitleRows') : address.area;
    this.page.titleRows = { first: rows.top, last: rows.bottom };
  }
  setPrintTitleColumns(address: string | Range): void {
    const columns =
      typeof address === 'string'
        ? areaOf(address, 'PageLayout.setPrintTitleColumns')
        : address.area;
    this.page.titleColumns = { first: columns.left, last: columns.right };
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const { titleRows } = this.page;
    if (!titleRows) return null;
    return new Range(
      this.host,
      this.sheet,
      areaOf(`${titleRows.first + 1}:${titleRows.last + 1}`, 'PageLayout'),
    );
  }
}

function notSet(location: string): never {
  throw itemNotFound(location);
}

function millimetres(points: number): number {
  if (!(points >= 0)) throw invalidArgument('PageLayout');
  return points / POINTS_PER_MM;
}

class HeaderFooterGroup extends HostObject implements Answers<Excel.HeaderFooterGroup> {
  readonly className = 'HeaderFooterGroup';
  readonly defaultForAllPages: HeaderFooter;
  useSheetMargins = true;
  useSheetScale = true;
  constructor(private readonly page: () => PageSetup) {
    super();
    this.defaultForAllPages = new HeaderFooter(page);
  }
  get state(): string {
    return this.page().bareFirstPage ? 'FirstAndDefault' : 'Default';
  }
  set state(value: string) {
    // Of a first page of its own only that it bears nothing is kept here.
    if (value !== 'Default' && value !== 'FirstAndDefault')
      throw notKept('HeaderFooterGroup.state');
    this.page().bareFirstPage = value === 'FirstAndDefault' || undefined;
  }
}

/**
 * Left, centre and right parts of the header and footer, kept as Excel's one text with &L, &C and
 * &R.
 */
class HeaderFooter extends HostObject implements Answers<Excel.HeaderFooter> {
  readonly className = 'HeaderFooter';
  constructor(private readonly page: () => PageSetup) {
    super();
  }
  get leftHeader(): string {
    return part(this.page().header, 'L');
  }
  set leftHeader(value: string) {
    this.page().header = withPart(this.page().header, 'L', value);
  }
  get centerHeader(): string {
    return part(this.page().header, 'C');
  }
  set centerHeader(value: string) {
    this.page().header = withPart(this.page().header, 'C', value);
  }
  get rightHeader(): string {
    return part(this.page().header, 'R');
  }
  set rightHeader(value: string) {
    this.page().header = withPart(this.page().header, 'R', value);
  }
  get leftFooter(): string {
    return part(this.page().footer, 'L');
  }
  set leftFooter(value: string) {
    this.page().footer = withPart(this.page().footer, 'L', value);
  }
  get centerFooter(): string {
    return part(this.page().footer, 'C');
  }
  set centerFooter(value: string) {
    this.page().footer = withPart(this.page().footer, 'C', value);
  }
  get rightFooter(): string {
    return part(this.page().footer, 'R');
  }
  set rightFooter(value: string) {
    this.page().footer = withPart(this.page().footer, 'R', value);
  }
}
