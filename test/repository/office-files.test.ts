import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { JSDOM } from 'jsdom';

/**
 * What office.js may ask for from its own folder, told by office.js itself: a file that is not
 * there leaves the pane waiting for ever, and no error is told.
 */

interface OfficeTables {
  HostSpecificFileVersionMap: { excel: Record<string, string> };
  SupportedLocales: Record<string, boolean>;
  AssociatedLocales: Record<string, string>;
  ConstantNames: { DefaultLocale: string; OfficeStringJS: string };
}

type WebpackConfig = (
  env: object,
  argv: { mode: string },
) => { output: { path: string }; plugins?: { patterns?: Copied[] }[] }[];
interface Copied {
  from: string;
  to: string;
}

const load = createRequire(__filename);
const DIST = resolve(dirname(load.resolve('@microsoft/office-js/package.json')), 'dist');
const OUTPUT = resolve(__dirname, '../../dist/pages/pane/office');
/** The platforms of docs/office-host.md: Excel on the web, for Windows and for Mac. */
const PLATFORMS = ['web', 'win32', 'mac'];

const { window } = new JSDOM(
  '<script src="https://localhost/office/office.js" type="text/plain"></script>',
  {
    url: 'https://localhost/',
    runScripts: 'outside-only',
  },
);
window.eval(readFileSync(resolve(DIST, 'office.js'), 'utf8'));
const tables = (window as unknown as { OSF: OfficeTables }).OSF;

/** From → to of everything webpack copies into the folder of office.js. */
const copied = new Map(
  (load('../../webpack.config.js') as WebpackConfig)({}, { mode: 'production' })
    .flatMap(({ output, plugins = [] }) =>
      plugins
        .flatMap(({ patterns = [] }) => patterns)
        .map((pattern) => ({ ...pattern, to: resolve(output.path, pattern.to) })),
    )
    .filter(({ to }) => to.startsWith(OUTPUT + sep))
    .map(({ from, to, ...options }) => [
      relative(OUTPUT, to).split(sep).join('/'),
      { from, options },
    ]),
);

afterAll(() => window.close());

describe('the files of office.js that are shipped', () => {
  it.each(PLATFORMS)('hold the script that Excel on %s asks for', (platform) => {
    const version = tables.HostSpecificFileVersionMap.excel[platform];
    expect(version).toMatch(/^16\.\d\d$/);
    expect([...copied.keys()]).toContain(`excel-${platform}-${version}.js`);
  });

  it('hold the texts of every language that office.js knows', () => {
    const { SupportedLocales, AssociatedLocales, ConstantNames } = tables;
    const locales = [
      ...Object.keys(SupportedLocales),
      ...Object.values(AssociatedLocales),
      ConstantNames.DefaultLocale,
    ];
    expect(locales).toEqual(expect.arrayContaining(['vi-vn', 'en-us']));
    const wanted = locales.map((locale) => `${locale}/${ConstantNames.OfficeStringJS}`);
    expect(wanted.filter((file) => !copied.has(file))).toEqual([]);
  });

  it('hold what office.js loads where logging is on, as it is in Excel', () => {
    expect(readFileSync(resolve(DIST, 'office.js'), 'utf8')).toContain(
      '"telemetry/oteljs_agave.js"',
    );
    expect([...copied.keys()]).toContain('telemetry/oteljs_agave.js');
  });

  it('name no other script, but for those it asks for where nothing of ours comes', () => {
    // Older Excels (o15, MicrosoftAjax), signing in (webauth, msal, preauth), logging of before
    // (aria: switched off in the client), a page for a host that is not trusted.
    const others =
      /office(\.debug)?\.js$|o15app|MicrosoftAjax|webauth\.|msal-browser|ariatelemetry|AgaveErrorUX/;
    const named = [...copied.keys()].flatMap((file) =>
      file.includes('/')
        ? []
        : [...readFileSync(resolve(DIST, file), 'utf8').matchAll(/"([\w/.:-]+\.(?:js|html))#?"/g)],
    );
    const files = named.map(([, name]) => name).filter((name) => !others.test(name));
    expect(files.length).toBeGreaterThan(1);
    const shipped = [...copied.keys()];
    expect(files.filter((name) => !shipped.some((one) => one.endsWith(name)))).toEqual([]);
    for (const file of shipped.filter((one) => one.startsWith('excel-')))
      expect(readFileSync(resolve(DIST, file), 'utf8')).toContain(
        'EnableSendingTelemetryWithLegacyAria=!1',
      );
  });

  it('are those of the package, unmodified, and one that is missing stops the build', () => {
    for (const [to, { from, options }] of copied) {
      expect(from).toBe(resolve(DIST, to));
      expect(existsSync(from)).toBe(true);
      expect(options).toEqual({ info: { minimized: true } });
    }
    expect([...copied.keys()]).toContain('office.js');
  });
});
