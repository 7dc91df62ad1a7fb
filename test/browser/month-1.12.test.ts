import type { Browser } from 'playwright-core';
import { monthOfTheOffice } from '../scenario/month';
import { connectBrowser } from './browser';
import { Workbench } from './workbench';

/** Excel with ExcelApi 1.12, in a real browser. */
describe('ExcelApi 1.12, browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser?.close());
  monthOfTheOffice(
    (folder, workbook) => Workbench.open(browser, folder, workbook, { version: '1.12' }),
    // Excel that fails is played in jsdom, and in `npm run test:all` in the browser too.
    { fails: false },
  );
});
