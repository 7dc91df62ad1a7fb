import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react/pure';
import userEvent from '@testing-library/user-event';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import { openBook, openToShow } from '../../src/intake/open-received';
import type { National } from '../../src/domain/agency/national';
import national from '../../src/domain/agency/national.json';
import { unpack } from '../../src/intake/unpack';
import { uiVi } from '../../src/locale/ui-vi';
import { App } from '../../src/ui/app';
import { ServicesContext, type Services } from '../../src/ui/services';
import { cellName } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import type { ExcelApiVersion } from '../../src/workbench/host/api-sets';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { Fault } from '../../src/workbench/host/faults';
import type { Budget } from '../../src/workbench/host/traffic';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import type { Desk } from '../scenario/desk';
import { patience } from '../patience';
import { openExcel } from './office-window';

/** Long enough for the slowest step of a scenario. */
const PATIENCE = patience(10_000);

/** The pane in this window, over the real office.js and our host. */
export class JsdomDesk implements Desk {
  private user = userEvent.setup({ delay: null });
  private readonly downloads: Uint8Array[] = [];
  private readonly seen: string[] = [];
  private runs = 0;

  private constructor(
    readonly version: ExcelApiVersion,
    readonly model: WorkbookModel,
    readonly host: ExcelHost,
  ) {
    this.show();
  }

  static async open(
    folder: string,
    workbook: string,
    version: ExcelApiVersion,
  ): Promise<JsdomDesk> {
    cleanup();
    const path = join(folder, workbook);
    const { model, host } = await openExcel(existsSync(path) ? readFile(path) : undefined, {
      version,
    });
    return new JsdomDesk(version, model, host);
  }

  private show(): void {
    const services: Services = {
      port: new ExcelWorkbook(),
      read: openToShow,
      readBook: openBook,
      checker: checkHere,
      write: writeWorkbook,
      unpack,
      national: async () => national as National,
      download: (_name, bytes) => this.downloads.push(bytes),
      today: () => '2024-03-18',
      now: () => `2024-03-18 09:00:00.${String(this.runs++).padStart(3, '0')}`,
      texts: uiVi,
      language: 'vi',
    };
    render(
      <FluentProvider theme={webLightTheme}>
        <ServicesContext value={services}>
          <App onLanguage={() => undefined} />
        </ServicesContext>
      </FluentProvider>,
    );
  }

  async close(): Promise<void> {
    cleanup();
  }

  async sees(text: string, where?: { region: string }): Promise<void> {
    await until(() => {
      const place = where
        ? document.querySelector(`[aria-label="${where.region}"]`)
        : document.body;
      const shown = normal(place?.textContent);
      return shown.includes(normal(text)) ? true : `not seen: “${text}” in: ${shown}`;
    });
  }
  private named(name: string | RegExp): HTMLElement[] {
    const matches = (one: HTMLElement) => {
      const label = normal(one.getAttribute('aria-label') ?? one.textContent);
      return typeof name === 'string' ? label === normal(name) : name.test(label);
    };
    return [...document.querySelectorAll<HTMLElement>('button:not([role=tab])')].filter(matches);
  }
  private async button(name: string | RegExp): Promise<HTMLElement> {
    return found(
      () => this.named(name).find((one) => !(one as HTMLButtonElement).disabled),
      `button ${String(name)}`,
    );
  }
  private enabled(
    selector: string,
    wanted: (one: HTMLElement) => boolean,
    what: string,
  ): Promise<HTMLElement> {
    const all = () => [
      ...document.querySelectorAll<HTMLElement & { disabled?: boolean }>(selector),
    ];
    return found(() => all().find((one) => !one.disabled && wanted(one)), what);
  }
  async buttons(name: string | RegExp): Promise<number> {
    return this.named(name).length;
  }
  async press(name: string | RegExp): Promise<void> {
    await this.user.click(await this.button(name));
  }
  async step(name: string): Promise<void> {
    await this.user.click(
      await this.enabled('[role=tab]', (one) => normal(one.textContent).includes(name), name),
    );
  }
  async choose(label: string, value: string): Promise<void> {
    await this.user.selectOptions(
      await this.enabled('select', (one) => labelOf(one) === label, label),
      value,
    );
  }
  async receivedOn(day: string): Promise<void> {
    const input = await this.enabled(
      'input',
      (one) => labelOf(one).startsWith('Ngày nhận'),
      'Ngày nhận',
    );
    fireEvent.change(input, { target: { value: day } });
  }
  async drop(paths: readonly string[]): Promise<void> {
    const input = await this.enabled('input[type=file]', () => true, 'a place to drop files');
    fireEvent.change(input, { target: { files: paths.map(fileOf) } });
  }
  async download(button: string): Promise<Uint8Array> {
    const before = this.downloads.length;
    await this.press(button);
    return found(() => this.downloads[before], 'download', patience(30_000));
  }

  async standsOn(sheet: string, cell: string): Promise<void> {
    await until(() => {
      const { active, activeCell } = this.model;
      const now = `${active.name} ${cellName(activeCell.top, activeCell.left)}`;
      return now === `${sheet} ${cell}` || `stands on ${now}`;
    });
  }
  async value(sheet: string, row: number, column: number): Promise<unknown> {
    return this.sheet(sheet).value(row, column);
  }
  async rows(sheet: string): Promise<unknown[][]> {
    this.model.recalculate();
    const found = this.sheet(sheet);
    const area = found.usedArea();
    if (!area) return [];
    return Array.from({ length: area.bottom + 1 }, (_, r) =>
      Array.from({ length: area.right + 1 }, (_, c) => found.value(r, c)),
    );
  }
  private sheet(name: string): Sheet {
    return findSheet(this.model.workbook, name) ?? new Sheet(name);
  }
  async sheetNames(): Promise<string[]> {
    return this.model.workbook.sheets
      .filter((sheet) => sheet.visibility === 'visible')
      .map((sheet) => sheet.name);
  }
  async changes(sheet: string, row: number, column: number, value: number): Promise<void> {
    this.model.write(this.sheet(sheet), row, column, { value });
  }
  async reopen(): Promise<void> {
    cleanup();
    this.model.open(this.model.workbook, this.model.name);
    this.show();
  }

  async fails(carrying: string, fault: Fault): Promise<void> {
    this.host.faults.carryingText(carrying, fault);
  }
  async within(budget: Budget): Promise<void> {
    const over = this.host.traffic.exceeds(budget);
    this.host.traffic.reset();
    if (over) throw new Error(over);
  }
  async troubles(): Promise<string[]> {
    return this.seen;
  }
}

function readFile(path: string): Workbook {
  const read = readWorkbook(new Uint8Array(readFileSync(path)));
  return read.ok ? read.value : emptyWorkbook([new Sheet('Sheet1')]);
}

/** Waits until something is true; what it is instead is the error. */
async function until(check: () => true | string, timeout = PATIENCE): Promise<void> {
  let last = '';
  try {
    await waitFor(
      () => {
        const told = check();
        if (told !== true) throw new Error((last = told));
      },
      { timeout, interval: 20, onTimeout: (error) => error },
    );
  } catch {
    throw new Error(last.slice(0, 3000));
  }
}

async function found<T>(look: () => T | undefined, what: string, timeout?: number): Promise<T> {
  let there: T | undefined;
  await until(() => {
    there = look();
    return there !== undefined || `no ${what} in: ${normal(document.body.textContent)}`;
  }, timeout);
  return there!;
}

function labelOf(element: HTMLElement): string {
  const { labels } = element as HTMLInputElement;
  return normal(element.getAttribute('aria-label') ?? labels?.[0]?.textContent);
}

function normal(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** A file as a person drops it; jsdom's File cannot give its bytes. */
function fileOf(path: string): File {
  const bytes = new Uint8Array(readFileSync(path));
  const made = new File([bytes], basename(path), {
    lastModified: Date.parse('2024-03-18T09:00:00+07:00'),
  });
  return Object.assign(made, { arrayBuffer: async () => bytes.buffer });
}
