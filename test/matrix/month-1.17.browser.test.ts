import type { Browser } from 'playwright-core';
import { monthOfTheOffice } from '../scenario/month';
import { connectBrowser } from '../browser/browser';
import { Workbench } from '../browser/workbench';

/** Excel with ExcelApi 1.17, in a real browser. */
describe('ExcelApi 1.17, browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser?.close());
  monthOfTheOffice((folder, workbook) =>
    Workbench.open(browser, folder, workbook, { version: '1.17' }),
  );
});
