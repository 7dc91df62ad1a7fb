import { MalformedXml, readEscapes, unescapeXml } from './xml';

/**
 * XML that the byte scan does not speak (comments, CDATA, prefixes, another encoding): the part is
 * made plain and read again.
 */
export class NotPlain extends Error {}

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;

const utf8 = new TextDecoder('utf-8');

/** Of tags beside each other, and of short texts between, the next one is so near. */
const NEAR = 16;

/** The place of the next "<", -1 where there is none; a near one is sooner seen than sought. */
function nextLess(bytes: Uint8Array, from: number): number {
  const near = Math.min(from + NEAR, bytes.length);
  for (let at = from; at < near; at++) if (bytes[at] === LT) return at;
  return bytes.indexOf(LT, near);
}

/**
 * A cursor over the bytes of one plain XML part: UTF-8, no comments, no CDATA, no prefixes. It
 * gives tags and attributes as places in the bytes, so that a hundred thousand cells cost no string
 * each.
 */
export class XmlBytes {
  at = 0;
  /** The tag under the cursor: where its name starts, and whether it closes an element. */
  name = 0;
  isClosing = false;
  /** Set when the attributes of a tag are through. */
  isSelfClosing = false;
  attribute = 0;
  attributeEnd = 0;
  value = 0;
  valueEnd = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Goes into the next tag; false when there is none. */
  nextTag(): boolean {
    const { bytes } = this;
    let at = nextLess(bytes, this.at);
    if (at < 0) {
      this.at = bytes.length;
      return false;
    }
    let code = bytes[++at];
    while (code === 63 /* ? */) {
      at = bytes.indexOf(LT, at);
      if (at < 0) {
        this.at = bytes.length;
        return false;
      }
      code = bytes[++at];
    }
    if (code === 33 /* ! */) throw new NotPlain();
    this.isClosing = code === SLASH;
    this.name = this.isClosing ? at + 1 : at;
    this.at = this.name;
    return true;
  }

  /** Whether the tag under the cursor has this name. */
  is(name: string): boolean {
    const { bytes, name: start } = this;
    for (let k = 0; k < name.length; k++) if (bytes[start + k] !== name.charCodeAt(k)) return false;
    return !isNameByte(bytes[start + name.length]);
  }

  /** Goes over the name of the tag; a prefix is not plain. */
  skipName(): void {
    const { bytes } = this;
    let at = this.name;
    while (isNameByte(bytes[at])) at++;
    if (bytes[at] === COLON) throw new NotPlain();
    this.at = at;
  }

  /**
   * Goes to the next attribute; false, and out of the tag, when there is none. The name must have
   * been gone over.
   */
  nextAttribute(): boolean {
    const { bytes } = this;
    let at = this.at;
    while (bytes[at] <= 32) at++;
    const code = bytes[at];
    if (code === GT || (code === SLASH && bytes[at + 1] === GT)) {
      this.isSelfClosing = code === SLASH;
      this.at = this.isSelfClosing ? at + 2 : at + 1;
      return false;
    }
    this.attribute = at;
    // A name never reaches into the next tag: what is behind a broken one would be lost without a
    // word.
    while (bytes[at] !== EQUALS) {
      if (bytes[at] === GT || bytes[at] === LT || ++at >= bytes.length)
        throw new MalformedXml(`unclosed at ${this.name}`);
    }
    let end = at;
    while (bytes[end - 1] <= 32) end--;
    this.attributeEnd = end;
    at++;
    while (bytes[at] <= 32) at++;
    const quote = bytes[at];
    if (quote !== 34 && quote !== 39) throw new MalformedXml(`attribute at ${this.attribute}`);
    this.value = ++at;
    while (bytes[at] !== quote)
      if (++at >= bytes.length) throw new MalformedXml(`unclosed at ${this.name}`);
    this.valueEnd = at;
    this.at = at + 1;
    return true;
  }

  /** Goes out of the tag, whatever attributes it has. */
  skipAttributes(): void {
    this.skipName();
    while (this.nextAttribute());
  }

  isAttribute(name: string): boolean {
    if (this.attributeEnd - this.attribute !== name.length) return false;
    for (let k = 0; k < name.length; k++)
      if (this.bytes[this.attribute + k] !== name.charCodeAt(k)) return false;
    return true;
  }

  attributeText(): string {
    return unescapeXml(this.slice(this.value, this.valueEnd));
  }

  /** The attribute's value as a whole number; -1 where it is none. */
  attributeNumber(): number {
    return wholeNumber(this.bytes, this.value, this.valueEnd);
  }

  /** The place of the next tag: what stands before it is text. */
  textEnd(): number {
    const end = nextLess(this.bytes, this.at);
    if (end < 0) throw new MalformedXml(`unclosed at ${this.at}`);
    if (this.bytes[end + 1] === 33) throw new NotPlain();
    return end;
  }

  /** Bytes as the text they mean. */
  text(start: number, end: number): string {
    return readEscapes(unescapeXml(this.slice(start, end)));
  }

  /** Bytes as text, entities still in it. Short plain letters are quicker one by one. */
  slice(start: number, end: number): string {
    if (end - start > 24) return utf8.decode(this.bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at++) {
      const code = this.bytes[at];
      if (code > 127) return utf8.decode(this.bytes.subarray(start, end));
      text += String.fromCharCode(code);
    }
    return text;
  }
}

function isNameByte(code: number): boolean {
  return code > COLON
    ? code !== EQUALS && code !== GT
    : code > 32 && code !== SLASH && code !== COLON;
}

export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at] - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The bytes of any XML part as a plain one. */
export function toPlain(text: string): Uint8Array {
  const plain = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data: string) =>
      data.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    )
    .replace(/<(\/?)[A-Za-z_][\w.-]*:/g, '<$1');
  // What is left of "<!" is a document type, which could expand, or a comment that never ends.
  if (plain.includes('<!')) throw new MalformedXml('document type');
  return new TextEncoder().encode(plain);
}
