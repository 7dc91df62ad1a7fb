import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan } from '../../src/domain/plan/read-plan';
import { playProvince } from '../../src/cli/sample/province';
import { isError } from '../../src/workbook/cell';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { checkReceived } from '../../src/intake/check-received';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';

/** LibreOffice is the independent calculator: it gets our formulas without values and must come to the core's figures. */
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
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, source], {
    stdio: 'ignore',
  });
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
    const reports = emptyWorkbook(workbook.sheets.filter((sheet) => / 2024-(03|Q1)$/.test(sheet.name)));
    const count = compareFormulas(reports, await recalculated(reports, 'bao-cao'));
    console.log(`${count} formula cells of the reports equal under LibreOffice`);
    expect(count).toBeGreaterThan(80);
  });

  it('every formula of a filled form', async () => {
    const form = join(folder.path, 'mau', 'da-nop', '2024-03', '2024-03_842_ubnd-thanh-pho-tra-vinh.xlsx');
    const read = readWorkbook(new Uint8Array(readFileSync(form)));
    if (!read.ok) throw new Error(read.refusal.code);
    for (const sheet of read.value.sheets) {
      // The text that counts states is brought up to date by Excel only; the sample does not fill it.
      for (const cells of sheet.rows.values()) {
        for (const [column, cell] of cells) if (cell.formula?.includes('COUNTIF')) cells.delete(column);
      }
    }
    const count = compareFormulas(read.value, await recalculated(read.value, 'bieu'));
    console.log(`${count} formula cells of a form equal under LibreOffice`);
    expect(count).toBe(29);
  });
});

describe('a form re-saved by LibreOffice is still known and says the same', () => {
  const form = Form.of('29461', '2024-03').fill().done('T1', '2024-03-10');
  const check = (bytes: Uint8Array) => checkReceived(form.plan, 'a', bytes, { period: null, partial: false });
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
