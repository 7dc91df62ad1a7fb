import { addDays, civilDate, isCivilDate, type CivilDate } from '../../text/date';
import { wordKey } from '../../text/normal-form';
import { parsePeriod } from '../period/period';
import { lastDay } from '../period/window';

/** When a figure is to be reached, as the words around it say. */
export type Moment =
  /** By a day within the plan's year; `isOwnPeriod`: "Quý II" may also mean that quarter alone. */
  | { kind: 'by'; until: CivilDate; isOwnPeriod: boolean }
  /** By the end of the plan's year, or in all of it. */
  | { kind: 'year' };

const LEAD_IN =
  /^(?:(?:tính|đến|tới|vào|trong|hết|cuối|thời điểm|mốc|chậm nhất|muộn nhất|là|kỳ|ngày)\s+)+/;
/** What has been reached by then; "trong quý II", "vào quý II" may be that quarter alone. */
const BY_THEN = /(?:^|\s)(?:đến|tới|hết|cuối|tính|chậm nhất|muộn nhất|mốc|thời điểm)\s/;
const WHOLE_YEAR = /^(?:(?:đến|tới|vào) )?(?:(?:cả|cuối|hết|trong) )+năm(?: nay)?(?: (20\d\d))?$/;
const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** The whole text names a moment, and nothing else; null for anything else or of another year. */
export function momentOf(text: string, year: number): Moment | null {
  const key = wordKey(text)
    .replace(/[.:,;()\s]+$/, '')
    .replace(/^[(\s]+/, '');
  if (key.length > 60) return null;
  if (WHOLE_YEAR.test(key)) return (yearIn(key) ?? year) === year ? { kind: 'year' } : null;
  const isBefore = /^(?:hoàn thành )?trước /.test(key);
  const lead = LEAD_IN.exec(key)?.[0] ?? '';
  const bare = isBefore
    ? key.replace(/^(?:hoàn thành )?trước (?:ngày )?/, '')
    : key.slice(lead.length);
  const until = endOf(bare, year);
  if (!isOfYear(until, year)) return null;
  if (isBefore) return momentBefore(bare, until, year);
  if (until.endsWith('-12-31') && !/^qu[ýí]/.test(bare)) return { kind: 'year' };
  const isOwnPeriod = !BY_THEN.test(lead) && /^(?:qu[ýí]|tháng)/.test(bare);
  return { kind: 'by', until, isOwnPeriod };
}

function momentBefore(bare: string, until: CivilDate, year: number): Moment | null {
  const isDay = /^\d/.test(bare) && bare.includes('/');
  const before = isDay ? addDays(until, -1) : dayBefore(bare, year);
  return isOfYear(before, year) ? { kind: 'by', until: before, isOwnPeriod: false } : null;
}

function isOfYear(day: CivilDate | null, year: number): day is CivilDate {
  return day !== null && day.slice(0, 4) === String(year);
}

function yearIn(key: string): number | null {
  const found = /20\d\d/.exec(key)?.[0];
  return found ? Number(found) : null;
}

/** The last day of "6 tháng đầu năm", "quý II/2026", "tháng 6", "30/6/2026". */
function endOf(bare: string, year: number): CivilDate | null {
  const own = yearIn(bare) ?? year;
  const rest = bare.replace(/(?:\s*\/\s*|,? năm |\s)20\d\d$/, '').trim();
  const quarter = /^qu[ýí] (iv|iii|ii|i|[1-4])$/.exec(rest)?.[1];
  if (quarter)
    return ending(`${own}-Q${/\d/.test(quarter) ? quarter : QUARTERS.indexOf(quarter) + 1}`);
  const months = /^0?([1-9]|1[0-2]) tháng(?: đầu(?: năm)?)?$/.exec(rest)?.[1];
  if (months && (months === '6' || months === '9' || / đầu/.test(rest)))
    return ending(`${own}-${months.padStart(2, '0')}`);
  const month = /^tháng 0?([1-9]|1[0-2])$/.exec(rest)?.[1];
  if (month) return ending(`${own}-${month.padStart(2, '0')}`);
  const day = /^(\d{1,2})[/.-](\d{1,2})$/.exec(rest);
  if (!day) return null;
  const date = civilDate(own, Number(day[2]), Number(day[1]));
  return isCivilDate(date) ? date : null;
}

function ending(id: string): CivilDate | null {
  const period = parsePeriod(id);
  return period ? lastDay(period) : null;
}

/** "Trước tháng 7" ends with June; before a quarter or a half nobody says. */
function dayBefore(bare: string, year: number): CivilDate | null {
  const month = /^tháng 0?([1-9]|1[0-2])(?:(?:\s*\/\s*| năm )(20\d\d))?$/.exec(bare);
  if (!month) return null;
  return addDays(civilDate(Number(month[2] ?? year), Number(month[1]), 1), -1);
}

const MOMENT =
  '(?:(?:hoàn thành )?(?:tính |đến |tới |vào |trong |hết |cuối |trước |chậm nhất |thời điểm |ngày )*' +
  '(?:(?:cả|(?<=(?:cuối|hết|trong) ))\\s?năm(?: 20\\d\\d|(?! 20\\d\\d))' +
  '|qu[ýí] (?:iv|iii|ii|i|[1-4])(?:(?:\\s*\\/\\s*|,? năm )20\\d\\d)?' +
  '|0?\\d{1,2} tháng(?: đầu(?: năm)?)?(?: (?:năm )?20\\d\\d)?' +
  '|tháng \\d{1,2}(?:(?:\\s*\\/\\s*| năm )20\\d\\d)?' +
  '|\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d' +
  '|(?<=(?:đến|tới|hết|trước|ngày) )\\d{1,2}\\/\\d{1,2}(?!\\/)))';
const LEADING = new RegExp(
  `^\\(?(${MOMENT})\\)?\\s*(?:[:,]\\s*|(?=\\s))((?:phải |phấn đấu |là )?.*)$`,
);
const TRAILING = new RegExp(`^(.*\\d.*?)(?:\\s|,\\s|\\()+(${MOMENT})\\s*\\)?$`);

/** A figure with the moment that stands before or behind it, and the words that are left of it. */
export function withMoment(text: string, year: number): { moment: Moment; rest: string } | null {
  const key = wordKey(text).trim();
  if (key.length > 200) return null;
  const [before, behind] = [LEADING.exec(key), TRAILING.exec(key)];
  const found = before
    ? { words: before[1], rest: before[2] }
    : behind && { words: behind[2], rest: behind[1] };
  if (!found || !/\d/.test(found.rest)) return null;
  const moment = momentOf(found.words, year);
  const rest = found.rest.replace(/^(?:phải đạt|phải|phấn đấu|là)\s+/, '').trim();
  return moment && { moment, rest };
}
