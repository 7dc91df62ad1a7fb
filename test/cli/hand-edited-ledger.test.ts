import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { smallPlan } from '../small-plan';
import { scratch, tonghop, validated } from './tonghop';

const folder = scratch();
afterAll(folder.remove);

/** Types over the first numerator of the ledger. */
async function typeOver(path: string): Promise<void> {
  const opened = readWorkbook(new Uint8Array(readFileSync(path)));
  if (!opened.ok) throw new Error(opened.refusal.code);
  const sheet = findSheet(opened.value, LEDGER_SHEETS.figures)!;
  const [column] = [...sheet.rows.get(0)!].find(([, { value }]) => value === 'Tử số')!;
  const row = [...sheet.rows.keys()].find(
    (one) => one > 0 && typeof sheet.value(one, column) === 'number',
  )!;
  sheet.put(row, column, 7);
  writeFileSync(path, await writeWorkbook(opened.value));
}

it('a ledger changed by hand: named at its cell, not counted, exit 1; the same files settle it', async () => {
  const at = (...path: string[]) => join(folder.path, ...path);
  mkdirSync(at('nop'));
  const plan = smallPlan('tra-vinh-2024', ['842']);
  const form = new Form(plan, '842', '2024-03').fill(30, 40);
  writeFileSync(at('nop', form.fileName), await writeWorkbook(form.workbook));
  writeFileSync(at('kh.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(plan))));
  const consolidate = (...more: string[]) =>
    tonghop(
      folder.path,
      ...[
        'consolidate',
        'kh.xlsx',
        '--period',
        '2024-03',
        '--ledger',
        'so.xlsx',
        '--received',
        '2024-03-15',
      ],
      ...['--out', 'bc.xlsx', '--json', 'kq.json', ...more],
    );
  const reported = () =>
    JSON.parse(readFileSync(at('kq.json'), 'utf8')).indicators.map(
      ({ reported: n }: { reported: number }) => n,
    );
  const edits = () =>
    validated<{ ledgerEdits?: unknown[] }>('consolidate', readFileSync(at('kq.json'), 'utf8'))
      .ledgerEdits;
  expect(consolidate('--in', 'nop').code).toBe(0);
  const whole = reported();
  expect(edits()).toBeUndefined();
  await typeOver(at('so.xlsx'));
  const run = consolidate();
  expect([run.code, run.err]).toEqual([
    1,
    expect.stringMatching(
      /Trang tính “Sổ số liệu”: Ô \w+: K\d+, Tử số của bản nộp 842\/2024-03\/1 đang ghi “7”/,
    ),
  ]);
  expect(run.err).toContain('chấp nhận là điều chỉnh');
  const edit = {
    code: 'ledger-figure-edited',
    sheet: 'Sổ số liệu',
    cell: expect.stringMatching(/^[A-Z]+\d+$/),
  };
  const message = expect.stringMatching(/^K\d+, Tử số của bản nộp 842\/2024-03\/1 đang ghi “7”/);
  expect(edits()).toEqual([{ ...edit, message, settled: false }]);
  expect(reported()).not.toEqual(whole);
  // Said again until somebody settles it.
  expect(consolidate().code).toBe(1);
  expect(consolidate('--in', 'nop').code).toBe(0);
  expect(reported()).toEqual(whole);
  expect(edits()).toEqual([{ ...edit, message, settled: true }]);
  expect(consolidate().err).not.toContain('đang ghi “7”');
});
