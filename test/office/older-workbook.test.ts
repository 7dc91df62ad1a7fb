import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDesk } from '../../src/app/desk';
import { copyOf, raiseFormats } from '../../src/app/raise-formats';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { MemoryWorkbook } from '../memory-workbook';
import { openExcel } from './office-window';

/** A workbook an older version made, through the real office.js. */

const FILES = join(__dirname, '../formats/files');
const quiet = { cancelled: false, step: () => undefined };

function open(bytes: Uint8Array) {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

it('is raised in one write; the copy given before is the plan and the ledger it had', async () => {
  const sheets = ['plan-1', 'ledger-1-first'].flatMap(
    (name) => open(new Uint8Array(readFileSync(join(FILES, `${name}.xlsx`)))).sheets,
  );
  await openExcel(emptyWorkbook(sheets));
  const port = new ExcelWorkbook();
  const before = await readDesk(port);
  expect(before.older).toEqual({ plan: 1, ledger: 1 });
  const kept = open(await copyOf(port, writeWorkbook));
  const desk = await raiseFormats(port, quiet);
  expect([desk.older, desk.takesRows]).toEqual([null, true]);
  expect([desk.plan, desk.ledger]).toEqual([before.plan, before.ledger]);
  const copy = await readDesk(new MemoryWorkbook(kept));
  expect([copy.older, copy.plan, copy.ledger]).toEqual([
    { plan: 1, ledger: 1 },
    before.plan,
    before.ledger,
  ]);
});
