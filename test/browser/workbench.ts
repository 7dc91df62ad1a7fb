import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { serve } from '../../src/cli/serve';

const PAGES = resolve(__dirname, '../../dist/pages');

/** Our page with a workbook open and the pane beside it, as a person sees it. */
export class Workbench {
  private constructor(
    readonly page: Page,
    readonly pane: FrameLocator,
    private readonly server: Server,
    /** Every request that did not stay on this origin. */
    readonly strayed: string[],
    readonly faults: string[],
  ) {}

  static async open(
    browser: Browser,
    folder: string,
    workbook: string,
    options: BrowserContextOptions = {},
  ): Promise<Workbench> {
    const server = await serve(0, { pages: PAGES, sample: folder });
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const strayed: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin)) strayed.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${origin}/?open=mau/${encodeURIComponent(workbook)}`);
    await page.waitForFunction(() => 'workbench' in window);
    return new Workbench(page, page.frameLocator('iframe'), server, strayed, faults);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async step(name: string): Promise<void> {
    await this.pane.getByRole('tab', { name }).click();
  }

  async choose(period: string): Promise<void> {
    await this.pane.getByLabel('Kỳ báo cáo').selectOption(period);
  }

  async drop(paths: string[]): Promise<void> {
    await this.pane.locator('input[type=file]').setInputFiles(paths.map((path) => join(path)));
  }

  /** The value a cell of the open workbook holds now. */
  value(sheet: string, row: number, column: number): Promise<unknown> {
    return this.page.evaluate(
      ([name, r, c]) => window.workbench.model.workbook.sheets.find((one) => one.name === name)!.value(r, c),
      [sheet, row, column] as const,
    );
  }

  /** A whole sheet as rows of values. */
  rows(sheet: string): Promise<unknown[][]> {
    return this.page.evaluate((name) => {
      window.workbench.model.recalculate();
      const found = window.workbench.model.workbook.sheets.find((one) => one.name === name);
      if (!found) return [];
      const area = found.usedArea();
      if (!area) return [];
      return Array.from({ length: area.bottom + 1 }, (_, r) =>
        Array.from({ length: area.right + 1 }, (_, c) => found.value(r, c)),
      );
    }, sheet);
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.workbench.model.workbook.sheets.filter((one) => one.visibility === 'visible').map((one) => one.name),
    );
  }

  /** Closes the pane and starts it anew on the same workbook. */
  async reopen(): Promise<void> {
    await this.page.evaluate(() => {
      const { model } = window.workbench;
      model.open(model.workbook, model.name);
    });
  }

  /** The next write into that sheet fails, as a dropped session does. */
  async failOnceIn(sheet: string): Promise<void> {
    await this.page.evaluate((name) => {
      const { model } = window.workbench;
      const write = model.write.bind(model);
      model.write = (target, ...rest) => {
        if (target.name !== name) return write(target, ...rest);
        model.write = write;
        throw new Error('session lost');
      };
    }, sheet);
  }

  /** A person changes a cell. */
  async type(sheet: string, row: number, column: number, value: number): Promise<void> {
    await this.page.evaluate(
      ([name, r, c, typed]) => {
        const { model } = window.workbench;
        model.write(
          model.workbook.sheets.find((one) => one.name === name)!,
          r,
          c,
          { value: typed },
        );
      },
      [sheet, row, column, value] as const,
    );
  }

  /** What the add-in has cost since the last call. */
  cost(): Promise<{ syncs: number; actions: number; largestRequest: number; largestReply: number }> {
    return this.page.evaluate(() => {
      const { traffic } = window.workbench;
      const now = { ...traffic };
      Object.assign(traffic, { syncs: 0, actions: 0, largestRequest: 0, largestReply: 0 });
      return now;
    });
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
    write(sheet: SheetInPage, row: number, column: number, content: { value: unknown }): void;
  };
  traffic: { syncs: number; actions: number; largestRequest: number; largestReply: number };
}

declare global {
  interface Window {
    workbench: WorkbenchWindow;
  }
}
