import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { startBrowser } from './browser.mjs';

/**
 * `npm run pictures`: the pictures of the README, of docs/huong-dan and of docs/, taken anew of the
 * real page with the sample of `npm start`. A picture is what a person sees at 1366×768, or of the
 * pane alone. `npm run pictures -- gui th` takes only those whose names begin so.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 3987;
const PICTURES = join(root, 'docs', 'pictures');
const only = process.argv.slice(2);

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
  for (const [names, picture] of [
    [['tiep-nhan'], intake],
    [['di-den-o', 'th-5-xu-ly'], agencyPage],
    [['nguon-so-lieu', 'th-7-nguon'], sources],
    [['ngan-toi'], dark],
    [['kiem-tra-bieu', 'gui-1-mo', 'gui-2-ket-qua', 'gui-3-sua', 'gui-4-danh-dau'], sender],
    [['th-2-phat-hanh', 'th-6-tong-hop', 'th-8-khoa'], steps],
    [['th-4-don-doc'], chasing],
    [['mot-tep'], oneFile],
    [['th-1-bat-dau', 'doc-phu-luc', 'kiem-tra-ke-hoach'], appendix],
  ])
    if (only.length === 0 || names.some((name) => only.some((one) => name.startsWith(one))))
      await picture(browser);
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
    .or(pane.getByRole('button', { name: 'Tôi tổng hợp' }))
    .first()
    .waitFor();
  return { page, pane, close: () => context.close() };
}

async function take(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Of the pane alone, as high as what it shows. */
async function takePane(page, name) {
  await page.waitForTimeout(500);
  await page.locator('.pane-place').screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** As a person does: goes to the cell, types, and presses Enter. */
async function type(page, cell, text) {
  const box = page.getByLabel('Hộp địa chỉ');
  await box.fill(cell);
  await box.press('Enter');
  await page.getByRole('grid').first().focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
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
  await takePane(page, 'th-5-xu-ly');
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
  await takePane(page, 'th-7-nguon');
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
  await takePane(page, 'gui-1-mo');
  await pane.getByRole('button', { name: 'Kiểm tra biểu' }).click();
  await pane.getByText(/^Còn /).first().waitFor({ timeout: 60_000 });
  await take(page, 'kiem-tra-bieu');
  await takePane(page, 'gui-2-ket-qua');
  await type(page, 'F8', '1O');
  await pane.getByRole('button', { name: 'Kiểm tra biểu' }).click();
  await pane
    .getByRole('button', { name: /^(Sửa|Chọn số liệu đúng)…/ })
    .first()
    .click({ timeout: 60_000 });
  await takePane(page, 'gui-3-sua');
  await close();
  const sound = await open(browser, 'da-nop/2024-03/2024-03_29236_ubnd-phuong-4.xlsx');
  await sound.pane.getByRole('button', { name: 'Kiểm tra biểu' }).click();
  await sound.pane
    .getByText(/có thể gửi|Có thể gửi/)
    .first()
    .waitFor({ timeout: 60_000 });
  await sound.pane.getByLabel(/^Số liệu trong biểu đúng/).scrollIntoViewIfNeeded();
  await takePane(sound.page, 'gui-4-danh-dau');
  await sound.close();
}

/** The one-file edition from the disk, a form with errors in it. */
async function oneFile(browser) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    offline: true,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(root, 'dist', 'TongHop.html')).href);
  await page
    .getByLabel('Mở biểu hoặc sổ')
    .setInputFiles(join(sample, 'da-nop/2024-03/2024-03_SGTVT_so-gtvt.xlsx'));
  await page.getByRole('status').getByText('Đã mở').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Kiểm tra biểu' }).click();
  await page.getByText(/^Còn /).first().waitFor({ timeout: 60_000 });
  await take(page, 'mot-tep');
  await context.close();
}

/** An empty workbook asks who opens it; an appendix is read, written, and checked. */
async function appendix(browser) {
  const plan = JSON.parse(
    readFileSync(join(root, 'src/domain/plan/builtin/vinh-long-2023.json'), 'utf8'),
  );
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phụ lục');
  sheet.addRow([`PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM ${plan.year}`]);
  sheet.addRow(['(Kèm theo Quyết định số 2621/QĐ-UBND của Ủy ban nhân dân tỉnh Vĩnh Long)']);
  sheet.addRow(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Sản phẩm', 'Thời gian hoàn thành']);
  for (const task of plan.tasks.slice(0, 20))
    sheet.addRow([task.stt, task.text, task.lead, task.product, task.deadlineText]);
  [6, 60, 26, 24, 20].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.eachRow((row) => (row.alignment = { wrapText: true, vertical: 'top' }));
  await book.xlsx.writeFile(join(sample, 'phu-luc.xlsx'));
  const { page, pane, close } = await open(browser, 'phu-luc.xlsx');
  await takePane(page, 'th-1-bat-dau');
  await pane.getByRole('button', { name: 'Tôi tổng hợp' }).click();
  await pane.getByRole('radio', { name: 'Đọc phụ lục' }).check();
  await pane.getByRole('button', { name: 'Đọc phụ lục' }).click();
  await pane
    .getByRole('region', { name: 'Nội dung đọc được từ phụ lục' })
    .waitFor({ timeout: 60_000 });
  await take(page, 'doc-phu-luc');
  await pane.getByRole('button', { name: 'Ghi kế hoạch vào sổ làm việc' }).click();
  await pane.getByRole('button', { name: 'Kiểm tra kế hoạch' }).click({ timeout: 60_000 });
  await pane
    .getByText(/^Đã kiểm tra kế hoạch/)
    .first()
    .waitFor({ timeout: 60_000 });
  await take(page, 'kiem-tra-ke-hoach');
  await close();
}

/** The steps of a month that is taken in: issuing, consolidating, locking. */
async function steps(browser) {
  const { page, pane, close } = await open(browser, 'so-lam-viec.xlsx');
  for (const [tab, name] of [
    ['Phát hành', 'th-2-phat-hanh'],
    ['Tổng hợp', 'th-6-tong-hop'],
    ['Khóa', 'th-8-khoa'],
  ]) {
    await pane.getByRole('tab', { name: tab }).click();
    await takePane(page, name);
  }
  await close();
}

/** Who is reminded. */
async function chasing(browser) {
  const { page, pane, close } = await takenIn(browser);
  await pane
    .getByRole('button', { name: /^Đôn đốc/ })
    .first()
    .click();
  await pane.getByRole('heading', { name: /^Đôn đốc/ }).waitFor();
  await takePane(page, 'th-4-don-doc');
  await close();
}
