import fc from 'fast-check';
import type { Agency } from './agency';
import { agencyMatcher, matchAgency, type AgencyHint, type AgencyMatch } from './match-agency';
import { nameKey } from './name-key';
import type { National } from './national';
import json from './national.json';
import { importProvince } from './national-register';

const national: National = json;
const { agencies } = importProvince(national, { code: '86', span: 'across-2025' });
const match = agencyMatcher(agencies);
const told = (found: AgencyMatch) =>
  'agency' in found
    ? [found.kind, found.agency.code]
    : [found.kind, ...('agencies' in found ? found.agencies : []).map(({ code }) => code)];

const june: AgencyHint = { day: '2025-06-30' };
const july: AgencyHint = { day: '2025-07-31' };

describe('matches', () => {
  it.each<[string, AgencyHint, 'code' | 'name', string]>([
    ['29461', {}, 'code', '29461'],
    ['29461', june, 'code', '29461-cu'],
    ['29461-cu', {}, 'code', '29461-cu'],
    ['snv', {}, 'code', 'SNV'],
    ['Ủy ban nhân dân huyện Trà Cú', {}, 'name', '849'],
    ['Uỷ ban nhân dân  huyện Trà Cú', {}, 'name', '849'],
    ['UBND huyện Trà Cú', {}, 'name', '849'],
    ['UBND H. Trà Cú', {}, 'name', '849'],
    ['huyện trà cú', {}, 'name', '849'],
    ['TT Trà Cú', {}, 'name', '29461-cu'],
    ['TT. Trà Cú', {}, 'name', '29461-cu'],
    ['UBND TT.Trà Cú', {}, 'name', '29461-cu'],
    ['Xã Trà Cú', {}, 'name', '29461'],
    ['X.Trà Cú', {}, 'name', '29461'],
    ['Trà Cú', july, 'name', '29461'],
    ['Trà Cú', { level: 'huyen' }, 'name', '849'],
    ['Trà Cú', { parent: '849' }, 'name', '29461-cu'],
    ['TP Trà Vinh', {}, 'name', '842'],
    ['UBND TP.Trà Vinh', {}, 'name', '842'],
    ['TX. Duyên Hải', {}, 'name', '851'],
    ['P.1', { parent: '851' }, 'name', '29512-cu'],
    ['P1', { parent: '851' }, 'name', '29512-cu'],
    ['Phường 01', { parent: '851' }, 'name', '29512-cu'],
    ['Phường 1, thị xã Duyên Hải', {}, 'name', '29512-cu'],
    ['xã Tân Hiệp (huyện Trà Cú)', {}, 'name', '29509'],
    ['Xã Tân Hiệp thuộc huyện Trà Cú', {}, 'name', '29509'],
    ['Xã Hòa Minh', june, 'name', '29410'],
    ['Xã Hoà Minh', july, 'name', '29410'],
    ['Sở NN&PTNT', {}, 'name', 'SNNPTNT'],
    ['Sở NN và PTNT', {}, 'name', 'SNNPTNT'],
    ['Sở NN-PTNT', {}, 'name', 'SNNPTNT'],
    ['Sở Nông nghiệp và PTNT', {}, 'name', 'SNNPTNT'],
    ['Sở Nông nghiệp & Phát triển nông thôn', {}, 'name', 'SNNPTNT'],
    ['Sở TT và TT', {}, 'name', 'STTTT'],
    ['Sở Lao động – Thương binh & Xã hội', {}, 'name', 'SLDTBXH'],
    ['Sở VHTT&DL', {}, 'name', 'SVHTTDL'],
    ['VP UBND tỉnh', {}, 'name', 'VPUB'],
    ['Văn phòng Uỷ ban nhân dân tỉnh', {}, 'name', 'VPUB'],
  ])('%s %j', (text, hint, kind, code) => {
    expect(told(match(text, hint))).toEqual([kind, code]);
  });
});

describe('only suggests', () => {
  it.each<[string, string, AgencyHint, string[]]>([
    ['a bare name of several', 'Trà Cú', {}, ['849', '29461-cu', '29461']],
    ['a bare name of several in the same days', 'Trà Cú', june, ['849', '29461-cu', '29461']],
    ['a name that two of one kind have', 'Phường 1', june, ['29239', '29512-cu', '29551-cu']],
    ['a name before and after', 'Xã Hiếu Thành', {}, ['29713-cu', '29713']],
    ['one that no longer exists', 'Huyện Trà Cú', july, ['849']],
    ['one that does not exist yet', 'SNNMT', { day: '2025-02-28' }, ['SNNMT']],
    ['a code of another level', '849', { level: 'xa' }, ['849']],
    ['no accents', 'Huyen Tra Cu', {}, ['849']],
    ['a letter wrong', 'Huyện Trà Kú', {}, ['849']],
    ['two letters wrong', 'Huyện Tà Kú', {}, ['849']],
    ['the kind misspelt', 'Huyn Trà Cú', {}, ['849']],
    ['a kind of two words misspelt', 'Thị trn Trà Cú', {}, ['29461-cu']],
    ['the committee misspelt', 'Uỷ bn nhân dân huyện Trà Cú', {}, ['849']],
    ['another kind', 'Phường Đôn Châu', {}, ['29500']],
    ['a letter lost that leaves an abbreviation', 'x Đôn Châu', {}, ['29500']],
    ['a province that cannot be checked', 'Huyện Châu Thành, tỉnh Tiền Giang', {}, ['831', '847']],
    ['a district that is not its own', 'Xã Tân Hiệp, huyện Cầu Kè', {}, ['29509']],
    ['what follows the name', 'Sở Nội vụ tỉnh Trà Vinh', {}, ['SNV']],
  ])('%s: %s', (_, text, hint, expected) => {
    const [kind, ...codes] = told(match(text, hint));
    expect(kind).toBe('suggestions');
    expect(codes).toEqual(expect.arrayContaining(expected));
  });

  it('what the hint agrees with comes first', () => {
    expect(told(match('Tra Cu', { level: 'huyen' })).slice(0, 2)).toEqual(['suggestions', '849']);
    expect(told(match('Trà Cú', june)).at(-1)).toBe('29461');
  });
});

it.each(['', ' ', 'UBND', 'Xã', '1', '99999', 'Bộ Quốc phòng và An ninh'])(
  '%j is unknown',
  (text) => {
    expect(match(text)).toEqual({ kind: 'unknown' });
  },
);

it('looks up in a list without a matcher', () => {
  expect(matchAgency(agencies, 'SXD')).toMatchObject({ kind: 'code', agency: { code: 'SXD' } });
});

const forms = ({ name, shortName, aliases }: Agency) => [name, shortName, ...aliases];
const sameName = new Map<string, number>();
for (const agency of agencies) {
  for (const key of new Set(
    forms(agency).flatMap((form) => [nameKey(form).whole, nameKey(form).bare]),
  )) {
    sameName.set(key, (sameName.get(key) ?? 0) + 1);
  }
}

it('every agency is found by its code, and by each of its names that is no other’s', () => {
  for (const agency of agencies) {
    expect(match(agency.code)).toEqual({ kind: 'code', agency });
    for (const form of forms(agency)) {
      const found = match(form);
      if (sameName.get(nameKey(form).whole) === 1)
        expect('agency' in found && found.agency).toBe(agency);
      else
        expect(found).toMatchObject({
          kind: 'suggestions',
          agencies: expect.arrayContaining([agency]),
        });
    }
  }
});

it('one wrong letter never matches the agency, and another only by that one’s own name', () => {
  const letter = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạắầấồộờớợừứựệễỉị');
  const edit = fc.constantFrom('exchange', 'add', 'leave out');
  fc.assert(
    fc.property(
      fc.constantFrom(...agencies),
      fc.nat(),
      fc.nat(),
      letter,
      edit,
      (agency, which, where, put, how) => {
        const form = forms(agency)[which % forms(agency).length];
        const at = where % form.length;
        fc.pre(/\p{L}/u.test(form[at]) && form[at].toLowerCase() !== put);
        const wrong =
          form.slice(0, at) +
          (how === 'leave out' ? '' : put) +
          form.slice(how === 'add' ? at : at + 1);
        const found = match(wrong);
        if (!('agency' in found)) return;
        expect(found.agency).not.toBe(agency);
        expect(
          forms(found.agency).some((own) =>
            [nameKey(own).whole, nameKey(own).bare].includes(nameKey(wrong).whole),
          ),
        ).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('an alias of a time', () => {
  const agency = (code: string, name: string, aliases: string[]): Agency => ({
    code,
    name,
    shortName: '',
    aliases,
    level: 'xa',
    parent: null,
    validFrom: null,
    validTo: null,
    successor: null,
    reports: true,
  });
  const register = [
    agency('19360', 'Ủy ban nhân dân xã Vĩnh Linh', [
      'Xã Vĩnh Chấp (đến 30/6/2025)',
      'Xã Hồ Xá (từ 01/7/2025)',
    ]),
    agency('1', 'Ủy ban nhân dân xã Nam (Bắc)', []),
  ];
  it.each([
    ['xã Vĩnh Chấp', '2025-06-30', 'name'],
    ['xã Vĩnh Chấp', '2025-07-01', 'suggestions'],
    ['Xã Hồ Xá', '2025-06-30', 'suggestions'],
    ['Xã Hồ Xá', '2025-07-01', 'name'],
    ['xã Vĩnh Linh', '2025-07-01', 'name'],
  ])('%s on %s: %s', (text, day, kind) => {
    expect(matchAgency(register, text, { day }).kind).toBe(kind);
  });
  it('without a day every name counts, and brackets of a name are its own', () => {
    expect(matchAgency(register, 'xã Vĩnh Chấp').kind).toBe('name');
    expect(matchAgency(register, 'Ủy ban nhân dân xã Nam (Bắc)').kind).toBe('name');
  });
});
