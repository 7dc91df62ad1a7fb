import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { decide, differences } from '../../src/app/decide';
import { openDesk, type Desk } from '../../src/app/desk';
import { lockPeriod } from '../../src/app/period-acts';
import type { Progress } from '../../src/app/ports';
import { trace } from '../../src/app/trace';
import { inForceOf } from '../../src/domain/consolidation/figures-in-force';
import { periodOf } from '../../src/domain/period/period';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { handIns } from '../../src/domain/report/hand-in';
import { checkHere } from '../../src/intake/check-here';
import { cellName } from '../../src/workbook/address';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/**
 * Some agencies send every month, some the quarter in place of its last month, in the words of the
 * office.
 */

const AGENCIES = ['SNV', '842', '29461'];
const whole = smallPlan('tra-vinh-2024', AGENCIES);
const plan: Plan = {
  ...whole,
  schedule: { ...whole.schedule, quarterReplacesLastMonth: true },
};
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet: Progress = { step: () => undefined, cancelled: false };
const by = (at: string) => ({ who: 'Nguyễn Văn An', at: `2024-03-20 08:00:${at}` });

class Office {
  readonly port: MemoryWorkbook;

  constructor(own = plan) {
    this.port = new MemoryWorkbook(emptyWorkbook(writePlan(own)));
  }

  async desk(): Promise<Desk> {
    const opened = await openDesk(this.port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  }

  /** What came while the office receives a period. */
  async receives(period: string, ...forms: Form[]) {
    const files = await Promise.all(
      forms.map(async ({ workbook, agency, period: own }) => {
        const bytes = await writeWorkbook(workbook);
        return {
          path: `${own}/${agency}.xlsx`,
          modified: null,
          size: bytes.length,
          bytes: async () => bytes,
        };
      }),
    );
    const drop = {
      period: periodOf(period),
      received: '2024-01-15',
      run: `${period} ${forms.length}`,
    };
    const taken = await receive(this.port, files, checkHere, drop, { check: quiet, write: quiet });
    return taken.files.map(({ agency, period: own, accepted, findings }) => [
      agency,
      own,
      accepted,
      findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ]);
  }

  /** January and February of everybody; March of two, the town sends the quarter. */
  async firstQuarter(quarter = new Form(plan, '842', '2024-Q1').fill(90, 120)) {
    for (const month of ['2024-01', '2024-02'])
      await this.receives(
        month,
        ...AGENCIES.map((agency) => new Form(plan, agency, month).fill(30, 40)),
      );
    const march = ['SNV', '29461'].map((agency) => new Form(plan, agency, '2024-03').fill(30, 40));
    return this.receives('2024-03', ...march, quarter);
  }

  async consolidates(period: string) {
    return consolidateInto(this.port, periodOf(period), AS_IT_IS, by('59'), quiet);
  }

  async total(period: string, code: string) {
    const { result } = await this.consolidates(period);
    const { numerator, denominator, complete } = result.indicators.find(
      (one) => one.code === code,
    )!;
    return [numerator, denominator, complete];
  }

  async board(period: string, agency: string) {
    const desk = await this.desk();
    const rows = handIns(
      desk.plan,
      periodOf(period),
      desk.ledger,
      inForceOf(desk.plan, desk.ledger),
    );
    const { state, owed, received, latest } = rows.find((one) => one.agency.code === agency)!;
    return [state, owed, received, latest?.period ?? null];
  }

  /** The rows of a sheet that have a text in a column, as their values. */
  rows(name: string, column: number, text: string) {
    const sheet = findSheet(this.port.workbook, name)!;
    return [...sheet.rows.values()]
      .filter((cells) => cells.get(column)?.value === text)
      .map((cells) => [...cells.values()].map(({ value }) => value));
  }
}

describe('the quarter’s report in place of its last month’s', () => {
  it('counts as the month it replaces, in the quarter, the year and on the board', async () => {
    const office = new Office();
    const taken = await office.firstQuarter();
    expect(taken.at(-1)).toEqual(['842', '2024-Q1', 'all', []]);
    // K07 flows: 3 × 30 of 3 × 40 in the month, nine times that in the quarter. K01 stands as at
    // the end of March.
    expect(await office.total('2024-03', 'K07')).toEqual([90, 120, true]);
    expect(await office.total('2024-Q1', 'K07')).toEqual([270, 360, true]);
    expect(await office.total('2024-Q1', 'K01')).toEqual([30 + 30 + 90, 40 + 40 + 120, true]);
    expect(await office.board('2024-03', '842')).toEqual(['accepted', 1, 1, '2024-Q1']);
    expect(await office.board('2024-Q1', '842')).toEqual(['accepted', 3, 3, '2024-Q1']);
  });

  it('is named in the figures, the trace and the annex, and held against the months', async () => {
    const office = new Office();
    await office.firstQuarter();
    await office.consolidates('2024-Q1');
    const figures = office
      .rows('Số liệu tổng hợp 2024-Q1', 0, 'K07')
      .filter((row) => row[2] === '842');
    expect(figures.map((row) => [row[1], row[4], row[5], row[6], row[7]])).toEqual([
      ['2024-01', 30, 40, 'Được tính', '2024-01/842.xlsx'],
      ['2024-02', 30, 40, 'Được tính', '2024-02/842.xlsx'],
      ['2024-03', 30, 40, 'Tính từ báo cáo quý trừ hai tháng trước', '2024-Q1/842.xlsx'],
    ]);
    const sheet = findSheet(office.port.workbook, 'Chỉ tiêu 2024-Q1')!;
    const [row] = [...sheet.rows].find(([, cells]) => cells.get(1)?.value === 'K07')!;
    const { sources } = await trace(office.port, { sheet: sheet.name, cell: cellName(row, 5) });
    expect(sources.filter(({ agency }) => agency === '842').at(-1)).toMatchObject({
      period: '2024-03',
      value: 30,
      state: 'Tính từ báo cáo quý trừ hai tháng trước',
      file: '2024-Q1/842.xlsx',
    });
    const town = plan.agencies.find(({ code }) => code === '842')!.name;
    expect(office.rows('Giải trình 2024-Q1', 1, town).map((cells) => [cells[2], cells[6]])).toEqual(
      [
        [
          'Tháng 3/2024',
          'Đơn vị không gửi biểu tháng; số liệu tính từ báo cáo quý trừ hai tháng trước.',
        ],
      ],
    );
    const compared = office
      .rows('Đối chiếu 2024-Q1', 1, town)
      .filter((cells) => String(cells[3]).startsWith('K07 '));
    expect(compared.map((cells) => cells.slice(4, 8))).toEqual([
      [90, 90, 0, 'Khớp (có tháng tính từ báo cáo quý trừ hai tháng trước)'],
      [120, 120, 0, 'Khớp (có tháng tính từ báo cáo quý trừ hai tháng trước)'],
    ]);
  });

  it('a quarter smaller than its two months leaves the month open, by name', async () => {
    const office = new Office();
    await office.firstQuarter(
      new Form(plan, '842', '2024-Q1').fill(90, 120).type('K07', 'numerator', 50),
    );
    expect(await office.total('2024-Q1', 'K07')).toEqual([240, 320, false]);
    const reasons = findSheet(office.port.workbook, 'Giải trình 2024-Q1')!;
    const said = [...reasons.rows.values()].map((cells) => cells.get(6)?.value);
    expect(said).toContain('Chưa tính được từ báo cáo quý: 50 − 30 − 30 nhỏ hơn 0.');
  });

  it('gives way to the month once it comes; the two are then held against each other', async () => {
    const office = new Office();
    await office.firstQuarter();
    const march = new Form(plan, '842', '2024-03').fill(30, 40).type('K07', 'numerator', 28);
    expect(await office.receives('2024-03', march)).toEqual([['842', '2024-03', 'all', []]]);
    expect(await office.total('2024-Q1', 'K07')).toEqual([268, 360, true]);
    const town = plan.agencies.find(({ code }) => code === '842')!.name;
    const compared = office
      .rows('Đối chiếu 2024-Q1', 1, town)
      .filter((cells) => String(cells[3]).startsWith('K07 '));
    expect(compared.map((cells) => cells.slice(4, 8))).toEqual([
      [88, 90, 2, 'Lệch'],
      [120, 120, 0, 'Khớp'],
    ]);
  });

  it('sent again, waits like any form, and is accepted where the month is received', async () => {
    const office = new Office();
    await office.firstQuarter();
    const again = new Form(plan, '842', '2024-Q1').fill(90, 120).type('K07', 'numerator', 95);
    await office.receives('2024-03', again);
    expect(await office.board('2024-03', '842')).toEqual(['waiting', 1, 1, '2024-Q1']);
    const [difference] = differences(await office.desk(), '842', '2024-03');
    expect(
      difference.totals.map(({ before, after }) => [after.code, before.numerator, after.numerator]),
    ).toEqual([['K07', 90, 95]]);
    const yes = {
      kind: 'accepted' as const,
      submission: '842/2024-Q1/2',
      document: '',
      reason: 'Đếm sót',
      ...by('01'),
    };
    await decide(office.port, yes);
    expect(await office.total('2024-Q1', 'K07')).toEqual([275, 360, true]);
  });

  it('does not enter a period whose last month is locked', async () => {
    const office = new Office();
    for (const month of ['2024-01', '2024-02', '2024-03'])
      await office.receives(
        month,
        ...AGENCIES.map((agency) => new Form(plan, agency, month).fill(30, 40)),
      );
    await office.consolidates('2024-Q1');
    await lockPeriod(office.port, '2024-Q1', by('02'));
    expect(
      await office.receives('2024-03', new Form(plan, '842', '2024-Q1').fill(90, 120)),
    ).toEqual([['842', '2024-Q1', 'none', ['period-locked']]]);
  });

  it('where the schedule does not say so, is only held against the months: March is still owed', async () => {
    const office = new Office({ ...plan, schedule: whole.schedule });
    await office.firstQuarter();
    expect(await office.total('2024-Q1', 'K07')).toEqual([240, 320, false]);
    expect(await office.board('2024-03', '842')).toEqual(['missing', 1, 0, null]);
    const town = plan.agencies.find(({ code }) => code === '842')!.name;
    const compared = office
      .rows('Đối chiếu 2024-Q1', 1, town)
      .filter((cells) => String(cells[3]).startsWith('K07 '));
    expect(compared.map((cells) => cells.slice(4, 8))).toEqual([
      [null, 90, '', 'Chưa đối chiếu được: thiếu Tháng 3/2024'],
      [null, 120, '', 'Chưa đối chiếu được: thiếu Tháng 3/2024'],
    ]);
  });
});
