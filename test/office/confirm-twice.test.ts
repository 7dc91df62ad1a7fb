import { checkPlanIn } from '../../src/app/consolidator';
import { canConfirm, confirmDoubt } from '../../src/app/confirm-plan';
import { PLAN_SHEETS } from '../../src/domain/plan/plan-tables';
import { findSheet } from '../../src/workbook/workbook';
import { openExcel } from './office-window';
import { port, withPlan } from './use-cases';

it('a confirmation that broke off after its row is made whole with one row, not two', async () => {
  const { model, host } = await openExcel(withPlan());
  const first = (await checkPlanIn(port)).find(canConfirm)!;
  const confirm = () => confirmDoubt(port, first, { who: 'An', day: '2024-03-15', question: 'Có đúng không?' });
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
