import { chooseReading, consolidateInto, putPlan, receive, showReceived } from '../../src/app/consolidator';
import { adjustFigure } from '../../src/app/adjust-figure';
import { decide } from '../../src/app/decide';
import { openDesk } from '../../src/app/desk';
import { bindCells, fillLayouts, previewFill, proposeLayout } from '../../src/app/own-layout';
import { importLedger } from '../../src/app/import-ledger';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { checkOpenForm, repairForm, stampForm } from '../../src/app/sender';
import { LOG_SHEET } from '../../src/domain/repair/form-tables';
import { finding } from '../../src/domain/rules/finding';
import type { Progress, ReceivedFile, Undo } from '../../src/app/ports';
import { takeIn } from '../../src/app/take-in';
import { DECISION_SHEET, writeDecisions } from '../../src/domain/ledger/decisions';
import { PERIOD_SHEET } from '../../src/domain/ledger/period-states';
import { LEDGER_SHEETS, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import type { Fault } from '../../src/workbench/host/faults';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { Traffic } from '../../src/workbench/host/traffic';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { checkHere } from '../../src/intake/check-here';
import { openToShow } from '../../src/intake/open-received';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { provinceTable } from '../province-table';
import { openExcel } from './office-window';

/**
 * Every use case that writes, broken at every request it sends, in every way: what people then see is what they saw before or
 * what they should see after, never a half; and the same use case run again gives the whole result.
 */

const LEDGER: string[] = Object.values(LEDGER_SHEETS);
const UNSEEN = [...LEDGER, DECISION_SHEET, PERIOD_SHEET, LOG_SHEET];
const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const port = new ExcelWorkbook();
const quiet: Progress = { step: () => undefined, cancelled: false };
const loud = { check: quiet, write: quiet };

interface UseCase {
  name: string;
  /** Brings a workbook to where the use case begins; what it gives is handed to `run`. */
  begin(): Promise<Undo | null>;
  run(prepared: Undo | null): Promise<unknown>;
  /** Tried in `npm run test:all` only: a shorter one goes the same way. */
  isLong?: boolean;
  /** Another workbook than that of the consolidator. */
  workbook?: () => Workbook;
  /** The use case goes on from what it began with (an undo), so a copy of the workbook is not enough. */
  once?: boolean;
}

let files: ReceivedFile[] = [];
let unclear: ReceivedFile;
/** The first file once more, with other figures. */
let again: ReceivedFile;
/** The ledger of a colleague. */
let theirs: Sheet[];
const plan = builtinPlan(PLAN)!;
const agencies = plan.agencies.slice(0, 3).map((agency) => agency.code);

beforeAll(async () => {
  files = await Promise.all(
    agencies.map(async (agency, index) => {
      const form = Form.of(agency, MONTH, PLAN).fill(30 + index, 40 + index);
      const bytes = await writeWorkbook(form.workbook);
      return {
        path: form.fileName,
        modified: new Date('2024-03-18T02:00:00Z'),
        size: bytes.length,
        bytes: async () => bytes,
      };
    }),
  );
  const form = Form.of(agencies[0], MONTH, PLAN).fill();
  form.type(form.plan.indicators.find(({ code }) => form.has(code))!.code, 'numerator', '3O');
  const bytes = await writeWorkbook(form.workbook);
  const corrected = await writeWorkbook(Form.of(agencies[0], MONTH, PLAN).fill(33, 44).workbook);
  again = { path: 'sửa lần 2.xlsx', modified: null, size: corrected.length, bytes: async () => corrected };
  unclear = { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
  const options = { period: null, partial: false, received: '2024-03-18', upTo: null, run: 'lượt' };
  theirs = writeLedger(plan, (await takeIn(plan, [], files, checkHere, options, quiet)).ledger);
});

const taking = (some: readonly ReceivedFile[]) =>
  receive(port, some, checkHere, { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' }, loud);
const consolidating = () =>
  consolidateInto(port, periodOf(MONTH), { acceptIncomplete: false, asOf: '2024-04-01' }, ACT, quiet);
const importing = (sheets: Sheet[]) => {
  const grounds = { reason: '', document: '', who: '' };
  return importLedger(port, { name: 'bản sao.xlsx', workbook: emptyWorkbook(sheets) }, { at: ACT.at, grounds });
};
const nothing = async () => null;

const USE_CASES: UseCase[] = [
  {
    name: 'ghi kế hoạch khác thay kế hoạch đang có',
    isLong: true,
    begin: nothing,
    run: () => putPlan(port, 'hai-duong-2024'),
  },
  { name: 'tiếp nhận lần đầu', begin: nothing, run: () => taking(files.slice(0, 1)) },
  {
    name: 'tiếp nhận thêm',
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: () => taking(files.slice(1)),
  },
  { name: 'tổng hợp lần đầu', begin: async () => (await taking(files)).undo, run: consolidating },
  {
    name: 'tổng hợp lại',
    isLong: true,
    begin: async () => {
      await taking(files.slice(0, 1));
      await consolidating();
      return (await taking(files.slice(1))).undo;
    },
    run: consolidating,
  },
  {
    name: 'xem bản nộp',
    begin: nothing,
    run: async () => {
      const file = { file: files[0].path } as never;
      await showReceived(port, file, await files[0].bytes(), openToShow, { sheet: 'Biểu nhiệm vụ', cell: 'A1' });
    },
  },
  {
    name: 'hoàn tác tiếp nhận thêm',
    begin: async () => {
      await taking(files.slice(0, 1));
      return (await taking(files.slice(1))).undo;
    },
    run: (undo) => undo!(),
    once: true,
  },
  {
    name: 'hoàn tác tổng hợp',
    begin: async () => {
      await taking(files);
      return (await consolidating()).undo;
    },
    run: (undo) => undo!(),
    once: true,
  },
  {
    name: 'khóa kỳ',
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: () => lockPeriod(port, MONTH, ACT),
  },
  {
    name: 'mở lại kỳ',
    begin: async () => {
      await taking(files.slice(0, 1));
      return (await lockPeriod(port, MONTH, ACT)).undo;
    },
    run: () => reopenPeriod(port, MONTH, { ...ACT, at: '2024-04-02 08:00:00' }),
  },
  {
    name: 'tổng hợp khi số đã ký thay đổi',
    isLong: true,
    begin: async () => {
      await taking(files.slice(0, 1));
      await lockPeriod(port, MONTH, ACT);
      await reopenPeriod(port, MONTH, { ...ACT, at: '2024-04-02 08:00:00' });
      return (await taking(files.slice(1))).undo;
    },
    run: consolidating,
  },
  {
    name: 'chấp nhận bản nộp lại',
    begin: async () => {
      await taking(files.slice(0, 1));
      return (await taking([again])).undo;
    },
    run: () =>
      decide(port, {
        ...ACT,
        kind: 'accepted',
        submission: `${agencies[0]}/${MONTH}/2`,
        reason: 'Sửa số',
        document: '',
      }),
  },
  {
    name: 'điều chỉnh số liệu',
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: async () => {
      const grounds = { reason: 'Đơn vị báo qua điện thoại', document: '12/UBND', who: 'An' };
      const form = Form.of(agencies[0], MONTH, PLAN);
      const indicator = plan.indicators.find(({ denominator, code }) => denominator && form.has(code))!.code;
      const figures = { numerator: 31, denominator: 42 };
      await adjustFigure(port, { agency: agencies[0], period: MONTH, indicator, figures, grounds, at: ACT.at });
    },
  },
  {
    name: 'nhập sổ',
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: () => importing(theirs),
  },
  {
    name: 'nhập sổ có quyết định',
    isLong: true,
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: () => {
      const no = {
        kind: 'returned' as const,
        submission: `${agencies[1]}/${MONTH}/1`,
        reason: 'Chưa ký',
        document: '',
      };
      return importing([...theirs, writeDecisions([{ ...no, hash: '', ...ACT }])]);
    },
  },
  {
    name: 'chọn cách hiểu',
    begin: async () => (await taking([unclear])).undo,
    run: async () => {
      const opened = await openDesk(port);
      if (!opened.ok) throw new Error(opened.refusal.code);
      const [{ hash, observations }] = opened.value.ledger;
      const asked = observations.find(({ state }) => state === 'undecided');
      // Chosen already: the run before came through.
      if (!asked) return;
      const found = finding('number-with-letters', 'warning', asked, { raw: '3O', suggestion: 30 });
      await chooseReading(port, { hash, found, choice: { kind: 'figure', value: 30 }, warning: '', who: 'An' });
    },
  },
  {
    name: 'sửa biểu',
    workbook: filledForm,
    begin: nothing,
    run: async () => {
      const { file, repairs } = await checkOpenForm(port, builtinPlan(PLAN)!);
      const agreed = file.findings.flatMap((found, index) => repairs[index].map((repair) => ({ found, repair })));
      if (agreed.length > 0) await repairForm(port, agreed, ACT);
    },
  },
  {
    name: 'đóng dấu',
    workbook: filledForm,
    begin: nothing,
    run: () => stampForm(port, builtinPlan(PLAN)!, ACT),
  },
  {
    name: 'điền biểu đã gắn',
    workbook: withOwnTable,
    begin: async () => {
      await taking(files);
      await consolidating();
      await port.goTo(OWN_TABLE, 'A1');
      await bindCells(port, (await proposeLayout(port)).cells, ACT);
      return null;
    },
    run: async () => {
      const shown = (await previewFill(port, periodOf(MONTH))).edits;
      await fillLayouts(port, periodOf(MONTH), { keepsTyped: false, shown });
    },
  },
];

const OWN_TABLE = 'Biểu số 1';

/** A table of the province's own beside the plan, protected against slips. */
function withOwnTable(): Workbook {
  const rows = plan.indicators.slice(0, 2).map(({ code, name }): [string, string] => [code, name]);
  const table = provinceTable(rows, OWN_TABLE);
  table.isProtected = true;
  return emptyWorkbook([table, ...writePlan(plan)]);
}

const ACT = { who: 'An', at: '2024-03-15 08:00:00' };

/** A form as its sender has it open, with figures typed as text. */
function filledForm(): Workbook {
  const form = Form.of(agencies[0], MONTH, PLAN).fill();
  const [first] = form.plan.indicators.filter(({ code }) => form.has(code));
  form.type(first.code, 'numerator', '45').type(first.code, 'denominator', '60');
  return form.workbook;
}

/** How a request breaks. */
const WAYS: [string, Fault][] = [
  ['hỏng giữa chừng', { error: 'GeneralException', atAction: (actions) => Math.floor(actions / 2) }],
  // `npm run test:all` tries these too.
  ...(process.env.ALL_WAYS
    ? ([
        ['ngăn bị đóng sau đó', { lost: 'after' }],
        ['bị từ chối', { transport: 'InvalidOrTimedOutSession' }],
        ['xong mà không hay', { afterwards: 'InvalidOrTimedOutSession' }],
        ['ngăn bị đóng trước đó', { lost: 'before' }],
        ['hỏng ở việc cuối', { error: 'GeneralException', atAction: (actions: number) => actions - 1 }],
      ] as [string, Fault][])
    : []),
];

/** Copies by way of a file, so that every run begins with the same workbook. */
async function copiesOf(workbook: Workbook): Promise<() => Workbook> {
  const bytes = await writeWorkbook(workbook);
  return () => {
    const read = readForEditing(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value.workbook;
  };
}

/** The requests to break: every one in `npm run test:all`; here those that write, and the last that reads before the first of them. */
function breakable({ records }: Traffic): number[] {
  const all = records.map((_, index) => index + 1);
  if (process.env.ALL_WAYS) return all;
  const first = records.findIndex(({ writes }) => writes);
  return all.filter((at) => records[at - 1].writes || at === (first < 0 ? records.length : first));
}

const withPlan = () => emptyWorkbook([new Sheet('Ghi chú'), ...writePlan(builtinPlan(PLAN)!)]);

/** What people see: the visible sheets with their figures, and the desk as the pane reads it. */
async function seen(host: ExcelHost): Promise<string> {
  host.model.recalculate();
  // Rows of the ledger count only with their submission (what `counted` reads), so its two sheets are not looked at by eye; the log of
  // repairs is written first, so that no repair is ever without its line.
  const sheets = host.model.workbook.sheets.filter(
    (sheet) => sheet.visibility === 'visible' && !UNSEEN.includes(sheet.name),
  );
  const cells = sheets.map((sheet) => {
    const rows = [...sheet.rows].flatMap(([row, all]) =>
      [...all]
        .filter(([, cell]) => cell.value !== null)
        .map(([column, cell]) => `${row} ${column} ${JSON.stringify(cell.value)}`),
    );
    const guard = sheet.isProtected ? ' (khóa)' : '';
    return `${sheet.name}${guard} ${sheet.page?.footer ?? ''}: ${rows.sort().join(' | ')}`;
  });
  return cells.sort().join('\n');
}

/** What counts: the plan and the submissions whose figures are in force. */
async function counted(): Promise<string> {
  const opened = await openDesk(port);
  return JSON.stringify(
    opened.ok
      ? [opened.value.plan.id, opened.value.ledger, opened.value.acts.length, opened.value.signed]
      : opened.refusal,
  );
}

/** Waits until the use case ends; one whose answer was lost never does: until nothing has crossed over for a while since. */
async function ended(host: ExcelHost, running: Promise<unknown>, fault: Fault): Promise<void> {
  if (!fault.lost) return void (await running.catch(() => undefined));
  let isOver = false;
  void running.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  for (let still = 0, last = -1; !isOver && still < 8;) {
    await new Promise((done) => setTimeout(done, 5));
    still = host.faults.struck > 0 && host.traffic.syncs === last ? still + 1 : 0;
    last = host.traffic.syncs;
  }
}

describe.each(USE_CASES.filter(({ isLong }) => !isLong || process.env.ALL_WAYS))(
  '$name',
  ({ begin, run, once, workbook = withPlan }) => {
    it('broken at its requests, in every way', async () => {
      // The clean run: where it begins, where it ends, and what it sends.
      const clean = await openExcel(workbook());
      const prepared = await begin();
      const start = await copiesOf(clean.model.workbook);
      const before = { seen: await seen(clean.host), counted: await counted() };
      clean.host.traffic.reset();
      await run(prepared);
      const requests = clean.host.traffic.syncs;
      const broken = breakable(clean.host.traffic);
      const after = { seen: await seen(clean.host), counted: await counted() };

      const troubles: string[] = [];
      for (const at of broken) {
        for (const [way, fault] of WAYS) {
          const where = `yêu cầu ${at}/${requests} ${way}`;
          const opened = await openExcel(once ? workbook() : start());
          const again = once ? await begin() : null;
          opened.host.traffic.reset();
          opened.host.faults.clear();
          opened.host.faults.at(at, fault);
          await ended(opened.host, run(again), fault);
          opened.host.faults.clear();
          const now = await counted();
          if (now !== before.counted && now !== after.counted) troubles.push(`${where}: số liệu nửa vời`);
          const shown = await seen(opened.host);
          if (shown !== before.seen && shown !== after.seen) troubles.push(`${where}: trang tính nửa vời`);
          await run(again);
          if ((await counted()) !== after.counted) troubles.push(`${where}: làm lại không đủ số liệu`);
          if ((await seen(opened.host)) !== after.seen) troubles.push(`${where}: làm lại không ra đủ trang tính`);
        }
      }
      expect(troubles).toEqual([]);
    });
  },
);
