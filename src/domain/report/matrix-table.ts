import { knownAt } from '../../known/known';
import { absoluteName, areaName, cellName, quoteSheet } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import { figuresOf, total, type Entry } from '../consolidation/coverage';
import { heightFor, LOOK, READABLE_WIDTH, writeTableHead } from '../page/page';
import { formatDate } from '../../text/date';
import { formatNumber } from '../../text/number';
import { askedAgencies } from '../plan/assigned';
import type { Period } from '../period/period';
import { lastDay } from '../period/window';
import { measureOf } from '../measure/measure';
import { LEVELS, type Agency } from '../agency/agency';
import { expectedTiles, type Indicator, type Plan } from '../plan/plan';
import type { AgencyCells, FiguresSheet } from './figures-sheet';
import { headOf, type TableTitle } from './report-head';
import { answerLook } from './answer-look';
import { finishTable, setPage } from './table-frame';
import { LEVEL_GROUP, matrixHeading, ROMAN } from './words';
import { looksOf, printedUnit, shownOf } from './printed-money';
import type { ReportTable } from './report-table';
import type { SideBySide } from './side-by-side';
import { writeNote } from './write-note';

/**
 * Agency × indicator: numerator, denominator and ratio of each agency in the period, a subtotal for
 * each level, TỔNG CỘNG.
 * Ratios of groups are recomputed from their parts, never averaged.
 */

const FIRST = 2;
const WIDTH = 3;
/** STT and the agency's name, repeated at the left of every page. */
const NAME_WIDTHS = [5, 34] as const;
const RATIO_WIDTH = 9;

/**
 * The three columns of an indicator, alike for all: pages side by side hold as many of them, and
 * none ends within one.
 */
function columnWidths(indicators: readonly Indicator[], figures: FiguresSheet): number[] {
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
  const last = FIRST + indicators.length * WIDTH - 1;
  const widths = columnWidths(indicators, figures);
  const ofOne = widths.reduce((sum, width) => sum + width, 0);
  const aPage = Math.max(1, Math.floor((READABLE_WIDTH - NAME_WIDTHS[0] - NAME_WIDTHS[1]) / ofOne));
  const firstPage = Math.min(last, FIRST + aPage * WIDTH - 1);
  const head = headOf(plan, period, result, title);
  // Over the figures of the first page only: the columns before them are repeated on every page.
  const top = writeTableHead(sheet, head, FIRST, Math.max(FIRST, firstPage));
  writeHeadings(sheet, indicators, top, widths);
  const agencies = agenciesOf(plan, period);
  const groups: { row: number; agencies: Agency[] }[] = [];
  let row = top + 3;
  for (const level of LEVELS) {
    const own = agencies.filter((agency) => agency.level === level);
    if (own.length === 0) continue;
    groups.push({ row, agencies: own });
    label(sheet, row, ROMAN[groups.length - 1], LEVEL_GROUP[level], last);
    own.forEach((agency, index) => {
      writeAgency(sheet, row + 1 + index, index + 1, agency, indicators, figures);
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
  const split = splitNote(plan, period, agencies);
  if (split) {
    const width = ofOne * Math.min(aPage, indicators.length);
    const place = { left: FIRST, right: Math.max(FIRST, firstPage), width };
    row = writeNote(sheet, row + 1, split, place) - 1;
  }
  // Side by side so many that figures are still read; each page begins with the agencies' names.
  const pagesWide = Math.max(1, Math.ceil(indicators.length / aPage));
  const pages: SideBySide = {
    names: FIRST,
    columnBreaks: Array.from(
      { length: pagesWide - 1 },
      (_, index) => FIRST + (index + 1) * aPage * WIDTH,
    ),
    first: { left: FIRST, right: firstPage },
  };
  const extent = { top, headingRows: 3, lastRow: row, lastColumn: last, frozenColumns: FIRST };
  finishTable(sheet, { ...extent, ...(pagesWide > 1 ? { pages } : {}) });
  // The last page is filled up with blank columns: all pages hold as many, and none ends within an
  // indicator.
  const right = pagesWide === 1 ? last : FIRST + pagesWide * aPage * WIDTH - 1;
  for (let column = last + 1; column <= right; column++)
    sheet.columnWidths.set(column, widths[(column - FIRST) % WIDTH]);
  setPage(sheet, {
    pagesWide,
    printArea: { top: 0, left: 0, bottom: extent.lastRow, right },
    titleColumns: { first: 0, last: FIRST - 1 },
  });
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

function writeHeadings(
  sheet: Sheet,
  indicators: readonly Indicator[],
  top: number,
  widths: readonly number[],
): void {
  const single = [
    ['STT', NAME_WIDTHS[0]],
    ['Đơn vị', NAME_WIDTHS[1]],
  ] as const;
  single.forEach(([heading, width], column) => {
    sheet.columnWidths.set(column, width);
    sheet.put(top, column, heading, LOOK.tableHeading);
    sheet.put(top + 1, column, null, LOOK.tableHeading);
    sheet.put(top + 2, column, `(${column + 1})`, LOOK.tableNumbering);
    sheet.merges.push({ top, bottom: top + 1, left: column, right: column });
  });
  indicators.forEach((indicator, index) => {
    const column = FIRST + index * WIDTH;
    // A count is neither a numerator nor a quotient: it stands under its own unit, alone.
    const subs = measureOf(indicator).hasParts
      ? ['Tử số', 'Mẫu số', printedUnit(indicator)]
      : [printedUnit(indicator), null, null];
    subs.forEach((sub, offset) => {
      sheet.columnWidths.set(column + offset, widths[offset]);
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
  });
  const units = indicators.map((one) => [printedUnit(one), widths[WIDTH - 1], 13.5] as const);
  sheet.rowHeights.set(top + 1, heightFor(units));
  sheet.rowHeights.set(
    top,
    heightFor(
      indicators.map(
        (indicator) =>
          [
            matrixHeading(indicator, indicators),
            0.9 * widths.reduce((sum, own) => sum + own, 0),
            12,
          ] as const,
      ),
    ),
  );
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
  sheet.rowHeights.set(row, heightFor([[agency.name, NAME_WIDTHS[1], 12]]));
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
