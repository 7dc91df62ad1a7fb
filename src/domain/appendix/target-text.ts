import type { Level } from '../agency/agency';
import type { Operator } from '../plan/plan';
import { wordKey } from '../../text/normal-form';
import { readNumber } from '../../text/number';
import { oneLine } from './one-line';

export interface TargetPart {
  level: Level | null;
  raw: string;
  operator: Operator;
  value: number | null;
  /** Only of a range. */
  to?: number;
  /** The words say the bound and the value in full. */
  isPlain: boolean;
}

export interface TargetReading {
  /** Empty when the words give no target. */
  parts: TargetPart[];
  /** The unit written behind the figure ("%", "phút"), "" when none. */
  unit: string;
}

const LONGEST = 300;
const NONE: TargetReading = { parts: [], unit: '' };

const TIME_UNITS = 'phút|giờ|ngày làm việc|ngày';
const FIGURE = /\d+(?:[.,]\d+)*/g;
const LEVEL_NAME =
  /(?:cấp|ubnd|uỷ ban nhân dân)\s+(?:cấp\s+)?(tỉnh|huyện|xã)|^(tỉnh|huyện|xã)(?=\s*:)/g;
const LEVEL_OF = { tỉnh: 'tinh', huyện: 'huyen', xã: 'xa' } as const;

const AT_LEAST =
  /(tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|trở lên|≥|>=|=>)|(^|\s)từ(?=\s|$)/;
const AT_MOST = /(tối đa|không quá|không vượt(?: quá)?|nhiều nhất|trở xuống|≤|<=|=<)/;
const ABOVE = /(^|\s)(trên|hơn|vượt)(\s|$)|>/;
const EQUAL = /(^|\s)bằng(\s|$)|^=|đúng(?=\s*\d)/;

/** A target as a decision writes it; `unit` is that of the indicator, "" when not known. */
export function readTarget(raw: string, unit: string): TargetReading {
  const text = oneLine(raw);
  const key = wordKey(text);
  if (text === '' || text.length > LONGEST) return NONE;
  if (bareFigures(text).length === 0) {
    const isIncrease = /^tăng( (dần|cao|lên))?( so với .*)?$/.test(key);
    return isIncrease
      ? {
          parts: [{ level: null, raw: text, operator: 'increase', value: null, isPlain: true }],
          unit: '',
        }
      : NONE;
  }
  const perLevel = readLevels(text, unit);
  if (perLevel) return perLevel;
  const one = readOne(text, unit);
  const [level = null] = levelsIn(text);
  return one ? { parts: [{ level, ...one.part }], unit: one.unit } : NONE;
}

/**
 * "Cấp huyện 60%; cấp xã 50%", or figures and levels in the same order ("tương ứng 60%, 50% … cấp
 * huyện, cấp xã").
 */
function readLevels(text: string, unit: string): TargetReading | null {
  const levels = levelsIn(text);
  if (levels.length < 2 || new Set(levels).size !== levels.length) return null;
  const segments = text
    .split(/;|,(?!\d)| và /i)
    .map(oneLine)
    .filter(Boolean);
  const named = segments.map((segment) => ({ segment, levels: levelsIn(segment) }));
  const parts: TargetPart[] = [];
  let unitFound = '';
  const isEachNamed = named.every(
    (one) => one.levels.length === 1 && bareFigures(one.segment).length === 1,
  );
  if (isEachNamed) {
    const shared = boundOf(segments[0].slice(0, segments[0].search(/\d/)));
    for (const {
      segment,
      levels: [level],
    } of named) {
      const one = readOne(segment, unit, shared);
      if (!one) return NONE;
      unitFound ||= one.unit;
      parts.push({ level, ...one.part, raw: segment });
    }
    return { parts, unit: unitFound };
  }
  const figures = bareFigures(text);
  if (!/tương ứng/i.test(text.normalize('NFC')) || figures.length !== levels.length) return NONE;
  const bound = boundOf(text);
  for (const [index, figure] of figures.entries()) {
    const value = valueOf(figure);
    if (value === null) return NONE;
    parts.push({ level: levels[index], raw: text, ...withBound(bound, value, '%') });
  }
  return { parts, unit: /%/.test(text) ? '%' : '' };
}

function levelsIn(text: string): Level[] {
  return [...wordKey(text).matchAll(LEVEL_NAME)].map(
    (match) => LEVEL_OF[(match[1] ?? match[2]) as 'tỉnh'],
  );
}

/** The figures of a text that are no years. */
function bareFigures(text: string): string[] {
  return (
    wordKey(text)
      .replace(/năm \d{4}/g, '')
      .match(FIGURE) ?? []
  );
}

function valueOf(figure: string): number | null {
  const reading = readNumber(figure, { counted: false });
  if (reading.kind === 'number') return reading.value;
  return reading.kind === 'ambiguous' && figure.includes('.') ? reading.values[0] : null;
}

/**
 * One figure with its bound; what may stand around it is listed, so that another meaning is not
 * taken for a target.
 */
const ONE = new RegExp(
  '^(?<before>(?:(?:phấn đấu|duy trì|giữ vững|giữ|ổn định|khoảng|xấp xỉ|~|đạt|tỷ lệ|tối thiểu|tối đa|ít nhất|nhiều nhất|không dưới|không thấp hơn|không ít hơn|không quá|không vượt quá|không vượt|nhỏ hơn|lớn hơn|thấp hơn|cao hơn|trên|dưới|hơn|vượt|từ|bằng|đúng|còn|xuống|mức|là|trung bình|bình quân|cấp (?:tỉnh|huyện|xã)|ubnd cấp (?:tỉnh|huyện|xã)|(?:tỉnh|huyện|xã)(?=:)|năm \\d{4}|đến|[≥≤<>=:])\\s*)*)' +
    '(?<figure>\\d+(?:[.,]\\d+)*)\\s*' +
    `(?<unit>%|(?:${TIME_UNITS})(?=$|[\\s/,.]))?` +
    '(?<after>.*)$',
  's',
);
const AFTER =
  /^(?:\s*\/\s*(?:0?1\s*)?[^\d%/]{1,60})?(?:\s*(?:trở lên|trở xuống|trong năm \d{4}|năm \d{4}|số (?:hồ sơ|tthc)|\(cấp (?:tỉnh|huyện|xã)\)|(?:đối với |bộ phận một cửa |ubnd |ở )?cấp (?:tỉnh|huyện|xã)|ubnd (?:tỉnh|huyện|xã)|\.))*\s*$/;

function readOne(
  text: string,
  unit: string,
  shared: Bound = 'none',
): { part: Omit<TargetPart, 'level'>; unit: string } | null {
  const key = wordKey(text);
  const groups = ONE.exec(key)?.groups;
  if (!groups) return null;
  const own = groups.unit ?? '';
  const after = groups.after;
  // A counted thing behind the figure is its unit when the indicator's unit says the same ("1 200
  // dịch vụ").
  const isUnit =
    own === '' && unit !== '' && wordKey(after).replace(/[.\s]+$/, '') === wordKey(unit);
  if (!isUnit && !AFTER.test(after)) return null;
  const value = valueOf(groups.figure);
  if (value === null) return null;
  const said = boundOf(`${groups.before} ${after.replace(/\/.*$/, '')}`);
  const { operator, isPlain } = withBound(said === 'none' ? shared : said, value, own || unit);
  const isAbout = /khoảng|xấp xỉ|~/.test(groups.before);
  return { part: { raw: text, operator, value, isPlain: isPlain && !isAbout }, unit: own };
}

type Bound = Operator | 'none';

function boundOf(text: string): Bound {
  const key = wordKey(text);
  if (AT_MOST.test(key)) return '<=';
  if (AT_LEAST.test(key)) return '>=';
  if (/(^|\s)(dưới|nhỏ hơn|thấp hơn)(\s|$)|</.test(key)) return '<';
  if (ABOVE.test(key)) return '>';
  return EQUAL.test(key) ? '=' : 'none';
}

/** A bare 100 per cent can only be met exactly; any other bare figure is proposed as a minimum. */
function withBound(
  bound: Bound,
  value: number,
  unit: string,
): Pick<TargetPart, 'operator' | 'isPlain'> & { value: number } {
  if (bound !== 'none') return { operator: bound, isPlain: true, value };
  if (value === 100 && (unit === '%' || unit === ''))
    return { operator: '=', isPlain: true, value };
  return { operator: value === 0 ? '=' : '>=', isPlain: false, value };
}

/**
 * The one target a sentence names ("… đạt tối thiểu 80% …"), "" when there is none or more than
 * one.
 */
export function targetInSentence(sentence: string): { raw: string; count: number } {
  const text = oneLine(sentence);
  const found = text.match(
    /(?:(?:tối thiểu|tối đa|ít nhất|không quá|trên|dưới|không dưới)\s+(?:đạt\s+|từ\s+)?)?\d{1,4}(?:,\d{1,4})?\s?(?:%|phút(?:\/0?1 ?[^\s.,;]{1,20}(?: [^\s.,;]{1,20}){0,3})?)(?:\s+trở lên)?/gi,
  );
  return { raw: found?.length === 1 ? found[0] : '', count: found?.length ?? 0 };
}

/**
 * Whether a bound pulls against what the sentence wants: a time of at least, delays of at least,
 * punctuality of at most.
 */
export function contradicts(sentence: string, operator: Operator, unit: string): boolean {
  const key = wordKey(sentence);
  const isTime = new RegExp(`^(${TIME_UNITS})`).test(wordKey(unit));
  if (operator === '>=' || operator === '>') {
    return (
      (isTime && /thời gian/.test(key)) ||
      (!/giảm|không|đúng hạn/.test(key) && /(quá hạn|trễ hạn|chậm muộn)/.test(key))
    );
  }
  return (
    (operator === '<=' || operator === '<') &&
    !isTime &&
    /(đúng hạn|hài lòng|trực tuyến)/.test(key) &&
    !/giảm|quá hạn|trễ hạn/.test(key)
  );
}

export function isTimeUnit(unit: string): boolean {
  return new RegExp(`^(${TIME_UNITS})`).test(wordKey(unit));
}
