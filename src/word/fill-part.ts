import { theOne } from '../known/known';
import { fieldKey } from '../text/field-key';
import { plainKey } from '../text/normal-form';
import { TooMuchText } from '../xlsx/read/text-encoding';
import { elementText } from '../xlsx/stamp/xml-text';
import { textPart, type ParagraphNode, type TextNode } from './text-nodes';

/**
 * What a field of a part gives: words, WordprocessingML in place of its paragraph, or whether
 * something holds; null for an unknown one.
 */
export type Filling =
  | { kind: 'text'; text: string }
  | { kind: 'xml'; xml: string }
  | { kind: 'condition'; holds: boolean }
  | null;

/** What of a part could not be filled: its words stay as they are. */
export interface TemplateTrouble {
  kind: 'unknown' | 'not-alone' | 'not-closed' | 'torn';
  /** As it stands between the braces; of a torn one what stands beside them. */
  field: string;
}

/** A field as it stands in a paragraph: from the first brace to behind the last. */
interface Placed {
  paragraph: ParagraphNode;
  start: number;
  end: number;
  inner: string;
  token: Token;
}

type Token =
  | { kind: 'field'; name: string }
  | { kind: 'if'; name: string; isNegated: boolean }
  | { kind: 'end' };

const FIELD = /\{\{([^{}\n]{1,200})\}\}/g;
/** So much may be put into one part. */
const MOST_PUT_IN = 32 << 20;

/** The names of the fields of a part, as they stand between the braces. */
export function fieldsIn(xml: string): string[] {
  return placedIn(textPart(xml).paragraphs).map(({ inner }) => inner);
}

/** What stands beside braces that open no field, or close none: somebody lost one of them. */
export function tornIn(xml: string): string[] {
  return tornOf(textPart(xml).paragraphs);
}

const BESIDE = 30;
const BRACES = /\{\{|\}\}/g;

function tornOf(paragraphs: readonly ParagraphNode[]): string[] {
  return paragraphs.flatMap((paragraph) => {
    // What is a field leaves its place empty, so that nothing else comes together.
    const said = saidIn(paragraph).replace(FIELD, (whole) => '\n'.repeat(whole.length));
    return [...said.matchAll(BRACES)].map(({ 0: braces, index }) => {
      const beside =
        braces === '{{'
          ? said.slice(index, index + BESIDE)
          : said.slice(Math.max(0, index - BESIDE), index + braces.length);
      return theOne(beside.split('\n'), (part) => part.includes(braces)).trim();
    });
  });
}

/**
 * The field a placeholder asks for, without the words around it; null for the end of a condition.
 */
export function fieldName(inner: string): string | null {
  const token = tokenOf(inner);
  return token.kind === 'end' ? null : token.name;
}

function tokenOf(inner: string): Token {
  const words = plainKey(inner);
  if (words === 'het' || words === 'het neu' || words === '/neu') return { kind: 'end' };
  const condition = /^neu (khong )?(.+)$/.exec(words);
  if (condition)
    return { kind: 'if', isNegated: condition[1] !== undefined, name: fieldKey(condition[2]) };
  return { kind: 'field', name: fieldKey(inner) };
}

/** Fills a part; everything that is no field stays as it is to the byte. */
export function fillPart(
  xml: string,
  fillingOf: (name: string) => Filling,
): { xml: string; troubles: TemplateTrouble[] } {
  const { paragraphs, prefix } = textPart(xml);
  const placed = placedIn(paragraphs);
  const troubles = tornOf(paragraphs).map((field): TemplateTrouble => ({ kind: 'torn', field }));
  const known = placed.filter(({ token, inner }) => {
    const isKnown = token.kind === 'end' || fillingOf(token.name) !== null;
    if (!isKnown) troubles.push({ kind: 'unknown', field: inner });
    return isKnown;
  });
  const edits = new Edits(xml, prefix);
  for (const { open, close, holds } of conditionsIn(known, fillingOf, troubles)) {
    if (open.paragraph === close.paragraph) {
      if (holds) edits.say(open, '');
      else edits.say({ ...open, end: close.start }, '');
      edits.say(close, '');
      continue;
    }
    if (holds) edits.drop(open.paragraph, open.paragraph);
    else edits.drop(open.paragraph, close.paragraph);
    edits.drop(close.paragraph, close.paragraph);
  }
  for (const one of known) {
    const { token, inner, paragraph } = one;
    if (token.kind !== 'field') continue;
    const filling = fillingOf(token.name)!;
    if (filling.kind === 'text') edits.say(one, filling.text);
    else if (filling.kind === 'xml' && isAlone(one)) edits.replace(paragraph, filling.xml);
    else troubles.push({ kind: filling.kind === 'xml' ? 'not-alone' : 'unknown', field: inner });
  }
  return { xml: edits.applied(), troubles };
}

interface Condition {
  open: Placed;
  close: Placed;
  holds: boolean;
}

/**
 * Conditions that are closed within their paragraph, or by a paragraph of its own beside the one
 * that opens them.
 */
function conditionsIn(
  placed: readonly Placed[],
  fillingOf: (name: string) => Filling,
  troubles: TemplateTrouble[],
): Condition[] {
  const found: Condition[] = [];
  // A condition ends where it began: in its own paragraph, or among the paragraphs beside it.
  const open = new Map<object, Placed[]>();
  for (const one of placed) {
    if (one.token.kind === 'field') continue;
    const place = isAlone(one) ? one.paragraph.parent : one.paragraph;
    const waiting = open.get(place) ?? [];
    open.set(place, waiting);
    if (one.token.kind === 'if') {
      waiting.push(one);
      continue;
    }
    const opened = waiting.pop();
    if (!opened) {
      troubles.push({ kind: 'not-closed', field: one.inner });
      continue;
    }
    const token = opened.token as Extract<Token, { kind: 'if' }>;
    found.push({
      open: opened,
      close: one,
      holds: holds(fillingOf(token.name)) !== token.isNegated,
    });
  }
  for (const left of [...open.values()].flat())
    troubles.push({ kind: 'not-closed', field: left.inner });
  return found;
}

/** Words hold where there are any, and a number where it is not 0. */
function holds(filling: Filling): boolean {
  if (filling?.kind === 'condition') return filling.holds;
  if (filling?.kind === 'text') return filling.text !== '' && filling.text !== '0';
  return filling !== null && filling.xml !== '';
}

function isAlone({ paragraph, start, end }: Placed): boolean {
  const said = saidIn(paragraph);
  return said.slice(0, start).trim() === '' && said.slice(end).trim() === '';
}

function placedIn(paragraphs: readonly ParagraphNode[]): Placed[] {
  return paragraphs
    .flatMap((paragraph) =>
      [...saidIn(paragraph).matchAll(FIELD)].map(({ 0: whole, 1: inner, index }): Placed => ({
        paragraph,
        start: index,
        end: index + whole.length,
        inner: inner.trim(),
        token: tokenOf(inner),
      })),
    )
    .sort((a, b) => a.paragraph.start - b.paragraph.start || a.start - b.start);
}

/** What a paragraph says, whatever runs its program has cut it into. */
function saidIn({ texts }: ParagraphNode): string {
  return texts.map((node) => node?.text ?? '\n').join('');
}

/**
 * Changes of a part, put in at once: of single texts, and of whole paragraphs, which win over what
 * is changed within them.
 */
class Edits {
  /** New words of a text, by the place of its tag. */
  private readonly texts = new Map<TextNode, string>();
  private readonly said = new Map<ParagraphNode, { start: number; end: number; text: string }[]>();
  private readonly whole: { start: number; end: number; xml: string }[] = [];
  private putIn = 0;

  constructor(
    private readonly xml: string,
    private readonly prefix: string,
  ) {}

  say({ paragraph, start, end }: Pick<Placed, 'paragraph' | 'start' | 'end'>, text: string): void {
    this.count(text);
    this.said.set(paragraph, [...(this.said.get(paragraph) ?? []), { start, end, text }]);
  }

  /**
   * Takes out everything from one paragraph to another beside it. What marks a place in the text
   * stays.
   */
  drop(from: ParagraphNode, to: ParagraphNode): void {
    const removed = this.xml.slice(from.start, to.end);
    this.whole.push({ start: from.start, end: to.end, xml: this.kept(removed, to) });
  }

  /** Puts blocks in the place of a paragraph. */
  replace(paragraph: ParagraphNode, xml: string): void {
    this.count(xml);
    const own = this.prefix === 'w:' ? xml : xml.replace(/(<\/?|\s)w:/g, `$1${this.prefix}`);
    const endsWithTable = /<\/[\w.-]*:?tbl>\s*$/.test(own);
    const rest = this.kept(
      this.xml.slice(paragraph.start, paragraph.end),
      paragraph,
      endsWithTable,
    );
    this.whole.push({ start: paragraph.start, end: paragraph.end, xml: own + rest });
  }

  /**
   * Bookmarks reach over paragraphs, a section ends in one, and a cell does not end without one.
   */
  private kept(removed: string, last: ParagraphNode, needsParagraph = false): string {
    const marks = removed.match(
      new RegExp(`<${this.prefix}(bookmark|commentRange|perm)(Start|End)\\b[^>]*/>`, 'g'),
    );
    const sections =
      removed.match(
        new RegExp(`<${this.prefix}sectPr\\b[^>]*?(/>|>[\\s\\S]*?</${this.prefix}sectPr>)`, 'g'),
      ) ?? [];
    const endsPlace = last.parent.last === last && last.parent.name !== `${this.prefix}body`;
    const tag = (name: string, inner = '') =>
      `<${this.prefix}${name}>${inner}</${this.prefix}${name}>`;
    const ending = sections.map((section) => tag('p', tag('pPr', section))).join('');
    return (marks?.join('') ?? '') + (ending || (needsParagraph || endsPlace ? tag('p') : ''));
  }

  private count(text: string): void {
    this.putIn += text.length;
    if (this.putIn > MOST_PUT_IN) throw new TooMuchText();
  }

  applied(): string {
    for (const [paragraph, changes] of this.said) this.rewrite(paragraph, changes);
    const outer = this.outermost();
    const within = [...this.texts].filter(
      ([{ tag }]) => !outer.some(({ start, end }) => start <= tag && tag < end),
    );
    const all = [
      ...outer,
      ...within.map(([node, text]) => ({
        start: node.tag,
        end: node.end,
        xml: this.textTag(node, text),
      })),
    ].sort((a, b) => a.start - b.start);
    let at = 0;
    const parts: string[] = [];
    for (const { start, end, xml } of all) {
      parts.push(this.xml.slice(at, start), xml);
      at = end;
    }
    return parts.join('') + this.xml.slice(at);
  }

  private outermost(): { start: number; end: number; xml: string }[] {
    const sorted = [...this.whole].sort((a, b) => a.start - b.start || b.end - a.end);
    const outer: typeof sorted = [];
    for (const one of sorted) if ((outer.at(-1)?.end ?? 0) <= one.start) outer.push(one);
    return outer;
  }

  /** The first text of a field takes the new words, the others lose theirs. */
  private rewrite(
    { texts }: ParagraphNode,
    changes: { start: number; end: number; text: string }[],
  ): void {
    // Of a condition within a condition, the outer one.
    const sorted = changes.sort((a, b) => a.start - b.start || b.end - a.end);
    const outer: typeof changes = [];
    for (const one of sorted) if ((outer.at(-1)?.end ?? 0) <= one.start) outer.push(one);
    let from = 0;
    for (const node of texts) {
      const length = node?.text.length ?? 1;
      const [start, end] = [from, from + length];
      from = end;
      if (!node) continue;
      const own = outer.filter((one) => one.start < end && one.end > start);
      if (own.length === 0) continue;
      let said = '';
      let at = start;
      for (const one of own) {
        said += node.text.slice(at - start, Math.max(at, one.start) - start);
        if (one.start >= start) said += one.text;
        at = Math.min(end, one.end);
      }
      this.texts.set(node, said + node.text.slice(at - start));
    }
  }

  /** The opening tag and the words, blanks at their ends kept; a line break is one. */
  private textTag({ tag, start }: TextNode, text: string): string {
    const opening = this.xml.slice(tag, start).replace(/\sxml:space\s*=\s*("[^"]*"|'[^']*')/, '');
    const kept = opening.replace(/>$/, ' xml:space="preserve">');
    const lines = text.replace(/\r\n?/g, '\n').replace(CONTROL, '').split('\n');
    return kept + lines.map(elementText).join(`</${this.prefix}t><${this.prefix}br/>${kept}`);
  }
}

/** What XML cannot hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
