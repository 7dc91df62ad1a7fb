import { adjustFigure } from '../../src/app/adjust-figure';
import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { decide, differences } from '../../src/app/decide';
import { openDesk, type Desk } from '../../src/app/desk';
import { DeskRefused } from '../../src/app/desk-refused';
import { checkLocks, lockPeriod, reopenPeriod } from '../../src/app/period-acts';
import type { Progress } from '../../src/app/ports';
import { restatements } from '../../src/domain/consolidation/restatement';
import { InForce } from '../../src/domain/ledger/in-force';
import { readDecisions } from '../../src/domain/ledger/decisions';
import { DECISION_SHEET } from '../../src/domain/ledger/ledger-sheets';
import { periodState } from '../../src/domain/ledger/period-states';
import { periodOf } from '../../src/domain/period/period';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { handIns } from '../../src/domain/report/hand-in';
import { checkHere } from '../../src/intake/check-here';
import type { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/**
 * What is decided about versions and figures after they were handed in, in the words of the office.
 */

const AGENCIES = ['SNV', '842', '29461'];
const plan = smallPlan('tra-vinh-2024', AGENCIES);
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet: Progress = { step: () => undefined, cancelled: false };
const by = (at: string) => ({ who: 'Nguyễn Văn An', at: `2024-11-01 08:00:${at}` });

const textsOf = (sheet: Sheet) =>
  [...sheet.rows.values()].flatMap((cells) =>
    [...cells.values()].map(({ value }) => String(value ?? '')),
  );

/** The same plan asking for Biểu II.06a as well. */
const withForm: Plan = { ...plan, forms: [structuredClone(BUILTIN_FORMS[0])] };

class Office {
  readonly port: MemoryWorkbook;

  constructor(readonly own: Plan = plan) {
    this.port = new MemoryWorkbook(emptyWorkbook(writePlan(own)));
  }

  form(agency: string, period: string): Form {
    return new Form(this.own, agency, period);
  }

  async desk(): Promise<Desk> {
    const opened = await openDesk(this.port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  }

  async handIn(...forms: Form[]) {
    const files = await Promise.all(
      forms.map(async (form, index) => {
        const bytes = await writeWorkbook(form.workbook);
        return {
          path: `${index} ${form.fileName}`,
          modified: null,
          size: bytes.length,
          bytes: async () => bytes,
        };
      }),
    );
    const drop = { period: periodOf(forms[0].period), received: '2024-01-16', run: 'lượt' };
    return receive(this.port, files, checkHere, drop, { check: quiet, write: quiet });
  }

  async year(): Promise<void> {
    const months = Array.from(
      { length: 12 },
      (_, index) => `2024-${String(index + 1).padStart(2, '0')}`,
    );
    for (const month of months)
      await this.handIn(...AGENCIES.map((agency) => Form.of(agency, month).fill(30, 40)));
  }

  async total(period: string, code: string) {
    const { result } = await consolidateInto(
      this.port,
      periodOf(period),
      AS_IT_IS,
      by('59'),
      quiet,
    );
    const { numerator, denominator, value } = result.indicators.find((one) => one.code === code)!;
    return { numerator, denominator, value };
  }
}

describe('a form that is sent again', () => {
  it('waits until somebody has seen the difference and accepts it; what counted counts on', async () => {
    const office = new Office();
    await office.handIn(...AGENCIES.map((agency) => Form.of(agency, '2024-01').fill(30, 40)));
    const sent = await office.handIn(
      Form.of('842', '2024-01').fill(30, 40).type('K07', 'numerator', 35),
    );
    expect(sent.files[0]).toMatchObject({ accepted: 'none', awaits: 'all', version: 2 });
    expect(await office.total('2024-01', 'K07')).toEqual({
      numerator: 90,
      denominator: 120,
      value: 75,
    });

    const [difference] = differences(await office.desk(), '842', '2024-01');
    expect(
      difference.changes.map(({ before, after }) => [after?.code, before?.value, after?.value]),
    ).toEqual([['K07', 30, 35]]);
    expect(
      difference.totals.map(({ before, after }) => [after.code, before.numerator, after.numerator]),
    ).toEqual([['K07', 90, 95]]);

    const yes = {
      kind: 'accepted' as const,
      submission: '842/2024-01/2',
      document: '',
      ...by('01'),
    };
    await expect(decide(office.port, { ...yes, reason: '  ' })).rejects.toThrow(DeskRefused);
    await decide(office.port, { ...yes, reason: 'Đếm sót 5 hồ sơ' });
    expect(await office.total('2024-01', 'K07')).toMatchObject({ numerator: 95 });
    const { ledger } = await office.desk();
    expect(ledger.find(({ version }) => version === 2)!.decision).toMatchObject({
      reason: 'Đếm sót 5 hồ sơ',
      who: 'Nguyễn Văn An',
    });
  });

  it('is returned with a reason, and is not taken in by being dropped once more', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const again = Form.of('842', '2024-01').fill(31, 40);
    await office.handIn(again);
    const no = {
      kind: 'returned' as const,
      submission: '842/2024-01/2',
      document: '',
      reason: 'Chưa ký',
      ...by('01'),
    };
    await decide(office.port, no);
    const dropped = await office.handIn(again);
    expect(dropped.files[0].accepted).toBe('none');
    const { ledger } = await office.desk();
    expect(new InForce(ledger).of('842', '2024-01')!.version).toBe(1);
    // Returned by mistake, it is accepted after all; both rows stay.
    await decide(office.port, { ...no, kind: 'accepted', reason: 'Đã ký, trả nhầm', ...by('02') });
    expect(new InForce((await office.desk()).ledger).of('842', '2024-01')!.version).toBe(2);
    expect(readDecisions(office.port.workbook).map(({ kind }) => kind)).toEqual([
      'returned',
      'accepted',
    ]);
    await expect(decide(office.port, { ...no, kind: 'accepted', ...by('03') })).rejects.toThrow(
      DeskRefused,
    );
  });

  it('a decision is about the file that was seen: another with its number is not settled by it', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const { undo } = await office.handIn(Form.of('842', '2024-01').fill(31, 40));
    const seen = (await office.desk()).ledger.find(({ version }) => version === 2)!;
    const yes = {
      kind: 'accepted' as const,
      submission: '842/2024-01/2',
      document: '',
      reason: 'Sửa số',
      ...by('01'),
    };
    const decision = await decide(office.port, yes);
    // What was decided about is not taken back by a colleague; once it is, the next file gets its
    // number.
    await expect(undo!()).rejects.toMatchObject({ refusal: { code: 'undo-decided-since' } });
    await decision.undo!();
    await undo!();
    await office.handIn(Form.of('842', '2024-01').fill(32, 40));
    const { ledger } = await office.desk();
    expect(ledger.find(({ version }) => version === 2)).toMatchObject({
      accepted: 'none',
      awaits: 'all',
    });
    expect(new InForce(ledger).of('842', '2024-01')!.version).toBe(1);
    const late = decide(office.port, { ...yes, hash: seen.hash, ...by('02') });
    await expect(late).rejects.toMatchObject({ refusal: { code: 'version-settled' } });
  });

  it('is written where its columns stand now', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const no = {
      kind: 'returned' as const,
      submission: '842/2024-01/1',
      document: '',
      reason: 'Chưa ký',
      ...by('01'),
    };
    await decide(office.port, no);
    const sheet = findSheet(office.port.workbook, DECISION_SHEET)!;
    for (const cells of sheet.rows.values()) {
      const [first, second] = [cells.get(0)!, cells.get(1)!];
      cells.set(0, second).set(1, first);
    }
    await decide(office.port, { ...no, kind: 'accepted', ...by('02') });
    expect(readDecisions(office.port.workbook).map(({ kind }) => kind)).toEqual([
      'returned',
      'accepted',
    ]);
    // A workbook of before the hash was kept gets its column.
    for (const cells of sheet.rows.values()) cells.delete(6);
    await decide(office.port, { ...no, ...by('03') });
    const all = readDecisions(office.port.workbook);
    expect(all.map(({ kind, hash }) => [kind, hash !== ''])).toEqual([
      ['returned', false],
      ['accepted', false],
      ['returned', true],
    ]);
    expect(new InForce((await office.desk()).ledger).of('842', '2024-01')).toBeUndefined();
  });

  it('of an agency whose form was returned before counts at once: there is nothing to lose', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40).type('K07', 'numerator', 99));
    const sent = await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    expect(sent.files[0]).toMatchObject({ accepted: 'all', version: 2 });
  });

  it('an accepted version that is returned gives way to the one before it', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const no = {
      kind: 'returned' as const,
      submission: '842/2024-01/1',
      document: '',
      reason: 'Nhầm kỳ',
      ...by('01'),
    };
    const { undo } = await decide(office.port, no);
    expect(new InForce((await office.desk()).ledger).of('842', '2024-01')).toBeUndefined();
    await undo!();
    expect(new InForce((await office.desk()).ledger).of('842', '2024-01')!.version).toBe(1);
  });
});

describe('Nhập hộ, điều chỉnh', () => {
  const grounds = { reason: 'Đơn vị báo số sai', document: '12/SNV-CCHC', who: 'Nguyễn Văn An' };
  const adjusting = {
    agency: '842',
    period: '2024-01',
    indicator: 'K07',
    grounds,
    at: '2024-02-01 08:00:00.000',
  };

  it('one figure of an agency is another, with its reason and document in every trace', async () => {
    const office = new Office();
    await office.handIn(...AGENCIES.map((agency) => Form.of(agency, '2024-01').fill(30, 40)));
    await adjustFigure(office.port, { ...adjusting, figures: { numerator: 36 } });
    expect(await office.total('2024-01', 'K07')).toEqual({
      numerator: 96,
      denominator: 120,
      value: 80,
    });
    const figures = findSheet(office.port.workbook, 'Số liệu tổng hợp 2024-01')!;
    const row = [...figures.rows].find(
      ([, cells]) => cells.get(0)?.value === 'K07' && cells.get(2)?.value === '842',
    )![1];
    expect([row.get(4)?.value, row.get(7)?.value, row.get(8)?.value]).toEqual([
      36,
      'Nhập hộ, điều chỉnh – 12/SNV-CCHC – Đơn vị báo số sai – Nguyễn Văn An',
      'Nhập hộ, điều chỉnh',
    ]);
  });

  it('an agency that sent nothing has the figures that were entered for it, and no others', async () => {
    const office = new Office();
    await adjustFigure(office.port, { ...adjusting, figures: { numerator: 36, denominator: 40 } });
    expect(await office.total('2024-01', 'K07')).toEqual({
      numerator: 36,
      denominator: 40,
      value: 90,
    });
    expect(await office.total('2024-01', 'K01')).toMatchObject({ numerator: null });
  });

  it('pressed again a moment later is entered once; what somebody entered since is entered over', async () => {
    const office = new Office();
    const enter = (numerator: number, at: string) =>
      adjustFigure(office.port, { ...adjusting, at, figures: { numerator, denominator: 40 } });
    await enter(36, '2024-02-20 09:00:00');
    expect((await enter(36, '2024-02-20 09:00:07')).undo).toBeNull();
    await enter(35, '2024-02-20 09:01:00');
    const { desk } = await enter(36, '2024-02-20 09:02:00');
    expect(desk.ledger.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('is no form handed in: the agency is still asked for its own, or to send it again', async () => {
    const office = new Office();
    await office.handIn(Form.of('SNV', '2024-01').fill(30, 40));
    const returned = {
      kind: 'returned' as const,
      submission: 'SNV/2024-01/1',
      document: '',
      reason: 'Chưa ký',
    };
    await decide(office.port, { ...returned, ...by('01') });
    for (const agency of ['842', 'SNV'])
      await adjustFigure(office.port, {
        ...adjusting,
        agency,
        figures: { numerator: 36, denominator: 40 },
      });
    const { result } = await consolidateInto(
      office.port,
      periodOf('2024-01'),
      AS_IT_IS,
      by('59'),
      quiet,
    );
    expect(result).toMatchObject({
      received: 1,
      accepted: 0,
      missing: ['29461', '842'],
      returned: ['SNV'],
    });
    expect(result.indicators.find(({ code }) => code === 'K07')).toMatchObject({
      numerator: 72,
      reported: 2,
    });
    const { ledger } = await office.desk();
    const states = handIns(plan, periodOf('2024-01'), ledger, new InForce(ledger));
    expect(
      states.map(({ agency, state, latest }) => [agency.code, state, latest?.version]),
    ).toEqual(
      expect.arrayContaining([
        ['842', 'missing', undefined],
        ['SNV', 'returned', 1],
      ]),
    );
    const notCounted = textsOf(findSheet(office.port.workbook, 'Không tính 2024-01')!);
    expect(notCounted.filter((text) => text === 'Chưa nộp biểu')).toHaveLength(2);
    expect(notCounted).toContain('Bị trả lại: Chưa ký');
    expect(notCounted).not.toContain('Để trống trong biểu');
  });

  it('is also of a task, and of a row of a statistics form, each with its source in the report', async () => {
    const office = new Office(withForm);
    await office.handIn(office.form('842', '2024-01').fill(30, 40));
    const entered = { agency: '842', period: '2024-01', grounds, at: '2024-02-01 08:00:00.000' };
    const done = { task: 'T1', status: 'done' as const, text: 'Số 9/BC' };
    await expect(
      adjustFigure(office.port, { ...entered, ...done, date: null }),
    ).rejects.toMatchObject({
      refusal: { code: 'date-missing' },
    });
    await expect(
      adjustFigure(office.port, { ...entered, ...done, date: '2024-02-02' }),
    ).rejects.toMatchObject({
      refusal: { code: 'date-in-future' },
    });
    await adjustFigure(office.port, { ...entered, ...done, date: '2024-01-10' });
    // Columns 4, 5, 6, 8, 9, 10, 12 and 13 of II.06a: 3 = 7 + 11.
    const columns = ['4', '5', '6', '8', '9', '10', '12', '13'];
    const row = (figures: number[]) => ({
      ...{ form: 'II.06a', row: '1' },
      figures: Object.fromEntries(columns.map((code, index) => [code, figures[index]])),
    });
    await expect(
      adjustFigure(office.port, { ...entered, ...row([4, 2, 1, 3, 1, 1, 1, 9]) }),
    ).rejects.toMatchObject({
      refusal: { code: 'figure-breaks-identity' },
    });
    await expect(adjustFigure(office.port, { ...entered, ...row([4, 2]) })).rejects.toMatchObject({
      refusal: { code: 'figure-not-whole' },
    });
    await adjustFigure(office.port, { ...entered, ...row([4, 2, 1, 3, 1, 1, 1, 1]) });

    const report = await consolidateInto(
      office.port,
      periodOf('2024-01'),
      AS_IT_IS,
      by('59'),
      quiet,
    );
    expect(report.result.tasks[0].agencies.find(({ agency }) => agency === '842')).toMatchObject({
      status: 'done-on-time',
      date: '2024-01-10',
      text: 'Số 9/BC',
    });
    const figures = findSheet(office.port.workbook, 'Số liệu II.06a 2024-01')!;
    const first = [...figures.rows.values()].find(
      (cells) => cells.get(0)?.value === '842' && cells.get(3)?.value === '1',
    )!;
    const texts = [...first.values()].map(({ value }) => value);
    expect(texts.slice(5, 13)).toEqual([4, 2, 1, 3, 1, 1, 1, 1]);
    expect(texts).toContain(
      'Nhập hộ, điều chỉnh – 12/SNV-CCHC – Đơn vị báo số sai – Nguyễn Văn An',
    );
    const annex = textsOf(findSheet(office.port.workbook, 'Giải trình 2024-01')!);
    expect(annex).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^T1: Hoàn thành; T1: 2024-01-10; T1: Số 9\/BC$/),
        expect.stringMatching(/^II\.06a, dòng 1, cột \(4\): 4; /),
      ]),
    );
    // Read back from the workbook it is the same.
    const { ledger } = await office.desk();
    expect(
      ledger
        .filter(({ origin }) => origin === 'adjustment')
        .map(({ observations }) => observations.length),
    ).toEqual([3, 8]);
  });

  it('a form sent after it waits, and takes the place of both once accepted', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    await adjustFigure(office.port, { ...adjusting, figures: { numerator: 36 } });
    await office.handIn(Form.of('842', '2024-01').fill(38, 40));
    const [difference] = differences(await office.desk(), '842', '2024-01');
    expect(
      difference.changes.find(
        ({ after }) => after?.code === 'K07' && after.measure === 'numerator',
      )!.before!.value,
    ).toBe(36);
    const yes = {
      kind: 'accepted' as const,
      submission: '842/2024-01/3',
      reason: 'Nộp lại',
      document: '',
      ...by('01'),
    };
    await decide(office.port, yes);
    expect(await office.total('2024-01', 'K07')).toMatchObject({ numerator: 38 });
  });

  it.each([
    ['a part above its whole', { numerator: 41 }, 'figure-too-large'],
    ['half a dossier', { numerator: 3.5 }, 'figure-not-whole'],
    ['what is not a number', { numerator: NaN }, 'figure-not-whole'],
    ['less than nothing', { numerator: -1 }, 'figure-not-whole'],
    ['a result where parts are asked', { value: 90 }, 'figure-not-whole'],
    ['nothing', {}, 'figure-not-asked'],
  ])('%s is refused', async (_, figures, code) => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const entered = adjustFigure(office.port, { ...adjusting, figures });
    await expect(entered).rejects.toMatchObject({ refusal: { code } });
  });

  it('a figure without a reason, of another row, or of a locked period is refused', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const figures = { numerator: 36 };
    const tried = (more: object) => adjustFigure(office.port, { ...adjusting, figures, ...more });
    await expect(tried({ grounds: { ...grounds, reason: '' } })).rejects.toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    await expect(tried({ indicator: 'K99' })).rejects.toMatchObject({
      refusal: { code: 'figure-not-asked' },
    });
    await lockPeriod(office.port, '2024-01', by('01'));
    await expect(tried({})).rejects.toMatchObject({ refusal: { code: 'period-is-locked' } });
  });
});

describe('Khóa kỳ', () => {
  it('keeps the tables as values with their hash; a later correction of July restates quarter III, nine months and the year', async () => {
    const office = new Office();
    await office.year();
    for (const [index, period] of ['2024-Q3', '2024-9M', '2024'].entries()) {
      const done = await lockPeriod(office.port, period, by(`0${index}`));
      expect(periodState(plan, done.desk.acts, periodOf(period), '2024-12-31').state).toBe(
        'locked',
      );
    }
    const locked = findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-Q3')!;
    const formulas = [...locked.rows.values()].flatMap((row) =>
      [...row.values()].filter(({ formula }) => formula),
    );
    expect([formulas, locked.isProtected]).toEqual([[], true]);

    // Locked: the corrected July is not taken in until the quarter is opened again.
    const july = Form.of('SNV', '2024-07').fill(30, 40).type('K07', 'numerator', 20);
    expect((await office.handIn(july)).files[0].findings.map(({ code }) => code)).toContain(
      'period-locked',
    );
    for (const [index, period] of ['2024-Q3', '2024-9M', '2024'].entries())
      await reopenPeriod(office.port, period, by(`1${index}`));
    const sent = await office.handIn(july);
    expect(sent.files[0]).toMatchObject({ awaits: 'all', version: 2 });
    const yes = {
      kind: 'accepted' as const,
      submission: 'SNV/2024-07/2',
      reason: 'Đếm lại',
      document: '',
      ...by('20'),
    };
    await decide(office.port, yes);

    // K07 by hand: 3 agencies × 30 of 40 a month; July of one falls from 30 to 20.
    const { restated } = await consolidateInto(
      office.port,
      periodOf('2024-Q3'),
      AS_IT_IS,
      by('21'),
      quiet,
    );
    const ofK07 = restated.filter(({ signed }) => signed.code === 'K07');
    expect(
      ofK07.map(({ period, signed, now }) => [period, signed.numerator, now!.numerator]),
    ).toEqual([
      ['2024-9M', 810, 800],
      ['2024-Q3', 270, 260],
      ['2024', 1080, 1070],
    ]);
    const table = findSheet(office.port.workbook, 'Số liệu điều chỉnh')!;
    const rows = [...table.rows.values()].filter((row) => row.get(2)?.value === 'K07');
    expect(rows.map((row) => [row.get(1)?.value, row.get(4)?.value, row.get(5)?.value])).toEqual([
      ['9 tháng năm 2024', 810, 800],
      ['Quý III/2024', 270, 260],
      ['Năm 2024', 1080, 1070],
    ]);
    // What was signed stands as it was.
    expect(findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-Q3')).toBe(locked);
    expect((await checkLocks(office.port)).map(({ isSame }) => isSame)).toEqual([true, true, true]);

    // Signed once more, the new figures are the signed ones; both copies stay.
    await lockPeriod(office.port, '2024-Q3', by('30'));
    const { ledger, signed, locked: closed } = await office.desk();
    expect(
      restatements(plan, ledger, signed, closed).filter(({ period }) => period === '2024-Q3'),
    ).toEqual([]);
    expect(findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-Q3 (2)')).toBeDefined();
    const told = () => textsOf(findSheet(office.port.workbook, 'Số liệu điều chỉnh')!);
    expect([told().includes('Quý III/2024'), told().includes('Năm 2024')]).toEqual([false, true]);
    for (const [index, period] of ['2024-9M', '2024'].entries())
      await lockPeriod(office.port, period, by(`4${index}`));
    expect(told()).toContain('Không có: số liệu đã khóa và số liệu hiện tại như nhau');
  });

  it('a locked table that was changed afterwards, or is gone, is named', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    await lockPeriod(office.port, '2024-01', by('01'));
    const table = findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-01')!;
    const [row, cells] = [...table.rows].find(([, each]) => each.get(1)?.value === 'K07')!;
    table.put(row, 5, Number(cells.get(5)!.value) + 1);
    expect(await checkLocks(office.port)).toMatchObject([{ isSame: false, missing: [] }]);
    office.port.workbook.sheets = office.port.workbook.sheets.filter((sheet) => sheet !== table);
    expect(await checkLocks(office.port)).toMatchObject([
      { isSame: false, missing: ['Khóa Chỉ tiêu 2024-01'] },
    ]);
  });

  it('a quarter is locked by itself, also after its months, and again after one of them was opened', async () => {
    const office = new Office();
    await office.year();
    for (const [index, month] of ['2024-01', '2024-02', '2024-03'].entries())
      await lockPeriod(office.port, month, by(`0${index}`));
    expect((await lockPeriod(office.port, '2024-Q1', by('04'))).undo).not.toBeNull();
    await reopenPeriod(office.port, '2024-03', by('05'));
    const { desk } = await lockPeriod(office.port, '2024-Q1', by('06'));
    expect(desk.locked.has('2024-03')).toBe(true);
    expect(findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-Q1 (2)')).toBeDefined();
  });

  it('keeps what was signed: closed with n/N as it was consolidated last, with the number of the report as it was typed', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const closing = { acceptIncomplete: true, asOf: null };
    await consolidateInto(office.port, periodOf('2024-01'), closing, by('01'), quiet);
    const table = findSheet(office.port.workbook, 'Chỉ tiêu 2024-01')!;
    const [enclosed] = [...table.rows.keys()].filter((row) =>
      String(table.value(row, 0)).startsWith('(Kèm theo'),
    );
    table.put(enclosed, 0, '(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2024)');
    await lockPeriod(office.port, '2024-01', by('02'));
    const locked = textsOf(findSheet(office.port.workbook, 'Khóa Chỉ tiêu 2024-01')!);
    expect(locked).toEqual(textsOf(table));
    expect(locked.join()).toContain('45/BC-UBND');
  });

  it('locking twice locks once; who acted and when is kept, also of a consolidation and of closing with n/N', async () => {
    const office = new Office();
    await office.handIn(Form.of('842', '2024-01').fill(30, 40));
    const closing = { acceptIncomplete: true, asOf: null };
    await consolidateInto(office.port, periodOf('2024-01'), AS_IT_IS, by('01'), quiet);
    await consolidateInto(office.port, periodOf('2024-01'), closing, by('02'), quiet);
    await lockPeriod(office.port, '2024-01', by('03'));
    const { desk, undo } = await lockPeriod(office.port, '2024-01', by('04'));
    expect(undo).toBeNull();
    expect(desk.acts.map(({ kind, at, note }) => [kind, at.slice(-2), note])).toEqual([
      ['consolidated', '01', '1/3 đơn vị'],
      ['closed', '02', '1/3 đơn vị'],
      ['locked', '03', '1/3 đơn vị'],
    ]);
  });
});
