import { consolidateInto } from '../../src/app/consolidate-into';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { openDesk } from '../../src/app/desk';
import { readLedger, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Agency } from '../../src/domain/agency/agency';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Observation, Submission } from '../../src/domain/submission/submission';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from '../office/office-window';

/**
 * A year of a province consolidated and written through the host: time, requests, bytes, and how
 * they grow with the agencies.
 */

const MONTHS = Array.from(
  { length: 12 },
  (_, index) => `2024-${String(index + 1).padStart(2, '0')}`,
);
const INDICATORS = 40;
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet = { step: () => undefined, cancelled: false };
const sizes = (process.env.AGENCIES ?? '10,130,1000').split(',').map(Number);

const base = builtinPlan('tra-vinh-2024')!;

/** The plan of Trà Vinh with 40 indicators and so many communes. */
function planOf(agencies: number): Plan {
  const [ratio] = base.indicators.filter(
    ({ kind, overTime }) => kind === 'ratio' && overTime === 'flow',
  );
  const communes = base.agencies.filter(({ level }) => level === 'xa');
  const xa = (index: number): Agency => {
    const like = communes[index % communes.length];
    return { ...like, code: String(30_000 + index), name: `${like.name} ${index}`, parent: null };
  };
  const indicators = Array.from({ length: INDICATORS }, (_, index): Indicator => {
    const code = `K${String(index + 1).padStart(2, '0')}`;
    return {
      ...ratio,
      code,
      stt: String(index + 1),
      task: '',
      sameAs: '',
      filledBy: [{ level: 'xa' }],
    };
  });
  const own = base.agencies
    .filter(({ code }) => code === base.consolidator)
    .map((one) => ({ ...one, reports: false }));
  return {
    ...base,
    agencies: [...own, ...Array.from({ length: agencies }, (_, index) => xa(index))],
    indicators,
    targets: [],
    tasks: [],
    successions: [],
    confirmations: [],
  };
}

function submissionsOf(plan: Plan): Submission[] {
  const reporting = plan.agencies.filter(({ reports }) => reports);
  return MONTHS.flatMap((period, month) =>
    reporting.map(({ code: agency }, index): Submission => {
      const at = (code: string, row: number, measure: string, value: number): Observation => ({
        of: 'indicator',
        code,
        measure,
        value,
        raw: String(value),
        sheet: 'Biểu chỉ tiêu',
        cell: `${measure === 'numerator' ? 'H' : 'I'}${12 + row}`,
        state: 'ok',
      });
      const file = `${period}_${agency}_ubnd-xa-don-chau.xlsx`;
      const common = {
        hash: `${'0'.repeat(50)}${agency}${period}`,
        file,
        version: 1,
        received: period + '-18',
        late: 0,
      };
      return {
        ...common,
        agency,
        period,
        verdict: 'clean',
        accepted: 'all',
        sample: false,
        errors: 0,
        warnings: 0,
        run: `${period}-18 08:00:00.000`,
        observations: plan.indicators.flatMap(({ code }, row) => [
          at(code, row, 'numerator', 30 + ((index + month + row) % 50)),
          at(code, row, 'denominator', 100 + ((index * 7 + row) % 90)),
        ]),
        explanations: [],
      };
    }),
  );
}

it('a year of 130 agencies and 40 indicators, and how it grows', async () => {
  const lines = [
    '| Agencies | Figures | Reading the ledger, s | Consolidating, s | Laying out, writing, s | Syncs (read + write) | Largest request, MB | Largest reply, MB | All, µs a figure |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  for (const agencies of sizes) {
    const plan = planOf(agencies);
    const submissions = submissionsOf(plan);
    const { host } = await openExcel(
      emptyWorkbook([...writePlan(plan), ...writeLedger(plan, submissions)]),
    );
    const port = new ExcelWorkbook();
    host.traffic.reset();
    const began = performance.now();
    const opened = await openDesk(port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const read = performance.now();
    const reads = host.traffic.syncs;
    consolidatePeriod(opened.value.plan, opened.value.ledger, periodOf('2024-12'), AS_IT_IS);
    const consolidated = performance.now();
    host.traffic.reset();
    const whole = performance.now();
    await consolidateInto(
      port,
      periodOf('2024-12'),
      AS_IT_IS,
      { who: 'An', at: '2024-12-20 08:00:00' },
      quiet,
    );
    const ended = performance.now();
    const figures = agencies * MONTHS.length * INDICATORS;
    const s = (ms: number) => (ms / 1000).toFixed(2);
    const mb = (bytes: number) => (bytes / 1e6).toFixed(2);
    lines.push(
      `| ${agencies} | ${figures.toLocaleString('en')} | ${s(read - began)} | ${s(consolidated - read)} | ${s(ended - whole - (read - began) - (consolidated - read))} | ${reads} + ${host.traffic.syncs - reads} | ${mb(host.traffic.largestRequest)} | ${mb(host.traffic.largestReply)} | ${(((ended - whole) * 1000) / figures).toFixed(1)} |`,
    );
    if (process.env.REQUESTS) console.log(host.traffic.lines().join('\n'));
  }
  console.log(lines.join('\n'));
});

it('the core alone, without any host: the same figures, ten and a hundred times as many agencies', () => {
  const lines = [
    '| Agencies | Figures | Reading the ledger, s | Consolidating, laying out, s | µs a figure |',
    '|---|---|---|---|---|',
  ];
  for (const agencies of [10, 130, 1000]) {
    const plan = planOf(agencies);
    const sheets = emptyWorkbook(writeLedger(plan, submissionsOf(plan)));
    const began = performance.now();
    const ledger = readLedger(sheets, plan);
    if (!ledger.ok) throw new Error(ledger.refusal.code);
    const read = performance.now();
    const { sheets: report } = consolidatePeriod(
      plan,
      ledger.value.submissions,
      periodOf('2024-12'),
      AS_IT_IS,
    );
    const ended = performance.now();
    const figures = agencies * MONTHS.length * INDICATORS;
    expect(report.length).toBeGreaterThan(4);
    const s = (ms: number) => (ms / 1000).toFixed(2);
    lines.push(
      `| ${agencies} | ${figures.toLocaleString('en')} | ${s(read - began)} | ${s(ended - read)} | ${(((ended - began) * 1000) / figures).toFixed(1)} |`,
    );
  }
  console.log(lines.join('\n'));
});
