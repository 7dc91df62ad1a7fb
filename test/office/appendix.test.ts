import { planFromAppendix } from '../../src/app/plan-from-appendix';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { dateToSerial } from '../../src/text/date';
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
