import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import { BUILTIN_PLANS, builtinPlan } from './builtin';
import { hasPlan, readPlan, writePlan } from './plan-tables';

const tables = () => emptyWorkbook(writePlan(builtinPlan('vinh-chap-2024')!));

describe('the plan in the workbook', () => {
  it.each(BUILTIN_PLANS.map((plan) => [plan.id, plan] as const))(
    '%s: written and read back, it is the same plan',
    (_, plan) => {
      const workbook = emptyWorkbook(writePlan(plan));
      expect(hasPlan(workbook)).toBe(true);
      expect(readPlan(workbook)).toEqual({ ok: true, value: plan });
    },
  );

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

  it.each<[string, (workbook: ReturnType<typeof tables>) => void, object]>([
    [
      'a missing sheet',
      (workbook) => workbook.sheets.splice(3, 1),
      { code: 'plan-no-sheet', facts: { sheet: 'Mức giao' } },
    ],
    [
      'a missing column',
      (workbook) => findSheet(workbook, 'Chỉ tiêu')!.put(0, 6, 'Khác'),
      { code: 'plan-no-column', facts: { sheet: 'Chỉ tiêu', column: 'Loại' } },
    ],
    [
      'a word that is not of the list',
      (workbook) => findSheet(workbook, 'Đơn vị')!.put(1, 4, 'Phường'),
      { code: 'plan-bad-cell', facts: { sheet: 'Đơn vị', cell: 'E2', found: 'Phường', expected: 'Tỉnh / Huyện / Xã' } },
    ],
    [
      'a date that is none',
      (workbook) => findSheet(workbook, 'Ngày nghỉ')!.put(1, 0, '31/2/2024'),
      { code: 'plan-bad-cell', facts: { sheet: 'Ngày nghỉ', cell: 'A2', found: '31/2/2024', expected: '04/3/2024' } },
    ],
    [
      'the same code twice',
      (workbook) => findSheet(workbook, 'Chỉ tiêu')!.put(2, 0, 'NQ01-1'),
      { code: 'plan-duplicate-code', facts: { sheet: 'Chỉ tiêu', code: 'NQ01-1' } },
    ],
    [
      'an agency that is not in the register',
      (workbook) => findSheet(workbook, 'Nhiệm vụ')!.put(2, 13, 'XYZ'),
      { code: 'plan-unknown-agency', facts: { sheet: 'Nhiệm vụ', code: 'XYZ' } },
    ],
    [
      'a newer format',
      (workbook) => findSheet(workbook, 'Kế hoạch')!.put(1, 1, 99),
      { code: 'plan-newer-format', facts: { found: 99, known: 1 } },
    ],
  ])('refuses %s and says where', (_, spoil, refusal) => {
    const workbook = tables();
    spoil(workbook);
    expect(readPlan(workbook)).toEqual({ ok: false, refusal });
  });
});
