import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Linter } from 'eslint';
import { JSDOM } from 'jsdom';

/**
 * What people see where neither the pane nor the one-file edition can run: scripts of ES5, run
 * without what came later.
 */

const read = (path: string) => readFileSync(resolve(__dirname, '../../src', path), 'utf8');
const SCRIPTS = ['taskpane/not-ready.js', 'one-file/old-browser.js'];

it.each(SCRIPTS)('%s is ES5', (path) => {
  const faults = new Linter().verify(read(path), [
    { languageOptions: { ecmaVersion: 5, sourceType: 'script' } },
  ]);
  expect(faults).toEqual([]);
});

/**
 * A page in an engine that has nothing of after ES5, and says it is Internet Explorer 11 as that
 * does.
 */
function inOldEngine(page: string, script: string, isInternetExplorer = true): Document {
  const { window } = new JSDOM(page, {
    runScripts: 'outside-only',
    url: 'https://tonghop.tinh.gov.vn/pane/taskpane.html',
  });
  window.eval(
    '["Promise", "Map", "Set", "Symbol"].forEach(function (name) { delete this[name]; }); delete Array.prototype.at;',
  );
  if (isInternetExplorer) Object.defineProperty(window.document, 'documentMode', { value: 11 });
  window.eval(script);
  window.document.dispatchEvent(new window.Event('DOMContentLoaded'));
  window.dispatchEvent(new window.Event('load'));
  return window.document;
}

it.each([true, false])(
  'in the pane says at once what is needed and where TongHop.html is (documentMode: %s)',
  (isIe) => {
    const seen = inOldEngine(read('taskpane/taskpane.html'), read('taskpane/not-ready.js'), isIe);
    expect(seen.getElementById('old-excel')!.hidden).toBe(false);
    expect(seen.getElementById('opening')!.hidden).toBe(true);
    expect(seen.getElementById('not-ready')!.hidden).toBe(true);
    const link = seen.getElementById('old-excel-link') as HTMLAnchorElement;
    expect(link.href).toBe('https://tonghop.tinh.gov.vn/TongHop.html');
    expect(seen.getElementById('old-excel-address')!.textContent).toBe(link.href);
    expect(seen.getElementById('old-excel')!.textContent).toContain(
      'Excel 2021 (LTSC 2021) trở lên',
    );
  },
);

it('in the one-file edition says which browsers open it', () => {
  const seen = inOldEngine(read('one-file/one-file.html'), read('one-file/old-browser.js'));
  expect(seen.getElementById('old')!.style.display).toBe('block');
  expect(seen.getElementById('opening')!.style.display).toBe('none');
  expect(seen.getElementById('old')!.textContent).toMatch(/109[\s\S]*115/);
});
