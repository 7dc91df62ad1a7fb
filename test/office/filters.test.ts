import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/**
 * A person has filtered a sheet of ours, or made it a table of Excel's: writing would land in other
 * rows, or not at all.
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
function list(...names: string[]): Sheet {
  const sheet = new Sheet('Sổ');
  sheet.put(0, 0, 'Mã');
  names.forEach((name, row) => sheet.put(row + 1, 0, name));
  return sheet;
}
const FIRST = [1, 2, 3];
const column = (name: string, of: number) => {
  const sheet = findSheet(model.workbook, name)!;
  return Array.from({ length: (sheet.usedArea()?.bottom ?? -1) + 1 }, (_, row) =>
    sheet.value(row, of),
  );
};

/** What a person does in Excel. */
const person = (act: (context: Excel.RequestContext) => void) =>
  Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
const filter = (name: string, address: string, values: string[]) =>
  person(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(name);
    sheet.autoFilter.apply(sheet.getRange(address), 0, { filterOn: 'Values', values });
  });
const unfilter = (name: string) =>
  person(({ workbook }) => workbook.worksheets.getItem(name).autoFilter.clearCriteria());

beforeEach(async () => {
  ({ model, host } = await openExcel(emptyWorkbook([new Sheet('Ghi chú')])));
  await port.replaceSheets([table(FIRST), list('a', 'b', 'c')]);
});

it('the host misplaces what is written under a filter, as Excel does', async () => {
  await filter('Bảng', 'A1:B4', ['Xã 1', 'Xã 3']);
  await person(
    ({ workbook }) =>
      (workbook.worksheets.getItem('Bảng').getRange('B2:B4').values = [[7], [8], [9]]),
  );
  expect(column('Bảng', 1)).toEqual(['Số liệu', 7, 2, 7]);
});

it.each<[string, string, () => Promise<unknown>]>([
  ['a table made anew', 'Bảng', () => port.replaceSheets([table([4, 5, 6, 7])])],
  ['a list made anew', 'Sổ', () => port.replaceSheets([list('d', 'e')])],
  ['rows below a list', 'Sổ', () => port.appendRows([list('d')])],
  ['a single cell', 'Bảng', () => port.editCells([{ sheet: 'Bảng', cell: 'B3', value: 9 }])],
])(
  '%s is refused by name where the sheet is filtered, and goes through once it is not',
  async (_, name, write) => {
    const before = [column('Bảng', 1), column('Sổ', 0)];
    await filter(name, 'A1:A4', [name === 'Sổ' ? 'a' : 'Xã 1']);
    await expect(write()).rejects.toMatchObject({
      refusal: { code: 'sheet-is-filtered', facts: { sheet: name } },
    });
    expect([column('Bảng', 1), column('Sổ', 0)]).toEqual(before);
    await unfilter(name);
    await write();
    expect([column('Bảng', 1), column('Sổ', 0)]).not.toEqual(before);
  },
);

it('a filter that hides nothing is in nobody’s way', async () => {
  await person(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('Bảng');
    sheet.autoFilter.apply(sheet.getRange('A1:B4'));
  });
  await port.replaceSheets([table([4, 5, 6, 7])]);
  expect(column('Bảng', 1)).toEqual(['Số liệu', 4, 5, 6, 7]);
});

it('taking back is refused as well', async () => {
  const undo = await port.replaceSheets([table([4, 5])]);
  const added = await port.appendRows([list('d')]);
  await filter('Bảng', 'A1:B3', ['Xã 1']);
  await filter('Sổ', 'A1:A5', ['a']);
  const code = { refusal: { code: 'sheet-is-filtered' } };
  await expect(undo()).rejects.toMatchObject(code);
  await expect(added()).rejects.toMatchObject(code);
  await unfilter('Bảng');
  await unfilter('Sổ');
  await undo();
  await added();
  expect([column('Bảng', 1), column('Sổ', 0)]).toEqual([
    ['Số liệu', 1, 2, 3],
    ['Mã', 'a', 'b', 'c'],
  ]);
});

describe('a filter in place (Data › Advanced), which Office.js does not tell', () => {
  const inPlace = (name: string, ...rows: number[]) =>
    host.filterInPlace(findSheet(model.workbook, name)!, rows);
  const sheets = () => model.workbook.sheets.map(({ name }) => name);

  it.each<[string, string, () => Promise<unknown>]>([
    ['a table made anew', 'Bảng', () => port.replaceSheets([table([4, 5, 6, 7])])],
    ['a list made anew', 'Sổ', () => port.replaceSheets([list('d', 'e')])],
  ])('%s is refused by name, and goes through once it is cleared', async (_, name, write) => {
    const before = [column('Bảng', 1), column('Sổ', 0), sheets()];
    inPlace(name, 1, 2);
    await expect(write()).rejects.toMatchObject({
      refusal: { code: 'sheet-is-filtered', facts: { sheet: name } },
    });
    expect([column('Bảng', 1), column('Sổ', 0), sheets()]).toEqual(before);
    inPlace(name);
    await write();
    expect([column('Bảng', 1), column('Sổ', 0)]).not.toEqual(before.slice(0, 2));
  });

  it('rows somebody hid by hand are in nobody’s way, and stay hidden', async () => {
    await person(
      ({ workbook }) => (workbook.worksheets.getItem('Bảng').getRange('A3:B3').rowHidden = true),
    );
    const undo = await port.replaceSheets([table([4, 5, 6])]);
    expect(column('Bảng', 1)).toEqual(['Số liệu', 4, 5, 6]);
    expect([...findSheet(model.workbook, 'Bảng')!.hiddenRows]).toEqual([2]);
    await undo();
    expect(column('Bảng', 1)).toEqual(['Số liệu', 1, 2, 3]);
  });

  it('taking back is refused as well, also of rows that were added', async () => {
    const undo = await port.replaceSheets([table([4, 5, 6])]);
    const added = await port.appendRows([list('d', 'e')]);
    inPlace('Bảng', 2);
    inPlace('Sổ', 5);
    await expect(undo()).rejects.toMatchObject({ refusal: { code: 'sheet-is-filtered' } });
    expect(column('Bảng', 1)).toEqual(['Số liệu', 4, 5, 6]);
    await expect(added()).rejects.toMatchObject({ refusal: { code: 'sheet-is-filtered' } });
    expect(column('Sổ', 0)).toEqual(['Mã', 'a', 'b', 'c', 'd', 'e']);
  });

  it('one that comes in the middle of a write is said', async () => {
    const sheet = findSheet(model.workbook, 'Bảng')!;
    sheet.hiddenRows.add(1);
    host.faults.clear();
    host.faults.carryingText('=2', { meanwhile: () => inPlace('Bảng', 1, 2) });
    await expect(port.replaceSheets([table([4, 5, 6])])).rejects.toMatchObject({
      refusal: { code: 'sheet-not-as-written', facts: { sheet: 'Bảng' } },
    });
  });
});

it('a table of Excel’s over ours is named, and so is its filter over a list', async () => {
  await person(({ workbook }) => {
    workbook.worksheets.getItem('Bảng').tables.add('A1:B4', true).name = 'CuaToi';
    const own = workbook.worksheets.getItem('Sổ').tables.add('A1:A4', true);
    own.autoFilter.apply(own.getRange(), 0, { filterOn: 'Values', values: ['b'] });
  });
  await expect(port.replaceSheets([table([4, 5])])).rejects.toMatchObject({
    refusal: { code: 'table-over-ours', facts: { sheet: 'Bảng', table: 'CuaToi' } },
  });
  await expect(port.appendRows([list('d')])).rejects.toMatchObject({
    refusal: { code: 'sheet-is-filtered', facts: { sheet: 'Sổ' } },
  });
});

describe('with the person’s yes the filter is lifted and put back', () => {
  const rows = (name: string) =>
    [...findSheet(model.workbook, name)!.hiddenRows].sort((a, b) => a - b);
  const two = (name: string) =>
    person(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(name);
      sheet.autoFilter.apply(sheet.getRange('A1:B4'), 0, {
        filterOn: 'Values',
        values: ['Xã 1', 'Xã 3'],
      });
      sheet.autoFilter.apply(sheet.getRange('A1:B4'), 1, {
        filterOn: 'Values',
        values: ['1', '2'],
      });
    });

  it('a table is made anew, and filtered by the same in each column', async () => {
    await two('Bảng');
    expect(rows('Bảng')).toEqual([2, 3]);
    const putBack = await port.liftFilters(['Bảng']);
    expect(rows('Bảng')).toEqual([]);
    await port.replaceSheets([table([1, 1, 2, 7])]);
    expect(column('Bảng', 1)).toEqual(['Số liệu', 1, 1, 2, 7]);
    await putBack();
    expect(rows('Bảng')).toEqual([2]);
  });

  it('a list grows, and so for a table of Excel’s', async () => {
    await person(({ workbook }) => {
      const own = workbook.worksheets.getItem('Sổ').tables.add('A1:A4', true);
      own.autoFilter.apply(own.getRange(), 0, { filterOn: 'Values', values: ['b'] });
    });
    const putBack = await port.liftFilters(['Sổ']);
    await port.appendRows([list('d')]);
    await putBack();
    expect(rows('Sổ')).toEqual([1, 3]);
    expect(column('Sổ', 0)).toEqual(['Mã', 'a', 'b', 'c', 'd']);
  });

  it('nothing is lifted where Excel does not tell by what rows are hidden', async () => {
    await filter('Sổ', 'A1:A4', ['a']);
    host.tellsNoCriteria = true;
    await expect(port.liftFilters(['Sổ'])).rejects.toMatchObject({
      refusal: { code: 'filter-not-told', facts: { sheet: 'Sổ' } },
    });
    expect(rows('Sổ')).toEqual([2, 3]);
  });

  it('a filter that cannot be put back is named', async () => {
    await filter('Bảng', 'A1:B4', ['Xã 1']);
    await filter('Sổ', 'A1:A4', ['a']);
    const putBack = await port.liftFilters(['Bảng', 'Sổ']);
    await person(({ workbook }) => workbook.worksheets.getItem('Bảng').autoFilter.remove());
    await expect(putBack()).rejects.toMatchObject({
      refusal: { code: 'filter-not-put-back', facts: { sheets: 'Bảng' } },
    });
    expect(rows('Sổ')).toEqual([2, 3]);
  });

  it('one that cannot be put back after a request broke off is named beside what went wrong', async () => {
    await filter('Sổ', 'A1:A4', ['a']);
    host.faults.clear();
    host.faults.carryingText('ClearCriteria', { afterwards: 'InvalidOrTimedOutSession' });
    for (const sync of [3, 4, 5]) host.faults.at(sync, { error: 'GeneralException' });
    const error = await port.liftFilters(['Sổ']).catch((reason: unknown) => reason);
    host.faults.clear();
    expect(error).toBeInstanceOf(AggregateError);
    expect((error as AggregateError).errors).toMatchObject([
      { code: 'InvalidOrTimedOutSession' },
      { refusal: { code: 'filter-not-put-back', facts: { sheets: 'Sổ' } } },
    ]);
  });

  it('a request that breaks off in between leaves the sheet filtered', async () => {
    await filter('Sổ', 'A1:A4', ['a']);
    host.faults.clear();
    host.faults.carryingText('ClearCriteria', { afterwards: 'InvalidOrTimedOutSession' });
    await expect(port.liftFilters(['Sổ'])).rejects.toThrow();
    expect(rows('Sổ')).toEqual([2, 3]);
  });
});
