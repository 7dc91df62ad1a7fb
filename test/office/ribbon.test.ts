import { officeRibbon } from '../../src/commands/ribbon';
import type { Command, Ribbon } from '../../src/ui/commands';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { PaneSession } from '../../src/workbench/host/pane-session';
import { openExcel, settled } from './office-window';

/**
 * The ribbon's buttons through the unmodified office.js: what a press runs, when it is over, and
 * which can be pressed.
 */

let session: PaneSession;
let host: ExcelHost;
let ribbon: Ribbon;
beforeAll(async () => {
  ({ session, host } = await openExcel());
  ribbon = officeRibbon();
  // The library asks for the commands after it is ready.
  await settled();
});

it('a press before the pane listens waits for it, is run once, and is over when its answer is', async () => {
  let isOver = false;
  const pressed = session
    .invokeCommand('kiemTraBieu', 'TongHop.kiemTraBieu')
    .then((done) => (isOver = done));
  await settled();
  const ran: Command[] = [];
  let answer: () => void = () => undefined;
  let stop: () => void = () => undefined;
  await new Promise<void>((heard) => {
    stop = ribbon.listen((command) => {
      ran.push(command);
      heard();
      return new Promise((done) => (answer = done));
    });
  });
  await settled();
  expect([ran, isOver]).toEqual([['check'], false]);
  answer();
  expect(await pressed).toBe(true);
  stop();
});

it('a key combination runs the same, though there is nothing to end', async () => {
  const ran: Command[] = [];
  const stop = ribbon.listen(async (command) => void ran.push(command));
  session.invokeAction('loiTiepTheo');
  await settled();
  expect(ran).toEqual(['next-finding']);
  stop();
});

it('the buttons follow what the workbook is', async () => {
  const enabled = () => Object.fromEntries(host.shell.ribbon);
  ribbon.fit('form');
  await settled();
  expect(enabled()).toMatchObject({
    'TongHop.kiemTraBieu': true,
    'TongHop.tongHop': false,
    'TongHop.troGiup': true,
  });
  ribbon.fit('desk');
  await settled();
  expect(enabled()).toMatchObject({
    'TongHop.kiemTraBieu': false,
    'TongHop.tongHop': true,
    'TongHop.troGiup': true,
  });
});

it('the pane is shown where it was hidden', async () => {
  host.shell.isPaneShown = false;
  await ribbon.showPane();
  expect(host.shell.isPaneShown).toBe(true);
});
