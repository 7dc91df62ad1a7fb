/**
 * A forward scan over XML: enough for SpreadsheetML, and nothing that could expand (a DOCTYPE is
 * refused).
 */

/** Looks up an attribute of an element by its local name. */
export type Attribute = (name: string) => string | undefined;

export interface XmlHandler {
  /** Local name without prefix. */
  open?(name: string, attribute: Attribute): void;
  close?(name: string): void;
  text?(text: string): void;
  /**
   * Where only some elements concern the reader, their local names: of the others nothing is made.
   */
  readonly wants?: ReadonlySet<string>;
  /** Set while text would be thrown away, so that it is not made. */
  readonly ignoresText?: boolean;
}

export class MalformedXml extends Error {}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/**
 * "_x000D_" is how the format writes characters XML cannot hold; a line ends with "\n", however it
 * was written.
 */
export function readEscapes(text: string): string {
  const lines = unixLines(text);
  if (!lines.includes('_x')) return lines;
  return unixLines(
    lines.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    ),
  );
}

function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at && handler.text && !handler.ignoresText)
      handler.text(unescapeXml(xml.slice(at, open)));
    const next = xml.charCodeAt(open + 1);
    if (next === 33 /* ! */) {
      at = scanBang(xml, open, handler);
      continue;
    }
    const end = tagEnd(xml, open);
    if (
      handler.wants &&
      next !== 33 &&
      !handler.wants.has(nameAt(xml, next === 47 ? open + 2 : open + 1, end))
    ) {
      at = end + 1;
      continue;
    }
    if (next === 47 /* / */) handler.close?.(localName(xml.slice(open + 2, end).trim()));
    else if (next !== 63 /* ? */) scanTag(xml.slice(open + 1, end), handler);
    at = end + 1;
  }
}

function scanBang(xml: string, open: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', open)) return mustFind(xml, '-->', open) + 3;
  if (xml.startsWith('<![CDATA[', open)) {
    const end = mustFind(xml, ']]>', open);
    handler.text?.(xml.slice(open + 9, end));
    return end + 3;
  }
  throw new MalformedXml('document type');
}

function mustFind(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from);
  if (at < 0) throw new MalformedXml(`unclosed at ${from}`);
  return at;
}

const QUOTE = 34;

/** The ">" that ends a tag; one inside a quoted attribute does not. */
function tagEnd(xml: string, open: number): number {
  const end = xml.indexOf('>', open);
  if (end < 0) throw new MalformedXml(`unclosed at ${open}`);
  // The usual ends: behind a closing quote, or a tag without attributes.
  let last = end - 1;
  if (xml.charCodeAt(last) === 47 /* / */) last--;
  if (
    xml.charCodeAt(last) === QUOTE &&
    xml.charCodeAt(last - 1) !== 61 /* = */ &&
    !xml.slice(open, end).includes("'")
  )
    return end;
  return xml.slice(open, end).includes('=') ? quotedEnd(xml, open) : end;
}

/** One pass, whatever stands in the quotes. */
function quotedEnd(xml: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62 /* > */) return at;
    else if (code === 34 /* " */ || code === 39 /* ' */) quote = code;
  }
  throw new MalformedXml(`unclosed at ${open}`);
}

function scanTag(tag: string, handler: XmlHandler): void {
  const end = nameEnd(tag);
  const name = localName(tag.slice(0, end));
  if (handler.open) {
    let attributes: Map<string, string> | undefined;
    handler.open(name, (wanted) => {
      const value = (attributes ??= readAttributes(tag, end)).get(wanted);
      return value === undefined ? undefined : unescapeXml(value);
    });
  }
  if (tag.endsWith('/')) handler.close?.(name);
}

function nameEnd(tag: string, from = 0, to = tag.length): number {
  let at = from;
  while (at < to) {
    const code = tag.charCodeAt(at);
    if (code <= 32 || code === 47 /* / */) break;
    at++;
  }
  return at;
}

/** The local name of the tag whose name starts here. */
function nameAt(xml: string, start: number, end: number): string {
  return localName(xml.slice(start, nameEnd(xml, start, end)));
}

/** The attributes of a tag by local name, as written. */
function readAttributes(tag: string, from: number): Map<string, string> {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return attributes;
    let start = equals + 1;
    while (tag.charCodeAt(start) <= 32) start++;
    const quote = tag[start];
    if (quote !== '"' && quote !== "'") throw new MalformedXml(`attribute in ${tag.slice(0, 40)}`);
    const end = tag.indexOf(quote, start + 1);
    if (end < 0) throw new MalformedXml(`attribute in ${tag.slice(0, 40)}`);
    attributes.set(localName(tag.slice(at, equals).trim()), tag.slice(start + 1, end));
    at = end + 1;
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
