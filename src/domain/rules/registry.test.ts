import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defectCases } from '../../../test/defects/all';
import { defectsPage } from '../../../test/repository/defects-page';
import { en } from '../../locale/en';
import { vi } from '../../locale/vi';
import { catalogue } from './catalogue';
import type { FindingCode } from '../finding/finding';
import { RULES } from './registry';

/**
 * What is found of bytes, of several files at once, or beside a ledger is tried where there are
 * such.
 */
const TRIED_ELSEWHERE: Partial<Record<FindingCode, string>> = {
  'file-encrypted': 'test/intake/hostile-files.ts',
  'file-damaged': 'test/intake/hostile-files.ts',
  'file-not-a-workbook': 'test/intake/hostile-files.ts',
  'file-too-large': 'test/intake/hostile-files.ts',
  'file-too-slow': 'test/intake/hostile-files.ts',
  'file-too-heavy': 'test/intake/hostile-files.ts',
  'file-scan': 'src/app/take-in.test.ts',
  'file-no-form': 'test/intake/hostile.test.ts',
  'file-empty': 'test/intake/formats.test.ts',
  'file-archive': 'test/intake/formats.test.ts',
  'file-fault': 'test/intake/worker-pool.test.ts',
  'findings-more': 'src/app/check-file.test.ts',
  'scan-beside': 'src/app/take-in.test.ts',
  'duplicate-file': 'src/app/take-in.test.ts',
  'file-converted': 'test/intake/formats.test.ts',
  'versions-undecided': 'src/app/take-in.test.ts',
  'version-by-file-time': 'src/app/take-in.test.ts',
  'parts-joined': 'test/scenario/several-files.test.ts',
  'part-waits': 'test/scenario/several-files.test.ts',
  'part-twice': 'test/scenario/several-files.test.ts',
  'part-of-accepted': 'test/scenario/several-files.test.ts',
  'form-before-adjustment': 'src/domain/plan/plan-for.test.ts',
  'far-from-own-history': 'src/app/history.test.ts',
  'completion-taken-back': 'src/app/history.test.ts',
  'far-from-peers': 'src/app/history.test.ts',
  'file-unreachable': 'test/defects/elsewhere.test.ts',
  'file-old-format': 'test/defects/elsewhere.test.ts',
  'rule-fault': 'test/defects/elsewhere.test.ts',
  'agency-not-valid': 'test/defects/elsewhere.test.ts',
  'agency-not-picked': 'test/defects/elsewhere.test.ts',
  'agency-ambiguous': 'test/defects/elsewhere.test.ts',
  'period-locked': 'test/defects/elsewhere.test.ts',
  'other-period': 'src/app/take-in.test.ts',
  'other-agency': 'src/app/take-in.test.ts',
  'accepted-period-again': 'src/app/take-in.test.ts',
  'identity-stated': 'src/app/take-in.test.ts',
  'several-forms': 'src/app/take-in.test.ts',
  'letters-lost': 'test/intake/formats.test.ts',
  'stamp-intact': 'src/app/sender.test.ts',
  'stamp-changed': 'src/app/sender.test.ts',
  late: 'test/defects/elsewhere.test.ts',
};

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

  it('is what docs/defects.md shows', () => {
    expect(readFileSync(join(__dirname, '../../../docs/defects.md'), 'utf8')).toBe(defectsPage());
  });
});

it('every finding is said in both languages, with where and what to do', () => {
  expect(Object.keys(en.findings).sort()).toEqual(Object.keys(vi.findings).sort());
  expect(Object.keys(en.refusals).sort()).toEqual(Object.keys(vi.refusals).sort());
});
