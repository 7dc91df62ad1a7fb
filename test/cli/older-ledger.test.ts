import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { cellName } from '../../src/workbook/address';
import { findSheet } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop } from './tonghop';

const FILES = join(__dirname, '../formats/files');
const folder = scratch();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);
const bytes = (path: string) => readFileSync(path);

beforeAll(() => tonghop(folder.path, 'plan', 'vinh-chap-2024', '--out', 'ke-hoach.xlsx'));

function consolidate(ledger: string, ...more: string[]) {
  return tonghop(
    folder.path,
    ...['consolidate', 'ke-hoach.xlsx', '--period', '2024-03', '--ledger', ledger],
    ...['--out', 'bao-cao.xlsx', ...more],
  );
}

it('a ledger of an older format stays beside what is written, as it was, and this is said once', () => {
  const older = join(FILES, 'ledger-1-last.xlsx');
  copyFileSync(older, at('so.xlsx'));
  const said = consolidate('so.xlsx');
  expect(said.err).toMatch(/so\.xlsx .*định dạng 1.*so\.dinh-dang-1\.xlsx/);
  expect(bytes(at('so.dinh-dang-1.xlsx')).equals(bytes(older))).toBe(true);
  expect(bytes(at('so.xlsx')).equals(bytes(older))).toBe(false);
  expect(consolidate('so.xlsx').err).not.toContain('định dạng');
  // What has the name of the copy is somebody's.
  copyFileSync(older, at('so-2.xlsx'));
  writeFileSync(at('so-2.dinh-dang-1.xlsx'), 'của người khác');
  expect(consolidate('so-2.xlsx').err).toContain('so-2.dinh-dang-1 (2).xlsx');
  expect(readFileSync(at('so-2.dinh-dang-1.xlsx'), 'utf8')).toBe('của người khác');
  expect(existsSync(at('so-2.dinh-dang-1 (2).xlsx'))).toBe(true);
});

it('the copy is for the same people to read, and is nobody’s submission where it lies', async () => {
  mkdirSync(at('chung'));
  const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill();
  writeFileSync(at(`chung/${form.fileName}`), await writeWorkbook(form.workbook));
  copyFileSync(join(FILES, 'ledger-1-last.xlsx'), at('chung/so.xlsx'));
  chmodSync(at('chung/so.xlsx'), 0o600);
  expect(consolidate('chung/so.xlsx').code).toBe(0);
  const modes = ['so.xlsx', 'so.dinh-dang-1.xlsx'].map((one) => statSync(at(`chung/${one}`)).mode);
  expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600]);
  const { code, err } = consolidate('chung/so.xlsx', '--in', 'chung', '--json', 'ket-qua.json');
  expect(err).toMatch(/2 tệp.*chung\/so\.dinh-dang-1\.xlsx, chung\/so\.xlsx/);
  const { files } = JSON.parse(readFileSync(at('ket-qua.json'), 'utf8')) as {
    files: { file: string }[];
  };
  expect([code, files.map(({ file }) => file)]).toEqual([0, [`chung/${form.fileName}`]]);
  // Whatever is no ledger is somebody's, whichever name it has: it is judged as every file is.
  rmSync(at('chung/so.dinh-dang-1.xlsx'));
  writeFileSync(at('chung/so.dinh-dang-1.xlsx'), await writeWorkbook(form.workbook));
  expect(consolidate('chung/so.xlsx', '--in', 'chung').err).not.toMatch(/chung\/so\.dinh-dang/);
});

it('a ledger of this format has no copy', () => {
  copyFileSync(join(FILES, 'ledger-2.xlsx'), at('so-nay.xlsx'));
  expect(consolidate('so-nay.xlsx').err).not.toContain('định dạng');
  expect(existsSync(at('so-nay.dinh-dang-2.xlsx'))).toBe(false);
});

it('a person’s own column under a word of before is theirs, and is not written over', async () => {
  const read = readWorkbook(new Uint8Array(bytes(join(FILES, 'ledger-2.xlsx'))));
  if (!read.ok) throw new Error(read.refusal.code);
  const sheet = findSheet(read.value, LEDGER_SHEETS.submissions)!;
  const column = Math.max(...sheet.rows.get(0)!.keys()) + 1;
  sheet.put(0, column, 'Lượt ghi');
  sheet.put(1, column, 'của tôi');
  writeFileSync(at('so-rieng.xlsx'), await writeWorkbook(read.value));
  mkdirSync(at('nop'));
  const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill();
  writeFileSync(at(`nop/${form.fileName}`), await writeWorkbook(form.workbook));
  const before = bytes(at('so-rieng.xlsx'));
  const { code, err } = consolidate('so-rieng.xlsx', '--in', 'nop');
  expect([code, err]).toEqual([2, expect.stringContaining(cellName(0, column))]);
  expect(bytes(at('so-rieng.xlsx')).equals(before)).toBe(true);
});
