import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { parseCell } from '../../src/workbook/address';
import { Form } from '../forms';
import { itLong, long } from '../long';
import { connectBrowser } from './browser';
import { violations } from './violations';
import { Workbench } from './workbench';

/** The pane for everybody: what only a browser can tell. */

const folder = scratch();
let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
  const plan = builtinPlan('tra-vinh-2024')!;
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook(writePlan(plan))),
  );
});

afterAll(async () => {
  await browser?.close();
  folder.remove();
});

describe('the pane', () => {
  it.each(long(['light'], ['light', 'dark']) as ('light' | 'dark')[])(
    'has no accessibility violation in %s, and nothing wider than 350 px',
    async (colorScheme) => {
      const looked = await Workbench.open(browser, folder.path, 'plan.xlsx', { colorScheme });
      try {
        const steps = ['Phát hành', 'Tiếp nhận', 'Xử lý', 'Tổng hợp', 'Khóa'];
        for (const step of long(['Tiếp nhận', 'Tổng hợp'], steps)) {
          await looked.step(step);
          if (step === 'Tổng hợp') {
            await looked.press('Gửi đi, lưu trữ, nhập số liệu');
            await looked.sees('Chọn tệp cần nhập…');
          }
          expect([step, await violations(looked, step === 'Phát hành' ? 'page' : 'pane')]).toEqual([
            step,
            [],
          ]);
          const width = await looked.pane
            .locator('body')
            .evaluate((body) => [body.scrollWidth, body.clientWidth]);
          expect(width[0]).toBeLessThanOrEqual(width[1]);
        }
      } finally {
        await looked.close();
      }
    },
  );

  it('where a person has scrolled to while something runs is where they are when it ends', async () => {
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await looked.press('Kiểm tra kế hoạch');
      await looked.sees(/^Đã kiểm tra kế hoạch/);
      const check = looked.pane.getByRole('button', { name: 'Kiểm tra kế hoạch' });
      const bottom = await check.evaluate((button: HTMLButtonElement) => {
        button.focus();
        button.click();
        document.querySelector('.findings li:last-child')!.scrollIntoView();
        return button.getBoundingClientRect().top;
      });
      expect(bottom).toBeLessThan(-50);
      await looked.pane.locator('button:focus:enabled').getByText('Kiểm tra kế hoạch').waitFor();
      expect(await check.evaluate((button) => button.getBoundingClientRect().top)).toBe(bottom);
    } finally {
      await looked.close();
    }
  });

  itLong(
    'tries Excel out by the keyboard alone, leaves the work as it was, and gives a text to send back',
    async () => {
      const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
      try {
        await looked.sees('7 chỉ tiêu, 14 nhiệm vụ, 132 đơn vị báo cáo');
        await looked.step('Tiếp nhận');
        const sheets = await looked.sheetNames();
        await looked.focus('button', 'Tự kiểm tra');
        await looked.keys('Enter');
        // The screen is fetched when it is first asked for.
        await looked.sees('Bắt đầu thử');
        await looked.keys('Tab', 'Tab', 'Enter');
        await looked.sees(/^Đã thử \d+ điều, không có gì khác dự kiến\.$/);
        expect(await violations(looked)).toEqual([]);
        const text = await looked.pane.getByLabel('Kết quả để gửi lại').inputValue();
        expect(text).toMatch(/^\[region\] Vùng.*: vi-VN, /m);
        expect(text).toMatch(/^\[typed\] Gõ vào ô thường “3\/2024”: /m);
        await looked.press('Sao chép');
        await looked.sees('Đã sao chép.');
        const width = await looked.pane
          .locator('body')
          .evaluate((body) => [body.scrollWidth, body.clientWidth]);
        expect(width[0]).toBeLessThanOrEqual(width[1]);
        await looked.press('English');
        await looked.sees('The result, to be sent back');
        expect(await violations(looked)).toEqual([]);
        await looked.press('Back');
        expect(await looked.pane.getByRole('tab', { selected: true }).textContent()).toContain(
          'Intake',
        );
        expect(await looked.sheetNames()).toEqual(sheets);
        expect(await looked.troubles()).toEqual([]);
      } finally {
        await looked.close();
      }
    },
  );

  it('checks the plan and leads to the cells in doubt', async () => {
    const plan = builtinPlan('vinh-long-2023')!;
    writeFileSync(
      join(folder.path, 'vinh-long.xlsx'),
      await writeWorkbook(emptyWorkbook(writePlan(plan))),
    );
    const looked = await Workbench.open(browser, folder.path, 'vinh-long.xlsx');
    try {
      await looked.press('Kiểm tra kế hoạch');
      await looked.sees('Cần xác nhận 12; điểm cần xem lại (theo văn bản) 36; để biết 26');
      await looked.sees('Cần xem lại – Nhiệm vụ, PL-VI-3');
      await looked.press(/^Đi đến ô [A-Z]+\d+, Nhiệm vụ$/);
      // The first is the task whose deadline is the year before.
      await looked.standsOn('Nhiệm vụ', 'L36');
      expect(await violations(looked)).toEqual([]);
      expect(await looked.troubles()).toEqual([]);
      if (process.env.LOOK) await looked.page.screenshot({ path: process.env.LOOK });
    } finally {
      await looked.close();
    }
  });

  it('takes a whole folder, subfolders and all, and leaves out what lies beside the forms', async () => {
    const received = join(folder.path, 'nhan');
    mkdirSync(join(received, 'Sở Nội vụ'), { recursive: true });
    const form = Form.of('SNV', '2024-01').fill();
    writeFileSync(join(received, 'Sở Nội vụ', form.fileName), await writeWorkbook(form.workbook));
    writeFileSync(join(received, 'Sở Nội vụ', '~$khoa.xlsx'), 'x');
    writeFileSync(join(received, 'Thumbs.db'), 'x');
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await looked.step('Tiếp nhận');
      await looked.choose('Kỳ báo cáo', '2024-01');
      await looked.dropFolder(received);
      await looked.sees('Đã kiểm tra 1 tệp: tiếp nhận 1, cần sửa 0.');
      expect(await looked.troubles()).toEqual([]);
    } finally {
      await looked.close();
    }
  });

  it('names and cells that look like markup or formulas are shown as the text they are', async () => {
    const received = join(folder.path, 'la');
    mkdirSync(received, { recursive: true });
    const form = Form.of('STP', '2024-01')
      .fill()
      .type('K01', 'numerator', '<img src=x onerror=alert(1)>');
    const name = '<img src="https:..x" onerror="alert(1)"> =HYPERLINK(1).xlsx'.replace(/"/g, "'");
    writeFileSync(join(received, name), await writeWorkbook(form.workbook));
    writeFileSync(join(received, `${name}.pdf`), '%PDF-1.7');
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    let asked = false;
    looked.page.on('dialog', (dialog) => {
      asked = true;
      void dialog.dismiss();
    });
    try {
      await looked.step('Tiếp nhận');
      await looked.choose('Kỳ báo cáo', '2024-01');
      await looked.dropFolder(received);
      await looked.sees(`${name}.pdf`);
      await looked.press(/Sở Tư pháp/);
      await looked.sees('<img src=x onerror=alert(1)>');
      expect([asked, await looked.troubles()]).toEqual([false, []]);
    } finally {
      await looked.close();
    }
  });

  it('Tab goes on from what is no control: a step that took the focus, the page', async () => {
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await looked.focus('tab', 'Phát hành');
      const focused = () =>
        looked.pane.locator(':focus').evaluate((one: HTMLElement) => [one.tagName, one.tabIndex]);
      for (const place of ['.pane-content', 'body']) {
        await looked.pane.locator(place).evaluate((one: HTMLElement) => {
          one.tabIndex = -1;
          one.focus();
        });
        await looked.keys('Tab');
        expect(await focused()).not.toContain(-1);
      }
    } finally {
      await looked.close();
    }
  });

  it('works by keyboard alone', async () => {
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await looked.focus('tab', 'Phát hành');
      await looked.keys('ArrowRight', 'Enter');
      await looked.sees('Kéo thả các tệp đã nhận vào đây');
      await looked.focus('button', 'Tất cả 132');
      await looked.keys('Tab', 'Enter');
      expect(await looked.isPressed('Chưa nộp 132')).toBe(true);
    } finally {
      await looked.close();
    }
  });
});

describe('a sender with a form', () => {
  const form = Form.of('MC', '2024-03', 'vinh-chap-2024').fill();
  const at = (code: string, column: 'numerator' | 'ratio') => parseCell(form.cell(code, column))!;
  let bench: Workbench;

  beforeAll(async () => {
    form.type('NQ01-2', 'numerator', 99).type('NQ01-3', 'numerator', 'khoảng 80');
    form
      .type('NQ01-1', 'numerator', '4O')
      .type('NQ01-1', 'denominator', '60')
      .type('NQ01-4', 'denominator', '60');
    form.type('NQ01-4', 'ratio', 12);
    writeFileSync(join(folder.path, form.fileName), await writeWorkbook(form.workbook));
    bench = await Workbench.open(browser, folder.path, form.fileName);
  });
  afterAll(() => bench?.close());

  it('has the verdict by one button, in three round trips', async () => {
    await bench.sees('Bộ phận một cửa');
    // What is counted while typing is another reading.
    await bench.sees(/^\d+\/\d+ ô đã nhập$/);
    await bench.page.evaluate(() => window.workbench.host.traffic.reset());
    await bench.press('Kiểm tra biểu');
    await bench.sees('Còn 3 lỗi phải sửa, 1 cảnh báo.');
    // The cells get their colours after the answer, whatever the number of rows.
    await bench.sees('Các ô có lỗi được tô màu');
    const [verdict, colours] = await bench.page.evaluate(() => {
      const { records } = window.workbench.host.traffic;
      const isFirst = (asked: string) => /^WorksheetCollection\.load\(.*protection/.test(asked);
      const first = records.findIndex(({ asked }) => asked.some(isFirst));
      return [first, records.length - first];
    });
    expect(verdict).toBeLessThanOrEqual(3);
    expect(colours).toBeLessThanOrEqual(4);
    // And the page draws what the pane says of the sheet.
    const cell = `[role=gridcell][aria-label="${form.cell('NQ01-2', 'numerator')}"]`;
    await bench.page.locator(`${cell}[style*="rgb(255, 199, 206)"]`).waitFor();
    await bench.within({ bytes: 5_000_000 });
    expect(await violations(bench, long('pane', 'page'))).toEqual([]);
  });

  it('is led from one finding to the next by one key', async () => {
    await bench.press('Lỗi tiếp theo');
    await bench.standsOn('Biểu chỉ tiêu', form.cell('NQ01-2', 'numerator'));
    await bench.focus('button', 'Lỗi tiếp theo');
    await bench.keys('F8');
    await bench.standsOn('Biểu chỉ tiêu', form.cell('NQ01-3', 'numerator'));
  });

  it('sees what a repair would write, agrees, and can take it back', async () => {
    const { pane } = bench;
    await pane.getByLabel('Người thực hiện').fill('Nguyễn Văn An');
    await pane.getByRole('button', { name: 'Sửa…', exact: true }).first().click();
    await bench.sees('công thức của biểu');
    await pane.getByRole('group', { name: 'Sửa…' }).getByRole('button', { name: 'Đồng ý' }).click();
    await bench.sees('Đã sửa 1 ô và ghi vào trang tính Nhật ký sửa.');
    await bench.sees('Còn 2 lỗi phải sửa, 1 cảnh báo.');
    expect(await bench.sheetNames()).toContain('Nhật ký sửa');
    const { row, column } = at('NQ01-4', 'ratio');
    expect(await bench.value('Biểu chỉ tiêu', row, column)).not.toBe(12);
    await bench.press('Hoàn tác');
    await bench.sees('Còn 3 lỗi phải sửa, 1 cảnh báo.');
    expect(await bench.value('Biểu chỉ tiêu', row, column)).toBe(12);
    expect(await bench.sheetNames()).not.toContain('Nhật ký sửa');
  });

  it('repairs all of a kind at once', async () => {
    await bench.pane.getByText(/^2 điểm phần mềm đã tự xử lý/).click();
    await bench.pane.getByRole('button', { name: 'Sửa cả 2 ô cùng loại…' }).first().click();
    await bench.press('Đồng ý sửa 2 ô');
    await bench.sees('Đã sửa 2 ô và ghi vào trang tính Nhật ký sửa.');
    const { row, column } = at('NQ01-4', 'numerator');
    expect(await bench.value('Biểu chỉ tiêu', row, column + 1)).toBe(60);
  });

  it('is told when a cell changed since the check', async () => {
    const { row, column } = at('NQ01-2', 'numerator');
    await bench.changes('Biểu chỉ tiêu', row, column, 45);
    await bench.sees('Biểu đã thay đổi từ lần kiểm tra.');
  });

  it('stamps a form without errors, and the stamp is printed', async () => {
    for (const [code, key] of [
      ['NQ01-3', 'numerator'],
      ['NQ01-1', 'numerator'],
    ] as const) {
      const { row, column } = at(code, key);
      await bench.changes('Biểu chỉ tiêu', row, column, 40);
    }
    await bench.press('Kiểm tra biểu');
    await bench.sees('Còn 1 lỗi phải sửa, 0 cảnh báo.');
    await bench.pane.getByRole('button', { name: 'Sửa…', exact: true }).first().click();
    await bench.pane
      .getByRole('group', { name: 'Sửa…' })
      .getByRole('button', { name: 'Đồng ý' })
      .click();
    await bench.sees('Không có lỗi – có thể gửi.');
    await bench.pane.getByLabel(/Số liệu trong biểu đúng với báo cáo/).check();
    await bench.press('Đánh dấu đã kiểm tra');
    await bench.sees(/^Đã ghi Mã kiểm tra [0-9a-f]{8} – /);
    await bench.sees('từ đó số liệu không thay đổi');
    expect(await violations(bench)).toEqual([]);
    // A pane that sends nothing away and reports no fault.
    expect(await bench.troubles()).toEqual([]);
  });
});

itLong('a sender checks, repairs and stamps by keyboard alone', async () => {
  const form = Form.of('VP', '2024-03', 'vinh-chap-2024').fill();
  const code = form.plan.indicators.find((one) => form.has(one.code))!.code;
  form.type(code, 'ratio', 12);
  writeFileSync(join(folder.path, form.fileName), await writeWorkbook(form.workbook));
  const bench = await Workbench.open(browser, folder.path, form.fileName);
  /** Tab until the control of that name has the focus. */
  const tabTo = async (name: string) => {
    for (let step = 0; step < 40; step++) {
      const focused = await bench.pane
        .locator(':focus')
        .evaluateAll((all) =>
          all.map(
            (one) =>
              `${one.getAttribute('aria-label') ?? ''} ${one.textContent} ${(one as HTMLInputElement).labels?.[0]?.textContent ?? ''}`,
          ),
        );
      if (focused.some((one) => one.includes(name))) return;
      await bench.keys('Tab');
    }
    throw new Error(`${name} is not reached`);
  };
  try {
    await bench.sees('Văn phòng');
    await bench.focus('button', 'Kiểm tra biểu');
    await bench.keys('Enter');
    await bench.sees('Còn 1 lỗi phải sửa, 0 cảnh báo.');
    await bench.keys('F8');
    await bench.standsOn('Biểu chỉ tiêu', form.cell(code, 'ratio'));
    await bench.focus('button', 'Kiểm tra biểu');
    await tabTo('Người thực hiện');
    await bench.page.keyboard.type('An');
    await tabTo('Sửa…');
    await bench.keys('Enter');
    await tabTo('Đồng ý');
    await bench.keys('Enter');
    await bench.sees('Không có lỗi – có thể gửi.');
    await bench.focus('button', 'Kiểm tra biểu');
    await tabTo('Số liệu trong biểu đúng');
    await bench.keys('Space');
    await tabTo('Đánh dấu đã kiểm tra');
    await bench.keys('Enter');
    await bench.sees(/^Đã ghi Mã kiểm tra [0-9a-f]{8} – /);
  } finally {
    await bench.close();
  }
});
