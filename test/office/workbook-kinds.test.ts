import { openDesk } from '../../src/app/desk';
import { checkOpenForm, repairForm } from '../../src/app/sender';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { ExcelHost, HostOptions } from '../../src/workbench/host/excel-host';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { dateToSerial } from '../../src/text/date';
import { Form } from '../forms';
import { openExcel } from './office-window';

/**
 * Workbooks that take no write, or would keep something else than is written: each is refused by
 * name before anything of it is done, by every way that writes, and none of it stays.
 */

const port = new ExcelWorkbook();
let model: WorkbookModel;
let host: ExcelHost;

function table(figures: readonly number[]): Sheet {
  const sheet = new Sheet('Bảng');
  sheet.page = { landscape: false, margins: { top: 20, bottom: 20, left: 30, right: 15 } };
  ['Đơn vị', 'Số liệu'].forEach((text, column) => sheet.put(0, column, text, { bold: true }));
  figures.forEach((figure, row) => {
    sheet.put(row + 1, 0, `Xã ${row + 1}`);
    sheet.put(row + 1, 1, figure);
  });
  return sheet;
}
function list(name: string, ...rows: string[]): Sheet {
  const sheet = new Sheet(name);
  sheet.put(0, 0, 'Mã');
  rows.forEach((text, row) => sheet.put(row + 1, 0, text));
  return sheet;
}

/** All of the workbook that anybody can see or read. */
const state = () =>
  JSON.stringify(
    model.workbook.sheets.map(
      ({ name, visibility, isProtected, protectionOptions, rows, names }) => [
        name,
        visibility,
        isProtected,
        protectionOptions,
        [...rows].flatMap(([row, cells]) =>
          [...cells]
            .filter(([, { value }]) => value !== null)
            .map(([column, { value, formula }]) => [row, column, value, formula]),
        ),
        [...names.keys()],
      ],
    ),
  ) + JSON.stringify([...model.workbook.names]);

async function open(options: HostOptions = {}) {
  ({ model, host } = await openExcel(emptyWorkbook([new Sheet('Ghi chú')]), options));
  await port.replaceSheets([table([1, 2, 3]), list('Sổ', 'a', 'b')]);
}

type Write = [string, 'standing' | 'sheets' | 'rows' | 'cells', () => Promise<unknown>];
const WRITES: Write[] = [
  ['a table made anew', 'standing', () => port.replaceSheets([table([4, 5, 6, 7])])],
  ['a new sheet', 'sheets', () => port.replaceSheets([list('Mới', 'x')])],
  ['a received sheet that is shown', 'sheets', () => port.showSheet(list('Xem bản nộp', 'x'))],
  ['rows on a new sheet', 'sheets', () => port.appendRows([list('Nhật ký', 'x')])],
  ['rows below a list', 'rows', () => port.appendRows([list('Sổ', 'c')])],
  ['a single cell', 'cells', () => port.editCells([{ sheet: 'Bảng', cell: 'B2', value: 9 }])],
];

interface Kind {
  name: string;
  code: string;
  make(): void;
  unmake(): void;
  reaches: readonly Write[1][];
}
const ALL = ['standing', 'sheets', 'rows', 'cells'] as const;
const KINDS: Kind[] = [
  {
    name: 'opened for reading only',
    code: 'workbook-read-only',
    make: () => (host.isReadOnly = true),
    unmake: () => (host.isReadOnly = false),
    reaches: ALL,
  },
  {
    name: 'an .xls that was not converted',
    code: 'workbook-old-format',
    make: () => (host.hasOldGrid = true),
    unmake: () => (host.hasOldGrid = false),
    reaches: ALL,
  },
  {
    name: 'saved as .xls since it was opened',
    code: 'workbook-old-format',
    make: () => (model.name = 'SO-LIEU.XLS'),
    unmake: () => (model.name = 'so-lieu.xlsx'),
    reaches: ALL,
  },
  {
    name: 'with days counted from 1904',
    code: 'workbook-counts-from-1904',
    make: () => (model.workbook.date1904 = true),
    unmake: () => (model.workbook.date1904 = false),
    reaches: ALL,
  },
  {
    name: 'with precision as displayed',
    code: 'workbook-keeps-shown',
    make: () => (host.precisionAsDisplayed = true),
    unmake: () => (host.precisionAsDisplayed = false),
    reaches: ALL,
  },
  {
    name: 'with a protected structure',
    code: 'workbook-structure-protected',
    make: () => (host.isStructureProtected = true),
    unmake: () => (host.isStructureProtected = false),
    reaches: ['sheets'],
  },
];

const cases = KINDS.flatMap((kind) =>
  WRITES.map((write) => ({ kind, write, is: kind.name, what: write[0] })),
);

it.each(cases)('a workbook $is: $what', async ({ kind, write: [, reach, write] }) => {
  await open();
  const before = state();
  kind.make();
  if (kind.reaches.includes(reach)) {
    await expect(write()).rejects.toMatchObject({ refusal: { code: kind.code } });
    expect(state()).toBe(before);
    kind.unmake();
  }
  await write();
  expect(state()).not.toBe(before);
});

it.each(KINDS.map((kind) => ({ kind, is: kind.name })))(
  'an undo in a workbook that is now $is',
  async ({ kind }) => {
    await open();
    const before = state();
    const undo = await port.replaceSheets([table([4, 5, 6, 7]), list('Mới', 'x')]);
    const written = state();
    kind.make();
    await expect(undo()).rejects.toMatchObject({ refusal: { code: kind.code } });
    expect(state()).toBe(written);
    kind.unmake();
    await undo();
    expect(state()).toBe(before);
  },
);

it('figures are read from every kind of workbook', async () => {
  for (const kind of KINDS) {
    await open();
    kind.make();
    expect((await port.readSheets(['Bảng'])).sheets[0].value(2, 1)).toBe(2);
    expect((await new ExcelWorkbook().readWhole()).date1904).toBe(model.workbook.date1904);
  }
});

describe('a protected sheet', () => {
  const protect = (name: string, password?: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem(name)
        .protection.protect({ allowAutoFilter: true }, password);
      await context.sync();
    });

  it.each<[string, () => Promise<unknown>]>([
    ['Bảng', () => port.replaceSheets([table([4, 5, 6, 7])])],
    ['Sổ', () => port.replaceSheets([list('Sổ', 'd', 'e')])],
    ['Sổ', () => port.appendRows([list('Sổ', 'c')])],
  ])('%s is named, and nothing is written', async (name, write) => {
    await open();
    await protect(name);
    const before = state();
    await expect(write()).rejects.toMatchObject({
      refusal: { code: 'sheet-is-protected', facts: { sheet: name } },
    });
    expect(state()).toBe(before);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a single cell', () => port.editCells([{ sheet: 'Bảng', cell: 'B2', value: 9 }])],
    ['a table made anew', () => port.replaceSheets([table([4, 5, 6, 7])])],
    [
      'a cell that is not locked, and one that is',
      () =>
        port.editCells([
          { sheet: 'Bảng', cell: 'B3', value: 8 },
          { sheet: 'Bảng', cell: 'B2', value: 9 },
        ]),
    ],
  ])(
    'that somebody protects in the middle of a write stays as they protected it: %s',
    async (_, write) => {
      await open();
      const shut = () => {
        const sheet = findSheet(model.workbook, 'Bảng')!;
        sheet.put(2, 1, 2, { unlocked: true });
        sheet.isProtected = true;
        sheet.protectionOptions = { ...sheet.protectionOptions, allowSort: true };
      };
      host.faults.clear();
      host.traffic.reset();
      await write();
      const requests = host.traffic.syncs;
      await open();
      host.faults.clear();
      host.faults.at(requests, { meanwhile: shut });
      await expect(write()).rejects.toMatchObject({
        refusal: { code: 'sheet-is-protected', facts: { sheet: 'Bảng' } },
      });
      expect(findSheet(model.workbook, 'Bảng')).toMatchObject({
        isProtected: true,
        protectionOptions: { allowSort: true },
      });
      const figures = [1, 2, 3].map((row) => findSheet(model.workbook, 'Bảng')!.value(row, 1));
      expect(figures).toEqual([1, 2, 3]);
    },
  );

  it('with a password is named; another that was opened beside it is shut again', async () => {
    await open();
    await protect('Bảng');
    await protect('Sổ', 'bí mật');
    const before = state();
    const edits = [
      { sheet: 'Bảng', cell: 'B2', value: 9 },
      { sheet: 'Sổ', cell: 'A2', value: 'x' },
    ];
    await expect(port.editCells(edits)).rejects.toMatchObject({
      refusal: { code: 'sheet-has-password', facts: { sheet: 'Sổ' } },
    });
    expect(state()).toBe(before);
    await port.editCells(edits.slice(0, 1));
    expect(findSheet(model.workbook, 'Bảng')).toMatchObject({ isProtected: true });
  });
});

it('a sheet of ours that is hidden is shown where a write ends on it or a person goes to it; of a very hidden one it is said', async () => {
  await open();
  for (const visibility of ['hidden', 'veryHidden'] as const) {
    const hidden = findSheet(model.workbook, 'Bảng')!;
    hidden.visibility = visibility;
    if (visibility === 'veryHidden')
      await expect(port.goTo('Bảng', 'A1')).rejects.toMatchObject({
        refusal: { code: 'sheet-is-hidden', facts: { sheet: 'Bảng' } },
      });
    else {
      model.workbook.sheets.find(({ name }) => name !== 'Bảng')!.visibility = 'visible';
      await port.goTo('Bảng', 'A1');
      expect(hidden.visibility).toBe('visible');
      hidden.visibility = 'hidden';
    }
    const undo = await port.replaceSheets([table([visibility === 'hidden' ? 7 : 8])]);
    expect(findSheet(model.workbook, 'Bảng')).toMatchObject({ visibility: 'visible' });
    expect(findSheet(model.workbook, 'Bảng')!.value(1, 1)).toBe(visibility === 'hidden' ? 7 : 8);
    await undo();
    await port.goTo('Bảng', 'A1');
  }
});

it('where addresses are shown in R1C1 style, what is ours is known and nobody else’s is touched', async () => {
  // On Windows names tell their area in it (office-js#1831); a test of the others holds as well.
  await open({ platform: 'windows' });
  host.showsR1C1 = true;
  findSheet(model.workbook, 'Bảng')!.put(6, 0, 'ghi chú của tôi');
  const undo = await port.replaceSheets([table([4, 5])]);
  const sheet = findSheet(model.workbook, 'Bảng')!;
  const column = () => Array.from({ length: 7 }, (_, row) => sheet.value(row, 0));
  expect(column()).toEqual(['Đơn vị', 'Xã 1', 'Xã 2', null, null, 'ghi chú của tôi', null]);
  await undo();
  expect(column()).toEqual(['Đơn vị', 'Xã 1', 'Xã 2', 'Xã 3', null, null, 'ghi chú của tôi']);
  await port.goTo('Bảng', 'B3');
  expect(await port.selectedCell()).toEqual({ sheet: 'Bảng', cell: 'B3' });
});

describe('days counted from 1904', () => {
  it('a form is checked by the days that are meant', async () => {
    const plan = builtinPlan('vinh-chap-2024')!;
    const form = Form.of(plan.agencies[0].code, '2024-03', plan.id).fill();
    form.done(plan.tasks.find(({ code }) => form.hasTask(code))!.code, '2024-03-12');
    ({ model } = await openExcel(form.workbook));
    const by1900 = (await checkOpenForm(new ExcelWorkbook(), plan)).file;
    for (const sheet of model.workbook.sheets)
      for (const cells of sheet.rows.values())
        for (const cell of cells.values())
          if (typeof cell.value === 'number' && /y/.test(cell.style?.format ?? ''))
            cell.value -= 1462;
    model.workbook.date1904 = true;
    const { file } = await checkOpenForm(new ExcelWorkbook(), plan);
    expect(file.observations.filter(({ measure }) => measure === 'date').length).toBeGreaterThan(0);
    expect(file.observations.map(({ code, measure, value }) => [code, measure, value])).toEqual(
      by1900.observations.map(({ code, measure, value }) => [code, measure, value]),
    );
    expect(file.findings.map(({ code }) => code)).toEqual(by1900.findings.map(({ code }) => code));
    expect(dateToSerial('1904-01-02')).toBe(1463);
    const act = { who: 'An', at: '2024-03-15 08:00:00' };
    await expect(repairForm(port, [], act)).rejects.toMatchObject({
      refusal: { code: 'workbook-counts-from-1904' },
    });
  });

  it('a plan is not read by other days than it was written with', async () => {
    ({ model } = await openExcel(emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!))));
    expect((await openDesk(new ExcelWorkbook())).ok).toBe(true);
    model.workbook.date1904 = true;
    expect(await openDesk(new ExcelWorkbook())).toMatchObject({
      ok: false,
      refusal: { code: 'workbook-counts-from-1904' },
    });
  });
});
