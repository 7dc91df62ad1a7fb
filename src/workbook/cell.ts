/**
 * What a cell can hold. Dates are serial numbers under a date format, as in the file; nobody
 * converts them early.
 */

/** An error value such as "#REF!". */
export interface CellError {
  error: string;
}

export type CellValue = string | number | boolean | null | CellError;

/**
 * A piece of a cell's text with one look: struck through, or off the line (raised or lowered) as
 * the number of a note is.
 */
export interface TextPart {
  text: string;
  look: 'plain' | 'struck' | 'raised';
}

export interface Cell {
  value: CellValue;
  /** The text in pieces, only where one of them is struck or raised and others are not alike. */
  parts?: readonly TextPart[];
  /** Without the leading "=". */
  formula?: string;
  /** How far the result of an array formula reaches from this cell. */
  spill?: { rows: number; columns: number };
  /** The value comes from an array formula beside. */
  isSpilled?: boolean;
  style?: Style;
}

export type HorizontalAlign =
  | 'left'
  | 'center'
  | 'right'
  | 'justify'
  | 'fill'
  | 'centerContinuous'
  | 'distributed';
export type VerticalAlign = 'top' | 'center' | 'bottom' | 'justify' | 'distributed';

export type Side = 'top' | 'bottom' | 'left' | 'right';
export type LineStyle =
  | 'thin'
  | 'medium'
  | 'thick'
  | 'dotted'
  | 'dashed'
  | 'double'
  | 'hair'
  | 'dashDot'
  | 'dashDotDot';
export interface Edge {
  style: LineStyle;
  color?: string;
}

/** The looks our sheets use. Styles are shared between cells and never changed in place. */
export interface Style {
  bold?: boolean;
  italic?: boolean;
  fontName?: string;
  fontSize?: number;
  /** #RRGGBB, as every colour here. */
  fontColor?: string;
  fill?: string;
  underline?: boolean;
  strikethrough?: boolean;
  /** Raised as the number of a note is. */
  superscript?: boolean;
  /** A thin line on all four sides. */
  border?: boolean;
  /** Any other lines; never together with `border`. */
  edges?: Partial<Record<Side, Edge>>;
  indent?: number;
  align?: HorizontalAlign;
  verticalAlign?: VerticalAlign;
  wrap?: boolean;
  /** Excel's number format code. */
  format?: string;
  /** Open for input once the sheet is protected. */
  unlocked?: boolean;
}

export function isError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}

export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

/**
 * Whether a number format shows dates or times (quoted text, colours and conditions in brackets do
 * not count).
 */
export function isDateFormat(format: string | undefined): boolean {
  return shows(format, /[dmyhs]/i);
}

function shows(format: string | undefined, parts: RegExp): boolean {
  if (!format) return false;
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && parts.test(bare);
}

/** Days between the two beginnings Excel counts from. */
const DAYS_TO_1904 = 1462;

/**
 * What a cell is in a workbook that counts days from 1900, as all do that we write: it shows the
 * same day. A time alone has no beginning.
 */
export function valueBy1900({ value, style }: Cell, date1904: boolean): CellValue {
  const isDay = date1904 && typeof value === 'number' && shows(style?.format, /[dy]/i);
  return isDay ? value + DAYS_TO_1904 : value;
}

/**
 * The word a number format shows in place of every number ("TRUE";"TRUE";"FALSE"); null where it
 * shows numbers. A zero alone may be shown as a dash or a word: it is a zero.
 */
export function wordShown(format: string | undefined, value: number): string | null {
  if (!format?.includes('"')) return null;
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((section) => section.trim());
  if (!sections.every((section) => /^("[^"]*\p{L}[^"]*")$/u.test(section))) return null;
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : sections[0];
  return (own ?? sections[0]).slice(1, -1);
}

/**
 * What a percent format shows of a number: of 0,5 it is 50. Twelve digits hide what binary
 * fractions add.
 */
export function shownAsPercent(value: number): number {
  return Number((100 * value).toPrecision(12));
}

/** Whether a number format multiplies what is shown by 100. */
export function isPercentFormat(format: string | undefined): boolean {
  return !!format && format.replace(/"[^"]*"|\\./g, '').includes('%');
}
