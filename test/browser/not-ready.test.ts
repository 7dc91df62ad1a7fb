import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../src/cli/serve';
import { connectBrowser } from './browser';

/**
 * The pane's page where Excel does not answer: it says so by itself after 15 seconds, whatever it
 * is that is missing.
 */

const PAGES = resolve(__dirname, '../../dist/pages');
let browser: Browser;
let server: Server;
let page: Page;
let refused: string[];

beforeAll(async () => {
  browser = await connectBrowser();
  server = await serve(0, { pages: PAGES, sample: PAGES });
});
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 350, height: 600 } });
  page = await context.newPage();
  refused = [];
  page.on(
    'console',
    (message) => /Content Security Policy/i.test(message.text()) && refused.push(message.text()),
  );
  await page.clock.install();
});
afterEach(() => page.context().close());

const open = (query: string) =>
  page.goto(
    `http://localhost:${(server.address() as AddressInfo).port}/pane/taskpane.html${query}`,
  );
const hostInfo = (platform: string, version: string) =>
  `?_host_Info=${encodeURIComponent(`Excel$${platform}$${version}$vi-VN$1$$disableLogging$3`)}`;
const facts = () => page.locator('#not-ready-facts').textContent();

describe('a pane that is not ready', () => {
  it.each([
    ['Excel for Windows that does not answer', hostInfo('Win32', '16.01'), null, ''],
    [
      'office.js that is not there',
      hostInfo('Win32', '16.01'),
      '**/office/office.js',
      'office/office.js',
    ],
    [
      'a script of the platform that is not there',
      hostInfo('Mac', '16.02'),
      '**/excel-mac*',
      'excel-mac-16.00.js',
    ],
    ['a pane that cannot be loaded', hostInfo('Win32', '16.01'), '**/taskpane.*.js', 'taskpane.'],
    [
      'an Excel older than the add-in asks for',
      hostInfo('Win32', '16.00'),
      null,
      'excel-win32-16.00.js',
    ],
    ['no Excel at all', '', null, 'o15apptofilemappingtable.js'],
  ])('says so and what to do: %s', async (_what, query, missing, told) => {
    if (missing)
      await page.route(missing, (route) => route.fulfill({ status: 404, body: 'not found' }));
    await open(query);
    await page.getByText('Đang mở Tổng Hợp…').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.runFor(15_000);
    await page.getByRole('heading', { name: 'Chưa mở được Tổng Hợp' }).waitFor();
    await page.getByText('Tổng Hợp could not be opened').waitFor();
    expect(await page.getByText('Đang mở Tổng Hợp…').isVisible()).toBe(false);
    expect(await facts()).toContain(told);
    expect(await facts()).toContain('/pane/taskpane.html');
    expect(refused).toEqual([]);
  });

  it.each([
    ['before it was there', 0],
    ['after', 60_000],
  ])('that falls over says so, where it would leave an empty page: %s', async (_what, after) => {
    await open(hostInfo('Win32', '16.01'));
    await page.getByText('Đang mở Tổng Hợp…').waitFor();
    // As React does when drawing fails: it takes all away, and tells of the error.
    const fall = () =>
      page.evaluate(() => {
        document.getElementById('root')!.replaceChildren();
        window.dispatchEvent(new ErrorEvent('error', { message: 'hỏng khi vẽ' }));
      });
    if (after > 0) {
      await page.evaluate(() => {
        const pane = document.createElement('div');
        pane.textContent = 'ngăn';
        document.getElementById('root')!.replaceChildren(pane);
      });
      await page.clock.runFor(after);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await fall();
    await page.clock.runFor(1000);
    await page.getByText('Ngăn Tổng Hợp gặp lỗi nên đã dừng.').waitFor();
    expect(await page.getByText('Excel chưa trả lời').isVisible()).toBe(false);
    expect(await facts()).toContain('hỏng khi vẽ');
    expect(refused).toEqual([]);
  });

  it('is tried again by one button', async () => {
    await open(hostInfo('Win32', '16.01'));
    await page.clock.runFor(15_000);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 200)}`)).toEqual([]);
    const width = await page
      .locator('body')
      .evaluate((body) => [body.scrollWidth, body.clientWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1]);
    await page.getByRole('button', { name: 'Thử lại (Try again)' }).click();
    await page.getByText('Đang mở Tổng Hợp…').waitFor();
  });
});
