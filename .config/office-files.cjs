const { readFileSync } = require('node:fs');
const path = require('node:path');
const { runInNewContext } = require('node:vm');

const dist = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/**
 * Excel on the web, for Windows and for Mac. Win32 16.00 is Excel 2016 as first sold, below what
 * the manifest asks for.
 */
const SCRIPTS = ['office.js', 'excel-web-16.00.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js'];

/**
 * The languages office.js has texts for: it asks for one of these whatever the language of Excel
 * is.
 */
function locales() {
  const [, table] = /OSF\.SupportedLocales=(\{[^}]*\})/.exec(
    readFileSync(path.join(dist, 'office.js'), 'utf8'),
  );
  return Object.keys(runInNewContext(`(${table})`));
}

/**
 * Every file that office.js can ask for on those platforms, relative to its folder (held by
 * test/repository/office-files).
 */
const officeFiles = () => [
  ...SCRIPTS,
  'telemetry/oteljs_agave.js',
  ...locales().map((locale) => `${locale}/office_strings.js`),
];

module.exports = { dist, officeFiles };
