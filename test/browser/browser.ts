import { chromium, type Browser } from 'playwright-core';

/**
 * The browser of this run, started before its first suite (.config/browser.mjs); closing it ends
 * only what this suite opened in it.
 */
export async function connectBrowser(): Promise<Browser> {
  const { TEST_BROWSER, TEST_BROWSER_MISSING } = process.env;
  if (!TEST_BROWSER)
    throw new Error(
      TEST_BROWSER_MISSING ?? 'the browser was not started: run Jest with .config/jest.config.mjs',
    );
  return chromium.connect(TEST_BROWSER);
}
