import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** What ships may ship: every package the product stands on, not the tools it is built with. */

const root = resolve(__dirname, '../..');
const { ALLOWED, licenceOf, noticesOf, packagesOf } = createRequire(__filename)(
  '../../.config/notices.cjs',
) as {
  ALLOWED: string[];
  licenceOf(said: string | undefined): string | null;
  packagesOf(compilation: { modules: { resource: string }[] }): string[];
  noticesOf(folders: string[]): { text: string };
};

interface Entry {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}
const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

/** Terms of its own: it is shipped unmodified, with them, and only for the add-in. */
const OWN_TERMS = 'node_modules/@microsoft/office-js';

it('every licence of what ships is one of those allowed', () => {
  const others = shipped
    .filter(([path]) => path !== OWN_TERMS)
    .filter(([, { license }]) => licenceOf(license) === null)
    .map(([path, { license }]) => `${path}: ${license}`);
  expect(shipped.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});

it('nothing that ships runs a script when it is installed', () => {
  expect(
    shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
  ).toEqual([]);
});

it('the record of what may ship names the same licences', () => {
  const record = readFileSync(
    resolve(root, 'docs/decisions/016-licences-of-what-ships.md'),
    'utf8',
  );
  expect(/^Allowed: (.*)\.$/m.exec(record)?.[1].split(', ')).toEqual(ALLOWED);
});

it('what a library carries within its own file is named too, with its licence', () => {
  const resource = resolve(root, 'node_modules/docx/dist/index.mjs');
  const { text } = noticesOf(packagesOf({ modules: [{ resource }] }));
  const named = [...text.matchAll(/^(\S+) (\S+) – (.+)$/gm)].map(([, name, , said]) => [
    name,
    said,
  ]);
  for (const one of [
    ['docx', 'MIT'],
    ['jszip', 'MIT'],
    ['pako', 'MIT AND Zlib'],
    ['sax', 'BlueOak-1.0.0'],
    ['buffer', 'MIT'],
    ['ieee754', 'BSD-3-Clause'],
    ['vite-plugin-node-polyfills', 'MIT'],
  ])
    expect(named).toContainEqual(one);
  expect(text).toContain('Blue Oak Model License');
});
