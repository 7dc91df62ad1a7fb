import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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
/** The goal; the first script of an empty workbook stands at 1.24. */
const SHARE = 1.25;
const ROUNDS = 7;

const weightOf = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
/** The scripts the pane's page begins with; office.js is Excel's. */
function firstScripts(): string[] {
  const html = readFileSync(join(PAGES, 'pane', 'taskpane.html'), 'utf8');
  const names = [...html.matchAll(/src="([^"]+\.js)"/g)].map(([, name]) => name!);
  return names.filter((name) => /taskpane\./.test(name)).map((name) => join(PAGES, 'pane', name));
}

const folder = scratch();
let browser: Browser;
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
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

it.each(['start', 'form'])('the first screen of %s weighs little more than its floor', (screen) => {
  const own = firstScripts().map(weightOf);
  expect(own).toHaveLength(1);
  const floor = weightOf(join(FLOOR, `${screen}.js`));
  console.log(`${screen}: ${own[0]} bytes gz, floor ${floor}: ${(own[0]! / floor).toFixed(2)}`);
  expect(own[0]! / floor).toBeLessThanOrEqual(SHARE);
});

it('is told how soon each first screen can be used', async () => {
  const server = await serve(0, { pages: PAGES, sample: folder.path });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const runs = { empty: 'trong', start: 'trong', form: 'bieu', desk: 'so' };
  const times = new Map<string, number[]>();
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [screen, book] of Object.entries(runs)) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        page.setDefaultTimeout(patience(20_000));
        if (screen === 'empty') await showInstead(page, 'empty.js');
        await page.addInitScript(watch);
        await page.goto(`${origin}/?open=mau/${book}.xlsx`);
        const frame =
          page.frames().find((one) => one.url().includes('taskpane')) ?? (await framed(page));
        const at = await frame.waitForFunction(() => window.usableAt ?? 0);
        times.set(screen, [...(times.get(screen) ?? []), Number(await at.jsonValue())]);
        await context.close();
      }
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const empty = median(times.get('empty')!);
  for (const [screen, all] of times)
    console.log(
      `${screen}: ${median(all).toFixed(0)} ms, × empty ${(median(all) / empty).toFixed(2)}`,
    );
  expect([...times.keys()]).toEqual(Object.keys(runs));
});

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
    /** Milliseconds from the beginning of the pane's page until its button could be pressed. */
    usableAt?: number;
  }
}

/** Runs in every frame: a button stands in the pane and the page is at rest again. */
function watch(): void {
  const look = new MutationObserver(() => {
    if (!document.querySelector('.pane-content button:not(:disabled)')) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
  });
  if (location.pathname.includes('/pane/'))
    look.observe(document, { childList: true, subtree: true, attributes: true });
}
