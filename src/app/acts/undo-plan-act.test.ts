import { MemoryWorkbook } from '../../../test/memory-workbook';
import { smallPlan } from '../../../test/small-plan';
import { checkPlanTables, type PlanFinding } from '../../domain/plan-check/check-plan';
import { periodOf } from '../../domain/period/period';
import { PLAN_SHEETS } from '../../domain/plan/plan-sheets';
import { writePlan } from '../../domain/plan/plan-tables';
import { twoPathsIn } from '../../domain/plan/two-paths';
import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import { choosePath } from '../choose-path';
import { canConfirm, confirmDoubt } from '../confirm-plan';
import { readDesk } from '../desk';
import type { DeskRefused } from '../desk-refused';
import { lockPeriod } from '../period-acts';
import { keptActs, undoKept } from './undo-kept';
import { takingBackPaths } from './undo-plan-act';

/** What was said about the plan is taken back from the workbook alone, as after it was reopened. */

const whole = smallPlan('tra-vinh-2024', ['849', '29461']);
const plan = {
  ...whole,
  agencies: whole.agencies.map((one) => (one.level === 'xa' ? { ...one, parent: '849' } : one)),
  targets: whole.targets.map((one, index) => (index === 0 ? { ...one, confirmed: false } : one)),
  confirmations: [
    { table: 'Chỉ tiêu', code: 'K01', heading: 'Chỉ tiêu', question: '?', who: '', day: null },
  ],
};
const said = { who: 'An', day: '2024-04-05', question: 'Có đúng không?' };
const at = { who: 'An', at: '2024-04-05 08:00:00' };

const office = () => new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
const doubtsOf = ({ workbook }: MemoryWorkbook) => checkPlanTables(workbook).found;
const saysOf = (found: readonly PlanFinding[]) =>
  found.map(({ finding, row }) => `${finding.code} ${row}`).sort();
const undoneIn = async (port: MemoryWorkbook, of: string) => {
  const again = new MemoryWorkbook({ ...port.workbook, sheets: [...port.workbook.sheets] });
  const own = keptActs(await readDesk(again)).find((one) => one.of === of)!;
  const { undo } = await undoKept(again, own);
  return { again, own, undo };
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DeskRefused).refusal.code,
  );

it.each([
  ...new Map(
    doubtsOf(office())
      .filter(canConfirm)
      .map((found) => [found.finding.code, found] as const),
  ),
])('%s: confirmed and taken back, it is asked as before', async (_, found) => {
  const port = office();
  const before = saysOf(doubtsOf(port));
  await confirmDoubt(port, found, said);
  expect(saysOf(doubtsOf(port))).not.toEqual(before);
  const { again, own, undo } = await undoneIn(port, 'confirmation');
  expect(saysOf(doubtsOf(again))).toEqual(before);
  expect(await refusal(undoKept(again, own))).toBe('undo-gone');
  await undo();
  expect(saysOf(doubtsOf(again))).toEqual(saysOf(doubtsOf(port)));
});

it('choices of one day and one person are acts of their own', async () => {
  const port = office();
  const choosing = (id: string, hour: string) => {
    const period = periodOf(id);
    const actor = { who: 'An', at: `2024-04-05 ${hour}:00:00` };
    return choosePath(port, { period, rows: twoPathsIn(plan, period), path: 'above' }, actor);
  };
  await choosing('2024-01', '08');
  await choosing('2024-02', '09');
  const { again, own } = await undoneIn(port, 'paths');
  expect(own.at).toBe('2024-04-05 09:00:00');
  const left = (await readDesk(again)).plan.paths ?? [];
  expect(new Set(left.map(({ period }) => period))).toEqual(new Set(['2024-01']));
});

it('what was taken back is not had again in a period that was locked since', async () => {
  const port = office();
  const period = periodOf('2024-01');
  await choosePath(port, { period, rows: twoPathsIn(plan, period), path: 'above' }, at);
  const { again, undo } = await undoneIn(port, 'paths');
  await lockPeriod(again, '2024-01', at);
  expect(await refusal(Promise.resolve(undo()))).toBe('undo-period-since');
  expect((await readDesk(again)).plan.paths).toBeUndefined();
});

it('a quarter that was written by hand is not taken back once a month of it is locked', async () => {
  const quarter = { period: '2024-Q1', table: 'indicators', code: 'K01', path: 'above' } as const;
  const byHand = { ...plan, paths: [{ ...quarter, who: 'An', day: null, at: '' }] };
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(byHand)));
  await lockPeriod(port, '2024-02', at);
  expect(await refusal(undoneIn(port, 'paths'))).toBe('undo-period-since');
});

it('a choice stays that another window locks while it is taken back', async () => {
  const port = office();
  const period = periodOf('2024-01');
  await choosePath(port, { period, rows: twoPathsIn(plan, period), path: 'above' }, at);
  const [own] = keptActs(await readDesk(port)).filter(({ of }) => of === 'paths');
  const window = Object.create(port) as MemoryWorkbook;
  window.replaceSheets = async (...given) => {
    await lockPeriod(port, '2024-01', at);
    return port.replaceSheets(...given);
  };
  expect(await refusal(undoKept(window, own))).toBe('period-is-locked');
  expect((await readDesk(port)).plan.paths).not.toHaveLength(0);
});

it('so it does where the very write is taken back at once', async () => {
  const port = office();
  const choosing = (id: string) => {
    const period = periodOf(id);
    return choosePath(port, { period, rows: twoPathsIn(plan, period), path: 'above' }, at);
  };
  await choosing('2024-02');
  const { desk } = await choosing('2024-01');
  const kept = desk.plan.paths!.filter(({ period }) => period === '2024-01');
  const takesBack = takingBackPaths(port, kept, async () => {
    await lockPeriod(port, '2024-01', at);
    const table = findSheet(port.workbook, PLAN_SHEETS.paths)!;
    for (const row of [...table.rows.keys()].slice(-kept.length)) table.rows.delete(row);
  });
  expect(await refusal(takesBack())).toBe('period-is-locked');
  expect((await readDesk(port)).plan.paths).toEqual(desk.plan.paths);
});

it('a choice of path is taken back, but not of what was locked with it', async () => {
  const port = office();
  const period = periodOf('2024-01');
  const rows = twoPathsIn(plan, period);
  await choosePath(port, { period, rows, path: 'above' }, at);
  const { again } = await undoneIn(port, 'paths');
  expect((await readDesk(again)).plan.paths).toBeUndefined();
  await lockPeriod(port, '2024-01', at);
  expect(await refusal(undoneIn(port, 'paths'))).toBe('undo-period-since');
});
