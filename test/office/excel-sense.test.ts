import { emptyWorkbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { openExcel } from './office-window';

/** What anybody who knows Excel takes for granted; each of these was once wrong here. */

let model: WorkbookModel;
const first = () => model.workbook.sheets[0];
const value = (row: number, column: number) => (model.recalculate(), first().value(row, column));

beforeEach(async () => {
  const sheet = new Sheet('Sheet1');
  [3, 1, 2].forEach((figure, row) => sheet.put(row, 0, figure));
  ({ model } = await openExcel(emptyWorkbook([sheet])));
});

const run = (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
  Excel.run(async (context) => {
    act(context.workbook.worksheets.getFirst(), context);
    await context.sync();
  });

it('small letters are references too, and move', async () => {
  await run((sheet) => (sheet.getRange('C1').formulas = [['=sum(a1:a2)']]));
  expect(value(0, 2)).toBe(4);
  await run((sheet) => void sheet.getRange('2:2').insert('Down'));
  expect(first().cell(0, 2)!.formula).toBe('SUM(A1:A3)');
});

it('whole rows can be summed', async () => {
  await run((sheet) => (sheet.getRange('C5:C6').formulas = [['=SUM(1:1)'], ['=SUM($1:$3)']]));
  expect([value(4, 2), value(5, 2)]).toEqual([3, 6]);
});

it('sorting leaves each formula with its own row', async () => {
  await run((sheet) => {
    sheet.getRange('B1:B3').formulas = [['=A1*10'], ['=A2*10'], ['=A3*10']];
    sheet.getRange('A1:B3').sort.apply([{ key: 0 }]);
  });
  expect([0, 1, 2].map((row) => [value(row, 0), value(row, 1)])).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
});

it.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['overwritten', (sheet) => (sheet.getRange('C1').values = [[5]])],
  ['cleared', (sheet) => sheet.getRange('C1').clear()],
])('an array formula that is %s takes its results with it', async (_what, act) => {
  await run((sheet) => (sheet.getRange('C1').formulas = [['=SEQUENCE(3)']]));
  expect(value(2, 2)).toBe(3);
  await run(act);
  expect([value(1, 2), value(2, 2)]).toEqual([null, null]);
});

it('an array formula fills its cells anew when rows come between, and after an undo nothing is left of it', async () => {
  await run((sheet) => (sheet.getRange('C1').formulas = [['=SEQUENCE(3)']]));
  await run((sheet) => void sheet.getRange('2:2').insert('Down'));
  expect([1, 2, 3].map((row) => value(row, 2))).toEqual([2, 3, null]);
  model.edit(9, 0, { value: null, formula: 'SEQUENCE(3)' });
  expect(value(11, 0)).toBe(3);
  model.undo();
  expect([value(9, 0), value(11, 0)]).toEqual([null, null]);
});

it('what was deleted is #REF!, in cells, in names and of sheets', async () => {
  await run((sheet, context) => {
    const other = context.workbook.worksheets.add('Khác');
    other.getRange('A1').values = [[1]];
    context.workbook.names.add('Mất', other.getRange('A1'));
    sheet.getRange('C1:C4').formulas = [['=Khác!A1'], ['=SUM(Khác!a1:b2)'], ['=Mất'], ['=A2']];
    sheet.getRange('2:2').delete('Up');
    other.delete();
  });
  expect([0, 2].map((row) => value(row, 2))).toEqual([{ error: '#REF!' }, { error: '#REF!' }]);
  expect(first().cell(0, 2)!.formula).toBe('#REF!');
});

it('a name of a sheet, of a table and of a column is followed by formulas', async () => {
  await run((sheet, context) => {
    context.workbook.worksheets.add('S2').getRange('A1').values = [[1]];
    context.workbook.worksheets.add('S3').getRange('A1').values = [[2]];
    sheet.getRange('E1').formulas = [['=SUM(Sheet1:S3!A1)']];
    context.workbook.worksheets.getItem('S3').name = 'Cuối';
    sheet.getRange('G1:H3').values = [
      ['a', 'b'],
      [1, 10],
      [2, 20],
    ];
    const table = sheet.tables.add('G1:H3', true);
    sheet.getRange('E2').formulas = [['=SUM(Table1[b])']];
    table.name = 'Bảng';
    table.columns.getItem('b').name = 'Tiền';
  });
  expect([value(0, 4), value(1, 4)]).toEqual([6, 30]);
  expect(first().cell(1, 4)!.formula).toBe('SUM(Bảng[Tiền])');
});

it('totals of a table make room for themselves and give it back', async () => {
  await run((sheet) => {
    sheet.getRange('G1:H3').values = [
      ['a', 'b'],
      [1, 10],
      [2, 20],
    ];
    sheet.getRange('G4').values = [['GHI CHÚ']];
    sheet.tables.add('G1:H3', true).showTotals = true;
  });
  expect([value(3, 6), value(3, 7), value(4, 6)]).toEqual(['Total', 30, 'GHI CHÚ']);
  await run((sheet) => (sheet.tables.getItemAt(0).showTotals = false));
  expect([value(3, 6), value(4, 6)]).toEqual(['GHI CHÚ', null]);
});

it('headings of a table are never blank and never alike', async () => {
  await run((sheet) => {
    sheet.getRange('G1:H2').values = [
      ['a', 'b'],
      [1, 2],
    ];
    sheet.tables.add('G1:H2', true);
    sheet.getRange('G1:H1').values = [['x', 'x']];
  });
  expect([value(0, 6), value(0, 7)]).toEqual(['x', 'x2']);
});

it.each<[string, (sheet: Excel.Worksheet) => void]>([
  [
    'copying over locked cells from an unlocked one',
    (sheet) => sheet.getRange('A9').copyFrom('A1:B3'),
  ],
  ['sorting locked cells', (sheet) => sheet.getRange('A1:A3').sort.apply([{ key: 0 }])],
  ['deleting rows with locked cells', (sheet) => sheet.getRange('1:1').delete('Up')],
  ['inserting a single cell', (sheet) => void sheet.getRange('A1').insert('Down')],
  [
    'renaming a table’s column',
    (sheet) => (sheet.tables.getItemAt(0).columns.getItemAt(0).name = 'q'),
  ],
  ['a new row of a table', (sheet) => void sheet.tables.getItemAt(0).rows.add()],
])('a protected sheet refuses %s', async (_what, act) => {
  await run((sheet) => {
    sheet.getRange('G1:H2').values = [
      ['a', 'b'],
      [1, 2],
    ];
    sheet.tables.add('G1:H2', true);
    sheet.getRange('A9').format.protection.locked = false;
    sheet.protection.protect({ allowSort: true, allowDeleteRows: true, allowInsertRows: true });
  });
  await expect(run(act)).rejects.toMatchObject({ code: 'AccessDenied' });
});

it('comments move with their cells, and merges are copied', async () => {
  await run((sheet, context) => {
    context.workbook.comments.add('Sheet1!B2', 'xem');
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('D1:E1').merge();
    sheet.getRange('D5').copyFrom('D1:E1');
  });
  expect(first().merges).toHaveLength(2);
  await run(
    (_sheet, context) => void context.workbook.comments.getItemByCell('Sheet1!B3').load('content'),
  );
});

it('a workbook an add-in has changed in any way is not left unasked', async () => {
  expect(model.isDirty).toBe(false);
  await run((_sheet, context) => void context.workbook.properties.custom.add('a', 'b'));
  expect(model.isDirty).toBe(true);
});

it('newer functions come back from a file as they were', async () => {
  const sheet = new Sheet('a');
  sheet.putFormula(0, 0, 'IFS(B1>1,TEXTJOIN(",",TRUE,"x"),TRUE,2)', 2);
  const read = readForEditing(await writeWorkbook(emptyWorkbook([sheet])));
  expect(read.ok && read.value.workbook.sheets[0].cell(0, 0)!.formula).toBe(
    'IFS(B1>1,TEXTJOIN(",",TRUE,"x"),TRUE,2)',
  );
});
