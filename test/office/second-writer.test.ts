import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { putPlan } from '../../src/app/put-plan';
import { openDesk } from '../../src/app/desk';
import type { Progress, ReceivedFile } from '../../src/app/ports';
import { takeIn } from '../../src/app/take-in';
import { submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import {
  readPeriodActs,
  writePeriodActs,
  type PeriodAct,
} from '../../src/domain/ledger/period-states';
import { PERIOD_SHEET } from '../../src/domain/ledger/ledger-sheets';
import { periodOf } from '../../src/domain/period/period';
import { PLAN_SHEETS } from '../../src/domain/plan/plan-sheets';
import { reportSheetNames } from '../../src/domain/report/report-sheets';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import type { Fault } from '../../src/workbench/host/faults';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { replacedName } from '../../src/workbook/replaced-sheet';
import { Sheet } from '../../src/workbook/sheet';
import { findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { IS_LONG, long } from '../long';
import { copyOf } from '../prepared';
import { openExcel, settled } from './office-window';
import {
  ACT,
  agencies,
  MONTH,
  plan,
  PLAN,
  port,
  prepareFiles,
  USE_CASES,
  withPlan,
} from './use-cases';

/**
 * Two panes write into one workbook: at every request of one, the other is in the middle of a
 * write, has just finished one, or has added rows to the ledger, and the request goes through or
 * breaks. What the other was told is done stays done, and what it is about to put in place is not
 * touched.
 */

/** Of a month none of the use cases takes in. */
const THEIR_MONTH = '2024-02';
const quiet: Progress = { step: () => undefined, cancelled: false };

async function file(agency: string, month: string, ...figures: number[]): Promise<ReceivedFile> {
  const form = Form.of(agency, month, PLAN).fill(...figures);
  const bytes = await writeWorkbook(form.workbook);
  return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
}

/** What the other person's pane leaves when it has done its part. */
interface Other {
  name: string;
  acts(model: WorkbookModel): void;
  /**
   * What of it is lost afterwards; what this pane has read before it wrote anything, and then
   * replaced, is not lost.
   */
  lost(model: WorkbookModel, mayReplace: boolean): Promise<string | null>;
  /** Tried in `npm run test:all` only. */
  isLong?: boolean;
}

let submission: Submission;

const PASSING = `~ghi ${Date.now().toString(36)}zzzz-1`;
const WORD = 'của người khác';
const THEIR_MARK = 'TongHop_Luot_nguoikhac';
const THEIR_ACT: PeriodAct = {
  period: THEIR_MONTH,
  kind: 'closed',
  who: WORD,
  at: '2024-03-30 08:00:00',
  note: '1/1',
};
/** Sheets the other has put. */
let put: string[] = [];

/**
 * A sheet put by the other: their mark in place of any, and what stood there kept, as their own
 * pane does it.
 */
function puts(model: WorkbookModel, sheet: Sheet): void {
  const old = findSheet(model.workbook, replacedName(sheet.name));
  if (old) model.removeSheet(old, 'other');
  const kept = new Sheet(replacedName(sheet.name));
  kept.visibility = 'hidden';
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) kept.set(row, column, cell);
  model.addSheet(kept, 'other');
  for (const name of [...sheet.names.keys()])
    if (name.startsWith('TongHop_Luot_')) sheet.names.delete(name);
  sheet.names.set(THEIR_MARK, '1');
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
    lost: async (model) =>
      findSheet(model.workbook, PASSING)?.value(0, 0) === WORD ? null : 'the passing sheet',
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
        first.names.set(THEIR_MARK, '1');
        model.addSheet(first, 'other');
      }
      for (const table of model.workbook.sheets.filter(({ name }) => TABLES.includes(name))) {
        puts(model, table);
        table.put(1, 0, WORD);
      }
    },
    lost: async (model, mayReplace) => {
      if (!readPeriodActs(model.workbook).some(({ who }) => who === WORD))
        return 'the act of the other';
      // What is consolidated later stands, of figures read later.
      if (mayReplace) return null;
      const gone = put.filter(
        (name) => name !== PERIOD_SHEET && findSheet(model.workbook, name)?.value(1, 0) !== WORD,
      );
      return gone.length > 0 ? `the other's ${gone.join(', ')}` : null;
    },
  },
  {
    name: 'has entered a form',
    isLong: true,
    acts: (model) => {
      if (!findSheet(model.workbook, PLAN_SHEETS.agencies)) return;
      for (const sheet of writeLedger(plan, [submission])) {
        const target = findSheet(model.workbook, sheet.name);
        if (target) adds(target, sheet);
        else {
          // The first of all: their pane has put the sheets of the ledger.
          sheet.names.set(THEIR_MARK, '1');
          model.addSheet(sheet, 'other');
        }
      }
    },
    lost: async (model) => {
      if (!findSheet(model.workbook, PLAN_SHEETS.agencies)) return null;
      const desk = await openDesk(port);
      if (!desk.ok) return desk.refusal.code;
      const named = [...desk.value.ledger.map(submissionId), ...desk.value.interrupted];
      return named.includes(submissionId(submission)) ? null : 'the submission of the other';
    },
  },
  {
    name: 'has put the plan too',
    isLong: true,
    acts: (model) => {
      put = [];
      const sheets = model.workbook.sheets.filter(({ name }) =>
        Object.values<string>(PLAN_SHEETS).includes(name),
      );
      for (const sheet of sheets) puts(model, sheet);
    },
    lost: async (model, mayReplace) => {
      if (mayReplace) return null;
      const gone = put.filter((name) => !findSheet(model.workbook, name)?.names.has(THEIR_MARK));
      return gone.length > 0 ? `the other's ${gone.join(', ')}` : null;
    },
  },
];

const { indicators, tasks, handIn } = reportSheetNames(MONTH);
const TABLES = [indicators, tasks, handIn];

const BROKEN: [string, Fault][] = [
  ['through', {}],
  [
    'broken in the middle',
    { error: 'GeneralException', atAction: (actions) => Math.floor(actions / 2) },
  ],
];

beforeAll(async () => {
  await prepareFiles();
  const options = { period: null, partial: false, received: '2024-03-18', upTo: null, run: 'lượt' };
  const { added } = await takeIn(
    plan,
    [],
    [await file(agencies[2], THEIR_MONTH, 35, 45)],
    checkHere,
    options,
    quiet,
  );
  submission = { ...added[0], hash: 'của người khác' };
});

/** In `npm test` the use case that touches most, beside who touches most. */
const cases = USE_CASES.filter(({ name }) => IS_LONG || name === 'tổng hợp lại').flatMap(
  (useCase) =>
    OTHERS.filter(({ name }) => IS_LONG || name === 'has consolidated too').map((somebody) => ({
      useCase,
      somebody,
    })),
);

it.each(cases)(
  '$useCase.name, while somebody else $somebody.name',
  async ({ useCase, somebody }) => {
    const { workbook = withPlan, begin, run, once } = useCase;
    const clean = await openExcel(workbook());
    const prepared = await begin();
    const start = copyOf(clean.model.workbook);
    clean.host.traffic.reset();
    await run(prepared);
    await settled();
    const requests = clean.host.traffic.syncs;
    const firstWrite = 1 + clean.host.traffic.records.findIndex(({ writes }) => writes);

    const troubles: string[] = [];
    for (let at = 1; at <= requests; at += long(7, 1)) {
      // What is rarer is tried going through only.
      for (const [way, fault] of somebody.isLong ? BROKEN.slice(0, 1) : BROKEN) {
        const { host, model } = await openExcel(once ? workbook() : copyOf(start));
        const again = once ? await begin() : null;
        host.faults.clear();
        host.faults.at(at, { ...fault, meanwhile: (now) => somebody.acts(now) });
        const isThrough = await run(again).then(
          () => true,
          () => false,
        );
        const isMet = host.faults.struck > 0;
        host.faults.clear();
        const lost = isMet ? await somebody.lost(model, isThrough && at < firstWrite) : null;
        if (lost) troubles.push(`request ${at} of ${requests}, ${way}: ${lost} is lost`);
      }
    }
    expect(troubles).toEqual([]);
  },
);

it('what a write left behind is cleared away after an hour, and no sheet of somebody’s own', async () => {
  const hidden = (name: string) =>
    Object.assign(new Sheet(name), { visibility: 'hidden' as const });
  const left = `~ghi ${(Date.now() - 2 * 3_600_000).toString(36)}zzzz-1`;
  const workbook = withPlan();
  workbook.sheets.push(hidden(left), hidden('~ghi chú của tôi'), hidden(PASSING));
  const { model } = await openExcel(workbook);
  await putPlan(port, PLAN);
  const names = model.workbook.sheets
    .map(({ name }) => name)
    .filter((name) => name.startsWith('~'));
  expect(names).toEqual(['~ghi chú của tôi', PASSING]);
});

it('says whose write stands when one is taken back too late', async () => {
  const { model } = await openExcel(withPlan());
  await receive(
    port,
    [await file(agencies[0], MONTH, 30, 40)],
    checkHere,
    { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' },
    { check: quiet, write: quiet },
  );
  const consolidating = () =>
    consolidateInto(port, periodOf(MONTH), { acceptIncomplete: false, asOf: null }, ACT, quiet);
  await consolidating();
  const { undo } = await consolidating();
  OTHERS[1].acts(model);
  await expect(undo()).rejects.toMatchObject({ refusal: { code: 'sheet-written-since' } });
  expect(findSheet(model.workbook, indicators)!.value(1, 0)).toBe(WORD);
});
