import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { LOOK } from '../../src/domain/page/page';
import { APPENDIX_PAGE } from '../../src/domain/page/page';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from './office-window';

/**
 * A report table is made again where it stands: what people put beside it, and what refers to it,
 * is not harmed.
 */

const port = new ExcelWorkbook();

/** A table of agencies and their figures, as a report is laid out; rows with a note under it. */
function table(rows: [string, number][], foot = 'Ghi chú của bảng'): Sheet {
  const sheet = new Sheet('Bảng');
  sheet.page = APPENDIX_PAGE;
  ['STT', 'Đơn vị', 'Số hồ sơ'].forEach((heading, column) =>
    sheet.put(0, column, heading, LOOK.heading),
  );
  rows.forEach(([agency, figure], index) => {
    sheet.put(index + 1, 0, index + 1, LOOK.textCentre);
    sheet.put(index + 1, 1, agency, LOOK.text);
    sheet.put(index + 1, 2, figure, LOOK.count);
  });
  sheet.put(rows.length + 1, 1, foot, LOOK.line);
  return sheet;
}

const FIRST: [string, number][] = [
  ['Sở Nội vụ', 10],
  ['Xã Đôn Châu', 20],
  ['Xã Long Hiệp', 30],
];

async function reported() {
  const opened = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
  await port.replaceSheets([table(FIRST)]);
  const type = (sheet: string, cell: string, formula: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(cell).formulas = [[formula]];
      await context.sync();
    });
  await type('Của tôi', 'A1', '=Bảng!C3*2');
  await type('Bảng', 'E3', 'gọi lại chị Hoa');
  await type('Bảng', 'F3', '=C3+1');
  await type('Bảng', 'B8', 'Người kiểm tra: Lan');
  const sheet = () => opened.model.workbook.sheets.find(({ name }) => name === 'Bảng')!;
  const value = (name: string, row: number, column: number) => {
    opened.model.recalculate();
    return opened.model.workbook.sheets.find((one) => one.name === name)!.value(row, column);
  };
  return { ...opened, sheet, value };
}

/** A chart over the agencies' figures. */
function drawn(rows: [string, number][]): Sheet {
  const sheet = table(rows);
  const range = (column: string) => `Bảng!$${column}$2:$${column}$${rows.length + 1}`;
  sheet.charts.push({
    name: 'Số hồ sơ',
    kind: 'column',
    title: 'Số hồ sơ',
    series: [{ name: 'Số hồ sơ', values: range('C'), categories: range('B') }],
    place: { top: 10, left: 0, bottom: 20, right: 5 },
  });
  return sheet;
}

/** The table with its columns numbered, as every table of a report has them. */
function numbered(rows: [string, number][], columns = 3): Sheet {
  const sheet = table(rows);
  const moved = [...sheet.rows].sort(([a], [b]) => b - a);
  for (const [row] of moved) if (row > 0) sheet.rows.delete(row);
  for (const [row, cells] of moved) if (row > 0) sheet.rows.set(row + 1, cells);
  for (let column = 0; column < columns; column++)
    sheet.put(1, column, `(${column + 1})`, LOOK.numbering);
  return sheet;
}

describe('a report that is made again', () => {
  it.each([
    ['put in at the left', (sheet: Excel.Worksheet) => sheet.getRange('A:A').insert('Right'), 'A'],
    ['put in between', (sheet: Excel.Worksheet) => sheet.getRange('C:C').insert('Right'), 'C'],
    ['taken out', (sheet: Excel.Worksheet) => sheet.getRange('B:B').delete('Left'), 'B'],
  ])(
    'is not written over columns somebody has %s: the sheet is named, and nothing changes',
    async (_, change, column) => {
      const { model } = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
      await port.replaceSheets([numbered(FIRST)]);
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Bảng');
        change(sheet);
        sheet.getRange(`${column}9`).values = [['của tôi']];
        await context.sync();
      });
      const seen = () =>
        JSON.stringify(
          model.workbook.sheets.map(({ name, rows }) => [
            name,
            [...rows].map(([row, cells]) => [row, [...cells]]),
          ]),
        );
      const before = seen();
      const again = port.replaceSheets([
        numbered(FIRST.map(([agency, figure]) => [agency, figure + 1])),
      ]);
      await expect(again).rejects.toMatchObject({
        refusal: { code: 'table-columns-moved', facts: { sheet: 'Bảng', column } },
      });
      expect(seen()).toBe(before);
    },
  );

  it('has its headings again where somebody typed over one of them', async () => {
    const { model } = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
    await port.replaceSheets([numbered(FIRST)]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Bảng').getRange('B2').values = [['hai']];
      await context.sync();
    });
    await port.replaceSheets([numbered(FIRST)]);
    expect(model.workbook.sheets.find(({ name }) => name === 'Bảng')!.value(1, 1)).toBe('(2)');
  });

  it('is not written over what stands where it grows; a note farther to the right stays', async () => {
    const { model } = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
    const value = (row: number, column: number) =>
      model.workbook.sheets.find(({ name }) => name === 'Bảng')!.value(row, column);
    const note = (cell: string, text: string) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Bảng').getRange(cell).values = [[text]];
        await context.sync();
      });
    await port.replaceSheets([numbered(FIRST)]);
    await note('D12', 'của tôi');
    const wider = port.replaceSheets([numbered(FIRST, 4)]);
    await expect(wider).rejects.toMatchObject({
      refusal: { code: 'table-has-no-room', facts: { sheet: 'Bảng', column: 'D' } },
    });
    expect([value(1, 3), value(11, 3)]).toEqual([null, 'của tôi']);
    await note('D12', '');
    await note('F2', 'xa hơn');
    await port.replaceSheets([numbered(FIRST, 4)]);
    expect([value(1, 3), value(1, 5)]).toEqual(['(4)', 'xa hơn']);
  });

  it('has its charts over the rows that came, where people moved them to; one that was taken away comes with them', async () => {
    const { model } = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
    await port.replaceSheets([drawn(FIRST)]);
    const charts = () => model.workbook.sheets.find(({ name }) => name === 'Bảng')!.charts;
    const moved = await Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem('Bảng')
        .charts.getItem('Số hồ sơ')
        .setPosition('H2', 'N20');
      await context.sync();
      return charts()[0].place;
    });
    const longer: [string, number][] = [...FIRST, ['Xã Ngũ Lạc', 40]];
    await port.replaceSheets([drawn(longer)]);
    const [{ series, place }] = charts();
    expect(series.map(({ values }) => values.replace(/^.*!/, ''))).toEqual(['$C$2:$C$5']);
    expect([place.top, place.left, place.right]).toEqual([moved.top, moved.left, moved.right]);
    charts().splice(0);
    await port.replaceSheets([drawn(FIRST)]);
    expect(charts().map(({ series }) => series[0].values.replace(/^.*!/, ''))).toEqual([
      '$C$2:$C$4',
    ]);
  });

  it('has a name for what it replaces, however long its own', async () => {
    const { model } = await openExcel(emptyWorkbook([new Sheet('Của tôi')]));
    const long = () => {
      const sheet = table(FIRST);
      sheet.name = 'Số liệu BC-TTHC-2024 2024-03';
      return sheet;
    };
    await port.replaceSheets([long()]);
    const undo = await port.replaceSheets([long()]);
    const names = () => model.workbook.sheets.map(({ name }) => name);
    expect(names()).toContain('Số liệu BC-TTHC-2024 2024-03 cũ');
    await undo();
    expect(names()).toEqual(['Của tôi', 'Số liệu BC-TTHC-2024 2024-03']);
  });

  it('keeps what stands beside it and below it, and what refers to it gives the new figure', async () => {
    const { value, host } = await reported();
    host.traffic.reset();
    await port.replaceSheets([table(FIRST.map(([agency, figure]) => [agency, figure + 1]))]);
    expect(value('Bảng', 2, 2)).toBe(21);
    expect(value('Của tôi', 0, 0)).toBe(42);
    expect([value('Bảng', 2, 4), value('Bảng', 2, 5), value('Bảng', 7, 1)]).toEqual([
      'gọi lại chị Hoa',
      22,
      'Người kiểm tra: Lan',
    ]);
  });

  it('a note goes with its row when rows come before it, and what stands below makes room', async () => {
    const { value } = await reported();
    await port.replaceSheets([
      table([FIRST[0], ['Phường 1', 5], ['Phường 2', 6], FIRST[1], FIRST[2]]),
    ]);
    expect([value('Bảng', 4, 1), value('Bảng', 4, 4), value('Bảng', 4, 5)]).toEqual([
      'Xã Đôn Châu',
      'gọi lại chị Hoa',
      21,
    ]);
    expect(value('Bảng', 2, 4)).toBeNull();
    // A formula elsewhere goes along with the row it was about.
    expect(value('Của tôi', 0, 0)).toBe(40);
    expect([value('Bảng', 6, 1), value('Bảng', 9, 1)]).toEqual([
      'Ghi chú của bảng',
      'Người kiểm tra: Lan',
    ]);
  });

  it('a note of a row that is gone stands under everything, never nowhere', async () => {
    const { sheet } = await reported();
    await port.replaceSheets([table([FIRST[0], FIRST[2]])]);
    const texts = [...sheet().rows].flatMap(([row, cells]) =>
      [...cells]
        .filter(([, cell]) => cell.value === 'gọi lại chị Hoa')
        .map(([column]) => [row, column]),
    );
    expect(texts).toEqual([[7, 4]]);
  });

  it('taken back, table and notes stand as they stood', async () => {
    const { value, model } = await reported();
    const undo = await port.replaceSheets([table([['Phường 1', 5], ...FIRST])]);
    await undo();
    expect(value('Của tôi', 0, 0)).toBe(40);
    expect([value('Bảng', 2, 1), value('Bảng', 2, 4), value('Bảng', 7, 1)]).toEqual([
      'Xã Đôn Châu',
      'gọi lại chị Hoa',
      'Người kiểm tra: Lan',
    ]);
    expect(model.workbook.sheets.map(({ name }) => name)).toEqual(['Của tôi', 'Bảng']);
  });

  it('made again twice, everything is where it was', async () => {
    const { value } = await reported();
    await port.replaceSheets([table([['Phường 1', 5], ...FIRST])]);
    await port.replaceSheets([table(FIRST)]);
    expect([value('Bảng', 2, 1), value('Bảng', 2, 4), value('Bảng', 7, 1)]).toEqual([
      'Xã Đôn Châu',
      'gọi lại chị Hoa',
      'Người kiểm tra: Lan',
    ]);
  });

  it('what people put above it goes under it', async () => {
    const { value } = await reported();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Bảng');
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('A1').values = [['Bản trình ngày 05/4']];
      await context.sync();
    });
    await port.replaceSheets([table(FIRST)]);
    expect([
      value('Bảng', 0, 1),
      value('Bảng', 2, 1),
      value('Bảng', 2, 4),
      value('Bảng', 8, 0),
    ]).toEqual(['Đơn vị', 'Xã Đôn Châu', 'gọi lại chị Hoa', 'Bản trình ngày 05/4']);
    expect(value('Của tôi', 0, 0)).toBe(40);
  });
});

it('a column that was hidden while it held nothing is seen once it holds something', async () => {
  const { sheet } = await reported();
  const remade = (isSilent: boolean) => {
    const own = table(FIRST);
    own.columnsByContent.add(2);
    if (isSilent) own.hiddenColumns.add(2);
    return own;
  };
  await port.replaceSheets([remade(true)]);
  expect([...sheet().hiddenColumns]).toEqual([2]);
  // What a person hid stays hidden.
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Bảng').getRange('A:A').columnHidden = true;
    await context.sync();
  });
  await port.replaceSheets([remade(false)]);
  expect([...sheet().hiddenColumns]).toEqual([0]);
});
