import { emptyWorkbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';
import type { HostOptions } from '../../src/workbench/host/excel-host';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { openExcel } from './office-window';

/**
 * Objects of Excel.* through the unmodified office.js: what an add-in does, and what the workbook
 * then holds.
 */

let model: WorkbookModel;

async function open(options: HostOptions = {}): Promise<void> {
  const sheet = new Sheet('Số liệu');
  const rows: (string | number)[][] = [
    ['Đơn vị', 'Tử số', 'Mẫu số'],
    ['Sở A', 3, 4],
    ['Sở B', 1, 2],
    ['Sở C', 8, 10],
  ];
  rows.forEach((cells, row) => cells.forEach((value, column) => sheet.put(row, column, value)));
  sheet.putFormula(4, 1, 'SUM(B2:B4)', 0);
  ({ model } = await openExcel(emptyWorkbook([sheet]), options));
}
beforeEach(() => open());

const first = () => model.workbook.sheets[0];

/** Runs with the sheet, syncs, and gives what was asked for. */
function run<T>(
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
): Promise<T> {
  return Excel.run(async (context) => {
    const result = await act(context.workbook.worksheets.getItem('Số liệu'), context);
    await context.sync();
    return result;
  });
}

interface Loadable {
  load(names: string): unknown;
  toJSON(): unknown;
}

/** Loads properties of one object and gives them as they came. */
async function loaded(
  make: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Loadable,
  names: string,
): Promise<Record<string, unknown>> {
  return run(async (sheet, context) => {
    const object = make(sheet, context);
    object.load(names);
    await context.sync();
    return object.toJSON() as Record<string, unknown>;
  });
}

describe('ranges', () => {
  it.each<[string, (sheet: Excel.Worksheet) => Excel.Range, string]>([
    ['getEntireRow', (s) => s.getRange('B2').getEntireRow(), '2:2'],
    ['getEntireColumn', (s) => s.getRange('B2:C2').getEntireColumn(), 'B:C'],
    ['getLastCell', (s) => s.getRange('A1:C4').getLastCell(), 'C4'],
    ['getRowsBelow', (s) => s.getRange('A1:C4').getRowsBelow(2), 'A5:C6'],
    ['getRowsAbove', (s) => s.getRange('A3').getRowsAbove(2), 'A1:A2'],
    ['getColumnsAfter', (s) => s.getRange('A1').getColumnsAfter(3), 'B1:D1'],
    ['getColumnsBefore', (s) => s.getRange('D1').getColumnsBefore(2), 'B1:C1'],
    ['getBoundingRect', (s) => s.getRange('A1').getBoundingRect('C3'), 'A1:C3'],
    ['getIntersection', (s) => s.getRange('A1:C3').getIntersection('B2:D9'), 'B2:C3'],
    ['getAbsoluteResizedRange', (s) => s.getRange('A1:C3').getAbsoluteResizedRange(1, 2), 'A1:B1'],
    ['getSurroundingRegion', (s) => s.getRange('B2').getSurroundingRegion(), 'A1:C5'],
    ['getRangeEdge', (s) => s.getRange('A1').getRangeEdge('Down'), 'A4'],
    ['getExtendedRange', (s) => s.getRange('A1').getExtendedRange('Right'), 'A1:C1'],
    ['getUsedRange', (s) => s.getUsedRange(true), 'A1:C5'],
    ['find', (s) => s.getRange('A1:C5').find('sở b', {}), 'A3'],
    ['a name', (s) => s.getRange('$B$2:$C$3'), 'B2:C3'],
  ])('%s', async (_name, make, address) => {
    const { address: found } = await loaded(make, 'address');
    expect(found).toBe(`'Số liệu'!${address}`);
  });

  it.each<[string, unknown, string, unknown]>([
    ['a number', 1.5, 'Double', 1.5],
    ['a number as text', '29.96', 'Double', 29.96],
    ['leading zeros', '007', 'Double', 7],
    ['thousands', '1,234', 'Double', 1234],
    ['a percent', '12%', 'Double', 0.12],
    ['a date as in the United States', '01/02/2024', 'Double', 45293],
    ['a date of another culture stays text', '19-8-2025', 'String', '19-8-2025'],
    ['a boolean', 'TRUE', 'Boolean', true],
    ['an apostrophe', "'=1+1", 'String', '=1+1'],
    ['an error', '#N/A', 'Error', '#N/A'],
    ['nothing', '', 'Empty', ''],
    ['a formula', '=1+1', 'Double', 2],
    ['a formula that begins with a sign', '-B2', 'Double', -3],
    ['text', 'Đạt', 'String', 'Đạt'],
  ])('takes %s through values as typed in English', async (_what, input, type, value) => {
    await open({ locale: 'en-US' });
    const read = await loaded((sheet) => {
      const cell = sheet.getRange('E1');
      cell.values = [[input]];
      return cell;
    }, 'values,valueTypes');
    expect([read.valueTypes, read.values]).toEqual([[[type]], [[value]]]);
  });

  it('text formats before values keep what was written', async () => {
    const read = await loaded((sheet) => {
      const cell = sheet.getRange('E1');
      cell.numberFormat = [['@']];
      cell.values = [['007']];
      return cell;
    }, 'values,text,numberFormat');
    expect(read).toMatchObject({ values: [['007']], text: [['007']], numberFormat: [['@']] });
  });

  it('insertion moves cells, formulas, names, rules and tables; deletion makes #REF! of what pointed there', async () => {
    await run((sheet, context) => {
      context.workbook.names.add('TửSố', sheet.getRange('B2:B4'));
      sheet.getRange('C2:C4').dataValidation.rule = {
        wholeNumber: { formula1: 0, operator: 'GreaterThan' },
      };
      sheet.getRange('G1').formulas = [['=C3']];
      sheet.getRange('3:3').insert('Down');
    });
    expect(first().cell(5, 1)!.formula).toBe('SUM(B2:B5)');
    expect(first().cell(0, 6)!.formula).toBe('C4');
    expect(model.workbook.names.get('TửSố')).toBe("'Số liệu'!$B$2:$B$5");
    expect(first().validations[0].area).toMatchObject({ top: 1, bottom: 4 });
    await run((sheet) => sheet.getRange('4:4').delete('Up'));
    expect(first().cell(0, 6)!.formula).toBe('#REF!');
    expect(first().cell(4, 1)!.formula).toBe('SUM(B2:B4)');
  });

  it('copies with formulas that move, or values only', async () => {
    await run((sheet) => {
      sheet.getRange('D2').formulas = [['=B2/C2']];
      sheet.getRange('D3:D4').copyFrom('D2');
      sheet.getRange('E2:E4').copyFrom('D2:D4', 'Values');
    });
    expect([first().cell(2, 3)!.formula, first().cell(3, 3)!.formula]).toEqual(['B3/C3', 'B4/C4']);
    expect(first().cell(3, 4)).toMatchObject({ value: 0.8 });
    expect(first().cell(3, 4)!.formula).toBeUndefined();
  });

  it('sorts rows, numbers before texts and blanks last', async () => {
    await run((sheet) => {
      sheet.getRange('A2:C4').sort.apply([{ key: 1, ascending: false }]);
    });
    expect([1, 2, 3].map((row) => first().value(row, 0))).toEqual(['Sở C', 'Sở A', 'Sở B']);
  });

  it('merging keeps the first value; unmerging gives the cells back', async () => {
    await run((sheet) => sheet.getRange('A2:A4').merge());
    expect([1, 2, 3].map((row) => first().value(row, 0))).toEqual(['Sở A', null, null]);
    await run((sheet) => sheet.getRange('A3').unmerge());
    expect(first().merges).toEqual([]);
  });

  it('hides rows and replaces texts', async () => {
    const count = await run((sheet) => {
      sheet.getRange('2:3').rowHidden = true;
      return sheet.getRange('A1:A4').replaceAll('Sở', 'Ban', {});
    });
    expect(count.value).toBe(3);
    expect([...first().hiddenRows]).toEqual([1, 2]);
    expect(first().value(1, 0)).toBe('Ban A');
  });

  it('looks: borders by side, and null where cells differ', async () => {
    await run((sheet) => {
      const range = sheet.getRange('A1:B2');
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
        range.format.borders.getItem(side).style = 'Continuous';
      }
      range.format.borders.getItem('EdgeTop').weight = 'Thick';
      sheet.getRange('A1').format.font.bold = true;
    });
    expect(first().cell(0, 0)!.style!.edges).toEqual({
      top: { style: 'thick' },
      left: { style: 'thin' },
    });
    const font = await loaded((sheet) => sheet.getRange('A1:B1').format.font, 'bold,name');
    expect(font).toMatchObject({ bold: null });
    await run((sheet) => {
      const borders = sheet.getRange('D5').format.borders;
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
        borders.getItem(side).style = 'Continuous';
      }
    });
    expect(first().cell(4, 3)!.style).toEqual({ border: true });
  });
});

describe('sheets', () => {
  it('renaming is followed by formulas; deleting makes #REF!', async () => {
    await run((sheet, context) => {
      const other = context.workbook.worksheets.add('Khác');
      other.getRange('A1:A2').formulas = [["='Số liệu'!B2"], ["=SUM('Số liệu'!B2:B4)"]];
      sheet.name = 'Số liệu quý I';
    });
    const other = model.workbook.sheets[1];
    expect([other.cell(0, 0)!.formula, other.cell(1, 0)!.formula]).toEqual([
      "'Số liệu quý I'!B2",
      "SUM('Số liệu quý I'!B2:B4)",
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Số liệu quý I').delete();
      await context.sync();
    });
    expect(other.cell(0, 0)!.formula).toBe('#REF!');
    model.recalculate();
    expect(other.value(0, 0)).toEqual({ error: '#REF!' });
  });

  it('are copied, ordered, hidden, coloured, frozen and protected', async () => {
    const locations = await run(async (sheet, context) => {
      const copy = sheet.copy('Before', sheet);
      copy.load('name,position');
      sheet.tabColor = '#FF0000';
      sheet.freezePanes.freezeAt('A1:B3');
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      sheet.protection.protect({ allowSort: true }, 'mật khẩu');
      sheet.protection.load('protected,options');
      await context.sync();
      return [copy.name, copy.position, frozen.address, sheet.protection.options.allowSort];
    });
    expect(locations).toEqual(['Số liệu (2)', 0, "'Số liệu'!A1:B3", true]);
    await expect(run((sheet) => sheet.protection.unprotect('sai'))).rejects.toMatchObject({
      code: 'BadPassword',
    });
    await run((sheet) => sheet.protection.unprotect('mật khẩu'));
    expect(model.workbook.sheets[1]).toMatchObject({
      isProtected: false,
      tabColor: '#FF0000',
      frozenRows: 3,
    });
  });

  it('print as told', async () => {
    await run((sheet) => {
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.setPrintMargins('Centimeters', { top: 2, left: 3 });
      sheet.pageLayout.setPrintTitleRows('$1:$2');
      sheet.pageLayout.setPrintArea('A1:C5');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
    });
    const { page } = first();
    expect(page).toMatchObject({
      landscape: true,
      titleRows: { first: 0, last: 1 },
      footer: '&C&P/&N',
    });
    expect([page!.margins.top, page!.margins.left].map(Math.round)).toEqual([20, 30]);
  });
});

describe('tables', () => {
  it('have headings, rows, columns and totals', async () => {
    const told = await run(async (sheet, context) => {
      const table = sheet.tables.add('A1:C4', true);
      table.name = 'KếtQuả';
      table.rows.add(undefined, [['Sở D', 5, 6]]);
      const body = table.getDataBodyRange();
      body.load('address,values');
      const column = table.columns.getItem('Tử số').getDataBodyRange();
      column.load('values');
      table.columns.load('count');
      await context.sync();
      return {
        address: body.address,
        last: body.values.at(-1),
        column: column.values.flat(),
        count: table.columns.count,
      };
    });
    expect(told).toEqual({
      address: "'Số liệu'!A2:C5",
      last: ['Sở D', 5, 6],
      column: [3, 1, 8, 5],
      count: 3,
    });
    // What stood under the table has moved down.
    expect(first().cell(5, 1)!.formula).toBe('SUM(B2:B4)');
  });

  it('without headings get a row of them, and become a range again', async () => {
    await run((sheet) => {
      sheet.tables.add('A2:C4', false);
    });
    expect([0, 1, 2].map((column) => first().value(1, column))).toEqual([
      'Column1',
      'Column2',
      'Column3',
    ]);
    await run((sheet) => {
      sheet.tables.getItemAt(0).convertToRange();
    });
    expect(first().tables).toEqual([]);
    expect(first().value(2, 0)).toBe('Sở A');
  });
});

describe('names, rules and marks', () => {
  it('names of the workbook and of a sheet', async () => {
    await run((sheet, context) => {
      context.workbook.names.add('Tổng', sheet.getRange('B2:B4'));
      context.workbook.names.add('Ngưỡng', '=80');
      sheet.names.add('Riêng', "='Số liệu'!$A$1");
      sheet.getRange('E1').formulas = [['=SUM(Tổng)']];
    });
    const name = await loaded(
      (_sheet, context) => context.workbook.names.getItem('tổng'),
      'name,formula,scope,type,value',
    );
    expect(name).toMatchObject({
      formula: "='Số liệu'!$B$2:$B$4",
      scope: 'Workbook',
      type: 'Range',
      value: "'Số liệu'!B2:B4",
    });
    const constant = await loaded(
      (_sheet, context) => context.workbook.names.getItem('Ngưỡng'),
      'type,value',
    );
    expect(constant).toMatchObject({ type: 'Integer', value: 80 });
    expect(first().names.get('Riêng')).toBe("'Số liệu'!$A$1");
    model.recalculate();
    expect(first().value(0, 4)).toBe(12);
  });

  it('data validation is read back as it was set, and cut where it is cleared', async () => {
    await run((sheet) => {
      const range = sheet.getRange('B2:B4').dataValidation;
      range.rule = { decimal: { formula1: 0, formula2: '=C2', operator: 'Between' } };
      range.prompt = { title: 'Tử số', message: 'Nhập số', showPrompt: true };
      range.errorAlert = { title: 'Sai', message: 'Phải là số', style: 'Warning', showAlert: true };
    });
    const read = await loaded(
      (sheet) => sheet.getRange('B3').dataValidation,
      'type,rule,prompt,errorAlert',
    );
    expect(read).toMatchObject({
      type: 'Decimal',
      rule: { decimal: { formula1: '=0', formula2: '=C2', operator: 'Between' } },
      prompt: { message: 'Nhập số' },
      errorAlert: { style: 'Warning' },
    });
    await run((sheet) => sheet.getRange('B3').dataValidation.clear());
    expect(first().validations.map((one) => [one.area.top, one.area.bottom])).toEqual([
      [1, 1],
      [3, 3],
    ]);
    const mixed = await loaded((sheet) => sheet.getRange('B2:B3').dataValidation, 'type');
    expect(mixed).toMatchObject({ type: 'MixedCriteria' });
  });

  it('conditional formats: a new one stands first', async () => {
    await run((sheet) => {
      const range = sheet.getRange('B2:B4');
      range.conditionalFormats.add('CellValue').cellValue.rule = {
        formula1: '=5',
        operator: 'GreaterThan',
      };
      const custom = range.conditionalFormats.add('Custom').custom;
      custom.rule.formula = '=$B2>$C2';
      custom.format.fill.color = '#FFC7CE';
      custom.format.font.bold = true;
    });
    expect(first().conditionalFormats.map((one) => one.rule)).toEqual([
      { formula: '$B2>$C2' },
      { operator: 'greaterThan', first: '5' },
    ]);
    expect(first().conditionalFormats[0].style).toEqual({ fill: '#FFC7CE', bold: true });
    const kinds = await run(async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange('B2');
      conditionalFormats.load('items/type,items/priority');
      await context.sync();
      return conditionalFormats.items.map((one) => [one.type, one.priority]);
    });
    expect(kinds).toEqual([
      ['Custom', 0],
      ['CellValue', 1],
    ]);
  });

  it('comments, and charts of our kinds', async () => {
    const told = await run(async (sheet, context) => {
      const comment = context.workbook.comments.add("'Số liệu'!B2", 'xem lại');
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Auto');
      chart.title.text = 'Kết quả';
      chart.setPosition('E1', 'J12');
      chart.series.load('items/name');
      comment.load('content');
      await context.sync();
      return [comment.content, chart.series.items.length];
    });
    expect(told).toEqual(['xem lại', 2]);
    expect(first().charts[0]).toMatchObject({
      kind: 'column',
      title: 'Kết quả',
      place: { top: 0, left: 4, bottom: 11, right: 9 },
      series: [
        {
          name: "'Số liệu'!$B$1",
          values: "'Số liệu'!$B$2:$B$4",
          categories: "'Số liệu'!$A$2:$A$4",
        },
        { values: "'Số liệu'!$C$2:$C$4" },
      ],
    });
  });
});

describe('the workbook and the application', () => {
  it('custom properties and settings, the latter also for the older API', async () => {
    await run((_sheet, context) => {
      context.workbook.properties.custom.add('TongHop.Loai', 'báo cáo');
      context.workbook.settings.add('cột', { A: [1, 2] });
    });
    expect(model.workbook.properties.get('TongHop.Loai')).toBe('báo cáo');
    const setting = await loaded(
      (_sheet, context) => context.workbook.settings.getItem('cột'),
      'value',
    );
    expect(setting).toMatchObject({ value: { A: [1, 2] } });
    await new Promise((done) => {
      Office.context.document.settings.set('ngôn ngữ', 'vi');
      Office.context.document.settings.saveAsync(done);
    });
    const saved = await loaded(
      (_sheet, context) => context.workbook.settings.getItem('ngôn ngữ'),
      'value',
    );
    expect(saved).toMatchObject({ value: 'vi' });
  });

  it('manual calculation waits until it is asked for; suspension lasts one batch', async () => {
    const values = await run(async (sheet, context) => {
      const sum = sheet.getRange('B5');
      context.application.calculationMode = 'Manual';
      sheet.getRange('B2').values = [[100]];
      sum.load('values');
      await context.sync();
      const before = sum.values[0][0] as number;
      context.application.calculate('Full');
      sum.load('values');
      await context.sync();
      return [before, sum.values[0][0]];
    });
    expect(values).toEqual([12, 109]);
    const suspended = await run(async (sheet, context) => {
      context.application.calculationMode = 'Automatic';
      context.application.suspendApiCalculationUntilNextSync();
      sheet.getRange('B2').values = [[3]];
      const sum = sheet.getRange('B5');
      sum.load('values');
      await context.sync();
      const during = sum.values[0][0] as number;
      sum.load('values');
      await context.sync();
      return [during, sum.values[0][0]];
    });
    expect(suspended).toEqual([109, 12]);
  });

  it('the separators of the person’s Excel', async () => {
    const told = await run(async (_sheet, context) => {
      const { cultureInfo } = context.application;
      cultureInfo.load('name');
      cultureInfo.numberFormat.load('numberDecimalSeparator,numberGroupSeparator');
      cultureInfo.datetimeFormat.load('shortDatePattern');
      await context.sync();
      const { numberDecimalSeparator, numberGroupSeparator } = cultureInfo.numberFormat;
      return [
        cultureInfo.name,
        numberDecimalSeparator,
        numberGroupSeparator,
        cultureInfo.datetimeFormat.shortDatePattern,
      ];
    });
    expect(told).toEqual(['vi-VN', ',', '.', 'dd/MM/yyyy']);
  });
});

describe('neighbours', () => {
  it('formulas in R1C1, both ways', async () => {
    await run((sheet) => (sheet.getRange('D2:D4').formulasR1C1 = '=RC[-2]/RC[-1]*R1C7' as never));
    expect([first().cell(1, 3)!.formula, first().cell(3, 3)!.formula]).toEqual([
      'B2/C2*$G$1',
      'B4/C4*$G$1',
    ]);
    const read = await loaded((sheet) => sheet.getRange('D3'), 'formulasR1C1');
    expect(read.formulasR1C1).toEqual([['=RC[-2]/RC[-1]*R1C7']]);
  });

  it('what an array formula reaches, and where it comes from', async () => {
    await run((sheet) => (sheet.getRange('E1').formulas = [['=B2:B4*2']]));
    const reached = await loaded(
      (sheet) => sheet.getRange('E1').getSpillingToRange(),
      'address,values',
    );
    expect(reached).toMatchObject({ address: "'Số liệu'!E1:E3", values: [[6], [2], [16]] });
    const parent = await loaded((sheet) => sheet.getRange('E3').getSpillParent(), 'address');
    expect(parent.address).toBe("'Số liệu'!E1");
    await run((sheet) => (sheet.getRange('E2').values = [['chắn']]));
    const blocked = await loaded((sheet) => sheet.getRange('E1:E3'), 'values');
    expect(blocked.values).toEqual([['#SPILL!'], ['chắn'], ['']]);
  });

  it('cells that break their validation', async () => {
    await run((sheet) => {
      sheet.getRange('B2:B4').dataValidation.rule = {
        wholeNumber: { formula1: 0, formula2: 5, operator: 'Between' },
      };
    });
    const rule = await loaded((sheet) => sheet.getRange('B2:B4').dataValidation, 'valid');
    expect(rule.valid).toBeNull();
    const invalid = await loaded(
      (sheet) => sheet.getRange('B2:B4').dataValidation.getInvalidCells(),
      'address',
    );
    expect(invalid.address).toBe("'Số liệu'!B4");
  });

  it('a protected structure refuses every change of the list of sheets', async () => {
    await run((_sheet, context) => context.workbook.protection.protect('khóa'));
    const refused = [
      run((_sheet, context) => void context.workbook.worksheets.add('Mới')),
      run((sheet) => (sheet.name = 'Khác')),
      run((sheet) => void sheet.copy()),
      run((sheet) => (sheet.position = 0)),
    ];
    for (const one of refused) await expect(one).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(run((_s, c) => c.workbook.protection.unprotect('sai'))).rejects.toMatchObject({
      code: 'BadPassword',
    });
    await run((_sheet, context) => context.workbook.protection.unprotect('khóa'));
    await run((sheet) => (sheet.name = 'Khác'));
    expect(first().name).toBe('Khác');
  });
});
