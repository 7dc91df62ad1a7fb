import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { ChartSeries } from '../../src/workbench/host/charts';
import { ApiError } from '../../src/workbench/host/errors';
import type { HostOptions } from '../../src/workbench/host/excel-host';
import { Range } from '../../src/workbench/host/range';
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

it('links and what stands under the bars of a chart take no figure back either', async () => {
  const refuse = (member: string) => () => {
    throw new ApiError('InvalidArgument', member);
  };
  const { model } = await open();
  const sheet = table('Một', 1);
  sheet.put(0, 1, 'Đơn vị');
  sheet.put(0, 3, 'Tỷ lệ');
  for (let row = 1; row < 4; row++) {
    sheet.put(row, 1, `Xã ${row}`);
    sheet.put(row, 3, 10 * row);
  }
  const series = { name: 'Tỷ lệ', categories: `'Một'!$B$2:$B$4`, values: `'Một'!$D$2:$D$4` };
  const place = { top: 6, left: 0, bottom: 20, right: 4 };
  sheet.charts.push({ name: 'Biểu đồ', kind: 'bar', title: 'Tỷ lệ', place, series: [series] });
  sheet.links.push({ row: 1, column: 1, sheet: 'Ghi chú', cell: 'A1' });
  const categories = jest
    .spyOn(ChartSeries.prototype, 'setXAxisValues')
    .mockImplementation(refuse('ChartSeries.setXAxisValues'));
  const links = jest
    .spyOn(Range.prototype, 'hyperlink', 'set')
    .mockImplementation(refuse('Range.hyperlink'));
  await port.replaceSheets([sheet, table('Hai', 2)]);
  expect([categories, links].every(({ mock }) => mock.calls.length > 0)).toBe(true);
  jest.restoreAllMocks();
  const written = findSheet(model.workbook, 'Một')!;
  expect([written.value(1, 0), written.frozenRows, written.charts.length]).toEqual([1, 1, 1]);
  expect(findSheet(model.workbook, 'Hai')!.page?.landscape).toBe(true);
});
