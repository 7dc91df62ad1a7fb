import type { CellValue } from '../../workbook/cell';
import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';

/**
 * A figure in force, as a row of a sheet of figures tells it: where every total ends that is
 * followed to its cells.
 */
export interface FigureSource {
  /** Where it stands among the figures in force. */
  at: { sheet: string; row: number; column: number };
  /** Code of the indicator or task; of a statistics form the row and column. */
  code: string;
  /** The heading of the measure. */
  measure: string;
  period: string;
  agency: string;
  agencyName: string;
  value: CellValue;
  state: string;
  /** Where it came from. */
  file: string;
  sheet: string;
  cell: string;
  version: number | null;
}

/** The sheets the tables add up, of indicators and tasks or of a statistics form. */
const FIGURES = /^Số liệu (?!điều chỉnh$|đã khóa$).+ \d{4}(-\d\d|-Q\d|-H\d|-9M)?$/;

export function isFiguresSheet(name: string): boolean {
  return FIGURES.test(name.normalize('NFC'));
}

/** Over what was counted of tasks, a ratio's numerator, and a figure that has no parts. */
export const FIGURE_HEADING = 'Kết quả / tử số / đã hoàn thành';
const OF_PARTS = 'Tử số / đã hoàn thành';
const DENOMINATOR_HEADING = 'Mẫu số / được giao';

/** Columns a sheet of figures has at most; its headings and rows are read as far. */
export const FIGURES_COLUMNS = 60;

/**
 * What the rows of an area of a sheet of figures tell about its columns; `headings` is the sheet's
 * first row.
 */
export function figureSources(headings: Sheet, rows: Sheet, area: Area): FigureSource[] {
  const columns = new Map<string, number>();
  for (let column = 0; column < FIGURES_COLUMNS; column++) {
    const heading = headings.value(0, column);
    if (typeof heading === 'string' && !columns.has(heading)) columns.set(heading, column);
  }
  const sources: FigureSource[] = [];
  for (let row = Math.max(1, area.top); row <= area.bottom; row++) {
    const text = (heading: string) => {
      const column = columns.get(heading);
      return column === undefined ? '' : String(rows.value(row, column) ?? '');
    };
    if (text('Kỳ') === '') continue;
    for (let column = area.left; column <= area.right; column++) {
      const heading = String(headings.value(0, column) ?? '');
      // A figure without a denominator is a result; older sheets had one heading for all.
      const isFigure = heading === FIGURE_HEADING || heading === OF_PARTS;
      const alone = text(DENOMINATOR_HEADING) === '' ? 'Kết quả' : OF_PARTS;
      const measure = isFigure ? alone : heading;
      const version = Number(text('Lần nộp'));
      sources.push({
        at: { sheet: rows.name, row, column },
        code: columns.has('Mã') ? text('Mã') : `${text('Mã dòng')} ${measure}`,
        measure,
        period: text('Kỳ'),
        agency: text('Mã đơn vị'),
        agencyName: text('Đơn vị'),
        value: rows.value(row, column),
        state: text('Trạng thái'),
        file: text('Tệp nguồn'),
        sheet: text('Trang tính'),
        cell: text(
          measure.startsWith('Mẫu') ? 'Ô mẫu số' : columns.has('Các ô') ? 'Các ô' : 'Ô tử số',
        ),
        version: version > 0 ? version : null,
      });
    }
  }
  return sources;
}
