import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadIronCalc } from '../../src/workbench/calc/ironcalc';
import type { CalcEngine } from '../../src/workbench/calc/calc-engine';
import { ExcelHost, type HostOptions } from '../../src/workbench/host/excel-host';
import { EXCEL_API_VERSIONS, PLATFORMS, type Platform } from '../../src/workbench/host/api-sets';
import { MAC_DIALOGS, MacChannel, type MacCallback } from '../../src/workbench/host/mac-channel';
import { PaneSession, type DialogRequest } from '../../src/workbench/host/pane-session';
import { WebChannel } from '../../src/workbench/host/web-channel';
import { WindowsChannel } from '../../src/workbench/host/windows-channel';
import { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';

/**
 * The unmodified office.js in this test's own window (jsdom), answered by our host: the same
 * dispatcher and model as in the browser page, without a browser. OFFICE_PLATFORM says as which
 * Excel (web, windows, mac), OFFICE_LOCALE in which language, OFFICE_API with which requirement
 * set: windows and 1.14 are LTSC 2021.
 */

const DIST = resolve(__dirname, '../../node_modules/@microsoft/office-js/dist');
const ORIGIN = 'https://localhost';
const platform = PLATFORMS.find((one) => one === (process.env.OFFICE_PLATFORM ?? 'web'))!;
const locale = (['vi-VN', 'en-US'] as const).find(
  (one) => one === (process.env.OFFICE_LOCALE ?? 'vi-VN'),
)!;

const version = EXCEL_API_VERSIONS.find((one) => one === process.env.OFFICE_API);

let session: PaneSession | null = null;
/** Messages of the web's channel on their way, in either direction. */
let crossing = 0;

/** The dialogs the add-in has open; a page would show them. */
export const dialogs: DialogRequest[] = [];

/** Starts office.js once a test file; later calls only put another host behind the same session. */
export async function startOffice(host: ExcelHost): Promise<PaneSession> {
  if (session) {
    await settled();
    session.answerFrom(host);
    return session;
  }
  session = new PaneSession({
    host,
    platform,
    locale,
    origin: ORIGIN,
    openDialog: (request) => dialogs.push(request),
    closeDialog: () => dialogs.pop(),
  });
  connect[platform](session);
  loadScripts();
  await window.Office.onReady();
  return session;
}

const connect: Record<Platform, (session: PaneSession) => void> = {
  /** jsdom's window is its own parent, so what the library posts to its parent is caught here. */
  web: (opened) => {
    const channel = new WebChannel(opened, (text) => {
      crossing++;
      setTimeout(() => {
        crossing--;
        window.dispatchEvent(
          new MessageEvent('message', { data: text, origin: ORIGIN, source: window }),
        );
      }, 0);
    });
    window.name = channel.windowName;
    const post = (text: unknown) => {
      if (typeof text !== 'string') return;
      crossing++;
      setTimeout(() => void channel.receive(text).finally(() => crossing--), 0);
    };
    Object.defineProperty(window, 'postMessage', { value: post, configurable: true });
    // The library compares it with the host's name; jsdom does not have it.
    Object.defineProperty(document, 'domain', { value: location.hostname, configurable: true });
  },
  windows: (opened) => {
    history.replaceState(null, '', `?_host_Info=${encodeURIComponent(opened.hostInfo)}`);
    Object.assign(window, { external: new WindowsChannel(opened).external });
  },
  mac: (opened) => {
    history.replaceState(null, '', `?_host_Info=${encodeURIComponent(opened.hostInfo)}`);
    const client = window as unknown as MacClient;
    const { webkit } = new MacChannel(opened, (name, id, payload) =>
      client.OSF.ScriptMessaging[name](id, payload),
    );
    Object.assign(window, { webkit, ...MAC_DIALOGS });
  },
};

interface MacClient {
  OSF: { ScriptMessaging: Record<MacCallback, (id: string, payload: unknown[]) => void> };
}

/** The client for Mac sends its messages 10 ms apart. */
const QUIET = platform === 'mac' ? 6 : 0;

/**
 * Waits until no message is on its way, in either direction: events have been told, and what the
 * client still sends for the workbook before (the release of its references after each Excel.run)
 * has come.
 */
export async function settled(): Promise<void> {
  for (let still = 0; still < 4;) {
    await new Promise((done) => setTimeout(done, QUIET));
    still = crossing === 0 ? still + 1 : 0;
  }
}

/** Scripts come from the package on disk; the tag tells the library its own folder. */
function loadScripts(): void {
  const tag = document.createElement('script');
  tag.setAttribute('src', `${ORIGIN}/office/office.js`);
  tag.type = 'text/plain';
  document.head.append(tag);
  const head = document.head;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement) || !node.src) return append(node);
    const path = new URL(node.src).pathname.replace('/office/', '');
    setTimeout(() => {
      run(path);
      node.dispatchEvent(new Event('load'));
    }, 0);
    return node;
  };
  run('office.js');
}

function run(path: string): void {
  window.eval(readFileSync(resolve(DIST, path), 'utf8'));
}

let engine: CalcEngine | null = null;

/** A host over a workbook with calculation on, and office.js in front of it. */
export async function openExcel(
  workbook: Workbook = emptyWorkbook([new Sheet('Sheet1')]),
  options: HostOptions = {},
): Promise<{ model: WorkbookModel; host: ExcelHost; session: PaneSession }> {
  engine ??= await loadIronCalc(
    readFileSync(resolve(__dirname, '../../node_modules/@ironcalc/wasm/wasm_bg.wasm')),
  );
  const model = new WorkbookModel(engine);
  model.open(workbook, 'so-lam-viec.xlsx');
  model.recalculate();
  const host = new ExcelHost(model, {
    platform,
    locale,
    ...(version ? { version } : {}),
    ...options,
  });
  return { model, host, session: await startOffice(host) };
}
