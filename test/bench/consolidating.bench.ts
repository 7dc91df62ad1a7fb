import { consolidateInto } from '../../src/app/consolidate-into';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { openDesk } from '../../src/app/desk';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from '../office/office-window';
import { INDICATORS, MONTHS, planOf, submissionsOf } from './year';

/**
 * A year of a province consolidated and written through the host: time, requests, bytes, and how
 * they grow with the agencies.
 */

const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet = { step: () => undefined, cancelled: false };
/** CPU ms of this process: the host runs in it, and the machine may have other work. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const sizes = (process.env.AGENCIES ?? '10,130,1000').split(',').map(Number);

it('a year of 130 agencies and 40 indicators, and how it grows', async () => {
  const lines = [
    '| Agencies | Figures | Reading the ledger, CPU s | Consolidating | Laying out, writing | Syncs (read + write) | Largest request, MB | Largest reply, MB | All, µs a figure |',
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
    const began = spent();
    const opened = await openDesk(port);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const read = spent();
    const reads = host.traffic.syncs;
    consolidatePeriod(opened.value.plan, opened.value.ledger, periodOf('2024-12'), AS_IT_IS);
    const consolidated = spent();
    host.traffic.reset();
    const whole = spent();
    await consolidateInto(
      port,
      periodOf('2024-12'),
      AS_IT_IS,
      { who: 'An', at: '2024-12-20 08:00:00' },
      quiet,
    );
    const ended = spent();
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
