import type { CivilDate } from '../../text/date';
import { tidy } from '../../text/normal-form';
import { isValidOn, type Agency, type Level } from './agency';
import { datedAlias, isNamedOn } from './dated-alias';
import { beginnings, nameKey } from './name-key';
import { nearNames } from './near-names';

export type AgencyMatch =
  | { kind: 'code' | 'name'; agency: Agency }
  | { kind: 'suggestions'; agencies: Agency[] }
  | { kind: 'unknown' };

/** What is known of the agency meant. What contradicts it is never a match, only a suggestion. */
export interface AgencyHint {
  day?: CivilDate;
  level?: Level;
  /** Code of the agency it belongs to. */
  parent?: string;
}

export type AgencyMatcher = (text: string, hint?: AgencyHint) => AgencyMatch;

/** A list to choose from; names that are the same are all shown. */
const MOST_NEAR = 10;

/** The matchers of the lists in use: a province's list is asked for every file it receives. */
const MATCHERS = new WeakMap<readonly Agency[], AgencyMatcher>();

export function matchAgency(
  agencies: readonly Agency[],
  text: string,
  hint?: AgencyHint,
): AgencyMatch {
  const matcher = MATCHERS.get(agencies) ?? agencyMatcher(agencies);
  MATCHERS.set(agencies, matcher);
  return matcher(text, hint);
}

/**
 * Finds the agency a text names: by code; by name, short name, alias or bare name ("Trà Cú"), as
 * written or with the usual abbreviations; by name and the name of its parent ("xã Phước Hưng,
 * huyện Trà Cú"). Names that several agencies share match only when the hint leaves one. What is
 * merely like a name is suggested, never matched. For many lookups make the matcher once.
 */
export function agencyMatcher(agencies: readonly Agency[]): AgencyMatcher {
  const byCode = new Map<string, Agency[]>();
  const byName = new Map<string, Set<Agency>>();
  for (const agency of agencies) {
    const code = codeKey(agency.code);
    for (const key of new Set([code, code.replace(/-CU$/, '')]))
      byCode.set(key, [...(byCode.get(key) ?? []), agency]);
    for (const key of keysOf(agency)) byName.set(key, (byName.get(key) ?? new Set()).add(agency));
  }
  const parents = new Map(agencies.map((agency) => [agency.code, agency]));
  let near: ReturnType<typeof nearNames> | null = null;

  /** The beginning of the text names agencies, the rest ought to name their parent. */
  const byPlace = (text: string): { named: Agency[]; within: Agency[] } => {
    for (const [name, rest] of beginnings(text)) {
      const named = [...(byName.get(nameKey(name).whole) ?? [])];
      if (named.length === 0) continue;
      const place = nameKey(rest.replace(/^thuộc /, ''));
      const isWithin = ({ parent }: Agency) => {
        const above = parent === null ? undefined : parents.get(parent);
        return (
          !!above &&
          place.kind !== '' &&
          namesOf(above).some((one) => nameKey(one).whole === place.whole)
        );
      };
      return { named, within: named.filter(isWithin) };
    }
    return { named: [], within: [] };
  };

  return (text, hint = {}) => {
    const agrees = (agency: Agency) =>
      agreesWith(agency, hint) && (hint.day === undefined || isCalled(agency, text, hint.day));
    const code = codeKey(text);
    const coded = byCode.get(code) ?? [];
    const exact = coded.filter(
      (agency) => codeKey(agency.code) === code && (!hint.day || isValidOn(agency, hint.day)),
    );
    const byTheCode = only(
      exact.length > 0 ? exact : coded.filter((agency) => hint.day && agrees(agency)),
    );
    if (byTheCode && agrees(byTheCode)) return { kind: 'code', agency: byTheCode };

    const named = [...(byName.get(nameKey(text).whole) ?? [])];
    const place = named.length > 0 ? { named, within: named } : byPlace(text);
    const agency = only(place.within.filter(agrees));
    if (agency && coded.length === 0) return { kind: 'name', agency };

    const shared = [...coded, ...ranked(place.within, agrees), ...ranked(place.named, agrees)];
    const like =
      shared.length > 0 && place.within.length > 0
        ? []
        : nearest((near ??= nearNames(agencies))(text), agrees);
    const suggestions = [...new Set([...shared, ...like])];
    return suggestions.length > 0
      ? { kind: 'suggestions', agencies: suggestions }
      : { kind: 'unknown' };
  };
}

function codeKey(code: string): string {
  return tidy(code).toUpperCase();
}

function namesOf({ name, shortName, aliases }: Agency): string[] {
  return [name, shortName, ...aliases.map((alias) => datedAlias(alias).name)];
}

/** Whether it is one of the agency's names as written, of whatever time. */
export function hasName(agency: Agency, text: string): boolean {
  const { whole } = nameKey(text);
  return namesOf(agency).some((one) => nameKey(one).whole === whole);
}

/** Whether the agency has that name on that day: an alias may be of a time only. */
function isCalled({ name, shortName, aliases }: Agency, text: string, day: CivilDate): boolean {
  const key = nameKey(text).whole;
  const says = (one: string) => {
    const { whole, bare } = nameKey(one);
    return whole === key || bare === key;
  };
  const ofThatName = aliases.map(datedAlias).filter((alias) => says(alias.name));
  return (
    says(name) ||
    says(shortName) ||
    ofThatName.length === 0 ||
    ofThatName.some((alias) => isNamedOn(alias, day))
  );
}

/** A bare name of digits would make every number a name. */
function keysOf(agency: Agency): Set<string> {
  const keys = namesOf(agency)
    .map(nameKey)
    .flatMap(({ bare, whole }) => (/^\d*$/.test(bare) ? [whole] : [whole, bare]));
  return new Set(keys.filter((key) => key !== ''));
}

function agreesWith(agency: Agency, { day, level, parent }: AgencyHint): boolean {
  return (
    (day === undefined || isValidOn(agency, day)) &&
    (level === undefined || agency.level === level) &&
    (parent === undefined || agency.parent === parent)
  );
}

function only(agencies: readonly Agency[]): Agency | undefined {
  return agencies.length === 1 ? agencies[0] : undefined;
}

function ranked(agencies: readonly Agency[], agrees: (agency: Agency) => boolean): Agency[] {
  return [...agencies.filter(agrees), ...agencies.filter((agency) => !agrees(agency))];
}

function nearest(near: Map<Agency, number>, agrees: (agency: Agency) => boolean): Agency[] {
  const rank = ([agency, distance]: [Agency, number]) => 2 * distance + (agrees(agency) ? 0 : 1);
  const byRank = [...near].sort((a, b) => rank(a) - rank(b));
  return byRank.slice(0, MOST_NEAR).map(([agency]) => agency);
}
