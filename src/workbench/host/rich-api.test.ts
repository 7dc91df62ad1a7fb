import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { WorkbookModel } from '../model/workbook-model';
import { ExcelHost } from './excel-host';
import type { Batch, BatchReply } from './rich-api';

/**
 * Batches as the client sends them, by hand: what its library does not reach yet, and what no
 * library should reach.
 */

function excel(version: '1.12' | '1.21' = '1.21') {
  const sheet = new Sheet('Sheet1');
  sheet.put(0, 0, 'a');
  const model = new WorkbookModel();
  model.open(emptyWorkbook([sheet]), 'sổ.xlsx');
  return { sheet, host: new ExcelHost(model, { version }) };
}

/** Global → worksheets → "Sheet1" → what is asked of it. */
const SHEET = {
  1: { Id: 1, ObjectPathType: 1, Name: '' },
  2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  3: {
    Id: 3,
    ObjectPathType: 5,
    Name: '',
    ParentObjectPathId: 2,
    ArgumentInfo: { Arguments: ['Sheet1'] },
  },
};

async function ask(host: ExcelHost, paths: object, actions: object[]): Promise<BatchReply> {
  const batch = { Actions: actions, ObjectPaths: { ...SHEET, ...paths } } as unknown as Batch;
  const answer = await host.process(JSON.stringify(batch));
  if (!answer || !('body' in answer)) throw new Error('no answer');
  return JSON.parse(answer.body) as BatchReply;
}

const notes = { 4: { Id: 4, ObjectPathType: 4, Name: 'Notes', ParentObjectPathId: 3 } };
const add = (text: string) => ({
  Id: 1,
  ActionType: 3,
  Name: 'Add',
  ObjectPathId: 4,
  ArgumentInfo: { Arguments: ['B2', text] },
});

describe('notes, which the installed client does not have yet', () => {
  it('are added once a cell and read back', async () => {
    const { host, sheet } = excel();
    expect((await ask(host, notes, [add('xem lại')])).Error).toBeNull();
    expect(sheet.notes).toEqual([{ row: 1, column: 1, text: 'xem lại', author: '' }]);
    expect((await ask(host, notes, [add('lần nữa')])).Error?.Code).toBe('InvalidArgument');
    const read = await ask(host, notes, [
      { Id: 2, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: { Select: ['content'] } },
    ]);
    expect(read.Results[0].Value).toMatchObject({ _Items: [{ Content: 'xem lại' }] });
  });

  it('are not known to an older Excel', async () => {
    const { host } = excel('1.12');
    expect((await ask(host, notes, [add('x')])).Error).toMatchObject({
      Code: 'ApiNotFound',
      Location: 'Worksheet.notes',
    });
  });
});

describe('what is not Office.js cannot be reached', () => {
  it.each(['Host', 'Sheet', 'Constructor', '__proto__', 'ToString', 'ObjectId', 'CheckAlive'])(
    '%s',
    async (name) => {
      const { host } = excel();
      const path = { 4: { Id: 4, ObjectPathType: 4, Name: name, ParentObjectPathId: 3 } };
      const { Error } = await ask(host, path, [
        { Id: 1, ActionType: 1, Name: '', ObjectPathId: 4 },
      ]);
      expect(['ApiNotFound', 'NotImplemented']).toContain(Error?.Code);
    },
  );
});

describe('cells put in and taken out', () => {
  it('pull the formulas of every sheet along, apostrophes in names too', () => {
    const one = new Sheet("Sở 'A'");
    const two = new Sheet('Hai');
    two.putFormula(0, 0, "SUM('Sở ''A'''!$B$2:B9,C1)&\"B2\"", 0);
    const model = new WorkbookModel();
    model.open(emptyWorkbook([one, two]), 'sổ.xlsx');
    const rows = { top: 4, bottom: 5, left: 0, right: 16_383 };
    model.shift(one, { kind: 'insert', axis: 'rows', area: rows });
    expect(two.cell(0, 0)!.formula).toBe("SUM('Sở ''A'''!$B$2:B11,C1)&\"B2\"");
    model.shift(one, { kind: 'delete', axis: 'rows', area: { ...rows, top: 0, bottom: 20 } });
    expect(two.cell(0, 0)!.formula).toBe('SUM(#REF!,C1)&"B2"');
  });
});

describe('references the client gives back for itself, late and again five seconds later', () => {
  const KEPT = { 4: { Id: 4, ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 3 } };
  const ROOT = { 5: { Id: 5, ObjectPathType: 1, Name: '' } };
  const release = (reference: string) => [
    { Id: 7, ActionType: 1, Name: '', ObjectPathId: 5 },
    {
      Id: 8,
      ActionType: 3,
      Name: '_RemoveReference',
      ObjectPathId: 5,
      ArgumentInfo: { Arguments: [reference] },
    },
  ];
  /** A range held over requests. */
  async function hold(host: ExcelHost): Promise<string> {
    const { Results } = await ask(host, KEPT, [
      { Id: 1, ActionType: 1, Name: '', ObjectPathId: 4 },
    ]);
    return (Results[0].Value as { _ReferenceId: string })._ReferenceId;
  }
  const use = (host: ExcelHost, reference: string) =>
    ask(host, { 6: { Id: 6, ObjectPathType: 6, Name: reference } }, [
      { Id: 2, ActionType: 2, Name: '', ObjectPathId: 6, QueryInfo: { Select: ['address'] } },
    ]);

  it('never take away what another workbook gave', async () => {
    const before = await hold(excel().host);
    const { host } = excel();
    const held = await hold(host);
    expect((await ask(host, ROOT, release(before))).Error).toBeNull();
    expect((await use(host, held)).Error).toBeNull();
    expect((await ask(host, ROOT, release(held))).Error).toBeNull();
    expect((await use(host, held)).Error?.Code).toBe('InvalidReference');
  });

  it('take no fault that was planned for the add-in and are no sync of it', async () => {
    const { host } = excel();
    const held = await hold(host);
    host.traffic.reset();
    host.faults.clear();
    host.faults.at(1, { transport: 'InvalidOrTimedOutSession' });
    expect((await ask(host, ROOT, release(held))).Error).toBeNull();
    expect(host.traffic.syncs).toBe(0);
    await expect(use(host, held)).rejects.toThrow('no answer');
  });
});
