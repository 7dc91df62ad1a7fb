import { builtinPlan } from '../plan/builtin';
import { isValidOn, type Agency } from './agency';
import type { National } from './national';
import json from './national.json';
import {
  importProvince,
  provinceChoices,
  type ProvinceRegister,
  type RegisterSpan,
} from './national-register';
import { soleSuccessor } from './succession';

const national: National = json;
const register = (code: string, span: RegisterSpan) => importProvince(national, { code, span });
const choices = provinceChoices(national);
const all = new Map(choices.map((choice) => [choice, importProvince(national, choice)]));
const across = [...all].filter(([{ span }]) => span === 'across-2025').map(([, one]) => one);

const ofLevel = ({ agencies }: ProvinceRegister, level: Agency['level']) =>
  agencies.filter((one) => one.level === level);
const find = ({ agencies }: ProvinceRegister, code: string) =>
  agencies.find((one) => one.code === code)!;
const into = ({ successions }: ProvinceRegister, code: string) =>
  successions.filter(({ to }) => to === code);

const before = register('84', 'to-2025-06-30');
const after = register('86', 'from-2025-07-01');
const vinhLong = register('86', 'across-2025');
const quangTri = register('44', 'across-2025');

it('offers every province for its days and every one of now across the change', () => {
  const count = (span: RegisterSpan) => choices.filter((one) => one.span === span).length;
  expect([count('to-2025-06-30'), count('from-2025-07-01'), count('across-2025')]).toEqual([
    63, 34, 34,
  ]);
  expect(choices).toContainEqual({ code: '84', name: 'Tỉnh Trà Vinh', span: 'to-2025-06-30' });
});

it('no province, no register', () => {
  expect(() => register('84', 'across-2025')).toThrow('84');
});

it('Trà Vinh before is the register of the built-in plan', () => {
  expect(ofLevel(before, 'huyen')).toHaveLength(9);
  expect(ofLevel(before, 'xa')).toHaveLength(104);
  const units = (agencies: readonly Agency[]) =>
    agencies.filter(({ level }) => level !== 'tinh').map((one) => ({ ...one, successor: null }));
  const builtin = builtinPlan('tra-vinh-2024')!.agencies;
  expect(units(before.agencies)).toEqual(units(builtin));
  // The built-in names successors by the codes of now, which the register across the change holds.
  const successors = builtin.filter(({ level, successor }) => level === 'xa' && successor);
  const differing = successors.filter(({ code, successor }) => {
    const old = vinhLong.agencies.find((one) => one.code === `${code}-cu`) ?? find(vinhLong, code);
    return old.validTo !== null && old.successor !== successor;
  });
  expect(differing.map(({ code }) => code)).toEqual([]);
});

it('Vĩnh Long now has 124 communes and no district', () => {
  expect(ofLevel(after, 'huyen')).toEqual([]);
  expect(ofLevel(after, 'xa')).toHaveLength(124);
  expect(
    ofLevel(after, 'xa').every(
      ({ parent, validFrom }) => parent === null && validFrom === '2025-07-01',
    ),
  ).toBe(true);
  expect(after.successions).toEqual([]);
});

it('across the change both stand, each in its days', () => {
  const on = (day: string) =>
    vinhLong.agencies.filter((one) => one.level !== 'tinh' && isValidOn(one, day));
  expect(on('2025-07-01')).toHaveLength(124);
  const counts = ['83', '84', '86'].map((code) => register(code, 'to-2025-06-30').agencies);
  const continued = vinhLong.agencies.filter(
    ({ level, validFrom, validTo }) => level === 'xa' && !validFrom && !validTo,
  );
  expect(on('2025-06-30')).toHaveLength(
    counts.flat().filter(({ level }) => level !== 'tinh').length,
  );
  expect(continued.map(({ shortName }) => shortName)).toEqual([
    'UBND xã Hòa Minh',
    'UBND xã Long Hòa',
    'UBND xã Long Vĩnh',
    'UBND xã Đông Hải',
  ]);
});

it('thị trấn Trà Cú, Ngãi Xuyên and Thanh Sơn become xã Trà Cú, which keeps the code', () => {
  expect(into(vinhLong, '29461')).toEqual(
    ['29461-cu', '29479', '29485'].map((from) => ({
      from,
      to: '29461',
      kind: 'merge',
      date: '2025-07-01',
    })),
  );
  expect(find(vinhLong, '29461').name).toBe('Ủy ban nhân dân xã Trà Cú');
  expect(find(vinhLong, '29461-cu')).toEqual({
    code: '29461-cu',
    name: 'Ủy ban nhân dân thị trấn Trà Cú',
    shortName: 'UBND thị trấn Trà Cú',
    aliases: ['Thị trấn Trà Cú'],
    level: 'xa',
    parent: '849',
    validFrom: null,
    validTo: '2025-06-30',
    successor: '29461',
    reports: true,
  });
});

it('xã Vĩnh Chấp goes into xã Vĩnh Linh', () => {
  const old = quangTri.agencies.find(({ shortName }) => shortName === 'UBND xã Vĩnh Chấp')!;
  expect(find(quangTri, old.successor!).shortName).toBe('UBND xã Vĩnh Linh');
});

it('what goes to several is a split and has no successor', () => {
  const splits = across.flatMap(({ agencies, successions }) => {
    const codes = new Set(
      successions.filter(({ kind }) => kind === 'split').map(({ from }) => from),
    );
    return agencies.filter(({ code }) => codes.has(code));
  });
  expect(splits).toHaveLength(460);
  expect(splits.every(({ successor }) => successor === null)).toBe(true);
});

it('a commune that went on alone under its code is one agency with its old name as an alias', () => {
  const found = across
    .flatMap(({ agencies }) => agencies)
    .filter(({ code }) => code === '14845' || code === '14845-cu');
  expect(found).toEqual([
    expect.objectContaining({
      shortName: 'UBND xã Mường Lát',
      aliases: ['Xã Mường Lát', 'Thị trấn Mường Lát'],
      parent: null,
      validFrom: null,
      validTo: null,
    }),
  ]);
});

it('only what changed its code alone is renamed: the island districts and one commune', () => {
  const renamed = across.flatMap(({ successions }) =>
    successions.filter(({ kind }) => kind === 'rename'),
  );
  expect(renamed.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
    '23938 23737',
    '318 11948',
    '471 19742',
    '498 20333',
    '536 21548',
    '755 26732',
  ]);
});

it('departments keep their days and say what became of them', () => {
  expect(ofLevel(before, 'tinh')).toHaveLength(21);
  expect(ofLevel(vinhLong, 'tinh')).toEqual(ofLevel(before, 'tinh'));
  expect(find(before, 'SNNMT')).toMatchObject({ validFrom: '2025-03-01', validTo: null });
  const kinds = Object.fromEntries(
    before.successions.map(({ from, to, kind }) => [`${from} ${to}`, kind]),
  );
  expect(kinds).toEqual({
    'SKHDT STC': 'absorb',
    'STTTT SKHCN': 'absorb',
    'SNNPTNT SNNMT': 'merge',
    'SGTVT SXD': 'absorb',
    'STNMT SNNMT': 'merge',
    'SLDTBXH SNV': 'absorb',
    'BDT SDTTG': 'merge',
  });
  expect(new Set(before.successions.map(({ date }) => date))).toEqual(new Set(['2025-03-01']));
  expect(ofLevel(after, 'tinh').map(({ code }) => code)).not.toContain('SKHDT');
  expect(find(register('01', 'from-2025-07-01'), 'TTT').name).toBe('Thanh tra thành phố');
});

describe('of every province and span', () => {
  it.each<[string, (register: ProvinceRegister) => unknown[]]>([
    ['codes are unique', ({ agencies }) => repeated(agencies.map(({ code }) => code))],
    [
      'names are without doubled spaces',
      ({ agencies }) =>
        agencies.filter(({ name, aliases }) => /\s\s/.test([name, ...aliases].join('|'))),
    ],
    [
      'a succession names agencies of the register, one that ended and one that stands',
      (one) =>
        one.successions.filter(({ from, to, date }) => {
          const [old, now] = [find(one, from), find(one, to)];
          return !old || !now || isValidOn(old, date) || !isValidOn(now, date) || from === to;
        }),
    ],
    [
      'the successor is the one that carries on all of it',
      ({ agencies, successions }) =>
        agencies.filter(({ code, successor }) => successor !== soleSuccessor(successions, code)),
    ],
    [
      'a parent is a district of the register',
      (one) => one.agencies.filter(({ parent }) => parent && find(one, parent)?.level !== 'huyen'),
    ],
  ])('%s', (_, wrong) => {
    for (const one of all.values()) expect(wrong(one)).toEqual([]);
  });

  it('nothing is lost: as many units as the lists hold, and the five islands', () => {
    const count = (span: RegisterSpan, level: Agency['level']) =>
      [...all].filter(([choice]) => choice.span === span).flatMap(([, one]) => ofLevel(one, level))
        .length;
    expect(count('to-2025-06-30', 'huyen')).toBe(691 + 5);
    expect(count('to-2025-06-30', 'xa')).toBe(10_047);
    expect(count('from-2025-07-01', 'xa')).toBe(3_321);
    expect(count('across-2025', 'huyen')).toBe(691 + 5);
    expect(count('across-2025', 'xa')).toBe(10_047 + 3_321 - 131);
  });
});

function repeated(codes: string[]): string[] {
  return codes.filter((code, at) => codes.indexOf(code) !== at);
}
