import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

function consolidate(ledger: string, ...more: string[]) {
  return tonghop(
    folder.path,
    ...['consolidate', 'ke-hoach.xlsx', '--period', '2024-03', '--ledger', ledger],
    ...['--out', 'bao-cao.xlsx', ...more],
  );
}

it('a ledger of an older format stays beside what is written, as it was, and this is said once', () => {
  expect(tonghop(folder.path, 'plan', 'vinh-chap-2024', '--out', 'ke-hoach.xlsx').code).toBe(0);
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
