import { checkPlanIn } from '../../src/app/check-plan-in';
import { canConfirm, confirmDoubt } from '../../src/app/confirm-plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { PLAN_SHEETS } from '../../src/domain/plan/plan-sheets';
import type { Target } from '../../src/domain/plan/plan';
import type { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { openExcel } from './office-window';
import { plan, port, withPlan } from './use-cases';

it('a confirmation that broke off after its row is made whole with one row, not two', async () => {
  const { model, host } = await openExcel(withPlan());
  const first = (await checkPlanIn(port)).find(canConfirm)!;
  const confirm = () =>
    confirmDoubt(port, first, { who: 'An', day: '2024-03-15', question: 'Có đúng không?' });
  const rows = () => findSheet(model.workbook, PLAN_SHEETS.confirmations)!.usedArea()!.bottom;
  const before = rows();
  host.faults.clear();
  // The row is there, and the answer was lost.
  host.faults.carryingText('Có đúng không?', { afterwards: 'InvalidOrTimedOutSession' });
  await expect(confirm()).rejects.toThrow();
  expect(rows()).toBe(before + 1);
  await confirm();
  expect(rows()).toBe(before + 1);
});

describe('the row of a doubt is found by what it holds', () => {
  const said = { who: 'An', day: '2024-03-15', question: 'Có đúng không?' };
  // Two rows of one indicator that differ in the level alone, and are asked about alike.
  const [{ code: indicator }] = plan.indicators;
  const asked = {
    indicator,
    agency: null,
    raw: '27',
    operator: '>=',
    value: 27,
    confirmed: false,
  } as const;
  const targets: Target[] = [
    { ...asked, level: 'tinh' },
    { ...asked, level: 'xa' },
  ];
  const column = (sheet: Sheet, heading: string) =>
    [...sheet.rows.get(0)!].find(([, { value }]) => value === heading)![0];

  async function open() {
    const { model } = await openExcel(emptyWorkbook(writePlan({ ...plan, targets })));
    const sheet = findSheet(model.workbook, PLAN_SHEETS.targets)!;
    const found = await checkPlanIn(port);
    const second = found.findLast(
      (one) => one.finding.sheet === PLAN_SHEETS.targets && canConfirm(one),
    )!;
    expect(second.finding.cell).toMatch(/^[A-Z]+3$/);
    return { sheet, second, confirmed: column(sheet, 'Xác nhận') };
  }

  it('also where a row was put in above, and the same stands in its old place for another level', async () => {
    const { sheet, second, confirmed } = await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(PLAN_SHEETS.targets).getRange('2:2').insert('Down');
      await context.sync();
    });
    await confirmDoubt(port, second, said);
    expect([2, 3].map((row) => sheet.value(row, confirmed))).toEqual([
      'Cần xác nhận',
      'Đã xác nhận',
    ]);
  });

  it('and where it holds something else by now, nothing is confirmed', async () => {
    const { sheet, second, confirmed } = await open();
    sheet.put(2, column(sheet, 'Mức'), 30);
    await expect(confirmDoubt(port, second, said)).rejects.toMatchObject({
      refusal: { code: 'doubt-changed', facts: { sheet: PLAN_SHEETS.targets, row: second.row } },
    });
    expect(sheet.value(2, confirmed)).toBe('Cần xác nhận');
  });
});
