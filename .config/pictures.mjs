import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { startBrowser } from './browser.mjs';

/**
 * `npm run pictures`: the pictures of the README and of docs/, taken anew of the real page with the
 * sample of `npm start`. A picture is what a person sees at 1366×768, or of the pane alone.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 3987;
const PICTURES = join(root, 'docs', 'pictures');

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const sample = join(folder, 'tong-hop-mau');
await build('cli');
await build('pages');
const server = spawn(process.execPath, [join(root, 'src/cli/start.js'), '--port', String(PORT)], {
  cwd: folder,
});
const browserServer = await startBrowser();
try {
  await new Promise((ready, ended) => {
    server.stdout.on('data', (text) => String(text).includes('Ctrl+C') && ready());
    server.on('exit', (code) => ended(new Error(`the sample was not made (${code})`)));
  });
  const browser = await chromium.connect(browserServer.wsEndpoint());
  await intake(browser);
  await agencyPage(browser);
  await sources(browser);
  await dark(browser);
  await sender(browser);
} finally {
  await browserServer.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Our page with a workbook of the sample open, and the pane in it. */
async function open(browser, workbook, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORT}/?open=mau/${workbook}`);
  await page.waitForFunction(() => 'workbench' in window);
  const pane = page.frameLocator('.pane-place iframe');
  await pane
    .getByRole('tab')
    .first()
    .or(pane.getByRole('button', { name: 'Kiểm tra biểu' }))
    .first()
    .waitFor();
  return { page, pane, close: () => context.close() };
}

async function take(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** A month taken in from a folder: who sent what, who is missing. */
async function takenIn(browser, options) {
  const looked = await open(browser, 'ke-hoach.xlsx', options);
  await looked.pane.getByRole('tab', { name: 'Tiếp nhận' }).click();
  await looked.pane.getByLabel('Kỳ báo cáo').selectOption('2024-03');
  await looked.pane
    .locator('input[webkitdirectory]')
    .setInputFiles(join(sample, 'da-nop', '2024-03'));
  await looked.pane
    .getByText(/^Đã kiểm tra \d+ tệp/)
    .first()
    .waitFor({ timeout: 120_000 });
  return looked;
}

async function intake(browser) {
  const { page, close } = await takenIn(browser);
  await take(page, 'tiep-nhan');
  await close();
}

/** An agency whose file was returned, and the cell at fault in a copy of it. */
async function agencyPage(browser) {
  const { page, pane, close } = await takenIn(browser);
  await pane
    .getByRole('button', { name: /Trả lại/ })
    .first()
    .click();
  await pane
    .getByRole('button', { name: /Sở |UBND / })
    .first()
    .click();
  await pane
    .getByRole('button', { name: /^Đi đến ô / })
    .first()
    .click();
  await page.getByRole('grid', { name: 'Xem bản nộp' }).waitFor();
  await take(page, 'di-den-o');
  await close();
}

/** From a total to the cells it came from. */
async function sources(browser) {
  const { page, pane, close } = await open(browser, 'so-lam-viec.xlsx');
  await pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await page.getByRole('tab', { name: 'Chỉ tiêu 2024-03', exact: true }).click();
  const box = page.getByLabel('Hộp địa chỉ');
  await box.fill('G12');
  await box.press('Enter');
  await pane.getByRole('button', { name: 'Nguồn của ô đang chọn' }).click();
  await pane
    .getByText(/có số liệu/)
    .first()
    .waitFor({ timeout: 60_000 });
  await take(page, 'nguon-so-lieu');
  await close();
}

async function dark(browser) {
  const { page, close } = await takenIn(browser, { colorScheme: 'dark' });
  await page.waitForTimeout(500);
  await page.locator('.pane-place').screenshot({ path: join(PICTURES, 'ngan-toi.png') });
  await close();
}

/** A form with a part larger than its whole, and what its sender is told. */
async function sender(browser) {
  const { page, pane, close } = await open(browser, 'da-nop/2024-03/2024-03_SGTVT_so-gtvt.xlsx');
  await pane.getByRole('button', { name: 'Kiểm tra biểu' }).click();
  await pane.getByText(/^Còn /).first().waitFor({ timeout: 60_000 });
  await take(page, 'kiem-tra-bieu');
  await close();
}
