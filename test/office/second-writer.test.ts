import { deserialize, serialize } from 'node:v8';
import { consolidateInto, putPlan, receive } from '../../src/app/consolidator';
import { decide } from '../../src/app/decide';
import { openDesk } from '../../src/app/desk';
import { lockPeriod } from '../../src/app/period-acts';
import type { Progress, ReceivedFile, Undo } from '../../src/app/ports';
import { takeIn } from '../../src/app/take-in';
import { LEDGER_SHEETS, submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { PERIOD_SHEET, readPeriodActs, writePeriodActs, type PeriodAct } from '../../src/domain/ledger/period-states';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { reportSheetNames } from '../../src/domain/report/report-sheets';
import type { Submission } from '../../src/domain/submission/submission';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import type { Fault } from '../../src/workbench/host/faults';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { replacedName } from '../../src/workbook/replaced-sheet';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { openExcel } from './office-window';

/**
 * Two panes write into one workbook: at every request of one, the other is in the middle of a write, has just finished one, or has added
 * rows to the ledger, and the request goes through or breaks. What the other was told is done stays done, and what it is about to put in
 * place is not touched.
 */

const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const plan = builtinPlan(PLAN)!;
const [mine, ours, theirs] = plan.agencies.slice(0, 3).map(({ code }) => code);
const ACT = { who: 'An', at: '2024-04-01 08:00:00' };
const port = new ExcelWorkbook();
const quiet: Progress = { step: () => undefined, cancelled: false };

async function file(agency: string, ...figures: number[]): Promise<ReceivedFile> {
  const form = Form.of(agency, MONTH, PLAN).fill(...figures);
  const bytes = await writeWorkbook(form.workbook);
  return {
    path: `${figures.join('-')} ${form.fileName}`,
    modified: null,
    size: bytes.length,
    bytes: async () => bytes,
  };
}
const taking = async (...files: Promise<ReceivedFile>[]) =>
  receive(
    port,
    await Promise.all(files),
    checkHere,
    { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' },
    { check: quiet, write: quiet },
  );
const consolidating = () => consolidateInto(port, periodOf(MONTH), { acceptIncomplete: false, asOf: null }, ACT, quiet);

interface UseCase {
  name: string;
  begin(): Promise<Undo | null>;
  run(prepared: Undo | null): Promise<unknown>;
  /** It goes on from what it began with (an undo), so a copy of the workbook is not enough. */
  once?: boolean;
  /** Tried in `npm run test:all` only. */
  isLong?: boolean;
}

const USE_CASES: UseCase[] = [
  {
    name: 'ghi kế hoạch khác thay kế hoạch đang có',
    begin: async () => null,
    run: () => putPlan(port, 'hai-duong-2024'),
    isLong: true,
  },
  { name: 'tiếp nhận lần đầu', begin: async () => null, run: () => taking(file(mine, 30, 40)), isLong: true },
  {
    name: 'tiếp nhận thêm',
    isLong: true,
    begin: async () => (await taking(file(mine, 30, 40))).undo,
    run: () => taking(file(ours, 31, 41)),
  },
  {
    name: 'tổng hợp lần đầu',
    begin: async () => (await taking(file(mine, 30, 40))).undo,
    run: consolidating,
    isLong: true,
  },
  {
    name: 'tổng hợp lại',
    begin: async () => {
      await taking(file(mine, 30, 40));
      await consolidating();
      return (await taking(file(ours, 31, 41))).undo;
    },
    run: consolidating,
  },
  {
    name: 'hoàn tác tổng hợp lại',
    isLong: true,
    begin: async () => {
      await taking(file(mine, 30, 40));
      await consolidating();
      await taking(file(ours, 31, 41));
      return (await consolidating()).undo;
    },
    run: (undo) => undo!(),
    once: true,
  },
  {
    name: 'khóa kỳ',
    begin: async () => (await taking(file(mine, 30, 40))).undo,
    run: () => lockPeriod(port, MONTH, ACT),
    isLong: true,
  },
  {
    name: 'chấp nhận bản nộp lại',
    begin: async () => {
      await taking(file(mine, 30, 40));
      return (await taking(file(mine, 33, 44))).undo;
    },
    run: () =>
      decide(port, { ...ACT, kind: 'accepted', submission: `${mine}/${MONTH}/2`, reason: 'Sửa số', document: '' }),
    isLong: true,
  },
];

/** What the other person's pane leaves when it has done its part. */
interface Other {
  name: string;
  acts(model: WorkbookModel): void;
  /** What of it is lost afterwards, when this pane's write came through and when it did not. */
  lost(model: WorkbookModel, isThrough: boolean): Promise<string | null>;
  /** Tried in `npm run test:all` only. */
  isLong?: boolean;
}

let submission: Submission;

const PASSING = `~ghi ${Date.now().toString(36)}zzzz-1`;
const WORD = 'của người khác';
const THEIR_ACT: PeriodAct = { period: '2024-02', kind: 'closed', who: WORD, at: '2024-03-30 08:00:00', note: '1/1' };
/** Sheets the other has put. */
let put: string[] = [];

/** A sheet put by the other: their mark in place of any, and what stood there kept, as their own pane does it. */
function puts(model: WorkbookModel, sheet: Sheet): void {
  const old = findSheet(model.workbook, replacedName(sheet.name));
  if (old) model.removeSheet(old, 'other');
  const kept = new Sheet(replacedName(sheet.name));
  kept.visibility = 'hidden';
  for (const [row, cells] of sheet.rows) for (const [column, cell] of cells) kept.set(row, column, cell);
  model.addSheet(kept, 'other');
  for (const name of [...sheet.names.keys()]) if (name.startsWith('TongHop_Luot_')) sheet.names.delete(name);
  sheet.names.set('TongHop_Luot_nguoikhac', '1');
  put.push(sheet.name);
}

/** The rows of a list, below those that stand. */
function adds(target: Sheet, rows: Sheet): void {
  let next = (target.usedArea()?.bottom ?? 0) + 1;
  for (const [row, cells] of [...rows.rows].sort(([a], [b]) => a - b)) {
    if (row === 0) continue;
    for (const [column, cell] of cells) target.set(next, column, { ...cell });
    next++;
  }
}

const OTHERS: Other[] = [
  {
    name: 'is in the middle of a write',
    acts: (model) => {
      const passing = new Sheet(PASSING);
      passing.visibility = 'hidden';
      passing.put(0, 0, WORD);
      model.addSheet(passing, 'other');
    },
    lost: async (model) => (findSheet(model.workbook, PASSING)?.value(0, 0) === WORD ? null : 'the passing sheet'),
  },
  {
    name: 'has consolidated too',
    acts: (model) => {
      put = [];
      const list = findSheet(model.workbook, PERIOD_SHEET);
      if (list) {
        adds(list, writePeriodActs([THEIR_ACT]));
        puts(model, list);
      } else {
        const first = writePeriodActs([THEIR_ACT]);
        first.names.set('TongHop_Luot_nguoikhac', '1');
        model.addSheet(first, 'other');
      }
      for (const table of model.workbook.sheets.filter(({ name }) => TABLES.includes(name))) {
        puts(model, table);
        table.put(1, 0, WORD);
      }
    },
    lost: async (model, isThrough) => {
      if (!readPeriodActs(model.workbook).some(({ who }) => who === WORD)) return 'the act of the other';
      // What is consolidated later stands, of figures read later.
      if (isThrough) return null;
      const gone = put.filter((name) => name !== PERIOD_SHEET && findSheet(model.workbook, name)?.value(1, 0) !== WORD);
      return gone.length > 0 ? `the other's ${gone.join(', ')}` : null;
    },
  },
  {
    name: 'has entered a form',
    isLong: true,
    acts: (model) => {
      for (const sheet of writeLedger(plan, [submission])) {
        const target = findSheet(model.workbook, sheet.name);
        if (target) adds(target, sheet);
      }
    },
    lost: async (model) => {
      if (!findSheet(model.workbook, LEDGER_SHEETS.submissions)) return null;
      const desk = await openDesk(port);
      if (!desk.ok) return desk.refusal.code;
      const named = [...desk.value.ledger.map(submissionId), ...desk.value.interrupted];
      return named.includes(submissionId(submission)) ? null : 'the submission of the other';
    },
  },
];

const { indicators, tasks, handIn } = reportSheetNames(MONTH);
const TABLES = [indicators, tasks, handIn];

const BROKEN: [string, Fault][] = [
  ['through', {}],
  ['broken in the middle', { error: 'GeneralException', atAction: (actions) => Math.floor(actions / 2) }],
  ...(process.env.ALL_WAYS
    ? ([
        ['done without being heard', { afterwards: 'InvalidOrTimedOutSession' }],
        ['broken at the last action', { error: 'GeneralException', atAction: (actions: number) => actions - 1 }],
        ['refused', { transport: 'InvalidOrTimedOutSession' }],
      ] as [string, Fault][])
    : []),
];

const withPlan = () => emptyWorkbook([new Sheet('Ghi chú'), ...writePlan(plan)]);

/** Another workbook with the same in it; jsdom has no structuredClone. */
function copyOf({ sheets, ...workbook }: Workbook): Workbook {
  const copied = <T>(value: T) => deserialize(serialize(value)) as T;
  return {
    ...copied(workbook),
    sheets: sheets.map((sheet) => Object.assign(new Sheet(sheet.name), copied({ ...sheet }))),
  };
}

beforeAll(async () => {
  const options = { period: null, partial: false, received: '2024-03-18', upTo: null, run: 'lượt' };
  const { added } = await takeIn(plan, [], [await file(theirs, 35, 45)], checkHere, options, quiet);
  submission = { ...added[0], hash: 'của người khác' };
});

const isTried = ({ isLong }: { isLong?: boolean }) => !isLong || process.env.ALL_WAYS !== undefined;
const cases = USE_CASES.filter(isTried).flatMap((useCase) =>
  OTHERS.filter(isTried).map((other) => ({ useCase, other })),
);

it.each(cases)('$useCase.name, while somebody else $other.name', async ({ useCase, other }) => {
  const clean = await openExcel(withPlan());
  const prepared = await useCase.begin();
  const start = copyOf(clean.model.workbook);
  clean.host.traffic.reset();
  await useCase.run(prepared);
  await new Promise((done) => setTimeout(done, 10));
  const requests = clean.host.traffic.syncs;

  const troubles: string[] = [];
  for (let at = 1; at <= requests; at++) {
    for (const [way, fault] of BROKEN) {
      const { host, model } = await openExcel(useCase.once ? withPlan() : copyOf(start));
      const again = useCase.once ? await useCase.begin() : null;
      host.faults.clear();
      host.faults.at(at, { ...fault, meanwhile: (now) => other.acts(now) });
      const isThrough = await useCase.run(again).then(
        () => true,
        () => false,
      );
      const isMet = host.faults.struck > 0;
      host.faults.clear();
      const lost = isMet ? await other.lost(model, isThrough) : null;
      if (lost) troubles.push(`request ${at} of ${requests}, ${way}: ${lost} is lost`);
    }
  }
  expect(troubles).toEqual([]);
});

it('what a write left behind is cleared away after an hour, and no sheet of somebody’s own', async () => {
  const hidden = (name: string) => Object.assign(new Sheet(name), { visibility: 'hidden' as const });
  const left = `~ghi ${(Date.now() - 2 * 3_600_000).toString(36)}zzzz-1`;
  const workbook = withPlan();
  workbook.sheets.push(hidden(left), hidden('~ghi chú của tôi'), hidden(PASSING));
  const { model } = await openExcel(workbook);
  await putPlan(port, PLAN);
  const names = model.workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('~'));
  expect(names).toEqual(['~ghi chú của tôi', PASSING]);
});

it('says whose write stands when one is taken back too late', async () => {
  const { model } = await openExcel(withPlan());
  await taking(file(mine, 30, 40));
  await consolidating();
  const { undo } = await consolidating();
  OTHERS[1].acts(model);
  await expect(undo()).rejects.toMatchObject({ refusal: { code: 'sheet-written-since' } });
  expect(findSheet(model.workbook, indicators)!.value(1, 0)).toBe(WORD);
});
