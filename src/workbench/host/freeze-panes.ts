import type { Sheet } from '../../workbook/sheet';
import { areaOf } from './areas';
import { ApiError, invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';
import { Range } from './range';

export class WorksheetFreezePanes
  extends HostObject
  implements Answers<Excel.WorksheetFreezePanes>
{
  readonly className = 'WorksheetFreezePanes';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  freezeRows(count = 1): void {
    this.freeze(count, 0);
  }
  freezeColumns(count = 1): void {
    this.freeze(0, count);
  }
  /** The range is what stays in view, its last row and column included. */
  freezeAt(range: Range | string): void {
    const frozen =
      typeof range === 'string' ? areaOf(range, 'WorksheetFreezePanes.freezeAt') : range.area;
    this.freeze(frozen.bottom + 1, frozen.right + 1);
  }
  unfreeze(): void {
    this.freeze(0, 0);
  }
  getLocation(): Range {
    return (
      this.getLocationOrNullObject() ??
      new Range(this.host, this.sheet, { top: 0, left: 0, bottom: 0, right: 0 })
    );
  }
  getLocationOrNullObject(): Range | null {
    const { frozenRows, frozenColumns } = this.sheet;
    if (!frozenRows && !frozenColumns) return null;
    const rows = frozenRows || 1_048_576;
    const columns = frozenColumns || 16_384;
    return this.host.range(this.sheet, 0, 0, rows, columns, 'WorksheetFreezePanes.getLocation');
  }
  private freeze(rows: number, columns: number): void {
    this.host.needsFocus('WorksheetFreezePanes');
    // Excel 2021 and before, on desktop (office-js#1463, #2196, #3148).
    const { model, platform, version } = this.host;
    const isInFront = this.sheet.visibility === 'visible' && model.active === this.sheet;
    if (platform !== 'web' && ['1.12', '1.14'].includes(version) && !isInFront)
      throw new ApiError('GeneralException', 'WorksheetFreezePanes');
    if (!(rows >= 0 && columns >= 0)) throw invalidArgument('WorksheetFreezePanes');
    this.sheet.frozenRows = rows;
    this.sheet.frozenColumns = columns;
    this.host.looked(this.sheet);
  }
}
