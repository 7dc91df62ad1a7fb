import { checkPlanIn } from '../../src/app/check-plan-in';
import { consolidateInto } from '../../src/app/consolidate-into';
import { chooseReading } from '../../src/app/choose-reading';
import { receive } from '../../src/app/consolidator';
import { putPlan } from '../../src/app/put-plan';
import { showReceived } from '../../src/app/received-file';
import { adjustFigure } from '../../src/app/adjust-figure';
import { enterForm } from '../../src/app/form-by-telephone';
import { decide } from '../../src/app/decide';
import { openDesk, readDesk } from '../../src/app/desk';
import { canConfirm, confirmDoubt } from '../../src/app/confirm-plan';
import { addForm } from '../../src/app/plan-changes';
import { acceptEdited, isEdited } from '../../src/app/settle-edits';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { checkPlanTables } from '../../src/domain/plan-check/check-plan';
import { cellName } from '../../src/workbook/address';
import { bindCells, fillLayouts, previewFill, proposeLayout } from '../../src/app/own-layout';
import { importLedger } from '../../src/app/import-ledger';
import { lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import { checkOpenForm, repairForm, stampForm } from '../../src/app/sender';
import { finding } from '../../src/domain/finding/finding';
import type { Progress, ReceivedFile, Undo } from '../../src/app/ports';
import { takeIn } from '../../src/app/take-in';
import { writeDecisions } from '../../src/domain/ledger/decisions';
import { submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { checkHere } from '../../src/intake/check-here';
import { openToShow } from '../../src/intake/open-received';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { provinceTable } from '../province-table';

/**
 * Every use case that writes into the workbook: broken at each of its requests, and with somebody
 * else writing at each.
 */

export const PLAN = 'vinh-chap-2024';
export const MONTH = '2024-03';
export const port = new ExcelWorkbook();
const quiet: Progress = { step: () => undefined, cancelled: false };
const loud = { check: quiet, write: quiet };

export interface UseCase {
  name: string;
  /** Brings a workbook to where the use case begins; what it gives is handed to `run`. */
  begin(): Promise<Undo | null>;
  run(prepared: Undo | null): Promise<unknown>;
  /** Tried in `npm run test:all` only: a shorter one goes the same way. */
  isLong?: boolean;
  /** Another workbook than that of the consolidator. */
  workbook?: () => Workbook;
  /**
   * The use case goes on from what it began with (an undo), so a copy of the workbook is not
   * enough.
   */
  once?: boolean;
}

let files: ReceivedFile[] = [];
let unclear: ReceivedFile;
/** The first file once more, with other figures. */
let again: ReceivedFile;
/** The ledger of a colleague. */
let theirs: Sheet[];
export const plan = builtinPlan(PLAN)!;
export const agencies = plan.agencies.slice(0, 3).map((agency) => agency.code);

/** Makes the files the use cases take in; before all. */
export async function prepareFiles(): Promise<void> {
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
  again = {
    path: 'sửa lần 2.xlsx',
    modified: null,
    size: corrected.length,
    bytes: async () => corrected,
  };
  unclear = { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
  const options = { period: null, partial: false, received: '2024-03-18', upTo: null, run: 'lượt' };
  doubtful = checkPlanTables(withPlan()).found.find(canConfirm)?.finding.cell ?? null;
  theirs = writeLedger(plan, (await takeIn(plan, [], files, checkHere, options, quiet)).ledger);
}

const taking = (some: readonly ReceivedFile[]) =>
  receive(
    port,
    some,
    checkHere,
    { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' },
    loud,
  );
const consolidating = () =>
  consolidateInto(
    port,
    periodOf(MONTH),
    { acceptIncomplete: false, asOf: '2024-04-01' },
    ACT,
    quiet,
  );
const importing = (sheets: Sheet[]) => {
  const grounds = { reason: '', document: '', who: '' };
  return importLedger(
    port,
    { name: 'bản sao.xlsx', workbook: emptyWorkbook(sheets) },
    { at: ACT.at, grounds },
  );
};
const nothing = async () => null;

export const USE_CASES: UseCase[] = [
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
      await showReceived(port, file, await files[0].bytes(), openToShow, {
        sheet: 'Biểu nhiệm vụ',
        cell: 'A1',
      });
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
      const indicator = plan.indicators.find(
        ({ denominator, code }) => denominator && form.has(code),
      )!.code;
      const figures = { numerator: 31, denominator: 42 };
      await adjustFigure(port, {
        agency: agencies[0],
        period: MONTH,
        indicator,
        figures,
        grounds,
        at: ACT.at,
      });
    },
  },
  {
    name: 'nhập hộ cả biểu',
    isLong: true,
    begin: async () => (await taking(files.slice(0, 1))).undo,
    run: async () => {
      const form = Form.of(agencies[0], MONTH, PLAN);
      const indicators = plan.indicators.filter(
        ({ denominator, code }) => denominator && form.has(code),
      );
      const told = indicators.flatMap(({ code }): [string, string][] => [
        [`indicator ${code} numerator`, '31'],
        [`indicator ${code} denominator`, '42'],
      ]);
      const grounds = { reason: 'Đơn vị báo qua điện thoại', document: '12/UBND', who: 'An' };
      const own = { agency: agencies[0], period: MONTH, said: new Map(told), grounds, at: ACT.at };
      const first = await enterForm(port, { ...own, seen: new Set() });
      if (first.isEntered) return;
      await enterForm(port, { ...own, seen: new Set(first.findings.map(({ id }) => id)) });
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
      const found = finding('number-with-letters', asked, { raw: '3O', suggestion: 30 });
      await chooseReading(port, {
        hash,
        found,
        choice: { kind: 'figure', value: 30 },
        warning: '',
        who: 'An',
      });
    },
  },
  {
    name: 'thêm biểu thống kê',
    isLong: true,
    begin: nothing,
    run: () => addForm(port, BUILTIN_FORMS[0].code),
  },
  {
    name: 'xác nhận điểm còn ngờ của kế hoạch',
    isLong: true,
    begin: nothing,
    run: async () => {
      const first = (await checkPlanIn(port)).find(canConfirm);
      // Confirmed already: the run before came through.
      if (first?.finding.cell !== doubtful) return;
      await confirmDoubt(port, first, { who: 'An', day: '2024-03-15', question: 'Có đúng không?' });
    },
  },
  {
    name: 'chấp nhận số sửa tay',
    isLong: true,
    begin: async () => {
      const { undo } = await taking(files.slice(0, 1));
      await editByHand();
      return undo;
    },
    run: async () => {
      const { ledger } = await readDesk(port);
      const edited = ledger.find(isEdited);
      // Accepted already: the run before came through.
      if (!edited || ledger.some(({ origin }) => origin === 'adjustment')) return;
      const grounds = { reason: 'Đơn vị báo lại', document: '', who: 'An' };
      await acceptEdited(port, { submission: submissionId(edited), grounds, at: ACT.at });
    },
  },
  {
    name: 'sửa biểu',
    workbook: filledForm,
    begin: nothing,
    run: async () => {
      const { file, repairs } = await checkOpenForm(port, builtinPlan(PLAN)!);
      const agreed = file.findings.flatMap((found, index) =>
        repairs[index].map((repair) => ({ found, repair })),
      );
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
      await fillLayouts(port, periodOf(MONTH), { keepsTyped: false, shown, by: ACT });
    },
  },
];

/** The cell of the first doubt of the plan that its owner settles by saying yes. */
let doubtful: string | null = null;

/** Somebody types another figure into the ledger. */
async function editByHand(): Promise<void> {
  const sheet = (await port.readSheets([LEDGER_SHEETS.figures])).sheets[0];
  const isFigure = ([, cell]: [number, { value: unknown }]) => cell.value === 30;
  for (const [row, cells] of sheet.rows)
    for (const [column] of [...cells].filter(isFigure))
      return void (await port.editCells([
        { sheet: sheet.name, cell: cellName(row, column), value: 31 },
      ]));
}

export const OWN_TABLE = 'Biểu số 1';

/** A table of the province's own beside the plan, protected against slips. */
export function withOwnTable(): Workbook {
  const rows = plan.indicators.slice(0, 2).map(({ code, name }): [string, string] => [code, name]);
  const table = provinceTable(rows, OWN_TABLE);
  table.isProtected = true;
  return emptyWorkbook([table, ...writePlan(plan)]);
}

export const ACT = { who: 'An', at: '2024-03-15 08:00:00' };

/** A form as its sender has it open, with figures typed as text. */
function filledForm(): Workbook {
  const form = Form.of(agencies[0], MONTH, PLAN).fill();
  const [first] = form.plan.indicators.filter(({ code }) => form.has(code));
  form.type(first.code, 'numerator', '45').type(first.code, 'denominator', '60');
  return form.workbook;
}

/** The workbook of a consolidator before anything was received. */
export const withPlan = () => emptyWorkbook([new Sheet('Ghi chú'), ...writePlan(plan)]);
