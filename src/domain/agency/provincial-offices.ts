import { matchKey } from '../../text/normal-form';
import type { Agency } from './agency';
import type { Department, Unit } from './national';
import { departmentOffice } from './office';

/**
 * Offices some provinces have and others have not, and those of central agencies in a province:
 * none of them is a department everywhere, so each is chosen by whoever takes the register.
 */
export interface OfficeChoice extends Department {
  /** The department that is not there where this one is. */
  insteadOf?: string;
}

function office(code: string, name: string, shortName = '', aliases: string[] = []): OfficeChoice {
  return { code, name, shortName, aliases, validFrom: null, validTo: null, successor: null };
}

/** A list to choose from; whoever uses it edits names and days in the sheet. */
export const PROVINCIAL_OFFICES: readonly OfficeChoice[] = [
  office('CAT', 'Công an tỉnh', 'CA tỉnh'),
  office('BCHQS', 'Bộ Chỉ huy Quân sự tỉnh', 'BCHQS tỉnh', ['Bộ CHQS tỉnh']),
  office('THUE', 'Thuế tỉnh', '', ['Cục Thuế tỉnh', 'Cục Thuế']),
  office('TKE', 'Thống kê tỉnh', '', [
    'Cục Thống kê tỉnh',
    'Cục Thống kê',
    'Chi cục Thống kê tỉnh',
    'Chi cục Thống kê',
  ]),
  office('BHXH', 'Bảo hiểm xã hội tỉnh', 'BHXH tỉnh', ['Bảo hiểm xã hội', 'BHXH']),
  office('KBNN', 'Kho bạc Nhà nước tỉnh', 'KBNN tỉnh', [
    'Kho bạc Nhà nước',
    'Kho bạc tỉnh',
    'KBNN',
  ]),
  office('TTPVHCC', 'Trung tâm Phục vụ hành chính công tỉnh', 'TTPVHCC tỉnh', [
    'Trung tâm Phục vụ hành chính công',
    'TT PVHCC',
    'TTPVHCC',
  ]),
  office('BQLKCN', 'Ban Quản lý các khu công nghiệp', 'BQL KCN', [
    'Ban Quản lý các khu công nghiệp tỉnh',
    'Ban Quản lý khu công nghiệp',
  ]),
  office('SDL', 'Sở Du lịch'),
  { ...office('SVHTT', 'Sở Văn hóa và Thể thao', 'Sở VH&TT', ['Sở VHTT']), insteadOf: 'SVHTTDL' },
  office('SQHKT', 'Sở Quy hoạch - Kiến trúc', 'Sở QH-KT', ['Sở QHKT', 'Sở Quy hoạch và Kiến trúc']),
  office('SNGV', 'Sở Ngoại vụ'),
  office('SATTP', 'Sở An toàn thực phẩm', 'Sở ATTP'),
];

/** Offices as agencies of that province, by their codes; what is no code of one is nothing. */
function officesIn(province: Unit, codes: readonly string[]): Agency[] {
  return PROVINCIAL_OFFICES.filter(({ code }) => codes.includes(code)).map(
    ({ insteadOf: _, ...one }) => departmentOffice(one, province),
  );
}

/**
 * The agencies of a register with the offices that were chosen, behind its departments. A name that
 * is an office's own by then is no longer another's alias. Who is `named` already stays, though an
 * office stand in its place.
 */
export function withOffices(
  agencies: readonly Agency[],
  province: Unit,
  codes: readonly string[],
  named: ReadonlySet<string>,
): Agency[] {
  const chosen = officesIn(province, codes);
  if (chosen.length === 0) return [...agencies];
  const gone = new Set(
    PROVINCIAL_OFFICES.flatMap(({ code, insteadOf }) =>
      insteadOf !== undefined && codes.includes(code) && !named.has(insteadOf) ? [insteadOf] : [],
    ),
  );
  const own = new Set(chosen.flatMap(namesOf).map(matchKey));
  const rest = agencies
    .filter(({ code }) => !gone.has(code) && !codes.includes(code))
    .map((agency) => {
      const aliases = agency.aliases.filter((name) => !own.has(matchKey(name)));
      return aliases.length === agency.aliases.length ? agency : { ...agency, aliases };
    });
  const departments = rest.findLastIndex(({ level }) => level === 'tinh') + 1;
  return [...rest.slice(0, departments), ...chosen, ...rest.slice(departments)];
}

/** Offices that no agency of a register is called as: they may be named beside it. */
export function officesBeside(agencies: readonly Agency[], province: Unit): Agency[] {
  const known = new Set(agencies.flatMap(namesOf).map(matchKey));
  const codes = new Set(agencies.map(({ code }) => code));
  return officesIn(
    province,
    PROVINCIAL_OFFICES.map(({ code }) => code),
  ).filter(
    (one) => !codes.has(one.code) && !namesOf(one).some((name) => known.has(matchKey(name))),
  );
}

function namesOf({ name, shortName, aliases }: Agency): string[] {
  return [name, shortName, ...aliases].filter(Boolean);
}
