import { APPENDIX_PAGE, LOOK } from '../domain/page/page';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { WorkbookModel } from '../workbench';
import { ModelWorkbook } from './model-workbook';

/**
 * The port over the page's own workbook keeps what src/excel keeps (test/office/beside-table): here
 * without an engine, so no formulas are calculated.
 */

function table(rows: [string, number][], foot = 'Ghi chú của bảng'): Sheet {
  const sheet = new Sheet('Bảng');
  sheet.page = APPENDIX_PAGE;
  ['STT', 'Đơn vị', 'Số hồ sơ'].forEach((heading, column) =>
    sheet.put(0, column, heading, LOOK.heading),
  );
  rows.forEach(([agency, figure], index) => {
    sheet.put(index + 1, 0, index + 1, LOOK.textCentre);
    sheet.put(index + 1, 1, agency, LOOK.text);
    sheet.put(index + 1, 2, figure, LOOK.count);
  });
  sheet.put(rows.length + 1, 1, foot, LOOK.line);
  return sheet;
}

function list(rows: string[]): Sheet {
  const sheet = new Sheet('Bản nộp');
  sheet.put(0, 0, 'Mã bản nộp');
  rows.forEach((id, index) => sheet.put(index + 1, 0, id));
  return sheet;
}

const FIRST: [string, number][] = [
  ['Sở Nội vụ', 10],
  ['Xã Đôn Châu', 20],
  ['Xã Long Hiệp', 30],
];
const WITH_ONE_MORE: [string, number][] = [FIRST[0], ['Xã An Trường', 15], FIRST[1], FIRST[2]];

function opened() {
  // An engine that finds nothing to calculate: values stay as they are put.
  const model = new WorkbookModel({ calculate: () => [] });
  model.open(emptyWorkbook([new Sheet('Của tôi')]), 'so.xlsx');
  const port = new ModelWorkbook(model, async () => undefined);
  const sheet = (name: string) => model.workbook.sheets.find((one) => one.name === name);
  return { model, port, sheet, names: () => model.workbook.sheets.map(({ name }) => name) };
}

async function reported() {
  const all = opened();
  await all.port.replaceSheets([table(FIRST)]);
  const beside = all.sheet('Bảng')!;
  beside.put(2, 4, 'gọi lại chị Hoa');
  all.sheet('Của tôi')!.putFormula(0, 0, "'Bảng'!C3*2", 40);
  return { ...all, beside };
}

/** Each row of the table with what stands beside it. */
const lines = (sheet: Sheet) =>
  Array.from({ length: 7 }, (_, row) => [
    sheet.value(row, 1),
    sheet.value(row, 2),
    sheet.value(row, 4),
  ]).filter(([name]) => name !== null);

describe('a table that is made again', () => {
  it('takes what stands beside a row, and what refers to it, along with the row; taking back brings both back', async () => {
    const { port, sheet, beside, names, model } = await reported();
    const before = lines(beside);
    const undo = await port.replaceSheets([table(WITH_ONE_MORE)]);
    expect(lines(beside).map(([name, , note]) => [name, note])).toContainEqual([
      'Xã Đôn Châu',
      'gọi lại chị Hoa',
    ]);
    expect(sheet('Của tôi')!.cell(0, 0)!.formula!.replaceAll("'", '')).toBe('Bảng!C4*2');
    expect(sheet('Bảng (cũ)')!.visibility).toBe('hidden');
    expect(model.workbook.names.get('TongHop_Bang_B_1ea3ng')).toBe("'Bảng'!$A$1:$C$6");
    await undo();
    expect(lines(beside)).toEqual(before);
    expect(sheet('Của tôi')!.cell(0, 0)!.formula!.replaceAll("'", '')).toBe('Bảng!C3*2');
    expect(names()).toEqual(['Của tôi', 'Bảng']);
  });

  it('keeps under the table what stood beside a row that is gone', async () => {
    const { port, beside } = await reported();
    await port.replaceSheets([table([FIRST[0], FIRST[2]])]);
    const notes = [...beside.rows.values()]
      .map((cells) => cells.get(4)?.value)
      .filter((value) => value);
    expect(notes).toEqual(['gọi lại chị Hoa']);
    expect(lines(beside).find(([, , note]) => note)).toBeUndefined();
  });

  it('is not written where a person’s cells stand in the way, nor into a protected sheet; nothing changes', async () => {
    const { port, beside, names } = await reported();
    const wide = table(FIRST);
    for (let column = 3; column < 6; column++) wide.put(0, column, `cột ${column}`);
    await expect(port.replaceSheets([table([]), wide])).rejects.toMatchObject({
      refusal: { code: 'table-has-no-room', facts: { sheet: 'Bảng', column: 'F' } },
    });
    beside.isProtected = true;
    await expect(port.replaceSheets([new Sheet('Khác'), table(FIRST)])).rejects.toMatchObject({
      refusal: { code: 'sheet-is-protected' },
    });
    expect(names()).toEqual(['Của tôi', 'Bảng']);
  });

  it('is not taken back with what a person has typed into it since', async () => {
    const { port, beside } = await reported();
    const undo = await port.replaceSheets([table(WITH_ONE_MORE)]);
    beside.put(2, 2, 99);
    await expect(undo()).rejects.toMatchObject({
      refusal: { code: 'cell-written-since', facts: { sheet: 'Bảng', cell: 'C3' } },
    });
    expect(beside.value(2, 2)).toBe(99);
  });

  it('is taken back only while no later run has put it', async () => {
    const { port } = await reported();
    const undo = await port.replaceSheets([table(WITH_ONE_MORE)]);
    await port.replaceSheets([table(FIRST)]);
    await expect(undo()).rejects.toMatchObject({ refusal: { code: 'sheet-written-since' } });
  });
});

describe('a list', () => {
  it('grows below what stands there; its rows are taken back where they still stand', async () => {
    const { port, sheet, names } = opened();
    const first = await port.appendRows([list(['A/1', 'B/1'])]);
    const second = await port.appendRows([list(['C/1'])]);
    const ids = () => [...sheet('Bản nộp')!.rows.values()].map((cells) => cells.get(0)!.value);
    expect(ids()).toEqual(['Mã bản nộp', 'A/1', 'B/1', 'C/1']);
    await second();
    expect(ids()).toEqual(['Mã bản nộp', 'A/1', 'B/1']);
    sheet('Bản nộp')!.put(1, 0, 'Z/9');
    await expect(first()).rejects.toMatchObject({ code: 'RowsMoved' });
    sheet('Bản nộp')!.put(1, 0, 'A/1');
    await first();
    expect(names()).toEqual(['Của tôi']);
  });
});

describe('single cells', () => {
  it('are written with their look kept, and taken back only while they hold what was written', async () => {
    const { port, sheet } = opened();
    sheet('Của tôi')!.put(0, 0, '12', { format: '@', unlocked: true });
    const undo = await port.editCells([{ sheet: 'Của tôi', cell: 'A1', value: 12 }]);
    expect(sheet('Của tôi')!.cell(0, 0)).toEqual({
      value: 12,
      style: { format: 'General', unlocked: true },
    });
    sheet('Của tôi')!.put(0, 0, 13);
    await expect(undo()).rejects.toMatchObject({ refusal: { code: 'cell-written-since' } });
    sheet('Của tôi')!.put(0, 0, 12);
    await undo();
    expect(sheet('Của tôi')!.cell(0, 0)).toEqual({
      value: '12',
      style: { format: '@', unlocked: true },
    });
  });

  it('are not written in a workbook that counts its days from 1904', async () => {
    const { port, model } = opened();
    model.workbook.date1904 = true;
    await expect(
      port.editCells([{ sheet: 'Của tôi', cell: 'A1', value: 1 }]),
    ).rejects.toMatchObject({
      refusal: { code: 'workbook-counts-from-1904' },
    });
  });

  it('are told of when they change, and what is read is a copy', async () => {
    const { port, sheet } = opened();
    let told = 0;
    const stop = await port.onEdit(() => told++);
    await port.editCells([{ sheet: 'Của tôi', cell: 'B2', value: 'có' }]);
    expect(told).toBe(1);
    await stop();
    const read = await port.readWhole();
    read.sheets[0].put(1, 1, 'khác');
    read.sheets[0].columnWidths.set(0, 99);
    expect(sheet('Của tôi')!.value(1, 1)).toBe('có');
    expect(sheet('Của tôi')!.columnWidths.size).toBe(0);
    expect(
      (
        await port.readAreas([{ sheet: 'Của tôi', area: { top: 1, bottom: 1, left: 1, right: 1 } }])
      )[0]!.value(1, 1),
    ).toBe('có');
    expect(
      await port.readAreas([{ sheet: 'Không có', area: { top: 0, bottom: 0, left: 0, right: 0 } }]),
    ).toEqual([null]);
  });
});

it('the stamp at the printed foot leaves the page number that stands there', async () => {
  const { port, sheet } = opened();
  sheet('Của tôi')!.page = { ...APPENDIX_PAGE, footer: '&C&P' };
  const undo = await port.writeFoot(['Của tôi'], 'Mã kiểm tra 1234');
  expect(sheet('Của tôi')!.page!.footer).toBe('&C&P&RMã kiểm tra 1234');
  await undo();
  expect(sheet('Của tôi')!.page!.footer).toBe('&C&P');
});
