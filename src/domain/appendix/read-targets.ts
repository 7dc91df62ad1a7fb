import type { Assess, Indicator, Operator } from '../plan/plan';
import type { CivilDate } from '../../text/date';
import { wordKey } from '../../text/normal-form';
import { eachUnitIn, type EachUnit } from './each-unit';
import { isOfEachUnit } from '../plan/each-unit-words';
import { isGrowth } from './growth-words';
import type { MarkReason } from './mark';
import { oneLine } from './one-line';
import { readChange } from './target-change';
import { momentOf, withMoment, type Moment } from './target-moment';
import { readTarget, type TargetPart } from './target-text';
import { kindFiguresIn, type CommuneKind } from './unit-kinds';

export interface ProposedTarget extends TargetPart {
  /** The year whose figure it is; absent: the plan's year. */
  year?: number;
  /** A milestone: the day it is to be reached by. */
  until?: CivilDate;
  /** "Quý II: 45" may be that quarter's own, or what has been reached by its end. */
  isOwnPeriod?: true;
  /** Absent: as its indicator is judged. */
  assess?: Assess;
  /** Every unit reaches it by itself; the level of those that are named. */
  each?: EachUnit['level'] | 'any';
  /** Given to the communes of these kinds, each of them. */
  communes?: readonly CommuneKind[];
}

export interface TargetsReading {
  parts: ProposedTarget[];
  /** The unit written behind the figure, "" when none. */
  unit: string;
  /** What is to be asked, where more is open than the bound; null where nothing is. */
  why: MarkReason | null;
  /** The targets are of a change on another period's figure. */
  compared?: Indicator['compared'];
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
  const text = oneLine(raw.replace(/\n\s*[-–+•]\s+/g, '; '))
    .replace(/[–—−]/g, '-')
    .replace(/^[-+•]\s+(?=\p{L})|[;\s]+$/gu, '');
  const said = oneLine(raw);
  if (said === '' || said.length > LONGEST)
    return { parts: [], unit: '', why: said === '' ? null : 'operator' };
  const byKind = readKinds(said, unit, name, year);
  if (byKind) return byKind;
  const split = readSegments(raw, unit, name, year);
  if (split) return split;
  const later = laterYearIn(text, year);
  if (later !== null) {
    const rest = oneLine(
      text.replace(/(?:đến |tới |vào |trong )?(?:hết |cuối )?năm\s+20\d\d\s*[:,]?/i, ''),
    );
    const reading = readOne(rest, unit, name, said, year);
    return { ...reading, parts: reading.parts.map((part) => ({ ...part, year: later })) };
  }
  const timed = year === null || /so với/i.test(said) ? null : withMoment(text, year);
  if (timed) {
    const reading = readOne(timed.rest, unit, name, said, year);
    return { ...reading, parts: reading.parts.map((part) => at(timed.moment, part)) };
  }
  // The plan's own year says nothing more.
  const own =
    year === null
      ? text
      : oneLine(text.replace(new RegExp(`(?:đến |vào |tới )?năm ${year}\\s*[:,]?`, 'i'), ''));
  return readOne(own === '' || /so với/i.test(said) ? text : own, unit, name, said, year);
}

function at(moment: Moment, part: ProposedTarget): ProposedTarget {
  if (moment.kind === 'year') return { ...part, assess: 'whole-year' };
  return {
    ...part,
    until: moment.until,
    ...(moment.isOwnPeriod ? { isOwnPeriod: true as const } : {}),
  };
}

/** "Đến năm 2030 đạt 80": the later year of the words, where they name none but later ones. */
function laterYearIn(text: string, year: number | null): number | null {
  const key = wordKey(text);
  const later = /(?:^|\s)(?:đến|tới|vào|trong)?\s*năm (20\d\d)/.exec(key)?.[1];
  if (year === null || later === undefined || Number(later) <= year) return null;
  return yearsIn(key).every((one) => one > year) ? Number(later) : null;
}

function yearsIn(key: string): number[] {
  return [...key.matchAll(/năm (20\d\d)/g)].map((match) => Number(match[1]));
}

/**
 * "Xã 80; phường 90": a figure for each kind of communes; "sở 90; xã 80" for each level. Whether
 * "xã" alone means the phường as well is asked.
 */
function readKinds(
  said: string,
  unit: string,
  name: string,
  year: number | null,
): TargetsReading | null {
  const figures = kindFiguresIn(said);
  if (!figures) return null;
  const ofCommunes = figures.filter(({ kinds }) => kinds !== 'tinh');
  const parts: ProposedTarget[] = [];
  let found = '';
  for (const { kinds, rest } of figures) {
    const one = readFigure(rest, unit, name, said, year);
    if (one.parts.length !== 1 || one.why !== null || one.compared) return null;
    found ||= one.unit;
    const [part] = one.parts;
    if (kinds === 'tinh') parts.push({ ...part, level: 'tinh' });
    else if (ofCommunes.length > 1) parts.push({ ...part, communes: kinds });
    else parts.push({ ...part, level: 'xa', isPlain: part.isPlain && kinds.length > 1 });
  }
  return { parts, unit: found, why: null };
}

/**
 * "6 tháng đầu năm: 60; cả năm: 80", "80% (quý II: 60%)", "Năm 2026: 60; năm 2027: 65": each figure
 * has its time, and one at most is simply the year's.
 */
function readSegments(
  raw: string,
  unit: string,
  name: string,
  year: number | null,
): TargetsReading | null {
  const segments = raw
    .replace(/[–—−]/g, '-')
    .replace(/\(([^()]*:[^()]*\d[^()]*)\)/g, ';$1')
    .split(/;|\n|,(?!\d)|\s(?=và (?:đến|hết|cuối|cả)\s)/)
    .map((segment) => oneLine(segment).replace(/^(?:[-+•]|và)\s+/, ''))
    .filter(Boolean);
  if (segments.length < 2) return null;
  const parts: ProposedTarget[] = [];
  const byYear: boolean[] = [];
  let found = '';
  for (const segment of segments) {
    const timed = timeOf(segment, year);
    const one = readOne(timed?.rest ?? segment, unit, name, segment, year);
    if (one.parts.length !== 1 || one.compared) return null;
    found ||= one.unit;
    byYear.push(timed?.year !== undefined);
    parts.push(timedPart(one.parts[0], timed));
  }
  const isByYear = byYear.every(Boolean);
  if (isByYear) return year === null ? null : { parts, unit: found, why: null };
  const loose = parts.filter(({ until, assess }) => until === undefined && assess === undefined);
  if (byYear.some(Boolean) || loose.length > 1 || loose.length === parts.length) return null;
  // Two figures for one time are no milestones.
  if (new Set(parts.map(({ until }) => until)).size < parts.length) return null;
  return { parts, unit: found, why: null };
}

interface Timed {
  rest: string;
  year?: number;
  moment?: Moment;
}

function timedPart(part: ProposedTarget, timed: Timed | null): ProposedTarget {
  if (!timed) return part;
  return timed.year !== undefined ? { ...part, year: timed.year } : at(timed.moment!, part);
}

function timeOf(segment: string, year: number | null): Timed | null {
  const inYear =
    /^(?:đến |hết )?năm (20\d\d)\s*(?::|\s)\s*(.+)$/i.exec(segment) ??
    /^(20\d\d)\s*:\s*(.+)$/.exec(segment);
  if (inYear) return { year: Number(inYear[1]), rest: inYear[2] };
  if (year === null) return null;
  const [before, behind] = segment.split(':').map(oneLine);
  const moment = behind === undefined ? null : momentOf(before, year);
  if (moment) return { moment, rest: behind };
  return withMoment(segment, year);
}

function readOne(
  text: string,
  unit: string,
  name: string,
  said: string,
  year: number | null,
): TargetsReading {
  const each = eachUnitIn(text);
  if (each) {
    const reading = readFigure(each.rest, unit, name, said, year);
    if (reading.parts.length === 1)
      return {
        ...reading,
        parts: reading.parts.map((part) => ({ ...part, each: each.level ?? 'any' })),
      };
  }
  const whole = /^(?:toàn|cả) (?:tỉnh|huyện|xã|thành phố)\s*:?\s+(.+)$/i.exec(text)?.[1];
  return readFigure(whole ?? text, unit, name, said, year);
}

/** A figure as it is told, and what it is of. */
interface Told {
  text: string;
  key: string;
  unit: string;
  name: string;
  /** The words that are kept. */
  said: string;
  year: number | null;
}

/** Null where the words are not of this kind. */
type Reader = (told: Told) => TargetsReading | null;

function readFigure(
  text: string,
  unit: string,
  name: string,
  said: string,
  year: number | null,
): TargetsReading {
  const told = { text, key: wordKey(text), unit, name, said, year };
  for (const read of READERS) {
    const reading = read(told);
    if (reading) return reading;
  }
  return { parts: [], unit: '', why: 'operator' };
}

function partOf(
  { said: raw }: Told,
  operator: Operator,
  value: number | null,
  isPlain: boolean,
): ProposedTarget {
  return { level: null, raw, operator, value, isPlain };
}

/** "Có", "Trong nhóm 10 tỉnh dẫn đầu", "Không phát sinh". */
const readWord: Reader = (told) => {
  const { key } = told;
  if (key === 'có') return { parts: [partOf(told, 'yes', null, true)], unit: '', why: null };
  const rank = readRank(key);
  if (rank !== null) return { parts: [partOf(told, '<=', rank, true)], unit: RANK, why: null };
  return /^không (?:có|phát sinh|để xảy ra|còn)(?: \p{L}+){0,4}$/u.test(key)
    ? { parts: [partOf(told, '=', 0, false)], unit: '', why: null }
    : null;
};

/** Of a rate of growth "tăng 8%" is the figure itself. */
const readGrowth: Reader = (told) => {
  const { key, unit, name, said, year } = told;
  if (!isGrowth(name) && !/^tăng trưởng (?!.*so với)/.test(key)) return null;
  const growth = /^(?:tăng(?: trưởng)?|giảm|tăng từ) (?=.*\d)(?!.*so với)(.+)$/.exec(key)?.[1];
  const isDown = key.startsWith('giảm') && !/giảm/.test(wordKey(name));
  if (growth !== undefined && !isDown) return readFigure(growth, unit, '', said, year);
  const below = /^-\s?(\d.*)$/.exec(key)?.[1];
  const value = below === undefined ? null : (readTarget(below, unit).parts[0]?.value ?? null);
  return value === null
    ? null
    : { parts: [partOf(told, '>=', -value, false)], unit: '', why: null };
};

/** "Giảm xuống còn 5%" says what is left, "giảm 5%" how much less. */
const LEFT = /^giảm (?:xuống )?(?:còn |dưới |không quá |tối đa |còn dưới )(?=\s*\d)/;

/** "Tăng 5% so với năm trước". */
const readRelative: Reader = (told) => {
  const { text, key, unit, name, year } = told;
  const isRelative =
    /^(?:phấn đấu )?(tăng|giảm)(?! dần| cao)/.test(key) &&
    !LEFT.test(key) &&
    /\d/.test(key.replace(/năm \d{4}/g, ''));
  if (!isRelative) return null;
  const change = readChange(text, { unit, name }, year);
  if (!change) return { parts: [partOf(told, 'text', null, false)], unit: '', why: 'relative' };
  const { compared, isPlain, ...rest } = change;
  return {
    parts: [{ ...partOf(told, rest.operator, rest.value, isPlain), ...rest }],
    unit: /\d\s+(bậc|hạng|vị trí)(?!\p{L}| (mục|việc))/u.test(key) ? RANK : '',
    why: isPlain ? null : 'relative',
    compared,
  };
};

/** "Từ 5 đến 7%", "5-7%". */
const readRange: Reader = (told) => {
  const range = new RegExp(
    `^(?:đạt |khoảng |từ )*(${FIGURE})\\s*%?\\s*(?:-|đến)\\s*(${FIGURE})\\s*(.{0,30})$`,
  ).exec(told.key);
  if (!range) return null;
  const [low, high] = [range[1], range[2]].map(
    (one) => readTarget(one, told.unit).parts[0]?.value ?? null,
  );
  const unit = range[3].startsWith('%') ? '%' : '';
  if (low !== null && high !== null && low < high)
    return { parts: [{ ...partOf(told, 'between', low, true), to: high }], unit, why: null };
  // Turned round, or no figures after all: what is meant is not known.
  return { parts: [partOf(told, 'between', low, false)], unit, why: 'range' };
};

/** "80%", "tối thiểu 80%", "còn 5%". */
const readPlain: Reader = ({ text, key, unit, name, said }) => {
  const left = LEFT.exec(key);
  const plain = readTarget(left ? `tối đa ${text.slice(left[0].length)}` : text, unit);
  if (plain.parts.length === 0) return null;
  const isLower = isBare(text) && (isRankUnit(unit, name) || isLowerBetter(name));
  const parts = plain.parts.map((one) => ({
    ...one,
    raw: plain.parts.length === 1 ? said : one.raw,
    ...(isLower && one.operator === '>=' ? { operator: '<=' as const } : {}),
  }));
  return { parts, unit: plain.unit, why: null };
};

/** "1.000 hộ", "tối thiểu 05 tuyến phố/xã": what is counted stands behind the figure. */
const readCounted: Reader = ({ text, unit, said }) => {
  const counted = new RegExp(`^(\\D{0,60}?)(${FIGURE})\\s+(\\p{L}[^\\d;%]{0,60})$`, 'u').exec(text);
  if (!counted) return null;
  const [, before, figure, behind] = counted;
  if (unit !== '' && manifold(behind) !== '' && !isSameManifold(behind, unit))
    return { parts: [], unit: '', why: 'operator' };
  const { parts } = readTarget(`${before}${figure}`, unit);
  if (/năm\s*$/i.test(before) || parts.length !== 1) return null;
  const isSame = unit === '' || wordKey(behind).startsWith(wordKey(unit));
  const words = oneLine(behind).replace(/[.\s]+$/, '');
  return {
    parts: [{ ...parts[0], raw: said, isPlain: parts[0].isPlain && isSame }],
    unit: unit === '' && words.length <= 20 ? words : '',
    why: null,
  };
};

/** "100% số xã có …": the figure is known, of what it is a share is asked. */
const readShare: Reader = ({ text, unit, said }) => {
  const share = new RegExp(`^(\\D{0,30}?)(${FIGURE})\\s?%\\s?\\p{L}`, 'u').exec(text);
  const one = share && isOfEachUnit(text) && readTarget(`${share[1]}${share[2]}%`, unit).parts[0];
  return one
    ? { parts: [{ ...one, raw: said, isPlain: false }], unit: '%', why: 'each-unit' }
    : null;
};

/** In the order in which they are tried. */
const READERS: readonly Reader[] = [
  readWord,
  readGrowth,
  readRelative,
  readRange,
  readPlain,
  readCounted,
  readShare,
];

/** The unit of what is only told by its place. */
const RANK = 'hạng';

/** "2 triệu" of a unit that is no million is another figure than 2. */
function isSameManifold(words: string, unit: string): boolean {
  return manifold(words) === manifold(unit);
}

function manifold(words: string): string {
  return /^(trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\p{L})/u.exec(wordKey(words))?.[1] ?? '';
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
  const own = wordKey(unit);
  return (
    // "hạng mục" and "vị trí việc làm" are counted, as anything is.
    /^(thứ )?(hạng|bậc|vị trí|vị thứ)(?! (mục|việc))|^xếp hạng$|^thứ tự$/.test(own) ||
    /^(xếp hạng|thứ hạng|vị trí xếp hạng)/.test(wordKey(name))
  );
}

/**
 * What a plan wants less of: a bare figure of it is proposed as a maximum, and asked like every
 * bare figure.
 */
function isLowerBetter(name: string): boolean {
  // Of how much of it goes the more is better.
  if (/^(mức|tỷ lệ|tỉ lệ|tốc độ|số)? ?giảm|thoát nghèo/.test(wordKey(name))) return false;
  return /hộ (cận )?nghèo|thất nghiệp|tử vong|tai nạn|quá hạn|trễ hạn|suy dinh dưỡng|tội phạm|tảo hôn|con thứ (3|ba)|thất thoát|vi phạm|nợ đọng|chậm (giải quyết|muộn)|thời gian (chờ|giải quyết|xử lý)|tỷ suất (chết|sinh)|hao hụt|bội chi|số vụ|thiếu hụt|bỏ học|khiếu nại/.test(
    wordKey(name),
  );
}
