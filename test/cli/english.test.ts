import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { PLAN_SHEETS } from '../../src/domain/plan/plan-sheets';
import { SAMPLE_MARK } from '../../src/domain/template/identity';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop } from './tonghop';

/**
 * Every command with --lang en: what it says is English; Vietnamese is only what it names of the
 * data.
 */
const folder = scratch();
afterAll(folder.remove);

const PLAN = 'vinh-chap-2024';
const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵầấẩẫậằắẳẵặềếểễệồốổỗộờớởỡợừứửữự]/iu;

/** Every text of a plan, the longest first. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return VIETNAMESE.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
/** A sheet, a column of a form, a step of the pane: so called in any language. */
const CALLED = ['Phụ lục', 'Ghi chú', 'Tiếp nhận', 'Đơn vị tổng hợp', 'Kỳ báo cáo'];
const DATA = [
  ...textsIn(builtinPlan(PLAN)),
  ...Object.values(PLAN_SHEETS),
  ...CALLED,
  SAMPLE_MARK,
].sort((a, b) => b.length - a.length);

/**
 * What a command said itself: without what it quotes, the sheets it names, and texts of the plan.
 */
function own(text: string): string[] {
  const bare = DATA.reduce(
    (rest, data) => rest.replaceAll(data, ''),
    text.replace(/“[^”]*”|\[[^\]]*\]/g, ''),
  );
  return bare.split('\n').filter((line) => VIETNAMESE.test(line));
}

const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder.path, name), bytes);
const run = (...words: string[]) => {
  const { code, out, err } = tonghop(folder.path, ...words, '--lang', 'en');
  return { code, text: out + err };
};

beforeAll(async () => {
  for (const name of ['nop', 'trống']) mkdirSync(join(folder.path, name));
  const form = (agency: string, period = '2024-03') => Form.of(agency, period, PLAN).fill();
  put('nop/a.xlsx', await writeWorkbook(form('TPHT').workbook));
  put('nop/b.xlsx', await writeWorkbook(form('MC').type('NQ01-2', 'numerator', -1).workbook));
  put('nop/c.xlsx', await writeWorkbook(Form.of('VP', '2024-03', PLAN).workbook));
  put('nop/d.xlsx', await writeWorkbook(form('VP', '2024-05').workbook));
  put('nop/e.xlsx', new Uint8Array([1, 2, 3]));
  const appendix = new Sheet('Phụ lục');
  [
    ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
    ['1', 'Ban hành kế hoạch năm 2026', 'Sở Nội vụ', 'Quý I'],
  ].forEach((cells, row) => cells.forEach((text, column) => appendix.put(row, column, text)));
  put('phu-luc.xlsx', await writeWorkbook(emptyWorkbook([appendix])));
});

it('every command that does its work', () => {
  const said = [
    run(),
    run('--help'),
    run('plan', PLAN, '--out', 'kh.xlsx'),
    run('read-appendix', 'phu-luc.xlsx', '--out', 'moi.xlsx', '--year', '2026'),
    run('check-plan', 'kh.xlsx'),
    run('templates', 'kh.xlsx', '--period', '2024-03', '--out', 'bieu'),
    run('templates', 'kh.xlsx', '--period', '2024-03', '--out', 'chung', '--common'),
    run(
      'check',
      'kh.xlsx',
      ...'abcde'.split('').map((name) => `nop/${name}.xlsx`),
      '--period',
      '2024-03',
      '--annotate',
      'dd',
    ),
    run(
      'consolidate',
      'kh.xlsx',
      '--period',
      '2024-03',
      '--in',
      'nop',
      '--out',
      'bc.xlsx',
      '--ledger',
      'so.xlsx',
      '--received',
      '2026-03-18',
    ),
    run(
      'consolidate',
      'kh.xlsx',
      '--period',
      '2024-Q1',
      '--in',
      'trống',
      '--out',
      'q1.xlsx',
      '--ledger',
      'so.xlsx',
    ),
  ];
  expect(said.flatMap(({ text }) => own(text))).toEqual([]);
  expect(said.map(({ code }) => code)).toEqual([2, 0, 0, 0, expect.any(Number), 0, 0, 1, 1, 0]);
  expect(readFileSync(join(folder.path, 'so.xlsx')).length).toBeGreaterThan(0);
});

it('every command that is refused', () => {
  const refused = [
    ['plan', 'x', '--out', 'x.xlsx'],
    ['templates', 'kh.xlsx', '--period', '2024-13', '--out', 'bieu'],
    ['templates', 'kh.xlsx', '--period', '2024-03', '--out', 'bieu', '--agency', 'XX'],
    ['check', 'kh.xlsx'],
    ['check', 'phu-luc.xlsx', 'nop/a.xlsx'],
    ['check', 'nop/e.xlsx', 'nop/a.xlsx'],
    ['consolidate', 'kh.xlsx', '--period', '2024-03', '--in', 'trống', '--out', 'r.xlsx'],
    [
      'consolidate',
      'kh.xlsx',
      '--period',
      '2024-03',
      '--in',
      'nop',
      '--out',
      'r.xlsx',
      '--ledger',
      'kh.xlsx',
    ],
    ['rules', 'x'],
    ['xyz'],
  ].map((words) => run(...words));
  expect(refused.flatMap(({ text }) => own(text))).toEqual([]);
  expect(refused.every(({ code }) => code === 2)).toBe(true);
});
