import type { ExcelHost } from './excel-host';
import { HostObject } from './host-object';
import { Range } from './range';
import { WorksheetCollection } from './worksheet';

/** The root object: Excel.Workbook over our model. */
export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';
  readonly scalars = ['name', 'isDirty', 'readOnly', 'autoSave', 'previouslySaved', 'use1904DateSystem'];
  readonly worksheets: WorksheetCollection;
  readonly application = new ApplicationObject();
  isDirty = false;
  readOnly = false;
  autoSave = false;
  previouslySaved = true;

  constructor(private readonly host: ExcelHost) {
    super();
    this.worksheets = new WorksheetCollection(host);
  }
  get name(): string {
    return this.host.model.name;
  }
  get use1904DateSystem(): boolean {
    return this.host.model.workbook.date1904;
  }
  getSelectedRange(): Range {
    return new Range(this.host, this.host.model.active, this.host.model.selection);
  }
  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }
  _RegisterSelectionChangedEvent(): void {}
  _UnregisterSelectionChangedEvent(): void {}
}

class ApplicationObject extends HostObject {
  readonly className = 'Application';
  readonly scalars = ['calculationMode', 'calculationState'];
  calculationMode = 'Automatic';
  calculationState = 'Done';
  suspendScreenUpdatingUntilNextSync(): void {}
  suspendApiCalculationUntilNextSync(): void {}
  calculate(): void {}
}
