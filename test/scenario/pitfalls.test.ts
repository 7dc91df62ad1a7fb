import { consolidatePeriod } from '../../src/app/consolidate-period';
import { INDICATOR_COLUMNS } from '../../src/domain/template/columns';
import { issueTemplates } from '../../src/app/issue-templates';
import { takeIn, type TakeInOptions } from '../../src/app/take-in';
import type {
  Consolidation,
  ConsolidationOptions,
  IndicatorResult,
} from '../../src/domain/consolidation/consolidation';
import { readDeadlineText } from '../../src/domain/appendix/deadline-text';
import { lockedPeriods, type PeriodAct } from '../../src/domain/ledger/period-states';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { printSet } from '../../src/domain/report/print-set';
import type { Agency } from '../../src/domain/agency/agency';
import type {
  Filler,
  Indicator,
  OverTime,
  PathChoice,
  Plan,
  Target,
  Task,
} from '../../src/domain/plan/plan';
import { doubtsOf } from '../../src/domain/plan-check/check-plan';
import type { CheckedFile, Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import type { Sheet } from '../../src/workbook/sheet';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/**
 * Where adding up reports goes wrong in an office, each with figures small enough to work by hand:
 * every expected figure below was.
 * Every figure comes in a form that is written, handed in and checked, as an agency's does.
 */

const province = builtinPlan('tra-vinh-2024')!;
const EVERYONE: Filler[] = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }];
const COMMUNES: Filler[] = [{ level: 'xa' }];

function ratio(code: string, overTime: OverTime, more: Partial<Indicator> = {}): Indicator {
  return {
    ...province.indicators[6],
    code,
    stt: code.slice(1),
    group: '',
    name: `Chỉ tiêu ${code}`,
    overTime,
    filledBy: EVERYONE,
    task: '',
    ...more,
  };
}

function atLeast(indicator: string, value: number, more: Partial<Target> = {}): Target {
  const raw = `Tối thiểu ${value}`;
  return {
    indicator,
    level: null,
    agency: null,
    raw,
    operator: '>=',
    value,
    confirmed: true,
    ...more,
  };
}

function task(code: string, more: Partial<Task>): Task {
  return {
    ...province.tasks[0],
    code,
    stt: code.slice(1),
    text: `Nhiệm vụ ${code}`,
    filledBy: EVERYONE,
    ...more,
  };
}

const agency = (code: string, more: Partial<Agency> = {}): Agency => ({
  ...province.agencies.find((one) => one.code === code)!,
  ...more,
});

/**
 * Trà Vinh with the agencies and the rows that are named, and the office that consolidates without
 * reporting.
 */
function small(agencies: readonly (string | Agency)[], rows: Partial<Plan>): Plan {
  const register = agencies.map((one) => (typeof one === 'string' ? agency(one) : one));
  return {
    ...province,
    agencies: [agency('VPUB', { reports: false }), ...register],
    indicators: [],
    targets: [],
    tasks: [],
    ...rows,
  };
}

/** The office's desk: what is dropped on it, and what it makes of that. */
class Office {
  ledger: Submission[] = [];

  constructor(readonly plan: Plan) {}

  async receive(
    forms: readonly Form[],
    options: Partial<TakeInOptions> = {},
  ): Promise<CheckedFile[]> {
    const files = await Promise.all(
      forms.map(async ({ workbook, fileName }) => {
        const bytes = await writeWorkbook(workbook);
        return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
      }),
    );
    const drop = {
      period: null,
      partial: false,
      received: '2024-01-15',
      upTo: null,
      run: 'tay',
      ...options,
    };
    const taken = await takeIn(this.plan, this.ledger, files, checkHere, drop, {
      cancelled: false,
      step: () => undefined,
    });
    this.ledger = taken.ledger;
    return taken.files;
  }

  /** Forms that have to be sound: a slip in the test is no test. */
  async accept(forms: readonly Form[]): Promise<void> {
    const files = await this.receive(forms);
    expect(
      files
        .filter(({ accepted }) => accepted !== 'all')
        .map(({ file, findings }) => [file, findings]),
    ).toEqual([]);
  }

  report(period: string, options: Partial<ConsolidationOptions> = {}) {
    return consolidatePeriod(this.plan, this.ledger, periodOf(period), {
      acceptIncomplete: false,
      asOf: null,
      ...options,
    });
  }

  result(period: string, options: Partial<ConsolidationOptions> = {}): Consolidation {
    return this.report(period, options).result;
  }

  figure(
    period: string,
    code: string,
    options: Partial<ConsolidationOptions> = {},
  ): IndicatorResult {
    return this.result(period, options).indicators.find((one) => one.code === code)!;
  }

  task(period: string, code: string, options: Partial<ConsolidationOptions> = {}) {
    return this.result(period, options).tasks.find((one) => one.code === code)!;
  }

  /** A form with its ratios typed in: the code, the numerator, the denominator. */
  form(agencyCode: string, period: string, ...rows: [string, number, number][]): Form {
    const form = new Form(this.plan, agencyCode, period);
    for (const [code, numerator, denominator] of rows)
      form.type(code, 'numerator', numerator).type(code, 'denominator', denominator);
    return form;
  }
}

const month = (number: number) => `2024-${String(number).padStart(2, '0')}`;
const codesOf = ({ findings }: CheckedFile) => findings.map(({ code }) => code);
const sheetOf = (sheets: readonly Sheet[], name: string) =>
  sheets.find((one) => one.name === name)!;
const textsOf = (sheet: Sheet) =>
  [...sheet.rows.values()].flatMap((row) => [...row.values()].map((cell) => cell.value));

/** The row of a table that has a text in one of its columns. */
function rowWith(sheet: Sheet, column: number, text: string) {
  const row = [...sheet.rows.keys()].find((one) => sheet.value(one, column) === text)!;
  return (other: number) => sheet.value(row, other);
}

describe('the pitfalls of adding up', () => {
  it('a missing agency (chưa báo cáo) or a missing month (thiếu tháng) is not 0', async () => {
    const plan = small(['SNV', '842', '29461'], {
      indicators: [ratio('K1', 'flow'), ratio('K2', 'stock')],
      targets: [atLeast('K1', 80), atLeast('K2', 80)],
    });
    const office = new Office(plan);
    await office.accept([
      ...[1, 2, 3].map((at) => office.form('SNV', month(at), ['K1', 8, 10], ['K2', 8, 10])),
      // The town has no report of February, the commune none at all of the flow; its stock stands
      // in February only.
      ...[1, 3].map((at) => office.form('842', month(at), ['K1', 40, 50], ['K2', 40, 50])),
      office.form('29461', month(2), ['K2', 5, 5]),
    ]);
    // K1: 3 × 8 + 2 × 40 of 3 × 10 + 2 × 50. As zeros of the usual 50 and 5 it would be far below
    // its target.
    expect(office.figure('2024-Q1', 'K1')).toMatchObject({
      numerator: 104,
      denominator: 130,
      value: 80,
      expected: 9,
      reported: 5,
      complete: false,
      status: 'incomplete',
      notReported: ['29461'],
      missingMonths: { '842': ['2024-02'], '29461': ['2024-01', '2024-02', '2024-03'] },
      notMet: [],
    });
    // K2: March's 8 + 40 of 10 + 50; the commune's February is not taken for its March.
    expect(office.figure('2024-Q1', 'K2')).toMatchObject({
      numerator: 48,
      denominator: 60,
      expected: 3,
      reported: 2,
      status: 'incomplete',
      notReported: ['29461'],
    });
    // In the tables: n/N beside the total, and a blank cell for who said nothing.
    const { sheets } = office.report('2024-Q1');
    const total = rowWith(sheetOf(sheets, 'Chỉ tiêu 2024-Q1'), 1, 'K1');
    expect([total(14), total(16)]).toEqual(['Chưa đủ số liệu', '2 (5/9)']);
    const matrix = sheetOf(sheets, 'Theo đơn vị 2024-Q1');
    const commune = rowWith(matrix, 1, agency('29461').name);
    expect([commune(2), commune(3), commune(4)]).toEqual([null, null, null]);
    // Only the consolidator judges over n/N, and the table says so.
    const closed = office.report('2024-Q1', { acceptIncomplete: true });
    expect(closed.result.indicators[0].status).toBe('met');
    expect(textsOf(sheetOf(closed.sheets, 'Chỉ tiêu 2024-Q1'))).toContain(
      'Kỳ báo cáo được chốt với 1/3 đơn vị; số liệu chưa đầy đủ vẫn được đánh giá.',
    );
  });

  it('late (nộp muộn) is kept, flagged and counted', async () => {
    const plan = small(['SNV', '842'], {
      indicators: [ratio('K1', 'flow')],
      targets: [atLeast('K1', 80)],
    });
    const office = new Office(plan);
    // Cut off on Thursday 14/3/2024, due two working days later: Monday 18/3.
    const [inTime] = await office.receive([office.form('SNV', '2024-03', ['K1', 9, 10])], {
      received: '2024-03-18',
    });
    const [late] = await office.receive([office.form('842', '2024-03', ['K1', 30, 40])], {
      received: '2024-03-20',
    });
    expect([inTime.late, inTime.verdict, codesOf(inTime)]).toEqual([0, 'clean', []]);
    expect([late.late, late.verdict, late.accepted, codesOf(late)]).toEqual([
      2,
      'warnings',
      'all',
      ['late'],
    ]);
    expect(office.ledger.map((one) => [one.agency, one.received, one.late])).toEqual([
      ['SNV', '2024-03-18', 0],
      ['842', '2024-03-20', 2],
    ]);
    expect(office.figure('2024-03', 'K1')).toMatchObject({
      numerator: 39,
      denominator: 50,
      value: 78,
      complete: true,
    });
    const board = rowWith(
      sheetOf(office.report('2024-03').sheets, 'Nộp báo cáo 2024-03'),
      1,
      agency('842').name,
    );
    expect([board(7), board(10)]).toEqual([2, 'Đã tiếp nhận']);
  });

  describe('resubmission (nộp lại)', () => {
    const plan = small(['SNV', '842'], {
      indicators: [ratio('K1', 'flow')],
      targets: [atLeast('K1', 50)],
    });

    it('a new version, the old one kept, only the latest accepted counts; after Khóa kỳ it needs Mở lại kỳ', async () => {
      const office = new Office(plan);
      const versions = () =>
        office.ledger
          .filter((one) => one.agency === 'SNV')
          .map((one) => [one.version, one.accepted]);
      const own = () => office.figure('2024-07', 'K1').numerator;
      await office.accept([
        office.form('SNV', '2024-07', ['K1', 10, 20]),
        office.form('842', '2024-07', ['K1', 5, 10]),
      ]);
      expect(own()).toBe(15);
      await office.accept([office.form('SNV', '2024-07', ['K1', 16, 20])]);
      expect([versions(), own()]).toEqual([
        [
          [1, 'all'],
          [2, 'all'],
        ],
        21,
      ]);
      // The third is returned: 30 of 20 cannot be, so the second still counts.
      const [returned] = await office.receive([office.form('SNV', '2024-07', ['K1', 30, 20])]);
      expect([returned.version, returned.accepted, own()]).toEqual([3, 'none', 21]);

      const act = (period: string, kind: PeriodAct['kind'], at: string): PeriodAct => ({
        period,
        kind,
        who: 'Lan',
        at,
      });
      const acts = [act('2024-Q3', 'locked', '2024-09-20 09:30:00')];
      const again = office.form('SNV', '2024-07', ['K1', 18, 20]);
      // The quarter is locked, and with it each of its months; the second quarter's are not.
      const refused = await office.receive([again], { locked: lockedPeriods(plan, acts) });
      expect([refused[0].accepted, codesOf(refused[0])]).toEqual(['none', ['period-locked']]);
      expect([versions().length, own()]).toEqual([3, 21]);
      acts.push(act('2024-07', 'reopened', '2024-09-21 08:00:00'));
      const august = office.form('SNV', '2024-08', ['K1', 1, 20]);
      const reopened = await office.receive([again, august], { locked: lockedPeriods(plan, acts) });
      expect(reopened.map((one) => [one.version, one.accepted])).toEqual([
        [4, 'all'],
        [0, 'none'],
      ]);
      expect([versions(), own()]).toEqual([
        [
          [1, 'all'],
          [2, 'all'],
          [3, 'none'],
          [4, 'all'],
        ],
        23,
      ]);
    });

    it('a later correction of month 7 restates quarter III, nine months and the year, and no other period', async () => {
      const office = new Office(plan);
      const year = Array.from({ length: 12 }, (_, index) => month(index + 1));
      await office.accept(
        year.flatMap((at) => [
          office.form('SNV', at, ['K1', 10, 20]),
          office.form('842', at, ['K1', 5, 10]),
        ]),
      );
      const parts = () =>
        ['2024-07', '2024-Q2', '2024-Q3', '2024-H1', '2024-H2', '2024-9M', '2024'].map((period) => {
          const { numerator, denominator } = office.figure(period, 'K1');
          return [period, numerator, denominator];
        });
      // Each month 15 of 30.
      expect(parts()).toEqual([
        ['2024-07', 15, 30],
        ['2024-Q2', 45, 90],
        ['2024-Q3', 45, 90],
        ['2024-H1', 90, 180],
        ['2024-H2', 90, 180],
        ['2024-9M', 135, 270],
        ['2024', 180, 360],
      ]);
      await office.accept([office.form('SNV', '2024-07', ['K1', 16, 22])]);
      // Six more of two more, wherever July is in.
      expect(parts()).toEqual([
        ['2024-07', 21, 32],
        ['2024-Q2', 45, 90],
        ['2024-Q3', 51, 92],
        ['2024-H1', 90, 180],
        ['2024-H2', 96, 182],
        ['2024-9M', 141, 272],
        ['2024', 186, 362],
      ]);
      expect(office.figure('2024-06', 'K1').cumulative).toMatchObject({
        numerator: 90,
        denominator: 180,
      });
      expect(office.figure('2024-08', 'K1').cumulative).toMatchObject({
        numerator: 126,
        denominator: 242,
      });
      expect(office.figure('2024-08', 'K1').previous).toMatchObject({
        numerator: 21,
        denominator: 32,
      });
    });
  });

  it('agencies that are not assigned (không được giao) leave the denominator and the chase list', async () => {
    const districts: Filler[] = [{ level: 'huyen' }, { except: '845' }];
    const plan = small(['SNV', '842', '844', '845', '29461'], {
      indicators: [ratio('K1', 'flow', { filledBy: districts }), ratio('K2', 'flow')],
      targets: [atLeast('K1', 80)],
    });
    // 845 still has the form of before it was left out: what it types there does not come back into
    // the total.
    const before = {
      ...plan,
      indicators: [ratio('K1', 'flow', { filledBy: EVERYONE }), ratio('K2', 'flow')],
    };
    const office = new Office(plan);
    await office.accept([office.form('842', '2024-03', ['K1', 9, 10], ['K2', 1, 2])]);
    const [old] = await office.receive([new Form(before, '845', '2024-03').fill(0, 90)]);
    expect([old.accepted, codesOf(old)]).toEqual(['all', ['row-unassigned']]);
    expect(office.figure('2024-03', 'K1')).toMatchObject({
      numerator: 9,
      denominator: 10,
      expected: 2,
      reported: 1,
      notReported: ['844'],
      missingMonths: { '844': ['2024-03'] },
      levels: [{ level: 'huyen', numerator: 9, denominator: 10 }],
    });
    await office.accept([office.form('844', '2024-03', ['K1', 7, 10], ['K2', 1, 2])]);
    expect(office.figure('2024-03', 'K1')).toMatchObject({
      expected: 2,
      complete: true,
      value: 80,
      status: 'met',
    });
    // The other row is everybody's: there they are chased.
    expect(office.figure('2024-03', 'K2')).toMatchObject({
      expected: 5,
      notReported: ['29461', 'SNV'],
    });
    const nobody = new Office({ ...plan, indicators: [ratio('K1', 'flow', { filledBy: [] })] });
    expect(nobody.figure('2024-03', 'K1')).toMatchObject({
      expected: 0,
      reported: 0,
      status: 'not-assigned',
    });
  });

  it('two-level targets (huyện 60%, xã 50%): one indicator, a target per level, no single threshold of the province', async () => {
    const whole = builtinPlan('tra-cu-2023')!;
    const plan: Plan = {
      ...whole,
      agencies: whole.agencies.filter(({ code }) => ['VP', 'PNV', '29461', '29462'].includes(code)),
      indicators: whole.indicators.filter(({ code }) => code === 'K01'),
      targets: whole.targets.filter(({ indicator }) => indicator === 'K01'),
      tasks: [],
    };
    const office = new Office(plan);
    await office.accept([
      office.form('VP', '2023-Q2', ['K01', 7, 10]),
      office.form('PNV', '2023-Q2', ['K01', 11, 20]),
      office.form('29461', '2023-Q2', ['K01', 55, 100]),
      office.form('29462', '2023-Q2', ['K01', 445, 900]),
    ]);
    const k01 = office.figure('2023-Q2', 'K01');
    // 18 of 30 is 60% of the district's offices, 500 of 1000 is 50% of the communes; together 518
    // of 1030 is 50,29%.
    expect(
      k01.levels.map((one) => [one.level, one.numerator, one.denominator, one.status]),
    ).toEqual([
      ['huyen', 18, 30, 'met'],
      ['xa', 500, 1000, 'met'],
    ]);
    expect([k01.numerator, k01.denominator, k01.status]).toEqual([518, 1030, 'met']);
    // 55% misses at an office of the district and does not at a commune; 445 of 900 misses there
    // too.
    expect(k01.notMet).toEqual(['29462', 'PNV']);
    expect(rowWith(sheetOf(office.report('2023-Q2').sheets, 'Chỉ tiêu 2023-Q2'), 1, 'K01')(4)).toBe(
      plan.targets.map(({ raw }) => raw).join('; '),
    );
    // One level below its own target is the province's “Không đạt”, though 50,19% is above the
    // communes' 50.
    await office.accept([office.form('VP', '2023-Q2', ['K01', 6, 10])]);
    expect(office.figure('2023-Q2', 'K01')).toMatchObject({
      numerator: 517,
      denominator: 1030,
      status: 'not-met',
    });
    // Unless the plan defines one for all.
    const general = new Office({ ...plan, targets: [...plan.targets, atLeast('K01', 50)] });
    general.ledger = office.ledger;
    expect(general.figure('2023-Q2', 'K01').status).toBe('met');
  });

  it('two paths (xã → huyện → tỉnh and xã → tỉnh): the plan names one for a period, and what comes by the other is not added', async () => {
    // Communes report themselves until 31/3; from 01/4 the district adds them up.
    const [direct, viaDistrict] = [
      ratio('K1', 'flow', { filledBy: COMMUNES }),
      ratio('K1', 'flow', { filledBy: [{ level: 'huyen' }], from: '2024-04-01' }),
    ];
    const more = [ratio('K2', 'flow'), ratio('K3', 'flow', { filledBy: [{ level: 'huyen' }] })];
    const plan = small(['849', '29461', '29462'], { indicators: [direct, viaDistrict, ...more] });
    const office = new Office(plan);
    const communes = ['29461', '29462'];
    await office.accept([
      ...[1, 2, 3].flatMap((at) =>
        communes.map((code) => office.form(code, month(at), ['K1', 10, 20], ['K2', 1, 2])),
      ),
      ...[4, 5, 6].map((at) =>
        office.form('849', month(at), ['K1', 25, 50], ['K2', 1, 2], ['K3', 1, 2]),
      ),
    ]);
    // The communes send the forms they had before, which still ask for it: 10 of 20 each, already
    // in the district's 25 of 50.
    const before = { ...plan, indicators: [direct, ...more] };
    const late = [4, 5, 6].flatMap((at) =>
      communes.map((code) => new Form(before, code, month(at)).fill(10, 20)),
    );
    const files = await office.receive(late);
    expect(files.map((one) => [one.accepted, codesOf(one)])).toEqual(
      files.map(() => ['all', ['form-before-adjustment']]),
    );
    expect(files[0].observations).toContainEqual(
      expect.objectContaining({ code: 'K1', value: 10, state: 'ok' }),
    );
    const { numerator, denominator, levels, expected, complete } = office.figure('2024-H1', 'K1');
    // 2 communes × 3 months × 10 of 20, and 3 months × 25 of 50.
    expect([numerator, denominator, expected, complete]).toEqual([135, 270, 9, true]);
    expect(levels.map((one) => [one.level, one.numerator, one.denominator])).toEqual([
      ['huyen', 75, 150],
      ['xa', 60, 120],
    ]);
    expect(office.figure('2024-04', 'K1')).toMatchObject({
      numerator: 25,
      denominator: 50,
      expected: 1,
    });
  });

  it('two paths taken at once are pointed out: a district’s figure that is exactly its communes’ sum', async () => {
    const communes = ['29461', '29462'];
    const own = communes.map((code) => agency(code, { parent: '849' }));
    const office = new Office(
      small(['849', ...own], { indicators: [ratio('K1', 'flow'), ratio('K2', 'flow')] }),
    );
    await office.accept([
      ...communes.map((code) => office.form(code, month(1), ['K1', 10, 20], ['K2', 1, 2])),
      office.form('849', month(1), ['K1', 20, 40], ['K2', 30, 40]),
    ]);
    const twice = () =>
      textsOf(office.report(month(1)).tables[0]).filter((text) =>
        /tính hai lần/.test(String(text)),
      );
    expect(twice()).toEqual([
      expect.stringMatching(/: K1 – .*849|K1 – .*, Tháng 1\/2024 \(2 đơn vị\)\.$/),
    ]);
    expect(String(twice()[0])).not.toContain('K2');
    // Named, not taken out: only the office knows by which path it came.
    expect(office.figure(month(1), 'K1')).toMatchObject({ numerator: 40, denominator: 80 });
    await office.receive([office.form('849', month(1), ['K1', 21, 40], ['K2', 30, 40])]);
    expect(twice()).toEqual([]);
  });

  it('two paths are named by the register, whatever the figures come to, until somebody says they are two', async () => {
    const communes = ['29461', '29462'];
    const own = communes.map((code) => agency(code, { parent: '849' }));
    const plan = small(['849', ...own], { indicators: [ratio('K1', 'flow'), ratio('K2', 'flow')] });
    const office = new Office(plan);
    const paths = (of: Office) =>
      textsOf(of.report(month(1)).tables[0]).filter((text) => /Hai đường/.test(String(text)));
    await office.accept([office.form('849', month(1), ['K1', 20, 40], ['K2', 30, 40])]);
    expect(paths(office)).toEqual([]);
    // The second commune is late, and the district's figure says nothing by itself.
    await office.accept([office.form('29461', month(1), ['K1', 10, 20], ['K2', 1, 2])]);
    expect(paths(office)).toEqual([expect.stringMatching(/K1, K2: .*Trà Cú và 1\/2 đơn vị\. Nếu/)]);
    const said = {
      table: 'Chỉ tiêu',
      code: 'K1, K2',
      heading: 'Đơn vị điền số liệu',
      question: '',
      who: 'An',
      day: null,
    };
    const settled = new Office({ ...plan, confirmations: [said] });
    await settled.accept([
      settled.form('849', month(1), ['K1', 20, 40], ['K2', 30, 40]),
      settled.form('29461', month(1), ['K1', 10, 20], ['K2', 1, 2]),
    ]);
    expect(paths(settled)).toEqual([]);
  });

  it('two paths: by the one a person chose for a month only its figures count, and who chose is said', async () => {
    const communes = ['29461', '29462'];
    const own = communes.map((code) => agency(code, { parent: '849' }));
    const plan = small(['849', ...own], { indicators: [ratio('K1', 'flow'), ratio('K2', 'flow')] });
    const chosen = (path: PathChoice['path'], who = 'An', period = month(1)): PathChoice => {
      return { period, table: 'indicators', code: 'K1', path, who, day: '2024-02-01', at: '' };
    };
    const figures = async (...paths: PathChoice[]) => {
      const office = new Office({ ...plan, paths });
      for (const period of [month(1), month(2)])
        await office.accept([
          ...communes.map((code) => office.form(code, period, ['K1', 10, 20], ['K2', 1, 2])),
          office.form('849', period, ['K1', 25, 40], ['K2', 30, 40]),
        ]);
      const { numerator, denominator, expected, reported } = office.figure(month(1), 'K1');
      const other = office.figure(month(1), 'K2').numerator;
      const next = office.figure(month(2), 'K1');
      const isOfPaths = (text: unknown) => /[Đđ]ường báo cáo/.test(String(text));
      const { tables, annexes } = office.report(month(1));
      const said = textsOf(tables[0]).filter(isOfPaths);
      // The office settles it before it signs; whoever gets the paper has nothing to choose.
      expect(printSet(tables, annexes).flatMap(textsOf).filter(isOfPaths)).toEqual([]);
      return { own: [numerator, denominator, reported, expected], other, next, said };
    };
    const above = await figures(chosen('below', 'Bình'), chosen('above'));
    // Of the same the last holds; February is added up so far with January's choice.
    expect(above.own).toEqual([25, 40, 1, 1]);
    expect([above.next.numerator, above.next.cumulative.numerator]).toEqual([45, 70]);
    expect(above.other).toBe(32);
    expect(above.said).toEqual([
      expect.stringMatching(/^Hai đường báo cáo .*\. K2: |^Hai đường báo cáo \(.*\)\. K2: /),
      'Đường báo cáo đã chọn (số được tính): K1, Tháng 1/2024: cấp trên (An, 01/02/2024).',
    ]);
    expect((await figures(chosen('below'))).own).toEqual([20, 40, 2, 2]);
    const both = await figures(chosen('both'));
    expect(both.own).toEqual([45, 80, 3, 3]);
    expect(both.said).toEqual([
      expect.stringMatching(/K2: /),
      expect.stringContaining('K1, Tháng 1/2024: cả hai'),
    ]);
    // A row of a quarter holds for its months, and says so of each.
    const quarter = await figures(chosen('above', 'An', '2024-Q1'));
    expect(quarter.own).toEqual([25, 40, 1, 1]);
    expect(quarter.said[1]).toContain('K1, Tháng 1/2024: cấp trên (An, 01/02/2024).');
    expect((await figures(chosen('above', 'An', month(3)))).own).toEqual([45, 80, 3, 3]);
  });

  describe('near-duplicates are linked “trùng với” and must agree', () => {
    const whole = builtinPlan('vinh-chap-2024')!;

    it('Vĩnh Chấp NQ01.5/NQ02.5', async () => {
      const plan = {
        ...whole,
        indicators: whole.indicators.filter(({ code }) =>
          ['NQ01-5', 'NQ02-5', 'NQ02-1'].includes(code),
        ),
        targets: whole.targets.filter(({ indicator }) =>
          ['NQ01-5', 'NQ02-5', 'NQ02-1'].includes(indicator),
        ),
        tasks: [],
      };
      const office = new Office(plan);
      const form = (own: number) =>
        office.form('MC', '2024-03', ['NQ01-5', 48, 50], ['NQ02-5', own, 50], ['NQ02-1', 30, 30]);
      const [differs] = await office.receive([form(47)]);
      expect([codesOf(differs), differs.accepted]).toEqual([['same-figure-differs'], 'none']);
      expect(differs.findings[0].facts).toMatchObject({ value: 47, otherValue: 48 });
      // Of its sound part neither of the two counts: nobody knows which one is right.
      await office.receive([form(47)], { partial: true });
      const values = () =>
        plan.indicators.map(({ code }) => office.figure('2024-03', code).numerator);
      expect(values()).toEqual([null, 30, null]);
      await office.accept([form(48)]);
      expect(values()).toEqual([48, 30, 48]);
    });

    it('Vĩnh Long VI.6/VIII.3: two tasks that say the same but not who leads or when are pointed out', () => {
      const plan = builtinPlan('vinh-long-2023')!;
      const twice = doubtsOf(plan).filter(({ code }) => code === 'plan-task-twice');
      expect(twice).toContainEqual(
        expect.objectContaining({
          row: 'PL-VIII-3',
          severity: 'warning',
          facts: { other: 'PL-VI-6' },
        }),
      );
      // With one lead and one deadline there is nothing to settle between them.
      const [first] = plan.tasks.filter(({ code }) => code === 'PL-VI-6');
      const { lead, deadlineText } = first;
      const tasks = plan.tasks.map((one) =>
        one.code === 'PL-VIII-3' ? { ...one, lead, deadlineText } : one,
      );
      const left = doubtsOf({ ...plan, tasks }).filter(({ code }) => code === 'plan-task-twice');
      expect(left).toHaveLength(twice.length - 1);
    });
  });

  it('a target over a small denominator is a count, ⌈t·N⌉: 60% of 3 “Bộ phận Một cửa” are 2, 80% of 2 are both', async () => {
    const whole = builtinPlan('tra-cu-2023')!;
    const targets = whole.targets.filter(({ indicator }) => indicator === 'K02');
    const plan: Plan = {
      ...whole,
      agencies: whole.agencies.filter(({ code }) =>
        ['VP', 'PNV', '29461', '29462', '29464'].includes(code),
      ),
      indicators: whole.indicators.filter(({ code }) => code === 'K02'),
      targets: targets.map((target) => ({ ...target, confirmed: true })),
      tasks: [],
    };
    const needed = (own: Plan) =>
      doubtsOf(own).flatMap((one) => (one.code === 'plan-small-denominator' ? [one.facts] : []));
    expect(needed(plan)).toEqual([
      { value: 80, count: 2, needed: 2 },
      { value: 60, count: 3, needed: 2 },
    ]);
    // 50% of 2 are 1 without any rounding: nothing to say.
    expect(needed({ ...plan, targets: [{ ...plan.targets[0], value: 50 }] })).toEqual([]);
    // And so it is judged: one office less than the count needed is not enough, the count is.
    const office = new Office(plan);
    const send = (...done: number[]) =>
      office.accept(
        ['VP', 'PNV', '29461', '29462', '29464'].map((code, at) =>
          office.form(code, '2023-Q2', ['K02', done[at], 1]),
        ),
      );
    const levels = () =>
      office.figure('2023-Q2', 'K02').levels.map((one) => [one.numerator, one.status]);
    await send(1, 0, 1, 0, 0);
    expect(levels()).toEqual([
      [1, 'not-met'],
      [1, 'not-met'],
    ]);
    const few = () =>
      textsOf(office.report('2023-Q2').tables[0]).filter((text) => /Mẫu số nhỏ/.test(String(text)));
    expect(few()).toEqual([
      'Mẫu số nhỏ, mức giao tính ra số lượng: chỉ tiêu 2 (cấp huyện): cần ít nhất 2/2, nay 1; chỉ tiêu 2 (cấp xã): cần ít nhất 2/3, nay 1.',
    ]);
    await send(1, 1, 1, 1, 0);
    expect(levels()).toEqual([
      [2, 'met'],
      [2, 'met'],
    ]);
  });

  it('a deadline before the plan year (Quý IV/2022 in a 2023 plan) is legitimate', async () => {
    const whole = builtinPlan('vinh-long-2023')!;
    const plan: Plan = {
      ...whole,
      agencies: whole.agencies.filter(({ code }) => ['SNV', 'STP', 'STC', '855'].includes(code)),
      indicators: [],
      targets: [],
      tasks: whole.tasks.filter(({ code }) => code === 'PL-I-1b'),
    };
    expect(
      doubtsOf(plan).filter(({ table, severity }) => table === 'tasks' && severity === 'error'),
    ).toEqual([]);
    const office = new Office(plan);
    const form = (code: string) => new Form(plan, code, '2023-Q1');
    // Quarter IV/2022 is cut off on 14/12/2022.
    const files = await office.receive([
      form('SNV').done('PL-I-1b', '2022-12-14'),
      form('STP').done('PL-I-1b', '2022-12-15'),
      form('STC').typeTask('PL-I-1b', 'status', 'Đang thực hiện'),
      form('855').done('PL-I-1b', '2022-11-20'),
    ]);
    expect(
      files.map((one) => [
        one.accepted,
        one.findings.filter(({ severity }) => severity === 'error'),
      ]),
    ).toEqual(Array.from({ length: 4 }, () => ['all', []]));
    const done = office.task('2023-Q1', 'PL-I-1b');
    expect([done.assigned, done.done, done.status]).toEqual([4, 3, 'overdue']);
    expect(done.agencies.map((one) => [one.agency, one.status])).toEqual([
      ['855', 'done-on-time'],
      ['SNV', 'done-on-time'],
      ['STC', 'overdue'],
      ['STP', 'done-late'],
    ]);
  });

  it('“trước ngày D” is due on the day before: done on D is no longer in time, and the plan says so aloud', async () => {
    const whole = builtinPlan('vinh-chap-2024')!;
    // “hoàn thành trước ngày 25/4/2024”
    const own = whole.tasks.find(({ code }) => code === 'T1b0')!;
    const plan: Plan = {
      ...whole,
      indicators: [],
      targets: [],
      tasks: [{ ...own, filledBy: [{ agency: 'VP' }, { agency: 'MC' }, { agency: 'TPHT' }] }],
    };
    expect(own.deadline).toEqual({ kind: 'date', date: '2024-04-24' });
    expect(readDeadlineText(own.deadlineText, 2024).deadline).toEqual(own.deadline);
    expect(doubtsOf(plan)).toContainEqual(
      expect.objectContaining({
        code: 'plan-before-day',
        row: 'T1b0',
        facts: { found: own.deadlineText, date: '2024-04-24' },
      }),
    );
    const office = new Office(plan);
    await office.receive([
      new Form(plan, 'VP', '2024-05').done('T1b0', '2024-04-24'),
      new Form(plan, 'MC', '2024-05').done('T1b0', '2024-04-25'),
      new Form(plan, 'TPHT', '2024-05').typeTask('T1b0', 'status', 'Chưa thực hiện'),
    ]);
    const statuses = (asOf: string) =>
      office.task('2024-05', 'T1b0', { asOf }).agencies.map((one) => one.status);
    expect(statuses('2024-04-23')).toEqual(['done-late', 'not-due', 'done-on-time']);
    expect(statuses('2024-04-24')).toEqual(['done-late', 'not-due', 'done-on-time']);
    expect(statuses('2024-04-25')).toEqual(['done-late', 'overdue', 'done-on-time']);
    expect(office.task('2024-05', 'T1b0')).toMatchObject({
      assigned: 3,
      done: 2,
      status: 'overdue',
    });
  });

  describe('after a merge (sáp nhập) flows are summed, after a split (chia, tách) “không so sánh được”', () => {
    // On 01/7 two communes become a new one; told the other way, only a part of the second went
    // over.
    const NEW = agency('29464', {
      code: 'M1',
      name: 'Ủy ban nhân dân xã Hợp Nhất',
      validFrom: '2024-07-01',
    });
    const ended = (code: string) => agency(code, { validTo: '2024-06-30' });
    const day = '2024-07-01';
    const merged: Plan = {
      ...small([ended('29461'), ended('29462'), NEW], {
        indicators: [ratio('K1', 'flow'), ratio('K2', 'stock')],
      }),
      successions: ['29461', '29462'].map((from) => ({ from, to: 'M1', kind: 'merge', date: day })),
    };

    it('flows of the old units and of the new one are all in the year; a stock is only the new one’s', async () => {
      const office = new Office(merged);
      await office.accept([
        ...[1, 2, 3, 4, 5, 6].flatMap((at) => [
          office.form('29461', month(at), ['K1', 3, 5], ['K2', 3, 5]),
          office.form('29462', month(at), ['K1', 1, 4], ['K2', 1, 4]),
        ]),
        ...[7, 8, 9].map((at) => office.form('M1', month(at), ['K1', 6, 10], ['K2', 6, 10])),
      ]);
      // 6 × 3 + 6 × 1 + 3 × 6 of 6 × 5 + 6 × 4 + 3 × 10.
      expect(office.figure('2024-9M', 'K1')).toMatchObject({
        numerator: 42,
        denominator: 84,
        value: 50,
        expected: 15,
        complete: true,
      });
      expect(office.figure('2024-9M', 'K2')).toMatchObject({
        numerator: 6,
        denominator: 10,
        expected: 1,
      });
      // What the new one's form carries on: its last month, and since January 18 + 6 + 18 of 30 +
      // 24 + 30.
      const cells = (plan: Plan) => {
        const issued = issueTemplates(plan, '2024-10', ['M1'], office.ledger);
        if (!issued.ok) throw new Error(issued.refusal.code);
        const row = rowWith(issued.value[0].make().sheets[0], 0, 'K1');
        const keys = [
          ...(['lastNumerator', 'lastDenominator'] as const),
          ...(['previousNumerator', 'previousDenominator'] as const),
        ];
        return keys.map((one) => row(INDICATOR_COLUMNS.findIndex(({ key }) => key === one)));
      };
      expect(cells(merged)).toEqual([6, 10, 42, 84]);
      // Where a part of one went elsewhere nobody can tell the parts: nothing is carried on, and
      // that is said.
      const split: Plan = {
        ...merged,
        successions: [merged.successions[0], { ...merged.successions[1], kind: 'split' }],
      };
      expect(cells(split).filter((value) => value !== null)).toEqual([
        'không so sánh được',
        'không so sánh được',
      ]);
      const note = (plan: Plan) => {
        const { sheets } = Object.assign(new Office(plan), { ledger: office.ledger }).report(
          '2024-9M',
        );
        return textsOf(sheetOf(sheets, 'Theo đơn vị 2024-9M')).filter((text) =>
          /^Không so sánh được/.test(String(text)),
        );
      };
      expect(note(merged)).toEqual([]);
      expect(note(split)).toEqual([expect.stringContaining('trước ngày 01/7/2024')]);
    });

    it('an abolished district’s open dossiers are asked of a named successor; without one the carry-over rule is silent', async () => {
      const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0];
      const carriedOver = async (successions: Plan['successions'], opening: number) => {
        const plan: Plan = {
          ...small([agency('849', { validTo: '2024-06-30' }), NEW], {
            forms: [structuredClone(BUILTIN_FORMS[0])],
          }),
          successions,
        };
        const office = new Office(plan);
        const form = (code: string, period: string, dossiers: readonly number[]) => {
          const own = new Form(plan, code, period);
          for (const { key } of plan.forms[0].rows)
            own.typeStat('II.06a', key, key === '2' ? dossiers : NOTHING);
          return own;
        };
        // 4 online, 5 by hand, 6 from before; 8 early, 9 in time, 10 late; 12 open in time, 13 open
        // late: the district leaves 7.
        await office.accept([form('849', '2024-06', [10, 2, 3, 4, 3, 1, 5, 2])]);
        const july = form('M1', '2024-07', [4, 0, opening, 4, 0, 0, opening, 0]);
        const [file] = await office.receive([july]);
        return file.findings.map(({ code, cell, facts }) => [
          code,
          cell === july.statCell('II.06a', '2', '6'),
          facts,
        ]);
      };
      const named: Plan['successions'] = [{ from: '849', to: 'M1', kind: 'rename', date: day }];
      expect(await carriedOver(named, 7)).toEqual([]);
      expect(await carriedOver(named, 3)).toEqual([
        ['carry-over-mismatch', true, { identity: '6 = 11 kỳ trước', given: 3, previous: 7 }],
      ]);
      expect(await carriedOver([], 3)).toEqual([]);
      expect(await carriedOver([{ ...named[0], kind: 'split' }], 3)).toEqual([]);
    });
  });
});

describe('every kind of figure, over agencies and over time', () => {
  const counted = (code: string, overTime: OverTime) =>
    ratio(code, overTime, { kind: 'count', denominator: null, unit: 'hồ sơ' });
  const minutes = { kind: 'duration', unit: 'phút/lượt', partOfWhole: false } as const;
  const computed = (code: string, taskCount: Indicator['taskCount']) =>
    ratio(code, 'from-tasks', { kind: 'computed', taskCount, filledBy: [] });
  const plan = small(['SNV', '842', '29461'], {
    indicators: [
      counted('C1', 'flow'),
      counted('C2', 'stock'),
      ratio('R1', 'flow'),
      ratio('R2', 'stock'),
      ratio('R3', 'cumulative', { kind: 'reduction' }),
      ratio('R4', 'flow', { kind: 'satisfaction' }),
      ratio('R5', 'flow', minutes),
      ratio('R6', 'flow', { kind: 'increase' }),
      computed('V1', 'done'),
      computed('V2', 'done-on-time'),
    ],
    targets: [
      atLeast('R1', 95),
      atLeast('R2', 60),
      atLeast('R3', 20),
      atLeast('R4', 70),
      { ...atLeast('R5', 30), raw: 'Tối đa 30', operator: '<=' },
      { ...atLeast('R6', 0), raw: 'Tăng', operator: 'increase', value: null },
    ],
    tasks: [
      task('T1', { deadline: { kind: 'date', date: '2024-02-20' } }),
      task('T2', { deadline: { kind: 'recurring', every: 'month' } }),
      task('T3', { deadline: { kind: 'period', period: '2024-12' } }),
    ],
    forms: [structuredClone(BUILTIN_FORMS[0])],
  });
  const office = new Office(plan);
  const quarter = (code: string) => office.figure('2024-Q1', code);

  /** What each agency reports in January, February and March: a count, or tử/mẫu. */
  const FIGURES: Record<string, Record<string, string>> = {
    C1: { SNV: '10 20 30', 842: '5 0 7', 29461: '1 2 3' },
    C2: { SNV: '4 6 5', 842: '0 2 3', 29461: '9 7 8' },
    R1: { SNV: '900/1000 950/1000 7650/8000', 842: '2/10 3/10 5/20', 29461: '0/0 0/0 0/0' },
    R2: { SNV: '1/8 3/8 4/8', 842: '5/12 5/12 6/12', 29461: '0/5 5/5 5/5' },
    R3: { SNV: '0/10 1/10 2/10', 842: '0/20 2/20 3/20', 29461: '0/5 1/5 2/5' },
    R4: { SNV: '9/10 8/10 7/10', 842: '40/50 20/50 30/50', 29461: '0/0 1/4 2/6' },
    R5: { SNV: '200/10 300/10 100/10', 842: '900/20 800/20 700/20', 29461: '10/2 20/2 30/2' },
    R6: { SNV: '5/20 10/20 12/20', 842: '20/60 30/60 24/60', 29461: '0/20 0/20 8/20' },
  };
  /** One field of II.06a: columns 4, 5, 6, 8, 9, 10, 12 and 13 of the three months. */
  const DOSSIERS: Record<string, string> = {
    SNV: '4 2 1 3 1 1 1 1; 3 0 2 2 1 0 2 0; 5 1 2 4 1 1 1 1',
    842: '8 0 3 5 2 0 4 0; 6 1 4 5 3 1 2 0; 9 0 2 6 2 0 3 0',
    29461: '1 1 0 1 1 0 0 0; 2 0 0 1 0 0 1 0; 0 0 1 1 0 0 0 0',
  };
  /** Of T1, month by month. */
  const DIFFICULTIES: Record<string, string[]> = {
    SNV: ['', '-', 'Không có'],
    842: ['Chưa có kinh phí', 'Chưa có kinh phí', 'Không'],
    29461: ['Đường truyền yếu', '', '=Thiếu máy'],
  };
  const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0];

  function reported(code: string, at: number): Form {
    const form = office.form(code, month(at));
    for (const [row, agencies] of Object.entries(FIGURES)) {
      const [top, below] = agencies[code].split(' ')[at - 1].split('/').map(Number);
      form.type(row, 'numerator', top);
      if (below !== undefined) form.type(row, 'denominator', below);
    }
    const dossiers = DOSSIERS[code].split('; ')[at - 1].split(' ').map(Number);
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, key === '1' ? dossiers : NOTHING);
    form.typeTask('T1', 'status', 'Đang thực hiện').typeTask('T1', 'result', `Dự thảo lần ${at}`);
    form.typeTask('T1', 'difficulty', DIFFICULTIES[code][at - 1] || null);
    form.typeTask('T3', 'status', at === 3 ? 'Đang thực hiện' : 'Chưa thực hiện');
    // The town does its recurring task in two months of three, the others in all.
    form.typeTask('T2', 'status', code === '842' && at === 2 ? 'Chưa thực hiện' : 'Hoàn thành');
    return form;
  }

  beforeAll(async () => {
    const forms = [1, 2, 3].flatMap((at) =>
      ['SNV', '842', '29461'].map((code) => {
        const form = reported(code, at);
        // In time by the department in February, whose form of March forgets it; late by the town
        // in March.
        if (code === 'SNV' && at === 2) form.done('T1', '2024-02-14', 'Quyết định số 7/QĐ');
        if (code === '842' && at === 3) form.done('T1', '2024-03-01', 'Quyết định số 9/QĐ');
        return form;
      }),
    );
    await office.accept(forms);
  });

  it('a count that flows: summed over agencies, summed over months', () => {
    // 10 + 20 + 30, 5 + 0 + 7, 1 + 2 + 3.
    expect(quarter('C1')).toMatchObject({
      numerator: null,
      denominator: null,
      value: 78,
      expected: 9,
      complete: true,
    });
    expect(quarter('C1').levels.map(({ level, value }) => [level, value])).toEqual([
      ['tinh', 60],
      ['huyen', 12],
      ['xa', 6],
    ]);
    expect(office.figure('2024-03', 'C1')).toMatchObject({
      value: 40,
      cumulative: { value: 78 },
      previous: { value: 22 },
    });
  });

  it('a count that stands (số cuối kỳ): summed over agencies, the last month’s, never summed over months', () => {
    // March's 5 + 3 + 8; the months added up would be 44.
    expect(quarter('C2')).toMatchObject({
      value: 16,
      expected: 3,
      complete: true,
      cumulative: { value: 16 },
    });
    expect(office.figure('2024-02', 'C2').value).toBe(15);
  });

  it('what is carried over (kỳ trước chuyển qua, Biểu II.06a): summed over agencies, the first month’s opening', () => {
    const [form] = office.result('2024-Q1').forms;
    // Columns 3 to 13: January's openings 1 + 3 + 0, March's 12 and 13, the others three months';
    // 38 + 5 + 4 is 42 + 5.
    // The months' own column 3 added up would count what was open twice: 20 + 18 + 20.
    expect(Object.values(form.total)).toEqual([47, 38, 5, 4, 42, 28, 11, 3, 5, 4, 1]);
    expect(form.rows.map(({ key, columns }) => [key, columns['6'], columns['11']])).toEqual([
      ['29461', 0, 0],
      ['842', 3, 3],
      ['SNV', 1, 2],
    ]);
  });

  it('a ratio of flows: Σtử/Σmẫu over agencies and months, never a mean of percentages', () => {
    // 9500 of 10000 is 95%, 10 of 40 is 25%: their mean is 60%, the true value 94,72%. The commune
    // had nothing to do.
    expect(
      quarter('R1').levels.map(({ numerator, denominator, value }) => [
        numerator,
        denominator,
        value,
      ]),
    ).toEqual([
      [9500, 10000, 95],
      [10, 40, 25],
      [0, 0, null],
    ]);
    expect(quarter('R1')).toMatchObject({
      numerator: 9510,
      denominator: 10040,
      complete: true,
      status: 'not-met',
    });
    // 951.000 / 10.040 = 94 + 7.240/10.040
    expect(quarter('R1').value).toBeCloseTo(94.721115538, 9);
    expect(quarter('R1').notMet).toEqual(['842']);
  });

  it('an agency that sends only a percentage cannot be added up: “không đủ cơ sở tính”', async () => {
    const other = Object.assign(new Office(plan), { ledger: office.ledger });
    const form = reported('842', 3)
      .type('R1', 'numerator', null)
      .type('R1', 'denominator', null)
      .type('R1', 'ratio', 25);
    await other.receive([form]);
    expect(other.figure('2024-03', 'R1')).toMatchObject({
      numerator: 7650,
      denominator: 8000,
      noBasis: ['842'],
      missingMonths: {},
      status: 'incomplete',
    });
  });

  it('a ratio that stands: Σtử/Σmẫu over agencies of the last month', () => {
    // (4 + 6 + 5) of (8 + 12 + 5).
    expect(quarter('R2')).toMatchObject({
      numerator: 15,
      denominator: 25,
      value: 60,
      expected: 3,
      status: 'met',
    });
  });

  it('a reduction (cắt giảm), told as it has grown: Σreduced/Σbase of the last month', () => {
    // (2 + 3 + 2) of (10 + 20 + 5) is 20% to the point; February had 4 of 35.
    expect(quarter('R3')).toMatchObject({
      numerator: 7,
      denominator: 35,
      value: 20,
      status: 'met',
    });
    expect(office.figure('2024-02', 'R3')).toMatchObject({
      numerator: 4,
      denominator: 35,
      status: 'not-met',
    });
    expect(quarter('R3').notMet).toEqual(['842']);
  });

  it('a task: so many have done it of those it is given to; the last status counts, and a completion carries on', () => {
    const states = (period: string) =>
      office.task(period, 'T1').agencies.map((one) => [one.agency, one.status]);
    // Cut off on 14/02: the department was done that day, nobody else had to be.
    expect(states('2024-02')).toEqual([
      ['29461', 'in-progress'],
      ['842', 'in-progress'],
      ['SNV', 'done-on-time'],
    ]);
    expect(states('2024-Q1')).toEqual([
      ['29461', 'overdue'],
      ['842', 'done-late'],
      ['SNV', 'done-on-time'],
    ]);
    expect(office.task('2024-Q1', 'T1')).toMatchObject({ assigned: 3, done: 2, status: 'overdue' });
    // Due in December: what was not begun in January and February is in progress since March.
    expect(office.task('2024-02', 'T3')).toMatchObject({ done: 0, status: 'not-due' });
    expect(office.task('2024-Q1', 'T3')).toMatchObject({ done: 0, status: 'in-progress' });
  });

  it('a recurring task (hàng tháng): so often done of so often due', () => {
    expect(office.task('2024-02', 'T2')).toMatchObject({ assigned: 3, done: 2, status: 'overdue' });
    expect(office.task('2024-Q1', 'T2')).toMatchObject({ assigned: 9, done: 8, status: 'overdue' });
    expect(office.task('2024-01', 'T2')).toMatchObject({
      assigned: 3,
      done: 3,
      status: 'done-on-time',
    });
  });

  it('satisfaction (mức độ hài lòng): weighted by who answered, over agencies and months', () => {
    // 24 of 30, 90 of 150, 3 of 10: 117 of 190. A mean of 80, 60 and 30 would be 56,67.
    expect(quarter('R4')).toMatchObject({ numerator: 117, denominator: 190, status: 'not-met' });
    expect(quarter('R4').value).toBeCloseTo(61.5789473684, 9);
    expect(quarter('R4').notMet).toEqual(['29461', '842']);
  });

  it('a duration (phút/lượt): all the time over all the visits, no percentage', () => {
    // 600 + 2400 + 60 minutes of 30 + 60 + 6 visits.
    expect(quarter('R5')).toMatchObject({
      numerator: 3060,
      denominator: 96,
      value: 31.875,
      status: 'not-met',
    });
    expect(quarter('R5').notMet).toEqual(['842']);
    // March alone is 830 of 32, below the 30 minutes.
    expect(office.figure('2024-03', 'R5')).toMatchObject({ value: 25.9375, status: 'met' });
  });

  it('an increase (“Tăng tỷ lệ …”): computed anew from the parts, against kỳ trước', () => {
    // 44 of 100 in March against 40 of 100 in February, though the town fell from 50% to 40%.
    expect(office.figure('2024-03', 'R6')).toMatchObject({
      value: 44,
      previous: { numerator: 40, denominator: 100, value: 40 },
      status: 'met',
      notMet: ['842'],
    });
    // Nothing is known of the quarter before.
    expect(quarter('R6')).toMatchObject({
      numerator: 109,
      denominator: 300,
      previous: null,
      status: 'incomplete',
    });
  });

  it('computed from the tasks (hoàn thành 100% nhiệm vụ), over agencies and over time', () => {
    // T1 and T3 have a day: three agencies with two each. Of the three due, one was done in time.
    expect(quarter('V1')).toMatchObject({ numerator: 2, denominator: 6, complete: true });
    expect(quarter('V2')).toMatchObject({ numerator: 1, denominator: 3, complete: true });
    // On 14/02 nothing is due yet.
    expect(office.figure('2024-02', 'V1')).toMatchObject({ numerator: 1, denominator: 6 });
    expect(office.figure('2024-02', 'V2')).toMatchObject({
      numerator: 0,
      denominator: 0,
      value: null,
    });
  });

  it('a result in words (kết quả, số văn bản): a list by agency, the last one told, with what was told before in the ledger', () => {
    expect(office.task('2024-Q1', 'T1').agencies.map((one) => [one.agency, one.text])).toEqual([
      ['29461', 'Dự thảo lần 3'],
      ['842', 'Quyết định số 9/QĐ'],
      // Where it was completed, not what was written after.
      ['SNV', 'Quyết định số 7/QĐ'],
    ]);
    const told = office.ledger
      .filter((one) => one.agency === '842')
      .map(
        (one) =>
          one.observations.find(({ code, measure }) => code === 'T1' && measure === 'text')!.value,
      );
    expect(told).toEqual(['Dự thảo lần 1', 'Dự thảo lần 2', 'Quyết định số 9/QĐ']);
  });

  it('a narrative (khó khăn, vướng mắc): a list by agency, the last one told with what was told before', () => {
    const rows = (period: string) => {
      const sheet = sheetOf(office.report(period).tables, `Vướng mắc ${period}`);
      const of = (name: string) => [1, 3, 4, 5, 6].map((column) => rowWith(sheet, 1, name)(column));
      return plan.agencies
        .map(({ name }) => of(name))
        .filter(([name]) => name !== undefined && name !== null);
    };
    const names = Object.fromEntries(plan.agencies.map(({ code, name }) => [code, name]));
    const cell = office.form('842', month(2)).taskCell('T1', 'difficulty');
    expect(rows('2024-Q1')).toEqual([
      [
        names['842'],
        'Tháng 2/2024 (Tháng 3/2024 không nêu nữa)',
        'Chưa có kinh phí',
        '',
        expect.stringContaining(cell),
      ],
      [
        names['29461'],
        'Tháng 3/2024',
        '=Thiếu máy',
        'Tháng 1/2024: Đường truyền yếu',
        expect.any(String),
      ],
    ]);
    expect(rows('2024-03').map(([name]) => name)).toEqual([names['29461']]);
    // However long twelve months of texts are, a cell can hold what is told of them.
    const long = new Office(plan);
    const ledger = [1, 2, 3].flatMap((at) =>
      office.ledger
        .filter((one) => one.period === month(at) && one.agency === '29461')
        .map((one) => ({
          ...one,
          observations: one.observations.map((seen) =>
            seen.measure === 'difficulty' ? { ...seen, value: `${at}${'x'.repeat(32_000)}` } : seen,
          ),
        })),
    );
    long.ledger = ledger;
    const told = textsOf(sheetOf(long.report('2024-Q1').tables, 'Vướng mắc 2024-Q1')).map(String);
    expect(told.some((text) => text.startsWith('3xxx') && text.endsWith('… (xem ô nguồn)'))).toBe(
      true,
    );
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(5000);
    // Nothing said, nothing listed; "Không" and "-" are nothing.
    const alone = new Office(plan);
    expect(alone.report('2024-03').tables.map(({ name }) => name)).not.toContain(
      'Vướng mắc 2024-03',
    );
    const cells = [...sheetOf(office.report('2024-Q1').tables, 'Vướng mắc 2024-Q1').rows.values()];
    expect(
      cells.flatMap((row) => [...row.values()]).filter(({ formula }) => formula !== undefined),
    ).toEqual([]);
  });
});
