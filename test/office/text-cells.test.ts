import { checkOpenForm, repairForm } from '../../src/app/sender';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { Cell } from '../../src/workbook/cell';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { Form } from '../forms';
import { openExcel } from './office-window';

/**
 * Cells that are formatted as text keep whatever is written as text, a figure and a formula too.
 */

const port = new ExcelWorkbook();
const ACT = { who: 'An', at: '2024-03-15 08:00:00' };

async function over(cell: Cell) {
  const sheet = new Sheet('Biểu');
  sheet.set(0, 0, cell);
  sheet.put(0, 1, 3);
  const { host, model } = await openExcel(emptyWorkbook([sheet]));
  model.recalculate();
  return { host, model, cell: () => (model.recalculate(), model.workbook.sheets[0].cell(0, 0)) };
}
const TEXT = { format: '@' };

it.each<[string, Cell, { value: number | null; formula?: string; format?: string }, object]>([
  ['a figure', { value: '45', style: TEXT }, { value: 45 }, { value: 45 }],
  [
    'a figure with its format',
    { value: '45', style: TEXT },
    { value: 45, format: '#,##0' },
    { value: 45 },
  ],
  [
    'a formula',
    { value: 'x', style: TEXT },
    { value: null, formula: 'B1*2' },
    { value: 6, formula: 'B1*2' },
  ],
])(
  '%s written into a cell of text is one, and comes back as text',
  async (_, before, edit, after) => {
    const { cell } = await over(before);
    const undo = await port.editCells([{ sheet: 'Biểu', cell: 'A1', ...edit }]);
    expect(cell()).toMatchObject(after);
    expect(cell()!.style?.format).toBe(edit.format);
    await undo();
    expect(cell()).toEqual(before);
  },
);

it('a formula that stood in a cell of text stands there again after an undo', async () => {
  const before: Cell = { value: 6, formula: 'B1*2', style: TEXT };
  const { cell } = await over(before);
  const undo = await port.editCells([{ sheet: 'Biểu', cell: 'A1', value: 7, format: '0' }]);
  await undo();
  expect(cell()).toEqual(before);
});

it('says which cell did not take what was written, and puts all of them back', async () => {
  const sheet = new Sheet('Biểu');
  sheet.put(0, 0, 'a');
  sheet.put(4, 0, 1);
  sheet.merges.push({ top: 0, left: 0, bottom: 1, right: 0 });
  const { model } = await openExcel(emptyWorkbook([sheet]));
  const edits = [
    { sheet: 'Biểu', cell: 'A5', value: 2 },
    { sheet: 'Biểu', cell: 'A2', value: 5 },
  ];
  await expect(port.editCells(edits)).rejects.toMatchObject({
    refusal: { code: 'cell-not-taken', facts: { sheet: 'Biểu', cell: 'A2' } },
  });
  expect(model.workbook.sheets[0].value(4, 0)).toBe(1);
});

it('an undo leaves alone what somebody has put there since', async () => {
  const { model, cell } = await over({ value: 1 });
  const undo = await port.editCells([{ sheet: 'Biểu', cell: 'A1', value: 2 }]);
  model.edit(0, 0, { value: 9 });
  await expect(undo()).rejects.toMatchObject({
    refusal: { code: 'cell-written-since', facts: { cell: 'A1' } },
  });
  expect(cell()!.value).toBe(9);
});

it('a number stored as text is repaired with the format it was issued with', async () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  const form = Form.of(plan.agencies[0].code, '2024-03', plan.id).fill();
  const [first] = form.plan.indicators.filter(({ code }) => form.has(code));
  form.type(first.code, 'numerator', '45', '@').type(first.code, 'denominator', '60', '@');
  await openExcel(form.workbook);
  const { file, repairs } = await checkOpenForm(port, plan);
  const agreed = file.findings.flatMap((found, index) =>
    found.code === 'number-as-text' ? [{ found, repair: repairs[index][0] }] : [],
  );
  expect(agreed).toHaveLength(2);
  await repairForm(port, agreed, ACT);
  const { file: after } = await checkOpenForm(port, plan);
  expect(after.findings.filter(({ code }) => code === 'number-as-text')).toEqual([]);
  const [{ sheet, cell }] = agreed.map(({ repair }) => repair);
  expect(await port.readFormats([{ sheet, cell }])).not.toContain('@');
});

it('a cell of a sheet too large for one reply is written, and taken back where its row stands by then', async () => {
  const sheet = new Sheet('Biểu');
  const long = 'Tổ chức thực hiện nhiệm vụ cải cách hành chính của cơ quan, đơn vị '.repeat(60);
  for (let row = 0; row < 1100; row++) {
    sheet.put(row, 0, `${row} ${long}`);
    sheet.put(row, 1, row);
    sheet.put(row, 2, row % 2 === 0 ? 'có' : null);
  }
  const { model } = await openExcel(emptyWorkbook([sheet]));
  const undo = await port.editCells([{ sheet: 'Biểu', cell: 'B1001', value: -1 }]);
  expect(model.workbook.sheets[0].value(1000, 1)).toBe(-1);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Biểu').getRange('3:4').insert('Down');
    await context.sync();
  });
  await undo();
  expect(model.workbook.sheets[0].value(1002, 1)).toBe(1000);
});

it.each<[string, number, number]>([
  ['far longer than the first rows say', 150, 180],
  ['long where a form has its head', 0, 180],
])('a cell of a sheet whose texts are %s is written, and taken back', async (_, short, long) => {
  const sheet = new Sheet('Biểu');
  for (let row = 0; row < short; row++) sheet.put(row, 0, `${row}`);
  for (let row = short; row < short + long; row++)
    sheet.put(row, 0, `${row} ${'ạ'.repeat(13_000)}`);
  const [last, cell] = [short + long - 1, `B${short + long}`];
  sheet.put(last, 1, 7);
  const { model } = await openExcel(emptyWorkbook([sheet]));
  const undo = await port.editCells([{ sheet: 'Biểu', cell, value: -1 }]);
  expect(model.workbook.sheets[0].value(last, 1)).toBe(-1);
  await undo();
  expect(model.workbook.sheets[0].value(last, 1)).toBe(7);
});

it('a cell of an empty sheet is written and taken back', async () => {
  const { model } = await openExcel(emptyWorkbook([new Sheet('Biểu')]));
  const undo = await port.editCells([{ sheet: 'Biểu', cell: 'B2', value: 'mới' }]);
  expect(model.workbook.sheets[0].value(1, 1)).toBe('mới');
  await undo();
  expect(model.workbook.sheets[0].value(1, 1)).toBeNull();
});
