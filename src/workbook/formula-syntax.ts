import { parseArea, unquoteSheet, type Area } from './address';

/**
 * Whether a formula could be entered in Excel: a grammar of expressions, not of functions and their
 * arguments.
 */
export function isWellFormed(formula: string): boolean {
  const tokens = tokenise(formula);
  if (!tokens) return false;
  const parser = new Parser(tokens);
  return parser.expression() && parser.isAtEnd;
}

/** A reference of a formula: a sheet by name, or the formula's own where null. */
export interface Reference {
  sheet: string | null;
  area: Area;
}

/**
 * The cells and ranges a formula refers to, in its order; names, whole columns and other workbooks
 * are none.
 */
export function referencesIn(formula: string): Reference[] {
  return (tokenise(formula) ?? []).flatMap(({ kind, text }): Reference[] => {
    if (kind !== 'operand' || text.startsWith('"')) return [];
    const bang = text.lastIndexOf('!');
    const area = parseArea(text.slice(bang + 1));
    const sheet = bang < 0 ? null : unquoteSheet(text.slice(0, bang));
    return area && !sheet?.includes('[') ? [{ sheet, area }] : [];
  });
}

type Kind =
  | 'operand'
  | 'name'
  | 'operator'
  | 'percent'
  | 'open'
  | 'close'
  | 'comma'
  | 'semicolon'
  | 'brace'
  | 'unbrace'
  | 'gap';

interface Token {
  kind: Kind;
  text: string;
}

const REFERENCE = `\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?#?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7}|#REF!`;
const SHEET = `(?:'(?:[^']|'')+'|[\\p{L}_\\[][\\p{L}\\p{M}\\d_.\\[\\]]*(?::[\\p{L}_][\\p{L}\\p{M}\\d_.]*)?)!`;
const PATTERNS: [Kind, RegExp][] = [
  ['operand', /"(?:[^"]|"")*"/y],
  ['operand', new RegExp(`(?:${SHEET})?(?:${REFERENCE})(?![\\p{L}\\p{M}\\d_.(\\[])`, 'iuy')],
  ['operand', /#(?:NULL!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/y],
  ['operand', /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\p{L}\d_.])/iuy],
  [
    'name',
    new RegExp(
      `(?:${SHEET})?[\\p{L}_\\\\][\\p{L}\\p{M}\\d_.\\\\]*(?:\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\])?|\\[@?[^\\[\\]]+\\]`,
      'uy',
    ),
  ],
  ['operator', /<>|<=|>=|[-+*/^&=<>:@]/y],
  ['percent', /%/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
  ['semicolon', /;/y],
  ['brace', /\{/y],
  ['unbrace', /\}/y],
  ['gap', /\s+/y],
];

function tokenise(formula: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    let found: Token | null = null;
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (!match) continue;
      found = { kind, text: match[0] };
      break;
    }
    if (!found) return null;
    at += found.text.length;
    tokens.push(found);
  }
  return tokens;
}

class Parser {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    this.gaps();
    return this.at === this.tokens.length;
  }
  private gaps(): void {
    while (this.tokens[this.at]?.kind === 'gap') this.at++;
  }
  private is(kind: Kind, text?: RegExp): boolean {
    const token = this.tokens[this.at];
    return token?.kind === kind && (!text || text.test(token.text));
  }
  private take(kind: Kind, text?: RegExp): boolean {
    this.gaps();
    if (!this.is(kind, text)) return false;
    this.at++;
    return true;
  }

  expression(): boolean {
    if (!this.operand()) return false;
    for (;;) {
      this.gaps();
      const wasGap = this.tokens[this.at - 1]?.kind === 'gap';
      if (this.take('operator', /^(?!@)/)) {
        if (!this.operand()) return false;
      } else if (wasGap && (this.is('open') || this.isReference())) {
        // A space between references is their intersection.
        if (!this.intersects() || !this.operand()) return false;
      } else return true;
    }
  }

  private isReference(): boolean {
    const token = this.tokens[this.at];
    return (
      token?.kind === 'name' ||
      (token?.kind === 'operand' &&
        /[A-Z]\$?\d|:|!/i.test(token.text) &&
        !token.text.startsWith('"'))
    );
  }
  /** Whether what stands before the gap can be a reference. */
  private intersects(): boolean {
    let before = this.at - 1;
    while (this.tokens[before]?.kind === 'gap') before--;
    const token = this.tokens[before];
    if (token?.kind === 'close') return true;
    return (
      token?.kind === 'operand' && /[A-Z]\$?\d|:|!/i.test(token.text) && !token.text.startsWith('"')
    );
  }

  private operand(): boolean {
    while (this.take('operator', /^[-+@]$/));
    if (this.take('open')) {
      if (!this.list(true) || !this.take('close')) return false;
    } else if (this.take('brace')) {
      if (!this.array()) return false;
    } else if (this.take('name')) {
      if (this.is('open')) {
        this.at++;
        if (!this.list(false) || !this.take('close')) return false;
      }
    } else if (!this.take('operand')) return false;
    while (this.take('percent'));
    return true;
  }

  /** Expressions with commas between; arguments may be left out, members of a union may not. */
  private list(isUnion: boolean): boolean {
    this.gaps();
    if (!isUnion && this.is('close')) return true;
    do {
      this.gaps();
      if (!isUnion && (this.is('comma') || this.is('close'))) continue;
      if (!this.expression()) return false;
    } while (this.take('comma'));
    return true;
  }

  private array(): boolean {
    do {
      this.take('operator', /^[-+]$/);
      if (!this.take('operand') && !this.take('name', /^(TRUE|FALSE)$/i)) return false;
    } while (this.take('comma') || this.take('semicolon'));
    return this.take('unbrace');
  }
}
