import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';
import { provinceTable } from '../province-table';
import { connectBrowser } from './browser';
import { violations } from './violations';
import { Workbench } from './workbench';

/**
 * The consolidator's quarter in a real browser: a form sent again, a figure entered, the tables,
 * their sources, the lock.
 */

const folder = scratch();
let browser: Browser;
let looked: Workbench;
const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const AGENCIES = ['VP', 'MC'];
const OWN = 'Biểu số 1';
/** Under "Trong tháng", of the first indicator. */
const [OWN_ROW, OWN_COLUMN] = [9, 4];

beforeAll(async () => {
  browser = await connectBrowser();
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook([...writePlan(plan), ownTable()])),
  );
  for (const [index, agency] of AGENCIES.entries())
    await save('lần 1', Form.of(agency, '2024-03', PLAN).fill(30 + index, 40));
  await save(
    'lần 2',
    Form.of('MC', '2024-03', PLAN).fill(31, 40).type(codeOf('MC'), 'numerator', 35),
  );
  looked = await Workbench.open(browser, folder.path, 'plan.xlsx', {
    colorScheme: process.env.DARK ? 'dark' : 'light',
  });
});

afterAll(async () => {
  await looked?.close();
  await browser?.close();
  folder.remove();
});

/** The office's own table, with a figure somebody typed. */
function ownTable(): Sheet {
  const form = Form.of('MC', '2024-03', PLAN);
  const rows = plan.indicators.filter(({ code, denominator }) => denominator && form.has(code));
  const table = provinceTable(
    rows.slice(0, 2).map(({ code, name }) => [code, name] as const),
    OWN,
  );
  table.put(OWN_ROW, OWN_COLUMN, 12);
  return table;
}

async function save(name: string, form: Form): Promise<void> {
  const received = join(folder.path, name);
  mkdirSync(received, { recursive: true });
  writeFileSync(join(received, form.fileName), await writeWorkbook(form.workbook));
}

/** The first ratio of the agency's form. */
function codeOf(agency: string): string {
  const form = Form.of(agency, '2024-03', PLAN);
  return form.plan.indicators.find(({ code, denominator }) => denominator && form.has(code))!.code;
}

const look = async (name: string) => {
  if (process.env.LOOK) await looked.page.screenshot({ path: `${process.env.LOOK}-${name}.png` });
};

/** No violation, and nothing wider than the pane. In `npm run test:all` the same in dark. */
async function sound(name: string): Promise<void> {
  await look(name);
  expect(await violations(looked)).toEqual([]);
  const width = await looked.pane
    .locator('body')
    .evaluate((body) => [body.scrollWidth, body.clientWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1]);
}

it('a form sent again waits; what it changes is seen before it is accepted', async () => {
  await looked.step('Tiếp nhận');
  await looked.choose('Kỳ báo cáo', '2024-03');
  await looked.dropFolder(join(folder.path, 'lần 1'));
  await looked.sees('Đã kiểm tra 2 tệp: tiếp nhận 2, cần sửa 0.');
  await looked.dropFolder(join(folder.path, 'lần 2'));
  await looked.sees('Nộp lại, chờ chấp nhận');
  await looked.press(/Nộp lại, chờ chấp nhận/);
  await looked.sees('1 ô thay đổi so với số liệu hiện hành');
  await looked.sees('Nếu chấp nhận, 1 chỉ tiêu toàn tỉnh thay đổi:');
  await sound('nop-lai');
  await looked.pane.getByLabel('Người thực hiện (tự khai)').first().fill('Nguyễn Thị Lan');
  await looked.pane.getByLabel('Lý do').first().fill('Đơn vị đếm sót 4 hồ sơ');
  await looked.press('Chấp nhận');
  await looked.sees('Đã chấp nhận bản nộp lần 2');
  expect((await looked.rows('Quyết định'))[1].slice(0, 3)).toEqual([
    'MC/2024-03/2',
    'Chấp nhận',
    'Đơn vị đếm sót 4 hồ sơ',
  ]);
});

it('what an agency told without a file is entered with its reason, and the ledger’s tools stand at hand', async () => {
  await looked.press('Nhập hộ, điều chỉnh…');
  const form = looked.pane.getByRole('group', { name: 'Nhập hộ, điều chỉnh…' });
  await form.getByLabel('Loại số liệu').selectOption('task');
  await form.getByLabel('Nhiệm vụ').selectOption({ index: 1 });
  await form.getByLabel('Ngày hoàn thành').fill('2024-03-08');
  await form.getByLabel('Văn bản', { exact: true }).fill('Số 9/BC');
  await form.getByLabel('Lý do').fill('Báo qua điện thoại');
  await sound('nhap-ho');
  await form.getByRole('button', { name: 'Ghi vào sổ số liệu' }).click();
  await looked.sees('Đã ghi điều chỉnh của');
  expect((await looked.rows('Bản nộp')).flat()).toContain('Báo qua điện thoại');
  await looked.step('Tổng hợp');
  await looked.press('Gửi đi, lưu trữ, nhập số liệu');
  await looked.sees('3 tệp vừa tiếp nhận');
  await sound('xuat-so');
});

it('a whole form told by telephone is checked at its rows and entered at once', async () => {
  await looked.step('Tiếp nhận');
  await looked.press(/Văn phòng/);
  await looked.press('Nhập hộ cả biểu…');
  const page = looked.pane.getByRole('region', { name: 'Nhập hộ cả biểu' });
  await page.getByLabel('Tử số').first().fill('99');
  await page.getByLabel('Lý do').fill('Báo qua điện thoại');
  await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click();
  await looked.sees('Chưa ghi: còn 1 lỗi phải sửa');
  await sound('nhap-ho-ca-bieu');
  await page.getByLabel('Tử số').first().fill('31');
  await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click();
  await looked.sees('Đã ghi 1 dòng nhập hộ;');
  await looked.press('Hoàn tác');
  await looked.sees('Đã hoàn tác');
});

it('what a run would change is seen, the tables are made, and a selected total leads to its cells', async () => {
  await looked.step('Tổng hợp');
  await looked.choose('Kỳ báo cáo', '2024-03');
  await looked.press('Xem trước');
  await looked.sees('Sẽ ghi mới: Chỉ tiêu 2024-03');
  await looked.press('Tổng hợp');
  await looked.sees('Đã tổng hợp kỳ tháng 3/2024');
  const rows = await looked.rows('Chỉ tiêu 2024-03');
  const row = rows.findIndex((cells) => cells[1] === codeOf('MC'));
  await looked.goTo('Chỉ tiêu 2024-03', `F${row + 1}`);
  await looked.press('Nguồn của ô đang chọn');
  await looked.sees(/có số liệu/);
  await looked.sees('2024-03_MC');
  await sound('nguon');
  // To the file itself, at the cell the figure was read from.
  await looked.pane.getByRole('button', { name: 'Bộ phận một cửa' }).first().click();
  await looked.sees('35');
  expect(await looked.pane.locator('.sheet-view [aria-current]').textContent()).toBe('35');
  await sound('nguon-tai-o');
  await looked.pane.getByText(/^nguồn \d+\/\d+$/).waitFor();
  await looked.press('‹ Nguồn của ô đang chọn');
  // The next cell is followed by itself.
  await looked.goTo('Chỉ tiêu 2024-03', `C${row + 1}`);
  await looked.sees('Ô này của bảng là chữ hoặc số đếm');
});

it('a table of the office’s own is bound and filled, and taken back from the history', async () => {
  const cell = () => looked.value(OWN, OWN_ROW, OWN_COLUMN);
  await looked.goTo(OWN, 'E10');
  await looked.press('Liên kết biểu sẵn có');
  await looked.press(/^Đồng ý liên kết \d+ ô$/);
  await looked.sees('Đã liên kết');
  await looked.press('Điền biểu đã liên kết');
  await looked.sees('1 ô đang có nội dung khác sẽ bị thay');
  await looked.press('Đồng ý điền');
  await looked.sees(/^Đã điền \d+ ô/);
  expect(await cell()).toBe(35);
  await looked.step('Khóa');
  await looked.press('Lịch sử');
  await looked.press(/^Hoàn tác: Điền biểu đã liên kết/);
  await looked.sees('Đã hoàn tác');
  expect(await cell()).toBe(12);
  // Nothing is left of it to be taken back.
  expect(await looked.buttons(/^Hoàn tác: Điền biểu đã liên kết/)).toBe(0);
  await looked.press('Lịch sử');
});

it('locking keeps the tables as they are, and the history says who did what', async () => {
  await looked.step('Khóa');
  await looked.press('Khóa kỳ');
  await looked.sees('Khóa kỳ tháng 3/2024 khi 1 đơn vị chưa nộp');
  await sound('truoc-khi-khoa');
  await looked.press('Đồng ý khóa kỳ tháng 3/2024');
  await looked.sees('Đã khóa kỳ tháng 3/2024');
  expect(await looked.sheetNames()).toContain('Khóa Chỉ tiêu 2024-03');
  await looked.press('Đối chiếu các bản đã khóa');
  await looked.sees('còn nguyên như lúc khóa');
  await looked.press('Lịch sử');
  await looked.sees('Chấp nhận bản nộp lần 2 của Bộ phận một cửa');
  await sound('khoa');
  expect(await looked.troubles()).toEqual([]);
});
