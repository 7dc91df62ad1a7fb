import { civilDate, addDays, readDate, type CivilDate } from '../../text/date';
import { wordKey, tidy } from '../../text/normal-form';
import {
  month,
  parsePeriod,
  periodOf,
  quarter,
  readPeriodLabel,
  type Period,
} from '../period/period';
import { lastDay } from '../period/window';
import type { Deadline } from '../plan/plan';
import { oneLine } from './one-line';

export interface DeadlineReading {
  deadline: Deadline | null;
  /** Verbatim; several deadlines are separated by "; ". */
  text: string;
  /** Nothing was left out and nothing was added. */
  isPlain: boolean;
}

type Part = { deadline: Deadline | null; isPlain: boolean };

const LONGEST = 500;
const NOTHING: Part = { deadline: null, isPlain: false };

/**
 * What the deadline column says. Words that name no day, period or frequency give null; the plan's
 * year fills in one that is not written, which is plain in the plan of one year (`isOfOneYear`) and
 * a proposal in that of several.
 */
export function readDeadlineText(
  raw: string,
  year: number | null,
  isOfOneYear = false,
): DeadlineReading {
  if (tidy(raw) === '') return { deadline: null, text: '', isPlain: true };
  const lines = raw.split('\n').map(oneLine).filter(Boolean);
  if (raw.length > LONGEST) return { ...NOTHING, text: oneLine(raw) };
  const dropBullet = (line: string): string => line.replace(/^[-–+•]\s*/, '');
  const isList =
    lines.length > 1 &&
    lines.every(
      (line) =>
        /^[-–+•]\s/.test(line) || readPart(dropBullet(line), year, isOfOneYear).deadline !== null,
    );
  const text = isList
    ? lines.map((line) => dropBullet(line).replace(/[;.]+$/, '')).join('; ')
    : oneLine(raw);
  const parts = text
    .split(/;|(?<=\d{4}),? và (?=\D)/)
    .map(tidy)
    .filter(Boolean)
    .map((part) => readPart(part, year, isOfOneYear));
  const deadline = latest(parts.map((part) => part.deadline).filter((one) => one !== null));
  return { deadline, text, isPlain: deadline !== null && parts.every(({ isPlain }) => isPlain) };
}

/**
 * Of several deadlines the last counts; a day or a period stands before what comes again and again.
 */
function latest(deadlines: Deadline[]): Deadline | null {
  let found: Deadline | null = null;
  for (const one of deadlines) if (!found || endOf(one) > endOf(found)) found = one;
  return found;
}

function endOf(deadline: Deadline): CivilDate {
  if (deadline.kind === 'period') return lastDay(periodOf(deadline.period));
  return deadline.kind === 'date' ? deadline.date : '';
}

/** Words before the day or period that add nothing. */
const LEAD_IN =
  /^(?:(?:phải |cần )?(?:hoàn thành|thực hiện|triển khai|ban hành|trình|xong|báo cáo)\s+)?(?:(?:chậm nhất|muộn nhất)\s+)?(?:(?:là|vào|trong|đến hết|hết|đến)\s+)*/;

function readPart(text: string, year: number | null, isOfOneYear: boolean): Part {
  const key = wordKey(text).replace(/[.,;\s]+$/, '');
  const frequency = readFrequency(key);
  if (frequency) return { deadline: frequency, isPlain: true };
  const bare = inFull(key.replace(LEAD_IN, '').trim());
  const whole = readMoment(bare);
  if (whole) return { deadline: whole, isPlain: true };
  // "Quý I" or "trước ngày 20/6" of a plan whose year is known: proposed, and shown.
  if (year === null) return NOTHING;
  // In the plan of one year what is done "hằng năm" or "trong năm" is done by its end.
  if (/^(?:trong |cả |cuối |hết |h[àằ]ng |mỗi )*năm(?: nay)?$/.test(bare))
    return {
      deadline: { kind: 'period', period: String(year) },
      isPlain: isOfOneYear && key !== 'năm',
    };
  if (/(^|\D)\d{4}$/.test(bare)) return NOTHING;
  const completed = readMoment(bare + yearBehind(bare, year));
  return completed ? { deadline: completed, isPlain: isOfOneYear } : NOTHING;
}

/** "T6", "Q2", "QIV": how tables that lack room write a month and a quarter. */
function inFull(text: string): string {
  return text
    .replace(/^t\.? ?(?=\d{1,2}(?:\D|$))/, 'tháng ')
    .replace(/^q\.? ?(?=(?:[1-4]|i{1,3}|iv)(?:[^\p{L}\d]|$))/u, 'quý ');
}

/** The plan's year, behind what leaves it out: "20/6", "quý II", "6 tháng đầu năm". */
function yearBehind(text: string, year: number): string {
  if (/\d\/\d{1,2}$/.test(text)) return `/${year}`;
  return text.endsWith(' năm') ? ` ${year}` : ` năm ${year}`;
}

function readFrequency(key: string): Deadline | null {
  if (
    /^(làm )?(thường xuyên(, liên tục)?|liên tục)( trong năm( \d{4})?| hàng năm| hằng năm| năm \d{4})?$/.test(
      key,
    )
  )
    return { kind: 'continuous' };
  // Reports on administrative reform are quarterly.
  if (/^(định kỳ )?theo (báo cáo|bc) (cchc|cải cách hành chính)( định kỳ)?$/.test(key))
    return { kind: 'recurring', every: 'quarter' };
  const every =
    /^(?:định kỳ )?(?:(?:trước )?ngày \d{1,2} )?(?:h[àằ]ng|mỗi) (tháng|quý)((?:,| và| hoặc|;|\/)? ?(?:h[àằ]ng )?(?:quý|(?:0?6|0?9) tháng|năm|đột xuất|khi có yêu cầu|\(nếu có\)))*$/.exec(
      key,
    );
  return every ? { kind: 'recurring', every: every[1] === 'tháng' ? 'month' : 'quarter' } : null;
}

/** "15/3/2024-30/6/2024". */
const DAYS = /^(\d{1,2}\/\d{1,2}\/\d{4}) ?(?:-|đến) ?(\d{1,2}\/\d{1,2}\/\d{4})$/;

const QUARTERS = 'iv|iii|ii|i|[1-4]';
const LIST = '(?:\\s*(?:,|-|và|đến)\\s*)';

function readMoment(text: string): Deadline | null {
  const before = /^trước (.+)$/.exec(text);
  if (before) {
    const day = readDate(before[1]);
    if (day) return { kind: 'date', date: addDays(day, -1) };
    if (!/^(tháng|qu[ýí]) /.test(before[1])) return null;
    const period = readPeriod(before[1]);
    return (
      period && {
        kind: 'date',
        date: addDays(civilDate(period.year, period.firstMonth, 1), -1),
      }
    );
  }
  const range = /^từ (.{1,40}) đến (?:hết )?(.{1,40})$/.exec(text) ?? DAYS.exec(text);
  const last = range ? range[2] : text;
  if (/^(từ|sau|giai đoạn)/.test(last)) return null;
  const date = readDate(last);
  if (date) return { kind: 'date', date };
  const period = readPeriod(last);
  return period ? { kind: 'period', period: period.id } : null;
}

function readPeriod(words: string): Period | null {
  // The end of a month or a quarter is its last day, as that of the year is.
  const text = words.replace(/^cuối (?=qu[ýí] |tháng )/, '');
  const direct = readPeriodLabel(text);
  if (direct) return direct;
  const inYear = new RegExp(
    `^qu[ýí] (?:(?:${QUARTERS})${LIST}(?:qu[ýí] )?)*(${QUARTERS})(?:\\s*[/-]\\s*|,? năm )(\\d{4})$`,
  ).exec(text);
  if (inYear) return quarter(Number(inYear[2]), quarterNumber(inYear[1]));
  const inMonths = new RegExp(
    `^tháng (?:\\d{1,2}${LIST}(?:tháng )?)*(\\d{1,2})(?:\\s*[/-]\\s*|,? năm )(\\d{4})$`,
  ).exec(text);
  const bare = /^(\d{1,2})\/(\d{4})$/.exec(text);
  const months = inMonths ?? bare;
  if (months) return isMonth(months[1]) ? month(Number(months[2]), Number(months[1])) : null;
  const end = /^(?:cuối năm|cả năm|trong năm|hết năm|năm) (\d{4})$/.exec(text);
  if (end) return parsePeriod(end[1]);
  const years = /^(?:năm )?(\d{4})\s*-\s*(\d{4})$/.exec(text);
  if (years) return Number(years[1]) < Number(years[2]) ? parsePeriod(years[2]) : null;
  const part = /^0?([369]) tháng (đầu|cuối) năm (\d{4})$/.exec(text);
  const suffix = part && PARTS[part[1] + part[2]];
  return suffix ? parsePeriod(part[3] + suffix) : null;
}

const PARTS: Record<string, string | undefined> = {
  '3đầu': '-Q1',
  '6đầu': '-H1',
  '9đầu': '-9M',
  '3cuối': '-Q4',
  '6cuối': '-H2',
};

function quarterNumber(text: string): number {
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(text);
  return roman >= 0 ? roman + 1 : Number(text);
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}
