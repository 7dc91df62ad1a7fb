import { knownAt } from '../../known/known';
import { addDays, type CivilDate } from '../../text/date';
import { matchKey } from '../../text/normal-form';
import type { Agency } from './agency';
import {
  newProvince,
  oldProvince,
  unit,
  type National,
  type NewProvince,
  type OldProvince,
} from './national';
import { committee, departmentOffice } from './office';
import { officesBeside, withOffices } from './provincial-offices';
import { soleSuccessor, type Succession } from './succession';

/**
 * Which days a register is for: it holds the units of before 01/7/2025, those from then on, or both
 * with what became of which.
 */
export type RegisterSpan = 'to-2025-06-30' | 'from-2025-07-01' | 'across-2025';

export interface ProvinceChoice {
  code: string;
  name: string;
  span: RegisterSpan;
}

/**
 * A province's register as it is taken: `offices` by their codes are chosen beside it; who is
 * `named` by rows of the plan stays in it.
 */
export type RegisterChoice = Pick<ProvinceChoice, 'code' | 'span'> & {
  offices?: readonly string[];
  named?: ReadonlySet<string>;
};

export interface ProvinceRegister {
  agencies: Agency[];
  successions: Succession[];
}

const LAST_DAY: CivilDate = '2025-06-30';
const FIRST_DAY: CivilDate = '2025-07-01';

/** Every province of before, then every one of now: for its own days, then across the change. */
export function provinceChoices(national: National): ProvinceChoice[] {
  const choices = (provinces: { province: string }[], span: RegisterSpan): ProvinceChoice[] =>
    provinces.map(({ province }) => ({ ...unit(province), span }));
  return [
    ...choices(national.before, 'to-2025-06-30'),
    ...choices(national.after, 'from-2025-07-01'),
    ...choices(national.after, 'across-2025'),
  ];
}

/**
 * The register of a province: its departments, districts and communes as offices that report.
 * A successor or a succession always names an agency of the same register. So a register to
 * 30/6/2025 says only what became of the departments: the codes of its communes were given again,
 * to other units. Districts ended without a successor.
 * @throws when there is no such province in that span.
 */
export function importProvince(
  national: National,
  { code, span, offices = [], named = new Set() }: RegisterChoice,
): ProvinceRegister {
  const isBefore = span === 'to-2025-06-30';
  const province = isBefore
    ? known(oldProvince(national, code), code)
    : known(newProvince(national, code), code);
  const register =
    'districts' in province
      ? registerBefore(national, province)
      : span === 'across-2025'
        ? registerAcross(national, province)
        : registerFrom(national, province);
  const agencies = withOffices(register.agencies, province, offices, named);
  const codes = new Set(agencies.map((one) => one.code));
  const successions = register.successions.filter(
    ({ from, to }) => codes.has(from) && codes.has(to),
  );
  return { agencies, successions };
}

/** Offices a province may have that its register does not. */
export function officesBesideRegister(
  national: National,
  { code, span }: RegisterChoice,
  { agencies }: ProvinceRegister,
): Agency[] {
  const province =
    span === 'to-2025-06-30' ? oldProvince(national, code) : newProvince(national, code);
  return officesBeside(agencies, known<OldProvince | NewProvince>(province, code));
}

function known<T>(province: T | undefined, code: string): T {
  if (!province) throw new Error(`no province ${code} in that span`);
  return province;
}

function registerBefore(national: National, province: OldProvince): ProvinceRegister {
  const departments = departmentsOf(national, province);
  return {
    agencies: [...departments.agencies, ...officesBefore(province)],
    successions: departments.successions,
  };
}

function registerFrom(national: National, province: NewProvince): ProvinceRegister {
  const departments = departmentsOf(national, province).agencies.filter(
    ({ validTo }) => validTo === null,
  );
  return { agencies: [...departments, ...officesFrom(province)], successions: [] };
}

/**
 * Both sides in one register, every code once. A commune that went on alone and whole under its
 * code is one agency, its name of before an alias. Of two different units with one code the new one
 * keeps it and the old one is "29461-cu".
 */
function registerAcross(national: National, province: NewProvince): ProvinceRegister {
  const departments = departmentsOf(national, province);
  const oldProvinces = province.formerly.map((code) => known(oldProvince(national, code), code));
  const old = new Map(oldProvinces.flatMap(officesBefore).map((agency) => [agency.code, agency]));
  const now = new Map(officesFrom(province).map((agency) => [agency.code, agency]));

  const goesOn = ({ code, madeOf }: NewProvince['communes'][number]) =>
    madeOf.length === 1 && madeOf[0].whole && madeOf[0].code === code;
  const continued = province.communes.filter(goesOn).map(({ code }) => code);
  for (const code of continued) {
    now.set(code, asOne(knownAt(old, code), knownAt(now, code)));
    old.delete(code);
  }

  const oldCode = (code: string) => (now.has(code) ? `${code}-cu` : code);
  const successions = successionsOf(province, new Set(old.keys()), oldCode);
  const ended = [...old.values()].map((agency): Agency => {
    const code = oldCode(agency.code);
    const parent = agency.parent && oldCode(agency.parent);
    return { ...agency, code, parent, successor: soleSuccessor(successions, code) };
  });
  return {
    agencies: [...departments.agencies, ...ended, ...now.values()],
    successions: [...departments.successions, ...successions],
  };
}

function asOne(old: Agency, now: Agency): Agency {
  const names = [now, old].flatMap(({ aliases }) => aliases);
  const aliases = names.filter(
    (name, at) => names.findIndex((other) => matchKey(other) === matchKey(name)) === at,
  );
  return { ...now, aliases, validFrom: null };
}

/**
 * See {@link Succession} for the kinds; a predecessor in another province is none of this
 * register's.
 */
function successionsOf(
  province: NewProvince,
  ended: ReadonlySet<string>,
  oldCode: (code: string) => string,
): Succession[] {
  const rows = province.communes.flatMap(({ code: to, madeOf }) => {
    const own = madeOf.filter(({ code }) => ended.has(code));
    return own.map(({ code, whole }) => ({
      from: oldCode(code),
      to,
      whole,
      alone: own.length === 1,
    }));
  });
  const heirs = new Map<string, number>();
  for (const { from } of rows) heirs.set(from, (heirs.get(from) ?? 0) + 1);
  return rows.map(({ from, to, whole, alone }): Succession => {
    const kind = !whole || knownAt(heirs, from) > 1 ? 'split' : alone ? 'rename' : 'merge';
    return { from, to, kind, date: FIRST_DAY };
  });
}

function officesBefore({ districts }: OldProvince): Agency[] {
  const communes = districts.flatMap(({ code, communes }) =>
    communes.map((commune) => committee(commune, 'xa', { parent: code, validTo: LAST_DAY })),
  );
  return [
    ...districts.map((district) => committee(district, 'huyen', { validTo: LAST_DAY })),
    ...communes.sort(byCode),
  ];
}

function byCode(a: Agency, b: Agency): number {
  return a.code < b.code ? -1 : 1;
}

function officesFrom({ communes }: NewProvince): Agency[] {
  return communes.map((commune) => committee(commune, 'xa', { validFrom: FIRST_DAY }));
}

function departmentsOf(national: National, province: OldProvince | NewProvince): ProvinceRegister {
  const agencies = national.departments.map((department) => departmentOffice(department, province));
  const begin = new Map(agencies.map(({ code, validFrom }) => [code, validFrom]));
  const successions = agencies.flatMap(({ code: from, validTo, successor: to }): Succession[] => {
    if (!to || !validTo) return [];
    const date = addDays(validTo, 1);
    return [{ from, to, kind: begin.get(to) === date ? 'merge' : 'absorb', date }];
  });
  return { agencies, successions };
}
