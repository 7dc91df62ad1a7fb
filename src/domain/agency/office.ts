import type { Agency, Level } from './agency';
import type { Department, Unit } from './national';

/** An agency of which nothing is known but its code, name and level: it reports, without end. */
export function plainAgency(code: string, name: string, level: Level): Agency {
  const open = { validFrom: null, validTo: null, successor: null };
  return { code, name, shortName: '', aliases: [], level, parent: null, ...open, reports: true };
}

/**
 * The committee of a unit as an agency of the register: "Huyện Trà Cú" reports as "Ủy ban nhân dân
 * huyện Trà Cú".
 */
export function committee({ code, name }: Unit, level: Level, rest: Partial<Agency> = {}): Agency {
  const within = name.charAt(0).toLowerCase() + name.slice(1);
  const names = { shortName: `UBND ${within}`, aliases: [name] };
  return { ...plainAgency(code, `Ủy ban nhân dân ${within}`, level), ...names, ...rest };
}

/**
 * A department as an agency; in a city under the central government "Thanh tra tỉnh" is "Thanh tra
 * thành phố".
 */
export function departmentOffice(department: Department, province: Unit): Agency {
  const isCity = /^Thành phố /.test(province.name);
  const named = (text: string) => (isCity ? text.replace(/tỉnh$/, 'thành phố') : text);
  return {
    ...department,
    name: named(department.name),
    shortName: named(department.shortName),
    aliases: department.aliases.map(named),
    level: 'tinh',
    parent: null,
    reports: true,
  };
}
