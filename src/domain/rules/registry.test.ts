import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defectsPage } from '../../../test/repository/defects-page';
import { en } from '../../locale/en';
import { vi } from '../../locale/vi';
import { catalogue } from './catalogue';
import { RULES } from './registry';

describe('the registry of rules', () => {
  it('holds the folder of every rule once, named by its code', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(RULES.map(({ code }) => code).sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('gives no defect two owners', () => {
    const defects = RULES.flatMap((rule) => rule.defects);
    expect(new Set(defects).size).toBe(defects.length);
  });
});

describe('the catalogue', () => {
  it('has every code once, every rule with an example, and no defect with two owners', () => {
    const codes = catalogue().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(catalogue().filter(({ example }) => example === undefined)).toEqual([]);
    const defects = catalogue().flatMap((one) => one.defects);
    expect(new Set(defects).size).toBe(defects.length);
  });

  it('has every finding of a file, and all 79 defects', () => {
    const said = Object.keys(vi.findings).filter((code) => !code.startsWith('plan-') || code === 'plan-column-edited');
    expect(
      catalogue()
        .map(({ code }) => code)
        .sort(),
    ).toEqual(said.sort());
    const numbers = catalogue().flatMap(({ defects }) => defects);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 79 }, (_, index) => index + 1));
  });

  it('is what docs/defects.md shows', () => {
    expect(readFileSync(join(__dirname, '../../../docs/defects.md'), 'utf8')).toBe(defectsPage());
  });
});

it('every finding is said in both languages, with where and what to do', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(vi.findings).sort());
  expect(Object.keys(en.refusals).sort()).toEqual(Object.keys(vi.refusals).sort());
});
