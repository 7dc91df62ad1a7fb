import type {
  Edge,
  HorizontalAlign,
  LineStyle,
  Side,
  Style,
  VerticalAlign,
} from '../../workbook/cell';
import { scanXml, type Attribute } from './xml';

/** Built-in number formats (ECMA-376 Part 1, 18.8.30). */
const BUILTIN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export interface StyleSheet {
  /** The looks of every cell format (cellXfs) in order; what our styles cannot say is left out. */
  cells: Style[];
  /** The looks of conditional formats (dxfs) in order. */
  differential: Style[];
}

const HORIZONTAL = new Set([
  'left',
  'center',
  'right',
  'justify',
  'fill',
  'centerContinuous',
  'distributed',
]);
const VERTICAL = new Set(['top', 'center', 'justify', 'distributed']);
const LINES = new Set([
  'thin',
  'medium',
  'thick',
  'dotted',
  'dashed',
  'double',
  'hair',
  'dashDot',
  'dashDotDot',
]);

type Edges = Partial<Record<Side, Edge>>;

/** The parts of a style sheet that are read, each by elements of its own. */
const SECTIONS = ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type Section = (typeof SECTIONS)[number];

export function readStyles(xml: string): StyleSheet {
  const reader = new StyleReader();
  let section: Section | null = null;
  scanXml(xml, {
    open(name, attribute) {
      const begun = SECTIONS.find((one) => one === name);
      // Formats of named styles: every cell format repeats what it takes of them.
      if (begun || name === 'cellStyleXfs') section = begun ?? null;
      else if (name === 'numFmt' && section !== 'dxfs') reader.format(attribute);
      else if (section) reader[section](name, attribute);
    },
  });
  return { cells: reader.cells, differential: reader.differential };
}

class StyleReader {
  readonly cells: Style[] = [];
  readonly differential: Style[] = [];
  private readonly formats = new Map<number, string>(
    Object.entries(BUILTIN).map(([id, code]) => [Number(id), code]),
  );
  private readonly ofFonts: Style[] = [];
  private readonly ofFills: (string | undefined)[] = [];
  private readonly ofBorders: Edges[] = [];
  private side: Side | null = null;

  format(attribute: Attribute): void {
    this.formats.set(numberOf(attribute, 'numFmtId'), attribute('formatCode') ?? '');
  }

  fonts(name: string, attribute: Attribute): void {
    if (name === 'font') this.ofFonts.push({});
    const font = this.ofFonts.at(-1);
    if (font) readFont(name, attribute, font);
  }

  fills(name: string, attribute: Attribute): void {
    if (name === 'fill') this.ofFills.push(undefined);
    else if (name === 'fgColor') this.ofFills[this.ofFills.length - 1] = colour(attribute('rgb'));
  }

  borders(name: string, attribute: Attribute): void {
    if (name === 'border') this.ofBorders.push({});
    const edges = this.ofBorders.at(-1);
    if (!edges) return;
    if (name === 'color') this.lineColour(edges, attribute);
    else {
      this.side = isSide(name) && LINES.has(attribute('style') ?? '') ? name : null;
      if (this.side) edges[this.side] = { style: attribute('style') as LineStyle };
    }
  }

  private lineColour(edges: Edges, attribute: Attribute): void {
    const edge = this.side && edges[this.side];
    const ink = colour(attribute('rgb'));
    if (edge && ink && ink !== '#000000') edge.color = ink;
  }

  dxfs(name: string, attribute: Attribute): void {
    if (name === 'dxf') this.differential.push({});
    else readDifferential(name, attribute, this.differential.at(-1));
  }

  cellXfs(name: string, attribute: Attribute): void {
    if (name === 'xf') this.cells.push(this.looksOf(attribute));
    const style = this.cells.at(-1);
    if (style && name === 'alignment') readAlignment(attribute, style);
    else if (style && name === 'protection' && isOff(attribute('locked'))) style.unlocked = true;
  }

  private looksOf(attribute: Attribute): Style {
    const style: Style = { ...this.ofFonts[numberOf(attribute, 'fontId')] };
    const format = this.formats.get(numberOf(attribute, 'numFmtId'));
    if (format) style.format = format;
    const fill = this.ofFills[numberOf(attribute, 'fillId')];
    if (fill) style.fill = fill;
    return Object.assign(style, borderOf(this.ofBorders[numberOf(attribute, 'borderId')] ?? {}));
  }
}

function isOff(value: string | undefined): boolean {
  return value !== undefined && !truthy(value);
}

function numberOf(attribute: Attribute, key: string): number {
  return Number(attribute(key) ?? 0);
}

function isSide(name: string): name is Side {
  return name === 'left' || name === 'right' || name === 'top' || name === 'bottom';
}

function readAlignment(attribute: Attribute, style: Style): void {
  const horizontal = attribute('horizontal') ?? '';
  const vertical = attribute('vertical') ?? '';
  if (HORIZONTAL.has(horizontal)) style.align = horizontal as HorizontalAlign;
  if (VERTICAL.has(vertical)) style.verticalAlign = vertical as VerticalAlign;
  if (numberOf(attribute, 'indent') > 0) style.indent = numberOf(attribute, 'indent');
  if (truthy(attribute('wrapText'))) style.wrap = true;
}

/** Thin black lines on all four sides are one word of ours. */
function borderOf(edges: Edges): Style {
  const lines = Object.values(edges);
  if (lines.length === 0) return {};
  const isBox = lines.length === 4 && lines.every((edge) => edge.style === 'thin' && !edge.color);
  return isBox ? { border: true } : { edges };
}

function readDifferential(name: string, attribute: Attribute, style: Style | undefined): void {
  if (!style) return;
  const on = attribute('val') === undefined || truthy(attribute('val'));
  if (name === 'b' && on) style.bold = true;
  else if (name === 'i' && on) style.italic = true;
  else if (name === 'color' && colour(attribute('rgb'))) style.fontColor = colour(attribute('rgb'));
  else if ((name === 'bgColor' || name === 'fgColor') && colour(attribute('rgb')))
    style.fill = colour(attribute('rgb'));
}

function readFont(name: string, attribute: Attribute, font: Style): void {
  const on = attribute('val') === undefined || truthy(attribute('val'));
  const ink = colour(attribute('rgb'));
  if (name === 'b' && on) font.bold = true;
  else if (name === 'i' && on) font.italic = true;
  else if (name === 'u' && attribute('val') !== 'none') font.underline = true;
  else if (name === 'strike' && on) font.strikethrough = true;
  else if (name === 'vertAlign' && attribute('val') === 'superscript') font.superscript = true;
  else if (name === 'sz') font.fontSize = Number(attribute('val'));
  else if (name === 'name') font.fontName = attribute('val');
  else if (name === 'color' && ink && ink !== '#000000') font.fontColor = ink;
}

function colour(argb: string | undefined): string | undefined {
  return argb && /^[0-9a-f]{6,8}$/i.test(argb) ? `#${argb.slice(-6).toUpperCase()}` : undefined;
}

export function truthy(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
