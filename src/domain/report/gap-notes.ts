import type { Gap } from '../consolidation/consolidation';
import { gapOf, type Told } from '../consolidation/told-beside';
import type { Period } from '../period/period';
import { findAgency, type Plan } from '../plan/plan';
import type { FigureRanges, FiguresSheet } from './figures-sheet';
import { hasLastYear, LAST_YEAR, PERIOD_BEFORE, printedRow } from './words';

/**
 * A figure beside the period's own may be made of a part of what it should be made of: it says so,
 * which, and why.
 */
export function gapNotes(plan: Plan, { ranges }: FiguresSheet, period: Period): string[] {
  const beside: [keyof FigureRanges['told'], string][] = [
    ['cumulative', 'Lũy kế'],
    ['previous', PERIOD_BEFORE[period.kind]],
    ...(hasLastYear(period) ? [['lastYear', LAST_YEAR] as ['lastYear', string]] : []),
  ];
  return beside.flatMap(([one, word]) => {
    const rows = [...ranges].flatMap(([code, { told }]): Row[] => {
      const gap = gapOf(told[one]);
      return gap ? [{ code: printedRow(plan.indicators, code), gap }] : [];
    });
    const line = (text: string, parts: string[]) =>
      parts.length === 0 ? [] : [`${word} ${text}: ${parts.join('; ')}.`];
    return [
      ...line(
        SHARES,
        alike(
          rows.filter(({ gap }) => gap.reported < gap.expected),
          ({ reported, expected }) => `${reported}/${expected}`,
          (share, codes) => `${share}: ${codes}`,
        ),
      ),
      ...REASONS.flatMap(([key, reason]) =>
        line(
          reason,
          alike(
            rows.filter(({ gap }) => gap[key].length > 0),
            (gap) => namesOf(plan, gap[key]),
            (names, codes) => `${names} (${codes})`,
          ),
        ),
      ),
    ];
  });
}

interface Row {
  /** As it is named on paper. */
  code: string;
  gap: Gap;
}

const REASONS: [keyof Told & ('notReported' | 'unmatched'), string][] = [
  ['notReported', 'chưa có số liệu của'],
  ['unmatched', 'không có đơn vị để so sánh với'],
];

/** Whether a line says why n/N is what it is; whether it is another one, n/N itself says. */
export function isGapReason(text: string): boolean {
  const words = ['Lũy kế', LAST_YEAR, ...Object.values(PERIOD_BEFORE)];
  return REASONS.some(([, reason]) => words.some((word) => text.startsWith(`${word} ${reason}: `)));
}

/** A line of n/N as it is compared: by its shares, for whoever has them was once told by code. */
export function gapShares(text: string): string {
  const at = text.indexOf(SHARES);
  if (at < 0) return text;
  return text.slice(0, at + SHARES.length) + (text.match(/\d+\/\d+/g) ?? []).join(', ');
}

const SHARES = 'chưa đầy đủ (n/N lượt báo cáo có số liệu)';

/** What is said of several rows in the same words is said once. */
function alike(
  rows: readonly Row[],
  said: (gap: Gap) => string,
  together: (text: string, codes: string) => string,
): string[] {
  const codes = new Map<string, string[]>();
  for (const { code, gap } of rows) codes.set(said(gap), [...(codes.get(said(gap)) ?? []), code]);
  // “chỉ tiêu 1, 2”: the word once.
  const list = (own: readonly string[]) => own.join(', ').replaceAll(', chỉ tiêu ', ', ');
  return [...codes].map(([text, own]) => together(text, list(own)));
}

/** So many agencies are named for a gap. */
const NAMED = 3;

function namesOf(plan: Plan, codes: readonly string[]): string {
  const names = codes.slice(0, NAMED).map((code) => findAgency(plan, code)?.name ?? code);
  const more = codes.length - names.length;
  return names.join(', ') + (more > 0 ? ` và ${more} đơn vị khác` : '');
}
