import { Form } from '../../../test/forms';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { copyOf } from '../../../test/prepared';
import { smallPlan } from '../../../test/small-plan';
import { periodOf } from '../../domain/period/period';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { writePlan } from '../../domain/plan/plan-tables';
import { checkHere } from '../../intake/check-here';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { adjustFigure } from '../adjust-figure';
import { consolidateInto } from '../consolidate-into';
import { receive } from '../consolidator';
import { decide } from '../decide';
import type { DeskRefused } from '../desk-refused';
import { readDesk } from '../desk';
import { lockPeriod, reopenPeriod } from '../period-acts';
import type { Progress, ReceivedFile } from '../ports';
import { keptActs, undoKept, type KeptAct } from './undo-kept';

/** What was done is taken back from the workbook alone, as after it was closed and opened again. */

const [FIRST, SECOND] = ['SNV', '842'];
const plan = smallPlan('tra-vinh-2024', [FIRST, SECOND]);
const MONTH = periodOf('2024-03');
const quiet: Progress = { step: () => undefined, cancelled: false };
const files = new Map<string, ReceivedFile>();

beforeAll(async () => {
  const forms: [string, string, number][] = [
    ['first', FIRST, 40],
    ['second', SECOND, 50],
    ['first again', FIRST, 41],
  ];
  for (const [name, agency, of] of forms) {
    const form = new Form(plan, agency, MONTH.id).fill(30, of);
    const bytes = await writeWorkbook(form.workbook);
    const path = `${name}.xlsx`;
    const size = bytes.length;
    files.set(name, { path, modified: null, size, bytes: async () => bytes });
  }
});

async function month(): Promise<MemoryWorkbook> {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  await take(port, 'first', '08');
  await take(port, 'second', '09');
  return port;
}

const at = (hour: string) => `2024-03-18 ${hour}:00:00`;
const by = (hour: string) => ({ who: 'An', at: at(hour) });
const take = (port: MemoryWorkbook, name: string, hour: string) =>
  receive(
    port,
    [files.get(name)!],
    checkHere,
    { period: MONTH, received: '2024-03-18', run: at(hour) },
    { check: quiet, write: quiet },
  );
const returning = async (port: MemoryWorkbook, hour: string) => {
  const { ledger } = await readDesk(port);
  const submission = submissionId(ledger.find(({ agency }) => agency === FIRST)!);
  return decide(port, {
    kind: 'returned',
    submission,
    reason: 'Số liệu sai',
    document: '',
    ...by(hour),
  });
};
const kept = async (port: MemoryWorkbook): Promise<KeptAct[]> => keptActs(await readDesk(port));
/** The sheets alone, as a workbook that is opened again has them. */
const reopened = ({ workbook }: MemoryWorkbook) =>
  new MemoryWorkbook({ ...workbook, sheets: [...workbook.sheets] });
const said = (all: readonly KeptAct[]) =>
  all.map(({ of, at: when }) => `${of} ${when.slice(11, 13)}`);
const standing = async (port: MemoryWorkbook) => {
  const { ledger } = await readDesk(port);
  return ledger.map(({ agency, accepted }) => `${agency} ${accepted}`).sort();
};
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DeskRefused).refusal.code,
  );

it('the last acts are taken back one after another, and what was undone is stated', async () => {
  const port = await month();
  await returning(port, '10');
  const before = await kept(port);
  expect(said(before)).toEqual(['decision 10', 'run 09', 'run 08']);
  const again = reopened(port);
  const { undo } = await undoKept(again, before[0]);
  expect(await standing(again)).toEqual([`${FIRST} all`, `${SECOND} all`].sort());
  expect(await refusal(undoKept(again, before[0]))).toBe('undo-gone');
  // And back again, and away again.
  await undo();
  expect(said(await kept(again))).toEqual(said(before));
  await undoKept(again, before[0]);
  await undoKept(again, before[1]);
  expect(await standing(again)).toEqual([`${FIRST} all`]);
  await undoKept(again, before[2]);
  expect(await standing(again)).toEqual([]);
});

it('what somebody went on from stays, and is said', async () => {
  const port = await month();
  await returning(port, '10');
  await take(port, 'first again', '11');
  const [, decision, , first] = await kept(port);
  expect(await refusal(undoKept(reopened(port), first))).toBe('undo-decided-since');
  expect(await refusal(undoKept(reopened(port), decision))).toBe('undo-version-since');
  const locked = await month();
  await lockPeriod(locked, MONTH.id, by('10'), quiet);
  const [lock, second] = await kept(locked);
  expect(await refusal(undoKept(reopened(locked), second))).toBe('undo-period-since');
  expect(await refusal(undoKept(reopened(locked), lock))).toBe('undo-keeps-lock');
  await reopenPeriod(locked, MONTH.id, by('11'));
  const [opening] = await kept(locked);
  const after = reopened(locked);
  await undoKept(after, opening);
  expect((await readDesk(after)).locked.has(MONTH.id)).toBe(true);
});

it('tables are made from the ledger: there is nothing to take back', async () => {
  const port = await month();
  await consolidateInto(port, MONTH, { acceptIncomplete: true, asOf: null }, by('10'), quiet);
  const [made] = await kept(port);
  expect(await refusal(undoKept(port, made))).toBe('undo-keeps-tables');
});

it('in whatever order they are asked for, each is gone alone or refused with nothing changed', async () => {
  const port = await month();
  await returning(port, '10');
  const { ledger } = await readDesk(port);
  const first = submissionId(ledger.find(({ agency }) => agency === FIRST)!);
  const yes = { kind: 'accepted' as const, reason: 'Đã sửa', document: '' };
  await decide(port, { ...yes, submission: first, ...by('11') });
  await take(port, 'first again', '12');
  await decide(port, { ...yes, submission: `${FIRST}/${MONTH.id}/2`, ...by('13') });
  const { code } = plan.indicators.find(
    (one) => one.denominator && ledger[0].observations.some((own) => own.code === one.code),
  )!;
  await adjustFigure(port, {
    ...{ agency: SECOND, period: MONTH.id, indicator: code, at: at('14') },
    figures: { numerator: 31, denominator: 50 },
    grounds: { reason: 'Đếm lại', document: '', who: 'Bình' },
  });
  await lockPeriod(port, MONTH.id, by('15'), quiet);
  await reopenPeriod(port, MONTH.id, by('16'));
  const acts = await kept(port);
  expect(acts).toHaveLength(9);
  let seed = 11;
  const outcomes = new Set<string>();
  for (let time = 0; time < 4; time++) {
    const again = new MemoryWorkbook(copyOf(port.workbook));
    const order = acts
      .map((act) => ({ act, key: (seed = (seed * 48271) % 2147483647) }))
      .sort((a, b) => a.key - b.key);
    for (const { act } of order) {
      const before = await readDesk(again);
      const is = said(keptActs(before));
      const outcome = await refusal(undoKept(again, act));
      outcomes.add(outcome);
      const after = await readDesk(again);
      if (outcome !== 'done') expect(after).toEqual(before);
      else expect(said(keptActs(after))).toEqual(is.filter((one) => one !== said([act])[0]));
    }
  }
  expect(outcomes.size).toBeGreaterThan(3);
});
