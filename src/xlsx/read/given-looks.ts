import { scanXml, type Attribute } from './xml';

/** Black, and what a program takes where nobody chose: no colour of a person's. */
const BLACK = /^(FF|00)?000000$/i;
const AUTOMATIC: readonly (string | undefined)[] = ['0', '8', '64'];

const SECTIONS: readonly string[] = [
  ...['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'],
];

/** What a look gives cells that a person chose. */
export type Given = 'colours' | 'letters' | 'borders';

type Looks = Record<Given, ReadonlySet<number>>;
type Section = 'fills' | 'fonts' | 'borders';

/**
 * The numbers of the looks of a workbook that colour cells or letters, also by the palette of its
 * theme, make letters bold, slanted or struck, or draw lines.
 */
export function givenLooks(styles: string): Looks {
  const inSection: Record<Section, Set<Given>[]> = { fills: [], fonts: [], borders: [] };
  const looks = {
    colours: new Set<number>(),
    letters: new Set<number>(),
    borders: new Set<number>(),
  };
  let section = '';
  let count = 0;
  scanXml(styles, {
    open(name, attribute) {
      if (SECTIONS.includes(name)) section = name;
      else if (section in inSection) {
        const own = inSection[section as Section];
        const given = givenBy(section as Section, name, attribute);
        if (name === section.slice(0, -1)) own.push(new Set());
        else if (given) own.at(-1)?.add(given);
      } else if (section === 'cellXfs' && name === 'xf') {
        const { fills, fonts, borders } = inSection;
        const at = (id: string) => Number(attribute(id) ?? 0);
        for (const own of [fills[at('fillId')], fonts[at('fontId')], borders[at('borderId')]])
          own?.forEach((given) => looks[given].add(count));
        count++;
      }
    },
  });
  return looks;
}

function givenBy(section: Section, name: string, attribute: Attribute): Given | null {
  if (section === 'borders') {
    const style = attribute('style');
    return style !== undefined && style !== 'none' ? 'borders' : null;
  }
  if (section === 'fonts' && LETTERS.includes(name))
    return ['0', 'false', 'none'].includes(attribute('val') ?? '') ? null : 'letters';
  return isColour(name, attribute) ? 'colours' : null;
}

const LETTERS: readonly string[] = ['b', 'i', 'u', 'strike'];

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

/** Whether a table has such a look below its headings, or headings in several. */
export function isGiven(worksheet: string, looks: ReadonlySet<number>): boolean {
  if (looks.size === 0) return false;
  const first = worksheet.search(ROW) + 1;
  const rest = worksheet.slice(first).search(ROW);
  const end = rest < 0 ? worksheet.length : first + rest;
  const headings = new Set(givenIn(worksheet.slice(first, end), looks));
  if (headings.size > 1) return true;
  return [worksheet.slice(0, first), worksheet.slice(end)].some(
    (part) => !givenIn(part, looks).next().done,
  );
}

function* givenIn(xml: string, looks: ReadonlySet<number>): Generator<number> {
  for (const [, look] of xml.matchAll(LOOKS)) if (looks.has(Number(look))) yield Number(look);
}
