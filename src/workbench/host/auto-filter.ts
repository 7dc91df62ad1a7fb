import { areaName, type Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { invalidArgument, itemNotFound, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';
import { shownText } from './number-text';
import { Range } from './range';

/**
 * A filter that is on: over which area, what each column is filtered by, and the rows that hides.
 */
export interface FilterState {
  area: Area;
  criteria: ReadonlyMap<number, Excel.FilterCriteria>;
  hidden: Set<number>;
}

/**
 * What Excel tells of a criterion in any case: null where it has nothing to say, which `apply` then
 * refuses (office-js#1226).
 */
const NOTHING_SAID = {
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: null,
  filterOn: null,
  icon: null,
  operator: null,
  subField: null,
  values: null,
};

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
    return (this.state()?.criteria.size ?? 0) > 0;
  }
  /** One for each column of the area; what an unfiltered column gives is a guess. */
  get criteria(): Excel.FilterCriteria[] {
    const state = this.state();
    if (!state || this.host.tellsNoCriteria) return [];
    const width = state.area.right - state.area.left + 1;
    return Array.from({ length: width }, (_, column) => ({
      ...(NOTHING_SAID as unknown as Excel.FilterCriteria),
      ...state.criteria.get(column),
    }));
  }
  /** Only by a list of what is shown. */
  apply(range: Range, columnIndex?: number, criteria?: Excel.FilterCriteria): void {
    const { area } = range;
    if (columnIndex === undefined)
      return this.show({ area, criteria: new Map(), hidden: new Set() });
    if (!(columnIndex >= 0 && columnIndex < range.columnCount))
      throw invalidArgument('AutoFilter.apply');
    if (Object.values(criteria ?? {}).includes(null)) throw invalidArgument('AutoFilter.apply');
    if (criteria?.filterOn !== 'Values') throw notKept('AutoFilter.apply');
    const before = this.state();
    const others = before && areaName(before.area) === areaName(area) ? before.criteria : [];
    const all = new Map([...others, [columnIndex, criteria]]);
    const hidden = [...all].flatMap(([column, { values }]) =>
      this.rowsWithout(values?.map(String) ?? [], area, column),
    );
    this.show({ area, criteria: all, hidden: new Set(hidden) });
  }
  /** The rows of an area whose column shows none of these. */
  private rowsWithout(values: readonly string[], area: Area, column: number): number[] {
    const shown = new Set(values);
    const rows: number[] = [];
    for (let row = area.top + 1; row <= area.bottom; row++) {
      const cell = this.sheet.cell(row, area.left + column);
      if (!shown.has(shownText(cell?.value ?? null, cell?.style?.format))) rows.push(row);
    }
    return rows;
  }
  clearCriteria(): void {
    const state = this.state();
    if (state) this.show({ ...state, criteria: new Map(), hidden: new Set() });
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
