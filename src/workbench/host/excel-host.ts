import type { Area } from '../../workbook/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { Sheet, Table as TableState } from '../../workbook/sheet';
import { findSheet } from '../../workbook/workbook';
import { moveArea } from '../model/move-references';
import { writeHeadings } from '../model/table-headings';
import type { ModelChange, WorkbookModel } from '../model/workbook-model';
import type { ExcelApiVersion, Platform } from './api-sets';
import { AutoFilter, type FilterState } from './auto-filter';
import type { CommentState } from './comments';
import { CULTURES, type Culture, type Locale } from './culture';
import { accessDenied, ApiError, invalidArgument, type ErrorCode } from './errors';
import { Events } from './events';
import { Invocations } from './invocations';
import { Faults, type Fault, type TransportError } from './faults';
import { areaOf, parseReference } from './areas';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { onlyAsks, onlyReleases, RichApi, type Batch } from './rich-api';
import { serviceNamed } from './services';
import { Shell } from './shell';
import { Table } from './tables';
import { Traffic } from './traffic';
import { WorkbookObject } from './workbook';
import { Worksheet } from './worksheet';

/**
 * Excel on the web, and it alone, takes and gives at most 5 MB a message ("Resource limits and
 * performance optimization for Office Add-ins").
 */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface HostOptions {
  /** The newest ExcelApi this host answers for. */
  version?: ExcelApiVersion;
  /** Which Excel this is: they differ in what they take (docs/office-host.md, "Platforms"). */
  platform?: Platform;
  /** The person's regional settings. */
  locale?: Locale;
}

/**
 * What the channel gives back: the reply's JSON, an error of the channel itself, or nothing ever.
 */
export type Answer = { body: string } | { transport: TransportError } | null;

/**
 * Excel behind the protocol: answers batches against the open workbook, whose values are up to date
 * whenever one looks.
 */
export class ExcelHost {
  readonly version: ExcelApiVersion;
  readonly platform: Platform;
  readonly culture: Culture;
  /** Settings of the add-in, for both settings APIs. */
  readonly settings = new Map<string, string>();
  readonly comments: CommentState[] = [];
  readonly nameComments = new Map<string, string>();
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly events: Events;
  readonly invocations = new Invocations();
  readonly shell = new Shell();
  /** The person has gone to another workbook: what needs the window of this one is refused. */
  hasFocus = true;
  /** The printer of Windows knows A4; without one no paper can be chosen (the code is a guess). */
  hasPrinter = true;
  /** A calculation that is asked for has not come to its end when the request is answered. */
  keepsCalculating = false;
  /** WorkbookProtection. */
  isStructureProtected = false;
  /**
   * Opened for reading: the web takes no change (the code is a guess), Windows and Mac take them
   * and cannot save under this name.
   */
  isReadOnly = false;
  /** File › Options › Advanced: figures are kept as they are shown. */
  precisionAsDisplayed = false;
  /**
   * An .xls that was not converted: the grid of Excel 97, in Office.js a guess (of VBA's Rows.Count
   * it is documented).
   */
  hasOldGrid = false;
  /** R1C1 reference style: on Windows names tell what they stand for in it (office-js#1831). */
  showsR1C1 = false;
  /** A filter by what Office.js has no words for (a guess that there is one). */
  tellsNoCriteria = false;
  private readonly api: RichApi;
  private readonly worksheets = new WeakMap<Sheet, Worksheet>();
  private readonly tables = new WeakMap<TableState, Table>();
  private readonly filters = new WeakMap<Sheet | TableState, FilterState>();
  /** What Data › Advanced hides: no AutoFilter, so Office.js tells nobody. */
  private readonly inPlace = new WeakMap<Sheet, ReadonlySet<number>>();
  private readonly tableIds = new WeakMap<TableState, string>();
  private nextTableId = 1;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly model: WorkbookModel,
    { version = '1.21', platform = 'web', locale = 'vi-VN' }: HostOptions = {},
  ) {
    this.version = version;
    this.platform = platform;
    this.culture = CULTURES[locale];
    this.events = new Events(this);
    this.api = new RichApi(new WorkbookObject(this), (name) => serviceNamed(this, name), this);
    model.listen((change) => this.changed(change));
  }

  /**
   * By which regional settings texts in values are read: sources disagree on desktop, so the ones
   * an add-in might not expect.
   */
  get typedIn(): Locale {
    return this.platform === 'web' ? 'en-US' : this.culture.name;
  }

  /** Batches are answered one after another, as Excel does. */
  process(body: string, waitsForCellEdit = false, writes = false): Promise<Answer> {
    const answer = this.queue.then(() => this.answer(body, waitsForCellEdit, writes));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  /** Requests of the client for itself: neither counted nor broken. */
  processOwn(body: string): Answer {
    return { body: JSON.stringify(this.api.run(JSON.parse(body) as Batch)) };
  }

  private async answer(body: string, waitsForCellEdit: boolean, writes: boolean): Promise<Answer> {
    const batch = JSON.parse(body) as Batch;
    const changes = writes && !onlyAsks(batch);
    // Names, properties, rules and settings are changes too, whether or not a cell is.
    if (changes) this.model.isDirty = true;
    const asked: string[] = [];
    const note = (reply: number, error: string | null) =>
      this.traffic.records.push({
        number: this.traffic.syncs + 1,
        actions: batch.Actions.length,
        request: byteLength(body),
        reply,
        asked,
        error,
        writes: changes,
      });
    const transport = (error: TransportError): Answer => {
      note(0, error);
      return { transport: error };
    };

    // The client's own: no sync of the add-in, so neither counted nor broken.
    if (onlyReleases(batch)) return { body: JSON.stringify(this.api.run(batch)) };
    const fault: Fault = this.faults.next(body) ?? {};
    fault.meanwhile?.(this.model);
    if (fault.delay) await new Promise((done) => setTimeout(done, fault.delay));
    const refused = fault.transport ?? this.refusedBefore(fault, body, waitsForCellEdit);
    if (refused === 'lost') {
      note(0, refused);
      return null;
    }
    if (refused) return transport(refused);
    if (this.model.isEditing) await this.untilEditEnds();

    const failAt = this.failing(fault, batch, changes);
    const reply = this.api.run(batch, asked, failAt);
    this.model.endBatch();
    this.model.recalculateSoon();
    const text = JSON.stringify(reply);
    note(byteLength(text), reply.Error?.Code ?? null);
    this.events.deliver();
    return this.delivered(fault, text);
  }

  /** What the add-in hears of it. */
  private delivered({ lost, afterwards }: Fault, text: string): Answer {
    if (lost === 'after') return null;
    if (afterwards) return { transport: afterwards };
    if (this.exceedsLimit(text)) return { transport: 'ResponsePayloadSizeLimitExceeded' };
    return { body: text };
  }

  /** Why a request does not reach the workbook. */
  private refusedBefore(
    { lost }: Fault,
    body: string,
    waitsForCellEdit: boolean,
  ): TransportError | 'lost' | null {
    if (lost === 'before') return 'lost';
    if (this.exceedsLimit(body)) return 'RequestPayloadSizeLimitExceeded';
    const isInTheWay = this.model.isEditing && !waitsForCellEdit;
    return isInTheWay ? 'InvalidOperationInCellEditMode' : null;
  }

  private failing(
    fault: Fault,
    batch: Batch,
    changes: boolean,
  ): { action: number; error: ApiError } | undefined {
    if (fault.error)
      return { action: failingAction(fault, batch), error: new ApiError(fault.error) };
    const isRefused = this.isReadOnly && this.platform === 'web' && changes;
    return isRefused ? { action: 0, error: accessDenied('Workbook') } : undefined;
  }

  private exceedsLimit(text: string): boolean {
    return this.platform === 'web' && byteLength(text) > PAYLOAD_LIMIT;
  }

  private async untilEditEnds(): Promise<void> {
    while (this.model.isEditing) await new Promise((done) => setTimeout(done, 20));
  }

  /** Ranges the add-in holds move with the cells, as Excel's do. */
  private changed(change: ModelChange): void {
    if (change.kind === 'shifted') {
      for (const kept of this.api.kept) {
        if (kept instanceof Range && kept.sheet === change.sheet)
          kept.moved(moveArea(kept.area, change.shift));
      }
      this.moveComments(change);
      this.moveFilters(change);
      for (const table of change.sheet.tables) writeHeadings(this.model, change.sheet, table.area);
    }
    // Comments go with their sheet.
    if (change.kind === 'deleted')
      this.comments.splice(
        0,
        this.comments.length,
        ...this.comments.filter(({ sheet }) => sheet !== change.sheet),
      );
    this.events.changed(change);
    if (!('by' in change) || change.by !== 'add-in') this.events.deliver();
  }

  private moveComments({ sheet, shift }: Extract<ModelChange, { kind: 'shifted' }>): void {
    for (const comment of [...this.comments]) {
      if (comment.sheet !== sheet) continue;
      const { row, column } = comment;
      const to = moveArea({ top: row, bottom: row, left: column, right: column }, shift);
      if (to) [comment.row, comment.column] = [to.top, to.left];
      else this.comments.splice(this.comments.indexOf(comment), 1);
    }
  }

  private moveFilters({ sheet, shift }: Extract<ModelChange, { kind: 'shifted' }>): void {
    for (const of of [sheet, ...sheet.tables]) {
      const state = this.filters.get(of);
      const area = state && moveArea(state.area, shift);
      if (area) this.filters.set(of, { ...state, area });
      else this.filters.delete(of);
    }
  }

  findSheet(key: string): Sheet | undefined {
    const byId = this.model.workbook.sheets.find((sheet) => this.model.idOf(sheet) === key);
    return byId ?? findSheet(this.model.workbook, key);
  }

  worksheetOf(sheet: Sheet): Worksheet {
    let worksheet = this.worksheets.get(sheet);
    if (!worksheet) this.worksheets.set(sheet, (worksheet = new Worksheet(this, sheet)));
    return worksheet;
  }

  tableOf(sheet: Sheet, state: TableState): Table {
    let table = this.tables.get(state);
    if (!table) this.tables.set(state, (table = new Table(this, sheet, state)));
    return table;
  }

  /** The filter of a sheet or of one of its tables. */
  filterOf(sheet: Sheet, of: Sheet | TableState): AutoFilter {
    return new AutoFilter(
      this,
      sheet,
      () => this.filters.get(of) ?? null,
      (state) => void (state ? this.filters.set(of, state) : this.filters.delete(of)),
    );
  }

  /**
   * The rows filters hide: what is done to several rows at once passes them by (office-js#224,
   * xlwings#747).
   */
  filteredRows(sheet: Sheet): Set<number> {
    return new Set([
      ...[sheet, ...sheet.tables].flatMap((of) => [...(this.filters.get(of)?.hidden ?? [])]),
      ...(this.inPlace.get(sheet) ?? []),
    ]);
  }

  /** A person filters a sheet in place (Data › Advanced), or clears that with no rows. */
  filterInPlace(sheet: Sheet, rows: readonly number[]): void {
    for (const row of this.inPlace.get(sheet) ?? []) sheet.hiddenRows.delete(row);
    for (const row of rows) sheet.hiddenRows.add(row);
    this.inPlace.set(sheet, new Set(rows));
    this.looked(sheet);
  }

  tableId(state: TableState): string {
    let id = this.tableIds.get(state);
    if (!id) this.tableIds.set(state, (id = String(this.nextTableId++)));
    return id;
  }

  /** The range a formula such as 'Sheet'!$A$1:$B$2 stands for, or null. */
  rangeOfFormula(formula: string, own: Sheet | null): Range | null {
    const found = parseReference(formula);
    const sheet = found?.sheetName ? this.findSheet(found.sheetName) : own;
    return found && sheet ? new Range(this, sheet, areaOf(found.address, 'NamedItem')) : null;
  }

  /** What a name given as an address stands for, seen from a sheet. */
  namedArea(name: unknown, sheet: Sheet): Range | null {
    const wanted = String(name).toLowerCase();
    for (const names of [sheet.names, this.model.workbook.names]) {
      for (const [key, formula] of names)
        if (key.toLowerCase() === wanted) return this.rangeOfFormula(formula, sheet);
    }
    const table = sheet.tables.find((one) => one.name.toLowerCase() === wanted);
    return table ? this.tableOf(sheet, table).getDataBodyRange() : null;
  }

  areasOf(sheet: Sheet, areas: readonly Area[]): RangeAreas {
    return new RangeAreas(this, sheet, areas);
  }

  rangeOver(sheet: Sheet, area: Area): Range {
    return new Range(this, sheet, area);
  }

  range(
    sheet: Sheet,
    top: number,
    left: number,
    rows: number,
    columns: number,
    location = 'Range',
  ): Range {
    const isWhole = [top, left, rows, columns].every(Number.isInteger);
    if (
      !(
        isWhole &&
        top >= 0 &&
        left >= 0 &&
        rows >= 1 &&
        columns >= 1 &&
        top + rows <= this.grid.rows &&
        left + columns <= this.grid.columns
      )
    ) {
      throw invalidArgument(location);
    }
    return new Range(this, sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  /** Keeps a range for an event's getRange. */
  keep(range: Range): string {
    return this.api.keep(range);
  }

  referenced(id: string): Range | null {
    const found = this.api.referenced(id);
    return found instanceof Range ? found : null;
  }

  wrote(sheet: Sheet, area: Area): void {
    this.mendHeadings(sheet, area);
    this.model.outdate(sheet);
    this.model.notify({ kind: 'cells', sheet, area, by: 'add-in' });
  }

  private mendHeadings(sheet: Sheet, area: Area): void {
    for (const table of sheet.tables) {
      const isMet = table.area.top >= area.top && table.area.top <= area.bottom;
      if (isMet) writeHeadings(this.model, sheet, table.area);
    }
  }

  looked(sheet: Sheet, area?: Area): void {
    this.model.notify({ kind: 'look', sheet, area, by: 'add-in' });
  }

  /** What an add-in put into this session that a saved file would not hold. */
  get unsaved(): {
    kind: 'comments' | 'sheet-passwords' | 'structure' | 'sheet-properties';
    count: number;
  }[] {
    const worksheets = this.model.workbook.sheets.map((sheet) => this.worksheetOf(sheet));
    const count = {
      comments: this.comments.length,
      'sheet-passwords': worksheets.filter((one) => one.protection.hasPassword).length,
      structure: this.isStructureProtected ? 1 : 0,
      'sheet-properties': worksheets.filter((one) => one.customProperties.getCount() > 0).length,
    };
    return (Object.keys(count) as (keyof typeof count)[])
      .map((kind) => ({ kind, count: count[kind] }))
      .filter((one) => one.count > 0);
  }

  /** Rows and columns of every sheet. */
  get grid(): { rows: number; columns: number } {
    return this.hasOldGrid
      ? { rows: 65_536, columns: 256 }
      : { rows: MAX_ROWS, columns: MAX_COLUMNS };
  }

  /** A protected structure refuses every change of the list of sheets (the code is a guess). */
  guardStructure(location: string): void {
    if (this.isStructureProtected) throw accessDenied(location);
  }

  /**
   * What needs this workbook's window fails while another has the focus ("Troubleshooting Excel
   * add-ins", the table of codes).
   */
  needsFocus(location: string, code: ErrorCode = 'GeneralException'): void {
    if (!this.hasFocus) throw new ApiError(code, location);
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function failingAction({ atAction = 0 }: Fault, { Actions }: Batch): number {
  return typeof atAction === 'number' ? atAction : atAction(Actions.length);
}
