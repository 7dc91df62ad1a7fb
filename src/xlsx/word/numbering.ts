import type { Package } from '../read/package';
import { scanXml } from '../read/xml';

/** A paragraph's place in a list of the document. */
export interface ListPlace {
  list: string;
  level: number;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

const LEVELS = 9;
/** Word draws no longer number. */
const LONGEST = 40;

/** The numbers Word draws before paragraphs of a list: they stand nowhere in the text. */
export class Numbering {
  private readonly abstract = new Map<string, Level[]>();
  private readonly lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private readonly styles = new Map<string, ListPlace>();
  private readonly counters = new Map<string, number[]>();

  constructor(source: Package, folder: string) {
    const numbering = source.part(`${folder}numbering.xml`);
    if (numbering !== null) this.readLists(numbering);
    const styles = source.part(`${folder}styles.xml`);
    if (styles !== null) this.readStyles(styles);
  }

  ofStyle(style: string): ListPlace | undefined {
    return this.styles.get(style);
  }

  /**
   * The number of the next paragraph there, "" where the list draws none; its level then counts on
   * and deeper ones begin again.
   */
  next({ list, level }: ListPlace): string {
    const found = this.lists.get(list);
    const levels = found && this.abstract.get(found.abstract);
    if (!found || !levels || !(level >= 0 && level < LEVELS) || !levels[level]) return '';
    const counters = this.counters.get(found.abstract) ?? [];
    this.counters.set(found.abstract, counters);
    const startOf = (at: number): number => found.starts.get(at) ?? levels[at]?.start ?? 1;
    counters[level] = counters[level] === undefined ? startOf(level) : counters[level] + 1;
    counters.length = level + 1;
    if (levels[level].format === 'bullet') return '-';
    return levels[level].text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return drawn(counters[at] ?? startOf(at), levels[at]?.format ?? 'decimal');
      })
      .slice(0, LONGEST);
  }

  private readLists(xml: string): void {
    let abstract: Level[] | null = null;
    let level: Level | null = null;
    let list: { abstract: string; starts: Map<number, number> } | null = null;
    let overridden = 0;
    scanXml(xml, {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum')
          this.abstract.set(attribute('abstractNumId') ?? '', (abstract = []));
        else if (name === 'lvl' && abstract && !list) {
          const at = Number(attribute('ilvl'));
          if (at >= 0 && at < LEVELS)
            abstract[at] = level = { format: 'decimal', text: '', start: 1 };
        } else if (name === 'numFmt' && level) level.format = value;
        else if (name === 'lvlText' && level) level.text = value;
        else if (name === 'start' && level) level.start = Number(value) || 0;
        else if (name === 'num')
          this.lists.set(attribute('numId') ?? '', (list = { abstract: '', starts: new Map() }));
        else if (name === 'abstractNumId' && list) list.abstract = value;
        else if (name === 'lvlOverride') overridden = Number(attribute('ilvl'));
        else if (name === 'startOverride' && list) list.starts.set(overridden, Number(value) || 0);
      },
      close: (name) => {
        if (name === 'abstractNum') abstract = null;
        else if (name === 'lvl') level = null;
        else if (name === 'num') list = null;
      },
    });
  }

  private readStyles(xml: string): void {
    let style = '';
    let [list, level] = ['', 0];
    scanXml(xml, {
      open: (name, attribute) => {
        if (name === 'style') [style, list, level] = [attribute('styleId') ?? '', '', 0];
        else if (name === 'numId') list = attribute('val') ?? '';
        else if (name === 'ilvl') level = Number(attribute('val'));
      },
      close: (name) => {
        if (name === 'style' && list !== '') this.styles.set(style, { list, level });
      },
    });
  }
}

function drawn(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** 1 → "a", 27 → "aa" as Word counts on. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let text = '';
  let rest = count;
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}
