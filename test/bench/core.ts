import { cpus } from 'node:os';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { readLedger, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { INDICATORS, MONTHS, planOf, submissionsOf } from './year';

/**
 * A year read from the sheets of the ledger, consolidated and laid out, without any host: CPU time
 * a figure, and how it grows with the agencies.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const sizes = (process.env.AGENCIES ?? '10,130,1000').split(',').map(Number);
const AS_IT_IS = { acceptIncomplete: false, asOf: null };

/** User CPU of this thread and what the engine does beside it, in ms. */
function cpu<Value>(run: () => Value): { value: Value; ms: number } {
  const before = process.cpuUsage();
  const value = run();
  return { value, ms: process.cpuUsage(before).user / 1000 };
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
console.log(
  '\n### The core alone, user CPU, median\n\n| Agencies | Figures | Reading the ledger, µs a figure | Consolidating, laying out, µs a figure | Both | Least | First of the process |\n|---|---|---|---|---|---|---|',
);
for (const agencies of sizes) {
  const plan = planOf(agencies);
  const submissions = submissionsOf(plan);
  const runs = Array.from({ length: ROUNDS }, () => {
    // Each round is read from sheets nobody has read. No memory is collected by force: that throws
    // away what was compiled, and a small province was measured by its compiling.
    const book = emptyWorkbook(writeLedger(plan, submissions));
    const reading = cpu(() => readLedger(book, plan));
    if (!reading.value.ok) throw new Error(reading.value.refusal.code);
    const ledger = reading.value.value.submissions;
    const laying = cpu(() => consolidatePeriod(plan, ledger, periodOf('2024-12'), AS_IT_IS));
    return [reading.ms, laying.ms, reading.ms + laying.ms];
  });
  const figures = agencies * MONTHS.length * INDICATORS;
  const [read, laid, both] = [0, 1, 2].map((at) => {
    const sorted = runs.map((run) => (run[at] * 1000) / figures).sort((a, b) => a - b);
    return {
      median: sorted[sorted.length >> 1],
      least: sorted[0],
      first: (runs[0][at] * 1000) / figures,
    };
  });
  console.log(
    `| ${agencies} | ${figures.toLocaleString('en')} | ${read.median.toFixed(1)} | ${laid.median.toFixed(1)} | ${both.median.toFixed(1)} | ${both.least.toFixed(1)} | ${both.first.toFixed(1)} |`,
  );
}
