import { assignedIndicators, assignedTasks } from '../../src/domain/plan/assigned';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan } from '../../src/domain/plan/read-plan';
import { checkFile } from '../../src/app/check-file';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { builtinPlan, BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { builtinForm, BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { findAgency } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';
import type { Submission } from '../../src/domain/submission/submission';
import { makeCommonForm } from '../../src/domain/template/common-form';

import { isError, type CellValue } from '../../src/workbook/cell';
import type { Sheet } from '../../src/workbook/sheet';
import { playProvince, VINH_LONG } from '../../src/cli/sample/province';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { checkReceived } from '../../src/intake/check-received';
import { INDICATOR_COLUMNS } from '../../src/domain/template/columns';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';

/**
 * LibreOffice is the independent calculator: it gets our formulas without values and must come to
 * the core's figures.
 */
const folder = scratch();
afterAll(folder.remove);

async function recalculated(workbook: Workbook, name: string): Promise<Workbook> {
  const bare = emptyWorkbook(workbook.sheets);
  const kept = new Map<object, unknown>();
  for (const sheet of workbook.sheets) {
    for (const cells of sheet.rows.values()) {
      for (const cell of cells.values()) {
        if (cell.formula === undefined) continue;
        kept.set(cell, cell.value);
        cell.value = null;
      }
    }
  }
  const source = join(folder.path, `${name}.xlsx`);
  writeFileSync(source, await writeWorkbook(bare));
  for (const [cell, value] of kept) (cell as { value: unknown }).value = value;
  return convert(source, 'xlsx');
}

function convert(source: string, format: string): Workbook {
  const read = readWorkbook(new Uint8Array(readFileSync(converted(source, format))));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

/** The path of the file as LibreOffice saves it. */
function converted(source: string, format: string): string {
  const out = join(folder.path, 'out');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', format, '--outdir', out, source],
    {
      stdio: 'ignore',
    },
  );
  return join(out, basename(source).replace(/\.\w+$/, `.${format}`));
}

/** Compares every formula cell; returns how many there were. */
function compareFormulas(ours: Workbook, theirs: Workbook): number {
  let count = 0;
  const differing: string[] = [];
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find((one) => one.name === sheet.name)!;
    for (const [row, cells] of sheet.rows) {
      for (const [column, cell] of cells) {
        if (cell.formula === undefined) continue;
        count++;
        const found = other.value(row, column);
        const expected = cell.value ?? '';
        const same =
          typeof expected === 'number' && typeof found === 'number'
            ? Math.abs(found - expected) <= 1e-12 * Math.abs(expected)
            : (found ?? '') === expected && !isError(found);
        if (!same)
          differing.push(
            `${sheet.name} ${row + 1}:${column + 1} ${cell.formula}: ${JSON.stringify(expected)} | ${JSON.stringify(found)}`,
          );
      }
    }
  }
  expect(differing).toEqual([]);
  return count;
}

describe('LibreOffice recalculates', () => {
  it('every formula of the March and quarter I reports of the sample province to the core’s figures', async () => {
    const { workbook } = await playProvince(join(folder.path, 'mau'), () => undefined);
    const reports = emptyWorkbook(
      workbook.sheets.filter((sheet) => / 2024-(03|Q1)$/.test(sheet.name)),
    );
    const count = compareFormulas(reports, await recalculated(reports, 'bao-cao'));
    console.log(`${count} formula cells of the reports equal under LibreOffice`);
    expect(count).toBeGreaterThan(80);
  });

  it('every formula of quarter II/2023 of Vĩnh Long, tasks and charts among them', async () => {
    const { workbook } = await playProvince(
      join(folder.path, 'vinh-long'),
      () => undefined,
      VINH_LONG,
    );
    const reports = emptyWorkbook(workbook.sheets.filter((sheet) => / 2023-Q2$/.test(sheet.name)));
    const other = await recalculated(reports, 'vinh-long');
    const count = compareFormulas(reports, other);
    console.log(`${count} formula cells of Vĩnh Long's quarter equal under LibreOffice`);
    const table = other.sheets.find(({ name }) => name === 'Kiểm soát 2023-Q2')!;
    const said = [...table.rows.values()].flatMap((cells) =>
      [...cells.values()].map(({ value }) => value),
    );
    // One for each unit and part, and none that says otherwise.
    const lines = said.filter((text) =>
      String(text).startsWith('Kiểm tra: tổng theo đơn vị'),
    ).length;
    expect(lines).toBeGreaterThan(2);
    expect(said.filter((text) => text === 'Khớp').length).toBeGreaterThanOrEqual(lines);
    expect(said).not.toContain('LỆCH');
    expect(count).toBeGreaterThan(300);
  });

  it('every formula of a filled form', async () => {
    const form = join(
      folder.path,
      'mau',
      'da-nop',
      '2024-03',
      '2024-03_842_ubnd-thanh-pho-tra-vinh.xlsx',
    );
    const read = readWorkbook(new Uint8Array(readFileSync(form)));
    if (!read.ok) throw new Error(read.refusal.code);
    for (const sheet of read.value.sheets) {
      // The text that counts states is brought up to date by Excel only; the sample does not fill
      // it.
      for (const cells of sheet.rows.values()) {
        // The decimal sign is the machine's.
        for (const [column, cell] of cells)
          if (/COUNTIF|MID\(1\/2/.test(cell.formula ?? '')) cells.delete(column);
      }
    }
    const count = compareFormulas(read.value, await recalculated(read.value, 'bieu'));
    console.log(`${count} formula cells of a form equal under LibreOffice`);
    expect(count).toBe(36);
  });

  it('what a form says by itself of each row, and which rows a common form gives the agency that was picked', async () => {
    const plan = { ...builtinPlan('tra-vinh-2024')!, forms: [builtinForm('II.06a')!] };
    const form = new Form(plan, '29461', '2024-03');
    const rows: [string, (number | null)[], string][] = [
      ['1', [40, 10, 5, 20, 20, 5, 8, 2], 'Khớp'],
      ['2', [40, 10, 5, 20, 20, 5, 8, 3], 'Chưa khớp: 3 = 7 + 11'],
      ['3', [40, null, 5, 20, 20, 5, 8, 2], 'Còn ô trống'],
      ['4', [60, -10, 5, 20, 20, 5, 8, 2], 'Có số âm'],
      ['5', [], 'Chưa nhập'],
    ];
    for (const [row, values] of rows) form.typeStat('II.06a', row, values);
    const figures: [string, CellValue, CellValue, string][] = [
      ['K01', 5, 6, 'Đủ'],
      ['K02', 7, 6, 'Tử lớn hơn mẫu'],
      ['K03', 'nhiều', 6, 'Không phải số'],
      ['K04', -1, 6, 'Số âm'],
      ['K05', 1.5, 6, 'Cần số nguyên'],
      ['K06', 5, null, 'Thiếu một ô'],
      ['K07', 'Không phát sinh', 'Không phát sinh', 'Đủ'],
    ];
    for (const [code, numerator, denominator] of figures)
      form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
    const checked = await recalculated(form.workbook, 'tu-kiem-tra');
    const stat = checked.sheets.find(({ name }) => name === 'Biểu II.06a')!;
    const at = (sheet: Sheet, code: string, column: number) =>
      sheet.value(
        [...sheet.rows.keys()].find((row) => sheet.value(row, 0) === code)!,
        column,
      );
    expect(rows.map(([row]) => at(stat, row, 14))).toEqual(rows.map(([, , word]) => word));
    const own = INDICATOR_COLUMNS.findIndex(({ key }) => key === 'check');
    expect(figures.map(([code]) => at(checked.sheets[0], code, own))).toEqual(
      figures.map(([, , , word]) => word),
    );

    const common = makeCommonForm(plan, periodOf('2024-03'));
    common.sheets[0].put(2, 2, '29461 – Ủy ban nhân dân thị trấn Trà Cú');
    const picked = await recalculated(common, 'bieu-chung');
    for (const sheet of picked.sheets.slice(0, 3))
      expect([...sheet.rows.get(0)!.values()].map(({ value }) => value)).toContain(
        'ỦY BAN NHÂN DÂN THỊ TRẤN TRÀ CÚ',
      );
    const given = String(picked.sheets.at(-1)!.value(8, 1));
    expect(given.split(';').filter(Boolean)).toEqual([
      ...assignedIndicators(plan, findAgency(plan, '29461')!).map(({ code }) => code),
      ...assignedTasks(plan, findAgency(plan, '29461')!).map(({ code }) => code),
      'biểu II.06a',
    ]);
  });

  it('every formula of a report with statistics forms', async () => {
    const plan = { ...builtinPlan('tra-cu-2023')!, forms: [...BUILTIN_FORMS] };
    const files = plan.agencies.filter(({ reports }) => reports).slice(0, 6);
    const submissions = files.map(({ code }, index): Submission => {
      const form = new Form(plan, code, '2023-Q3').fill();
      // One office leaves a cell blank: of that row nothing counts, in the formulas as in the
      // figures.
      for (const { key } of plan.forms[0].rows)
        form.typeStat('II.06a', key, [
          index,
          2,
          1,
          index,
          index === 3 && key === '2' ? null : 1,
          0,
          1,
          1,
        ]);
      for (const { key } of plan.forms[1].rows)
        form.typeStat('TTHC', key, [10, index, 0, 0, 0, 10 + index]);
      const opened = { ok: true as const, value: { workbook: form.workbook, converted: null } };
      const file = checkFile(plan, form.fileName, code, opened, { period: null, partial: false });
      expect(file.accepted).toBe('all');
      const numbers = { version: 1, errors: 0, warnings: 0, run: 'r', explanations: [] };
      return { ...file, ...numbers, agency: code, period: '2023-Q3' };
    });
    const { sheets } = consolidatePeriod(plan, submissions, periodOf('2023-Q3'), {
      acceptIncomplete: true,
      asOf: null,
    });
    const report = emptyWorkbook(sheets);
    const count = compareFormulas(report, await recalculated(report, 'bieu-thong-ke'));
    console.log(`${count} formula cells of a report with statistics forms equal under LibreOffice`);
    expect(count).toBeGreaterThan(100);
  });
});

describe('a form re-saved by LibreOffice is still known and says the same', () => {
  const form = Form.of('29461', '2024-03').fill().done('T1', '2024-03-10');
  const check = (bytes: Uint8Array) =>
    checkReceived(form.plan, 'a', bytes, { period: null, partial: false });
  const source = join(folder.path, 'luu-lai.xlsx');

  it.each<[string, string[]]>([
    ['xlsx', []],
    ['ods', ['file-converted']],
    ['xls', ['file-converted']],
  ])('as .%s', async (format, codes) => {
    writeFileSync(source, await writeWorkbook(form.workbook));
    const original = await check(new Uint8Array(readFileSync(source)));
    const saved = await check(new Uint8Array(readFileSync(converted(source, format))));
    expect(saved.findings.map((one) => one.code)).toEqual(codes);
    expect([saved.agency, saved.period]).toEqual(['29461', '2024-03']);
    expect(saved.observations).toEqual(original.observations);
  });
});

it.each(BUILTIN_PLANS.map((plan) => [plan.id, plan] as const))(
  'the plan %s re-saved by LibreOffice is the same plan',
  async (id, plan) => {
    const source = join(folder.path, `${id}.xlsx`);
    writeFileSync(source, await writeWorkbook(emptyWorkbook(writePlan(plan))));
    expect(readPlan(convert(source, 'xlsx'))).toEqual({ ok: true, value: plan });
  },
);
