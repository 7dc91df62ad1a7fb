import { movedColumn } from '../../src/excel/beside-table';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { issueTemplates } from '../../src/app/issue-templates';
import { takeIn } from '../../src/app/take-in';
import { fillForm } from '../../src/cli/sample/fill-form';
import {
  baseKind,
  consolidablePeriods,
  cutOff,
  deadlineDay,
  reportingAgencies,
  scheduledPeriods,
  type Plan,
} from '../../src/domain/plan/plan';
import { BUILTIN_PLANS, OFFERED_PLANS } from '../../src/domain/plan/builtin';
import type { Consolidation } from '../../src/domain/consolidation/consolidation';
import { periodOf, type Period } from '../../src/domain/period/period';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { stampedWriter } from '../../src/xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { IS_LONG, long } from '../long';
import { differences } from '../oracle/differences';
import { formOracle } from '../oracle/form-oracle';
import { oracle } from '../oracle/oracle';

/**
 * Every built-in plan through its whole year: forms issued, filled, sent, checked, consolidated for
 * every period they tile, and the result held against the independent implementation. Of Trà Vinh,
 * whose forms the other scenarios fill, a month; in
 * `npm test` of each the first three periods.
 */
const quiet = { cancelled: false, step: () => undefined };
const options = { acceptIncomplete: false, asOf: null };
/** As forms are issued: the same files as the library's, at an eighth of their cost. */
const write = stampedWriter(writeWorkbook);

async function send(
  plan: Plan,
  period: Period,
  ledger: readonly Submission[],
  agencies: string[] = [],
) {
  const issued = issueTemplates(plan, period.id, agencies, ledger);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const files = await Promise.all(
    issued.value.map(async ({ agency, fileName, make }) => {
      const form = make();
      fillForm(form, plan, agency, period);
      const bytes = await write(form);
      return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period, partial: false, received: null, upTo: null, run: period.id };
  return takeIn(plan, ledger, files, checkHere, drop, quiet);
}

/**
 * Computed indicators, counted once more from the table of tasks that the result shows: task ×
 * agency with a dated deadline.
 */
function expectComputed(plan: Plan, result: Consolidation): void {
  const day = cutOff(plan, periodOf(result.period));
  const dated = result.tasks.flatMap((task) => {
    const due = deadlineDay(plan, plan.tasks.find(({ code }) => code === task.code)!.deadline);
    return due === null ? [] : task.agencies.map(({ status }) => ({ status, isDue: due <= day }));
  });
  for (const { code, numerator, denominator, complete } of result.indicators) {
    const { taskCount } = plan.indicators.find((indicator) => indicator.code === code)!;
    if (!taskCount || !complete) continue;
    const counted = taskCount === 'done' ? dated : dated.filter(({ isDue }) => isDue);
    const done = counted.filter(
      ({ status }) => status === 'done-on-time' || (taskCount === 'done' && status === 'done-late'),
    );
    expect([code, numerator, denominator]).toEqual([code, done.length, counted.length]);
  }
}

describe.each(OFFERED_PLANS.map((plan) => [plan.id, plan] as const))('%s', (id, plan) => {
  const base = scheduledPeriods(plan).filter(({ kind }) => kind === baseKind(plan.schedule));
  // The largest plans by every sixth agency; each in the periods played and one of every longer
  // kind. Whole in `npm run test:all`.
  const isShort = plan.agencies.length > 100 && !IS_LONG;
  const isOneEnough = isShort || id === 'tra-vinh-2024';
  const played = base.slice(0, isOneEnough ? 1 : long(2, base.length));
  const tiled = consolidablePeriods(plan).filter(
    (period, index, all) =>
      IS_LONG ||
      played.some(({ id: one }) => one === period.id) ||
      all.findIndex(({ kind }) => kind === period.kind) === index,
  );
  let ledger: Submission[] = [];

  it('its forms, filled as sample figures go, are sound in every base period', async () => {
    for (const period of played) {
      const some = reportingAgencies(plan, period).filter(
        (_, index) => !isShort || index % 6 === 0,
      );
      const taken = await send(plan, period, ledger, isShort ? some.map(({ code }) => code) : []);
      ledger = taken.ledger;
      const wrong = taken.files.filter(({ verdict }) => verdict !== 'clean');
      expect(wrong.map(({ file, findings }) => [file, findings])).toEqual([]);
      const sent = new Set(taken.added.map(({ agency }) => agency));
      // Whoever is assigned nothing gets no form.
      expect(some.filter(({ code }) => sent.has(code)).length).toBe(taken.added.length);
    }
    expect(ledger.length).toBeGreaterThan(0);
  });

  it('forms of its longer periods exist and are sound too', async () => {
    for (const period of scheduledPeriods(plan).filter(
      ({ kind }) => kind !== baseKind(plan.schedule),
    )) {
      const taken = await send(plan, period, ledger, [reportingAgencies(plan, period)[0].code]);
      expect(taken.files.map(({ file, verdict, findings }) => [file, verdict, findings])).toEqual(
        taken.files.map(({ file }) => [file, 'clean', []]),
      );
    }
  });

  it('consolidates every period they tile as the independent implementation does', () => {
    for (const period of tiled) {
      const { result, sheets } = consolidatePeriod(plan, ledger, period, options);
      const isAsked = ({ kind }: { kind: string }) => kind !== 'computed';
      const asked = (one: Consolidation) => ({
        ...one,
        indicators: one.indicators.filter(isAsked),
      });
      const theirs = {
        ...oracle(plan, ledger, period.id, options),
        forms: formOracle(plan, ledger, period.id),
      };
      expect(differences(asked(result), asked(theirs), period.id)).toEqual([]);
      expectComputed(plan, result);
      expect(sheets.length).toBeGreaterThan(3);
    }
  });

  it('has report tables whose columns are numbered from the first: none passes for one that somebody changed', () => {
    const period = consolidablePeriods(plan).at(-1)!;
    const { tables } = consolidatePeriod(plan, ledger, period, options);
    // Of a plan without indicators the matrix has nothing but its agencies.
    const isEmpty = (name: string) =>
      name.startsWith('Theo đơn vị') && plan.indicators.length === 0;
    const numbered = tables.filter(({ name, charts }) => charts.length === 0 && !isEmpty(name));
    for (const sheet of numbered) {
      const right = Math.max(...[...sheet.rows.values()].flatMap((cells) => [...cells.keys()]));
      const columns = Array.from({ length: right + 1 }, (_, column) => column);
      const head = Array.from({ length: 24 }, (_, row) =>
        columns.map((column) => sheet.value(row, column)),
      );
      expect([sheet.name, movedColumn(head)]).toEqual([sheet.name, null]);
      expect([sheet.name, head.some((cells) => cells[right] === `(${right + 1})`)]).toEqual([
        sheet.name,
        true,
      ]);
    }
    expect(numbered.length).toBeGreaterThan(3);
  });
});

it('a revenue is compared with the year’s assigned one, whatever the period', () => {
  const plan = BUILTIN_PLANS.find(({ id }) => id === 'vinh-long-2023')!;
  const said = (period: string, numerator: number): Submission => ({
    ...{
      hash: period,
      file: `${period}.xlsx`,
      agency: 'STC',
      period,
      version: 1,
      received: null,
      late: null,
    },
    ...{ verdict: 'clean', accepted: 'all', sample: false, errors: 0, warnings: 0, run: '' },
    explanations: [],
    observations: (['numerator', 'denominator'] as const).map((measure) => {
      const value = measure === 'numerator' ? numerator : 1000;
      return {
        of: 'indicator',
        code: 'K12',
        measure,
        value,
        raw: String(value),
        sheet: 'A',
        cell: 'B2',
        state: 'ok',
      };
    }),
  });
  const ledger = [said('2023-Q1', 200), said('2023-Q2', 350)];
  const half = consolidablePeriods(plan).find(({ id }) => id === '2023-H1')!;
  const { result, sheets } = consolidatePeriod(plan, ledger, half, options);
  const k12 = result.indicators.find(({ code }) => code === 'K12')!;
  expect([k12.numerator, k12.denominator, k12.value]).toEqual([550, 1000, 55]);
  expect([k12.cumulative.numerator, k12.cumulative.denominator]).toEqual([550, 1000]);
  // The formula of the table adds the one cell of the last quarter.
  const formulas = sheets.flatMap((sheet) =>
    [...sheet.rows.values()].flatMap((cells) =>
      [...cells.values()].map(({ formula, value }) => `${formula} → ${String(value)}`),
    ),
  );
  expect(
    formulas.filter((one) => /^SUM\('[^']+'!\$F\$\d+\) → 1000$/.test(one)).length,
  ).toBeGreaterThan(0);
});
