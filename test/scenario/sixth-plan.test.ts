import { issueTemplates } from '../../src/app/issue-templates';
import { planFromAppendix } from '../../src/app/plan-from-appendix';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { takeIn } from '../../src/app/take-in';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { checkPlanTables } from '../../src/domain/plan-check/check-plan';
import { builtinForm } from '../../src/domain/plan/builtin-forms';
import { periodOf } from '../../src/domain/period/period';
import type { Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/domain/plan/read-plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { stampedWriter } from '../../src/xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { appendixWorkbook } from '../appendix/appendix-workbook';
import { Form } from '../forms';
import { differences } from '../oracle/differences';
import { formOracle } from '../oracle/form-oracle';
import { oracle } from '../oracle/oracle';

/**
 * A sixth plan (invented, as its title says): the appendix of a decision of Vĩnh Long since
 * 01/7/2025, pasted from Word, becomes a plan in a file; its forms go out, come back filled, and
 * are consolidated, the figures held against the independent implementations.
 */
const PERIOD = '2026-Q1';
const write = stampedWriter(writeWorkbook);
const progress = { cancelled: false, step: () => undefined };
const options = {
  period: null,
  partial: false,
  received: '2026-03-16',
  upTo: periodOf(PERIOD),
  run: 'quý I',
};

async function planFile(): Promise<{ plan: Plan; bytes: Uint8Array }> {
  const read = planFromAppendix(appendixWorkbook('sixth-plan'), national as National, {
    year: null,
    province: null,
  });
  if (!read.ok) throw new Error(read.refusal.code);
  const plan = { ...read.value.plan, forms: [builtinForm('II.06a')!] };
  return { plan, bytes: await writeWorkbook(emptyWorkbook(writePlan(plan))) };
}

it('an appendix becomes a plan, forms, submissions and a report', async () => {
  const { plan: made, bytes } = await planFile();
  const file = readWorkbook(bytes);
  if (!file.ok) throw new Error(file.refusal.code);
  const read = readPlan(file.value);
  expect(read).toEqual({ ok: true, value: made });
  const plan = read.ok ? read.value : made;
  expect([
    plan.year,
    plan.number,
    plan.agencies.filter(({ level }) => level === 'xa').length,
  ]).toEqual([2026, '01/QĐ-UBND', 124]);

  // What was not understood is asked, at its cell, and nothing of it was made up.
  const asked = checkPlanTables(file.value).found.filter(
    ({ finding }) => finding.code === 'plan-confirmation-open',
  );
  expect(asked.map(({ row }) => row)).toEqual(
    expect.arrayContaining(['PL-II-2', 'Kỳ báo cáo', 'Đơn vị tổng hợp']),
  );
  expect(plan.tasks.find(({ code }) => code === 'PL-II-2')).toMatchObject({
    deadline: null,
    filledBy: [],
  });

  const issued = issueTemplates(plan, PERIOD, [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const reporting = plan.agencies.filter(({ reports }) => reports).length;
  expect(issued.value).toHaveLength(reporting);

  // Every agency but one sends its form; agency number n reports n + 40 of n + 60.
  const sent = issued.value.slice(1);
  const received = await Promise.all(
    sent.map(async ({ agency, fileName }, n) => {
      const form = new Form(plan, agency.code, PERIOD).fill(n + 40, n + 60);
      for (const [index, { key }] of plan.forms[0].rows.entries())
        form.typeStat(
          'II.06a',
          key,
          index === 0 ? [n, 1, 0, n, 1, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 0],
        );
      const own = await write(form.workbook);
      return { path: fileName, modified: null, size: own.length, bytes: async () => own };
    }),
  );
  const taken = await takeIn(plan, [], received, checkHere, options, progress);
  expect(taken.files.filter(({ verdict }) => verdict !== 'clean')).toEqual([]);

  const consolidation = { acceptIncomplete: false, asOf: null };
  const { result, sheets } = consolidatePeriod(plan, taken.ledger, periodOf(PERIOD), consolidation);
  expect(result.missing).toEqual([issued.value[0].agency.code]);
  // Σ of 1…n: every agency but the first is given K01.
  const count = sent.length;
  const k01 = result.indicators.find(({ code }) => code === 'K01')!;
  expect([k01.numerator, k01.denominator, k01.complete]).toEqual([
    40 * count + (count * (count - 1)) / 2,
    60 * count + (count * (count - 1)) / 2,
    false,
  ]);
  expect(result.forms[0].total).toMatchObject({
    3: (count * (count - 1)) / 2 + count,
    4: (count * (count - 1)) / 2,
    5: count,
  });
  const { forms, ...rest } = oracle(plan, taken.ledger, PERIOD, consolidation);
  expect(forms).toEqual([]);
  expect(differences({ ...result, forms: [] }, { ...rest, forms: [] })).toEqual([]);
  expect(differences(result.forms, formOracle(plan, taken.ledger, PERIOD))).toEqual([]);
  expect(sheets.map(({ name }) => name)).toContain('Biểu II.06a 2026-Q1');
});
