import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { builtinPlan } from '../../domain/plan/builtin';
import { writePlan } from '../../domain/plan/plan-tables';
import { Form } from '../../../test/forms';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { writeWorkbook } from '../write/workbook';
import { readForEditing } from './for-editing';

/** Opening and saving keeps what our product writes; of what it cannot keep it says so. */

async function again(workbook: Workbook) {
  const read = readForEditing(await writeWorkbook(workbook));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

/** Everything of a sheet that people could miss. */
function held(sheet: Sheet): object {
  const rows = [...sheet.rows].map(([row, cells]) => [row, [...cells].sort((a, b) => a[0] - b[0])]);
  return {
    ...sheet,
    rows: rows.sort((a, b) => (a[0] as number) - (b[0] as number)),
    columnWidths: [...sheet.columnWidths].sort((a, b) => a[0] - b[0]),
    rowHeights: [...sheet.rowHeights].sort((a, b) => a[0] - b[0]),
    hiddenRows: [...sheet.hiddenRows].sort(),
    hiddenColumns: [...sheet.hiddenColumns].sort(),
    names: [...sheet.names],
  };
}

function everything(): Workbook {
  const sheet = new Sheet('Số liệu');
  sheet.put(0, 0, 'Đơn vị', {
    bold: true,
    fill: '#DDEBF7',
    border: true,
    align: 'center',
    wrap: true,
  });
  sheet.put(0, 1, 'Số', {
    italic: true,
    underline: true,
    strikethrough: true,
    fontColor: '#C00000',
    fontSize: 11,
  });
  sheet.put(1, 0, 'Sở A', {
    edges: { top: { style: 'thick' }, left: { style: 'dashed', color: '#0070C0' } },
    indent: 2,
    align: 'left',
  });
  sheet.put(1, 1, 12.5, {
    format: '#,##0.00',
    unlocked: true,
    verticalAlign: 'top',
  });
  sheet.put(2, 1, 45366, { format: 'dd/mm/yyyy' });
  sheet.put(3, 1, true);
  sheet.put(4, 1, { error: '#N/A' });
  sheet.putFormula(5, 1, "SUM(B2:B3)+'Ẩn'!A1", 45381.5);
  sheet.set(7, 0, { value: 1, formula: 'SEQUENCE(3)', spill: { rows: 3, columns: 1 } });
  sheet.set(8, 0, { value: 2, isSpilled: true });
  sheet.set(9, 0, { value: 3, isSpilled: true });
  sheet.merges.push({ top: 11, bottom: 11, left: 0, right: 2 });
  sheet.columnWidths.set(0, 30).set(1, 12.5);
  sheet.rowHeights.set(0, 33);
  sheet.hiddenRows.add(12);
  sheet.hiddenColumns.add(5);
  sheet.frozenRows = 1;
  sheet.frozenColumns = 2;
  sheet.showGridlines = false;
  sheet.tabColor = '#00B050';
  sheet.isProtected = true;
  sheet.protectionOptions = { allowFormatCells: true, allowSort: true };
  sheet.validations.push(
    {
      area: { top: 1, bottom: 3, left: 1, right: 1 },
      rule: { kind: 'decimal', operator: 'between', first: '0', second: '$C$1' },
      prompt: { title: 'Tử số', text: 'Nhập số' },
      error: { title: 'Sai', text: 'Phải là số', severity: 'warning' },
    },
    {
      area: { top: 1, bottom: 1, left: 3, right: 3 },
      rule: { list: ['Hoàn thành', 'Đang thực hiện'] },
      error: { title: '', text: 'Chọn trong danh sách' },
      refusesBlank: true,
    },
    {
      area: { top: 2, bottom: 2, left: 3, right: 3 },
      rule: { source: "'Ẩn'!$A$1:$A$3" },
      prompt: { title: '', text: 'Chọn' },
    },
    {
      area: { top: 3, bottom: 3, left: 3, right: 3 },
      rule: { formula: 'ISNUMBER(D4)' },
      error: { title: 'Sai', text: 'Phải là số' },
    },
  );
  sheet.conditionalFormats.push(
    {
      area: { top: 1, bottom: 5, left: 1, right: 1 },
      rule: { formula: '$B2>$C2' },
      style: { fill: '#FFC7CE', fontColor: '#9C0006', bold: true },
      stopIfTrue: true,
    },
    {
      area: { top: 1, bottom: 5, left: 1, right: 1 },
      rule: { operator: 'between', first: '0', second: '10' },
      style: { fill: '#FFEB9C' },
    },
    {
      area: { top: 1, bottom: 5, left: 0, right: 0 },
      rule: { contains: 'Sở' },
      style: { italic: true },
    },
  );
  sheet.notes.push({
    row: 1,
    column: 1,
    text: 'Nguồn: báo cáo tháng 3 & quý I',
    author: 'Tổng Hợp',
  });
  sheet.links.push(
    { row: 1, column: 0, sheet: 'Ẩn', cell: 'A1' },
    { row: 14, column: 3, sheet: 'Số liệu', cell: 'B2' },
  );
  sheet.tables.push({
    name: 'KếtQuả',
    area: { top: 0, bottom: 1, left: 0, right: 1 },
    style: 'TableStyleMedium2',
    hasTotals: false,
    showsFilter: true,
  });
  sheet.charts.push({
    name: 'Kết quả & mức giao (%)',
    description: 'Xã A: 96,5% → 97%; "đạt"',
    startsAtZero: true,
    kind: 'column',
    title: 'Kết quả theo đơn vị',
    series: [{ name: 'Số', values: "'Số liệu'!$B$2:$B$3", categories: "'Số liệu'!$A$2:$A$3" }],
    place: { top: 1, bottom: 14, left: 6, right: 12 },
  });
  sheet.names.set('Riêng', "'Số liệu'!$A$1");
  sheet.page = {
    landscape: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    titleRows: { first: 0, last: 1 },
    titleColumns: { first: 0, last: 1 },
    pagesWide: 3,
    bareFirstPage: true,
    printArea: { top: 0, bottom: 9, left: 0, right: 4 },
    header: '&LTổng Hợp',
    footer: '&C&P/&N',
  };
  const hidden = new Sheet('Ẩn');
  hidden.put(0, 0, 1);
  hidden.visibility = 'hidden';
  hidden.page = {
    landscape: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    scale: 88,
    rowBreaks: [16, 40],
    columnBreaks: [9],
  };
  const very = new Sheet('_TongHop');
  very.visibility = 'veryHidden';
  const workbook = emptyWorkbook([sheet, hidden, very]);
  // A file says the font of every cell and the margins of every sheet.
  for (const one of workbook.sheets) {
    one.page ??= { landscape: false, margins: { top: 19, bottom: 19, left: 17.8, right: 17.8 } };
    for (const cells of one.rows.values()) {
      for (const cell of cells.values())
        cell.style = { fontName: 'Times New Roman', fontSize: 12, ...cell.style };
    }
  }
  workbook.names.set('Tổng', "'Số liệu'!$B$2:$B$3").set('Ngưỡng', '80');
  workbook.properties.set('TongHop.Loai', 'báo cáo');
  return workbook;
}

describe('opening and saving', () => {
  it('keeps every kind of thing our sheets hold, and loses nothing of it', async () => {
    const workbook = everything();
    const { workbook: read, losses } = await again(workbook);
    expect(losses).toEqual([]);
    expect(read.sheets.map(held)).toEqual(workbook.sheets.map(held));
    expect([...read.names]).toEqual([...workbook.names]);
    expect([...read.properties]).toEqual([...workbook.properties]);
  });

  it.each([
    ['a plan’s workbook', () => emptyWorkbook(writePlan(builtinPlan('tra-vinh-2024')!))],
    [
      'a form that is filled',
      () => Form.of(builtinPlan('tra-vinh-2024')!.agencies[0].code, '2024-03').fill().workbook,
    ],
  ])('is the identity on %s', async (_what, make) => {
    const once = await again(make());
    const twice = await again(once.workbook);
    expect(once.losses).toEqual([]);
    expect(twice.workbook.sheets.map(held)).toEqual(once.workbook.sheets.map(held));
  });
});

describe('links', () => {
  const LINKS = `<hyperlinks>
    <hyperlink ref="A1" location="'Sở ''A'''!B2" display="Sở A"/><x:hyperlink ref="B1" location="Sheet2!$C$3"/>
    <hyperlink ref="A2" r:id="rId9"/><hyperlink ref="A3" location="Vùng"/>
    <hyperlink ref="A4:B4" location="Sheet2!A1"/><hyperlink ref="A5" location="Sheet2!A1" tooltip="Xem"/>
  </hyperlinks>`;

  it('within the workbook are kept; of others it is said before saving how many go, and where', async () => {
    const parts = unzipSync(await writeWorkbook(emptyWorkbook([new Sheet('Sheet1')])));
    const path = 'xl/worksheets/sheet1.xml';
    const end = /<pageMargins|<\/worksheet>/;
    parts[path] = strToU8(strFromU8(parts[path]).replace(end, (found) => LINKS + found));
    const read = readForEditing(zipSync(parts));
    if (!read.ok) throw new Error(read.refusal.code);
    const { workbook, losses } = read.value;
    expect(workbook.sheets[0].links).toEqual([
      { row: 0, column: 0, sheet: "Sở 'A'", cell: 'B2' },
      { row: 0, column: 1, sheet: 'Sheet2', cell: '$C$3' },
    ]);
    expect(losses).toEqual([{ kind: 'hyperlinks', count: 4, sheets: ['Sheet1'] }]);
  });
});

const corpus = resolve(__dirname, '../../../../shared/corpus');

// Without the corpus nothing is tried, and the report says so.
const withCorpus = existsSync(corpus) ? it : it.skip;

describe('what saving would lose of other people’s files', () => {
  withCorpus('is named for the workbooks of the corpus that hold it', () => {
    const kinds = new Map<string, number>();
    for (const name of readdirSync(corpus).filter((one) => /\.xls[xm]$/.test(one))) {
      const read = readForEditing(new Uint8Array(readFileSync(join(corpus, name))));
      if (!read.ok) continue;
      for (const { kind, count } of read.value.losses) {
        expect(count).toBeGreaterThan(0);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
    for (const kind of [
      'macros',
      'pivot-tables',
      'pictures',
      'charts',
      'hyperlinks',
      'rich-text',
      'conditional-formats',
    ]) {
      expect([kind, kinds.get(kind) ?? 0]).not.toEqual([kind, 0]);
    }
  });
});
