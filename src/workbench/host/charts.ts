import { absoluteReference, type Area } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Chart as ChartState, ChartKind, Sheet } from '../../workbook/sheet';
import { areaOf } from './areas';
import { accessDenied, ApiError, invalidArgument, itemNotFound, notKept } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { Range } from './range';
import { pointsAbove, pointsLeftOf } from './sizes';

const KINDS: Record<string, ChartKind> = {
  ColumnClustered: 'column',
  BarClustered: 'bar',
  Line: 'line',
  LineMarkers: 'line',
  Pie: 'pie',
};

/** Charts of the four kinds our sheets use; others are refused by name. */
export class ChartCollection extends HostCollection implements Answers<Excel.ChartCollection> {
  readonly className = 'ChartCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  private object(chart: ChartState): Chart {
    return new Chart(this.host, this.sheet, chart);
  }
  get members(): HostObject[] {
    return this.sheet.charts.map((chart) => this.object(chart));
  }
  get count(): number {
    return this.sheet.charts.length;
  }
  getCount(): number {
    return this.count;
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getItem(name: string): Chart {
    const found = this.getItemOrNullObject(name);
    if (!found) throw itemNotFound('ChartCollection.getItem');
    return found;
  }
  getItemOrNullObject(name: string): Chart | null {
    const found = this.sheet.charts.find((chart) => chart.name === name || idOf(chart) === name);
    return found ? this.object(found) : null;
  }
  getItemAt(index: number): Chart {
    const found = this.sheet.charts[index];
    if (!found) throw invalidArgument('ChartCollection.getItemAt');
    return this.object(found);
  }
  add(type: string, source: Range, seriesBy = 'Auto'): Chart {
    const location = 'ChartCollection.add';
    if (!(source instanceof Range)) throw invalidArgument(location);
    if (this.sheet.isProtected && !this.sheet.protectionOptions.allowEditObjects)
      throw accessDenied(location);
    if (!Object.hasOwn(KINDS, type)) {
      throw new ApiError(
        'NotImplemented',
        location,
        `charts of type ${type} are not in this host yet`,
      );
    }
    const top = source.area.bottom + 2;
    const chart: ChartState = {
      name: `Chart ${this.sheet.charts.length + 1}`,
      kind: KINDS[type],
      title: '',
      series: seriesOf(source, seriesBy),
      place: { top, bottom: top + 14, left: source.area.left, right: source.area.left + 7 },
    };
    this.sheet.charts.push(chart);
    this.host.looked(this.sheet);
    return this.object(chart);
  }
}

/** Series from a block: a first row and a first column of texts are names, as Excel reads them. */
function seriesOf({ sheet, area }: Range, seriesBy: string): ChartState['series'] {
  const width = area.right - area.left + 1;
  const height = area.bottom - area.top + 1;
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && width > height);
  const isText = (row: number, column: number) => {
    const value = sheet.value(row, column);
    return typeof value === 'string' || isBlank(value);
  };
  const headRow =
    height > 1 &&
    Array.from({ length: width }, (_, c) => isText(area.top, area.left + c)).every(Boolean);
  const headColumn =
    width > 1 &&
    Array.from({ length: height }, (_, r) => isText(area.top + r, area.left)).every(Boolean);
  const body = {
    ...area,
    top: area.top + (headRow ? 1 : 0),
    left: area.left + (headColumn ? 1 : 0),
  };
  const name = (part: Area) => absoluteReference(sheet.name, part);
  const cell = (row: number, column: number) => ({
    top: row,
    bottom: row,
    left: column,
    right: column,
  });
  if (byRows) {
    return Array.from({ length: body.bottom - body.top + 1 }, (_, index) => {
      const row = body.top + index;
      return {
        name: headColumn ? name(cell(row, area.left)) : '',
        values: name({ ...body, top: row, bottom: row }),
        categories: headRow ? name({ ...body, top: area.top, bottom: area.top }) : '',
      };
    });
  }
  return Array.from({ length: body.right - body.left + 1 }, (_, index) => {
    const column = body.left + index;
    return {
      name: headRow ? name(cell(area.top, column)) : '',
      values: name({ ...body, left: column, right: column }),
      categories: headColumn ? name({ ...body, left: area.left, right: area.left }) : '',
    };
  });
}

const ids = new WeakMap<ChartState, string>();
let nextId = 1;
function idOf(chart: ChartState): string {
  let id = ids.get(chart);
  if (!id) ids.set(chart, (id = `{CHART-${nextId++}}`));
  return id;
}

class Chart extends HostObject implements Answers<Excel.Chart> {
  readonly className = 'Chart';
  readonly title: ChartTitle;
  readonly series: ChartSeriesCollection;
  readonly axes: ChartAxes;
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly chart: ChartState,
  ) {
    super();
    this.title = new ChartTitle(chart);
    this.series = new ChartSeriesCollection(chart);
    this.axes = new ChartAxes(chart);
  }
  override get objectId(): string {
    return this.id;
  }
  override checkAlive(): void {
    if (!this.sheet.charts.includes(this.chart)) throw itemNotFound('Chart');
  }
  get id(): string {
    return idOf(this.chart);
  }
  get name(): string {
    return this.chart.name;
  }
  set name(value: string) {
    this.chart.name = value;
  }
  get chartType(): string {
    return { column: 'ColumnClustered', bar: 'BarClustered', line: 'Line', pie: 'Pie' }[
      this.chart.kind
    ];
  }
  set chartType(value: string) {
    if (!Object.hasOwn(KINDS, value)) {
      throw new ApiError(
        'NotImplemented',
        'Chart.chartType',
        `charts of type ${value} are not in this host yet`,
      );
    }
    this.chart.kind = KINDS[value];
  }
  get top(): number {
    return pointsAbove(this.sheet, this.chart.place.top);
  }
  get left(): number {
    return pointsLeftOf(this.sheet, this.chart.place.left);
  }
  get height(): number {
    return pointsAbove(this.sheet, this.chart.place.bottom + 1) - this.top;
  }
  get width(): number {
    return pointsLeftOf(this.sheet, this.chart.place.right + 1) - this.left;
  }
  get worksheet(): HostObject {
    return this.host.worksheetOf(this.sheet);
  }
  setPosition(startCell: Range | string, endCell?: Range | string): void {
    const at = (cell: Range | string) =>
      typeof cell === 'string' ? areaOf(cell, 'Chart.setPosition') : cell.area;
    const start = at(startCell);
    const { place } = this.chart;
    const end = endCell === undefined ? null : at(endCell);
    this.chart.place = {
      top: start.top,
      left: start.left,
      bottom: end ? end.bottom : start.top + place.bottom - place.top,
      right: end ? end.right : start.left + place.right - place.left,
    };
    this.host.looked(this.sheet);
  }
  setData(source: Range, seriesBy?: string): void {
    this.chart.series = seriesOf(source, seriesBy ?? 'Auto');
    this.host.looked(this.sheet);
  }
  delete(): void {
    this.sheet.charts.splice(this.sheet.charts.indexOf(this.chart), 1);
    this.host.looked(this.sheet);
  }
}

class ChartTitle extends HostObject implements Answers<Excel.ChartTitle> {
  readonly className = 'ChartTitle';
  constructor(private readonly chart: ChartState) {
    super();
  }
  get text(): string {
    return this.chart.title;
  }
  set text(value: string) {
    this.chart.title = value;
  }
  get visible(): boolean {
    return this.chart.title !== '';
  }
  set visible(value: boolean) {
    if (!value) this.chart.title = '';
  }
}

class ChartAxes extends HostObject implements Answers<Excel.ChartAxes> {
  readonly className = 'ChartAxes';
  readonly valueAxis: ChartAxis;
  constructor(chart: ChartState) {
    super();
    this.valueAxis = new ChartAxis(chart);
  }
}

/** Of the axis of values, where it begins: at 0, or wherever Excel thinks fit. */
class ChartAxis extends HostObject implements Answers<Excel.ChartAxis> {
  readonly className = 'ChartAxis';
  constructor(private readonly chart: ChartState) {
    super();
  }
  get minimum(): number | string {
    return this.chart.startsAtZero ? 0 : '';
  }
  set minimum(value: number | string) {
    if (value !== 0 && value !== '') throw notKept('ChartAxis.minimum');
    this.chart.startsAtZero = value === 0;
  }
}

class ChartSeriesCollection extends HostCollection implements Answers<Excel.ChartSeriesCollection> {
  readonly className = 'ChartSeriesCollection';
  constructor(private readonly chart: ChartState) {
    super();
  }
  get members(): HostObject[] {
    return this.chart.series.map((series) => new ChartSeries(series));
  }
  get count(): number {
    return this.chart.series.length;
  }
  getCount(): number {
    return this.count;
  }
  item(key: unknown): HostObject {
    return this.getItemAt(Number(key));
  }
  getItemAt(index: number): HostObject {
    const found = this.chart.series[index];
    if (!found) throw invalidArgument('ChartSeriesCollection.getItemAt');
    return new ChartSeries(found);
  }
}

export class ChartSeries extends HostObject implements Answers<Excel.ChartSeries> {
  readonly className = 'ChartSeries';
  constructor(private readonly series: ChartState['series'][number]) {
    super();
  }
  get name(): string {
    return this.series.name;
  }
  set name(value: string) {
    this.series.name = value;
  }
  setXAxisValues(source: Range): void {
    if (!(source instanceof Range)) throw invalidArgument('ChartSeries.setXAxisValues');
    this.series.categories = absoluteReference(source.sheet.name, source.area);
  }
}
