import { matchKey } from '../../text/normal-form';
import { previousPeriod, type Period, type PeriodKind } from '../period/period';
import type { Span } from './figure-source';

/**
 * Headings of the province's own tables name the period they show ("Tháng 3/2024", "Lũy kế 3
 * tháng") and are retyped each time: the name of the period is no part of what identifies the
 * column, but it must be the period that is filled.
 */

const MONTH = /(?<!\d )tháng (\d{1,2})(?!\d)/gu;
const MONTHS = /(?<![\d/])(\d{1,2}) tháng(?! trước)(?!\p{L})/gu;
/** As long as the first half, and not it. */
const LAST_HALF = new RegExp(matchKey('6 tháng cuối năm'), 'u');
const QUARTER = /quí (iv|iii|ii|i|[1-4])(?![\p{L}\d])/gu;
const YEAR = /(năm |\/ ?)(\d{4})(?!\d)/gu;

/** The key of a heading, whatever period it names. */
export function headingKey(text: string): string {
  return matchKey(text)
    .replace(MONTHS, '# tháng')
    .replace(MONTH, 'tháng #')
    .replace(QUARTER, 'quí #')
    .replace(YEAR, '$1#');
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/**
 * Whether a heading names another period than the one whose figures of that span would stand under
 * it.
 */
export function namesOtherPeriod(heading: string, span: Span, period: Period): boolean {
  const key = matchKey(heading);
  const shown = shownBy(span, period);
  const [month, quarter] = [last(key, MONTH), last(key, QUARTER)];
  const months = last(key, MONTHS);
  const year = last(key, YEAR) ?? last(key, YEAR_ALONE);
  const isCumulative = span === 'cumulative';
  const endsIn = (kind: PeriodKind, lastMonth: number) =>
    shown.lastMonth === lastMonth && (shown.kind === kind || isCumulative);
  if (month !== null && !endsIn('month', Number(month))) return true;
  if (quarter !== null && !endsIn('quarter', 3 * quarterNumber(quarter))) return true;
  const length = isCumulative ? shown.lastMonth : shown.lastMonth - shown.firstMonth + 1;
  if (months !== null && Number(months) !== length) return true;
  if (LAST_HALF.test(key) && shown.lastMonth !== 12) return true;
  if (year !== null && Number(year) !== shown.year) return true;
  return namesOtherKind(heading, span, period.kind);
}

function quarterNumber(quarter: string): number {
  return ROMAN.includes(quarter) ? ROMAN.indexOf(quarter) + 1 : Number(quarter);
}

/**
 * Whether a heading is over figures of another kind of period: "Kết quả trong quý" over a month's,
 * "Thực hiện năm 2024" over anything but a year's.
 */
export function namesOtherKind(heading: string, span: Span, kind: PeriodKind): boolean {
  if (span !== 'period' && span !== 'previous') return false;
  const key = matchKey(heading);
  const said = last(key, KIND) ?? (isYearAlone(key) ? YEAR_WORD : null);
  if (said !== null) return KIND_OF[said] !== kind;
  const [month, quarter] = [last(key, MONTH), last(key, QUARTER)];
  return (month !== null && kind !== 'month') || (quarter !== null && kind !== 'quarter');
}

/**
 * As {@link namesOtherPeriod}, of a difference: what it is compared with stands behind "so với".
 */
export function comparesOtherPeriod(heading: string, period: Period): boolean {
  const [before, ...behind] = matchKey(heading).split(/ so (?:với )?/u);
  const names = (text: string, span: Span) => namesOtherPeriod(text, span, period);
  if (behind.length > 0) return names(before, 'period') || names(behind.join(' '), 'previous');
  return names(before, 'period') && names(before, 'previous');
}

const YEAR_WORD = matchKey('năm');
const KIND_OF: Record<string, PeriodKind> = {
  [matchKey('tháng')]: 'month',
  [matchKey('quý')]: 'quarter',
  [YEAR_WORD]: 'year',
};
const KINDS = Object.keys(KIND_OF).join('|');
/** "trong quý", "cả năm", "tháng này", "quý trước", but not "6 tháng trước". */
const KIND = new RegExp(
  `(?:trong |cả |(?<!\\d )(?=(?:${KINDS}) (?:này|nay|báo cáo|hiện tại|trước|liền)))(${KINDS})(?!\\p{L})`,
  'gu',
);

/** A year, and no word of a period within it. */
function isYearAlone(key: string): boolean {
  return last(key, YEAR_ALONE) !== null && !WITHIN_YEAR.test(key);
}

const WITHIN_YEAR = new RegExp(
  `(?<!\\p{L})(?:tháng|${matchKey('quý')}|${matchKey('kỳ')})(?!\\p{L})`,
  'u',
);
const YEAR_ALONE = /(?<![\d/.])((?:19|20)\d\d)(?![\d/.])/gu;

function shownBy(span: Span, period: Period): Period {
  if (span === 'previous') return previousPeriod(period);
  return span === 'same-period-last-year' ? { ...period, year: period.year - 1 } : period;
}

/** What the pattern last names: of "từ tháng 1 đến tháng 3" the end counts. */
function last(key: string, pattern: RegExp): string | null {
  const found = [...key.matchAll(pattern)].at(-1);
  return found ? found[found.length - 1] : null;
}
