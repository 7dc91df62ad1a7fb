import { scanXml, type Attribute } from './xml';

/** Black, and what a program takes where nobody chose: no colour of a person's. */
const BLACK = /^(FF|00)?000000$/i;
const AUTOMATIC: readonly (string | undefined)[] = ['0', '8', '64'];

const SECTIONS: readonly string[] = [
  ...['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'],
];

/**
 * The numbers of the looks of a workbook that colour cells or letters, also by the palette of its
 * theme.
 */
export function colouredLooks(styles: string): Set<number> {
  const inSection: Record<'fills' | 'fonts', boolean[]> = { fills: [], fonts: [] };
  const looks = new Set<number>();
  let section = '';
  let count = 0;
  scanXml(styles, {
    open(name, attribute) {
      if (SECTIONS.includes(name)) section = name;
      else if (section === 'fills' || section === 'fonts') {
        const coloured = inSection[section];
        if (name === section.slice(0, -1)) coloured.push(false);
        else if (isColour(name, attribute)) coloured[coloured.length - 1] = true;
      } else if (section === 'cellXfs' && name === 'xf') {
        const { fills, fonts } = inSection;
        if (fills[Number(attribute('fillId') ?? 0)] || fonts[Number(attribute('fontId') ?? 0)])
          looks.add(count);
        count++;
      }
    },
  });
  return looks;
}

function isColour(name: string, attribute: Attribute): boolean {
  if (name === 'gradientFill') return true;
  if (name === 'patternFill')
    return !['none', 'gray125', undefined].includes(attribute('patternType'));
  if (name !== 'color') return false;
  const [rgb, theme] = [attribute('rgb'), attribute('theme')];
  if (rgb !== undefined) return !BLACK.test(rgb);
  // The theme's ink for text, and its paper.
  if (theme !== undefined) return theme !== '0' && theme !== '1';
  const indexed = attribute('indexed');
  return indexed !== undefined && !AUTOMATIC.includes(indexed);
}

/** A cell, a whole row or a column, with the number of its look. */
const LOOKS = /<(?:\w+:)?(?:c|row|col) [^<>]*?\b(?:s|style)="(\d+)"/g;
const ROW = /<(?:\w+:)?row[ >]/;

/** Whether a table has a colour below its headings, or headings in several. */
export function isColoured(worksheet: string, looks: ReadonlySet<number>): boolean {
  if (looks.size === 0) return false;
  const first = worksheet.search(ROW) + 1;
  const rest = worksheet.slice(first).search(ROW);
  const end = rest < 0 ? worksheet.length : first + rest;
  const headings = new Set(colouredIn(worksheet.slice(first, end), looks));
  if (headings.size > 1) return true;
  return [worksheet.slice(0, first), worksheet.slice(end)].some(
    (part) => !colouredIn(part, looks).next().done,
  );
}

function* colouredIn(xml: string, looks: ReadonlySet<number>): Generator<number> {
  for (const [, look] of xml.matchAll(LOOKS)) if (looks.has(Number(look))) yield Number(look);
}
