import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defectsPage } from '../../../test/repository/defects-page';
import { en } from '../../locale/en';
import { vi } from '../../locale/vi';
import { catalogue } from './catalogue';
import { RULES } from './registry';

const NOT_RULES = ['finding.ts', 'catalogue.ts', 'last-figures.ts', 'registry.ts', 'rule.ts'];

describe('the registry of rules', () => {
  it('holds every rule file once, named by its code', () => {
    const files = readdirSync(__dirname).filter((name) => !name.includes('.test.') && !NOT_RULES.includes(name));
    expect(RULES.map((rule) => `${rule.code}.ts`).sort()).toEqual(files.sort());
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

  it('is what docs/defects.md shows', () => {
    expect(readFileSync(join(__dirname, '../../../docs/defects.md'), 'utf8')).toBe(defectsPage());
  });
});

it('every finding is said in both languages, with where and what to do', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(vi.findings).sort());
  expect(Object.keys(en.refusals).sort()).toEqual(Object.keys(vi.refusals).sort());
});
