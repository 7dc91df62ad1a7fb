import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDICATOR_COLUMNS } from '../../src/domain/template/columns';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch, tonghop, validated, type Ran } from '../cli/tonghop';
import { Form } from '../forms';

/** A quarter of the office on the command line, all its agencies' rows in the ledger. */

const folder = scratch();
afterAll(folder.remove);
const run = (...args: string[]): Ran => tonghop(folder.path, ...args);

interface ConsolidationJson {
  indicators: {
    code: string;
    numerator: number;
    denominator: number;
    value: number;
    reported: number;
  }[];
}

async function save(form: Form, dir: string): Promise<void> {
  mkdirSync(join(folder.path, dir), { recursive: true });
  writeFileSync(join(folder.path, dir, form.fileName), await writeWorkbook(form.workbook));
}

beforeAll(() => {
  expect(run('plan', 'tra-vinh-2024', '--out', 'tra-vinh-2024.xlsx')).toMatchObject({ code: 0 });
});

it('the ledger remembers: a quarter from months taken in one by one, and the next form prints lũy kế', async () => {
  for (const month of ['2024-01', '2024-02', '2024-03']) {
    await save(Form.of('SNV', month).fill(), `t/${month}`);
    const args = [
      '--period',
      month,
      '--in',
      `t/${month}`,
      '--out',
      'r.xlsx',
      '--ledger',
      'so.xlsx',
      '--received',
      '2024-03-18',
    ];
    expect(run('consolidate', 'tra-vinh-2024.xlsx', ...args).code).toBe(0);
  }
  const { out } = run(
    'consolidate',
    'tra-vinh-2024.xlsx',
    '--period',
    '2024-Q1',
    '--ledger',
    'so.xlsx',
    '--out',
    'q.xlsx',
    '--json',
    '-',
  );
  const k07 = validated<ConsolidationJson>('consolidate', out).indicators.find(
    (one) => one.code === 'K07',
  )!;
  expect(k07).toMatchObject({ numerator: 135, denominator: 180, value: 75, reported: 3 });
  // From the files at once the same, without any ledger.
  const atOnce = [
    '--period',
    '2024-Q1',
    '--in',
    't',
    '--out',
    'f.xlsx',
    '--received',
    '2024-03-18',
    '--json',
    '-',
  ];
  const files = run('consolidate', 'tra-vinh-2024.xlsx', ...atOnce);
  const { files: _files, ...fromFiles } = validated<ConsolidationJson & { files: unknown }>(
    'consolidate',
    files.out,
  );
  const { files: _none, ...fromLedger } = JSON.parse(out) as ConsolidationJson & {
    files: unknown;
  };
  expect(fromFiles).toEqual(fromLedger);
  run(
    'templates',
    'tra-vinh-2024.xlsx',
    '--period',
    '2024-04',
    '--out',
    't4',
    '--agency',
    'SNV',
    '--ledger',
    'so.xlsx',
  );
  const form = readWorkbook(readFileSync(join(folder.path, 't4', '2024-04_SNV_snv.xlsx')));
  if (!form.ok) throw new Error(form.refusal.code);
  const sheet = form.value.sheets[0];
  const row = [...sheet.rows.keys()].find((one) => sheet.value(one, 0) === 'K07')!;
  const keys = [
    ...(['lastNumerator', 'lastDenominator'] as const),
    ...(['previousNumerator', 'previousDenominator'] as const),
  ];
  const beside = keys.map((one) =>
    sheet.value(
      row,
      INDICATOR_COLUMNS.findIndex(({ key }) => key === one),
    ),
  );
  expect(beside).toEqual([45, 60, 135, 180]);
});
