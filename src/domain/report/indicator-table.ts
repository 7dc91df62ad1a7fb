import { cellName } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation, Figure, IndicatorResult } from '../consolidation/consolidation';
import { heightFor, figureLook, LOOK, writeHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { measureOf } from '../measure/measure';
import type { Indicator, Plan } from '../plan/plan';
import type { FigureRanges, FiguresSheet, Range } from './figures-sheet';
import type { MatrixTotals } from './matrix-table';
import { writeControl } from './control-line';
import { writeReportFoot } from './report-foot';
import { headOf } from './report-head';
import { hasLastYear, notesUnder } from './indicator-notes';
import { finishTable } from './table-frame';
import { judgedAs, LAST_YEAR, PERIOD_BEFORE, RATIO, RESULT } from './words';

/** Layouts A2 (month) and D (quarter and longer): indicators of the whole province with live formulas. */

interface ReportColumn {
  top: string;
  sub: string;
  width: number;
}

const FIRST_FIGURE = 5;
/** Where the code and the result of a row stand. */
export const CODE_COLUMN = 1;
export const VALUE_COLUMN = FIRST_FIGURE + 2;
function columnsFor(period: Period, indicators: readonly Indicator[]): ReportColumn[] {
  const isMonth = period.kind === 'month';
  // A rank or a number of documents is none of a hundred.
  const areRatios = indicators.every((indicator) => measureOf(indicator).hasParts);
  const result = areRatios ? RATIO : RESULT;
  const own = isMonth ? 'Trong tháng' : periodLabel(period);
  const cumulative = isMonth ? 'Lũy kế từ đầu năm' : `Lũy kế đến hết ${periodLabel(period)}`;
  return [
    { top: 'STT', sub: '', width: 5 },
    { top: 'Mã', sub: '', width: 9 },
    { top: 'Chỉ tiêu', sub: '', width: 44 },
    { top: 'ĐVT', sub: '', width: 6 },
    { top: isMonth ? 'Mức giao' : 'Chỉ tiêu giao', sub: '', width: 12 },
    { top: own, sub: 'Tử', width: 13 },
    { top: own, sub: 'Mẫu', width: 13 },
    { top: own, sub: result, width: 9 },
    { top: cumulative, sub: 'Tử', width: 13 },
    { top: cumulative, sub: 'Mẫu', width: 13 },
    { top: cumulative, sub: result, width: 9 },
    { top: PERIOD_BEFORE[period.kind], sub: '', width: 9 },
    { top: areRatios ? 'Tăng/giảm (điểm %)' : 'Tăng/giảm', sub: '', width: 10 },
    // Nine months and a year are compared with the year before already.
    ...(hasLastYear(period) ? [{ top: LAST_YEAR, sub: '', width: 9 }] : []),
    { top: 'Đánh giá', sub: '', width: 13 },
    { top: 'Số ĐV không đạt', sub: '', width: 8 },
    { top: 'Số ĐV chưa BC (n/N)', sub: '', width: 14 },
  ];
}

export function writeIndicatorTable(
  name: string,
  plan: Plan,
  period: Period,
  result: Consolidation,
  figures: FiguresSheet,
  acceptIncomplete: boolean,
  control: MatrixTotals,
): Sheet {
  const sheet = new Sheet(name);
  const columns = columnsFor(period, plan.indicators);
  const last = columns.length - 1;
  const head = headOf(plan, period, result, 'PHỤ LỤC 01 – KẾT QUẢ THỰC HIỆN CHỈ TIÊU');
  const top = writeHead(sheet, head, 0, last);
  writeHeadings(sheet, columns, top);
  let row = top + 3;
  let group = '';
  const rows = new Map<string, number>();
  for (const indicator of plan.indicators) {
    if (indicator.group !== group) {
      group = indicator.group;
      if (group) groupRow(sheet, row++, group, last);
    }
    const one = result.indicators.find((candidate) => candidate.code === indicator.code)!;
    rows.set(indicator.code, row);
    writeRow(sheet, row++, indicator, one, figures.ranges.get(indicator.code)!, plan, period);
  }
  const lastFigure = row - 1;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  for (const note of notesUnder(plan, period, result, figures, acceptIncomplete)) {
    sheet.put(row, 0, note, LOOK.note);
    sheet.merges.push({ top: row, bottom: row, left: 0, right: last });
    sheet.rowHeights.set(row, heightFor([[note, width, 12]]));
    row++;
  }
  const first = Math.min(...rows.values());
  if (rows.size > 0) row = writeControl(sheet, row, { first, last: lastFigure, of: rows }, control);
  const lastRow = writeReportFoot(sheet, plan, row + 1, last);
  return finishTable(sheet, { top, headingRows: 3, lastRow, lastColumn: last, frozenColumns: 3 });
}

function writeHeadings(sheet: Sheet, columns: ReportColumn[], top: number): void {
  columns.forEach((column, c) => {
    const first = columns.findIndex((other) => other.top === column.top);
    sheet.columnWidths.set(c, column.width);
    sheet.put(top, c, column.sub === '' || first === c ? column.top : null, LOOK.heading);
    sheet.put(top + 1, c, column.sub || null, LOOK.heading);
    sheet.put(top + 2, c, `(${c + 1})`, LOOK.numbering);
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
  sheet.rowHeights.set(top, 34);
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
    .map((candidate) => candidate.raw);
  sheet.put(row, 0, indicator.stt, LOOK.asWritten);
  sheet.put(row, 1, indicator.code, LOOK.code);
  sheet.put(row, 2, indicator.name, LOOK.text);
  sheet.put(row, 3, indicator.unit, LOOK.textCentre);
  sheet.put(row, 4, target.join('; '), LOOK.asWritten);
  writeFigure(sheet, row, FIRST_FIGURE, indicator, result, ranges.period);
  writeFigure(sheet, row, FIRST_FIGURE + 3, indicator, result.cumulative, ranges.cumulative);
  writePrevious(sheet, row, FIRST_FIGURE + 6, indicator, result, ranges.previous);
  let column = FIRST_FIGURE + 8;
  if (hasLastYear(period)) writeLastYear(sheet, row, column++, indicator, ranges.lastYear);
  const said = judgedAs(result);
  sheet.put(row, column, said, LOOK.textCentre);
  sheet.put(row, column + 1, result.notMet.length, LOOK.count);
  const gaps = Object.keys(result.missingMonths).length + result.noBasis.length;
  sheet.put(row, column + 2, `${gaps} (${result.reported}/${result.expected})`, LOOK.textCentre);
  sheet.rowHeights.set(
    row,
    heightFor([
      [indicator.name, 44, 12],
      [said, 13, 12],
    ]),
  );
}

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
  const look = measure.isShownWhole ? () => LOOK.count : figureLook;
  if (!range || (figure.numerator === null && figure.value === null)) {
    for (let c = 0; c < 3; c++) sheet.put(row, column + c, null, look(null));
    return;
  }
  if (!measure.hasParts) {
    sheet.put(row, column, null, look(null));
    sheet.put(row, column + 1, null, look(null));
    sheet.putFormula(row, column + 2, measure.formulaOfSums(range), figure.value, look(figure.value));
    return;
  }
  sheet.putFormula(row, column, `SUM(${range.numerator})`, figure.numerator, look(figure.numerator));
  sheet.putFormula(row, column + 1, `SUM(${range.denominator})`, figure.denominator, look(figure.denominator));
  const parts: [string, string] = [cellName(row, column), cellName(row, column + 1)];
  sheet.putFormula(row, column + 2, measure.formula(...parts), blankIfNull(figure.value), LOOK.percent);
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
  if (!previous || !range) {
    sheet.put(row, column, null, LOOK.percent);
    sheet.put(row, column + 1, null, LOOK.percent);
    return;
  }
  sheet.putFormula(row, column, measureOf(indicator).formulaOfSums(range), blankIfNull(previous.value), LOOK.percent);
  const own = cellName(row, FIRST_FIGURE + 2);
  const before = cellName(row, column);
  const change = result.value === null || previous.value === null ? '' : result.value - previous.value;
  sheet.putFormula(
    row,
    column + 1,
    `IF(AND(ISNUMBER(${own}),ISNUMBER(${before})),${own}-${before},"")`,
    change,
    LOOK.percent,
  );
}

function writeLastYear(
  sheet: Sheet,
  row: number,
  column: number,
  indicator: Indicator,
  lastYear: FigureRanges['lastYear'],
): void {
  if (!lastYear || (lastYear.figure.value === null && lastYear.figure.numerator === null)) {
    sheet.put(row, column, null, LOOK.percent);
    return;
  }
  sheet.putFormula(
    row,
    column,
    measureOf(indicator).formulaOfSums(lastYear.range),
    blankIfNull(lastYear.figure.value),
    LOOK.percent,
  );
}

function blankIfNull(value: number | null): CellValue {
  return value ?? '';
}
