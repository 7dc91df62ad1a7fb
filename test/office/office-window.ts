import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadIronCalc } from '../../src/workbench/calc/ironcalc';
import type { CalcEngine } from '../../src/workbench/calc/calc-engine';
import { ExcelHost, type HostOptions } from '../../src/workbench/host/excel-host';
import { PaneSession, type DialogRequest } from '../../src/workbench/host/pane-session';
import { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';

/**
 * The unmodified office.js in this test's own window (jsdom), answered by our host: the same dispatcher and model as in the
 * browser page, without a browser. jsdom's window is its own parent, so what the library posts to its parent is caught here.
 */

const DIST = resolve(__dirname, '../../node_modules/@microsoft/office-js/dist');
const ORIGIN = 'https://localhost';

let session: PaneSession | null = null;
/** Messages on their way, in either direction. */
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
  const opened = new PaneSession({
    host,
    locale: 'vi-VN',
    origin: ORIGIN,
    post: (text) => {
      crossing++;
      setTimeout(() => {
        crossing--;
        deliver(text);
      }, 0);
    },
    openDialog: (request) => dialogs.push(request),
    closeDialog: () => dialogs.pop(),
  });
  session = opened;
  window.name = opened.windowName;
  const post = (text: unknown) => {
    if (typeof text !== 'string') return;
    crossing++;
    setTimeout(() => void Promise.resolve(opened.receive(text)).finally(() => crossing--), 0);
  };
  Object.defineProperty(window, 'postMessage', { value: post, configurable: true });
  // The library compares it with the host's name; jsdom does not have it.
  Object.defineProperty(document, 'domain', { value: location.hostname, configurable: true });
  loadScripts();
  await window.Office.onReady();
  return opened;
}

/**
 * Waits until no message is on its way, in either direction: events have been told, and what the client still sends for the workbook
 * before (the release of its references after each Excel.run) has come.
 */
export async function settled(): Promise<void> {
  for (let still = 0; still < 4;) {
    await new Promise((done) => setTimeout(done, 0));
    still = crossing === 0 ? still + 1 : 0;
  }
}

function deliver(data: string): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin: ORIGIN, source: window }));
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
  engine ??= await loadIronCalc(readFileSync(resolve(__dirname, '../../node_modules/@ironcalc/wasm/wasm_bg.wasm')));
  const model = new WorkbookModel(engine);
  model.open(workbook, 'so-lam-viec.xlsx');
  model.recalculate();
  const host = new ExcelHost(model, options);
  return { model, host, session: await startOffice(host) };
}
