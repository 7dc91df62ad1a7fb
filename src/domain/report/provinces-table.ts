import { columnName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { IndicatorStatus } from '../consolidation/consolidation';
import { figureLook, LOOK } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { finishTable, writePlainHeadings } from './table-frame';
import { INDICATOR_STATUS } from './indicator-status';

/** What an indicator comes to in a province, or (`province` is null) in all of them together. */
export interface ProvinceFigure {
  code: string;
  name: string;
  unit: string;
  province: string | null;
  hasParts: boolean;
  scale: number;
  numerator: number | null;
  denominator: number | null;
  /** In the indicator's unit, unrounded. */
  value: number | null;
  expected: number;
  reported: number;
  /** Only of all together: of so many provinces so many are complete. */
  provinces: number | null;
  complete: number | null;
  /** Only of a province. */
  status: IndicatorStatus | null;
}

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Mã', 9],
  ['Chỉ tiêu, tỉnh', 50],
  ['ĐVT', 8],
  ['Tử số', 16],
  ['Mẫu số', 16],
  ['Kết quả', 12],
  ['n/N', 12],
  ['n/N tỉnh', 10],
  ['Đánh giá', 18],
];
const [NUMERATOR, DENOMINATOR, VALUE] = [4, 5, 6];

/**
 * A ministry's table: each indicator over the provinces, then each province; sums over one
 * contiguous range, live.
 */
export function writeProvincesTable(period: Period, figures: readonly ProvinceFigure[]): Sheet {
  const sheet = new Sheet('Tổng hợp các tỉnh');
  const last = COLUMNS.length - 1;
  sheet.put(0, 0, 'TỔNG HỢP KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỦA CÁC TỈNH', LOOK.title);
  sheet.merges.push({ top: 0, bottom: 0, left: 0, right: last });
  sheet.put(1, 0, periodLabel(period), LOOK.subtitle);
  sheet.merges.push({ top: 1, bottom: 1, left: 0, right: last });
  const top = 3;
  writePlainHeadings(sheet, COLUMNS, top);
  let row = top + 2;
  let number = 0;
  figures.forEach((figure, index) => {
    const isTotal = figure.province === null;
    const own = figures.slice(index + 1).findIndex(({ province }) => province === null);
    const count = own < 0 ? figures.length - index - 1 : own;
    if (isTotal) number++;
    writeRow(sheet, row, figure, isTotal ? number : null, isTotal ? count : 0);
    row++;
  });
  return finishTable(sheet, {
    top,
    headingRows: 2,
    lastRow: row - 1,
    lastColumn: last,
    frozenColumns: 3,
  });
}

/** `below` provinces stand under a total. */
function writeRow(
  sheet: Sheet,
  row: number,
  figure: ProvinceFigure,
  number: number | null,
  below: number,
): void {
  const { province, hasParts, numerator, denominator, value, status } = figure;
  const text = province === null ? LOOK.total : LOOK.text;
  const look = (one: number | null) => ({ ...figureLook(one), bold: province === null });
  sheet.put(row, 0, number, LOOK.textCentre);
  sheet.put(row, 1, figure.code, LOOK.code);
  sheet.put(row, 2, province ?? figure.name, text);
  sheet.put(row, 3, figure.unit, LOOK.textCentre);
  const sum = (column: number, known: number | null) => {
    const letter = columnName(column);
    if (below > 0 && known !== null)
      sheet.putFormula(
        row,
        column,
        `SUM(${letter}${row + 2}:${letter}${row + 1 + below})`,
        known,
        look(known),
      );
    else sheet.put(row, column, known, look(known));
  };
  if (hasParts) {
    sum(NUMERATOR, numerator);
    sum(DENOMINATOR, denominator);
    const [top, bottom] = [NUMERATOR, DENOMINATOR].map(
      (column) => `${columnName(column)}${row + 1}`,
    );
    const scaled = figure.scale === 1 ? top : `${figure.scale}*${top}`;
    if (numerator === null) sheet.put(row, VALUE, null, LOOK.percent);
    else
      sheet.putFormula(
        row,
        VALUE,
        `IF(${bottom}=0,"",${scaled}/${bottom})`,
        value ?? '',
        LOOK.percent,
      );
  } else {
    sheet.put(row, NUMERATOR, null, text);
    sheet.put(row, DENOMINATOR, null, text);
    sum(VALUE, value);
  }
  sheet.put(row, 7, `${figure.reported}/${figure.expected}`, LOOK.asWritten);
  sheet.put(
    row,
    8,
    figure.provinces === null ? null : `${figure.complete}/${figure.provinces}`,
    LOOK.asWritten,
  );
  sheet.put(row, 9, status === null ? null : INDICATOR_STATUS[status], LOOK.textCentre);
}
