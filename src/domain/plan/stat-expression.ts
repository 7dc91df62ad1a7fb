import { sum } from '../decimal/decimal';

/** A column or row of a statistics form, of this period or of the one before. */
export interface StatTerm {
  column: string;
  isPrevious: boolean;
}

/** What stands on one side of an identity. */
export type StatExpression =
  | { kind: 'term'; term: StatTerm }
  | { kind: 'constant'; value: number }
  | { kind: 'sum'; parts: readonly { sign: 1 | -1; of: StatExpression }[] }
  /**
   * All that is multiplied, over all that is divided by: 100 × 3 ÷ 1 in that order, so that nothing
   * is rounded before it has to be.
   */
  | { kind: 'product'; times: readonly StatExpression[]; by: readonly StatExpression[] }
  | { kind: 'least' | 'most'; of: readonly StatExpression[] };

/** Where people write a factor of a rate without the brackets of a constant: "5 = 100 * 3 / 1". */
const SCALES: ReadonlySet<string> = new Set(['100', '1000', '10000']);

/**
 * Null where the text is no sum, difference, product, ratio, least or most of columns and
 * constants.
 */
export function parseStatExpression(text: string): StatExpression | null {
  try {
    return new Parser(text.normalize('NFC')).whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

class NotUnderstood extends Error {}

class Parser {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): StatExpression {
    const found = this.sum();
    if (this.rest !== '') throw new NotUnderstood();
    return found;
  }

  private get rest(): string {
    return this.text.slice(this.at).trimStart();
  }

  /** What the pattern finds next; it has to begin with ^. */
  private take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest);
    if (found) this.at = this.text.length - this.rest.length + found[0].length;
    return found;
  }

  private sum(): StatExpression {
    const parts: { sign: 1 | -1; of: StatExpression }[] = [{ sign: 1, of: this.product() }];
    for (let sign = this.take(/^[+\-−–]/u); sign; sign = this.take(/^[+\-−–]/u))
      parts.push({ sign: sign[0] === '+' ? 1 : -1, of: this.product() });
    return parts.length === 1 ? parts[0].of : { kind: 'sum', parts };
  }

  private product(): StatExpression {
    const times = [this.factor()];
    const by: StatExpression[] = [];
    for (let sign = this.take(/^[*×/:÷]/u); sign; sign = this.take(/^[*×/:÷]/u)) {
      const factor = this.factor(sign[0]);
      const isTimes = /[*×]/u.test(sign[0]);
      if (!isTimes && factor.kind === 'constant' && factor.value === 0) throw new NotUnderstood();
      (isTimes ? times : by).push(factor);
    }
    return times.length === 1 && by.length === 0 ? times[0] : { kind: 'product', times, by };
  }

  private factor(before = ''): StatExpression {
    if (this.take(/^\[/)) return this.constant();
    const chosen = this.take(/^(min|max|nhỏ nhất|lớn nhất)\s*\(/iu);
    if (chosen) {
      const of = [this.sum()];
      while (this.take(/^[;,]/)) of.push(this.sum());
      if (!this.take(/^\)/)) throw new NotUnderstood();
      return { kind: /^(min|nhỏ)/iu.test(chosen[1]) ? 'least' : 'most', of };
    }
    if (this.take(/^\(/)) {
      const inner = this.sum();
      if (!this.take(/^\)/)) throw new NotUnderstood();
      return this.previous(inner);
    }
    const name = this.take(/^[\p{L}\p{N}._]+/u);
    if (!name) throw new NotUnderstood();
    const isScale = SCALES.has(name[0]) && (/[*×]/u.test(before) || /^[*×]/u.test(this.rest));
    if (isScale) return { kind: 'constant', value: Number(name[0]) };
    return this.previous({ kind: 'term', term: { column: name[0], isPrevious: false } });
  }

  /** What stands behind "[". */
  private constant(): StatExpression {
    const written = this.take(/^-?\d+(?:[.,]\d+)?(?=\s*\])/);
    // "[1.000]" may be one or a thousand.
    if (!written || /\.\d{3}$/.test(written[0]) || !this.take(/^\]/)) throw new NotUnderstood();
    return { kind: 'constant', value: Number(written[0].replace(',', '.')) };
  }

  /** "(11) kỳ trước" as well as "11 kỳ trước". */
  private previous(of: StatExpression): StatExpression {
    if (!this.take(/^kỳ trước(?![\p{L}\p{N}])/iu)) return of;
    if (of.kind !== 'term') throw new NotUnderstood();
    return { kind: 'term', term: { ...of.term, isPrevious: true } };
  }
}

/** Every column or row it names, each as often as it does. */
export function termsOf(expression: StatExpression): StatTerm[] {
  switch (expression.kind) {
    case 'term':
      return [expression.term];
    case 'constant':
      return [];
    case 'sum':
      return expression.parts.flatMap(({ of }) => termsOf(of));
    case 'product':
      return [...expression.times, ...expression.by].flatMap(termsOf);
    default:
      return expression.of.flatMap(termsOf);
  }
}

/** Sums and differences of columns alone: those of a total are the totals of its rows. */
export function isLinear(expression: StatExpression): boolean {
  if (expression.kind === 'sum') return expression.parts.every(({ of }) => isLinear(of));
  return expression.kind === 'term';
}

/** How often each column counts in a linear one. */
export function weightsOf(
  expression: StatExpression,
  sign = 1,
): { term: StatTerm; weight: number }[] {
  if (expression.kind === 'term') return [{ term: expression.term, weight: sign }];
  if (expression.kind !== 'sum') return [];
  return expression.parts.flatMap(({ sign: own, of }) => weightsOf(of, sign * own));
}

/** Null where a part is not known, and where it would be divided by 0. */
export function evaluate(
  expression: StatExpression,
  valueOf: (term: StatTerm) => number | null,
): number | null {
  const all = (parts: readonly StatExpression[]): number[] | null => {
    const values = parts.map((part) => evaluate(part, valueOf));
    return values.includes(null) ? null : (values as number[]);
  };
  switch (expression.kind) {
    case 'term':
      return valueOf(expression.term);
    case 'constant':
      return expression.value;
    case 'sum': {
      const values = all(expression.parts.map(({ of }) => of));
      return values && sum(values.map((value, at) => expression.parts[at].sign * value));
    }
    case 'product': {
      const [times, by] = [all(expression.times), all(expression.by)];
      if (!times || !by || by.includes(0)) return null;
      const multiplied = (values: readonly number[]) =>
        values.reduce((soFar, value) => soFar * value, 1);
      return multiplied(times) / multiplied(by);
    }
    default: {
      const values = all(expression.of);
      return values && Math[expression.kind === 'least' ? 'min' : 'max'](...values);
    }
  }
}

/** As a formula of a cell, of references that are all known to be numbers. */
export function formulaOf(expression: StatExpression, refer: (term: StatTerm) => string): string {
  switch (expression.kind) {
    case 'term':
      return refer(expression.term);
    case 'constant':
      return String(expression.value);
    case 'sum':
      return expression.parts
        .map(
          ({ sign, of }, at) =>
            `${sign < 0 ? '-' : at > 0 ? '+' : ''}${sign < 0 ? afterMinus(of, refer) : formulaOf(of, refer)}`,
        )
        .join('');
    case 'product': {
      const times = expression.times.map((of) => asFactor(of, refer)).join('*');
      const by = expression.by.map((of) => asFactor(of, refer));
      if (by.length === 0) return times;
      return `${times}/${by.length === 1 ? by[0] : `(${by.join('*')})`}`;
    }
    default:
      return `${expression.kind === 'least' ? 'MIN' : 'MAX'}(${expression.of.map((of) => formulaOf(of, refer)).join(',')})`;
  }
}

type Refer = (term: StatTerm) => string;

function afterMinus(of: StatExpression, refer: Refer): string {
  const formula = formulaOf(of, refer);
  const isApart = of.kind === 'sum' || (of.kind === 'constant' && of.value < 0);
  return isApart ? `(${formula})` : formula;
}

/** 7 ÷ (9 × 30) is not 7 ÷ 9 × 30: what is multiplied within a factor stays together. */
function asFactor(of: StatExpression, refer: Refer): string {
  return of.kind === 'product' ? `(${formulaOf(of, refer)})` : afterMinus(of, refer);
}

/** As formulas, all that is divided by: none of them may be 0. */
export function divisorsOf(
  expression: StatExpression,
  refer: (term: StatTerm) => string,
): string[] {
  switch (expression.kind) {
    case 'sum':
      return expression.parts.flatMap(({ of }) => divisorsOf(of, refer));
    case 'product':
      return [
        ...expression.by.filter(({ kind }) => kind !== 'constant').map((of) => asFactor(of, refer)),
        ...[...expression.times, ...expression.by].flatMap((of) => divisorsOf(of, refer)),
      ];
    case 'least':
    case 'most':
      return expression.of.flatMap((of) => divisorsOf(of, refer));
    default:
      return [];
  }
}

/** Blank until every part is a number, and where one of them would divide by 0. */
export function cellFormula(expression: StatExpression, refer: (term: StatTerm) => string): string {
  const parts = termsOf(expression).map(refer);
  const divisors = divisorsOf(expression, refer);
  const formula = formulaOf(expression, refer);
  const nonZero = divisors.map((divisor) => `${divisor}=0`);
  const safe =
    divisors.length === 0
      ? formula
      : `IF(${nonZero.length === 1 ? nonZero[0] : `OR(${nonZero.join(',')})`},"",${formula})`;
  return `IF(COUNT(${parts.join(',')})=${parts.length},${safe},"")`;
}
