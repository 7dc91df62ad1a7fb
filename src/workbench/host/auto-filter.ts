import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { invalidArgument, itemNotFound, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';
import { shownText } from './number-text';
import { Range } from './range';

/** A filter that is on: over which area, and the rows it hides. */
export interface FilterState {
  area: Area;
  hidden: Set<number>;
}

/** The filter of a sheet, or of a table on it; it lives as long as the page. */
export class AutoFilter extends HostObject implements Answers<Excel.AutoFilter> {
  readonly className = 'AutoFilter';

  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly state: () => FilterState | null,
    private readonly put: (state: FilterState | null) => void,
  ) {
    super();
  }
  get enabled(): boolean {
    return this.state() !== null;
  }
  get isDataFiltered(): boolean {
    return (this.state()?.hidden.size ?? 0) > 0;
  }
  /** Only by a list of what is shown. */
  apply(range: Range, columnIndex?: number, criteria?: Excel.FilterCriteria): void {
    const { area } = range;
    if (columnIndex === undefined) return this.show({ area, hidden: new Set() });
    if (!(columnIndex >= 0 && columnIndex < range.columnCount)) throw invalidArgument('AutoFilter.apply');
    if (criteria?.filterOn !== 'Values') throw notKept('AutoFilter.apply');
    const shown = new Set(criteria.values?.map(String));
    const hidden = new Set<number>();
    for (let row = area.top + 1; row <= area.bottom; row++) {
      const cell = this.sheet.cell(row, area.left + columnIndex);
      if (!shown.has(shownText(cell?.value ?? null, cell?.style?.format))) hidden.add(row);
    }
    this.show({ area, hidden });
  }
  clearCriteria(): void {
    const state = this.state();
    if (state) this.show({ ...state, hidden: new Set() });
  }
  remove(): void {
    this.show(null);
  }
  getRange(): Range {
    return this.getRangeOrNullObject() ?? notThere();
  }
  getRangeOrNullObject(): Range | null {
    const state = this.state();
    return state && new Range(this.host, this.sheet, state.area);
  }
  private show(next: FilterState | null): void {
    for (const row of this.state()?.hidden ?? []) this.sheet.hiddenRows.delete(row);
    for (const row of next?.hidden ?? []) this.sheet.hiddenRows.add(row);
    this.put(next);
    this.host.looked(this.sheet);
  }
}

function notThere(): never {
  throw itemNotFound('AutoFilter.getRange');
}
