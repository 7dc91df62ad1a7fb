import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { serve } from '../../src/cli/serve';
import type { ExcelApiVersion, Platform } from '../../src/workbench/host/api-sets';
import type { Fault } from '../../src/workbench/host/faults';
import type { Budget } from '../../src/workbench/host/traffic';
import { patience } from '../patience';
import type { Desk } from '../scenario/desk';

/** The floor of the add-in, unless E2E_API names another set (`npm run test:all`). */
const DEFAULT_API = (process.env.E2E_API as ExcelApiVersion | undefined) ?? '1.12';
/** Excel on the web, unless E2E_PLATFORM names another (`npm run test:all`). */
const DEFAULT_PLATFORM = (process.env.E2E_PLATFORM as Platform | undefined) ?? 'web';
const PAGES = resolve(__dirname, '../../dist/pages');

/** Our page in a browser with a workbook open and the pane beside it, as a person sees it. */
export class Workbench implements Desk {
  private constructor(
    readonly page: Page,
    readonly pane: FrameLocator,
    readonly version: ExcelApiVersion,
    private readonly server: Server,
    /** Every request that did not stay on this origin, and every fault nobody was told of. */
    private readonly seen: string[],
  ) {}

  static async open(
    browser: Browser,
    folder: string,
    workbook: string,
    {
      version = DEFAULT_API,
      platform = DEFAULT_PLATFORM,
      installed,
      served,
      ...options
    }: BrowserContextOptions & {
      version?: ExcelApiVersion;
      platform?: Platform;
      installed?: string;
      /** Answers for the installed address where no server stands. */
      served?: (page: Page) => Promise<void>;
    } = {},
  ): Promise<Workbench> {
    const server = await serve(0, { pages: PAGES, sample: folder });
    const own = `http://localhost:${(server.address() as AddressInfo).port}`;
    const origin = installed ?? own;
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      ...options,
    });
    context.setDefaultTimeout(patience(10_000));
    const page = await context.newPage();
    if (served) await served(page);
    if (installed) await besideInstalled(page, installed, own);
    const seen: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin))
        seen.push(request.url());
    });
    page.on('pageerror', (error) => seen.push(error.message));
    page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
    await page.goto(
      `${origin}/?api=${version}&platform=${platform}&open=mau/${encodeURIComponent(workbook)}`,
    );
    await page.waitForFunction(() => 'workbench' in window);
    return new Workbench(page, page.frameLocator('.pane-place iframe'), version, server, seen);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async sees(text: string | RegExp, where?: { region: string }): Promise<void> {
    const place = where ? this.pane.getByRole('region', { name: where.region }) : this.pane;
    await place.getByText(text).first().waitFor();
  }
  buttons(name: string | RegExp): Promise<number> {
    return this.pane.getByRole('button', { name, exact: typeof name === 'string' }).count();
  }
  async isPressed(name: string): Promise<boolean> {
    return (await this.pane.getByRole('button', { name }).getAttribute('aria-pressed')) === 'true';
  }
  async press(name: string | RegExp): Promise<void> {
    const button = this.pane.getByRole('button', { name, exact: typeof name === 'string' });
    await button.first().click();
  }
  async step(name: string): Promise<void> {
    await this.pane.getByRole('tab', { name }).click();
  }
  async choose(label: string, value: string): Promise<void> {
    await this.pane.getByLabel(label).selectOption(value);
  }
  async receivedOn(day: string): Promise<void> {
    await this.pane.getByLabel('Ngày nhận').fill(day);
  }
  async drop(paths: readonly string[]): Promise<void> {
    await this.pane.locator('input[type=file][multiple]').setInputFiles([...paths]);
  }
  async dropFolder(folder: string): Promise<void> {
    await this.pane.locator('input[webkitdirectory]').setInputFiles(folder);
  }
  async download(button: string): Promise<Uint8Array> {
    const download = this.page.waitForEvent('download');
    await this.press(button);
    const stream = await (await download).createReadStream();
    return new Uint8Array(Buffer.concat(await stream.toArray()));
  }
  async focus(role: 'tab' | 'button', name: string): Promise<void> {
    await this.pane.getByRole(role, { name }).focus();
  }
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** As a person does: the sheet's tab, then the address. */
  async goTo(sheet: string, cell: string): Promise<void> {
    await this.page.getByRole('tab', { name: sheet, exact: true }).click();
    const box = this.page.getByLabel('Hộp địa chỉ');
    await box.fill(cell);
    await box.press('Enter');
    await this.standsOn(sheet, cell);
  }
  async standsOn(sheet: string, cell: string): Promise<void> {
    await this.page.getByRole('grid', { name: sheet }).waitFor();
    await this.page.getByLabel(`Nội dung ô ${cell}`).waitFor();
  }
  value(sheet: string, row: number, column: number): Promise<unknown> {
    return this.page.evaluate(
      ([name, r, c]) =>
        window.workbench.model.workbook.sheets.find((one) => one.name === name)!.value(r, c),
      [sheet, row, column] as const,
    );
  }
  rows(sheet: string): Promise<unknown[][]> {
    return this.page.evaluate((name) => {
      window.workbench.model.recalculate();
      const found = window.workbench.model.workbook.sheets.find((one) => one.name === name);
      const area = found?.usedArea();
      if (!found || !area) return [];
      return Array.from({ length: area.bottom + 1 }, (_, r) =>
        Array.from({ length: area.right + 1 }, (_, c) => found.value(r, c)),
      );
    }, sheet);
  }
  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.workbench.model.workbook.sheets
        .filter((one) => one.visibility === 'visible')
        .map((one) => one.name),
    );
  }
  async changes(sheet: string, row: number, column: number, value: number): Promise<void> {
    await this.page.evaluate(
      ([name, r, c, typed]) => {
        const { model } = window.workbench;
        model.write(
          model.workbook.sheets.find((one) => one.name === name)!,
          r,
          c,
          { value: typed },
        );
        // As a person's edit does: it is told, and what was told goes out with the recalculation.
        const area = { top: r, bottom: r, left: c, right: c };
        model.notify({
          kind: 'cells',
          sheet: model.workbook.sheets.find((one) => one.name === name)!,
          area,
          by: 'person',
        });
        model.recalculate();
      },
      [sheet, row, column, value] as const,
    );
  }
  async reopen(): Promise<void> {
    await this.page.evaluate(() => {
      const { model } = window.workbench;
      model.open(model.workbook, model.name);
    });
  }

  async fails(carrying: string, fault: Fault): Promise<void> {
    await this.page.evaluate(
      ([text, planned]) => window.workbench.host.faults.carryingText(text, planned),
      [carrying, fault] as const,
    );
  }
  async within(budget: Budget): Promise<void> {
    const over = await this.page.evaluate((allowed) => {
      const { traffic } = window.workbench.host;
      const exceeded = traffic.exceeds(allowed);
      traffic.reset();
      return exceeded;
    }, budget);
    if (over) throw new Error(over);
  }
  async troubles(): Promise<string[]> {
    return this.seen;
  }
}

interface SheetInPage {
  name: string;
  visibility: string;
  value(row: number, column: number): unknown;
  usedArea(): { bottom: number; right: number } | null;
}

interface WorkbenchWindow {
  model: {
    name: string;
    workbook: { sheets: SheetInPage[] };
    open(workbook: object, name: string): void;
    recalculate(): void;
    notify(change: object): void;
    write(sheet: SheetInPage, row: number, column: number, content: { value: unknown }): void;
  };
  host: {
    traffic: {
      exceeds(budget: Budget): string | null;
      reset(): void;
      records: readonly { asked: readonly string[] }[];
    };
    faults: { carryingText(text: string, fault: Fault): void };
  };
}

declare global {
  interface Window {
    workbench: WorkbenchWindow;
  }
}

/**
 * The pane as an office installed it, with our page around it as Excel is: what the frame of the
 * pane asks for comes from there, the page itself and its samples from ours.
 */
async function besideInstalled(page: Page, installed: string, own: string): Promise<void> {
  await page.route(`${installed}/**`, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const isOfPane = pathname.startsWith('/pane/') || request.frame() !== page.mainFrame();
    if (isOfPane) return route.fallback();
    await route.fulfill({ response: await route.fetch({ url: own + pathname + search }) });
  });
}
