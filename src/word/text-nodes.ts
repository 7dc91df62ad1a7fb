import { lastOf } from '../known/known';
import { MalformedXml, unescapeXml } from '../xlsx/read/xml';
import { TooManyCells } from '../xlsx/read/rows';

/**
 * A text of a run, by its place in the part: the tag that opens it, and what stands between the
 * tags.
 */
export interface TextNode {
  tag: number;
  start: number;
  end: number;
  text: string;
}

/**
 * A paragraph with the texts of its own, not of those in a box within it; a break or tab is a node
 * that holds a line break and no place.
 */
export interface ParagraphNode {
  start: number;
  end: number;
  /** The element it stands in. */
  parent: ElementNode;
  texts: (TextNode | null)[];
}

export interface ElementNode {
  name: string;
  /** The last paragraph directly in it. */
  last: ParagraphNode | null;
}

export interface TextPart {
  /** Of the names of WordprocessingML: "w:", as a rule. */
  prefix: string;
  paragraphs: ParagraphNode[];
}

const NAMESPACE =
  /\sxmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/;
/** Deeper than any document; made to harm. */
const DEEPEST = 400;
const MOST_PARAGRAPHS = 200_000;
/** What is told nowhere any more. */
const GONE = new Set(['moveFrom', 'del']);

/**
 * The paragraphs of a part, in the order they end. Nothing of the part is changed, and nothing in
 * it can expand: a DOCTYPE is refused.
 */
export function textPart(xml: string): TextPart {
  const found = NAMESPACE.exec(xml.slice(0, 100_000));
  const prefix = found?.[1] === undefined ? '' : `${found[1]}:`;
  const paragraphs: ParagraphNode[] = [];
  const elements: (ElementNode & { paragraph?: ParagraphNode; text?: TextStart })[] = [];
  const open: ParagraphNode[] = [];
  let gone = 0;
  const own = (name: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : '');
  for (const { at, end, name, isClosing, isEmpty } of tagsOf(xml)) {
    const local = own(name);
    if (isClosing) {
      const element = elements.pop();
      if (element?.name !== name) throw new MalformedXml(`unbalanced at ${at}`);
      if (GONE.has(local)) gone--;
      if (gone === 0) closeText(element.text, at, xml, open.at(-1));
      if (element.paragraph) {
        element.paragraph.end = end;
        paragraphs.push(element.paragraph);
        open.pop();
      }
      continue;
    }
    if (/^(br|cr|tab|noBreakHyphen)$/.test(local) && open.length > 0) lastOf(open).texts.push(null);
    if (isEmpty) continue;
    if (elements.length >= DEEPEST || paragraphs.length >= MOST_PARAGRAPHS)
      throw new TooManyCells();
    const element: (typeof elements)[number] = { name, last: null };
    if (GONE.has(local)) gone++;
    if (local === 't') element.text = { tag: at, start: end };
    if (local === 'p') open.push((element.paragraph = openParagraph(elements.at(-1), at, end)));
    elements.push(element);
  }
  if (elements.length > 0) throw new MalformedXml('unclosed');
  return { prefix, paragraphs };
}

function openParagraph(parent: ElementNode | undefined, start: number, end: number): ParagraphNode {
  if (!parent) throw new MalformedXml('a paragraph in nothing');
  const paragraph: ParagraphNode = { start, end, parent, texts: [] };
  parent.last = paragraph;
  return paragraph;
}

interface TextStart {
  tag: number;
  start: number;
}

/** The text of a run is told of the paragraph that is open. */
function closeText(
  text: TextStart | undefined,
  end: number,
  xml: string,
  paragraph: ParagraphNode | undefined,
): void {
  if (!text || !paragraph) return;
  const { tag, start } = text;
  paragraph.texts.push({ tag, start, end, text: unescapeXml(xml.slice(start, end)) });
}

interface Tag {
  at: number;
  end: number;
  name: string;
  isClosing: boolean;
  isEmpty: boolean;
}

function* tagsOf(xml: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    at = xml.indexOf('<', at);
    if (at < 0) return;
    const next = xml[at + 1];
    if (next === '!') {
      at = afterBang(xml, at);
      continue;
    }
    const end = tagEnd(xml, at) + 1;
    if (next !== '?') {
      const isClosing = next === '/';
      const name = /^[^\s/>]*/.exec(
        xml.slice(at + (isClosing ? 2 : 1), Math.min(end, at + 200)),
      )![0];
      yield { at, end, name, isClosing, isEmpty: xml[end - 2] === '/' };
    }
    at = end;
  }
}

function afterBang(xml: string, at: number): number {
  const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : null;
  if (close === null) throw new MalformedXml('document type');
  const end = xml.indexOf(close, at + 4);
  if (end < 0) throw new MalformedXml(`unclosed at ${at}`);
  return end + close.length;
}

/** The ">" that ends a tag; one inside a quoted attribute does not. */
function tagEnd(xml: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < xml.length; at++) {
    const letter = xml[at];
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return at;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  throw new MalformedXml(`unclosed at ${open}`);
}
