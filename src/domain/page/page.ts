import type { Style } from '../../workbook/cell';
import { remembered } from '../../text/normal-form';
import type { PageSetup, Sheet } from '../../workbook/sheet';
import { madeOnce } from '../made-once';
import { roomOf } from './letters';

/**
 * The looks of official sheets: Times New Roman, black, A4 landscape (Nghị định 30/2020/NĐ-CP, Phụ
 * lục I).
 */
const BASE: Style = {
  fontName: 'Times New Roman',
  fontSize: 12,
  wrap: true,
  verticalAlign: 'center',
};

export const LOOK = {
  nation: { ...BASE, bold: true, align: 'center' },
  /** A line under the motto, as long as it is (Phụ lục I, mục II.1). */
  motto: { ...BASE, bold: true, fontSize: 13, align: 'center', underline: true },
  title: { ...BASE, bold: true, fontSize: 14, align: 'center' },
  subtitle: { ...BASE, italic: true, align: 'center' },
  line: { ...BASE, wrap: false },
  /** A text under a table, over its whole width. */
  note: { ...BASE, align: 'left' },
  mark: { ...BASE, bold: true, fontSize: 14, align: 'center', fontColor: '#C00000' },
  fine: { ...BASE, fontSize: 9, italic: true, fontColor: '#595959', wrap: false },
  /** In a column that is wide enough for a number. */
  label: { ...BASE, fontSize: 9, bold: true, wrap: false },
  /** What is said beside a head and need not be read from afar. */
  smallNote: { ...BASE, fontSize: 9, italic: true, fontColor: '#595959', align: 'left' },
  /** "Đơn vị tính: …" right above a table. */
  unit: { ...BASE, italic: true, align: 'right' },
  /** Headings of a report's table: as large as its text, so that both are read on paper. */
  tableHeading: { ...BASE, bold: true, align: 'center', border: true, fill: '#E7EEF7' },
  tableNumbering: { ...BASE, italic: true, align: 'center', border: true, format: '@' },
  heading: { ...BASE, fontSize: 11, bold: true, align: 'center', border: true, fill: '#E7EEF7' },
  numbering: { ...BASE, fontSize: 9, italic: true, align: 'center', border: true, format: '@' },
  group: { ...BASE, bold: true, border: true, fill: '#F2F2F2', align: 'left', wrap: false },
  text: { ...BASE, border: true, align: 'left', verticalAlign: 'top' },
  textCentre: { ...BASE, border: true, align: 'center', verticalAlign: 'top' },
  /** STT and targets as the plan has them: 1.10 typed again stays 1.10. */
  asWritten: { ...BASE, border: true, align: 'center', verticalAlign: 'top', format: '@' },
  definition: {
    ...BASE,
    fontSize: 10,
    italic: true,
    border: true,
    align: 'left',
    verticalAlign: 'top',
    fontColor: '#404040',
  },
  code: {
    ...BASE,
    fontSize: 9,
    border: true,
    align: 'center',
    verticalAlign: 'top',
    fontColor: '#595959',
    format: '@',
  },
  /** An input that is not counted shows what was typed. */
  number: { ...BASE, border: true, align: 'right', verticalAlign: 'top' },
  decimal: { ...BASE, border: true, align: 'right', verticalAlign: 'top', format: '#,##0.0#####' },
  twoPlaces: {
    ...BASE,
    border: true,
    align: 'right',
    verticalAlign: 'top',
    format: '#,##0.00',
  },
  /** A cell of a form in which nothing is asked. */
  notAsked: { ...BASE, border: true, fill: '#EDEDED' },
  count: { ...BASE, border: true, align: 'right', verticalAlign: 'top', format: '#,##0' },
  percent: { ...BASE, border: true, align: 'right', verticalAlign: 'top', format: '0.00' },
  date: { ...BASE, border: true, align: 'center', verticalAlign: 'top', format: 'dd/mm/yyyy' },
  total: { ...BASE, bold: true, border: true, align: 'left' },
  bold: { ...BASE, bold: true, wrap: false },
  recipientsTitle: { ...BASE, bold: true, italic: true, wrap: false },
  /** As large as the table over it: what is narrowed to the page stays readable. */
  recipients: { ...BASE, wrap: false },
  signature: { ...BASE, bold: true, align: 'center', wrap: false },
  signatureNote: { ...BASE, italic: true, align: 'center', wrap: false },
} as const satisfies Record<string, Style>;

/**
 * A figure of a report: grouped, with decimals where it has some (Excel shows 12 under "#,##0.###"
 * as "12,").
 */
export function figureLook(value: number | null): Style {
  return value === null || Number.isInteger(value) ? LOOK.count : LOOK.decimal;
}

/** An input cell: the same look, open for typing, lightly tinted. */
export function input(style: Style): Style {
  return madeOnce(INPUTS, style, () => ({ ...style, unlocked: true, fill: '#FFFBE6' }));
}

/** Cells that look alike share one look: a form has hundreds of them. */
const INPUTS = new WeakMap<Style, Style>();

export const APPENDIX_PAGE: Omit<PageSetup, 'printArea' | 'titleRows'> = {
  landscape: true,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  footer: '&C&"Times New Roman,Regular"&10&P/&N',
};

/**
 * A report: the page number in the middle of the top margin, none on the first page (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, mục I.7).
 */
export const REPORT_PAGE: Omit<PageSetup, 'printArea' | 'titleRows'> = {
  landscape: true,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  header: '&C&"Times New Roman,Regular"&13&P',
  bareFirstPage: true,
  firstPageNumber: 1,
};

export interface PageHead {
  /** Over the issuing agency, "" when there is none. */
  parent: string;
  agency: string;
  title: string;
  lines: string[];
  /** Shown in red over the title when the figures are samples. */
  mark: string;
}

/**
 * Writes the two-column head and the title over `width` columns from row 0; returns the first free
 * row.
 */
export function writeHead(
  sheet: Sheet,
  head: PageHead,
  firstColumn: number,
  lastColumn: number,
): number {
  const middle = firstColumn + Math.max(1, Math.floor((lastColumn - firstColumn) * 0.4));
  const across = (row: number, left: number, right: number) =>
    sheet.merges.push({ top: row, bottom: row, left, right });
  const halves: [string, string, Style][] = [
    [head.parent, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', LOOK.nation],
    [head.agency, 'Độc lập - Tự do - Hạnh phúc', LOOK.motto],
  ];
  halves.forEach(([left, right, style], row) => {
    sheet.put(row, firstColumn, left, LOOK.nation);
    sheet.put(row, middle + 1, right, style);
    across(row, firstColumn, middle);
    across(row, middle + 1, lastColumn);
  });
  sheet.rowHeights.set(1, 33);
  let row = 2;
  const centred = (text: string, style: Style) => {
    sheet.put(row, firstColumn, text, style);
    across(row, firstColumn, lastColumn);
    row++;
  };
  centred(head.mark, LOOK.mark);
  centred(head.title, LOOK.title);
  for (const line of head.lines) centred(line, LOOK.subtitle);
  return row;
}

/** What stands over a table that goes with a document, or over one that is for the office alone. */
export interface TableHead {
  /** "Phụ lục I"; "" for a table that is no annex. */
  number: string;
  title: string;
  lines: string[];
  /** Shown in red when the figures are samples. */
  mark: string;
  /** "Đơn vị tính: hồ sơ", where one unit holds for the whole table; "" where none does. */
  unit: string;
}

/**
 * Of the first page the upper right stays free: there the agency's digital signature stands (Nghị
 * định 30/2020/NĐ-CP, Phụ lục I, mục II.12).
 */
const FREE_FOR_SIGNATURE = 34;
const BOLD_IS_WIDER = 1.1;
/** Of the largest letters of a head. */
const ONE_LINE = 20;

/**
 * Writes the head of an annex over its columns from row 0; returns the first free row. An annex has
 * no Quốc hiệu and no agency: they stand on the document it goes with.
 */
export function writeTableHead(
  sheet: Sheet,
  head: TableHead,
  firstColumn: number,
  lastColumn: number,
): number {
  let row = 0;
  let width = 0;
  for (let column = firstColumn; column <= lastColumn; column++)
    if (!sheet.hiddenColumns.has(column)) width += sheet.columnWidths.get(column) ?? 0;
  const across = (text: string, style: Style) => {
    sheet.put(row, firstColumn, text, style);
    sheet.merges.push({ top: row, bottom: row, left: firstColumn, right: lastColumn });
    // Rows of merged cells grow by themselves in no program.
    const height = heightFor([[text, width, BOLD_IS_WIDER * (style.fontSize ?? TABLE_SIZE)]]);
    if (width > 0 && height > 2 * ONE_LINE) sheet.rowHeights.set(row, height);
    row++;
  };
  sheet.rowHeights.set(row, FREE_FOR_SIGNATURE);
  across('', LOOK.title);
  across(head.mark, LOOK.mark);
  across(head.number, LOOK.title);
  across(head.title, LOOK.title);
  for (const line of head.lines) across(line, LOOK.subtitle);
  if (head.unit !== '') across(head.unit, LOOK.unit);
  return row;
}

/**
 * So many letters of column width a landscape page of A4 holds at full size, between the margins of
 * {@link REPORT_PAGE}.
 */
export const PAGE_LETTERS = 119;
/** The text of a report's tables, and the smallest that is still read on paper, with some room. */
const TABLE_SIZE = 12;
const SMALLEST = 10.4;

/** So wide a table may be that it is read on one page. */
export const READABLE_WIDTH = Math.floor((PAGE_LETTERS * TABLE_SIZE) / SMALLEST);

/** A column of running numbers and the like holds its heading and no less. */
const NARROW = 7;

/** Widths as they are, or all wide ones narrowed alike until the table is read on one page. */
export function readable(widths: readonly number[]): number[] {
  const narrow = widths.filter((width) => width <= NARROW).reduce((sum, width) => sum + width, 0);
  const wide = widths.reduce((sum, width) => sum + width, 0) - narrow;
  const share = Math.min(1, (READABLE_WIDTH - narrow) / wide);
  return widths.map((width) => (width <= NARROW ? width : Math.floor(width * share * 10) / 10));
}

/** What a cell keeps free at its sides, in points. */
const PADDING = 4;
/** A letter of column width in points: in files somewhat more, in no Excel less. */
const LETTER = 5.6;
const SPACE = roomOf(' ');
/** The forms of a province say the same: their words are measured once. */
const roomsOf = remembered((line) => line.split(' ').map(roomOf));

/** Lines end between words; a word that is longer than a line goes on in the next. */
function linesOf(text: string, perLine: number): number {
  let [lines, used] = [1, 0];
  for (const own of roomsOf(text)) {
    if (used > 0 && used + SPACE + own > perLine) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? SPACE : 0) + own;
    for (; used > perLine; used -= perLine) lines++;
  }
  return lines;
}

/**
 * The height a row of wrapped texts needs: `cells` are (text, column width in characters, font
 * size).
 */
export function heightFor(cells: readonly (readonly [string, number, number])[]): number {
  let height = 16.5;
  for (const [text, width, size] of cells) {
    const perLine = Math.max(1000, (1000 * (width * LETTER - PADDING)) / size);
    const lines = text.split('\n').reduce((total, line) => total + linesOf(line, perLine), 0);
    height = Math.max(height, lines * size * 1.33 + 3);
  }
  return Math.min(409, height);
}
