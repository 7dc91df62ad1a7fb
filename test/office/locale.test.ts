import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { HostOptions } from '../../src/workbench/host/excel-host';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';
import { openExcel } from './office-window';

/**
 * Nothing that is written or read depends on how the person's Excel writes numbers, lists and
 * dates.
 */

const port = new ExcelWorkbook();

/** Each of Excel's programs under both regional settings. */
const EXCELS = (['web', 'windows', 'mac'] as const).flatMap((platform) =>
  (['en-US', 'vi-VN'] as const).map((locale): HostOptions => ({ platform, locale })),
);

const HEADING = { bold: true, fill: '#DDDDDD', border: true };
const FIGURE = { border: true, format: '#,##0.00' };

/**
 * The same look in places that do not touch, text that reads as a figure or a date, a formula of
 * several arguments.
 */
function table(): Sheet {
  const sheet = new Sheet('Bảng');
  ['Mã', 'Số liệu', 'Ngày'].forEach((text, column) => sheet.put(0, column, text, HEADING));
  ['Cộng', 'Tỷ lệ', ''].forEach((text, column) => sheet.put(4, column, text, HEADING));
  const texts = ['1,5', '1.10', '3/2024', '12-2024', 'TRUE', '#N/A', '=A1', '(5)'];
  texts.forEach((text, column) => sheet.put(2, column, text));
  sheet.put(1, 1, 1234.5, FIGURE);
  sheet.put(1, 2, true, { border: true });
  sheet.putFormula(5, 1, 'IF(SUM(B2,C6)>1.5,ROUND(B2,1),0)', null, FIGURE);
  return sheet;
}

describe.each(EXCELS)('$platform, $locale', (options) => {
  it('writes the same sheet and reads it back', async () => {
    const { model } = await openExcel(emptyWorkbook([new Sheet('Sheet1')]), options);
    await port.replaceSheets([table()]);
    const written = findSheet(model.workbook, 'Bảng')!;
    for (const [row, column] of [
      [0, 0],
      [0, 2],
      [4, 1],
    ])
      expect(written.cell(row, column)!.style).toMatchObject({
        bold: true,
        fill: '#DDDDDD',
        border: true,
      });
    expect(written.cell(1, 1)).toMatchObject({
      value: 1234.5,
      style: { format: '#,##0.00', border: true },
    });
    expect(written.cell(5, 1)!.formula).toBe('IF(SUM(B2,C6)>1.5,ROUND(B2,1),0)');
    model.recalculate();
    const [read] = (await port.readSheets(['Bảng'], ['Bảng'])).sheets;
    const texts = Array.from({ length: 8 }, (_, column) => read.value(2, column));
    expect(texts).toEqual([
      '1,5',
      '1.10',
      '3/2024',
      '12-2024',
      'TRUE',
      { error: '#N/A' },
      '=A1',
      '(5)',
    ]);
    expect([read.value(1, 1), read.value(1, 2), read.value(5, 1)]).toEqual([1234.5, true, 1234.5]);
  });

  it('divides the areas of getRanges as Excel does', async () => {
    await openExcel(emptyWorkbook([new Sheet('Sheet1')]), options);
    const bold = (address: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRanges(address).format.font.bold = true;
        await context.sync();
      });
    const takes = options.platform !== 'web' && options.locale === 'vi-VN' ? 'A1;B2' : 'A1,B2';
    await bold(takes);
    await expect(bold(takes === 'A1,B2' ? 'A1;B2' : 'A1,B2')).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  });
});

it('merged cells are told apart whatever their sheet is called', async () => {
  const sheet = new Sheet('x,A1,y;B2');
  sheet.put(0, 0, 'a');
  sheet.put(9, 3, 'b');
  sheet.merges.push(
    { top: 4, left: 1, bottom: 4, right: 2 },
    { top: 6, left: 0, bottom: 7, right: 0 },
  );
  const plain = new Sheet('Không gộp');
  plain.put(0, 0, 1);
  await openExcel(emptyWorkbook([sheet, plain, new Sheet('Trống')]), { platform: 'windows' });
  const read = await port.readWhole();
  expect(read.sheets.map(({ merges }) => merges)).toEqual([sheet.merges, [], []]);
});
