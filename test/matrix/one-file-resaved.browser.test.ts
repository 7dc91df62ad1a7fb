import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { checkReceived } from '../../src/intake/check-received';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { OneFile } from '../browser/one-file';
import { scratch } from '../cli/tonghop';
import { programs } from '../defects/programs';
import { Form } from '../forms';

/**
 * A form that was filled, repaired and marked in TongHop.html, then saved once more by another
 * program on its way: taken in as what left the page, with the acts that were logged and no other
 * change.
 */

const PLAN = 'vinh-chap-2024';
const folder = scratch();
const form = Form.of('MC', '2024-03', PLAN).fill();
let browser: Browser;
let sent: Uint8Array;

const taken = (bytes: Uint8Array) =>
  checkReceived(form.plan, form.fileName, bytes, { period: null, partial: false });

beforeAll(async () => {
  browser = await connectBrowser();
  form.type('NQ01-1', 'numerator', '4O');
  const source = join(folder.path, form.fileName);
  writeFileSync(source, await writeWorkbook(form.workbook));
  const open = await OneFile.open(browser);
  await open.choosesFile(source);
  await open.types('Biểu chỉ tiêu', form.cell('NQ01-2', 'numerator'), '45');
  await open.press('Kiểm tra biểu');
  await open.pane.getByLabel('Người thực hiện').fill('Nguyễn Văn An');
  await open.pane.getByRole('button', { name: 'Sửa…', exact: true }).first().click();
  await open.pane
    .getByRole('group', { name: 'Sửa…' })
    .getByRole('button', { name: 'Đồng ý' })
    .click();
  await open.sees('Đã sửa 1 ô và ghi vào trang tính Nhật ký sửa.');
  await open.pane.getByLabel(/Số liệu trong biểu đúng với báo cáo/).check();
  await open.press('Đánh dấu đã kiểm tra');
  await open.sees(/^Đã ghi Mã kiểm tra [0-9a-f]{8} – /);
  sent = (await open.save()).bytes;
  await open.close();
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

it('has LibreOffice and Gnumeric to be saved by', () => {
  expect([...programs().keys()]).toEqual(expect.arrayContaining(['LibreOffice', 'Gnumeric']));
});

it.each([...programs()])('saved by %s it is unchanged but for the acts', async (_, saveAll) => {
  const own = readForEditing(sent);
  if (!own.ok) throw new Error(own.refusal.code);
  const [saved] = await saveAll([own.value.workbook]);
  const [before, after] = [await taken(sent), await taken(await writeWorkbook(saved))];
  expect(before.findings.map(({ code }) => code)).toEqual(['stamp-intact']);
  expect(after.findings).toEqual(before.findings);
  expect(after.observations).toEqual(before.observations);
  expect([after.agency, after.period, after.accepted]).toEqual(['MC', '2024-03', 'all']);
  const acts = (sheets: typeof saved.sheets) =>
    [...sheets.find(({ name }) => name === 'Nhật ký sửa')!.rows.values()].map((cells) =>
      [...cells.values()].map(({ value }) => value).filter((value) => value !== null),
    );
  expect(acts(saved.sheets)).toEqual(acts(own.value.workbook.sheets));
});
