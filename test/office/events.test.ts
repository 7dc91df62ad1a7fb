import { emptyWorkbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import { MacChannel } from '../../src/workbench/host/mac-channel';
import { PaneSession } from '../../src/workbench/host/pane-session';
import { WebChannel } from '../../src/workbench/host/web-channel';
import { WindowsChannel } from '../../src/workbench/host/windows-channel';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { dialogs, openExcel, settled } from './office-window';

/**
 * Events, ribbon commands, the shared runtime and custom functions, through the unmodified
 * office.js.
 */

/** Of the client; its typings are a package of their own. */
declare const CustomFunctions: {
  associate(name: string, run: (...args: number[]) => unknown): void;
  Error: new (code: string) => Error;
  ErrorCode: Record<string, string>;
};

let model: WorkbookModel;
let host: ExcelHost;
let session: PaneSession;

beforeEach(async () => {
  const sheet = new Sheet('Một');
  sheet.put(0, 0, 1);
  sheet.put(1, 0, 2);
  sheet.putFormula(2, 0, 'SUM(A1:A2)', 3);
  ({ model, host, session } = await openExcel(emptyWorkbook([sheet, new Sheet('Hai')])));
});

type Told = Record<string, unknown>;

/** Registers, does something, and gives what the handler was told. */
async function heard(
  register: (context: Excel.RequestContext, handler: (args: unknown) => Promise<void>) => void,
  act: () => unknown,
): Promise<Told[]> {
  const told: Told[] = [];
  await Excel.run(async (context) => {
    register(context, async (args) => void told.push(args as Told));
    await context.sync();
  });
  await act();
  // What Excel would do in a moment.
  model.recalculate();
  await settled();
  return told;
}

const first = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Một');
const run = (act: (context: Excel.RequestContext) => void) =>
  Excel.run(async (context) => {
    act(context);
    await context.sync();
  });

describe('events', () => {
  it('a change by the person, with the values before and after of a single cell', async () => {
    const told = await heard(
      (context, handler) => first(context).onChanged.add(handler),
      () => model.edit(0, 0, { value: 5 }),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      type: 'WorksheetChanged',
      address: 'A1',
      changeType: 'RangeEdited',
      source: 'Local',
      details: {
        valueBefore: 1,
        valueAfter: 5,
        valueTypeBefore: 'Double',
        valueTypeAfter: 'Double',
      },
    });
  });

  it('a change by the add-in is told as its own, one by another author as remote, without details for several cells', async () => {
    const told = await heard(
      (context, handler) => first(context).onChanged.add(handler),
      async () => {
        await run((context) => (first(context).getRange('A1:A2').values = [[7], [8]]));
        await settled();
        model.notify({
          kind: 'cells',
          sheet: model.workbook.sheets[0],
          area: { top: 0, bottom: 1, left: 0, right: 0 },
          by: 'other',
        });
      },
    );
    expect(told.map((one) => [one.source, one.triggerSource, one.details])).toEqual([
      ['Local', 'ThisLocalAddin', undefined],
      ['Remote', 'Unknown', undefined],
    ]);
  });

  it('the range of a change can be had in a later batch', async () => {
    let address = '';
    await heard(
      (context, handler) => first(context).onChanged.add(handler),
      async () => undefined,
    );
    const told = await heard(
      (context, handler) => first(context).onChanged.add(handler),
      () => model.edit(1, 0, { value: 9 }),
    );
    await Excel.run(async (context) => {
      const range = (told[0].getRange as (context: Excel.RequestContext) => Excel.Range)(context);
      range.load('address');
      await context.sync();
      address = range.address;
    });
    expect(address).toBe("'Một'!A2");
  });

  it('rows inserted, sheets added, renamed, hidden, moved, activated and deleted', async () => {
    const told: Told[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const note = async (args: unknown) => void told.push(args as Told);
      sheets.onAdded.add(note);
      sheets.onDeleted.add(note);
      sheets.onActivated.add(note);
      sheets.onDeactivated.add(note);
      sheets.onNameChanged.add(note);
      sheets.onVisibilityChanged.add(note);
      sheets.onMoved.add(note);
      sheets.onProtectionChanged.add(note);
      sheets.onChanged.add(note);
      await context.sync();
    });
    await run((context) => {
      const sheets = context.workbook.worksheets;
      sheets.add('Ba');
      sheets.getItem('Ba').name = 'Bốn';
      sheets.getItem('Bốn').position = 0;
      sheets.getItem('Hai').activate();
      sheets.getItem('Bốn').visibility = 'Hidden';
      sheets.getItem('Bốn').delete();
      first(context).protection.protect();
      first(context).protection.unprotect();
      first(context).getRange('1:1').insert('Down');
    });
    await settled();
    expect(told.map((one) => one.type)).toEqual([
      'WorksheetAdded',
      'WorksheetNameChanged',
      'WorksheetMoved',
      'WorksheetDeactivated',
      'WorksheetActivated',
      'WorksheetVisibilityChanged',
      'WorksheetDeleted',
      'WorksheetProtectionChanged',
      'WorksheetProtectionChanged',
      'WorksheetChanged',
    ]);
    expect(told[1]).toMatchObject({ nameBefore: 'Ba', nameAfter: 'Bốn' });
    expect(told[7]).toMatchObject({ isProtected: true });
    expect(told[9]).toMatchObject({ changeType: 'RowInserted', address: '1:1' });
  });

  it('the selection, on the sheet and on the workbook', async () => {
    const selected: Told[] = [];
    const told = await heard(
      (context, handler) => {
        first(context).onSelectionChanged.add(handler);
        context.workbook.onSelectionChanged.add(
          async (args) => void selected.push(args as unknown as Told),
        );
      },
      () => model.select(model.workbook.sheets[0], { top: 1, bottom: 2, left: 0, right: 1 }),
    );
    expect(told).toMatchObject([{ type: 'WorksheetSelectionChanged', address: 'A2:B3' }]);
    expect(selected).toHaveLength(1);
  });

  it('calculation tells onCalculated, not onChanged', async () => {
    const changed: Told[] = [];
    const told = await heard(
      (context, handler) => {
        first(context).onCalculated.add(handler);
        context.workbook.worksheets
          .getItem('Hai')
          .onChanged.add(async (args) => void changed.push(args as unknown as Told));
      },
      () => run((context) => (first(context).getRange('A1').values = [[10]])),
    );
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(changed).toEqual([]);
  });

  it('tables tell of their own changes', async () => {
    const told: Told[] = [];
    await Excel.run(async (context) => {
      first(context).getRange('C1:D3').values = [
        ['Đơn vị', 'Số'],
        ['Sở A', 1],
        ['Sở B', 2],
      ];
      const table = first(context).tables.add('C1:D3', true);
      table.onChanged.add(async (args) => void told.push(args as unknown as Told));
      await context.sync();
    });
    model.edit(1, 3, { value: 4 });
    model.edit(5, 5, { value: 4 });
    await settled();
    expect(told).toMatchObject([{ type: 'TableChanged', address: 'D2' }]);
  });

  it('nothing is told once a handler is removed, or while events are off', async () => {
    const told: Told[] = [];
    const handler = await Excel.run(async (context) => {
      const added = first(context).onChanged.add(
        async (args) => void told.push(args as unknown as Told),
      );
      await context.sync();
      return added;
    });
    await run((context) => (context.runtime.enableEvents = false));
    model.edit(0, 0, { value: 2 });
    await run((context) => (context.runtime.enableEvents = true));
    model.edit(0, 0, { value: 3 });
    await settled();
    expect(told).toHaveLength(1);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    model.edit(0, 0, { value: 4 });
    await settled();
    expect(told).toHaveLength(1);
  });
});

describe('around the workbook', () => {
  it('a ribbon command runs a function and is over when the function says so', async () => {
    const pressed: string[] = [];
    Office.actions.associate('kiemTra', (event: Office.AddinCommands.Event) => {
      pressed.push(event.source.id);
      event.completed();
    });
    expect(await session.invokeCommand('kiemTra', 'nutKiemTra')).toBe(true);
    expect(pressed).toEqual(['nutKiemTra']);
    expect(await session.invokeCommand('khongCo', 'nut')).toBe(false);
  });

  it('an action of the shared runtime, as a key combination starts it', async () => {
    const started: string[] = [];
    Office.actions.associate('MoLoiTiepTheo', () => void started.push('lỗi tiếp theo'));
    session.invokeAction('MoLoiTiepTheo');
    await settled();
    expect(started).toEqual(['lỗi tiếp theo']);
  });

  it('a custom function is calculated, and its error is told', async () => {
    CustomFunctions.associate('CONG', (a: number, b: number) => a + b);
    CustomFunctions.associate('HONG', () => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
    });
    await expect(session.invokeFunction('CONG', [2, 40], "'Một'!A1")).resolves.toBe(42);
    await expect(session.invokeFunction('HONG', [], "'Một'!A1")).rejects.toThrow();
  });

  it('a dialog opens, speaks to the pane, and is closed by either side', async () => {
    const said: unknown[] = [];
    const open = () =>
      new Promise<Office.Dialog>((done) =>
        Office.context.ui.displayDialogAsync(
          'https://localhost/giai-thich.html',
          { displayInIframe: true, width: 40, height: 30 },
          (result) => done(result.value),
        ),
      );
    const dialog = await open();
    dialog.addEventHandler(
      Office.EventType.DialogMessageReceived,
      (message) => void said.push(message),
    );
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => void said.push(event));
    expect(dialogs).toMatchObject([
      { url: expect.stringContaining('giai-thich.html'), width: 40, height: 30 },
    ]);
    // What the dialog's own session forwards, and the person closing it.
    session.dialogSaid('đã hiểu');
    session.dialogClosed();
    await settled();
    expect(said).toMatchObject([{ message: 'đã hiểu' }, { error: 12006 }]);
    dialogs.length = 0;
    const again = await open();
    again.close();
    await settled();
    expect(dialogs).toEqual([]);
  });

  it('a dialog’s messageParent reaches the pane that opened it', async () => {
    const heardBy: string[] = [];
    const child = new PaneSession({
      host,
      platform: 'web',
      locale: 'vi-VN',
      origin: 'https://localhost',
      isDialog: true,
      toParent: (message) => heardBy.push(message),
    });
    const channel = new WebChannel(child, () => undefined);
    await channel.receive(
      JSON.stringify({
        _messageType: 0,
        _actionType: 0,
        _actionName: 'executeMethod',
        _conversationId: channel.conversation,
        _correlationId: 1,
        _data: { messageToParent: 'chọn Sở A', DdaMethod: { DispatchId: 144 } },
      }),
    );
    new WindowsChannel(child).external.MessageParent2(
      '{"messageToParent":"chọn Sở B","targetOrigin":"*"}',
    );
    const { Agave } = new MacChannel(child, () => undefined).webkit.messageHandlers;
    Agave.postMessage(JSON.stringify({ methodId: 9, params: '{"messageToParent":"chọn Sở C"}' }));
    child.close();
    expect(heardBy).toEqual(['chọn Sở A', 'chọn Sở B', 'chọn Sở C']);
  });

  it('the ribbon follows the add-in, and the pane is shown and hidden while its code runs on', async () => {
    await Office.ribbon.requestUpdate({
      tabs: [{ id: 'TongHop', visible: true, controls: [{ id: 'nutGui', enabled: false }] }],
    });
    expect(host.shell.ribbon.get('nutGui')).toBe(false);
    await Office.addin.hide();
    expect(host.shell.isPaneShown).toBe(false);
    await Office.addin.showAsTaskpane();
    expect(host.shell.isPaneShown).toBe(true);
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(host.shell.startsWithWorkbook).toBe(true);
  });
});
