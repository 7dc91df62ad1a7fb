import { startBrowser } from './browser.mjs';
import { build } from './build.mjs';

/**
 * The browser tests need the pages, the one-file edition, the server that serves them, and a
 * browser.
 */
export default async () => {
  await build('pages');
  await build('one-file');
  await build('cli');
  try {
    globalThis.testBrowser = await startBrowser();
    process.env.TEST_BROWSER = globalThis.testBrowser.wsEndpoint();
  } catch (error) {
    // The suites that need none go on; each that does fails with this.
    process.env.TEST_BROWSER_MISSING = String(error.message);
  }
};
