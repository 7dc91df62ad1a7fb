import { absoluteName, cellName, quoteSheet } from '../../workbook/address';
import type { CellValue, Style } from '../../workbook/cell';
import { Sheet, type ChartKind } from '../../workbook/sheet';
import { entriesByPeriod, figuresOf, total, type Entry } from '../consolidation/coverage';
import { heightFor, LOOK, REPORT_PAGE, writeTableHead } from '../page/page';
import { periodLabel, type PeriodId } from '../period/period';
import { measureOf } from '../measure/measure';
import { figureUnit, yearToDate, type Indicator } from '../plan/plan';
import { askedAgencies } from '../plan/assigned';
import { formatNumber } from '../../text/number';
import type { FigureRanges } from './figures-sheet';
import { attained, chartNames, HANDED_IN, handedInByLevel } from './drawn';
import { uprightBreaks, uprightRoom } from './page-breaks';
import { headOf, type TableTitle } from './report-head';
import { LEVEL_GROUP } from './words';
import type { ReportContext } from './report-context';
import type { ReportTable } from './report-table';
import { CODE_COLUMN, indicatorTable, VALUE_COLUMN } from './indicator-table';

/**
 * What people look at rather than read: attainment against target, the trend of the year, and who
 * has handed in. Native charts over small blocks of formulas, so that they move with the figures.
 */

/** As wide as an upright page at full size. */
const WIDTH = 7;
const NAMES = 24;
const FIGURES = 8.6;
/** So many indicators stand in one table. */
const LINES = 6;
/** So many bars stand in one chart at most. */
const BARS = 15;

/** `table` is the province's table of indicators, where the results stand. */
function writeCharts(
  name: string,
  title: TableTitle,
  { basis, plan, period, result, figures, board, inForce }: ReportContext,
  table: Sheet,
): Sheet {
  const sheet = new Sheet(name);
  for (let column = 0; column < WIDTH; column++)
    sheet.columnWidths.set(column, column === 0 ? NAMES : FIGURES);
  let row = writeTableHead(sheet, headOf(plan, period, result, title), 0, WIDTH - 1) + 1;
  const tops = [0];
  const add = (block: Block) => {
    // The first block stands under the head.
    if (sheet.charts.length > 0) tops.push(row);
    const { next, pages } = writeBlock(sheet, row, block);
    tops.push(...pages);
    row = next;
  };

  const nameOf = chartNames(plan.indicators);
  const sorted = attained(plan, result);
  // A range is drawn by both its ends: the result is to stand between them.
  const hasRange = sorted.some(({ target }) => target?.to !== undefined);
  const results = sorted.map(({ indicator, result: own, target: asked }): Cells => {
    const target = [asked?.value ?? null, ...(hasRange ? [asked?.to ?? null] : [])];
    const at = [...table.rows].find(
      ([, cells]) => cells.get(CODE_COLUMN)?.value === indicator.code,
    )?.[0];
    const name = nameOf(indicator);
    if (!own || own.value === null || at === undefined) return [name, null, ...target];
    const formula = `${quoteSheet(table.name)}!${cellName(at, VALUE_COLUMN)}`;
    return [name, { formula, value: own.value }, ...target];
  });
  const ends = hasRange ? ['Mức giao', 'Mức giao đến'] : ['Mức giao'];
  const attainedBlock = (end: number, bars: number): Block => {
    const first = Math.max(0, end - bars);
    return {
      title: end === sorted.length ? ATTAINED : `${ATTAINED} (tiếp)`,
      said: attainedSaid(sorted.slice(first, end), nameOf),
      headings: ['Chỉ tiêu', 'Kết quả', ...ends],
      rows: results.slice(first, end),
      look: LOOK.percent,
      kind: 'bar',
      height: Math.min(40, Math.max(12, 4 + (end - first) * 2)),
    };
  };
  const room = uprightRoom(sheet, row);
  const holds = (bars: number) =>
    heightsOf(attainedBlock(sorted.length, bars)).reduce((sum, own) => sum + own, 0) <= room;
  // The farthest behind stand in the first chart; all have as many bars.
  const bars = barsOf(sorted.length, holds);
  for (let end = sorted.length; end > 0; end -= bars) add(attainedBlock(end, bars));

  const shown = plan.indicators.filter((one) => figureUnit(one) === '%');
  const lines = shown.filter((indicator) => {
    // A part of the year's figure only grows: that is no trend.
    const measure = measureOf(indicator);
    return (
      measure.isTotalled &&
      measure.hasParts &&
      measure.isSummed &&
      measure.timeRule('denominator') === 'sum'
    );
  });
  const tiles = yearToDate(plan, period);
  for (let first = 0; tiles.length > 1 && first < lines.length; first += LINES) {
    const some = lines.slice(first, first + LINES);
    const drawn = some.map((indicator) => ({
      indicator,
      ranges: figures.ranges.get(indicator.code)?.tiles,
      entries: entriesByPeriod(basis.cumulative(indicator)),
    }));
    const trend = tiles.map((tile): Cells => [
      periodLabel(tile),
      ...drawn.map((line) => trendCell(line, tile.id)),
    ]);
    add({
      title: first === 0 ? TREND : `${TREND} (tiếp)`,
      said: some
        .map((indicator, index) => trendSaid(nameOf(indicator), trend, index + 1))
        .join('\n'),
      headings: ['Kỳ', ...some.map(nameOf)],
      rows: trend,
      look: LOOK.percent,
      kind: 'line',
      small: some.map((indicator) => `${nameOf(indicator)} (%)`),
      height: 11,
    });
  }

  const handed = handedInByLevel(board).map(({ level, accepted, open, missing }): Cells => [
    LEVEL_GROUP[level],
    accepted,
    open,
    missing,
  ]);
  add({
    title: 'Tình hình nộp báo cáo (đơn vị)',
    said: handed.map(handedSaid).join(' '),
    headings: ['Nhóm đơn vị', ...HANDED_IN],
    rows: handed,
    look: LOOK.count,
    kind: 'column',
    height: 14,
  });

  const overTime = tiles.map((tile): Cells => {
    const asked = askedAgencies(plan, tile);
    const has = asked.filter(({ code }) => inForce.hasReceived(code, tile.id));
    const counts = has.filter(({ code }) => inForce.formOf(code, tile.id));
    return [
      periodLabel(tile),
      counts.length,
      has.length - counts.length,
      asked.length - has.length,
    ];
  });
  if (tiles.length > 1)
    add({
      title: 'Nộp báo cáo theo thời gian (đơn vị)',
      said: overTime.map(handedSaid).join(' '),
      headings: ['Kỳ', ...HANDED_IN],
      rows: overTime,
      look: LOOK.count,
      kind: 'column',
      height: 14,
    });
  sheet.showGridlines = false;
  // Upright, so that a chart does not begin at the foot of a page.
  sheet.page = {
    ...REPORT_PAGE,
    landscape: false,
    scale: 100,
    rowBreaks: uprightBreaks(sheet, tops, row + 1),
    printArea: { top: 0, left: 0, bottom: row, right: WIDTH - 1 },
  };
  return sheet;
}

/** As many as the page holds in one table under the head: the rows of a table have one heading. */
function barsOf(count: number, holds: (bars: number) => boolean): number {
  for (let charts = Math.ceil(count / BARS); charts < count; charts++) {
    const bars = Math.ceil(count / charts);
    if (holds(bars)) return bars;
  }
  return 1;
}

/** An indicator of the trend: its figures of the year so far, and where they stand. */
interface Line {
  indicator: Indicator;
  ranges: FigureRanges['tiles'] | undefined;
  entries: ReadonlyMap<PeriodId, readonly Entry[]>;
}

type Cells = (CellValue | { formula: string; value: CellValue })[];

/** The percentage of one base period, from its own rows of the figures. */
function trendCell({ indicator, ranges, entries }: Line, tile: PeriodId): Cells[number] {
  const range = ranges?.get(tile);
  if (!range) return null;
  const own = entries.get(tile) ?? [];
  const value = figuresOf(own).length === 0 ? null : total(indicator, own).value;
  if (value === null) return null;
  const sums = [`SUM(${range.numerator})`, `SUM(${range.denominator})`] as const;
  return { formula: measureOf(indicator).quotient(...sums), value };
}

const ATTAINED = 'Kết quả so với mức giao (%)';
const TREND = 'Diễn biến trong năm (%)';
/** So many are named in a sentence. */
const NAMED = 3;

function attainedSaid(
  sorted: readonly { indicator: Indicator; gap: number | null }[],
  nameOf: (indicator: Indicator) => string,
): string {
  const known = sorted.filter(
    (one): one is { indicator: Indicator; gap: number } => one.gap !== null,
  );
  if (known.length === 0) return 'Chưa có chỉ tiêu nào có cả kết quả và mức giao bằng số.';
  const far = known.filter(({ gap }) => gap > 0).reverse();
  const reached = `${known.length - far.length}/${known.length} chỉ tiêu có kết quả bằng hoặc hơn mức giao`;
  if (far.length === 0) return `${reached}.`;
  const named = far
    .slice(0, NAMED)
    .map(({ indicator, gap }) => `${nameOf(indicator)} (${formatNumber(gap, 2)} điểm %)`);
  return `${reached}; xa mức giao nhất: ${named.join('; ')}.`;
}

function trendSaid(name: string, trend: readonly Cells[], column: number): string {
  const known = trend.flatMap((cells): [string, number][] => {
    const cell = cells[column];
    const value =
      typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.value : null;
    return typeof value === 'number' ? [[String(cells[0]), value]] : [];
  });
  const [first, last] = [known.at(0), known.at(-1)];
  if (!first || !last) return `${name}: chưa có số liệu.`;
  const said = ([label, value]: [string, number]) => `${formatNumber(value, 2)}% (${label})`;
  return known.length === 1
    ? `${name}: ${said(first)}.`
    : `${name}: ${said(first)} → ${said(last)}.`;
}

function handedSaid([label, accepted, open, missing]: Cells): string {
  return `${label as string}: đã tiếp nhận ${accepted as number}, trả lại hoặc chưa đủ ${open as number}, chưa nộp ${missing as number}.`;
}

interface Block {
  title: string;
  /** What the chart shows, for whoever does not see it. */
  said: string;
  headings: readonly string[];
  rows: readonly Cells[];
  look: Style;
  kind: ChartKind;
  /** A chart for each column instead of one for all, by their titles. */
  small?: readonly string[];
  /** Rows a chart takes. */
  height: number;
}

/** The rows of a block down to the last of its table. */
function heightsOf({ title, said, headings, rows }: Block): number[] {
  return [
    heightFor([[title, NAMES + (WIDTH - 1) * FIGURES, 12]]),
    heightFor([[said, NAMES + (WIDTH - 1) * FIGURES, 12]]),
    heightFor(headings.map((heading, c) => [heading, c === 0 ? NAMES : FIGURES, 13.5] as const)),
    ...rows.map(([name]) => heightFor([[String(name), NAMES, 12]])),
  ];
}

/** Two indicators may be called alike; a chart is found again by its name. */
function freeName({ charts }: Sheet, wanted: string): string {
  const isTaken = (own: string) => charts.some(({ name }) => name === own);
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = `${wanted} (${count})`;
  return name;
}

function shownIn(cell: Cells[number]): number {
  const value = typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.value : cell;
  return typeof value === 'number' ? value : 0;
}

/** Small charts side by side, by the columns they stand over. */
const PLACES = [
  [0, 2],
  [3, 6],
] as const;

/**
 * A small table, what it says in words, and its charts under it; gives the next free row, and the
 * rows besides its first with which a page may begin: those of charts, which no page cuts.
 */
function writeBlock(sheet: Sheet, top: number, block: Block): { next: number; pages: number[] } {
  const { title, said, headings, rows, look: figureLook, kind, small, height } = block;
  if (rows.length === 0) return { next: top, pages: [] };
  heightsOf(block).forEach((own, index) => sheet.rowHeights.set(top + index, own));
  sheet.put(top, 0, title, LOOK.bold);
  sheet.put(top + 1, 0, said, LOOK.note);
  sheet.merges.push({ top: top + 1, bottom: top + 1, left: 0, right: WIDTH - 1 });
  const head = top + 2;
  headings.forEach((heading, column) => sheet.put(head, column, heading, LOOK.tableHeading));
  rows.forEach((cells, index) => {
    const at = head + 1 + index;
    cells.forEach((cell, column) => {
      const look = column === 0 ? LOOK.text : figureLook;
      if (typeof cell === 'object' && cell !== null && 'formula' in cell)
        sheet.putFormula(at, column, cell.formula, cell.value, look);
      else sheet.put(at, column, cell, look);
    });
  });
  const last = head + rows.length;
  const range = (column: number) =>
    `${quoteSheet(sheet.name)}!${absoluteName(head + 1, column)}:${absoluteName(last, column)}`;
  const series = headings
    .slice(1)
    .map((name, index) => ({ name, values: range(index + 1), categories: range(0) }));
  const first = last + 2;
  const descriptions = said.split('\n');
  const isShare = figureLook === LOOK.percent;
  const isPositive = rows.every((cells) => cells.slice(1).every((cell) => shownIn(cell) >= 0));
  const common = { kind, startsAtZero: isShare && isPositive };
  if (!small) {
    const place = { top: first, left: 0, bottom: first + height, right: WIDTH - 1 };
    sheet.charts.push({
      ...common,
      name: freeName(sheet, title),
      title,
      series,
      place,
      description: said,
    });
    return { next: first + height + 3, pages: [first - 1] };
  }
  small.forEach((own, index) => {
    const [left, right] = PLACES[index % PLACES.length];
    const from = first + Math.floor(index / PLACES.length) * (height + 2);
    sheet.charts.push({
      ...common,
      name: freeName(sheet, `${TREND}: ${own}`),
      title: own,
      series: [series[index]],
      place: { top: from, left, bottom: from + height, right },
      description: descriptions[index],
    });
  });
  const lines = Math.ceil(small.length / PLACES.length);
  const topOf = (line: number) => first + line * (height + 2);
  const pages = Array.from({ length: lines }, (_, line) => topOf(line) - 1);
  return { next: topOf(lines) + 1, pages };
}

export const chartTable: ReportTable = {
  key: 'charts',
  word: 'Biểu đồ',
  title: 'BIỂU ĐỒ KẾT QUẢ',
  of: (context) => ({
    isAnnex: context.plan.indicators.length > 0,
    write: ({ name, title }, others) => ({
      sheet: writeCharts(name, title, context, others.made(indicatorTable).sheet),
    }),
  }),
};
