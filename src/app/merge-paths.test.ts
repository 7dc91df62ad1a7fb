import { handedIn } from '../../test/handed-in';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { copyOf, prepared } from '../../test/prepared';
import { smallPlan } from '../../test/small-plan';
import { writeLedger } from '../domain/ledger/ledger-tables';
import { periodOf } from '../domain/period/period';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { writePlan } from '../domain/plan/plan-tables';
import { chosenPath } from '../domain/plan/two-paths';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { choosePath } from './choose-path';
import { readDesk } from './desk';
import { importLedger } from './import-ledger';
import { lockPeriod } from './period-acts';

/** Which path counts in a period is decided on one desk, and comes to the other with its ledger. */

const whole = smallPlan('tra-vinh-2024', ['849', '29461', '29491']);
const plan = {
  ...whole,
  agencies: whole.agencies.map((one) => (one.level === 'xa' ? { ...one, parent: '849' } : one)),
};
const [first, second] = plan.indicators;
const rowOf = ({ code }: { code: string }) => ({ table: 'indicators', code }) as const;
const MONTH = '2024-01';
const ledger = ['849', '29461'].map((agency) => handedIn(agency, MONTH));
const desk = prepared(
  async () => new MemoryWorkbook(emptyWorkbook([...writePlan(plan), ...writeLedger(plan, ledger)])),
);
type Path = 'above' | 'below' | 'both';
const chooses = (port: MemoryWorkbook, path: Path, who: string, at: string, row = first) =>
  choosePath(port, { period: periodOf(MONTH), rows: [rowOf(row)], path }, { who, at });
const takesIn = (port: MemoryWorkbook, other: MemoryWorkbook) =>
  importLedger(
    port,
    { name: 'bản sao.xlsx', workbook: other.workbook },
    { at: '2024-02-09 08:00:00', grounds: { reason: '', document: '', who: 'An' } },
  );
const pathOf = async (port: MemoryWorkbook, row = first) =>
  chosenPath((await readDesk(port)).plan, rowOf(row), MONTH)?.path;
const saidIn = ({ preview }: Awaited<ReturnType<typeof takesIn>>) =>
  [...preview.remarks, ...preview.refused].flatMap(({ said }) =>
    'refusal' in said ? [[said.refusal.code, said.refusal.facts.what].filter(Boolean)] : [],
  );

it('what only the other desk chose is taken with a remark, once, and taken back', async () => {
  const [here, there] = [await desk(), await desk()];
  await chooses(there, 'below', 'Bình', '2024-02-05 08:00:00');
  const { undo, ...imported } = await takesIn(here, there);
  expect(await pathOf(here)).toBe('below');
  expect(saidIn({ undo, ...imported })).toEqual([['import-taken', 'path']]);
  expect((await takesIn(here, there)).undo).toBeNull();
  await undo!();
  expect(await pathOf(here)).toBeUndefined();
  // The other way there is nothing to be said.
  expect([saidIn(await takesIn(there, here)), await pathOf(there)]).toEqual([[], 'below']);
});

it('what goes on from here is newer; of what contradicts neither is taken, on either desk', async () => {
  const here = await desk();
  await chooses(here, 'above', 'An', '2024-02-05 08:00:00');
  const there = new MemoryWorkbook(copyOf(here.workbook));
  await chooses(there, 'below', 'Bình', '2024-02-06 08:00:00');
  expect(saidIn(await takesIn(here, there))).toEqual([['import-taken', 'path']]);
  expect(await pathOf(here)).toBe('below');

  const [one, other] = [await desk(), await desk()];
  await chooses(one, 'above', 'An', '2024-02-05 08:00:00');
  await chooses(other, 'both', 'Bình', '2024-02-06 08:00:00');
  await chooses(other, 'below', 'Bình', '2024-02-06 09:00:00', second);
  for (const [mine, theirs, own] of [
    [one, other, 'above'],
    [other, one, 'both'],
  ] as const) {
    const said = saidIn(await takesIn(mine, theirs));
    expect(said).toContainEqual(['import-contradicts', 'path']);
    expect([await pathOf(mine), await pathOf(mine, second)]).toEqual([own, 'below']);
  }
});

it('a locked month keeps its own, and is named', async () => {
  const [here, there] = [await desk(), await desk()];
  await chooses(there, 'below', 'Bình', '2024-02-05 08:00:00');
  await lockPeriod(here, MONTH, { who: 'An', at: '2024-02-04 08:00:00' });
  expect(saidIn(await takesIn(here, there))).toContainEqual(['period-is-locked']);
  expect(await pathOf(here)).toBeUndefined();
});

it('the last choice is that of the last moment, however the sheet is sorted', async () => {
  const port = await desk();
  await chooses(port, 'above', 'An', '2024-02-05 08:00:00');
  await chooses(port, 'below', 'An', '2024-02-06 08:00:00');
  const sheet = findSheet(port.workbook, PLAN_SHEETS.paths)!;
  const [one, other] = [sheet.rows.get(1)!, sheet.rows.get(2)!];
  sheet.rows.set(1, other).set(2, one);
  expect(await pathOf(port)).toBe('below');
});
