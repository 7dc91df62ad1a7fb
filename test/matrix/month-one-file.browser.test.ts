import type { Browser } from 'playwright-core';
import { connectBrowser } from '../browser/browser';
import { OneFile } from '../browser/one-file';
import { monthOfTheOffice } from '../scenario/month';

/**
 * The month of the provincial office in TongHop.html, opened from the disk with the network cut:
 * the figures of the command line.
 */
describe('the one-file edition', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser?.close());
  monthOfTheOffice((folder, workbook) => OneFile.openOn(browser, folder, workbook), {
    excel: false,
  });
});
