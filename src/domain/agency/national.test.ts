import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newProvince, oldProvince, type National } from './national';
import json from './national.json';

const national: National = json;
const codeOf = (text: string) => text.split(' ')[0];
const districts = national.before.flatMap((one) => one.districts);
const communesBefore = districts.flatMap((one) => one.split('|').slice(1));
const communesAfter = national.after.flatMap((one) => one.communes);
const rows = communesAfter.flatMap((one) => one.split(' < ')[1].split(' '));

it('holds the whole country', () => {
  expect([national.before.length, districts.length, communesBefore.length]).toEqual([
    63, 691, 10_047,
  ]);
  expect([national.after.length, communesAfter.length]).toEqual([34, 3_321]);
  const provinces = national.after.flatMap(({ formerly }) => formerly.split(' '));
  expect(provinces.sort()).toEqual(national.before.map(({ province }) => codeOf(province)).sort());
  expect(rows.length + provinces.length).toBe(10_667);
  expect(rows.filter((row) => row.endsWith('*'))).toHaveLength(1_012);
  expect(national.departments).toHaveLength(21);
});

it('every predecessor is a commune of before or an island district that the source forgot', () => {
  const known = new Set([...communesBefore, ...Object.values(national.missing).flat()].map(codeOf));
  expect(rows.map((row) => row.replace('*', '')).filter((code) => !known.has(code))).toEqual([]);
});

it('names are tidied, put right and completed only when read', () => {
  const vinhLong = oldProvince(national, '86')!;
  expect(vinhLong.districts.map(({ name }) => name)).toContain('Huyện Vũng Liêm');
  const kienHai = oldProvince(national, '91')!.districts.find(({ code }) => code === '912')!;
  expect([kienHai, ...kienHai.communes].map(({ name }) => name)).toEqual([
    'Huyện Kiên Hải',
    'Xã Hòn Tre',
    'Xã Lại Sơn',
    'Xã An Sơn',
    'Xã Nam Du',
  ]);
  expect(oldProvince(national, '51')!.districts.at(-1)).toEqual({
    code: '536',
    name: 'Huyện Lý Sơn',
    communes: [],
  });
  expect(newProvince(national, '84')).toBeUndefined();
});

const source = join(__dirname, '../../../../shared/domain/agencies');
const withSource = existsSync(source) ? describe : describe.skip;

/**
 * Only where the lists it was made from lie beside the project: every code, name and row to the
 * letter.
 */
withSource('verbatim from the lists', () => {
  const table = (file: string) =>
    readFileSync(join(source, file), 'utf8')
      .replace(/\n$/, '')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const row = (text: string, level: string, parent: string) => [
    codeOf(text),
    text.slice(text.indexOf(' ') + 1),
    level,
    parent,
  ];
  const sorted = (rows: string[][]) => rows.map((one) => one.join('\t')).sort();

  it('units to 30/6/2025', () => {
    const held = national.before.flatMap(({ province, districts }) => [
      row(province, 'tỉnh', ''),
      ...districts.flatMap((text) => {
        const [district, ...communes] = text.split('|');
        const own = communes.map((commune) => row(commune, 'xã', codeOf(district)));
        return [row(district, 'huyện', codeOf(province)), ...own];
      }),
    ]);
    expect(sorted(held)).toEqual(sorted(table('units-to-2025-06-30.tsv')));
  });

  it('units from 01/7/2025', () => {
    const held = national.after.flatMap(({ province, communes }) => [
      row(province, 'tỉnh', ''),
      ...communes.map((commune) => row(commune.split(' < ')[0], 'xã', codeOf(province))),
    ]);
    expect(sorted(held)).toEqual(sorted(table('units-from-2025-07-01.tsv')));
  });

  it('what became of which', () => {
    const held = national.after.flatMap(({ province, formerly, communes }) => [
      ...formerly.split(' ').map((old) => [old, codeOf(province), 'tỉnh', 'full']),
      ...communes.flatMap((commune) =>
        commune
          .split(' < ')[1]
          .split(' ')
          .map((old) => [
            old.replace('*', ''),
            codeOf(commune),
            'xã',
            old.endsWith('*') ? 'partial' : 'full',
          ]),
      ),
    ]);
    expect(sorted(held)).toEqual(sorted(table('successions-2025-07-01.tsv')));
  });

  it('departments', () => {
    const held = national.departments.map((one) => [
      one.code,
      one.name,
      one.shortName,
      one.aliases.join('; '),
      one.validFrom ?? '',
      one.validTo ?? '',
      one.successor ?? '',
    ]);
    expect(held).toEqual(table('departments.tsv'));
  });
});
