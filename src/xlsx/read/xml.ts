/** A forward scan over XML: enough for SpreadsheetML, and nothing that could expand (a DOCTYPE is refused). */

export interface XmlHandler {
  /** Local name without prefix; `attribute` looks one up by local name. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

export class MalformedXml extends Error {}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open > at && handler.text) handler.text(unescapeXml(xml.slice(at, open)));
    const next = xml.charCodeAt(open + 1);
    if (next === 33 /* ! */) {
      at = scanBang(xml, open, handler);
      continue;
    }
    const end = tagEnd(xml, open);
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

/** The ">" that ends a tag; one inside a quoted attribute does not. One pass, whatever stands in the quotes. */
function tagEnd(xml: string, open: number): number {
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

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function scanTag(tag: string, handler: XmlHandler): void {
  const selfClosing = tag.endsWith('/');
  const space = tag.search(/[\s/]/);
  const name = localName(space < 0 ? tag : tag.slice(0, space));
  if (handler.open) {
    let attributes: Map<string, string> | undefined;
    handler.open(name, (wanted) => {
      if (!attributes) {
        attributes = new Map();
        for (const match of tag.slice(name.length).matchAll(ATTRIBUTE)) {
          attributes.set(localName(match[1]), unescapeXml(match[2] ?? match[3]));
        }
      }
      return attributes.get(wanted);
    });
  }
  if (selfClosing) handler.close?.(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
