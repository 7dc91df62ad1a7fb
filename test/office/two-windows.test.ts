import { bindCells, fillLayouts, previewFill, proposeLayout } from '../../src/app/own-layout';
import { checkPlanIn } from '../../src/app/check-plan-in';
import { choosePath } from '../../src/app/choose-path';
import { canConfirm, confirmDoubt } from '../../src/app/confirm-plan';
import type { Proposed } from '../../src/domain/own-layout/binding';
import { BINDINGS_SHEET } from '../../src/domain/own-layout/own-sheets';
import { keptFilling } from '../../src/app/acts/undo-fill';
import { adjustFigure } from '../../src/app/adjust-figure';
import { consolidateInto } from '../../src/app/consolidate-into';
import { chooseReading } from '../../src/app/choose-reading';
import { receive } from '../../src/app/consolidator';
import { decide } from '../../src/app/decide';
import { readDesk, type Desk } from '../../src/app/desk';
import { importLedger } from '../../src/app/import-ledger';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import type { Progress, ReceivedFile, Undo } from '../../src/app/ports';
import { stateReceipt } from '../../src/app/received-day';
import { takeIn } from '../../src/app/take-in';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { writePeriodActs } from '../../src/domain/ledger/period-states';
import { PERIOD_SHEET } from '../../src/domain/ledger/ledger-sheets';
import { finding } from '../../src/domain/finding/finding';
import { periodOf } from '../../src/domain/period/period';
import { reportSheetNames } from '../../src/domain/report/report-sheets';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { long } from '../long';
import { copyOf } from '../prepared';
import { openExcel } from './office-window';
import { agencies, MONTH, OWN_TABLE, plan, PLAN, port, withOwnTable, withPlan } from './use-cases';

/**
 * Two windows on one workbook. Each act is followed by one of the other window and then taken back:
 * what the other did stands, whole, and either the act is gone or it is said why it stays, and
 * nothing at all was changed. And each act comes between the requests of each other.
 */

const quiet: Progress = { step: () => undefined, cancelled: false };
const loud = { check: quiet, write: quiet };
const OTHER_MONTH = '2024-02';
const [first, second, third] = agencies;

let files: Record<'sound' | 'unclear' | 'again' | 'third' | 'earlier' | 'before', ReceivedFile>;
let theirs: Submission[];

async function fileOf(form: Form): Promise<ReceivedFile> {
  const bytes = await writeWorkbook(form.workbook);
  return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
}

const take = (source: ReceivedFile, run: string, month = MONTH) =>
  receive(
    port,
    [source],
    checkHere,
    { period: periodOf(month), received: '2024-03-18', run },
    loud,
  );
const consolidating = (month: string, at: string) => {
  const options = { acceptIncomplete: false, asOf: null };
  return consolidateInto(port, periodOf(month), options, by('An', at), quiet);
};
const grounds = { reason: 'Đơn vị báo lại', document: '', who: 'Bình' };
const by = (who: string, at: string) => ({ who, at });

interface Act {
  name: string;
  run(): Promise<{ undo: Undo | null }>;
  /** Whether what it did is in the workbook. */
  stands(desk: Desk, model: WorkbookModel): boolean;
}

/** A cell of the office's own table. */
const BOUND: Proposed = {
  ...{ sheet: 'Biểu của cơ quan', cell: 'C3', label: 'Chỉ tiêu thứ nhất', labelCell: 'B3' },
  ...{ heading: 'Trong tháng', headingCell: 'C2' },
  source: {
    ...{ of: 'indicator', code: plan.indicators[0].code, scope: { kind: 'province' } },
    ...{ span: 'period', measure: 'value' },
  },
};

const has =
  (agency: string, month = MONTH) =>
  (desk: Desk) =>
    desk.ledger.some(
      (one) => one.agency === agency && one.period === month && one.accepted !== 'none',
    );
const versionOf = (desk: Desk, agency: string, version: number) =>
  desk.ledger.find(
    (one) => one.agency === agency && one.period === MONTH && one.version === version,
  );

const ACTS: Act[] = [
  { name: 'tiếp nhận', run: () => take(files.third, 'lượt 3'), stands: has(third) },
  {
    name: 'tiếp nhận kỳ khác',
    run: () => take(files.earlier, 'lượt 4', OTHER_MONTH),
    stands: has(third, OTHER_MONTH),
  },
  {
    name: 'chọn cách hiểu',
    run: async () => {
      const { ledger } = await readDesk(port);
      const own = ledger.find(({ agency }) => agency === second)!;
      const asked = own.observations.find(({ state }) => state === 'undecided')!;
      const found = finding('number-with-letters', asked, { raw: '3O', suggestion: 30 });
      const reading = {
        hash: own.hash,
        found,
        choice: { kind: 'figure' as const, value: 30 },
        warning: '',
        who: 'An',
      };
      return chooseReading(port, reading);
    },
    stands: ({ ledger }) =>
      ledger.some(
        (one) =>
          one.agency === second && one.observations.every(({ state }) => state !== 'undecided'),
      ),
  },
  {
    name: 'chấp nhận bản nộp lại',
    run: () => {
      const submission = `${first}/${MONTH}/2`;
      const said = {
        ...by('An', '2024-04-05 08:00:00'),
        kind: 'accepted' as const,
        reason: 'Sửa số',
        document: '',
      };
      return decide(port, { ...said, submission });
    },
    stands: (desk) => versionOf(desk, first, 2)?.decision?.kind === 'accepted',
  },
  {
    name: 'trả lại',
    run: () => {
      const submission = `${second}/${MONTH}/1`;
      const said = {
        ...by('Chi', '2024-04-05 09:00:00'),
        kind: 'returned' as const,
        reason: 'Thiếu chữ ký',
        document: '',
      };
      return decide(port, { ...said, submission });
    },
    stands: (desk) => versionOf(desk, second, 1)?.decision?.kind === 'returned',
  },
  {
    name: 'điều chỉnh',
    run: () => {
      const form = Form.of(first, MONTH, PLAN);
      const indicator = plan.indicators.find(
        ({ denominator, code }) => denominator && form.has(code),
      )!.code;
      const figures = { numerator: 31, denominator: 42 };
      return adjustFigure(port, {
        agency: first,
        period: MONTH,
        indicator,
        figures,
        grounds,
        at: '2024-04-06 08:00:00',
      });
    },
    stands: ({ ledger }) => ledger.some(({ origin }) => origin === 'adjustment'),
  },
  {
    name: 'ghi ngày nhận',
    run: () =>
      stateReceipt(
        port,
        { period: MONTH, agency: second, day: '2024-03-25' },
        by('An', '2024-04-06 09:00:00'),
      ),
    stands: (desk) => versionOf(desk, second, 1)?.received === '2024-03-25',
  },
  {
    name: 'nhập sổ',
    run: () => {
      const workbook = emptyWorkbook(writeLedger(plan, theirs));
      return importLedger(
        port,
        { name: 'bản sao.xlsx', workbook },
        { at: '2024-04-07 08:00:00', grounds },
      );
    },
    stands: ({ ledger }) => ledger.some(({ period }) => period === '2024-04'),
  },
  {
    name: 'khóa kỳ',
    run: () => lockPeriod(port, MONTH, by('An', '2024-04-08 08:00:00')),
    stands: ({ locked }, model) =>
      locked.has(MONTH) &&
      findSheet(model.workbook, `Khóa ${reportSheetNames(MONTH).indicators}`) !== undefined,
  },
  {
    name: 'khóa kỳ khác',
    run: () => lockPeriod(port, OTHER_MONTH, by('Chi', '2024-04-08 09:00:00')),
    stands: ({ locked }, model) =>
      locked.has(OTHER_MONTH) &&
      findSheet(model.workbook, `Khóa ${reportSheetNames(OTHER_MONTH).indicators}`) !== undefined,
  },
  {
    name: 'chọn đường báo cáo',
    run: () => {
      const [{ code }] = plan.indicators;
      const chosen = {
        period: periodOf(MONTH),
        rows: [{ table: 'indicators' as const, code }],
        path: 'above' as const,
      };
      return choosePath(port, chosen, by('Chi', '2024-04-08 10:00:00'));
    },
    stands: ({ plan: now }) => (now.paths ?? []).length > 0,
  },
  {
    name: 'xác nhận kế hoạch',
    run: async () => {
      const open = (await checkPlanIn(port)).find(canConfirm);
      if (!open) return { undo: null };
      const said = { who: 'Chi', day: '2024-04-08', question: 'Có đúng không?' };
      return { undo: await confirmDoubt(port, open, said) };
    },
    stands: ({ plan: now }) => now.confirmations.some(({ who }) => who === 'Chi'),
  },
  {
    name: 'liên kết biểu',
    run: async () => ({ undo: await bindCells(port, [BOUND], by('An', '2024-04-08 11:00:00')) }),
    stands: (_, model) =>
      [...(findSheet(model.workbook, BINDINGS_SHEET)?.rows.values() ?? [])].some((cells) =>
        [...cells.values()].some(({ value }) => value === BOUND.sheet),
      ),
  },
  {
    name: 'tổng hợp',
    run: () => consolidating(MONTH, '2024-04-09 08:00:00'),
    stands: ({ acts }, model) =>
      acts.some(({ kind, at }) => kind === 'consolidated' && at === '2024-04-09 08:00:00') &&
      findSheet(model.workbook, reportSheetNames(MONTH).indicators) !== undefined,
  },
];

const filling = (month: string, at: string): Act => ({
  name: `điền biểu ${month}`,
  run: async () => {
    const { edits } = await previewFill(port, periodOf(month));
    const said = { keepsTyped: false, shown: edits, by: by('Bình', at) };
    return fillLayouts(port, periodOf(month), said);
  },
  stands: (_, model) => filledFrom(model).has(month),
});
/** Where there is a table of the office's own with figures to fill it with. */
const FILLS = [filling(MONTH, '2024-04-09 09:00:00'), filling(OTHER_MONTH, '2024-04-09 10:00:00')];

/** The periods of whose reports the office's own table shows figures. */
function filledFrom(model: WorkbookModel): Set<string> {
  const cells = [...findSheet(model.workbook, OWN_TABLE)!.rows.values()].flatMap((row) => [
    ...row.values(),
  ]);
  return new Set(cells.flatMap(({ formula }) => /(\d{4}-\d{2})'!/.exec(formula ?? '')?.[1] ?? []));
}

/** After which a period can be opened again. */
const REOPENS: Act = {
  name: 'mở lại kỳ',
  run: () => reopenPeriod(port, '2024-01', by('An', '2024-04-10 08:00:00')),
  stands: ({ acts }) => acts.some(({ kind }) => kind === 'reopened'),
};

beforeAll(async () => {
  const unclear = Form.of(second, MONTH, PLAN).fill();
  unclear.type(
    unclear.plan.indicators.find(({ code }) => unclear.has(code))!.code,
    'numerator',
    '3O',
  );
  files = {
    sound: await fileOf(Form.of(first, MONTH, PLAN).fill(30, 40)),
    unclear: await fileOf(unclear),
    again: await fileOf(Form.of(first, MONTH, PLAN).fill(33, 44)),
    third: await fileOf(Form.of(third, MONTH, PLAN).fill(32, 42)),
    before: await fileOf(Form.of(first, OTHER_MONTH, PLAN).fill(25, 45)),
    earlier: await fileOf(Form.of(third, OTHER_MONTH, PLAN).fill(35, 45)),
  };
  const options = {
    period: null,
    partial: false,
    received: '2024-04-20',
    upTo: null,
    run: 'lượt của bản sao',
  };
  const april = await fileOf(Form.of(third, '2024-04', PLAN).fill(20, 40));
  theirs = (await takeIn(plan, [], [april], checkHere, options, quiet)).ledger;
});

/** Made once; every pair begins with a copy. */
const begun = new Map<string, Workbook>();

async function begin(...acts: readonly Act[]): Promise<WorkbookModel> {
  const withLock = acts.includes(REOPENS);
  const isBound = acts.some((act) => FILLS.includes(act));
  const key = `${withLock} ${isBound}`;
  const kept = begun.get(key);
  if (kept) return (await openExcel(copyOf(kept))).model;
  const { model } = await openExcel(isBound ? withOwnTable() : withPlan());
  await take(files.sound, 'lượt 1');
  await take(files.unclear, 'lượt 2');
  await take(files.again, 'lượt 2');
  if (withLock) await lockPeriod(port, '2024-01', by('An', '2024-04-01 08:00:00'));
  if (isBound) await bound();
  begun.set(key, copyOf(model.workbook));
  return model;
}

/** The office's own table, with the tables of both months it can be filled from. */
async function bound(): Promise<void> {
  await take(files.before, 'lượt 0', OTHER_MONTH);
  for (const month of [OTHER_MONTH, MONTH]) await consolidating(month, '2024-04-01 09:00:00');
  await port.goTo(OWN_TABLE, 'A1');
  await bindCells(port, (await proposeLayout(port)).cells, by('An', '2024-04-01 10:00:00'));
}

/** What is in the workbook, as far as it decides anything. */
async function stateOf(model: WorkbookModel): Promise<string> {
  const { ledger, acts, signed, interrupted, plan: of } = await readDesk(port);
  const sheets = model.workbook.sheets
    .filter(({ visibility }) => visibility === 'visible')
    .map(({ name }) => name);
  const { paths = [], confirmations } = of;
  const own = [...(findSheet(model.workbook, OWN_TABLE)?.rows ?? [])].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value, formula }]) => {
      const content = formula ?? value ?? '';
      return content === '' ? [] : [`${row} ${column} ${String(content)}`];
    }),
  );
  const told = [ledger, acts, signed, interrupted, paths, confirmations, sheets.sort(), own.sort()];
  return JSON.stringify(told);
}

const ALL = [...ACTS, REOPENS, ...FILLS];
const pairs = ALL.flatMap((act) =>
  ALL.filter((other) => other !== act).map((other) => ({ act, other })),
);
// In `npm test` a slice, another act and another pair for each row and column; else all of them.
const tried = pairs.filter((_, index) => index % long(91, 1) === 0);

it.each(tried)(
  '$act.name, then $other.name in another window, then undone',
  async ({ act, other }) => {
    const model = await begin(act, other);
    const { undo } = await act.run();
    // The other window may have been told why it cannot.
    await other.run().catch(() => undefined);
    const isDone = other.stands(await readDesk(port), model);
    // One filling takes the place of another.
    const stood = act.stands(await readDesk(port), model);
    if (!(FILLS.includes(act) && FILLS.includes(other))) expect(stood).toBe(true);
    const before = await stateOf(model);
    const refusal = await undo!().then(
      () => null,
      (error: { refusal?: { code: string; facts: object } }) => error.refusal ?? error,
    );
    const desk = await readDesk(port);
    expect(desk.interrupted).toEqual([]);
    expect(other.stands(desk, model)).toBe(isDone);
    expect(act.stands(desk, model)).toBe(refusal !== null && stood);
    if (refusal) {
      expect(refusal).toMatchObject({
        code: expect.stringMatching(/^(undo-|sheet-written-since|cell-written-since)/),
      });
      expect(await stateOf(model)).toBe(before);
    }
    // Once more: the same outcome, and nothing else goes.
    await undo!().catch(() => undefined);
    expect(other.stands(await readDesk(port), model)).toBe(isDone);
  },
);

/** The act, with all that `other` does before the request of that number; whether it came to it. */
async function runsBetween(
  act: Act,
  request: number,
  other: () => Promise<unknown>,
): Promise<{ ended: unknown; hasBegun: boolean }> {
  const { run } = Excel;
  let requests = 0;
  Excel.run = (async (...given: unknown[]) => {
    if (++requests === request) {
      Excel.run = run;
      await other();
    }
    return (run as (...of: unknown[]) => Promise<unknown>)(...given);
  }) as typeof run;
  try {
    const ended = await act.run().catch((error: unknown) => error);
    return { ended, hasBegun: requests >= request };
  } finally {
    Excel.run = run;
  }
}

/** An act of the other window comes between two requests of this one, each time elsewhere. */
const PLACES = 5;
/** Filling asks and writes much: beside each act it comes at every second place, in turn. */
const fills = ({ act, other }: (typeof pairs)[number]) =>
  FILLS.includes(act) || FILLS.includes(other);
const between = pairs
  // Two fillings take the place of each other; what must not come of it stands below.
  .filter(({ act, other }) => !(FILLS.includes(act) && FILLS.includes(other)))
  .flatMap((pair, index) =>
    Array.from({ length: PLACES }, (_, at) => ({ ...pair, request: 1 + at })).filter(
      ({ request }) =>
        long(
          index % 211 === 2 && request === 1 + (index % PLACES),
          !fills(pair) || (index + request) % 2 === 0,
        ),
    ),
  );

// A lock after the reading, before the write.
const ENTERS = new Map([
  ['chọn đường báo cáo', 2],
  ['điều chỉnh', 3],
  ['chọn cách hiểu', 5],
]);
const LOCKED_MEANWHILE = pairs
  .filter(({ act, other }) => ENTERS.has(act.name) && other.name === 'khóa kỳ')
  .map((pair) => ({ ...pair, request: ENTERS.get(pair.act.name)! }));

// And a lock before each request of whatever enters something in the month.
const ENTERING = [
  'chọn đường báo cáo',
  'tiếp nhận',
  'chọn cách hiểu',
  'chấp nhận bản nộp lại',
  'trả lại',
  'ghi ngày nhận',
];
const LOCKED_ANYWHERE = pairs
  .filter(({ act, other }) => ENTERING.includes(act.name) && other.name === 'khóa kỳ')
  .flatMap((pair) => Array.from({ length: 9 }, (_, at) => ({ ...pair, request: at + 1 })));

it.each([...between, ...LOCKED_MEANWHILE, ...long([], LOCKED_ANYWHERE)])(
  '$other.name in another window, before request $request of $act.name: neither is lost in silence',
  async ({ act, other, request }) => {
    const model = await begin(act, other);
    let seen = { isDone: false, desk: await readDesk(port) };
    const { ended, hasBegun } = await runsBetween(act, request, async () => {
      await other.run().catch(() => undefined);
      const desk = await readDesk(port);
      seen = { isDone: other.stands(desk, model), desk };
    });
    const desk = await readDesk(port);
    expect(desk.interrupted).toEqual([]);
    if (hasBegun)
      expect([other.name, other.stands(desk, model)]).toEqual([other.name, seen.isDone]);
    // What was locked meanwhile took in nothing more.
    const ofLocked = (of: Desk) =>
      of.ledger.filter(
        ({ period, accepted }) => seen.desk.locked.has(period) && accepted !== 'none',
      );
    expect(ofLocked(desk)).toEqual(ofLocked(seen.desk));
    // It did what it was told to, or said why not.
    if (ended instanceof Error)
      expect(ended).toMatchObject({ refusal: { code: expect.any(String) } });
    else if ((ended as { undo: Undo | null }).undo) expect(act.stands(desk, model)).toBe(true);
  },
);

it('two windows fill for two months at once: the table is of one of them, and its log too', async () => {
  const [march, february] = FILLS;
  const counting = await begin(march);
  const { run } = Excel;
  let requests = 0;
  Excel.run = (async (...given: unknown[]) => {
    requests++;
    return (run as (...of: unknown[]) => Promise<unknown>)(...given);
  }) as typeof run;
  await march.run();
  Excel.run = run;
  expect([...filledFrom(counting)]).toEqual([MONTH]);
  for (let request = 1; request <= requests; request += long(9, 1)) {
    const model = await begin(march);
    const before = await stateOf(model);
    let theirs: unknown = null;
    let stood = before;
    const { ended } = await runsBetween(march, request, async () => {
      stood = await stateOf(model);
      theirs = await february.run().catch((error: unknown) => error);
    });
    const both = [ended, theirs].map((one) =>
      one instanceof Error ? (one as { refusal?: { code: string } }).refusal?.code : 'filled',
    );
    const kept = (await keptFilling(port))!;
    const at = [request, ...both];
    expect([...at, ...filledFrom(model)]).toEqual([...at, kept.period]);
    expect([...at, both.includes(undefined)]).toEqual([...at, false]);
    // What the one that stands wrote over comes back; of two in turn the first one's figures.
    const { undo } = (both[0] === 'filled' ? ended : theirs) as { undo: Undo };
    await undo();
    const left = [...filledFrom(model)];
    if (both[0] === 'filled' && both[1] === 'filled')
      expect([...at, ...left]).toEqual([...at, OTHER_MONTH]);
    else {
      const begun = both[0] === 'filled' ? before : stood;
      expect([...at, (await stateOf(model)) === begun]).toEqual([...at, true]);
    }
  }
});

const refusalOf = (undo: Undo | null) =>
  undo!().then(
    () => null,
    (error: { refusal?: object }) => error.refusal ?? error,
  );

it('the first form of a ledger is taken back, and what another window added below stays', async () => {
  await openExcel(withPlan());
  const { undo } = await take(files.sound, 'lượt 1');
  await take(files.unclear, 'lượt 2');
  await take(files.third, 'lượt 2');
  expect(await refusalOf(undo)).toBeNull();
  const { ledger, interrupted } = await readDesk(port);
  expect(ledger.map(({ agency }) => agency)).toEqual([second, third]);
  expect(interrupted).toEqual([]);
});

it('what was decided about a form, entered over it, or locked with it says why it is not taken back', async () => {
  const [decides, adjusts, locks] = ['trả lại', 'điều chỉnh', 'khóa kỳ'].map((name) =>
    ACTS.find((act) => act.name === name)!,
  );
  for (const [other, file, refusal] of [
    [decides, files.unclear, { code: 'undo-decided-since', facts: { who: 'Chi' } }],
    [adjusts, files.sound, { code: 'undo-version-since', facts: { who: 'Bình' } }],
    [locks, files.sound, { code: 'undo-period-since', facts: { who: 'An' } }],
  ] as const) {
    const { model } = await openExcel(withPlan());
    const { undo } = await take(file, 'lượt 1');
    await other.run();
    const before = await stateOf(model);
    expect(await refusalOf(undo)).toMatchObject(refusal);
    expect(await stateOf(model)).toBe(before);
  }
});

it('a first lock is not taken back over what was opened again since', async () => {
  const { model } = await openExcel(withPlan());
  await take(files.sound, 'lượt 1');
  const { undo } = await lockPeriod(port, MONTH, by('An', '2024-04-08 08:00:00'));
  await reopenPeriod(port, MONTH, by('Chi', '2024-04-09 08:00:00'));
  const before = await stateOf(model);
  expect(await refusalOf(undo)).toMatchObject({ code: 'undo-period-since', facts: { who: 'Chi' } });
  expect(await stateOf(model)).toBe(before);
});

it('a decision is taken back, though its version was written anew since', async () => {
  const model = await begin();
  const accepts = ACTS.find(({ name }) => name === 'chấp nhận bản nộp lại')!;
  const { undo } = await accepts.run();
  await stateReceipt(
    port,
    { period: MONTH, agency: null, day: '2024-03-26' },
    by('An', '2024-04-06 09:00:00'),
  );
  expect(await refusalOf(undo)).toBeNull();
  expect(versionOf(await readDesk(port), first, 2)).toMatchObject({
    accepted: 'none',
    awaits: 'all',
  });
  expect(accepts.stands(await readDesk(port), model)).toBe(false);
});

describe('a period that is locked while a drop is checked takes nothing in', () => {
  const locking = () => lockPeriod(port, MONTH, by('Chi', '2024-04-08 09:00:00'));
  const states = async () =>
    (await readDesk(port)).ledger.map(({ agency, accepted }) => `${agency} ${accepted}`);

  it('by the use case, in the middle of the check', async () => {
    await openExcel(withPlan());
    await take(files.sound, 'lượt 1');
    const checker: typeof checkHere = {
      ...checkHere,
      check: async (...asked) => {
        const checked = await checkHere.check(...asked);
        await locking();
        return checked;
      },
    };
    const drop = { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt 2' };
    const { files: taken, undo } = await receive(port, [files.third], checker, drop, loud);
    expect(taken[0]).toMatchObject({ accepted: 'none', version: 0 });
    expect(taken[0].findings.map(({ code }) => code)).toContain('period-locked');
    expect(undo).toBeNull();
    expect(await states()).toEqual([`${first} all`]);
  });

  it('at every request of what is written', async () => {
    const { model } = await openExcel(withPlan());
    await take(files.sound, 'lượt 1');
    await lockPeriod(port, '2024-01', by('An', '2024-04-01 08:00:00'));
    const begun = copyOf(model.workbook);
    const start = () => openExcel(copyOf(begun));
    const { host: counting } = await start();
    counting.traffic.reset();
    await take(files.third, 'lượt 2');
    const requests = counting.traffic.records.length;
    // With the last one a lock comes after all of it was written and read again: it has the form in
    // its tables.
    for (let at = 1; at < requests; at += long(2, 1)) {
      const { host } = await start();
      host.faults.clear();
      host.faults.at(at, {
        meanwhile: ({ workbook }) => {
          const list = findSheet(workbook, PERIOD_SHEET)!;
          const row = writePeriodActs([
            { ...by('Chi', '2024-04-08 09:00:00'), period: MONTH, kind: 'locked' },
          ]);
          const next = list.usedArea()!.bottom + 1;
          for (const [column, cell] of row.rows.get(1)!) list.set(next, column, { ...cell });
        },
      });
      const { files: taken } = await take(files.third, 'lượt 2');
      host.faults.clear();
      expect([at, taken[0].accepted, await states()]).toEqual([at, 'none', [`${first} all`]]);
    }
  });
});
