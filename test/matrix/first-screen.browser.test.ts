import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { issueTemplates } from '../../src/app/issue-templates';
import { serve } from '../../src/cli/serve';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { scratch } from '../cli/tonghop';
import { patience } from '../patience';

/**
 * What the first screen of the pane takes, against the same components that do nothing, in one
 * build and one run. The weight is held; times are only told, for docs/bench.md.
 */

const ROOT = resolve(__dirname, '../..');
const PAGES = join(ROOT, 'dist', 'pages');
const FLOOR = join(ROOT, 'dist', 'floor');
/** The goal (docs/bench.md). */
const SHARE = 1.25;
const ROUNDS = 7;

const weightOf = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
const folder = scratch();
let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, '.config', 'build-floor.mjs')], { cwd: ROOT });
  browser = await connectBrowser();
  const plan = builtinPlan('tra-vinh-2024')!;
  const issued = issueTemplates(plan, '2024-03', ['H01.01'], null);
  const [form] = issued.ok ? issued.value : [];
  const books = {
    'trong.xlsx': emptyWorkbook([new Sheet('Sheet1')]),
    'bieu.xlsx': form?.make() ?? emptyWorkbook([new Sheet('Sheet1')]),
    'so.xlsx': emptyWorkbook(writePlan(plan)),
  };
  for (const [name, book] of Object.entries(books))
    writeFileSync(join(folder.path, name), await writeWorkbook(book));
  server = await serve(0, { pages: PAGES, sample: folder.path });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done));
  folder.remove();
});

/** The workbook each screen is the first of. */
const BOOKS = { start: 'trong', form: 'bieu' };

it.each(Object.entries(BOOKS))(
  'what runs before the first screen of %s can be used weighs little more than its floor',
  async (screen, book) => {
    const { scripts } = await opened(book);
    const own = scripts.filter((name) => !name.includes('/office/') && !LIBRARY.test(name));
    const files = own.map((name) => join(PAGES, name)).filter((file) => existsSync(file));
    const weight = files.map(weightOf).reduce((sum, one) => sum + one, 0);
    const floor = weightOf(join(FLOOR, `${screen}.js`));
    console.log(
      `${screen}: ${weight} gz in ${files.length}, × floor ${(weight / floor).toFixed(2)}`,
    );
    expect(files.some((file) => /taskpane\./.test(file))).toBe(true);
    expect(weight / floor).toBeLessThanOrEqual(SHARE);
  },
);

it('is told how soon each first screen can be used', async () => {
  const runs = { empty: 'trong', ...BOOKS, desk: 'so' };
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [screen, book] of Object.entries(runs)) {
      const { at } = await opened(book, screen === 'empty' ? 'empty.js' : undefined);
      times.set(screen, [...(times.get(screen) ?? []), at]);
    }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const empty = median(times.get('empty')!);
  for (const [screen, all] of times)
    console.log(
      `${screen}: ${median(all).toFixed(0)} ms, × empty ${(median(all) / empty).toFixed(2)}`,
    );
  expect([...times.keys()]).toEqual(Object.keys(runs));
});

/** Beside the pane's own: they run where it cannot, and for Excel alone. */
const LIBRARY = /(not-ready|functions)\.js$/;

/** When the first screen over a workbook can be used, and the scripts that had run by then. */
async function opened(book: string, instead?: string): Promise<{ at: number; scripts: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience(20_000));
  if (instead) await showInstead(page, instead);
  await page.addInitScript(watch);
  await page.goto(`${origin}/?open=mau/${book}.xlsx`);
  const frame = page.frames().find((one) => one.url().includes('taskpane')) ?? (await framed(page));
  const seen = await frame.waitForFunction(() => window.usable);
  const usable = await seen.jsonValue();
  await context.close();
  return usable!;
}

async function framed(page: Page) {
  const handle = await page.waitForSelector('.pane-place iframe');
  return (await handle.contentFrame())!;
}

/** The pane's page with another script than ours. */
async function showInstead(page: Page, script: string): Promise<void> {
  await page.route('**/pane/taskpane.*.js', (route) =>
    route.fulfill({ path: join(FLOOR, script), contentType: 'text/javascript' }),
  );
}

declare global {
  interface Window {
    /**
     * Milliseconds from the beginning of the pane's page until its button could be pressed, and
     * what had run by then; fetching ahead is no running.
     */
    usable?: { at: number; scripts: string[] };
  }
}

/** Runs in every frame: a button stands in the pane and the page is at rest again. */
function watch(): void {
  const told = () => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = all.filter(({ initiatorType }) => initiatorType === 'script');
    const names = new Set(scripts.map(({ name }) => new URL(name).pathname));
    window.usable = { at: performance.now(), scripts: [...names] };
  };
  const look = new MutationObserver(() => {
    if (!document.querySelector('.pane-content button:not(:disabled)')) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(told));
  });
  if (location.pathname.includes('/pane/'))
    look.observe(document, { childList: true, subtree: true, attributes: true });
}
