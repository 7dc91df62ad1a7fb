import { matchKey } from '../../text/normal-form';
import { previousPeriod, type Period } from '../period/period';
import type { Span } from './figure-source';

/**
 * Headings of the province's own tables name the period they show ("Tháng 3/2024", "Lũy kế 3
 * tháng") and are retyped each time: the name of the period is no part of what identifies the
 * column, but it must be the period that is filled.
 */

const MONTH = /(?<!\d )tháng (\d{1,2})(?!\d)/gu;
const MONTHS = /(?<![\d/])(\d{1,2}) tháng(?! trước)(?!\p{L})/gu;
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

/** Whether a heading names a month or a quarter. */
export function namesPeriod(text: string): boolean {
  const key = matchKey(text);
  return last(key, MONTH) !== null || last(key, QUARTER) !== null;
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
  const [months, year] = [last(key, MONTHS), last(key, YEAR)];
  const isCumulative = span === 'cumulative';
  if (
    month !== null &&
    (Number(month) !== shown.lastMonth || (shown.kind !== 'month' && !isCumulative))
  )
    return true;
  if (quarter !== null) {
    const number = ROMAN.includes(quarter) ? ROMAN.indexOf(quarter) + 1 : Number(quarter);
    if (number * 3 !== shown.lastMonth || (shown.kind !== 'quarter' && !isCumulative)) return true;
  }
  const length = isCumulative ? shown.lastMonth : shown.lastMonth - shown.firstMonth + 1;
  if (months !== null && Number(months) !== length) return true;
  return year !== null && Number(year) !== shown.year;
}

function shownBy(span: Span, period: Period): Period {
  if (span === 'previous') return previousPeriod(period);
  return span === 'same-period-last-year' ? { ...period, year: period.year - 1 } : period;
}

/** What the pattern last names: of "từ tháng 1 đến tháng 3" the end counts. */
function last(key: string, pattern: RegExp): string | null {
  const found = [...key.matchAll(pattern)].at(-1);
  return found ? found[found.length - 1] : null;
}
