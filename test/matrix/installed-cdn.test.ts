import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { Workbench } from '../browser/workbench';
import { scratch } from '../cli/tonghop';

/**
 * The package that takes office.js from Microsoft: the pane starts under the policy it is served
 * with. Microsoft's address is answered from the library's folder, so no network is needed.
 */

const ROOT = resolve(__dirname, '../..');
const BASE = 'https://tonghop.tinh.gov.vn';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const LIBRARY = join(ROOT, 'node_modules/@microsoft/office-js/dist');
const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

const folder = scratch();
let browser: Browser;
let files: Record<string, Uint8Array>;
beforeAll(async () => {
  const out = join(folder.path, 'cdn.zip');
  const options = ['--base', `${BASE}/`, '--office-js', 'cdn', '--out', out];
  execFileSync(process.execPath, ['.config/package.mjs', ...options], { cwd: ROOT, stdio: 'pipe' });
  files = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(out))).map(([path, bytes]) => [
      path.replace(/^tong-hop-[^/]+\//, ''),
      bytes,
    ]),
  );
  const plan = await writeWorkbook(emptyWorkbook(writePlan(builtinPlan('vinh-long-2023')!)));
  writeFileSync(join(folder.path, 'plan.xlsx'), plan);
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

it('holds nothing of office.js', () => {
  expect(Object.keys(files).filter((path) => path.startsWith('web/pane/office'))).toEqual([]);
  expect(Buffer.from(files['web/pane/taskpane.html']).toString()).toContain(`${CDN}office.js`);
});

it.each(['web', 'windows'] as const)(
  'starts the pane in Excel as %s under its policy, with office.js from there',
  async (platform) => {
    const nginx = Buffer.from(files['nginx.conf']).toString();
    const policy = /set \$policy "([^"]*)"/.exec(nginx)![1];
    const violations: string[] = [];
    const asked = new Set<string>();
    const served = async (page: Page) => {
      page.on('console', (line) => {
        if (/Content Security Policy/.test(line.text())) violations.push(line.text());
      });
      await page.route(`${BASE}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const body = files[`web${pathname}`];
        if (!body) return route.fulfill({ status: 404 });
        return route.fulfill({
          body: Buffer.from(body),
          contentType: KINDS[extname(pathname)],
          headers: { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
        });
      });
      await page.route(`${CDN}**`, (route) => {
        const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
        asked.add(name);
        const path = join(LIBRARY, name);
        return existsSync(path)
          ? route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } })
          : route.fulfill({ status: 404 });
      });
    };
    const bench = await Workbench.open(browser, folder.path, 'plan.xlsx', {
      platform,
      installed: BASE,
      served,
    });
    try {
      await bench.sees('Phát hành biểu');
      expect([...asked]).toContain('office.js');
      expect(violations).toEqual([]);
    } finally {
      await bench.close();
    }
  },
);
