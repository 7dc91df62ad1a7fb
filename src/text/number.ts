import { halfWidth, plainKey, tidy } from './normal-form';
import { numberInWords } from './number-in-words';

/** How a text was understood as a number; the order is the order of reading. */
export type NumberNote =
  | 'decimal-comma'
  | 'decimal-point'
  | 'thousands-dot'
  | 'thousands-comma'
  | 'spaces'
  | 'percent'
  | 'unit'
  | 'in-words'
  | 'digits-as-text';

/** What a text in a figure cell says. */
export type NumberReading =
  | { kind: 'number'; value: number; notes: NumberNote[] }
  /** "1.234" outside a count: 1234 or 1,234. */
  | { kind: 'ambiguous'; values: [number, number] }
  /** "1O5": letters that look like digits. */
  | { kind: 'letters'; suggestion: number }
  | { kind: 'estimate' }
  | { kind: 'target' }
  | { kind: 'several' }
  /**
   * "120⏎130", "120¹": numbers that end at a line break, a wide gap or a raised figure; which one
   * is meant is asked.
   */
  | { kind: 'apart'; values: number[] }
  /**
   * "15 (tạm tính)", "15 (mười sáu)": what stands behind the figure may take it back; whether it
   * holds is asked.
   */
  | { kind: 'with-words'; values: number[] }
  | { kind: 'dash' }
  | { kind: 'none' }
  | { kind: 'not-applicable' }
  | { kind: 'not-a-number' };

export interface NumberContext {
  /** Whole things are counted here, so "12.345" can only be twelve thousand. */
  counted: boolean;
  /** Words of the unit that may follow the number ("hồ sơ"). */
  units?: string[];
}

const NUMBER = /^([+-]?)(\d[\d.,]*)$/;

/** Figures off the line are notes under a table, never digits of the number before them. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉';
const OFF_THE_LINE = new RegExp(`[${RAISED}]`, 'g');
const RAISED_DIGITS = new RegExp(`(?<=\\d\\s*)[${RAISED}]+`, 'g');
/**
 * What stands between two figures of a cell that nobody typed as one: a line break, a tab, a gap.
 */
const APART = /[\n\v\f\r\u0085\u2028\u2029\t]|[^\S\n]{2,}/;

/**
 * Reads a Vietnamese number as office staff type it. Pure syntax: whether the number is sensible is
 * a rule's business.
 */
export function readNumber(raw: string, context: NumberContext): NumberReading {
  const shown = halfWidth(raw).replace(RAISED_DIGITS, (marks) => `\n${lowered(marks)}`);
  const pieces = shown.split(APART).filter((piece) => /\d/.test(piece));
  if (pieces.length > 1)
    return { kind: 'apart', values: pieces.flatMap((piece) => valuesOf(piece, context)) };
  // A mark alone is that of a note.
  if (pieces.length === 0 && shown.search(OFF_THE_LINE) >= 0 && !/\p{L}/u.test(shown))
    return { kind: 'not-a-number' };
  const text = tidy(lowered(shown));
  const plain = plainKey(text);
  if (/^[-.]+$/.test(text)) return { kind: 'dash' };
  if (NONE.test(plain)) return { kind: 'none' };
  if (NOT_APPLICABLE.test(plain)) return { kind: 'not-applicable' };
  if (/^(khoang|uoc|gan|tren|hon|duoi|~|>|<|≥|≤|±)/.test(plain) && /\d/.test(plain))
    return { kind: 'estimate' };
  if (/^(toi thieu|toi da|it nhat|khong qua)\b/.test(plain) && /\d/.test(plain))
    return { kind: 'target' };
  if (/^\d[\d.,\s]*%?\s*\+$/.test(text)) return { kind: 'estimate' };
  if (/\d\s*%?\s*[/;|]\s*\d/.test(text) || /\d\s*%?\s*va\s*\d/.test(plain))
    return { kind: 'several' };
  return readTyped(text, context);
}

function readTyped(text: string, context: NumberContext): NumberReading {
  return (
    readDigits(text, context) ??
    readBesideWords(text, context) ??
    readLetters(text.replace(/ ?%$/, ''))
  );
}

const NONE = /^(khong|ko)( co)?[.!]?$/;
const NOT_APPLICABLE =
  /^((khong|ko|chua)( co)? phat sinh( (ho so|tthc|thu tuc|van ban|viec|nhiem vu))?|k\.?p\.?s)\.?$/;

/** "m²" is the unit m2. */
function lowered(text: string): string {
  return text.replace(OFF_THE_LINE, (mark) => String(RAISED.indexOf(mark) % 10));
}

function valuesOf(piece: string, context: NumberContext): number[] {
  const reading = readNumber(piece, context);
  return reading.kind === 'number'
    ? [reading.value]
    : reading.kind === 'ambiguous'
      ? reading.values
      : [];
}

/** A figure, words in brackets without a figure of their own, and its unit. */
const BRACKETED = /^([+-]?\d[^()[\]]{0,60}?) ?[([] ?([^()[\]\d]{1,200}?) ?[)\]]([^()[\]\d]{0,60})$/;
/** The same words behind a dash. */
const DASHED = /^([+-]?\d[^()[\]]{0,60}?) ?- ?(\p{L}[^()[\]\d]{0,199})$/u;

/**
 * "15 (mười lăm)" says one number twice. Other words behind a figure may say that it is none yet,
 * or another.
 */
function readBesideWords(text: string, context: NumberContext): NumberReading | null {
  const [, figure, words, behind = ''] = BRACKETED.exec(text) ?? DASHED.exec(text) ?? [];
  if (figure === undefined || !/\p{L}/u.test(words)) return null;
  const reading = readDigits(tidy(figure + behind), context);
  if (reading?.kind === 'number')
    return heldAgainst(words, [reading.value], reading.notes, context);
  return reading?.kind === 'ambiguous' ? heldAgainst(words, reading.values, [], context) : null;
}

function heldAgainst(
  words: string,
  values: number[],
  notes: NumberNote[],
  { units = [] }: NumberContext,
): NumberReading {
  if (values.length === 1 && units.some((unit) => isUnit(words, unit)))
    return { kind: 'number', value: values[0], notes: [...notes, 'unit'] };
  const spoken = numberInWords(bareWords(words, units));
  if (spoken === null) return { kind: 'with-words', values };
  return values.includes(spoken)
    ? { kind: 'number', value: spoken, notes: [...notes, 'in-words'] }
    : { kind: 'with-words', values: [...values, spoken] };
}

/** "Bằng chữ: mười lăm hồ sơ chẵn" is "mười lăm". */
function bareWords(words: string, units: readonly string[]): string {
  const said = plainKey(words)
    .replace(/^(bang chu|viet bang chu) ?:? ?/, '')
    .replace(/[ .]*$/, '')
    .replace(/ chan$/, '');
  const unit = units.map((one) => ` ${plainKey(one)}`).find((one) => said.endsWith(one));
  return unit === undefined ? said : said.slice(0, -unit.length);
}

/** Null where there is no more than one figure, its unit or a percent sign. */
function readDigits(text: string, context: NumberContext): NumberReading | null {
  const notes: NumberNote[] = [];
  let rest = text;
  if (rest.endsWith('%')) {
    notes.push('percent');
    rest = rest.slice(0, -1).trim();
  } else {
    const withoutUnit = stripUnit(rest, context.units ?? []);
    if (withoutUnit !== rest) notes.push('unit');
    rest = withoutUnit;
  }
  if (/^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/.test(rest)) {
    notes.push('spaces');
    rest = rest.replace(/ /g, '');
  }
  const match = NUMBER.exec(rest);
  if (!match) return null;
  const sign = match[1] === '-' ? -1 : 1;
  const reading = readSeparators(match[2], context.counted);
  if (!reading) return { kind: 'not-a-number' };
  if ('values' in reading)
    return { kind: 'ambiguous', values: [sign * reading.values[0], sign * reading.values[1]] };
  notes.unshift(reading.note);
  return { kind: 'number', value: sign * reading.value + 0, notes };
}

function stripUnit(text: string, units: string[]): string {
  const match = /^([+-]?\d[\d.,\s]*?)\s*([\p{L}₫][\p{L}\d\s,./]*)$/u.exec(text);
  if (!match) return text;
  const tail = match[2].replace(/\s*\.$/, '');
  return units.some((unit) => isUnit(tail, unit)) ? match[1] : text;
}

/**
 * How people shorten a unit beyond its first letters; money of another order ("triệu" beside đồng)
 * is never the unit.
 */
const SHORT_UNITS: Readonly<Record<string, readonly string[]>> = {
  dong: ['d', '₫', 'vnd', 'viet nam dong'],
  'trieu dong': ['trieu', 'tr', 'tr.d', 'trd', 'tr d'],
  'ty dong': ['ty', 'ti', 'ti dong', 'ty d', 'ti d'],
  phut: ['p', 'ph'],
  gio: ['h', 'g', 'tieng'],
};

/**
 * The unit in words, its first words ("lượt" of "lượt người") or its first letters ("HS" of "hồ
 * sơ").
 */
function isUnit(tail: string, unit: string): boolean {
  const [said, whole] = [plainKey(tail), plainKey(unit)];
  if (said === whole || SHORT_UNITS[whole]?.includes(said)) return true;
  const letters = (words: string) =>
    words.includes(' ') ? words.replace(/(\S)\S*\s*/g, '$1') : words;
  if (whole in SHORT_UNITS) return false;
  return (
    said.length > 1 &&
    (whole.startsWith(`${said} `) || letters(whole) === said || letters(said) === whole)
  );
}

function readLetters(text: string): NumberReading {
  if (/^(?=.*\d)[\dOolI]+$/.test(text)) {
    return {
      kind: 'letters',
      suggestion: Number(text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')),
    };
  }
  return { kind: 'not-a-number' };
}

type Separated = { value: number; note: NumberNote } | { values: [number, number] } | null;

function readSeparators(digits: string, counted: boolean): Separated {
  const dots = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (dots === 0 && commas === 0) return { value: Number(digits), note: 'digits-as-text' };
  if (dots > 0 && commas > 0) return readBoth(digits);
  const separator = dots > 0 ? '.' : ',';
  const grouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits);
  if (dots + commas > 1) {
    if (!grouped) return null;
    return {
      value: Number(digits.replace(/[.,]/g, '')),
      note: separator === '.' ? 'thousands-dot' : 'thousands-comma',
    };
  }
  const asDecimal = Number(digits.replace(',', '.'));
  if (Number.isNaN(asDecimal) || !/^\d+[.,]\d+$/.test(digits)) return null;
  if (!grouped)
    return { value: asDecimal, note: separator === '.' ? 'decimal-point' : 'decimal-comma' };
  const asThousands = Number(digits.replace(/[.,]/, ''));
  if (counted)
    return { value: asThousands, note: separator === '.' ? 'thousands-dot' : 'thousands-comma' };
  // "1.234" and "638,025" alike: an English-region Excel writes thousands with a comma.
  return { values: [asThousands, asDecimal] };
}

/** "1.234,5" is Vietnamese, "1,234.5" English; the last separator is the decimal one. */
function readBoth(digits: string): Separated {
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(digits)) {
    return { value: Number(digits.replace(/\./g, '').replace(',', '.')), note: 'decimal-comma' };
  }
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(digits)) {
    return { value: Number(digits.replace(/,/g, '')), note: 'thousands-comma' };
  }
  return null;
}

/** Relative; and so small a difference is never typed. */
const NOISE = 1e-12;
const NEVER_TYPED = 1e-6;
/** What is left where equal figures are taken away from each other; a đồng in tỷ đồng is more. */
const NOTHING_LEFT = 1e-10;

/**
 * The number a sheet shows where binary fractions add a hair to it: 332.00000000000006 is 332,
 * 0.1+0.2 is 0.3, and 0.1+0.2-0.3 nothing.
 */
export function withoutNoise(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  if (Math.abs(value) < NOTHING_LEFT) return 0;
  for (let places = 0; places <= 6; places++) {
    const shown = Number(value.toFixed(places));
    const difference = Math.abs(shown - value);
    if (difference <= NOISE * Math.abs(value) && difference < NEVER_TYPED) return shown + 0;
  }
  return value;
}

/**
 * "1234567.5" → "1.234.567,5": how Vietnamese offices write a number; at most `decimals` places,
 * half away from zero.
 */
export function formatNumber(value: number, decimals = 2): string {
  const rounded = Number(Math.abs(value).toFixed(decimals));
  const [whole, fraction] = expand(rounded).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = value < 0 && rounded !== 0 ? '-' : '';
  return sign + grouped + (fraction ? `,${fraction}` : '');
}

/**
 * Figures that are read beside each other, of one unit: each with as many decimals as the one that
 * needs most, up to `most`: 96,50 beside 96,55.
 */
export function alike(
  values: Iterable<number | null | undefined>,
  most = 2,
): (value: number) => string {
  let least = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const [, fraction = ''] = formatNumber(value, most).split(',');
    least = Math.max(least, fraction.length);
  }
  return (value) => {
    const [whole, fraction = ''] = formatNumber(value, most).split(',');
    return least === 0 ? whole : `${whole},${fraction.padEnd(least, '0')}`;
  };
}

/** The same of several columns: a figure is read beside those of its own, which `keyOf` names. */
export function alikeBy<One>(
  all: readonly One[],
  keyOf: (one: One) => string,
  valuesOf: (one: One) => readonly unknown[],
  most = 2,
): (one: One) => (value: number) => string {
  const values = new Map<string, number[]>();
  for (const one of all) {
    const own = values.get(keyOf(one)) ?? [];
    values.set(keyOf(one), own);
    own.push(...valuesOf(one).filter((value) => typeof value === 'number'));
  }
  const shown = new Map([...values].map(([key, numbers]) => [key, alike(numbers, most)]));
  return (one) => shown.get(keyOf(one)) ?? alike([], most);
}

/** Decimal digits without an exponent. */
function expand(value: number): string {
  const text = String(value);
  return text.includes('e') ? BigInt(Math.round(value)).toString() : text;
}
