import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { patience } from '../patience';
import { FORMULAS, isSame, table, workbookOf } from '../formulas/table';

/**
 * The same table through LibreOffice, from a file of our writer: where it is not Excel, that is
 * known and explained.
 */
it('LibreOffice gives what Excel gives, but for the differences that are listed', async () => {
  const known = JSON.parse(
    readFileSync(resolve(__dirname, '../formulas/libreoffice.json'), 'utf8'),
  ) as object;
  const folder = scratch();
  try {
    const workbook = workbookOf(true);
    const formulas = workbook.sheets[workbook.sheets.length - 1];
    for (const { id, array, spill } of table.cases) {
      if (array)
        formulas.cell(id - 1, 0)!.spill = {
          rows: spill?.length ?? 1,
          columns: spill?.[0].length ?? 1,
        };
    }
    writeFileSync(join(folder.path, 'bang.xlsx'), await writeWorkbook(workbook));
    const profile = `-env:UserInstallation=file://${folder.path}/profile`;
    const convert = [
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      'ra',
      'bang.xlsx',
    ];
    execFileSync('soffice', [profile, ...convert], {
      cwd: folder.path,
      stdio: 'ignore',
      timeout: patience(150_000),
    });
    const read = readWorkbook(new Uint8Array(readFileSync(join(folder.path, 'ra/bang.xlsx'))));
    if (!read.ok) throw new Error(read.refusal.code);
    const results = read.value.sheets.find((sheet) => sheet.name === FORMULAS)!;
    const wrong = table.cases
      .filter((one) => one.excel !== undefined && !(one.id in known))
      .filter((one) => !isSame(results.value(one.id - 1, 0), one.excel))
      .map(
        (one) =>
          `${one.id} =${one.formula} → ${JSON.stringify(results.value(one.id - 1, 0))}, Excel ${JSON.stringify(one.excel)}`,
      );
    expect(wrong).toEqual([]);
  } finally {
    folder.remove();
  }
});
