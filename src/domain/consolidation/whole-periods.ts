import type { InForce } from '../ledger/in-force';
import { parsePeriod, tiles, type Period } from '../period/period';
import { baseKind, expectedTiles, type Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import type { Entry } from './entry';

/**
 * Figures that somebody has of a whole quarter or year and not of its months: "năm 2025: 1.200". Of
 * another year they come as they come; of the plan's own year they are what was typed from before
 * the office used the product (nhập tay), for a quarter's report is no report of its months.
 */

/** A longer period, and the base periods it is made of. */
interface Whole {
  period: Period;
  parts: readonly string[];
}

/** Longer periods of which the ledger has figures, by agency; the longest first. */
function wholesOf(plan: Plan, inForce: InForce): Map<string, Whole[]> {
  const base = baseKind(plan.schedule);
  const found = new Map<string, Whole[]>();
  for (const one of inForce.all()) {
    const period = parsePeriod(one.period);
    if (!period || !standsWhole(plan, period, one)) continue;
    const parts = tiles(period, base) ?? [];
    if (parts.length < 2) continue;
    const own = found.get(one.agency);
    const whole = { period, parts: parts.map(({ id }) => id) };
    if (own) own.push(whole);
    else found.set(one.agency, [whole]);
  }
  for (const own of found.values())
    own.sort((a, b) => b.parts.length - a.parts.length || (a.period.id < b.period.id ? -1 : 1));
  return found;
}

/** Whether a figure of the period alone, without its base periods, is used anywhere. */
export function isUsedWhole(plan: Plan, period: Period): boolean {
  const parts = tiles(period, baseKind(plan.schedule)) ?? [];
  const isExpected =
    period.year !== plan.year || expectedTiles(plan, period).length === parts.length;
  return parts.length > 0 && isExpected;
}

function standsWhole(plan: Plan, period: Period, { origin }: Submission): boolean {
  return period.year !== plan.year || origin === 'opening';
}

const KNOWN = new WeakMap<InForce, WeakMap<Plan, Map<string, Whole[]>>>();

function known(plan: Plan, inForce: InForce): Map<string, Whole[]> {
  let ofPlan = KNOWN.get(inForce);
  if (!ofPlan) KNOWN.set(inForce, (ofPlan = new WeakMap()));
  let found = ofPlan.get(plan);
  if (!found) ofPlan.set(plan, (found = wholesOf(plan, inForce)));
  return found;
}

/**
 * The entries of base periods, with whole figures in the place of those an agency did not tell one
 * by one: it tells all its months of a quarter, or the quarter's own figure counts. Where nobody
 * told any of them, the whole is what everybody is asked for. `parts` are the base periods that the
 * entries are of, all of them: a figure of more than these tells nothing of them.
 */
export function withWholes(
  plan: Plan,
  entries: readonly Entry[],
  parts: readonly Period[],
  inForce: InForce,
  read: (entry: Entry, period: Period) => Entry,
): Entry[] {
  const byAgency = known(plan, inForce);
  if (byAgency.size === 0) return [...entries];
  const there = new Set(parts.map(({ id }) => id));
  let now = [...entries];
  const asked = new Map<string, Whole>();
  for (const one of [...byAgency.values()].flat())
    if (one.parts.every((id) => there.has(id))) asked.set(one.period.id, one);
  const longestFirst = [...asked.values()].sort((a, b) => b.parts.length - a.parts.length);
  for (const { period, parts: own } of longestFirst) {
    const isIn = new Set(own);
    const isOf = (entry: Entry) => entry.spans === undefined && isIn.has(entry.period.id);
    const inside = now.filter(isOf);
    const lasts = new Map(inside.map((entry) => [entry.agency, entry]));
    const wholes = new Map([...lasts].map(([agency, last]) => [agency, read(last, period)]));
    if (![...wholes.values()].some(isTold)) continue;
    const open = new Set(inside.filter((entry) => !isTold(entry)).map(({ agency }) => agency));
    const isForAll = !inside.some(isTold);
    now = now.flatMap((entry): Entry[] => {
      const whole = wholes.get(entry.agency)!;
      if (!isOf(entry) || !(isForAll || (open.has(entry.agency) && isTold(whole)))) return [entry];
      const spans = inside.filter(({ agency }) => agency === entry.agency).length;
      return entry === lasts.get(entry.agency) ? [{ ...whole, spans }] : [];
    });
  }
  return now;
}

function isTold({ figure }: Entry): boolean {
  return figure.kind !== 'missing';
}
