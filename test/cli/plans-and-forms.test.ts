import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { cellName } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { appendixWorkbook } from '../appendix/appendix-workbook';
import { SAMPLES } from '../appendix/samples';
import { docx, wordOf } from '../appendix/word-file';
import { Form } from '../forms';
import { scratch, tonghop, validated, type Ran } from './tonghop';

const folder = scratch();
afterAll(folder.remove);
const run = (...args: string[]): Ran => tonghop(folder.path, ...args);
const at = (...parts: string[]) => join(folder.path, ...parts);

it('rules lists what the check finds, each code once, with the numbers of its defects', () => {
  const { code, out } = run('rules', '--json', '-');
  expect(code).toBe(0);
  const rules = validated<{ code: string; defects: number[]; sentence: string }[]>('rules', out);
  expect(rules.find((one) => one.code === 'negative')).toMatchObject({
    defects: [15],
    severity: 'error',
  });
  expect(rules.find((one) => one.code === 'number-as-text')!.sentence).toBe(
    'Ô D12: đã chuyển “95,5” (dạng chữ) thành số 95,5.',
  );
  expect(run('rules', '--lang', 'en').out).toContain('negative');
});

describe('a plan with faults', () => {
  it('is listed cell by cell by check-plan, and gives no form', async () => {
    const workbook = emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!));
    findSheet(workbook, 'Đơn vị')!.put(1, 4, null);
    findSheet(workbook, 'Nhiệm vụ')!.putFormula(1, 6, 'A1', 'x');
    findSheet(workbook, 'Chỉ tiêu')!.put(2, 0, 'NQ01-1');
    writeFileSync(at('hong.xlsx'), await writeWorkbook(workbook));
    const checked = run('check-plan', 'hong.xlsx', '--json', '-');
    expect(checked.code).toBe(1);
    const { plan, findings } = validated<{
      plan: null;
      findings: { code: string; sheet: string; cell: string }[];
    }>('check-plan', checked.out);
    expect(plan).toBeNull();
    expect(findings.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`)).toEqual([
      'plan-fault-bad-cell Đơn vị E2',
      'plan-fault-duplicate-code Chỉ tiêu A3',
      'plan-fault-unknown-indicator Mức giao A3',
      'plan-fault-formula Nhiệm vụ G2',
    ]);
    const issued = run('templates', 'hong.xlsx', '--period', '2024-03', '--out', 'khong');
    expect([issued.code, issued.err.trim().split('\n').length]).toEqual([2, 1]);
    expect(issued.err).toMatch(
      /Trang tính “Đơn vị”: Ô E2: chưa ghi; cần ghi: Tỉnh \/ Huyện \/ Xã\. \(và 3 lỗi khác/,
    );
    expect(readdirSync(folder.path)).not.toContain('khong');
  });

  it('a plan with doubts goes out, and they are listed', () => {
    run('plan', 'tra-cu-2023', '--out', 'tra-cu.xlsx');
    const issued = run(
      'templates',
      'tra-cu.xlsx',
      '--period',
      '2023-Q3',
      '--out',
      'bieu',
      '--list',
      'ds.xlsx',
    );
    expect(issued.code).toBe(0);
    expect(issued.err).toMatch(
      /Kế hoạch còn 14 điểm cần xác nhận, 17 điểm cần xem lại \(theo văn bản\):\n {2}- Cần xác nhận: \[Mức giao\] K08: /,
    );
    expect(readdirSync(at('bieu'))).toHaveLength(30);
    // A list that is there already stays as it is, and nothing else is written.
    writeFileSync(at('khac.xlsx'), 'của người khác');
    const refused = run(
      'templates',
      'tra-cu.xlsx',
      '--period',
      '2023-Q3',
      '--out',
      'bieu2',
      '--list',
      'khac.xlsx',
    );
    expect([refused.code, readFileSync(at('khac.xlsx'), 'utf8')]).toEqual([2, 'của người khác']);
    expect(readdirSync(folder.path)).not.toContain('bieu2');
  });
});

interface Reading {
  counts: object;
  columns: { cell: string }[];
}

describe('read-appendix', () => {
  it('makes a plan that check-plan and templates take, and says what has to be confirmed', async () => {
    writeFileSync(at('phu-luc.xlsx'), await writeWorkbook(appendixWorkbook('vinh-chap-2024')));
    const made = run('read-appendix', 'phu-luc.xlsx', '--out', 'moi.xlsx');
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toMatch(
      /^13 chỉ tiêu, 0 nhiệm vụ, 3 đơn vị; 20 điểm cần xác nhận\.\n {2}- \[Kế hoạch\]/,
    );
    // As many are listed, and as many wait once the plan is checked.
    expect(made.out.match(/^ {2}- \[/gm)).toHaveLength(20);
    expect(run('check-plan', 'moi.xlsx').out).toMatch(/^Cần xác nhận 20; /);
    expect(run('templates', 'moi.xlsx', '--period', '2024-Q1', '--out', 'bieu-moi')).toMatchObject({
      code: 0,
    });
    expect(readdirSync(at('bieu-moi'))).toHaveLength(3);
    // A plan somebody may be editing is never written over.
    expect(run('read-appendix', 'phu-luc.xlsx', '--out', 'ds.xlsx').code).toBe(2);
  });

  it('says of what it cannot open why, asks nobody to hand it in again, and reads none of a huge one', () => {
    const saidOf = (name: string, bytes: number) => {
      writeFileSync(at(name), '');
      truncateSync(at(name), bytes);
      return [
        run('read-appendix', name, '--out', 'khong.xlsx'),
        run('check-plan', name),
        run('templates', name, '--period', '2024-03', '--out', 'khong'),
      ].map(({ code, err }) => {
        expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
        expect(err).not.toMatch(/nộp lại|biểu mẫu/);
        return err;
      });
    };
    expect(saidOf('rong.xlsx', 0).join()).toContain('Tệp rỗng (0 byte)');
    const [appendix, plan] = saidOf('rat-lon.xlsx', 3 * 2 ** 30);
    expect(appendix).toContain('giới hạn 32 MB');
    expect(plan).toContain('giới hạn 64 MB');
  });

  it('says how each column was understood, takes a person’s word for one, and reads the decision itself', async () => {
    const sample = SAMPLES.find(({ id }) => id === 'lo-trinh')!;
    writeFileSync(at('lo-trinh.xlsx'), await writeWorkbook(sample.workbook()));
    const read = run(
      'read-appendix',
      'lo-trinh.xlsx',
      '--out',
      'lo-trinh-1.xlsx',
      '--json',
      'lo-trinh.json',
    );
    expect([read.code, read.out]).toEqual([
      0,
      expect.stringMatching(/Phụ lục!D5 “Mục tiêu”: mức giao/),
    ]);
    const json = validated<Reading>('read-appendix', readFileSync(at('lo-trinh.json'), 'utf8'));
    expect(json.counts).toEqual({ indicators: 4, targets: 8, tasks: 0 });
    const other = run(
      'read-appendix',
      'lo-trinh.xlsx',
      '--out',
      'lo-trinh-2.xlsx',
      '--column',
      'D=không đọc',
      '--json',
      '-',
    );
    const chosen = validated<Reading>('read-appendix', other.out);
    expect(chosen.columns.find(({ cell }) => cell === 'D5')).toMatchObject({
      role: 'none',
      guessed: false,
    });

    writeFileSync(at('lo-trinh.docx'), wordOf(sample.workbook()));
    const word = run('read-appendix', 'lo-trinh.docx', '--out', 'lo-trinh-3.xlsx', '--json', '-');
    expect(validated<Reading>('read-appendix', word.out).counts).toEqual(json.counts);
    // The cells that are asked about stand in no workbook yet: the tables go with the plan.
    const written = readWorkbook(new Uint8Array(readFileSync(at('lo-trinh-3.xlsx'))));
    if (!written.ok) throw new Error(written.refusal.code);
    expect(findSheet(written.value, 'Phụ lục I')).toBeDefined();
    expect(run('check-plan', 'lo-trinh-3.xlsx').code).toBe(0);
    writeFileSync(at('co-macro.docx'), docx('<w:tbl/>', { 'word/vbaProject.bin': 'x' }));
    const refused = run('read-appendix', 'co-macro.docx', '--out', 'x.xlsx');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('macro')]);
  });

  it('names the cell that must be filled before the plan can be used, and still all that is asked', async () => {
    const sheet = new Sheet('Phụ lục');
    const rows = [
      ['Phụ lục I'],
      ['CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2026'],
      ['(Kèm theo Kế hoạch số 99/KH-UBND ngày 10/01/2026 của UBND xã Mường La)'],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Mức giao', 'Cơ quan chủ trì'],
      ['1', 'Số lượng dữ liệu mở được công bố', '', '20', 'Phòng Kinh tế'],
      ['2', 'Tỷ lệ hồ sơ đúng hạn', '%', '≥ 98', 'Văn phòng HĐND và UBND'],
    ];
    rows.forEach((row, r) => row.forEach((text, c) => sheet.put(r, c, text)));
    writeFileSync(at('thieu-dvt.xlsx'), await writeWorkbook(emptyWorkbook([sheet])));
    const { code, out } = run('read-appendix', 'thieu-dvt.xlsx', '--out', 'thieu-dvt-1.xlsx');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2 chỉ tiêu, 0 nhiệm vụ, 2 đơn vị; 1 điểm cần sửa, \d\d? điểm cần xác nhận\.\n {2}- Cần sửa: \[Chỉ tiêu\] K01: Ô F2: /,
    );
    expect(run('check-plan', 'thieu-dvt-1.xlsx').out).toMatch(/^Cần sửa 1\./);
  });

  it.each([
    [['phu-luc.xlsx', '--out', 'x.xlsx', '--column', 'D'], /--column cần dạng/],
    [['phu-luc.xlsx', '--out', 'x.xlsx', '--column', 'D=chỗ nào đó'], /“D=chỗ nào đó”/],
    [['phu-luc.xlsx'], /--out/],
    [['phu-luc.xlsx', '--out', 'x.xlsx', '--year', 'sau'], /--year cần năm/],
    [['phu-luc.xlsx', '--out', 'x.xlsx', '--province', '999:sau'], /“999”/],
    [['phu-luc.xlsx', '--out', 'x.xlsx', '--province', '86:xyz'], /truoc, sau hoặc 2025/],
    [['khong-co.xlsx', '--out', 'x.xlsx'], /Không thấy tệp/],
    [['tra-cu.xlsx', '--out', 'tra-cu.xlsx'], /hai lần/],
  ])('%j is refused in one line', (args, message) => {
    const { code, err } = run('read-appendix', ...args);
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(err).toMatch(message);
  });
});

it('a plan with statistics forms is issued, checked and consolidated, its forms in the JSON', async () => {
  run(
    'plan',
    'vinh-chap-2024',
    '--out',
    'ke-hoach.xlsx',
    '--form',
    'II.06a',
    '--form',
    'TTHC',
    '--form',
    'II.06a',
  );
  expect(run('plan', 'vinh-chap-2024', '--out', 'x.xlsx', '--form', 'II.99')).toMatchObject({
    code: 2,
  });
  expect(run('check-plan', 'ke-hoach.xlsx').code).toBe(0);
  const plan: Plan = { ...builtinPlan('vinh-chap-2024')!, forms: [...BUILTIN_FORMS] };
  expect(
    run('templates', 'ke-hoach.xlsx', '--period', '2024-03', '--out', 'chung', '--common'),
  ).toMatchObject({
    code: 0,
  });
  expect(readdirSync(at('chung'))).toEqual(['2024-03_bieu-chung.xlsx']);
  run('templates', 'ke-hoach.xlsx', '--period', '2024-03', '--out', 'nop');
  const taken = run(
    'templates',
    join('nop', readdirSync(at('nop'))[0]),
    '--period',
    '2024-03',
    '--out',
    'y',
  );
  expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('không phải tệp kế hoạch')]);
  for (const name of readdirSync(at('nop'))) {
    const issued = readWorkbook(new Uint8Array(readFileSync(at('nop', name))));
    if (!issued.ok) throw new Error(issued.refusal.code);
    const form = new Form(plan, name.split('_')[1], '2024-03');
    Object.assign(form, { workbook: issued.value });
    form.fill();
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, [4, 1, 2, 3, 1, 1, 1, 1]);
    for (const { key } of plan.forms[1].rows) form.typeStat('TTHC', key, [10, 2, 1, 0, 1, 11]);
    writeFileSync(at('nop', name), await writeWorkbook(issued.value));
  }
  const { code, out } = run(
    'consolidate',
    'ke-hoach.xlsx',
    '--period',
    '2024-03',
    '--in',
    'nop',
    '--out',
    'bc.xlsx',
    '--json',
    '-',
  );
  expect(code).toBe(0);
  const { forms, files } = validated<{
    forms: { form: string; rows: { key: string }[]; total: Record<string, number> }[];
    files: { observations: { form?: string; row?: string; measure: string; value: number }[] }[];
  }>('consolidate', out);
  expect(forms.map(({ form, rows, total }) => [form, rows.length, total['3']])).toEqual([
    ['II.06a', 3, 3 * 6 * 7],
    ['TTHC', 3, 3 * 4 * 10],
  ]);
  const seen = files[0].observations.find(
    ({ form, row, measure }) => form === 'II.06a' && row === '1' && measure === '4',
  );
  expect(seen).toMatchObject({ value: 4 });
});

it('check --annotate gives a marked copy of values and looks, and leaves the file as it is', async () => {
  run('plan', 'vinh-chap-2024', '--out', 'vc.xlsx');
  const form = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
  const [code] = form.plan.indicators.filter(({ filledBy }) =>
    filledBy.some((one) => 'agency' in one && one.agency === 'VP'),
  );
  form.type(code.code, 'numerator', -5).type(code.code, 'note', '=HYPERLINK("http://x")');
  const bytes = await writeWorkbook(form.workbook);
  writeFileSync(at(form.fileName), bytes);
  const { code: ended, err } = run('check', 'vc.xlsx', form.fileName, '--annotate', 'tra-lai');
  expect([ended, err]).toEqual([1, 'Đã ghi 1 tệp đánh dấu lỗi vào tra-lai.\n']);
  expect(readFileSync(at(form.fileName)).equals(Buffer.from(bytes))).toBe(true);
  const [name] = readdirSync(at('tra-lai'));
  expect(name).toBe(form.fileName.replace('.xlsx', '_danh-dau.xlsx'));
  const copy = readForEditing(new Uint8Array(readFileSync(at('tra-lai', name))));
  if (!copy.ok) throw new Error(copy.refusal.code);
  const [list, sheet, ...rest] = copy.value.workbook.sheets;
  // The hidden sheet does not go back, nor does any formula.
  expect([list.name, sheet.name, rest.length]).toEqual(['Danh sách lỗi', 'Biểu chỉ tiêu', 1]);
  const cells = [list, sheet, ...rest].flatMap((one) =>
    [...one.rows.values()].flatMap((row) => [...row.values()]),
  );
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(list.value(4, 3)).toBe(form.cell(code.code, 'numerator'));
  expect(String(list.value(4, 5))).toMatch(/không được âm/);
  const [note] = sheet.notes;
  expect(cellName(note.row, note.column)).toBe(form.cell(code.code, 'numerator'));
  expect(sheet.cell(note.row, note.column)?.style?.fill).toBe('#FFC7CE');
  // A second run would write over what may have been sent already.
  expect(run('check', 'vc.xlsx', form.fileName, '--annotate', 'tra-lai').code).toBe(1);
});
