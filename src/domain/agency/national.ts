import type { CivilDate } from '../../text/date';
import { tidy } from '../../text/normal-form';

/**
 * The units of the whole country on both sides of 01/7/2025, as national.json packs them: "code
 * name" in every text.
 */
export interface National {
  source: string;
  /** A district and its communes are one text, separated by "|". */
  before: { province: string; districts: string[] }[];
  /**
   * A commune and the codes it was made of: "code name < code code*"; * means that only a part of
   * that one came.
   */
  after: { province: string; formerly: string; communes: string[] }[];
  /**
   * Island districts without communes, which the source names only as predecessors; by province.
   */
  missing: Record<string, string[]>;
  /** Names of before that stand at the wrong unit in the source. */
  corrected: Record<string, string>;
  departments: Department[];
}

/** An office of a typical province: a list to start from. */
export interface Department {
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  successor: string | null;
}

export interface Unit {
  code: string;
  name: string;
}

export interface OldProvince extends Unit {
  districts: (Unit & { communes: Unit[] })[];
}

export interface Predecessor {
  code: string;
  whole: boolean;
}

export interface NewProvince extends Unit {
  formerly: string[];
  communes: (Unit & { madeOf: Predecessor[] })[];
}

export function unit(text: string): Unit {
  const space = text.indexOf(' ');
  return { code: text.slice(0, space), name: tidy(text.slice(space)) };
}

/** A province to 30/6/2025, corrected and complete. */
export function oldProvince(national: National, code: string): OldProvince | undefined {
  const packed = national.before.find(({ province }) => unit(province).code === code);
  if (!packed) return undefined;
  const corrected = (text: string): Unit => {
    const { code, name } = unit(text);
    return { code, name: national.corrected[code] ?? name };
  };
  const districts = [...packed.districts, ...(national.missing[code] ?? [])].map((text) => {
    const [district, ...communes] = text.split('|').map(corrected);
    return { ...district, communes };
  });
  return { ...unit(packed.province), districts };
}

/** A province from 01/7/2025. */
export function newProvince(national: National, code: string): NewProvince | undefined {
  const packed = national.after.find(({ province }) => unit(province).code === code);
  if (!packed) return undefined;
  const communes = packed.communes.map((text) => {
    const [commune, codes] = text.split(' < ');
    return { ...unit(commune), madeOf: codes.split(' ').map(predecessor) };
  });
  return { ...unit(packed.province), formerly: packed.formerly.split(' '), communes };
}

function predecessor(text: string): Predecessor {
  return text.endsWith('*')
    ? { code: text.slice(0, -1), whole: false }
    : { code: text, whole: true };
}
