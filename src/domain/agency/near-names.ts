import { knownAt } from '../../known/known';
import { plainKey } from '../../text/normal-form';
import type { Agency } from './agency';
import { datedAlias } from './dated-alias';
import { likelyBare, nameKey } from './name-key';
import { nearTexts } from './near-texts';

/**
 * Finds the agencies whose names are like a text: the same words without accents, or up to two
 * letters off.
 */
export function nearNames(agencies: readonly Agency[]): (text: string) => Map<Agency, number> {
  const named = new Map<string, Set<Agency>>();
  for (const agency of agencies) {
    for (const name of [
      agency.name,
      agency.shortName,
      ...agency.aliases.map((alias) => datedAlias(alias).name),
    ]) {
      const { kind, bare, whole } = nameKey(name);
      // A number alone would be near every other number.
      const key = plainKey(kind !== '' && /^\d+$/.test(bare) ? whole : bare);
      named.set(key, (named.get(key) ?? new Set()).add(agency));
    }
  }
  const nearest = nearTexts(named.keys());

  return (text) => {
    const near = new Map<Agency, number>();
    for (const key of new Set([plainKey(nameKey(text).whole), likelyBare(text)])) {
      if (/^\d*$/.test(key)) continue;
      for (const [name, distance] of nearest(key)) {
        for (const agency of knownAt(named, name))
          near.set(agency, Math.min(distance, near.get(agency) ?? Infinity));
      }
    }
    return near;
  };
}
