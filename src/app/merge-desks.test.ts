import fc from 'fast-check';
import { Form } from '../../test/forms';
import { long } from '../../test/long';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { restatements } from '../domain/consolidation/restatement';
import { finding } from '../domain/finding/finding';
import { writeDecisions } from '../domain/ledger/decisions';
import { submissionId, writeLedger } from '../domain/ledger/ledger-tables';
import { periodOf } from '../domain/period/period';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { checkHere } from '../intake/check-here';
import { emptyWorkbook } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { adjustFigure } from './adjust-figure';
import { consolidateInto } from './consolidate-into';
import { chooseReading } from './choose-reading';
import { receive } from './consolidator';
import { decide } from './decide';
import { readDesk, type Desk } from './desk';
import { importLedger, previewImport } from './import-ledger';
import { checkLocks, lockPeriod, reopenPeriod } from './period-acts';
import type { Progress, ReceivedFile } from './ports';
import { stateReceipt } from './received-day';

/** Two clerks go on from one ledger, each in a copy of their own, and each takes in the other's. */

const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const plan = builtinPlan(PLAN)!;
const [first, second, third] = plan.agencies.map(({ code }) => code);
const quiet: Progress = { step: () => undefined, cancelled: false };
const nobody = { reason: '', document: '', who: '' };
const files = new Map<string, ReceivedFile>();
let base: Desk;

const fresh = (desk: Desk) =>
  new MemoryWorkbook(
    emptyWorkbook([
      ...writePlan(plan),
      ...writeLedger(plan, desk.ledger),
      ...(desk.decisions.length > 0 ? [writeDecisions(desk.decisions)] : []),
    ]),
  );

async function take(
  port: MemoryWorkbook,
  name: string,
  month = MONTH,
  partial = false,
): Promise<void> {
  const drop = {
    period: periodOf(month),
    received: '2024-03-18',
    run: `2024-03-18 08:00:00 ${name}`,
    partial,
  };
  await receive(port, [files.get(name)!], checkHere, drop, { check: quiet, write: quiet });
}

beforeAll(async () => {
  const unclear = Form.of(second, MONTH, PLAN).fill();
  unclear.type(
    unclear.plan.indicators.find(({ code }) => unclear.has(code))!.code,
    'numerator',
    '3O',
  );
  const half = Form.of(second, '2024-04', PLAN).fill(20, 40);
  half.type(half.plan.indicators.find(({ code }) => half.has(code))!.code, 'numerator', -3);
  for (const [name, form] of [
    ['half', half],
    ['sound', Form.of(first, MONTH, PLAN).fill(30, 60)],
    ['unclear', unclear],
    ['third', Form.of(third, MONTH, PLAN).fill(32, 42)],
    ['again', Form.of(first, MONTH, PLAN).fill(45, 60)],
    ['otherwise', Form.of(first, MONTH, PLAN).fill(46, 60)],
    ['january', Form.of(first, '2024-01', PLAN).fill(10, 20)],
    ['next', Form.of(third, '2024-04', PLAN).fill(20, 40)],
  ] as const) {
    const bytes = await writeWorkbook(form.workbook);
    files.set(name, {
      path: `${name}.xlsx`,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes,
    });
  }
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  for (const name of ['sound', 'unclear', 'third']) await take(port, name);
  base = await readDesk(port);
});

type Clerk = { port: MemoryWorkbook; who: string; at: string };
const idOf = async ({ port }: Clerk, name: string) => {
  const { ledger } = await readDesk(port);
  return submissionId(ledger.find(({ file }) => file === `${name}.xlsx`)!);
};
const says = async (clerk: Clerk, kind: 'accepted' | 'returned', name: string) => {
  const said = { who: clerk.who, at: clerk.at, kind, reason: 'Lý do', document: '' };
  await decide(clerk.port, { ...said, submission: await idOf(clerk, name) });
};
const takesAgain = (name: string) => async (clerk: Clerk) => {
  await take(clerk.port, name);
  await says(clerk, 'accepted', name);
};
const reads = (value: number) => async (clerk: Clerk) => {
  const own = (await readDesk(clerk.port)).ledger.find(({ agency }) => agency === second)!;
  const asked = own.observations.find(({ state }) => state === 'undecided');
  if (!asked) return;
  const found = finding('number-with-letters', asked, { raw: '3O', suggestion: value });
  const { who } = clerk;
  await chooseReading(clerk.port, {
    hash: own.hash,
    found,
    choice: { kind: 'figure', value },
    warning: '',
    who,
  });
};
const day =
  (received: string) =>
  async ({ port, who, at }: Clerk) =>
    void (await stateReceipt(port, { period: MONTH, agency: second, day: received }, { who, at }));

const ACTS: Record<string, (clerk: Clerk) => Promise<void>> = {
  'nộp lại': takesAgain('again'),
  'nộp lại số khác': takesAgain('otherwise'),
  'biểu có lỗi': ({ port }) => take(port, 'half', '2024-04'),
  'phần đúng': ({ port }) => take(port, 'half', '2024-04', true),
  'phần đúng, rồi trả lại': async (clerk) => {
    await take(clerk.port, 'half', '2024-04', true);
    await says(clerk, 'returned', 'half');
  },
  'lấy lại bản đã trả': (clerk) => says(clerk, 'accepted', 'third'),
  'trả lại': (clerk) => says(clerk, 'returned', 'third'),
  'đọc là 30': reads(30),
  'đọc là 31': reads(31),
  'ngày 16': day('2024-03-16'),
  'ngày 17': day('2024-03-17'),
  'kỳ sau': ({ port }) => take(port, 'next', '2024-04'),
  'khóa kỳ': async ({ port, who, at }) => void (await lockPeriod(port, MONTH, { who, at }, quiet)),
  'mở lại kỳ': async ({ port, who, at }) => void (await reopenPeriod(port, MONTH, { who, at })),
  'tổng hợp': async ({ port, who, at }) => {
    const options = { acceptIncomplete: true, asOf: null };
    await consolidateInto(port, periodOf(MONTH), options, { who, at }, quiet);
  },
  'điều chỉnh': async ({ port, who, at }) => {
    const form = Form.of(third, MONTH, PLAN);
    const indicator = plan.indicators.find(
      ({ denominator, code }) => denominator && form.has(code),
    )!.code;
    const grounds = { reason: 'Đơn vị báo lại', document: '', who };
    await adjustFigure(port, {
      agency: third,
      period: MONTH,
      indicator,
      figures: { numerator: 31 },
      grounds,
      at,
    });
  },
};

async function goesOn(who: string, acts: readonly string[]): Promise<Clerk> {
  const clerk = { port: fresh(base), who, at: '' };
  for (const [index, act] of acts.entries()) {
    clerk.at = `2024-04-0${index + 1} 08:00:00 ${who}`;
    // What the clerk did before may leave nothing to do.
    await ACTS[act](clerk).catch(() => undefined);
  }
  return clerk;
}

const offer = (clerk: Clerk) => ({ name: `${clerk.who}.xlsx`, workbook: clerk.port.workbook });
const entry = { at: '2024-05-01 08:00:00', grounds: nobody };

/** What counts, by agency, period and figure, and the day it came. */
async function counted({ port }: Clerk): Promise<string[]> {
  const { ledger } = await readDesk(port);
  return [...inForceOf(plan, ledger).all()]
    .flatMap(({ agency, period, observations, received }) =>
      observations.map(({ code, measure, value, state }) =>
        [agency, period, received, code, measure, value, state].join(' '),
      ),
    )
    .sort();
}

/** How the periods stand, and whether every lock still has its tables. */
async function periods({ port }: Clerk): Promise<string[]> {
  const { locked, acts } = await readDesk(port);
  const locks = await checkLocks(port);
  return [
    ...[...locked].sort(),
    ...acts.map(({ period, kind, who, at }) => [period, kind, who, at].join(' ')),
    ...locks.map(({ act, isSame }) => `${act.period} ${act.at} ${isSame}`),
  ];
}

async function takesIn(own: Clerk, other: Clerk): Promise<{ said: number }> {
  const { preview } = await importLedger(own.port, offer(other), entry);
  const isOpen = ({ said }: { said: object }) =>
    'refusal' in said && (said.refusal as { code: string }).code === 'import-contradicts';
  const isShut = ({ said }: { said: object }) =>
    'refusal' in said && (said.refusal as { code: string }).code === 'period-is-locked';
  const open = preview.remarks.filter(isOpen).length + preview.refused.filter(isShut).length;
  return { said: open + preview.waits.length };
}

const acts = fc.uniqueArray(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 4 });

it('B taken in by A comes to the same as A taken in by B, or both say what they differ in', async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, async (an, binh) => {
      const [a, b] = [await goesOn('An', an), await goesOn('Bình', binh)];
      const [fromA, fromB] = [await goesOn('An', an), await goesOn('Bình', binh)];
      const [ab, ba] = [await takesIn(a, fromB), await takesIn(b, fromA)];
      if (ab.said + ba.said === 0) {
        expect(await counted(a)).toEqual(await counted(b));
        expect(await periods(a)).toEqual(await periods(b));
      }
      // What one side cannot settle alone, neither settles in silence.
      if (ab.said > 0) expect(ba.said).toBeGreaterThan(0);
      // A second time there is nothing left to take.
      const again = previewImport(await readDesk(a.port), offer(fromB), entry);
      expect(again).toMatchObject({
        ok: true,
        value: { enters: [], waits: [], merged: [], decisions: [], periods: { taken: [] } },
      });
    }),
    { numRuns: long(2, 25), seed: 19 },
  );
});

it.each([
  [['nộp lại'], [], 0],
  [['đọc là 30'], ['nộp lại'], 0],
  [['trả lại'], ['đọc là 31', 'ngày 16'], 0],
  [['phần đúng'], ['đọc là 30'], 0],
  [['phần đúng'], ['phần đúng'], 0],
  [['khóa kỳ'], ['phần đúng'], 0],
  [['biểu có lỗi'], ['phần đúng'], 0],
  [['biểu có lỗi', 'phần đúng'], ['biểu có lỗi'], 0],
  [['phần đúng'], ['phần đúng, rồi trả lại'], 0],
  [['trả lại', 'lấy lại bản đã trả'], ['điều chỉnh'], 0],
  [['đọc là 30'], ['đọc là 31'], 1],
  [['ngày 16'], ['ngày 17'], 1],
  [['nộp lại'], ['nộp lại số khác'], 1],
  [['khóa kỳ'], [], 0],
  [['khóa kỳ', 'mở lại kỳ'], [], 0],
  [['nộp lại', 'khóa kỳ'], ['kỳ sau'], 0],
  [['khóa kỳ', 'mở lại kỳ', 'nộp lại', 'khóa kỳ'], [], 0],
  [['tổng hợp'], ['tổng hợp'], 0],
  [['khóa kỳ'], ['khóa kỳ'], 0],
  [['khóa kỳ'], ['nộp lại'], 1],
  [['khóa kỳ'], ['nộp lại', 'khóa kỳ'], 1],
])('%j beside %j: %i left to be settled, the same on either side', async (an, binh, open) => {
  const [a, b] = [await goesOn('An', an), await goesOn('Bình', binh)];
  const [fromA, fromB] = [await goesOn('An', an), await goesOn('Bình', binh)];
  const [ab, ba] = [await takesIn(a, fromB), await takesIn(b, fromA)];
  expect([ab.said > 0, ba.said > 0]).toEqual([open > 0, open > 0]);
  if (open === 0) {
    expect(await counted(a)).toEqual(await counted(b));
    const [one, other] = [await periods(a), await periods(b)];
    // Two who locked the same figures keep each their own row of it.
    if (JSON.stringify([an, binh]) !== '[["khóa kỳ"],["khóa kỳ"]]') expect(one).toEqual(other);
    expect(one.filter((line) => /false$/.test(line))).toEqual([]);
    expect(one.some((line) => / locked /.test(line))).toBe(an.includes('khóa kỳ'));
  }
});

it('a version the other clerk accepted counts here: 75/120, not 60/120', async () => {
  const [a, b] = [await goesOn('An', []), await goesOn('Bình', ['nộp lại'])];
  const before = await counted(a);
  const { preview } = await importLedger(a.port, offer(b), entry);
  expect(preview.enters.map(submissionId)).toEqual([`${first}/${MONTH}/2`]);
  expect(preview.remarks).toContainEqual(
    expect.objectContaining({
      said: { refusal: expect.objectContaining({ code: 'import-taken' }) },
    }),
  );
  expect(await counted(a)).toEqual(await counted(b));
  expect(await counted(a)).not.toEqual(before);
});

it('a quarter that was locked, and corrected since in a month opened again, comes with its months', async () => {
  const theirs = await goesOn('Bình', []);
  const by = (day: string) => ({ who: 'Bình', at: `2024-04-${day} 08:00:00` });
  await lockPeriod(theirs.port, '2024-Q1', by('08'), quiet);
  await reopenPeriod(theirs.port, '2024-01', by('09'));
  await take(theirs.port, 'january', '2024-01');
  const { ledger, signed, locked } = await readDesk(theirs.port);
  expect(restatements(plan, ledger, signed, locked)).not.toEqual([]);
  const own = { port: fresh({ ...base, ledger: [] }), who: 'An', at: '' };
  const { preview } = await importLedger(own.port, offer(theirs), entry);
  expect(preview.enters).toHaveLength(4);
  expect(await counted(own)).toEqual(await counted(theirs));
  expect(await periods(own)).toEqual(await periods(theirs));
});
