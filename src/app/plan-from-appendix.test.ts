import { appendixWorkbook, pastedWorkbook } from '../../test/appendix/appendix-workbook';
import national from '../domain/agency/national.json';
import type { National } from '../domain/agency/national';
import { checkPlanTables } from '../domain/plan-check/check-plan';
import { readPlan, readPlanTables } from '../domain/plan/read-plan';
import { writePlan } from '../domain/plan/plan-tables';
import { emptyWorkbook } from '../workbook/workbook';
import { issueTemplates } from './issue-templates';
import { planFromAppendix } from './plan-from-appendix';

const all = national as National;
const anyProvince = { year: null, province: null };

function planOf(workbook: Parameters<typeof planFromAppendix>[0], options = anyProvince) {
  const read = planFromAppendix(workbook, all, options);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe('a plan from an appendix', () => {
  it('Vĩnh Long’s is a plan of the province it names, read and issued as it stands', () => {
    const { plan, marks } = planOf(appendixWorkbook('vinh-long-2023'));
    expect(plan).toMatchObject({
      year: 2023,
      number: '2621/QĐ-UBND',
      date: '2022-12-13',
      consolidator: 'VPUB',
    });
    expect([
      plan.tasks.length,
      plan.agencies.filter(({ level }) => level === 'huyen').length,
    ]).toEqual([58, 8]);
    // Every mark is asked of somebody, a name for many once; what the appendix does not say at all
    // is asked too.
    const names = marks.filter(
      ({ why, found }) => why === 'agency' && /^các cơ quan, đơn vị(, địa phương)?$/i.test(found),
    );
    const once = new Set(names.map(({ found }) => found)).size;
    expect(plan.confirmations.length).toBe(marks.length - names.length + once + 2);
    expect(plan.confirmations.every(({ who, day }) => who === '' && day === null)).toBe(true);
    expect(readPlan(emptyWorkbook(writePlan(plan)))).toEqual({ ok: true, value: plan });
    const issued = issueTemplates(plan, '2023-Q1', [], null);
    expect(issued.ok && issued.value.length).toBeGreaterThan(8);
  });

  it('Vĩnh Chấp’s has the offices it names, and its targets', () => {
    const { plan } = planOf(appendixWorkbook('vinh-chap-2024'));
    expect(plan.agencies.map(({ code, name, level }) => [code, name, level])).toEqual(
      [
        ['BPMC', 'Bộ phận một cửa', 'xa'],
        ['VPUX', 'Văn phòng UBND xã', 'xa'],
        ['CCTP-HT', 'Công chức Tư pháp – Hộ tịch', 'xa'],
      ].map((row) => [expect.any(String), ...row.slice(1)]),
    );
    expect(plan.indicators).toHaveLength(13);
    expect(readPlanTables(emptyWorkbook(writePlan(plan))).faults).toEqual([]);
  });

  it('asks once at a cell, once for a name, and once for the bare figures of one indicator', () => {
    const communes = ['Phường An Hội', 'Phường Sơn Đông', 'Xã Giao Long', 'Xã Phú Túc'];
    const rows = [
      ['STT', 'Đơn vị', 'Số hộ thoát nghèo (hộ)'],
      ...communes.map((name, n) => [n + 1, name, 10 * (n + 1)]),
      [5, 'Ban Mẫu', 3],
      [6, 'Ban Mẫu', 4],
    ];
    const known = { year: 2026, province: { code: '86', span: 'from-2025-07-01' as const } };
    const { plan, questions } = planOf(
      pastedWorkbook([{ name: 'A', rows, merges: [] }]),
      known as never,
    );
    expect(plan.targets).toHaveLength(4);
    expect(questions.map(({ cell }) => cell)).toEqual(['B6', 'C2']);
    expect(questions[1].text).toContain('các ô C2, C3, C4, C5');
    const cells = questions.map(({ sheet, cell }) => `${sheet}!${cell}`);
    expect(new Set(cells).size).toBe(cells.length);
    // Nothing that was proposed is confirmed.
    expect(plan.targets.some(({ confirmed }) => confirmed)).toBe(false);
  });

  it('what a row of the plan asks itself is not asked again in Xác nhận', () => {
    const rows = [
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Chỉ tiêu năm 2026', 'Cơ quan chủ trì'],
      ['1', 'Số trạm phát sóng', 'Trạm', '120', 'Sở Khoa học và Công nghệ'],
      ['2', 'Số vụ tấn công mạng', 'Vụ', '0', 'Công an tỉnh'],
      ['3', 'Tỷ lệ hộ có Internet', '%', 'theo kế hoạch', 'Sở Khoa học và Công nghệ'],
    ];
    const known = { year: 2026, province: { code: '86', span: 'from-2025-07-01' as const } };
    const { plan, questions } = planOf(
      pastedWorkbook([{ name: 'A', rows, merges: [] }]),
      known as never,
    );
    // The appendix's cells are asked about before anything is written.
    expect(questions.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['D2', 'D3']));
    const { found } = checkPlanTables(emptyWorkbook(writePlan(plan)));
    const aboutTargets = found.flatMap(({ row, finding: { code, facts } }) =>
      code.startsWith('plan-operator') ||
      (code === 'plan-confirmation-open' && 'table' in facts && facts.table === 'Mức giao')
        ? [{ row, code, operator: 'operator' in facts ? facts.operator : null }]
        : [],
    );
    expect(aboutTargets).toEqual([
      { row: 'K01', code: 'plan-operator-not-written', operator: '>=' },
      { row: 'K02', code: 'plan-operator-not-written', operator: '=' },
    ]);
    // Each proposed definition is asked row by row, with how it adds; a blanket yes covers nothing.
    const definitions = found.filter(({ finding }) => finding.code === 'plan-definition-proposed');
    expect(definitions.map(({ finding }) => finding.facts)).toMatchObject([
      { overTime: 'Cộng các kỳ' },
      { overTime: 'Cộng các kỳ' },
      { overTime: 'Số cuối kỳ' },
    ]);
    expect(plan.confirmations.some(({ table, code }) => table === 'Chỉ tiêu' && code === '')).toBe(
      false,
    );
  });

  it('a sheet that holds no table, and one without a year, are refused; a province that is none too', () => {
    const nothing = planFromAppendix(
      pastedWorkbook([{ name: 'A', rows: [['Xin chào']], merges: [] }]),
      all,
      anyProvince,
    );
    const rows5 = Array.from({ length: 10_001 }, (_, row) => ['STT', 'Nhiệm vụ', row, 'a', 'b']);
    const large = planFromAppendix(
      pastedWorkbook([{ name: 'A', rows: rows5, merges: [] }]),
      all,
      anyProvince,
    );
    expect(large).toMatchObject({ ok: false, refusal: { code: 'appendix-too-large' } });
    const wordy = Array.from({ length: 100 }, (_, row) => [String(row), 'Nhiệm vụ '.repeat(3600)]);
    const long = planFromAppendix(
      pastedWorkbook([{ name: 'A', rows: wordy, merges: [] }]),
      all,
      anyProvince,
    );
    expect(long).toMatchObject({ ok: false, refusal: { code: 'appendix-too-long' } });
    expect(nothing).toEqual({ ok: false, refusal: { code: 'appendix-no-table', facts: {} } });
    const rows = [
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['1', 'Rà soát thủ tục', 'Sở Nội vụ', 'Thường xuyên'],
    ];
    const open = pastedWorkbook([{ name: 'A', rows, merges: [] }]);
    expect(planFromAppendix(open, all, anyProvince)).toMatchObject({
      ok: false,
      refusal: { code: 'appendix-no-year' },
    });
    const unknown = { year: 2026, province: { code: '999', span: 'from-2025-07-01' as const } };
    expect(planFromAppendix(open, all, unknown)).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-province' },
    });
    const known = { year: 2026, province: { code: '86', span: 'from-2025-07-01' as const } };
    expect(
      planOf(open, known as never).plan.agencies.filter(({ level }) => level === 'xa'),
    ).toHaveLength(124);
  });
});

it('a province that ended in 2025 has its offices of before in a plan of that year', () => {
  const rows = [
    ['PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025'],
    ['(Kèm theo Kế hoạch số 21/KH-UBND ngày 05/02/2025 của UBND tỉnh Thái Bình)'],
    ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
    [1, 'Tập huấn kỹ năng số', 'Sở Khoa học và Công nghệ, Sở Nội vụ', 'Hằng quý'],
    [2, 'Số hóa hồ sơ', 'UBND các huyện, thành phố', 'Quý II/2025'],
  ];
  const { plan } = planOf(pastedWorkbook([{ name: 'PL', rows, merges: [] }]));
  expect(plan.tasks.map(({ filledBy }) => filledBy)).toEqual([
    [{ agency: 'SKHCN' }, { agency: 'SNV' }],
    [{ level: 'huyen' }],
  ]);
});

it('a commune’s offices named in one cell with commas are each its own', () => {
  const rows = [
    ['PHỤ LỤC NHIỆM VỤ NĂM 2026'],
    ['(Kèm theo Kế hoạch số 21/KH-UBND ngày 05/02/2026 của UBND xã Mường Mẫu)'],
    ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
    [1, 'Tập huấn kỹ năng số', 'Phòng Kinh tế, Phòng Văn hóa - Xã hội', 'Hằng quý'],
    [2, 'Số hóa hồ sơ', 'Phòng Văn hóa, Xã hội và Thông tin', 'Quý II/2026'],
  ];
  const { plan } = planOf(pastedWorkbook([{ name: 'PL', rows, merges: [] }]));
  expect(plan.agencies.map(({ name }) => name)).toEqual([
    'Phòng Kinh tế',
    'Phòng Văn hóa - Xã hội',
    'Phòng Văn hóa, Xã hội và Thông tin',
  ]);
  expect(plan.tasks[0].filledBy).toHaveLength(2);
});

it('an office and the department it stands for elsewhere, both named, are both in the register', () => {
  const rows = [
    ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
    [1, 'Rà soát di tích', 'Sở Văn hóa và Thể thao', 'Quý II/2026'],
    [2, 'Quảng bá du lịch', 'Sở Văn hóa, Thể thao và Du lịch', 'Quý III/2026'],
  ];
  const known = { year: 2026, province: { code: '86', span: 'from-2025-07-01' as const } };
  const { plan, questions } = planOf(
    pastedWorkbook([{ name: 'A', rows, merges: [] }]),
    known as never,
  );
  expect(plan.tasks.map(({ filledBy }) => filledBy)).toEqual([
    [{ agency: 'SVHTT' }],
    [{ agency: 'SVHTTDL' }],
  ]);
  expect(readPlanTables(emptyWorkbook(writePlan(plan))).faults).toEqual([]);
  expect(questions).toEqual([]);
  expect(plan.confirmations.map(({ code }) => code)).toContain('SVHTT');
});

it('a table of targets for agencies alone is a plan: its title is not looked for in its rows', () => {
  const reading = planOf(
    pastedWorkbook([
      {
        name: 'Biểu',
        rows: [
          ['UBND TỈNH VĨNH LONG', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          ['GIAO DỰ TOÁN THU NGÂN SÁCH NĂM 2026 CHO CÁC XÃ, PHƯỜNG'],
          ['(Kèm theo Quyết định số 6/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Vĩnh Long)'],
          ['STT', 'Đơn vị', 'Thu ngân sách (triệu đồng)'],
          [1, 'Phường Long Châu', 3500],
          [2, 'Xã Cái Nhum', 2500],
          [3, 'Xã Tân Long Hội', 2000],
        ],
        merges: [],
      },
    ]),
  );
  expect(reading.plan).toMatchObject({ year: 2026, number: '6/QĐ-UBND' });
  expect(reading.plan.targets.map(({ value, confirmed }) => [value, confirmed])).toEqual([
    [3500, false],
    [2500, false],
    [2000, false],
  ]);
});
