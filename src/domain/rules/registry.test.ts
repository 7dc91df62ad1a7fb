import { readdirSync } from 'node:fs';
import { en } from '../../locale/en';
import { vi } from '../../locale/vi';
import { RULES } from './registry';

const NOT_RULES = ['finding.ts', 'last-figures.ts', 'defects.ts', 'registry.ts', 'rule.ts'];

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

it('every finding is said in both languages, with where and what to do', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(vi.findings).sort());
  expect(Object.keys(en.refusals).sort()).toEqual(Object.keys(vi.refusals).sort());
});
