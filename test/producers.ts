import { read, write, type BookType } from '@e965/xlsx';
import { Workbook as ExcelJs } from 'exceljs';
import { writeWorkbook } from '../src/xlsx/write/workbook';
import type { Workbook } from '../src/workbook/workbook';

/**
 * The same form as other programs save it. LibreOffice, which is not on every machine, is in `npm
 * run test:all`.
 */
export const PRODUCERS: Record<string, (workbook: Workbook) => Promise<Uint8Array>> = {
  'Tổng Hợp': (workbook) => writeWorkbook(workbook),
  exceljs: async (workbook) => {
    const book = new ExcelJs();
    await book.xlsx.load((await writeWorkbook(workbook)).slice().buffer as never);
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  },
  SheetJS: (workbook) => savedAs(workbook, 'xlsx'),
};

/** A workbook in another format, by SheetJS. */
export async function savedAs(workbook: Workbook, format: BookType): Promise<Uint8Array> {
  const book = read(await writeWorkbook(workbook), {
    type: 'array',
    cellNF: true,
    cellFormula: true,
    cellStyles: true,
  });
  // SheetJS cannot write print titles to .xlsb, and says so at length.
  book.Workbook!.Names = book.Workbook!.Names?.filter(({ Name }) => !Name.startsWith('_xlnm'));
  // Formats of one sheet are saved with the first one.
  return new Uint8Array(write(book, { type: 'array', bookType: format }) as ArrayBuffer);
}
