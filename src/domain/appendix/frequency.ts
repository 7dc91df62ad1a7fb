import { wordKey } from '../../text/normal-form';
import type { PeriodKind } from '../period/period';

const ORDER: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'nine-months', 'year'];
const WORDS: readonly (readonly [PeriodKind, RegExp])[] = [
  ['half-year', /0?6 tháng|nửa năm|bán niên/g],
  ['nine-months', /0?9 tháng/g],
  ['month', /tháng/g],
  ['quarter', /qu[ýí]/g],
  ['year', /năm/g],
];

/**
 * "Quý, 6 tháng, năm": the periods a row is reported for, the shortest first; empty where other
 * words stand there.
 */
export function readFrequency(text: string): PeriodKind[] {
  let rest = wordKey(text);
  const found: PeriodKind[] = [];
  for (const [kind, words] of WORDS) {
    const left = rest.replace(words, ' ');
    if (left !== rest) found.push(kind);
    rest = left;
  }
  const isPlain = /^(định kỳ|hàng|hằng|theo|báo cáo|mỗi|đầu|cuối|cả|và|1|01|lần|[,;/.\s-])*$/.test(
    rest,
  );
  return isPlain ? ORDER.filter((kind) => found.includes(kind)) : [];
}

/** The schedule all rows together ask for; a plan's shortest period is a month or a quarter. */
export function scheduleOf(rows: readonly PeriodKind[][]): PeriodKind[] {
  const asked = new Set(rows.flat());
  if (asked.size === 0) return [];
  if (!asked.has('month')) asked.add('quarter');
  return ORDER.filter((kind) => asked.has(kind));
}
