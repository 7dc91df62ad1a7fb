import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defectCases } from '../../../test/defects/all';
import { TRIED_ELSEWHERE } from '../../../test/defects/tried-elsewhere';
import { defectsPage } from '../../../test/repository/defects-page';
import { en } from '../../locale/en';
import { vi } from '../../locale/vi';
import { catalogue } from './catalogue';
import { RULES } from './registry';

describe('the registry of rules', () => {
  it('holds the folder of every rule once, named by its code', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(RULES.map(({ code }) => code).sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('is what the folders give: no list of rules is edited by hand', () => {
    const script = join(__dirname, '../../../.config/rules.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(RULES.map(({ code }) => code))(
    '%s has its rule, its sentences, its cases and its page',
    (code) => {
      const ends = ['.ts', '.sentences.ts', '.cases.ts', '.md'];
      const files = ends.map((end) => join(__dirname, code, code + end));
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
      expect(readFileSync(files[3], 'utf8')).toContain(`\`${code}\``);
    },
  );

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
    const said = Object.keys(vi.findings).filter(
      (code) => !code.startsWith('plan-') || code === 'plan-column-edited',
    );
    expect(
      catalogue()
        .map(({ code }) => code)
        .sort(),
    ).toEqual(said.sort());
    const numbers = catalogue().flatMap(({ defects }) => defects);
    expect([...numbers].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 79 }, (_, index) => index + 1),
    );
  });

  it('tries everything it lists: in the cases, or in the test that is named', () => {
    const tried = new Set<string>(defectCases().keys());
    const root = join(__dirname, '../../..');
    const untried = catalogue().filter(({ code }) => {
      const elsewhere = TRIED_ELSEWHERE[code];
      return (
        !tried.has(code) &&
        !(elsewhere && readFileSync(join(root, elsewhere), 'utf8').includes(code))
      );
    });
    expect(untried.map(({ code }) => code)).toEqual([]);
  });

  it('has how each code did in docs/quality.md', () => {
    const page = readFileSync(join(__dirname, '../../../docs/quality.md'), 'utf8');
    const table = page.slice(page.indexOf('## Lỗi có nhãn'), page.indexOf('## Biểu đúng'));
    const codes = [...table.matchAll(/^\| [\d, ]*\| ([a-z-]+) \|/gm)].map(([, code]) => code);
    expect(codes).toEqual(
      catalogue()
        .map(({ code }) => code)
        .sort(),
    );
  });

  it('is what docs/defects.md shows', () => {
    expect(readFileSync(join(__dirname, '../../../docs/defects.md'), 'utf8')).toBe(defectsPage());
  });
});

it('every finding is said in both languages, with where and what to do', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(vi.findings).sort());
  expect(Object.keys(en.refusals).sort()).toEqual(Object.keys(vi.refusals).sort());
});
