import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import type { CellValue } from '../../workbook/cell';
import { builtinPlan, OFFERED_PLANS } from './builtin';
import { BUILTIN_FORMS } from './builtin-forms';
import type { StatForm } from './stat-form';
import { writePlan } from './plan-tables';
import { refusalSentence } from '../../locale/sentence';
import { findAgency, isFilledBy, type PathChoice } from './plan';
import { readPlan, readPlanTables } from './read-plan';
import { hasPlan } from './has-plan';

const tables = () => emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!));

describe('the plan in the workbook', () => {
  it.each(OFFERED_PLANS.map((plan) => [plan.id, plan] as const))(
    '%s: written and read back, it is the same plan',
    (_, plan) => {
      const workbook = emptyWorkbook(writePlan(plan));
      expect(hasPlan(workbook)).toBe(true);
      expect(readPlan(workbook)).toEqual({ ok: true, value: plan });
    },
  );

  it('reads whether the quarter’s report replaces its last month’s, a row most plans do not have', () => {
    const own = builtinPlan('vinh-chap-2024')!;
    const replaces = {
      ...own,
      schedule: { ...own.schedule, quarterReplacesLastMonth: true as const },
    };
    const workbook = emptyWorkbook(writePlan(replaces));
    expect(readPlan(workbook)).toEqual({ ok: true, value: replaces });
    const sheet = findSheet(workbook, 'Kế hoạch')!;
    expect(sheet.value(13, 0)).toBe('Báo cáo quý thay báo cáo tháng cuối quý');
    for (const no of ['Không', null]) {
      sheet.put(13, 1, no);
      expect(readPlan(workbook)).toEqual({ ok: true, value: own });
    }
    sheet.put(13, 1, 'Tùy');
    const [fault] = readPlanTables(workbook).faults;
    expect([fault.row, fault.finding.code, fault.finding.cell, fault.finding.facts]).toEqual([
      'Báo cáo quý thay báo cáo tháng cuối quý',
      'plan-fault-bad-cell',
      'B14',
      { found: 'Tùy', expected: 'Có / Không' },
    ]);
  });

  it('reads where TongHop.html is to be had, a row plans need not have', () => {
    const own = builtinPlan('vinh-chap-2024')!;
    const told = { ...own, oneFileAt: 'https://tonghop.vinhchap.gov.vn/TongHop.html' };
    const workbook = emptyWorkbook(writePlan(told));
    expect(readPlan(workbook)).toEqual({ ok: true, value: told });
    const sheet = findSheet(workbook, 'Kế hoạch')!;
    expect(sheet.value(13, 0)).toBe('Nơi tải TongHop.html');
    sheet.put(13, 1, null);
    expect(readPlan(workbook)).toEqual({ ok: true, value: own });
    sheet.put(13, 1, 'hỏi Văn phòng '.repeat(20));
    const [fault] = readPlanTables(workbook).faults;
    expect([fault.row, fault.finding.code, fault.finding.cell]).toEqual([
      'Nơi tải TongHop.html',
      'plan-fault-bad-cell',
      'B14',
    ]);
  });

  it('reads columns in any order, extra columns, and decomposed Unicode', () => {
    const workbook = tables();
    const sheet = findSheet(workbook, 'Đơn vị')!;
    for (const cells of sheet.rows.values()) {
      const [code, name] = [cells.get(0)!, cells.get(1)!];
      cells.set(0, name).set(1, code);
      cells.set(40, { value: 'ghi chú riêng' });
    }
    sheet.name = sheet.name.normalize('NFD');
    const heading = sheet.cell(0, 0)!;
    sheet.set(0, 0, { ...heading, value: String(heading.value).normalize('NFD') });
    expect(readPlan(workbook)).toEqual({ ok: true, value: builtinPlan('vinh-chap-2024') });
  });

  it('reads a table under a title, and a plan of format 1 without the later sheets and columns', () => {
    const workbook = tables();
    const later = ['Phân công', 'Biểu thống kê', 'Kế thừa', 'Xác nhận'];
    workbook.sheets = workbook.sheets.filter(({ name }) => !later.includes(name));
    findSheet(workbook, 'Kế hoạch')!.put(1, 1, 1);
    for (const name of ['Chỉ tiêu', 'Nhiệm vụ']) {
      const sheet = findSheet(workbook, name)!;
      for (const cells of sheet.rows.values())
        for (const column of [...cells.keys()].slice(-2)) cells.delete(column);
    }
    const register = findSheet(workbook, 'Đơn vị')!;
    const rows = [...register.rows].map(([row, cells]) => [row + 2, cells] as const);
    register.rows.clear();
    register.put(0, 1, 'DANH MỤC ĐƠN VỊ');
    for (const [row, cells] of rows) register.rows.set(row, cells);
    expect(readPlan(workbook)).toEqual({ ok: true, value: builtinPlan('vinh-chap-2024') });
  });

  it('takes an agency by its name where only one has it', () => {
    const workbook = tables();
    findSheet(workbook, 'Kế hoạch')!.put(8, 1, 'văn phòng UBND xã');
    expect(readPlan(workbook)).toEqual({ ok: true, value: builtinPlan('vinh-chap-2024') });
  });

  it.each<[string, (workbook: ReturnType<typeof tables>) => void, unknown[]]>([
    [
      'a missing sheet',
      (workbook) => workbook.sheets.splice(3, 1),
      ['', 'plan-fault-no-sheet', 'Mức giao', 'A1', { sheet: 'Mức giao' }],
    ],
    [
      'a missing column',
      (workbook) => findSheet(workbook, 'Chỉ tiêu')!.put(0, 6, 'Khác'),
      ['', 'plan-fault-no-column', 'Chỉ tiêu', 'A1', { column: 'Loại' }],
    ],
    [
      'an agency without a level',
      (workbook) => findSheet(workbook, 'Đơn vị')!.put(1, 4, null),
      ['VP', 'plan-fault-bad-cell', 'Đơn vị', 'E2', { found: '', expected: 'Tỉnh / Huyện / Xã' }],
    ],
    [
      'a word that is not of the list',
      (workbook) => findSheet(workbook, 'Đơn vị')!.put(1, 4, 'Phường'),
      [
        'VP',
        'plan-fault-bad-cell',
        'Đơn vị',
        'E2',
        { found: 'Phường', expected: 'Tỉnh / Huyện / Xã' },
      ],
    ],
    [
      'a date that is none',
      (workbook) => findSheet(workbook, 'Ngày nghỉ')!.put(1, 0, '31/2/2024'),
      [
        '31/2/2024',
        'plan-fault-bad-cell',
        'Ngày nghỉ',
        'A2',
        { found: '31/2/2024', expected: '04/3/2024' },
      ],
    ],
    [
      'the same code twice',
      (workbook) => findSheet(workbook, 'Nhiệm vụ')!.put(2, 0, 'T1a1'),
      ['T1a1', 'plan-fault-duplicate-code', 'Nhiệm vụ', 'A3', { code: 'T1a1', first: 'A2' }],
    ],
    [
      'an agency that is not in the register',
      (workbook) => findSheet(workbook, 'Nhiệm vụ')!.put(2, 13, 'XYZ'),
      ['T1a2', 'plan-fault-unknown-agency', 'Nhiệm vụ', 'N3', { found: 'XYZ', suggestion: '' }],
    ],
    [
      'a formula in a text cell',
      (workbook) => findSheet(workbook, 'Nhiệm vụ')!.putFormula(1, 6, 'A1&"x"', 'Rà soát'),
      ['T1a1', 'plan-fault-formula', 'Nhiệm vụ', 'G2', { formula: 'A1&"x"' }],
    ],
    [
      'a period that cannot be',
      (workbook) => findSheet(workbook, 'Kế hoạch')!.put(12, 1, 'Tháng 13/2024'),
      [
        'Báo cáo từ',
        'plan-fault-bad-cell',
        'Kế hoạch',
        'B13',
        { found: 'Tháng 13/2024', expected: 'Tháng 1/2024, Quý I/2024' },
      ],
    ],
    [
      'a first period of another year',
      (workbook) => findSheet(workbook, 'Kế hoạch')!.put(12, 1, 'Tháng 1/2023'),
      [
        'Báo cáo từ',
        'plan-fault-bad-cell',
        'Kế hoạch',
        'B13',
        { found: 'Tháng 1/2023', expected: 'Tháng 1/2024, Quý I/2024' },
      ],
    ],
    [
      'a code that cannot stand in a file name',
      (workbook) => findSheet(workbook, 'Nhiệm vụ')!.put(1, 0, 'T 1/a'),
      [
        'T 1/a',
        'plan-fault-bad-cell',
        'Nhiệm vụ',
        'A2',
        { found: 'T 1/a', expected: 'A-Z, 0-9, dấu chấm, gạch nối' },
      ],
    ],
    [
      'a newer format',
      (workbook) => findSheet(workbook, 'Kế hoạch')!.put(1, 1, 99),
      ['Định dạng tệp', 'plan-fault-newer-format', 'Kế hoạch', 'B2', { found: 99, known: 3 }],
    ],
    [
      'an item that was deleted',
      (workbook) => findSheet(workbook, 'Kế hoạch')!.rows.delete(5),
      ['Ngày ban hành', 'plan-fault-no-item', 'Kế hoạch', 'A1', { item: 'Ngày ban hành' }],
    ],
    [
      'a row of another table that is given to somebody',
      (workbook) => {
        const sheet = findSheet(workbook, 'Phân công')!;
        ['Nhiệm vụ', 'T99', 'VP', 'Giao'].forEach((text, column) => sheet.put(1, column, text));
      },
      ['T99', 'plan-fault-unknown-row', 'Phân công', 'B2', { code: 'T99', table: 'Nhiệm vụ' }],
    ],
  ])('finds %s once, at its cell, and gives no plan', (_, spoil, found) => {
    const workbook = tables();
    spoil(workbook);
    const { plan, faults } = readPlanTables(workbook);
    expect(plan).toBeNull();
    const said = faults.map(({ row, finding: { code, sheet, cell, facts } }) => [
      row,
      code,
      sheet,
      cell,
      facts,
    ]);
    expect(said).toEqual([found]);
  });

  it('lists every fault, and refuses by the first with the number of the others', () => {
    const workbook = tables();
    findSheet(workbook, 'Đơn vị')!.put(1, 4, 'Phường');
    findSheet(workbook, 'Chỉ tiêu')!.put(1, 4, null);
    findSheet(workbook, 'Mức giao')!.put(3, 5, 'tám mươi');
    const places = readPlanTables(workbook).faults.map(
      ({ finding: { sheet, cell } }) => `${sheet} ${cell}`,
    );
    expect(places).toEqual(['Đơn vị E2', 'Chỉ tiêu E2', 'Mức giao F4']);
    const refused = readPlan(workbook);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'plan-fault-bad-cell', facts: { cell: 'E2', more: 2 } },
    });
    expect(!refused.ok && refusalSentence(refused.refusal, 'vi')).toBe(
      'Trang tính “Đơn vị”: Ô E2: “Phường” không hợp lệ; cần ghi: Tỉnh / Huyện / Xã. (và 2 lỗi khác; chạy Kiểm tra kế hoạch để xem hết)',
    );
  });

  it('Phân công gives a row to one more agency and takes it from another, and stands again when written', () => {
    const workbook = tables();
    const sheet = findSheet(workbook, 'Phân công')!;
    ['Chỉ tiêu', 'NQ01-1', 'TPHT', 'Giao'].forEach((text, column) => sheet.put(1, column, text));
    ['Nhiệm vụ', 'T1a1', 'VP', 'Không giao'].forEach((text, column) => sheet.put(2, column, text));
    const read = readPlan(workbook);
    const plan = read.ok ? read.value : null;
    const [indicator, task] = [
      plan!.indicators[0],
      plan!.tasks.find(({ code }) => code === 'T1a1')!,
    ];
    const fills = (row: typeof indicator | typeof task, code: string) =>
      isFilledBy(row, findAgency(plan!, code)!);
    expect([fills(indicator, 'TPHT'), fills(task, 'VP'), fills(task, 'TPHT')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(readPlan(emptyWorkbook(writePlan(plan!)))).toEqual({ ok: true, value: plan });
  });
});

describe('statistics forms in the workbook', () => {
  const whole = (): Workbook =>
    emptyWorkbook(
      writePlan({
        ...builtinPlan('vinh-chap-2024')!,
        forms: structuredClone(BUILTIN_FORMS) as StatForm[],
      }),
    );
  const rows = (workbook: Workbook) => findSheet(workbook, 'Biểu thống kê')!;
  const append = (workbook: Workbook, values: CellValue[]) => {
    const sheet = rows(workbook);
    const next = sheet.usedArea()!.bottom + 1;
    values.forEach((value, column) => sheet.put(next, column, value));
    return next + 1;
  };
  const faults = (workbook: Workbook) =>
    readPlanTables(workbook).faults.map(
      ({ finding: { code, cell } }) => `${code.slice(11)} ${cell}`,
    );

  it('stand again when written and read', () => {
    expect(faults(whole())).toEqual([]);
  });

  it.each<[string, (workbook: Workbook) => number | string, string]>([
    [
      'a day at a row',
      (w) => append(w, ['II.06a', 'Dòng', '7', '', 'Đất đai', '', '', '', '', '01/03/2024']),
      'bad-cell J#',
    ],
    [
      'a second title',
      (w) => append(w, ['II.06a', 'Biểu', '', '', 'Khác', '', '', '', '', '01/06/2024']),
      'duplicate-code A#',
    ],
    ['a row twice', (w) => append(w, ['II.06a', 'Dòng', '1', '', 'Lại']), 'duplicate-code C#'],
    [
      'a column nobody has',
      (w) => append(w, ['II.06a', 'Ràng buộc', '', '', '', '', '', '3 = 99']),
      'unknown-column H#',
    ],
    [
      'no identity',
      (w) => append(w, ['II.06a', 'Ràng buộc', '', '', '', '', '', 'ba bằng bốn']),
      'bad-cell H#',
    ],
    [
      'identities only nothing satisfies',
      (w) => append(w, ['II.06a', 'Ràng buộc', '', '', '', '', '', '3 = 4 + 5']),
      'identities-contradict H#',
    ],
    [
      'a formula for an identity',
      (w) => {
        const row = append(w, ['II.06a', 'Ràng buộc']);
        rows(w).putFormula(row - 1, 7, 'A1', 'x');
        return row;
      },
      'formula H#',
    ],
    [
      'a code that sheets cannot carry',
      (w) => append(w, ['TTHC-ban-hanh-moi', 'Biểu', '', '', 'Tên']),
      'bad-cell A#',
    ],
    [
      '2024 typed where a day belongs',
      (w) => {
        rows(w).put(1, 9, 2024);
        return 2;
      },
      'bad-cell J#',
    ],
    [
      'a computed column without its sum',
      (w) => {
        const sheet = rows(w);
        for (const [row, cells] of sheet.rows)
          if (cells.get(7)?.value === '11 = 12 + 13') sheet.put(row, 7, '12 = 13 kỳ trước');
        // In small letters the word is the same.
        const row = [...sheet.rows].find(([, cells]) => cells.get(2)?.value === '11')![0];
        sheet.put(row, 1, 'cột');
        return row + 1;
      },
      'column-undefined C#',
    ],
  ])('%s is one fault, at its cell', (_, spoil, found) => {
    const workbook = whole();
    const row = spoil(workbook);
    expect(faults(workbook)).toContain(found.replace('#', String(row)));
  });
});

it('two targets of one day are one too many, however the day is written', () => {
  const workbook = tables();
  const sheet = findSheet(workbook, 'Mức giao')!;
  const next = sheet.usedArea()!.bottom + 1;
  for (const [offset, day] of ['1/2/2024', '01/02/2024'].entries())
    [sheet.value(1, 0), null, null, '≥ 5', 'Tối thiểu', 5, 'Đã xác nhận', day].forEach(
      (value, column) => sheet.put(next + offset, column, value),
    );
  const found = readPlanTables(workbook).faults.map(
    ({ finding: { code, cell } }) => `${code} ${cell}`,
  );
  expect(found).toEqual([`plan-fault-duplicate-code A${next + 2}`]);
});

it.each([
  [45426, { kind: 'date', date: '2024-05-14' }],
  ['14/5/2024', { kind: 'date', date: '2024-05-14' }],
  [2024, { kind: 'period', period: '2024' }],
  ['2024', { kind: 'period', period: '2024' }],
])(
  'a deadline typed as %s is taken, also where Excel made a day or a number of it',
  (typed, due) => {
    const workbook = tables();
    const sheet = findSheet(workbook, 'Nhiệm vụ')!;
    const column = [...sheet.rows.get(0)!].find(([, { value }]) => value === 'Thời hạn')![0];
    sheet.put(1, column, typed);
    const read = readPlan(workbook);
    expect(read.ok && read.value.tasks[0].deadline).toEqual(due);
  },
);

it('one mistake in the register is one fault, not one for every row that names it', () => {
  const workbook = tables();
  findSheet(workbook, 'Đơn vị')!.put(2, 0, 'VP');
  const codes = readPlanTables(workbook).faults.filter(({ row }) => row === 'VP');
  expect(codes.map(({ finding: { code } }) => code)).toEqual(['plan-fault-duplicate-code']);
});

it('a sheet whose name got a blank is the same sheet', () => {
  const workbook = tables();
  findSheet(workbook, 'Mức giao')!.name = 'Mức giao ';
  expect(readPlan(workbook).ok).toBe(true);
});

it('a version of an indicator that counts something else is a fault: its months would be added to the others', () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  const [first] = plan.indicators;
  const version = { ...first, from: '2024-07-01' };
  const read = (changed: typeof first) =>
    readPlanTables(
      emptyWorkbook(writePlan({ ...plan, indicators: [...plan.indicators, changed] })),
    );
  expect(read({ ...version, name: 'Tên mới' }).faults).toEqual([]);
  const [{ finding: found }, ...rest] = read({ ...version, unit: 'hồ sơ' }).faults;
  expect([found.code, found.sheet, found.cell, rest]).toEqual([
    'plan-fault-bad-cell',
    'Chỉ tiêu',
    `F${plan.indicators.length + 2}`,
    [],
  ]);
});

describe('a row of Chọn đường báo cáo', () => {
  const BASE = builtinPlan('vinh-chap-2024')!;
  const choice: PathChoice = {
    ...{ period: '2024-Q1', code: BASE.indicators[0].code, who: 'Nguyễn Văn Mẫu' },
    ...{ table: 'indicators', path: 'below', day: '2024-04-02', at: '' },
  };

  it.each<[string, Partial<PathChoice>, string[] | null]>([
    ['as it is written', {}, null],
    ['without who chose', { who: '' }, ['E2', 'plan-fault-empty']],
    ['of another year', { period: '2023-Q1' }, ['A2', 'plan-fault-bad-cell']],
    ['of a row the plan has not', { code: 'X' }, ['C2', 'plan-fault-unknown-row']],
  ])('%s', (_, own, expected) => {
    const workbook = emptyWorkbook(writePlan({ ...BASE, paths: [{ ...choice, ...own }] }));
    const { plan, faults } = readPlanTables(workbook);
    expect(faults.map(({ finding }) => [finding.cell, finding.code])).toEqual(
      expected ? [expected] : [],
    );
    if (!expected) expect(plan!.paths).toEqual([choice]);
  });
});

it('a scope that was typed is kept, and what was said is not asked again', () => {
  const own = builtinPlan('vinh-chap-2024')!;
  const whole = {
    ...own,
    targets: own.targets.map((target) => ({ ...target, scope: 'whole' as const })),
  };
  expect(readPlan(emptyWorkbook(writePlan(whole)))).toEqual({ ok: true, value: whole });
});

it('a fault in each of very many cells is told once for each', () => {
  const workbook = tables();
  const sheet = findSheet(workbook, 'Ngày nghỉ')!;
  const count = 120_000;
  for (let row = 1; row <= count; row++) sheet.put(row, 0, 'không phải ngày');
  const { faults } = readPlanTables(workbook);
  const cells = new Set(faults.map(({ finding }) => finding.cell));
  expect([faults.length >= count, cells.size]).toEqual([true, faults.length]);
});
