import { matchKey, slug } from '../../text/normal-form';
import { plainAgency } from '../agency/office';
import type { Agency, Level } from '../agency/agency';

interface Named {
  lead: string;
  coordinating: string;
  implementing: string;
}

/**
 * The offices an appendix names, each once, in its order; a plan of a commune has no other
 * register.
 */
export function officesNamed(rows: readonly Named[], level: Level): Agency[] {
  const names = new Map<string, string>();
  for (const { implementing, lead, coordinating } of rows) {
    for (const name of [implementing, lead, coordinating].flatMap(partsOf)) {
      const tidied = name.trim().replace(/\.$/, '');
      const key = matchKey(tidied);
      if (tidied !== '' && tidied.length < 80 && !COLLECTIVE.test(tidied) && !names.has(key))
        names.set(key, tidied);
    }
  }
  const codes = new Set<string>();
  return [...names.values()].map((name) => {
    const code = freeCode(name, codes);
    codes.add(code);
    return plainAgency(code, name, level);
  });
}

/** Commas stand in a name as well as between two: then each part begins as an office does. */
function partsOf(text: string): string[] {
  return text.split(/;|\n/).flatMap((one) => {
    const parts = one.split(/,|(?<=\s)và(?=\s)/u).map((part) => part.trim());
    return parts.every((part) => OFFICE.test(part)) ? parts : [one];
  });
}

const OFFICE =
  /^(?:sở|phòng|ban|văn phòng|ubnd|ủy ban|uỷ ban|công an|chi cục|cục|trung tâm|đội|trạm|hội|đoàn|bộ phận|công chức|trường|thanh tra)\s/iu;

/** Names for many, and people without an office. */
const COLLECTIVE = /^(các|toàn thể|tất cả|mọi|cán bộ|công chức, viên chức|những)\s|^cán bộ/i;

/** "Bộ phận một cửa" → BPMC; a second one with the same letters gets a number. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const initials = slug(name)
    .split('-')
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  let code = initials || 'DV';
  for (let number = 2; taken.has(code); number++) code = `${initials}${number}`;
  return code;
}
