import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** What ships may ship: every package the product stands on, not the tools it is built with. */

const root = resolve(__dirname, '../..');
const { licenceOf } = createRequire(__filename)('../../.config/notices.cjs') as {
  licenceOf(said: string | undefined): string | null;
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
