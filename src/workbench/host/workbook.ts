import { Application } from './application';
import { CommentCollection } from './comments';
import { invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { Functions } from './functions';
import { HostObject, type Answers } from './host-object';
import { NamedItemCollection } from './names';
import { DocumentProperties } from './properties';
import { Range } from './range';
import { RangeAreas } from './range-areas';
import { SettingCollection } from './settings';
import { TableCollection } from './tables';
import { WorkbookProtection } from './workbook-protection';
import { WorksheetCollection } from './worksheet';

/** The root object: Excel.Workbook over our model. */
export class WorkbookObject extends HostObject implements Answers<Excel.Workbook> {
  readonly className = 'Workbook';
  readonly worksheets: WorksheetCollection;
  readonly names: NamedItemCollection;
  readonly tables: TableCollection;
  readonly comments: CommentCollection;
  readonly properties: DocumentProperties;
  readonly settings: SettingCollection;
  readonly protection: WorkbookProtection;
  readonly application: Application;
  readonly functions: Functions;
  readonly _Runtime: Runtime;
  readonly previouslySaved = true;
  readonly autoSave = false;

  constructor(private readonly host: ExcelHost) {
    super();
    this.worksheets = new WorksheetCollection(host);
    this.names = new NamedItemCollection(host, null);
    this.tables = new TableCollection(host, null);
    this.comments = new CommentCollection(host, null);
    this.properties = new DocumentProperties(host);
    this.settings = new SettingCollection(host.settings);
    this.protection = new WorkbookProtection(host);
    this.application = new Application(host);
    this.functions = new Functions(host);
    this._Runtime = new Runtime(host);
  }
  get name(): string {
    return this.host.model.name;
  }
  get isDirty(): boolean {
    return this.host.model.isDirty;
  }
  set isDirty(value: boolean) {
    this.host.model.isDirty = value;
  }
  get readOnly(): boolean {
    return this.host.isReadOnly;
  }
  get usePrecisionAsDisplayed(): boolean {
    return this.host.precisionAsDisplayed;
  }
  getSelectedRange(): Range {
    this.host.needsFocus('Workbook.getSelectedRange', 'InvalidSelection');
    return new Range(this.host, this.host.model.active, this.host.model.selection);
  }
  /** The selection as areas; this host knows one. */
  getSelectedRanges(): RangeAreas {
    this.host.needsFocus('Workbook.getSelectedRanges', 'InvalidSelection');
    return new RangeAreas(this.host, this.host.model.active, [this.host.model.selection]);
  }
  save(saveBehavior = 'Save'): void {
    if (saveBehavior !== 'Save' && saveBehavior !== 'Prompt')
      throw invalidArgument('Workbook.save');
    this.host.model.saved();
  }
  getActiveCell(): Range {
    this.host.needsFocus('Workbook.getActiveCell', 'InvalidSelection');
    const { top, left } = this.host.model.activeCell;
    return new Range(this.host, this.host.model.active, { top, left, bottom: top, right: left });
  }

  _GetRangeForEventByReferenceId(id: string): Range | null {
    return this.host.referenced(id);
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: string): Range | null {
    return this.host.referenced(id);
  }
}

class Runtime extends HostObject implements Answers<Excel.Runtime> {
  readonly className = 'Runtime';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get enableEvents(): boolean {
    return this.host.events.isEnabled;
  }
  set enableEvents(value: boolean) {
    this.host.events.isEnabled = value;
  }
}
