import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { Platform } from '../../src/workbench/host/api-sets';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/** A cell holds a longer text than Excel for Windows tells among formulas. */

const port = new ExcelWorkbook();
const LONG = 'Khó khăn, vướng mắc trong kỳ. '.repeat(400);

async function open(platform: Platform) {
  const sheet = new Sheet('Biểu');
  for (let row = 0; row < 6; row++) {
    sheet.put(row, 0, `Dòng ${row + 1}`);
    sheet.put(row, 1, 10 * row);
    sheet.putFormula(row, 2, `B${row + 1}*2`, 20 * row);
    sheet.put(row, 3, row === 3 ? LONG : 'không');
    sheet.putFormula(row, 4, `"Dòng "&B${row + 1}`, `Dòng ${10 * row}`);
  }
  sheet.hiddenRows.add(4);
  return openExcel(emptyWorkbook([sheet]), { platform, version: '1.14' });
}

const cellsOf = ({ rows, hiddenRows }: Sheet) => ({
  cells: [...rows].map(([row, cells]) => [
    row,
    ...[...cells].map(([column, { value, formula }]) => [column, value, formula]),
  ]),
  hidden: [...hiddenRows],
});

const READINGS: Record<string, () => Promise<(Sheet | null)[]>> = {
  'a whole workbook': async () => (await port.readWhole()).sheets,
  'the sheet in front': async () => (await port.readActiveSheet()).sheets,
  'sheets by name': async () => (await port.readSheets(['Biểu'], ['Biểu'])).sheets,
  areas: () => port.readAreas([{ sheet: 'Biểu', area: { top: 1, left: 0, bottom: 4, right: 4 } }]),
};

it.each(Object.keys(READINGS))('is read as on the web, with every formula: %s', async (what) => {
  const { host } = await open('web');
  const web = (await READINGS[what]()).map((sheet) => cellsOf(sheet!));
  expect(host.traffic.records.flatMap(({ error }) => error ?? [])).toEqual([]);
  const { host: windows } = await open('windows');
  expect((await READINGS[what]()).map((sheet) => cellsOf(sheet!))).toEqual(web);
  // This Excel did refuse.
  expect(windows.traffic.records.flatMap(({ error }) => error ?? [])).toEqual(['GeneralException']);
});

it('stands on a sheet of which other cells are written and taken back', async () => {
  const { model } = await open('windows');
  const at = (row: number, column: number) => model.workbook.sheets[0].value(row, column);
  const undo = await port.editCells([{ sheet: 'Biểu', cell: 'B2', value: 45 }]);
  expect([at(1, 1), at(1, 2), at(3, 3)]).toEqual([45, 90, LONG]);
  await undo();
  expect([at(1, 1), at(3, 3)]).toEqual([10, LONG]);
});

it('on a large sheet no reply is larger than it is elsewhere, and every formula is read', async () => {
  const sheet = new Sheet('Nhật ký');
  const [rows, columns] = [1500, 12];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sheet.put(row, column, `${row}.${column} `.padEnd(420, 'x'));
  sheet.put(7, 3, LONG);
  sheet.putFormula(rows - 1, 2, 'A1&"!"', `${sheet.value(0, 0) as string}!`);
  const { host } = await openExcel(emptyWorkbook([sheet]), {
    platform: 'windows',
    version: '1.14',
  });
  const [read] = (await port.readSheets(['Nhật ký'], ['Nhật ký'])).sheets;
  expect(host.traffic.records.some(({ error }) => error === 'GeneralException')).toBe(true);
  expect(host.traffic.largestReply).toBeLessThan(5_000_000);
  expect(read.cell(rows - 1, 2)?.formula).toBe('A1&"!"');
  expect([read.value(7, 3), read.value(rows - 1, 11)]).toEqual([LONG, sheet.value(rows - 1, 11)]);
});
