import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/** The open form as the check reads it through the unmodified office.js. */

const port = new ExcelWorkbook();

function sheetOf(rows: number, columns: number, text: string): Sheet {
  const sheet = new Sheet('Biểu');
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sheet.put(row, column, `${text}${row}.${column}`);
  return sheet;
}

it('reads hidden rows and columns; what is merged is not told before 1.13', async () => {
  const sheet = sheetOf(6, 5, 'a');
  sheet.hiddenRows.add(2).add(3);
  sheet.hiddenColumns.add(4);
  sheet.merges.push({ top: 4, bottom: 5, left: 0, right: 1 });
  await openExcel(emptyWorkbook([sheet]), { version: '1.12' });
  const [read] = (await port.readWhole()).sheets;
  expect([[...read.hiddenRows], [...read.hiddenColumns], read.merges]).toEqual([[2, 3], [4], []]);
});

it('reads which cells are struck through', async () => {
  const sheet = sheetOf(4, 3, 'a');
  sheet.put(1, 2, 120, { strikethrough: true });
  sheet.put(3, 0, 'b', { strikethrough: true, format: '@' });
  await openExcel(
    emptyWorkbook([sheet, sheetOf(2, 2, 'c')].map((one, index) => ((one.name += index), one))),
    {
      version: '1.12',
    },
  );
  const { sheets } = await port.readWhole();
  const struck = sheets.flatMap((one) =>
    [...one.rows].flatMap(([row, cells]) =>
      [...cells]
        .filter(([, cell]) => cell.style?.strikethrough)
        .map(([column]) => [one.name, row, column]),
    ),
  );
  expect(struck).toEqual([
    ['Biểu0', 1, 2],
    ['Biểu0', 3, 0],
  ]);
  expect(sheets[0].cell(3, 0)!.style!.format).toBe('@');
});

it('takes two round trips and lets go in a third', async () => {
  const { host } = await openExcel(emptyWorkbook([sheetOf(60, 20, 'a')]), { version: '1.12' });
  host.traffic.reset();
  await port.readWhole();
  expect(host.traffic.syncs).toBeLessThanOrEqual(3);
});

it('reads a sheet too large for one reply in blocks, the same cells', async () => {
  const sheet = sheetOf(
    3000,
    40,
    'một ô có chữ dài hơn thường lệ để câu trả lời vượt quá giới hạn của Excel ',
  );
  await openExcel(emptyWorkbook([sheet]), { version: '1.12' });
  const [read] = (await port.readWhole()).sheets;
  expect(read.value(2999, 39)).toBe(sheet.value(2999, 39));
  expect(read.rows.size).toBe(3000);
});

it('editing cells of a protected sheet leaves it protected, and can be taken back', async () => {
  const sheet = sheetOf(3, 3, 'a');
  sheet.putFormula(1, 1, '1+1', 2);
  sheet.isProtected = true;
  const { host } = await openExcel(emptyWorkbook([sheet]), { version: '1.12' });
  const undo = await port.editCells([
    { sheet: 'Biểu', cell: 'B2', value: 5 },
    { sheet: 'Biểu', cell: 'A1', value: '=1+1' },
    { sheet: 'Biểu', cell: 'C3', value: null, formula: 'B2*2' },
  ]);
  const [own] = host.model.workbook.sheets;
  host.model.recalculate();
  expect([own.isProtected, own.value(1, 1), own.value(0, 0), own.value(2, 2)]).toEqual([
    true,
    5,
    '=1+1',
    10,
  ]);
  expect(own.cell(0, 0)!.formula).toBeUndefined();
  await undo();
  expect([own.isProtected, own.cell(1, 1)!.formula, own.value(0, 0), own.value(2, 2)]).toEqual([
    true,
    '1+1',
    'a0.0',
    'a2.2',
  ]);
});

it('does not wait for a cell somebody is typing into, and reads once they have left it', async () => {
  const { model } = await openExcel(emptyWorkbook([sheetOf(4, 3, 'a')]), { version: '1.12' });
  model.isEditing = true;
  await expect(port.readWhole()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  model.isEditing = false;
  expect((await port.readWhole()).sheets[0].value(3, 2)).toBe('a3.2');
});
