import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { openDesk, type Desk } from '../../src/app/desk';
import { enterForm, rowsAsked, type Entering, type Told } from '../../src/app/form-by-telephone';
import { lockPeriod } from '../../src/app/period-acts';
import type { Progress } from '../../src/app/ports';
import { inForceOf } from '../../src/domain/consolidation/figures-in-force';
import { periodOf } from '../../src/domain/period/period';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** A whole form told by telephone: entered at once, by the checks of a form that was sent. */

const small = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const plan: Plan = {
  ...small,
  indicators: small.indicators.filter(({ code }) => code === 'K07' || code === 'K01'),
  targets: small.targets.filter(({ indicator }) => indicator === 'K07'),
  tasks: small.tasks.filter(({ code }) => code === 'T1'),
  forms: [structuredClone(BUILTIN_FORMS[0])],
};
const quiet: Progress = { step: () => undefined, cancelled: false };
const grounds = { reason: 'Mất mạng', document: '05/TB-SNV', who: 'Nguyễn Văn An' };

class Office {
  readonly port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));

  async desk(): Promise<Desk> {
    const opened = await openDesk(this.port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  }

  async handIn(form: Form): Promise<void> {
    const bytes = await writeWorkbook(form.workbook);
    const file = {
      path: form.fileName,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes,
    };
    const drop = { period: periodOf(form.period), received: '2024-01-16', run: 'lượt' };
    await receive(this.port, [file], checkHere, drop, { check: quiet, write: quiet });
  }

  tell(said: Record<string, string>, more: Partial<Told> = {}): Promise<Entering> {
    return enterForm(this.port, {
      agency: '842',
      period: '2024-01',
      said: new Map(Object.entries(said)),
      grounds,
      seen: new Set(),
      at: '2024-02-01 08:00:00',
      ...more,
    });
  }

  async figures(period = '2024-01'): Promise<Record<string, unknown>> {
    const desk = await this.desk();
    const counts = inForceOf(desk.plan, desk.ledger).of('842', period)?.observations ?? [];
    return Object.fromEntries(
      counts.map(({ code, row, measure, value, state }) => [
        [code, row, measure].filter(Boolean).join(' '),
        state === 'ok' ? value : state,
      ]),
    );
  }
}

const STAT = ['4', '5', '6', '8', '9', '10', '12', '13'];
const statRow = (row: string, figures: number[]) =>
  Object.fromEntries(
    STAT.map((code, index) => [`form II.06a ${row} column ${code}`, String(figures[index])]),
  );
const WHOLE = {
  'indicator K07 numerator': '1.036',
  'indicator K07 denominator': '1.040',
  'task T1 status': 'Hoàn thành',
  'task T1 date': '10/01/2024',
  'task T1 result': 'Số 9/BC',
  ...statRow('1', [4, 2, 1, 3, 1, 1, 1, 1]),
};

const codes = (entering: Entering) =>
  entering.isEntered ? null : entering.findings.map(({ found, row }) => `${found.code} ${row}`);

describe('nhập hộ cả biểu', () => {
  it('asks what the form of the agency asks, with what counts now', async () => {
    const office = new Office();
    await office.handIn(new Form(plan, '842', '2024-01').fill(30, 40).done('T1', '2024-01-10'));
    const rows = rowsAsked(await office.desk(), '842', '2024-01');
    expect([...new Set(rows.map(({ of }) => of))]).toEqual(['indicator', 'task', 'form']);
    const counts = new Map(
      rows.flatMap(({ fields }) => fields.map((one) => [one.key, one.counts] as const)),
    );
    expect(counts.get('indicator K07 numerator')).toBe('30');
    expect(counts.get('task T1 status')).toBe('Hoàn thành');
    expect(counts.get('task T1 date')).toBe('10/01/2024');
    expect(counts.get('form II.06a 1 column 4')).toBe('');
    expect(rowsAsked(await office.desk(), 'nobody', '2024-01')).toEqual([]);
  });

  it('indicators, tasks and rows of statistics enter as one version, and leave by one undo', async () => {
    const office = new Office();
    const entered = await office.tell(WHOLE);
    expect(entered).toMatchObject({ isEntered: true, rows: 3 });
    expect(await office.figures()).toEqual({
      'K07 numerator': 1036,
      'K07 denominator': 1040,
      'T1 status': 'done',
      'T1 date': '2024-01-10',
      'T1 text': 'Số 9/BC',
      ...Object.fromEntries(
        STAT.map((code, index) => [`II.06a 1 ${code}`, [4, 2, 1, 3, 1, 1, 1, 1][index]]),
      ),
    });
    const [version] = (await office.desk()).ledger;
    expect(version).toMatchObject({ origin: 'adjustment', grounds, verdict: 'clean', version: 1 });
    const report = await consolidateInto(
      office.port,
      periodOf('2024-01'),
      { acceptIncomplete: false, asOf: null },
      { who: 'An', at: '2024-02-02 08:00:00' },
      quiet,
    );
    expect(report.result.indicators.find(({ code }) => code === 'K07')).toMatchObject({
      numerator: 1036,
      denominator: 1040,
    });
    if (entered.isEntered) await entered.undo!();
    expect((await office.desk()).ledger).toEqual([]);
  });

  it('lies over what the agency sent: what is not said stays', async () => {
    const office = new Office();
    await office.handIn(new Form(plan, '842', '2024-01').fill(30, 40));
    await office.tell({ 'indicator K07 numerator': '36' });
    expect(await office.figures()).toMatchObject({
      'K07 numerator': 36,
      'K07 denominator': 40,
      'T1 status': 'in-progress',
    });
    const [, version] = (await office.desk()).ledger;
    expect(version.observations.map(({ code, measure }) => `${code} ${measure}`)).toEqual([
      'K07 numerator',
    ]);
  });

  it('"Không" and what occurs nowhere is understood as in a form', async () => {
    const office = new Office();
    await office.tell({ 'indicator K07 numerator': 'Không', 'indicator K07 denominator': '0' });
    expect(await office.figures()).toEqual({
      'K07 numerator': 'not-applicable',
      'K07 denominator': 'not-applicable',
    });
  });

  it.each([
    [
      'a part above its whole',
      { 'indicator K07 numerator': '41', 'indicator K07 denominator': '40' },
      'numerator-exceeds-denominator indicator K07',
    ],
    [
      'no number',
      { 'indicator K07 numerator': 'khoảng 40', 'indicator K07 denominator': '60' },
      'estimate indicator K07',
    ],
    [
      'no day',
      { 'task T1 status': 'Hoàn thành', 'task T1 date': '31/02/2024' },
      'not-a-date task T1',
    ],
    [
      'columns that disagree',
      statRow('1', [4, 2, 1, 3, 1, 1, 1, 9]),
      'identity-mismatch form II.06a 1',
    ],
  ])('%s is found at its row, and nothing is entered', async (_, said, code) => {
    const office = new Office();
    const tried = await office.tell({ ...WHOLE, ...said } as Record<string, string>);
    expect(codes(tried)).toContain(code);
    // Whoever saw it cannot go on either.
    const seen = new Set(tried.isEntered ? [] : tried.findings.map(({ id }) => id));
    const again = await office.tell({ ...WHOLE, ...said } as Record<string, string>, { seen });
    expect(again.isEntered).toBe(false);
    expect((await office.desk()).ledger).toEqual([]);
  });

  it('what is doubtful is said first and enters once it was seen, with what was found', async () => {
    const office = new Office();
    const said = { 'indicator K07 numerator': '5' };
    const tried = await office.tell(said);
    expect(codes(tried)).toEqual(['blank indicator K07']);
    const seen = new Set(tried.isEntered ? [] : tried.findings.map(({ id }) => id));
    expect(await office.tell(said, { seen })).toMatchObject({ isEntered: true });
    const [version] = (await office.desk()).ledger;
    expect(version).toMatchObject({ verdict: 'warnings', warnings: 1 });
    expect(version.findings!.map(({ code }) => code)).toEqual(['blank']);
  });

  it('a figure far from the month before is asked about as of a form that was sent', async () => {
    const office = new Office();
    await office.handIn(new Form(plan, '842', '2024-01').fill(30, 40));
    const tried = await office.tell(
      { 'indicator K07 numerator': '3.000', 'indicator K07 denominator': '4.000' },
      { period: '2024-02', at: '2024-03-01 08:00:00' },
    );
    expect(codes(tried)).toEqual(expect.arrayContaining(['times-too-large indicator K07']));
  });

  it('a day of another year stands by the reason given, once it was seen', async () => {
    const office = new Office();
    const said = { 'task T1 status': 'Hoàn thành', 'task T1 date': '10/01/2023' };
    const tried = await office.tell(said);
    const seen = new Set(tried.isEntered ? [] : tried.findings.map(({ id }) => id));
    expect(seen.size).toBeGreaterThan(0);
    await office.tell(said, { seen });
    expect(await office.figures()).toMatchObject({ 'T1 status': 'done', 'T1 date': '2023-01-10' });
  });

  it('pressed twice is entered once', async () => {
    const office = new Office();
    await office.tell(WHOLE);
    const again = await office.tell(WHOLE, { at: '2024-02-01 08:00:09' });
    expect(again).toMatchObject({ isEntered: true, undo: null });
    expect((await office.desk()).ledger).toHaveLength(1);
  });

  it('without a reason, of nothing, of a stranger, or in a locked period is refused', async () => {
    const office = new Office();
    const refusal = (code: string) => ({ refusal: { code } });
    const noReason = { grounds: { ...grounds, reason: ' ' } };
    await expect(office.tell(WHOLE, noReason)).rejects.toMatchObject(refusal('reason-missing'));
    await expect(office.tell({ 'task T1 status': ' ' })).rejects.toMatchObject(
      refusal('figure-not-asked'),
    );
    await expect(office.tell({ 'indicator K99 numerator': '1' })).rejects.toMatchObject(
      refusal('figure-not-asked'),
    );
    await expect(office.tell(WHOLE, { agency: 'ai đó' })).rejects.toMatchObject(
      refusal('unknown-agency'),
    );
    await office.tell(WHOLE);
    await lockPeriod(office.port, '2024-01', { who: 'An', at: '2024-02-02 08:00:00' });
    await expect(office.tell(WHOLE)).rejects.toMatchObject(refusal('period-is-locked'));
  });
});
