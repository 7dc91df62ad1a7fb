import { MemoryWorkbook } from '../../test/memory-workbook';
import { smallPlan } from '../../test/small-plan';
import { periodOf } from '../domain/period/period';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { writePlan } from '../domain/plan/plan-tables';
import { twoPathsIn } from '../domain/plan/two-paths';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { choosePath } from './choose-path';
import { readDesk } from './desk';
import { lockPeriod } from './period-acts';

const whole = smallPlan('tra-vinh-2024', ['849', '29461', '29491']);
const [first] = whole.indicators;
const plan = {
  ...whole,
  agencies: whole.agencies.map((one) => (one.level === 'xa' ? { ...one, parent: '849' } : one)),
  confirmations: [],
};
const Q1 = periodOf('2024-Q1');
const an = { who: 'An', at: '2024-04-05 08:00:00' };
const office = () => new MemoryWorkbook(emptyWorkbook(writePlan(plan)));

it('a choice for a quarter is a row for each of its months, read back, and taken back', async () => {
  const port = office();
  const rows = twoPathsIn(plan, Q1);
  expect(rows.length).toBeGreaterThan(1);
  const { desk, undo } = await choosePath(port, { period: Q1, rows, path: 'below' }, an);
  const choice = { path: 'below', who: 'An', day: '2024-04-05', at: an.at };
  expect(desk.plan.paths).toHaveLength(3 * rows.length);
  expect(desk.plan.paths).toContainEqual({
    ...choice,
    period: '2024-02',
    table: 'indicators',
    code: rows[0].code,
  });
  expect(twoPathsIn(desk.plan, Q1)).toEqual([]);
  expect(twoPathsIn(desk.plan, periodOf('2024-04'))).toHaveLength(rows.length);
  // Chosen again it is entered once; another choice stands below and holds.
  expect((await choosePath(port, { period: Q1, rows, path: 'below' }, an)).undo).toBeNull();
  const other = { period: periodOf('2024-01'), rows: rows.slice(0, 1), path: 'above' } as const;
  const again = await choosePath(port, other, an);
  expect(again.desk.plan.paths).toHaveLength(3 * rows.length + 1);
  await again.undo!();
  await undo!();
  expect((await readDesk(port)).plan.paths).toBeUndefined();
  expect(findSheet(port.workbook, PLAN_SHEETS.paths)).toBeUndefined();
});

it('what was locked with a choice keeps it, also by the undo of the choice itself', async () => {
  const port = office();
  const rows = [{ table: 'indicators', code: first.code } as const];
  const { undo } = await choosePath(port, { period: Q1, rows, path: 'above' }, an);
  await lockPeriod(port, '2024-02', an);
  await expect(undo!()).rejects.toMatchObject({
    refusal: { code: 'undo-period-since', facts: { period: 'Tháng 2/2024', who: 'An' } },
  });
  expect((await readDesk(port)).plan.paths).toHaveLength(3);
});

it('a locked month keeps its own, and nobody chooses without a name', async () => {
  const port = office();
  const rows = [{ table: 'indicators', code: first.code } as const];
  await lockPeriod(port, '2024-02', an);
  const chosen = { period: Q1, rows, path: 'above' } as const;
  await expect(choosePath(port, chosen, an)).rejects.toMatchObject({
    refusal: { code: 'period-is-locked', facts: { period: 'Tháng 2/2024' } },
  });
  await expect(choosePath(port, chosen, { ...an, who: ' ' })).rejects.toMatchObject({
    refusal: { code: 'reason-missing' },
  });
});
