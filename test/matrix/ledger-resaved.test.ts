import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDesk } from '../../src/app/desk';
import { lockPeriod } from '../../src/app/period-acts';
import { writeDecisions } from '../../src/domain/ledger/decisions';
import { readLedger, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { builtinForm } from '../../src/domain/plan/builtin-forms';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { inputColumns } from '../../src/domain/plan/stat-form';
import type { Observation, Submission } from '../../src/domain/submission/submission';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { MemoryWorkbook } from '../memory-workbook';

/**
 * A ledger that another program saved once more is the same ledger: no check value breaks, and a
 * changed cell is still found.
 */
const folder = scratch();
afterAll(folder.remove);

const form = builtinForm('II.06a')!;
const plan: Plan = { ...builtinPlan('tra-vinh-2024')!, forms: [form] };

const NUMBERS = [
  0,
  30,
  0.1 + 0.2,
  1e-7,
  1 / 3,
  9007199254740991,
  1e15 + 1,
  332.00000000000006,
  -5,
  1750000.25,
  2e-320,
];
const TEXTS = [
  'Quyết định số 7/QĐ-UBND',
  'Hoàn\u00a0thành  hai   dấu cách ',
  'dòng một\ndòng hai\r\ndòng ba\rdòng bốn',
  '=SUM(A1:A2)',
  "'00123",
  '00123',
  '1.234',
  '5/3/2024',
  'TRUE',
  '1e5',
  'Uỷ ban'.normalize('NFD'),
  'mềm\u00ad\u200bẩn\ufeff',
  'bell\u0007 _x000D_ \u{1f600}',
  '\ttab\tđầu',
  '<&"\'>',
  'rất dài '.repeat(3900),
];

function observation(
  of: Observation['of'],
  code: string,
  measure: string,
  value: number | string,
): Observation {
  return {
    of,
    code,
    measure,
    value,
    raw: String(value),
    sheet: 'Biểu chỉ tiêu',
    cell: 'H12',
    state: 'ok',
  };
}

function submission(
  observations: Observation[],
  version: number,
  more: Partial<Submission> = {},
): Submission {
  const reading = {
    verdict: 'clean',
    accepted: 'all',
    sample: false,
    errors: 0,
    warnings: 0,
  } as const;
  const came = { received: '2024-03-15', late: 0, run: '2024-03-15 10:00:00' } as const;
  const explanation = {
    sheet: 'Biểu',
    cell: 'H12',
    label: 'K07',
    code: 'late',
    text: 'vì '.repeat(200),
    who: 'Lan',
  };
  const explanations = Array.from({ length: 100 }, () => explanation);
  const hash = `${version}`.repeat(64);
  return {
    hash,
    file: 'đã nộp/a b.xlsx',
    agency: 'SNV',
    period: '2024-03',
    version,
    ...came,
    ...reading,
    observations,
    explanations,
    ...more,
  };
}

const ledger: Submission[] = [
  ...NUMBERS.map((value, index) =>
    submission([observation('indicator', 'K07', 'numerator', value)], index + 1),
  ),
  ...TEXTS.map((text, index) =>
    submission([observation('task', 'T1', 'difficulty', text)], 100 + index, { sample: true }),
  ),
  submission(
    form.rows.flatMap(({ key }) =>
      inputColumns(form).map(({ code }) => ({
        ...observation('form', form.code, code, 7),
        row: key,
      })),
    ),
    200,
    { accepted: 'none', awaits: 'partial' },
  ),
];

function saved(program: 'LibreOffice' | 'Gnumeric', source: string): string {
  const out = join(folder.path, program);
  mkdirSync(out, { recursive: true });
  const target = join(out, basename(source));
  const quiet = { stdio: 'ignore' } as const;
  if (program === 'Gnumeric') execFileSync('ssconvert', [source, target], quiet);
  else {
    const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, source],
      quiet,
    );
  }
  return target;
}

it.each(['LibreOffice', 'Gnumeric'] as const)('saved by %s it is as it was', async (program) => {
  const port = new MemoryWorkbook(
    emptyWorkbook([...writePlan(plan), ...writeLedger(plan, ledger.slice(0, 3))]),
  );
  await lockPeriod(port, '2024-03', { who: 'Lan', at: '2024-03-20 09:00:00' });
  const decision = { kind: 'returned', submission: 'SNV/2024-03/1', hash: '1'.repeat(64) } as const;
  const said = { reason: 'Thiếu', document: '', who: 'Lan', at: '2024-03-21 09:00:00' };
  const desk = emptyWorkbook([...port.workbook.sheets, writeDecisions([{ ...decision, ...said }])]);
  for (const [name, workbook] of [
    ['ledger', emptyWorkbook(writeLedger(plan, ledger))],
    ['desk', desk],
  ] as const) {
    const source = join(folder.path, `${name}.xlsx`);
    writeFileSync(source, await writeWorkbook(workbook));
    const opened = readWorkbook(new Uint8Array(readFileSync(saved(program, source))));
    if (!opened.ok) throw new Error(opened.refusal.code);
    if (name === 'desk') {
      const { edits, locked, signed } = await readDesk(new MemoryWorkbook(opened.value));
      expect([edits, locked.has('2024-03'), signed.length > 0]).toEqual([[], true, true]);
      continue;
    }
    const read = readLedger(opened.value, plan);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.edits).toEqual([]);
    expect(read.value.interrupted).toEqual([]);
    expect(read.value.submissions.map(({ accepted, awaits }) => [accepted, awaits])).toEqual(
      ledger.map(({ accepted, awaits }) => [accepted, awaits]),
    );
    expect(read.value.submissions[0].explanations).toEqual(
      ledger[0].explanations.map((one) => ({ ...one, text: one.text.trim() })),
    );
  }
});
