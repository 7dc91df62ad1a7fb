import { spawnSync } from 'node:child_process';
import {
  Workbook as ExcelJs,
  type CellFormulaValue,
  type CellErrorValue,
  type CellRichTextValue,
} from 'exceljs';
import { Sheet } from '../../src/workbook/sheet';
import type { CellValue } from '../../src/workbook/cell';
import { dateToSerial } from '../../src/text/date';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';

/** The same file by exceljs, as our rules take it. */
export async function readWithExcelJs(bytes: Uint8Array): Promise<Workbook> {
  const source = new ExcelJs();
  await source.xlsx.load(bytes.slice().buffer as never);
  const workbook = emptyWorkbook();
  for (const { name, ranges } of source.definedNames.model)
    workbook.names.set(name, ranges[0] ?? '');
  source.eachSheet((worksheet) => {
    const sheet = new Sheet(worksheet.name);
    sheet.visibility = worksheet.state;
    worksheet.eachRow((row, r) =>
      row.eachCell((cell, c) => {
        const raw = cell.value as object | string | number | boolean | Date | null;
        const formula = (raw as CellFormulaValue | null)?.formula;
        const value = plain(
          formula === undefined ? raw : ((raw as CellFormulaValue).result ?? null),
        );
        const style = cell.numFmt ? { format: cell.numFmt } : undefined;
        sheet.set(r - 1, c - 1, {
          value,
          ...(formula === undefined ? {} : { formula }),
          ...(style ? { style } : {}),
        });
      }),
    );
    workbook.sheets.push(sheet);
  });
  return workbook;
}

function plain(value: unknown): CellValue {
  if (value instanceof Date) return dateToSerial(value.toISOString().slice(0, 10));
  if (typeof value !== 'object' || value === null) return value as CellValue;
  if ('error' in value) return { error: (value as CellErrorValue).error };
  if ('richText' in value)
    return (value as CellRichTextValue).richText.map((run) => run.text).join('');
  return null;
}

const SCRIPT = `
import sys, time, openpyxl
files = sys.stdin.read().splitlines()
def run():
    began = time.process_time()
    for path in files:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        for sheet in book:
            for row in sheet.iter_rows(values_only=True):
                for value in row:
                    pass
        book.close()
    return 1000 * (time.process_time() - began) / len(files)
print(sorted(run() for _ in range(3))[1])
`;

/**
 * CPU ms a file of a Python script that only reads the values; null where openpyxl is not
 * installed.
 */
export function openpyxlMillis(paths: readonly string[]): number | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, ['-c', SCRIPT], {
      input: paths.join('\n'),
      encoding: 'utf8',
    });
    if (status === 0) return Number(stdout);
  }
  return null;
}
