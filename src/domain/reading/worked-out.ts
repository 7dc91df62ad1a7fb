import type { CellValue } from '../../workbook/cell';

/**
 * What a formula over cells gives, for one that was saved without its result: programs that write
 * workbooks keep none. Arithmetic, comparisons and the few functions a ratio is made with; of
 * anything else nothing is told.
 */
export function workedOut(
  formula: string,
  valueAt: (cell: string) => CellValue,
): number | string | null {
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  const reader: Reader = { tokens, at: 0, valueAt };
  try {
    const value = comparison(reader);
    if (reader.at < tokens.length || typeof value === 'boolean') return null;
    return typeof value === 'number' && !Number.isFinite(value) ? null : (value ?? 0);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** Something the formula asks is not known here, or gives an error. */
class Unknown extends Error {}

/** Null: a blank cell, which is 0 to a sum, “” to a text, and no number. */
type Value = number | string | boolean | null;

interface Reader {
  tokens: readonly string[];
  at: number;
  valueAt(cell: string): CellValue;
}

const TOKEN =
  /\s*("(?:[^"]|"")*"|\$?[A-Z]{1,3}\$?\d+|[A-Z][A-Z.]*(?=\s*\()|TRUE|FALSE|\d+(?:\.\d+)?|<>|<=|>=|[-+*/^()=<>,;%&])/iy;
/** No ratio asks more. */
const MOST = 400;

function tokensOf(formula: string): string[] | null {
  const tokens: string[] = [];
  const text = formula.trim().replace(/^=/, '').trimEnd();
  if (text.length > MOST) return null;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    tokens.push(found[1]);
  }
  return tokens;
}

function next(reader: Reader, ...wanted: string[]): string | null {
  const token = reader.tokens[reader.at];
  if (token === undefined || !wanted.includes(token)) return null;
  reader.at++;
  return token;
}

function must(reader: Reader, token: string): void {
  if (next(reader, token) === null) throw new Unknown();
}

function number(value: Value): number {
  if (value === null) return 0;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unknown();
  return value;
}

function comparison(reader: Reader): Value {
  const left = sum(reader);
  const sign = next(reader, '=', '<>', '<', '>', '<=', '>=');
  if (sign === null) return left;
  const right = sum(reader);
  if (sign === '=' || sign === '<>') return isSame(left, right) === (sign === '=');
  const away = number(left) - number(right);
  return sign.startsWith('<') ? away < 0 || (sign === '<=' && away === 0) : isOver(away, sign);
}

function isSame(left: Value, right: Value): boolean {
  if (left === null || right === null) return [null, 0, '', false].includes(left ?? right);
  const [a, b] = [left, right].map((one) => (typeof one === 'string' ? one.toLowerCase() : one));
  return a === b;
}

function isOver(away: number, sign: string): boolean {
  return away > 0 || (sign === '>=' && away === 0);
}

function sum(reader: Reader): Value {
  let value = product(reader);
  for (let sign = next(reader, '+', '-'); sign; sign = next(reader, '+', '-')) {
    const other = number(product(reader));
    value = number(value) + (sign === '+' ? other : -other);
  }
  return value;
}

function product(reader: Reader): Value {
  let value = power(reader);
  for (let sign = next(reader, '*', '/'); sign; sign = next(reader, '*', '/')) {
    const other = number(power(reader));
    value = sign === '*' ? number(value) * other : number(value) / other;
  }
  return value;
}

function power(reader: Reader): Value {
  let value = signed(reader);
  while (next(reader, '^')) value = number(value) ** number(signed(reader));
  return value;
}

function signed(reader: Reader): Value {
  if (next(reader, '-')) return -number(signed(reader));
  if (next(reader, '+')) return signed(reader);
  let value = single(reader);
  while (next(reader, '%')) value = number(value) / 100;
  return value;
}

function single(reader: Reader): Value {
  const token = reader.tokens[reader.at++];
  if (token === undefined) throw new Unknown();
  if (token === '(') {
    const value = comparison(reader);
    must(reader, ')');
    return value;
  }
  if (token.startsWith('"')) return token.slice(1, -1).replace(/""/g, '"');
  if (/^\d/.test(token)) return Number(token);
  if (/^\$?[A-Z]{1,3}\$?\d+$/i.test(token)) return valueOf(reader, token);
  if (/^(true|false)$/i.test(token)) return token.toUpperCase() === 'TRUE';
  const call = CALLS[token.toUpperCase()];
  if (!call) throw new Unknown();
  must(reader, '(');
  const value = call(reader);
  must(reader, ')');
  return value;
}

function valueOf({ valueAt }: Reader, token: string): Value {
  const value = valueAt(token.replace(/\$/g, '').toUpperCase());
  if (value !== null && typeof value === 'object') throw new Unknown();
  return value;
}

/** What is not asked for may be an error: only its end is looked for. */
function passOver(reader: Reader): void {
  for (let depth = 0; reader.at < reader.tokens.length; reader.at++) {
    const token = reader.tokens[reader.at];
    if (depth === 0 && (token === ',' || token === ';' || token === ')')) return;
    if (token === '(') depth++;
    if (token === ')') depth--;
  }
}

function truth(value: Value): boolean {
  return typeof value === 'boolean' ? value : number(value) !== 0;
}

function everyOf(reader: Reader): Value[] {
  const values = [comparison(reader)];
  while (next(reader, ',', ';')) values.push(comparison(reader));
  return values;
}

const CALLS: Partial<Record<string, (reader: Reader) => Value>> = {
  IF(reader) {
    const isSo = truth(comparison(reader));
    if (!next(reader, ',', ';')) throw new Unknown();
    if (isSo) {
      const value = comparison(reader);
      if (next(reader, ',', ';')) passOver(reader);
      return value;
    }
    passOver(reader);
    return next(reader, ',', ';') ? comparison(reader) : false;
  },
  IFERROR(reader) {
    const start = reader.at;
    try {
      const value = comparison(reader);
      if (typeof value === 'number') number(value);
      if (next(reader, ',', ';')) passOver(reader);
      return value;
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      reader.at = start;
      passOver(reader);
      if (!next(reader, ',', ';')) throw error;
      return comparison(reader);
    }
  },
  ROUND(reader) {
    const [value, places = 0] = everyOf(reader).map(number);
    const power = 10 ** places;
    return (Math.sign(value) * Math.round(Math.abs(value) * power)) / power;
  },
  AND: (reader) => everyOf(reader).every(truth),
  OR: (reader) => everyOf(reader).some(truth),
  ISNUMBER: (reader) => typeof comparison(reader) === 'number',
};
