import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import type { Entry } from './coverage';
import { sum } from '../decimal/decimal';

/**
 * A figure that may be in a total twice: by its own path and within the figure of the agency above.
 */
export interface CountedTwice {
  code: string;
  agency: Agency;
  period: Period;
  /** How many agencies below reported what the one above comes to. */
  below: number;
}

/** Below this two sums are the same by chance too often. */
const TELLING = 10;

/**
 * Agencies whose figure is exactly the sum of what the agencies under them reported in the same
 * period: xã → huyện → tỉnh and xã → tỉnh at once. Which path a plan means is written in it; that
 * somebody took both is only seen in the figures.
 */
export function countedTwice(entries: ReadonlyMap<string, readonly Entry[]>): CountedTwice[] {
  return [...entries].flatMap(([code, own]) => {
    const below = new Map<string, Entry[]>();
    for (const entry of own) {
      const key = `${entry.agency.parent} ${entry.period.id}`;
      const there = below.get(key);
      if (there) there.push(entry);
      else below.set(key, [entry]);
    }
    return own.flatMap(({ agency, period, figure }): CountedTwice[] => {
      const parts = (below.get(`${agency.code} ${period.id}`) ?? []).flatMap((one) =>
        one.figure.kind === 'figure' ? [one.figure] : [],
      );
      if (figure.kind !== 'figure' || parts.length < 2) return [];
      const numerator = sum(parts.map((one) => one.numerator));
      const denominator =
        figure.denominator === null ? null : sum(parts.map((one) => one.denominator ?? 0));
      const isSame = figure.numerator === numerator && figure.denominator === denominator;
      return isSame && (denominator ?? numerator) >= TELLING
        ? [{ code, agency, period, below: parts.length }]
        : [];
    });
  });
}
