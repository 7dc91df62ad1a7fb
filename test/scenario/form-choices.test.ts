import { checkFile } from '../../src/app/check-file';
import { trace } from '../../src/app/trace';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { issueTemplates } from '../../src/app/issue-templates';
import type { FormResult } from '../../src/domain/consolidation/consolidation';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Plan } from '../../src/domain/plan/plan';
import { FORMS } from '../../src/domain/plan/form-table';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { PLAN_SHEETS } from '../../src/domain/plan/plan-sheets';
import { readPlanTables } from '../../src/domain/plan/read-plan';
import type { CheckedFile, Submission } from '../../src/domain/submission/submission';
import type { CalcEngine } from '../../src/workbench/calc/calc-engine';
import type { CellValue } from '../../src/workbook/cell';
import { cellName } from '../../src/workbook/address';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { calculated, differentWhenCalculated, engineOfOurPage } from '../calculated';
import { insertRow } from '../defects/drift';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';

/**
 * Statistics forms made as docs/plan-workbook.md says, typed line by line into *Biểu thống kê*:
 * units, answers, formulas and ways of adding of single rows. SỐ LIỆU MẪU; every expected figure is
 * worked out by hand.
 */

/** What a person types in the table: heading → text. */
type Line = Partial<Record<string, CellValue>>;

const base = builtinPlan('tra-vinh-2024')!;
const KEPT = ['VPUB', 'SNV', '29461'];
const bare: Plan = {
  ...base,
  agencies: base.agencies
    .filter(({ code }) => KEPT.includes(code))
    .map((one) => ({ ...one, reports: true })),
  consolidator: 'VPUB',
  indicators: [],
  targets: [],
  tasks: [],
  forms: [],
  successions: [],
  confirmations: [],
};

function readForms(lines: readonly Line[]) {
  const sheets = writePlan(bare);
  const sheet = sheets.find(({ name }) => name === PLAN_SHEETS.forms)!;
  const { headings } = FORMS;
  lines.forEach((line, index) => {
    for (const [heading, value] of Object.entries(line)) {
      const column = headings.indexOf(heading);
      if (column < 0) throw new Error(`no column ${heading}`);
      sheet.put(index + 1, column, value ?? null);
    }
  });
  return readPlanTables(emptyWorkbook(sheets));
}

function planOf(lines: readonly Line[]): Plan {
  const { plan, faults } = readForms(lines);
  if (!plan)
    throw new Error(
      JSON.stringify(faults.map(({ finding }) => [finding.code, finding.cell, finding.facts])),
    );
  return plan;
}

/** A line of one form: kind of line, code, text, unit, and whatever else. */
function line(
  form: string,
  kind: string,
  code: string,
  text: string,
  unit = '',
  more: Line = {},
): Line {
  return { 'Mã biểu': form, 'Loại dòng': kind, Mã: code, 'Nội dung': text, ĐVT: unit, ...more };
}

const EVERYBODY = 'Các sở, ban, ngành cấp tỉnh; Tất cả đơn vị cấp xã';

const CCHC: readonly Line[] = [
  line('CCHC', 'Biểu', '', 'THỐNG KÊ CẢI CÁCH HÀNH CHÍNH (SỐ LIỆU MẪU)', '', {
    Nhóm: 'Nội dung',
    'Đơn vị điền số liệu': EVERYBODY,
  }),
  line('CCHC', 'Cột', '3', 'Kết quả', '', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' }),
  line('CCHC', 'Cột', '4', 'Ghi chú', '', { 'Kiểu nhập': 'Chữ' }),
  line('CCHC', 'Dòng', '1.1.1', 'Số nhiệm vụ đề ra', 'nhiệm vụ', { Nhóm: '1. Chỉ đạo' }),
  line('CCHC', 'Dòng', '1.1.2', 'Số nhiệm vụ đã hoàn thành', 'nhiệm vụ', { Nhóm: '1. Chỉ đạo' }),
  line('CCHC', 'Dòng', '1.1.3', 'Tỷ lệ hoàn thành', '%', {
    Nhóm: '1. Chỉ đạo',
    'Công thức': '1.1.3 = 100 * 1.1.2 / 1.1.1',
  }),
  line(
    'CCHC',
    'Dòng',
    '1.4.3',
    'Hình thức khảo sát (trực tuyến = 0; phát phiếu = 1; kết hợp = 2)',
    '',
    {
      Nhóm: '1. Chỉ đạo',
    },
  ),
  line('CCHC', 'Dòng', '3.1', 'Tổng số TTHC', 'thủ tục', {
    Nhóm: '3. TTHC',
    'Công thức': '3.1.1 + 3.1.2',
  }),
  line('CCHC', 'Dòng', '3.1.1', 'TTHC cấp tỉnh', 'thủ tục', {
    Nhóm: '3. TTHC',
    'Cách cộng qua các kỳ': 'Số cuối kỳ',
  }),
  line('CCHC', 'Dòng', '3.1.2', 'TTHC cấp xã', 'thủ tục', {
    Nhóm: '3. TTHC',
    'Cách cộng qua các kỳ': 'Số cuối kỳ',
  }),
  line('CCHC', 'Dòng', '5.1', 'Tăng, giảm biên chế', '%', {
    Nhóm: '5. Công vụ',
    'Có thể âm': 'Có',
  }),
  line('CCHC', 'Dòng', '5.2', 'Xếp hạng của tỉnh', 'hạng', {
    Nhóm: '5. Công vụ',
    'Đơn vị điền số liệu': 'SNV',
  }),
  line('CCHC', 'Dòng', '6.1', 'Kế hoạch vốn', 'triệu đồng', { Nhóm: '6. Tài chính' }),
  line('CCHC', 'Dòng', '6.2', 'Đã giải ngân', 'triệu đồng', { Nhóm: '6. Tài chính' }),
  { 'Mã biểu': 'CCHC', 'Loại dòng': 'Ràng buộc dòng', 'Công thức': '1.1.2 ≤ 1.1.1' },
  { 'Mã biểu': 'CCHC', 'Loại dòng': 'Ràng buộc dòng', 'Công thức': '6.2 <= 6.1' },
];

/** Rows in their order as each agency fills them; of one that is not asked a row nothing. */
type Sheet = Record<string, CellValue>;
const SNV: Sheet = {
  '1.1.1': 40,
  '1.1.2': 30,
  '1.4.3': 'kết hợp',
  '3.1.1': 100,
  '3.1.2': 0,
  '5.1': -1.5,
  '5.2': 7,
  '6.1': 120.5,
  '6.2': 60.25,
};
const VPUB: Sheet = {
  '1.1.1': 10,
  '1.1.2': 10,
  '1.4.3': 0,
  '3.1.1': 20,
  '3.1.2': 5,
  '5.1': 2,
  '6.1': 10,
  '6.2': 10,
};
const COMMUNE: Sheet = {
  '1.1.1': 6,
  '1.1.2': 2,
  '1.4.3': '2',
  '3.1.1': 0,
  '3.1.2': 90,
  '5.1': 0,
  '6.1': 1,
  '6.2': 0.5,
};

function filled(plan: Plan, agency: string, period: string, form: string, rows: Sheet): Form {
  const issued = issueTemplates(plan, period, [agency], []);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const own = new Form(plan, agency, period);
  Object.assign(own, { workbook: issued.value[0].make() });
  for (const [key, value] of Object.entries(rows))
    own.typeStat(form, key, Array.isArray(value) ? value : [value]);
  return own;
}

/** As it came out of the form; out of its bytes where that is asked. */
async function check(form: Form, isFile = false): Promise<CheckedFile> {
  const read = isFile ? readWorkbook(await writeWorkbook(form.workbook)) : null;
  if (read && !read.ok) throw new Error(read.refusal.code);
  const opened = {
    ok: true as const,
    value: { workbook: read?.value ?? form.workbook, converted: null },
  };
  return checkFile(form.plan, form.fileName, form.fileName, opened, {
    period: null,
    partial: false,
  });
}

function enter(files: readonly CheckedFile[]): Submission[] {
  return files.map((file) => ({
    ...file,
    agency: file.agency!,
    period: file.period!,
    version: 1,
    errors: 0,
    warnings: 0,
    run: 'r',
    explanations: [],
  }));
}

function consolidated(plan: Plan, ledger: readonly Submission[], period: string) {
  return consolidatePeriod(plan, [...ledger], periodOf(period), {
    acceptIncomplete: false,
    asOf: null,
  });
}

const fieldOf = ({ fields }: Pick<FormResult, 'fields'>, row: string) =>
  fields.find(({ key }) => key === row)!;
const codesOf = (file: CheckedFile) => file.findings.map(({ code }) => code);

let engine: CalcEngine;
beforeAll(async () => {
  engine = await engineOfOurPage();
});

describe('the annex of CCHC statistics', () => {
  const plan = planOf(CCHC);

  it('stands again when it is written and read', () => {
    expect(readPlanTables(emptyWorkbook(writePlan(plan)))).toEqual({ plan, faults: [] });
  });

  it('is issued with a unit for each row, formulas of its rows, and no sum of unlike rows', () => {
    const sheet = new Form(plan, 'VPUB', '2024-01').workbook.sheets.find(
      ({ name }) => name === 'Biểu CCHC',
    )!;
    const texts = [...sheet.rows.values()].map((row) =>
      [...row.values()].map(({ value }) => value),
    );
    const codes = texts.flatMap(([code]) => (typeof code === 'string' ? [code] : []));
    // 5.2 is asked of Sở Nội vụ alone. 6.1 and 6.2 are of one unit, and a plan's capital and what
    // was paid of it are no whole all the same.
    expect(codes).not.toContain('5.2');
    expect(codes.filter((code) => code.startsWith('Σ'))).toEqual([]);
    expect(texts.find(([code]) => code === '6.1')).toContain('triệu đồng');
  });

  it('a sound form is clean, in its cells as in the check, and its own formulas give what is meant', async () => {
    const form = filled(plan, 'SNV', '2024-01', 'CCHC', SNV);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu CCHC')!;
    const results = calculated(engine, [sheet]);
    const at = (row: string, column: number) => {
      const number = [...sheet.rows.keys()].find((one) => sheet.value(one, 0) === row)!;
      return results.get(`Biểu CCHC!${String.fromCharCode(65 + column)}${number + 1}`);
    };
    expect([at('1.1.3', 4), at('3.1', 4), at('6.1', 6), at('6.2', 6), at('1.1.2', 6)]).toEqual([
      75,
      100,
      'Khớp',
      'Khớp',
      'Khớp',
    ]);
    const file = await check(form, true);
    expect([codesOf(file), file.verdict, file.accepted]).toEqual([[], 'clean', 'all']);
    const values = Object.fromEntries(file.observations.map(({ row, value }) => [row, value]));
    expect(values).toMatchObject({
      '1.1.1': 40,
      '1.4.3': '2',
      '5.1': -1.5,
      '5.2': 7,
      '6.1': 120.5,
    });
  });

  it.each<[string, Sheet, string[]]>([
    ['an answer that is none', { '1.4.3': 'qua mạng' }, ['status-unknown']],
    ['more done than there was', { '1.1.2': 41 }, ['identity-mismatch']],
    ['half a procedure', { '3.1.1': 1.5 }, ['fraction']],
    ['less than nothing', { '6.2': -1 }, ['negative']],
    ['an answer left out', { '1.4.3': null }, ['form-row-blank']],
  ])('%s is found once', async (_, change, found) => {
    expect(
      codesOf(await check(filled(plan, 'SNV', '2024-01', 'CCHC', { ...SNV, ...change }))),
    ).toEqual(found);
  });

  it('the province adds what adds, divides sums by sums, and leaves shares to each', async () => {
    const files = await Promise.all(
      (
        [
          ['SNV', SNV],
          ['VPUB', VPUB],
          ['29461', COMMUNE],
        ] as const
      ).map(([agency, rows]) => check(filled(plan, agency, '2024-01', 'CCHC', rows))),
    );
    expect(files.map(codesOf)).toEqual([[], [], []]);
    const { result, sheets } = consolidated(plan, enter(files), '2024-01');
    const [form] = result.forms;
    const value = (row: string) => fieldOf(form, row).columns['3'];
    expect(['1.1.1', '1.1.2', '3.1', '3.1.1', '3.1.2', '6.1', '6.2'].map(value)).toEqual([
      56, 42, 215, 120, 95, 131.5, 70.75,
    ]);
    // 100 · 42 / 56, no mean of 75, 100 and 33,3.
    expect(value('1.1.3')).toBe(75);
    expect([
      value('5.1'),
      fieldOf(form, '5.1').overAgencies,
      fieldOf(form, '5.1').reported,
    ]).toEqual([null, { '3': 'each' }, 3]);
    // One agency's own figure is the province's.
    expect([value('5.2'), fieldOf(form, '5.2').expected]).toEqual([7, 1]);
    expect(fieldOf(form, '1.4.3').answers).toEqual({ '3': { '0': 1, '1': 0, '2': 2 } });
    expect([value('1.4.3'), form.total['3'], form.complete]).toEqual([null, null, true]);
    expect(
      fieldOf(
        form.rows.find(({ key }) => key === 'SNV')!,
        '1.4.3',
      ).texts,
    ).toEqual({ '3': '2' });

    const names = ['Theo dòng CCHC 2024-01', 'Biểu CCHC 2024-01', 'Một đơn vị CCHC 2024-01'];
    expect(names.filter((name) => !sheets.some((sheet) => sheet.name === name))).toEqual([]);
    expect(
      differentWhenCalculated(
        engine,
        sheets.filter(({ name }) => name.includes('CCHC')),
      ),
    ).toEqual([]);
    const byRow = sheets.find(({ name }) => name === names[0])!;
    const shown = [...byRow.rows.values()].map((row) => [row.get(0)?.value, row.get(3)?.value]);
    expect(shown.find(([stt]) => stt === '1.1.3')).toEqual(['1.1.3', 75]);
    expect(shown.find(([stt]) => stt === '1.4.3')![1]).toBe('trực tuyến = 0: 1; kết hợp = 2: 2');
  });

  it('one agency’s own form is that of whoever is picked', async () => {
    const files = await Promise.all([
      check(filled(plan, 'SNV', '2024-01', 'CCHC', SNV)),
      check(filled(plan, '29461', '2024-01', 'CCHC', COMMUNE)),
    ]);
    const { sheets } = consolidated(plan, enter(files), '2024-01');
    const own = sheets.filter(({ name }) => name.includes('CCHC'));
    const one = own.find(({ name }) => name.startsWith('Một đơn vị'))!;
    const [row] = [...one.rows].find(([, cells]) => cells.get(0)?.value === 'Đơn vị:')!;
    const commune = bare.agencies.find(({ code }) => code === '29461')!;
    one.put(row, 1, `29461 – ${commune.name}`);
    const results = calculated(engine, own);
    const at = (key: string) => {
      const [number] = [...one.rows].find(([, cells]) => cells.get(0)?.value === key)!;
      return results.get(`${one.name}!D${number + 1}`);
    };
    expect([at('1.1.1'), at('3.1'), at('5.2'), at('6.2'), at('1.4.3')]).toEqual([
      6,
      90,
      '',
      0.5,
      'kết hợp = 2',
    ]);
  });

  it('every view leads to the cells its figures came from', async () => {
    const files = await Promise.all([
      check(filled(plan, 'SNV', '2024-01', 'CCHC', SNV)),
      check(filled(plan, '29461', '2024-01', 'CCHC', COMMUNE)),
    ]);
    const port = new MemoryWorkbook(
      emptyWorkbook([...consolidated(plan, enter(files), '2024-01').sheets]),
    );
    const tracedIn = async (name: string, key: string) => {
      const sheet = port.workbook.sheets.find((one) => one.name === name)!;
      const [row] = [...sheet.rows].find(([, cells]) => cells.get(0)?.value === key)!;
      const { kind, sources } = await trace(port, { sheet: name, cell: cellName(row, 3) });
      return [
        kind,
        ...sources.map(
          ({ agency, code, value, sheet: at }) => `${agency} ${code} ${String(value)} ${at}`,
        ),
      ];
    };
    expect(await tracedIn('Theo dòng CCHC 2024-01', '6.2')).toEqual([
      'ours',
      'SNV 6.2 (3) 60.25 Biểu CCHC',
      '29461 6.2 (3) 0.5 Biểu CCHC',
    ]);
    // Of the agency that is picked, and of no other; a row that is made of others leads to theirs.
    expect(await tracedIn('Một đơn vị CCHC 2024-01', '6.2')).toEqual([
      'ours',
      'SNV 6.2 (3) 60.25 Biểu CCHC',
    ]);
    expect(await tracedIn('Một đơn vị CCHC 2024-01', '1.1.3')).toEqual([
      'ours',
      'SNV 1.1.2 (3) 30 Biểu CCHC',
      'SNV 1.1.1 (3) 40 Biểu CCHC',
    ]);
  });

  it('over a quarter flows are summed, stocks are the last, shares are nobody’s, and a quotient is made again', async () => {
    const months = ['2024-01', '2024-02', '2024-03'];
    const files = await Promise.all(
      months.map((month, index) =>
        check(
          filled(plan, 'SNV', month, 'CCHC', {
            ...SNV,
            '1.1.2': 30 - 10 * index,
            '3.1.1': 100 + index,
          }),
        ),
      ),
    );
    const { result } = consolidated(plan, enter(files), '2024-Q1');
    const own = result.forms[0].rows.find(({ key }) => key === 'SNV')!;
    const value = (row: string) => fieldOf(own, row).columns['3'];
    expect(['1.1.1', '1.1.2', '1.1.3', '3.1.1', '5.1', '5.2', '6.1'].map(value)).toEqual([
      120,
      60,
      50,
      102,
      null,
      null,
      361.5,
    ]);
  });

  it('a quotient of which somebody lacks a part is not made of others', async () => {
    const files = await Promise.all([
      check(filled(plan, 'SNV', '2024-01', 'CCHC', SNV)),
      check(filled(plan, 'VPUB', '2024-01', 'CCHC', { ...VPUB, '1.1.1': null })),
    ]);
    const [form] = consolidated(plan, enter(files), '2024-01').result.forms;
    expect([fieldOf(form, '1.1.2').columns['3'], fieldOf(form, '1.1.3').columns['3']]).toEqual([
      40,
      null,
    ]);
  });
});

const KTXH: readonly Line[] = [
  line('KTXH', 'Biểu', '', 'CHỈ TIÊU KINH TẾ - XÃ HỘI (SỐ LIỆU MẪU)', '', {
    Nhóm: 'Chỉ tiêu',
    'Đơn vị điền số liệu': 'SNV; VPUB',
  }),
  line('KTXH', 'Cột', '3', 'Kế hoạch năm', '', { 'Cách cộng qua các kỳ': 'Số cuối kỳ' }),
  line('KTXH', 'Cột', '4', 'Trong tháng', '', {
    'Cách cộng qua các kỳ': 'Cộng các kỳ',
    Nhóm: 'Số tuyệt đối',
    'Nhóm trên': 'Thực hiện',
  }),
  line('KTXH', 'Cột', '5', 'Lũy kế', '', {
    'Cách cộng qua các kỳ': 'Lũy kế đến cuối kỳ',
    Nhóm: 'Số tuyệt đối',
    'Nhóm trên': 'Thực hiện',
  }),
  line('KTXH', 'Cột', '6', 'So kế hoạch', '%', {
    'Cách cộng qua các kỳ': 'Theo công thức',
    'Công thức': '6 = 100 * 5 / 3',
    Nhóm: 'Số tương đối',
    'Nhóm trên': 'Thực hiện',
  }),
  line('KTXH', 'Cột', '7', 'Tăng so cùng kỳ', '%', {
    'Cách cộng qua các kỳ': 'Không cộng',
    'Có thể âm': 'Có',
    'Số thập phân': 'Tối đa 2 chữ số',
  }),
  line('KTXH', 'Dòng', '1', 'Thu ngân sách', 'tỷ đồng'),
  line('KTXH', 'Dòng', '2', 'Khách du lịch', 'nghìn lượt'),
  { 'Mã biểu': 'KTXH', 'Loại dòng': 'Ràng buộc', 'Công thức': '4 <= 5' },
];

describe('a monthly table of KTXH under three levels of headings', () => {
  const plan = planOf(KTXH);
  // Columns 3, 4, 5, 7.
  const fill = (agency: string, month: string, budget: CellValue[], guests: CellValue[]) => {
    const form = filled(plan, agency, month, 'KTXH', {});
    return form.typeStat('KTXH', '1', budget).typeStat('KTXH', '2', guests);
  };

  it('is read back by its headings, and every cell is where it was issued', async () => {
    const form = fill('SNV', '2024-01', [1200, 90.5, 90.5, -3.25], [500, 40.5, 40.5, 12]);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu KTXH')!;
    const heads = [3, 4, 5, 6].map((row) =>
      [4, 5, 6, 7, 8].map((column) => sheet.value(row, column)),
    );
    expect(heads).toEqual([
      ['Kế hoạch năm', 'Thực hiện', null, null, 'Tăng so cùng kỳ'],
      [null, 'Số tuyệt đối', null, 'Số tương đối', null],
      [null, 'Trong tháng', 'Lũy kế', 'So kế hoạch', null],
      ['(3)', '(4)', '(5)', '(6)', '(7)'],
    ]);
    const file = await check(form);
    expect([codesOf(file), file.observations.length]).toEqual([[], 8]);
    expect(calculated(engine, [sheet]).get('Biểu KTXH!H8')).toBeCloseTo((100 * 90.5) / 1200, 12);
  });

  it('a column may stand right under the upper heading, beside others that have one between', async () => {
    const direct = KTXH.map((one) => (one['Mã'] === '6' ? { ...one, Nhóm: '' } : one));
    const own = planOf(direct);
    const form = filled(own, 'SNV', '2024-01', 'KTXH', {});
    form.typeStat('KTXH', '1', [1200, 90.5, 90.5, -3.25]);
    form.typeStat('KTXH', '2', [500, 40.5, 40.5, 12]);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu KTXH')!;
    const heads = [3, 4, 5].map((row) => [5, 6, 7].map((column) => sheet.value(row, column)));
    expect(heads).toEqual([
      ['Thực hiện', null, null],
      ['Số tuyệt đối', null, 'So kế hoạch'],
      ['Trong tháng', 'Lũy kế', null],
    ]);
    // A share shows two decimals, not as many as it has.
    expect(sheet.cell(7, 7)?.style?.format).toBe('0.00');
    expect(sheet.merges).toContainEqual({ top: 4, bottom: 5, left: 7, right: 7 });
    expect(sheet.merges).toContainEqual({ top: 3, bottom: 3, left: 5, right: 7 });
    const file = await check(form);
    expect([codesOf(file), file.observations.length]).toEqual([[], 8]);
    expect(calculated(engine, [sheet]).get('Biểu KTXH!H8')).toBeCloseTo((100 * 90.5) / 1200, 12);
  });

  it('more decimals than were chosen are asked about', async () => {
    const file = await check(
      fill('SNV', '2024-01', [1200, 90.5, 90.5, -3.255], [500, 40.5, 40.5, 12]),
    );
    expect(codesOf(file)).toEqual(['too-many-decimals']);
  });

  it('over agencies the quotient is of sums, over months of the last plan and the last sum', async () => {
    const files = await Promise.all([
      check(fill('SNV', '2024-01', [1000, 100, 100, 5], [1, 0.5, 0.5, 0])),
      check(fill('SNV', '2024-02', [1200, 50, 150, -5], [1, 0.25, 0.75, 0])),
      check(fill('VPUB', '2024-01', [10, 1, 1, 0], [0, 0, 0, 0])),
      check(fill('VPUB', '2024-02', [300, 2, 75, 1], [0, 0, 0, 0])),
    ]);
    expect(files.map(codesOf)).toEqual([[], [], [], []]);
    const ledger = enter(files);
    const month = consolidated(plan, ledger, '2024-02').result.forms[0];
    expect(fieldOf(month, '1').columns).toEqual({
      '3': 1500,
      '4': 52,
      '5': 225,
      '6': 15,
      '7': null,
    });
    // Nobody planned guests but one: 100 · 0,75 / 1. An agency without a plan has no quotient.
    expect(fieldOf(month, '2').columns['6']).toBe(75);
    expect(
      fieldOf(
        month.rows.find(({ key }) => key === 'VPUB')!,
        '2',
      ).columns['6'],
    ).toBe(null);
    const { sheets } = consolidated(plan, ledger, '2024-02');
    expect(
      differentWhenCalculated(
        engine,
        sheets.filter(({ name }) => name.includes('KTXH')),
      ),
    ).toEqual([]);
  });
});

const SCORES: readonly Line[] = [
  line('DIEM', 'Biểu', '', 'CHẤM ĐIỂM (SỐ LIỆU MẪU)', '', {
    'Đơn vị điền số liệu': 'Tất cả đơn vị cấp xã',
    'Dòng cộng': 'Không',
  }),
  line('DIEM', 'Cột', '3', 'Hồ sơ trực tuyến', 'hồ sơ', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' }),
  line('DIEM', 'Cột', '4', 'Tổng số hồ sơ', 'hồ sơ', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' }),
  line('DIEM', 'Cột', '5', 'Tỷ lệ', '%', {
    'Cách cộng qua các kỳ': 'Theo công thức',
    'Công thức': '100 * 3 / 4',
  }),
  line('DIEM', 'Cột', '6', 'Điểm', 'điểm', {
    'Cách cộng qua các kỳ': 'Theo công thức',
    'Công thức': 'nhỏ nhất([20]; [20] * 5 / [80])',
  }),
  line('DIEM', 'Dòng', '1', 'Nộp hồ sơ trực tuyến'),
  { 'Mã biểu': 'DIEM', 'Loại dòng': 'Ràng buộc', 'Công thức': '3 ≤ 4' },
];

it.each([
  [60, 100, 15],
  [90, 100, 20],
  [0, 0, null],
])(
  'points are rate × most ÷ threshold and never more than the most: %s of %s',
  async (online, all, points) => {
    const plan = planOf(SCORES);
    const form = filled(plan, '29461', '2024-01', 'DIEM', {}).typeStat('DIEM', '1', [online, all]);
    const file = await check(form);
    expect(codesOf(file)).toEqual([]);
    const { result, sheets } = consolidated(plan, enter([file]), '2024-01');
    expect(fieldOf(result.forms[0], '1').columns['6']).toBe(points);
    expect(
      differentWhenCalculated(
        engine,
        sheets.filter(({ name }) => name.includes('DIEM')),
      ),
    ).toEqual([]);
  },
);

describe('a made-up form under two levels of headings, with what was left from the period before', () => {
  const flow = { 'Cách cộng qua các kỳ': 'Cộng các kỳ' };
  const plan = planOf([
    line('DON', 'Biểu', '', 'GIẢI QUYẾT ĐƠN (SỐ LIỆU MẪU)', '', {
      'Đơn vị điền số liệu': EVERYBODY,
      'Dòng cộng': 'Có',
      Nhóm: 'Loại đơn',
    }),
    line('DON', 'Cột', '3', 'Tồn kỳ trước', 'đơn', {
      Nhóm: 'Phải giải quyết',
      'Cách cộng qua các kỳ': 'Số đầu kỳ',
    }),
    line('DON', 'Cột', '4', 'Mới nhận', 'đơn', { Nhóm: 'Phải giải quyết', ...flow }),
    line('DON', 'Cột', '5', 'Đúng hạn', 'đơn', { Nhóm: 'Đã giải quyết', ...flow }),
    line('DON', 'Cột', '6', 'Quá hạn', 'đơn', { Nhóm: 'Đã giải quyết', ...flow }),
    line('DON', 'Cột', '7', 'Còn lại', 'đơn', { 'Cách cộng qua các kỳ': 'Số cuối kỳ' }),
    line('DON', 'Dòng', '1', 'Khiếu nại'),
    line('DON', 'Dòng', '2', 'Tố cáo'),
    { 'Mã biểu': 'DON', 'Loại dòng': 'Ràng buộc', 'Công thức': '3 + 4 = 5 + 6 + 7' },
    { 'Mã biểu': 'DON', 'Loại dòng': 'Ràng buộc', 'Công thức': '3 = 7 kỳ trước' },
  ]);
  /** As issued with what the ledger knows of the month before. */
  const month = (agency: string, id: string, ledger: Submission[], rows: number[][]) => {
    const issued = issueTemplates(plan, id, [agency], ledger);
    if (!issued.ok) throw new Error(issued.refusal.code);
    const form = new Form(plan, agency, id);
    Object.assign(form, { workbook: issued.value[0].make() });
    rows.forEach((values, index) => form.typeStat('DON', String(index + 1), values));
    return form;
  };

  it('what was left is carried into the next form and checked; a quarter opens with its first month', async () => {
    const january = await Promise.all([
      check(
        month(
          'SNV',
          '2024-01',
          [],
          [
            [5, 10, 8, 1, 6],
            [0, 2, 2, 0, 0],
          ],
        ),
      ),
      check(
        month(
          'VPUB',
          '2024-01',
          [],
          [
            [1, 1, 1, 0, 1],
            [0, 0, 0, 0, 0],
          ],
        ),
      ),
    ]);
    expect(january.map(codesOf)).toEqual([[], []]);
    const known = enter(january);
    const february = month('SNV', '2024-02', known, [
      [6, 4, 7, 0, 3],
      [0, 1, 0, 0, 1],
    ]);
    const heading = [3, 4].map((row) =>
      [3, 4, 5, 6, 7].map((column) => february.workbook.sheets[0].value(row, column)),
    );
    expect(heading).toEqual([
      ['Phải giải quyết', null, 'Đã giải quyết', null, 'Còn lại'],
      ['Tồn kỳ trước', 'Mới nhận', 'Đúng hạn', 'Quá hạn', null],
    ]);
    expect(february.statRow('DON', '1').cell('previous 7')!.value).toBe(6);
    const files = [await check(february)];
    expect(files.map(codesOf)).toEqual([[]]);
    const wrong = await check(
      month('SNV', '2024-02', known, [
        [5, 5, 7, 0, 3],
        [0, 1, 0, 0, 1],
      ]),
    );
    expect(codesOf(wrong)).toEqual(['carry-over-mismatch']);
    const ledger = enter([...january, ...files]);
    const [own] = consolidated(plan, ledger, '2024-Q1').result.forms;
    // By hand: opened with 5 + 1 complaints; 10 + 4 + 1 came; 8 + 7 + 1 and 1 were settled.
    const rows = Object.fromEntries(own.rows.map(({ key, columns }) => [key, columns]));
    expect(rows.SNV).toMatchObject({ '3': 5, '4': 17, '5': 17, '6': 1 });
    const { sheets, result } = consolidated(plan, ledger, '2024-02');
    expect(result.forms[0].rows.find(({ key }) => key === 'SNV')!.columns).toEqual({
      '3': 6,
      '4': 5,
      '5': 7,
      '6': 0,
      '7': 4,
    });
    const tables = sheets.filter(({ name }) => name.includes('DON'));
    expect(differentWhenCalculated(engine, tables)).toEqual([]);
  });
});

describe('totals stand where the form says so', () => {
  const rows = [
    line('T', 'Cột', '3', 'Số vụ', 'vụ', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' }),
    line('T', 'Dòng', '1', 'Trộm cắp', 'vụ'),
    line('T', 'Dòng', '2', 'Lừa đảo', 'vụ'),
  ];
  const form = (totals: string) =>
    planOf([
      line('T', 'Biểu', '', 'BIỂU', '', { 'Đơn vị điền số liệu': EVERYBODY, 'Dòng cộng': totals }),
      ...rows,
    ]);

  it.each([
    ['Có', 12],
    ['Không', null],
    ['', null],
  ])('“%s”: %s', async (totals, total) => {
    const plan = form(totals);
    const own = filled(plan, 'VPUB', '2024-01', 'T', { '1': 5, '2': 7 });
    const sums = [...own.workbook.sheets[0].rows.values()].filter(
      (row) => row.get(0)?.value === 'Σ',
    );
    expect(sums).toHaveLength(total === null ? 0 : 1);
    const { result } = consolidated(plan, enter([await check(own)]), '2024-01');
    expect([result.forms[0].total['3'], fieldOf(result.forms[0], '2').columns['3']]).toEqual([
      total,
      7,
    ]);
  });
});

describe('a choice that contradicts another is a fault at its cell', () => {
  const form = line('T', 'Biểu', '', 'BIỂU', '', { 'Đơn vị điền số liệu': 'SNV; VPUB' });
  const column = line('T', 'Cột', '3', 'Số', '', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' });
  const row = (key: string, more: Line = {}) => line('T', 'Dòng', key, `Dòng ${key}`, 'vụ', more);
  const faultsOf = (...lines: Line[]) =>
    readForms(lines).faults.map(
      ({ finding: { code, cell } }) => `${code.replace('plan-fault-', '')} ${cell}`,
    );

  it.each<[string, Line[], string[]]>([
    ['a row made of itself', [row('1', { 'Công thức': '1 = 1 + 2' }), row('2')], ['bad-cell H4']],
    [
      'rows that are made of each other',
      [row('1', { 'Công thức': '2' }), row('2', { 'Công thức': '1' })],
      ['bad-cell H4', 'bad-cell H5'],
    ],
    ['a row that is not there', [row('1', { 'Công thức': '1.1 + 1.2' })], ['unknown-row H4']],
    [
      'a month before in a row’s formula',
      [row('1', { 'Công thức': '1 = 2 kỳ trước' }), row('2')],
      ['bad-cell H4'],
    ],
    ['no formula', [row('1', { 'Công thức': '2 +' }), row('2')], ['bad-cell H4']],
    ['division by nothing', [row('1', { 'Công thức': '2 / [0]' }), row('2')], ['bad-cell H4']],
    ['a choice without answers', [row('1', { 'Kiểu nhập': 'Lựa chọn' })], ['bad-cell N4']],
    [
      'answers where figures are typed',
      [row('1', { 'Kiểu nhập': 'Số', 'Các lựa chọn': 'Có; Không' })],
      ['bad-cell N4'],
    ],
    [
      'a text that is added up',
      [row('1', { 'Kiểu nhập': 'Chữ', 'Cộng theo đơn vị': 'Cộng các đơn vị' })],
      ['bad-cell Q4'],
    ],
    [
      'one agency’s own figure that two fill',
      [row('1', { 'Cộng theo đơn vị': 'Số của đơn vị chủ trì' })],
      ['bad-cell I4'],
    ],
    ['a row nobody is asked', [row('1', { 'Đơn vị điền số liệu': '29461' })], ['bad-cell I4']],
  ])('%s', (_, rows, faults) => {
    expect(faultsOf(form, column, ...rows)).toEqual(faults);
  });

  it('a total of unlike rows, or of a row and its parts', () => {
    const asked = { ...form, 'Dòng cộng': 'Có' };
    expect(faultsOf(asked, column, row('1'), { ...row('2'), ĐVT: '%' })).toEqual(['bad-cell S2']);
    expect(faultsOf(asked, column, row('1'), row('1.1'))).toEqual(['bad-cell S2']);
    expect(faultsOf(asked, column, row('1'), row('2'))).toEqual([]);
  });

  it('a factor that is a column’s number as well', () => {
    const made = line('T', 'Cột', '4', 'Lần', '', {
      'Cách cộng qua các kỳ': 'Theo công thức',
      'Công thức': '100 * 3',
    });
    const hundred = line('T', 'Cột', '100', 'Trăm', '', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' });
    expect(faultsOf(form, column, made, row('1'))).toEqual([]);
    expect(faultsOf(form, column, made, hundred, row('1'))).toEqual(['bad-cell H4']);
  });
});

describe('a list of variable length', () => {
  const LIST: readonly Line[] = [
    line('VB', 'Biểu', '', 'DANH SÁCH VĂN BẢN (SỐ LIỆU MẪU)', '', {
      'Đơn vị điền số liệu': EVERYBODY,
      'Số dòng để ghi': 5,
      'Dòng cộng': 'Có',
    }),
    line('VB', 'Cột', '3', 'Tên văn bản', '', { 'Kiểu nhập': 'Chữ' }),
    line('VB', 'Cột', '4', 'Ngày ban hành', '', { 'Kiểu nhập': 'Ngày' }),
    line('VB', 'Cột', '5', 'Số trang', 'trang', { 'Cách cộng qua các kỳ': 'Cộng các kỳ' }),
  ];
  const plan = planOf(LIST);
  const lines = (agency: string, month: string, ...rows: CellValue[][]) => {
    const form = filled(plan, agency, month, 'VB', {});
    rows.forEach((values, index) => form.typeStat('VB', String(index + 1), values));
    return form;
  };

  it('stands again when it is written and read, and has no rows of its own', () => {
    expect(readPlanTables(emptyWorkbook(writePlan(plan)))).toEqual({ plan, faults: [] });
    const wrong = readForms([...LIST, line('VB', 'Dòng', '1', 'Một')]);
    expect(wrong.faults.map(({ finding: { code, cell } }) => [code, cell])).toEqual([
      ['plan-fault-bad-cell', 'B6'],
    ]);
  });

  it('lines are listed and counted, never added by where they stand', async () => {
    const files = await Promise.all([
      check(lines('SNV', '2024-01', ['Kế hoạch 1', '15/01/2024', 3], ['Công văn 2', 45300, 4])),
      check(lines('VPUB', '2024-01', ['Không phát sinh', null, null])),
      check(lines('29461', '2024-01', ['Thông báo 9', null, 2])),
      check(lines('29461', '2024-02', [], ['Tờ trình 4', '14/02/2024', 1])),
    ]);
    expect(files.map(codesOf)).toEqual([[], [], [], []]);
    const { result, sheets } = consolidated(plan, enter(files), '2024-01');
    const [form] = result.forms;
    expect([form.listed, form.total['5'], form.complete, form.fields]).toEqual([3, 9, true, []]);
    expect(form.rows.find(({ key }) => key === 'SNV')!.listed).toEqual([
      {
        period: '2024-01',
        line: '1',
        columns: { '3': null, '4': null, '5': 3 },
        texts: { '3': 'Kế hoạch 1', '4': '2024-01-15' },
      },
      {
        period: '2024-01',
        line: '2',
        columns: { '3': null, '4': null, '5': 4 },
        texts: { '3': 'Công văn 2', '4': '2024-01-09' },
      },
    ]);
    expect(
      differentWhenCalculated(
        engine,
        sheets.filter(({ name }) => name.includes('VB')),
      ),
    ).toEqual([]);
    const table = sheets.find(({ name }) => name === 'Biểu VB 2024-01')!;
    const shown = [...table.rows.values()].filter((row) => row.get(2)?.value === '2024-01');
    expect(shown.map((row) => [0, 3, 5].map((column) => row.get(column)?.value))).toEqual([
      [1, 'Kế hoạch 1', 3],
      [2, 'Công văn 2', 4],
      [3, 'Thông báo 9', 2],
    ]);
    const quarter = consolidated(plan, enter(files), '2024-Q1').result.forms[0];
    expect([quarter.listed, quarter.total['5'], quarter.reported, quarter.expected]).toEqual([
      4, 10, 4, 9,
    ]);
  });

  it('a line that was put in counts as one that stood ready, wherever it was put', async () => {
    const five = Array.from({ length: 5 }, (_, n) => [`Văn bản ${n + 1}`, '15/01/2024', n + 1]);
    const form = lines('SNV', '2024-01', ...five);
    const { sheet, row } = form.statRow('VB', '3');
    const type = (at: number, code: CellValue, values: CellValue[]) =>
      [code, null, null, ...values].forEach(
        (value, c) => value !== null && sheet.put(at, c, value),
      );
    // One without a number between the third and the fourth, one that was copied with its number,
    // one with a number of its own above the total.
    insertRow(sheet, row + 1);
    type(row + 1, null, ['Chen giữa', '16/01/2024', 10]);
    insertRow(sheet, row + 4);
    type(row + 4, '5', ['Chép dòng', '17/01/2024', 20]);
    insertRow(sheet, row + 5);
    type(row + 5, '7', ['Thêm cuối', '18/01/2024', 30]);
    insertRow(sheet, row + 6);
    type(row + 6, null, ['Tổng cộng', null, 75]);
    const file = await check(form);
    // The total a person added is told, and is no line.
    expect(codesOf(file)).toContain('row-extra');
    const extra = file.findings.filter(({ code }) => code === 'row-extra');
    expect(extra.map(({ facts }) => facts)).toEqual([expect.objectContaining({ row: row + 7 })]);
    expect(codesOf(file)).not.toContain('row-duplicate');
    // No line that was put in had a name to be edited.
    expect(codesOf(file)).not.toContain('plan-column-edited');
    const { result, sheets } = consolidated(plan, enter([file]), '2024-01');
    const [own] = result.forms;
    expect([own.listed, own.total['5']]).toEqual([8, 1 + 2 + 3 + 4 + 5 + 10 + 20 + 30]);
    const said = own.rows.find(({ key }) => key === 'SNV')!.listed!.map(({ texts }) => texts!['3']);
    expect([...said].sort()).toEqual(
      [...five.map(([name]) => name), 'Chen giữa', 'Chép dòng', 'Thêm cuối'].sort(),
    );
    const tables = sheets.filter(({ name }) => name.includes('VB'));
    expect(differentWhenCalculated(engine, tables)).toEqual([]);
  });

  it.each([
    ['Tổng cộng: 3 văn bản', true],
    ['Tổng số văn bản', true],
    ['Cộng:', true],
    ['TC', true],
    ['Ghi chú: số tạm tính', true],
    ['Tổng công ty cấp nước', false],
    ['Cộng đồng dân cư xã Mẫu', false],
  ])('“%s” put under it is no line: %s', async (words, isTotal) => {
    const three = [1, 2, 3].map((n) => [`Văn bản ${n}`, '15/01/2024', n]);
    const form = lines('SNV', '2024-01', ...three);
    const { sheet, row } = form.statRow('VB', '5');
    insertRow(sheet, row + 1);
    [words, '16/01/2024', 6].forEach((value, c) => sheet.put(row + 1, c + 3, value));
    const { result } = consolidated(plan, enter([await check(form)]), '2024-01');
    expect(result.forms[0].total['5']).toBe(isTotal ? 6 : 12);
  });

  it('one in which nothing is written says nothing, and half a line is asked about', async () => {
    expect(codesOf(await check(lines('SNV', '2024-01')))).toEqual(['form-blank', 'form-row-blank']);
    const file = await check(lines('SNV', '2024-01', ['Kế hoạch 1', '15/01/2024', null]));
    expect(codesOf(file)).toEqual(['blank']);
    const [form] = consolidated(plan, enter([file]), '2024-01').result.forms;
    expect([form.listed, form.reported]).toEqual([1, 0]);
  });
});
