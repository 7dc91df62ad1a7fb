import type { Agency } from '../agency/agency';
import { lastDay } from '../period/window';
import type { Period } from '../period/period';
import { family } from '../plan/family';
import type { Plan } from '../plan/plan';
import type { Gap } from './consolidation';
import { askedOf, placesOf, reportedOf, type Entry } from './coverage';

/** How much of what a figure beside the period's own is made of was reported: n/N, and why. */
export interface Told {
  reported: number;
  expected: number;
  /** Agencies of that time of which some of it is not there. */
  notReported: Agency[];
  /**
   * Agencies that are asked now and have nothing to be compared with: neither they nor whom they
   * came from are asked in that time, by the register, or a part of another went over to them.
   */
  unmatched: Agency[];
}

/** `own` are the entries of the period itself. */
export function toldBeside(
  plan: Plan,
  period: Period,
  own: readonly Entry[],
  beside: readonly Entry[],
): Told {
  const [asked, reported] = [askedOf(beside), reportedOf(beside)];
  const there = new Set(reported);
  const gaps = new Set(asked.filter((entry) => !there.has(entry)).map(({ agency }) => agency));
  return {
    reported: placesOf(reported),
    expected: placesOf(asked),
    notReported: [...gaps],
    unmatched: beside.length === 0 ? [] : unmatchedIn(plan, period, own, beside),
  };
}

function unmatchedIn(
  plan: Plan,
  period: Period,
  own: readonly Entry[],
  beside: readonly Entry[],
): Agency[] {
  const then = new Set(beside.map(({ agency }) => agency.code));
  const day = lastDay(period);
  const hasNone = ({ code }: Agency) =>
    !then.has(code) && ![...(family(plan, code, day) ?? [])].some((one) => then.has(one));
  return [...new Set(own.map(({ agency }) => agency))].filter(hasNone);
}

/** Of a figure that is there, and of a part only; null where there is nothing to say. */
export function gapOf({ reported, expected, notReported, unmatched }: Told): Gap | null {
  if (reported === 0 || (reported === expected && unmatched.length === 0)) return null;
  const codes = (some: readonly Agency[]) => some.map(({ code }) => code).sort();
  return { reported, expected, notReported: codes(notReported), unmatched: codes(unmatched) };
}

/** Rows with the same gap are said at once. */
export function sameGaps(
  rows: readonly { code: string; gap: Gap | null | undefined }[],
): { codes: string[]; gap: Gap }[] {
  const groups = new Map<string, { codes: string[]; gap: Gap }>();
  for (const { code, gap } of rows) {
    if (!gap) continue;
    const key = JSON.stringify(gap);
    const group = groups.get(key);
    if (group) group.codes.push(code);
    else groups.set(key, { codes: [code], gap });
  }
  return [...groups.values()];
}
