import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated } from './tonghop';

/** What others call their files: never obeyed by a terminal, never two marked copies in one. */
const folder = scratch();
afterAll(folder.remove);
const PLAN = 'vinh-chap-2024';
const run = (...args: string[]) => tonghop(folder.path, ...args);
let wrong: Uint8Array;

function put(name: string, bytes: Uint8Array = wrong): string {
  const at = name.lastIndexOf('/');
  if (at > 0) mkdirSync(join(folder.path, name.slice(0, at)), { recursive: true });
  writeFileSync(join(folder.path, name), bytes);
  return name;
}

beforeAll(async () => {
  run('plan', PLAN, '--out', 'plan.xlsx');
  const form = Form.of('TPHT', '2024-03', PLAN).fill();
  const code = builtinPlan(PLAN)!.indicators.find((one) => form.has(one.code))!.code;
  wrong = await writeWorkbook(form.type(code, 'numerator', 'không rõ \u001b[31m\u202e').workbook);
});

describe('marked copies', () => {
  it('each file has its own, also where names come to one', () => {
    const names = ['a/b.xlsx', 'a_b.xlsx', 'x.xlsx', 'x.xls', 'X.XLSX', 'a/con.xlsx', 'con.xlsx'];
    const given = names.map((name) => put(`nop/${name}`));
    const { code, err } = run('check', 'plan.xlsx', ...given, '--annotate', 'tra-lai');
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(new RegExp(`Đã ghi ${given.length} tệp đánh dấu lỗi`)),
    ]);
    const made = readdirSync(join(folder.path, 'tra-lai'));
    expect(made).toHaveLength(given.length);
    expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(given.length);
    const told = made.map((name) => {
      const read = readWorkbook(new Uint8Array(readFileSync(join(folder.path, 'tra-lai', name))));
      if (!read.ok) throw new Error(read.refusal.code);
      return [name, /Tệp: (.*?)\. Tệp này/.exec(String(read.value.sheets[0].value(1, 0)))?.[1]];
    });
    expect(new Map(told as [string, string][]).get('nop_x.xls_danh-dau.xlsx')).toBe('x.xls');
    // Asked for again, whatever the order, every file has the same copy.
    expect(run('check', 'plan.xlsx', ...given.reverse(), '--annotate', 'tra-lai').code).toBe(1);
    expect(readdirSync(join(folder.path, 'tra-lai'))).toEqual(made);
  });

  it('one file alone is called after it', () => {
    put('nop/một.xlsx');
    expect(run('check', 'plan.xlsx', './nop/một.xlsx', '--annotate', 'một').code).toBe(1);
    expect(readdirSync(join(folder.path, 'một'))).toEqual(['nop_một_danh-dau.xlsx']);
  });
});

/** What a terminal obeys: controls, escapes, and what turns a line around. */
const OBEYED =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const EVIL = 'a\u001b[2J\u001b]0;x\u0007\u009b31mb\u202egnp\u2066\nDone\r.xlsx';

describe('a terminal', () => {
  it('gets names and texts of others as text', () => {
    if (process.platform === 'win32') return;
    put(`xấu/${EVIL}`);
    put('xấu/nén.zip', zipSync({ [`trong\u001b[1m\u202e.xlsx`]: wrong, [`~$\u001b.xlsx`]: wrong }));
    const texts = [
      run('check', 'plan.xlsx', `xấu/${EVIL}`, '--annotate', 'đánh-dấu'),
      run('check', `\u001b[31mplan.xlsx`, 'x'),
      run('check', 'plan.xlsx', `xấu/không ${EVIL}`),
      run(
        'consolidate',
        'plan.xlsx',
        '--period',
        '2024-03',
        '--in',
        'xấu',
        '--out',
        'r\u001b.xlsx',
      ),
      run(
        'consolidate',
        'plan.xlsx',
        '--period',
        '2024-03\u001b[1m',
        '--in',
        'xấu',
        '--out',
        'r.xlsx',
      ),
      run('plans', '--\u001b[1m'),
    ];
    for (const { out, err } of texts) {
      expect(`${out}${err}`).not.toMatch(OBEYED);
      expect(`${out}${err}`).not.toMatch(/^Done/m);
    }
    expect(texts[0].out).toContain('\\u001b[2J');
    const json = run('check', 'plan.xlsx', `xấu/${EVIL}`, '--json', '-').out;
    expect(json).not.toMatch(OBEYED);
    expect(validated<{ files: { file: string }[] }>('check', json).files[0].file).toBe(
      `xấu/${EVIL}`,
    );
  });
});
