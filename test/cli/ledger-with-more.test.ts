import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop } from './tonghop';

/**
 * The command line writes its ledger whole: what somebody keeps in the same workbook would be gone.
 */
const folder = scratch();
afterAll(folder.remove);

const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const at = (...path: string[]) => join(folder.path, ...path);
const consolidate = (...more: string[]) =>
  tonghop(
    folder.path,
    ...[
      'consolidate',
      'kh.xlsx',
      '--period',
      '2024-03',
      '--received',
      '2024-03-15',
      '--out',
      'bc.xlsx',
      ...more,
    ],
  );

beforeAll(async () => {
  tonghop(folder.path, 'plan', PLAN, '--out', 'kh.xlsx');
  mkdirSync(at('nop'));
  const form = Form.of('TPHT', '2024-03', PLAN).fill();
  writeFileSync(at('nop', form.fileName), await writeWorkbook(form.workbook));
  expect(consolidate('--in', 'nop', '--ledger', 'so.xlsx').code).toBe(0);
});

/** The ledger as a run left it, with something of somebody's in it. */
async function put(name: string, change: (workbook: Workbook) => void): Promise<Buffer> {
  const opened = readWorkbook(new Uint8Array(readFileSync(at('so.xlsx'))));
  if (!opened.ok) throw new Error(opened.refusal.code);
  change(opened.value);
  writeFileSync(at(name), await writeWorkbook(opened.value));
  return readFileSync(at(name));
}

function note(): Sheet {
  const sheet = new Sheet('Ghi chú của tôi');
  sheet.put(0, 0, 'gọi lại cho Sở Tư pháp');
  return sheet;
}

it.each([
  [
    'a sheet of somebody’s',
    (book: Workbook) => void book.sheets.push(note()),
    /trang tính “Ghi chú của tôi”/,
  ],
  [
    'a plan',
    (book: Workbook) => void book.sheets.unshift(...writePlan(plan)),
    /trang tính “Kế hoạch”/,
  ],
  [
    'a column beside the table',
    (book: Workbook) => {
      const sheet = findSheet(book, LEDGER_SHEETS.submissions)!;
      const column = Math.max(...sheet.rows.get(0)!.keys()) + 2;
      sheet.put(0, column, 'Người theo dõi');
      sheet.put(1, column, 'Lan');
    },
    /Trang tính “Bản nộp”, ô [A-Z]+1/i,
  ],
  [
    'a note on a figure',
    (book: Workbook) =>
      void findSheet(book, LEDGER_SHEETS.figures)!.notes.push({
        ...{ row: 3, column: 2, text: 'hỏi lại đơn vị', author: 'Lan' },
      }),
    /Trang tính “Sổ số liệu”, ô C4/i,
  ],
  [
    'a name somebody gave to cells',
    (book: Workbook) => void book.names.set('TongSo', "'Sổ số liệu'!$I$2:$I$9"),
    /tên “TongSo”/i,
  ],
  [
    'a name of one sheet alone',
    (book: Workbook) =>
      void findSheet(book, LEDGER_SHEETS.figures)!.names.set('cot_tu', "'Sổ số liệu'!$I:$I"),
    /tên “cot_tu”/i,
  ],
  [
    'a conditional format',
    (book: Workbook) =>
      void findSheet(book, LEDGER_SHEETS.figures)!.conditionalFormats.push({
        area: { top: 1, left: 8, bottom: 40, right: 8 },
        rule: { operator: 'greaterThan', first: '1000' },
        style: { fill: '#FFFF00' },
      }),
    /Trang tính “Sổ số liệu” \(định dạng có điều kiện\)/i,
  ],
  [
    'a list to choose from',
    (book: Workbook) =>
      void findSheet(book, LEDGER_SHEETS.submissions)!.validations.push({
        area: { top: 1, left: 3, bottom: 40, right: 3 },
        rule: { list: ['đã gọi', 'chưa gọi'] },
      }),
    /Trang tính “Bản nộp” \(danh sách chọn, quy tắc nhập\)/i,
  ],
  [
    'a table of Excel',
    (book: Workbook) =>
      void findSheet(book, LEDGER_SHEETS.submissions)!.tables.push({
        name: 'BangNop',
        area: { top: 0, left: 0, bottom: 1, right: 3 },
        style: 'TableStyleMedium2',
        hasTotals: false,
        showsFilter: true,
      }),
    /Trang tính “Bản nộp” \(bảng của Excel\)/i,
  ],
  [
    'a cell somebody coloured',
    (book: Workbook) => {
      const cell = findSheet(book, LEDGER_SHEETS.figures)!.cell(2, 3)!;
      cell.style = { ...cell.style, fill: '#FFFF00' };
    },
    /Trang tính “Sổ số liệu” \(màu ô, màu chữ\)/i,
  ],
  [
    'red letters',
    (book: Workbook) => {
      const cell = findSheet(book, LEDGER_SHEETS.submissions)!.cell(1, 1)!;
      cell.style = { ...cell.style, fontColor: '#C00000' };
    },
    /Trang tính “Bản nộp” \(màu ô, màu chữ\)/i,
  ],
  [
    'a bold figure',
    (book: Workbook) => {
      const cell = findSheet(book, LEDGER_SHEETS.figures)!.cell(2, 3)!;
      cell.style = { ...cell.style, bold: true };
    },
    /Trang tính “Sổ số liệu” \(chữ đậm, nghiêng, gạch\)/i,
  ],
  [
    'a heading in italics',
    (book: Workbook) => {
      const cell = findSheet(book, LEDGER_SHEETS.submissions)!.cell(0, 1)!;
      cell.style = { ...cell.style, italic: true };
    },
    /Trang tính “Bản nộp” \(chữ đậm, nghiêng, gạch\)/i,
  ],
  [
    'a border somebody drew',
    (book: Workbook) => {
      const cell = findSheet(book, LEDGER_SHEETS.submissions)!.cell(1, 1)!;
      cell.style = { ...cell.style, border: true };
    },
    /Trang tính “Bản nộp” \(đường kẻ\)/i,
  ],
  [
    'a row somebody made higher',
    (book: Workbook) => void findSheet(book, LEDGER_SHEETS.figures)!.rowHeights.set(2, 40),
    /Trang tính “Sổ số liệu” \(chiều cao hàng\)/i,
  ],
  [
    'protection',
    (book: Workbook) => void (findSheet(book, LEDGER_SHEETS.figures)!.isProtected = true),
    /Trang tính “Sổ số liệu” \(khóa sửa\)/i,
  ],
  [
    'a hidden row',
    (book: Workbook) => void findSheet(book, LEDGER_SHEETS.figures)!.hiddenRows.add(3),
    /Trang tính “Sổ số liệu” \(hàng, cột bị ẩn\)/i,
  ],
  [
    'a hidden column',
    (book: Workbook) => void findSheet(book, LEDGER_SHEETS.submissions)!.hiddenColumns.add(4),
    /Trang tính “Bản nộp” \(hàng, cột bị ẩn\)/i,
  ],
])(
  '%s in the ledger: not written over, said by name; without --in it is only read',
  async (_what, change, named) => {
    const before = await put('thêm.xlsx', change);
    const ran = consolidate('--in', 'nop', '--ledger', 'thêm.xlsx');
    expect(ran.err).toMatch(named);
    expect(ran.code).toBe(2);
    expect(readFileSync(at('thêm.xlsx'))).toEqual(before);

    const read = consolidate('--ledger', 'thêm.xlsx');
    expect([read.code, read.out]).toEqual([0, expect.stringMatching(/đã tiếp nhận 1/)]);
    expect(readFileSync(at('thêm.xlsx'))).toEqual(before);
  },
);

it('a column is as wide as somebody drew it, also after the ledger is written', async () => {
  await put('rộng.xlsx', (book) => {
    const sheet = findSheet(book, LEDGER_SHEETS.submissions)!;
    sheet.columnWidths.set(2, 47);
  });
  expect(consolidate('--in', 'nop', '--ledger', 'rộng.xlsx').code).toBe(0);
  const read = readWorkbook(new Uint8Array(readFileSync(at('rộng.xlsx'))));
  if (!read.ok) throw new Error(read.refusal.code);
  const sheet = findSheet(read.value, LEDGER_SHEETS.submissions)!;
  expect(sheet.columnWidths.get(2)).toBeCloseTo(47, 0);
});

it('the workbook of the pane, and any other workbook, is told what it is', async () => {
  const desk = emptyWorkbook([...writePlan(plan), ...writeLedger(plan, [])]);
  writeFileSync(at('so-lam-viec.xlsx'), await writeWorkbook(desk));
  writeFileSync(at('khác.xlsx'), await writeWorkbook(emptyWorkbook([note()])));
  for (const words of [
    ['consolidate', 'kh.xlsx', '--period', '2024-03', '--in', 'nop', '--out', 'bc.xlsx'],
    ['templates', 'kh.xlsx', '--period', '2024-03', '--out', 'bieu'],
  ]) {
    const pane = tonghop(folder.path, ...words, '--ledger', 'so-lam-viec.xlsx');
    expect([pane.code, pane.err]).toEqual([
      2,
      expect.stringMatching(/“so-lam-viec\.xlsx” là sổ làm việc/),
    ]);
    const other = tonghop(folder.path, ...words, '--ledger', 'khác.xlsx');
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringMatching(/“khác\.xlsx” không phải sổ số liệu/),
    ]);
  }
});
