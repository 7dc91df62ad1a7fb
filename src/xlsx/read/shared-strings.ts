import { withFewMarks } from '../../text/combining';
import type { TextPart } from '../../workbook/cell';
import { KnownBytes, TEXT_LENGTH } from './known-bytes';
import { CELL_TEXT, type Limits } from './limits';
import { MalformedXml, readEscapes, scanXml } from './xml';
import { decodePart, isUtf8 } from './text-encoding';
import { NotPlain, toPlain, XmlBytes } from './xml-bytes';

/** The texts of a workbook's cells by number; each is made when a cell first asks for it. */
export interface SharedStrings {
  readonly count: number;
  at(index: number): string;
  /** The pieces of those texts asked for so far that are struck or raised in part. */
  readonly parts: ReadonlyMap<number, readonly TextPart[]>;
}

/** A text, and its pieces where some of it is struck or raised. */
export interface RichText {
  text: string;
  parts?: readonly TextPart[];
}

const NONE: SharedStrings = {
  count: 0,
  parts: new Map(),
  at: (index) => {
    throw new MalformedXml(`string ${index}`);
  },
};

export class TooManyStrings extends Error {}
export class TooManyLetters extends Error {}

/** How many letters the texts of a workbook's cells may still have. */
export interface LettersLeft {
  letters: number;
}

/** Takes a text's letters off what is left. */
export function spend(budget: LettersLeft, text: string): void {
  budget.letters -= text.length;
  if (budget.letters < 0) throw new TooManyLetters();
}

/**
 * Only the places of the strings are looked for; a sheet that is not read costs none of its texts.
 */
export function readSharedStrings(
  part: Uint8Array | null,
  limits: Limits,
  budget: LettersLeft,
): SharedStrings {
  if (!part) return NONE;
  if (!isUtf8(part))
    return tableOf(toPlain(decodePart(part, limits.textBytes)), limits.strings, budget);
  try {
    return tableOf(part, limits.strings, budget);
  } catch (error) {
    if (error instanceof NotPlain)
      return tableOf(toPlain(decodePart(part, limits.textBytes)), limits.strings, budget);
    throw error;
  }
}

function tableOf(bytes: Uint8Array, limit: number, budget: LettersLeft): SharedStrings {
  const xml = new XmlBytes(bytes);
  let places = new Uint32Array(1024);
  let count = 0;
  while (xml.nextTag()) {
    if (!xml.is('si')) {
      xml.skipName();
      continue;
    }
    if (count === limit) throw new TooManyStrings();
    if (count * 2 + 2 > places.length) places = grown(places);
    // The end of one that closes itself is its own tag: nothing between.
    if (!xml.isClosing) {
      xml.skipAttributes();
      places[count * 2] = xml.at;
      if (xml.isSelfClosing) places[count++ * 2 + 1] = xml.at;
    } else places[count++ * 2 + 1] = xml.name - 2;
  }
  const known: (string | undefined)[] = [];
  const marked = new Map<number, readonly TextPart[]>();
  return {
    count,
    parts: marked,
    at(index) {
      if (index >= count || index < 0) throw new MalformedXml(`string ${index}`);
      const before = known[index];
      if (before !== undefined) return before;
      const [start, end] = [places[index * 2], places[index * 2 + 1]];
      const { text, parts } = TEXTS.get(bytes, start, end, () => richText(xml, start, end));
      spend(budget, text);
      if (parts) marked.set(index, parts);
      return (known[index] = text);
    },
  };
}

const TEXTS = new KnownBytes<RichText>(TEXT_LENGTH);

function grown(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(places.length * 4);
  larger.set(places);
  return larger;
}

/** The text between two places of a part: one run or several; phonetic runs are not part of it. */
export function richText(xml: XmlBytes, start: number, end: number): RichText {
  const plain = plainRun(xml, start, end);
  return plain === null ? runs(xml.slice(start, end)) : { text: bounded(plain) };
}

/** The usual string: one `<t>` and nothing else. Null where it is not one. */
function plainRun(xml: XmlBytes, start: number, end: number): string | null {
  const { bytes } = xml;
  if (bytes[start] !== 60 || bytes[start + 1] !== 116 || end - start < 7) return null;
  const open = bytes.indexOf(62, start);
  const close = end - 4;
  if (open < 0 || open >= close || bytes[open - 1] === 47 || bytes.indexOf(60, open) !== close)
    return null;
  if (bytes[start + 2] !== 62 && bytes[start + 2] !== 32) return null;
  return xml.text(open + 1, close);
}

function runs(source: string): RichText {
  const parts: { text: string; look: TextPart['look'] }[] = [];
  let look: TextPart['look'] = 'plain';
  let inText = false;
  let phonetic = 0;
  scanXml(source, {
    open(name, attribute) {
      if (name === 't') inText = true;
      else if (name === 'rPh') phonetic++;
      else if (name === 'r') look = 'plain';
      else if (name === 'strike' && !/^(0|false)$/.test(attribute('val') ?? '')) look = 'struck';
      else if (name === 'vertAlign' && attribute('val') !== 'baseline' && look === 'plain')
        look = 'raised';
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'r') look = 'plain';
    },
    text(piece) {
      if (!inText || phonetic > 0) return;
      const last = parts.at(-1);
      if (last?.look === look) last.text += piece;
      else parts.push({ text: piece, look });
    },
  });
  const text = bounded(readEscapes(parts.map((part) => part.text).join('')));
  return parts.every((part) => part.look === 'plain')
    ? { text }
    : {
        text,
        parts: parts.map((part) => ({ ...part, text: withFewMarks(readEscapes(part.text)) })),
      };
}

function bounded(text: string): string {
  if (text.length > CELL_TEXT) throw new MalformedXml('a text longer than a cell holds');
  return withFewMarks(text);
}
