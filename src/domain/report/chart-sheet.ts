import { absoluteName, cellName, quoteSheet } from '../../workbook/address';
import type { CellValue, Style } from '../../workbook/cell';
import { Sheet, type Chart, type ChartKind } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import { figuresOf, total, type Entry } from '../consolidation/coverage';
import { cumulativeEntries } from '../consolidation/indicator-result';
import type { InForce } from '../ledger/in-force';
import { heightFor, LOOK, REPORT_PAGE, writeTableHead } from '../page/page';
import { periodLabel, type Period, type PeriodId } from '../period/period';
import { measureOf } from '../measure/measure';
import { LEVELS } from '../agency/agency';
import { yearToDate, type Indicator, type Plan } from '../plan/plan';
import { generalTarget } from '../plan/target';
import type { CivilDate } from '../../text/date';
import type { FigureRanges, FiguresSheet } from './figures-sheet';
import type { HandIn } from './hand-in';
import { headOf, type TableTitle } from './report-head';
import { capitalised, LEVEL_GROUP } from './words';

/**
 * What people look at rather than read: attainment against target, the trend of the year, and who
 * has handed in. Native charts over small blocks of formulas, so that they move with the figures.
 */

/** As wide as an upright page at full size. */
const WIDTH = 7;
const NAMES = 24;
const FIGURES = 9;
/** So many lines are told apart in one chart. */
const LINES = 6;

/** Where the rows of the province's table stand: result cells by indicator. */
export interface ChartSources {
  table: Sheet;
  valueColumn: number;
  codeColumn: number;
}

export function writeCharts(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  result: Consolidation,
  figures: FiguresSheet,
  board: readonly HandIn[],
  inForce: InForce,
  day: CivilDate,
  { table, valueColumn, codeColumn }: ChartSources,
): Sheet {
  const sheet = new Sheet(name);
  for (let column = 0; column < WIDTH; column++)
    sheet.columnWidths.set(column, column === 0 ? NAMES : FIGURES);
  let row = writeTableHead(sheet, headOf(plan, period, result, title), 0, WIDTH - 1) + 1;

  const shown = plan.indicators.filter(({ unit }) => unit === '%');
  // All of them, with or without a result: what is drawn stays over the same rows.
  const targets = new Map(shown.map(({ code }) => [code, generalTarget(plan, code)]));
  // A range is drawn by both its ends: the result is to stand between them.
  const hasRange = [...targets.values()].some((target) => target?.to !== undefined);
  const attained = shown.map((indicator): Cells => {
    const own = result.indicators.find(({ code }) => code === indicator.code);
    const asked = targets.get(indicator.code);
    const target = [asked?.value ?? null, ...(hasRange ? [asked?.to ?? null] : [])];
    const at = [...table.rows].find(
      ([, cells]) => cells.get(codeColumn)?.value === indicator.code,
    )?.[0];
    const name = chartName(indicator);
    if (!own || own.value === null || at === undefined) return [name, null, ...target];
    const formula = `${quoteSheet(table.name)}!${cellName(at, valueColumn)}`;
    return [name, { formula, value: own.value }, ...target];
  });
  const ends = hasRange ? ['Mức giao', 'Mức giao đến'] : ['Mức giao'];
  const columns = ['Chỉ tiêu', 'Kết quả', ...ends];
  row = block(sheet, row, 'column', 'Kết quả so với mức giao (%)', columns, attained, LOOK.percent);

  const lines = shown
    .filter((indicator) => {
      // A part of the year's figure only grows: that is no trend.
      const measure = measureOf(indicator);
      return (
        measure.isTotalled &&
        measure.hasParts &&
        measure.isSummed &&
        measure.timeRule('denominator') === 'sum'
      );
    })
    .slice(0, LINES);
  const tiles = yearToDate(plan, period);
  const drawn = lines.map((indicator) => ({
    indicator,
    ranges: figures.ranges.get(indicator.code)?.tiles,
    entries: cumulativeEntries(plan, indicator, period, inForce, day),
  }));
  const trend = tiles.map((tile): Cells => [
    periodLabel(tile),
    ...drawn.map((line) => trendCell(line, tile.id)),
  ]);
  const headings = ['Kỳ', ...lines.map(chartName)];
  if (lines.length > 0 && tiles.length > 1)
    row = block(sheet, row, 'line', 'Diễn biến trong năm (%)', headings, trend, LOOK.percent);

  const handed = LEVELS.flatMap((level): Cells[] => {
    const own = board.filter(({ agency }) => agency.level === level);
    const count = (...states: HandIn['state'][]) =>
      own.filter(({ state }) => states.includes(state)).length;
    return own.length === 0
      ? []
      : [
          [
            LEVEL_GROUP[level],
            count('accepted', 'partial'),
            count('returned', 'waiting', 'incomplete'),
            count('missing'),
          ],
        ];
  });
  const states = ['Nhóm đơn vị', 'Đã tiếp nhận', 'Trả lại, chưa đủ', 'Chưa nộp'];
  row = block(sheet, row, 'column', 'Tình hình nộp báo cáo (đơn vị)', states, handed, LOOK.count);
  sheet.showGridlines = false;
  // Upright, so that a chart does not begin at the foot of a page.
  sheet.page = {
    ...REPORT_PAGE,
    landscape: false,
    printArea: { top: 0, left: 0, bottom: row, right: WIDTH - 1 },
  };
  return sheet;
}

/** An indicator of the trend: its figures of the year so far, and where they stand. */
interface Line {
  indicator: Indicator;
  ranges: FigureRanges['tiles'] | undefined;
  entries: Entry[];
}

/** So much of a name a chart has room for. */
const LETTERS = 48;

function chartName({ name }: Indicator): string {
  const whole = capitalised(name);
  return whole.length <= LETTERS ? whole : `${whole.slice(0, LETTERS - 1)}…`;
}

type Cells = (CellValue | { formula: string; value: CellValue })[];

/** The percentage of one base period, from its own rows of the figures. */
function trendCell({ indicator, ranges, entries }: Line, tile: PeriodId): Cells[number] {
  const range = ranges?.get(tile);
  if (!range) return null;
  const own = entries.filter((entry) => entry.period.id === tile);
  const value = figuresOf(own).length === 0 ? null : total(indicator, own).value;
  if (value === null) return null;
  const sums = [`SUM(${range.numerator})`, `SUM(${range.denominator})`] as const;
  return { formula: measureOf(indicator).quotient(...sums), value };
}

/** A small table and its chart beside it; returns the next free row. */
function block(
  sheet: Sheet,
  top: number,
  kind: ChartKind,
  title: string,
  headings: readonly string[],
  rows: readonly Cells[],
  figureLook: Style,
): number {
  if (rows.length === 0) return top;
  sheet.put(top, 0, title, LOOK.bold);
  headings.forEach((heading, column) => sheet.put(top + 1, column, heading, LOOK.tableHeading));
  sheet.rowHeights.set(
    top + 1,
    heightFor(headings.map((heading) => [heading, FIGURES, 13.5] as const)),
  );
  rows.forEach(([name], index) =>
    sheet.rowHeights.set(top + 2 + index, heightFor([[String(name), NAMES, 12]])),
  );
  rows.forEach((cells, index) =>
    cells.forEach((cell, column) => {
      const look = column === 0 ? LOOK.text : figureLook;
      const at = top + 2 + index;
      if (typeof cell === 'object' && cell !== null && 'formula' in cell)
        sheet.putFormula(at, column, cell.formula, cell.value, look);
      else sheet.put(at, column, cell, look);
    }),
  );
  const [first, last] = [top + 2, top + 1 + rows.length];
  const range = (column: number) =>
    `${quoteSheet(sheet.name)}!${absoluteName(first, column)}:${absoluteName(last, column)}`;
  const height = 16;
  const chart: Chart = {
    name: title,
    kind,
    title,
    series: headings
      .slice(1)
      .map((name, index) => ({ name, values: range(index + 1), categories: range(0) })),
    place: { top: last + 2, left: 0, bottom: last + 2 + height, right: WIDTH - 1 },
  };
  sheet.charts.push(chart);
  return last + height + 5;
}
