import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated } from './tonghop';

/**
 * The sheets of one form in two files, on the command line: one submission, two entries of one
 * version.
 */
const folder = scratch();
afterAll(folder.remove);

interface Entry {
  file: string;
  version: number;
  accepted: string;
  findings: { code: string }[];
}

it('check and consolidate take the two files together', async () => {
  mkdirSync(join(folder.path, 'nop'));
  const { workbook } = Form.of('TPHT', '2024-03', 'vinh-chap-2024').fill();
  for (const [file, own] of [
    ['nop/a.xlsx', 'Biểu chỉ tiêu'],
    ['nop/b.xlsx', 'Biểu nhiệm vụ'],
  ]) {
    const sheets = workbook.sheets.filter(
      ({ name, visibility }) => visibility !== 'visible' || name === own,
    );
    writeFileSync(join(folder.path, file), await writeWorkbook({ ...workbook, sheets }));
  }
  const run = (...words: string[]) => tonghop(folder.path, ...words, '--json', '-');
  tonghop(folder.path, 'plan', 'vinh-chap-2024', '--out', 'kh.xlsx');

  expect(run('check', 'kh.xlsx', 'nop/a.xlsx').code).toBe(1);
  const checked = run('check', 'kh.xlsx', 'nop/a.xlsx', 'nop/b.xlsx');
  const whole = run(
    'consolidate',
    'kh.xlsx',
    '--period',
    '2024-03',
    '--in',
    'nop',
    '--out',
    'bc.xlsx',
    '--received',
    '2024-03-18',
  );
  expect([checked.code, whole.code]).toEqual([0, 0]);
  const { files } = validated<{ files: Entry[] }>('check', checked.out);
  const result = validated<{ files: Entry[]; accepted: number; returned: string[] }>(
    'consolidate',
    whole.out,
  );
  for (const own of [files, result.files])
    expect(own.map(({ file, version, accepted }) => [file, version, accepted])).toEqual([
      ['nop/a.xlsx', 1, 'all'],
      ['nop/b.xlsx', 1, 'all'],
    ]);
  expect([result.accepted, result.returned]).toEqual([1, []]);
});
