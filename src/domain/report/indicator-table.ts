import { knownAt, theOne } from '../../known/known';
import { formatNumber } from '../../text/number';
import { cellName } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation, Figure, IndicatorResult } from '../consolidation/consolidation';
import { heightFor, LOOK, READABLE_WIDTH, writeTableHead } from '../page/page';
import { periodInSentence, periodLabel, type Period } from '../period/period';
import { measureOf } from '../measure/measure';
import { expectedTiles, yearToDate, type Indicator, type Plan } from '../plan/plan';
import type { FigureRanges, FiguresSheet, Range } from './figures-sheet';
import { writeReportFoot } from './report-foot';
import { headOf, type TableTitle } from './report-head';
import { notesUnder, officeNotes } from './indicator-notes';
import { finishTable, setPage } from './table-frame';
import { answerLook } from './answer-look';
import { looksOf, printedTarget, printedUnit, resultLook, shownOf } from './printed-money';
import { hasLastYear, judgedAs, nameAlone, LAST_YEAR, PERIOD_BEFORE, RATIO, RESULT } from './words';
import type { ReportContext } from './report-context';
import type { ReportTable } from './report-table';
import { writeNote } from './write-note';

/**
 * Layouts A2 (month) and D (quarter and longer): indicators of the whole province with live
 * formulas.
 */

interface ReportColumn {
  top: string;
  sub: string;
  width: number;
  /** Not shown, and so not printed: it says nothing here, or is for the office alone. */
  isHidden?: boolean;
}

const FIRST_FIGURE = 5;
/** Where the code and the result of a row stand. */
export const CODE_COLUMN = 1;
export const VALUE_COLUMN = FIRST_FIGURE + 2;
const NAME_WIDTH = 26;
const STATUS_WIDTH = 11;
const COVERAGE_WIDTH = 10;
const TARGET_WIDTH = 10;

function columnsFor(
  plan: Plan,
  period: Period,
  result: Consolidation,
  figures: FiguresSheet,
): ReportColumn[] {
  const isMonth = period.kind === 'month';
  // A rank or a number of documents is none of a hundred.
  const areRatios = plan.indicators.every((indicator) => measureOf(indicator).hasParts);
  const value = areRatios ? RATIO : RESULT;
  const own = isMonth ? 'Trong tháng' : periodLabel(period);
  const cumulative = isMonth ? 'Lũy kế từ đầu năm' : `Lũy kế đến hết ${periodInSentence(period)}`;
  const { indicators } = result;
  const widthOf = (
    part: 'numerator' | 'denominator',
    figure: (one: IndicatorResult) => number | null,
  ) =>
    Math.max(
      8,
      ...plan.indicators.map((indicator) => {
        const value = figure(theOne(indicators, ({ code }) => code === indicator.code));
        return shownWidth(value === null ? null : shownOf(indicator, part, value));
      }),
    );
  const isFirst = yearToDate(plan, period).length === expectedTiles(plan, period).length;
  const hasPrevious = indicators.some(({ previous }) => previous !== null);
  const hasEarlier = [...figures.ranges.values()].some(
    ({ lastYear }) => lastYear?.figure.value != null,
  );
  const columns: ReportColumn[] = [
    { top: 'STT', sub: '', width: 5 },
    { top: 'Mã', sub: '', width: 9, isHidden: true },
    { top: 'Chỉ tiêu', sub: '', width: NAME_WIDTH },
    { top: 'ĐVT', sub: '', width: 6 },
    { top: 'Mức giao', sub: '', width: TARGET_WIDTH },
    { top: own, sub: 'Tử số', width: widthOf('numerator', (one) => one.numerator) },
    { top: own, sub: 'Mẫu số', width: widthOf('denominator', (one) => one.denominator) },
    { top: own, sub: value, width: 8 },
    // In a year's first period it is the period's own.
    {
      top: cumulative,
      sub: 'Tử số',
      width: widthOf('numerator', (one) => one.cumulative.numerator),
      isHidden: isFirst,
    },
    {
      top: cumulative,
      sub: 'Mẫu số',
      width: widthOf('denominator', (one) => one.cumulative.denominator),
      isHidden: isFirst,
    },
    { top: cumulative, sub: value, width: 8, isHidden: isFirst },
    { top: PERIOD_BEFORE[period.kind], sub: '', width: 8, isHidden: !hasPrevious },
    {
      top: areRatios ? 'Tăng/giảm (điểm %)' : 'Tăng/giảm',
      sub: '',
      width: 9,
      isHidden: !hasPrevious,
    },
    // Nine months and a year are compared with the year before already.
    ...(hasLastYear(period) ? [{ top: LAST_YEAR, sub: '', width: 8, isHidden: !hasEarlier }] : []),
    { top: 'Đánh giá', sub: '', width: STATUS_WIDTH },
    { top: 'Số ĐV không đạt', sub: '', width: 6.5 },
    { top: 'Số ĐV chưa BC (đã BC/phải BC)', sub: '', width: COVERAGE_WIDTH },
  ];
  // What the period before came to is said by how much it changed: it gives way before the text
  // becomes too small.
  const before = theOne(columns, ({ top }) => top === PERIOD_BEFORE[period.kind]);
  if (shown(columns) > READABLE_WIDTH) before.isHidden = true;
  return columns;
}

/** What a grouped figure needs, with a little room. */
function shownWidth(value: number | null): number {
  return value === null ? 0 : formatNumber(value, 6).length + 1.5;
}

export function writeIndicatorTable(
  name: string,
  title: TableTitle,
  context: ReportContext,
): { sheet: Sheet; rows: ReadonlyMap<string, number> } {
  const { plan, period, result, figures } = context;
  const sheet = new Sheet(name);
  const columns = columnsFor(plan, period, result, figures);
  const last = columns.length - 1;
  const head = headOf(plan, period, result, title);
  const top = writeTableHead(sheet, head, 0, last);
  writeHeadings(sheet, columns, top);
  let row = top + 3;
  let group = '';
  const rows = new Map<string, number>();
  for (const indicator of plan.indicators) {
    if (indicator.group !== group) {
      group = indicator.group;
      if (group) groupRow(sheet, row++, group, last);
    }
    const one = theOne(result.indicators, (candidate) => candidate.code === indicator.code);
    rows.set(indicator.code, row);
    writeRow(sheet, row++, indicator, one, knownAt(figures.ranges, indicator.code), plan, period);
  }
  const width = shown(columns);
  const write = (notes: readonly string[]) => {
    for (const note of notes) row = writeNote(sheet, row, note, { left: 0, right: last, width });
  };
  write(notesUnder(context));
  const lastRow = writeReportFoot(sheet, plan, row + 1, { left: 0, right: last });
  row = lastRow + 2;
  write(officeNotes(context));
  const extent = { top, headingRows: 3, lastRow, lastColumn: last, frozenColumns: 3 };
  finishTable(sheet, extent);
  // What one page does not hold at a size that is read stands on two, the names on both.
  if (width > READABLE_WIDTH) setPage(sheet, { pagesWide: 2, titleColumns: { first: 0, last: 2 } });
  return { sheet, rows };
}

/** The size headings are reckoned by: bold letters are wider. */
const BOLD = 13.5;

/** So wide is what is shown. */
function shown(columns: readonly ReportColumn[]): number {
  return columns.reduce((sum, { width, isHidden }) => sum + (isHidden ? 0 : width), 0);
}

function writeHeadings(sheet: Sheet, columns: ReportColumn[], top: number): void {
  columns.forEach((column, c) => {
    const first = columns.findIndex((other) => other.top === column.top);
    sheet.columnWidths.set(c, column.width);
    if (column.isHidden !== undefined) sheet.columnsByContent.add(c);
    if (column.isHidden) sheet.hiddenColumns.add(c);
    sheet.put(top, c, column.sub === '' || first === c ? column.top : null, LOOK.tableHeading);
    sheet.put(top + 1, c, column.sub || null, LOOK.tableHeading);
    sheet.put(top + 2, c, `(${c + 1})`, LOOK.tableNumbering);
    if (column.sub === '') sheet.merges.push({ top, bottom: top + 1, left: c, right: c });
    else if (first === c) {
      sheet.merges.push({
        top,
        bottom: top,
        left: c,
        right: columns.findLastIndex((other) => other.top === column.top),
      });
    }
  });
  const seen = columns.filter(({ isHidden }) => !isHidden);
  const below = heightFor(seen.map(({ sub, width }) => [sub, width, BOLD] as const));
  // A heading alone stands over both rows; one over several columns has the room of all.
  const alone = seen.filter(({ sub }) => sub === '');
  const whole = heightFor(alone.map(({ top: text, width }) => [text, width, BOLD] as const));
  const over = seen
    .filter(({ sub }) => sub !== '')
    .map(({ top: text }) => [text, shown(seen.filter((one) => one.top === text)), BOLD] as const);
  sheet.rowHeights.set(top, Math.max(34, heightFor(over), whole - below));
  sheet.rowHeights.set(top + 1, below);
}

function groupRow(sheet: Sheet, row: number, text: string, last: number): void {
  for (let c = 0; c <= last; c++) sheet.put(row, c, c === 2 ? text : null, LOOK.group);
  sheet.merges.push({ top: row, bottom: row, left: 2, right: last });
}

function writeRow(
  sheet: Sheet,
  row: number,
  indicator: Indicator,
  result: IndicatorResult,
  ranges: FigureRanges,
  plan: Plan,
  period: Period,
): void {
  const target = plan.targets
    .filter((candidate) => candidate.indicator === indicator.code)
    .map(({ raw }) => printedTarget(indicator, raw));
  const unit = printedUnit(indicator);
  sheet.put(row, 0, indicator.stt, LOOK.asWritten);
  sheet.put(row, 1, indicator.code, LOOK.code);
  const name = nameAlone(indicator);
  sheet.put(row, 2, name, LOOK.text);
  sheet.put(row, 3, unit, LOOK.textCentre);
  sheet.put(row, 4, target.join('; '), LOOK.asWritten);
  writeFigure(sheet, row, FIRST_FIGURE, indicator, result, ranges.period);
  if (result.answers && !measureOf(indicator).isTotalled) {
    const said = Object.entries(result.answers).map(([word, count]) => `${word}: ${count}`);
    sheet.put(row, VALUE_COLUMN, said.join('; '), LOOK.textCentre);
  }
  writeFigure(sheet, row, FIRST_FIGURE + 3, indicator, result.cumulative, ranges.cumulative);
  writePrevious(sheet, row, FIRST_FIGURE + 6, indicator, result, ranges.previous);
  let column = FIRST_FIGURE + 8;
  if (hasLastYear(period)) writeLastYear(sheet, row, column++, indicator, ranges.lastYear);
  const said = judgedAs(result, indicator);
  sheet.put(row, column, said, LOOK.textCentre);
  sheet.put(row, column + 1, result.notMet.length, LOOK.count);
  const gaps = Object.keys(result.missingMonths).length + result.noBasis.length;
  const coverage = `${gaps} (${result.reported}/${result.expected})`;
  sheet.put(row, column + 2, coverage, LOOK.textCentre);
  sheet.rowHeights.set(
    row,
    heightFor([
      [name, NAME_WIDTH, 12],
      [said, STATUS_WIDTH, 12],
      [target.join('; '), TARGET_WIDTH, 12],
      [coverage, COVERAGE_WIDTH, 12],
      [unit, 6, 12],
    ]),
  );
}

const PARTS = ['numerator', 'denominator', 'value'] as const;

/** Numerator and denominator as SUM over the figures, the ratio from these two cells. */
function writeFigure(
  sheet: Sheet,
  row: number,
  column: number,
  indicator: Indicator,
  figure: Figure,
  range: Range | null,
): void {
  const measure = measureOf(indicator);
  const looks = looksOf(indicator);
  if (!range || (figure.numerator === null && figure.value === null)) {
    PARTS.forEach((part, c) => sheet.put(row, column + c, null, looks[part](null)));
    return;
  }
  if (!measure.hasParts) {
    sheet.put(row, column, null, looks.numerator(null));
    sheet.put(row, column + 1, null, looks.denominator(null));
    sheet.putFormula(
      row,
      column + 2,
      measure.formulaOfSums(range),
      figure.value,
      answerLook(measure) ?? looks.value(figure.value),
    );
    return;
  }
  sheet.putFormula(
    row,
    column,
    `SUM(${range.numerator})`,
    figure.numerator,
    looks.numerator(figure.numerator),
  );
  sheet.putFormula(
    row,
    column + 1,
    `SUM(${range.denominator})`,
    figure.denominator,
    looks.denominator(figure.denominator),
  );
  const parts: [string, string] = [cellName(row, column), cellName(row, column + 1)];
  sheet.putFormula(
    row,
    column + 2,
    measure.formula(...parts),
    blankIfNull(figure.value),
    LOOK.percent,
  );
}

function writePrevious(
  sheet: Sheet,
  row: number,
  column: number,
  indicator: Indicator,
  result: IndicatorResult,
  range: Range | null,
): void {
  const { previous } = result;
  const look = resultLook(indicator);
  if (!previous || !range) {
    sheet.put(row, column, null, look);
    sheet.put(row, column + 1, null, look);
    return;
  }
  sheet.putFormula(
    row,
    column,
    measureOf(indicator).formulaOfSums(range),
    blankIfNull(previous.value),
    look,
  );
  const own = cellName(row, FIRST_FIGURE + 2);
  const before = cellName(row, column);
  const change =
    result.value === null || previous.value === null ? '' : result.value - previous.value;
  sheet.putFormula(
    row,
    column + 1,
    `IF(AND(ISNUMBER(${own}),ISNUMBER(${before})),${own}-${before},"")`,
    change,
    look,
  );
}

function writeLastYear(
  sheet: Sheet,
  row: number,
  column: number,
  indicator: Indicator,
  lastYear: FigureRanges['lastYear'],
): void {
  const look = resultLook(indicator);
  if (!lastYear || (lastYear.figure.value === null && lastYear.figure.numerator === null)) {
    sheet.put(row, column, null, look);
    return;
  }
  sheet.putFormula(
    row,
    column,
    measureOf(indicator).formulaOfSums(lastYear.range),
    blankIfNull(lastYear.figure.value),
    look,
  );
}

function blankIfNull(value: number | null): CellValue {
  return value ?? '';
}

export const indicatorTable: ReportTable<ReturnType<typeof writeIndicatorTable>> = {
  key: 'indicators',
  word: 'Chỉ tiêu',
  title: 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU',
  isTyped: true,
  of: (context) => ({
    isAnnex: context.plan.indicators.length > 0,
    write: ({ name, title }) => writeIndicatorTable(name, title, context),
  }),
};
