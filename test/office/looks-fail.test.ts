import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { HostOptions } from '../../src/workbench/host/excel-host';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/** Panes, page and printer: what Excel refuses of them never keeps figures from being written. */

const port = new ExcelWorkbook();

function table(name: string, figure: number): Sheet {
  const sheet = new Sheet(name);
  sheet.page = {
    landscape: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    footer: '&C&P',
  };
  sheet.frozenRows = 1;
  sheet.put(0, 0, 'Số liệu');
  sheet.put(1, 0, figure);
  return sheet;
}
const open = (options: HostOptions = {}) =>
  openExcel(emptyWorkbook([new Sheet('Ghi chú')]), options);

it('Excel 2021 for Windows freezes panes of the sheet in front only, and gets its tables', async () => {
  const { model } = await open({ platform: 'windows', version: '1.14' });
  await port.replaceSheets([table('Một', 1), table('Hai', 2)]);
  const undo = await port.replaceSheets([table('Một', 3), table('Hai', 4)]);
  await port.appendRows([table('Sổ', 5)]);
  const figures = ['Một', 'Hai', 'Sổ'].map((name) => findSheet(model.workbook, name)!.value(1, 0));
  expect(figures).toEqual([3, 4, 5]);
  expect(['Một', 'Hai'].map((name) => findSheet(model.workbook, name)!.frozenRows)).toEqual([1, 1]);
  expect(model.active.name).toBe('Một');
  await undo();
  expect(findSheet(model.workbook, 'Hai')!.value(1, 0)).toBe(2);
});

it('a printer without A4 takes no figure back, and the rest of the page is set up', async () => {
  const { host, model } = await open({ platform: 'windows' });
  host.hasPrinter = false;
  const undo = await port.replaceSheets([table('Một', 1), table('Hai', 2)]);
  const written = ['Một', 'Hai'].map((name) => findSheet(model.workbook, name)!);
  expect(written.map((sheet) => sheet.value(1, 0))).toEqual([1, 2]);
  expect(written.map(({ page }) => [page?.landscape, page?.footer])).toEqual([
    [true, '&C&P'],
    [true, '&C&P'],
  ]);
  await undo();
  expect(findSheet(model.workbook, 'Hai')).toBeUndefined();
});

it('the page is set up once, on the sheet that stands, after every figure', async () => {
  const { host } = await open();
  await port.replaceSheets([table('Một', 1)]);
  host.traffic.reset();
  await port.replaceSheets([table('Một', 2)]);
  const asked = host.traffic.records.flatMap((record) => record.asked);
  const papers = asked.flatMap((one, index) =>
    one.startsWith('PageLayout.paperSize') ? [index] : [],
  );
  expect(papers).toHaveLength(1);
  expect(papers[0]).toBeGreaterThan(asked.findLastIndex((one) => /copyFrom|formulas =/.test(one)));
});
