import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { Workbench } from '../browser/workbench';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';

/**
 * A consolidator who has no mouse: from an empty workbook to a locked quarter. Excel on the web
 * moves the focus by office.js, which is the real one here.
 */

const MONTHS = ['2024-01', '2024-02', '2024-03'];
const AGENCIES = builtinPlan('vinh-chap-2024')!.agencies.filter(({ reports }) => reports);

const folder = scratch();
let browser: Browser;
let work: Workbench;
let handedIn = '';

beforeAll(async () => {
  const book = emptyWorkbook([new Sheet('Sheet1')]);
  writeFileSync(join(folder.path, 'trong.xlsx'), await writeWorkbook(book));
  for (const month of MONTHS) {
    mkdirSync(join(folder.path, month));
    for (const agency of AGENCIES) {
      const form = Form.of(agency.code, month, 'vinh-chap-2024').fill();
      writeFileSync(join(folder.path, month, form.fileName), await writeWorkbook(form.workbook));
    }
  }
  browser = await connectBrowser();
  work = await Workbench.open(browser, folder.path, 'trong.xlsx');
  // From the beginning: what is asked before somebody listens is asked of nobody.
  work.page.on('filechooser', (chooser) => void chooser.setFiles(handedIn));
  await work.sees('Tôi tổng hợp');
});
afterAll(async () => {
  await work?.close();
  await browser?.close();
  folder.remove();
});

/** What has the focus in the pane, by its name as it is read out; null while it is outside. */
async function focused(): Promise<string | null> {
  if (await work.page.evaluate(() => document.activeElement?.tagName !== 'IFRAME')) return null;
  return work.pane.locator(':root').evaluate(() => {
    const one = document.activeElement as HTMLInputElement;
    const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent;
    return (name ?? one.textContent ?? '').trim();
  });
}

/** Into the pane from wherever the focus is, at its first control. */
async function intoPane(): Promise<void> {
  await work.keys('F6');
  if ((await focused()) === null) await work.keys('F6');
}

/** Tab until a control of that name has the focus; past the end of the pane it is not there. */
async function tabTo(name: RegExp): Promise<void> {
  const passed: (string | null)[] = [];
  for (let stops = 0; stops < 80; stops++) {
    const now = await focused();
    if (now !== null && name.test(now)) return;
    passed.push(now);
    await work.keys('Tab');
  }
  throw new Error(`${name} not reached past ${passed.slice(0, 40).join(' > ')}`);
}

async function choose(value: string): Promise<void> {
  const chosen = () =>
    work.pane.locator(':root').evaluate(() => (document.activeElement as HTMLSelectElement).value);
  for (const key of ['ArrowDown', 'ArrowUp'])
    for (let steps = 0; steps < 40 && (await chosen()) !== value; steps++) await work.keys(key);
  expect(await chosen()).toBe(value);
}

async function period(id: string): Promise<void> {
  await intoPane();
  await tabTo(/^Kỳ báo cáo$/);
  await choose(id);
}

async function step(name: string): Promise<void> {
  await intoPane();
  await tabTo(/^(Phát hành cho|Tiếp nhận|Xử lý|Tổng hợp|Khóa) ?[\d–✓]/);
  for (let steps = 0; steps < 5 && !(await focused())?.startsWith(name); steps++)
    await work.keys('ArrowRight');
  await work.keys('Enter');
}

it('begins with a plan', async () => {
  await intoPane();
  await tabTo(/^Tôi tổng hợp$/);
  await work.keys('Enter');
  await work.sees('Kế hoạch có sẵn');
  await tabTo(/^Kế hoạch có sẵn$/);
  await choose('vinh-chap-2024');
  await tabTo(/^Ghi kế hoạch/);
  await work.keys('Enter');
  await work.pane.getByRole('tab').first().waitFor();
});

it.each(MONTHS)('takes in %s', async (month) => {
  await period(month);
  await step('Tiếp nhận');
  await work.sees('Kéo thả các tệp đã nhận vào đây');
  await tabTo(/^Chọn thư mục/);
  handedIn = join(folder.path, month);
  await work.keys('Enter');
  await work.sees(
    new RegExp(`^Đã kiểm tra ${AGENCIES.length} tệp: tiếp nhận ${AGENCIES.length}\\b`),
  );
});

it('consolidates the quarter, and locks it', async () => {
  await period('2024-Q1');
  await step('Tổng hợp');
  await tabTo(/^Tổng hợp$/);
  await work.keys('Enter');
  await work.sees(/^Đã tổng hợp/);
  await step('Khóa');
  await tabTo(/^Người thực hiện/);
  await work.page.keyboard.type('Nguyễn Văn A');
  await tabTo(/^Khóa kỳ$/);
  await work.keys('Enter');
  await work.sees(/^Đã khóa/);
  expect(await work.sheetNames()).toContain('Khóa Chỉ tiêu 2024-Q1');
  expect(await work.troubles()).toEqual([]);
});
