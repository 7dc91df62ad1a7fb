import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { fillForm } from '../../src/cli/sample/fill-form';
import { issueTemplates } from '../../src/app/issue-templates';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { periodOf } from '../../src/domain/period/period';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { connectBrowser } from '../browser/browser';
import { Workbench } from '../browser/workbench';
import { scratch } from '../cli/tonghop';
import { patience } from '../patience';

/** A year's folder dropped into one month: a thousand files, of which 132 are taken in. */
const MONTHS = 8;
/**
 * What .config/patience.mjs finds on the machine its bounds were chosen on, or one a third slower.
 */
const QUIET_PATIENCE = 4;

const folder = scratch();
let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
  const plan = builtinPlan('tra-vinh-2024')!;
  writeFileSync(
    join(folder.path, 'plan.xlsx'),
    await writeWorkbook(emptyWorkbook(writePlan(plan))),
  );
  for (let month = 1; month <= MONTHS; month++) {
    const period = `2024-0${month}`;
    const issued = issueTemplates(plan, period, [], null);
    if (!issued.ok) throw new Error(issued.refusal.code);
    mkdirSync(join(folder.path, 'nam', period), { recursive: true });
    for (const { agency, fileName, make } of issued.value) {
      const form = make();
      fillForm(form, plan, agency, periodOf(period));
      writeFileSync(join(folder.path, 'nam', period, fileName), await writeWorkbook(form));
    }
  }
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

it('taking in a thousand files adds no long task to the pane', async () => {
  const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
  try {
    await looked.step('Tiếp nhận');
    await looked.choose('Kỳ báo cáo', '2024-03');
    await browser.startTracing(looked.page, { categories: ['toplevel', 'blink.user_timing'] });
    await looked.pane.locator('body').evaluate((_, mark) => {
      performance.mark(mark);
      window.markedAt = performance.getEntriesByName(mark)[0]!.startTime;
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) {
          // Our page plays Excel in the same thread; in Excel it is another program.
          if (task.name === 'self') window.longTasks.push(task.startTime);
        }
      }).observe({ type: 'longtask' });
    }, MARK);
    // An idle pane, to which the browser hands the same files and which only asks their names: that
    // work is the browser's own.
    await looked.pane.locator('body').evaluate((body) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.webkitdirectory = true;
      input.id = 'idle';
      input.addEventListener('change', () =>
        [...input.files!].forEach((file) => file.webkitRelativePath),
      );
      body.append(input);
    });
    await looked.pane.locator('#idle').setInputFiles(join(folder.path, 'nam'));
    await new Promise((later) => setTimeout(later, 5000));
    await looked.pane.locator('#idle').evaluate((input) => input.remove());
    const began = await looked.pane
      .locator('body')
      .evaluate(() => performance.now() - window.markedAt);
    await looked.dropFolder(join(folder.path, 'nam'));
    await looked.sees(`Đã kiểm tra ${132 * MONTHS} tệp: tiếp nhận 132`);
    const starts = await looked.pane
      .locator('body')
      .evaluate(() => window.longTasks.map((at) => at - window.markedAt));
    const tasks = longTasks(await browser.stopTracing(), starts);
    const idle = tasks.filter(({ at }) => at < began);
    const busy = tasks.filter(({ at }) => at >= began);
    console.log(`idle: ${JSON.stringify(idle)}; ${132 * MONTHS} files: ${JSON.stringify(busy)}`);
    const browsersOwn = Math.max(...idle.map(({ worked }) => worked));
    expect(busy.filter(({ worked }) => worked > Math.max(LONG_MS, 2 * browsersOwn))).toEqual([]);
    expect(await looked.troubles()).toEqual([]);
  } finally {
    await looked.close();
  }
});

/**
 * What the browser calls a long task (W3C Long Tasks), on a machine that has nothing else to do; a
 * busy one works slower too.
 */
const LONG_MS = 50 * Math.max(1, patience(1) / QUIET_PATIENCE);
const MARK = 'the watch begins';

/** When it began after the mark, and how long it worked, both in ms. */
interface LongTask {
  at: number;
  worked: number;
}

/**
 * The tasks the browser told as long, with the time their thread really worked: on a busy machine a
 * short task is long by the clock because something else ran meanwhile.
 */
function longTasks(trace: Buffer, starts: number[]): LongTask[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  if (!mark) throw new Error('the trace does not tell when the watch began');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, dur, tdur }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      pid === mark.pid &&
      tid === mark.tid &&
      dur !== undefined &&
      tdur !== undefined,
  );
  return starts.map((at) => {
    const task = tasks.find(
      ({ ts, dur }) => (ts - mark.ts) / 1000 <= at + 1 && at < (ts - mark.ts + dur!) / 1000,
    );
    if (!task) throw new Error(`the trace knows no task at ${at} ms`);
    return { at: Math.round(at), worked: Math.round(task.tdur! / 1000) };
  });
}

/** An event of the browser's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

declare global {
  interface Window {
    longTasks: number[];
    markedAt: number;
  }
}
