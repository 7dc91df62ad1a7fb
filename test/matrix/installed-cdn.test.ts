import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { Platform } from '../../src/workbench/host/api-sets';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { breachesOf } from '../browser/policy';
import { Workbench } from '../browser/workbench';
import { scratch } from '../cli/tonghop';
import { patience } from '../patience';

/**
 * The package that takes office.js from Microsoft: the pane starts under the policy it is served
 * with, and what would be a breach of it is seen. Microsoft's address is answered from the folder
 * of the library, so no network is needed.
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

const PANE = '/pane/taskpane.html';
const ownPolicy = () =>
  /set \$policy "([^"]*)"/.exec(Buffer.from(files['nginx.conf']).toString())![1];

interface Spoiled {
  policy?: () => string;
  page?: (html: string) => string;
}
/** As the package has it that brings office.js itself. */
const ownPolicyWithoutCdn = () => ownPolicy().replaceAll(` ${new URL(CDN).origin}`, '');
const withHead = (line: string) => (html: string) => html.replace('<head>', `<head>${line}`);

it('holds nothing of office.js', () => {
  expect(Object.keys(files).filter((path) => path.startsWith('web/pane/office'))).toEqual([]);
  expect(Buffer.from(files['web/pane/taskpane.html']).toString()).toContain(`${CDN}office.js`);
});

/** The pane as its server sends it. `told` is what the page did against the policy. */
async function opened(
  platform: Platform,
  { policy = ownPolicy(), page: change = (html: string) => html } = {},
) {
  const asked = new Set<string>();
  let told: string[] = [];
  const served = async (page: Page) => {
    told = breachesOf(page);
    await page.route(`${BASE}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const body = files[`web${pathname}`];
      if (!body) return route.fulfill({ status: 404 });
      const sent = Buffer.from(body);
      return route.fulfill({
        body: pathname === PANE ? change(sent.toString()) : sent,
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
  return { bench, asked, told };
}

it.each(['web', 'windows'] as const)(
  'starts the pane in Excel as %s under its policy, with office.js from there',
  async (platform) => {
    const { bench, asked, told } = await opened(platform);
    try {
      await bench.sees('Phát hành biểu');
      expect([...asked]).toContain('office.js');
      expect(told).toEqual([]);
    } finally {
      await bench.close();
    }
  },
);

/** Under the same eyes what must not be is seen: else that nothing was seen would mean nothing. */
it.each([
  ['office.js from an address its policy does not name', CDN, { policy: ownPolicyWithoutCdn }],
  ['a script in the page itself', 'inline script', { page: withHead('<script>1</script>') }],
  [
    'a script from elsewhere',
    'https://noi-khac.vn/a.js',
    { page: withHead('<script src="https://noi-khac.vn/a.js"></script>') },
  ],
  [
    'a picture from elsewhere',
    'https://noi-khac.vn/a.png',
    { page: withHead('<link rel="icon" href="https://noi-khac.vn/a.png">') },
  ],
])('sees a breach: %s', async (_, named, { policy, page }: Spoiled) => {
  const { bench, told } = await opened('web', { policy: policy?.(), page });
  try {
    const until = Date.now() + patience(10_000);
    while (!told.some((line) => line.includes(named)) && Date.now() < until)
      await new Promise((later) => setTimeout(later, 50));
    expect(told.join('\n')).toContain(named);
  } finally {
    await bench.close();
  }
});
