import {
  areaName,
  cellName,
  columnName,
  quoteSheet,
  type Area,
  knownArea,
} from '../workbook/address';
import { isError, type Cell, type Style } from '../workbook/cell';
import { withoutLinks } from '../workbook/link-places';
import type { Chart, Sheet } from '../workbook/sheet';
import { isLongText } from './long-texts';
import { rectangles } from './rectangles';
import { bytesOf, type Requests } from './requests';

const POINTS_PER_CHARACTER = 5.6;
const POINTS_PER_MM = 72 / 25.4;

/** Gives the range that rows of a sheet go to: the first of them, how many, and their columns. */
export type Place = (row: number, rows: number, left: number, columns: number) => Excel.Range;

/** Where they stand in the sheet itself. */
export const inPlace =
  (worksheet: Excel.Worksheet): Place =>
  (row, rows, left, columns) =>
    worksheet.getRangeByIndexes(row, left, rows, columns);

/**
 * Below whatever stands there when Excel carries it out: what another person added meanwhile is not
 * written over.
 */
export const below =
  (worksheet: Excel.Worksheet): Place =>
  (_, rows, __, columns) =>
    worksheet
      .getUsedRange(true)
      .getLastRow()
      .getCell(0, 0)
      .getOffsetRange(1, 0)
      .getResizedRange(rows - 1, columns - 1);

/**
 * Queues a sheet's values and formulas from row `from` on: one matrix for all that still goes into
 * a request. What is put among cells that are looked after elsewhere brings its number formats
 * along (`withFormats`).
 */
export async function writeCells(
  place: Place,
  sheet: Sheet,
  from: number,
  requests: Requests,
  withFormats = false,
): Promise<void> {
  const used = sheet.usedArea();
  if (!used) return;
  const columns = used.right - used.left + 1;
  let first = Math.max(used.top, from);
  let matrix: (string | number | boolean | null)[][] = [];
  let long: { row: number; column: number; text: string }[] = [];
  let bytes = 0;
  const formats = withFormats ? formatsOf(sheet) : [];
  const queue = () => {
    if (matrix.length === 0) return;
    const block = place(first, matrix.length, used.left, columns);
    block.formulas = matrix;
    for (const { row, column, text } of long) block.getCell(row - first, column).values = [[text]];
    requests.add(bytes + long.length * BYTES.setting);
    const last = first + matrix.length - 1;
    for (const [format, area] of formats) {
      const [top, bottom] = [Math.max(area.top, first), Math.min(area.bottom, last)];
      if (top > bottom) continue;
      const cell = block.getCell(top - first, area.left - used.left);
      cell.getResizedRange(bottom - top, area.right - area.left).numberFormat =
        format as unknown as string[][];
      requests.add(3 * BYTES.setting);
    }
    first += matrix.length;
    matrix = [];
    long = [];
    bytes = 0;
  };
  for (let row = first; row <= used.bottom; row++) {
    if ((row - used.top) % ROWS_A_BREATH === ROWS_A_BREATH - 1) await requests.breathe();
    const cells = Array.from({ length: columns }, (_, c) => input(sheet.cell(row, used.left + c)));
    const weight = cells.reduce<number>((sum, cell) => sum + bytesOf(cell), 2);
    if (bytes + weight > requests.room) {
      queue();
      await requests.send();
    }
    // Among formulas a long text is not taken (office-js#3256); null leaves its cell as it is.
    matrix.push(cells.map((cell) => (isLongText(cell) ? null : cell)));
    cells.forEach((cell, column) => {
      if (isLongText(cell)) long.push({ row, column, text: cell });
    });
    bytes += weight;
  }
  queue();
}

/** So many rows laid out between two looks of the person at the pane. */
const ROWS_A_BREATH = 1000;

function formatsOf(sheet: Sheet): [string, Area][] {
  const formats = rectangles(sheet, (cell) => cell.style?.format ?? null);
  return [...formats].flatMap(([format, areas]) =>
    areas.map((area): [string, Area] => [format, area]),
  );
}

/** Roughly what one setting of a range, and the measure of a row or column, take in a request. */
const BYTES = { setting: 300, measure: 320 };

/** What the frame of a sheet adds to a request. */
function frameBytes({ merges, columnWidths, rowHeights, charts }: Sheet): number {
  return (
    (20 + merges.length + columnWidths.size + rowHeights.size + charts.length * 8) * BYTES.measure
  );
}

/** What to send for a cell: an apostrophe keeps text text, whatever it starts with. */
function input(cell: Cell | undefined): string | number | boolean {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell;
  if (value === null || value === '') return '';
  if (isError(value)) return `'${value.error}`;
  return typeof value === 'string' ? `'${value}` : value;
}

/**
 * Queues how the cells of a fresh sheet look, and its frame. Each area by itself: `getRanges` takes
 * several at once, but divided as the person's regional settings have it in Excel for Windows and
 * Mac, and nothing tells by what.
 */
export async function writeLooks(
  worksheet: Excel.Worksheet,
  sheet: Sheet,
  requests: Requests,
): Promise<void> {
  for (const [format, area] of formatsOf(sheet)) {
    await requests.need(2 * BYTES.setting);
    rangeOf(worksheet, area).numberFormat = format as unknown as string[][];
  }
  for (const [text, areas] of rectangles(sheet, (cell) => lookOf(cell.style))) {
    const look = JSON.parse(text) as Style;
    const settings = 2 + Object.keys(look).length + (look.border ? SIDES.length : 0);
    for (const area of areas) {
      await requests.need(settings * BYTES.setting);
      applyLook(rangeOf(worksheet, area).format, look);
    }
  }
  await requests.need(frameBytes(sheet));
  for (const area of sheet.merges) rangeOf(worksheet, area).merge();
  for (const chart of sheet.charts) writeChart(worksheet, chart);
  writeMeasures(worksheet, sheet);
}

/** Queues widths and heights, which are not copied with the cells of a sheet. */
export function writeMeasures(worksheet: Excel.Worksheet, sheet: Sheet): void {
  for (const [column, width] of sheet.columnWidths) {
    const name = columnName(column);
    worksheet.getRange(`${name}:${name}`).format.columnWidth = width * POINTS_PER_CHARACTER;
  }
  for (const column of new Set([...sheet.columnsByContent, ...sheet.hiddenColumns])) {
    const name = columnName(column);
    worksheet.getRange(`${name}:${name}`).columnHidden = sheet.hiddenColumns.has(column);
  }
  for (const [row, height] of sheet.rowHeights)
    worksheet.getRange(`${row + 1}:${row + 1}`).format.rowHeight = height;
  if (!sheet.showGridlines) worksheet.showGridlines = false;
}

/**
 * Excel 2021 stops at panes of a sheet that is hidden or not in front (office-js#1463, #2196);
 * newer ones have ExcelApi 1.15.
 */
export function writePanes(worksheet: Excel.Worksheet, sheet: Sheet): void {
  if (sheet.frozenRows === 0) return;
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.15')) worksheet.activate();
  if (sheet.frozenColumns > 0) {
    worksheet.freezePanes.freezeAt(
      worksheet.getRangeByIndexes(0, 0, sheet.frozenRows, sheet.frozenColumns),
    );
  } else worksheet.freezePanes.freezeRows(sheet.frozenRows);
}

/** Puts a sheet in front, scrolled to its top: to the first cell that is not frozen. */
export function showTop(
  worksheet: Excel.Worksheet,
  { frozenRows, frozenColumns }: Pick<Sheet, 'frozenRows' | 'frozenColumns'>,
): void {
  worksheet.activate();
  worksheet.getRangeByIndexes(frozenRows, frozenColumns, 1, 1).select();
}

/**
 * Queues the links of a sheet, once the sheets they lead to have their names. `area` is all that is
 * or was ours of it.
 */
export function writeLinks(worksheet: Excel.Worksheet, sheet: Sheet, area: Area): void {
  if (sheet.links.length === 0) return;
  for (const place of withoutLinks(sheet, area)) rangeOf(worksheet, place).clear('Hyperlinks');
  for (const { row, column, sheet: to, cell } of sheet.links) {
    const textToDisplay = String(sheet.value(row, column));
    worksheet.getRangeByIndexes(row, column, 1, 1).hyperlink = {
      documentReference: `${quoteSheet(to)}!${cell}`,
      textToDisplay,
    };
  }
}

const CHARTS = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  line: 'LineMarkers',
  pie: 'Pie',
} as const;

/**
 * Charts that stand are drawn over their rows as they are now, where people moved them to and as
 * people made them look.
 */
export function renewCharts(
  worksheet: Excel.Worksheet,
  { charts }: Sheet,
  standing: ReadonlySet<string>,
): void {
  for (const chart of charts) {
    if (!standing.has(chart.name)) writeChart(worksheet, chart);
    else {
      const own = worksheet.charts.getItem(chart.name);
      own.setData(rangeOf(worksheet, blockOf(chart)), 'Columns');
    }
  }
}

function writeChart(worksheet: Excel.Worksheet, own: Chart): void {
  const { kind, name, title, place } = own;
  const chart = worksheet.charts.add(CHARTS[kind], rangeOf(worksheet, blockOf(own)), 'Columns');
  chart.name = name;
  chart.title.text = title;
  if (own.startsAtZero) chart.axes.valueAxis.minimum = 0;
  chart.setPosition(cellName(place.top, place.left), cellName(place.bottom, place.right));
}

/** One series of several beside each other: its categories stand apart from it. */
function isApart({ series }: Chart): boolean {
  const [{ values, categories }] = series;
  return series.length === 1 && areaIn(values).left > areaIn(categories).left + 1;
}

/**
 * Queues what stands under the bars of charts whose categories stand apart. A look, and comes with
 * the looks: where an Excel refuses it the figures stand.
 */
export function writeCategories(worksheet: Excel.Worksheet, { charts }: Sheet): void {
  for (const own of charts.filter(isApart)) {
    const categories = rangeOf(worksheet, areaIn(own.series[0].categories));
    worksheet.charts.getItem(own.name).series.getItemAt(0).setXAxisValues(categories);
  }
}

/**
 * What a chart is drawn over: one block whose first row names the series and whose first column the
 * categories.
 */
function blockOf(chart: Chart): Area {
  const areas = chart.series
    .flatMap(({ categories, values }) => (isApart(chart) ? [values] : [categories, values]))
    .map(areaIn);
  return {
    top: Math.min(...areas.map(({ top }) => top)) - 1,
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

function areaIn(reference: string): Area {
  return knownArea(reference.replace(/^.*!/, '').replaceAll('$', ''));
}

/** Queues the page set-up; `paper` is left out where no printer has it. */
export function writePage(
  worksheet: Excel.Worksheet,
  { page }: Sheet,
  paper: 'A4' | null = 'A4',
): void {
  if (!page) return;
  const layout = worksheet.pageLayout;
  layout.orientation = page.landscape ? 'Landscape' : 'Portrait';
  layout.topMargin = page.margins.top * POINTS_PER_MM;
  layout.bottomMargin = page.margins.bottom * POINTS_PER_MM;
  layout.leftMargin = page.margins.left * POINTS_PER_MM;
  layout.rightMargin = page.margins.right * POINTS_PER_MM;
  if (paper) layout.paperSize = paper;
  const header = page.header?.replace(/^&C/, '');
  if (header) layout.headersFooters.defaultForAllPages.centerHeader = header;
  const footer = page.footer?.replace(/^&C/, '');
  if (footer) layout.headersFooters.defaultForAllPages.centerFooter = footer;
  if (page.bareFirstPage) layout.headersFooters.state = 'FirstAndDefault';
  if (page.firstPageNumber !== undefined) layout.firstPageNumber = page.firstPageNumber;
  layout.zoom = { horizontalFitToPages: page.pagesWide ?? 1, verticalFitToPages: 0 };
  if (page.printArea) layout.setPrintArea(areaName(page.printArea));
  if (page.titleColumns) {
    const { first, last } = page.titleColumns;
    layout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(last)}`);
  }
  if (page.titleRows)
    layout.setPrintTitleRows(`$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`);
}

function rangeOf(worksheet: Excel.Worksheet, area: Area): Excel.Range {
  return worksheet.getRange(areaName(area));
}

/** Equal looks give equal texts; the number format is written apart. */
function lookOf(style: Style | undefined): string | null {
  if (!style) return null;
  const { format: _format, unlocked: _unlocked, ...look } = style;
  return Object.keys(look).length === 0 ? null : JSON.stringify(look);
}

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

/** The alignments our sheets have, as Excel names them. */
const ACROSS: Partial<Record<NonNullable<Style['align']>, 'Left' | 'Center' | 'Right'>> = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
};
const DOWN: Partial<Record<NonNullable<Style['verticalAlign']>, 'Top' | 'Center'>> = {
  top: 'Top',
  center: 'Center',
};

function applyLook(format: Excel.RangeFormat, look: Style): void {
  if (look.fontName) format.font.name = look.fontName;
  if (look.fontSize) format.font.size = look.fontSize;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.underline) format.font.underline = 'Single';
  if (look.fontColor) format.font.color = look.fontColor;
  if (look.fill) format.fill.color = look.fill;
  if (look.wrap) format.wrapText = true;
  const across = look.align && ACROSS[look.align];
  if (across) format.horizontalAlignment = across;
  const down = look.verticalAlign && DOWN[look.verticalAlign];
  if (down) format.verticalAlignment = down;
  if (look.border) {
    for (const side of SIDES) format.borders.getItem(side).style = 'Continuous';
  }
}
