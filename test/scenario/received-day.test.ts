import { receive } from '../../src/app/consolidator';
import { readDesk } from '../../src/app/desk';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { doubtfulPart, doubtfulReceipts, stateReceipt } from '../../src/app/received-day';
import { takeIn } from '../../src/app/take-in';
import type { ReceivedFile } from '../../src/app/ports';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';

/**
 * When files came is a person's word: nothing is called late without it, and it can be put right
 * before a drop and after.
 */
const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const march = periodOf('2024-03');
const quiet = { cancelled: false, step: () => undefined };
const progress = { check: quiet, write: quiet };
const AGENCIES = ['MC', 'TPHT', 'VP'];

async function files(): Promise<ReceivedFile[]> {
  return Promise.all(
    AGENCIES.map(async (agency) => {
      const form = Form.of(agency, '2024-03', PLAN).fill();
      const bytes = await writeWorkbook(form.workbook);
      // As copied to this machine two years later.
      return {
        path: form.fileName,
        modified: new Date('2026-11-30T08:00:00+07:00'),
        size: bytes.length,
        bytes: async () => bytes,
      };
    }),
  );
}

/** Day and days late of each agency, as the official table prints them. */
function printed(ledger: Parameters<typeof consolidatePeriod>[1]) {
  const { sheets } = consolidatePeriod(plan, ledger, march, {
    acceptIncomplete: false,
    asOf: null,
  });
  const table = sheets.find(({ name }) => name.startsWith('Nộp báo cáo'))!;
  const names = new Map(plan.agencies.map(({ name, code }) => [name, code]));
  const rows = [...table.rows.values()].flatMap((cells) => {
    const agency = names.get(String(cells.get(1)?.value));
    return agency ? [[agency, cells.get(5)?.value, cells.get(7)?.value ?? null]] : [];
  });
  return rows.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
}

const UNKNOWN = AGENCIES.map((agency) => [agency, 'Chưa rõ', null]);

it('without a person’s word a file’s own time is a hint: on the command line too no table calls it late', async () => {
  const drop = { period: null, partial: false, received: null, upTo: march, run: 'lượt' };
  const taken = await takeIn(plan, [], await files(), checkHere, drop, quiet);
  expect(
    taken.files.map(({ received, late, verdict, accepted }) => [received, late, verdict, accepted]),
  ).toEqual(AGENCIES.map(() => ['2026-11-30', null, 'clean', 'all']));
  expect(printed(taken.ledger)).toEqual(UNKNOWN);
  // Handed in again with the day said, the day stands as it came; without one nothing changes.
  const again = await takeIn(plan, taken.ledger, await files(), checkHere, drop, quiet);
  expect([again.added, printed(again.ledger)]).toEqual([[], UNKNOWN]);
});

it('a day that makes a third of a drop over 60 days late is asked', () => {
  expect(
    ['2024-03-18', '2024-05-17', '2024-05-18', '2026-11-30'].map(
      (day) => doubtfulPart(plan, march, day)?.id,
    ),
  ).toEqual([undefined, undefined, '2024-03', '2024-03']);
  // Of a quarter the files of January come too: on that day they are 62 days late.
  const quarter = periodOf('2024-Q1');
  expect(['2024-03-16', '2024-03-18'].map((day) => doubtfulPart(plan, quarter, day)?.id)).toEqual([
    undefined,
    '2024-01',
  ]);
  const drop = (...late: (number | null)[]) => late.map((days) => ({ late: days, version: 1 }));
  expect(
    [
      drop(0, 0, 61),
      drop(0, 0, 0, 61),
      drop(60, 60),
      drop(null, 900),
      [{ late: 900, version: 0 }],
    ].map(doubtfulReceipts),
  ).toEqual([1, 0, 0, 1, 0]);
});

it('stated of one agency before the drop, of one and of all after it; each is taken back', async () => {
  const port = new MemoryWorkbook(emptyWorkbook([...writePlan(plan), ...writeLedger(plan, [])]));
  const drop = {
    period: march,
    received: '2024-03-18',
    receivedOf: new Map([
      ['2024-03 VP', '2024-03-21'],
      ['2024-03 MC', null],
    ]),
    run: '1',
  };
  await receive(port, await files(), checkHere, drop, progress);
  const now = async () => printed((await readDesk(port)).ledger);
  const dropped = await now();
  const [on18, on20, on21] = [45369, 45371, 45372];
  expect(dropped).toEqual([
    ['MC', 'Chưa rõ', null],
    ['TPHT', on18, null],
    ['VP', on21, expect.any(Number)],
  ]);

  const actor = { who: 'Lan', at: '2024-04-02 08:00:00' };
  const one = await stateReceipt(
    port,
    { period: '2024-03', agency: 'MC', day: '2024-03-20' },
    actor,
  );
  expect((await now())[0]).toEqual(['MC', on20, expect.any(Number)]);
  const entered = one.desk.ledger.find(({ agency }) => agency === 'MC')!;
  expect([entered.receivedBy, entered.accepted, entered.findings?.map(({ code }) => code)]).toEqual(
    ['Lan, 2024-04-02 08:00:00 (trước: chưa rõ)', 'all', ['late']],
  );
  await one.undo!();
  expect(await now()).toEqual(dropped);

  const all = await stateReceipt(port, { period: '2024-03', agency: null, day: null }, actor);
  expect([all.count, await now()]).toEqual([2, UNKNOWN]);
  expect(
    all.desk.ledger.every(({ verdict, warnings }) => verdict === 'clean' && warnings === 0),
  ).toBe(true);
  expect(
    (await stateReceipt(port, { period: '2024-03', agency: null, day: null }, actor)).count,
  ).toBe(0);
  await all.undo!();
  expect(await now()).toEqual(dropped);
  await expect(
    stateReceipt(port, { period: '2024-03', agency: null, day: null }, { ...actor, who: ' ' }),
  ).rejects.toMatchObject({
    refusal: { code: 'reason-missing' },
  });
});
