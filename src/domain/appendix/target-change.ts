import { wordKey } from '../../text/normal-form';
import type { Assess, Indicator, Operator } from '../plan/plan';
import { readTarget } from './target-text';

type Compared = NonNullable<Indicator['compared']>;

/** A target that is a change: "tăng 2 điểm phần trăm so với năm 2025", "giảm 5 – 10%". */
export interface TargetChange {
  compared: Compared;
  operator: Operator;
  value: number;
  to?: number;
  /** Absent: as its indicator is judged. */
  assess?: Assess;
  /** Bound, base and what the change is counted in are all written. */
  isPlain: boolean;
}

const FIGURE = '\\d+(?:[.,]\\d+)*';
const LEAST = 'tối thiểu |ít nhất |không dưới |trên |hơn |từ |không thấp hơn |≥ ?|>= ?|> ?';
const CHANGE = new RegExp(
  `^(?:phấn đấu |đạt |mức )*(tăng|giảm)(?: thêm| bình quân)? (${LEAST}|khoảng )?` +
    `(${FIGURE})\\s*(%)?\\s*(?:(?:-|đến)\\s*(${FIGURE})\\s*(%)?)?\\s*` +
    '(điểm phần trăm|điểm %|điểm|phần trăm|bậc|hạng|vị trí|(?!so với|trở lên)\\p{L}[\\p{L} ]{0,20}?)?\\s*(trở lên)?\\s*' +
    '(?:\\(?so với (.+?)\\)?)?$',
  'u',
);
/** What it is counted against: the year before, the same time of it, or the period before. */
const LAST_YEAR =
  /^(?:kết quả |số liệu |mức |thực hiện |của )*(?:cuối )?năm (?:20\d\d|trước|ngoái)(?: liền kề)?$/;
const SAME_TIME = /^cùng (?:kỳ|thời điểm|thời kỳ)(?:(?: của)? năm (?:20\d\d|trước|ngoái))?$/;
const BEFORE = /^(?:tháng|quý|kỳ) (?:liền |ngay )?trước(?: liền kề| đó)?$/;

/**
 * Null where the words are no change, or say more than a plan's columns hold. `unit` and `name` are
 * those of the indicator; the name may say what it is compared with.
 */
export function readChange(
  text: string,
  { unit, name }: { unit: string; name: string },
  year: number | null,
): TargetChange | null {
  const key = wordKey(text)
    .replace(/[–—−]/g, '-')
    .replace(/[.;\s]+$/, '');
  const match = CHANGE.exec(key);
  if (!match) return null;
  const [, way, bound, first, percent, second, secondPercent, counted = '', upward, base] = match;
  const range = rangeOf(first, second);
  if (range === null) return null;
  const { low, high } = range;
  const against = baseOf(base ?? /so với (.+?)[).\s]*$/.exec(wordKey(name))?.[1], year);
  if (against === null) return null;
  const isPercent = percent !== undefined || secondPercent !== undefined || counted === 'phần trăm';
  const { asPercent, isOpen } = measureOfChange({ isPercent, counted, unit, name });
  const compared: Compared = `${against.side}-${asPercent ? 'percent' : 'difference'}`;
  // A rank that rises becomes a smaller number.
  const isMore = (way === 'tăng') !== isOfRank(counted, unit);
  const isPlain = against.isPlain && !isOpen;
  const rest = { compared, ...(against.assess ? { assess: against.assess } : {}) };
  if (high !== undefined) return { ...rest, isPlain, ...between(isMore, low, high) };
  const operator = operatorOf(isMore, bound);
  return {
    ...{ ...rest, operator, value: isMore ? low : -low },
    isPlain: isPlain && isBound(bound, upward),
  };
}

/** One figure, or two of which the second is the larger. */
function rangeOf(
  first: string,
  second: string | undefined,
): { low: number; high: number | undefined } | null {
  const low = valueOf(first);
  const high = second === undefined ? undefined : valueOf(second);
  if (low === null || high === null || (high !== undefined && high <= low)) return null;
  return { low, high };
}

/** Whether the change is in percent of the figure before; `isOpen`: the words do not say so. */
function measureOfChange({
  isPercent,
  counted,
  unit,
  name,
}: {
  isPercent: boolean;
  counted: string;
  unit: string;
  name: string;
}): { asPercent: boolean; isOpen: boolean } {
  const inPoints = /^điểm( phần trăm| %)?$/.test(counted);
  const isOfShare = isShare(unit, name);
  // "%" beside what is no share is that of the change.
  const isUnitOfChange = /^%/.test(unit) && !isOfShare;
  const asPercent = !inPoints && (isUnitOfChange || (isPercent && !isOfShare && unit !== ''));
  // Of a share "tăng 2%" may be two points or a fiftieth.
  return { asPercent, isOpen: isPercent && !inPoints && !asPercent };
}

/** Less by two to five is a change between minus five and minus two. */
function between(
  isMore: boolean,
  low: number,
  high: number,
): Pick<TargetChange, 'operator' | 'value' | 'to'> {
  return {
    operator: 'between',
    ...(isMore ? { value: low, to: high } : { value: -high, to: -low }),
  };
}

function isOfRank(counted: string, unit: string): boolean {
  return (
    /^(bậc|hạng|vị trí)$/.test(counted) ||
    /(hạng|bậc|vị trí|vị thứ)(?! (mục|việc))/.test(wordKey(unit))
  );
}

function operatorOf(isMore: boolean, bound: string | undefined): Operator {
  const isOver = bound !== undefined && /^(trên|hơn|>) ?$/.test(bound);
  if (isMore) return isOver ? '>' : '>=';
  return isOver ? '<' : '<=';
}

/** "Tăng 5%" alone and "tăng khoảng 5%" say nothing of which side of it is meant. */
function isBound(bound: string | undefined, upward: string | undefined): boolean {
  return (bound !== undefined && bound !== 'khoảng ') || upward !== undefined;
}

/** A share, whose change may be in points. */
export function isShare(unit: string, name: string): boolean {
  return (
    /^[%‰]/.test(unit) &&
    /tỷ lệ|tỉ lệ|tỷ trọng|tỷ suất|cơ cấu|mức độ|phần trăm|độ che phủ|chỉ số|hệ số|^$/.test(
      wordKey(name),
    )
  );
}

function valueOf(figure: string): number | null {
  return readTarget(figure, '').parts[0]?.value ?? null;
}

function baseOf(
  words: string | undefined,
  year: number | null,
): { side: 'last-year' | 'before'; assess?: Assess; isPlain: boolean } | null {
  if (words === undefined) return { side: 'last-year', isPlain: false };
  // A figure of an older year is nothing a plan's opening figures hold.
  const years = words.match(/20\d\d/g) ?? [];
  if (year !== null && years.some((one) => Number(one) !== year - 1)) return null;
  if (SAME_TIME.test(words)) return { side: 'last-year', assess: 'every-period', isPlain: true };
  if (BEFORE.test(words)) return { side: 'before', assess: 'every-period', isPlain: true };
  if (!LAST_YEAR.test(words)) return null;
  return { side: 'last-year', assess: 'whole-year', isPlain: true };
}
