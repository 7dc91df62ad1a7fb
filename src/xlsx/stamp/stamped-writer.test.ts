import fc from 'fast-check';
import { long } from '../../../test/long';
import { issueTemplates } from '../../app/issue-templates';
import { BUILTIN_PLANS } from '../../domain/plan/builtin';
import { findAgency, scheduledPeriods } from '../../domain/plan/plan';
import { periodOf } from '../../domain/period/period';
import { makeForm } from '../../domain/template/form';
import type { CellValue, Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { readForEditing } from '../read/for-editing';
import { openZip } from '../read/zip';
import { writeWorkbook } from '../write/workbook';
import { shapeOf } from './shape';
import { stampedWriter } from './stamped-writer';
import { OPEN } from './twin';

/** A stamped file is the written file, part by part; only how the parts are packed is ours. */

function partsOf(bytes: Uint8Array): [string, string][] {
  const zip = openZip(bytes, Infinity);
  return zip.entries.map((entry) => [
    entry.name,
    new TextDecoder().decode(zip.inflate(entry, Infinity)),
  ]);
}

async function expectSameParts(stamped: Uint8Array, workbook: Workbook): Promise<Uint8Array> {
  const written = await writeWorkbook(workbook);
  expect(partsOf(stamped)).toEqual(partsOf(written));
  return written;
}

/** Part by part, and as it is opened again. */
async function expectSame(stamped: Uint8Array, workbook: Workbook): Promise<void> {
  const written = await expectSameParts(stamped, workbook);
  expect(readForEditing(stamped)).toEqual(readForEditing(written));
}

/**
 * Texts that only characters no file holds tell apart are one string for the library and may be two
 * for us.
 */
async function expectReadsSame(stamped: Uint8Array, workbook: Workbook): Promise<void> {
  expect(readForEditing(stamped)).toEqual(readForEditing(await writeWorkbook(workbook)));
}

/** A stamped writer that counts what it leaves to the library. */
function counted() {
  const count = { written: 0 };
  const write = stampedWriter((workbook) => {
    count.written++;
    return writeWorkbook(workbook);
  });
  return { write, count };
}

const BOLD: Style = { bold: true, wrap: true };

/** One shape for all values of one kind. */
function book(
  texts: readonly string[],
  numbers: readonly (number | null)[] = [],
  constant = 'x',
): Workbook {
  const sheet = new Sheet('Số liệu');
  texts.forEach((text, row) => sheet.put(row, 0, text, row % 2 ? BOLD : undefined));
  numbers.forEach((number, row) => sheet.put(row, 2, number, { format: '0.00' }));
  numbers.forEach((number, row) => sheet.put(row, 3, number));
  sheet.putFormula(0, 4, 'SUM(C1:C9)', 12);
  sheet.put(1, 4, null, { border: true, unlocked: true });
  sheet.put(2, 4, true);
  sheet.put(3, 4, { error: '#N/A' });
  sheet.validations.push({
    area: { top: 1, left: 4, bottom: 1, right: 4 },
    rule: { list: ['a', 'b'] },
  });
  const second = new Sheet('Hai');
  second.put(0, 0, texts[0] ?? null);
  const workbook = emptyWorkbook([sheet, second]);
  workbook.properties.set('TongHop.MaBieu', constant);
  workbook.names.set('TongHop_MaBieu', `"${constant}"`);
  return workbook;
}

const NASTY = [
  ...[
    '',
    ' ',
    ' a',
    'a ',
    'a\nb',
    'a\tb',
    'a\rb',
    '\r\n',
    '=1+1',
    '+1',
    "'a",
    '#N/A',
    '#REF!',
    '#',
    '\u0001#N/A',
    'a\u0000b',
  ],
  ...[
    '<t>&amp;</t>',
    ']]>',
    '"\'',
    '_x000D_',
    '_x005F_x000D_',
    '_x00e9_',
    '_x12',
    '\ufffe',
    '\ud800',
    '😀',
    'Trà Cú',
    'e\u0302',
    '\u00a0',
  ],
  ...[
    '12',
    'true',
    '1e5',
    '7310264095000000',
    '7310264095',
    `${OPEN}t0`,
    `${OPEN}c0`,
    '__proto__',
    'x'.repeat(300),
    '$&',
    '$1',
  ],
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string(),
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(
    0,
    -0,
    1e21,
    5e-324,
    0.1 + 0.2,
    null,
    7310264095000000,
    7310264095100001,
    NaN,
    Infinity,
    -Infinity,
  ),
);

it('workbooks of a shape, whatever their texts and numbers', async () => {
  const { write } = counted();
  await fc.assert(
    fc.asyncProperty(
      fc.array(nasty, { minLength: 1, maxLength: 4 }),
      fc.array(number, { maxLength: 2 }),
      nasty,
      async (texts, numbers, constant) => {
        const workbook = book(texts, numbers, constant);
        await expectReadsSame(await write(workbook), workbook);
      },
    ),
    { numRuns: long(8, 400) },
  );
});

it('each nasty text in the place of each other, the library asked only for new shapes', async () => {
  const { write, count } = counted();
  for (const text of NASTY) {
    const workbook = book([`a${text}`, text, `${text}b`], [1, 2], `mã ${text}`);
    await expectSame(await write(workbook), workbook);
  }
  expect(count.written).toBeLessThan(30);
});

it.each(BUILTIN_PLANS.map((plan) => [plan.id, plan] as const))(
  'the forms of %s',
  async (_, plan) => {
    const { write, count } = counted();
    const period = scheduledPeriods(plan)[1] ?? scheduledPeriods(plan)[0];
    const issued = issueTemplates(plan, period.id, [], null);
    if (!issued.ok) throw new Error(issued.refusal.code);
    // Of a province every seventh: departments, districts and communes are all among them.
    const some = issued.value.filter(
      (_, index) => index % (issued.value.length > 100 ? 7 : 2) === 0,
    );
    for (const { make } of some) await expectSameParts(await write(make()), make());
    await expectSame(await write(some[0].make()), some[0].make());
    // Forms of one template differ in shape only where agencies share a text in one and not in
    // another.
    expect(count.written).toBe(new Set(some.map(({ make }) => shapeOf(make())!.key)).size);
    expect(count.written).toBeLessThan(8);
  },
);

it('forms of different figures before share what is prepared', async () => {
  const { write, count } = counted();
  const plan = BUILTIN_PLANS[0];
  const agency = findAgency(
    plan,
    plan.agencies.findLast(({ level }) => level === plan.agencies.at(-1)!.level)!.code,
  )!;
  for (const factor of [1, 2.5, 0]) {
    const known = plan.indicators.filter((_, i) => i % (factor + 1) === 0);
    const previous = new Map(
      known.map(({ code }, i) => {
        const parts = { numerator: i * factor, denominator: i + 1 };
        return [code, { last: parts, cumulative: i % 2 === 0 ? parts : null }];
      }),
    );
    const form = makeForm({ plan, agency, period: periodOf('2024-03'), previous });
    await expectSame(await write(form), form);
  }
  expect(count.written).toBe(1);
});

it('what is not the same shape is never stamped from the same package', async () => {
  const { write, count } = counted();
  const sheetOf = (workbook: Workbook) => workbook.sheets[0];
  const put = (value: CellValue, style?: Style) => (workbook: Workbook) =>
    sheetOf(workbook).put(5, 0, value, style);
  const changes: ((workbook: Workbook) => unknown)[] = [
    () => undefined,
    (workbook) => workbook.sheets.push(new Sheet('Trống')),
    put('chữ'),
    put('a'),
    put(3),
    put(null, BOLD),
    put(true),
    put(false),
    put({ error: '#REF!' }),
    put({ error: '#N/A' }),
    put('chữ', BOLD),
    put('chữ', { ...BOLD, italic: true }),
    put('chữ', { edges: { top: { style: 'thin' } } }),
    put('chữ', { edges: { bottom: { style: 'thin' } } }),
    (workbook) => sheetOf(workbook).put(6, 0, 'chữ'),
    (workbook) => sheetOf(workbook).put(5, 1, 'chữ'),
    (workbook) => sheetOf(workbook).putFormula(5, 0, 'A1', 'chữ'),
    (workbook) => sheetOf(workbook).putFormula(5, 0, 'A1', 'chứ'),
    (workbook) => sheetOf(workbook).putFormula(5, 0, 'A2', 'chữ'),
    (workbook) =>
      sheetOf(workbook).set(5, 0, { value: 1, formula: 'A1:A2', spill: { rows: 2, columns: 1 } }),
    (workbook) => sheetOf(workbook).rowHeights.set(0, 20),
    (workbook) => sheetOf(workbook).rowHeights.set(0, 21),
    (workbook) => sheetOf(workbook).columnWidths.set(0, 20),
    (workbook) => sheetOf(workbook).hiddenRows.add(0),
    (workbook) => sheetOf(workbook).hiddenColumns.add(0),
    (workbook) => sheetOf(workbook).merges.push({ top: 0, left: 0, bottom: 0, right: 1 }),
    (workbook) => (sheetOf(workbook).validations[0].rule = { list: ['a', 'c'] }),
    (workbook) => (sheetOf(workbook).validations[0].rule = { list: ['a,b'] }),
    (workbook) => (sheetOf(workbook).validations[0].refusesBlank = true),
    (workbook) =>
      sheetOf(workbook).conditionalFormats.push({
        area: { top: 0, left: 0, bottom: 1, right: 1 },
        rule: { contains: 'a' },
        style: BOLD,
      }),
    (workbook) =>
      sheetOf(workbook).notes.push({ row: 0, column: 0, text: 'ghi chú', author: 'tôi' }),
    (workbook) => sheetOf(workbook).names.set('riêng', '$A$1'),
    (workbook) => (sheetOf(workbook).isProtected = true),
    (workbook) => (sheetOf(workbook).tabColor = '#FF0000'),
    (workbook) => (sheetOf(workbook).frozenRows = 1),
    (workbook) => (sheetOf(workbook).visibility = 'hidden'),
    (workbook) => (sheetOf(workbook).name = 'Khác'),
    (workbook) =>
      (sheetOf(workbook).page = {
        landscape: true,
        margins: { top: 1, bottom: 1, left: 1, right: 1 },
      }),
    (workbook) =>
      (sheetOf(workbook).page = {
        landscape: true,
        margins: { top: 1, bottom: 1, left: 1, right: 20 },
      }),
    (workbook) => workbook.sheets.reverse(),
    (workbook) => workbook.properties.set('thêm', 'x'),
    (workbook) => workbook.names.set('thêm', '1'),
  ];
  for (const round of [1, 2]) {
    for (const change of changes) {
      const workbook = book(['a', 'b'], [1], `vòng ${round}`);
      change(workbook);
      await expectSame(await write(workbook), workbook);
    }
  }
  // More shapes than are remembered: all of them were made again.
  expect(count.written).toBeGreaterThanOrEqual(2 * changes.length);
});

it('texts that also stand outside of cells are written by the library', async () => {
  const { write } = counted();
  for (const heading of ['Tên', 'Họ & tên "đầy đủ"']) {
    const workbook = book([heading, 'a', 'b'], [1, 2]);
    const [sheet] = workbook.sheets;
    sheet.put(0, 1, 2024);
    const area = { top: 0, left: 0, bottom: 2, right: 2 };
    sheet.tables.push({
      name: 'Bang',
      area,
      style: 'TableStyleLight1',
      hasTotals: false,
      showsFilter: true,
    });
    await expectSame(await write(workbook), workbook);
    sheet.tables.pop();
    const series = { name: "'Số liệu'!$A$1", values: "'Số liệu'!$C$1:$C$2", categories: '' };
    sheet.charts.push({ name: 'B', kind: 'column', title: 't', series: [series], place: area });
    await expectSame(await write(workbook), workbook);
  }
});

it('the same workbook gives the same bytes, whatever was written before', async () => {
  const texts = ['xã <A>', 'b'];
  const first = await stampedWriter(writeWorkbook)(book(texts, [3]));
  const { write } = counted();
  await write(book(['khác', 'nữa'], [4]));
  const [again, beside] = await Promise.all([
    write(book(texts, [3])),
    write(book(['khác', 'nữa'], [3])),
  ]);
  expect(again).toEqual(first);
  expect(beside).not.toEqual(first);
  expect(await write(book(texts, [3]))).toEqual(first);
});

it('shapes asked for at once are learnt once', async () => {
  const { write, count } = counted();
  const books = ['a', 'b', 'c', 'd'].map((text) => book([text, 'z']));
  const files = await Promise.all(books.map(write));
  expect(count.written).toBe(1);
  for (const [index, file] of files.entries()) await expectSame(file, books[index]);
});

it('only the last shapes are remembered', async () => {
  const { write, count } = counted();
  const shape = (rows: number) => book(Array.from({ length: rows }, (_, row) => `chữ ${row}`));
  for (let rows = 1; rows <= 21; rows++) await write(shape(rows));
  expect(count.written).toBe(21);
  await write(shape(21));
  await write(shape(2));
  expect(count.written).toBe(21);
  await write(shape(1));
  expect(count.written).toBe(22);
});

it('what the library refuses is refused, and too large a workbook is left to it', async () => {
  const { write, count } = counted();
  const refused = emptyWorkbook([new Sheet('một'), new Sheet('một')]);
  await expect(write(refused)).rejects.toThrow(
    (await writeWorkbook(refused).catch((error: Error) => error.message)) as string,
  );
  count.written = 0;
  const large = book(Array.from({ length: 20_001 }, (_, row) => `${row}`));
  await expectSame(await write(large), large);
  expect(count.written).toBe(1);
});
