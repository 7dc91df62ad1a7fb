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

/** A year's folder dropped into one month: a thousand files, of which 132 are taken in. */
const MONTHS = 8;

const folder = scratch();
let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
  const plan = builtinPlan('tra-vinh-2024')!;
  writeFileSync(join(folder.path, 'plan.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(plan))));
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
    const watch = () => looked.pane.locator('body').evaluate(() => window.longTasks.splice(0));
    await looked.pane.locator('body').evaluate(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) {
          // Our page plays Excel in the same thread; in Excel it is another program.
          if (task.name === 'self') window.longTasks.push([Math.round(task.startTime), Math.round(task.duration)]);
        }
      }).observe({ type: 'longtask' });
    });
    // An idle pane, to which the browser hands the same files and which does nothing with them: that work is the browser's own.
    await looked.pane.locator('body').evaluate((body) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.webkitdirectory = true;
      input.id = 'idle';
      input.addEventListener('change', () => undefined);
      body.append(input);
    });
    await looked.pane.locator('#idle').setInputFiles(join(folder.path, 'nam'));
    await new Promise((later) => setTimeout(later, 5000));
    await looked.pane.locator('#idle').evaluate((input) => input.remove());
    const idle = await watch();
    const began = Date.now();
    await looked.dropFolder(join(folder.path, 'nam'));
    await looked.sees(`Đã kiểm tra ${132 * MONTHS} tệp: tiếp nhận 132`);
    const busy = await watch();
    console.log(
      `idle: ${JSON.stringify(idle)}; ${132 * MONTHS} files in ${Date.now() - began} ms: ${JSON.stringify(busy)}`,
    );
    expect(busy.length).toBeLessThanOrEqual(idle.length);
    expect(await looked.troubles()).toEqual([]);
  } finally {
    await looked.close();
  }
});

declare global {
  interface Window {
    longTasks: [number, number][];
  }
}
