import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { Form } from '../forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch, tonghop, validated } from '../cli/tonghop';
import type { Desk, OpenDesk } from './desk';

/**
 * The work of a month in the words of the office: open the workbook, drop 30 received files, read
 * the board, drop a corrected file, consolidate March and quarter I, take the last run back, and
 * what happens when Excel fails meanwhile.
 */

interface Indicator {
  code: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  cumulative: { numerator: number | null; denominator: number | null; value: number | null };
  previous: { value: number | null } | null;
  notMet: string[];
  missingMonths: Record<string, string[]>;
  noBasis: string[];
  reported: number;
  expected: number;
}
interface Result {
  indicators: Indicator[];
  tasks: { code: string; assigned: number; done: number }[];
}

/** When the files of each month came: soon after they were due. */
const RECEIVED: Record<string, string> = {
  '2024-01': '2024-01-17',
  '2024-02': '2024-02-19',
  '2024-03': '2024-03-18',
};

const LIMIT = 5_000_000;
const plan = builtinPlan('tra-vinh-2024')!;

/**
 * The received files of three months, one of March corrected, and the plan's workbook, in a folder.
 */
class ReceivedFiles {
  readonly folder = scratch();
  readonly of: Record<string, string[]> = {};

  static async make(): Promise<ReceivedFiles> {
    const made = new ReceivedFiles();
    writeFileSync(
      join(made.folder.path, 'plan.xlsx'),
      await writeWorkbook(emptyWorkbook(writePlan(plan))),
    );
    const agencies = plan.agencies.slice(0, 30).map((agency) => agency.code);
    for (const [index, agency] of agencies.entries()) {
      for (const month of ['2024-01', '2024-02']) {
        if (index < 5)
          await made.save(month, Form.of(agency, month).fill(30 + index, 40 + 3 * index));
      }
      const march = Form.of(agency, '2024-03').fill(20 + index, 50 + 7 * index);
      if (index === 3) march.type('K01', 'numerator', 9999);
      if (index === 8) march.type('K07', 'denominator', 'khoảng 80');
      if (index === 9) march.type('K02', 'numerator', '-');
      await made.save('2024-03', march, index === 12 ? (bytes) => bytes.slice(0, 4000) : undefined);
    }
    await made.save('sua', Form.of(agencies[3], '2024-03').fill(23, 71));
    return made;
  }

  private async save(
    dir: string,
    form: Form,
    spoil: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
  ): Promise<void> {
    mkdirSync(join(this.folder.path, dir), { recursive: true });
    const path = join(this.folder.path, dir, form.fileName);
    writeFileSync(path, spoil(await writeWorkbook(form.workbook)));
    (this.of[dir] ??= []).push(path);
  }

  /** The files of a month in one .zip, as mail brings them. */
  archiveOf(month: string): string {
    const entries = Object.fromEntries(
      this.of[month].map((path) => [
        `Tháng 2/${basename(path)}`,
        new Uint8Array(readFileSync(path)),
      ]),
    );
    const junk = { 'Tháng 2/~$bieu.xlsx': new Uint8Array(8), 'Thumbs.db': new Uint8Array(8) };
    const path = join(this.folder.path, `${month}.zip`);
    writeFileSync(path, zipSync({ ...entries, ...junk }));
    return path;
  }

  /** The same files through the command line, month by month into one ledger. */
  commandLine(period: string): Result {
    const { path } = this.folder;
    const common = ['--out', 'r.xlsx', '--ledger', 'so.xlsx'];
    for (const dir of this.hasLedger ? [] : ['2024-01', '2024-02', '2024-03', 'sua']) {
      const at = dir === 'sua' ? '2024-03' : dir;
      const received = ['--in', dir, '--received', RECEIVED[at]];
      tonghop(path, 'consolidate', 'plan.xlsx', '--period', at, ...received, ...common);
    }
    this.hasLedger = true;
    const { out } = tonghop(
      path,
      'consolidate',
      'plan.xlsx',
      '--period',
      period,
      ...common,
      '--json',
      '-',
    );
    return validated<Result>('consolidate', out);
  }
  private hasLedger = false;
}

async function receive(desk: Desk, period: string, files: readonly string[]): Promise<void> {
  await desk.choose('Kỳ báo cáo', period);
  await desk.receivedOn(RECEIVED[period]);
  await desk.drop(files);
  await desk.sees(`Đã kiểm tra ${files.length} tệp`);
}

/**
 * `excel` false: where no Excel stands behind the pane that could fail or be changed by others.
 * `fails` false: where others of its kind try what comes of Excel failing.
 */
export function monthOfTheOffice(open: OpenDesk, { excel = true, fails = true } = {}): void {
  let files: ReceivedFiles;
  let desk: Desk;
  beforeAll(async () => {
    files = await ReceivedFiles.make();
    desk = await open(files.folder.path, 'plan.xlsx');
    // Its parts are fetched when they are asked for: Jest lets nothing be fetched between tests.
    await desk.sees('7 chỉ tiêu, 14 nhiệm vụ, 132 đơn vị báo cáo');
  });
  afterAll(async () => {
    await desk?.close();
    files.folder.remove();
  });

  describe('a month of the provincial office', () => {
    it('opens the plan of the workbook', async () => {
      await desk.sees('258/QĐ-UBND – năm 2024');
      await desk.sees('7 chỉ tiêu, 14 nhiệm vụ, 132 đơn vị báo cáo');
      // Reading the plan: once for what is there, once for all values, once to give back what was
      // asked; and where the ribbon's buttons are set by a request (Windows), that one, which may
      // come before or after.
      await desk.within({ syncs: 4, bytes: LIMIT });
    });

    it('issues the forms of a month as one zip', async () => {
      await desk.choose('Kỳ báo cáo', '2024-02');
      const forms = unzipSync(await desk.download('Phát hành biểu mẫu'));
      // 132 agencies, and the covering list.
      expect(Object.keys(forms)).toHaveLength(133);
      const form = readWorkbook(forms['2024-02_29461_ubnd-thi-tran-tra-cu.xlsx']);
      const sheets = ['Biểu chỉ tiêu', 'Biểu nhiệm vụ', '_TongHop'];
      expect(form.ok && form.value.sheets.map((sheet) => sheet.name)).toEqual(sheets);
      await desk.sees('Đã tạo 132 biểu mẫu trong tệp bieu-mau-2024-02.zip.');
    });

    it('takes in the files of three months and shows the board', async () => {
      await desk.step('Tiếp nhận');
      await receive(desk, '2024-01', files.of['2024-01']);
      // February came as one archive, with what a folder leaves beside the forms.
      await desk.choose('Kỳ báo cáo', '2024-02');
      await desk.drop([files.archiveOf('2024-02')]);
      await desk.sees('Đã kiểm tra 5 tệp: tiếp nhận 5');
      await desk.within({ bytes: LIMIT });
      await receive(desk, '2024-03', files.of['2024-03']);
      await desk.sees('Đã kiểm tra 30 tệp: tiếp nhận 27, cần sửa 3.');
      await desk.sees('Đã tiếp nhận 27/132; chưa nộp 103; trả lại 2');
      // The desk is read three times: before the check, after it (others may have written, or
      // locked), and to see what was entered.
      await desk.within({ syncs: 13, bytes: LIMIT });
      // The broken file has its own row and its own reason.
      const region = 'Tệp không tiếp nhận được';
      await desk.sees('Tệp bị hỏng hoặc tải về chưa đủ, không đọc được.', { region });
    });

    it('leads from a finding to the cell, in a copy that leaves the file alone', async () => {
      await desk.press(/Trả lại/);
      await desk.press(/Sở Tài chính/);
      await desk.sees('tử số (9.999) lớn hơn mẫu số (71)');
      await desk.press(/^Đi đến ô F8, /);
      await desk.standsOn('Xem bản nộp', 'F8');
      expect(await desk.value('Xem bản nộp', 7, 5)).toBe(9999);
    });

    it('takes the corrected file as the second version', async () => {
      await desk.press('‹ Danh sách đơn vị');
      await desk.drop(files.of.sua);
      await desk.sees('Đã kiểm tra 1 tệp: tiếp nhận 1, cần sửa 0.');
      await desk.press(/Đã tiếp nhận 28/);
      expect(await desk.buttons(/Sở Tài chính.*lần 2/)).toBe(1);
    });

    it.each([
      ['2024-03', 'kỳ tháng 3/2024'],
      ['2024-Q1', 'kỳ quý I/2024'],
    ])(
      'consolidates %s: every figure in the sheets is the command line’s',
      async (period, label) => {
        await desk.step('Tổng hợp');
        await desk.choose('Kỳ báo cáo', period);
        await desk.within({});
        await desk.press('Tổng hợp');
        await desk.sees(`Đã tổng hợp ${label}`);
        await desk.within({ syncs: 6, bytes: LIMIT });
        await expectFigures(desk, files.commandLine(period), period);
      },
    );

    it('takes the last consolidation back', async () => {
      expect(await desk.sheetNames()).toContain('Chỉ tiêu 2024-Q1');
      await desk.press('Hoàn tác');
      await desk.sees('Đã hoàn tác.');
      expect(await desk.sheetNames()).not.toContain('Chỉ tiêu 2024-Q1');
      expect(await desk.sheetNames()).toContain('Chỉ tiêu 2024-03');
    });

    it('keeps everything in the workbook: opened again, the board is the same', async () => {
      await desk.reopen();
      await desk.step('Tiếp nhận');
      await desk.sees('Đã tiếp nhận 28/132; chưa nộp 103; trả lại 1');
    });

    it('made no request outside its origin and hid no fault', async () => {
      expect(await desk.troubles()).toEqual([]);
    });
  });

  if (!excel) return;

  const whenItFails = () =>
    describe('when Excel fails in the middle of a write', () => {
      it('the workbook stays as it was, nothing is undone by mistake, and the same files can be dropped again', async () => {
        const failing = await open(files.folder.path, 'plan.xlsx');
        const january = files.of['2024-01'];
        try {
          await failing.step('Tiếp nhận');
          await failing.choose('Kỳ báo cáo', '2024-01');
          await failing.receivedOn('2024-01-16');
          await failing.drop(january.slice(0, 2));
          await failing.sees('Đã kiểm tra 2 tệp: tiếp nhận 2');
          // The figures are written, then the channel breaks before the list of submissions.
          await failing.fails('.xlsx', { error: 'GeneralException' });
          await failing.drop(january.slice(2));
          await failing.sees('Excel không thực hiện được.');
          await failing.sees('Đã tiếp nhận 2/132');
          expect(await failing.buttons('Hoàn tác')).toBe(0);
          // Half written: the figures stand there without their submissions. Dropped again, all is
          // whole.
          await failing.drop(january.slice(2));
          await failing.sees('Đã kiểm tra 3 tệp: tiếp nhận 3');
          await failing.reopen();
          await failing.step('Tiếp nhận');
          await failing.sees('Đã tiếp nhận 5/132');

          await failing.step('Tổng hợp');
          await failing.choose('Kỳ báo cáo', '2024-01');
          await failing.fails('TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ', {
            error: 'GeneralException',
            atAction: 3,
          });
          const sheets = await failing.sheetNames();
          await failing.press('Tổng hợp');
          await failing.sees('Excel không thực hiện được.');
          expect(await failing.sheetNames()).toEqual(sheets);
          await failing.press('Tổng hợp');
          await failing.sees('Đã tổng hợp kỳ tháng 1/2024');
        } finally {
          await failing.close();
        }
      });

      it('reads the workbook as it stands: a figure of the ledger that somebody changed is named and does not count', async () => {
        const edited = await open(files.folder.path, 'plan.xlsx');
        try {
          await edited.step('Tiếp nhận');
          await edited.choose('Kỳ báo cáo', '2024-01');
          await edited.drop(files.of['2024-01'].slice(0, 1));
          await edited.sees('Đã kiểm tra 1 tệp');
          const rows = await edited.rows('Sổ số liệu');
          const row = rows.findIndex((cells) => cells[2] === 'K07');
          await edited.changes('Sổ số liệu', row, 4, 7);
          await edited.step('Tổng hợp');
          await edited.choose('Kỳ báo cáo', '2024-01');
          await edited.press('Tổng hợp');
          await edited.sees('Đã tổng hợp');
          const table = await edited.rows('Chỉ tiêu 2024-01');
          expect(table.find((cells) => cells[1] === 'K07')![5] || null).toBeNull();
          await edited.sees('1 chỗ trong sổ số liệu không còn như lúc ghi:');
        } finally {
          await edited.close();
        }
      });
    });
  if (fails) whenItFails();

  describe('an empty workbook', () => {
    it('offers the built-in plans to an empty workbook and writes the chosen one', async () => {
      const empty = await open(files.folder.path, 'không-có.xlsx');
      try {
        await empty.press('Tôi tổng hợp');
        await empty.choose('Kế hoạch có sẵn', 'vinh-chap-2024');
        await empty.press('Ghi kế hoạch vào sổ làm việc');
        await empty.sees('29/KH-UBND – năm 2024');
        const rows = ['Chỉ tiêu', 'Mức giao', 'Nhiệm vụ', 'Phân công', 'Biểu thống kê'];
        const tables = ['Kế hoạch', 'Đơn vị', ...rows, 'Kế thừa', 'Xác nhận', 'Ngày nghỉ'];
        expect(await empty.sheetNames()).toEqual(['Sheet1', ...tables]);
      } finally {
        await empty.close();
      }
    });
  });
}

/** Every figure in the report's sheets against another way to them. */
async function expectFigures(desk: Desk, expected: Result, period: string): Promise<void> {
  const table = await desk.rows(`Chỉ tiêu ${period}`);
  const close = (cell: unknown, figure: number | null | undefined) => {
    if (figure === null || figure === undefined) expect(cell === null || cell === '').toBe(true);
    else expect(Math.abs((cell as number) - figure)).toBeLessThanOrEqual(1e-12 * Math.abs(figure));
  };
  for (const one of expected.indicators) {
    const row = table.find((cells) => cells[1] === one.code)!;
    close(row[5], one.numerator);
    close(row[6], one.denominator);
    close(row[7], one.value);
    close(row[8], one.cumulative.numerator);
    close(row[9], one.cumulative.denominator);
    close(row[10], one.cumulative.value);
    close(row[11], one.previous?.value);
    expect(row[15]).toBe(one.notMet.length);
    const gaps = Object.keys(one.missingMonths).length + one.noBasis.length;
    expect(row[16]).toBe(`${gaps} (${one.reported}/${one.expected})`);
  }
  const tasks = await desk.rows(`Nhiệm vụ ${period}`);
  for (const task of expected.tasks) {
    const text = plan.tasks.find((one) => one.code === task.code)!.text;
    const row = tasks.find((cells) => cells[1] === text)!;
    expect([row[6], row[7]]).toEqual([task.assigned, task.done]);
  }
  expect(expected.indicators.find((one) => one.code === 'K07')!.numerator).toBeGreaterThan(0);
}
