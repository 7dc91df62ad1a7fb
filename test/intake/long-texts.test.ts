import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkProcesses } from '../../src/cli/check-processes';
import { openToShow } from '../../src/intake/open-received';
import type { WorkerPool } from '../../src/intake/worker-pool';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { itLong, long } from '../long';
import { savedAs } from '../producers';

/**
 * Texts as long as a cell holds, in forms that are otherwise sound: read within a file's own two
 * seconds and its memory.
 */

const MARKS = Array.from(
  { length: 32_000 },
  (_, index) => '\u0301\u0323\u0302\u031b\u0327'[index % 5],
).join('');
const LONG = 'Khó khăn, vướng mắc trong thực hiện nhiệm vụ; '.repeat(696);
const form = () => Form.of('29461', '2024-03').fill();

let pool: WorkerPool;
beforeAll(() => {
  pool = checkProcesses(1, join(__dirname, '../../dist/cli/checker.js'));
});
afterAll(() => pool.close());

const codes = async (bytes: Uint8Array) => {
  const own = form();
  const checked = await pool.check(
    own.plan,
    'biểu.xlsx',
    bytes,
    { period: null, partial: false },
    () => false,
  );
  return [...new Set(checked.findings.map(({ code }) => code))];
};

it('cells of 32,000 combining marks, each letter of a form being looked at many times', async () => {
  const filled = form().type('K01', 'numerator', `a${MARKS}`).typeTask('T1', 'status', `b${MARKS}`);
  for (let row = 0; row < 20; row++)
    for (const sheet of filled.workbook.sheets) sheet.put(80 + row, 2, `${row}${MARKS}`);
  expect(await codes(await writeWorkbook(filled.workbook))).toEqual([
    'not-a-number',
    'status-unknown',
  ]);
});

itLong('5,000 cells of one long text', async () => {
  const filled = form();
  for (let at = 0; at < 5000; at++)
    filled.workbook.sheets[1].put(200 + (at % 1000), 20 + Math.floor(at / 1000), LONG);
  expect(await codes(await writeWorkbook(filled.workbook))).toEqual([]);
});

it('100,000 long texts in the table that cells share', async () => {
  const parts = unzipSync(await writeWorkbook(form().workbook));
  const shared = strFromU8(parts['xl/sharedStrings.xml']);
  const first = shared.split('<si>').length - 1;
  const texts = Array.from(
    { length: 100_000 },
    (_, index) => `<si><t>${index} ${LONG.slice(0, 300)}</t></si>`,
  );
  parts['xl/sharedStrings.xml'] = strToU8(shared.replace('</sst>', `${texts.join('')}</sst>`));
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']);
  const rows = Array.from({ length: 1000 }, (_, row) => {
    const cells = Array.from(
      { length: 100 },
      (_, column) => `<c t="s"><v>${first + row * 100 + column}</v></c>`,
    );
    return `<row r="${row + 500}">${cells.join('')}</row>`;
  });
  parts['xl/worksheets/sheet2.xml'] = strToU8(
    sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`),
  );
  const bytes = zipSync(parts);
  const found = await codes(bytes);
  expect(found).not.toContain('file-too-slow');
  expect(found).not.toContain('file-fault');
  // Its letters alone would take more memory than a file may.
  expect(found).toEqual(['file-too-large']);
  // Nobody waits in front of it either: it is not opened to be looked at or marked.
  expect(await openToShow(bytes)).toMatchObject({ ok: false, refusal: { code: 'file-too-large' } });
});

/**
 * A form with so many different cells of so many letters each, in the rows under its own, as
 * Vietnamese is written: two bytes a letter.
 */
async function withLetters(count: number, each: number): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook(form().workbook));
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']);
  const text = LONG.repeat(2).slice(0, each - 6);
  const cell = (index: number) =>
    `<c t="inlineStr"><is><t>${String(index).padStart(6, '0')}${text}</t></is></c>`;
  const rows = Array.from(
    { length: count },
    (_, index) => `<row r="${index + 500}">${cell(index)}</row>`,
  );
  parts['xl/worksheets/sheet2.xml'] = strToU8(
    sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`),
  );
  return zipSync(parts, { level: 1 });
}

const HEAVY = ['file-too-heavy', 'file-too-large', 'file-fault'];

it.each(long([32_000], [32_000, 1000]))(
  'as many letters as a file may have, %i a cell, fit in memory',
  async (each) => {
    const found = await codes(await withLetters(Math.floor(15_850_000 / each), each));
    expect(found.filter((code) => HEAVY.includes(code))).toEqual([]);
  },
);

itLong('a million more are not', async () => {
  expect(await codes(await withLetters(530, 32_000))).toEqual(['file-too-large']);
});

it.each(['xlsx', 'biff8', 'ods'] as const)(
  'no reader gives on a run of marks that nobody writes (%s)',
  async (type) => {
    const sheet = new Sheet('Phụ lục');
    sheet.put(0, 0, `a${MARKS.slice(0, 8000)}`);
    const bytes = await savedAs(emptyWorkbook([sheet]), type);
    const read = type === 'xlsx' ? readWorkbook(bytes) : await openToShow(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    const { sheets } = 'workbook' in read.value ? read.value.workbook : read.value;
    expect(String(sheets[0].value(0, 0))).toHaveLength(31);
  },
);
