import { unzipSync, zipSync } from 'fflate';
import { adjustFigure } from '../../src/app/adjust-figure';
import { archivePeriod, type Archive } from '../../src/app/archive-period';
import { consolidateInto } from '../../src/app/consolidate-into';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { receive } from '../../src/app/consolidator';
import { decide, differences } from '../../src/app/decide';
import { openDesk, type Desk } from '../../src/app/desk';
import { importLedger, previewImport } from '../../src/app/import-ledger';
import { checkLocks, lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import type { Progress, ReceivedFile } from '../../src/app/ports';
import { valuesOnlyReport } from '../../src/app/report-copy';
import { restoreArchive } from '../../src/app/restore-archive';
import { InForce } from '../../src/domain/ledger/in-force';
import { submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { unpack } from '../../src/intake/unpack';
import { parseCell } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** What leaves the office's workbook, is put away, and comes in from another. */

const AGENCIES = ['SNV', '842', '29461'];
const plan = smallPlan('tra-vinh-2024', AGENCIES);
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const JANUARY = periodOf('2024-01');
const quiet: Progress = { step: () => undefined, cancelled: false };
const by = (at: string) => ({ who: 'Nguyễn Văn An', at: `2024-11-01 08:00:${at}` });
const grounds = {
  reason: 'Số liệu trước khi dùng phần mềm',
  document: '12/SNV',
  who: 'Nguyễn Văn An',
};
const entry = { at: '2024-11-01 09:00:00.000', grounds };

function given(path: string, bytes: Uint8Array): ReceivedFile {
  return { path, modified: null, size: bytes.length, bytes: async () => bytes };
}

class Office {
  readonly port: MemoryWorkbook;
  /** Everything that was handed in, as it lies in the office's folder. */
  readonly folder: ReceivedFile[] = [];

  constructor(own: Plan = plan) {
    this.port = new MemoryWorkbook(emptyWorkbook(writePlan(own)));
  }

  async desk(): Promise<Desk> {
    const opened = await openDesk(this.port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  }

  async handIn(...forms: Form[]) {
    const files = await Promise.all(
      forms.map(async (form) =>
        given(`đã nộp/${this.folder.length} ${form.fileName}`, await writeWorkbook(form.workbook)),
      ),
    );
    this.folder.push(...files);
    const drop = { period: periodOf(forms[0].period), received: '2024-01-16', run: 'lượt' };
    return receive(this.port, files, checkHere, drop, { check: quiet, write: quiet });
  }

  january(numerator = 30) {
    return this.handIn(...AGENCIES.map((agency) => Form.of(agency, '2024-01').fill(numerator, 40)));
  }

  async consolidate(period = '2024-01', options = AS_IT_IS) {
    const { result } = await consolidateInto(this.port, periodOf(period), options, by('59'), quiet);
    return result;
  }

  async numerator(code: string, period = '2024-01') {
    return (await this.consolidate(period)).indicators.find((one) => one.code === code)!.numerator;
  }

  archive(files: readonly ReceivedFile[] = this.folder): Promise<Archive> {
    return archivePeriod(this.port, JANUARY, files, writeWorkbook, by('40').at, quiet);
  }

  table(name: string): Sheet {
    return findSheet(this.port.workbook, name)!;
  }

  sheets(): string[] {
    return this.port.workbook.sheets.map(({ name }) => name);
  }
}

async function reread(workbook: Workbook): Promise<Workbook> {
  const read = readWorkbook(await writeWorkbook(workbook));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

const rowOf = (table: Sheet, code: string) =>
  [...table.rows].find(([, cells]) => cells.get(1)?.value === code)![0];

describe('Bản không công thức', () => {
  it('is the tables as they stand, no formula in them, with what people filled in and the looks of the report', async () => {
    const office = new Office();
    await office.january();
    await office.consolidate();
    office
      .table('Chỉ tiêu 2024-01')
      .put(5, 0, '(Kèm theo Báo cáo số 15/BC-SNV ngày 20 tháng 01 năm 2024)');
    const handIn = office.table('Nộp báo cáo 2024-01');
    const agency = [...handIn.rows].find(([, cells]) => cells.get(1)?.value === 'Sở Nội vụ')![0];
    handIn.put(agency, 11, 'Bà Hoa, 0912 345 678');
    const { name, workbook } = await valuesOnlyReport(office.port, JANUARY);
    expect(name).toBe('2024-01 Bảng số liệu báo cáo TTHC - UBND tinh Tra Vinh.xlsx');
    const sent = await reread(workbook);
    expect(sent.sheets.map((sheet) => sheet.name)).toEqual([
      'Chỉ tiêu 2024-01',
      'Nhiệm vụ 2024-01',
      'Nộp báo cáo 2024-01',
      'Theo đơn vị 2024-01',
      'Biểu đồ 2024-01',
    ]);
    const cells = sent.sheets.flatMap(({ rows }) =>
      [...rows.values()].flatMap((row) => [...row.values()]),
    );
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const [indicators, , board] = sent.sheets;
    const row = rowOf(indicators, 'K07');
    expect([5, 6, 7].map((column) => indicators.value(row, column))).toEqual([90, 120, 75]);
    expect(indicators.cell(row, 5)!.style).toMatchObject({ format: '#,##0', border: true });
    // Typed once, it stands over every table that goes with the report.
    const enclosed = '(Kèm theo Báo cáo số 15/BC-SNV ngày 20 tháng 01 năm 2024)';
    const heads = sent.sheets.map(({ rows }) =>
      [...rows.values()].flatMap((one) => [...one.values()]),
    );
    expect(heads.map((own) => own.some(({ value }) => value === enclosed))).toEqual(
      sent.sheets.map(() => true),
    );
    expect(board.value(agency, 11)).toBe('Bà Hoa, 0912 345 678');
  });

  it('a figure that was typed over is refused at its cell; so is a report older than the ledger', async () => {
    const office = new Office();
    await office.january();
    await office.consolidate();
    const table = office.table('Chỉ tiêu 2024-01');
    const row = rowOf(table, 'K07');
    table.put(row, 5, 91);
    const facts = { sheet: 'Chỉ tiêu 2024-01', cell: `F${row + 1}`, found: '91', expected: '90' };
    await expect(valuesOnlyReport(office.port, JANUARY)).rejects.toMatchObject({
      refusal: { code: 'report-differs', facts },
    });
    await office.consolidate();
    await valuesOnlyReport(office.port, JANUARY);
    const adjusting = {
      agency: '842',
      period: '2024-01',
      indicator: 'K07',
      grounds,
      at: '2024-02-01 08:00:00.000',
    };
    await adjustFigure(office.port, { ...adjusting, figures: { numerator: 36 } });
    await expect(valuesOnlyReport(office.port, JANUARY)).rejects.toMatchObject({
      refusal: { code: 'report-differs', facts: { ...facts, found: '90', expected: '96' } },
    });
  });

  it('a figure typed into a blank cell is no figure of the ledger; a period without tables is refused', async () => {
    const office = new Office();
    await expect(valuesOnlyReport(office.port, JANUARY)).rejects.toMatchObject({
      refusal: { code: 'report-missing' },
    });
    await office.consolidate();
    const table = office.table('Chỉ tiêu 2024-01');
    table.put(rowOf(table, 'K07'), 5, 12);
    await expect(valuesOnlyReport(office.port, JANUARY)).rejects.toMatchObject({
      refusal: { code: 'report-differs' },
    });
  });

  it('the mark of samples stays with sample figures', async () => {
    const office = new Office();
    await office.january();
    const ledger = (await office.desk()).ledger.map((one) => ({ ...one, sample: true }));
    await office.port.replaceSheets(writeLedger(plan, ledger));
    await office.consolidate();
    const table = office.table('Chỉ tiêu 2024-01');
    const mark = [...table.rows].find(([, cells]) => cells.get(0)?.value === 'SỐ LIỆU MẪU')![0];
    await valuesOnlyReport(office.port, JANUARY);
    table.put(mark, 0, null);
    const facts = { cell: `A${mark + 1}`, found: '', expected: 'SỐ LIỆU MẪU' };
    await expect(valuesOnlyReport(office.port, JANUARY)).rejects.toMatchObject({
      refusal: { facts },
    });
  });

  it('of a period closed with n/N is compared with the report closed with n/N', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    await office.consolidate('2024-01', { acceptIncomplete: true, asOf: null });
    expect((await valuesOnlyReport(office.port, JANUARY)).workbook.sheets).toHaveLength(6);
  });
});

describe('Lưu trữ kỳ', () => {
  async function locked(): Promise<Office> {
    const office = new Office();
    await office.january();
    await office.handIn(Form.of('842', '2024-01').fill(35, 40));
    const yes = {
      kind: 'accepted' as const,
      submission: '842/2024-01/2',
      reason: 'Đếm sót',
      document: '',
    };
    await decide(office.port, { ...yes, ...by('01') });
    await adjustFigure(office.port, {
      agency: 'SNV',
      period: '2024-01',
      indicator: 'K07',
      figures: { numerator: 36 },
      grounds,
      at: '2024-02-01 08:00:00.000',
    });
    await lockPeriod(office.port, '2024-01', by('02'));
    return office;
  }
  const open = async (bytes: Uint8Array) => {
    const restored = await restoreArchive(
      (await unpack([given('luu-tru-2024-01.zip', bytes)])).files,
      quiet,
    );
    if (!restored.ok) throw new Error(restored.refusal.code);
    return restored.value;
  };
  const changed = (bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void) => {
    const files = unzipSync(bytes);
    change(files);
    return zipSync(files);
  };

  it('gives back the same ledger, and for every figure the cell it came from', async () => {
    const office = await locked();
    const archive = await office.archive();
    expect([archive.name, archive.originals, archive.absent, archive.others]).toEqual([
      'luu-tru-2024-01.zip',
      4,
      [],
      0,
    ]);
    const restored = await open(archive.bytes);
    expect(restored.troubles).toEqual([]);
    expect(restored.submissions).toEqual((await office.desk()).ledger);
    expect(restored.plan).toBe(plan.id);
    const files = restored.submissions.filter(({ origin }) => origin === undefined);
    for (const { hash, observations } of files) {
      const original = readWorkbook(await restored.originals.get(hash)!.bytes());
      if (!original.ok) throw new Error(original.refusal.code);
      for (const { sheet, cell, raw } of observations.slice(0, 20)) {
        const { row, column } = parseCell(cell)!;
        expect(String(findSheet(original.value, sheet)!.value(row, column))).toBe(raw);
      }
    }
  });

  it('holds a workbook that is a desk of its own, and the locked tables with the hash of the lock', async () => {
    const office = await locked();
    const files = unzipSync((await office.archive()).bytes);
    const book = readWorkbook(files['so-so-lieu.xlsx']);
    const tables = readWorkbook(files['bang/bang-da-khoa-2024-01-lan-1.xlsx']);
    if (!book.ok || !tables.ok) throw new Error('unreadable');
    const [desk, before] = [await openDesk(new MemoryWorkbook(book.value)), await office.desk()];
    expect(desk).toMatchObject({
      ok: true,
      value: { ledger: before.ledger, acts: before.acts, signed: before.signed },
    });
    const port = new MemoryWorkbook(emptyWorkbook([...book.value.sheets, ...tables.value.sheets]));
    expect(await checkLocks(port)).toMatchObject([{ isSame: true, missing: [] }]);
    const indicators = tables.value.sheets[0];
    expect(indicators.cell(rowOf(indicators, 'K07'), 5)!.style).toMatchObject({ format: '#,##0' });
  });

  it('lists each file by agency, version, hash and path, and the originals it does not have', async () => {
    const office = await locked();
    const scan = given('ảnh.pdf', new Uint8Array(9));
    const archive = await office.archive([scan, ...office.folder.slice(1)]);
    expect([archive.originals, archive.absent.map(submissionId), archive.others]).toEqual([
      3,
      ['SNV/2024-01/1'],
      1,
    ]);
    const files = unzipSync(archive.bytes);
    const paths = Object.keys(files);
    expect(paths.filter((path) => path.startsWith('ban-goc/'))).toEqual([
      expect.stringMatching(/^ban-goc\/29461\/1_[0-9a-f]{8}_0 2024-01_29461_.*\.xlsx$/),
      expect.stringMatching(/^ban-goc\/842\/1_[0-9a-f]{8}_0 2024-01_842_.*\.xlsx$/),
      expect.stringMatching(/^ban-goc\/842\/2_[0-9a-f]{8}_3 2024-01_842_.*\.xlsx$/),
    ]);
    const list = new TextDecoder().decode(files['danh-muc.csv']);
    expect(list).toMatch(
      /,"Bản gốc","SNV","Sở Nội vụ","2024-01",1,"[0-9a-f]{64}","đã nộp\/0 .*","KHÔNG CÓ trong bản lưu trữ này\."/,
    );
    expect(list).toMatch(
      /"Bảng đã khóa".*"Khóa lúc 08:00 ngày 01\/11\/2024, Nguyễn Văn An\. Còn nguyên như lúc khóa\."/,
    );
    expect(new TextDecoder().decode(files['DOC-TRUOC.txt'])).toContain(
      'Bản gốc có trong bản lưu trữ: 3; còn thiếu: 1',
    );
    const restored = await open(archive.bytes);
    expect(restored.troubles.map(({ code, facts }) => [code, facts.submission])).toEqual([
      ['archive-original-absent', 'SNV/2024-01/1'],
    ]);
  });

  it('says that a period was never locked, and keeps both tables of one that was opened again', async () => {
    const office = new Office();
    await office.january();
    const tables = async () =>
      Object.keys(unzipSync((await office.archive()).bytes)).filter((path) =>
        path.startsWith('bang/'),
      );
    expect(await tables()).toEqual(['bang/bang-chua-khoa-2024-01.xlsx']);
    const list = new TextDecoder().decode(
      unzipSync((await office.archive()).bytes)['danh-muc.csv'],
    );
    expect(list).toContain('Kỳ chưa khóa lúc lưu trữ');
    await lockPeriod(office.port, '2024-01', by('02'));
    await reopenPeriod(office.port, '2024-01', by('03'));
    expect(await tables()).toEqual([
      'bang/bang-da-khoa-2024-01-lan-1.xlsx',
      'bang/bang-chua-khoa-2024-01.xlsx',
    ]);
  });

  it('names an original of which one byte was changed, and gives it to nobody', async () => {
    const office = await locked();
    const { bytes } = await office.archive();
    const path = Object.keys(unzipSync(bytes)).find((one) => one.startsWith('ban-goc/SNV/'))!;
    // Packed anew by somebody: the sums of the zip agree, the hash does not.
    const repacked = await open(changed(bytes, (files) => (files[path][100] ^= 1)));
    expect(repacked.troubles).toEqual([{ code: 'archive-file-changed', facts: { path } }]);
    expect(repacked.originals.size).toBe(3);
    // A byte that went bad on a disk.
    const at = Buffer.from(bytes).indexOf(path) + path.length + 200;
    const worn = bytes.slice();
    worn[at] ^= 1;
    const damaged = await open(worn);
    expect(damaged.troubles).toEqual([{ code: 'archive-file-damaged', facts: { path } }]);
    expect(damaged.originals.size).toBe(3);
  });

  it('names what was taken out, put in, or listed anew; without its list nothing unknown is given', async () => {
    const office = await locked();
    const { bytes } = await office.archive();
    const path = Object.keys(unzipSync(bytes)).find((one) => one.startsWith('ban-goc/SNV/'))!;
    const without = await open(changed(bytes, (files) => delete files[path]));
    expect(without.troubles).toEqual([{ code: 'archive-file-missing', facts: { path } }]);
    const more = await open(
      changed(bytes, (files) => (files['ban-goc/SNV/thêm.xlsx'] = new Uint8Array(3))),
    );
    expect(more.troubles).toEqual([
      { code: 'archive-file-unlisted', facts: { path: 'ban-goc/SNV/thêm.xlsx' } },
    ]);
    const relisted = await open(
      changed(bytes, (files) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files['danh-muc.csv']);
        files['danh-muc.csv'] = new TextEncoder().encode(
          text.replace('Còn nguyên như lúc khóa', 'Đã sửa'),
        );
      }),
    );
    expect(relisted.troubles).toEqual([
      { code: 'archive-file-changed', facts: { path: 'danh-muc.csv' } },
    ]);
    const unlisted = await open(
      changed(bytes, (files) => {
        delete files['danh-muc.csv'];
        files[path][100] ^= 1;
      }),
    );
    expect(unlisted.troubles.map(({ code }) => code)).toEqual([
      'archive-no-list',
      'archive-file-changed',
    ]);
    expect(unlisted.originals.size).toBe(3);
    // It is read, and nothing is restored from it: its ledger may be any.
    expect([unlisted.isForReadingOnly, unlisted.book]).toEqual([true, null]);
    expect(without.isForReadingOnly).toBe(false);
    const ledger = await open(
      changed(bytes, (files) => {
        const text = new TextDecoder()
          .decode(files['so-so-lieu.json'])
          .replace('"value":30', '"value":31');
        files['so-so-lieu.json'] = new TextEncoder().encode(text);
      }),
    );
    expect(ledger.troubles).toEqual([
      { code: 'archive-file-changed', facts: { path: 'so-so-lieu.json' } },
    ]);
  });

  it('what is no archive, or two of them, is refused; so is a bomb, without being inflated', async () => {
    const office = new Office();
    await office.january();
    const { bytes } = await office.archive();
    const restore = async (...files: ReceivedFile[]) =>
      restoreArchive((await unpack(files)).files, quiet);
    const no = { ok: false, refusal: { code: 'archive-not-one' } };
    expect(await restore(given('a.zip', new Uint8Array(40)))).toMatchObject(no);
    expect(await restore(given('a.zip', bytes), given('b.zip', bytes))).toMatchObject(no);
    const bomb = zipSync({ 'so-so-lieu.json': new Uint8Array(70 << 20) });
    expect(await restore(given('a.zip', bomb))).toMatchObject(no);
    const loose = Object.entries(unzipSync(bytes)).map(([path, own]) =>
      given(`lưu trữ/${path}`, own),
    );
    expect(await restore(...loose)).toMatchObject({ ok: true, value: { troubles: [] } });
  });

  it('one that could not be opened again is not made', async () => {
    const office = new Office();
    await office.january();
    const huge = async () => new Uint8Array(65 << 20);
    const made = archivePeriod(office.port, JANUARY, [], huge, by('40').at, quiet);
    await expect(made).rejects.toMatchObject({ refusal: { code: 'archive-too-large' } });
  });

  it('hostile names of files and agencies stay inside the archive, and are names on Windows', async () => {
    const office = new Office();
    await office.january();
    const names = ['../../../etc/passwd', 'C:\\Windows\\CON', 'a\u202e;=cmd|x.xlsx. '];
    const codes = ['..', 'NUL', 'a/../b'];
    const ledger = (await office.desk()).ledger.map((one, index) => ({
      ...one,
      file: names[index],
      agency: codes[index],
    }));
    office.port.workbook.sheets = [...writePlan(plan), ...writeLedger(plan, ledger)];
    const { bytes, originals } = await office.archive();
    expect(originals).toBe(3);
    const paths = Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('ban-goc/'));
    expect(paths.map((path) => path.replace(/[0-9a-f]{8}/, '#'))).toEqual([
      'ban-goc/_/1_#_passwd',
      'ban-goc/_NUL/1_#__CON',
      'ban-goc/b/1_#_a_=cmd_x.xlsx',
    ]);
    const restored = await open(bytes);
    expect([restored.troubles, restored.originals.size]).toEqual([[], 3]);
  });
});

describe('Nhập số liệu', () => {
  const source = (workbook: Workbook, name = 'sổ cũ.xlsx') => ({ name, workbook });
  async function previewed(office: Office, workbook: Workbook) {
    const preview = previewImport(await office.desk(), source(workbook));
    if (!preview.ok) throw new Error(preview.refusal.code);
    return preview.value;
  }
  const count = ({
    enters,
    waits,
    known,
    superseded,
    refused,
  }: Awaited<ReturnType<typeof previewed>>) =>
    [enters, waits, known, superseded, refused].map((each) => each.length);
  const codes = (remarks: readonly { place: { sheet: string; cell: string }; said: object }[]) =>
    remarks.map(({ place, said }) => {
      const code =
        'refusal' in said
          ? (said as { refusal: { code: string } }).refusal.code
          : (said as { finding: { code: string } }).finding.code;
      return `${code} ${place.sheet} ${place.cell}`;
    });

  it('another copy enters as it was decided there, once; taken back it is gone', async () => {
    const colleague = new Office();
    await colleague.january();
    await colleague.handIn(Form.of('842', '2024-01').fill(35, 40));
    const no = {
      kind: 'returned' as const,
      submission: '842/2024-01/2',
      reason: 'Chưa ký',
      document: '',
    };
    await decide(colleague.port, { ...no, ...by('01') });
    const office = new Office();
    await office.handIn(Form.of('SNV', '2024-01').fill(30, 40));
    const copy = await reread(colleague.port.workbook);
    expect(count(await previewed(office, copy))).toEqual([3, 0, 1, 0, 0]);
    const before = (await office.desk()).ledger;
    const { desk, undo } = await importLedger(office.port, source(copy), entry);
    expect(await office.numerator('K07')).toBe(90);
    const theirs = new Map((await colleague.desk()).ledger.map((one) => [one.hash, one]));
    expect(desk.ledger.slice(1)).toEqual(
      desk.ledger.slice(1).map(({ hash }) => ({ ...theirs.get(hash), run: entry.at })),
    );
    expect(desk.ledger.find(({ version }) => version === 2)!.decision).toMatchObject({
      reason: 'Chưa ký',
    });
    const again = await importLedger(office.port, source(copy), entry);
    expect([again.undo, again.desk.ledger.length]).toEqual([null, 4]);
    await undo!();
    expect((await office.desk()).ledger).toEqual(before);
  });

  it('what would take the place of figures in force waits, and counts once somebody accepts it', async () => {
    const colleague = new Office();
    await colleague.january(20);
    await colleague.handIn(Form.of('842', '2024-01').fill(35, 40));
    const yes = { kind: 'accepted' as const, reason: 'Nộp lại', document: '', ...by('01') };
    await decide(colleague.port, { ...yes, submission: '842/2024-01/2' });
    const adjusting = {
      agency: '842',
      period: '2024-01',
      indicator: 'K07',
      grounds,
      at: '2024-02-01 08:00:00.000',
    };
    await adjustFigure(colleague.port, { ...adjusting, figures: { numerator: 38 } });
    const office = new Office();
    await office.january();
    const { preview, desk } = await importLedger(
      office.port,
      source(colleague.port.workbook),
      entry,
    );
    expect(count(preview)).toEqual([0, 4, 0, 1, 0]);
    expect(preview.superseded.map(submissionId)).toEqual(['842/2024-01/1']);
    expect(preview.waits.map((one) => [submissionId(one), one.awaits, one.accepted])).toEqual([
      ['SNV/2024-01/2', 'all', 'none'],
      ['842/2024-01/2', 'all', 'none'],
      ['842/2024-01/3', 'all', 'none'],
      ['29461/2024-01/2', 'all', 'none'],
    ]);
    expect(await office.numerator('K07')).toBe(90);
    // The adjustment says one figure and takes none away.
    const [, adjusted] = differences(desk, '842', '2024-01');
    expect(adjusted.changes.map(({ before, after }) => [before?.value, after?.value])).toEqual([
      [30, 38],
    ]);
    await decide(office.port, { ...yes, submission: '842/2024-01/2' });
    await decide(office.port, { ...yes, ...by('02'), submission: '842/2024-01/3' });
    expect(await office.numerator('K07')).toBe(98);
  });

  it('a locked period takes in nothing; what it has already is not refused', async () => {
    const colleague = new Office();
    await colleague.january();
    const office = new Office();
    await office.handIn(Form.of('SNV', '2024-01').fill(30, 40));
    await lockPeriod(office.port, '2024-01', by('01'));
    const preview = await previewed(office, colleague.port.workbook);
    expect(count(preview)).toEqual([0, 0, 1, 0, 2]);
    expect(codes(preview.refused)).toEqual([
      'period-is-locked Bản nộp A3',
      'period-is-locked Bản nộp A4',
    ]);
  });

  it('last year’s workbook enters beside this year, its other codes named; a plan of the same year does not', async () => {
    const older: Plan = {
      ...plan,
      id: 'tra-vinh-2023',
      year: 2023,
      schedule: { ...plan.schedule, from: '2023-01' },
      indicators: plan.indicators.map((one) =>
        one.code === 'K07'
          ? { ...one, name: 'Một chỉ tiêu khác' }
          : one.code === 'K02'
            ? { ...one, code: 'K88' }
            : one,
      ),
      targets: plan.targets.map((one) =>
        one.indicator === 'K02' ? { ...one, indicator: 'K88' } : one,
      ),
    };
    const lastYear = new Office(older);
    await lastYear.handIn(
      ...AGENCIES.map((agency) => new Form(older, agency, '2023-12').fill(20, 40)),
    );
    const office = new Office();
    await office.january();
    const copy = await reread(lastYear.port.workbook);
    const { preview, desk } = await importLedger(office.port, source(copy), entry);
    expect(count(preview)).toEqual([3, 0, 0, 0, 0]);
    expect(codes(preview.remarks)).toEqual([
      expect.stringMatching(/^import-codes-unknown Sổ số liệu C\d+$/),
      expect.stringMatching(/^import-code-renamed Sổ số liệu C\d+$/),
    ]);
    expect(preview.remarks[0].said).toMatchObject({
      refusal: { facts: { codes: 'K88', count: 1 } },
    });
    expect(new InForce(desk.ledger).of('SNV', '2023-12')).toMatchObject({ accepted: 'all' });
    expect(await office.numerator('K07')).toBe(90);

    const beside: Plan = { ...plan, id: 'tinh-ben-2024' };
    const neighbour = new Office(beside);
    await neighbour.handIn(
      ...AGENCIES.map((agency) => new Form(beside, agency, '2024-01').fill(30, 40)),
    );
    expect(codes((await previewed(office, neighbour.port.workbook)).refused)).toEqual([
      'ledger-of-other-plan Bản nộp A2',
      'ledger-of-other-plan Bản nộp A3',
      'ledger-of-other-plan Bản nộp A4',
    ]);
  });

  it('an agency of another register is the same by code, name and time only; what is not waits in the list', async () => {
    const [same, other, moved] = AGENCIES;
    const older: Plan = {
      ...plan,
      id: 'ben-tre-2023',
      year: 2023,
      schedule: { ...plan.schedule, from: '2023-01' },
      agencies: plan.agencies.map((one) => {
        if (one.code === other) return { ...one, name: 'Ủy ban nhân dân xã Bình Phú', aliases: [] };
        return one.code === moved ? { ...one, code: '99999' } : one;
      }),
    };
    const lastYear = new Office(older);
    await lastYear.handIn(
      ...[same, other, '99999'].map((code) => new Form(older, code, '2023-12').fill(20, 40)),
    );
    const preview = await previewed(new Office(), await reread(lastYear.port.workbook));
    // The code is another agency's here; the name with another code is one agency's alone.
    expect(preview.enters.map(({ agency }) => agency)).toEqual([same, moved]);
    expect(codes(preview.refused)).toEqual(['import-agency-contradicts Bản nộp A3']);
    expect(preview.refused[0].said).toMatchObject({
      refusal: { facts: { found: other, other: 'Ủy ban nhân dân xã Bình Phú' } },
    });
  });

  it('half a write there, and an agency no register has, are named', async () => {
    const colleague = new Office();
    await colleague.january();
    const [submissions, figures] = writeLedger(
      plan,
      (await colleague.desk()).ledger.map((one): Submission =>
        one.agency === '842' ? { ...one, agency: 'X1' } : one,
      ),
    );
    figures.rows.delete(1);
    const preview = await previewed(new Office(), emptyWorkbook([submissions, figures]));
    expect(count(preview)).toEqual([1, 0, 0, 0, 2]);
    expect(codes(preview.refused)).toEqual([
      'import-interrupted Bản nộp A2',
      'import-agency-unknown Bản nộp A3',
    ]);
  });

  it('columns of a statistics form that this plan does not have come with their figures', async () => {
    const colleague = new Office();
    await colleague.january();
    const figure = {
      of: 'form' as const,
      code: 'II.99',
      row: '1',
      measure: '7',
      value: 5,
      raw: '5',
      state: 'ok' as const,
    };
    const theirs = (await colleague.desk()).ledger.map((one) => ({
      ...one,
      observations: [...one.observations, { ...figure, sheet: 'Biểu II.99', cell: 'G9' }],
    }));
    const office = new Office();
    await office.handIn(Form.of('SNV', '2024-02').fill(30, 40));
    await importLedger(office.port, source(emptyWorkbook(writeLedger(plan, theirs))), entry);
    const { ledger } = await office.desk();
    expect(ledger.slice(1).map(({ observations }) => observations)).toEqual(
      theirs.map((one) => one.observations),
    );
  });

  it('a restored archive enters another workbook', async () => {
    const colleague = new Office();
    await colleague.january();
    const { files } = await unpack([given('a.zip', (await colleague.archive()).bytes)]);
    const restored = await restoreArchive(files, quiet);
    if (!restored.ok) throw new Error(restored.refusal.code);
    const book = readWorkbook(await restored.value.book!.bytes());
    if (!book.ok) throw new Error(book.refusal.code);
    const office = new Office();
    await importLedger(office.port, source(book.value), entry);
    expect(await office.numerator('K07')).toBe(90);
  });

  describe('a hand-made table', () => {
    const HEADINGS = ['Đơn vị', 'Kỳ', 'Chỉ tiêu', 'Tử', 'Mẫu', 'Kết quả'];
    const table = (...rows: (string | number | null)[][]) => {
      const sheet = new Sheet('Số cũ');
      sheet.put(0, 0, 'Số liệu trước khi dùng phần mềm');
      [HEADINGS, ...rows].forEach((row, r) =>
        row.forEach((value, c) => value !== null && sheet.put(r + 2, c, value)),
      );
      return emptyWorkbook([sheet]);
    };

    it('enters figures marked nhập tay, with their grounds and cells, once', async () => {
      const office = new Office();
      const workbook = table(
        ['Sở Nội vụ', 'Tháng 1/2024', 'K07', '30', 40, null],
        ['842', '2024-01', 'K07', 25, 40, 62.5],
        ['UBND thị trấn Trà Cú', '1/2024', 'K01', 'Không', 40, null],
        ['Sở Nội vụ', 'Tháng 12/2023', 'K07', 20, 40, null],
      );
      const { preview, desk, undo } = await importLedger(
        office.port,
        source(workbook, 'số cũ.xlsx'),
        entry,
      );
      expect(codes([...preview.refused, ...preview.remarks])).toEqual([]);
      expect(
        desk.ledger.map((one) => [
          submissionId(one),
          one.origin,
          one.accepted,
          one.file,
          one.grounds,
        ]),
      ).toEqual(
        ['SNV/2024-01/1', '842/2024-01/1', '29461/2024-01/1', 'SNV/2023-12/1'].map((id) => [
          id,
          'opening',
          'all',
          'số cũ.xlsx',
          grounds,
        ]),
      );
      expect(desk.ledger[0].observations[0]).toEqual({
        of: 'indicator',
        code: 'K07',
        measure: 'numerator',
        value: 30,
        raw: '30',
        sheet: 'Số cũ',
        cell: 'D4',
        state: 'ok',
      });
      expect(await office.numerator('K07')).toBe(55);
      const again = await previewed(office, workbook);
      expect(count(again)).toEqual([0, 0, 4, 0, 0]);
      await undo!();
      expect((await office.desk()).ledger).toEqual([]);
    });

    it('knows a month that Excel made a date of, and takes longer periods that are used somewhere', async () => {
      const rows: (string | number | null)[][] = [
        ['SNV', 45292, 'K07', 1, 2, null],
        ['SNV', '2024-Q1', 'K07', 1, 2, null],
        ['SNV', 'Quý IV/2023', 'K07', 1, 2, null],
        ['SNV', 'Năm 2023', 'K07', 1, 2, null],
      ];
      const workbook = table(...rows);
      workbook.sheets[0].put(3, 1, 45292, { format: 'mmm-yy' });
      const { schedule } = plan;
      const monthly = { ...plan, schedule: { ...schedule, kinds: ['month' as const] } };
      const preview = await previewed(new Office(monthly), workbook);
      expect(preview.enters.map(({ period }) => period)).toEqual([
        '2024-01',
        '2024-Q1',
        '2023-Q4',
        '2023',
      ]);
      expect(codes(preview.refused)).toEqual([]);
      // Nothing is made of a month where quarters are reported, nor of what is before Báo cáo từ.
      const quarterly = { ...schedule, kinds: ['quarter' as const], from: '2024-Q2' };
      const refused = await previewed(
        new Office({ ...plan, schedule: quarterly }),
        table(['SNV', '2023-11', 'K07', 1, 2, null], ...rows.slice(1, 2)),
      );
      expect(codes(refused.refused)).toEqual([
        'import-period-unused Số cũ B4',
        'period-not-scheduled Số cũ B5',
      ]);
    });

    it('refuses what no report of the plan looks at: years before the last one, and those to come', async () => {
      const preview = await previewed(
        new Office(),
        table(
          ['SNV', '2022-12', 'K07', 1, 2, null],
          ['SNV', 'Năm 2019', 'K07', 1, 2, null],
          ['SNV', '2025-01', 'K07', 1, 2, null],
          ['SNV', '2023-12', 'K07', 1, 2, null],
        ),
      );
      expect(preview.enters.map(({ period }) => period)).toEqual(['2023-12']);
      expect(codes(preview.refused)).toEqual([
        'import-year-unused Số cũ B4',
        'import-year-unused Số cũ B5',
        'import-year-unused Số cũ B6',
      ]);
    });

    it('of a whole quarter and year before stand beside this year’s, traced to their cells', async () => {
      const office = new Office();
      const { desk } = await importLedger(
        office.port,
        source(
          table(
            ['SNV', 'Quý I/2023', 'K07', 61, 80, null],
            ['SNV', 'Quý IV/2023', 'K07', 33, 40, null],
          ),
        ),
        entry,
      );
      await office.january();
      const { ledger } = await office.desk();
      const { tables, figures } = consolidatePeriod(plan, ledger, periodOf('2024-Q1'), {
        acceptIncomplete: true,
        asOf: null,
      });
      expect(desk.ledger).toHaveLength(2);
      const told = figures[0];
      const rows = [...told.rows.keys()].filter(
        (row) => told.value(row, 0) === 'K07' && String(told.value(row, 1)).startsWith('2023'),
      );
      const said = rows
        .map((row) => [1, 2, 4, 5, 8, 9].map((column) => told.value(row, column)))
        .filter(([, agency]) => agency === 'SNV');
      expect(said).toEqual([
        ['2023-Q1', 'SNV', 61, 80, 'Số cũ', 'D4'],
        ['2023-Q4', 'SNV', 33, 40, 'Số cũ', 'D5'],
      ]);
      const [indicators] = tables;
      const row = [...indicators.rows.keys()].find((at) => indicators.value(at, 1) === 'K07')!;
      const beside = [...indicators.rows.get(row)!.values()].map(({ value }) => value);
      expect(beside).toContain((33 / 40) * 100);
      expect(beside).toContain((61 / 80) * 100);
    });

    it('asks for grounds, and waits where an agency has figures in force', async () => {
      const office = new Office();
      await office.january();
      const workbook = table(['SNV', '2024-01', 'K07', 10, 40, null]);
      const nobody = { at: entry.at, grounds: { ...grounds, reason: ' ' } };
      await expect(importLedger(office.port, source(workbook), nobody)).rejects.toMatchObject({
        refusal: { code: 'reason-missing' },
      });
      const { preview } = await importLedger(office.port, source(workbook), entry);
      expect(count(preview)).toEqual([0, 1, 0, 0, 0]);
      expect(await office.numerator('K07')).toBe(90);
    });

    it('names every row it cannot take, at its cell', async () => {
      const preview = await previewed(
        // The whole register: two names of it are nearly alike.
        new Office(builtinPlan('tra-vinh-2024')!),
        table(
          ['Sở Nội vụ', 'Quý bảy', 'K07', 1, 2, null],
          ['Sở Nội vụ', '2024-Q5', 'K07', 1, 2, null],
          ['Xã không có', '2024-01', 'K07', 1, 2, null],
          ['Xã Phước Hưn', '2024-01', 'K07', 1, 2, null],
          ['SNV', '2024-01', 'K99', 1, 2, null],
          ['SNV', '2024-01', 'K07', 3, 2, null],
          ['SNV', '2024-01', 'K01', null, null, 75],
          ['SNV', '2024-01', 'K02', null, null, null],
          ['SNV', '2024-01', 'K03', '3O', 40, null],
          ['SNV', '2024-01', 'K04', 1.5, 40, null],
          ['842', '2024-01', 'K07', 1, 2, null],
          ['842', '2024-01', 'K07', 1, 2, null],
        ),
      );
      expect(count(preview).slice(0, 1)).toEqual([1]);
      expect(codes(preview.refused)).toEqual([
        'unknown-period Số cũ B4',
        'unknown-period Số cũ B5',
        'import-agency-unknown Số cũ A6',
        'import-agency-ambiguous Số cũ A7',
        'import-indicator-unknown Số cũ C8',
        'figure-too-large Số cũ D9',
        'import-parts-missing Số cũ C10',
        'import-no-figure Số cũ C11',
        'number-with-letters Số cũ D12',
        'figure-not-whole Số cũ D13',
        'import-row-twice Số cũ C15',
      ]);
    });

    it('code and name of two indicators contradict', async () => {
      const sheet = new Sheet('T');
      const headings = ['Mã đơn vị', 'Kỳ', 'Mã chỉ tiêu', 'Tên chỉ tiêu', 'Tử', 'Mẫu'];
      headings.forEach((heading, c) => sheet.put(0, c, heading));
      const own = plan.indicators.find(({ code }) => code === 'K07')!.name;
      const other = plan.indicators.find(({ name }) => name !== own)!.name;
      ['842', '2024-01', 'K07', other, 1, 2].forEach((value, c) => sheet.put(1, c, value));
      ['842', '2024-02', 'K07', own, 1, 2].forEach((value, c) => sheet.put(2, c, value));
      const { refused, enters } = await previewed(new Office(), emptyWorkbook([sheet]));
      expect(codes(refused)).toEqual(['import-indicator-contradicts T C2']);
      expect(enters.map(({ period }) => period)).toEqual(['2024-02']);
    });

    it('code and name of two agencies contradict; a file with neither ledger nor table is refused', async () => {
      const sheet = new Sheet('T');
      ['Mã đơn vị', 'Đơn vị', 'Kỳ', 'Mã chỉ tiêu', 'Tử', 'Mẫu'].forEach((heading, c) =>
        sheet.put(0, c, heading),
      );
      ['842', 'Sở Nội vụ', '2024-01', 'K07', 1, 2].forEach((value, c) => sheet.put(1, c, value));
      const office = new Office();
      expect(codes((await previewed(office, emptyWorkbook([sheet]))).refused)).toEqual([
        'import-agency-contradicts T A2',
      ]);
      const nothing = previewImport(
        await office.desk(),
        source(emptyWorkbook([new Sheet('Sheet1')])),
      );
      expect(nothing).toMatchObject({ ok: false, refusal: { code: 'import-nothing-found' } });
    });
  });
});
