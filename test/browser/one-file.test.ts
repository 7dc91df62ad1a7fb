import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { ModelWorkbook } from '../../src/one-file/model-workbook';
import { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { readDesk } from '../../src/app/desk';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { periodOf } from '../../src/domain/period/period';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { readWord } from '../../src/xlsx/word/read';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { consolidationJson } from '../../src/cli/output';
import { scratch, tonghop, validated } from '../cli/tonghop';
import { Form } from '../forms';
import { IS_LONG } from '../long';
import { connectBrowser } from './browser';
import { ONE_FILE, OneFile } from './one-file';
import { violations } from './violations';

/**
 * TongHop.html from the disk, with the network cut: both roles, and that it asks for nothing and
 * keeps nothing.
 */

const PLAN = 'vinh-chap-2024';
const folder = scratch();
let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook(writePlan(builtinPlan(PLAN)!))),
  );
});

afterAll(async () => {
  await browser?.close();
  folder.remove();
});

function read(bytes: Uint8Array): Workbook {
  const opened = readForEditing(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value.workbook;
}

describe('the file', () => {
  it('is small enough for mail, its zip is what the checksum says, and holds nothing of Excel’s client', () => {
    const html = readFileSync(ONE_FILE, 'utf8');
    const zip = readFileSync(ONE_FILE.replace('.html', '.zip'));
    expect(statSync(ONE_FILE).size).toBeLessThanOrEqual(4_000_000);
    expect(zip.length).toBeLessThanOrEqual(1_500_000);
    const sum = readFileSync(ONE_FILE.replace('.html', '.zip.sha256'), 'utf8');
    expect(sum).toBe(`${createHash('sha256').update(zip).digest('hex')}  TongHop.zip\n`);
    expect(Buffer.from(unzipSync(zip)['TongHop.html']).equals(readFileSync(ONE_FILE))).toBe(true);
    expect(html).not.toMatch(/OfficeExtension|Office\.onReady|appsforoffice/);
  });

  it('allows in its head no address, no script and no style but its own', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(
      readFileSync(ONE_FILE, 'utf8'),
    )![1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src ('sha256-[^']+' ){2}'wasm-unsafe-eval'; style-src /,
    );
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|'self'|connect-src/);
  });
});

describe('a sender', () => {
  const form = Form.of('MC', '2024-03', PLAN).fill();
  const issued = Form.of('MC', '2024-03', PLAN);
  let open: OneFile;

  beforeAll(async () => {
    form.type('NQ01-2', 'numerator', 99).type('NQ01-1', 'numerator', '4O');
    writeFileSync(join(folder.path, form.fileName), await writeWorkbook(form.workbook));
    open = await OneFile.open(browser);
  });
  afterAll(() => open?.close());

  it('is told at once what to do and that nothing leaves the machine', async () => {
    expect(await violations(open, 'page')).toEqual([]);
    await open.page.getByText('Trang này không dùng mạng và không giữ lại gì').waitFor();
  });

  it('opens the form, has the verdict and the cards, and sees the faulty cells in the sheet', async () => {
    await open.choosesFile(join(folder.path, form.fileName));
    await open.press('Kiểm tra biểu');
    await open.sees('Còn 1 lỗi phải sửa');
    const marked = open.page.locator(
      `[aria-label="${form.cell('NQ01-2', 'numerator')}"][data-mark=error]`,
    );
    await marked.waitFor();
    const colour = (cell: Element) => getComputedStyle(cell, '::before').backgroundColor;
    expect(await marked.evaluate(colour)).toBe('rgb(255, 199, 206)');
    await open.press('Lỗi tiếp theo');
    await open.standsOn('Biểu chỉ tiêu', form.cell('NQ01-2', 'numerator'));
    // A grid of cells takes axe long.
    if (IS_LONG) expect(await violations(open, 'page')).toEqual([]);
  });

  it('types another figure, and the ratio beside it follows', async () => {
    await open.types('Biểu chỉ tiêu', form.cell('NQ01-2', 'numerator'), '45');
    await open.sees('Biểu đã thay đổi từ lần kiểm tra.');
    const ratio = form.cell('NQ01-2', 'ratio');
    await open.goTo('Biểu chỉ tiêu', ratio);
    await open.page.locator(`[aria-label="${ratio}"]`).getByText('75').waitFor();
    await open.press('Kiểm tra biểu');
    await open.sees('Có thể gửi; còn 1 cảnh báo');
  });

  it('sees what a repair would write, agrees, and the form logs it', async () => {
    await open.pane.getByLabel('Người thực hiện').fill('Nguyễn Văn An');
    await open.pane.getByRole('button', { name: 'Sửa…', exact: true }).first().click();
    await open.pane
      .getByRole('group', { name: 'Sửa…' })
      .getByRole('button', { name: 'Đồng ý' })
      .click();
    await open.sees('Đã sửa 1 ô và ghi vào trang tính Nhật ký sửa.');
    await open.sees('Không có lỗi – có thể gửi.');
  });

  it('stamps it and saves a copy of the same name, which keeps what our forms hold and passes the check', async () => {
    await open.pane.getByLabel(/Số liệu trong biểu đúng với báo cáo/).check();
    await open.press('Đánh dấu đã kiểm tra');
    await open.sees(/^Đã ghi Mã kiểm tra [0-9a-f]{8} – /);
    const { name, bytes } = await open.save();
    expect(name).toBe(form.fileName);
    const dir = join(folder.path, 'sent');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, name), bytes);
    const ran = tonghop(folder.path, 'check', 'plan.xlsx', `sent/${name}`, '--json', '-');
    const { files } = validated<{
      files: { verdict: string; agency: string; findings: { code: string }[] }[];
    }>('check', ran.out);
    expect(files[0]).toMatchObject({ verdict: 'clean', agency: 'MC' });
    expect(
      files[0].findings.map(({ code }) => code).filter((code) => code.startsWith('stamp')),
    ).toEqual(['stamp-intact']);
    expectSameForm(read(await writeWorkbook(issued.workbook)), read(bytes));
  });

  it('tries this browser by Tự kiểm tra, and has a text to send to whoever helps', async () => {
    await open.press('Tự kiểm tra');
    await open.press('Bắt đầu thử');
    await open.sees(/^Đã thử \d+ điều, không có gì khác dự kiến\.$/);
    const said = await open.pane.getByLabel('Kết quả để gửi lại').inputValue();
    expect(said).toMatch(/^Tổng Hợp [\d.]+, Tự kiểm tra, /);
    for (const line of [
      /^\[program\] Trình duyệt và hệ điều hành: .*Chrome\//m,
      /^\[calculation\] .*: 0\.25$/m,
      /^\[read-back\] .*: ok$/m,
      /^\[workers\] .*: form-blank$/m,
    ])
      expect(said).toMatch(line);
    expect(said).not.toContain(form.fileName);
  });

  it('has asked for nothing but the file itself, and left nothing behind in the browser', async () => {
    expect(open.requests.filter((url) => !url.startsWith('blob:'))).toEqual([open.requests[0]]);
    expect(open.requests[0]).toMatch(/^file:.*TongHop\.html$/);
    expect(await open.troubles()).toEqual([]);
    const kept = await open.page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0]);
  });
});

it('on a narrow screen the pane stands under the sheet, and nothing reaches beyond the screen', async () => {
  const form = Form.of('TPHT', '2024-03', PLAN).fill();
  writeFileSync(join(folder.path, form.fileName), await writeWorkbook(form.workbook));
  const open = await OneFile.open(browser, { viewport: { width: 350, height: 700 } });
  try {
    const width = () => open.page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(350);
    await open.choosesFile(join(folder.path, form.fileName));
    await open.press('Kiểm tra biểu');
    await open.sees('Không có lỗi – có thể gửi.');
    expect(await width()).toBeLessThanOrEqual(350);
    const sheet = (await open.page.locator('main').boundingBox())!;
    const pane = (await open.pane.boundingBox())!;
    expect(sheet.height).toBeGreaterThan(250);
    expect(pane.y).toBeGreaterThanOrEqual(sheet.y + sheet.height);
    expect(sheet.width).toBe(pane.width);
    // Beside them at most the bar by which the page is moved.
    expect(pane.width).toBeGreaterThan(330);
  } finally {
    await open.close();
  }
});

/** Everything of a form but what stands in its input cells and in the stamp. */
function expectSameForm(issued: Workbook, sent: Workbook): void {
  const kept = sent.sheets.filter(({ name }) => name !== 'Nhật ký sửa');
  expect(kept.map(({ name, visibility }) => [name, visibility])).toEqual(
    issued.sheets.map(({ name, visibility }) => [name, visibility]),
  );
  expect([...sent.names]).toEqual([...issued.names]);
  expect([...sent.properties]).toEqual([...issued.properties]);
  for (const sheet of issued.sheets) {
    const own = findSheet(sent, sheet.name)!;
    const { rows: _rows, page, ...frame } = sheet;
    const { rows: __rows, page: ownPage, ...ownFrame } = own;
    expect(ownFrame).toEqual(frame);
    expect({ ...ownPage, footer: '' }).toEqual({ ...page, footer: '' });
    for (const [row, cells] of sheet.rows)
      for (const [column, { formula, style }] of cells) {
        expect(own.cell(row, column)?.formula).toBe(formula);
        expect(own.cell(row, column)?.style).toEqual(style);
      }
  }
}

describe('a consolidator', () => {
  const agencies = ['VP', 'MC', 'TPHT'];
  let open: OneFile;

  beforeAll(async () => {
    mkdirSync(join(folder.path, 'nhan'));
    for (const [index, agency] of agencies.entries()) {
      const form = Form.of(agency, '2024-03', PLAN).fill(30 + index, 40);
      writeFileSync(join(folder.path, 'nhan', form.fileName), await writeWorkbook(form.workbook));
    }
    open = await OneFile.open(browser);
  });
  afterAll(() => open?.close());

  it('begins a workbook from a built-in plan and issues the forms of a month', async () => {
    await open.page.getByRole('button', { name: 'Bắt đầu sổ tổng hợp mới' }).click();
    await open.choose('Kế hoạch có sẵn', PLAN);
    await open.press('Ghi kế hoạch vào sổ làm việc');
    await open.sees('29/KH-UBND – năm 2024');
    await open.choose('Kỳ báo cáo', '2024-03');
    const forms = unzipSync(await open.download('Phát hành biểu mẫu'));
    expect(Object.keys(forms)).toHaveLength(agencies.length + 1);
  });

  it('takes in a folder, sees the board, consolidates, and follows a total to its cells', async () => {
    await open.step('Tiếp nhận');
    await open.choose('Kỳ báo cáo', '2024-03');
    await open.receivedOn('2024-03-18');
    await open.dropFolder(join(folder.path, 'nhan'));
    await open.sees('Đã kiểm tra 3 tệp: tiếp nhận 3, cần sửa 0.');
    await open.step('Tổng hợp');
    await open.choose('Kỳ báo cáo', '2024-03');
    await open.press('Tổng hợp');
    await open.sees('Đã tổng hợp kỳ tháng 3/2024');
    const rows = await open.rows('Chỉ tiêu 2024-03');
    const row = rows.findIndex((cells) => cells[1] === 'NQ01-1');
    await open.goTo('Chỉ tiêu 2024-03', `F${row + 1}`);
    await open.press('Nguồn của ô đang chọn');
    await open.sees(/có số liệu/);
  });

  it('has in the workbook it saved the figures of the command line, to the byte of the JSON', async () => {
    const { bytes, name } = await open.save();
    expect(name).toBe('so-tong-hop.xlsx');
    const model = new WorkbookModel({ calculate: () => [] });
    model.open(read(bytes), name);
    model.recalculate();
    const { plan, ledger } = await readDesk(new ModelWorkbook(model, async () => undefined));
    const { result } = consolidatePeriod(plan, ledger, periodOf('2024-03'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const common = [
      '--period',
      '2024-03',
      '--in',
      'nhan',
      '--out',
      'r.xlsx',
      '--received',
      '2024-03-18',
    ];
    const { out } = tonghop(folder.path, 'consolidate', 'plan.xlsx', ...common, '--json', '-');
    const theirs = validated<Record<string, unknown>>('consolidate', out);
    const ours = JSON.parse(
      JSON.stringify(consolidationJson(result, [], [], { remarks: [], submissions: [] }, 'vi')),
    ) as Record<string, unknown>;
    for (const part of [
      'expected',
      'received',
      'accepted',
      'missing',
      'indicators',
      'tasks',
      'forms',
    ])
      expect(JSON.stringify(ours[part])).toBe(JSON.stringify(theirs[part]));
  });

  it('locks the month, archives it, and finds all of it again in the workbook it saved', async () => {
    await open.step('Khóa');
    await open.pane.getByLabel('Người thực hiện (tự khai)').first().fill('Nguyễn Thị Lan');
    await open.press('Khóa kỳ');
    await open.sees('Đã khóa kỳ tháng 3/2024');
    await open.step('Tổng hợp');
    await open.press('Gửi đi, lưu trữ, nhập số liệu');
    await open.sees('3 tệp vừa tiếp nhận');
    const archive = unzipSync(await open.download('Lưu trữ kỳ tháng 3/2024'));
    expect(
      Object.keys(archive).filter((path) => path.endsWith('.xlsx')).length,
    ).toBeGreaterThanOrEqual(3);
    // What is sent on: the report in Word, and the open lake.
    const report = readWord(await open.download('Tạo báo cáo Word'));
    expect(report.ok).toBe(true);
    const lake = unzipSync(await open.download('Tạo kho số liệu mở'));
    const { plans } = JSON.parse(strFromU8(lake['_tonghop/lake.json']));
    expect(plans[PLAN].submissions).toBe(3);
    await open.reopen();
    await open.step('Khóa');
    await open.press('Đối chiếu các bản đã khóa');
    await open.sees('còn nguyên như lúc khóa');
    // Saved once more it asks for nothing: all of it is ours and stays, the links of its index too.
    const again = findSheet(await open.saved(), 'Mục lục')!;
    expect(again.links.map(({ sheet }) => sheet)).toContain('Chỉ tiêu 2024-03');
    expect(await open.troubles()).toEqual([]);
  });

  it('reads the archive again, and opens here the workbook in it', async () => {
    await open.step('Tổng hợp');
    await open.choose('Kỳ báo cáo', '2024-03');
    await open.press('Gửi đi, lưu trữ, nhập số liệu');
    const archive = join(folder.path, 'luu-tru.zip');
    await open.drop(filesIn(join(folder.path, 'nhan')));
    writeFileSync(archive, await open.download('Lưu trữ kỳ tháng 3/2024'));
    await open.pane.locator('input[type=file][accept=".zip"]').setInputFiles(archive);
    await open.sees('Bản lưu trữ có 3 bản nộp, 3 tệp gốc còn nguyên; mọi tệp còn nguyên vẹn.');
    await open.press('Mở sổ làm việc trong trang này');
    await open.page.getByRole('status').getByText('Đã mở so-moi.xlsx').waitFor();
    // The plan and the ledger, the sheets of the figures hidden; the locked tables are beside it.
    expect(await open.rows('Bản nộp')).toHaveLength(4);
  });

  it('is asked before the work goes, and told before saving what a file of its own would lose', async () => {
    const own = emptyWorkbook(writePlan(builtinPlan(PLAN)!));
    writeFileSync(join(folder.path, 'own.xlsx'), withPicture(await writeWorkbook(own)));
    await open.types('Chỉ tiêu', 'AA1', 'ghi chú');
    await open.page.getByLabel('Mở biểu hoặc sổ').setInputFiles(join(folder.path, 'own.xlsx'));
    await open.page.getByRole('dialog').getByText('chưa được lưu sẽ mất').waitFor();
    await open.page.getByRole('dialog').getByRole('button', { name: 'Mở, không lưu' }).click();
    await open.page.getByRole('status').getByText('Đã mở').waitFor();
    await open.page.getByRole('button', { name: 'Lưu một bản', exact: true }).click();
    const dialog = open.page.getByRole('dialog');
    await dialog.getByText('1 hình ảnh').waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    const { name } = await open.save('Vẫn lưu một bản');
    expect(name).toBe('own.xlsx');
  });
});

it('unsaved work survives where a person asked for it, and saving erases it', async () => {
  const form = Form.of('MC', '2024-03', PLAN).fill();
  writeFileSync(join(folder.path, form.fileName), withPicture(await writeWorkbook(form.workbook)));
  const open = await OneFile.open(browser);
  const kept = () => open.page.evaluate(async () => (await indexedDB.databases()).length);
  try {
    open.page.on('dialog', (dialog) => void dialog.accept());
    await open.choosesFile(join(folder.path, form.fileName));
    await open.page.getByLabel('Giữ bản nháp').check();
    await open.page
      .getByRole('status')
      .getByText('mọi trang mở từ máy này đều có thể đọc được')
      .waitFor();
    const cell = form.cell('NQ01-2', 'numerator');
    await open.types('Biểu chỉ tiêu', cell, '41');
    while ((await kept()) === 0) await open.page.waitForTimeout(200);
    await open.page.reload();
    await open.page.getByRole('button', { name: 'Mở bản nháp' }).click();
    await open.page.getByRole('status').getByText('Đã mở').waitFor();
    await open.goTo('Biểu chỉ tiêu', cell);
    expect(await open.page.getByLabel(`Nội dung ô ${cell}`).inputValue()).toBe('41');
    // The draft itself has no picture; whoever saves it over the file is told all the same.
    await open.page.getByRole('button', { name: 'Lưu một bản', exact: true }).click();
    await open.page.getByRole('dialog').getByText('1 hình ảnh').waitFor();
    await open.page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
    await open.save('Vẫn lưu một bản');
    while ((await kept()) > 0) await open.page.waitForTimeout(200);
  } finally {
    await open.close();
  }
});

function filesIn(path: string): string[] {
  return readdirSync(path).map((name) => join(path, name));
}

function withPicture(bytes: Uint8Array): Uint8Array {
  // A part our writer has nothing for.
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, 'xl/media/image1.png': new Uint8Array(8) });
}
