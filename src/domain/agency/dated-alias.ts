import { readDate, type CivilDate } from '../../text/date';

/**
 * A name an agency had for a time: "Xã Vĩnh Chấp (đến 30/6/2025)", "Xã Vĩnh Linh (từ 01/7/2025)";
 * both days inclusive.
 */
export interface DatedAlias {
  name: string;
  from: CivilDate | null;
  until: CivilDate | null;
}

const DATED =
  /^(.+?)\s*\((?:từ (\d{1,2}\/\d{1,2}\/\d{4}))?\s*(?:đến (\d{1,2}\/\d{1,2}\/\d{4}))?\)$/i;

/** Brackets that hold no such day belong to the name. */
export function datedAlias(alias: string): DatedAlias {
  const match = DATED.exec(alias.normalize('NFC').trim());
  const [from, until] = [match?.[2], match?.[3]].map((text) => (text ? readDate(text) : null));
  if (!match || (!from && !until)) return { name: alias, from: null, until: null };
  return { name: match[1], from, until };
}

export function isNamedOn({ from, until }: DatedAlias, day: CivilDate): boolean {
  return (from ?? '') <= day && day <= (until ?? '9999-12-31');
}
