import { knownAt, lastOf } from '../../known/known';
import { absoluteName, areaName, cellName, quoteSheet } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import { figuresOf, total, type Entry } from '../consolidation/coverage';
import { heightFor, LOOK, writeTableHead } from '../page/page';
import { formatDate } from '../../text/date';
import { formatNumber } from '../../text/number';
import { askedAgencies } from '../plan/assigned';
import type { Period } from '../period/period';
import { lastDay } from '../period/window';
import { measureOf } from '../measure/measure';
import { LEVELS, type Agency } from '../agency/agency';
import { expectedTiles, isFilledBy, type Indicator, type Plan } from '../plan/plan';
import type { AgencyCells, FiguresSheet } from './figures-sheet';
import { headOf, type TableTitle } from './report-head';
import { answerLook } from './answer-look';
import { finishTable, setPage } from './table-frame';
import { LEVEL_GROUP, matrixHeading, ROMAN } from './words';
import { looksOf, printedUnit, shownOf } from './printed-money';
import type { ReportTable } from './report-table';
import { sideBySide } from './side-by-side';
import { writeNote } from './write-note';

/**
 * Agency × indicator: numerator, denominator and ratio of each agency in the period, a subtotal for
 * each level, TỔNG CỘNG.
 * Ratios of groups are recomputed from their parts, never averaged.
 */

const FIRST = 2;
const WIDTH = 3;
/** STT and the agency's name, repeated at the left of every page. */
const NUMBER_WIDTH = 5;
const NAME_WIDTH = 34;
/** A table of few figures is as wide as its head is read, and the names take what they leave. */
const NARROWEST = 84;
const RATIO_WIDTH = 9;
/** The heading of a count stands over one column. */
const COUNT_WIDTH = 16;

/**
 * The columns of an indicator: of a ratio its parts and the quotient; of a count the first alone is
 * shown; of what one agency alone reports none, for the province's table says it (where there is
 * nothing else, all are shown). The others stand where they always stood, since formulas of people
 * name cells by theirs.
 */
interface Place {
  indicator: Indicator;
  column: number;
  widths: readonly number[];
}

function placesOf(
  indicators: readonly Indicator[],
  agencies: readonly Agency[],
  figures: FiguresSheet,
): Place[] {
  // Whoever reports it, did so earlier in the year, or has a figure.
  const isOfSeveral = (indicator: Indicator) => {
    const days = [undefined, ...(indicator.filledBefore ?? []).map(({ until }) => until)];
    const asked = agencies.filter((one) => days.some((day) => isFilledBy(indicator, one, day)));
    const held = knownAt(figures.cells, indicator.code).keys();
    return new Set([...asked.map(({ code }) => code), ...held]).size > 1;
  };
  const shown = new Set(indicators.some(isOfSeveral) ? indicators.filter(isOfSeveral) : indicators);
  const ofRatio = ratioWidths(indicators, figures);
  const ofCount = [Math.max(COUNT_WIDTH, ofRatio[0])];
  return indicators.map((indicator, index) => {
    const widths = measureOf(indicator).hasParts ? ofRatio : ofCount;
    const column = FIRST + index * WIDTH;
    return { indicator, column, widths: shown.has(indicator) ? widths : [] };
  });
}

const widthOf = ({ widths }: Place) => widths.reduce((sum, own) => sum + own, 0);

/** The three columns of a ratio, alike for all. */
function ratioWidths(indicators: readonly Indicator[], figures: FiguresSheet): number[] {
  const longest = indicators.map((indicator) => {
    const agencies = [...knownAt(figures.cells, indicator.code).values()];
    const shown = figuresOf(agencies.flatMap((own) => own.entries));
    const whole = (part: 'numerator' | 'denominator') => {
      const sum = shown.reduce((before, figure) => before + (figure[part] ?? 0), 0);
      return formatNumber(shownOf(indicator, part, sum), 2).length;
    };
    return Math.max(whole('numerator'), whole('denominator'));
  });
  const width = Math.max(10, ...longest.map((letters) => letters + 1.5));
  return [width, width, RATIO_WIDTH];
}

/** TỔNG CỘNG of the matrix, cell by cell, for the control line of the province's table. */
export interface MatrixTotals {
  cells: {
    code: string;
    part: 'numerator' | 'denominator' | 'value';
    reference: string;
    value: number;
  }[];
}

export function writeMatrix(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  result: Consolidation,
  figures: FiguresSheet,
): { sheet: Sheet; totals: MatrixTotals } {
  const sheet = new Sheet(name);
  const { indicators } = plan;
  const agencies = agenciesOf(plan, period);
  const places = placesOf(indicators, agencies, figures);
  const figuresWidth = places.reduce((sum, place) => sum + widthOf(place), 0);
  const nameWidth = Math.max(NAME_WIDTH, NARROWEST - NUMBER_WIDTH - figuresWidth);
  const columns = [
    ...[NUMBER_WIDTH, nameWidth].map((width) => ({ width, over: '' })),
    ...places.flatMap(({ indicator, widths }) =>
      Array.from({ length: WIDTH }, (_, at) => ({ width: widths[at] ?? 0, over: indicator.code })),
    ),
  ];
  const last = columns.length - 1;
  // Side by side so many that figures are still read; each page begins with the agencies' names.
  const pages = sideBySide(columns, FIRST, { isSigned: false });
  columns.forEach(({ width }, column) => {
    if (width > 0) sheet.columnWidths.set(column, width);
    else {
      sheet.hiddenColumns.add(column);
      sheet.columnsByContent.add(column);
    }
  });
  // Over the figures of the first of several pages only: the columns before them are repeated on
  // every page.
  const isWide = pages.columnBreaks.length > 0;
  const firstPage = isWide ? { left: FIRST, right: pages.first.right } : { left: 0, right: last };
  const head = headOf(plan, period, result, title);
  const top = writeTableHead(sheet, head, firstPage.left, firstPage.right);
  writeHeadings(sheet, places, top);
  const groups: { row: number; agencies: Agency[] }[] = [];
  let row = top + 3;
  for (const level of LEVELS) {
    const own = agencies.filter((agency) => agency.level === level);
    if (own.length === 0) continue;
    groups.push({ row, agencies: own });
    label(sheet, row, ROMAN[groups.length - 1], LEVEL_GROUP[level], last);
    own.forEach((agency, index) => {
      writeAgency(sheet, row + 1 + index, index + 1, agency, indicators, figures);
      sheet.rowHeights.set(row + 1 + index, heightFor([[agency.name, nameWidth, 12]]));
    });
    row += own.length + 1;
  }
  label(sheet, row, '', 'TỔNG CỘNG', last);
  const totalRow = row;
  // Where each agency is judged by itself there is no figure of several.
  const totalled = (indicator: Indicator, own: readonly Agency[]) =>
    measureOf(indicator).isTotalled ? entriesOf(figures, indicator, own) : [];
  indicators.forEach((indicator, index) => {
    const column = FIRST + index * WIDTH;
    for (const group of groups) {
      const rows = (c: number) =>
        areaName({
          top: group.row + 1,
          bottom: group.row + group.agencies.length,
          left: c,
          right: c,
        });
      writeSum(
        sheet,
        group.row,
        column,
        indicator,
        (c) => `${measureOf(indicator).together}(${rows(c)})`,
        totalled(indicator, group.agencies),
      );
    }
    const parts = (c: number) => {
      const own = groups.map((group) => cellName(group.row, c));
      const { together } = measureOf(indicator);
      return together === 'SUM' ? own.join('+') : `${together}(${own.join(',')})`;
    };
    if (groups.length > 0)
      writeSum(sheet, row, column, indicator, parts, totalled(indicator, agencies));
  });
  for (const note of [elsewhereNote(places), splitNote(plan, period, agencies)]) {
    if (note === null) continue;
    const some = columns.slice(firstPage.left, firstPage.right + 1);
    const width = some.reduce((sum, own) => sum + own.width, 0);
    row = writeNote(sheet, row + 1, note, { ...firstPage, width }) - 1;
  }
  const extent = { top, headingRows: 3, lastRow: row, lastColumn: last, frozenColumns: FIRST };
  finishTable(sheet, { ...extent, ...(isWide ? { pages } : {}) });
  // The names of a table that fits are repeated too: a program may make its columns wider.
  setPage(sheet, { titleColumns: { first: 0, last: FIRST - 1 } });
  return { sheet, totals: totalsOf(sheet, totalRow, indicators) };
}

function totalsOf(sheet: Sheet, row: number, indicators: readonly Indicator[]): MatrixTotals {
  const at = (column: number) => `${quoteSheet(sheet.name)}!${absoluteName(row, column)}`;
  const cells = indicators.flatMap((indicator, index): MatrixTotals['cells'] => {
    const column = FIRST + index * WIDTH;
    const { code } = indicator;
    return measureOf(indicator).asked.flatMap((part, offset) => {
      const value = sheet.value(row, column + offset);
      return typeof value === 'number'
        ? [{ code, part, reference: at(column + offset), value }]
        : [];
    });
  });
  return { cells };
}

/** Where the figures are that this table does not show. */
function elsewhereNote(places: readonly Place[]): string | null {
  const hidden = places.filter(({ widths }) => widths.length === 0).length;
  return hidden === 0
    ? null
    : `${hidden} chỉ tiêu do một đơn vị báo cáo: xem bảng kết quả thực hiện chỉ tiêu.`;
}

/** So many names a reader still reads. */
const NAMED = 20;

/**
 * Agencies into which a part of another went during the year: nothing of theirs can be compared
 * with the time before.
 */
function splitNote(plan: Plan, period: Period, agencies: readonly Agency[]): string | null {
  const end = lastDay(period);
  const splits = plan.successions.filter(
    ({ kind, date }) => kind === 'split' && date <= end && date.slice(0, 4) === String(period.year),
  );
  const own = agencies.filter(({ code }) => splits.some(({ to }) => to === code));
  if (own.length === 0) return null;
  const day = formatDate(splits.map(({ date }) => date).sort()[0]);
  const names = own.slice(0, NAMED).map(({ shortName, name }) => shortName || name);
  const rest = own.length > NAMED ? ` và ${own.length - NAMED} đơn vị khác` : '';
  return `Không so sánh được với số liệu trước ngày ${day} (do chia, tách): ${names.join('; ')}${rest}.`;
}

function writeHeadings(sheet: Sheet, places: readonly Place[], top: number): void {
  const indicators = places.map(({ indicator }) => indicator);
  ['STT', 'Đơn vị'].forEach((heading, column) => {
    sheet.put(top, column, heading, LOOK.tableHeading);
    sheet.put(top + 1, column, null, LOOK.tableHeading);
    sheet.put(top + 2, column, `(${column + 1})`, LOOK.tableNumbering);
    sheet.merges.push({ top, bottom: top + 1, left: column, right: column });
  });
  for (const { indicator, column } of places) {
    // A count is neither a numerator nor a quotient: it stands under its own unit, alone.
    const subs = measureOf(indicator).hasParts
      ? ['Tử số', 'Mẫu số', printedUnit(indicator)]
      : [printedUnit(indicator), null, null];
    subs.forEach((sub, offset) => {
      sheet.put(
        top,
        column + offset,
        offset === 0 ? matrixHeading(indicator, indicators) : null,
        LOOK.tableHeading,
      );
      sheet.put(top + 1, column + offset, sub, LOOK.tableHeading);
      sheet.put(top + 2, column + offset, `(${column + offset + 1})`, LOOK.tableNumbering);
    });
    sheet.merges.push({ top, bottom: top, left: column, right: column + WIDTH - 1 });
  }
  const shown = places.filter(({ widths }) => widths.length > 0);
  const units = shown.map(
    ({ indicator, widths }) => [printedUnit(indicator), lastOf(widths), 13.5] as const,
  );
  sheet.rowHeights.set(top + 1, heightFor(units));
  const headings = shown.map(
    (place) => [matrixHeading(place.indicator, indicators), 0.9 * widthOf(place), 12] as const,
  );
  sheet.rowHeights.set(top, heightFor(headings));
}

/** Every agency that owes a form in the period, in the order of the register. */
function agenciesOf(plan: Plan, period: Period): Agency[] {
  const owed = new Set(expectedTiles(plan, period).flatMap((part) => askedAgencies(plan, part)));
  return plan.agencies.filter((agency) => owed.has(agency));
}

function label(sheet: Sheet, row: number, roman: string, text: string, last: number): void {
  for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.group);
  sheet.put(row, 0, roman, LOOK.group);
  sheet.put(row, 1, text, LOOK.group);
}

function writeAgency(
  sheet: Sheet,
  row: number,
  stt: number,
  agency: Agency,
  indicators: readonly Indicator[],
  figures: FiguresSheet,
): void {
  sheet.put(row, 0, stt, LOOK.textCentre);
  sheet.put(row, 1, agency.name, LOOK.text);
  indicators.forEach((indicator, index) => {
    const column = FIRST + index * WIDTH;
    const cells = figures.cells.get(indicator.code)?.get(agency.code);
    const add = (part: 'numerator' | 'denominator') =>
      cells?.references
        .map((one) => one[part])
        .filter(Boolean)
        .join('+') ?? '';
    writeSum(
      sheet,
      row,
      column,
      indicator,
      (c) => add(c === column ? 'numerator' : 'denominator'),
      cells?.entries ?? [],
    );
  });
}

const PARTS = ['numerator', 'denominator', 'value'] as const;

/** Numerator, denominator and ratio of some entries; blank where nobody reported, not zero. */
function writeSum(
  sheet: Sheet,
  row: number,
  column: number,
  indicator: Indicator,
  formula: (column: number) => string,
  entries: readonly Entry[],
): void {
  const measure = measureOf(indicator);
  const looks = looksOf(indicator);
  const figure = total(indicator, entries);
  if (figure.numerator === null && figure.value === null) {
    PARTS.forEach((part, offset) => sheet.put(row, column + offset, null, looks[part](null)));
    return;
  }
  if (!measure.hasParts) {
    const own = answerLook(measure) ?? looks.value(figure.value);
    sheet.putFormula(row, column, formula(column), figure.value, own);
    sheet.put(row, column + 1, null, looks.denominator(null));
    sheet.put(row, column + 2, null, looks.value(null));
    return;
  }
  sheet.putFormula(
    row,
    column,
    formula(column),
    figure.numerator,
    looks.numerator(figure.numerator),
  );
  sheet.putFormula(
    row,
    column + 1,
    formula(column + 1),
    figure.denominator,
    looks.denominator(figure.denominator),
  );
  const [numerator, denominator] = [cellName(row, column), cellName(row, column + 1)];
  const value: CellValue = figure.value ?? '';
  sheet.putFormula(row, column + 2, measure.formula(numerator, denominator), value, LOOK.percent);
}

function entriesOf(
  figures: FiguresSheet,
  indicator: Indicator,
  agencies: readonly Agency[],
): Entry[] {
  const cells: ReadonlyMap<string, AgencyCells> = knownAt(figures.cells, indicator.code);
  return agencies.flatMap((agency) => cells.get(agency.code)?.entries ?? []);
}

export const matrixTable: ReportTable<ReturnType<typeof writeMatrix>> = {
  key: 'matrix',
  word: 'Theo đơn vị',
  title: 'KẾT QUẢ CHỈ TIÊU THEO ĐƠN VỊ',
  of: ({ plan, period, result, figures }) => ({
    isAnnex: plan.indicators.length > 0,
    write: ({ name, title }) => writeMatrix(name, title, plan, period, result, figures),
  }),
};
