import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/**
 * Notes and comments people put on cells of our tables, and texts longer than Excel takes among
 * formulas.
 */

const port = new ExcelWorkbook();
let model: WorkbookModel;
let host: ExcelHost;

function table(...names: string[]): Sheet {
  const sheet = new Sheet('Bảng');
  sheet.page = { landscape: false, margins: { top: 20, bottom: 20, left: 30, right: 15 } };
  ['Đơn vị', 'Số liệu'].forEach((text, column) => sheet.put(0, column, text, { bold: true }));
  names.forEach((name, row) => {
    sheet.put(row + 1, 0, name);
    sheet.putFormula(row + 1, 1, `${row + 1}*2`, (row + 1) * 2, { format: '#,##0' });
  });
  sheet.merges.push({ top: 0, left: 0, bottom: 0, right: 1 });
  return sheet;
}
const own = () => findSheet(model.workbook, 'Bảng')!;
const notes = () => own().notes.map(({ row, text }) => [own().value(row, 0), text]);
const comments = () =>
  host.comments
    .filter(({ sheet }) => sheet === own())
    .map(({ row, content }) => [own().value(row, 0), content]);

beforeEach(async () => {
  ({ model, host } = await openExcel(emptyWorkbook([new Sheet('Ghi chú')])));
  await port.replaceSheets([table('Xã A', 'Xã B', 'Xã C')]);
  own().notes.push({ row: 2, column: 1, text: 'xem lại', author: 'Hà' });
  await Excel.run(async (context) => {
    context.workbook.comments.add('Bảng!B4', 'đã gọi điện');
    await context.sync();
  });
});

it('the host clears and copies them with everything else, as Excel does', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Bảng');
    sheet.getRange('D3').copyFrom('B3');
    sheet.getRange('B3').clear('Contents');
    sheet.getRange('B4').clear();
    await context.sync();
  });
  expect(own().notes.map(({ row, column }) => [row, column])).toEqual([
    [2, 1],
    [2, 3],
  ]);
  expect(host.comments).toEqual([]);
});

it('stay on their rows when the table is made anew, shrinks, grows, and is taken back', async () => {
  const [note, comment] = [[['Xã B', 'xem lại']], [['Xã C', 'đã gọi điện']]];
  const undos = [];
  for (const names of [
    ['Xã A', 'Xã B', 'Xã C'],
    ['Xã B', 'Xã C'],
    ['Xã mới', 'Xã A', 'Xã B', 'Xã C', 'Xã D'],
  ]) {
    const undo = await port.replaceSheets([table(...names)]);
    expect([notes(), comments()]).toEqual([note, comment]);
    expect(own().merges).toEqual(table().merges);
    expect(own().value(names.length, 1)).toBe(names.length * 2);
    undos.push(undo);
    await undo();
    expect([notes(), comments()]).toEqual([note, comment]);
    expect(own().merges).toEqual(table().merges);
    expect(own().value(3, 1)).toBe(6);
  }
});

it('of a row that is gone come back with it', async () => {
  const undo = await port.replaceSheets([table('Xã A', 'Xã C')]);
  expect(own().value(2, 0)).toBe('Xã C');
  await undo();
  expect(notes()).toEqual([['Xã B', 'xem lại']]);
  expect(comments()).toEqual([['Xã C', 'đã gọi điện']]);
});

it.each(['replaceSheets', 'appendRows', 'editCells'] as const)(
  'a long text is written whole: %s',
  async (way) => {
    const long = `- ${'Giải trình rất dài, có “dấu” và ký tự. '.repeat(400)}`;
    expect(long.length).toBeGreaterThan(8200);
    const sheet = new Sheet('Nhật ký');
    ['Mã', 'Lý do', 'Số'].forEach((text, column) => sheet.put(0, column, text));
    ['a', long, 5].forEach((value, column) => sheet.put(1, column, value));
    if (way === 'editCells') await port.editCells([{ sheet: 'Ghi chú', cell: 'B2', value: long }]);
    else await port[way]([sheet]);
    const written = findSheet(model.workbook, way === 'editCells' ? 'Ghi chú' : 'Nhật ký')!;
    expect(written.value(1, 1)).toBe(long);
    if (way !== 'editCells') expect(written.value(1, 2)).toBe(5);
  },
);

it('figures that are put while nothing is calculated are calculated before anybody reads them', async () => {
  const [figures, report] = [new Sheet('Số liệu'), new Sheet('Báo cáo')];
  figures.put(0, 0, 4);
  report.putFormula(0, 0, `'Số liệu'!A1*2`, null);
  host.traffic.reset();
  await port.replaceSheets([figures, report]);
  const asked = host.traffic.lines().join('\n');
  expect(asked).toContain('suspendApiCalculationUntilNextSync');
  expect(asked.match(/suspendScreenUpdatingUntilNextSync/g)).toHaveLength(1);
  expect(asked).toContain('Application.calculate()');
  expect((await port.readSheets(['Báo cáo'])).sheets[0].value(0, 0)).toBe(8);
});
