import type {
  Edge,
  HorizontalAlign,
  LineStyle,
  Side,
  Style,
  VerticalAlign,
} from '../../workbook/cell';
import { scanXml } from './xml';

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

export function readStyles(xml: string): StyleSheet {
  const formats = new Map<number, string>(
    Object.entries(BUILTIN).map(([id, code]) => [Number(id), code]),
  );
  const fonts: Style[] = [];
  const fills: (string | undefined)[] = [];
  const borders: Edges[] = [];
  const differential: Style[] = [];
  let side: Side | null = null;
  const styles: Style[] = [];
  let section = '';
  let style: Style = {};
  scanXml(xml, {
    open(name, attribute) {
      const number = (key: string) => Number(attribute(key) ?? 0);
      if (['fonts', 'fills', 'borders', 'cellXfs', 'cellStyleXfs', 'dxfs'].includes(name))
        section = name;
      else if (name === 'numFmt' && section !== 'dxfs')
        formats.set(number('numFmtId'), attribute('formatCode') ?? '');
      else if (section === 'fonts') readFont(name, attribute, fonts);
      else if (section === 'fills') {
        if (name === 'fill') fills.push(undefined);
        else if (name === 'fgColor') fills[fills.length - 1] = colour(attribute('rgb'));
      } else if (section === 'borders') {
        if (name === 'border') {
          borders.push({});
          side = null;
        } else if (name === 'left' || name === 'right' || name === 'top' || name === 'bottom') {
          side = LINES.has(attribute('style') ?? '') ? name : null;
          if (side) borders[borders.length - 1][side] = { style: attribute('style') as LineStyle };
        } else if (name === 'diagonal') side = null;
        else if (name === 'color' && side) {
          const ink = colour(attribute('rgb'));
          if (ink && ink !== '#000000') borders[borders.length - 1][side]!.color = ink;
        }
      } else if (section === 'dxfs') {
        if (name === 'dxf') differential.push({});
        else readDifferential(name, attribute, differential[differential.length - 1]);
      } else if (section === 'cellXfs' && name === 'xf') {
        style = { ...fonts[number('fontId')] };
        const format = formats.get(number('numFmtId'));
        if (format) style.format = format;
        if (fills[number('fillId')]) style.fill = fills[number('fillId')];
        Object.assign(style, borderOf(borders[number('borderId')] ?? {}));
        styles.push(style);
      } else if (section === 'cellXfs' && name === 'alignment') {
        const horizontal = attribute('horizontal');
        const vertical = attribute('vertical');
        if (HORIZONTAL.has(horizontal ?? '')) style.align = horizontal as HorizontalAlign;
        if (VERTICAL.has(vertical ?? '')) style.verticalAlign = vertical as VerticalAlign;
        if (number('indent') > 0) style.indent = number('indent');
        if (truthy(attribute('wrapText'))) style.wrap = true;
      } else if (section === 'cellXfs' && name === 'protection') {
        if (attribute('locked') !== undefined && !truthy(attribute('locked')))
          style.unlocked = true;
      }
    },
  });
  return { cells: styles, differential };
}

/** Thin black lines on all four sides are one word of ours. */
function borderOf(edges: Edges): Style {
  const lines = Object.values(edges);
  if (lines.length === 0) return {};
  const isBox = lines.length === 4 && lines.every((edge) => edge.style === 'thin' && !edge.color);
  return isBox ? { border: true } : { edges };
}

function readDifferential(
  name: string,
  attribute: (key: string) => string | undefined,
  style: Style | undefined,
): void {
  if (!style) return;
  const on = attribute('val') === undefined || truthy(attribute('val'));
  if (name === 'b' && on) style.bold = true;
  else if (name === 'i' && on) style.italic = true;
  else if (name === 'color' && colour(attribute('rgb'))) style.fontColor = colour(attribute('rgb'));
  else if ((name === 'bgColor' || name === 'fgColor') && colour(attribute('rgb')))
    style.fill = colour(attribute('rgb'));
}

function readFont(
  name: string,
  attribute: (key: string) => string | undefined,
  fonts: Style[],
): void {
  if (name === 'font') fonts.push({});
  const font = fonts[fonts.length - 1];
  if (!font) return;
  const on = attribute('val') === undefined || truthy(attribute('val'));
  if (name === 'b' && on) font.bold = true;
  else if (name === 'i' && on) font.italic = true;
  else if (name === 'u' && attribute('val') !== 'none') font.underline = true;
  else if (name === 'strike' && on) font.strikethrough = true;
  else if (name === 'vertAlign' && attribute('val') === 'superscript') font.superscript = true;
  else if (name === 'sz') font.fontSize = Number(attribute('val'));
  else if (name === 'name') font.fontName = attribute('val');
  else if (name === 'color' && colour(attribute('rgb')) && colour(attribute('rgb')) !== '#000000')
    font.fontColor = colour(attribute('rgb'));
}

function colour(argb: string | undefined): string | undefined {
  return argb && /^[0-9a-f]{6,8}$/i.test(argb) ? `#${argb.slice(-6).toUpperCase()}` : undefined;
}

export function truthy(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
