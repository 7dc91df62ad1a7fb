import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { openDesk } from '../../src/app/desk';
import { issueTemplates } from '../../src/app/issue-templates';
import { lockPeriod } from '../../src/app/period-acts';
import type { Progress, ReceivedFile } from '../../src/app/ports';
import { fillForm } from '../../src/cli/sample/fill-form';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import type { ExcelHost } from '../../src/workbench/host/excel-host';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { openExcel } from '../office/office-window';

/**
 * A consolidator's quarter, act by act: what of each is the host's own work (carrying requests out,
 * calculating), which in a real Excel is Excel's, and what is left to office.js and to us.
 */

const plan = builtinPlan('tra-vinh-2024')!;
const quiet: Progress = { step: () => undefined, cancelled: false };
const ACT = { who: 'An', at: '2024-04-20 08:00:00' };
const AS_IT_IS = { acceptIncomplete: true, asOf: null };

/** CPU ms of this process: everything runs in it, and the machine may have other work. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

let hosts = 0;
let isIn = false;
function counted<Args extends unknown[], Made>(act: (...args: Args) => Made) {
  return (...args: Args): Made => {
    // A request that asks for a calculation is counted once.
    if (isIn) return act(...args);
    isIn = true;
    const began = spent();
    try {
      return act(...args);
    } finally {
      hosts += spent() - began;
      isIn = false;
    }
  };
}
function counting(host: ExcelHost, model: WorkbookModel): void {
  host['api'].run = counted(host['api'].run.bind(host['api']));
  model.recalculate = counted(model.recalculate.bind(model));
}

async function formsOf(month: string): Promise<ReceivedFile[]> {
  const issued = issueTemplates(plan, month, [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  return Promise.all(
    issued.value.map(async ({ agency, fileName, make }) => {
      const form = make();
      fillForm(form, plan, agency, periodOf(month));
      const bytes = await writeWorkbook(form);
      return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
}

it('each act of a quarter', async () => {
  const { host, model } = await openExcel(emptyWorkbook(writePlan(plan)));
  counting(host, model);
  const port = new ExcelWorkbook();
  const lines = [
    '| Act | CPU s | the host’s | office.js and ours | Syncs | MB both ways |',
    '|---|---|---|---|---|---|',
  ];
  const measure = async (name: string, act: () => Promise<unknown>) => {
    host.traffic.reset();
    hosts = 0;
    const began = spent();
    await act();
    // What the host still has to calculate is part of the act.
    model.recalculate();
    const all = spent() - began;
    const s = (ms: number) => (ms / 1000).toFixed(2);
    const bytes = host.traffic.records.reduce((sum, one) => sum + one.request + one.reply, 0);
    lines.push(
      `| ${name} | ${s(all)} | ${s(hosts)} | ${s(all - hosts)} | ${host.traffic.syncs} | ${(bytes / 1e6).toFixed(1)} |`,
    );
  };
  const opening = async () => {
    const opened = await openDesk(port);
    if (!opened.ok) throw new Error(opened.refusal.code);
  };
  await measure('a plan’s workbook opened', opening);
  for (const month of ['2024-01', '2024-02', '2024-03']) {
    const files = await formsOf(month);
    const drop = { period: periodOf(month), received: `${month}-18`, run: `${month}-18 08:00:00` };
    await measure(`${files.length} files of ${month} taken in`, () =>
      receive(port, files, checkHere, drop, { check: quiet, write: quiet }),
    );
  }
  await measure('the workbook opened again', opening);
  for (const period of ['2024-03', '2024-Q1']) {
    await measure(`${period} consolidated`, () =>
      consolidateInto(port, periodOf(period), AS_IT_IS, ACT, quiet),
    );
  }
  await measure('2024-03 locked', () => lockPeriod(port, '2024-03', ACT));
  console.log(`### A quarter of ${plan.agencies.length} agencies\n\n${lines.join('\n')}`);
});
