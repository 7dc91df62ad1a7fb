import type { HorizontalAlign, Style, VerticalAlign } from '../../workbook/cell';
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

/** The looks of every cell format (cellXfs) in order; what our styles cannot say is left out. */
export function readStyles(xml: string): Style[] {
  const formats = new Map<number, string>(Object.entries(BUILTIN).map(([id, code]) => [Number(id), code]));
  const fonts: Style[] = [];
  const fills: (string | undefined)[] = [];
  const borders: boolean[] = [];
  const styles: Style[] = [];
  let section = '';
  let style: Style = {};
  scanXml(xml, {
    open(name, attribute) {
      const number = (key: string) => Number(attribute(key) ?? 0);
      if (['fonts', 'fills', 'borders', 'cellXfs', 'cellStyleXfs', 'dxfs'].includes(name)) section = name;
      else if (name === 'numFmt' && section !== 'dxfs') formats.set(number('numFmtId'), attribute('formatCode') ?? '');
      else if (section === 'fonts') readFont(name, attribute, fonts);
      else if (section === 'fills') {
        if (name === 'fill') fills.push(undefined);
        else if (name === 'fgColor') fills[fills.length - 1] = colour(attribute('rgb'));
      } else if (section === 'borders') {
        if (name === 'border') borders.push(false);
        else if (name === 'left' && attribute('style')) borders[borders.length - 1] = true;
      } else if (section === 'cellXfs' && name === 'xf') {
        style = { ...fonts[number('fontId')] };
        const format = formats.get(number('numFmtId'));
        if (format) style.format = format;
        if (fills[number('fillId')]) style.fill = fills[number('fillId')];
        if (borders[number('borderId')]) style.border = true;
        styles.push(style);
      } else if (section === 'cellXfs' && name === 'alignment') {
        const horizontal = attribute('horizontal');
        const vertical = attribute('vertical');
        if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right')
          style.align = horizontal as HorizontalAlign;
        if (vertical === 'top' || vertical === 'center') style.verticalAlign = vertical as VerticalAlign;
        if (truthy(attribute('wrapText'))) style.wrap = true;
      } else if (section === 'cellXfs' && name === 'protection') {
        if (attribute('locked') !== undefined && !truthy(attribute('locked'))) style.unlocked = true;
      }
    },
  });
  return styles;
}

function readFont(name: string, attribute: (key: string) => string | undefined, fonts: Style[]): void {
  if (name === 'font') fonts.push({});
  const font = fonts[fonts.length - 1];
  if (!font) return;
  const on = attribute('val') === undefined || truthy(attribute('val'));
  if (name === 'b' && on) font.bold = true;
  else if (name === 'i' && on) font.italic = true;
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
