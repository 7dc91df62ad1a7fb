import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ONE_FILE } from '../browser/one-file';
import { scratch, tonghop, validated } from '../cli/tonghop';
import { Form } from '../forms';
import { patience } from '../patience';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { FirefoxPage } from './firefox';

/**
 * TongHop.html in Firefox, from the disk: its policy, its workers and its engine run there too, and
 * what it saves passes the check.
 */

const PLAN = 'vinh-chap-2024';
const folder = scratch();
let page: FirefoxPage;

beforeAll(async () => {
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook(writePlan(builtinPlan(PLAN)!))),
  );
  page = await FirefoxPage.open(folder.path, pathToFileURL(ONE_FILE).href);
});
afterAll(async () => {
  await page?.close();
  folder.remove();
});

/** A tab says its name twice, once to keep its width. */
const tab = (name: string) =>
  `[...document.querySelectorAll('aside [role=tab]')].find((one) => one.textContent.startsWith(${JSON.stringify(name)})).click()`;
const OPEN = 'input[aria-label="Mở biểu hoặc sổ"]';

it('a sender checks a form, stamps it and saves a copy that passes the check', async () => {
  const form = Form.of('MC', '2024-03', PLAN).fill();
  writeFileSync(join(folder.path, form.fileName), await writeWorkbook(form.workbook));
  await page.until(`document.querySelector('${OPEN}')`);
  await page.choosesFiles(OPEN, [join(folder.path, form.fileName)]);
  await page.press('Kiểm tra biểu');
  await page.sees('Không có lỗi – có thể gửi.');
  // React hears of what is typed by the input's own event.
  await page.value(`(() => {
    const name = document.querySelector('aside input[autocomplete=name]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(name, 'Nguyễn Văn An');
    name.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('aside input[type=checkbox]').click();
  })()`);
  await page.press('Đánh dấu đã kiểm tra');
  await page.sees('Đã ghi Mã kiểm tra');
  await page.press('Lưu một bản');
  const saved = join(folder.path, 'saved', form.fileName);
  for (const latest = Date.now() + patience(10_000); !existsSync(saved) && Date.now() < latest;)
    await new Promise((later) => setTimeout(later, 100));
  const { out } = tonghop(
    folder.path,
    'check',
    'plan.xlsx',
    `saved/${form.fileName}`,
    '--json',
    '-',
  );
  const { files } = validated<{ files: { verdict: string; findings: { code: string }[] }[] }>(
    'check',
    out,
  );
  expect(files[0].verdict).toBe('clean');
  expect(files[0].findings.map(({ code }) => code)).toContain('stamp-intact');
});

it('a consolidator takes in files, checked in workers, and consolidates them', async () => {
  const files: string[] = [];
  for (const agency of ['VP', 'MC', 'TPHT']) {
    const form = Form.of(agency, '2024-03', PLAN).fill(30, 40);
    const path = join(folder.path, `nhan-${form.fileName}`);
    writeFileSync(path, await writeWorkbook(form.workbook));
    files.push(path);
  }
  await page.choosesFiles(OPEN, [join(folder.path, 'plan.xlsx')]);
  await page.sees('29/KH-UBND – năm 2024');
  await page.value(tab('Tiếp nhận'));
  await page.value(`(() => {
    const period = [...document.querySelectorAll('aside select')].find((one) => [...one.options].some(({ value }) => value === '2024-03'));
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(period, '2024-03');
    period.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
  await page.choosesFiles('aside input[type=file][multiple]', files);
  await page.sees('Đã kiểm tra 3 tệp: tiếp nhận 3, cần sửa 0.');
  await page.value(tab('Tổng hợp'));
  await page.value(
    `[...document.querySelectorAll('aside section button')].find((one) => one.textContent === 'Tổng hợp').click()`,
  );
  await page.sees('Đã tổng hợp kỳ tháng 3/2024');
});

it('asks no server for anything', () => {
  // Of what it reads from the disk Firefox tells nothing.
  expect(page.requests.filter((url) => /^(https?|wss?|ftp):/.test(url))).toEqual([]);
});
