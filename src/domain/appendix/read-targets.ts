import type { Operator } from '../plan/plan';
import { wordKey } from '../../text/normal-form';
import { partInHeading } from './header';
import type { MarkReason } from './mark';
import { oneLine } from './one-line';
import { readTarget, type TargetPart } from './target-text';

export interface ProposedTarget extends TargetPart {
  /** The year, or the part of the plan's year, whose figure it is; absent: the plan's year. */
  year?: number;
  part?: string;
}

export interface TargetsReading {
  parts: ProposedTarget[];
  /** The unit written behind the figure, "" when none. */
  unit: string;
  /** What is to be asked, where more is open than the bound; null where nothing is. */
  why: MarkReason | null;
}

const LONGEST = 300;
const FIGURE = '\\d+(?:[.,]\\d+)*';

/**
 * What a cell of targets says, also where it is more than one bound and one figure. What a plan
 * cannot hold yet keeps its words and, where one of its figures is the nearest thing, a proposal;
 * both are asked, never confirmed.
 */
export function readTargets(
  raw: string,
  unit: string,
  name: string,
  year: number | null,
): TargetsReading {
  const text = oneLine(raw).replace(/[–—−]/g, '-');
  const said = oneLine(raw);
  if (said === '' || said.length > LONGEST)
    return { parts: [], unit: '', why: said === '' ? null : 'operator' };
  const split = readSegments(raw, unit, name, year);
  if (split) return split;
  const key = wordKey(text);
  // The plan's own year says nothing more.
  const own =
    year === null
      ? text
      : oneLine(
          text.replace(
            new RegExp(`(?:đến |trong |vào |tới )?(?:hết |cuối )?năm ${year}\\s*[:,]?`, 'i'),
            '',
          ),
        );
  const later = /(?:^|\s)(?:đến|tới|vào|trong)?\s*năm (20\d\d)/.exec(key)?.[1];
  if (
    year !== null &&
    later !== undefined &&
    Number(later) > year &&
    yearsIn(key).every((one) => one > year)
  ) {
    const rest = oneLine(
      text.replace(/(?:đến |tới |vào |trong )?(?:hết |cuối )?năm\s+20\d\d\s*[:,]?/i, ''),
    );
    const reading = readOne(rest, unit, name, said);
    return { ...reading, parts: reading.parts.map((part) => ({ ...part, year: Number(later) })) };
  }
  return readOne(own === '' || /so với/i.test(said) ? text : own, unit, name, said);
}

function yearsIn(key: string): number[] {
  return [...key.matchAll(/năm (20\d\d)/g)].map((match) => Number(match[1]));
}

/** "6 tháng đầu năm: 60; cả năm: 80", "Năm 2026: 60; năm 2027: 65". */
function readSegments(
  raw: string,
  unit: string,
  name: string,
  year: number | null,
): TargetsReading | null {
  const segments = raw
    .split(/;|\n|,(?!\d)/)
    .map(oneLine)
    .filter(Boolean);
  if (segments.length < 2) return null;
  const parts: ProposedTarget[] = [];
  let found = '';
  let isByYear = true;
  for (const segment of segments) {
    const match =
      /^[-+•]?\s*([^:\d]*(?:\d{1,4}[^:\d]*)?)\s*:\s*(.+)$/.exec(segment) ??
      /^(năm 20\d\d)\s+(.+)$/i.exec(segment);
    if (!match) return null;
    const key = wordKey(match[1]).trim();
    const inYear = /^(?:đến |hết )?năm (20\d\d)$/.exec(key)?.[1];
    const part = inYear === undefined ? partInHeading(match[1]) : null;
    if (inYear === undefined && part === null) return null;
    const one = readOne(match[2].replace(/[–—−]/g, '-'), unit, name, segment);
    if (one.parts.length !== 1) return null;
    found ||= one.unit;
    if (inYear === undefined) isByYear = false;
    parts.push({
      ...one.parts[0],
      ...(inYear === undefined ? { part: part! } : { year: Number(inYear) }),
    });
  }
  if (isByYear && year === null) return null;
  if (isByYear) return { parts, unit: found, why: null };
  return {
    parts: parts.map((part) => ({ ...part, isPlain: false })),
    unit: found,
    why: 'milestone',
  };
}

function readOne(text: string, unit: string, name: string, said: string): TargetsReading {
  const key = wordKey(text);
  const part = (operator: Operator, value: number | null, isPlain: boolean): ProposedTarget => {
    return { level: null, raw: said, operator, value, isPlain };
  };
  const rank = readRank(key);
  if (rank !== null) return { parts: [part('<=', rank, true)], unit: '', why: null };
  // "Giảm xuống còn 5%" says what is left, "giảm 5%" says how much less.
  const left = /^giảm (?:xuống )?(?:còn |dưới |không quá |tối đa |còn dưới )(?=\s*\d)/.exec(key);
  const relative = /^(tăng|giảm)(?! dần| cao)/.exec(key)?.[1];
  if (relative && !left && /\d/.test(key.replace(/năm \d{4}/g, '')))
    return {
      parts: [part(relative === 'tăng' ? '>=' : '<=', null, false)],
      unit: '',
      why: 'relative',
    };
  const range = new RegExp(
    `^(?:đạt |khoảng |từ )*(${FIGURE})\\s*%?\\s*(?:-|đến)\\s*(${FIGURE})\\s*(.{0,30})$`,
  ).exec(key);
  if (range) {
    const [low, high] = [range[1], range[2]].map(
      (one) => readTarget(one, unit).parts[0]?.value ?? null,
    );
    const found = range[3].startsWith('%') ? '%' : '';
    if (low !== null && high !== null && low < high)
      return { parts: [{ ...part('between', low, true), to: high }], unit: found, why: null };
    // Turned round, or no figures after all: what is meant is not known.
    return { parts: [part('between', low, false)], unit: found, why: 'range' };
  }
  const plain = readTarget(left ? `tối đa ${text.slice(left[0].length)}` : text, unit);
  if (plain.parts.length > 0) {
    const isRank = isRankUnit(unit, name);
    const parts = plain.parts.map((one) => ({
      ...one,
      raw: plain.parts.length === 1 ? said : one.raw,
      ...(isBare(text) && one.operator === '>=' && (isRank || isLowerBetter(name))
        ? { operator: '<=' as const }
        : {}),
    }));
    return { parts, unit: plain.unit, why: null };
  }
  // "1.000 hộ", "tối thiểu 05 tuyến phố/xã": what is counted stands behind the figure.
  const counted = new RegExp(`^(\\D{0,60}?)(${FIGURE})\\s+(\\p{L}[^\\d;%]{0,60})$`, 'u').exec(text);
  if (counted && !/năm\s*$/i.test(counted[1])) {
    const inner = readTarget(`${counted[1]}${counted[2]}`, unit);
    if (inner.parts.length === 1) {
      const isSame = unit !== '' && wordKey(counted[3]).startsWith(wordKey(unit));
      const words = oneLine(counted[3]).replace(/[.\s]+$/, '');
      return {
        parts: [
          {
            ...inner.parts[0],
            raw: said,
            isPlain: inner.parts[0].isPlain && (isSame || unit === ''),
          },
        ],
        unit: unit === '' && words.length <= 20 ? words : '',
        why: null,
      };
    }
  }
  return { parts: [], unit: '', why: 'operator' };
}

/** Whether only a figure is written, without a bound. */
export function isBare(text: string): boolean {
  return new RegExp(`^${FIGURE}\\s*(%|\\p{L}{1,12}(\\s\\p{L}{1,12}){0,2})?$`, 'u').test(
    oneLine(text),
  );
}

/** "Trong nhóm 10 tỉnh dẫn đầu", "top 5", "vị thứ 5", "hạng 7/34". */
function readRank(key: string): number | null {
  const group =
    /^(?:đạt |nằm |thuộc |xếp |đứng |vào )*(?:trong )?(?:nhóm|top|tốp) (\d{1,3})(?:\s|$)(?!.*(cuối|thấp nhất|yếu))/.exec(
      key,
    );
  if (group) return Number(group[1]);
  const place =
    /^(?:đạt |xếp |đứng |từ |giữ )*(?:vị )?(?:thứ hạng|thứ|hạng|vị trí) (?:thứ )?(\d{1,3})(?:\/\d{1,3})?(?: (?:trở lên|cả nước|toàn quốc|toàn tỉnh))*$/.exec(
      key,
    );
  return place ? Number(place[1]) : null;
}

export function isRankUnit(unit: string, name: string): boolean {
  return (
    /^(thứ )?(hạng|bậc|vị trí|vị thứ)|^xếp hạng$|^thứ tự$/.test(wordKey(unit)) ||
    /^(xếp hạng|thứ hạng|vị trí xếp hạng)/.test(wordKey(name))
  );
}

/**
 * What a plan wants less of: a bare figure of it is proposed as a maximum, and asked like every
 * bare figure.
 */
function isLowerBetter(name: string): boolean {
  return /hộ (cận )?nghèo|thất nghiệp|tử vong|tai nạn|quá hạn|trễ hạn|suy dinh dưỡng|tội phạm|tảo hôn|con thứ (3|ba)|thất thoát|vi phạm|nợ đọng|chậm (giải quyết|muộn)|thời gian (chờ|giải quyết|xử lý)|tỷ suất (chết|sinh)|hao hụt|bội chi|số vụ|thiếu hụt|bỏ học|khiếu nại/.test(
    wordKey(name),
  );
}

/** "Mỗi xã tối thiểu 05", "100% số xã có …": of each unit, or of how many of them. */
export function isOfEachUnit(text: string): boolean {
  const key = wordKey(text);
  const units =
    '(xã|phường|đặc khu|thị trấn|huyện|cơ quan|đơn vị|sở|ban|ngành|địa phương|ubnd|thôn|ấp|khu phố|cấp)';
  return (
    new RegExp(`(^|\\s)(mỗi|từng)\\s${units}(?!\\p{L})`, 'u').test(key) ||
    new RegExp(`\\d\\s?%\\s?(số |các |tổng số )?${units}(?!\\p{L})`, 'u').test(key) ||
    new RegExp(`\\d[^/]{0,20}/\\s?(01 )?(xã|phường|đơn vị|cơ quan|địa phương)(?!\\p{L})`, 'u').test(
      key,
    )
  );
}
