import { planFromAppendix } from '../../src/app/plan-from-appendix';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { dateToSerial } from '../../src/text/date';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { openReceived } from '../../src/intake/open-received';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { appendixWorkbook } from '../appendix/appendix-workbook';
import { openExcel } from './office-window';

/** *Đọc phụ lục* from the sheet that is open gives the plan the command line gives of the file. */

const port = new ExcelWorkbook();
const all = national as National;

const planOf = (workbook: Workbook) =>
  planFromAppendix(workbook, all, { year: null, province: null });

/**
 * As people have it in Excel: deadlines that became dates, targets that became per cents, a cell
 * over several rows.
 */
function asTyped(of: Parameters<typeof appendixWorkbook>[0]): Workbook {
  const workbook = appendixWorkbook(of);
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of sheet.rows) {
      for (const [column, { value, style }] of cells) {
        const text = String(value).trim();
        const percent = /^(?:[5-9]\d|100)%?$/.exec(text);
        const month = /^(?:tháng )?(\d{1,2})\/(20\d\d)$/i.exec(text);
        if (percent)
          sheet.put(row, column, Number.parseInt(text, 10) / 100, { ...style, format: '0%' });
        if (month) {
          const serial = dateToSerial(`${month[2]}-${month[1].padStart(2, '0')}-01`);
          sheet.put(row, column, serial, { ...style, format: 'mm/yyyy' });
        }
      }
    }
  }
  return workbook;
}

it.each(['vinh-long-2023', 'vinh-chap-2024'] as const)('%s', async (of) => {
  const workbook = asTyped(of);
  const sheet = workbook.sheets[0];
  const formats = [...sheet.rows.values()].flatMap((cells) =>
    [...cells.values()].map(({ style }) => style?.format),
  );
  expect(formats.some((format) => format === '0%' || format === 'mm/yyyy')).toBe(true);
  const opened = await openReceived(await writeWorkbook(emptyWorkbook([sheet])), undefined, null);
  if (!opened.ok) throw new Error(opened.refusal.code);
  await openExcel(emptyWorkbook([sheet]), { version: '1.14' });
  const read = await port.readActiveSheet();
  expect(read.sheets[0].merges).toEqual(opened.value.workbook.sheets[0].merges);
  expect(planOf(read)).toEqual(planOf(opened.value.workbook));
});

it('a heading that is one by being bold is read as it is from a file', async () => {
  const table = (isBold: boolean): Workbook => {
    const sheet = new Sheet('Phụ lục');
    const rows = [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
      ['1', 'Rà soát văn bản quy phạm pháp luật', 'Sở Tư pháp', 'Quý II/2023'],
      ['', 'cải cách thủ tục hành chính', '', ''],
      ['2', 'Công bố thủ tục hành chính', 'Sở Nội vụ', 'Tháng 6/2023'],
      ['3', 'Kiểm tra việc thực hiện', 'Sở Nội vụ', 'Tháng 9/2023'],
    ];
    rows.forEach((texts, row) =>
      texts.forEach((text, column) => {
        // A whole row, and a cell of another.
        const isOver = row === 2 || (row === 3 && column === 1);
        if (text) sheet.put(row, column, text, isBold && isOver ? { bold: true } : undefined);
      }),
    );
    return emptyWorkbook([sheet]);
  };
  const opened = await openReceived(await writeWorkbook(table(true)), undefined, null);
  if (!opened.ok) throw new Error(opened.refusal.code);
  await openExcel(table(true));
  const read = await port.readActiveSheet();
  const boldIn = ({ sheets }: Workbook) =>
    [...sheets[0].rows].flatMap(([row, cells]) =>
      [...cells].filter(([, { style }]) => style?.bold).map(([column]) => [row, column]),
    );
  expect(boldIn(read)).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(boldIn(opened.value.workbook)).toEqual(boldIn(read));
  const of = (workbook: Workbook) =>
    planFromAppendix(workbook, all, { year: 2023, province: null });
  expect(of(read).ok).toBe(true);
  expect(of(read)).toEqual(of(opened.value.workbook));
  // It does decide how the rows are read.
  expect(of(read)).not.toEqual(of(table(false)));
});
