import { deflateSync } from 'fflate';
import { crc32 } from '../read/crc32';
import type { PackedEntry } from './archive';
import type { Shape } from './shape';
import { CLOSE, DIGITS, FIGURE_DIGIT, NUMBER_DIGIT, OPEN } from './twin';
import { elementText, sharedString } from './xml-text';

/** Where a value goes in a part, and how it is written there. */
interface Site {
  from: 'texts' | 'numbers' | 'constants';
  index: number;
  written(value: never): string;
}

/** The ways a value may stand in a part. A blank cell is written where it has a look. */
const WAYS: { pattern: string; from: Site['from']; written: Site['written'] }[] = [
  { pattern: `<si><t>${OPEN}t(\\d+)${CLOSE}</t></si>`, from: 'texts', written: sharedString },
  { pattern: `(?<=>)${OPEN}c(\\d+)${CLOSE}(?=</)`, from: 'constants', written: elementText },
  { pattern: `(?<=<v>)${DIGITS}${NUMBER_DIGIT}(\\d{5})(?=</v>)`, from: 'numbers', written: String },
  {
    pattern: `(?<= s="\\d+")><v>${DIGITS}${FIGURE_DIGIT}(\\d{5})</v></c>`,
    from: 'numbers',
    written: (value: number | null) => (value === null ? '/>' : `><v>${value}</v></c>`),
  },
];
const SITE = new RegExp(WAYS.map(({ pattern }) => pattern).join('|'), 'g');
const TOKEN = new RegExp(`${OPEN}|${DIGITS}`, 'g');

const utf8 = new TextEncoder();

/**
 * A part with values to be filled in. What it was filled with last is kept: a value that is the
 * same again costs nothing.
 */
export class TemplatePart {
  /** Fixed text and values in turn. */
  private readonly pieces: string[] = [];
  private readonly values: (string | number | null | undefined)[] = [];
  private entry: PackedEntry | null = null;

  private constructor(
    private readonly name: string,
    readonly sites: readonly Site[],
  ) {}

  /**
   * Null where a token stands in the part in a way it is not known how to write: as an attribute,
   * within a formula.
   */
  static learn(name: string, xml: string): TemplatePart | null {
    const sites: Site[] = [];
    const pieces: string[] = [];
    let at = 0;
    for (const { 0: found, index, ...groups } of xml.matchAll(SITE)) {
      const way = WAYS.findIndex((_, number) => groups[number + 1] !== undefined);
      sites.push({ ...WAYS[way], index: Number(groups[way + 1]) });
      pieces.push(xml.slice(at, index), '');
      at = index + found.length;
    }
    if ((xml.match(TOKEN)?.length ?? 0) !== sites.length) return null;
    const part = new TemplatePart(name, sites);
    part.pieces.push(...pieces, xml.slice(at));
    return part;
  }

  fill(shape: Shape): PackedEntry {
    for (const [number, { from, index, written }] of this.sites.entries()) {
      const value = shape[from][index];
      if (value === this.values[number]) continue;
      this.values[number] = value;
      this.pieces[2 * number + 1] = written(value as never);
      this.entry = null;
    }
    return (this.entry ??= packed(this.name, this.pieces.join('')));
  }
}

function packed(name: string, xml: string): PackedEntry {
  const bytes = utf8.encode(xml);
  return {
    name,
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    packed: deflateSync(bytes, { level: 3 }),
  };
}
