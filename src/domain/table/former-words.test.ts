import { Form } from '../../../test/forms';
import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import { findAgency } from '../plan/plan';
import { checkForm } from '../check/check-form';
import { periodOf } from '../period/period';
import { readPeriodActs, writePeriodActs, type PeriodAct } from '../ledger/period-states';
import { LEDGER_FORMAT, readLedger, writeLedger } from '../ledger/ledger-tables';
import { BINDINGS_SHEET } from '../own-layout/own-sheets';
import { finding, type Finding } from '../finding/finding';
import { readKept, writeKept } from '../ledger/kept-findings';
import { readBindings, writeBindings } from '../own-layout/bindings-table';
import { builtinPlan, OFFERED_PLANS } from '../plan/builtin';
import { writePlan } from '../plan/plan-tables';
import { readPlan } from '../plan/read-plan';
import type { Submission } from '../submission/submission';

/** What workbooks said before the words were settled, by what they say now. */
const BEFORE: Record<string, string> = {
  'Được tính': 'Tính',
  'Không được tính': 'Không tính',
  'Chưa rõ': 'Chưa xác định',
  'Đã mở lại': 'Mở lại',
  'Cộng tử số; mẫu số là số giao cả năm': 'Cộng tử số, mẫu số cả năm',
  'Lần ghi': 'Lượt ghi',
  'Mã đối chiếu tệp': 'Mã băm',
  'Mã đối chiếu bảng': 'Mã băm bảng khóa',
  'Thời điểm': 'Lúc',
  'Cùng nguyên nhân với điểm': 'Theo sau điểm',
  'Người liên kết (tự khai)': 'Người gắn (tự khai)',
  'Tiêu đề nhóm': 'Tiêu đề trên',
  'Cách cộng qua các kỳ': 'Cộng theo thời gian',
  'Ghi trong kế hoạch': 'Nguyên văn trong kế hoạch',
  'So sánh': 'Điều kiện',
  'Mức đến': 'Mức giao đến',
};

/** The same workbook as an earlier version wrote it. */
function asBefore(workbook: Workbook, words: Record<string, string> = BEFORE): Workbook {
  let replaced = 0;
  for (const { rows } of workbook.sheets)
    for (const cells of rows.values())
      for (const [column, cell] of cells) {
        const before = typeof cell.value === 'string' ? words[cell.value] : undefined;
        if (before === undefined) continue;
        cells.set(column, { ...cell, value: before });
        replaced++;
      }
  expect(replaced).toBeGreaterThan(0);
  return workbook;
}

const plan = builtinPlan('tra-vinh-2024')!;

const figure = {
  of: 'indicator',
  code: 'K07',
  sheet: 'Biểu chỉ tiêu',
  raw: '30',
} as const;
const submission: Submission = {
  hash: 'ab12',
  file: 'snv.xlsx',
  agency: 'SNV',
  period: '2024-03',
  version: 1,
  received: '2024-04-01',
  late: null,
  verdict: 'errors',
  accepted: 'partial',
  sample: false,
  errors: 1,
  warnings: 0,
  run: 'lượt 1',
  explanations: [],
  observations: [
    { ...figure, measure: 'numerator', value: 30, cell: 'H15', state: 'ok' },
    { ...figure, measure: 'denominator', value: null, cell: 'I15', state: 'undecided' },
    { ...figure, code: 'K01', measure: 'numerator', value: 1, cell: 'H12', state: 'withheld' },
  ],
};

it.each(OFFERED_PLANS.map((one) => [one.id, one] as const))(
  'a plan of before the words were settled is read: %s',
  (_, own) => {
    const workbook = asBefore(emptyWorkbook(writePlan(own)), { ...BEFORE, Mức: 'Mức giao' });
    // The names of the tables were never others.
    workbook.sheets.forEach((sheet, at) => (sheet.name = writePlan(own)[at].name));
    expect(readPlan(workbook)).toEqual({ ok: true, value: own });
  },
);

it('why a file was returned is read from a workbook of before, what follows from what with it', () => {
  const findings: Finding[] = [
    finding(
      'row-duplicate',
      { sheet: 'Biểu chỉ tiêu', cell: 'A12' },
      { code: 'K01', first: 'A11' },
    ),
    { ...finding('blank', { sheet: 'Biểu chỉ tiêu', cell: 'H13' }, {}), cause: 0 },
  ];
  const sheet = writeKept([{ ...submission, findings }], () => 'SNV/2024-03/1');
  const book = asBefore(emptyWorkbook([sheet]));
  expect(book.sheets[0].rows.get(0)!.get(9)!.value).toBe('Theo sau điểm');
  const { of, bad } = readKept(book);
  expect([of('SNV/2024-03/1', submission.hash), bad]).toEqual([findings, []]);
});

it('a ledger of before is read, its check values hold, and rows are added under it', () => {
  const words = { ...BEFORE };
  for (const [now, before] of [
    ['Tử số', 'Tử'],
    ['Mẫu số', 'Mẫu'],
  ])
    for (const rest of ['', ': ô', ': ghi trong tệp', ': trạng thái'])
      words[now + rest] = before + rest;
  const workbook = asBefore(emptyWorkbook(writeLedger(plan, [submission])), words);
  expect(readLedger(workbook, plan)).toEqual({
    ok: true,
    value: {
      format: LEDGER_FORMAT,
      submissions: [submission],
      interrupted: [],
      takesRows: true,
      edits: [],
      unlikeTyped: [],
    },
  });
});

it('a period that was opened again by an earlier version is open, and its locks are locks', () => {
  const acts: PeriodAct[] = [
    { period: '2024-02', kind: 'locked', who: 'An', at: '2024-04-01 08:00:00', hash: 'cd' },
    { period: '2024-02', kind: 'reopened', who: 'An', at: '2024-04-02 08:00:00', note: 'sửa' },
  ];
  expect(readPeriodActs(asBefore(emptyWorkbook([writePeriodActs(acts)])))).toEqual(acts);
});

it('the bindings of an office’s own sheets are read by their former sheet and words', () => {
  const bindings = [
    {
      sheet: 'Phụ lục của tỉnh',
      cell: 'D5',
      label: 'Tỷ lệ',
      labelCell: 'B5',
      heading: 'Tử số',
      headingCell: 'D3',
      source: {
        of: 'indicator',
        code: 'K07',
        scope: { kind: 'province' },
        span: 'period',
        measure: 'numerator',
      },
      who: 'An',
      at: '2024-04-01 08:00:00',
    } as const,
  ];
  const table = writeBindings(bindings);
  asBefore(emptyWorkbook([table]));
  table.name = 'Gắn biểu';
  const [, cells] = [...table.rows.values()];
  for (const [column, cell] of cells)
    if (cell.value === 'Tử số') cells.set(column, { ...cell, value: 'Tử' });
  const read = readBindings(emptyWorkbook([table]));
  expect(BINDINGS_SHEET).toBe('Liên kết biểu');
  expect(read.unreadable).toEqual([]);
  expect(read.bindings).toEqual([{ ...bindings[0], heading: 'Tử' }]);
});

it('a form that was issued with the former heading over the targets is read without a word', () => {
  const form = Form.of('SNV', '2024-03').fill();
  asBefore(form.workbook, { 'Mức giao': 'Chỉ tiêu năm' });
  const sheet = findSheet(form.workbook, 'Biểu chỉ tiêu')!;
  expect([...sheet.rows.values()].flatMap((cells) => [...cells.values()])).toContainEqual(
    expect.objectContaining({ value: 'Chỉ tiêu năm' }),
  );
  const { findings } = checkForm(
    form.workbook,
    plan,
    findAgency(plan, 'SNV')!,
    periodOf('2024-03'),
    '',
  );
  expect(findings).toEqual([]);
});
