import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import type { Workbook } from '../../src/workbook/workbook';
import { findSheet } from '../../src/workbook/workbook';
import { patience } from '../patience';
import type { Desk } from '../scenario/desk';

export const ONE_FILE = resolve(__dirname, '../../dist/TongHop.html');

/**
 * The one-file edition, opened from the disk with the network cut, as a person sees it; what it
 * holds is told by what it saves.
 */
export class OneFile implements Desk {
  /** It has no Excel; a scenario that asks is written for both. */
  readonly version = '1.12';
  private constructor(
    readonly page: Page,
    readonly pane: Locator,
    private readonly seen: string[],
    /** Addresses the page asked for, its own file first. */
    readonly requests: string[],
  ) {}

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<OneFile> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      offline: true,
      acceptDownloads: true,
      ...options,
    });
    context.setDefaultTimeout(patience(10_000));
    const page = await context.newPage();
    const [seen, requests]: string[][] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => seen.push(error.message));
    page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
    await page.goto(pathToFileURL(ONE_FILE).href);
    await page.getByLabel('Mở biểu hoặc sổ').waitFor();
    return new OneFile(
      page,
      page.getByRole('complementary', { name: 'Ngăn việc' }),
      seen,
      requests,
    );
  }

  /** With a workbook of a folder open. */
  static async openOn(browser: Browser, folder: string, workbook: string): Promise<OneFile> {
    const opened = await OneFile.open(browser);
    await opened.choosesFile(join(folder, workbook));
    return opened;
  }

  async choosesFile(path: string): Promise<void> {
    await this.page.getByLabel('Mở biểu hoặc sổ').setInputFiles(path);
    await this.page.getByRole('status').getByText('Đã mở').waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async sees(text: string | RegExp, where?: { region: string }): Promise<void> {
    const place = where ? this.pane.getByRole('region', { name: where.region }) : this.pane;
    await place.getByText(text).first().waitFor();
  }
  buttons(name: string | RegExp): Promise<number> {
    return this.pane.getByRole('button', { name, exact: typeof name === 'string' }).count();
  }
  async press(name: string | RegExp): Promise<void> {
    await this.pane
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
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
    return (await this.downloaded(() => this.press(button))).bytes;
  }

  /** *Lưu một bản*: the name it goes under and its bytes. `agrees` to what the copy will lose. */
  async save(agrees?: string): Promise<{ name: string; bytes: Uint8Array }> {
    return this.downloaded(async () => {
      await this.page.getByRole('button', { name: 'Lưu một bản', exact: true }).click();
      if (agrees) await this.page.getByRole('dialog').getByRole('button', { name: agrees }).click();
    });
  }
  private async downloaded(act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
    const waiting = this.page.waitForEvent('download');
    await act();
    const download = await waiting;
    const stream = await download.createReadStream();
    return {
      name: download.suggestedFilename(),
      bytes: new Uint8Array(Buffer.concat(await stream.toArray())),
    };
  }
  async saved(): Promise<Workbook> {
    const { bytes } = await this.save();
    const opened = readForEditing(bytes);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value.workbook;
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    await this.page.getByRole('tab', { name: sheet, exact: true }).click();
    const box = this.page.getByLabel('Hộp địa chỉ');
    await box.fill(cell);
    await box.press('Enter');
    await this.standsOn(sheet, cell);
  }
  /** As a person does: goes to the cell, types, and presses Enter. */
  async types(sheet: string, cell: string, text: string): Promise<void> {
    await this.goTo(sheet, cell);
    await this.page.getByRole('grid', { name: sheet }).focus();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }
  async standsOn(sheet: string, cell: string): Promise<void> {
    await this.page.getByRole('grid', { name: sheet }).waitFor();
    await this.page.getByLabel(`Nội dung ô ${cell}`).waitFor();
  }
  async value(sheet: string, row: number, column: number): Promise<unknown> {
    return findSheet(await this.saved(), sheet)?.value(row, column);
  }
  async rows(sheet: string): Promise<unknown[][]> {
    const found = findSheet(await this.saved(), sheet);
    const area = found?.usedArea();
    if (!found || !area) return [];
    return Array.from({ length: area.bottom + 1 }, (_, r) =>
      Array.from({ length: area.right + 1 }, (_, c) => found.value(r, c)),
    );
  }
  async sheetNames(): Promise<string[]> {
    const { sheets } = await this.saved();
    return sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
  }
  /** Saves, closes the page, opens it anew and opens what was saved. */
  async reopen(): Promise<void> {
    const { bytes } = await this.save();
    const path = join(tmpdir(), `tonghop-${process.pid}-so.xlsx`);
    writeFileSync(path, bytes);
    await this.page.reload();
    await this.choosesFile(path);
  }

  async changes(): Promise<void> {
    throw new Error('nobody else writes into this workbook');
  }
  async fails(): Promise<void> {
    throw new Error('there is no Excel that could fail');
  }
  async within(): Promise<void> {}
  async troubles(): Promise<string[]> {
    return [...this.seen, ...this.requests.slice(1).filter((url) => !/^(blob|file):/.test(url))];
  }
}
