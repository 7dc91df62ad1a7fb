import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { violations } from '../browser/violations';
import { Workbench } from '../browser/workbench';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';

/**
 * Every screen of the pane in both roles: axe has nothing to say in light, dark and the contrast
 * themes a browser can play, and nothing is cut at any width the pane may have, at 200% too. With
 * LOOK=folder each is kept as a picture, in light and dark.
 */

const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const { LOOK } = process.env;
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'contrast on white', colorScheme: 'light', forcedColors: 'active' },
  { name: 'contrast on black', colorScheme: 'dark', forcedColors: 'active' },
] as const;
/** The narrowest pane, Excel's own, a wide one; and one of 450 px at 200% zoom. */
const WIDTHS = [320, 350, 450, 225];

const folder = scratch();
let browser: Browser;
let shown = 0;

async function put(name: string, book: Workbook): Promise<void> {
  writeFileSync(join(folder.path, name), await writeWorkbook(book));
}

beforeAll(async () => {
  browser = await connectBrowser();
  await put('trong.xlsx', emptyWorkbook([new Sheet('Sheet1')]));
  await put('so.xlsx', emptyWorkbook(writePlan(plan)));
  const damaged = emptyWorkbook(writePlan(plan));
  findSheet(damaged, 'Đơn vị')!.put(1, 4, 'Phường');
  findSheet(damaged, 'Mức giao')!.put(2, 5, 'tám mươi');
  await put('hong.xlsx', damaged);
  const form = Form.of('MC', '2024-03', PLAN).fill();
  form.type('NQ01-2', 'numerator', 99).type('NQ01-3', 'numerator', 'khoảng 80');
  form.type('NQ01-1', 'numerator', '4O').type('NQ01-4', 'ratio', 12);
  await put('bieu.xlsx', form.workbook);
  await put('bieu-dung.xlsx', Form.of('VP', '2024-03', PLAN).fill().workbook);
  const bytes = await writeWorkbook(form.workbook);
  mkdirSync(join(folder.path, 'nhan'));
  mkdirSync(join(folder.path, 'nop-lai'));
  const received = (name: string, own: Form) => put(join(name, own.fileName), own.workbook);
  writeFileSync(join(folder.path, 'nhan', form.fileName), bytes);
  writeFileSync(join(folder.path, 'nhan', 'không rõ là gì.xlsx'), 'PK');
  await received('nhan', Form.of('VP', '2024-03', PLAN).fill(30, 40));
  await received('nop-lai', Form.of('VP', '2024-03', PLAN).fill(31, 41));
});

afterAll(async () => {
  await browser?.close();
  folder.remove();
});

/** What is cut off at the right, or wider than the pane. */
function cut(body: Element): string[] {
  const { clientWidth } = document.documentElement;
  const wide = body.scrollWidth > clientWidth ? [`body ${body.scrollWidth} > ${clientWidth}`] : [];
  const scrolls = (one: Element | null): boolean =>
    one !== null &&
    one !== body &&
    (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const over = [...body.querySelectorAll('button, input, select, textarea, p, td, th, li, h1, h2')]
    .filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 1 && right > clientWidth + 1 && !scrolls(one);
    })
    .map((one) => `${one.tagName} “${(one.textContent ?? '').slice(0, 40)}”`);
  return [...wide, ...over.slice(0, 3)];
}

/** A screen as it stands, in every look and at every width. */
async function sound(looked: Workbench, name: string): Promise<void> {
  const { page, pane } = looked;
  shown++;
  const found: string[] = [];
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors });
    if (LOOK) {
      mkdirSync(LOOK, { recursive: true });
      const path = join(LOOK, `${String(shown).padStart(2, '0')}-${name}-${look.name}.png`);
      await widen(looked, 350);
      const high = await pane.locator('body').evaluate((body) => body.scrollHeight);
      await page.setViewportSize({ width: 1366, height: Math.min(4000, Math.max(768, high + 90)) });
      await page.locator('.pane-place').screenshot({ path });
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    for (const one of await violations(looked)) found.push(`${look.name}: ${one}`);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  for (const width of WIDTHS) {
    await widen(looked, width);
    for (const one of await pane.locator('body').evaluate(cut)) found.push(`${width} px: ${one}`);
  }
  await widen(looked, 350);
  faults.push(...found.map((one) => `${name}, ${one}`));
}
let faults: string[] = [];

function widen({ page }: Workbench, width: number): Promise<void> {
  return page
    .locator('.pane-place')
    .evaluate((place, px) => {
      place.parentElement!.style.gridTemplateColumns = `1fr ${px}px`;
    }, width)
    .then(() => undefined);
}

/** One walk; every screen on it is looked at, and all that is wrong is told at its end. */
async function walk(book: string, way: (looked: Workbench) => Promise<void>): Promise<void> {
  const looked = await Workbench.open(browser, folder.path, book);
  faults = [];
  try {
    await way(looked);
    faults.push(...(await looked.troubles()));
  } finally {
    await looked.close();
  }
  expect(faults).toEqual([]);
}

it('an empty workbook', () =>
  walk('trong.xlsx', async (looked) => {
    await looked.sees('Tôi tổng hợp');
    await sound(looked, 'bat-dau');
    await looked.press('Tôi gửi báo cáo');
    await sound(looked, 'bat-dau-gui');
    await looked.press('Tôi tổng hợp');
    for (const way of ['Đọc phụ lục', 'Sổ làm việc năm trước', 'Chọn từ danh sách']) {
      await looked.pane.getByRole('radio', { name: way }).check();
      await sound(looked, `ke-hoach-${way}`);
    }
    await looked.pane.getByRole('button', { name: 'Trợ giúp' }).click();
    await sound(looked, 'tro-giup');
    await looked.press('Quay lại');
    await looked.press('Tự kiểm tra');
    await looked.sees('Bắt đầu thử');
    await sound(looked, 'tu-kiem-tra');
  }));

it('a plan with faults', () =>
  walk('hong.xlsx', async (looked) => {
    await looked.sees(/Kế hoạch có 2 lỗi phải sửa/);
    await sound(looked, 'ke-hoach-hong');
  }));

it('a sender', () =>
  walk('bieu.xlsx', async (looked) => {
    await looked.sees(/^\d+\/\d+ ô đã nhập$/);
    await sound(looked, 'bieu');
    await looked.press('Kiểm tra biểu');
    await looked.sees(/^Còn 3 lỗi phải sửa/);
    await looked.sees('Các ô có lỗi được tô màu');
    await sound(looked, 'ket-qua');
    await looked.pane.getByRole('button', { name: 'Sửa…', exact: true }).first().click();
    await looked.sees('Người thực hiện');
    await sound(looked, 'sua');
  }));

it('a sender whose form is right', () =>
  walk('bieu-dung.xlsx', async (looked) => {
    await looked.press('Kiểm tra biểu');
    await looked.sees(/có thể gửi/);
    await sound(looked, 'khong-loi');
    await looked.press('Đánh dấu đã kiểm tra');
    await sound(looked, 'thieu-ten');
    await looked.pane.getByLabel('Người thực hiện').first().fill('An');
    await looked.pane.getByLabel(/Số liệu trong biểu đúng với báo cáo/).check();
    await looked.press('Đánh dấu đã kiểm tra');
    await looked.sees(/^Đã ghi Mã kiểm tra/);
    await sound(looked, 'da-danh-dau');
  }));

it('a consolidator takes in and settles', () =>
  walk('so.xlsx', async (looked) => {
    const { pane } = looked;
    await looked.choose('Kỳ báo cáo', '2024-03');
    await sound(looked, 'phat-hanh');
    await looked.press('Kiểm tra kế hoạch');
    await looked.sees(/^Đã kiểm tra kế hoạch/);
    await sound(looked, 'kiem-tra-ke-hoach');
    await looked.step('Tiếp nhận');
    await sound(looked, 'tiep-nhan-trong');
    await looked.dropFolder(join(folder.path, 'nhan'));
    await looked.sees(/^Đã kiểm tra 3 tệp/);
    await sound(looked, 'tiep-nhan');
    await looked.press(/Bộ phận một cửa.*Trả lại/);
    await looked.sees('Nội dung thông báo cho đơn vị');
    await sound(looked, 'bi-tra-lai');
    await looked.press('Nhập hộ, điều chỉnh…');
    await sound(looked, 'nhap-ho');
    await looked.step('Xử lý');
    await sound(looked, 'xu-ly');
    await looked.step('Tiếp nhận');
    await looked.dropFolder(join(folder.path, 'nop-lai'));
    await looked.sees('Nộp lại, chờ chấp nhận');
    await looked.press(/Nộp lại, chờ chấp nhận/);
    await looked.sees('Nếu chấp nhận');
    await sound(looked, 'nop-lai');
    await looked.press('Chấp nhận');
    await sound(looked, 'thieu-ly-do');
    await looked.step('Tiếp nhận');
    await looked.press(/Danh sách đơn vị/);
    await looked.press(/Văn phòng/);
    await looked.press('Nhập hộ cả biểu…');
    await sound(looked, 'nhap-ho-ca-bieu');
    await looked.step('Tiếp nhận');
    await pane
      .getByRole('button', { name: /^Đôn đốc/ })
      .first()
      .click();
    await pane.getByRole('heading', { name: /^Đôn đốc/ }).waitFor();
    await sound(looked, 'don-doc');
  }));

it('a consolidator makes the tables and locks', () =>
  walk('so.xlsx', async (looked) => {
    const { pane } = looked;
    await looked.choose('Kỳ báo cáo', '2024-03');
    await looked.step('Tiếp nhận');
    await looked.dropFolder(join(folder.path, 'nhan'));
    await looked.sees(/^Đã kiểm tra 3 tệp/);
    await looked.step('Tổng hợp');
    await sound(looked, 'tong-hop');
    await looked.press('Xem trước');
    await looked.sees(/^Sẽ ghi mới/);
    await sound(looked, 'xem-truoc');
    await looked.press('Tổng hợp');
    await looked.sees('Đã tổng hợp kỳ tháng 3/2024');
    await sound(looked, 'da-tong-hop');
    const rows = await looked.rows('Chỉ tiêu 2024-03');
    const row = rows.findIndex((cells) => cells[1] === 'K01');
    await looked.goTo('Chỉ tiêu 2024-03', `F${row + 1}`);
    await looked.press('Nguồn của ô đang chọn');
    await looked.sees(/có số liệu/);
    await sound(looked, 'nguon');
    await looked.pane.locator('table.results button.link').first().click();
    await looked.sees(/^nguồn \d+\/\d+$/);
    await sound(looked, 'nguon-tai-o');
    await looked.step('Khóa');
    await looked.step('Tổng hợp');
    await looked.press('Liên kết biểu sẵn có');
    await sound(looked, 'bieu-san-co');
    await looked.press('Liên kết ô đang chọn');
    await sound(looked, 'lien-ket-o');
    await looked.press('Gửi đi, lưu trữ, nhập số liệu');
    await looked.sees('Chọn tệp cần nhập…');
    await sound(looked, 'xuat-so');
    await looked.step('Khóa');
    await sound(looked, 'khoa');
    await looked.press('Khóa kỳ');
    await pane.getByLabel('Người thực hiện (tự khai)').first().fill('An');
    await looked.press('Khóa kỳ');
    await looked.sees(/^Khóa kỳ tháng 3\/2024 khi/);
    await sound(looked, 'hoi-truoc-khi-khoa');
    await looked.press('Đồng ý khóa kỳ tháng 3/2024');
    await looked.sees(/^Đã khóa kỳ tháng 3\/2024/);
    await looked.press('Lịch sử');
    await sound(looked, 'da-khoa');
    await looked.press('English');
    await looked.sees('Consolidate');
    await sound(looked, 'da-khoa-en');
  }));
