import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { IS_LONG } from '../long';
import { connectBrowser } from './browser';
import { Workbench } from './workbench';

/**
 * The built pane in front of each Excel: its own script of office.js is found, and the workbook is
 * read and written.
 */

const folder = scratch();
let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
  const plan = builtinPlan('vinh-long-2023')!;
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook(writePlan(plan))),
  );
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

const LIGHT = [
  ['windows', 'light', 'excel-win32-16.01.js', 'PC'],
  ['mac', 'light', 'excel-mac-16.00.js', 'Mac'],
] as const;
const DARK = ['windows', 'dark', 'excel-win32-16.01.js', 'PC'] as const;
describe.each([...LIGHT, ...(IS_LONG ? [DARK] : [])])(
  'Excel as %s, %s',
  (platform, colorScheme, script, named) => {
    it('starts the pane, which reads and writes the workbook', async () => {
      const bench = await Workbench.open(browser, folder.path, 'plan.xlsx', {
        platform,
        colorScheme,
      });
      const asked: string[] = [];
      try {
        await bench.press('Kiểm tra kế hoạch');
        await bench.sees('Cần xác nhận 12; điểm cần xem lại');
        // The answer of the check; until then other buttons are not free.
        await bench.sees(/^Đã kiểm tra kế hoạch/);
        await bench.press('Danh mục đơn vị, biểu thống kê');
        await bench.press('Thêm biểu thống kê');
        await bench.sees('vào trang tính Biểu thống kê');
        expect(await bench.sheetNames()).toContain('Biểu thống kê');
        const frame = bench.page.frames().find((one) => one.url().includes('/pane/'))!;
        expect(await frame.evaluate(() => String(Office.context.platform))).toBe(named);
        asked.push(
          ...(await frame.evaluate(() =>
            performance.getEntriesByType('resource').map(({ name }) => name),
          )),
        );
        // Excel for Windows tells its theme, in which office.js has made isDarkTheme a colour.
        const background = await bench.pane
          .locator('.fui-FluentProvider')
          .evaluate((one) => getComputedStyle(one).backgroundColor);
        expect(background).toBe(colorScheme === 'dark' ? 'rgb(41, 41, 41)' : 'rgb(255, 255, 255)');
        expect(await bench.troubles()).toEqual([]);
      } finally {
        await bench.close();
      }
      expect(asked.find((url) => url.endsWith(`/office/${script}`))).toBeDefined();
    });
  },
);

it('the built page holds the files of office.js byte for byte', () => {
  const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const pages = resolve(__dirname, '../../dist/pages/pane/office');
  for (const file of [
    'office.js',
    'excel-web-16.00.js',
    'excel-win32-16.01.js',
    'excel-mac-16.00.js',
    'vi-vn/office_strings.js',
  ]) {
    expect(readFileSync(join(pages, file)).equals(readFileSync(join(dist, file)))).toBe(true);
  }
});
