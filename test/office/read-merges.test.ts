import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

it('reads what is merged where the host tells it (ExcelApi 1.13)', async () => {
  const sheet = new Sheet('Biểu');
  for (let row = 0; row < 6; row++) sheet.put(row, 0, row);
  sheet.merges.push(
    { top: 1, bottom: 2, left: 0, right: 1 },
    { top: 4, bottom: 5, left: 0, right: 0 },
  );
  await openExcel(emptyWorkbook([sheet]), { version: '1.14' });
  const [read] = (await new ExcelWorkbook().readWhole()).sheets;
  expect(read.merges).toEqual(sheet.merges);
});
