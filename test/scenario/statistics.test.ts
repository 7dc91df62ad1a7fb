import { carryOverFindings } from '../../src/app/carry-over';
import { checkFile } from '../../src/app/check-file';
import { InForce } from '../../src/domain/ledger/in-force';
import { issueTemplates } from '../../src/app/issue-templates';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import type { FormResult } from '../../src/domain/consolidation/consolidation';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readPlan } from '../../src/domain/plan/read-plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readLedger, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { periodOf } from '../../src/domain/period/period';
import type { Plan } from '../../src/domain/plan/plan';
import type { CheckedFile, Observation, Submission } from '../../src/domain/submission/submission';
import type { CellValue } from '../../src/workbook/cell';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/** Trà Vinh with two offices and one commune, asked for nothing but the two statistics forms. */
function smallPlan(): Plan {
  const base = builtinPlan('tra-vinh-2024')!;
  const kept = ['VPUB', 'SNV', '29461', '845'];
  return {
    ...base,
    agencies: base.agencies
      .filter(({ code }) => kept.includes(code))
      .map((one) => ({ ...one, reports: one.code !== '845' })),
    indicators: [],
    targets: [],
    tasks: [],
    forms: structuredClone(BUILTIN_FORMS) as Plan['forms'],
  };
}

const plan = smallPlan();
const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0];
/** Columns 4, 5, 6, 8, 9, 10, 12, 13 of II.06a; every other field has nothing. */
type Month = readonly CellValue[];

function fill(
  agency: string,
  period: string,
  land: Month,
  justice: Month = NOTHING,
  plans: Plan = plan,
): Form {
  const form = new Form(plans, agency, period);
  for (const { key } of plans.forms[0].rows)
    form.typeStat('II.06a', key, key === '2' ? land : key === '1' ? justice : NOTHING);
  // 3 opened with, 5 new, 6 amended, 7 replaced, 8 abolished, 9 at the end.
  for (const { key } of plans.forms[1].rows) form.typeStat('TTHC', key, [100, 2, 1, 0, 1, 101]);
  return form;
}

async function check(form: Form): Promise<CheckedFile> {
  const read = readWorkbook(await writeWorkbook(form.workbook));
  if (!read.ok) throw new Error(read.refusal.code);
  const opened = { ok: true as const, value: { workbook: read.value, converted: null } };
  return checkFile(form.plan, form.fileName, form.fileName, opened, {
    period: null,
    partial: false,
  });
}

function enter(files: readonly CheckedFile[]): Submission[] {
  return files.map((file) => ({
    ...file,
    agency: file.agency!,
    period: file.period!,
    version: 1,
    errors: 0,
    warnings: 0,
    run: 'r',
    explanations: [],
  }));
}

const codesOf = (file: CheckedFile) => file.findings.map(({ code, cell }) => `${code} ${cell}`);

// January to March of two agencies; what is open at a month's end is carried into the next.
//            4   5  6   8  9  10 12 13
const SNV = [
  [40, 10, 5, 20, 20, 5, 8, 2],
  [30, 5, 10, 25, 10, 0, 10, 0],
  [20, 5, 10, 15, 15, 1, 3, 1],
];
const TRA_CU = [
  [7, 3, 1, 6, 3, 1, 1, 0],
  [9, 1, 1, 5, 4, 1, 0, 1],
  [4, 0, 1, 3, 1, 1, 0, 0],
];
const MONTHS = ['2024-01', '2024-02', '2024-03'];

async function quarter(): Promise<Submission[]> {
  const forms = MONTHS.flatMap((month, index) => [
    fill('SNV', month, SNV[index]),
    fill('29461', month, TRA_CU[index]),
    fill('VPUB', month, NOTHING),
  ]);
  return enter(await Promise.all(forms.map(check)));
}

const II_06A = ({ form }: FormResult) => form === 'II.06a';

describe('Biểu II.06a and the statistics of procedures', () => {
  it('sound forms are clean, and every typed figure is seen at its cell', async () => {
    const form = fill('SNV', '2024-01', SNV[0]);
    const file = await check(form);
    expect([codesOf(file), file.verdict, file.accepted]).toEqual([[], 'clean', 'all']);
    expect(file.observations).toHaveLength(6 * 8 + 4 * 6);
    const seen = file.observations.find(
      ({ code, row, measure }) => code === 'II.06a' && row === '2' && measure === '10',
    );
    expect(seen).toEqual({
      of: 'form',
      code: 'II.06a',
      row: '2',
      measure: '10',
      value: 5,
      raw: '5',
      sheet: 'Biểu II.06a',
      cell: form.statCell('II.06a', '2', '10'),
      state: 'ok',
    });
  });

  it.each<[string, Month, (form: Form) => string[], string]>([
    [
      'a sum that does not come out',
      [40, 10, 5, 20, 20, 5, 8, 3],
      (form) => [`identity-mismatch ${form.statCell('II.06a', '2', '3')}`],
      'errors',
    ],
    [
      'a field left blank',
      [],
      (form) => [`form-row-blank ${form.statCell('II.06a', '2', '4')}`],
      'warnings',
    ],
    [
      'one cell left blank',
      [40, 10, 5, 20, 20, 5, 10, null],
      (form) => [`blank ${form.statCell('II.06a', '2', '13')}`],
      'warnings',
    ],
    [
      'a negative',
      [60, -10, 5, 20, 20, 5, 8, 2],
      (form) => [`negative ${form.statCell('II.06a', '2', '5')}`],
      'errors',
    ],
    [
      'half a dossier',
      [40, 10.5, 5, 20, 20.5, 5, 8, 2],
      (form) => [
        `fraction ${form.statCell('II.06a', '2', '5')}`,
        `fraction ${form.statCell('II.06a', '2', '9')}`,
      ],
      'errors',
    ],
    [
      '“Không”',
      ['Không', 50, 5, 20, 20, 5, 8, 2],
      (form) => [`none-as-zero ${form.statCell('II.06a', '2', '4')}`],
      'clean',
    ],
    [
      'words',
      ['nhiều', 10, 5, 20, 20, 5, 8, 2],
      (form) => [`not-a-number ${form.statCell('II.06a', '2', '4')}`],
      'errors',
    ],
  ])('%s is found once, at its cell', async (_, land, found, verdict) => {
    const form = fill('SNV', '2024-01', land);
    const file = await check(form);
    expect([codesOf(file), file.verdict]).toEqual([found(form), verdict]);
  });

  it('a sum typed over its formula is compared and never used', async () => {
    const form = fill('SNV', '2024-01', SNV[0]);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu II.06a')!;
    const at = form.statCell('II.06a', '2', '7');
    const [column, row] = [at.charCodeAt(0) - 65, Number(at.slice(1)) - 1];
    sheet.put(row, column, 99);
    const file = await check(form);
    expect([codesOf(file), file.verdict]).toEqual([[`form-sum-differs ${at}`], 'errors']);
    expect(
      file.observations.some(({ code, measure }) => code === 'II.06a' && measure === '7'),
    ).toBe(false);
  });

  it.each([
    ['the total', 'Σ', 40, []],
    ['the total, wrong', 'Σ', 41, ['total-differs E13']],
  ])('%s typed over its formula', async (_, code, given, found) => {
    const form = fill('SNV', '2024-01', SNV[0]);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu II.06a')!;
    const row = [...sheet.rows.keys()].find((one) => sheet.value(one, 0) === code)!;
    sheet.put(row, 4, given);
    const file = await check(form);
    expect(codesOf(file)).toEqual(found);
    // Of that column no row counts, of the others all do.
    const states = file.observations.filter(
      ({ measure, code: own }) => own === 'II.06a' && measure === '4',
    );
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set([found.length > 0 ? 'withheld' : 'ok']),
    );
  });

  it('a subtotal is that of its block', async () => {
    const form = fill('SNV', '2024-01', SNV[0]);
    const sheet = form.workbook.sheets.find(({ name }) => name === 'Biểu TTHC')!;
    const row = [...sheet.rows.keys()].find((one) => sheet.value(one, 0) === 'Σ2')!;
    sheet.put(row, 5, 4);
    expect(codesOf(await check(form))).toEqual([]);
    sheet.put(row, 5, 8);
    expect(codesOf(await check(form))).toEqual([`total-differs F${row + 1}`]);
  });

  it('what was open last month stands beside the input, and another figure carried over is a warning', async () => {
    const ledger = enter([await check(fill('SNV', '2024-01', SNV[0]))]);
    const issued = issueTemplates(plan, '2024-02', ['SNV'], ledger);
    if (!issued.ok) throw new Error(issued.refusal.code);
    const form = fill('SNV', '2024-02', [30, 5, 12, 27, 10, 0, 10, 0]);
    Object.assign(form, { workbook: issued.value[0].make() });
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, key === '2' ? [30, 5, 12, 27, 10, 0, 10, 0] : NOTHING);
    for (const { key } of plan.forms[1].rows) form.typeStat('TTHC', key, [101, 0, 0, 0, 0, 101]);
    const file = await check(form);
    expect(codesOf(file)).toEqual([`carry-over-mismatch ${form.statCell('II.06a', '2', '6')}`]);
    expect(file.findings[0].facts).toEqual({
      identity: '6 = 11 kỳ trước',
      given: 12,
      previous: 10,
    });
  });

  it('over a quarter 4, 5, 7–10 are summed, 6 is January’s, 11–13 are March’s, and 3 is computed again', async () => {
    const ledger = await quarter();
    const { result } = consolidatePeriod(plan, ledger, periodOf('2024-Q1'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const form = result.forms.find(II_06A)!;
    const row = (code: string) => Object.values(form.rows.find(({ key }) => key === code)!.columns);
    //                             3   4   5  6  7   8   9  10 11 12 13
    expect(row('SNV')).toEqual([115, 90, 20, 5, 111, 60, 45, 6, 4, 3, 1]);
    expect(row('29461')).toEqual([25, 20, 4, 1, 25, 14, 8, 3, 0, 0, 0]);
    expect(Object.values(form.total)).toEqual([140, 110, 24, 6, 136, 74, 53, 9, 4, 3, 1]);
    expect([form.expected, form.reported, form.complete]).toEqual([9, 9, true]);
    // Adding the months' own column 3 counts what was open twice: 55 + 45 + 35.
    expect(row('SNV')[0]).not.toBe(135);
    const procedures = result.forms.find(({ form: code }) => code === 'TTHC')!;
    //                                           3    4   5   6  7  8   9
    expect(Object.values(procedures.total)).toEqual([1200, 144, 72, 36, 0, 36, 1212]);
    expect(procedures.fields.map(({ key, columns }) => [key, columns['5']])).toEqual(
      ['A1', 'A2', 'B1', 'B2'].map((key) => [key, 18]),
    );
  });

  it('an agency that lacks a month is named, and its totals say over how many', async () => {
    const ledger = (await quarter()).filter(
      ({ agency, period }) => !(agency === '29461' && period === '2024-02'),
    );
    const { result } = consolidatePeriod(plan, ledger, periodOf('2024-Q1'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const form = result.forms.find(II_06A)!;
    expect([form.expected, form.reported, form.complete, form.missingMonths]).toEqual([
      9,
      8,
      false,
      { '29461': ['2024-02'] },
    ]);
    expect(form.rows.find(({ key }) => key === '29461')).toMatchObject({
      expected: 3,
      reported: 2,
      columns: { 4: 11, 6: 1, 12: 0 },
    });
  });

  it('a month that was returned for one field counts the others when its sound part is taken', async () => {
    const file = await check(
      fill('SNV', '2024-01', [40, 10, 5, 20, 20, 5, 8, 3], [1, 0, 0, 1, 0, 0, 0, 0]),
    );
    const ledger = enter([{ ...file, accepted: 'partial' }]);
    const { result } = consolidatePeriod(plan, ledger, periodOf('2024-01'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const own = result.forms.find(II_06A)!.rows.find(({ key }) => key === 'SNV')!;
    expect([
      own.reported,
      own.columns['4'],
      own.fields[0].columns['4'],
      own.fields[1].columns['4'],
    ]).toEqual([0, 1, 1, null]);
  });

  it('the plan, its forms and the ledger stand again when written and read', async () => {
    expect(readPlan(emptyWorkbook(writePlan(plan)))).toEqual({ ok: true, value: plan });
    const ledger = await quarter();
    const read = readLedger(emptyWorkbook(writeLedger(plan, ledger)), plan);
    const order = ({ code, row, measure }: Observation) => `${code} ${row} ${measure}`;
    const bare = (all: readonly Submission[]) =>
      all.map(({ agency, period, observations }) => ({
        agency,
        period,
        observations: [...observations].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      }));
    expect(read.ok && bare(read.value.submissions)).toEqual(bare(ledger));
    expect(read.ok && read.value.takesRows).toBe(true);
    // A form the owner dropped: its figures stay in the ledger, and rows are no longer added
    // blindly.
    const without = { ...plan, forms: [plan.forms[1]] };
    const again = readLedger(emptyWorkbook(writeLedger(plan, ledger)), without);
    expect(again.ok && bare(again.value.submissions)).toEqual(bare(ledger));
    expect(again.ok && again.value.takesRows).toBe(false);
  });

  it('the sheet of figures and the table agree, cell by cell, under formulas', async () => {
    const ledger = await quarter();
    const { sheets, result } = consolidatePeriod(plan, ledger, periodOf('2024-Q1'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const table = sheets.find(({ name }) => name === 'Biểu II.06a 2024-Q1')!;
    const cells = [...table.rows.values()]
      .flatMap((row) => [...row.values()])
      .filter(({ formula }) => formula);
    // Three agencies, two levels and the total, eleven columns each.
    expect(cells).toHaveLength((3 + 2 + 1) * 11);
    const total = [...table.rows].find(([, row]) => row.get(1)?.value === 'TỔNG CỘNG')![1];
    expect(Array.from({ length: 11 }, (_, index) => total.get(2 + index)!.value)).toEqual(
      Object.values(result.forms.find(II_06A)!.total),
    );
  });

  it('two forms with the same headings are told apart by their titles', async () => {
    const twin: Plan = {
      ...plan,
      forms: [plan.forms[0], { ...plan.forms[0], code: 'II.06b', title: 'BIỂU KHÁC' }],
    };
    const form = new Form(twin, 'SNV', '2024-01');
    for (const [index, { code }] of twin.forms.entries())
      for (const { key } of twin.forms[0].rows)
        form.typeStat(code, key, key === '1' ? [index + 1, 0, 0, index + 1, 0, 0, 0, 0] : NOTHING);
    const file = await check(form);
    expect([codesOf(file), file.verdict]).toEqual([[], 'clean']);
    const seen = file.observations.filter(({ row, measure }) => row === '1' && measure === '4');
    expect(seen.map(({ code, value }) => [code, value])).toEqual([
      ['II.06a', 1],
      ['II.06b', 2],
    ]);
  });

  it('what is carried over is compared with the ledger, whatever the form prints', async () => {
    const january = enter([await check(fill('SNV', '2024-01', SNV[0]))]);
    const wrong = fill('SNV', '2024-02', [30, 5, 12, 27, 10, 0, 10, 0]);
    const file = await check(wrong);
    expect(codesOf(file)).toEqual([]);
    const found = carryOverFindings(plan, file, new InForce([...january, ...enter([file])]));
    expect(
      found
        .filter(({ cell }) => cell === wrong.statCell('II.06a', '2', '6'))
        .map(({ facts }) => facts),
    ).toEqual([{ identity: '6 = 11 kỳ trước', given: 12, previous: 10 }]);
    const right = await check(fill('SNV', '2024-02', SNV[1]));
    expect(
      carryOverFindings(plan, right, new InForce(january)).filter(
        ({ sheet }) => sheet === 'Biểu II.06a',
      ),
    ).toEqual([]);
  });

  it('a block typed a row too low is told once, though the form prints nothing of before', async () => {
    const left = (at: number) => 10 + at;
    const month = (period: string, figures: (at: number) => Month) => {
      const form = new Form(plan, 'SNV', period);
      plan.forms[0].rows.forEach(({ key }, at) => form.typeStat('II.06a', key, figures(at)));
      for (const { key } of plan.forms[1].rows) form.typeStat('TTHC', key, [100, 0, 0, 0, 0, 100]);
      return form;
    };
    // Column 11 is what is left, column 6 what is carried over.
    const [first, second] = [left, (at: number) => left(Math.max(0, at - 1))];
    const january = await check(month('2024-01', (at) => [first(at), 0, 0, 0, 0, 0, first(at), 0]));
    const ledger = enter([january]);
    const february = month('2024-02', (at) => [0, 0, second(at), second(at), 0, 0, 0, 0]);
    const file = await check(february);
    expect(codesOf(file)).toEqual([]);
    const found = carryOverFindings(plan, file, new InForce([...ledger, ...enter([file])]));
    expect(found.filter(({ sheet }) => sheet === 'Biểu II.06a')).toMatchObject([
      { code: 'form-rows-shifted', severity: 'warning', facts: { isBelow: true, byLedger: true } },
    ]);
    const right = await check(month('2024-02', (at) => [0, 0, first(at), first(at), 0, 0, 0, 0]));
    expect(carryOverFindings(plan, right, new InForce([...ledger, ...enter([right])]))).toEqual([]);
  });

  it('a quarter whose months do not carry over is said under its table', async () => {
    const lines = async (second: Month) => {
      const files = [
        fill('SNV', '2024-01', SNV[0]),
        fill('SNV', '2024-02', second),
        fill('SNV', '2024-03', SNV[2]),
      ];
      const ledger = enter(await Promise.all(files.map(check)));
      const { sheets } = consolidatePeriod(plan, ledger, periodOf('2024-Q1'), {
        acceptIncomplete: false,
        asOf: null,
      });
      const table = sheets.find(({ name }) => name === 'Biểu II.06a 2024-Q1')!;
      return [...table.rows.values()]
        .map((row) => String(row.get(0)?.value))
        .filter((text) => /^Chưa khớp/.test(text));
    };
    expect(await lines(SNV[1])).toEqual([]);
    // January left 10; February says it was handed 12.
    expect(await lines([30, 5, 12, 27, 10, 0, 10, 0])).toEqual([
      'Chưa khớp 3 = 7 + 11 khi cộng các kỳ (số kỳ trước chuyển sang khác số kỳ trước để lại): Sở Nội vụ.',
    ]);
  });
});
