import type { Agency } from '../agency/agency';
import { grouped } from '../grouped';
import type { InForce } from '../ledger/in-force';
import { parsePeriod, tiles, type Period, type PeriodId } from '../period/period';
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
 * by one: it tells all its months of a quarter, or the quarter's own figure counts, the longest
 * first and no base period twice. Where nobody told any of them, the whole is also what those are
 * asked for who told nothing. `parts` are the base periods that the entries are of, all of them: a
 * figure of more than these tells nothing of them. `isLeftOut`: whether an agency's figures of a
 * base period do not count by a person's choice; a whole that holds it is not its to give.
 */
export function withWholes(
  plan: Plan,
  entries: readonly Entry[],
  parts: readonly Period[],
  inForce: InForce,
  { read, isLeftOut }: WholeRules,
): Entry[] {
  const byAgency = known(plan, inForce);
  if (byAgency.size === 0) return [...entries];
  const told = new Set(entries.filter(isTold).map(({ period }) => period.id));
  const own = grouped(entries, ({ agency }) => agency.code);
  const placed = new Map<string, Whole>();
  const now = new Map<string, Entry[]>();
  for (const [code, all] of own) {
    let rest = all;
    for (const one of wholesWithin(plan, code, parts, inForce)) {
      const laid = withWhole(rest, one, read, isLeftOut);
      if (!laid) continue;
      rest = laid;
      placed.set(one.period.id, one);
    }
    now.set(code, rest);
  }
  if (placed.size === 0) return [...entries];
  const forAll = [...placed.values()]
    .filter((one) => !one.parts.some((id) => told.has(id)))
    .sort((a, b) => b.parts.length - a.parts.length);
  for (const [code, rest] of now)
    now.set(
      code,
      forAll.reduce((before, one) => asWhole(before, one, read), rest),
    );
  return inOrder(entries, now);
}

/** Longer periods of which an agency has figures that may stand in a time of these base periods. */
export function wholesWithin(
  plan: Plan,
  agency: string,
  parts: readonly Period[],
  inForce: InForce,
): Whole[] {
  const there = new Set(parts.map(({ id }) => id));
  const own = known(plan, inForce).get(agency) ?? [];
  return own.filter((one) => one.parts.every((id) => there.has(id)));
}

interface WholeRules {
  read(entry: Entry, period: Period): Entry;
  isLeftOut(base: PeriodId, agency: Agency): boolean;
}

/** With the agency's own figure of the whole; null where it has none, or tells all its parts. */
function withWhole(
  entries: readonly Entry[],
  { period, parts }: Whole,
  read: WholeRules['read'],
  isLeftOut: WholeRules['isLeftOut'],
): Entry[] | null {
  const isIn = new Set(parts);
  const inside = entries.filter((entry) => isIn.has(entry.period.id));
  const last = inside.at(-1);
  if (!last || inside.every(isTold)) return null;
  const asked = new Set(inside.map((entry) => entry.period.id));
  if (parts.some((id) => !asked.has(id) && isLeftOut(id, last.agency))) return null;
  // A longer one tells some of it already.
  const isCovered = entries.some((entry) => entry.spans && meets(entry.period, period));
  const whole = isCovered ? null : read(last, period);
  return whole && isTold(whole) ? inPlaceOf(entries, inside, whole) : null;
}

/** Of who told nothing of it; what an agency tells and may not give counts nowhere. */
function asWhole(entries: Entry[], { period, parts }: Whole, read: WholeRules['read']): Entry[] {
  const isIn = new Set(parts);
  const inside = entries.filter((entry) => isIn.has(entry.period.id));
  const isTouched = entries.some((entry) => entry.spans && meets(entry.period, period));
  const last = inside.at(-1);
  if (!last || isTouched || inside.some(isTold)) return entries;
  const whole = read(last, period);
  return isTold(whole) ? entries : inPlaceOf(entries, inside, whole);
}

function inPlaceOf(entries: readonly Entry[], inside: readonly Entry[], whole: Entry): Entry[] {
  const gone = new Set(inside);
  const last = inside.at(-1);
  return entries.flatMap((entry): Entry[] => {
    if (entry === last) return [{ ...whole, spans: inside.length }];
    return gone.has(entry) ? [] : [entry];
  });
}

function meets(a: Period, b: Period): boolean {
  return a.year === b.year && a.firstMonth <= b.lastMonth && b.firstMonth <= a.lastMonth;
}

/** Each agency's entries where its own of that base period stood, the whole's at its last. */
function inOrder(entries: readonly Entry[], now: ReadonlyMap<string, Entry[]>): Entry[] {
  const at = new Map(entries.map((entry, index) => [entry.place, index]));
  const endOf = ({ agency, period }: Entry) => `${period.year} ${period.lastMonth} ${agency.code}`;
  const ends = new Map(entries.map((entry, index) => [endOf(entry), index]));
  return [...now.values()]
    .flat()
    .map((entry) => ({ entry, index: at.get(entry.place) ?? ends.get(endOf(entry)) ?? Infinity }))
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry);
}

function isTold({ figure }: Entry): boolean {
  return figure.kind !== 'missing';
}
